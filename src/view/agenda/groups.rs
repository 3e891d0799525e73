//! The sessions by topic or country, each under all that it belongs to. It is open in the one place where it was opened: what
//! has gone through a group has not missed a session, and nothing unfolds elsewhere on the page.

use super::choices::name;
use super::details;
use super::programme::{add, more, name as day_name};
use super::time::clock_of_day;
use crate::agenda::{Facet, groups, programme};
use crate::feed::SessionId;
use crate::locale::{CountryCode, number, plural, sort_key};
use crate::state::{Action, State};
use crate::view::context::Context;
use crate::view::country::badge;
use crate::view::node::{Element, Node, element};

/// The sessions with a word of a facet.
pub struct Group<'a> {
    /// The word; empty for the sessions without one.
    pub word: &'a str,
    /// What it is called.
    pub name: String,
    /// The sessions, in the order of the programme.
    sessions: Vec<SessionId>,
}

/// The groups of a facet: countries by their names, all else as it comes.
pub fn by_name<'a>(context: &Context<'a>, facet: Facet) -> Vec<Group<'a>> {
    let mut sorted: Vec<(String, Group<'_>)> = Vec::new();
    for (word, sessions) in groups(context.forum, facet) {
        let name = name(context, facet, word);
        let key = if facet == Facet::Country { sort_key(&name) } else { String::new() };
        let place = sorted.partition_point(|(other, _)| *other <= key);
        sorted.insert(place, (key, Group { word, name, sessions }));
    }
    let mut groups = Vec::new();
    for (_, group) in sorted {
        groups.push(group);
    }
    groups
}

/// The groups of a facet, and last what belongs to none; with what is shown of them, each session with the number of its
/// place.
fn shown<'a>(context: &Context<'a>, facet: Facet) -> (Vec<Group<'a>>, Vec<(SessionId, usize)>) {
    let mut groups = by_name(context, facet);
    let mut others = Group { word: "", name: context.messages().other_sessions.into(), sessions: Vec::new() };
    let mut places = vec![0; context.forum.sessions.len()];
    let mut shown = Vec::new();
    for group in &mut groups {
        group.sessions.retain(|id| context.is_found(*id));
        for id in &group.sessions {
            if let Some(place) = places.get_mut(id.0 as usize) {
                shown.push((*id, *place));
                *place += 1;
            }
        }
    }
    for id in programme(context.forum) {
        if context.is_found(id) && places.get(id.0 as usize) == Some(&0) {
            others.sessions.push(id);
            shown.push((id, 0));
        }
    }
    groups.push(others);
    (groups, shown)
}

/// The cards of the groups in their order: the session, and the number of its place.
pub fn cards(context: &Context<'_>, facet: Facet) -> Vec<(SessionId, usize)> {
    shown(context, facet).1
}

/// The programme by a facet; nothing where it is empty, or nothing of it was found.
pub fn draw(context: &Context<'_>, facet: Facet) -> Option<Element> {
    let (groups, cards) = shown(context, facet);
    let first = cards.iter().find_map(|(id, _)| context.forum.session(*id)?.start);
    let mut programme =
        element("div.programme").child(element("p.day-facts").text(&clock_of_day(context, first)));
    // A programme that is drawn as a whole is so in its groups: nothing of it is missing on paper.
    let drawn = if context.is_whole() { cards.len() } else { context.window().min(cards.len()) };
    let left = cards.len() - drawn;
    let empty = cards.is_empty();
    let mut cards = cards.into_iter().take(drawn);
    for group in groups {
        let count = plural(context.messages().sessions, group.sessions.len() as u64, context.language);
        let mut section = element("section")
            .part("day")
            .child(heading(context, facet, &group))
            .child(element("p.day-facts").text(&count));
        let head = section.inside().len();
        for card in cards.by_ref().take(group.sessions.len()) {
            add_card(context, &mut section, card, first.is_some());
        }
        if section.inside().len() > head {
            programme.add(section);
        }
    }
    (!empty).then(|| programme.maybe((left > 0).then(|| more(context, left))))
}

/// Adds a card as it stands in its day, with the name of that; in a programme that is `timed` it says so where it has no hour. At
/// another place than its first it is told apart from that by its ids, and has its details only while they are open: one of them
/// is enough for the browser's own search.
fn add_card(context: &Context<'_>, section: &mut Element, (id, place): (SessionId, usize), timed: bool) {
    let closed = State { opened: None, ..context.state.clone() };
    let open = context.state.has_opened(id, place);
    let mut card = element("div");
    add(&Context { state: if open { context.state } else { &closed }, ..*context }, &mut card, id, timed);
    if let Some(margin) = card.find("session-margin") {
        let date = context.forum.session(id).and_then(|session| session.date);
        let day = element("p.time").text(&day_name(context, date));
        margin.inside_mut().insert(1, Node::Element(day));
    }
    if place > 0 {
        let details_id = [&details::id(id), ".", &number(place as u64)].concat();
        if let Some(title) = card.find("open") {
            title.set("data-action", Action::toggle(id, place).written());
            title.set("aria-controls", details_id.clone());
        }
        if let Some(details) = card.find("details") {
            details.set("id", details_id);
            if !open {
                details.inside_mut().clear();
            }
        }
    }
    section.inside_mut().append(card.inside_mut());
}

fn heading(context: &Context<'_>, facet: Facet, group: &Group<'_>) -> Element {
    let heading = context.heading(2).class("day-heading");
    match facet {
        Facet::Country => {
            let heading = match CountryCode::parse(group.word) {
                Some(code) => heading.child(badge(context, code)).text(" "),
                None => heading,
            };
            heading.text(&group.name)
        }
        _ => match context.forum.topics.iter().find(|topic| topic.id.0 == group.word) {
            // With its language, where that is not the reader's.
            Some(topic) => context.write(heading, &topic.name),
            None => heading.text(&group.name),
        },
    }
}
