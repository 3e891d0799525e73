//! What the first drawing needs: what reacts to a visitor is in `later.rs`.

use std::cell::RefCell;
use std::hint::black_box;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Node;

use super::live::Live;
use crate::agenda::{Arrangement, current_day, days, is_on};
use crate::dom::{Drawing, Painter};
use crate::feed::{Country, Problem, read};
use crate::locale::{Clock, Language, Messages, country_name, pieces};
use crate::map::{Geometry, geometry};
use crate::settings::{self, SettingProblem, Settings, View};
use crate::state::State;
use crate::time::{Instant, Zone};
use crate::view::{Context, Part, Visitor, part, screen};

/// One forum on a page.
#[wasm_bindgen]
pub struct Widget {
    pub(super) live: RefCell<Live>,
    pub(super) setting_problems: Vec<SettingProblem>,
    pub(super) feed_problems: Vec<Problem>,
}

#[wasm_bindgen]
impl Widget {
    /// Reads a feed and draws it into `place`, by way of `painter`.
    ///
    /// `settings` holds names and values in turn, separated by U+001F: one string costs fewer bytes than a list. `words`
    /// is the file of the reader's language. `emit(type, detail)` sends an event out, or asks the loader for what only it can do
    /// (`save`, `copy`, `keep`). Of the visitor are known the `zone` (an IANA name), its `offset` now (minutes east of UTC) and the
    /// `region` (ISO 3166-1 alpha-2, or empty). `now` is the time, in milliseconds since 1970.
    ///
    /// # Errors
    /// For a feed of which nothing can be shown, the problem as a string: its code and its path, separated by U+001F; nothing
    /// where the file is none of words.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "a structure would cost the glue more bytes")]
    pub fn new(
        place: &Node,
        painter: Painter,
        feed: &[u8],
        settings: &str,
        words: &[u8],
        emit: Function,
        zone: &str,
        offset: i32,
        region: &str,
        now: f64,
    ) -> Result<Widget, JsValue> {
        // Memory grows by one page otherwise, four hundred times for a large feed.
        black_box(Vec::<u8>::with_capacity(2 * feed.len() + (1 << 19)));
        let language = learn(words)?;
        let (settings, setting_problems) = read_settings(settings);
        let reading = read(feed)
            .map_err(|problem| JsValue::from([problem.code.as_str(), "\u{1f}", &problem.path].concat()))?;
        let forum = reading.forum;
        let has_map = settings.views.contains(&View::Map);
        let geometry = if has_map { geometry() } else { Geometry::default() };
        let date = settings.day.or_else(|| current_day(&forum, instant(now)));
        let day = date.and_then(|_| days(&forum).iter().position(|day| day.date == date)).unwrap_or(0);
        let (countries, zone_beside) = (settings.countries.clone(), settings.timezone);
        let state = State { countries, day, zone: zone_beside, ..State::default() };
        let zone = Zone::named(zone).unwrap_or(Zone::fixed(offset.saturating_mul(60)));
        let visitor = Visitor { zone: Some(zone), clock: Clock::of_region(Some(region)) };
        let context = Context { visitor, ..Context::new(&forum, &settings, language, &state, &geometry) };
        let drawing = Drawing::new(painter, place, screen(&context)).ok_or(JsValue::UNDEFINED)?;
        let (index, found, progress, menus) = (None, None, None, None);
        let live = Live {
            forum,
            settings,
            language,
            state,
            geometry,
            drawing,
            emit,
            visitor,
            index,
            found,
            progress,
            menus,
            news: Vec::new(),
            unkept: Vec::new(),
        };
        Ok(Widget { live: RefCell::new(live), setting_problems, feed_problems: reading.problems })
    }

    /// Whether [`Widget::tick`] has something to do at a time (milliseconds since 1970): the forum is on, or marks of it are left.
    #[wasm_bindgen(js_name = isOn)]
    pub fn is_on(&self, now: f64) -> bool {
        self.live
            .try_borrow()
            .is_ok_and(|live| !live.context().progress.is_empty() || is_on(&live.forum, instant(now)))
    }

    /// Draws what is left of a large programme, so many sessions unless it was more already: for print, and for the browser's own
    /// search.
    pub fn unfold(&self, limit: usize) {
        let Ok(mut live) = self.live.try_borrow_mut() else { return };
        if !live.context().is_whole() {
            live.state.more = live.state.more.max(limit);
            // All of it is only drawn by day.
            live.state.arrangement = Arrangement::Days;
            // What only works with the second half is drawn at the next tick.
            live.progress = None;
            let agenda = part(Part::Agenda, &live.context());
            live.drawing.replace(Part::Agenda, agenda);
        }
    }

    /// Whether the second half of the engine has to draw something before this is whole, or to tell something.
    #[wasm_bindgen(js_name = isPartial)]
    pub fn is_partial(&self) -> bool {
        let special = |live: &Live| {
            let settings = &live.settings;
            // Names of countries that are not on the map come with it.
            let named = |country: &Country| {
                let own = country.name.as_ref().and_then(|name| name.choose(live.language));
                own.is_some_and(|own| own.foreign.is_none())
                    || country_name(country.code, live.language).is_some()
            };
            settings.are_special() || settings.name_records() || !live.forum.countries.iter().all(named)
        };
        let special = self.live.try_borrow().is_ok_and(|live| special(&live));
        special || !(self.setting_problems.is_empty() && self.feed_problems.is_empty())
    }
}

/// Between the items of a list that comes as one string (ASCII: unit separator).
const SEPARATOR: u8 = 0x1f;

pub(super) fn read_settings(pairs: &str) -> (Settings, Vec<SettingProblem>) {
    let mut items = pieces(pairs, SEPARATOR);
    settings::read(std::iter::from_fn(|| Some((items.next()?, items.next()?))))
}

/// The instant of a `Date.now()`.
#[expect(clippy::cast_possible_truncation, reason = "beyond it there is no date")]
pub(super) fn instant(milliseconds: f64) -> Instant {
    Instant::from_unix_seconds((milliseconds / 1000.0) as i64)
}

pub(super) fn learn(words: &[u8]) -> Result<Language, JsValue> {
    Messages::learn(words).ok_or(JsValue::UNDEFINED)
}
