//! The keyboard inside the drawing: one stop for Tab, and each country that takes part a button.

use super::super::context::Context;
use super::super::country::people;
use super::super::node::{Element, Node, element};
use super::legend::{chosen, shows};
use crate::feed::Country;
use crate::locale::{CountryCode, fold, separated};
use crate::map::{Pointer, Region, State, marker, neighbour, pick, stop, world};
use crate::state::Step;
use crate::words;

/// The country to which a step leads on the map; nothing where it leads nowhere.
pub fn walk(context: &Context<'_>, from: CountryCode, step: Step) -> Option<CountryCode> {
    let named = on_map(context);
    match step {
        Step::First => named.first().map(|(code, _)| *code),
        Step::Last => named.last().map(|(code, _)| *code),
        Step::Letter(letter) => {
            let at = named.iter().position(|(code, _)| *code == from)?;
            let letter = fold(letter.encode_utf8(&mut [0; 4]));
            let begins = |(_, name): &&(CountryCode, String)| fold(name).starts_with(&letter);
            let next = named.iter().skip(at + 1).chain(named.iter().take(at)).find(begins);
            next.map(|(code, _)| *code)
        }
        Step::Towards(direction) => {
            let place = |code: CountryCode| {
                let state = context.geometry.states.iter().find(|state| state.code == code)?;
                stop(state, context.settings.tiles)
            };
            let mut stops = Vec::new();
            for (code, _) in &named {
                stops.extend(place(*code).map(|place| (*code, place)));
            }
            neighbour(&stops, place(from)?, direction)
        }
        Step::Leave => None,
    }
}

/// The country that a pointer means which hits none: the nearest that can be chosen, if it is near.
pub fn near(context: &Context<'_>, pointer: Pointer) -> Option<CountryCode> {
    let there = on_map(context);
    // As the page has them drawn.
    let geometry = world(context.settings.worldview).geometry;
    let states = geometry.states.iter();
    let states = states.filter(|state| there.iter().any(|(code, _)| *code == state.code));
    pick(states, pointer, context.state.region, context.settings.tiles)
}

/// The countries that take part and can be seen, by name.
fn on_map(context: &Context<'_>) -> Vec<(CountryCode, String)> {
    let mut named = Vec::new();
    for (country, name) in context.countries_by_name() {
        let code = country.code;
        let mut states = context.geometry.states.iter();
        if shows(context, country) && states.any(|state| state.code == code && is_seen(context, state)) {
            named.push((code, name));
        }
    }
    named
}

/// Whether a state's button is in the region that is shown.
fn is_seen(context: &Context<'_>, state: &State) -> bool {
    let region = context.state.region;
    match (marker(state.code), region.marker(state.code)) {
        _ if region == Region::All || context.settings.tiles => true,
        (None, _) => region.shows(state.centre, 0),
        (_, Some(place)) => region.shows(place, region.half_marker()),
        _ => false,
    }
}

/// Makes the drawing a group of buttons. The list below it stays their equal, as the group's name says.
pub fn complete(context: &Context<'_>, drawn: &mut Element) {
    let named = on_map(context);
    let is_there = |code: &CountryCode| named.iter().any(|(own, _)| own == code);
    let (at, selected) = (context.state.at, context.state.countries.first().copied());
    let stop = at.filter(is_there).or(selected.filter(is_there)).or(named.first().map(|(code, _)| *code));
    drawn.set("role", "group".into());
    make_buttons(context, drawn, stop, &named);
}

/// Makes buttons of what chooses a country; `stop` is where Tab stops.
fn make_buttons(
    context: &Context<'_>,
    drawn: &mut Element,
    stop: Option<CountryCode>,
    named: &[(CountryCode, String)],
) {
    for node in drawn.inside_mut() {
        let Node::Element(child) = node else { continue };
        let Some(country) = chosen(child).and_then(|code| context.country(code)) else {
            make_buttons(context, child, stop, named);
            continue;
        };
        let code = country.code;
        let is_seen = named.iter().any(|(own, _)| *own == code);
        if !is_seen || child.tag() == "path" && marker(code).is_some() {
            // Its marker is the button, or it is outside of the region.
            child.set("aria-hidden", "true".into());
            continue;
        }
        let mut name = name(context, country);
        if child.tag() == "g" {
            // What a marker shows is in its name, for those who say what they see.
            name.push_str(", ");
            name.push_str(code.as_str());
        }
        child.set("role", "button".into());
        child.set("tabindex", if stop == Some(code) { "0" } else { "-1" }.into());
        child.set("aria-pressed", if context.state.has_selected(code) { "true" } else { "false" }.into());
        child.set("aria-label", name.clone());
        // What the pointer is told is no more and no less.
        if let Some(title) = child.inside_mut().last_mut() {
            *title = Node::Element(element("title").text(&name));
        }
    }
}

