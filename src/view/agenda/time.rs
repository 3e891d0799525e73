//! Times as the screen shows them: the event's first, and what the visitor's clock shows then beside it.

use crate::feed::Session;
use crate::locale::{beside, separated, time_of_day, weekday_and_day};
use crate::time::Instant;
use crate::view::context::Context;
use crate::view::node::{Element, element};

/// The hours of a session, and the same in the visitor's zone where that differs.
pub fn lines(context: Context<'_>, start: Instant, end: Option<Instant>) -> Vec<Element> {
    let hours: Vec<String> =
        [Some(start), end].into_iter().flatten().map(|instant| clock(context, instant)).collect();
    let event = element("p").part("time").text(&separated(&hours, "–"));
    let own = context.zone_beside().and_then(|zone| {
        beside(start, end, context.forum.time_zone, zone, context.visitor.clock, context.language)
    });
    let own = own.map(|text| element("p.own-time").text(&text));
    [Some(event), own].into_iter().flatten().collect()
}

/// The start that was announced before, in words and struck through; with its day where that was another.
pub fn former(context: Context<'_>, session: &Session) -> Option<Element> {
    let before = session.previous_start?;
    let (time, date) = (clock(context, before), context.forum.time_zone.to_local(before).date);
    let moment = match session.date {
        Some(now) if now != date => [&weekday_and_day(date, context.language), ", ", &time].concat(),
        _ => time,
    };
    let words = context.messages().moved_from.trim_end_matches(['{', '}']);
    Some(element("p.former").text(words).child(element("s").text(&moment)))
}

fn clock(context: Context<'_>, instant: Instant) -> String {
    let local = context.forum.time_zone.to_local(instant);
    time_of_day(local.time, context.visitor.clock, context.language)
}
