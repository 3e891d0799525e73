//! Reading the programmes of other systems.

use forum_widget::feed::import::{Format, Options, import};
use forum_widget::feed::read;
use forum_widget::time::Zone;

/// What is imported is a feed without a problem, which keeps every session.
pub fn check(format: Format, bytes: &[u8]) {
    let options = Options { name: Some("Foro".into()), time_zone: Some(Zone::UTC), ..Options::default() };
    let Ok(import) = import(format, bytes, &options) else { return };
    let written = import.document.to_json();
    let reading = read(written.as_bytes()).unwrap();
    assert_eq!(reading.problems, [], "{written}");
    assert_eq!(reading.forum.sessions.len(), import.document.sessions.len());
}
