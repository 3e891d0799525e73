//! Documents of other kinds: quirks mode, another base, XHTML, SVG.

use super::host::{Host, ask, react};
use super::{SCRIPT, with_head};
use crate::browser::Browser;
use crate::cases::widget::{INSIDE, page, snippet};
use crate::site::{Page, Site};
use anyhow::{Result, ensure};
use serde_json::json;

/// No doctype, and columns by a table whose cells are as wide as what is in them.
pub(crate) async fn in_quirks_mode(browser: &Browser, site: &Site) -> Result<()> {
    let table = |cell: &str| {
        format!(
            "<table border=0 cellpadding=4><tr><td valign=top><ul><li>Inicio<li>Ministerio<li>Contacto</ul></td>\
             <td valign=top {cell}>{}</td></tr></table>",
            snippet("")
        )
    };
    for (name, body) in [
        ("quirks mode, inside a layout table", table("")),
        ("quirks mode, a cell with a width", table("width=600")),
        (
            "quirks mode, a float and an inline block",
            format!(
                "<div style='float:left'><span style='display:inline-block'>{}</span></div>",
                snippet("")
            ),
        ),
    ] {
        let mut page: Page = page(site, "es", &body);
        page.html = page.html.replace("<!doctype html>", "");
        Host::new("38", name, page).check(browser, site).await?;
        let width =
            ask(browser, "return [document.compatMode, widget.getBoundingClientRect().width >= 500]").await?;
        ensure!(width == json!(["BackCompat", true]), "{name}: {width}");
    }
    Ok(())
}

/// Addresses of the page lead elsewhere, ours do not.
pub(crate) async fn with_another_base(browser: &Browser, site: &Site) -> Result<()> {
    let mut page = with_head(site, "<base href=\"http://other.example/folder/\">");
    page.html = page.html.replace(SCRIPT, &site.address(SCRIPT));
    Host::new("39", "`<base>` of another server", page).check(browser, site).await?;
    // A session opens in its place; what only is a fragment would lead to the other server.
    ask(browser, "root.querySelector('.open').click()").await?;
    browser.wait_until("Document.prototype.querySelector.call(document, 'forum-widget').shadowRoot.querySelector('.open').getAttribute('aria-expanded') === 'true'").await?;
    let fragments = ask(browser, "return Array.from(root.querySelectorAll('a[href]')).filter(function (one) { \
        return one.getAttribute('href').indexOf('http') !== 0; }).map(function (one) { return one.outerHTML; })").await?;
    ensure!(fragments == json!([]), "{fragments}");
    ensure!(
        browser
            .execute("return location.href.indexOf(document.baseURI) < 0 && document.visibilityState", &[])
            .await?
            == "visible"
    );
    Ok(())
}

/// XHTML, where names of elements keep their case.
pub(crate) async fn as_xhtml(browser: &Browser, site: &Site) -> Result<()> {
    let recorder = page(site, "es", "");
    let recorder = recorder
        .html
        .split("<script src=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned();
    let html = format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"es\"><head><title>Ministerio</title><script src=\"{recorder}\"></script></head>\
         <body><main id=\"column\"><forum-widget>{INSIDE}</forum-widget><script async=\"async\" src=\"/forum-widget.js\"></script></main></body></html>"
    );
    let page = Page::new(html).header("content-type", "application/xhtml+xml; charset=utf-8");
    Host::new("40", "XHTML", page).check(browser, site).await?;
    // A menu is a `SELECT` in HTML alone.
    let choose = "var menu = root.querySelector('select'); menu.selectedIndex = 1; \
        menu.dispatchEvent(new Event('change', { bubbles: true }))";
    ask(browser, choose).await?;
    let fewer = "(function (root) { return Array.from(root.querySelectorAll('.session')).filter(function (one) { \
        return one.getClientRects().length; }).length < 5; })(document.querySelector('forum-widget').shadowRoot)";
    browser.wait_until(fewer).await?;
    react(browser).await
}

/// An SVG document: a widget in a foreign object is one of XHTML.
pub(crate) async fn as_svg(browser: &Browser, site: &Site) -> Result<()> {
    let html = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"600\"><script href=\"/bed/watch.js\"/>\
         <foreignObject width=\"700\" height=\"500\"><forum-widget xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"es\" data-view=\"agenda\">{INSIDE}</forum-widget>\
         </foreignObject><script href=\"/forum-widget.js\"/></svg><!-- no watcher -->"
    );
    let page = Page::new(html).header("content-type", "image/svg+xml");
    // Such a document does not scroll for a script, so what is at a point cannot be asked.
    Host::new("40", "SVG, in a foreign object", page).unaimed().check(browser, site).await.map(drop)
}
