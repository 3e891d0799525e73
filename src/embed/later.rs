//! What a visitor or a page asks for once the widget is drawn. The release has it, and what only it needs, in a file of
//! its own, which is loaded at the first sign of interest: `xtask/src/shrink.rs` has its exports by name.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, HtmlFormElement, Node};

use super::report::{Notice, Selection, Shown, to_value};
use super::widget::{Live, Widget, instant, learn, read_settings};
use crate::agenda::{Index, days, found, is_on, place, progress};
use crate::calendar::calendar;
use crate::feed::{ProblemCode, SessionId};
use crate::locale::{CountryCode, Failure, Messages};
use crate::state::{Action, Change, Memory, State};
use crate::structured_data::structured_data;
use crate::time::Instant;
use crate::view::{Part, cards, changed, complete_part, failure, menus};

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
        live.state = after;
        live.show(Change::Filter);
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
        if live.progress.is_none() && live.settings.favorites {
            live.tell("keep", &JsValue::UNDEFINED);
        }
        // The first time, what only works now is drawn as well.
        if progress != live.progress {
            let first = live.progress.is_none();
            if first && live.settings.are_special() {
                live.redraw(Part::Map);
                live.redraw(Part::Delegations);
            }
            live.progress = progress;
            match live.topic().filter(|_| first) {
                Some(topic) => {
                    live.state.apply(topic);
                    live.show(Change::Filter);
                }
                None => live.redraw(Part::Agenda),
            }
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

    /// What a webmaster or organiser should know: a list of `{code, problem, path, message}`.
    pub fn notices(&self) -> JsValue {
        let Ok(live) = self.live.try_borrow() else { return JsValue::UNDEFINED };
        let messages = Messages::of(live.language);
        let mut notices: Vec<Notice> = self.setting_problems.iter().map(Notice::of_setting).collect();
        notices.append(&mut live.missing());
        for problem in &self.feed_problems {
            notices.push(Notice::of_feed(problem.code, &problem.path, messages));
        }
        to_value(&notices)
    }

    /// Takes in what the visitor's browser keeps (`state/memory.rs`), and gives what it is to keep from now on: a text. What is
    /// new is found out the first time; `now` is in milliseconds since 1970. Only asked for by `keep`, and so only where
    /// the page lets visitors have favourites.
    pub fn remember(&self, text: &str, now: f64) -> JsValue {
        let Ok(mut live) = self.live.try_borrow_mut() else { return text.into() };
        let live = &mut *live;
        let mut memory = Memory::read(text, &live.forum);
        memory.look(&live.forum, instant(now));
        for id in core::mem::take(&mut live.unkept) {
            memory.set_favorite(id, live.state.has_favorite(id));
        }
        let (first, favorites) = (live.news.is_empty(), memory.favorites(&live.forum));
        if first {
            live.news = memory.news();
        }
        // Other widgets and tabs may have kept something in the meantime.
        if first || favorites != live.state.favorites {
            live.state.favorites = favorites;
            live.show(Change::Agenda);
        }
        memory.written().into()
    }

    /// Goes on where another drawing of the same widget is, with what its visitor has chosen, but for what the page has set otherwise
    /// since.
    pub fn resume(&self, before: &Widget) {
        let (Ok(mut live), Ok(before)) = (self.live.try_borrow_mut(), before.live.try_borrow()) else {
            return;
        };
        if let Some(state) = live.state_of(&before) {
            live.state = state;
            live.show(Change::Filter);
            live.show(Change::Selection);
            live.set_controls();
        }
    }

    fn is_selected(&self, code: CountryCode) -> bool {
        self.live.try_borrow().is_ok_and(|live| live.state.has_selected(code))
    }
}

/// Draws why nothing can be shown, for a code of `forum:error`, and gives the notice of it: `{code, problem, path, message}`.
/// `problem` is what [`Widget::new`] said of the feed, or empty.
///
/// # Errors
/// What the browser throws, or nothing where the file is none of words.
#[wasm_bindgen(js_name = drawFailure)]
pub fn draw_failure(
    place: &Node,
    document: &Document,
    code: &str,
    problem: &str,
    settings: &str,
    words: &[u8],
) -> Result<JsValue, JsValue> {
    let language = learn(words)?;
    let (settings, _) = read_settings(settings);
    let (reason, messages) = (Failure::of_code(code), Messages::of(language));
    crate::dom::append(document, place, &failure(reason, language, settings.theme))?;
    let (problem, path) = problem.split_once('\u{1f}').unwrap_or_default();
    let problem = ProblemCode::ALL.iter().find(|code| code.as_str() == problem);
    Ok(to_value(&match problem {
        Some(problem) => Notice::of_feed(*problem, path, messages),
        None => Notice::of_failure(messages.failure(reason)),
    }))
}

