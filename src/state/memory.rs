//! What the visitor's browser keeps, as text under one key: the favourites of each forum, and how its sessions were at the
//! last visit. Whatever stands there is read as far as it can be.
//!
//! ```text
//! text     = forum *( LF forum )                     the one that was written last comes first
//! forum    = "1" TAB id TAB looked TAB favorites TAB sessions
//! id       = the forum's, percent-encoded
//! looked   = *DIGIT                                  when it was last looked at, in seconds since 1970
//! favorites = [ id *( SP id ) ]                      of the sessions, percent-encoded
//! sessions = [ session *( SP session ) ]
//! session  = [ "+" / "*" ] 1*DIGIT                   new, changed; what it is known by (`news.rs`)
//! ```
//!
//! A line of another forum, or of another version than 1, is kept as it is.

use super::news::{News, Seen};
use crate::feed::{Forum, SessionId};
use crate::locale::{percent_decoded, percent_encoded, push_number};
use crate::time::{Instant, read_digits};

/// How many forums are kept; of more, those that were not looked at for the longest time are forgotten.
const FORUM_LIMIT: usize = 20;

/// How long the line of another forum may be, in bytes: 10,000 sessions and their favourites are half of it.
const LINE_LIMIT: usize = 1_000_000;

/// What a browser keeps of one forum, and the lines of the others.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// How the forum is named in its line.
    forum: String,
    others: Vec<String>,
    /// When the forum was last looked at; nothing before the first time.
    pub(super) looked: Option<Instant>,
    /// The ids of the favourites, also of those that the programme does not have any more.
    favorites: Vec<String>,
    /// The sessions as they were then.
    pub(super) sessions: Vec<Seen>,
}

impl Memory {
    /// What a text says of a forum.
    pub fn read(text: &str, forum: &Forum) -> Memory {
        let mut memory = Memory { forum: percent_encoded(name(forum)), ..Memory::default() };
        for line in text.split('\n') {
            if let Some(fields) = memory.fields(line) {
                memory.learn(&fields);
            } else if !line.is_empty() && line.len() <= LINE_LIMIT && memory.others.len() < FORUM_LIMIT - 1 {
                memory.others.push(line.into());
            }
        }
        memory
    }

