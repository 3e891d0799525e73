//! What a visitor may choose: which sessions to see, and which to save.

use super::actions::button;
use super::details::language_name;
use crate::agenda::{Progress, choices, days};
use crate::locale::{item, zones_by_city};
use crate::state::{Action, ZoneChoice};
use crate::view::context::Context;
use crate::view::node::{Element, element};
use crate::words;

/// The class of the place for the filters.
pub const FILTERS: &str = "choices filters";

/// The class of the place for the calendars.
pub const CALENDARS: &str = "choices calendars";

/// A choice: what it does, its name, and whether it is the present one.
type Choice = (Action, String, bool);

/// Adds the filters that the programme has something for.
pub fn add_filters(context: Context<'_>, place: &mut Element) {
    let (forum, messages, filter) = (context.forum, context.messages(), &context.state.filter);
    let choices = choices(forum);
    let mut topics: Vec<Choice> = Vec::new();
    for id in choices.topics {
        if let Some(topic) = forum.topic(id) {
            let chosen = filter.topic == Some(id);
            topics.push((Action::Topic(Some(id)), context.string(&topic.name).into(), chosen));
        }
    }
    let mut countries: Vec<Choice> = Vec::new();
    for code in context.codes_by_name(choices.countries) {
        let chosen = filter.country == Some(code);
        countries.push((Action::Country(Some(code)), context.country_name(code), chosen));
    }
    let mut kinds: Vec<Choice> = Vec::new();
    for kind in choices.kinds {
        let chosen = filter.kind == Some(kind);
        kinds.push((Action::Kind(Some(kind)), words::kind(messages, kind).into(), chosen));
    }
    let mut languages: Vec<Choice> = Vec::new();
    for tag in choices.languages {
        let chosen = filter.language.as_deref() == Some(tag);
        languages.push((Action::Language(Some(tag.into())), language_name(context, tag).into(), chosen));
    }
    let mut modes: Vec<Choice> = Vec::new();
    for mode in choices.modes {
        let chosen = filter.mode == Some(mode);
        modes.push((Action::Mode(Some(mode)), words::mode(messages, mode).into(), chosen));
    }
    let lists = [
        (Action::Topic(None), topics),
        (Action::Country(None), countries),
        (Action::Kind(None), kinds),
        (Action::Language(None), languages),
        (Action::Mode(None), modes),
    ];
    for (position, (none, options)) in lists.into_iter().enumerate() {
        if !options.is_empty() {
            place.add(select(item(messages.filter_names, position), messages.all_of_it, none, options));
        }
    }
}

/// Adds the choice of the clock beside the event's, where there are hours to read.
pub fn add_zones(context: Context<'_>, place: &mut Element) {
    let (forum, messages, chosen) = (context.forum, context.messages(), context.state.zone);
    if forum.sessions.iter().all(|session| session.start.is_none()) {
        return;
    }
    let mut zones: Vec<Choice> = Vec::new();
    let mut add = |zone, name| zones.push((Action::Zone(zone), name, zone == chosen));
    add(ZoneChoice::Local, messages.zone_of_visitor.into());
    for (city, zone) in zones_by_city(context.language) {
        add(ZoneChoice::Named(zone), city);
    }
    place.add(select(messages.time_zone, messages.zone_of_event, Action::Zone(ZoneChoice::Event), zones));
}

/// Adds the way to what is on now, else to what is next, among the sessions that are shown.
pub fn add_way_to_now(context: Context<'_>, place: &mut Element) {
    let mut target = None;
    for id in days(context.forum).into_iter().flat_map(|day| day.sessions) {
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
        place.add(button(Action::ShowSession(id), context.messages().to_now));
    }
}

fn select(name: &str, all: &str, none: Action, options: Vec<Choice>) -> Element {
    let mut list = element("select").child(option(&none, all, false));
    for (action, text, chosen) in options {
        list.add(option(&action, &text, chosen));
    }
    element("label.choice").child(element("span").text(name)).child(list)
}

fn option(action: &Action, text: &str, chosen: bool) -> Element {
    element("option").with_value("value", action.written()).with_flag("selected", "", chosen).text(text)
}

/// Adds the calendar of the whole programme, and of what was found in it.
pub fn add_calendars(context: Context<'_>, place: &mut Element) {
    let messages = context.messages();
    place.add(button(Action::SaveAll, messages.calendar_all));
    if context.found.is_some() {
        place.add(button(Action::SaveFound, messages.calendar_found));
    }
}
