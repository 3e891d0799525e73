use crate::feed::{Forum, Session, SessionId};
use crate::time::{Date, Instant};

/// Up to so many sessions the days follow one another.
const IN_SEQUENCE: usize = 30;

/// A day of the programme with its sessions in order.
#[derive(Debug, PartialEq, Eq)]
pub struct Day {
    /// The date in the forum's zone; nothing for sessions whose day is to be announced.
    pub date: Option<Date>,
    /// Its number, from 1; the sessions without a day have none.
    pub number: Option<u32>,
    /// Its sessions: those without an hour first, in the order of the feed, then by start and end.
    pub sessions: Vec<SessionId>,
}

/// The days that have sessions, in order; sessions without a day come last.
pub fn days(forum: &Forum) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    let sessions = in_order(forum.sessions.iter().map(key).collect()).into_iter().map(SessionId);
    for (id, session) in sessions.filter_map(|id| Some((id, forum.session(id)?))) {
        match days.last_mut() {
            Some(day) if day.date == session.date => day.sessions.push(id),
            _ => {
                let number = session.date.map(|date| day_number(forum, date, days.len()));
                days.push(Day { date: session.date, number, sessions: vec![id] });
            }
        }
    }
    days
}

/// The sessions in the order of the programme.
pub fn programme(forum: &Forum) -> Vec<SessionId> {
    let mut sessions = Vec::new();
    for mut day in days(forum) {
        sessions.append(&mut day.sessions);
    }
    sessions
}

/// Whether a programme is so long that not all of its days are shown at once.
pub fn is_long(forum: &Forum) -> bool {
    forum.sessions.len() > IN_SEQUENCE
}

/// The position of a session's day.
pub fn day_of(forum: &Forum, session: SessionId) -> Option<usize> {
    days(forum).iter().position(|day| day.sessions.contains(&session))
}

/// The positions of keys in their order; where they are the same, in that of the list.
pub fn in_order(keys: Vec<[i64; 3]>) -> Vec<u32> {
    let mut entries: Vec<_> = keys.into_iter().zip(0..).collect();
    entries.sort_unstable();
    let mut order = Vec::with_capacity(entries.len());
    for (_, position) in entries {
        order.push(position);
    }
    order
}

/// By day, the sessions without one last; by start and end, those without an hour first.
fn key(session: &Session) -> [i64; 3] {
    let seconds = |instant: Option<Instant>| instant.map_or(i64::MIN, Instant::unix_seconds);
    let day = session.date.map_or(i64::MAX, |date| i64::from(date.days_since_epoch()));
    [day, seconds(session.start), seconds(session.end)]
}

/// Days are counted from the forum's first, so that a free day in between keeps its number.
fn day_number(forum: &Forum, date: Date, days_before: usize) -> u32 {
    let counted = forum.start.map(|start| date.days_since_epoch() - start.days_since_epoch());
    let before = counted.and_then(|days| u32::try_from(days).ok());
    before.or(u32::try_from(days_before).ok()).unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;

    #[track_caller]
    fn check(sessions: &str, expected: &[(Option<u32>, &[u32])]) {
        let feed = [
            r#"{"version": 1, "forum": {"start": "2021-03-17", "timeZone": "Asia/Seoul"}, "sessions": ["#,
            sessions,
            "]}",
        ]
        .concat();
        let forum = read(feed.as_bytes()).unwrap().forum;
        let days = days(&forum);
        let found: Vec<(Option<u32>, Vec<u32>)> = days
            .iter()
            .map(|day| (day.number, day.sessions.iter().map(|session| session.0).collect()))
            .collect();
        let expected: Vec<(Option<u32>, Vec<u32>)> =
            expected.iter().map(|(number, sessions)| (*number, sessions.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sessions_without_an_hour_come_first_and_without_a_day_last() {
        check(
            r#"{"id": "a", "title": "A"},
               {"id": "b", "title": "B", "start": "2021-03-17T10:00:00+09:00"},
               {"id": "c", "title": "C", "date": "2021-03-17"},
               {"id": "d", "title": "D", "date": "2021-03-17", "start": "2021-03-17T09:00"}"#,
            &[(Some(1), &[2, 3, 1]), (None, &[0])],
        );
    }

    #[test]
    fn a_session_has_its_day() {
        let feed = br#"{"version": 1, "sessions": [
            {"id": "a", "title": "A"},
            {"id": "b", "title": "B", "date": "2021-03-18"},
            {"id": "c", "title": "C", "date": "2021-03-17"},
            {"id": "d", "title": "D", "date": "2021-03-18"}
        ]}"#;
        let forum = read(feed).unwrap().forum;
        let days = [0, 1, 2, 3, 4].map(|id| day_of(&forum, SessionId(id)));
        assert_eq!(days, [Some(2), Some(1), Some(0), Some(1), None]);
    }

    #[test]
    fn the_day_is_that_of_the_forum_and_a_free_day_is_counted() {
        check(
            r#"{"id": "a", "title": "A", "start": "2021-03-18T20:00:00Z"},
               {"id": "b", "title": "B", "date": "2021-03-17"}"#,
            &[(Some(1), &[1]), (Some(3), &[0])],
        );
    }

    #[test]
    fn a_day_before_the_first_is_counted_as_it_comes() {
        check(r#"{"id": "a", "title": "A", "date": "2021-03-16"}"#, &[(Some(1), &[0])]);
    }
}