    /// The fields behind the name, where a line is one of this forum.
    fn fields<'a>(&self, line: &'a str) -> Option<[&'a str; 3]> {
        let mut fields = line.split('\t');
        let own = fields.next() == Some("1") && fields.next() == Some(self.forum.as_str());
        own.then(|| [(); 3].map(|()| fields.next().unwrap_or_default()))
    }

    fn learn(&mut self, [looked, favorites, sessions]: &[&str; 3]) {
        self.looked = read_digits(looked.as_bytes()).map(Instant::from_unix_seconds);
        for id in favorites.split(' ') {
            self.set_favorite(percent_decoded(id), true);
        }
        for session in sessions.split(' ') {
            let (news, digits) = News::marked(session);
            if let Some(known_by) = read_digits(digits.as_bytes()).and_then(|number| number.try_into().ok()) {
                self.sessions.push(Seen { known_by, news });
            }
        }
    }

    /// Marks a session as a favourite by its id, or no longer.
    pub fn set_favorite(&mut self, id: String, on: bool) {
        self.favorites.retain(|other| *other != id);
        if on && !id.is_empty() {
            self.favorites.push(id);
        }
    }

    /// The favourites among the sessions of the forum, in their order.
    pub fn favorites(&self, forum: &Forum) -> Vec<SessionId> {
        let mut favorites = Vec::new();
        for (session, position) in forum.sessions.iter().zip(0..) {
            if self.favorites.contains(&session.id.0) {
                favorites.push(SessionId(position));
            }
        }
        favorites
    }

    /// The text that is to be kept.
    pub fn written(&self) -> String {
        let mut text = ["1\t", &self.forum, "\t"].concat();
        if let Some(looked) = self.looked {
            push_number(&mut text, u64::try_from(looked.unix_seconds()).unwrap_or_default());
        }
        let mut between = '\t';
        for id in &self.favorites {
            text.push(between);
            text.push_str(&percent_encoded(id));
            between = ' ';
        }
        if between == '\t' {
            text.push('\t');
        }
        between = '\t';
        for seen in &self.sessions {
            text.push(between);
            text.push_str(News::mark(seen.news));
            push_number(&mut text, seen.known_by);
            between = ' ';
        }
        for other in &self.others {
            text.push('\n');
            text.push_str(other);
        }
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

    fn forum(id: &str) -> Forum {
        let feed = serde_json::json!({"version": 1, "forum": {"id": id}, "sessions": [
            {"id": "a", "title": "A"}, {"id": ODD, "title": "B"}, {"id": "c", "title": "C"}
        ]});
        read(feed.to_string().as_bytes()).unwrap().forum
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_unix_seconds(seconds)
    }

    #[test]
    fn what_is_written_is_read_back() {
        for id in ["f", ODD] {
            let forum = forum(id);
            let mut memory = Memory::read("", &forum);
            assert_eq!(memory.favorites(&forum), []);
            memory.set_favorite(ODD.into(), true);
            assert_eq!(Memory::read(&memory.written(), &forum), memory, "favourites before the first look");
            memory.look(&forum, at(1_616_000_000));
            memory.set_favorite("gone".into(), true);
            memory.set_favorite("c".into(), true);
            let text = memory.written();
            assert_eq!(Memory::read(&text, &forum), memory);
            assert_eq!(text.lines().count(), 1);
            assert_eq!(memory.favorites(&forum), [SessionId(1), SessionId(2)]);
            memory.set_favorite(ODD.into(), false);
            let after = Memory::read(&memory.written(), &forum);
            assert_eq!(after.favorites(&forum), [SessionId(2)]);
        }
    }

    #[test]
    fn the_text_is_as_documented() {
        let forum = forum("f 1");
        let mut memory = Memory::read("1\tf%201\t1616000000\tc gone\t+1 *2 3\n1\tother\t\t\t", &forum);
        let text = "1\tf%201\t1616000000\tc gone a%20b%09c%3D%25%2B%2F%C3%B1%F0%9F%98%80\t+1 *2 3\n1\tother\t\t\t";
        memory.set_favorite(ODD.into(), true);
        assert_eq!(memory.written(), text);
        assert_eq!(Memory::read("", &forum).written(), "1\tf%201\t\t");
    }

    #[test]
    fn forums_stand_side_by_side() {
        let forums = ["f", "g"].map(forum);
        let mut text = String::new();
        for (forum, id) in forums.iter().zip(["a", "c"]) {
            let mut memory = Memory::read(&text, forum);
            memory.set_favorite(id.into(), true);
            text = memory.written();
        }
        let [f, g] = forums.each_ref().map(|forum| Memory::read(&text, forum).favorites(forum));
        assert_eq!((f, g), (vec![SessionId(0)], vec![SessionId(2)]));
        let first = forum("f");
        assert!(Memory::read(&text, &first).written().starts_with("1\tf\t"), "the last one comes first");
    }

    #[test]
    fn the_oldest_of_too_many_forums_is_forgotten() {
        let mut text = String::new();
        for number in 0..30 {
            text = Memory::read(&text, &forum(&number.to_string())).written();
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
        let mut memory = Memory::read("", &named("Foro A"));
        memory.set_favorite("a".into(), true);
        assert!(memory.written().starts_with("1\tForo%20A\t"));
        assert_eq!(Memory::read(&memory.written(), &named("Foro B")).favorites, [""; 0]);
    }

    #[test]
    fn what_others_wrote_is_kept_as_it_is() {
        let others = "2\tf\tanother version\nnot ours\n1\n1\tg\tx\ty\tz\tmore\n\t\t\t\t";
        let memory = Memory::read(others, &forum("f"));
        assert_eq!(memory.written(), ["1\tf\t\t\n", others].concat());
    }

    #[test]
    fn whatever_is_there_is_read_as_far_as_it_can_be() {
        let forum = forum("f");
        for (line, looked, favorites, sessions) in [
            ("1\tf", None, "", ""),
            ("1\tf\t", None, "", ""),
            ("1\tf\tsoon\ta\t1 2", None, "a", "1 2"),
            ("1\tf\t-7\ta a  a\t", None, "a", ""),
            ("1\tf\t99999999999999999999\t%zz %C3\t", None, "%25zz %25C3", ""),
            ("1\tf\t1234567890123456789\t\t", None, "", ""),
            ("1\tf\t7\t\t1 x -2 + ** +3 999999999999999999 1234567890123456789", Some(7), "", "1 +3 999999999999999999"),
            ("1\tf\t7\ta\t1 2\n1\tf\t8\tc\t3", Some(8), "a c", "1 2 3"),
            ("1\tf\t7\ta\t1 2\t3\t4", Some(7), "a", "1 2"),
        ] {
            let memory = Memory::read(line, &forum);
            let looked: Option<i64> = looked;
            let number = looked.map(|seconds| seconds.to_string()).unwrap_or_default();
            let sessions = if sessions.is_empty() { String::new() } else { ["\t", sessions].concat() };
            assert_eq!(memory.looked, looked.map(at), "{line:?}");
            assert_eq!(memory.written(), format!("1\tf\t{number}\t{favorites}{sessions}"), "{line:?}");
        }
    }

    #[test]
    fn a_huge_line_of_another_forum_is_dropped_and_a_huge_one_of_its_own_is_read() {
        let forum = forum("f");
        let huge = format!("1\tg\t1\t\t{}\n1\th\t1", "1 ".repeat(LINE_LIMIT));
        assert_eq!(Memory::read(&huge, &forum).written(), "1\tf\t\t\n1\th\t1");
        let own = format!("1\tf\t1\t\t{}", "1 ".repeat(LINE_LIMIT));
        assert_eq!(Memory::read(&own, &forum).sessions.len(), LINE_LIMIT);
    }

    #[test]
    fn cut_off_anywhere_it_is_still_read() {
        let forum = forum("f");
        let mut memory = Memory::read("1\tg\t1\ta\t1", &forum);
        memory.look(&forum, at(1_616_000_000));
        memory.set_favorite(ODD.into(), true);
        let text = memory.written();
        for end in 0..=text.len() {
            let cut = Memory::read(text.get(..end).unwrap(), &forum);
            let again = Memory::read(&cut.written(), &forum);
            assert_eq!(again, cut, "cut off at {end}");
        }
    }
}
