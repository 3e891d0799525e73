use super::status;
use crate::feed::{Forum, Session, Status, Text};
use crate::time::{Date, Instant, LocalDateTime, TimeOfDay};

/// Where a session is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Over.
    Ended,
    /// Going on.
    Now,
    /// Among those that begin first from now, while the forum is on.
    Next,
    /// Still to come.
    Later,
}

/// How long a session lasts, in seconds, of which nothing else is known.
const USUAL_LENGTH: i64 = 3_600;

/// How long before its first session a forum is on, in seconds.
const LEAD: i64 = 12 * 3_600;

/// Where each session is in time, by position; nothing for one without an hour, and for one that does not take place.
///
/// The end of a session is its own, else the start of the next in its room, an hour later at the most. What the
/// organiser calls ended is so.
pub fn progress(forum: &Forum, now: Instant) -> Vec<Option<Progress>> {
    let on = is_on(forum, now);
    let starts = || forum.sessions.iter().filter_map(|session| start(forum, session));
    let next = starts().filter(|start| on && *start > now).min();
    let latest = latest_by_room(forum, now);
    let of_session = |session: &Session| {
        let start = start(forum, session)?;
        let followed = || {
            let place = latest.binary_search_by(|(room, _)| (*room).cmp(name(session.room.as_ref())));
            place.ok().and_then(|place| latest.get(place)).is_some_and(|(_, latest)| *latest > start)
        };
        let over = match session.end {
            Some(end) => end <= now,
            None => start.plus_seconds(USUAL_LENGTH) <= now || followed(),
        };
        Some(match start {
            _ if session.status == Status::Ended => Progress::Ended,
            start if start > now && next == Some(start) => Progress::Next,
            start if start > now => Progress::Later,
            _ if over => Progress::Ended,
            _ => Progress::Now,
        })
    };
    forum.sessions.iter().map(of_session).collect()
}

/// Whether a forum is on: from twelve hours before its first session, or the beginning of its first day, to the end of
/// its last session. A session without an hour takes its day.
pub fn is_on(forum: &Forum, now: Instant) -> bool {
    if !takes_place(forum.status.unwrap_or_default()) {
        return false;
    }
    let mut first = forum.start.map(|day| midnight(forum, day));
    let mut last = None;
    for session in forum.sessions.iter().filter(|session| takes_place(status(forum, session))) {
        let (begin, end) = match (session.start, session.date) {
            (Some(start), _) => {
                let end = session.end.unwrap_or(start.plus_seconds(USUAL_LENGTH));
                (start.plus_seconds(-LEAD), end)
            }
            (None, Some(day)) => (midnight(forum, day), midnight_after(forum, day)),
            (None, None) => continue,
        };
        first = Some(first.map_or(begin, |first| first.min(begin)));
        last = last.max(Some(end));
    }
    // Before there is a programme, there are its days.
    let last = last.or_else(|| forum.end.or(forum.start).map(|day| midnight_after(forum, day)));
    first.is_some_and(|first| first <= now) && last.is_some_and(|last| now < last)
}

/// The day that it is in the forum's zone, when there is something in the programme of it.
pub fn current_day(forum: &Forum, now: Instant) -> Option<Date> {
    let today = forum.time_zone.to_local(now).date;
    forum.sessions.iter().any(|session| session.date == Some(today)).then_some(today)
}

/// The start of a session that takes place.
fn start(forum: &Forum, session: &Session) -> Option<Instant> {
    session.start.filter(|_| takes_place(status(forum, session)))
}

fn takes_place(status: Status) -> bool {
    !matches!(status, Status::Cancelled | Status::Postponed)
}

/// The last start up to now in each room of which there was one, in the order of the rooms' names.
fn latest_by_room(forum: &Forum, now: Instant) -> Vec<(&str, Instant)> {
    let mut latest: Vec<(&str, Instant)> = Vec::new();
    for session in &forum.sessions {
        let Some(start) = start(forum, session).filter(|start| *start <= now) else { continue };
        let room = name(session.room.as_ref());
        match latest.binary_search_by(|(known, _)| (*known).cmp(room)) {
            Ok(place) => {
                if let Some((_, latest)) = latest.get_mut(place) {
                    *latest = start.max(*latest);
                }
            }
            Err(place) => latest.insert(place, (room, start)),
        }
    }
    latest
}

/// What a room goes by: its name in the first language. Sessions without a room are in the same one.
fn name(room: Option<&Text>) -> &str {
    room.and_then(|room| room.entries().next()).map_or("", |(_, name)| name)
}

fn midnight(forum: &Forum, date: Date) -> Instant {
    forum.time_zone.from_local(LocalDateTime { date, time: TimeOfDay::MIDNIGHT }).instant
}

fn midnight_after(forum: &Forum, date: Date) -> Instant {
    midnight(forum, date.checked_add_days(1).unwrap_or(date))
}
