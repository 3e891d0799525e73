//! What a visitor or a page asks for once the widget is drawn. The release has it, and what only it needs, in a file of
//! its own, which is loaded at the first sign of interest: `xtask/src/shrink.rs` has its exports by name.

use wasm_bindgen::prelude::*;
use web_sys::Node;

use super::reaction::{act, row, title};
use super::report::{Notice, to_value};
use super::widget::{Widget, instant, learn, read_settings};
use crate::agenda::{is_on, progress};
use crate::dom::{Painter, append};
use crate::feed::ProblemCode;
use crate::locale::{CountryCode, Failure, Messages, split_at_byte};
use crate::state::{Action, Change, Memory};
use crate::structured_data::structured_data;
use crate::view::{Part, cards, failure, outdated};

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
        let chosen = after.countries.first().copied().filter(|code| !live.state.has_selected(*code));
        live.state = after;
        live.show(Change::Selection);
        live.show(Change::Filter);
        live.set_controls();
        if let Some(id) = opened {
            live.focus(&title(&Action::ToggleSession(id)));
        } else if let Some(code) = chosen {
            live.focus(&row(code));
        }
    }

    /// Marks what is on now and next at a time, in milliseconds since 1970.
    pub fn tick(&self, now: f64) {
        let Ok(mut live) = self.live.try_borrow_mut() else { return };
        let now = instant(now);
        let on = is_on(&live.forum, now);
        let progress = Some(if on { progress(&live.forum, now) } else { Vec::new() });
        // The first time, what only works now is drawn as well.
        let first = live.menus.is_none();
        if first && live.settings.favorites {
            live.tell("keep", &JsValue::UNDEFINED);
        }
        if progress != live.progress {
            if first {
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
        let Ok(mut live) = self.live.try_borrow_mut() else { return };
        let action = match CountryCode::parse(code) {
            Some(code) if live.state.countries == [code] => return,
            Some(code) => Action::ToggleCountry(code),
            None => Action::ClearSelection,
        };
        // The keyboard stays where it is: it was a script that asked.
        let change = live.state.apply(action);
        live.show(change);
        live.announce(change);
    }

    /// What search engines are told of the forum, as JSON-LD; nothing unless the page asks for it.
    #[wasm_bindgen(js_name = structuredData)]
    pub fn structured_data(&self) -> JsValue {
        match self.live.try_borrow() {
            Ok(live) if live.settings.structured_data => structured_data(&live.forum, live.language).into(),
            _ => JsValue::UNDEFINED,
        }
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

    /// Says that an old copy of the feed is shown: at the head of a new drawing, at the foot of one that is `read` already, so
    /// that nothing moves under the reader's eyes.
    #[wasm_bindgen(js_name = markOutdated)]
    pub fn mark_outdated(&self, read: bool) {
        let Ok(mut live) = self.live.try_borrow_mut() else { return };
        let part = if read { Part::Footer } else { Part::Header };
        let drawn = outdated(part, &live.context());
        live.drawing.redraw(part, drawn);
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
            // At first they may be what is to be seen alone; later nothing vanishes under the finger.
            if first {
                live.filter();
            }
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
            live.filter();
            // Another feed may have fewer groups.
            if live.state.place > 0
                && !cards(&live.context()).iter().any(|(id, place)| live.state.has_opened(*id, *place))
            {
                live.state.place = 0;
            }
            if before.shows_opened() {
                live.reveal_opened();
            }
            live.show(Change::Selection);
            live.set_controls();
        }
    }
}

/// Takes in the words of a language that come with this half of the engine.
#[wasm_bindgen(js_name = learn)]
pub fn learn_later(words: &[u8]) {
    // What is no such file leaves its words empty.
    let _ = Messages::learn(words);
}

/// Draws why nothing can be shown, for a code of `forum:error`, and gives the notice of it: `{code, problem, path, message}`.
/// `problem` is what [`Widget::new`] said of the feed, or empty.
///
/// # Errors
/// Nothing, where the file is none of words.
#[wasm_bindgen(js_name = drawFailure)]
pub fn draw_failure(
    place: &Node,
    painter: &Painter,
    code: &str,
    problem: &str,
    settings: &str,
    words: &[u8],
) -> Result<JsValue, JsValue> {
    let language = learn(words)?;
    let (settings, _) = read_settings(settings);
    let (reason, messages) = (Failure::of_code(code), Messages::of(language));
    append(painter, place, &failure(reason, language, settings.theme));
    let (problem, path) = split_at_byte(problem, 0x1f).unwrap_or_default();
    let problem = ProblemCode::ALL.iter().find(|code| code.as_str() == problem);
    Ok(to_value(&match problem {
        Some(problem) => Notice::of_feed(*problem, path, messages),
        None => Notice::of_failure(messages.failure(reason)),
    }))
}
