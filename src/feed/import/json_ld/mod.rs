//! Events of schema.org (version 29) as JSON-LD 1.1, alone or in the scripts of a web page.
//!
//! The forum is the event that has others under `subEvent`, or that others name as their `superEvent`; those are its
//! sessions, and so are events beside it. One event alone is a forum with itself as the session.

mod event;
mod page;
mod people;
mod places;
mod reader;
mod thing;
mod times;

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::draft::Draft;
use super::object::parse;
use super::organizations::Organizations;
use super::recognition::of_json;
use super::{Format, Import, ImportError, LossKind, Options};
use reader::Reader;
use thing::{Graph, Thing, types};

/// The most values in a text, each of which may take some hundred bytes in memory: 10,000 sessions have a third of them.
const MOST_VALUES: usize = 1_000_000;

pub(super) fn read(text: &str, options: &Options) -> Result<Import, ImportError> {
    let mut draft = Draft::new(options);
    let roots = roots(text, &mut draft)?;
    let mut graph = Graph::default();
    let mut found = Vec::new();
    for (value, place) in &roots {
        graph.add(value);
        find_events(value, place, place, &mut found);
    }
    let events: Vec<Thing<'_>> =
        found.into_iter().map(|(members, place, places)| Thing::at(members, place, places, &graph)).collect();
    if events.is_empty() {
        let other = roots.iter().find_map(|(value, _)| of_json(value));
        // It is JSON-LD, but not of an event.
        let empty = other == Some(Format::JsonLd);
        return Err(if empty { ImportError::Empty } else { ImportError::AnotherFormat(other) });
    }
    let mut reader = Reader { draft, organizations: Organizations::default() };
    reader.read(Programme::of(events));
    reader.draft.finish()
}

/// The JSON values of a text, or of the scripts of a page, each with its place.
fn roots(text: &str, draft: &mut Draft<'_>) -> Result<Vec<(Value, String)>, ImportError> {
    if !text.trim_start().starts_with('<') {
        return Ok(vec![(value(text)?, String::new())]);
    }
    let mut roots = Vec::new();
    let scripts = page::scripts(text);
    for (index, script) in scripts.iter().enumerate() {
        let place = format!("script[{index}]");
        match value(script) {
            Ok(value) => roots.push((value, place)),
            Err(ImportError::TooLarge) => return Err(ImportError::TooLarge),
            Err(_) => draft.lose(LossKind::UnreadableValue, &place),
        }
    }
    match (roots.is_empty(), scripts.is_empty()) {
        (true, true) => Err(ImportError::AnotherFormat(None)),
        (true, false) => Err(ImportError::Syntax(None)),
        (false, _) => Ok(roots),
    }
}

fn value(text: &str) -> Result<Value, ImportError> {
    let separators = text.bytes().filter(|byte| matches!(byte, b'{' | b'[' | b',')).count();
    if separators > MOST_VALUES {
        return Err(ImportError::TooLarge);
    }
    // Pages have line breaks in their texts, which JSON does not allow.
    parse(text).or_else(|error| parse(&text.replace(|letter: char| letter < ' ', " ")).map_err(|_| error))
}

/// The keys under which events lie.
const CONTAINERS: [&str; 8] =
    ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "event", "events"];

type Found<'a> = (&'a Map<String, Value>, String, String);

/// The events of a value that do not lie in others.
fn find_events<'a>(value: &'a Value, place: &str, places: &str, found: &mut Vec<Found<'a>>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_events(item, &format!("{place}[{index}]"), &format!("{places}[*]"), found);
            }
        }
        Value::Object(members) if types(members).any(is_event) => {
            found.push((members, place.into(), places.into()));
        }
        Value::Object(members) => {
            let dot = if place.is_empty() { "" } else { "." };
            for key in CONTAINERS {
                if let Some(value) = members.get(key) {
                    find_events(value, &format!("{place}{dot}{key}"), &format!("{places}{dot}{key}"), found);
                }
            }
        }
        _ => {}
    }
}

/// Whether a type is that of events; those whose names do not end so are listed at schema.org/Event.
fn is_event(name: &str) -> bool {
    name.ends_with("Event") || matches!(name, "EventSeries" | "Festival" | "Hackathon" | "CourseInstance")
}

/// The event that is the forum, if one is, and the events that are to be sessions.
pub struct Programme<'a> {
    forum: Option<Thing<'a>>,
    sessions: Vec<Thing<'a>>,
}

impl<'a> Programme<'a> {
    fn of(mut events: Vec<Thing<'a>>) -> Programme<'a> {
        // A reference, and what it means, are one event.
        let mut known = HashSet::new();
        events.retain(|event| known.insert(event.identity()));
        let whole = events.iter().position(|event| event.members.contains_key("subEvent"));
        let forum = match whole {
            Some(position) => Some(events.remove(position)),
            None => events
                .iter_mut()
                .find_map(|event| event.things("superEvent").into_iter().find(Thing::has_name)),
        };
        if let Some(forum) = &forum {
            events.retain(|event| event.identity() != forum.identity());
        }
        let forum = forum.or_else(|| match &*events {
            [event] => Some(event.again()),
            _ => None,
        });
        Programme { forum, sessions: events }
    }
}