/// What is heard of a country: `Costa Rica, Presencial, 3 personas`.
fn name(context: &Context<'_>, country: &Country) -> String {
    let messages = context.messages();
    let mut facts = vec![context.country_name(country.code)];
    if country.host {
        facts.push(messages.host.into());
    }
    for way in &country.participation {
        let mode = words::mode(messages, way.mode).to_owned();
        if !facts.contains(&mode) {
            facts.push(mode);
        }
    }
    facts.extend(people(context, country));
    separated(&facts, ", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::{Forum, read};
    use crate::locale::Language;
    use crate::map::{Direction, geometry, rings};
    use crate::settings::{Settings, Worldview};
    use crate::state::State;

    const FEED: &str = r#"{"version": 1, "countries": [
        {"code": "CR", "participation": [{"mode": "in-person", "count": 2}, {"mode": "online", "count": 1}]},
        {"code": "KR", "host": true, "participation": [{"mode": "in-person"}]}, {"code": "CO"}, {"code": "CU"},
        {"code": "ES", "participation": [{"mode": "online"}]}, {"code": "EC"}, {"code": "PE"}],
        "people": [{"id": "p", "name": "P", "country": "CO"}]}"#;

    fn with<Result>(language: Language, look: impl FnOnce(&Context<'_>) -> Result) -> Result {
        let forum: Forum = read(FEED.as_bytes()).unwrap().forum;
        let (settings, state, geometry) = (Settings::default(), State::default(), geometry());
        look(&Context::new(&forum, &settings, language, &state, &geometry))
    }

    fn code(text: &str) -> CountryCode {
        CountryCode::parse(text).unwrap()
    }

    #[track_caller]
    fn check(language: Language, from: &str, step: Step, to: Option<&str>) {
        let found = with(language, |context| walk(context, code(from), step));
        assert_eq!(found, to.map(code), "{step:?}");
    }

    #[test]
    fn steps_lead_by_name_and_by_place() {
        use Language::{En, Es, Ko};
        check(Es, "CR", Step::Letter('c'), Some("CU"));
        check(Es, "CU", Step::Letter('C'), Some("CO"));
        check(Es, "KR", Step::Letter('é'), Some("EC"));
        check(Es, "KR", Step::Letter('e'), Some("EC"));
        check(Es, "KR", Step::Letter('z'), None);
        check(Es, "EC", Step::Letter('e'), None);
        check(Es, "CR", Step::First, Some("CO"));
        check(Es, "CR", Step::Last, Some("KR"));
        check(En, "CR", Step::Last, Some("KR"));
        check(Ko, "CR", Step::First, Some("KR"));
        check(Es, "CR", Step::Towards(Direction::Right), Some("CO"));
        check(Es, "CR", Step::Towards(Direction::Left), None);
        check(Es, "CR", Step::Leave, None);
    }

    #[test]
    fn a_pointer_means_the_land_as_the_page_has_it_drawn() {
        let forum = read(br#"{"version": 1, "countries": [{"code": "AR"}]}"#).unwrap().forum;
        let (state, geometry) = (State::default(), geometry());
        let islands = geometry.territories.iter().find(|territory| territory.code == code("FK")).unwrap();
        let (x, y) = rings(&islands.path).concat().first().copied().unwrap();
        let pointer = Pointer { x: x.cast_unsigned(), y: y.cast_unsigned(), width: 1000 };
        for (worldview, expected) in [(Worldview::Un, None), (Worldview::Ar, Some("AR"))] {
            let settings = Settings { worldview, ..Settings::default() };
            let context = &Context::new(&forum, &settings, Language::Es, &state, &geometry);
            assert_eq!(near(context, pointer), expected.map(code), "{worldview:?}");
        }
    }

    #[test]
    fn a_country_is_named_with_its_ways_and_its_people() {
        let names = |language| {
            with(language, |context| {
                context.forum.countries.iter().map(|own| name(context, own)).collect::<Vec<_>>()
            })
        };
        assert_eq!(
            names(Language::Es),
            [
                "Costa Rica, Presencial, En línea, 3\u{a0}personas",
                "República de Corea, Anfitrión, Presencial",
                "Colombia, 1\u{a0}persona",
                "Cuba",
                "España, En línea",
                "Ecuador",
                "Perú",
            ]
        );
    }

    #[test]
    fn tab_stops_at_one_button_of_each_country() {
        with(Language::Es, |context| {
            let mut drawn = super::super::drawing::draw(context);
            complete(context, &mut drawn);
            let html = crate::html::print(&drawn);
            assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "{html}");
            assert_eq!(html.matches("role=\"button\"").count(), 6, "{html}");
        });
    }
}
