//! What a visitor may choose: which sessions to see, and which to save.

use super::actions::button;
use super::details::language_name;
use crate::agenda::{Facet, choices};
use crate::feed::{Mode, SessionKind};
use crate::locale::{CountryCode, item, sort_key};
use crate::state::Action;
use crate::view::context::Context;
use crate::view::node::{Element, element};
use crate::words;

/// The class of the place for the filters.
pub const FILTERS: &str = "choices filters";

/// The class of the place for the calendars.
pub const CALENDARS: &str = "choices calendars";

/// Adds the filters that the programme has something for.
pub fn add_filters(context: Context<'_>, place: &mut Element) {
    let messages = context.messages();
    for facet in Facet::ALL {
        let chosen = context.state.filter.chosen(facet);
        let mut options: Vec<(String, Element)> = Vec::new();
        for word in choices(context.forum, facet) {
            let name = name(context, facet, word);
            // Countries by their names, all else as it comes.
            let key = if facet == Facet::Country { sort_key(&name) } else { String::new() };
            let place = options.partition_point(|(other, _)| *other <= key);
            options.insert(place, (key, option(facet, word, chosen, &name)));
        }
        if options.is_empty() {
            continue;
        }
        let label = item(messages.filter_names, facet as usize);
        // WebKit would add the chosen option to the name of the label around it.
        let mut list = element("select").with("aria-label", label);
        list.add(option(facet, "", chosen, messages.all_of_it));
        for (_, option) in options {
            list.add(option);
        }
        place.add(element("label.choice").child(element("span").text(label)).child(list));
    }
}

/// What a word of a facet is called.
fn name(context: Context<'_>, facet: Facet, word: &str) -> String {
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

fn option(facet: Facet, word: &str, chosen: &str, text: &str) -> Element {
    element("option")
        .with_value("value", Action::Choose(facet, word.into()).written())
        .with_flag("selected", "", !word.is_empty() && word == chosen)
        .text(text)
}

/// Adds the calendar of the whole programme, and of what was found in it.
pub fn add_calendars(context: Context<'_>, place: &mut Element) {
    let messages = context.messages();
    place.add(button(&Action::SaveAll, messages.calendar_all));
    if context.found.is_some() {
        place.add(button(&Action::SaveFound, messages.calendar_found));
    }
}
