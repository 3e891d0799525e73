//! What the visitor's browser keeps, as text under one key: of each session a number, by which it is known whether it is a
//! favourite, and whether it is still as it was at the last look. Whatever stands there is read as far as it can be.
//!
//! ```text
//! text    = forum *( LF forum )                  the one that was written last comes first
//! forum   = "1" TAB id TAB looked *( SP session )
//! id      = the forum's, percent-encoded
//! looked  = 1*18DIGIT                            when it was last looked at, in seconds since 1970
//! session = 1*18DIGIT                            a number of 59 bits (`news.rs`)
//! ```
//!
//! A line of another forum, or of another version than 1, is kept as it is.

use super::news::{Kept, News};
use crate::feed::{Forum, SessionId};
use crate::locale::{percent_encoded, pieces, push_number};
use crate::time::{Instant, read_digits};

/// How many forums are kept; of more, those that were not looked at for the longest time are forgotten.
const FORUM_LIMIT: usize = 20;

/// How long the line of another forum may be, in bytes: 10,000 sessions are a fifth of it.
const LINE_LIMIT: usize = 1_000_000;

/// How many sessions are read: twice as many as a programme has at most.
const SESSION_LIMIT: usize = 20_000;

/// What a browser keeps of one forum, and the lines of the others.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// How the line of the forum begins.
    start: String,
    /// The lines of others, each behind a line feed.
    others: String,
    /// When the forum was last looked at; nothing before the first time.
    pub(super) looked: Option<Instant>,
    /// The sessions as they were then: those of the programme in its order, then favourites that it does not have any more.
    pub(super) sessions: Vec<Kept>,
}

impl Memory {
    /// What a text says of a forum.
    pub fn read(text: &str, forum: &Forum) -> Memory {
        let start = ["1\t", &percent_encoded(name(forum)), "\t"].concat();
        let mut memory = Memory { start, ..Memory::default() };
        let mut room = FORUM_LIMIT - 1;
        for line in pieces(text, b'\n') {
            if let Some(numbers) = line.strip_prefix(memory.start.as_str()) {
                memory.learn(numbers);
            } else if room > 0 && !line.is_empty() && line.len() <= LINE_LIMIT {
                memory.others.push('\n');
                memory.others.push_str(line);
                room -= 1;
            }
        }
        memory
    }

    fn learn(&mut self, numbers: &str) {
        for text in pieces(numbers, b' ').take(SESSION_LIMIT) {
            let Some(number) = read_digits(text.as_bytes()) else { continue };
            if self.looked.is_none() {
                self.looked = Some(Instant::from_unix_seconds(number));
            } else {
                self.sessions.push(Kept(number.cast_unsigned()));
            }
        }
    }

    /// Marks a session of the programme as a favourite, or no longer; after a [`look`](Memory::look).
    pub fn set_favorite(&mut self, id: SessionId, on: bool) {
        if let Some(kept) = self.sessions.get_mut(id.0 as usize) {
            kept.set_favorite(on);
        }
    }

    /// Which sessions are favourites, by their positions; after a [`look`](Memory::look).
    pub fn favorites(&self, forum: &Forum) -> Vec<bool> {
        let mut favorites = Vec::new();
        for kept in self.sessions.iter().take(forum.sessions.len()) {
            favorites.push(kept.is_favorite());
        }
        favorites
    }

    /// What was new at the last look, by the positions of the sessions.
    pub fn news(&self) -> Vec<Option<News>> {
        let mut news = Vec::new();
        for kept in &self.sessions {
            news.push(kept.news());
        }
        news
    }

    /// The text that is to be kept.
    pub fn written(&self) -> String {
        let mut text = self.start.clone();
        push_number(&mut text, self.looked.map_or(0, |looked| looked.unix_seconds().max(0).cast_unsigned()));
        for kept in &self.sessions {
            text.push(' ');
            push_number(&mut text, kept.0);
        }
        text.push_str(&self.others);
        text
    }
}

