//! What a page changes while the widget is there, and what it is told.

use super::{
    ALL_VIEWS, SHIPPED_FEED, STRICT, allowed, ask, choose, open, page, released, snippet, until, until_told,
};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Keeps events of a type at the document.
async fn record(browser: &Browser, event: &str) -> Result<()> {
    let script = "var all = window[Symbol.for('recorded')] = []; document.addEventListener(arguments[0], function (event) { \
        all.push([event.detail, Object.isFrozen(event.detail), event.composed, event.cancelable]); \
        if (event.cancelable) event.preventDefault(); })";
    browser.execute(script, &[json!(event)]).await.map(drop)
}

async fn recorded(browser: &Browser) -> Result<Vec<Value>> {
    let all = browser.execute("return window[Symbol.for('recorded')]", &[]).await?;
    all.as_array().cloned().context("nothing was recorded")
}

/// A setting changes: the same feed is drawn anew, and what the visitor had chosen stays.
pub(crate) async fn a_change_keeps_the_choice(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"{ALL_VIEWS}\"")).await?;
    choose(browser, &browser.shadow_find(".country[data-action=\"country:CO\"]").await?).await?;
    ask(browser, "widget.showSession('session-2')").await?;
    let open_one =
        "var title = root.querySelector('.open[aria-expanded=true]'); return title && title.dataset.action";
    until_told(browser, open_one, &json!("open:2")).await?;
    site.clear_requests();
    ask(browser, "widget.dataset.theme = 'dark'").await?;
    until_told(browser, "return root.querySelector('.root').dataset.theme", &json!("dark")).await?;
    let kept = "return [root.querySelector('.country[aria-pressed=true]').dataset.action, \
        root.querySelector('.open[aria-expanded=true]').dataset.action, root.querySelectorAll('.root').length]";
    let found = ask(browser, kept).await?;
    ensure!(found == json!(["country:CO", "open:2", 1]), "{found}");
    ensure!(site.requests().is_empty(), "{:?}", site.requests());
    let configured = "var done = arguments[0], widget = document.querySelector('forum-widget'); \
        widget.configure({ lang: 'pt', theme: null }).then(function () { done(widget.getAttribute('data-theme')); })";
    ensure!(browser.execute_async(configured, &[]).await?.is_null());
    until_told(browser, "return root.querySelector('.root').lang", &json!("pt")).await?;
    let found = ask(browser, kept).await?;
    ensure!(found == json!(["country:CO", "open:2", 1]), "{found}");
    browser.assert_unharmed(&allowed(site)).await
}

/// So does what is chosen in a list alone, the favourites and a way of taking part, and the place of the keyboard on the map. A way
/// that the feed has no more is not kept, since nothing would end it.
pub(crate) async fn a_change_keeps_what_is_seen_alone(browser: &Browser, site: &Site) -> Result<()> {
    let path = "/changing-feed.json";
    let feed = released(SHIPPED_FEED)?;
    site.replace(path, Resource::new("application/json", feed.clone()));
    open(browser, site, &format!("data-view=\"{ALL_VIEWS}\" data-favorites data-feed=\"{path}\"")).await?;
    super::wake(browser).await?;
    let theme = |name: &str| format!("widget.dataset.theme = '{name}'");
    let drawn = "return root.querySelector('.root').dataset.theme";
    let stop = "var stop = root.querySelector('.map [tabindex=\"0\"]'); return stop && stop.dataset.action";
    let first = ask(browser, stop).await?;
    let walk = "root.querySelector('.map [tabindex=\"0\"]').dispatchEvent(\
        new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }))";
    ask(browser, walk).await?;
    let walked = ask(browser, stop).await?;
    ensure!(walked != first && walked.is_string(), "{first}, {walked}");
    ask(browser, &theme("dark")).await?;
    until_told(browser, drawn, &json!("dark")).await?;
    until_told(browser, stop, &walked).await.context("the place of the keyboard")?;
    for action in ["star:1", "favorites", "only:several"] {
        ask(browser, &format!("root.querySelector('[data-action=\"{action}\"]').click()")).await?;
    }
    let alone = "return [root.querySelector('.entry[aria-pressed=true]'), root.querySelector('.country'), root.querySelector('.open')] \
        .map(function (one) { return one && one.dataset.action; }) \
        .concat(root.querySelectorAll('.country').length, root.querySelectorAll('.open').length, \
            root.activeElement && root.activeElement.className)";
    ask(browser, "root.querySelector('[data-action=\"open:1\"]').focus()").await?;
    let chosen = json!(["only:several", "country:CO", "open:1", 1, 1, "open"]);
    until_told(browser, alone, &chosen).await?;
    ask(browser, &theme("light")).await?;
    until_told(browser, drawn, &json!("light")).await?;
    until_told(browser, alone, &chosen).await.context("what is seen alone")?;
    let text = String::from_utf8(feed)?.replace("\"pre-recorded\"", "\"in-person\"");
    site.replace(path, Resource::new("application/json", text));
    ask(browser, "widget.reload()").await?;
    until_told(browser, alone, &json!([null, "country:AR", "open:1", 12, 1, "open"]))
        .await
        .context("no more")?;
    browser.execute("localStorage.clear()", &[]).await.map(drop)
}

