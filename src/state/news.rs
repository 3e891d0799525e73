//! What is new since the visitor's last visit. Of each session a number is kept that tells whether it is still as it was.

use super::Memory;
use crate::agenda::status;
use crate::feed::{Forum, Session, Status, Text};
use crate::time::Instant;

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

impl News {
    /// As it stands in the text that is kept.
    pub(super) const fn mark(news: Option<News>) -> &'static str {
        match news {
            None => "",
            Some(News::Added) => "+",
            Some(News::Changed) => "*",
        }
    }

    /// Reads such a mark, and gives what is behind it.
    pub(super) fn marked(text: &str) -> (Option<News>, &str) {
        for news in [News::Added, News::Changed] {
            if let Some(rest) = text.strip_prefix(News::mark(Some(news))) {
                return (Some(news), rest);
            }
        }
        (None, text)
    }
}

/// A session as it was when the visitor last looked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// The hash of its id, and in the lower bits that of what was to know of it: a number of 18 digits at most.
    pub(super) known_by: u64,
    /// What was new then.
    pub(super) news: Option<News>,
}

impl Memory {
    /// Takes in how the forum is now, and says what is new by the positions of the sessions: nothing at the first visit, and
    /// within one visit what was new at its beginning as well.
    pub fn look(&mut self, forum: &Forum, now: Instant) -> Vec<Option<News>> {
        let before = core::mem::take(&mut self.sessions);
        let same_visit = self.looked.is_some_and(|last| now.seconds_since(last) <= VISIT);
        let mut all = Vec::new();
        // Most often they are in the order in which they were.
        let mut next = 0;
        for session in &forum.sessions {
            let known_by = known_by(forum, session);
            let found = (next..before.len()).chain(0..next.min(before.len())).find_map(|place| {
                before.get(place).filter(|seen| seen.known_by >> CHANGING == known_by >> CHANGING).map(|seen| (place, seen))
            });
            let news = match found {
                None => self.looked.map(|_| News::Added),
                Some((_, seen)) if same_visit && seen.news.is_some() => seen.news,
                Some((_, seen)) => (seen.known_by != known_by).then_some(News::Changed),
            };
            next = found.map_or(next, |(place, _)| place + 1);
            self.sessions.push(Seen { known_by, news });
            all.push(news);
        }
        self.looked = Some(now);
        all
    }
}

/// How many bits of what a session is known by change with it.
const CHANGING: u32 = 27;

/// What a session is known by: the hash of its id, and in the lower bits that of what a visitor has to know of it. A session
/// that begins or ends has not changed, and neither has one that was translated.
fn known_by(forum: &Forum, session: &Session) -> u64 {
    let state = match status(forum, session) {
        state @ (Status::Moved | Status::Postponed | Status::Cancelled) => 1 + state as u64,
        _ => 0,
    };
    let mut hash = Hash::new();
    hash.number(state);
    hash.number(session.date.map_or(0, |date| i64::from(date.days_since_epoch()).cast_unsigned()));
    for instant in [session.start, session.end] {
        hash.number(instant.map_or(0, |instant| instant.unix_seconds().cast_unsigned()));
    }
    for text in [session.room.as_ref(), Some(&session.title)] {
        hash.text(text.and_then(first).unwrap_or_default());
    }
    let mut id = Hash::new();
    id.text(&session.id.0);
    // Folded as the draft says.
    let folded = hash.0 >> CHANGING ^ hash.0 & ((1 << CHANGING) - 1);
    u64::from(id.0) << CHANGING | u64::from(folded)
}

/// A text as its organiser wrote it first.
fn first(text: &Text) -> Option<&str> {
    text.entries().next().map(|(_, text)| text)
}

/// FNV-1a of 32 bits (Fowler, Noll and Vo; draft-eastlake-fnv).
struct Hash(u32);

impl Hash {
    const fn new() -> Hash {
        Hash(0x811c_9dc5)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }

    fn number(&mut self, number: u64) {
        for byte in number.to_le_bytes() {
            self.byte(byte);
        }
    }

    /// A text and its end: no text has this byte.
    fn text(&mut self, text: &str) {
        for byte in text.bytes() {
            self.byte(byte);
        }
        self.byte(0xff);
    }
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
        let news = memory.look(&forum(&json!([changed])), Instant::from_unix_seconds(VISIT + 1));
        *news.first().unwrap()
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
            memory.look(&forum(&sessions), Instant::from_unix_seconds(hours * (VISIT + 1)))
        };
        let mut memory = Memory::default();
        look(&mut memory, json!([{"id": "a", "title": "A", "date": "2021-03-17"}, {"id": "b", "title": "xy", "room": "z"}]), 0);
        let after = json!([{"id": "a", "title": "A", "date": "2021-03-18"}, {"id": "b", "title": "y", "room": "zx"}]);
        assert_eq!(look(&mut memory, after, 1), [Some(News::Changed); 2]);
    }

    #[test]
    fn the_marks_of_a_visit_stay_until_the_next() {
        let [a, b, c] = ["a", "b", "c"].map(|id| json!({"id": id, "title": id}));
        let changed = json!({"id": "b", "title": "B"});
        let (added, other) = (Some(News::Added), Some(News::Changed));
        let mut memory = Memory::default();
        let mut look = |sessions: Value, seconds| {
            memory.look(&forum(&sessions), Instant::from_unix_seconds(1_616_000_000 + seconds))
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

    #[test]
    fn marks_are_written_and_read() {
        for news in [None, Some(News::Added), Some(News::Changed)] {
            assert_eq!(News::marked(&[News::mark(news), "7"].concat()), (news, "7"));
        }
    }

    /// The test values of the draft.
    #[test]
    fn the_hash_is_fnv_1a() {
        for (text, expected) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            let mut hash = Hash::new();
            text.bytes().for_each(|byte| hash.byte(byte));
            assert_eq!(hash.0, expected, "{text}");
        }
    }
}
