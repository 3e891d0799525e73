use super::context::Context;
use super::country::chip;
use super::node::{Element, element};
use crate::feed::{Appearance, Quote, Session, Status};
use crate::locale::{Clock, separated, time_of_day};
use crate::words;

/// One session. Where others of its day have an hour and it has none, it says so.
pub fn draw(context: Context<'_>, session: &Session, day_is_timed: bool) -> Element {
    let marked = context.state.marks_session(context.forum, session);
    let article = element("article").part("session").with_value("data-session", session.id.0.clone());
    let article = if marked { article.with("data-marked", "true") } else { article };
    article.child(margin(context, session, day_is_timed)).child(body(context, session, marked))
}

/// Beside the session: what it is, when, and what became of it.
fn margin(context: Context<'_>, session: &Session, day_is_timed: bool) -> Element {
    let messages = context.messages();
    let label = words::label(messages, session);
    let time = match session.start {
        Some(_) => Some(hours(context, session)),
        None => day_is_timed.then(|| messages.time_to_be_announced.into()),
    };
    let status = words::status(messages, session.status).map(|word| {
        let name = match session.status {
            Status::Live => "live",
            Status::Ended => "ended",
            _ => "changed",
        };
        element("p").part("status").with("data-status", name).text(word)
    });
    element("div")
        .class("session-margin")
        .child(element("p").class("session-label").text(&label))
        .children(time.map(|time| element("p").part("time").text(&time)))
        .children(status)
}

fn hours(context: Context<'_>, session: &Session) -> String {
    let zone = context.forum.time_zone;
    let clock = Clock::default();
    let local = |instant| time_of_day(zone.to_local(instant).time, clock, context.language);
    let times: Vec<String> = [session.start, session.end].into_iter().flatten().map(local).collect();
    separated(&times, "–")
}

fn body(context: Context<'_>, session: &Session, marked: bool) -> Element {
    let (forum, messages) = (context.forum, context.messages());
    let mark = element("p").class("mark").text(messages.selected);
    let people = session.people.iter().filter_map(|appearance| draw_person(context, *appearance));
    let people: Vec<Element> = people.collect();
    let chips: Vec<Element> =
        session.countries.iter().map(|code| element("li").child(chip(context, *code))).collect();
    let list = |class, items: Vec<Element>| {
        (!items.is_empty()).then(|| element("ul").part(class).with("role", "list").children(items))
    };
    let topics = session.topics.iter().filter_map(|id| forum.topic(*id));
    let topics = topics.map(|topic| context.write(element("li").part("topic"), &topic.name)).collect();
    element("div")
        .class("session-body")
        .child(if marked { mark } else { mark.with("hidden", "") })
        .child(context.write(context.heading(3).part("title"), &session.title))
        .maybe(context.optional(element("p").class("room"), session.room.as_ref()))
        .maybe(context.optional(element("p").class("summary"), session.summary.as_ref()))
        .children(list("speakers", people))
        .children(session.quotes.iter().map(|quote| draw_quote(context, quote)))
        .maybe(context.optional(element("p").class("note"), session.note.as_ref()))
        .children(list("topics", topics))
        .children(list("countries", chips))
}

fn draw_person(context: Context<'_>, appearance: Appearance) -> Option<Element> {
    let person = context.forum.person(appearance.person)?;
    let part = words::part(context.messages(), appearance.part);
    let item = element("li").child(context.write(element("span").class("person-name"), &person.name));
    let item = item.children(part.map(|part| element("span").class("person-part").text(part)));
    Some(item.maybe(context.optional(element("span").class("person-role"), person.role.as_ref())))
}

/// Words stay in the language in which they were published, and say which it is.
fn draw_quote(context: Context<'_>, quote: &Quote) -> Element {
    let speaker = quote.person.and_then(|person| context.forum.person(person));
    let foreign = quote.text.choose(context.language).and_then(|chosen| chosen.foreign);
    let language =
        foreign.map(|tag| element("span").class("language").text(context.messages().in_language(tag)));
    element("figure")
        .class("quote")
        .child(element("blockquote").child(context.write(element("p"), &quote.text)))
        .child(
            element("figcaption")
                .children(speaker.map(|person| context.write(element("span"), &person.name)))
                .children(language),
        )
}
