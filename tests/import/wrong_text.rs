//! Spreadsheets, calendars and JSON-LD that are not what they are said to be.

use std::fmt::Write as _;

use forum_widget::feed::import::{Format, ImportError, Options, import};
use forum_widget::feed::{SIZE_LIMIT, read};

use crate::options;
use crate::wrong_input::small;

const FORMATS: [Format; 3] = [Format::ICalendar, Format::JsonLd, Format::Csv];

const CALENDAR: &str = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Uno\nDTSTART:20210317T090000Z\n";
const EVENT: &str =
    r#"{"@context": "https://schema.org", "@type": "Event", "name": "Foro", "startDate": "2021-03-17"}"#;
const SHEET: &str = "title,date\nUno,2021-03-17\n";

fn anywhere() -> Options {
    options(Some("Foro"), Some("America/Lima"))
}

/// The number of sessions, of a feed that is read without a problem.
#[track_caller]
fn count(format: Format, input: &[u8]) -> Result<usize, ImportError> {
    let import = import(format, input, &anywhere())?;
    let reading = read(import.document.to_json().as_bytes()).expect("a feed");
    assert_eq!(reading.problems, [], "{}", String::from_utf8_lossy(input));
    Ok(reading.forum.sessions.len())
}

#[track_caller]
fn check(format: Format, input: &str, expected: &Result<usize, ImportError>) {
    let start: String = input.chars().take(200).collect();
    assert_eq!(count(format, input.as_bytes()), *expected, "{format:?}: {start}");
}

#[test]
fn another_format_is_named_where_it_can_be_told() {
    for format in FORMATS {
        for other in [Format::Frab, Format::Pretalx, Format::Sessionize, Format::ICalendar, Format::JsonLd] {
            if other != format {
                check(format, small(other), &Err(ImportError::AnotherFormat(Some(other))));
            }
        }
        check(
            format,
            "<!doctype html>\n<form action=\"/login\"></form>",
            &Err(ImportError::AnotherFormat(None)),
        );
    }
    check(Format::ICalendar, SHEET, &Err(ImportError::AnotherFormat(None)));
    check(Format::JsonLd, SHEET, &Err(ImportError::Syntax(Some(1))));
    let feed = r#"{"version": 1, "forum": {"name": "Foro"}, "sessions": [], "people": []}"#;
    for other in [feed, "{}", "[]", "7", "null", "\"Event\"", "[[]]"] {
        for format in FORMATS {
            check(format, other, &Err(ImportError::AnotherFormat(None)));
        }
    }
    check(
        Format::JsonLd,
        r#"{"@context": "https://schema.org", "@type": "WebPage"}"#,
        &Err(ImportError::Empty),
    );
}

#[test]
fn the_smallest_of_each_is_read() {
    for (format, input) in [(Format::ICalendar, CALENDAR), (Format::JsonLd, EVENT), (Format::Csv, SHEET)] {
        check(format, input, &Ok(1));
        check(format, &format!("\u{feff}{input}"), &Ok(1));
    }
}

#[test]
fn nothing_and_a_part_are_an_error_or_what_is_whole() {
    check(Format::ICalendar, "", &Err(ImportError::AnotherFormat(None)));
    check(Format::JsonLd, "", &Err(ImportError::Syntax(Some(1))));
    check(Format::Csv, "", &Err(ImportError::AnotherFormat(None)));
    for (format, input) in [
        (Format::ICalendar, &include_bytes!("../fixtures/import/icalendar-zones-of-outlook.ics")[..]),
        (Format::JsonLd, include_bytes!("../fixtures/import/json-ld-in-a-page.html")),
        (Format::Csv, include_bytes!("../fixtures/import/csv-excel-in-spanish.csv")),
    ] {
        let whole = count(format, input).unwrap();
        for end in (0..input.len()).step_by(3) {
            // A session that was cut may stand, though with less in it.
            let found = count(format, &input[..end]);
            assert!(
                found.as_ref().is_ok_and(|found| *found <= whole + 1) || found.is_err(),
                "{format:?} {end}"
            );
        }
    }
}

