//! Whatever a visitor does, one thing after the other: what is drawn piece by piece is what would be drawn anew.

use super::programme::{FIRST_DAY, programme};
use super::{ALL_VIEWS, allowed, ask, open, wake};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// How much a visitor does in a walk.
const STEPS: u32 = 25;

/// Takes a walk in the open page, and gives the first difference.
async fn walk(browser: &Browser, seed: u32, steps: u32) -> Result<Value> {
    let script = concat!(include_str!("walk.js"), "(arguments[0], arguments[1], arguments[2])");
    browser.execute_async(script, &[json!(seed), json!(steps)]).await
}

/// A programme whose days are tabs, two sessions at a time in two rooms, and countries that take part in several ways.
fn feed() -> String {
    let mut feed = programme(40, 4, FIRST_DAY);
    feed["countries"] = json!([
        { "code": "CR", "participation": [{ "mode": "in-person" }] },
        { "code": "BR", "participation": [{ "mode": "online" }] },
        { "code": "CO", "participation": [{ "mode": "online" }, { "mode": "in-person" }] },
        { "code": "HT" },
        { "code": "KR", "host": true },
    ]);
    let mut last = (Value::Null, Value::Null);
    for (position, session) in feed["sessions"].as_array_mut().into_iter().flatten().enumerate() {
        session["countries"] = json!(["CR", "BR", "CO", "HT"].get(position % 4..=position % 4));
        if position.is_multiple_of(2) {
            last = (session["start"].clone(), session["end"].clone());
        } else {
            (session["start"], session["end"]) = last.clone();
            session["room"] = json!("Sala Menor");
            session["languages"] = json!({ "spoken": ["pt"] });
        }
    }
    feed.to_string()
}

/// At three widths. The control: what somebody else has changed is told.
pub(crate) async fn are_drawn_as_anew(browser: &Browser, site: &Site) -> Result<()> {
    let feed = site.resource(Resource::new("application/json", feed()));
    for (seed, width) in [(1, 1200), (2, 640), (3, 320)] {
        open(browser, site, &format!("data-view=\"{ALL_VIEWS}\" data-feed=\"{feed}\"")).await?;
        browser.set_column_width("#column", width).await?;
        wake(browser).await?;
        let difference = walk(browser, seed, STEPS).await.with_context(|| format!("walk {seed}"))?;
        ensure!(difference.is_null(), "walk {seed} at {width}: {difference}");
    }
    ask(browser, "root.querySelector('.section-heading').textContent = 'Agenda'").await?;
    let difference = walk(browser, 1, 0).await?;
    ensure!(difference.as_str().is_some_and(|told| told.contains("\nAgenda\n")), "{difference}");
    browser.assert_unharmed(&allowed(site)).await
}
