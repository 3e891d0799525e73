//! The sessions by day. Of a large programme only some are drawn at a time, because nodes cost even where nobody looks; how
//! many are left is said, so that nobody searches the page for what is not there.

use super::session::Card;
use super::{details, session, tabs};
use crate::agenda::{Day, days};
use crate::feed::{SessionId, Status};
use crate::locale::{fill, number, plural, separated, weekday_and_day, zone_line};
use crate::state::Action;
use crate::time::{Date, Instant};
use crate::view::context::Context;
use crate::view::node::{Element, element};

/// The programme, or the part of it that was found, each day a list.
pub fn draw(context: Context<'_>) -> Element {
    draw_days(context, |section, day, sessions| list(context, section, day, sessions))
}

/// The days, each filled with its first sessions as they are given. In the first half of the engine that is the list alone:
/// what else fills a day is a copy of this in the second.
pub fn draw_days(context: Context<'_>, fill: impl Fn(&mut Element, &Day, &[SessionId])) -> Element {
    let mut days = days(context.forum);
    let tabbed = tabs::are_worth_it(context, &days);
    if context.found.is_some() {
        for day in &mut days {
            day.sessions.retain(|id| context.is_found(*id));
        }
        days.retain(|day| !day.sessions.is_empty());
    }
    if days.is_empty() {
        return nothing(context);
    }
    let mut room = context.window();
    let mut left = 0;
    let mut programme = element("div.programme").maybe(tabbed.then(|| tabs::draw(context, &days)));
    for (position, day) in days.iter().enumerate() {
        let shown = !tabbed || position == context.state.day;
        let drawn = if shown || context.is_whole() { room.min(day.sessions.len()) } else { 0 };
        if shown {
            left += day.sessions.len() - drawn;
            room -= drawn;
        }
        if drawn > 0 || tabbed {
            let mut panel = draw_day(context, day);
            fill(&mut panel, day, day.sessions.get(..drawn).unwrap_or_default());
            programme.add(if tabbed { tabs::panel(panel, position, shown) } else { panel });
        }
    }
    programme.maybe((left > 0).then(|| more(context, left)))
}

/// The programme where it is empty, or nothing of it was found.
pub fn nothing(context: Context<'_>) -> Element {
    let messages = context.messages();
    let announced = !context.forum.sessions.is_empty();
    let reason = if announced { messages.no_results } else { messages.programme_to_be_announced };
    element("div.programme").child(element("p.empty").text(reason))
}

/// The button that has more of what is left drawn.
pub fn more(context: Context<'_>, left: usize) -> Element {
    element("button.more type=button").with_value("data-action", Action::ShowMore.written()).text(&plural(
        context.messages().show_more,
        left as u64,
        context.language,
    ))
}

/// A day without its sessions.
fn draw_day(context: Context<'_>, day: &Day) -> Element {
    let facts = [
        day.number.map(|day| fill(context.messages().day_number, &number(day.into()))),
        day.date.map(|_| hours(context, first_start(context, &day.sessions))),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    element("section")
        .part("day")
        .child(context.heading(2).class("day-heading").text(&day_name(context, day.date)))
        .maybe((!facts.is_empty()).then(|| element("p.day-facts").text(&separated(&facts, " · "))))
}

/// When the first of some sessions begins.
pub fn first_start(context: Context<'_>, sessions: &[SessionId]) -> Option<Instant> {
    sessions.iter().find_map(|id| context.forum.session(*id)?.start)
}

/// Adds sessions of a day one after the other.
pub fn list(context: Context<'_>, place: &mut Element, day: &Day, sessions: &[SessionId]) {
    let card = Card { is_timed: first_start(context, &day.sessions).is_some(), ..Card::default() };
    for id in sessions {
        add(context, place, *id, card);
    }
}

/// Adds a card and what it opens.
pub fn add(context: Context<'_>, place: &mut Element, id: SessionId, card: Card) {
    if let Some(own) = context.forum.session(id) {
        place.add(session::draw(context, id, own, card));
        place.add(details::draw(context, id, own, card.place));
    }
}

/// What a day is called.
pub fn day_name(context: Context<'_>, date: Option<Date>) -> String {
    match date {
        Some(date) => weekday_and_day(date, context.language),
        None => context.messages().day_to_be_announced.into(),
    }
}

/// Whose clock the day follows, or that its hours are not known.
pub fn hours(context: Context<'_>, start: Option<Instant>) -> String {
    let messages = context.messages();
    let event = context.forum.time_zone;
    let ended = context.forum.status == Some(Status::Ended);
    match start {
        Some(start) => zone_line(start, event, context.zone_beside().unwrap_or(event), context.language),
        None if ended => messages.hours_not_published.into(),
        None => messages.time_to_be_announced.into(),
    }
}
