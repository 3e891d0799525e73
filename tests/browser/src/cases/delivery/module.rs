//! The widget by an import, as npm and pages with modules have it.

use crate::browser::Browser;
use crate::cases::widget::{INSIDE, SHIPPED_FEED, STRICT, allowed, ask, copied, page, until};
use crate::site::{Page, Resource, Site};
use anyhow::{Result, ensure};
use serde_json::json;

/// Snippets A and C without their script.
fn places() -> String {
    format!("<forum-widget>{INSIDE}</forum-widget><div class=\"forum-widget\" data-lang=\"pt\"></div>")
}

async fn expect_drawn(browser: &Browser, site: &Site, page: Page) -> Result<()> {
    site.clear_requests();
    browser.open(&site.page(page)).await?;
    until(browser, "ready").await?;
    let drawn = "return Array.from(document.querySelectorAll('forum-widget')).map(function (one) { \
        return one.shadowRoot.querySelectorAll('.session').length; })";
    ensure!(browser.execute(drawn, &[]).await? == json!([5, 5]));
    ensure!(ask(browser, "return document.querySelector('#inside').getClientRects().length").await? == 0);
    let mounted = "var place = document.createElement('div'); document.querySelector('#column').append(place); \
        return ForumWidget.mount(place, { view: 'map', loading: 'eager' }) === place.firstChild";
    ensure!(ask(browser, mounted).await? == true);
    until(browser, "ready").await?;
    browser.assert_unharmed(&allowed(site)).await
}

fn asked(site: &Site, path: &str) -> usize {
    site.requests().iter().filter(|request| request.path == path).count()
}

/// In the page itself, and as a file of it under the strict policy: no script of ours besides.
pub(crate) async fn imported(browser: &Browser, site: &Site) -> Result<()> {
    let inline = "<script type=\"module\">import \"/forum-widget-module.js\"</script>";
    expect_drawn(browser, site, page(site, "es", &(places() + inline))).await?;
    ensure!(asked(site, "/forum-widget.js") == 0, "{:?}", site.requests());
    let file = site.resource(Resource::new("text/javascript", "import \"/forum-widget-module.js\";"));
    let body = format!("{}<script type=\"module\" src=\"{file}\"></script>", places());
    expect_drawn(browser, site, page(site, "es", &body).policy(STRICT)).await?;
    ensure!(asked(site, "/forum-widget.js") == 0, "{:?}", site.requests());
    Ok(())
}

/// By two scripts of the page, and beside the usual tag: one element, one engine, and each place is served once.
pub(crate) async fn imported_twice(browser: &Browser, site: &Site) -> Result<()> {
    let inline = "<script type=\"module\">import \"/forum-widget-module.js\"</script>";
    let late = "<script type=\"module\">import(\"/forum-widget-module.js\")</script>";
    let body = format!("{}{inline}{late}<script async src=\"/forum-widget.js\"></script>", places());
    expect_drawn(browser, site, page(site, "es", &body)).await?;
    ensure!(asked(site, "/forum-widget.wasm") == 1, "{:?}", site.requests());
    Ok(())
}

/// Its files are beside the module, wherever the page is.
pub(crate) async fn of_another_folder(browser: &Browser, site: &Site) -> Result<()> {
    let files =
        ["/forum-widget-module.js", "/forum-widget.wasm", "/words/es.txt", "/words/pt.txt", SHIPPED_FEED];
    for path in files {
        site.replace(&format!("/node_modules/forum-widget{path}"), copied(path)?);
    }
    let map = "<script type=\"importmap\">{\"imports\": {\"forum-widget\": \"/node_modules/forum-widget/forum-widget-module.js\"}}</script>\
        <script type=\"module\">import \"forum-widget\"</script>";
    site.clear_requests();
    browser.open(&site.page(page(site, "es", &(places() + map)))).await?;
    until(browser, "ready").await?;
    ensure!(asked(site, "/node_modules/forum-widget/forum-widget.wasm") == 1, "{:?}", site.requests());
    ensure!(asked(site, "/forum-widget.wasm") == 0, "{:?}", site.requests());
    Ok(())
}