/// What a forum is known by: its id, else its name.
fn name(forum: &Forum) -> &str {
    let name = forum.name.as_ref().and_then(|name| name.entries().next());
    forum.id.as_ref().map_or_else(|| name.map_or("", |(_, name)| name), |id| &id.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;

    const ODD: &str = "a b\tc=%+/ñ\u{1f600}";

    fn forum_of(id: &str, sessions: &[&str]) -> Forum {
        let sessions: Vec<_> = sessions.iter().map(|id| serde_json::json!({"id": id, "title": id})).collect();
        let feed = serde_json::json!({"version": 1, "forum": {"id": id}, "sessions": sessions});
        read(feed.to_string().as_bytes()).unwrap().forum
    }

    fn forum(id: &str) -> Forum {
        forum_of(id, &["a", ODD, "c"])
    }

    const NOW: Instant = Instant::from_unix_seconds(1_616_000_000);

    /// The memory after a look at which these become favourites.
    fn after(text: &str, forum: &Forum, favorites: &[u32]) -> Memory {
        let mut memory = Memory::read(text, forum);
        memory.look(forum, NOW);
        for id in favorites {
            memory.set_favorite(SessionId(*id), true);
        }
        memory
    }

    #[test]
    fn what_is_written_is_read_back() {
        for id in ["f", ODD] {
            let forum = forum(id);
            let memory = after("", &forum, &[1, 2]);
            let text = memory.written();
            assert_eq!(text.lines().count(), 1);
            assert_eq!(Memory::read(&text, &forum), memory);
            let mut again = after(&text, &forum, &[]);
            assert_eq!(again, memory, "another look changes nothing");
            assert_eq!(again.favorites(&forum), [false, true, true]);
            again.set_favorite(SessionId(1), false);
            again.set_favorite(SessionId(3), true);
            assert_eq!(after(&again.written(), &forum, &[]).favorites(&forum), [false, false, true]);
        }
    }

    #[test]
    fn the_text_is_as_documented() {
        let text = after("1\tother\t5 6\n2\tother version", &forum("f 1"), &[]).written();
        let [own, others @ ..] = &text.lines().collect::<Vec<_>>()[..] else { panic!("no line") };
        assert_eq!(*others, ["1\tother\t5 6", "2\tother version"]);
        let numbers = own.strip_prefix("1\tf%201\t1616000000 ").unwrap();
        assert_eq!(numbers.split(' ').count(), 3);
        assert!(numbers.split(' ').all(|number| number.parse::<u64>().unwrap() < 1 << 59));
    }

    #[test]
    fn a_favourite_outlives_its_absence_from_the_programme_and_a_new_order() {
        let text = after("", &forum_of("f", &["a", "b", "c"]), &[0, 1]).written();
        let without = forum_of("f", &["c", "a"]);
        let text = after(&text, &without, &[]).written();
        assert_eq!(after(&text, &without, &[]).favorites(&without), [false, true]);
        let whole = forum_of("f", &["c", "b", "a"]);
        assert_eq!(after(&text, &whole, &[]).favorites(&whole), [false, true, true]);
        let memory = after(&text, &without, &[]);
        assert_eq!(memory.sessions.len(), 3, "c, a and the favourite b");
    }

    #[test]
    fn forums_stand_side_by_side() {
        let forums = ["f", "g"].map(forum);
        let mut text = String::new();
        for (forum, id) in forums.iter().zip([0, 2]) {
            text = after(&text, forum, &[id]).written();
        }
        let [f, g] = forums.each_ref().map(|forum| Memory::read(&text, forum).favorites(forum));
        assert_eq!((f, g), (vec![true, false, false], vec![false, false, true]));
        assert!(text.starts_with("1\tg\t"));
        assert!(after(&text, &forums[0], &[]).written().starts_with("1\tf\t"), "the last one comes first");
    }

    #[test]
    fn the_oldest_of_too_many_forums_is_forgotten() {
        let mut text = String::new();
        for number in 0..30 {
            text = after(&text, &forum(&number.to_string()), &[]).written();
        }
        let names: Vec<_> = text.lines().filter_map(|line| line.split('\t').nth(1)).collect();
        assert_eq!(names, (10..30).rev().map(|number| number.to_string()).collect::<Vec<_>>());
    }

    #[test]
    fn a_forum_without_an_id_is_known_by_its_name() {
        let named = |name: &str| {
            let feed = serde_json::json!({"version": 1, "forum": {"name": name}, "sessions": []});
            read(feed.to_string().as_bytes()).unwrap().forum
        };
        assert!(Memory::read("", &named("Foro A")).written().starts_with("1\tForo%20A\t"));
    }

    #[test]
    fn whatever_is_there_is_read_as_far_as_it_can_be() {
        let forum = forum("f");
        for (text, looked, sessions) in [
            ("", None, &[][..]),
            ("1\tf", None, &[]),
            ("1\tf\t", None, &[]),
            ("1\tf\tsoon", None, &[]),
            ("1\tf\t-7", None, &[]),
            ("1\tf\t1234567890123456789", None, &[]),
            ("1\tf\t7 1 x -2  + 1234567890123456789 3", Some(7), &[1, 3]),
            ("1\tf\t7 1\n1\tf\t8 2", Some(7), &[1, 8, 2]),
            ("1\tff\t7 1", None, &[]),
            ("2\tf\t7 1", None, &[]),
            ("\u{0}\u{fffd}\u{1f600}\t\t\t", None, &[]),
        ] {
            let memory = Memory::read(text, &forum);
            assert_eq!(memory.looked.map(Instant::unix_seconds), looked, "{text:?}");
            assert_eq!(memory.sessions.iter().map(|kept| kept.0).collect::<Vec<_>>(), sessions, "{text:?}");
        }
    }

    #[test]
    fn what_is_huge_is_dropped_or_cut() {
        let forum = forum("f");
        let huge = format!("1\tg\t1{}\n1\th\t1", " 1".repeat(LINE_LIMIT));
        assert_eq!(Memory::read(&huge, &forum).others, "\n1\th\t1");
        let own = format!("1\tf\t1{}", " 1".repeat(LINE_LIMIT));
        assert!(Memory::read(&own, &forum).sessions.len() < SESSION_LIMIT);
    }

    #[test]
    fn cut_off_anywhere_it_is_still_read() {
        let forum = forum("f");
        let text = after("1\tg\t1 2 3", &forum, &[1]).written();
        for end in 0..=text.len() {
            let memory = after(text.get(..end).unwrap(), &forum, &[]);
            assert_eq!(Memory::read(&memory.written(), &forum), memory, "cut off at {end}");
        }
    }
}
