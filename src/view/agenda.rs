use super::context::Context;
use super::node::{Element, element};
use super::{controls, details, session};
use crate::agenda::{Day, days};
use crate::feed::{SessionId, Status};
use crate::locale::{fill, number, separated, weekday_and_day, zone_line};
use crate::time::Instant;

const HEADING_ID: &str = "forum-programme";

/// The programme by days, with what finds something in it.
pub fn draw(context: Context<'_>) -> Element {
    let messages = context.messages();
    element("section")
        .class("agenda")
        .with("part", "panel")
        .with("aria-labelledby", HEADING_ID)
        .child(context.heading(1).class("section-heading").with("id", HEADING_ID).text(messages.programme))
        .maybe(controls::draw(context))
        .child(controls::results(context))
        .child(programme(context))
}

fn programme(context: Context<'_>) -> Element {
    let messages = context.messages();
    let mut days = days(context.forum);
    for day in &mut days {
        day.sessions.retain(|id| context.is_found(*id));
    }
    days.retain(|day| !day.sessions.is_empty());
    let order: Vec<SessionId> = days.iter().flat_map(|day| day.sessions.iter().copied()).collect();
    let nothing = match context.forum.sessions.is_empty() {
        true => messages.programme_to_be_announced,
        false => messages.no_results,
    };
    element("div")
        .class("programme")
        .children(days.iter().map(|day| draw_day(context, day, &order)))
        .children(days.is_empty().then(|| element("p").class("empty").text(nothing)))
}

fn draw_day(context: Context<'_>, day: &Day, order: &[SessionId]) -> Element {
    let messages = context.messages();
    let title = match day.date {
        Some(date) => weekday_and_day(date, context.language),
        None => messages.day_to_be_announced.into(),
    };
    let sessions = || day.sessions.iter().filter_map(|id| Some((*id, context.forum.session(*id)?)));
    let timed = sessions().any(|(_, session)| session.start.is_some());
    let facts = [
        day.number.map(|day| fill(messages.day_number, &number(day.into()))),
        day.date.map(|_| hours(context, sessions().find_map(|(_, session)| session.start))),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let cards = sessions().flat_map(|(id, session)| {
        let place = order.iter().position(|other| *other == id);
        let before = place.and_then(|place| order.get(place.checked_sub(1)?)).copied();
        let after = place.and_then(|place| order.get(place + 1)).copied();
        [session::draw(context, id, session, timed), details::draw(context, id, session, [before, after])]
    });
    element("section")
        .part("day")
        .child(context.heading(2).class("day-heading").text(&title))
        .maybe((!facts.is_empty()).then(|| element("p").class("day-facts").text(&separated(&facts, " · "))))
        .children(cards)
}

/// Whose clock the day follows, or that its hours are not known.
fn hours(context: Context<'_>, start: Option<Instant>) -> String {
    let messages = context.messages();
    if let Some(start) = start {
        return {
            let event = context.forum.time_zone;
            zone_line(start, event, context.zone_beside().unwrap_or(event), context.language)
        };
    }
    let ended = context.forum.status == Some(Status::Ended);
    if ended { messages.hours_not_published } else { messages.time_to_be_announced }.into()
}
