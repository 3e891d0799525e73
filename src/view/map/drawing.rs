use super::super::context::Context;
use super::super::node::{Element, element};
use super::mark::mark;
use crate::map::{InsetName, Piece, Policy, State, Treatment, marker, push_leader};
use crate::state::Action;

/// The drawing. The list below is its equal for the keyboard and for readers, so it is one image to them.
pub fn draw(context: &Context<'_>) -> Element {
    let geometry = context.geometry;
    let mut territories = element("g");
    for territory in &geometry.territories {
        territories.add(path("territory", territory.path.clone()));
    }
    let (mut states, mut selected) = (element("g"), String::new());
    for state in &geometry.states {
        states.add(draw_state(context, state));
        if context.state.has_selected(state.code) {
            selected.push_str(&state.path);
        }
    }
    let drawn = image(context, false)
        .child(path("context", geometry.context.clone()))
        .children(insets(context))
        .child(territories)
        .child(states)
        .child(path("borders", geometry.borders.clone()))
        .child(path("selection", selected));
    markers(context, drawn)
}

/// The drawing with its name and its patterns, and nothing drawn yet.
pub fn image(context: &Context<'_>, tiles: bool) -> Element {
    empty(tiles)
        .with("role", "img")
        .with("aria-label", context.messages().map_description)
        .child(element("defs").children(patterns()))
}

/// The drawing's place.
pub fn empty(tiles: bool) -> Element {
    element("svg").part("map").with("viewBox", if tiles { "0 0 800 900" } else { "0 0 1000 1127" })
}

/// The small states' markers, over all else, with thin lines to where the states are.
fn markers(context: &Context<'_>, drawn: Element) -> Element {
    let mut leaders = String::new();
    let mut marks = Vec::new();
    for state in &context.geometry.states {
        if let (Some(country), Some(place)) = (context.country(state.code), marker(state.code)) {
            push_leader(&mut leaders, place, state.centre);
            marks.push(mark(context, country, place));
        }
    }
    let drawn = drawn.child(path("leaders", leaders)).children(marks);
    let neutral = Policy::of(context.settings.worldview).malvinas == Piece::Usual;
    drawn.maybe(neutral.then(|| element("text.dagger x=634 y=1084").text("†")))
}

pub fn path(class: &'static str, data: String) -> Element {
    element("path").class(class).with_value("d", data)
}

fn draw_state(context: &Context<'_>, state: &State) -> Element {
    let drawn = path("state", state.path.clone());
    let Some(country) = context.country(state.code) else { return drawn };
    let treatment = Treatment::of(country);
    let drawn = drawn
        .with("data-treatment", treatment.name())
        .with_value("data-action", Action::ToggleCountry(state.code).written());
    let drawn = filled(drawn, treatment);
    drawn.child(element("title").text(&context.country_name(state.code)))
}

/// A shape with the pattern of its treatment, where it has one.
pub fn filled(shape: Element, treatment: Treatment) -> Element {
    match treatment {
        Treatment::PreRecorded => shape.with("fill", "url(#forum-stripes)"),
        Treatment::Online => shape.with("fill", "url(#forum-dots)"),
        Treatment::Several => shape.with("fill", "url(#forum-bands)"),
        Treatment::Host | Treatment::InPerson | Treatment::Unknown => shape,
    }
}

/// The shapes that tell the ways of taking part apart without colour; the stripes of several lean the other way.
fn patterns() -> [Element; 3] {
    const GROUND: &str = "rect.pattern-ground width=12 height=12";
    [
        pattern("forum-stripes", GROUND, "rect.pattern-recorded width=5 height=12"),
        pattern(
            "forum-dots",
            "rect.pattern-online-ground width=12 height=12",
            "circle.pattern-online cx=6 cy=6 r=3",
        ),
        pattern("forum-bands", GROUND, "rect.pattern-in-person width=12 height=5"),
    ]
}

#[inline(never)]
fn pattern(id: &'static str, ground: &'static str, shape: &'static str) -> Element {
    element("pattern width=12 height=12 patternUnits=userSpaceOnUse patternTransform=rotate(45)")
        .with("id", id)
        .child(element(ground))
        .child(element(shape))
}

/// The frames of what is enlarged, the first of them the Eastern Caribbean's, and who is in the other.
fn insets(context: &Context<'_>) -> [Element; 3] {
    let mut states = context.geometry.states.iter();
    let alone = states.find(|state| state.inset == Some(InsetName::Korea));
    let name = alone.map(|state| context.country_name(state.code)).unwrap_or_default();
    [
        element("rect.inset x=2 y=573 width=318 height=552 rx=8"),
        element("rect.inset x=824 y=922 width=174 height=203 rx=8"),
        element("text.inset-name x=998 y=910").text(&name),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;
    use crate::html::print;
    use crate::locale::Language;
    use crate::map::{INSETS, Inset, SIZE, geometry};
    use crate::settings::Settings;
    use crate::state;

    #[test]
    fn the_insets_have_their_frames() {
        let forum = read(br#"{"version": 1, "countries": [{"code": "KR"}]}"#).unwrap().forum;
        let (settings, state, geometry) = (Settings::default(), state::State::default(), geometry());
        let drawn = insets(&Context::new(&forum, &settings, Language::Es, &state, &geometry));
        for (Inset { x, y, width, height, .. }, drawn) in INSETS.iter().zip(&drawn) {
            let size = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
            assert!(print(drawn).contains(&size), "{size}");
        }
        let [.., Inset { name, x, y, width, .. }] = INSETS;
        assert_eq!(name, InsetName::Korea);
        let place = format!("x=\"{}\" y=\"{}\"", x + width, y - 12);
        assert!(print(&drawn[2]).contains(&place) && print(&drawn[2]).contains("República de Corea"));
    }

    #[test]
    fn the_place_has_the_drawings_size() {
        let [width, height] = SIZE;
        let size = format!("0 0 {width} {height}");
        assert!(empty(false).attributes().iter().any(|(name, value)| *name == "viewBox" && *value == size));
    }
}