/// Xorshift (Marsaglia 2003): the same noise in every run.
fn noise(seed: u64) -> impl FnMut() -> u8 {
    let mut state = seed;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u8::try_from(state >> 56).unwrap()
    }
}

#[test]
fn noise_is_an_error_or_survived() {
    for seed in 1..=100 {
        let mut next = noise(seed);
        let random: Vec<u8> = (0..2_000).map(|_| next()).collect();
        for (format, input) in [(Format::ICalendar, CALENDAR), (Format::JsonLd, EVENT), (Format::Csv, SHEET)]
        {
            assert!(matches!(
                count(format, &random),
                Err(ImportError::AnotherFormat(None) | ImportError::Syntax(_))
            ));
            // What begins well and goes on as noise; and what has a byte changed.
            let _ = count(format, &[input.as_bytes(), &random].concat());
            let mut changed = input.as_bytes().to_vec();
            let position = usize::from(next()) % changed.len();
            changed[position] = next();
            let _ = count(format, &changed);
        }
    }
    for format in FORMATS {
        assert!(count(format, &vec![0; 100_000]).is_err(), "{format:?}");
    }
    check(Format::ICalendar, &CALENDAR.replace("Uno", "U\0n\0o"), &Ok(1));
    check(Format::Csv, &SHEET.replace("Uno", "U\0n\0o"), &Ok(1));
}

/// So many sessions in each of the formats.
fn sessions(format: Format, number: usize) -> String {
    let (head, tail) = match format {
        Format::ICalendar => ("BEGIN:VCALENDAR\n", "END:VCALENDAR\n"),
        Format::JsonLd => (
            r#"{"@context": "https://schema.org", "@type": "Event", "name": "Foro", "subEvent": ["#,
            "null]}",
        ),
        _ => ("id,title,date\n", ""),
    };
    let mut text = String::from(head);
    for id in 0..number {
        match format {
            Format::ICalendar => write!(
                text,
                "BEGIN:VEVENT\nUID:{id}\nSUMMARY:Sesión\nDTSTART:20210317T090000Z\nATTENDEE;CN=Ana {id}:x\nEND:VEVENT\n"
            ),
            Format::JsonLd => write!(
                text,
                r#"{{"@type": "Event", "@id": "{id}", "name": "Sesión", "startDate": "2021-03-17", "performer": "Ana {id}"}}, "#
            ),
            _ => writeln!(text, "{id},Sesión,2021-03-17"),
        }
        .unwrap();
    }
    text + tail
}

#[test]
fn ten_thousand_sessions_are_read_and_one_more_is_too_many() {
    for format in FORMATS {
        check(format, &sessions(format, 10_000), &Ok(10_000));
        check(format, &sessions(format, 10_001), &Err(ImportError::TooLarge));
    }
}

