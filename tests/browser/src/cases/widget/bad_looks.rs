//! Programmes with something wrong or missing: each has a look, in all seven languages, and nothing reaches over the column.

use super::widths::BEYOND;
use super::{ALL_VIEWS, STRICT, ask, exchange, page, until};
use crate::browser::Browser;
use crate::site::{Resource, Site};
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

/// Opens a feed in these languages, a widget for each below the other, in a column of this width.
async fn open_in(
    browser: &Browser,
    site: &Site,
    feed: &Value,
    languages: &[Language],
    width: u32,
) -> Result<()> {
    let feed = site.resource(Resource::new("application/json", feed.to_string()));
    let widgets = languages
        .iter()
        .map(|language| format!("<forum-widget {}></forum-widget>", attributes(&feed, *language)));
    let body = widgets.collect::<String>() + "<script async src=\"/forum-widget.js\"></script>";
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    unfold(browser, width).await
}

fn attributes(feed: &str, language: Language) -> String {
    let tag = language.tag();
    format!("data-loading=\"eager\" data-view=\"{ALL_VIEWS}\" data-lang=\"{tag}\" data-feed=\"{feed}\"")
}

/// Makes the column this wide, and opens the first session of each widget.
async fn unfold(browser: &Browser, width: u32) -> Result<()> {
    browser.set_column_width("#column", width).await?;
    // With everything unfolded: what is hidden can be too wide as well.
    let unfold = "Array.from(document.querySelectorAll('forum-widget')).forEach(function (widget) { \
        var first = widget.shadowRoot.querySelector('.open'); if (first) first.click(); })";
    browser.execute(unfold, &[]).await?;
    let unfolded = "Array.from(document.querySelectorAll('forum-widget')).every(function (widget) { var root = widget.shadowRoot; \
        return !root.querySelector('.open') || root.querySelector('.open[aria-expanded=true]'); })";
    browser.wait_until(unfolded).await.map(drop)
}

/// Of each widget: what the agenda says, whether every menu has a choice, what reaches over an edge.
fn look() -> String {
    format!(
        "return Array.from(document.querySelectorAll('forum-widget')).map(function (widget) {{ var root = widget.shadowRoot; \
            var full = Array.from(root.querySelectorAll('.menu:not([hidden])')).every(function (one) {{ \
                return one.querySelector('option, button'); }}); \
            return [root.querySelector('.agenda').textContent, full, (function () {{ {BEYOND} }})().beyond]; }})"
    )
}

/// In each language at 320 px.
pub(crate) async fn in_seven_languages(browser: &Browser, site: &Site) -> Result<()> {
    for (name, feed, expected) in feeds() {
        open_in(browser, site, &feed, &Language::ALL, 320).await.with_context(|| name.to_owned())?;
        let looks: Vec<(String, bool, Vec<String>)> =
            serde_json::from_value(browser.execute(&look(), &[]).await?)?;
        ensure!(looks.len() == Language::ALL.len(), "{} widgets", looks.len());
        for (language, (text, full, beyond)) in Language::ALL.into_iter().zip(looks) {
            let context = || format!("{name} in {}", language.tag());
            for word in expected(Messages::of(language)) {
                ensure!(text.contains(word), "{}: no {word} in {text}", context());
            }
            for broken in BROKEN {
                ensure!(!text.contains(broken), "{}: {broken} in {text}", context());
            }
            ensure!(full, "{}: a menu without a choice", context());
            ensure!(beyond.is_empty(), "{}: {beyond:?}", context());
        }
    }
    Ok(())
}

/// In Spanish, narrow and wide, for people to look at.
pub(crate) async fn pictures(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    open_in(browser, site, &forum(&json!([])), &[Language::Es], 320).await?;
    for (name, feed, _) in feeds() {
        let feed = site.resource(Resource::new("application/json", feed.to_string()));
        for width in [320, 1200] {
            exchange(browser, &attributes(&feed, Language::Es)).await?;
            unfold(browser, width).await?;
            let found = ask(browser, BEYOND).await?;
            ensure!(found["beyond"] == json!([]), "{name} at {width}: {}", found["beyond"]);
            browser.assert_accessible("forum-widget").await.with_context(|| name.to_owned())?;
            browser
                .screenshot_of(&browser.find("forum-widget").await?, &format!("bad-{name}-{width}"))
                .await?;
        }
    }
    Ok(())
}
