//! What the page's scripts may call, and the snippets that need no element in the page.

use super::{INSIDE, SHIPPED_FEED, STRICT, allowed, ask, open, page, snippet, until};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Result, ensure};
use serde_json::json;

const SCRIPT: &str = "<script async src=\"/forum-widget.js\"></script>";

/// Snippet C: what stands in the element is the content inside, and comes back.
pub(crate) async fn an_element_of_a_class(browser: &Browser, site: &Site) -> Result<()> {
    let body =
        format!("<div class=\"forum-widget\" data-lang=\"pt\" data-view=\"map\">{INSIDE}</div>{SCRIPT}");
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let place = "var inside = document.querySelector('#inside'); return [widget.parentNode.className, \
        inside.closest('forum-widget') === widget, inside.getClientRects().length, root.querySelector('.root').lang]";
    let found = ask(browser, place).await?;
    ensure!(found == json!(["forum-widget", true, 0, "pt"]), "{found}");
    let twice = "ForumWidget.scan(); ForumWidget.scan(widget.parentNode); return document.querySelectorAll('forum-widget').length";
    ensure!(ask(browser, twice).await? == 1);
    let gone =
        "ForumWidget.unmount('.forum-widget'); return document.querySelector('.forum-widget').innerHTML";
    ensure!(browser.execute(gone, &[]).await? == INSIDE);
    browser.assert_unharmed(&allowed(site)).await
}

/// Snippet D, and B with a target: from the head, at once or late, and where the target is none.
pub(crate) async fn a_script_with_a_target(browser: &Browser, site: &Site) -> Result<()> {
    let query = "/forum-widget.js?lang=ko&target=%23agenda";
    for tag in [
        format!("<script src=\"{query}\"></script>"),
        format!("<script defer src=\"{query}\"></script>"),
        format!("<script type=\"module\" src=\"{query}\"></script>"),
        "<script async src=\"/forum-widget.js\" data-lang=\"ko\" data-target=\"#agenda\"></script>"
            .to_owned(),
    ] {
        let mut page = page(site, "es", "<p>Texto</p><div id=\"agenda\"></div>");
        page.html = page.html.replace("</head>", &format!("{tag}</head>"));
        browser.open(&site.page(page.policy(STRICT))).await?;
        until(browser, "ready").await?;
        let found = ask(browser, "return [widget.parentNode.id, root.querySelector('.root').lang]").await?;
        ensure!(found == json!(["agenda", "ko"]), "{tag}: {found}");
        browser.assert_unharmed(&allowed(site)).await?;
    }
    let body = "<p id=\"before\"><script src=\"/forum-widget.js?target=%23none\"></script></p>";
    browser.open(&site.page(page(site, "es", body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, "return widget.previousSibling.localName").await? == "script");
    let console = browser.harm().await?.console;
    ensure!(console == ["warn: forum-widget: data-target=\"#none\"?"], "{console:?}");
    Ok(())
}

/// Put in again by a library without its attributes, or run without its tag, as jQuery does.
pub(crate) async fn put_in_by_a_library(browser: &Browser, site: &Site) -> Result<()> {
    let place = "<div id=\"place\"></div>";
    let jquery = "var place = document.querySelector('#place'); place.innerHTML = arguments[0]; \
        Array.from(place.querySelectorAll('script')).forEach(function (tag) { \
            var request = new XMLHttpRequest(); request.open('GET', tag.src, false); request.send(); \
            var again = document.createElement('script'); again.text = request.responseText; \
            document.head.appendChild(again).remove(); })";
    let manager = "var place = document.querySelector('#place'); place.innerHTML = arguments[0]; \
        Array.from(place.querySelectorAll('script')).forEach(function (tag) { \
            var again = document.createElement('script'); again.src = tag.src; tag.replaceWith(again); })";
    let target = "<script src=\"/forum-widget.js?view=map&target=%23place\"></script>";
    for way in [jquery, manager] {
        for html in [
            snippet("data-view=\"map\""),
            format!("<div class=\"forum-widget\"></div>{SCRIPT}"),
            target.to_owned(),
        ] {
            browser.open(&site.page(page(site, "es", place))).await?;
            browser.execute(way, &[json!(html)]).await?;
            until(browser, "ready").await?;
            let found = ask(browser, "return [document.querySelectorAll('forum-widget').length, widget.closest('#place') !== null]").await?;
            ensure!(found == json!([1, true]), "{html}: {found}");
            browser.assert_unharmed(&allowed(site)).await?;
        }
    }
    Ok(())
}

/// Written while the page is parsed, in a paragraph, and by `innerHTML` when the script is there.
pub(crate) async fn written_by_the_page(browser: &Browser, site: &Site) -> Result<()> {
    let write = site.resource(Resource::new(
        "text/javascript",
        "document.write('<p>' + '<script src=\"/forum-widget.js\" data-lang=\"pt\"><' + '/script></p>')",
    ));
    browser.open(&site.page(page(site, "es", &format!("<script src=\"{write}\"></script>")))).await?;
    until(browser, "ready").await?;
    ensure!(
        ask(browser, "return [widget.parentNode.localName, root.querySelector('.root').lang]").await?
            == json!(["p", "pt"])
    );
    let late = "document.querySelector('#column').innerHTML = arguments[0]; ForumWidget.scan()";
    let html = snippet("") + "<div class=\"forum-widget\"></div>";
    browser.execute(late, &[json!(html)]).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, "return document.querySelectorAll('forum-widget').length").await? == 2);
    browser.assert_unharmed(&allowed(site)).await
}

/// `mount` and `unmount`, and a page that wants to say when.
pub(crate) async fn calls(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!("<div id=\"place\"></div>{}", snippet("data-auto=\"false\""));
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    browser.wait_until("customElements.get('forum-widget')").await?;
    let mounted = "var one = ForumWidget.mount('#place', { view: ['map'], headingLevel: 3, lang: 'fr' }); \
        return [one.outerHTML, ForumWidget.mount('#place', { lang: 'nl' }) === one, ForumWidget.mount('#none') === undefined]";
    let mounted = browser.execute(mounted, &[]).await?;
    let html = "<forum-widget data-view=\"map\" data-heading-level=\"3\" data-lang=\"fr\"></forum-widget>";
    ensure!(mounted == json!([html, true, true]), "{mounted}");
    browser.wait_until("document.querySelector('#place forum-widget').state === 'ready'").await?;
    let states = "return Array.from(document.querySelectorAll('forum-widget')).map(function (one) { return one.state; })";
    ensure!(browser.execute(states, &[]).await? == json!(["ready", "idle"]));
    ensure!(ask(browser, "return root.querySelector('.root').lang").await? == "nl");
    browser.execute("ForumWidget.unmount('#place'); ForumWidget.scan()", &[]).await?;
    until(browser, "ready").await?;
    ensure!(browser.execute(states, &[]).await? == json!(["ready"]));
    browser.assert_unharmed(&allowed(site)).await
}

/// Twenty widgets: one engine, one request for the feed.
pub(crate) async fn twenty_widgets(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "").await?;
    site.clear_requests();
    let body =
        "<forum-widget data-loading=\"eager\" data-view=\"agenda\"></forum-widget>".repeat(20) + SCRIPT;
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let asked = |path: &str| site.requests().iter().filter(|request| request.path.starts_with(path)).count();
    ensure!(asked(SHIPPED_FEED) == 1 && asked("/forum-widget.wasm") <= 1, "{:?}", site.requests());
    browser.assert_unharmed(&allowed(site)).await
}
