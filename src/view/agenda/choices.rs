//! What a visitor may choose: which sessions to see, and which to save.

use super::actions::button;
use super::details::language_name;
use crate::agenda::choices;
use crate::locale::item;
use crate::state::Action;
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
            place.add(select(item(messages.filter_names, position), messages.all_of_it, &none, options));
        }
    }
}

fn select(name: &str, all: &str, none: &Action, options: Vec<Choice>) -> Element {
    let mut list = element("select").child(option(none, all, false));
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
    place.add(button(&Action::SaveAll, messages.calendar_all));
    if context.found.is_some() {
        place.add(button(&Action::SaveFound, messages.calendar_found));
    }
}
