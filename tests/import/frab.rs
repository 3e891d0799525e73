use forum_widget::feed::import::{Format, ImportError, Options, Setting, import};

use crate::{at, imported, local, options, written};

const NIGHTS: &[u8] = include_bytes!("../fixtures/import/frab-summer-nights.json");
const OFFSETS: &[u8] = include_bytes!("../fixtures/import/frab-offsets-against-zone.json");

#[test]
fn a_schedule_with_all_that_bites() {
    let expected = [
        ("101", Some(at("2021-02-20T09:00:00-03:00")), Some(at("2021-02-20T09:45:00-03:00"))),
        ("102", Some(at("2021-02-21T01:30:00-03:00")), Some(at("2021-02-21T03:00:00-03:00"))),
        ("103", Some(at("2021-02-20T10:00:00-03:00")), Some(at("2021-02-21T12:30:00-03:00"))),
        (
            "5d3c0a1e-0000-4000-8000-000000000104",
            Some(at("2021-02-21T18:00:00-03:00")),
            Some(at("2021-02-21T18:45:00-03:00")),
        ),
        ("105", None, None),
    ];
    let import = imported(Format::Frab, NIGHTS, &Options::default(), &expected);
    insta::assert_snapshot!(written(&import));
}

#[test]
fn offsets_count_and_the_zone_gives_the_days() {
    let expected = [
        ("a", Some(at("2022-03-09T08:00:00+09:00")), Some(at("2022-03-09T09:00:00+09:00"))),
        ("b", Some(at("2022-03-09T20:00:00Z")), Some(at("2022-03-09T20:30:00Z"))),
        (
            "c",
            Some(local("2022-03-09T16:00:00", "America/Bogota")),
            Some(local("2022-03-09T16:30:00", "America/Bogota")),
        ),
        ("d", Some(at("2022-03-10T05:30:00+09:00")), Some(at("2022-03-10T06:00:00+09:00"))),
        ("e", Some(at("2022-03-11T05:30:00+09:00")), Some(at("2022-03-11T06:00:00+09:00"))),
        ("f", Some(at("2022-03-10T00:30:00-05:00")), Some(at("2022-03-10T01:00:00-05:00"))),
    ];
    let import = imported(Format::Frab, OFFSETS, &Options::default(), &expected);
    // All are listed under the 9th, which is not the day of the first and of the fifth in Bogotá.
    let days: Vec<_> = import.document.sessions.iter().map(|session| session.date.unwrap().day()).collect();
    assert_eq!(days, [8, 9, 9, 9, 10, 9]);
    assert_eq!(import.losses, []);
    assert_eq!(import.document.forum.id.unwrap().0, "foro-de-la-cuenca");
}

#[test]
fn options_come_before_the_input_and_a_zone_is_asked_for() {
    let here = Options { id: Some("cuenca".into()), ..options(Some("Cuenca 2022"), Some("Asia/Seoul")) };
    let document = import(Format::Frab, OFFSETS, &here).unwrap().document;
    assert_eq!(document.forum.id.unwrap().0, "cuenca");
    assert_eq!(document.forum.time_zone.unwrap().name(), "Asia/Seoul");
    assert_eq!(document.sessions[0].date.unwrap().to_iso(), "2022-03-09");

    let text = String::from_utf8(OFFSETS.into()).unwrap();
    for zone in ["null", "\"\"", "7", "\"Nowhere/City\""] {
        let text = text.replace("\"America/Bogota\"", zone);
        let error = import(Format::Frab, text.as_bytes(), &Options::default()).unwrap_err();
        assert_eq!(error, ImportError::Missing(Setting::TimeZone), "{zone}");
        assert!(import(Format::Frab, text.as_bytes(), &here).is_ok(), "{zone}");
    }
    let text = text.replace("\"title\": \"Foro de la Cuenca\",", "");
    let error = import(Format::Frab, text.as_bytes(), &Options::default()).unwrap_err();
    assert_eq!(error, ImportError::Missing(Setting::Name));
}
