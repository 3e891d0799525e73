//! What happens after an action: the state, what of it is drawn anew, where the keyboard goes on, what the page is told.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlFormElement};

use super::live::Live;
use super::report::{Selection, Shown, to_value};
use crate::agenda::{Index, day_of, found, programme};
use crate::calendar::calendar;
use crate::feed::SessionId;
use crate::locale::{CountryCode, Messages};
use crate::state::{Action, Change, State, Step};
use crate::time::Instant;
use crate::view::{Part, cards, changed, complete_part, menus, near, picture, walk};

/// One action: the state after it, what looks different then, and the event.
pub(super) fn act(live: &RefCell<Live>, action: &Action) {
    let Ok(mut live) = live.try_borrow_mut() else { return };
    let live = &mut *live;
    let meant = match action {
        Action::Near(pointer) => near(&live.context(), *pointer).map(Action::ToggleCountry),
        _ => None,
    };
    let action = meant.as_ref().unwrap_or(action);
    let (selected, window) = (live.state.countries.first().copied(), live.context().window());
    let change = live.state.apply(action.clone());
    match action {
        Action::ShowSession(id) => {
            // Asked for beside the programme, which shows something else.
            if !live.context().is_found(*id) {
                live.state.apply(Action::ClearFilter);
                live.show(Change::Filter);
                live.set_controls();
            }
            live.reveal(*id);
        }
        Action::Arrange(_) => live.reveal_opened(),
        _ => {}
    }
    live.show(change);
    live.follow_up(action, selected, window);
    live.announce(change);
}

impl Live {
    /// Makes the screen that of the state after a change.
    pub(super) fn show(&mut self, change: Change) {
        if change == Change::Filter {
            self.filter();
        }
        if matches!(change, Change::Filter | Change::Opened) {
            self.reveal_opened();
        }
        for &part in changed(change) {
            self.redraw(part);
        }
    }

    /// Tells the page of a change.
    pub(super) fn announce(&self, change: Change) {
        let detail = match change {
            Change::Selection => Selection::of_country(self.state.countries.first().copied()),
            Change::Opened => Selection::of_session(self.state.opened.and_then(|id| self.forum.session(id))),
            Change::Filter | Change::Agenda | Change::Map => {
                let link = ["#", &self.state.link(&self.forum)].concat();
                return self.tell("forum:view", &to_value(&Shown { link }));
            }
            Change::Nothing => return,
        };
        self.tell("forum:select", &to_value(&detail));
    }

    /// Whether the day that is shown is that of the open session.
    pub(super) fn shows_opened(&self) -> bool {
        self.state.opened.and_then(|id| day_of(&self.forum, id)) == Some(self.state.day)
    }

    /// Makes the state one that shows the open session where it is open, and its day.
    pub(super) fn reveal_opened(&mut self) {
        if let Some(id) = self.state.opened {
            self.reveal(id);
        }
    }

    /// Makes the state one that shows the day of a session, and so many sessions that it is there.
    fn reveal(&mut self, id: SessionId) {
        let Some(day) = day_of(&self.forum, id) else { return };
        self.state.day = day;
        if self.context().is_whole() {
            return;
        }
        let at = if self.state.opened == Some(id) { self.state.place } else { 0 };
        let before = cards(&self.context()).iter().position(|card| *card == (id, at));
        self.state.more = self.state.more.max(before.unwrap_or(0));
    }

    /// Finds out which sessions are to be seen.
    pub(super) fn filter(&mut self) {
        let (forum, filter) = (&self.forum, &self.state.filter);
        let found = (!filter.is_empty()).then(|| {
            let index = self.index.get_or_insert_with(|| Index::of(forum, self.language));
            found(forum, index, filter)
        });
        self.found = self.state.shown(found);
    }

