//! A page that is left, and what stands between page and server.

use super::host::Host;
use super::{script, table};
use crate::browser::Browser;
use crate::cases::widget::{SHIPPED_FEED, page, released, snippet};
use crate::site::{Page, Resource, Site};
use anyhow::{Context, Result, ensure};
use std::time::Duration;

/// A page that is left while feed and engine are on their way says nothing.
pub(crate) async fn left_while_loading(browser: &Browser, site: &Site) -> Result<()> {
    let slow = Resource::new("application/json", released(SHIPPED_FEED)?).delay(Duration::from_secs(5));
    site.replace("/slow.json", slow);
    let telling = "['warn', 'error'].forEach(function (level) { console[level] = function (line) { parent.postMessage(String(line), '*'); }; }); \
        ['error', 'unhandledrejection', 'forum:error'].forEach(function (type) { \
            addEventListener(type, function () { parent.postMessage(type, '*'); }); }); parent.postMessage('control', '*')";
    let mut inner = page(site, "es", &snippet("data-feed=\"/slow.json\""));
    inner.html = inner.html.replace("</head>", &format!("{}</head>", script(site, telling)));
    let inner = site.page(inner);
    let outer = "var lines = []; Object.defineProperty(window, Symbol.for('lines'), { value: lines }); \
        addEventListener('message', function (event) { lines.push(event.data); })";
    let outer = Page::new(format!(
        "<!doctype html><html lang=\"es\"><title>t</title>{}<iframe title=\"f\" src=\"{inner}\"></iframe>",
        script(site, outer)
    ));
    browser.open(&site.page(outer)).await?;
    let loading =
        "document.querySelector('iframe').contentDocument.querySelector('forum-widget').state === 'loading'";
    browser.wait_until(loading).await?;
    let leave = "var done = arguments[0], frame = document.querySelector('iframe'); frame.onload = function () { setTimeout(done, 300); }; \
        frame.src = '/bed/blank'";
    browser.execute_async(leave, &[]).await?;
    let lines = browser.execute("return window[Symbol.for('lines')].join()", &[]).await?;
    ensure!(lines == "control", "{lines}");
    table::note_words(browser.engine, "46", "left while it loads", "silent")
}

/// A service worker that answers for the engine what it likes: asked for once more under another address, which it lets pass
/// or not.
pub(crate) async fn a_service_worker(browser: &Browser, site: &Site) -> Result<()> {
    let opaque = format!("fetch('{}/forum-widget.wasm', {{ mode: 'no-cors' }})", site.other_origin());
    for (name, answer, all, host) in [
        ("a service worker with a stale engine", "new Response('older')", false, None),
        ("a service worker that says 404", "new Response('', { status: 404 })", false, None),
        ("a service worker with an opaque answer", opaque.as_str(), false, None),
        (
            "a service worker with a stale engine, whatever the query",
            "new Response('older')",
            true,
            Some("wasm-integrity"),
        ),
        (
            "a service worker that says 404, whatever the query",
            "new Response('', { status: 404 })",
            true,
            Some("wasm-network"),
        ),
    ] {
        let condition = if all { "url.pathname" } else { "url.pathname + url.search" };
        let worker = format!(
            "addEventListener('install', function () {{ skipWaiting(); }}); \
             addEventListener('activate', function (event) {{ event.waitUntil(clients.claim()); }}); \
             addEventListener('fetch', function (event) {{ var url = new URL(event.request.url); \
                 if ({condition} === '/forum-widget.wasm' && url.origin === location.origin) event.respondWith({answer}); }});"
        );
        site.replace("/worker.js", Resource::new("text/javascript", worker));
        browser.open(&site.address("/bed/blank")).await?;
        let register = "var done = arguments[0]; if (!navigator.serviceWorker) return done('none'); \
            navigator.serviceWorker.getRegistrations().then(function (all) { \
                return Promise.all(all.map(function (one) { return one.unregister(); })); }).then(function () { \
                return navigator.serviceWorker.register('/worker.js?' + Math.random()); }).then(function () { \
                return navigator.serviceWorker.ready; }).then(function () { done('ready'); }, function (error) { done(String(error)); })";
        let registered = browser.execute_async(register, &[]).await?;
        if registered != "ready" {
            table::note_words(browser.engine, "47", name, "no service worker in this browser")?;
            continue;
        }
        let page = page(site, "es", &snippet(""));
        let host_page = Host::new("47", name, page);
        let host_page = match host {
            Some(code) => host_page.degraded(code),
            None => host_page,
        };
        let checked = host_page.allow(|allowed| allowed.console("error: ")).check(browser, site).await;
        checked.context("with a service worker")?;
    }
    Ok(())
}
