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
/// organiser calls ended is so, and what is called live while the forum is on.
pub fn progress(forum: &Forum, now: Instant) -> Vec<Option<Progress>> {
    let on = is_on(forum, now);
    let mut next: Option<Instant> = None;
    for start in forum.sessions.iter().filter_map(|session| start(forum, session)) {
        if on && start > now && next.is_none_or(|next| start < next) {
            next = Some(start);
        }
    }
    let latest = latest_by_room(forum, now);
    let of_session = |session: &Session| {
        let start = start(forum, session)?;
        let followed = || {
            let place = latest.binary_search_by(|(room, _)| (*room).cmp(room_name(session.room.as_ref())));
            place.ok().and_then(|place| latest.get(place)).is_some_and(|(_, latest)| *latest > start)
        };
        let over = match session.end {
            Some(end) => end <= now,
            None => start.plus_seconds(USUAL_LENGTH) <= now || followed(),
        };
        Some(match start {
            _ if session.status == Status::Ended => Progress::Ended,
            _ if on && session.status == Status::Live => Progress::Now,
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

/// The day of the programme that it is in the forum's zone; on a free day in between, the next one.
pub fn current_day(forum: &Forum, now: Instant) -> Option<Date> {
    let today = forum.time_zone.to_local(now).date;
    let (mut begun, mut next) = (false, None);
    for date in forum.sessions.iter().filter_map(|session| session.date) {
        begun |= date <= today;
        if date >= today && next.is_none_or(|next| date < next) {
            next = Some(date);
        }
    }
    next.filter(|_| begun)
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
        let room = room_name(session.room.as_ref());
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
pub(super) fn room_name(room: Option<&Text>) -> &str {
    room.and_then(|room| room.entries().next()).map_or("", |(_, name)| name)
}

fn midnight(forum: &Forum, date: Date) -> Instant {
    forum.time_zone.from_local(LocalDateTime { date, time: TimeOfDay::MIDNIGHT }).instant
}

fn midnight_after(forum: &Forum, date: Date) -> Instant {
    midnight(forum, date.checked_add_days(1).unwrap_or(date))
}

#[cfg(test)]
mod tests {
    use super::Progress::{Ended, Later, Next, Now};
    use super::*;
    use crate::feed::read;
    use crate::time::Moment;

    fn forum(record: &str, sessions: &str) -> Forum {
        let feed = [
            r#"{"version": 1, "forum": {"timeZone": "Asia/Seoul""#,
            record,
            r#"}, "countries": [{"code": "KR"}], "sessions": ["#,
            sessions,
            "]}",
        ];
        read(feed.concat().as_bytes()).unwrap().forum
    }

    /// The instant of a time in Seoul.
    fn at(forum: &Forum, time: &str) -> Instant {
        Moment::parse(time).unwrap().resolve(forum.time_zone).instant
    }

    const DAY: &str = r#"
        {"id": "a", "title": "A", "start": "2021-03-17T09:00", "end": "2021-03-17T10:00", "room": "1"},
        {"id": "b", "title": "B", "start": "2021-03-17T10:00", "room": "1"},
        {"id": "c", "title": "C", "start": "2021-03-17T10:00", "room": "2"},
        {"id": "d", "title": "D", "start": "2021-03-17T10:30", "end": "2021-03-17T11:00", "room": "1"},
        {"id": "e", "title": "E", "start": "2021-03-17T10:10", "room": "2", "status": "cancelled"},
        {"id": "f", "title": "F", "start": "2021-03-17T10:10", "room": "2", "status": "postponed"},
        {"id": "g", "title": "G", "date": "2021-03-17"},
        {"id": "h", "title": "H", "start": "2021-03-17T12:00", "end": "2021-03-17T13:00", "status": "ended"},
        {"id": "i", "title": "I", "start": "2021-03-17T12:00", "status": "live"}"#;

    #[test]
    fn a_session_is_over_at_its_end_or_when_the_next_begins_in_its_room() {
        let forum = forum("", DAY);
        for (time, [a, b, c, d]) in [
            ("2021-03-16T20:59:59", [Later, Later, Later, Later]),
            ("2021-03-16T21:00", [Next, Later, Later, Later]),
            ("2021-03-17T08:59:59", [Next, Later, Later, Later]),
            ("2021-03-17T09:00", [Now, Next, Next, Later]),
            ("2021-03-17T09:59:59", [Now, Next, Next, Later]),
            ("2021-03-17T10:00", [Ended, Now, Now, Next]),
            ("2021-03-17T10:29:59", [Ended, Now, Now, Next]),
            ("2021-03-17T10:30", [Ended, Ended, Now, Now]),
            ("2021-03-17T10:59:59", [Ended, Ended, Now, Now]),
            ("2021-03-17T11:00", [Ended, Ended, Ended, Ended]),
        ] {
            let now = at(&forum, time);
            let live = if is_on(&forum, now) { Now } else { Later };
            let expected = [Some(a), Some(b), Some(c), Some(d), None, None, None, Some(Ended), Some(live)];
            assert_eq!(progress(&forum, now), expected, "{time}");
        }
    }

    #[test]
    fn a_forum_is_on_from_half_a_day_before_to_the_end_of_the_last_session() {
        let timed = r#"{"id": "a", "title": "A", "start": "2021-03-17T09:00", "end": "2021-03-18T17:00"}"#;
        let no_end = r#"{"id": "a", "title": "A", "start": "2021-03-17T20:00"}"#;
        let no_hour = r#"{"id": "a", "title": "A", "date": "2021-03-17"}"#;
        let days = r#", "start": "2021-03-17", "end": "2021-03-18""#;
        for (record, sessions, first, end) in [
            ("", timed, "2021-03-16T21:00", "2021-03-18T17:00"),
            (days, timed, "2021-03-16T21:00", "2021-03-18T17:00"),
            ("", no_end, "2021-03-17T08:00", "2021-03-17T21:00"),
            (days, no_end, "2021-03-17T00:00", "2021-03-17T21:00"),
            ("", no_hour, "2021-03-17T00:00", "2021-03-18T00:00"),
            (days, "", "2021-03-17T00:00", "2021-03-19T00:00"),
            (r#", "start": "2021-03-17""#, "", "2021-03-17T00:00", "2021-03-18T00:00"),
        ] {
            let forum = forum(record, sessions);
            let [first, end] = [first, end].map(|time| at(&forum, time));
            let on = [first.plus_seconds(-1), first, end.plus_seconds(-1), end].map(|now| is_on(&forum, now));
            assert_eq!(on, [false, true, true, false], "{record} {sessions}");
        }
    }

    #[test]
    fn a_forum_without_days_or_that_does_not_take_place_is_never_on() {
        let timed = r#"{"id": "a", "title": "A", "start": "2021-03-17T09:00"}"#;
        for (record, sessions) in [
            ("", ""),
            ("", r#"{"id": "a", "title": "A"}"#),
            (r#", "status": "cancelled", "start": "2021-03-17""#, timed),
            (r#", "status": "postponed""#, timed),
        ] {
            let forum = forum(record, sessions);
            let now = at(&forum, "2021-03-17T09:30");
            assert!(!is_on(&forum, now), "{record} {sessions}");
            assert!(progress(&forum, now).iter().all(Option::is_none));
        }
    }

    #[test]
    fn the_day_is_that_of_the_forum_and_of_its_programme() {
        let forum = forum(r#", "start": "2021-03-17", "end": "2021-03-18""#, DAY);
        for (time, day) in [
            ("2021-03-16T14:59:59Z", None),
            ("2021-03-16T15:00:00Z", Date::new(2021, 3, 17)),
            ("2021-03-17T14:59:59Z", Date::new(2021, 3, 17)),
            ("2021-03-17T15:00:00Z", None),
        ] {
            assert_eq!(current_day(&forum, at(&forum, time)), day, "{time}");
        }
    }

    #[test]
    fn on_a_free_day_the_next_one_is_the_day() {
        let sessions = r#"{"id": "b", "title": "B", "date": "2021-03-19"}, {"id": "a", "title": "A", "date": "2021-03-16"},
            {"id": "c", "title": "C", "date": "2021-03-21"}, {"id": "d", "title": "D"}"#;
        let forum = forum("", sessions);
        for (day, expected) in
            [(15, None), (16, Some(16)), (17, Some(19)), (19, Some(19)), (20, Some(21)), (22, None)]
        {
            let now = at(&forum, &format!("2021-03-{day}T12:00"));
            assert_eq!(current_day(&forum, now), expected.and_then(|day| Date::new(2021, 3, day)), "{day}");
        }
    }

    #[test]
    fn instants_at_the_ends_of_time_are_survived() {
        let forum = forum(r#", "start": "0001-01-01", "end": "9999-12-31""#, DAY);
        for seconds in [i64::MIN, i64::MAX] {
            let now = Instant::from_unix_seconds(seconds);
            let _ = (progress(&forum, now), is_on(&forum, now), current_day(&forum, now));
        }
    }
}
