use super::details;
use super::time;
use crate::agenda::{Progress, status};
use crate::feed::{Session, SessionId, Status};
use crate::state::Action;
use crate::view::context::Context;
use crate::view::country::chip;
use crate::view::node::{Element, element};
use crate::words;

/// The class of what stands beside a session.
pub const MARGIN: &str = "session-margin";

/// The class of the session itself.
pub const BODY: &str = "session-body";

/// The card of a session. In a day where others have an hour and it has none, it says so.
pub fn draw(context: &Context<'_>, id: SessionId, session: &Session, day_is_timed: bool) -> Element {
    let marked = context.state.marks_session(context.forum, session);
    element("article.session part=session")
        .with_value("data-session", session.id.0.clone())
        .with_flag("data-marked", "true", marked)
        .child(margin(context, id, session, day_is_timed))
        .child(body(context, id, session, marked))
}

/// Beside the session: what it is, when, and what became of it.
fn margin(context: &Context<'_>, id: SessionId, session: &Session, day_is_timed: bool) -> Element {
    let messages = context.messages();
    let label = words::label(messages, session);
    let margin = element("div").class(MARGIN).child(element("p.session-label").text(&label));
    let margin = match session.start {
        Some(start) => time::lines(context, margin, session, start),
        None if day_is_timed => {
            margin.child(element("p").part("time").text(&time::clock_of_day(context, None)))
        }
        None => margin,
    };
    margin.maybe(time::former(context, session)).maybe(fate(context, id, session))
}

/// What became of it; where that is nothing special, whether it is on now or next.
fn fate(context: &Context<'_>, id: SessionId, session: &Session) -> Option<Element> {
    let messages = context.messages();
    let own = status(context.forum, session);
    let (name, word) = match (words::status(messages, own), context.progress_of(id)) {
        (Some(word), _) if own == Status::Live => ("live", word),
        (Some(word), _) if own == Status::Ended => ("ended", word),
        (Some(word), _) => ("changed", word),
        (None, Some(Progress::Now)) => ("live", messages.now),
        (None, Some(Progress::Next)) => ("next", messages.next),
        (None, Some(Progress::Ended)) => ("ended", words::status(messages, Status::Ended)?),
        (None, _) => return None,
    };
    Some(element("p").part("status").with("data-status", name).text(word))
}

fn body(context: &Context<'_>, id: SessionId, session: &Session, marked: bool) -> Element {
    let mark = element("p.mark").text(context.messages().selected);
    let mut countries = element("ul.countries part=countries role=list");
    for code in &session.countries {
        countries.add(element("li").child(chip(context, *code)));
    }
    let open = context.state.opened == Some(id);
    let title = element("button.open type=button")
        .with_value("data-action", Action::ToggleSession(id).written())
        .with("aria-expanded", if open { "true" } else { "false" })
        .with_value("aria-controls", details::id(id));
    element("div")
        .class(BODY)
        .child(mark.with_flag("hidden", "", !marked))
        .child(context.heading(3).part("title").child(context.write(title, &session.title)))
        .maybe(context.optional(element("p.room"), session.room.as_ref()))
        .maybe(context.optional(element("p.summary"), session.summary.as_ref()))
        .maybe(countries.unless_empty())
}
