//! What a visitor or a page asks for once the widget is drawn. The release has it, and what only it needs, in a file of
//! its own, which is loaded at the first sign of interest: `xtask/src/shrink.rs` has its exports by name.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::report::{Selection, to_value};
use super::widget::{Live, Widget};
use crate::locale::CountryCode;
use crate::state::Action;
use crate::structured_data::structured_data;
use crate::view::{Part, changed, part};

#[wasm_bindgen]
impl Widget {
    /// Does what a `data-action` that was clicked says.
    pub fn act(&self, action: &str) {
        let action = self.live.try_borrow().ok().and_then(|live| Action::parse(action, &live.forum));
        if let Some(action) = action {
            act(&self.live, &action);
        }
    }

    /// Selects a country by its code, or ends the selection when it is not one.
    #[wasm_bindgen(js_name = selectCountry)]
    pub fn select_country(&self, code: &str) {
        let selected = self.live.try_borrow().is_ok_and(|live| live.state.countries.len() == 1);
        match CountryCode::parse(code) {
            Some(code) if selected && self.is_selected(code) => {}
            Some(code) => act(&self.live, &Action::ToggleCountry(code)),
            None => act(&self.live, &Action::ClearSelection),
        }
    }

    /// What search engines are told of the forum, as JSON-LD; nothing unless the page asks for it.
    #[wasm_bindgen(js_name = structuredData)]
    pub fn structured_data(&self) -> Option<String> {
        let live = self.live.try_borrow().ok()?;
        live.settings.structured_data.then(|| structured_data(&live.forum, live.language))
    }

    fn is_selected(&self, code: CountryCode) -> bool {
        self.live.try_borrow().is_ok_and(|live| live.state.has_selected(code))
    }
}

/// One action: the next state, the parts that look different in it, and the event.
fn act(live: &RefCell<Live>, action: &Action) {
    // The page's listeners run after the borrow has ended: they may act in turn.
    let Ok(mut borrowed) = live.try_borrow_mut() else { return };
    let before = borrowed.state.clone();
    let after = before.after(action.clone());
    let parts = changed(&before, &after);
    borrowed.state = after;
    for &part in parts {
        borrowed.redraw(part);
    }
    if *action == Action::ClearSelection
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
        let drawn = part(which, self.context());
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
