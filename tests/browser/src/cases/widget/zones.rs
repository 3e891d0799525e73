//! Days and hours around every change of the clocks: what the shipped engine draws is what `jiff` reads in the IANA
//! database.

use super::open;
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use forum_widget::time::Zone;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// 2015-01-01T00:00:00Z and 2036-01-01T00:00:00Z.
const YEARS: std::ops::Range<i64> = 1_420_070_400..2_082_758_400;

/// Sessions of one feed: a widget may draw a long list little by little.
const FEED_LENGTH: usize = 90;

/// The zones that the forum's people live in. Of others with the same offsets, one is drawn.
const ALWAYS: [&str; 14] = [
    "America/Argentina/Buenos_Aires",
    "America/Asuncion",
    "America/Bogota",
    "America/Caracas",
    "America/Costa_Rica",
    "America/Havana",
    "America/Mexico_City",
    "America/Port-au-Prince",
    "America/Punta_Arenas",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Tijuana",
    "Asia/Seoul",
    "UTC",
];

/// In English, for `jiff` writes days so, and with the clock of 24 hours of the United Kingdom.
const SETTINGS: &str = "data-lang=\"en-GB\" data-view=\"agenda\"";

/// Shows the feed of an address in the widget of the page and calls back with a line for each session as it is drawn: its
/// day, its hour and its title.
const DRAW: &str = "var address = arguments[0], name = arguments[1], done = arguments[2]; \
    var widget = document.querySelector('forum-widget'); \
    function text(node, css) { return node.querySelector(css).textContent; } \
    function drawn() { \
        if (widget.data().forum.name !== name) return; \
        widget.removeEventListener('forum:ready', drawn); \
        var lines = []; \
        widget.shadowRoot.querySelectorAll('.day').forEach(function (day) { \
            day.querySelectorAll('.session').forEach(function (session) { \
                lines.push([text(day, '.day-heading'), text(session, '.time'), text(session, '.title')].join(', ')); \
            }); \
        }); \
        done(lines); \
    } \
    widget.addEventListener('forum:ready', drawn); \
    widget.setAttribute('data-feed', address); \
    widget.reload();";

/// The offset at the start of the years, and when it changes and to what.
type Offsets = (i32, Vec<(i64, i32)>);

/// A session around a change of the clocks.
struct Start {
    /// As the feed has it: with an offset, or as clocks show it.
    written: String,
    /// The instant that it means.
    instant: Timestamp,
}

fn iana(name: &str) -> Result<TimeZone> {
    Ok(TimeZoneDatabase::bundled().get(name)?)
}

fn offsets(zone: &TimeZone) -> Result<Offsets> {
    let start = Timestamp::from_second(YEARS.start)?;
    let first = zone.to_offset(start).seconds();
    let transitions = zone
        .following(start)
        .map(|transition| (transition.timestamp().as_second(), transition.offset().seconds()))
        .take_while(|(second, _)| YEARS.contains(second));
    let mut before = first;
    // Some transitions change only the name of the time.
    let changes = transitions.filter(|(_, offset)| std::mem::replace(&mut before, *offset) != *offset);
    Ok((first, changes.collect()))
}

/// A zone for each way in which offsets go within the years.
fn zones() -> Result<Vec<String>> {
    let mut alike: BTreeMap<Offsets, Vec<String>> = BTreeMap::new();
    for name in TimeZoneDatabase::bundled().available() {
        let known = Zone::named(name.as_str()).is_some_and(|zone| zone.name() == name.as_str());
        if known {
            alike.entry(offsets(&iana(name.as_str())?)?).or_default().push(name.to_string());
        }
    }
    let chosen = alike.into_values().flat_map(|names| {
        let always: Vec<String> =
            names.iter().filter(|name| ALWAYS.contains(&name.as_str())).cloned().collect();
        if always.is_empty() { names.into_iter().take(1).collect() } else { always }
    });
    Ok(chosen.collect())
}

