use forum_widget::feed::import::{Format, ImportError, Options, Setting, import};

use crate::{at, imported, local, options, written};

const WHAT_BITES: &[u8] = include_bytes!("../fixtures/import/icalendar-what-bites.ics");
const OUTLOOK: &[u8] = include_bytes!("../fixtures/import/icalendar-zones-of-outlook.ics");

#[test]
fn a_calendar_with_all_that_bites() {
    let santiago = |text| Some(local(text, "America/Santiago"));
    let expected = [
        (
            "sesion@foro.example",
            Some(local("2021-03-17T09:00:00", "Asia/Seoul")),
            Some(local("2021-03-17T09:30:00", "Asia/Seoul")),
        ),
        ("sesion@foro.example-2", Some(at("2021-03-17T13:00:00Z")), Some(at("2021-03-17T14:30:00Z"))),
        ("diaria@foro.example", santiago("2021-03-17T08:00:00"), santiago("2021-03-17T08:30:00")),
        (
            "diaria@foro.example-2021-03-18T08:00:00",
            santiago("2021-03-18T10:00:00"),
            santiago("2021-03-18T10:30:00"),
        ),
        ("visita@foro.example", None, None),
        ("un-dia@foro.example", None, None),
        (
            "lejos@foro.example",
            Some(local("2021-03-17T09:00:00", "Asia/Kathmandu")),
            Some(local("2021-03-17T00:00:00", "America/Bogota")),
        ),
        ("desconocida@foro.example", santiago("2021-03-17T15:00:00"), None),
        // Clocks went from 00:00 to 01:00; the offset before counts (RFC 5545 3.3.5), as it does for jiff.
        ("html@foro.example", santiago("2021-09-05T00:30:00"), santiago("2021-09-05T02:00:00")),
    ];
    let import = imported(Format::ICalendar, WHAT_BITES, &Options::default(), &expected);
    insta::assert_snapshot!(written(&import));
}

#[test]
fn line_ends_make_no_difference() {
    let text = String::from_utf8(WHAT_BITES.into()).unwrap();
    let read = |text: String| {
        let import = import(Format::ICalendar, text.as_bytes(), &Options::default()).unwrap();
        (import.document.to_json(), import.losses)
    };
    let expected = read(text.clone());
    assert_eq!(read(text.replace('\n', "\r\n")), expected);
    assert_eq!(read(text.replace('\n', "\r")), expected);
    assert_eq!(read(format!("\u{feff}{text}")), expected);
}

#[test]
fn zones_by_other_names_and_by_offset_in_two_calendars_of_which_the_last_is_cut() {
    let expected = [
        ("a", Some(at("2022-08-17T09:00:00-04:30")), Some(at("2022-08-17T10:00:00-04:30"))),
        (
            "b",
            Some(local("2022-09-10T23:00:00", "America/Santiago")),
            // A day on the calendar and an hour on the clock, over a night in which clocks went forward.
            Some(local("2022-09-12T00:00:00", "America/Santiago")),
        ),
        ("c", Some(local("2022-08-17T09:00:00", "America/Lima")), None),
        ("a-2", Some(at("2022-08-17T12:00:00Z")), None),
    ];
    let import = imported(Format::ICalendar, OUTLOOK, &Options::default(), &expected);
    assert_eq!(import.document.forum.time_zone.unwrap().name(), "America/Santiago");
    insta::assert_snapshot!(written(&import));
}

#[test]
fn what_a_calendar_does_not_say_is_asked_for() {
    let calendar = |head: &str, start: &str| {
        format!(
            "BEGIN:VCALENDAR\n{head}\nBEGIN:VEVENT\nSUMMARY:Uno\nDTSTART{start}\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    let read = |text: &str, options: &Options| {
        import(Format::ICalendar, text.as_bytes(), options)
            .map(|import| import.document.forum.time_zone.unwrap().name())
    };
    let nothing = Options::default();
    for (head, start, expected) in [
        ("X-WR-CALNAME:Foro", ":20210317T090000Z", Err(ImportError::Missing(Setting::TimeZone))),
        ("X-WR-CALNAME:Foro", ":20210317T090000", Err(ImportError::Missing(Setting::TimeZone))),
        (
            "X-WR-CALNAME:Foro\nX-WR-TIMEZONE:Nowhere",
            ":20210317T090000",
            Err(ImportError::Missing(Setting::TimeZone)),
        ),
        ("X-WR-TIMEZONE:America/Lima", ":20210317T090000", Err(ImportError::Missing(Setting::Name))),
        ("NAME:Foro\nX-WR-TIMEZONE:America/Lima", ";TZID=Asia/Seoul:20210317T090000", Ok("America/Lima")),
        ("NAME:Foro\nX-WR-TIMEZONE:Korea Standard Time", ":20210317T090000", Ok("Asia/Seoul")),
        ("NAME:Foro", ";TZID=Asia/Seoul:20210317T090000", Ok("Asia/Seoul")),
    ] {
        let text = calendar(head, start);
        assert_eq!(read(&text, &nothing), expected, "{head} {start}");
        assert_eq!(read(&text, &options(Some("Foro"), Some("America/Bogota"))), Ok("America/Bogota"));
    }
}
