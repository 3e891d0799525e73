//! What a visitor or a page asks for once the widget is drawn. The release has it, and what only it needs, in a file of
//! its own, which is loaded at the first sign of interest: `xtask/src/shrink.rs` has its exports by name.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlFormElement};

use super::report::{Selection, to_value};
use super::widget::{Live, Widget, instant};
use crate::agenda::{Index, days, found, is_on, place, progress};
use crate::calendar::calendar;
use crate::feed::SessionId;
use crate::locale::{CountryCode, Messages};
use crate::state::{Action, State};
use crate::structured_data::structured_data;
use crate::time::Instant;
use crate::view::{Part, changed, complete_part};

#[wasm_bindgen]
impl Widget {
    /// Does what a `data-action` that was clicked says.
    pub fn act(&self, action: &str) {
        let action = self.live.try_borrow().ok().and_then(|live| Action::parse(action, &live.forum));
        if let Some(action) = action {
            act(&self.live, &action);
        }
    }

    /// Shows what a hash of the page's address says; a hash that is none of ours does nothing.
    pub fn follow(&self, hash: &str) {
        let Ok(mut live) = self.live.try_borrow_mut() else { return };
        let Some(after) = live.state.at(hash, &live.forum) else { return };
        let opened = after.opened;
        live.show(after);
        live.set_controls();
        if let Some(id) = opened {
            live.focus(&title(&Action::ToggleSession(id)));
        }
    }

    /// Marks what is on now and next at a time, in milliseconds since 1970.
    pub fn tick(&self, now: f64) {
        let Ok(mut live) = self.live.try_borrow_mut() else { return };
        let now = instant(now);
        let on = is_on(&live.forum, now);
        let progress = Some(if on { progress(&live.forum, now) } else { Vec::new() });
        // The first time, what only works now is drawn as well.
        if progress != live.progress {
            live.progress = progress;
            live.redraw(Part::Agenda);
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
    borrowed.show(after);
    borrowed.follow_up(action, &before);
    let selection = if borrowed.state.countries != before.countries {
        Some(Selection::of_country(borrowed.state.countries.first().copied()))
    } else if borrowed.state.opened != before.opened {
        let opened = borrowed.state.opened.and_then(|id| borrowed.forum.session(id));
        Some(Selection::of_session(opened))
    } else {
        None
    };
    let emit = borrowed.emit.clone();
    drop(borrowed);
    if let Some(selection) = selection {
        // A listener of the page that throws is the page's own affair.
        let _ = emit.call2(&JsValue::UNDEFINED, &"forum:select".into(), &to_value(&selection));
    }
}

impl Live {
    /// Makes the screen that of another state.
    fn show(&mut self, after: State) {
        let before = core::mem::replace(&mut self.state, after);
        if self.state.filter != before.filter {
            self.state.more = 0;
            self.filter();
        }
        if self.state.opened != before.opened {
            self.reveal();
        }
        for &part in changed(&before, &self.state) {
            self.redraw(part);
        }
    }

    /// Shows the day of the opened session, and so many sessions of it that it is there.
    fn reveal(&mut self) {
        if let Some((day, position)) = self.state.opened.and_then(|id| place(&self.forum, id)) {
            self.state.day = day;
            self.state.more = self.state.more.max(position);
        }
    }

    fn filter(&mut self) {
        let (forum, filter) = (&self.forum, &self.state.filter);
        self.found = (!filter.is_empty()).then(|| {
            let index = self.index.get_or_insert_with(|| Index::of(forum, self.language));
            found(forum, index, filter)
        });
    }

    /// What an action does beside changing the state: where the keyboard goes on, what is taken along.
    fn follow_up(&mut self, action: &Action, before: &State) {
        match action {
            Action::ClearSelection => {
                if let Some(code) = before.countries.first() {
                    let row = Action::ToggleCountry(*code).written();
                    self.focus(&[".country[data-action=\"", &row, "\"]"].concat());
                }
            }
            // Not away from where the visitor went on in the meantime.
            Action::ToggleSession(_) if self.has_lost_focus() => self.focus(&title(action)),
            Action::ClearFilter => {
                self.set_controls();
                self.focus(".search");
            }
            Action::CopyLink(id) => self.copy_link(*id),
            Action::SaveSession(id) => self.save(&[*id]),
            Action::SaveAll => self.save(&self.sessions(false)),
            Action::SaveFound => self.save(&self.sessions(true)),
            _ => {}
        }
    }

    /// The sessions in the order of the programme: all, or those that were found.
    fn sessions(&self, only_found: bool) -> Vec<SessionId> {
        let days = days(&self.forum).into_iter().flat_map(|day| day.sessions);
        days.filter(|id| !only_found || self.context().is_found(*id)).collect()
    }

    /// Has a calendar with these sessions saved.
    fn save(&self, sessions: &[SessionId]) {
        let file = calendar(&self.forum, self.language, sessions, Instant::from_unix_seconds(0));
        if let Some(text) = file {
            self.ask("save", &text);
        }
    }

    /// Has the address copied that opens a session.
    fn copy_link(&self, id: SessionId) {
        let page = self.drawing.root().owner_document().and_then(|page| page.url().ok()).unwrap_or_default();
        let page = page.split_once('#').map_or(page.as_str(), |(page, _)| page);
        let opened = State { opened: Some(id), ..State::default() };
        let messages = Messages::of(self.language);
        let address = [page, "#", &opened.link(&self.forum)].concat();
        self.ask("copy", &[&address, messages.copied, messages.copy_link].join("\u{1f}"));
    }

    /// Asks the loader for something that it does later than this call.
    fn ask(&self, what: &str, with: &str) {
        let _ = self.emit.call2(&JsValue::UNDEFINED, &what.into(), &with.into());
    }

    /// Shows in the controls what the state says: their attributes are their defaults.
    fn set_controls(&self) {
        if let Ok(Some(form)) = self.drawing.root().query_selector("form") {
            let form: HtmlFormElement = form.unchecked_into();
            form.reset();
        }
    }

    fn redraw(&mut self, which: Part) {
        let drawn = complete_part(which, self.context());
        // A part that cannot be drawn again stays as it was.
        let _ = self.drawing.redraw(which, drawn);
    }

    /// Whether nothing of the widget has the focus any more, or only what was folded away.
    fn has_lost_focus(&self) -> bool {
        matches!(self.drawing.root().query_selector(":focus:not(.details *)"), Ok(None))
    }

    /// What was used may have vanished: the keyboard goes on at what took its place.
    fn focus(&self, selector: &str) {
        if let Ok(Some(element)) = self.drawing.root().query_selector(selector) {
            let element: HtmlElement = element.unchecked_into();
            let _ = element.focus();
        }
    }
}

/// Where the title of a session is.
fn title(action: &Action) -> String {
    [".open[data-action=\"", &action.written(), "\"]"].concat()
}