/// The same feed again is not drawn again; another one is, and what is read stays in its place.
pub(crate) async fn what_is_read_stays(browser: &Browser, site: &Site) -> Result<()> {
    let path = "/moving-feed.json";
    let feed = released(SHIPPED_FEED)?;
    let json = |body: Vec<u8>| Resource::new("application/json", body);
    site.replace(path, json(feed.clone()));
    open(browser, site, &format!("data-feed=\"{path}\"")).await?;
    choose(browser, &browser.shadow_find(".open[data-action=\"open:3\"]").await?).await?;
    let reload = "var done = arguments[0]; document.querySelector('forum-widget').reload(); \
        addEventListener('forum:ready', function () { done(); }, { once: true })";
    ask(browser, "root.querySelector('.root')[Symbol.for('same')] = true").await?;
    browser.execute_async(reload, &[]).await?;
    ensure!(ask(browser, "return root.querySelector('.root')[Symbol.for('same')] === true").await? == true);
    let text = String::from_utf8(feed)?;
    let longer = text.replacen("\"summary\"", "\"note\": \"Nota\", \"summary\"", 1);
    ensure!(longer != text, "the feed has no summary");
    site.replace(path, json(longer.into_bytes()));
    let top = "var title = root.querySelector('.open[aria-expanded=true]'); title.focus(); title.scrollIntoView(); scrollBy(0, -1); \
        return Math.round(title.getBoundingClientRect().top)";
    let before = ask(browser, top).await?;
    browser.execute_async(reload, &[]).await?;
    let after = "var title = root.querySelector('.open[aria-expanded=true]'); return [Math.round(title.getBoundingClientRect().top), \
        root.activeElement === title, root.querySelector('.root')[Symbol.for('same')] === true]";
    let after = ask(browser, after).await?;
    ensure!(after == json!([before, true, false]), "{before}: {after}");
    Ok(())
}

/// At once, also on a page where whatever else scrolls takes its time; browsers may scroll by whole pixels.
pub(crate) async fn what_is_read_stays_at_once(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "data-view=\"map agenda\"").await?;
    super::wake(browser).await?;
    let moved = "var done = arguments[0], widget = document.querySelector('forum-widget'), root = widget.shadowRoot; \
        function title() { return root.querySelector('[data-action=\"open:3\"]'); } \
        function top() { return title().getBoundingClientRect().top; } \
        document.body.style.paddingBottom = '3000px'; document.documentElement.style.scrollBehavior = 'smooth'; \
        title().scrollIntoView({ behavior: 'instant' }); scrollBy({ top: -1, behavior: 'instant' }); \
        var before = top(); widget.addEventListener('forum:ready', function () { \
            done([Math.abs(top() - before) <= 1, root.querySelector('.map') === null]); }, { once: true }); \
        widget.configure({ view: 'agenda' })";
    let moved = browser.execute_async(moved, &[]).await?;
    ensure!(moved == json!([true, true]), "{moved}");
    browser.assert_unharmed(&allowed(site)).await
}

/// So does a menu that is open, and what has the focus: a choice, the second of two menus, the field in which somebody types.
pub(crate) async fn what_is_used_stays(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "data-view=\"agenda\"").await?;
    super::wake(browser).await?;
    let used = "var field = root.querySelector('[type=search]'), place = function (selector) { \
            return Array.from(root.querySelectorAll(selector)).indexOf(root.activeElement); }; \
        return [Array.from(root.querySelectorAll('details'), function (one) { return one.open; }), \
            place('select'), place('summary'), place('input'), field.value, field.selectionStart, field.selectionEnd]";
    let type_in = "var field = root.querySelector('[type=search]'); field.focus(); field.value = 'redes'; \
        field.dispatchEvent(new Event('input', { bubbles: true })); field.setSelectionRange(1, 3)";
    for (use_it, theme, place) in [
        (
            "root.querySelector('details').open = true; root.querySelectorAll('select')[1].focus()",
            "dark",
            json!([1, -1, -1]),
        ),
        ("root.querySelectorAll('summary')[1].focus()", "light", json!([-1, 1, -1])),
        (type_in, "dark", json!([-1, -1, 0])),
    ] {
        ask(browser, use_it).await?;
        let before = ask(browser, used).await?;
        let focused: Vec<_> = before.as_array().into_iter().flatten().skip(1).take(3).collect();
        ensure!(json!(focused) == place && before[0] == json!([true, false]), "{before}");
        ask(browser, "root.querySelector('.root')[Symbol.for('same')] = true").await?;
        ask(browser, &format!("widget.dataset.theme = '{theme}'")).await?;
        let anew = "return root.querySelector('.root')[Symbol.for('same')] !== true";
        until_told(browser, anew, &json!(true)).await?;
        until_told(browser, used, &before).await.with_context(|| use_it.to_owned())?;
    }
    browser.assert_unharmed(&allowed(site)).await
}

