//! The sessions by day. Of a large programme only some are drawn at a time, because nodes cost even where nobody looks; how
//! many are left is said, so that nobody searches the page for what is not there.

use super::time::clock_of_day;
use super::{details, session, tabs};
use crate::agenda::{Day, days};
use crate::feed::SessionId;
use crate::locale::{fill, number, plural, present, weekday_and_day};
use crate::state::Action;
use crate::time::Date;
use crate::view::context::Context;
use crate::view::node::{Element, element};

/// The programme, or the part of it that was found.
pub fn draw(context: &Context<'_>) -> Element {
    let mut days = days(context.forum);
    let tabbed = tabs::are_worth_it(context, &days);
    if context.found.is_some() {
        for day in &mut days {
            day.sessions.retain(|id| context.is_found(*id));
        }
        days.retain(|day| !day.sessions.is_empty());
    }
    if days.is_empty() {
        return element("div.programme").child(element("p.empty").text(empty(context)));
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
            let panel = draw_day(context, day, drawn);
            programme.add(if tabbed { tabs::panel(panel, position, shown) } else { panel });
        }
    }
    programme.maybe((left > 0).then(|| more(context, left)))
}

fn empty(context: &Context<'_>) -> &'static str {
    let messages = context.messages();
    let announced = !context.forum.sessions.is_empty();
    if announced { messages.no_results } else { messages.programme_to_be_announced }
}

/// The button that has more of what is left drawn.
pub fn more(context: &Context<'_>, left: usize) -> Element {
    element("button.more type=button").with_value("data-action", Action::ShowMore.written()).text(&plural(
        context.messages().show_more,
        left as u64,
        context.language,
    ))
}

/// A day with its first sessions, so many of them.
fn draw_day(context: &Context<'_>, day: &Day, drawn: usize) -> Element {
    let messages = context.messages();
    let starts = || day.sessions.iter().filter_map(|id| context.forum.session(*id)?.start);
    let first = starts().next();
    let number = day.number.map(|day| fill(messages.day_number, &number(day.into())));
    let facts = present(&[number, day.date.map(|_| clock_of_day(context, first))], " · ");
    let mut section = element("section")
        .part("day")
        .child(context.heading(2).class("day-heading").text(&name(context, day.date)))
        .maybe((!facts.is_empty()).then(|| element("p.day-facts").text(&facts)));
    for id in day.sessions.iter().take(drawn) {
        add(context, &mut section, *id, first.is_some());
    }
    section
}

/// Adds a card and what it opens. In a day where others have an hour and it has none, it says so.
pub fn add(context: &Context<'_>, section: &mut Element, id: SessionId, day_is_timed: bool) {
    if let Some(own) = context.forum.session(id) {
        section.add(session::draw(context, id, own, day_is_timed));
        section.add(details::draw(context, id, own));
    }
}

/// What a day is called.
pub fn name(context: &Context<'_>, date: Option<Date>) -> String {
    match date {
        Some(date) => weekday_and_day(date, context.language),
        None => context.messages().day_to_be_announced.into(),
    }
}
