//! Where a page puts the script and the element, and how many of them.

use super::host::{Host, ask, react};
use super::{SCRIPT, copied, script, with_head};
use crate::browser::Browser;
use crate::cases::widget::{INSIDE, SHIPPED_FEED, page, released, snippet};
use crate::site::{Page, Resource, Site};
use anyhow::{Result, ensure};
use serde_json::json;

/// Twenty at once: one engine, one request for the feed.
pub(crate) async fn twenty(browser: &Browser, site: &Site) -> Result<()> {
    let counting = "var Instance = WebAssembly.Instance, made = 0; WebAssembly.Instance = function (module, imports) { \
        made += 1; Object.defineProperty(window, Symbol.for('instances'), { value: made, configurable: true }); \
        return new Instance(module, imports); }";
    let one = format!("<forum-widget>{}</forum-widget>", INSIDE.replace(" id=\"inside\"", ""));
    let body = one.repeat(20) + "<script async src=\"/forum-widget.js\"></script>";
    let mut page = page(site, "es", &body);
    let counting = script(site, &format!("(function () {{ {counting} }})()"));
    page.html = page.html.replace("</head>", &format!("{counting}</head>"));
    let host = Host::new("25", "20 widgets", page);
    site.clear_requests();
    host.check(browser, site).await?;
    let asked = |path: &str| site.requests().iter().filter(|request| request.path == path).count();
    ensure!(asked(SHIPPED_FEED) == 1 && asked("/forum-widget.wasm") == 1, "{:?}", site.requests());
    // The second one is the second half of the first, since one was clicked.
    let instances = browser.execute("return window[Symbol.for('instances')]", &[]).await?;
    ensure!(instances == 1 || instances == 2, "{instances} instances");
    Ok(())
}

/// The script in every place where a page has scripts.
pub(crate) async fn of_the_script(browser: &Browser, site: &Site) -> Result<()> {
    let element = format!("<forum-widget>{INSIDE}</forum-widget>");
    let tag = |attributes: &str| format!("<script {attributes} src=\"/forum-widget.js\"></script>");
    for (name, head, body) in [
        ("the script in the head", tag(""), element.clone()),
        ("the script in the head, `defer`", tag("defer"), element.clone()),
        ("the script at the end of the body", String::new(), element.clone() + "<p>Texto</p>" + &tag("")),
        (
            "snippet B inside `<p>`",
            String::new(),
            format!("<p>Antes {} después</p>", tag("data-view=\"agenda map\"")),
        ),
    ] {
        let mut page: Page = page(site, "es", &body);
        page.html = page.html.replace("</head>", &format!("{head}</head>"));
        Host::new("26", name, page).check(browser, site).await?;
    }
    // A module does not know its own tag, and its folder is not the page's.
    copied(site, "/elsewhere")?;
    let mut page = with_head(site, "");
    page.html = page.html.replace(
        "<script async src=\"/forum-widget.js\"",
        "<script type=\"module\" src=\"/elsewhere/forum-widget.js\"",
    );
    let own = site.address("/elsewhere/");
    let host = Host::new("26", "`type=module`", page);
    let host = host.script("/elsewhere/forum-widget.js", Resource::new("text/javascript", released(SCRIPT)?));
    site.clear_requests();
    host.allow(|allowed| allowed.request(&own)).check(browser, site).await?;
    let ours = site.requests().into_iter().map(|request| request.path);
    let mut ours = ours.filter(|path| path.contains("/forum-widget.wasm"));
    let elsewhere = ours.all(|path| path.starts_with("/elsewhere/"));
    ensure!(elsewhere, "{:?}", site.requests());
    Ok(())
}

/// `document.write` while the page is parsed.
pub(crate) async fn written(browser: &Browser, site: &Site) -> Result<()> {
    let write = |html: &str| {
        let text = serde_json::Value::from(html).to_string().replace("</", "<\\/");
        script(site, &format!("document.write({text})"))
    };
    let tag = "<script src=\"/forum-widget.js\" data-view=\"agenda map\"></script>";
    for (name, body) in [
        ("`document.write` of snippet A", write(&snippet(""))),
        ("`document.write` of snippet B", write(tag)),
    ] {
        Host::new("29", name, page(site, "es", &body)).check(browser, site).await?;
    }
    Ok(())
}

/// Two versions side by side, either of them first: the first one serves the page, the other leaves its tag to it.
pub(crate) async fn two_versions(browser: &Browser, site: &Site) -> Result<()> {
    let ours = String::from_utf8(released(SCRIPT)?)?;
    let version = format!("version:\"{}\"", env!("CARGO_PKG_VERSION"));
    let older = ours.replace(&version, "version:\"0.0.1\"");
    ensure!(older != ours, "no {version} in the script");
    copied(site, "/older")?;
    let folder = site.address("/older/");
    let element = format!("<forum-widget>{INSIDE}</forum-widget>");
    let [old, new] =
        ["/older/forum-widget.js", SCRIPT].map(|path| format!("<script src=\"{path}\"></script>"));
    for (name, tags, first) in [
        ("two versions, the older one first", format!("{old}{new}"), "0.0.1"),
        ("two versions, the newer one first", format!("{new}{old}"), env!("CARGO_PKG_VERSION")),
    ] {
        let host = Host::new("24", name, page(site, "es", &format!("{element}{tags}")));
        let host = host.script("/older/forum-widget.js", Resource::new("text/javascript", older.clone()));
        let host = host.script(SCRIPT, Resource::new("text/javascript", ours.clone()));
        site.clear_requests();
        host.allow(|allowed| allowed.request(&folder)).check(browser, site).await?;
        let found = "return [ForumWidget.version, document.querySelectorAll('forum-widget').length]";
        let found = browser.execute(found, &[]).await?;
        ensure!(found == json!([first, 1]), "{name}: {found}");
        let asked = site.requests().into_iter();
        let engines = asked.filter(|request| request.path.contains("/forum-widget.wasm")).count();
        ensure!(engines == 1, "{name}: {engines} engines");
    }
    Ok(())
}

/// Not shown, then shown; no room, then 320 px.
pub(crate) async fn without_room(browser: &Browser, site: &Site) -> Result<()> {
    let hide = "document.addEventListener('forum:ready', function () { \
        var column = document.querySelector('#column'); column.style.display = ''; column.style.width = '320px'; })";
    for (name, style) in [("hidden, then shown", "display: none"), ("0 px wide, then 320", "width: 0px")] {
        // The page shows it when it is drawn; without the widget the same by hand.
        let mut page: Page = page(site, "es", &snippet(""));
        page.html = page.html.replace("<main ", &format!("<main style=\"{style}\" "));
        page.html = page.html.replace("</head>", &format!("{}</head>", script(site, hide)));
        Host::new("34", name, page).changes_itself().check(browser, site).await?;
        let fits = "var root_ = root.querySelector('.root').getBoundingClientRect(); \
            return [Math.round(root_.width), root.querySelector('.root').scrollWidth <= root_.width + 1]";
        let fits = ask(browser, fits).await?;
        ensure!(fits == json!([320, true]), "{name}: {fits}");
        react(browser).await?;
    }
    Ok(())
}
