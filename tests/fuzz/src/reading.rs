//! Reading a feed, and drawing what came of it.

use std::sync::LazyLock;

use forum_widget::feed::{Forum, Text, read, read_document};
use forum_widget::html::print;
use forum_widget::locale::Language;
use forum_widget::map::{Geometry, geometry};
use forum_widget::settings;
use forum_widget::state::State;
use forum_widget::view::{Context, screen};

static GEOMETRY: LazyLock<Geometry> = LazyLock::new(geometry);

/// What is read keeps the limits, is drawn as markup of ours alone, and is written so that it is read again as the same.
pub fn check(bytes: &[u8]) {
    let Ok((document, _)) = read_document(bytes) else { return };
    let written = document.to_json();
    let (again, problems) = read_document(written.as_bytes()).unwrap();
    assert_eq!(again.to_json(), written);
    assert_eq!(problems.into_vec(), [], "{written}");
    let Ok(reading) = read(bytes) else { return };
    assert!(reading.problems.len() <= 1_000);
    keeps_its_promises(&reading.forum);
    let language = Language::ALL[bytes.len() % Language::ALL.len()];
    draws(&reading.forum, language);
}

fn keeps_its_promises(forum: &Forum) {
    assert!(forum.sessions.len() <= 10_000);
    for session in &forum.sessions {
        assert!(session.start.zip(session.end).is_none_or(|(start, end)| start <= end));
        assert!(session.people.iter().all(|appearance| forum.person(appearance.person).is_some()));
        assert!(session.topics.iter().all(|topic| forum.topic(*topic).is_some()));
        assert!(clean(&session.title) && session.summary.as_ref().is_none_or(clean));
        assert!(session.links.iter().all(|link| super::links::is_safe(link.url.as_str())));
    }
    let mut ids: Vec<&str> = forum.sessions.iter().map(|session| session.id.0.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
}

/// Something is in it, and nothing that is invisible and turns what stands around it.
fn clean(text: &Text) -> bool {
    let good = |text: &str| {
        !text.is_empty()
            && text.chars().count() <= 20_000
            && !text.contains(['\0', '\u{202e}', '\u{200b}', '\u{feff}'])
    };
    text.entries().count() > 0 && text.entries().all(|(_, text)| good(text))
}

fn draws(forum: &Forum, language: Language) {
    let (settings, _) = settings::read([("view", "agenda map delegations")]);
    let state = State {
        countries: forum.countries.iter().take(1).map(|country| country.code).collect(),
        ..State::default()
    };
    let context = &Context::new(forum, &settings, language, &state, &GEOMETRY);
    let html = print(&screen(context));
    let foreign =
        ["<script", "<img", "<iframe", "<style", "<a href=\"javascript", " onerror=\"", " onclick=\""];
    for markup in foreign {
        assert!(!html.contains(markup), "{markup} in {html}");
    }
    // Only tags have these signs: in texts and attributes they are escaped.
    assert_eq!(html.matches('<').count(), html.matches('>').count());
}
