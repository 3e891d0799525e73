use forum_widget::feed::LanguageTag;
use forum_widget::feed::import::{Format, ImportError, Options, Setting, import};

use crate::{at, imported, options, written};

const LOCALES: &[u8] = include_bytes!("../fixtures/import/pretalx-locales-and-breaks.json");

#[test]
fn a_widget_with_all_that_bites() {
    let expected = [
        ("TALK01", Some(at("2021-03-17T09:00:00+09:00")), Some(at("2021-03-17T09:10:00+09:00"))),
        ("TALK02", Some(at("2021-03-17T10:00:00+09:00")), None),
        ("3", Some(at("2021-03-17T12:00:00+09:00")), Some(at("2021-03-17T13:00:00+09:00"))),
        ("4", Some(at("2021-03-18T00:30:00Z")), None),
    ];
    let english = Options { language: LanguageTag::parse("en"), ..options(Some("Foro"), None) };
    let import = imported(Format::Pretalx, LOCALES, &english, &expected);
    insta::assert_snapshot!(written(&import));
}

#[test]
fn a_talk_without_a_day_is_on_that_of_a_forum_of_one_day() {
    let text = String::from_utf8(LOCALES.into()).unwrap().replace("\"2021-03-18\"", "\"2021-03-17\"");
    let document = import(Format::Pretalx, text.as_bytes(), &options(Some("Foro"), None)).unwrap().document;
    let unscheduled = document.sessions.last().unwrap();
    assert_eq!((&*unscheduled.id.0, unscheduled.start), ("TALK05", None));
    assert_eq!(unscheduled.date.unwrap().to_iso(), "2021-03-17");
    // Another session is on the 18th, which makes the forum no longer than it says.
    assert_eq!(document.forum.end.unwrap().to_iso(), "2021-03-17");
}

#[test]
fn its_name_is_asked_for() {
    let error = import(Format::Pretalx, LOCALES, &Options::default()).unwrap_err();
    assert_eq!(error, ImportError::Missing(Setting::Name));
}
