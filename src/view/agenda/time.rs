//! Times as the screen shows them: the event's first, and what the visitor's clock shows then beside it.

use crate::view::context::Context;
use crate::view::node::{Element, element};
use crate::locale::{beside, fill, separated, time_of_day};
use crate::time::Instant;

/// The hours of a session, and the same in the visitor's zone where that differs.
pub fn lines(context: Context<'_>, start: Instant, end: Option<Instant>) -> Vec<Element> {
    let hours: Vec<String> =
        [Some(start), end].into_iter().flatten().map(|instant| clock(context, instant)).collect();
    let event = element("p").part("time").text(&separated(&hours, "–"));
    let own = context.zone_beside().and_then(|zone| {
        beside(start, end, context.forum.time_zone, zone, context.visitor.clock, context.language)
    });
    let own = own.map(|text| element("p").class("own-time").text(&text));
    [Some(event), own].into_iter().flatten().collect()
}

/// The start that was announced before, struck through and in words.
pub fn former(context: Context<'_>, start: Instant) -> Element {
    let text = fill(context.messages().moved_from, &clock(context, start));
    element("p").class("former").child(element("s").text(&text))
}

fn clock(context: Context<'_>, instant: Instant) -> String {
    let local = context.forum.time_zone.to_local(instant);
    time_of_day(local.time, context.visitor.clock, context.language)
}
