//! The forum that ships, drawn on a page with the strictest policy, and the page left as it was.

use super::{
    ALL_VIEWS, SHIPPED_FEED, STRICT, allowed, ask, boxes, choose, events, open, page, released, snippet,
    until,
};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use crate::tree::assert_same;
use anyhow::{Result, ensure};
use serde_json::json;
use std::time::Duration;

/// The whole forum stands there, and the element says so in each of its ways.
pub(crate) async fn the_forum_is_drawn(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"{ALL_VIEWS}\"")).await?;
    let counts = ask(
        browser,
        "return ['.day', '.session', '.country', '.delegation', 'path.state', '.chip'].map(function (css) { \
             return root.querySelectorAll(css).length; \
         })",
    )
    .await?;
    // One delegation more: of those whose country the source does not give.
    ensure!(
        counts == json!([2, 5, 12, 13, 34, 9]),
        "days, sessions, rows, delegations, states, chips: {counts}"
    );
    let said = ask(browser, "return [widget.state, widget.engine, typeof ForumWidget.version]").await?;
    ensure!(said == json!(["ready", "wasm", "string"]), "{said}");
    let resolved = "var done = arguments[0]; document.querySelector('forum-widget').ready.then(function () { \
        done('resolved') })";
    ensure!(browser.execute_async(resolved, &[]).await? == "resolved");
    let data = ask(browser, "return widget.data()").await?;
    let written: serde_json::Value = serde_json::from_slice(&released(SHIPPED_FEED)?)?;
    assert_same(&json!(["data", {}, [data]]), &json!(["data", {}, [written]]))?;
    let events = events(browser).await?;
    ensure!(
        events
            == [json!({ "type": "forum:ready", "detail": { "engine": "wasm" }, "frozen": true, "id": "" })],
        "{events:?}"
    );
    Ok(())
}

/// No report, no line, no storage, no global but one, and no request but for the widget's own four files and the feed.
pub(crate) async fn the_page_is_unharmed(browser: &Browser, site: &Site) -> Result<()> {
    let address = open(browser, site, &format!("data-view=\"{ALL_VIEWS}\"")).await?;
    let row = browser.shadow_find(".country").await?;
    choose(browser, &row).await?;
    browser.assert_unharmed(&allowed(site)).await?;
    // A report leaves when the browser likes.
    tokio::time::sleep(Duration::from_millis(300)).await;
    ensure!(site.reports(&address).is_empty(), "{:?}", site.reports(&address));
    // Browsers ask for an icon by themselves, and report that it is forbidden.
    let requests = site.requests().into_iter().filter(|request| {
        !["/bed/", "/favicon.ico", "/csp-report", "/made-"].iter().any(|own| request.path.starts_with(own))
    });
    let mut paths: Vec<String> = requests.map(|request| request.origin + &request.path).collect();
    paths.sort();
    let mut expected = vec![
        address,
        site.address(SHIPPED_FEED),
        site.address("/forum-widget.js"),
        // By its hash, and then to be imported.
        site.address("/forum-widget-later.js"),
        site.address("/forum-widget-later.js"),
        site.address("/forum-widget-later.wasm"),
        site.address("/forum-widget.wasm"),
        site.address("/words/es-later.txt"),
        site.address("/words/es.txt"),
    ];
    expected.sort();
    ensure!(paths == expected, "{paths:?}");
    let referrers: Vec<_> = site
        .requests()
        .into_iter()
        .filter(|request| {
            [SHIPPED_FEED, "/forum-widget.wasm", "/forum-widget-later.wasm", "/words/es.txt"]
                .contains(&request.path.as_str())
        })
        .filter_map(|request| request.referrer)
        .collect();
    ensure!(referrers.is_empty(), "{referrers:?}");
    Ok(())
}

/// Outside of the element nothing changes, and neither does what the page wrote on and in it. The control is the same
/// page with an empty script.
pub(crate) async fn the_page_around_stays(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!("{}<p style=\"color: red\">Más información</p>", snippet("data-country=\"CR\""));
    let address = site.page(page(site, "es", &body));
    let script = "/forum-widget.js";
    let loader = Resource::new("text/javascript", released(script)?);
    site.replace(script, Resource::new("text/javascript", ""));
    browser.open(&address).await?;
    let (around, own) =
        (browser.tree_outside("forum-widget").await?, ask(browser, "return widget.outerHTML").await?);
    ensure!(boxes(browser, "#inside").await? == 1);
    site.replace(script, loader);
    browser.open(&address).await?;
    until(browser, "ready").await?;
    let row = browser.shadow_find(".country").await?;
    choose(browser, &row).await?;
    assert_same(&browser.tree_outside("forum-widget").await?, &around)?;
    ensure!(ask(browser, "return widget.outerHTML").await? == own);
    Ok(())
}

/// What the page put inside is shown until the drawing is whole, and not beside it.
pub(crate) async fn the_content_inside_stays_until_then(browser: &Browser, site: &Site) -> Result<()> {
    let engine = Resource::new("application/wasm", released("/forum-widget.wasm")?);
    site.replace("/forum-widget.wasm", engine.delay(Duration::from_millis(1500)));
    browser.open(&site.page(page(site, "es", &snippet("")).policy(STRICT))).await?;
    browser.wait_until("document.querySelector('forum-widget').state === 'loading'").await?;
    // Feed and words are there, the engine is not.
    tokio::time::sleep(Duration::from_millis(300)).await;
    for path in [SHIPPED_FEED, "/words/es.txt"] {
        let asked = site.requests().iter().any(|request| request.path == path);
        ensure!(asked, "{path} waits for the engine");
    }
    ensure!(boxes(browser, "#inside").await? == 1, "hidden while the engine is on its way");
    ensure!(
        ask(browser, "return widget.state").await? == "loading",
        "the engine was too quick for this case"
    );
    ensure!(ask(browser, "return root === null").await? == true, "something was drawn already");
    until(browser, "ready").await?;
    ensure!(boxes(browser, "#inside").await? == 0, "still shown beside the drawing");
    Ok(())
}
