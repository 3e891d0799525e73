//! What a visitor may choose: which sessions to see, and which to save.

use super::actions::button;
use super::details::language_name;
use super::groups::by_name;
use crate::agenda::{Arrangement, Facet, Progress, programme};
use crate::feed::{Mode, SessionKind};
use crate::locale::{CountryCode, item, zones_by_city};
use crate::state::{Action, ZoneChoice};
use crate::view::context::Context;
use crate::view::node::{Element, element};
use crate::words;

/// The class of the place for the filters.
pub const FILTERS: &str = "choices filters";

/// The class of the place for the calendars.
pub const CALENDARS: &str = "choices calendars";

/// A list to choose from.
pub struct Menu {
    name: &'static str,
    /// What each choice does, and what it is called.
    choices: Vec<(Action, String)>,
}

/// What the programme has to choose from; the same as long as it is shown.
pub fn menus(context: &Context<'_>) -> Vec<Menu> {
    let messages = context.messages();
    let mut menus = Vec::new();
    for facet in Facet::ALL {
        let mut choices = vec![(Action::Choose(facet, String::new()), messages.all_of_it.into())];
        for group in by_name(context, facet) {
            choices.push((Action::Choose(facet, group.word.into()), group.name));
        }
        menus.push(Menu { name: item(messages.filter_names, facet as usize), choices });
    }
    let mut choices = Vec::new();
    for arrangement in Arrangement::ALL {
        if arrangement.suits(context.forum) {
            let name = match (arrangement, arrangement.facet()) {
                (_, Some(facet)) => item(messages.filter_names, facet as usize),
                (Arrangement::Rooms, _) => messages.room,
                _ => messages.day,
            };
            choices.push((Action::Arrange(arrangement), name.into()));
        }
    }
    menus.push(Menu { name: messages.arrange_by, choices });
    // One choice is none.
    menus.retain(|menu| menu.choices.len() > 1);
    // The clock beside the event's, where there are hours to read.
    if context.forum.sessions.iter().any(|session| session.start.is_some()) {
        let mut choices = vec![
            (Action::Zone(ZoneChoice::None), messages.zone_of_event.into()),
            (Action::Zone(ZoneChoice::Local), messages.zone_of_visitor.into()),
        ];
        for (city, zone) in zones_by_city(context.language) {
            choices.push((Action::Zone(ZoneChoice::Named(zone)), city));
        }
        menus.push(Menu { name: messages.time_zone, choices });
    }
    menus
}

/// Adds the menus as they are chosen from now.
pub fn add_menus(context: &Context<'_>, place: &mut Element) {
    let state = context.state;
    for menu in context.menus {
        // WebKit would add the chosen one to the name of the label around it.
        let mut list = element("select").with("aria-label", menu.name);
        for (action, name) in &menu.choices {
            let chosen = match action {
                Action::Choose(facet, word) => !word.is_empty() && state.filter.chosen(*facet) == word,
                Action::Arrange(arrangement) => state.arrangement == *arrangement,
                Action::Zone(zone) => state.zone == *zone,
                _ => false,
            };
            let option = element("option").with_value("value", action.written());
            list.add(option.with_flag("selected", "", chosen).text(name));
        }
        place.add(element("label.choice").child(element("span").text(menu.name)).child(list));
    }
}

/// What a word of a facet is called.
pub fn name(context: &Context<'_>, facet: Facet, word: &str) -> String {
    let messages = context.messages();
    match facet {
        Facet::Topic => {
            let topic = context.forum.topics.iter().find(|topic| topic.id.0 == word);
            topic.map(|topic| context.string(&topic.name)).unwrap_or_default().into()
        }
        Facet::Country => CountryCode::parse(word).map(|code| context.country_name(code)).unwrap_or_default(),
        Facet::Kind => words::kind(messages, SessionKind::named(word)).into(),
        Facet::Language => language_name(context, word).into(),
        Facet::Mode => words::mode(messages, Mode::named(word)).into(),
    }
}

/// Adds the way to what is on now, else to what is next, among the sessions that are shown.
pub fn add_way_to_now(context: &Context<'_>, place: &mut Element) {
    let mut target = None;
    for id in programme(context.forum) {
        match context.progress_of(id) {
            Some(Progress::Now) if context.is_found(id) => {
                target = Some(id);
                break;
            }
            Some(Progress::Next) if target.is_none() && context.is_found(id) => target = Some(id),
            _ => {}
        }
    }
    if let Some(id) = target {
        place.add(button(&Action::ShowSession(id), context.messages().to_now));
    }
}

/// Adds the calendar of the whole programme, and of what was found in it, where that has something whose day is known.
pub fn add_calendars(context: &Context<'_>, place: &mut Element) {
    let messages = context.messages();
    place.add(button(&Action::SaveAll, messages.calendar_all));
    let dated = |found: &[bool]| {
        let mut sessions = found.iter().zip(&context.forum.sessions);
        sessions.any(|(found, session)| *found && session.date.is_some())
    };
    if context.found.is_some_and(dated) {
        place.add(button(&Action::SaveFound, messages.calendar_found));
    }
}
