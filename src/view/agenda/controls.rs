use super::choices::{CALENDARS, FILTERS};
use crate::locale::plural;
use crate::state::Action;
use crate::view::context::Context;
use crate::view::node::{Element, element};

/// The class of the row of what was found.
pub const RESULTS: &str = "results";

/// From so many sessions on a programme is worth searching.
const WORTH_SEARCHING: usize = 4;

/// Search, and the places for filters and for the calendar of the whole.
pub fn draw(context: &Context<'_>) -> Option<Element> {
    let messages = context.messages();
    if context.forum.sessions.len() < WORTH_SEARCHING {
        return None;
    }
    // In a calendar everything has a day.
    let dated = context.forum.sessions.iter().any(|session| session.date.is_some());
    let search = element("input.search type=search name=search autocomplete=off maxlength=100")
        .with("aria-label", messages.search_label)
        .with("placeholder", messages.search_label)
        .with_value("value", context.state.filter.query.clone());
    Some(
        element("form.controls role=search")
            .child(search)
            .child(disclosure(messages.filters, FILTERS))
            .maybe(dated.then(|| disclosure(messages.add_to_calendar, CALENDARS))),
    )
}

fn disclosure(name: &str, class: &'static str) -> Element {
    element("details.menu").child(element("summary.action").text(name)).child(element("div").class(class))
}

/// How many sessions were found, said to those who listen; empty while none is sought.
pub fn results(context: &Context<'_>) -> Element {
    let messages = context.messages();
    let count = context.found.map(|found| found.iter().filter(|found| **found).count());
    let text = count.map(|count| plural(messages.results, count as u64, context.language));
    let clear = element("button.clear-filter type=button")
        .with_value("data-action", Action::ClearFilter.written())
        .with_flag("hidden", "", text.is_none())
        .text(messages.clear_filters);
    element("div").class(RESULTS).child(element("p role=status").text(&text.unwrap_or_default())).child(clear)
}