/// What the page puts into header and footer stands around ours, in good and in bad days.
pub(crate) async fn slots(browser: &Browser, site: &Site) -> Result<()> {
    let own = "<p slot=\"footer\" id=\"foot\">Contacto</p><a slot=\"header\" id=\"head\" href=\"/ministerio\" data-action=\"clear\">Ministerio</a>";
    for feed in [SHIPPED_FEED, "/no-such-feed.json"] {
        let body = snippet(&format!("data-feed=\"{feed}\"")).replacen('>', &format!(">{own}"), 1);
        browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
        until(browser, if feed == SHIPPED_FEED { "ready" } else { "error" }).await?;
        let order = "var top = function (one) { return one.getBoundingClientRect().top; }; \
            return top(document.querySelector('#head')) < top(root.querySelector('.root')) && \
                top(root.querySelector('.root')) < top(document.querySelector('#foot'))";
        ensure!(ask(browser, order).await? == true, "{feed}");
    }
    Ok(())
}

/// The height, only when it is another; the programme, as an address that leads to it; and links before they are followed.
pub(crate) async fn events(browser: &Browser, site: &Site) -> Result<()> {
    // Its own script is made by a script, which the strict policy forbids.
    browser.open(&site.page(page(site, "es", "<p>Texto</p>"))).await?;
    record(browser, "forum:resize").await?;
    let late = "var tag = document.createElement('script'); tag.src = '/forum-widget.js'; tag.dataset.view = 'agenda'; \
        document.querySelector('#column').append(tag)";
    browser.execute(late, &[]).await?;
    until(browser, "ready").await?;
    browser.wait_until("window[Symbol.for('recorded')].length === 1").await?;
    let height = ask(browser, "return widget.offsetHeight").await?;
    ensure!(
        recorded(browser).await?[0] == json!([{ "height": height }, true, true, false]),
        "{:?}",
        recorded(browser).await?
    );
    record(browser, "forum:view").await?;
    ask(browser, "widget.showSession('opening')").await?;
    super::wake(browser).await?;
    let search = "var field = root.querySelector('[type=search]'); field.value = 'redes'; \
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    ask(browser, search).await?;
    browser.wait_until("window[Symbol.for('recorded')].length > 0").await?;
    let view = recorded(browser).await?;
    ensure!(view[0] == json!([{ "link": "#forum=opening&search=redes" }, true, true, false]), "{view:?}");
    open(browser, site, "data-feed=\"/feeds/example.json\"").await?;
    record(browser, "forum:navigate").await?;
    let href = ask(browser, "var link = root.querySelector('a[href^=http]'); link.click(); return link.href")
        .await?;
    ensure!(recorded(browser).await?[0] == json!([{ "href": href }, true, true, true]), "{href}");
    browser.assert_unharmed(&allowed(site)).await
}

/// A page that answers a new height by another width: heard again, and no error of the browser for want of an end.
pub(crate) async fn a_height_that_is_answered(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.page(page(site, "es", "<p>Texto</p>"))).await?;
    record(browser, "forum:resize").await?;
    let answer = "document.addEventListener('forum:resize', function () { \
        document.querySelector('#column').style.width = '320px'; })";
    let late = "var tag = document.createElement('script'); tag.src = '/forum-widget.js'; tag.dataset.view = 'agenda'; \
        document.querySelector('#column').append(tag)";
    browser.execute(&format!("{answer}; {late}"), &[]).await?;
    until(browser, "ready").await?;
    browser.wait_until("window[Symbol.for('recorded')].length > 1").await?;
    let heights = "return window[Symbol.for('recorded')].map(function (one) { return one[0].height; })";
    let heights: Vec<u32> = serde_json::from_value(browser.execute(heights, &[]).await?)?;
    ensure!(matches!(heights[..], [first, .., last] if last > first), "{heights:?}");
    browser.assert_unharmed(&allowed(site)).await
}

/// Asked for again after a while: not drawn anew where it is the same.
pub(crate) async fn refresh(browser: &Browser, site: &Site) -> Result<()> {
    let soon = site.resource(Resource::new(
        "text/javascript",
        // A minute is a tenth of a second.
        "(function (wait) { window.setTimeout = function (call, time) { return wait.call(window, call, time >= 6e4 ? time / 600 : time); }; \
         })(window.setTimeout)",
    ));
    let body = format!("<script src=\"{soon}\"></script>{}", snippet("data-refresh=\"60\""));
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    site.clear_requests();
    ask(browser, "root.querySelector('.root')[Symbol.for('same')] = true").await?;
    browser.wait_until("window[Symbol.for('forum-widget events')].length > 2").await?;
    let asked = site.requests().iter().filter(|request| request.path == SHIPPED_FEED).count();
    ensure!(asked >= 2, "{:?}", site.requests());
    ensure!(ask(browser, "return root.querySelector('.root')[Symbol.for('same')] === true").await? == true);
    Ok(())
}
