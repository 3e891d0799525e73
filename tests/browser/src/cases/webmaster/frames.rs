//! Snippet E: the widget in a frame, which becomes as high as what is in it where the page lets our script run.

use crate::actions::Key;
use crate::browser::Browser;
use crate::cases::widget::{SHIPPED_FEED, ask, released, until};
use crate::engine::Engine;
use crate::site::{Page, Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// What pages with a strict policy allow for snippet E, no more.
const POLICY: &str = "default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'none'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Keeps the messages that come in, and every height that the frame is given.
const RECORDER: &str = "(function () { var record = { messages: [], heights: [] }; \
    Object.defineProperty(window, Symbol.for('frames'), { value: record }); \
    addEventListener('message', function (event) { record.messages.push(event.data); }); \
    addEventListener('DOMContentLoaded', function () { var frame = document.querySelector('iframe'); \
        new MutationObserver(function () { record.heights.push(frame.style.height); }) \
            .observe(frame, { attributes: true, attributeFilter: ['style'] }); }); })()";

/// Our script, as snippet E has it.
const SCRIPT: &str = "<script async src=\"/forum-widget-frame.js\"></script>";

/// A page with these frames and our script for them.
fn around(site: &Site, frames: &str) -> Page {
    let recorder = site.resource(Resource::new("text/javascript", RECORDER));
    Page::new(format!(
        "<!doctype html><html lang=\"es\"><head><title>Ministerio</title><script src=\"{recorder}\"></script></head>\
         <body><main><h1>Ministerio</h1>{frames}</main>{SCRIPT}</body></html>"
    ))
}

async fn record(browser: &Browser, what: &str) -> Result<Vec<Value>> {
    let found = browser.execute(&format!("return window[Symbol.for('frames')].{what}"), &[]).await?;
    found.as_array().cloned().context("no recorder")
}

/// Whether the frame is as high as its content says, and how high.
async fn fitted(browser: &Browser) -> Result<f64> {
    browser.enter_frame("iframe").await?;
    until(browser, "ready").await?;
    browser
        .wait_until("Math.abs(innerHeight - document.documentElement.getBoundingClientRect().height) <= 1")
        .await?;
    let height = browser.execute("return innerHeight", &[]).await?.as_f64().context("no height")?;
    browser.leave_frames().await?;
    Ok(height)
}

/// With and without a sandbox, also where our script comes late, and when it changes.
pub(crate) async fn it_grows(browser: &Browser, site: &Site) -> Result<()> {
    let script = released("/forum-widget-frame.js")?;
    let mut late = Resource::new("text/javascript", script);
    late.delay = Duration::from_secs(1);
    site.replace("/forum-widget-frame.js", late);
    for sandbox in ["", "sandbox=\"allow-scripts\"", "sandbox=\"allow-scripts allow-same-origin\""] {
        let frame = format!(
            "<iframe title=\"Agenda\" width=\"600\" {sandbox} src=\"/embed.html?lang=es&view=agenda\"></iframe>"
        );
        browser.open(&site.page(around(site, &frame).policy(POLICY))).await?;
        let wide = fitted(browser).await.with_context(|| sandbox.to_owned())?;
        site.restore("/forum-widget-frame.js");
        ensure!(wide > 600.0, "{sandbox}: {wide}");
        browser.execute("document.querySelector('iframe').width = 330", &[]).await?;
        browser.wait_until(&format!("document.querySelector('iframe').clientHeight > {wide} + 50")).await?;
        fitted(browser).await.with_context(|| format!("{sandbox}, narrow"))?;
        let own = crate::watch::Allowed::nothing().request(&format!("{}/", site.origin()));
        browser.assert_unharmed(&own.global("se_exportedFunctionSymbol")).await?;
    }
    Ok(())
}

/// What its address may say: what is known, the first of a name, and nothing that is no setting.
pub(crate) async fn it_takes_what_it_knows(browser: &Browser, site: &Site) -> Result<()> {
    let query =
        "lang=pt&view=map&theme=dark&lang=ko&onclick=alert(1)&target=%23x&auto=false&label=<b>&utm_source=x";
    let frame =
        format!("<iframe title=\"Agenda\" sandbox=\"allow-scripts\" src=\"/embed.html?{query}\"></iframe>");
    browser.open(&site.page(around(site, &frame).policy(POLICY))).await?;
    browser.enter_frame("iframe").await?;
    until(browser, "ready").await?;
    let told = "return [document.documentElement.lang, root.querySelector('.root').lang, root.querySelector('.root').dataset.theme, \
        widget.getAttributeNames().sort().join()]";
    let found = ask(browser, told).await?;
    ensure!(found == json!(["pt", "pt", "dark", "data-label,data-lang,data-theme,data-view"]), "{found}");
    browser.assert_accessible("forum-widget").await?;
    // Without an origin there is no storage, and favourites last as long as the page.
    browser
        .open(&site.page(around(site, &frame.replace("lang=pt", "favorites=true")).policy(POLICY)))
        .await?;
    browser.enter_frame("iframe").await?;
    until(browser, "ready").await
}

/// What a frame that calls itself ours says that is not a height, and what others say.
pub(crate) async fn others_are_refused(browser: &Browser, site: &Site) -> Result<()> {
    let speak = |lines: &str| {
        let script = site.resource(Resource::new("text/javascript", lines.to_owned()));
        format!("<!doctype html><html lang=es><title>t</title><script src=\"{script}\"></script>")
    };
    let html = |text: String| Resource::new("text/html; charset=utf-8", text);
    let bad = "['777', NaN, Infinity, -Infinity, 0, -5, 50001, 1e300, null, undefined, {}, [777], true].forEach(function (height) { \
        parent.postMessage({ type: 'forum:resize', height: height }, '*'); }); \
        parent.postMessage({ type: 'other', height: 777 }, '*'); parent.postMessage(777, '*'); parent.postMessage(null, '*'); \
        parent.postMessage({ type: 'forum:resize', height: 333.5 }, '*');";
    site.replace("/embed.html", html(speak(bad)));
    let good = "parent.postMessage({ type: 'forum:resize', height: 777 }, '*')";
    let other = site.page(Page::new(speak(good)));
    // Each says 777: a frame of another name, one that was led to another site, one in a sandbox that says it is the site's.
    let elsewhere = format!("{}/embed.html", site.other_origin());
    site.replace("/led/embed.html", Resource::new("text/html", "").status(302).header("location", elsewhere));
    let frames = format!(
        "<iframe title=a style=\"border:4px solid;box-sizing:border-box\" src=\"/embed.html?lang=es\"></iframe>\
         <iframe title=b src=\"{other}\"></iframe><iframe title=c src=\"/led/embed.html\"></iframe>"
    );
    // Ours stands before them, since these do not answer when they are asked.
    let around = || {
        let mut page = around(site, &frames);
        page.html = page
            .html
            .replace(SCRIPT, "")
            .replace("<body>", "<body><script src=\"/forum-widget-frame.js\"></script>");
        site.page(page)
    };
    browser.open(&around()).await?;
    browser.wait_until("document.querySelector('iframe').clientHeight >= 333").await?;
    browser.wait_until("window[Symbol.for('frames')].messages.length >= 16 * 2 + 1 + 1").await?;
    let heights = record(browser, "heights").await?;
    ensure!(
        heights
            .iter()
            .all(|height| ["333.5px", "341px", "341.5px"].contains(&height.as_str().unwrap_or_default())),
        "{heights:?}"
    );
    let others = "return ['b', 'c'].map(function (title) { return document.querySelector('iframe[title=' + title + ']').style.height; })";
    ensure!(browser.execute(others, &[]).await? == json!(["", ""]));
    // The control: from the right frame the same height is taken.
    site.replace("/embed.html", html(speak(good)));
    browser.open(&around()).await?;
    browser.wait_until("document.querySelector('iframe').clientHeight >= 777").await.map(drop)
}

/// The frame answers nobody but the page around it, and repeats itself for nobody.
pub(crate) async fn no_message_without_a_change(browser: &Browser, site: &Site) -> Result<()> {
    let asking = site.resource(Resource::new(
        "text/javascript",
        "setInterval(function () { for (var i = 0; i < parent.length; i += 1) \
            parent[i].postMessage({ type: 'forum:measure' }, '*'); }, 20)",
    ));
    let asking = site.page(Page::new(format!(
        "<!doctype html><html lang=es><title>t</title><script src=\"{asking}\"></script>"
    )));
    let frames = format!(
        "<iframe title=a width=600 src=\"/embed.html?lang=es\"></iframe><iframe title=b src=\"{asking}\"></iframe>"
    );
    browser.open(&site.page(around(site, &frames))).await?;
    fitted(browser).await?;
    let before = record(browser, "messages").await?;
    browser.execute("scrollTo(0, 300)", &[]).await?;
    tokio::time::sleep(Duration::from_millis(400)).await;
    let after = record(browser, "messages").await?;
    ensure!(before == after, "{before:?} {after:?}");
    let same = after.windows(2).filter(|pair| pair[0] == pair[1]).count();
    // Our script may have asked when the frame had told already.
    ensure!(same <= 1, "{after:?}");
    // Asked by the page around, it answers.
    let ask = "document.querySelector('iframe').contentWindow.postMessage({ type: 'forum:measure' }, '*')";
    browser.execute(ask, &[]).await?;
    browser
        .wait_until(&format!("window[Symbol.for('frames')].messages.length === {}", after.len() + 1))
        .await
        .map(drop)
}

/// Where no script may run around it, the frame keeps its height, and what is inside is scrolled.
pub(crate) async fn it_works_without_scripts_around(browser: &Browser, site: &Site) -> Result<()> {
    let frame = "<iframe title=\"Agenda\" width=600 height=500 src=\"/embed.html?lang=es\"></iframe>";
    let policy = POLICY.replace("script-src 'self'; ", "");
    browser
        .open(
            &site.page(
                Page::new(around(site, frame).html.replace("<head>", "<head><!-- no watcher -->"))
                    .policy(&policy),
            ),
        )
        .await?;
    browser.enter_frame("iframe").await?;
    until(browser, "ready").await?;
    let found =
        browser.execute("return [innerHeight, document.documentElement.scrollHeight > 600]", &[]).await?;
    ensure!(found == json!([500, true]), "{found}");
    browser.screenshot("frame-without-scripts").await.map(drop)
}

/// A long programme is unfolded before printing, and the frame grows with it.
pub(crate) async fn on_paper(browser: &Browser, site: &Site) -> Result<()> {
    let sessions: Vec<Value> = (0..150)
        .map(|number| json!({ "id": format!("s{number}"), "title": format!("Sesión {number}"), "date": "2021-03-17" }))
        .collect();
    let forum = json!({ "id": "f", "name": "Foro", "timeZone": "Asia/Seoul", "start": "2021-03-17", "end": "2021-03-17" });
    let feed = json!({ "version": 1, "forum": forum, "sessions": sessions });
    site.replace("/long.json", Resource::new("application/json", feed.to_string()));
    let frame = "<iframe title=a width=600 src=\"/embed.html?lang=es&view=agenda&feed=/long.json\"></iframe>";
    browser.open(&site.page(around(site, frame).policy(POLICY))).await?;
    let before = fitted(browser).await?;
    browser.enter_frame("iframe").await?;
    browser.execute("dispatchEvent(new Event('beforeprint'))", &[]).await?;
    browser.leave_frames().await?;
    let grown = format!("document.querySelector('iframe').clientHeight > 2 * {before}");
    browser.wait_until(&grown).await.map(drop)
}

/// A link leads to a window of its own; in a sandbox that forbids windows, to the frame.
pub(crate) async fn links_lead_somewhere(browser: &Browser, site: &Site) -> Result<()> {
    let blank = site.address("/bed/blank");
    let feed = json!({ "version": 1, "forum": { "id": "f", "name": "Foro", "timeZone": "Asia/Seoul", "attribution": { "source": "Organización", "license": "CC BY 4.0", "url": blank },
        "start": "2021-03-17", "end": "2021-03-18" },
        "sessions": [{ "id": "s", "title": "Apertura", "date": "2021-03-17" }] });
    let resource =
        Resource::new("application/json", feed.to_string()).header("access-control-allow-origin", "*");
    let feed = site.resource(resource);
    let path = feed.trim_start_matches(site.origin());
    for (sandbox, windows) in
        [("sandbox=\"allow-scripts\"", 1), ("sandbox=\"allow-scripts allow-popups\"", 2), ("", 2)]
    {
        // The driver of WebKit reaches no link in a sandbox by key or pointer, and a script opens no window there.
        if browser.engine == Engine::Webkit && sandbox.contains("popups") {
            continue;
        }
        let frame =
            format!("<iframe title=a width=600 {sandbox} src=\"/embed.html?lang=es&feed={path}\"></iframe>");
        browser.open(&site.page(around(site, &frame))).await?;
        fitted(browser).await?;
        browser.enter_frame("iframe").await?;
        let link = browser.shadow_find(&format!("a[href^=\"{blank}\"]")).await?;
        let element = serde_json::to_value(&link)?;
        if browser.engine != Engine::Webkit {
            // By key, since what comes with the pointer's interest may move the foot of the widget away from under it.
            browser.execute("arguments[0].focus()", &[element]).await?;
            browser.press(&[Key::Enter]).await?;
        } else if sandbox.is_empty() {
            browser.click(&link).await?;
        } else {
            browser.execute("arguments[0].click()", &[element]).await?;
        }
        if windows == 1 {
            browser.wait_until("location.pathname === '/bed/blank'").await?;
        } else {
            let end = Instant::now() + Duration::from_secs(5);
            while browser.client.windows().await?.len() < windows {
                ensure!(Instant::now() < end, "{sandbox}: no window");
            }
            ensure!(ask(browser, "return location.pathname").await? == "/embed.html", "{sandbox}");
        }
        browser.leave_frames().await?;
        ensure!(browser.client.windows().await?.len() == windows, "{sandbox}");
        browser.reset(&blank).await?;
    }
    Ok(())
}

/// The page by itself is the widget and nothing else.
pub(crate) async fn the_page_alone(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.address("/embed.html?lang=es&view=agenda")).await?;
    until(browser, "ready").await?;
    let others = "return [document.body.children.length, document.querySelectorAll('body > :not(script, forum-widget)').length]";
    ensure!(ask(browser, others).await? == json!([3, 0]));
    // A feed of another site is refused, so that nobody shows anything under this site's name.
    let elsewhere = format!("{}{SHIPPED_FEED}", site.other_origin());
    browser.open(&site.address(&format!("/embed.html?lang=es&feed={elsewhere}"))).await?;
    until(browser, "error").await?;
    // Until the webmaster allows it. The server of the tests has a policy of its own as well, which this copy has not.
    let page = String::from_utf8(released("/embed.html")?)?;
    for (feeds, state) in [("", "error"), (site.other_origin(), "ready")] {
        let named = page.replace("content=\"\"", &format!("content=\"{feeds}\""));
        site.replace(
            "/copy/embed.html",
            Resource::new("text/html; charset=utf-8", named.replace("src=\"", "src=\"/")),
        );
        browser.open(&site.address(&format!("/copy/embed.html?lang=es&feed={elsewhere}"))).await?;
        until(browser, state).await.with_context(|| feeds.to_owned())?;
    }
    Ok(())
}
