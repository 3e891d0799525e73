//! Checking a feed as a whole.

use forum_widget::feed::check::{check as check_feed, translations};
use forum_widget::feed::read;

/// A check finds what reading reports, shows the same forum, and places what it finds inside the text.
pub fn check(bytes: &[u8]) {
    let checked = check_feed(bytes);
    let lines = bytes.split(|byte| *byte == b'\n').count();
    for finding in &checked.findings {
        assert!(finding.location.is_none_or(|place| place.line <= lines && place.column > 0), "{finding:?}");
    }
    let Ok(reading) = read(bytes) else {
        assert!(checked.forum.is_none() && !checked.findings.is_empty());
        return;
    };
    let Some(forum) = checked.forum else {
        // Something that reading repairs as far as it goes, such as UTF-16.
        assert!(!checked.findings.is_empty());
        return;
    };
    assert_eq!(forum.sessions.len(), reading.forum.sessions.len());
    for problem in reading.problems {
        let same = |code, path: &str| code == problem.code && path == problem.path;
        let found = checked.findings.iter().any(|finding| same(finding.code, &finding.path));
        assert!(found, "{problem:?} is not among {:?}", checked.findings);
    }
    translations(bytes).unwrap();
}
