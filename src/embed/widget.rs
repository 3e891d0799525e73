use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, HtmlElement, Node};

use super::report::{Notice, Selection};
use crate::dom::Drawing;
use crate::feed::{Forum, read};
use crate::locale::{CountryCode, Failure, Language, Messages};
use crate::map::{Geometry, geometry};
use crate::settings::{self, Settings};
use crate::state::{Action, State};
use crate::structured_data::structured_data;
use crate::view::{Context, Part, changed, failure, part, screen};

/// One forum on a page.
#[wasm_bindgen]
pub struct Widget {
    live: Rc<RefCell<Live>>,
    notices: Vec<Notice>,
    // Dropped with the widget, which takes the listener off the page.
    _click: EventListener,
}

struct Live {
    forum: Forum,
    settings: Settings,
    language: Language,
    state: State,
    geometry: Geometry,
    drawing: Drawing,
    emit: Function,
}

#[wasm_bindgen]
impl Widget {
    /// Reads a feed and draws it into `place`, with nodes made by `document`.
    ///
    /// `settings` holds names and values in turn, separated by U+001F: one string costs fewer bytes than a list. `words`
    /// is the file of the reader's language. `emit(type, detail)` sends an event out.
    ///
    /// # Errors
    /// The notice of the problem for which nothing can be shown, what the browser threw, or nothing where the file
    /// is none of words.
    #[wasm_bindgen(constructor)]
    pub fn new(
        place: &Node,
        document: Document,
        feed: &[u8],
        settings: &str,
        words: &[u8],
        emit: Function,
    ) -> Result<Widget, JsValue> {
        let language = learn(words)?;
        let (settings, setting_problems) = read_settings(settings);
        let messages = Messages::of(language);
        let reading = read(feed).map_err(|problem| to_value(&Notice::of_feed(&problem, messages)))?;
        let notices = setting_problems.iter().map(Notice::of_setting);
        let notices =
            notices.chain(reading.problems.iter().map(|problem| Notice::of_feed(problem, messages)));
        let notices = notices.collect();
        let state = State { countries: settings.countries.clone(), ..State::default() };
        let (forum, geometry) = (reading.forum, geometry());
        let context =
            Context { forum: &forum, settings: &settings, language, state: &state, geometry: &geometry };
        let drawing = Drawing::new(document, place, screen(context))?;
        let root = drawing.root().clone();
        let live = Live { forum, settings, language, state, geometry, drawing, emit };
        let live = Rc::new(RefCell::new(live));
        let clicked = Rc::clone(&live);
        let click = EventListener::new(&root, "click", move |event| {
            if let Some(action) = action_of(event, &clicked) {
                act(&clicked, action);
            }
        });
        Ok(Widget { live, notices, _click: click })
    }

    /// What a webmaster or organiser should know: a list of `{code, problem, path, message}`.
    pub fn notices(&self) -> JsValue {
        to_value(&self.notices)
    }

    /// What search engines are told of the forum, as JSON-LD; nothing unless the page asks for it.
    #[wasm_bindgen(js_name = structuredData)]
    pub fn structured_data(&self) -> Option<String> {
        let live = self.live.try_borrow().ok()?;
        live.settings.structured_data.then(|| structured_data(&live.forum, live.language))
    }

    /// Selects a country by its code, or ends the selection when it is not one.
    #[wasm_bindgen(js_name = selectCountry)]
    pub fn select_country(&self, code: &str) {
        let selected = self.live.try_borrow().is_ok_and(|live| live.state.countries.len() == 1);
        match CountryCode::parse(code) {
            Some(code) if selected && self.is_selected(code) => {}
            Some(code) => act(&self.live, Action::ToggleCountry(code)),
            None => act(&self.live, Action::ClearSelection),
        }
    }

    fn is_selected(&self, code: CountryCode) -> bool {
        self.live.try_borrow().is_ok_and(|live| live.state.has_selected(code))
    }
}

/// Draws why nothing can be shown, for a code of `forum:error`, and gives the sentence.
///
/// # Errors
/// What the browser throws, or nothing where the file is none of words.
#[wasm_bindgen(js_name = drawFailure)]
pub fn draw_failure(
    place: &Node,
    document: &Document,
    code: &str,
    settings: &str,
    words: &[u8],
) -> Result<String, JsValue> {
    let language = learn(words)?;
    let (settings, _) = read_settings(settings);
    let reason = Failure::of_code(code);
    crate::dom::append(document, place, &failure(reason, language, settings.theme))?;
    Ok(Messages::of(language).failure(reason).into())
}

/// Between the items of a list that comes as one string (ASCII: unit separator).
const SEPARATOR: char = '\u{1f}';

fn read_settings(pairs: &str) -> (Settings, Vec<settings::SettingProblem>) {
    let mut items = pairs.split(SEPARATOR);
    settings::read(std::iter::from_fn(|| Some((items.next()?, items.next()?))))
}

fn learn(words: &[u8]) -> Result<Language, JsValue> {
    Messages::learn(words).ok_or(JsValue::UNDEFINED)
}

/// The action of the nearest element around the place of a click that has one.
fn action_of(event: &Event, live: &RefCell<Live>) -> Option<Action> {
    let target: web_sys::Element = event.target()?.unchecked_into();
    let element = target.closest("[data-action]").ok()??;
    Action::parse(&element.get_attribute("data-action")?, &live.try_borrow().ok()?.forum)
}

/// One action: the next state, the parts that look different in it, and the event.
fn act(live: &Rc<RefCell<Live>>, action: Action) {
    // The page's listeners run after the borrow has ended: they may act in turn.
    let Ok(mut borrowed) = live.try_borrow_mut() else { return };
    let before = borrowed.state.clone();
    let after = before.after(action.clone());
    let parts = changed(&before, &after);
    borrowed.state = after;
    for &part in parts {
        borrowed.redraw(part);
    }
    if action == Action::ClearSelection
        && let Some(code) = before.countries.first()
    {
        borrowed.focus_row(*code);
    }
    let selected = borrowed.state.countries.first().copied();
    let emit = borrowed.emit.clone();
    drop(borrowed);
    if !parts.is_empty() {
        let detail = to_value(&Selection(selected));
        // A listener of the page that throws is the page's own affair.
        let _ = emit.call2(&JsValue::UNDEFINED, &"forum:select".into(), &detail);
    }
}

impl Live {
    fn redraw(&mut self, which: Part) {
        let context = Context {
            forum: &self.forum,
            settings: &self.settings,
            language: self.language,
            state: &self.state,
            geometry: &self.geometry,
        };
        let drawn = part(which, context);
        // A part that cannot be drawn again stays as it was.
        let _ = self.drawing.redraw(which, drawn);
    }

    /// The button that ends a selection vanishes with it: the keyboard goes on at the country's row.
    fn focus_row(&self, code: CountryCode) {
        let selector = [".country[data-action=\"", &Action::ToggleCountry(code).written(), "\"]"].concat();
        if let Ok(Some(row)) = self.drawing.root().query_selector(&selector) {
            let row: HtmlElement = row.unchecked_into();
            let _ = row.focus();
        }
    }
}

fn to_value<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
