//! iCalendar (RFC 5545, RFC 7986), as calendars export it.
//!
//! `calcard` reads the grammar, and knows the zones by their names in Windows and of other systems; what the files of
//! real systems do wrong is mended before ([`lines`]). What calendars note for themselves (`SEQUENCE`, `CLASS`, alarms,
//! `X-` properties of other systems) is no loss.

mod event;
mod lines;
mod times;

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty};
use calcard::{Entry, Parser};

use super::draft::Draft;
use super::lines::sort_by_line;
use super::recognition::recognise;
use super::{Format, Import, ImportError, LossKind, Options};
use event::Event;
use lines::Lines;
use times::Zones;

/// The most separators in a calendar, each of which may cost a hundred bytes in memory: 10,000 sessions have a tenth
/// of them.
const MOST_SEPARATORS: usize = 3_000_000;

pub(super) fn read(text: &str, options: &Options) -> Result<Import, ImportError> {
    let found = recognise(text);
    let has_calendar = || text.to_ascii_uppercase().contains("BEGIN:VCALENDAR");
    if found.is_some_and(|found| found != Format::ICalendar) || !has_calendar() {
        return Err(ImportError::AnotherFormat(found));
    }
    if text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r' | b',' | b';')).count() > MOST_SEPARATORS {
        return Err(ImportError::TooLarge);
    }
    let text = lines::tidied(text);
    let lines = Lines::of(&text);
    let mut draft = Draft::new(options);
    for line in lines.without_value() {
        draft.lose(LossKind::UnreadableValue, &format_args!("line {line}"));
    }
    let mut begins = lines.events().into_iter();
    for calendar in calendars(&text) {
        read_calendar(&calendar, &lines, &mut begins, &mut draft);
    }
    let mut import = draft.finish()?;
    sort_by_line(&mut import.losses);
    Ok(import)
}

/// The calendars of a file, one behind the other.
fn calendars(text: &str) -> impl Iterator<Item = ICalendar> {
    let mut parser = Parser::new(text);
    std::iter::from_fn(move || {
        loop {
            match parser.entry() {
                Entry::ICalendar(calendar) => return Some(calendar),
                Entry::Eof => return None,
                _ => {}
            }
        }
    })
}

fn read_calendar(
    calendar: &ICalendar,
    lines: &Lines<'_>,
    begins: &mut impl Iterator<Item = usize>,
    draft: &mut Draft<'_>,
) {
    let zones = Zones::of(calendar);
    if let Some(head) = calendar.components.first() {
        read_head(head, draft);
    }
    let events: Vec<Event<'_>> = calendar
        .components
        .iter()
        .filter(|component| component.component_type == ICalendarComponentType::VEvent)
        .map(|component| Event { component, lines, begin: begins.next() })
        .collect();
    if !draft.has_time_zone()
        && let Some(zone) = events.iter().find_map(|event| event.time_zone(&zones))
    {
        draft.set_time_zone(zone.name(), &"DTSTART");
    }
    for event in events {
        event.read(&zones, draft);
    }
    for component in &calendar.components {
        if let ICalendarComponentType::VTodo | ICalendarComponentType::VJournal = component.component_type {
            draft.lose(LossKind::NoSuchField, &component.component_type.as_str());
        }
    }
}

/// What the calendar says of itself. Of several in one file the first counts.
fn read_head(head: &ICalendarComponent, draft: &mut Draft<'_>) {
    let text = |properties: &[ICalendarProperty]| {
        let entry = properties.iter().find_map(|property| head.property(property))?;
        entry.values.first()?.as_text()
    };
    let other = |name: &str| ICalendarProperty::Other(name.into());
    if let Some(zone) = text(&[other("X-WR-TIMEZONE")]).filter(|_| !draft.has_time_zone()) {
        let name = times::iana_name(zone);
        draft.set_time_zone(name.as_deref().unwrap_or(zone), &"X-WR-TIMEZONE");
    }
    if draft.document.forum.name.is_none() {
        let name = text(&[ICalendarProperty::Name, other("X-WR-CALNAME")]).unwrap_or_default();
        draft.document.forum.name = draft.text(name, &"X-WR-CALNAME");
    }
    if draft.document.forum.summary.is_none() {
        let summary = text(&[ICalendarProperty::Description, other("X-WR-CALDESC")]).unwrap_or_default();
        draft.document.forum.summary = draft.text(summary, &"X-WR-CALDESC");
    }
    if let Some(url) = text(&[ICalendarProperty::Url]).filter(|_| draft.document.forum.url.is_none()) {
        draft.document.forum.url = draft.link(url, &"URL");
    }
}
