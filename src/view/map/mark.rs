use super::super::context::Context;
use super::super::node::{Element, element};
use super::drawing::filled;
use crate::feed::Country;
use crate::locale::number;
use crate::map::{MARKER, Treatment};
use crate::state::Action;

/// A coordinate as text; nothing of the drawing is left of it or above.
pub fn coordinate(value: i32) -> String {
    number(u64::try_from(value).unwrap_or(0))
}

/// A country's code on what its land is filled with, around a place. The stylesheet gives its letters a plate, as in the badges of
/// the list.
pub fn mark(context: &Context<'_>, country: &Country, (x, y): (i32, i32)) -> Element {
    let treatment = Treatment::of(country);
    let corner = match treatment {
        Treatment::InPerson | Treatment::Unknown => "40",
        Treatment::Several | Treatment::Online => "24",
        Treatment::PreRecorded => "6",
        Treatment::Host => "0",
    };
    element("g.marker")
        .with("data-treatment", treatment.name())
        .with_value("data-action", Action::ToggleCountry(country.code).written())
        .child(filled(square((x, y)).with("rx", corner), treatment))
        .child(code(country.code.as_str(), (x, y)))
        .child(element("title").text(&context.country_name(country.code)))
}

/// A square around a place.
pub fn square((x, y): (i32, i32)) -> Element {
    element("rect width=80 height=80")
        .with_value("x", coordinate(x - MARKER / 2))
        .with_value("y", coordinate(y - MARKER / 2))
}

/// A code whose letters stand around a place.
pub fn code(letters: &str, (x, y): (i32, i32)) -> Element {
    element("text").with_value("x", coordinate(x)).with_value("y", coordinate(y + 13)).text(letters)
}
