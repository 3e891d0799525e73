//! What a browser is said to have kept: whatever it is, it is read, and what is written of it is read alike.

use forum_widget::feed::{Forum, SessionId, read};
use forum_widget::state::Memory;
use forum_widget::time::Instant;

const FEED: &[u8] = br#"{"version": 1, "forum": {"id": "f"}, "sessions": [
    {"id": "a", "title": "A"}, {"id": "b c", "title": "B"}, {"id": "d", "title": "D", "start": "2021-03-17T09:00:00Z"}]}"#;

/// Nothing of others is lost or made up, and a second look changes nothing.
pub fn check(bytes: &[u8]) {
    let Ok(reading) = read(FEED) else { panic!("the feed is not read") };
    let forum: Forum = reading.forum;
    let text = String::from_utf8_lossy(bytes);
    let mut memory = Memory::read(&text, &forum);
    let now = Instant::from_unix_seconds(1_616_000_000);
    memory.look(&forum, now);
    memory.set_favorite(SessionId(1), true);
    let written = memory.written();
    let lines: Vec<&str> = written.split('\n').collect();
    assert!(lines.len() <= 20);
    assert!(lines.iter().skip(1).all(|line| text.split('\n').any(|other| other == *line)));
    let mut again = Memory::read(&written, &forum);
    assert_eq!(again, memory);
    again.look(&forum, now);
    assert_eq!(again.written(), written);
    assert_eq!(again.favorites(&forum).get(1), Some(&true));
}
