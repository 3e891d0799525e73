//! What is new since the visitor's last visit. Of each session a number is kept that tells whether it is still as it was.

use super::Memory;
use crate::agenda::status;
use crate::feed::{Forum, Session, Status};
use crate::time::{Date, Instant};

/// A look so many seconds after the last one is another visit; the marks of a visit stay until then.
const VISIT: i64 = 3_600;

/// What a visitor should know of a session since the last visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It was not there.
    Added,
    /// It was otherwise.
    Changed,
}

/// What is kept of a session, in 59 bits, which 18 digits hold: 32 of the hash of its id, 24 of the hash of what there is to
/// know of it, 2 that say what was new, and 1 whether it is a favourite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kept(pub(super) u64);

const FAVORITE: u64 = 1;
const ADDED: u64 = 2;
const CHANGED: u64 = 4;

impl Kept {
    /// A session as it is now.
    fn of(forum: &Forum, session: &Session) -> Kept {
        let hash = hash_of(forum, session);
        // Folded as the draft says.
        let folded = (hash >> 24 ^ hash) & 0x00ff_ffff;
        Kept(u64::from(hashed(START, session.id.0.as_bytes())) << 27 | u64::from(folded) << 3)
    }

    const fn is_same_session(self, other: Kept) -> bool {
        self.0 >> 27 == other.0 >> 27
    }

    pub(super) const fn is_favorite(self) -> bool {
        self.0 & FAVORITE != 0
    }

    pub(super) const fn set_favorite(&mut self, on: bool) {
        self.0 = self.0 & !FAVORITE | on as u64;
    }

    pub(super) const fn news(self) -> Option<News> {
        match self.0 & (ADDED | CHANGED) {
            0 => None,
            ADDED => Some(News::Added),
            _ => Some(News::Changed),
        }
    }
}

impl Memory {
    /// Takes in how the forum is now, and what of it is new: nothing at the first visit, and within one visit what was new
    /// at its beginning as well.
    pub fn look(&mut self, forum: &Forum, now: Instant) {
        let before = core::mem::take(&mut self.sessions);
        let same_visit = self.looked.is_some_and(|last| now.seconds_since(last) <= VISIT);
        // Most often they are in the order in which they were.
        let mut next = 0;
        for session in &forum.sessions {
            let mut kept = Kept::of(forum, session);
            let mut marks = if self.looked.is_some() { ADDED } else { 0 };
            for _ in 0..=before.len() {
                let Some(old) = before.get(next) else {
                    next = 0;
                    continue;
                };
                next += 1;
                if old.is_same_session(kept) {
                    marks = old.0 & FAVORITE;
                    if same_visit && old.news().is_some() {
                        marks |= old.0 & (ADDED | CHANGED);
                    } else if old.0 >> 3 != kept.0 >> 3 {
                        marks |= CHANGED;
                    }
                    break;
                }
            }
            kept.0 |= marks;
            self.sessions.push(kept);
        }
        for old in before {
            if old.is_favorite() && !self.sessions.iter().any(|kept| kept.is_same_session(old)) {
                self.sessions.push(old);
            }
        }
        self.looked = Some(now);
    }
}

/// The hash of what a visitor has to know of a session. One that begins or ends has not changed, and neither has one that was
/// translated.
fn hash_of(forum: &Forum, session: &Session) -> u32 {
    let state = match status(forum, session) {
        state @ (Status::Moved | Status::Postponed | Status::Cancelled) => state as u8,
        _ => 0,
    };
    let days = session.date.map_or(0, Date::days_since_epoch);
    let mut hash = hashed(hashed(START, &[state]), &days.to_le_bytes());
    for instant in [session.start, session.end] {
        hash = hashed(hash, &instant.map_or(0, Instant::unix_seconds).to_le_bytes());
    }
    for text in [session.room.as_ref(), Some(&session.title)] {
        // As its organiser wrote it first; no text has the byte behind it.
        let first = text.and_then(|text| text.entries().next());
        hash = hashed(hashed(hash, first.map_or("", |(_, text)| text).as_bytes()), &[0xff]);
    }
    hash
}

/// Where a hash begins.
const START: u32 = 0x811c_9dc5;

