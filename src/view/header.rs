use super::context::Context;
use super::node::{Element, element};
use crate::feed::SessionKind;
use crate::locale::{date_range, label, list, plural, present};
use crate::words;

/// The id of the forum's name, which names the widget.
pub const NAME_ID: &str = "forum-name";

/// Name, theme, dates, mode and hosts.
pub fn draw(context: &Context<'_>) -> Element {
    let forum = context.forum;
    let name = match &forum.name {
        Some(name) => context.write(context.heading(0), name),
        None => context.heading(0).text(context.messages().programme),
    };
    element("header")
        .part("header")
        .maybe(occasion(context))
        .child(name.class("forum-name").with("id", NAME_ID))
        .maybe(context.optional(element("p.theme"), forum.theme.as_ref()))
        .maybe(context.optional(element("p.forum-summary"), forum.summary.as_ref()))
        .child(facts(context))
}

/// When, how and where: `17–18 de marzo de 2021 · Presencial y en línea · República de Corea`.
fn occasion(context: &Context<'_>) -> Option<Element> {
    let forum = context.forum;
    let dates = forum.start.map(|start| date_range(start, forum.end.unwrap_or(start), context.language));
    let mode = forum.mode.and_then(|mode| words::forum_mode(context.messages(), mode)).map(Into::into);
    let venue = forum.venue.as_ref();
    let city = venue.and_then(|venue| venue.city.as_ref()).map(|city| context.string(city).into());
    let place = city.or_else(|| Some(context.country_name(venue?.country?)));
    let facts = present(&[dates, mode, place], " · ");
    (!facts.is_empty()).then(|| element("p.occasion").text(&facts))
}

fn facts(context: &Context<'_>) -> Element {
    let (forum, messages) = (context.forum, context.messages());
    let numbered = forum.sessions.iter().filter(|session| session.kind == SessionKind::Session).count();
    let mut facts = element("ul.facts role=list");
    for (message, count) in [(messages.countries, forum.countries.len()), (messages.sessions, numbered)] {
        if count > 0 {
            facts.add(element("li").text(&plural(message, count as u64, context.language)));
        }
    }
    let mut hosts = Vec::new();
    for host in forum.hosts.iter().filter_map(|host| forum.organization(*host)) {
        hosts.push(context.string(&host.name).into());
    }
    if !hosts.is_empty() {
        let label = element("span.fact-label").text(&label(messages.organizers, context.language));
        facts.add(element("li").child(label).text(&list(&hosts, context.language)));
    }
    facts
}
