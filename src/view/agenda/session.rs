use super::details;
use super::programme::day_name;
use super::time;
use crate::agenda::{Progress, status};
use crate::feed::{Session, SessionId, Status};
use crate::state::Action;
use crate::view::context::Context;
use crate::view::country::chip;
use crate::view::node::{Element, element};
use crate::words;

/// How a card stands in the programme.
#[derive(Clone, Copy, Default)]
pub struct Card {
    /// Whether others beside it have an hour: it says so when it has none.
    pub is_timed: bool,
    /// Whether it says its day.
    pub says_day: bool,
    /// Which place of its session it is, where that belongs to several groups.
    pub place: usize,
}

impl Card {
    /// What opens and closes it.
    pub fn toggle(self, id: SessionId) -> Action {
        if self.place == 0 { Action::ToggleSession(id) } else { Action::TogglePlace(id, self.place) }
    }
}

/// The card of a session.
pub fn draw(context: Context<'_>, id: SessionId, session: &Session, card: Card) -> Element {
    let marked = context.state.marks_session(context.forum, session);
    let article = element("article").part("session").with_value("data-session", session.id.0.clone());
    let article = if marked { article.with("data-marked", "true") } else { article };
    article.child(margin(context, id, session, card)).child(body(context, id, session, card, marked))
}

/// Beside the session: what it is, when, and what became of it.
fn margin(context: Context<'_>, id: SessionId, session: &Session, card: Card) -> Element {
    let messages = context.messages();
    let label = words::label(messages, session);
    let times = match session.start {
        Some(start) => time::lines(context, start, session.end),
        None if card.is_timed => vec![element("p").part("time").text(messages.time_to_be_announced)],
        None => Vec::new(),
    };
    element("div.session-margin")
        .child(element("p.session-label").text(&label))
        .maybe(card.says_day.then(|| element("p.time").text(&day_name(context, session.date))))
        .children(times)
        .maybe(time::former(context, session))
        .children(fate(context, id, session))
}

/// What became of it; where that is nothing special, whether it is on now or next.
fn fate(context: Context<'_>, id: SessionId, session: &Session) -> Option<Element> {
    let messages = context.messages();
    let own = status(context.forum, session);
    let (name, word) = match (words::status(messages, own), context.progress_of(id)) {
        (Some(word), _) if own == Status::Live => ("live", word),
        // As what has ended by the clock: the list of words has the forum's.
        (Some(_), _) if own == Status::Ended => ("ended", messages.ended_mark),
        (Some(word), _) => ("changed", word),
        (None, Some(Progress::Now)) => ("live", messages.now),
        (None, Some(Progress::Next)) => ("next", messages.next),
        (None, Some(Progress::Ended)) => ("ended", messages.ended_mark),
        (None, _) => return None,
    };
    Some(element("p").part("status").with("data-status", name).text(word))
}

fn body(context: Context<'_>, id: SessionId, session: &Session, card: Card, marked: bool) -> Element {
    let mark = element("p.mark").text(context.messages().selected);
    let chips: Vec<Element> =
        session.countries.iter().map(|code| element("li").child(chip(context, *code))).collect();
    let countries =
        (!chips.is_empty()).then(|| element("ul").part("countries").with("role", "list").children(chips));
    let open = context.state.has_opened(id, card.place);
    let title = element("button.open type=button")
        .with_value("data-action", card.toggle(id).written())
        .with("aria-expanded", if open { "true" } else { "false" })
        .with_value("aria-controls", details::id(id, card.place));
    element("div.session-body")
        .child(if marked { mark } else { mark.with("hidden", "") })
        .child(context.heading(3).part("title").child(context.write(title, &session.title)))
        .maybe(context.optional(element("p.room"), session.room.as_ref()))
        .maybe(context.optional(element("p.summary"), session.summary.as_ref()))
        .maybe(countries)
}
