//! The sessions by topic or country, each under all that it belongs to. It is open in the one place where it was opened: what
//! has gone through a group has not missed a session, and nothing unfolds elsewhere on the page.

use super::choices::name;
use super::programme::{add, first_start, hours, more, nothing};
use super::session::Card;
use crate::agenda::{Facet, days, groups};
use crate::feed::SessionId;
use crate::locale::{CountryCode, plural, sort_key};
use crate::state::Action;
use crate::view::context::Context;
use crate::view::country::badge;
use crate::view::node::{Element, element};

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
pub fn by_name(context: Context<'_>, facet: Facet) -> Vec<Group<'_>> {
    let mut sorted: Vec<(String, Group<'_>)> = Vec::new();
    for (word, sessions) in groups(context.forum, facet) {
        let name = name(context, facet, word);
        let key = if facet == Facet::Country { sort_key(&name) } else { String::new() };
        let place = sorted.partition_point(|(other, _)| *other <= key);
        sorted.insert(place, (key, Group { word, name, sessions }));
    }
    sorted.into_iter().map(|(_, group)| group).collect()
}

/// The groups that are shown, and last what belongs to none; each session with the number of its place.
fn shown(context: Context<'_>, facet: Facet) -> Vec<(Group<'_>, Vec<(SessionId, Card)>)> {
    let mut places = vec![0; context.forum.sessions.len()];
    let mut groups = by_name(context, facet);
    for id in groups.iter().flat_map(|group| &group.sessions) {
        if let Some(places) = places.get_mut(id.0 as usize) {
            *places += 1;
        }
    }
    let mut others: Vec<SessionId> = days(context.forum).into_iter().flat_map(|day| day.sessions).collect();
    others.retain(|id| places.get(id.0 as usize) == Some(&0));
    groups.push(Group { word: "", name: context.messages().other_sessions.into(), sessions: others });
    places.fill(0);
    let mut shown = Vec::new();
    for group in groups {
        let mut cards = Vec::new();
        for id in group.sessions.iter().filter(|id| context.is_found(**id)) {
            if let Some(places) = places.get_mut(id.0 as usize) {
                cards.push((*id, Card { is_timed: true, says_day: true, place: *places }));
                *places += 1;
            }
        }
        if !cards.is_empty() {
            shown.push((group, cards));
        }
    }
    shown
}

/// What opens each card of the groups, in their order; nothing where the programme stands by day.
pub fn toggles(context: Context<'_>) -> Vec<Action> {
    let groups = context.state.arrangement.facet().map(|facet| shown(context, facet));
    let cards = groups.into_iter().flatten().flat_map(|(_, cards)| cards);
    cards.map(|(id, card)| card.toggle(id)).collect()
}

/// The programme by a facet.
pub fn draw(context: Context<'_>, facet: Facet) -> Element {
    let groups = shown(context, facet);
    if groups.is_empty() {
        return nothing(context);
    }
    let mut room = context.window();
    let mut left = 0;
    let first = days(context.forum).iter().find_map(|day| first_start(context, &day.sessions));
    let mut programme = element("div.programme").child(element("p.day-facts").text(&hours(context, first)));
    for (group, cards) in groups {
        let drawn = room.min(cards.len());
        room -= drawn;
        left += cards.len() - drawn;
        if drawn > 0 {
            let count = plural(context.messages().sessions, cards.len() as u64, context.language);
            let mut section = element("section")
                .part("day")
                .child(heading(context, facet, &group))
                .child(element("p.day-facts").text(&count));
            for (id, card) in cards.into_iter().take(drawn) {
                add(context, &mut section, id, card);
            }
            programme.add(section);
        }
    }
    programme.maybe((left > 0).then(|| more(context, left)))
}

fn heading(context: Context<'_>, facet: Facet, group: &Group<'_>) -> Element {
    let heading = context.heading(2).class("day-heading");
    let topic = context.forum.topics.iter().find(|topic| facet == Facet::Topic && topic.id.0 == group.word);
    match topic {
        // With its language, where that is not the reader's.
        Some(topic) => context.write(heading, &topic.name),
        None => {
            let code = CountryCode::parse(group.word).map(|code| badge(context, code));
            heading.maybe(code).text(&group.name)
        }
    }
}
