//! What a browser is said to have kept: whatever it is, it is read, and what is written of it is read alike.

use forum_widget::feed::{Forum, read};
use forum_widget::state::Memory;
use forum_widget::time::Instant;

const FEED: &[u8] = br#"{"version": 1, "forum": {"id": "f"}, "sessions": [
    {"id": "a", "title": "A"}, {"id": "b c", "title": "B"}, {"id": "d", "title": "D", "start": "2021-03-17T09:00:00Z"}]}"#;

/// Nothing of others is lost or made up, and a look changes nothing but the forum's own line.
pub fn check(bytes: &[u8]) {
    let Ok(reading) = read(FEED) else { panic!("the feed is not read") };
    let forum: Forum = reading.forum;
    let text = String::from_utf8_lossy(bytes);
    let mut memory = Memory::read(&text, &forum);
    let mut written = memory.written();
    assert_eq!(Memory::read(&written, &forum), memory);
    assert!(written.lines().count() <= 20 + written.matches('\r').count());
    assert!(written.split('\n').skip(1).all(|line| text.split('\n').any(|other| other == line)));
    let favorites = memory.favorites(&forum);
    let now = Instant::from_unix_seconds(1_616_000_000);
    for _ in 0..2 {
        assert_eq!(memory.look(&forum, now).len(), forum.sessions.len());
        written = memory.written();
        let again = Memory::read(&written, &forum);
        assert_eq!(again, memory);
        assert_eq!(again.favorites(&forum), favorites);
    }
}
