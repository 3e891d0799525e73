//! The printed HTML of every view in every language, as snapshots. Path data is left out: the map's own tests
//! and the generator's hold it.

use forum_widget::feed::read;
use forum_widget::html::print;
use forum_widget::locale::Language;
use forum_widget::map::geometry;
use forum_widget::settings;
use forum_widget::state::{News, State};
use forum_widget::view::{Context, Part, complete_part, screen};

fn printed(feed: &[u8], pairs: &[(&str, &str)], language: Language) -> String {
    let (settings, problems) = settings::read(pairs.iter().copied());
    assert_eq!(problems, []);
    let forum = read(feed).unwrap().forum;
    let state = State { countries: settings.countries.clone(), ..State::default() };
    let geometry = geometry();
    let context = &Context::new(&forum, &settings, language, &state, &geometry);
    lines(&print(&screen(context)))
}

/// One tag a line, and path data shortened, so that a change reads well.
fn lines(html: &str) -> String {
    let mut parts = html.split(" d=\"");
    let mut text = String::from(parts.next().unwrap_or_default());
    for part in parts {
        text.push_str(" d=\"…");
        text.push_str(part.get(part.find('"').unwrap()..).unwrap());
    }
    text.replace("><", ">\n<")
}

const FORUM: &[u8] = include_bytes!("../www/feeds/korea-lac-2021.json");

#[test]
fn the_forum_in_every_language() {
    for language in Language::ALL {
        let html = printed(FORUM, &[("view", "agenda map delegations")], language);
        insta::assert_snapshot!(language.tag(), html);
    }
}

#[test]
fn a_selection_marks_sessions_and_delegation() {
    let before = printed(FORUM, &[("view", "agenda map delegations")], Language::Es);
    let after = printed(FORUM, &[("view", "agenda map delegations"), ("country", "CR")], Language::Es);
    let count = |html: &str, part: &str| html.matches(part).count();
    assert_eq!(count(&before, "data-marked"), 0);
    assert_eq!(count(&after, "<article class=\"session\" part=\"session\""), 5);
    assert_eq!(count(&after, "data-marked"), 3, "the opening, session 1 and the delegation");
    assert!(after.contains("Costa Rica: 2&nbsp;sesiones, 1&nbsp;persona"));
    assert!(count(&after, "aria-pressed=\"true\"") >= 3);
}

#[test]
fn a_feed_with_one_valid_session_is_shown() {
    let feed = br#"{"version": 1, "sessions": [{"id": "a", "title": "Uno"}, {"id": "b"}, 7, null]}"#;
    let html = printed(feed, &[], Language::Es);
    assert!(html.contains(">Uno</button>"), "{html}");
    assert_eq!(html.matches("<article").count(), 1);
}

#[test]
fn markup_in_a_feed_stays_text() {
    let feed = br#"{"version": 1, "forum": {"name": "<script>alert(1)</script>", "attribution":
        {"license": "x", "url": "javascript:alert(1)"}}, "sessions": [{"id": "\"><b>", "title": "<img onerror=x>"}]}"#;
    let html = printed(feed, &[("label", "\"><i>")], Language::En);
    for bad in ["<script", "<img", "<b>", "<i>", "javascript:"] {
        assert!(!html.contains(bad), "{bad}");
    }
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn the_views_are_those_that_the_page_asks_for() {
    let only = |view| printed(FORUM, &[("view", view)], Language::En);
    assert!(only("map").contains("<svg") && !only("map").contains("<article"));
    assert!(only("agenda").contains("<article") && !only("agenda").contains("<svg"));
    assert!(only("delegations").contains("delegation-list") && !only("delegations").contains("<svg"));
}

#[test]
fn headings_start_where_the_page_says() {
    let html = printed(FORUM, &[("heading-level", "4")], Language::En);
    assert!(html.contains("<h4") && html.contains("<h6") && !html.contains("<h3") && !html.contains("<h7"));
}

#[test]
fn an_honorific_stands_apart_from_the_name() {
    let feed = br#"{"version": 1, "forum": {"name": "Foro"}, "countries": [{"code": "BR"}],
        "people": [{"id": "a", "honorific": "Sr.", "name": "Jo\u00e3o", "country": "BR"}]}"#;
    let html = printed(feed, &[("view", "delegations")], Language::Es);
    assert!(html.contains("<span class=\"honorific\">Sr.</span> <span>João</span>"), "{html}");
}

#[test]
fn favourites_are_drawn_where_the_page_wants_them() {
    let feed = br#"{"version": 1, "forum": {"name": "Foro"}, "sessions": [
        {"id": "a", "title": {"es": "Uno"}, "countries": ["CR"]}, {"id": "b", "title": "Dos \"2\""}]}"#;
    let forum = read(feed).unwrap().forum;
    let state = State { favorites: vec![false, true], ..State::default() };
    let geometry = geometry();
    let drawn = |pairs: &[(&str, &str)], language| {
        let (settings, _) = settings::read(pairs.iter().copied());
        let news = [Some(News::Added), Some(News::Changed)];
        let context =
            &Context { news: &news, ..Context::new(&forum, &settings, language, &state, &geometry) };
        [print(&screen(context)), lines(&print(&complete_part(Part::Agenda, context)))]
    };
    let [before, after] = drawn(&[("favorites", "")], Language::Es);
    insta::assert_snapshot!("favorites", after);
    assert!(
        !before.contains("star") && before.contains("data-theme=\"light\" data-favorites=\"\""),
        "{before}"
    );
    for part in drawn(&[], Language::Es) {
        for word in ["star", "avorit", "data-status"] {
            assert!(!part.contains(word), "{word} in {part}");
        }
    }
    for language in Language::ALL {
        let [_, after] = drawn(&[("favorites", "")], language);
        assert_eq!(after.matches("aria-pressed").count(), 4, "two stars, the switch and a country");
        assert_eq!(after.matches("data-status=\"news\"").count(), 2);
    }
}
