//! The days of a long programme as tabs (ARIA Authoring Practices, "Tabs Pattern").

use super::programme::name;
use crate::agenda::{Day, is_long};
use crate::locale::number;
use crate::state::Action;
use crate::view::context::Context;
use crate::view::node::{Element, element};

/// Whether the days are tabs: in a long programme of several days, or where the page names one; unless something is sought.
pub fn are_worth_it(context: &Context<'_>, days: &[Day]) -> bool {
    let long = is_long(context.forum) || context.settings.day.is_some();
    context.found.is_none() && days.len() > 1 && long
}

/// The list of tabs.
pub fn draw(context: &Context<'_>, days: &[Day]) -> Element {
    let mut list = element("div role=tablist").part("tabs").with("aria-label", context.messages().programme);
    for (position, day) in days.iter().enumerate() {
        let chosen = position == context.state.day;
        list.add(
            element("button type=button role=tab")
                .part("tab")
                .with_value("id", id("forum-tab-", position))
                .with_value("data-action", Action::Day(position).written())
                .with("aria-selected", if chosen { "true" } else { "false" })
                .with_value("aria-controls", id("forum-day-", position))
                .with_flag("tabindex", "-1", !chosen)
                .text(&name(context, day.date)),
        );
    }
    list
}

/// A day as the panel of its tab. One that is not chosen stays open to the browser's own search.
pub fn panel(day: Element, position: usize, shown: bool) -> Element {
    day.with("role", "tabpanel")
        .with_value("id", id("forum-day-", position))
        .with_value("aria-labelledby", id("forum-tab-", position))
        .with_flag("hidden", "until-found", !shown)
}

fn id(prefix: &str, position: usize) -> String {
    [prefix, &number(position as u64)].concat()
}
