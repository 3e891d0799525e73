//! Times as the screen shows them: the event's first, and what the visitor's clock shows then beside it.

use crate::feed::{Session, Status};
use crate::locale::{beside, day_and_time, hours, split_at_byte, time_of_day, zone_line};
use crate::time::Instant;
use crate::view::context::Context;
use crate::view::node::{Element, element};

/// Adds the hours of a session to an element, and the same in the visitor's zone where that differs.
pub fn lines(context: &Context<'_>, into: Element, session: &Session, start: Instant) -> Element {
    let (event, clock, language) = (context.forum.time_zone, context.visitor.clock, context.language);
    let day = session.date.unwrap_or(event.to_local(start).date);
    let (end, zone) = (session.end, context.zone_beside());
    let own = zone.and_then(|zone| beside(start, end, day, event, zone, clock, language));
    into.child(element("p").part("time").text(&hours(start, end, day, event, clock, language)))
        .maybe(own.map(|text| element("p.own-time").text(&text)))
}

/// Whose clock a day follows, or that its hours are not known.
pub fn clock_of_day(context: &Context<'_>, start: Option<Instant>) -> String {
    let messages = context.messages();
    let event = context.forum.time_zone;
    let ended = context.forum.status == Some(Status::Ended);
    match start {
        Some(start) => zone_line(start, event, context.zone_beside().unwrap_or(event), context.language),
        None if ended => messages.hours_not_published.into(),
        None => messages.time_to_be_announced.into(),
    }
}

/// The start that was announced before, in words and struck through; with its day where that was another.
pub fn former(context: &Context<'_>, session: &Session) -> Option<Element> {
    let before = session.previous_start?;
    let (time, date) = (clock(context, before), context.forum.time_zone.to_local(before).date);
    let moment = match session.date {
        Some(now) if now == date => time,
        _ => day_and_time(date, &time, context.language),
    };
    let words = context.messages().moved_from;
    let (words, _) = split_at_byte(words, b'{').unwrap_or((words, ""));
    Some(element("p.former").text(words).child(element("s").text(&moment)))
}

/// The time of day of the event, as the visitor's region writes it.
pub fn clock(context: &Context<'_>, instant: Instant) -> String {
    let local = context.forum.time_zone.to_local(instant);
    time_of_day(local.time, context.visitor.clock, context.language)
}
