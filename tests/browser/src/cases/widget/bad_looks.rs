//! Programmes with something wrong or missing: each has a look, in all seven languages, and nothing reaches over the column.

use super::ask;
use super::programme::open_feed;
use super::widths::BEYOND;
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use forum_widget::locale::{Language, Messages};
use serde_json::{Value, json};

fn forum(sessions: &Value) -> Value {
    json!({
        "version": 1,
        "forum": { "id": "bad", "name": { "es": "Foro de prueba" }, "timeZone": "America/Bogota" },
        "people": [{ "id": "ana", "name": "Ana Mora" }],
        "sessions": sessions,
    })
}

/// Two hundred letters without a space wherever a feed has a text.
fn of_long_words(word: &str) -> Value {
    json!({
        "version": 1,
        "forum": { "id": "bad", "name": word, "theme": word, "summary": word, "venue": word, "timeZone": "America/Bogota" },
        "countries": [{ "code": "CO", "name": word, "participation": [{ "mode": "in-person" }] }],
        "organizations": [{ "id": "ministry", "name": word, "country": "CO" }],
        "people": [{ "id": "ana", "name": word, "honorific": word, "role": word, "organization": "ministry", "country": "CO" }],
        "topics": [{ "id": "topic", "name": word }],
        "sessions": [{
            "id": "a", "title": word, "summary": word, "note": word, "room": word, "topics": ["topic"],
            "start": "2027-05-03T09:00:00-05:00", "countries": ["CO"],
            "people": [{ "person": "ana", "part": "chair" }],
            "quotes": [{ "person": "ana", "text": word }],
            "links": [{ "kind": "document", "url": format!("https://example.org/{word}"), "title": word }],
        }],
    })
}

/// Which words have to be seen.
type Words = fn(&Messages) -> Vec<&'static str>;

/// The name of a feed, the feed, and what has to be seen of it.
type Case = (&'static str, Value, Words);

/// The feeds by name, with the words that have to be seen in a language.
fn feeds() -> Vec<Case> {
    let long_title = "Cooperación digital para el desarrollo sostenible ".repeat(6);
    let one_word = "palabra".repeat(29);
    let start = "2027-05-03T09:00:00-05:00";
    vec![
        (
            "without-a-day",
            forum(&json!([{ "id": "a", "title": "Uno" }, { "id": "b", "title": "Dos", "start": start }])),
            |words| vec![words.day_to_be_announced],
        ),
        (
            "without-an-hour",
            forum(
                &json!([{ "id": "a", "title": "Uno", "date": "2027-05-03" }, { "id": "b", "title": "Dos", "start": start }]),
            ),
            |words| vec![words.time_to_be_announced],
        ),
        (
            "end-before-start",
            forum(
                &json!([{ "id": "a", "title": "Uno", "start": start, "end": "2027-05-03T08:00:00-05:00" }]),
            ),
            |_| vec!["Uno"],
        ),
        (
            "unknown-references",
            forum(&json!([{ "id": "a", "title": "Uno", "start": start, "room": 7, "topics": ["nothing"],
                "people": [{ "person": "nobody", "part": "chair" }, { "person": "ana" }], "countries": ["XX"] }])),
            |_| vec!["Uno"],
        ),
        ("a-long-title", forum(&json!([{ "id": "a", "title": long_title.trim(), "start": start }])), |_| {
            vec!["Cooperación"]
        }),
        ("one-long-word", of_long_words(&one_word), |_| vec!["palabra"]),
        ("nothing", forum(&json!([])), |words| vec![words.programme_to_be_announced]),
        ("one-session", forum(&json!([{ "id": "a", "title": "Uno", "start": start }])), |_| vec!["Uno"]),
        (
            "all-cancelled",
            forum(&json!([
                { "id": "a", "title": "Uno", "start": start, "status": "cancelled" },
                { "id": "b", "title": "Dos", "date": "2027-05-03", "status": "cancelled" },
                { "id": "c", "title": "Tres", "status": "cancelled" },
                { "id": "d", "title": "Cuatro", "start": start, "status": "postponed" },
            ])),
            |words| {
                vec![
                    words.statuses.split('\n').nth(4).unwrap_or("no word"),
                    words.statuses.split('\n').nth(3).unwrap_or("no word"),
                ]
            },
        ),
    ]
}

/// Every text without the marks of the formatter: nothing like `NaN`, `undefined` or a place that was not filled.
const BROKEN: [&str; 5] = ["{}", "undefined", "NaN", "null", "::"];

async fn open_one(
    browser: &Browser,
    site: &Site,
    feed: &Value,
    language: Language,
    width: u32,
) -> Result<()> {
    let attributes = format!("data-view=\"agenda map delegations\" data-lang=\"{}\"", language.tag());
    open_feed(browser, site, &feed.to_string(), width, &attributes).await?;
    // With everything unfolded: what is hidden can be too wide as well.
    ask(browser, "var first = root.querySelector('.open'); if (first) first.click()").await?;
    browser
        .wait_until("(function (root) { return !root.querySelector('.open') || root.querySelector('.open[aria-expanded=true]'); })\
            (document.querySelector('forum-widget').shadowRoot)")
        .await
        .map(drop)
}

/// In each language at 320 px.
pub(crate) async fn in_seven_languages(browser: &Browser, site: &Site) -> Result<()> {
    for (name, feed, expected) in feeds() {
        for language in Language::ALL {
            let context = || format!("{name} in {}", language.tag());
            open_one(browser, site, &feed, language, 320).await.with_context(context)?;
            let text = ask(browser, "return root.querySelector('.agenda').textContent").await?;
            let text = text.as_str().context("no text")?.to_owned();
            for word in expected(Messages::of(language)) {
                ensure!(text.contains(word), "{}: no {word} in {text}", context());
            }
            for broken in BROKEN {
                ensure!(!text.contains(broken), "{}: {broken} in {text}", context());
            }
            let menus = "return Array.from(root.querySelectorAll('.menu:not([hidden])')).every(function (one) { \
                return one.querySelector('option, button'); })";
            ensure!(ask(browser, menus).await? == true, "{}: a menu without a choice", context());
            let found = ask(browser, BEYOND).await?;
            ensure!(found["beyond"] == json!([]), "{}: {}", context(), found["beyond"]);
        }
    }
    Ok(())
}

/// In Spanish, narrow and wide, for people to look at.
pub(crate) async fn pictures(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    for (name, feed, _) in feeds() {
        for width in [320, 1200] {
            open_one(browser, site, &feed, Language::Es, width).await?;
            let found = ask(browser, BEYOND).await?;
            ensure!(found["beyond"] == json!([]), "{name} at {width}: {}", found["beyond"]);
            browser.assert_accessible("forum-widget").await.with_context(|| name.to_owned())?;
            browser
                .screenshot_of(&browser.find("forum-widget").await?, &format!("bad-{name}-{width}"))
                .await?;
        }
    }
    browser.set_window_size(1280, 900).await
}