/// FNV-1a of 32 bits (Fowler, Noll and Vo; draft-eastlake-fnv), of what was hashed before and then these bytes.
fn hashed(mut hash: u32, bytes: &[u8]) -> u32 {
    for byte in bytes {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;
    use serde_json::{Value, json};

    fn forum(sessions: &Value) -> Forum {
        let feed = json!({"version": 1, "forum": {"id": "f", "name": "F", "timeZone": "Asia/Seoul"}, "sessions": sessions});
        read(feed.to_string().as_bytes()).unwrap().forum
    }

    fn session() -> Value {
        json!({"id": "a", "title": {"es": "Apertura", "en": "Opening"}, "start": "2021-03-17T09:00:00+09:00",
            "end": "2021-03-17T10:00:00+09:00", "room": "Sala 1", "summary": "S"})
    }

    /// What is new of a session after a change of it.
    fn after(key: &str, value: Value) -> Option<News> {
        let mut changed = session();
        changed[key] = value;
        let mut memory = Memory::default();
        memory.look(&forum(&json!([session()])), Instant::from_unix_seconds(0));
        memory.look(&forum(&json!([changed])), Instant::from_unix_seconds(VISIT + 1));
        *memory.news().first().unwrap()
    }

    #[test]
    fn what_a_visitor_has_to_know_of_is_a_change() {
        for (key, value) in [
            ("title", json!({"es": "Inauguración", "en": "Opening"})),
            ("start", json!("2021-03-17T09:30:00+09:00")),
            ("start", json!("2021-03-18T09:00:00+09:00")),
            ("end", json!("2021-03-17T11:00:00+09:00")),
            ("end", Value::Null),
            ("room", json!("Sala 2")),
            ("room", Value::Null),
            ("status", json!("cancelled")),
            ("status", json!("postponed")),
            ("status", json!("moved")),
        ] {
            assert_eq!(after(key, value.clone()), Some(News::Changed), "{key} {value}");
        }
    }

    #[test]
    fn all_else_is_none() {
        for (key, value) in [
            ("start", json!("2021-03-17T00:00:00Z")),
            ("title", json!({"es": "Apertura", "en": "The opening", "ko": "개회"})),
            ("summary", json!("T")),
            ("status", json!("scheduled")),
            ("status", json!("live")),
            ("status", json!("ended")),
            ("note", json!("N")),
            ("links", json!([{"kind": "recording", "url": "https://example.org/"}])),
        ] {
            assert_eq!(after(key, value.clone()), None, "{key} {value}");
        }
        assert_eq!(after("id", json!("b")), Some(News::Added));
    }

    #[test]
    fn a_date_and_what_moves_between_two_fields_are_changes() {
        let look = |memory: &mut Memory, sessions: Value, hours| {
            memory.look(&forum(&sessions), Instant::from_unix_seconds(hours * (VISIT + 1)));
            memory.news()
        };
        let mut memory = Memory::default();
        look(
            &mut memory,
            json!([{"id": "a", "title": "A", "date": "2021-03-17"}, {"id": "b", "title": "xy", "room": "z"}]),
            0,
        );
        let after =
            json!([{"id": "a", "title": "A", "date": "2021-03-18"}, {"id": "b", "title": "y", "room": "zx"}]);
        assert_eq!(look(&mut memory, after, 1), [Some(News::Changed); 2]);
    }

    #[test]
    fn the_marks_of_a_visit_stay_until_the_next() {
        let [a, b, c] = ["a", "b", "c"].map(|id| json!({"id": id, "title": id}));
        let changed = json!({"id": "b", "title": "B"});
        let (added, other) = (Some(News::Added), Some(News::Changed));
        let mut memory = Memory::default();
        let mut look = |sessions: Value, seconds| {
            memory.look(&forum(&sessions), Instant::from_unix_seconds(1_616_000_000 + seconds));
            memory.news()
        };
        assert_eq!(look(json!([a, b]), 0), [None, None], "the first visit");
        assert_eq!(look(json!([c, a, b]), 60), [added, None, None], "something new while it is read");
        assert_eq!(look(json!([c, a, b]), 120), [added, None, None], "read again");
        assert_eq!(look(json!([c, a, changed]), 180), [added, None, other]);
        assert_eq!(look(json!([c, changed, a]), 180 + VISIT), [added, other, None], "in another order");
        assert_eq!(look(json!([c, changed, a]), 181 + 2 * VISIT), [None; 3], "another visit");
        assert_eq!(look(json!([b, a]), 182 + 3 * VISIT), [other, None], "as it was at first");
        assert_eq!(look(json!([b, a]), -9_000), [other, None], "a clock that was set back");
        assert_eq!(look(json!([]), 10 * VISIT), []);
        assert_eq!(look(json!([a]), 20 * VISIT), [added]);
    }

    /// The test values of the draft.
    #[test]
    fn the_hash_is_fnv_1a() {
        for (text, expected) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(hashed(START, text.as_bytes()), expected, "{text}");
        }
    }
}
