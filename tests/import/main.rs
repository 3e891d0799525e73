//! Programmes of other systems, each read from a small file in which everything is that bites in its format.

#[path = "../common/mod.rs"]
mod common;
mod csv;
mod frab;
mod icalendar;
mod json_ld;
mod pretalx;
mod sessionize;
mod wrong_input;
mod wrong_text;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use forum_widget::feed::check::check;
use forum_widget::feed::import::{Format, Import, Options, import};
use forum_widget::feed::read;
use forum_widget::time::{Instant, Zone};

/// Options with a name and a zone.
fn options(name: Option<&str>, zone: Option<&str>) -> Options {
    let time_zone = zone.map(|zone| Zone::named(zone).unwrap());
    Options { name: name.map(String::from), time_zone, ..Options::default() }
}

/// The feed and the losses as a person would read them.
fn written(import: &Import) -> String {
    let mut text = import.document.to_json();
    for loss in &import.losses {
        writeln!(text, "{:?}: {}", loss.kind, loss.place).unwrap();
    }
    text
}

/// What a session must be after its feed was written and read again: id, start and end in seconds.
type Times<'a> = (&'a str, Option<i64>, Option<i64>);

/// Imports; the feed must be valid after the JSON Schema, pass the check and be read with the sessions and instants that are
/// expected.
#[track_caller]
fn imported(format: Format, input: &[u8], options: &Options, expected: &[Times<'_>]) -> Import {
    let import = import(format, input, options).unwrap();
    let feed = import.document.to_json();
    assert_eq!(common::faults(&feed), [""; 0], "{feed}");
    assert_eq!(check(feed.as_bytes()).findings, [], "{feed}");
    let reading = read(feed.as_bytes()).unwrap();
    let sessions = reading.forum.sessions.iter();
    let seconds = |instant: Option<Instant>| instant.map(Instant::unix_seconds);
    let found: Vec<_> = sessions
        .map(|session| (session.id.0.as_str(), seconds(session.start), seconds(session.end)))
        .collect();
    assert_eq!(found, expected);
    let days: BTreeSet<_> = reading.forum.sessions.iter().map(|session| session.date.unwrap()).collect();
    assert!(reading.forum.start.unwrap() <= *days.first().unwrap());
    assert!(*days.last().unwrap() <= reading.forum.end.unwrap());
    import
}

/// The seconds of an RFC 3339 time with an offset, as jiff reads it.
fn at(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_second()
}

/// The seconds of a local time in a zone, as jiff reads it.
fn local(text: &str, zone: &str) -> i64 {
    let local: jiff::civil::DateTime = text.parse().unwrap();
    local.in_tz(zone).unwrap().timestamp().as_second()
}
