//! `forum-widget render`, `calendar` and `translate`.

use crate::run::{FORUM, Run, root, run, run_unread, run_with};
use serde_json::Value;

#[test]
fn a_fragment_has_the_whole_programme_and_data_and_no_dead_button() {
    let Run { code, output, errors } = run(&["render", "--view", "agenda,map,delegations", FORUM]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(output.starts_with("<section class=\"root\" part=\"root\" lang=\"es\""), "{output:.80}");
    assert_eq!(output.matches("<article").count(), 5);
    for dead in ["<button", "data-action", "aria-pressed", "role=\"status\"", " hidden="] {
        assert!(!output.contains(dead), "{dead}");
    }
    let (_, data) = output.split_once("<script type=\"application/ld+json\">").unwrap();
    let data: Value = serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
    assert_eq!(data["subEvent"].as_array().unwrap().len(), 5);
    assert!(!run(&["render", "--no-structured-data", FORUM]).output.contains("<script"));
}

#[test]
fn a_page_is_whole_with_its_style_within_or_in_a_file() {
    let page = run(&["render", "--page", "--lang", "pt", FORUM]).output;
    assert!(page.starts_with("<!doctype html>\n<html lang=\"pt\">"), "{page:.80}");
    assert!(page.contains("<title>Fórum de Cooperação Digital Coreia–América Latina e Caribe</title>"));
    assert!(page.contains("<style>\n") && page.contains("<h1"));
    let file = std::env::temp_dir().join(format!("forum-{}.css", std::process::id()));
    let path = file.to_string_lossy().into_owned();
    let page = run(&["render", "--page", "--stylesheet", &path, FORUM]).output;
    let name = file.file_name().unwrap().to_string_lossy();
    assert!(page.contains(&format!("<link rel=\"stylesheet\" href=\"{name}\">")) && !page.contains("<style"));
    assert!(std::fs::read_to_string(&file).unwrap().contains(".root[part=\"root\"] .session"));
    std::fs::remove_file(file).unwrap();
}

#[test]
fn the_map_is_a_picture_to_the_byte() {
    use forum_widget::{feed, locale::Language, map::geometry, settings::Settings, state::State, view};
    let forum = feed::read(&std::fs::read(root().join(FORUM)).unwrap()).unwrap().forum;
    let (settings, state, geometry) = (Settings::default(), State::default(), geometry());
    let context = &view::Context::new(&forum, &settings, Language::Fr, &state, &geometry);
    let Run { code, output, errors } = run(&["render", "--svg", "--lang", "fr", FORUM]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert_eq!(output, view::picture(context, view::PAINT));
}

/// As in `forum-widget render … | head`.
#[test]
fn a_reader_that_has_enough_is_no_failure() {
    for arguments in [
        &["render", FORUM][..],
        &["render", "--page", FORUM],
        &["render", "--svg", FORUM],
        &["calendar", FORUM],
    ] {
        assert_eq!(run_unread(arguments), (0, String::new()), "{arguments:?}");
    }
}

#[test]
fn a_bad_setting_or_feed_is_named() {
    let Run { code, errors, .. } = run(&["render", "--view", "grid", FORUM]);
    assert_eq!((code, errors.as_str()), (2, "forum-widget: data-view=\"grid\"?\n"));
    let Run { code, output, errors } = run_with(&["render", "--lang", "en", "-"], b"{}");
    assert_eq!((code, output.as_str()), (1, ""));
    assert_eq!(errors, "-: The document holds nothing to show. [empty]\n");
}

#[test]
fn a_calendar_has_the_sessions_that_are_asked_for() {
    let count = |arguments: &[&str]| {
        let Run { code, output, .. } = run(arguments);
        (code, output.matches("BEGIN:VEVENT\r\n").count())
    };
    assert_eq!(count(&["calendar", FORUM]), (0, 5));
    assert_eq!(count(&["calendar", "--country", "cr", FORUM]), (0, 2));
    assert_eq!(count(&["calendar", "--country", "CR", "--country", "PE", FORUM]), (0, 3));
    assert_eq!(count(&["calendar", "--session", "session-3", "--session", "session-4", FORUM]), (0, 2));
    assert_eq!(count(&["calendar", "--session", "session-3", "--country", "CR", FORUM]), (1, 0));
    assert_eq!(count(&["calendar", "--session", "no-such-session", FORUM]), (1, 0));
}

/// A field with line breaks and a component in it stays one text.
#[test]
fn a_text_cannot_become_a_component() {
    let feed = "{\"version\": 1, \"forum\": {\"id\": \"f\", \"name\": \"F\\r\\nBEGIN:VEVENT\"}, \"sessions\": [{\"id\": \"a\\r\\nBEGIN:VEVENT\", \
        \"title\": \"A\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT\\r\\nUID:b\", \"date\": \"2021-03-17\", \"room\": \"\\nBEGIN:VALARM\"}]}";
    let Run { code, output, .. } = run_with(&["calendar", "-"], feed.as_bytes());
    assert_eq!(code, 0);
    let begins: Vec<&str> = output.split("\r\n").filter(|line| line.starts_with("BEGIN:")).collect();
    assert_eq!(begins, ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
    assert!(output.contains("SUMMARY:A\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:b\r\n"), "{output}");
}

#[test]
fn texts_without_a_language_are_listed() {
    let Run { code, output, .. } = run(&["translate", "--missing", "--lang", "en", FORUM]);
    assert_eq!(code, 1);
    assert!(output.contains(":744:19: sessions[0].quotes[0].text: es, pt, ko, fr, ht, nl\n"), "{output}");
    assert!(output.ends_with("3 incomplete texts\n"), "{output}");
    assert_eq!(run(&["translate", "--missing", "--languages", "en", FORUM]).code, 0);
    assert!(root().join(FORUM).exists());
}