    /// What an action does beside changing the state: where the keyboard goes on, what is taken along. `selected` and `window`
    /// are as they were before it.
    fn follow_up(&mut self, action: &Action, selected: Option<CountryCode>, window: usize) {
        match action {
            Action::ClearSelection => {
                // Its row may be none of those that are seen alone.
                let own = selected.and_then(|code| self.focus(&row(code)));
                if own.is_none() {
                    self.focus(".country");
                }
            }
            Action::Walk(from, step) => match walk(&self.context(), *from, *step) {
                Some(code) => {
                    self.state.at = Some(code);
                    self.redraw(Part::Map);
                    self.focus(".map [tabindex=\"0\"]");
                }
                None if *step == Step::Leave => {
                    self.focus(&row(*from));
                }
                None => {}
            },
            // Not away from where the visitor went on in the meantime.
            Action::ToggleSession(_) if self.has_lost_focus() => {
                self.focus(&title(action));
            }
            Action::ShowSession(id) => self.go_to(&title(&Action::ToggleSession(*id))),
            Action::ShowDelegation => self.go_to("[data-marked] .delegation-name"),
            Action::ClearFilter => {
                self.set_controls();
                // A short programme has none.
                if self.focus(".search").is_none() {
                    self.focus(".open");
                }
            }
            // The button may have vanished, and what was asked for begins at the first session that was not there before.
            Action::ShowMore => {
                if let Some((id, place)) = cards(&self.context()).get(window) {
                    self.focus(&title(&Action::toggle(*id, *place)));
                }
            }
            Action::CopyLink(None) => self.copy_link(&self.state),
            Action::CopyLink(opened) => self.copy_link(&State { opened: *opened, ..State::default() }),
            Action::CopyCountry(code) => {
                self.copy_link(&State { countries: vec![*code], ..State::default() });
            }
            Action::SaveSession(id) => self.save(&[*id]),
            Action::SaveAll => self.save(&self.sessions(false)),
            Action::SaveFound => {
                // A session that is no favourite any more may still be there.
                self.filter();
                self.save(&self.sessions(true));
            }
            Action::SavePicture(paint) => self.tell("save", &picture(&self.context(), paint).into()),
            Action::ToggleFavorite(id) => {
                self.unkept.push(*id);
                self.tell("keep", &JsValue::UNDEFINED);
            }
            _ => {}
        }
    }

    /// The sessions in the order of the programme: all, or those that were found.
    fn sessions(&self, only_found: bool) -> Vec<SessionId> {
        let mut sessions = Vec::new();
        for id in programme(&self.forum) {
            if !only_found || self.context().is_found(id) {
                sessions.push(id);
            }
        }
        sessions
    }

    /// Has a calendar with these sessions saved.
    fn save(&self, sessions: &[SessionId]) {
        let file = calendar(&self.forum, self.language, sessions, Instant::from_unix_seconds(0));
        if let Some(text) = file {
            self.tell("save", &text.into());
        }
    }

    /// Has the address of a state copied: the loader knows the page's.
    fn copy_link(&self, state: &State) {
        let messages = Messages::of(self.language);
        let hash = ["#", &state.link(&self.forum)].concat();
        self.tell("copy", &[&hash, messages.copied, messages.copy_link].join("\u{1f}").into());
    }

    /// Tells the loader something, which it does later than this call: the page's listeners may act in turn.
    pub(super) fn tell(&self, what: &str, with: &JsValue) {
        let _ = self.emit.call2(&JsValue::UNDEFINED, &what.into(), with);
    }

    /// Shows in the controls what the state says: their attributes are their defaults.
    pub(super) fn set_controls(&self) {
        if let Ok(Some(form)) = self.drawing.root().query_selector("form") {
            let form: HtmlFormElement = form.unchecked_into();
            form.reset();
        }
    }

    pub(super) fn redraw(&mut self, which: Part) {
        if self.menus.is_none() {
            self.menus = Some(menus(&self.context()));
        }
        let drawn = complete_part(which, &self.context());
        self.drawing.redraw(which, drawn);
    }

    /// Whether nothing of the widget has the focus any more, or only what was folded away.
    fn has_lost_focus(&self) -> bool {
        matches!(self.drawing.root().query_selector(":focus:not(.details *)"), Ok(None))
    }

    /// Moves the keyboard and the page to an element, at once: nobody is made to watch the page fly by.
    fn go_to(&self, selector: &str) {
        if let Some(element) = self.focus(selector) {
            element.scroll_into_view();
        }
    }

    /// What was used may have vanished: the keyboard goes on at what took its place.
    pub(super) fn focus(&self, selector: &str) -> Option<HtmlElement> {
        let element = self.drawing.root().query_selector(selector).ok()??;
        let element: HtmlElement = element.unchecked_into();
        let _ = element.focus();
        Some(element)
    }
}

/// Where the title of a session is.
pub(super) fn title(action: &Action) -> String {
    [".open[data-action=\"", &action.written(), "\"]"].concat()
}

/// Where the row of a country is.
pub(super) fn row(code: CountryCode) -> String {
    [".country[data-action=\"", &Action::ToggleCountry(code).written(), "\"]"].concat()
}
