use super::context::Context;
use super::node::{Element, element};
use super::session;
use crate::agenda::{Day, days};
use crate::feed::Status;
use crate::locale::{fill, number, separated, weekday_and_day};

const HEADING_ID: &str = "forum-programme";

/// The programme by days.
pub fn draw(context: Context<'_>) -> Element {
    let messages = context.messages();
    let days = days(context.forum);
    let empty = days.is_empty();
    element("section")
        .class("agenda")
        .with("part", "panel")
        .with("aria-labelledby", HEADING_ID)
        .child(context.heading(1).class("section-heading").with("id", HEADING_ID).text(messages.programme))
        .children(days.iter().map(|day| draw_day(context, day)))
        .children(empty.then(|| element("p").class("empty").text(messages.programme_to_be_announced)))
}

fn draw_day(context: Context<'_>, day: &Day) -> Element {
    let messages = context.messages();
    let title = match day.date {
        Some(date) => weekday_and_day(date, context.language),
        None => messages.day_to_be_announced.into(),
    };
    let sessions = day.sessions.iter().filter_map(|id| context.forum.session(*id));
    let timed = sessions.clone().any(|session| session.start.is_some());
    let facts = [
        day.number.map(|day| fill(messages.day_number, &number(day.into()))),
        day.date.map(|_| hours(context, timed)),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    element("section")
        .part("day")
        .child(context.heading(2).class("day-heading").text(&title))
        .maybe((!facts.is_empty()).then(|| element("p").class("day-facts").text(&separated(&facts, " · "))))
        .children(sessions.map(|session| session::draw(context, session, timed)))
}

/// Whose clock the day follows, or that its hours are not known.
fn hours(context: Context<'_>, timed: bool) -> String {
    let messages = context.messages();
    if timed {
        let name = context.forum.time_zone.name();
        let city = name.rsplit_once('/').map_or(name, |(_, city)| city).replace('_', " ");
        return fill(messages.time_of, &city);
    }
    let ended = context.forum.status == Some(Status::Ended);
    if ended { messages.hours_not_published } else { messages.time_to_be_announced }.into()
}
