//! Programmes that are made for a case, and the steps of a visitor through one, by pointer or by keyboard alone.

use super::{ask, exchange, open};
use crate::actions::Key;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, bail, ensure};
use jiff::civil::{Date, date};
use serde_json::{Value, json};

/// The widths of the column at which each journey is made.
pub(crate) const WIDTHS: [u32; 3] = [320, 640, 1200];

/// How many times Tab is pressed at most on the way to a control.
const TABS: usize = 250;

/// A day on which no case is run.
pub(crate) const FIRST_DAY: Date = date(2027, 5, 3);

/// How a visitor gets on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// With the pointer.
    Pointer,
    /// By keyboard alone.
    Keys,
}

/// The title of a session of [`programme`].
pub(crate) fn title(position: usize) -> String {
    format!("Sesión de prueba {}", position + 1)
}

/// A programme in UTC with so many sessions on so many days, one after the other from 08:00 on, with all that a session may
/// have.
pub(crate) fn programme(sessions: usize, days: usize, first: Date) -> Value {
    let daily = sessions.div_ceil(days);
    let own: Vec<Value> = (0..sessions).map(|position| session(position, daily, first)).collect();
    let people: Vec<Value> = (0..sessions).map(person).collect();
    json!({
        "version": 1,
        "updated": "2027-03-01T00:00:00Z",
        "forum": {
            "id": "made", "name": { "es": "Foro de prueba" }, "timeZone": "Etc/UTC", "start": first.to_string(),
        },
        "countries": [
            { "code": "CO", "participation": [{ "mode": "in-person" }] },
            { "code": "KR", "host": true },
        ],
        "people": people,
        "topics": [{ "id": "networks", "name": { "es": "Redes" } }],
        "sessions": own,
    })
}

fn session(position: usize, daily: usize, first: Date) -> Value {
    let day = first.saturating_add(jiff::Span::new().days(i64::try_from(position / daily).unwrap_or(0)));
    let step = if daily > 60 { 5 } else { 15 };
    let minute = 8 * 60 + step * (position % daily);
    let clock = |minute: usize| format!("{day}T{:02}:{:02}:00Z", minute / 60, minute % 60);
    json!({
        "id": format!("s{}", position + 1),
        "number": position + 1,
        "title": { "es": title(position) },
        "summary": { "es": "Palabras sobre lo que se trata en esta sesión y con qué fin. ".repeat(3).trim() },
        "start": clock(minute),
        "end": clock(minute + step),
        "room": { "es": "Sala Mayor" },
        "countries": ["CO"],
        "topics": ["networks"],
        "people": [{ "person": format!("p{}", position + 1), "part": "chair" }],
        "languages": { "spoken": ["es"], "interpretation": ["ko"] },
        "quotes": [{ "person": format!("p{}", position + 1), "text": { "es": format!("La cita número {}.", position + 1) } }],
        "note": { "es": "Una nota sobre la fuente." },
        "links": [{ "kind": "document", "url": format!("https://media.example/{}/programa", position + 1) }],
    })
}

fn person(position: usize) -> Value {
    json!({
        "id": format!("p{}", position + 1),
        "name": format!("Persona Número {}", position + 1),
        "role": { "es": "Directora de Cooperación" },
        "country": if position.is_multiple_of(2) { "CO" } else { "KR" },
        "mode": "in-person",
    })
}

/// Opens the agenda of a feed in Spanish, in a column of this width.
pub(crate) async fn open_feed(
    browser: &Browser,
    site: &Site,
    feed: &str,
    width: u32,
    attributes: &str,
) -> Result<String> {
    let address = open(browser, site, &agenda_of(site, feed, attributes)).await?;
    browser.set_column_width("#column", width).await?;
    Ok(address)
}

/// The agenda of another feed in a page that [`open_feed`] has opened.
pub(crate) async fn exchange_feed(
    browser: &Browser,
    site: &Site,
    feed: &str,
    attributes: &str,
) -> Result<()> {
    exchange(browser, &agenda_of(site, feed, attributes)).await
}

fn agenda_of(site: &Site, feed: &str, attributes: &str) -> String {
    let feed = site.resource(Resource::new("application/json", feed.to_owned()));
    // Of two attributes of a name the first one counts.
    format!("{attributes} data-view=\"agenda\" data-feed=\"{feed}\"")
}

/// Waits for an expression in which `root` is the shadow root of the widget.
pub(crate) async fn until_root(browser: &Browser, expression: &str) -> Result<Value> {
    let function = format!(
        "(function (root) {{ return {expression}; }})(document.querySelector('forum-widget').shadowRoot)"
    );
    browser.wait_inside(&function).await
}

/// Gets to a control of the widget and uses it.
pub(crate) async fn activate(browser: &Browser, way: Way, css: &str) -> Result<()> {
    let used = async {
        match way {
            Way::Pointer => browser.click(&browser.shadow_find(css).await?).await,
            Way::Keys => {
                tab_to(browser, css).await?;
                browser.press(&[Key::Enter]).await
            }
        }
    };
    used.await.with_context(|| format!("{way:?}: {css}"))
}

/// Gets to a field of the widget.
pub(crate) async fn enter(browser: &Browser, way: Way, css: &str) -> Result<()> {
    match way {
        // Its driver clicks no field in a shadow root.
        Way::Pointer if browser.engine == Engine::Webkit => {
            ask(browser, &format!("root.querySelector('{css}').focus()")).await.map(drop)
        }
        Way::Pointer => browser.click(&browser.shadow_find(css).await?).await,
        Way::Keys => tab_to(browser, css).await,
    }
}

/// Presses Tab until a control of the widget has the focus: half of the way at once, as far as it can be foreseen, since each
/// look takes a command.
pub(crate) async fn tab_to(browser: &Browser, css: &str) -> Result<()> {
    let left = format!(
        "var at = root.activeElement; if (at && at.matches('{css}')) return 0; \
        var stops = Array.from(root.querySelectorAll('button, a[href], input, select, summary, [tabindex=\"0\"]')).filter( \
            function (one) {{ return one.tabIndex >= 0 && one.checkVisibility(); }}); \
        return Math.max(stops.indexOf(root.querySelector('{css}')) - stops.indexOf(at), 1)"
    );
    let mut pressed = 0;
    while pressed < TABS {
        let left = ask(browser, &left).await?.as_u64().and_then(|left| usize::try_from(left).ok());
        let left = left.context("no way is foreseen")?;
        if left == 0 {
            return Ok(());
        }
        let half = (left / 2).max(1);
        browser.press(&vec![Key::Tab; half]).await?;
        pressed += half;
    }
    bail!("Tab never comes to {css}")
}

/// What has the focus in the widget, as a script says it: `undefined` where nothing has.
pub(crate) async fn expect_focus(browser: &Browser, css: &str) -> Result<()> {
    let there = format!("root.activeElement && root.activeElement.matches('{css}')");
    until_root(browser, &there).await.with_context(|| format!("the focus is not at {css}")).map(drop)
}

/// Asserts that a value of a script is the expected one.
pub(crate) async fn expect(browser: &Browser, script: &str, expected: &Value) -> Result<()> {
    let found = ask(browser, script).await?;
    ensure!(found == *expected, "{found}, not {expected}: {script}");
    Ok(())
}

/// The titles that are shown.
pub(crate) const TITLES: &str = "Array.from(root.querySelectorAll('.day:not([hidden]) .open')) \
    .map(function (one) { return one.textContent; })";

/// The titles of the opened sessions.
pub(crate) const OPENED: &str = "Array.from(root.querySelectorAll('.open[aria-expanded=true]')) \
    .map(function (one) { return one.textContent; })";
