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
        let mut words = choices(context.forum, facet);
        if words.is_empty() {
            continue;
        }
        if facet == Facet::Country {
            words.sort_by_cached_key(|word| sort_key(&name(context, facet, word)));
        }
        let chosen = context.state.filter.chosen(facet);
        let mut list = element("select").child(option(facet, "", chosen, messages.all_of_it));
        for word in words {
            list.add(option(facet, word, chosen, &name(context, facet, word)));
        }
        let label = element("span").text(item(messages.filter_names, facet as usize));
        place.add(element("label.choice").child(label).child(list));
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
