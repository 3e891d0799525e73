//! The clocks of two places beside each other: the forum's and the visitor's.

use super::city::city;
use super::clock::{Clock, time_of_day, time_range};
use super::dates::weekday_and_day;
use super::language::Language;
use super::messages::{Messages, fill};
use super::number::number;
use super::offset::offset_label;
use super::plural::form;
use crate::time::{Date, Instant, LocalDateTime, Zone};

/// The visitor's time of a session, with its city: `18:00–19:30 del día anterior, San José`; `None` while the clocks of
/// both zones show the same.
///
/// Days are told from the day on which the session starts in the zone of the event.
pub fn beside(
    start: Instant,
    end: Option<Instant>,
    event: Zone,
    visitor: Zone,
    clock: Clock,
    language: Language,
) -> Option<String> {
    let end = end.filter(|end| *end > start);
    let differs = |instant| event.offset_at(instant) != visitor.offset_at(instant);
    if !differs(start) && !end.is_some_and(differs) {
        return None;
    }
    let day = event.to_local(start).date;
    let start = visitor.to_local(start);
    let times = match end.map(|end| visitor.to_local(end)) {
        Some(end) if end.date == start.date => {
            on_day(time_range(start.time, end.time, clock, language), start.date, day, language)
        }
        Some(end) => {
            let [start, end] = [start, end].map(|local| moment(local, day, clock, language));
            [&start, " – ", &end].concat()
        }
        None => moment(start, day, clock, language),
    };
    Some([&times, ", ", &place(visitor, language)].concat())
}

/// Whose clock the times of a forum follow, and how far the visitor's is from it at an instant:
/// `Hora de Seúl (UTC+9) · en San José, 15 horas menos`.
pub fn zone_line(at: Instant, event: Zone, visitor: Zone, language: Language) -> String {
    let messages = Messages::of(language);
    let (own, theirs) = (event.offset_at(at), visitor.offset_at(at));
    let mut line = offset_label(own);
    let city = city(event, language);
    // UTC is no place, and an offset alone has no name.
    if event != Zone::UTC && !city.is_empty() {
        line = [&fill(messages.time_of, &city), " (", &line, ")"].concat();
    }
    if own != theirs {
        line.push_str(" · ");
        line.push_str(&apart(theirs.saturating_sub(own), &place(visitor, language), language));
    }
    line
}

/// `en San José, 15 horas menos`, to the quarter of an hour.
fn apart(seconds: i32, place: &str, language: Language) -> String {
    let messages = Messages::of(language);
    let forms = if seconds < 0 { messages.hours_less } else { messages.hours_more };
    let quarters = seconds.unsigned_abs().saturating_add(450) / 900;
    let (hours, part) = (
        quarters / 4,
        match quarters % 4 {
            1 => "¼",
            2 => "½",
            3 => "¾",
            _ => "",
        },
    );
    let whole = u64::from(hours);
    let text = match (hours, part) {
        (0, part) if !part.is_empty() => part.into(),
        _ => [&number(whole), part].concat(),
    };
    // CLDR: in Portuguese and French it is the whole hours that decide; elsewhere 1½ is more than one, and a part is of one.
    let counted = match (language, part) {
        (Language::Pt | Language::Fr, _) | (_, "") => whole,
        _ => whole.max(1) + u64::from(hours > 0),
    };
    fill(&fill(form(forms, counted, language), place), &text)
}

/// The city of a zone, or words that stand for it.
fn place(zone: Zone, language: Language) -> String {
    let city = city(zone, language);
    if city.is_empty() { Messages::of(language).your_time.into() } else { city }
}

fn moment(local: LocalDateTime, day: Date, clock: Clock, language: Language) -> String {
    on_day(time_of_day(local.time, clock, language), local.date, day, language)
}

/// A time, and on which day it is where that is not the day of the session.
fn on_day(time: String, date: Date, day: Date, language: Language) -> String {
    let messages = Messages::of(language);
    match date.days_since_epoch() - day.days_since_epoch() {
        0 => time,
        -1 => fill(messages.day_before, &time),
        1 => fill(messages.day_after, &time),
        _ => [&weekday_and_day(date, language), " ", &time].concat(),
    }
}
