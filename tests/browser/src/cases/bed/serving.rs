//! The site: headers as they were given, faults, replaced files, the log.

use super::scripted;
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use anyhow::{Result, ensure};
use serde_json::json;
use std::time::Duration;

const FETCH: &str = "var done = arguments[1]; var begin = performance.now(); fetch(arguments[0]).then(answer => \
    answer.text().then(text => done({ status: answer.status, text, header: answer.headers.get('x-planted'), \
    type: answer.headers.get('content-type'), slow: performance.now() - begin > 290 })), error => done('' + error))";

/// Status, delay, headers and body arrive as the case gave them.
pub(crate) async fn faults_arrive(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.page(scripted(""))).await?;
    let slow = Resource::new("text/plain", "busy")
        .status(503)
        .delay(Duration::from_millis(300))
        .header("x-planted", "yes");
    let answer = browser.execute_async(FETCH, &[json!(site.resource(slow))]).await?;
    let expected =
        json!({ "status": 503, "text": "busy", "header": "yes", "type": "text/plain", "slow": true });
    ensure!(answer == expected, "{answer}");
    let quick = site.resource(Resource::new("application/json", "{}"));
    let answer = browser.execute_async(FETCH, &[json!(quick)]).await?;
    ensure!(answer["status"] == 200 && answer["slow"] == false && answer["header"].is_null(), "{answer}");
    Ok(())
}

/// A path of the release can be broken for one case, and is whole again in the next.
pub(crate) async fn files_can_be_replaced(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.page(scripted(""))).await?;
    let address = site.address("/forum-widget-of-the-bed.js");
    ensure!(browser.execute_async(FETCH, &[json!(address)]).await?["status"] == 404);
    site.replace("/forum-widget-of-the-bed.js", Resource::new("text/plain", "broken"));
    ensure!(browser.execute_async(FETCH, &[json!(address)]).await?["text"] == "broken");
    site.reset();
    ensure!(browser.execute_async(FETCH, &[json!(address)]).await?["status"] == 404);
    Ok(())
}

/// The other origin is one: without CORS its text cannot be read, with it it can.
pub(crate) async fn the_other_origin_is_another(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.page(scripted(""))).await?;
    let elsewhere = |address: String| address.replace(site.origin(), site.other_origin());
    let closed = elsewhere(site.resource(Resource::new("text/plain", "closed")));
    let answer = browser.execute_async(FETCH, &[json!(closed)]).await?;
    ensure!(answer.is_string(), "read without leave: {answer}");
    let open = Resource::new("text/plain", "open").header("access-control-allow-origin", "*");
    let answer = browser.execute_async(FETCH, &[json!(elsewhere(site.resource(open)))]).await?;
    ensure!(answer["text"] == "open", "{answer}");
    Ok(())
}

/// The log has each request with its page, and can be emptied.
pub(crate) async fn requests_are_logged(browser: &Browser, site: &Site) -> Result<()> {
    let page = site.page(scripted("").header("referrer-policy", "unsafe-url"));
    browser.open(&page).await?;
    site.clear_requests();
    ensure!(site.requests().is_empty());
    browser.execute_async(FETCH, &[json!("/no-such-file?x=1")]).await?;
    let logged: Vec<_> =
        site.requests().into_iter().filter(|one| one.path.starts_with("/no-such-file")).collect();
    ensure!(logged.len() == 1, "{logged:?}");
    let request = &logged[0];
    ensure!(
        request.path == "/no-such-file?x=1" && request.method == "GET" && request.status == 404,
        "{request:?}"
    );
    ensure!(request.referrer.as_deref() == Some(page.as_str()), "{request:?}");
    Ok(())
}

/// The watcher does not turn a page into quirks mode, nor a quirky page out of it.
pub(crate) async fn pages_keep_their_mode(browser: &Browser, site: &Site) -> Result<()> {
    for (html, mode) in [
        ("<!doctype html><title>p</title>", "CSS1Compat"),
        ("<!DOCTYPE html>\n<html lang=es><head><title>p</title>", "CSS1Compat"),
        ("<!doctype html><header>p</header>", "CSS1Compat"),
        ("<title>p</title><p>text", "BackCompat"),
    ] {
        browser.open(&site.page(Page::new(html))).await?;
        ensure!(browser.execute("return document.compatMode", &[]).await? == mode, "{html}");
        browser.harm().await?;
    }
    Ok(())
}
