//! Feeds with faults in their records, and feeds that would do harm: the good is shown, the rest is told, nothing runs.

use super::equality::{printed, visitor};
use super::{ALL_VIEWS, allowed, ask, choose, events, open, page, snippet, until};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use crate::tree::assert_same;
use anyhow::{Result, anyhow, ensure};
use forum_widget::feed::read;
use forum_widget::locale::Language;
use serde_json::{Value, json};

const BAD_RECORDS: &str = include_str!("../../../../fixtures/bad-records.json");
const HOSTILE_TEXTS: &str = include_str!("../../../../fixtures/hostile-texts.json");

fn served(site: &Site, feed: &str) -> String {
    site.resource(Resource::new("application/json", feed.to_owned()))
}

/// Each good record is there, and each fault is told once: to the page with its path, to the console by name.
pub(crate) async fn good_records_are_shown(browser: &Browser, site: &Site) -> Result<()> {
    let feed = served(site, BAD_RECORDS);
    open(browser, site, &format!("data-view=\"{ALL_VIEWS}\" data-feed=\"{feed}\"")).await?;
    let shown = "return ['.title', '.country-name', '.delegation .person-name'].map(function (css) { \
        return Array.from(root.querySelectorAll(css)).map(function (one) { return one.textContent; }); })";
    let shown = ask(browser, shown).await?;
    let expected =
        json!([["La primera buena", "La segunda buena"], ["Colombia", "Costa Rica"], ["Ana Mora"]]);
    ensure!(shown == expected, "{shown}");
    let told: Vec<Value> =
        events(browser).await?.into_iter().filter(|event| event["type"] == "forum:error").collect();
    for event in &told {
        let detail = &event["detail"];
        ensure!(detail["code"] == "feed-schema" && detail["fatal"] == false, "{event}");
        ensure!(detail["url"] == *feed && event["frozen"] == true, "{event}");
        ensure!(detail["message"].as_str().is_some_and(|text| text.ends_with('.')), "{event}");
    }
    let told: Vec<String> = told
        .iter()
        .map(|event| {
            let text = |name: &str| event["detail"][name].as_str().unwrap_or_default();
            format!("{} {}", text("problem"), text("path"))
        })
        .collect();
    let problems = read(BAD_RECORDS.as_bytes()).map_err(|problem| anyhow!("{problem:?}"))?.problems;
    let native: Vec<String> =
        problems.iter().map(|problem| format!("{} {}", problem.code.as_str(), problem.path)).collect();
    ensure!(told == native, "{told:?}\n  natively {native:?}");
    for expected in EXPECTED_PROBLEMS {
        ensure!(told.iter().any(|one| one == expected), "no {expected} in {told:?}");
    }
    ensure!(told.len() == EXPECTED_PROBLEMS.len(), "{told:?}");
    let console = browser.harm().await?.console;
    ensure!(console.len() == told.len(), "{console:?}");
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: ")).await
}

const EXPECTED_PROBLEMS: [&str; 17] = [
    "invalid-time updated",
    "unknown-time-zone forum.timeZone",
    "invalid-date forum.start",
    "wrong-type countries[0].participation[0].count",
    "invalid-country countries[1].code",
    "missing-field countries[2].code",
    "missing-field people[1].name",
    "invalid-country sessions[0].countries[1]",
    "wrong-type sessions[1]",
    "missing-field sessions[2].title",
    "wrong-type sessions[4]",
    "invalid-time sessions[5].start",
    "duplicate-id countries[3]",
    "duplicate-id sessions[3]",
    "unknown-reference forum.hosts[1]",
    "unknown-reference sessions[5].people[0].person",
    "unknown-reference people[0].organization",
];

/// The same feed with its texts made harmless: what could be markup is letters.
fn harmless(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let letters = |letter: char| {
                if letter.is_ascii_punctuation() && !":/.-_".contains(letter) { 'x' } else { letter }
            };
            text.chars().map(letters).collect::<String>().into()
        }
        Value::Array(items) => items.into_iter().map(harmless).collect(),
        Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, harmless(value))).collect(),
        other => other,
    }
}

/// Opens a feed on a page without any policy, where everything that is markup would act, and counts the elements.
async fn elements(browser: &Browser, site: &Site, feed: &str) -> Result<Value> {
    let body = snippet(&format!("data-view=\"{ALL_VIEWS}\" data-lang=\"es\" data-feed=\"{feed}\""));
    browser.open(&site.page(page(site, "es", &body))).await?;
    until(browser, "ready").await?;
    let counts = "var counts = {}; Array.from(root.querySelectorAll('*')).forEach(function (one) { \
        counts[one.localName] = (counts[one.localName] || 0) + 1; }); return counts";
    ask(browser, counts).await
}

/// Markup in every text stays text: no element more, no script run, no address that is none, no turned direction.
pub(crate) async fn hostile_texts_stay_texts(browser: &Browser, site: &Site) -> Result<()> {
    // The fixture has half of an emoji, which JSON as serde reads it has not.
    let twin: Value = serde_json::from_str(&HOSTILE_TEXTS.replace("\\ud83d", ""))?;
    let twin = elements(browser, site, &served(site, &harmless(twin).to_string())).await?;
    let counts = elements(browser, site, &served(site, HOSTILE_TEXTS)).await?;
    ensure!(counts == twin, "{counts}\n  without markup {twin}");
    let texts = ask(browser, "return root.textContent").await?;
    let texts = texts.as_str().unwrap_or_default();
    for text in [
        "<script>window.fired = 1</script>Foro",
        "onerror='window.fired = 1'",
        "gnp.fuente &lt;img onerror&gt;",
    ] {
        ensure!(texts.contains(text), "no {text} in {texts}");
    }
    let turns = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    ensure!(!texts.contains(turns), "a text turns the direction");
    let acting = "return Array.from(root.querySelectorAll('*')).filter(function (one) { \
        return Array.from(one.attributes).some(function (attribute) { \
            return attribute.name.slice(0, 2) === 'on' || /^(href|src|action|data)$/.test(attribute.name) && \
                !/^(https?|mailto):/.test(attribute.value); }); }).map(function (one) { return one.outerHTML; })";
    ensure!(ask(browser, acting).await? == json!([]));
    // Pointing at a text and choosing a country fires no handler either.
    choose(browser, &browser.shadow_find(".country[data-action=\"country:CR\"]").await?).await?;
    browser.click(&browser.shadow_find(".session").await?).await?;
    let live = browser.shadow_tree("forum-widget").await?;
    ensure!(browser.execute("return window.fired === undefined", &[]).await? == true, "a text has run");
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: ")).await?;
    let reading = read(HOSTILE_TEXTS.as_bytes()).map_err(|problem| anyhow!("{problem:?}"))?;
    let code = forum_widget::locale::CountryCode::parse("CR");
    let visitor = visitor(browser, Language::Es).await?;
    let native = printed(&reading.forum, Language::Es, visitor, code.into_iter().collect());
    assert_same(&live, &browser.parsed_tree(site, &native).await?)
}

/// The control: on the same page the same texts do act, where they are written as markup.
pub(crate) async fn planted_markup_fires(browser: &Browser, site: &Site) -> Result<()> {
    for planted in ["<script>window.fired = 1</script>", "<img src=x onerror='window.fired = 1'>"] {
        browser.open(&site.page(page(site, "es", planted))).await?;
        browser.wait_until("window.fired === 1").await?;
        ensure!(browser.harm().await?.globals.contains(&"fired".to_owned()), "{planted} is not seen");
    }
    Ok(())
}