/// A minute before, at and a minute after each change and both ends of the years: as instants, and as clocks show them by
/// the offset before and by the one after, in a gap and in an overlap too.
fn starts(zone: &TimeZone) -> Result<Vec<Start>> {
    let (_, changes) = offsets(zone)?;
    let ends = [YEARS.start + 60, YEARS.end - 120];
    let mut starts = Vec::new();
    for second in changes.into_iter().map(|(second, _)| second).chain(ends) {
        let before = zone.to_offset(Timestamp::from_second(second - 1)?);
        let after = zone.to_offset(Timestamp::from_second(second)?);
        for shift in [-60, 0, 60] {
            let instant = Timestamp::from_second(second + shift)?;
            starts.push(Start { written: instant.to_string(), instant });
            // At the ends of the years the two are one.
            let mut clocks = vec![before.to_datetime(instant), after.to_datetime(instant)];
            clocks.dedup();
            for clock in clocks {
                let instant = zone.to_ambiguous_timestamp(clock).compatible()?;
                starts.push(Start { written: clock.to_string(), instant });
            }
        }
    }
    Ok(starts)
}

/// The lines that have to be drawn: by days, and within a day in the order of time.
fn expected(starts: &[Start], zone: &TimeZone) -> Vec<String> {
    let mut lines: Vec<(Date, Timestamp, String)> = Vec::new();
    for Start { written, instant } in starts {
        let local = zone.to_datetime(*instant);
        let line = format!("{}, {written}", local.strftime("%A %-d %B, %H:%M"));
        lines.push((local.date(), *instant, line));
    }
    lines.sort_by_key(|(date, instant, _)| (*date, *instant));
    lines.into_iter().map(|(_, _, line)| line).collect()
}

/// What the page draws for a forum in a zone with sessions at these times.
async fn drawn(browser: &Browser, site: &Site, zone: &str, starts: &[Start]) -> Result<Vec<String>> {
    let session = |(id, start): (usize, &Start)| json!({ "id": id.to_string(), "title": start.written, "start": start.written });
    let sessions: Vec<Value> = starts.iter().enumerate().map(session).collect();
    // Tells this feed from the one before, whose drawing may still be on its way.
    let name = format!("{zone}, {}", starts.first().context("no sessions")?.written);
    let feed = json!({
        "version": 1, "forum": { "id": "zone", "name": name, "timeZone": zone }, "sessions": sessions,
    });
    let address = site.resource(Resource::new("application/json", feed.to_string()));
    let lines = browser.execute_async(DRAW, &[json!(address), json!(name)]).await?;
    Ok(serde_json::from_value(lines)?)
}

/// Compares what is drawn for one zone with what another one's clocks show: how many lines were compared, and those that
/// are wrong.
async fn compare(browser: &Browser, site: &Site, zone: &str, shown: &str) -> Result<(usize, Vec<String>)> {
    let shown = iana(shown)?;
    let (mut compared, mut wrong) = (0, Vec::new());
    for starts in starts(&shown)?.chunks(FEED_LENGTH) {
        let expected = expected(starts, &shown);
        let drawn = drawn(browser, site, zone, starts).await.with_context(|| format!("in {zone}"))?;
        ensure!(drawn.len() == expected.len(), "{zone}: {} of {} are drawn", drawn.len(), expected.len());
        compared += drawn.len();
        let pairs = drawn.into_iter().zip(expected).filter(|(drawn, expected)| drawn != expected);
        wrong.extend(pairs.map(|(drawn, expected)| format!("{zone}: {drawn} / {expected}")));
    }
    Ok((compared, wrong))
}

/// Every change of every zone of the table, drawn: nothing wrong.
pub(crate) async fn every_change_is_ianas(browser: &Browser, site: &Site) -> Result<()> {
    let zones = zones()?;
    ensure!(ALWAYS.iter().all(|always| zones.iter().any(|zone| zone == always)), "{zones:?}");
    open(browser, site, SETTINGS).await?;
    let mut sum = 0;
    for zone in &zones {
        let (compared, wrong) = compare(browser, site, zone, zone).await?;
        ensure!(wrong.is_empty(), "{} of {compared} are wrong: {:?}", wrong.len(), wrong.first());
        sum += compared;
    }
    ensure!(zones.len() >= 34 && sum > 6_000, "{} zones, {sum} sessions", zones.len());
    Ok(())
}

/// The control: what another zone's clocks show is wrong.
pub(crate) async fn another_zone_is_found_out(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, SETTINGS).await?;
    for (zone, other) in [
        ("America/Punta_Arenas", "America/Santiago"),
        ("America/Caracas", "America/La_Paz"),
        ("America/Mexico_City", "America/Tijuana"),
    ] {
        let (compared, wrong) = compare(browser, site, zone, other).await?;
        ensure!(!wrong.is_empty(), "{zone} is taken for {other} in {compared} sessions");
    }
    Ok(())
}
