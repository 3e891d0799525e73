//! The ways in which a page may hold the widget, and what it may do with it afterwards.

use super::{INSIDE, SHIPPED_FEED, STRICT, allowed, ask, choose, events, page, released, snippet, until};
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use anyhow::{Result, ensure};
use serde_json::json;
use std::time::Duration;

const ONE_TAG: &str =
    "<script async id=\"tag\" src=\"/forum-widget.js\" data-lang=\"pt\" data-view=\"map\"></script>";

/// What stands in the shadow root: its children, the widget's own roots, the cards of failures, slots.
const DRAWN: &str = "return [root.childNodes.length, root.querySelectorAll('section.root').length, \
    root.querySelectorAll('.failure').length, root.querySelectorAll('slot').length]";

async fn expect_drawn_once(browser: &Browser) -> Result<()> {
    let drawn = ask(browser, DRAWN).await?;
    ensure!(drawn == json!([1, 1, 0, 0]), "children, roots, failures, slots: {drawn}");
    Ok(())
}

fn requests_for(site: &Site, path: &str) -> usize {
    site.requests().iter().filter(|request| request.path == path).count()
}

/// One tag: the widget stands right behind it, with the tag's settings.
pub(crate) async fn one_tag_in_the_body(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!("<p>Antes</p>{ONE_TAG}<p>Después</p>");
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    expect_drawn_once(browser).await?;
    let place = "var tag = document.querySelector('#tag'); return [tag.nextElementSibling === widget, \
        tag.previousElementSibling.textContent, widget.nextElementSibling.textContent, \
        root.querySelector('.root').lang, root.querySelectorAll('.session').length, \
        Array.from(widget.attributes).map(function (one) { return one.name; })]";
    let place = ask(browser, place).await?;
    ensure!(place == json!([true, "Antes", "Después", "pt", 0, ["data-lang", "data-view"]]), "{place}");
    browser.assert_unharmed(&allowed(site)).await
}

/// One tag in the head, which shows nothing: the widget stands at the end of the body.
pub(crate) async fn one_tag_in_the_head(browser: &Browser, site: &Site) -> Result<()> {
    for tag in [ONE_TAG.to_owned(), ONE_TAG.replace("async ", "")] {
        let mut page = page(site, "es", "<p>Texto</p>");
        page.html = page.html.replace("</head>", &format!("{tag}</head>"));
        browser.open(&site.page(page.policy(STRICT))).await?;
        until(browser, "ready").await?;
        expect_drawn_once(browser).await?;
        let place = "return [document.body.lastElementChild === widget, document.head.children.length, \
            document.querySelectorAll('forum-widget').length]";
        let place = ask(browser, place).await?;
        // Charset, title, recorder, tag, and the bed's own watcher.
        ensure!(place == json!([true, 5, 1]), "{place}");
        browser.assert_unharmed(&allowed(site)).await?;
    }
    Ok(())
}

/// The script twice, and a copy of it from another folder: one element, drawn once.
pub(crate) async fn the_script_twice(browser: &Browser, site: &Site) -> Result<()> {
    site.replace("/copy/forum-widget.js", Resource::new("text/javascript", released("/forum-widget.js")?));
    let again =
        "<script async src=\"/forum-widget.js\"></script><script src=\"/copy/forum-widget.js\"></script>";
    // The copy has no engine in its folder: whichever script is first, the element must be drawn.
    for file in ["/forum-widget.wasm", "/words/es.txt", SHIPPED_FEED] {
        site.replace(&format!("/copy{file}"), Resource::new("application/octet-stream", released(file)?));
    }
    browser.open(&site.page(page(site, "es", &(snippet("") + again)).policy(STRICT))).await?;
    until(browser, "ready").await?;
    expect_drawn_once(browser).await?;
    let engines = requests_for(site, "/forum-widget.wasm") + requests_for(site, "/copy/forum-widget.wasm");
    ensure!(engines == 1, "{engines} engines");
    browser.assert_unharmed(&allowed(site)).await
}

/// Two widgets ask once for feed and engine, and know nothing of each other.
pub(crate) async fn two_widgets(browser: &Browser, site: &Site) -> Result<()> {
    let body = snippet("data-view=\"map\" id=\"first\"")
        + &snippet("data-view=\"agenda\" data-lang=\"ko\" id=\"second\"");
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    ensure!(requests_for(site, SHIPPED_FEED) == 1, "{:?}", site.requests());
    // Another case may have left other bytes in the browser's cache: then it is asked for under another address.
    let wasm = site.requests().into_iter().filter(|request| request.path.starts_with("/forum-widget.wasm"));
    ensure!(wasm.count() == 1, "{:?}", site.requests());
    choose(browser, &browser.shadow_find_in("#first", ".country[data-action=\"country:CO\"]").await?).await?;
    let marked = "return Array.from(document.querySelectorAll('forum-widget')).map(function (one) { \
        return one.shadowRoot.querySelectorAll('button[data-action^=country][aria-pressed=true]').length; })";
    let marked = browser.execute(marked, &[]).await?;
    ensure!(marked == json!([1, 0]), "{marked}");
    choose(browser, &browser.shadow_find_in("#second", ".chip[data-action=\"country:CR\"]").await?).await?;
    let events = events(browser).await?;
    let selections: Vec<_> = events
        .iter()
        .filter(|event| event["type"] == "forum:select")
        .map(|event| json!([event["id"], event["detail"]["id"]]))
        .collect();
    ensure!(selections == [json!(["first", "CO"]), json!(["second", "CR"])], "{selections:?}");
    browser.assert_unharmed(&allowed(site)).await
}

