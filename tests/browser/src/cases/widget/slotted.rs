//! The page's own inside the element: it stays the page's, and what the widget listens to is its own alone.

use super::{STRICT, allowed, ask, boxes, open, page, snippet, until, until_told};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Result, ensure};
use serde_json::json;

/// What a page may have in its header and its footer: each does there what it does elsewhere.
const OWN: &str = "<form slot=\"header\" action=\"/search\"><input type=\"search\" id=\"field\"><button id=\"go\">Ir</button>\
        <select id=\"choice\"><option>-</option><option value=\"country:CO\">CO</option></select></form>\
    <div slot=\"header\" role=\"tablist\"><button role=\"tab\" id=\"first\">1</button><button role=\"tab\" id=\"second\">2</button></div>\
    <p slot=\"footer\" id='a\"b' class=\"folded\">Texto</p>";

/// A field, a choice, tabs and a form of the page, and a text of its own that the browser's search finds.
pub(crate) async fn the_pages_own_controls(browser: &Browser, site: &Site) -> Result<()> {
    let body = snippet("").replacen('>', &format!(">{OWN}"), 1);
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    super::wake(browser).await?;
    let used = "function all(id) { return document.querySelector(id); } \
        function tell(target, event) { target.dispatchEvent(event); return event.defaultPrevented; } \
        function event(type) { return new Event(type, { bubbles: true, cancelable: true, composed: true }); } \
        var sent, clicked = 0; \
        addEventListener('submit', function (event) { sent = event.defaultPrevented; event.preventDefault(); }, { once: true }); \
        all('#go').click(); \
        all('#second').addEventListener('click', function () { clicked += 1; }); \
        var key = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true, composed: true }); \
        var pressed = tell(all('#first'), key); \
        all('#field').value = 'zzz'; tell(all('#field'), event('input')); \
        all('#choice').selectedIndex = 1; tell(all('#choice'), event('change')); \
        tell(all('.folded'), event('beforematch')); \
        return [sent, pressed, clicked]";
    let used = ask(browser, used).await?;
    ensure!(used == json!([false, false, 0]), "{used}");
    // What is done one after the other is done in this order.
    ask(browser, "widget.selectCountry('CR')").await?;
    let shown = "return [Array.from(root.querySelectorAll('.country[aria-pressed=true]'), function (one) { \
        return one.dataset.action; }), root.querySelectorAll('.session').length]";
    until_told(browser, shown, &json!([["country:CR"], 5])).await?;
    browser.assert_unharmed(&allowed(site)).await
}

/// A form in what the page put inside can be sent where nothing can be drawn.
pub(crate) async fn a_form_inside_after_a_failure(browser: &Browser, site: &Site) -> Result<()> {
    let form = "<form action=\"/search\"><button id=\"go\">Ir</button></form>";
    let body = snippet("data-feed=\"/no-such-feed.json\"").replacen('>', &format!(">{form}"), 1);
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "error").await?;
    let sent = "var sent; addEventListener('submit', function (event) { sent = event.defaultPrevented; event.preventDefault(); }); \
        document.querySelector('#go').click(); return sent";
    ensure!(ask(browser, sent).await? == false, "the form is not sent");
    Ok(())
}

/// Before it is drawn, what the page put inside stays, whatever is asked of the widget: the second half has come for another one.
pub(crate) async fn seen_before_the_first_drawing(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "").await?;
    super::wake(browser).await?;
    let second = "var second = document.createElement('forum-widget'); second.id = 'second'; second.dataset.auto = 'false'; \
        second.append('Agenda'); document.querySelector('#column').append(second)";
    ask(browser, second).await?;
    for asked in [
        "one.showSession('session-2'); done()",
        "one.selectCountry('CO'); done()",
        "addEventListener('hashchange', function () { done(); }, { once: true }); location.hash = '#forum=session-2'",
        "dispatchEvent(new Event('beforeprint')); done()",
    ] {
        let script = format!("var done = arguments[0], one = document.querySelector('#second'); {asked}");
        browser.execute_async(&script, &[]).await?;
        let seen = "var one = document.querySelector('#second'), range = document.createRange(); range.selectNodeContents(one); \
            return [one.state, range.getClientRects().length]";
        let seen = ask(browser, seen).await?;
        ensure!(seen == json!(["idle", 1]) && boxes(browser, "#second").await? == 1, "{asked}: {seen}");
    }
    ask(browser, "ForumWidget.scan()").await?;
    until(browser, "ready").await?;
    browser.assert_unharmed(&allowed(site)).await
}
