use super::context::Context;
use super::node::{Element, element};
use super::{agenda, delegations, footer, header, map, status};
use crate::settings::View;
use crate::state::Change;

/// A part of the screen that is drawn on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Name, dates and hosts.
    Header,
    /// What was selected, said to those who listen.
    Status,
    /// The programme by days.
    Agenda,
    /// The map and its list.
    Map,
    /// The people by country.
    Delegations,
    /// Source, licence and contact.
    Footer,
}

impl Part {
    /// The name that the live element carries in `data-part`.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Header => "header",
            Part::Status => "status",
            Part::Agenda => "agenda",
            Part::Map => "map",
            Part::Delegations => "delegations",
            Part::Footer => "footer",
        }
    }
}

/// One part as it is now.
pub fn part(part: Part, context: &Context<'_>) -> Element {
    let element = match part {
        Part::Header => header::draw(context),
        Part::Status => status::draw(context),
        Part::Agenda => agenda::draw(context),
        Part::Map => map::draw(context),
        // A page has its place: the second half of the engine draws it.
        Part::Delegations if cfg!(target_arch = "wasm32") => delegations::place(context),
        Part::Delegations => delegations::draw(context),
        Part::Footer => footer::draw(context),
    };
    element.with("data-part", part.name())
}

/// One part as it is for a visitor who does something with it.
pub fn complete_part(part: Part, context: &Context<'_>) -> Element {
    let mut element = self::part(part, context);
    match part {
        Part::Delegations => element = delegations::draw(context).with("data-part", part.name()),
        Part::Agenda => agenda::complete(context, &mut element),
        Part::Map => map::complete(context, &mut element),
        Part::Status => map::complete_status(context, &mut element),
        _ => {}
    }
    element
}

/// The whole screen.
pub fn screen(context: &Context<'_>) -> Element {
    let settings = context.settings;
    let shows = |view| settings.views.contains(&view);
    // Agenda and map stand side by side where there is room, in the order in which the page names them.
    let mut columns = element("div.columns");
    for view in &settings.views {
        match view {
            View::Agenda => columns.add(part(Part::Agenda, context)),
            View::Map => columns.add(part(Part::Map, context)),
            View::Delegations => {}
        }
    }
    let root = element("section")
        .part("root")
        .with("lang", context.language.tag())
        .with("dir", "ltr")
        .with("data-theme", settings.theme.name())
        .with_flag("data-favorites", "", settings.favorites);
    let root = match &settings.label {
        Some(label) => root.with_value("aria-label", label.clone()),
        None => root.with("aria-labelledby", header::NAME_ID),
    };
    root.child(part(Part::Header, context))
        .child(part(Part::Status, context))
        .maybe(columns.unless_empty())
        .maybe(shows(View::Delegations).then(|| part(Part::Delegations, context)))
        .child(part(Part::Footer, context))
}

/// The parts that look different after a change.
pub const fn changed(change: Change) -> &'static [Part] {
    match change {
        Change::Nothing => &[],
        Change::Selection => &[Part::Status, Part::Agenda, Part::Map, Part::Delegations],
        Change::Map => &[Part::Status, Part::Map],
        Change::Opened | Change::Filter | Change::Agenda => &[Part::Agenda],
    }
}