/// Moved, taken away and put back when it is drawn: it draws itself again, whole, and leaves nothing behind.
pub(crate) async fn moved_and_removed(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!("<div id=\"other\"></div>{}", snippet(""));
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let first = browser.shadow_tree("forum-widget").await?;
    ask(browser, "document.querySelector('#other').append(widget)").await?;
    until(browser, "ready").await?;
    expect_drawn_once(browser).await?;
    ensure!(ask(browser, "return widget.parentNode.id").await? == "other");
    ask(browser, "window[Symbol.for('kept')] = widget; widget.remove()").await?;
    tokio::time::sleep(Duration::from_millis(200)).await;
    let away = "var kept = window[Symbol.for('kept')], root = kept.shadowRoot; \
        return [kept.state, root.childNodes.length, root.querySelectorAll('slot').length, \
            kept.engine, kept.data() === undefined]";
    let away = browser.execute(away, &[]).await?;
    ensure!(away == json!(["idle", 1, 1, "static", true]), "away: {away}");
    // In one script: a moment later it is drawn again.
    let back = "document.querySelector('#column').append(window[Symbol.for('kept')]); \
        return document.querySelector('#inside').getClientRects().length";
    ensure!(browser.execute(back, &[]).await? == 1, "the content inside is not back");
    until(browser, "ready").await?;
    expect_drawn_once(browser).await?;
    crate::tree::assert_same(&browser.shadow_tree("forum-widget").await?, &first)?;
    choose(browser, &browser.shadow_find(".country[data-action=\"country:CO\"]").await?).await?;
    let said = ask(
        browser,
        "return root.querySelectorAll('button[data-action^=country][aria-pressed=true]').length",
    )
    .await?;
    ensure!(said == 3, "{said}");
    let selections = events(browser).await?.iter().filter(|event| event["type"] == "forum:select").count();
    ensure!(selections == 1, "one click, {selections} events");
    browser.assert_unharmed(&allowed(site)).await
}

/// Put back, the content inside looks as the page wrote it until the widget is drawn again.
pub(crate) async fn no_style_is_left(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!("<div id=\"other\"></div>{}", snippet(""));
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let left = "document.querySelector('main').style.fontSize = '30px'; \
        document.querySelector('#other').append(widget); \
        return [getComputedStyle(document.querySelector('#inside')).fontSize, root.adoptedStyleSheets.length]";
    let left = ask(browser, left).await?;
    ensure!(left == json!(["30px", 0]), "{left}");
    Ok(())
}

/// Taken away while feed and engine are on their way: nothing is drawn into what is gone.
pub(crate) async fn removed_while_it_loads(browser: &Browser, site: &Site) -> Result<()> {
    let engine = Resource::new("application/wasm", released("/forum-widget.wasm")?);
    site.replace("/forum-widget.wasm", engine.delay(Duration::from_millis(500)));
    browser.open(&site.page(page(site, "es", &snippet("")).policy(STRICT))).await?;
    browser.wait_until("document.querySelector('forum-widget').state === 'loading'").await?;
    ask(browser, "window[Symbol.for('kept')] = widget; widget.remove()").await?;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let away = "var kept = window[Symbol.for('kept')]; return [kept.state, kept.shadowRoot === null, kept.innerHTML]";
    let away = browser.execute(away, &[]).await?;
    ensure!(away == json!(["idle", true, INSIDE]), "{away}");
    ensure!(events(browser).await?.is_empty(), "{:?}", events(browser).await?);
    browser.execute("document.querySelector('#column').append(window[Symbol.for('kept')])", &[]).await?;
    until(browser, "ready").await?;
    expect_drawn_once(browser).await
}

/// Settings that are none: the default stays, and the console names the nearest.
pub(crate) async fn bad_settings(browser: &Browser, site: &Site) -> Result<()> {
    let body = snippet("data-langauge=\"ko\" data-theme=\"pink\" data-view=\"agenda\"");
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let root =
        ask(browser, "var at = root.querySelector('.root'); return [at.lang, at.dataset.theme]").await?;
    ensure!(root == json!(["es", "light"]), "{root}");
    let console = browser.harm().await?.console;
    let expected =
        ["warn: forum-widget: data-langauge? data-lang", "warn: forum-widget: data-theme=\"pink\"?"];
    ensure!(console == expected, "{console:?}");
    Ok(())
}

/// The page's own names hide what the browser has: the widget does not ask there.
pub(crate) async fn a_page_that_hides_names(browser: &Browser, site: &Site) -> Result<()> {
    let hiding = "<form name=\"createElement\"></form><img name=\"currentScript\" alt=\"\"><form name=\"implementation\"></form>";
    let page: Page = page(site, "es", &(hiding.to_owned() + &snippet("")));
    browser.open(&site.page(page.policy(STRICT))).await?;
    until(browser, "ready").await?;
    expect_drawn_once(browser).await?;
    let hidden = browser.execute("return typeof document.createElement === 'function'", &[]).await?;
    ensure!(hidden == false, "nothing is hidden");
    Ok(())
}
