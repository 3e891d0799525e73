use super::context::Context;
use super::node::{Element, element};
use crate::feed::Country;
use crate::locale::{CountryCode, plural, separated};
use crate::map::Treatment;
use crate::state::Action;
use crate::words;

/// A button that selects a country.
pub fn button(context: &Context<'_>, code: CountryCode) -> Element {
    let pressed = if context.state.has_selected(code) { "true" } else { "false" };
    element("button type=button")
        .with_value("data-action", Action::ToggleCountry(code).written())
        .with("aria-pressed", pressed)
}

/// The small button with which a session names a country.
pub fn chip(context: &Context<'_>, code: CountryCode) -> Element {
    button(context, code).class("chip").child(badge(context, code)).text(&context.country_name(code))
}

/// The code of a country in the colour and shape of its way of taking part.
pub fn badge(context: &Context<'_>, code: CountryCode) -> Element {
    let treatment = context.country(code).map_or(Treatment::Unknown, Treatment::of);
    element("span.badge aria-hidden=true").with("data-treatment", treatment.name()).text(code.as_str())
}

/// How many people come from a country, as the feed counts or else names them; nothing where it does neither.
pub fn people(context: &Context<'_>, country: &Country) -> Option<String> {
    let counts = country.participation.iter().filter_map(|way| way.count.map(u64::from));
    let named = context.forum.people.iter().filter(|person| person.country == Some(country.code)).count();
    let people = counts.reduce(u64::saturating_add).unwrap_or(named as u64);
    (people > 0).then(|| plural(context.messages().people, people, context.language))
}

/// How, at which level and with how many people a country takes part, in a few words.
pub fn participation(context: &Context<'_>, country: &Country) -> String {
    let messages = context.messages();
    let mut facts: Vec<String> = Vec::new();
    if country.host {
        facts.push(messages.host.into());
    }
    for participation in &country.participation {
        let mode = words::mode(messages, participation.mode);
        if facts.iter().all(|own| own != mode) {
            facts.push(mode.into());
        }
    }
    // The levels are in the order of protocol, so the least is the highest.
    let highest = country.participation.iter().filter_map(|participation| participation.level).min();
    facts.extend(highest.and_then(|level| words::level(messages, level)).map(String::from));
    facts.extend(people(context, country));
    separated(&facts, " · ")
}
