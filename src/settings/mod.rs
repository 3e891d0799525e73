//! From the settings that a page writes to strict ones. No other module knows the names of `data-*` attributes.

mod reading;
#[cfg(not(target_arch = "wasm32"))]
pub mod table;

pub use reading::{SettingProblem, read};

use crate::locale::CountryCode;
use crate::time::{Date, Zone};

/// A part of the screen that a page may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The programme by days.
    Agenda,
    /// The map with its list of countries.
    Map,
    /// The people by country.
    Delegations,
}

/// The colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the visitor prefers.
    Auto,
    /// The page's own colour on its own ground.
    Inherit,
}

impl Theme {
    /// The name that the page and the stylesheet know.
    pub const fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Auto => "auto",
            Theme::Inherit => "inherit",
        }
    }
}

/// How disputed land is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worldview {
    /// As on the maps of the United Nations.
    Un,
    /// As Argentina draws it.
    Ar,
    /// As Venezuela draws it.
    Ve,
    /// As Guatemala draws it.
    Gt,
    /// Without what is disputed.
    None,
}

/// The clock whose time stands beside that of the forum, which always comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ZoneChoice {
    /// None: the forum's time alone.
    None,
    /// The visitor's own, as long as nobody says otherwise.
    #[default]
    Local,
    /// That of a zone of the table.
    Named(Zone),
}

impl ZoneChoice {
    /// The choice of `event`, which has the visitor's time beside it, of `local`, which says so, of `none` or an IANA name.
    pub fn parse(name: &str) -> Option<ZoneChoice> {
        match name {
            "none" => Some(ZoneChoice::None),
            "event" | "local" => Some(ZoneChoice::Local),
            _ => Zone::named(name).map(ZoneChoice::Named),
        }
    }

    /// A name that [`ZoneChoice::parse`] reads.
    pub fn name(self) -> &'static str {
        match self {
            ZoneChoice::None => "none",
            ZoneChoice::Local => "local",
            ZoneChoice::Named(zone) => zone.name(),
        }
    }
}

/// What a page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The views, each once, in the order of the page.
    pub views: Vec<View>,
    /// The colours.
    pub theme: Theme,
    /// The countries selected at the start.
    pub countries: Vec<CountryCode>,
    /// The level of the widget's first heading: 2 to 6, or 1 where the forum is the whole page.
    pub heading_level: u8,
    /// The accessible name, in place of the forum's.
    pub label: Option<String>,
    /// The clock that stands beside the forum's at the start.
    pub timezone: ZoneChoice,
    /// The day that is shown at the start; the days are tabs then.
    pub day: Option<Date>,
    /// The topic, by its id, of which alone the sessions are shown at the start.
    pub topic: Option<String>,
    /// How many sessions are drawn at first.
    pub limit: Option<usize>,
    /// How disputed land is drawn.
    pub worldview: Worldview,
    /// Whether the map has an equal tile for every state in place of the land.
    pub tiles: bool,
    /// Whether search engines are told of the forum (`structured_data`).
    pub structured_data: bool,
    /// Whether visitors may mark sessions, which their browsers keep: the one setting that stores anything.
    pub favorites: bool,
}

impl Settings {
    /// Whether the screen has something that few pages ask for: the release draws it with the second half of its engine.
    pub fn are_special(&self) -> bool {
        self.tiles || self.worldview != Worldview::Un || self.views.contains(&View::Delegations)
    }

    /// Whether they name something of the feed, which it may not have.
    pub fn name_records(&self) -> bool {
        self.day.is_some() || self.topic.is_some()
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            views: vec![View::Agenda, View::Map],
            theme: Theme::Light,
            countries: Vec::new(),
            heading_level: 2,
            label: None,
            timezone: ZoneChoice::Local,
            day: None,
            topic: None,
            limit: None,
            worldview: Worldview::Un,
            tiles: false,
            structured_data: false,
            favorites: false,
        }
    }
}