/// One action: the state after it, what looks different then, and the event.
fn act(live: &RefCell<Live>, action: &Action) {
    let Ok(mut live) = live.try_borrow_mut() else { return };
    let live = &mut *live;
    let (selected, window) = (live.state.countries.first().copied(), live.context().window());
    let change = live.state.apply(action.clone());
    match action {
        Action::ShowSession(id) => live.reveal(*id),
        Action::Arrange(_) => live.reveal_opened(),
        _ => {}
    }
    live.show(change);
    live.follow_up(action, selected, window);
    let detail = match change {
        Change::Selection => Selection::of_country(live.state.countries.first().copied()),
        Change::Opened => Selection::of_session(live.state.opened.and_then(|id| live.forum.session(id))),
        Change::Filter | Change::Agenda => {
            let link = ["#", &live.state.link(&live.forum)].concat();
            return live.tell("forum:view", &to_value(&Shown { link }));
        }
        Change::Nothing => return,
    };
    live.tell("forum:select", &to_value(&detail));
}

impl Live {
    /// Makes the screen that of the state after a change.
    fn show(&mut self, change: Change) {
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

    /// Makes the state one that shows the open session where it is open, and its day.
    fn reveal_opened(&mut self) {
        if let Some(id) = self.state.opened {
            self.reveal(id);
        }
    }

    /// Makes the state one that shows the day of a session, and so many sessions that it is there.
    fn reveal(&mut self, id: SessionId) {
        let Some((day, in_day)) = place(&self.forum, id) else { return };
        let at = if self.state.opened == Some(id) { self.state.place } else { 0 };
        let in_groups = cards(self.context()).iter().position(|card| *card == (id, at));
        self.state.day = day;
        self.state.more = self.state.more.max(in_groups.unwrap_or(in_day));
    }

    fn filter(&mut self) {
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
                if let Some(code) = selected {
                    let row = Action::ToggleCountry(code).written();
                    self.focus(&[".country[data-action=\"", &row, "\"]"].concat());
                }
            }
            // Not away from where the visitor went on in the meantime.
            Action::ToggleSession(_) if self.has_lost_focus() => {
                self.focus(&title(action));
            }
            Action::ShowSession(id) => {
                let title = self.focus(&title(&Action::ToggleSession(*id)));
                if let Some(title) = title {
                    // At once: nobody is made to watch the page fly by.
                    title.scroll_into_view();
                }
            }
            Action::ClearFilter => {
                self.set_controls();
                self.focus(".search");
            }
            // The button may have vanished, and what was asked for begins at the first session that was not there before.
            Action::ShowMore => {
                let mut cards = cards(self.context());
                let mut first = window;
                if cards.is_empty() {
                    cards = self.sessions(true).into_iter().map(|id| (id, 0)).collect();
                    if self.found.is_none() {
                        for day in days(&self.forum).iter().take(self.state.day) {
                            first += day.sessions.len();
                        }
                    }
                }
                if let Some((id, place)) = cards.get(first) {
                    self.focus(&title(&Action::toggle(*id, *place)));
                }
            }
            Action::CopyLink(id) => self.copy_link(*id),
            Action::SaveSession(id) => self.save(&[*id]),
            Action::SaveAll => self.save(&self.sessions(false)),
            Action::SaveFound => {
                // A session that is no favourite any more may still be there.
                self.filter();
                self.save(&self.sessions(true));
            }
            Action::ToggleFavorite(id) => {
                self.unkept.push(*id);
                self.tell("keep", &JsValue::UNDEFINED);
            }
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
            self.tell("save", &text.into());
        }
    }

    /// Has the address copied that opens a session, or else of what is shown: its fragment, to which the loader adds the page's.
    fn copy_link(&self, id: Option<SessionId>) {
        let opened = State { opened: id, ..State::default() };
        let state = if id.is_some() { &opened } else { &self.state };
        let messages = Messages::of(self.language);
        let fragment = ["#", &state.link(&self.forum)].concat();
        self.tell("copy", &[&fragment, messages.copied, messages.copy_link].join("\u{1f}").into());
    }

    /// Tells the loader something, which it does later than this call: the page's listeners may act in turn.
    fn tell(&self, what: &str, with: &JsValue) {
        let _ = self.emit.call2(&JsValue::UNDEFINED, &what.into(), with);
    }

    /// Shows in the controls what the state says: their attributes are their defaults.
    fn set_controls(&self) {
        if let Ok(Some(form)) = self.drawing.root().query_selector("form") {
            let form: HtmlFormElement = form.unchecked_into();
            form.reset();
        }
    }

    fn redraw(&mut self, which: Part) {
        if self.menus.is_none() {
            self.menus = Some(menus(self.context()));
        }
        let drawn = complete_part(which, self.context());
        // A part that cannot be drawn again stays as it was.
        let _ = self.drawing.redraw(which, drawn);
    }

    /// Whether nothing of the widget has the focus any more, or only what was folded away.
    fn has_lost_focus(&self) -> bool {
        matches!(self.drawing.root().query_selector(":focus:not(.details *)"), Ok(None))
    }

    /// What was used may have vanished: the keyboard goes on at what took its place.
    fn focus(&self, selector: &str) -> Option<HtmlElement> {
        let element = self.drawing.root().query_selector(selector).ok()??;
        let element: HtmlElement = element.unchecked_into();
        let _ = element.focus();
        Some(element)
    }
}

/// Where the title of a session is.
fn title(action: &Action) -> String {
    [".open[data-action=\"", &action.written(), "\"]"].concat()
}
