//! The feed over a bad network, and what stands between page and server.

use super::host::Host;
use super::{script, table};
use crate::browser::Browser;
use crate::cases::widget::{INSIDE, page, snippet};
use crate::pace::Pace;
use crate::site::{Page, Resource, Site};
use anyhow::{Context, Result, ensure};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// A small feed of ours.
const SMALL: &str = r#"{"version": 1, "forum": {"id": "f", "name": "Foro de prueba – ñandú", "timeZone": "America/Bogota"},
    "countries": [{"code": "CO"}], "sessions": [{"id": "a", "title": "Apertura", "start": "2027-05-03T09:00:00-05:00"}]}"#;

fn feed(body: impl Into<axum::body::Bytes>) -> Resource {
    Resource::new("application/json", body)
}

/// 20 MB of spaces, by 20 kB.
fn bomb() -> Result<Vec<u8>> {
    use std::io::Write;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&vec![b' '; 20 << 20])?;
    Ok(gzip.finish()?)
}

/// Each fault: its name, what the server does, and what the widget tells; nothing where it draws.
fn faults() -> Result<Vec<(&'static str, Resource, &'static str)>> {
    let redirect = |to: &str| feed("").status(302).header("location", to);
    let bom = [b"\xef\xbb\xbf".as_slice(), SMALL.as_bytes()].concat();
    Ok(vec![
        ("slow, 100 bytes a second", feed(SMALL).pace(Pace::Drip(100)), ""),
        ("redirected", redirect("/faults/small"), ""),
        ("a byte-order mark", feed(bom), ""),
        ("UTF-8 that is called ISO-8859-1", Resource::new("text/plain; charset=iso-8859-1", SMALL), ""),
        ("no answer", feed(SMALL).delay(Duration::from_mins(1)), "feed-network"),
        ("stalled in the middle", feed(SMALL).pace(Pace::Stall(90)), "feed-network"),
        (
            "cut in the middle",
            feed(SMALL).header("content-length", "400").pace(Pace::Cut(90)),
            "feed-network",
        ),
        ("too slow, 5 bytes a second", feed(SMALL).pace(Pace::Drip(5)), "feed-network"),
        ("redirected in a circle", redirect("/faults/circle"), "feed-network"),
        ("429", feed("").status(429), "feed-http"),
        ("500", feed("").status(500), "feed-http"),
        ("10 MB", feed(vec![b' '; 10 << 20]), "feed-too-large"),
        ("20 MB in 20 kB of gzip", feed(bomb()?).header("content-encoding", "gzip"), "feed-too-large"),
    ])
}

/// All at once on one page; each ends within 20 seconds.
pub(crate) async fn of_the_feed(browser: &Browser, site: &Site) -> Result<()> {
    let faults = faults()?;
    site.replace("/faults/small", feed(SMALL));
    let circle = site.resource(feed("").status(302).header("location", "/faults/circle"));
    site.replace("/faults/circle", feed("").status(302).header("location", circle));
    let mut body = String::new();
    for (at, (_, resource, _)) in faults.iter().enumerate() {
        site.replace(&format!("/faults/{at}"), resource.clone());
        let inside = INSIDE.replace(" id=\"inside\"", "");
        write!(
            body,
            "<forum-widget id=\"fault-{at}\" data-feed=\"/faults/{at}\" data-lang=\"es\">{inside}</forum-widget>"
        )?;
    }
    let page = page(site, "es", &(body + "<script async src=\"/forum-widget.js\"></script>"));
    let begin = Instant::now();
    browser.open(&site.page(page)).await?;
    let settled = "Array.from(document.querySelectorAll('forum-widget')).every(function (one) { return /ready|error|degraded/.test(one.state); })";
    browser.wait_until_within(Duration::from_secs(23), settled).await?;
    let took = begin.elapsed();
    ensure!(took < Duration::from_secs(22), "not within 20 s: {took:?}");
    for (at, (name, _, code)) in faults.iter().enumerate() {
        let seen = format!(
            "var widget = document.querySelector('#fault-{at}'), root = widget.shadowRoot, told = ''; \
             window[Symbol.for('forum-widget events')].forEach(function (event) {{ \
                 if (event.id === widget.id && event.type === 'forum:error') told += event.detail.code; }}); \
             return [told, root.querySelectorAll('.session').length, root.querySelectorAll('.failure button').length, \
                 widget.querySelector('a').getClientRects().length].join(' ')"
        );
        let seen = browser.execute(&seen, &[]).await?;
        let expected = if code.is_empty() { " 1 0 0".to_owned() } else { format!("{code} 0 1 1") };
        ensure!(seen == expected, "{name}: {seen}, not {expected}");
        let words = if code.is_empty() {
            "drawn".into()
        } else {
            format!("the content inside stays, with a retry: `{code}`")
        };
        table::note_words(browser.engine, "46", &format!("the feed: {name}"), &words)?;
    }
    let harm = browser.harm().await?;
    ensure!(harm.errors.is_empty(), "{harm:?}");
    ensure!(
        harm.console.iter().all(|line| line.starts_with("warn: forum-widget: feed-")),
        "{:?}",
        harm.console
    );
    Ok(())
}

/// A page that is left while feed and engine are on their way says nothing.
pub(crate) async fn left_while_loading(browser: &Browser, site: &Site) -> Result<()> {
    site.replace("/slow.json", feed(SMALL).delay(Duration::from_secs(5)));
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