#[test]
fn size_and_depth_end_in_an_error() {
    for format in FORMATS {
        assert_eq!(count(format, &vec![b'a'; SIZE_LIMIT + 1]), Err(ImportError::TooLarge));
        let line = "a".repeat(SIZE_LIMIT);
        assert!(count(format, line.as_bytes()).is_err(), "{format:?}");
    }
    let of_size = |size: usize, head: &str, unit: &str| {
        head.to_owned() + &unit.repeat((size - head.len()) / unit.len())
    };
    let longest = |head: &str, unit: &str| of_size(SIZE_LIMIT, head, unit);
    // Where it is not refused at once, an eighth of it shows as much in less time.
    let long = |head: &str, unit: &str| of_size(SIZE_LIMIT / 8, head, unit);
    check(Format::ICalendar, &longest("BEGIN:VCALENDAR\nSUMMARY:", "a"), &Err(ImportError::Empty));
    check(Format::ICalendar, &longest(&format!("{CALENDAR}CATEGORIES:"), ","), &Err(ImportError::TooLarge));
    check(Format::ICalendar, &long("BEGIN:VCALENDAR\n", "BEGIN:X\n"), &Err(ImportError::Empty));
    check(Format::ICalendar, &long(&format!("{CALENDAR}DESCRIPTION:"), "<ul><li>"), &Ok(1));
    check(Format::JsonLd, &longest("", "["), &Err(ImportError::TooLarge));
    check(Format::JsonLd, &"[".repeat(100_000), &Err(ImportError::Syntax(Some(1))));
    check(Format::JsonLd, &r#"{"@graph":"#.repeat(100_000), &Err(ImportError::Syntax(Some(1))));
    check(Format::JsonLd, &long("", "<"), &Err(ImportError::AnotherFormat(None)));
    check(Format::Csv, &long("title,date\nUno,2021-03-17", ","), &Ok(1));
    check(Format::Csv, &long("title,date\n\"", "\""), &Err(ImportError::Empty));
    check(Format::Csv, &longest(SHEET, "a\n"), &Err(ImportError::TooLarge));
}

/// One field after the other is of a wrong type: the session stays.
#[test]
fn a_value_of_another_type_costs_only_itself() {
    let keys = "description endDate duration location organizer performer actor eventStatus eventAttendanceMode \
        previousStartDate inLanguage url keywords about recordedIn workFeatured subjectOf subEvent superEvent \
        eventSchedule identifier @id @context image __proto__ constructor";
    for key in keys.split_whitespace() {
        for value in [
            "7",
            "1e300",
            "true",
            "\"x\"",
            "[]",
            "{}",
            "[[7]]",
            "[{}]",
            "{\"@type\": 7}",
            "{\"@id\": \"x\"}",
            "null",
            "{\"@value\": {\"@value\": []}}",
            "{\"__proto__\": {\"a\": [1]}}",
            "{\"name\": [null, {\"@value\": 7}]}",
            "{\"@type\": \"VirtualLocation\", \"url\": [{}, 7]}",
            "{\"@type\": \"Place\", \"address\": [[]]}",
        ] {
            let input = EVENT.replace("\"name\"", &format!("\"{key}\": {value}, \"name\""));
            check(Format::JsonLd, &input, &Ok(1));
        }
    }
    for property in [
        "DTEND",
        "DURATION",
        "DESCRIPTION",
        "LOCATION",
        "CATEGORIES",
        "URL",
        "ATTACH",
        "ATTENDEE",
        "STATUS",
        "RRULE",
    ] {
        for value in
            ["", ":", ";", "x", "20210317T090000Z", "20210316", "P", "PT1H", "-P1D", "P99999999W", "\\", "\""]
        {
            for parameters in [
                "",
                ";VALUE=BINARY",
                ";VALUE=DATE",
                ";VALUE=PERIOD",
                ";ENCODING=BASE64",
                ";TZID=x",
                ";=",
                ";CN",
            ] {
                check(
                    Format::ICalendar,
                    &format!("{CALENDAR}{property}{parameters}:{value}\nEND:VEVENT\n"),
                    &Ok(1),
                );
            }
        }
    }
}

#[test]
fn a_time_that_clocks_never_or_twice_show_is_reported_and_kept_as_an_instant() {
    // Clocks in Asunción went back over 23:30 on 26 March 2022, and forward over 0:30 on 2 October.
    let sheet = "forum\nname,Foro\ntime zone,America/Asuncion\nsessions\ntitle,date,start\n\
        Dos veces,2022-03-26,23:30\nNunca,2022-10-02,0:30\nUna vez,2022-10-02,1:30\n";
    let found = import(Format::Csv, sheet.as_bytes(), &Options::default()).unwrap();
    let starts: Vec<_> =
        found.document.sessions.iter().map(|session| session.start.unwrap().to_iso()).collect();
    assert_eq!(starts, ["2022-03-26T23:30:00-03:00", "2022-10-02T01:30:00-03:00", "2022-10-02T01:30:00"]);
    let places: Vec<_> = found.losses.iter().map(|loss| &*loss.place).collect();
    assert_eq!(places, ["line 6: start", "line 7: start"]);
    assert_eq!(count(Format::Csv, sheet.as_bytes()), Ok(3));
}
