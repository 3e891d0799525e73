//! What the widget is on a page, held to what describes it (`xtask::generate::interface::contract`).

use super::{ALL_VIEWS, STRICT, ask, choose, open, page, snippet, until, wake};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use xtask::generate::interface::contract::{
    EVENTS, GLOBAL_METHODS, GLOBAL_PROPERTIES, METHODS, PARTS, PROPERTIES, Value as Described,
};

fn set(value: &Value) -> Result<BTreeSet<String>> {
    let words = value.as_array().context("no list")?.iter();
    words.map(|word| word.as_str().map(ToOwned::to_owned).context("no word")).collect()
}

/// The element and the global have these members and no others.
pub(crate) async fn members(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "").await?;
    let own = "return Object.getOwnPropertyNames(Object.getPrototypeOf(widget)).filter(function (name) { \
        return !/^(constructor|(dis)?connectedCallback)$/.test(name); })";
    let described = PROPERTIES.iter().map(|one| one.name).chain(METHODS.iter().map(|one| one.name));
    let found = set(&ask(browser, own).await?)?;
    ensure!(found == described.map(ToOwned::to_owned).collect(), "{found:?}");
    let own = "return Object.keys(ForumWidget)";
    let described =
        GLOBAL_PROPERTIES.iter().map(|one| one.name).chain(GLOBAL_METHODS.iter().map(|one| one.name));
    let found = set(&ask(browser, own).await?)?;
    ensure!(found == described.map(ToOwned::to_owned).collect(), "{found:?}");
    Ok(())
}

/// Each event comes with what its description says, and with nothing else.
pub(crate) async fn events(browser: &Browser, site: &Site) -> Result<()> {
    let names: Vec<_> = EVENTS.iter().map(|event| event.name).collect();
    let recorder = format!(
        "(function () {{ var all = []; Object.defineProperty(window, Symbol.for('told'), {{ value: all }}); \
         {}.forEach(function (type) {{ addEventListener(type, function (event) {{ \
            if (event.cancelable) event.preventDefault(); all.push([type, event.detail]); }}); }}); }})()",
        json!(names)
    );
    let recorder = site.resource(Resource::new("text/javascript", recorder));
    let body = format!(
        "<script src=\"{recorder}\"></script>{}<forum-widget data-loading=\"eager\" data-feed=\"https://forum.example/\"></forum-widget>\
         <forum-widget id=\"links\" data-loading=\"eager\" data-feed=\"/feeds/example.json\"></forum-widget>",
        snippet("data-theme=\"pink\"")
    );
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    browser
        .wait_until(
            "Array.from(document.querySelectorAll('forum-widget')).every(function (one) { \
        return /ready|error/.test(one.state); })",
        )
        .await?;
    choose(browser, &browser.shadow_find(".country[data-action]").await?).await?;
    wake(browser).await?;
    let rest = "var field = root.querySelector('[type=search]'); field.value = 'e'; \
        field.dispatchEvent(new Event('input', { bubbles: true })); \
        document.querySelector('#links').shadowRoot.querySelector('a[href^=http]').click()";
    ask(browser, rest).await?;
    let all = "new Set(window[Symbol.for('told')].map(function (event) { return event[0]; })).size";
    browser.wait_until(&format!("{all} === {}", EVENTS.len())).await?;
    let told = browser.execute("return window[Symbol.for('told')]", &[]).await?;
    for event in told.as_array().context("no events")? {
        let (name, detail) = (&event[0], event[1].as_object().context("no detail")?);
        let described = EVENTS.iter().find(|one| name == one.name).context("unknown")?.detail;
        ensure!(is_as_described(detail, described), "{name}: {detail:?}");
    }
    let codes = told.as_array().into_iter().flatten().filter_map(|event| event[1]["code"].as_str());
    let codes: BTreeSet<_> = codes.collect();
    ensure!(codes == BTreeSet::from(["config", "feed-csp"]), "{codes:?}");
    Ok(())
}

fn is_as_described(detail: &Map<String, Value>, described: &[Described]) -> bool {
    let is_known = |name: &String| described.iter().any(|value| value.name == name);
    let is_right = |value: &Described| match (&detail.get(value.name), value.kind) {
        (None | Some(Value::Null), _) => value.optional,
        (Some(found), "number") => found.is_number(),
        (Some(found), "boolean") => found.is_boolean(),
        (Some(found), _) => found.is_string(),
    };
    detail.keys().all(is_known) && described.iter().all(is_right)
}

/// Each part is somewhere, and there are no others.
pub(crate) async fn parts(browser: &Browser, site: &Site) -> Result<()> {
    let own = "return [].concat.apply([], Array.from(root.querySelectorAll('[part]'), function (one) { return Array.from(one.part); }))";
    let mut found = BTreeSet::new();
    for feed in ["/feeds/example.json", super::SHIPPED_FEED, "/no-such-feed.json"] {
        // A day that is named makes tabs of the days.
        let settings = format!("data-view=\"{ALL_VIEWS}\" data-feed=\"{feed}\" data-day=\"2021-03-17\"");
        browser.open(&site.page(page(site, "es", &snippet(&settings)).policy(STRICT))).await?;
        if feed.starts_with("/no") {
            until(browser, "error").await?;
        } else {
            until(browser, "ready").await?;
        }
        found.extend(set(&ask(browser, own).await?)?);
    }
    let described: BTreeSet<_> = PARTS.iter().map(|part| part.name.to_owned()).collect();
    ensure!(found == described, "found {found:?}");
    Ok(())
}
