use forum_widget::feed::import::{Format, ImportError, LossKind, Options, Setting, import};

use crate::{at, imported, local, options, written};

const EVERYTHING: &[u8] = include_bytes!("../fixtures/import/json-ld-forum-with-everything.json");
const GRAPH: &[u8] = include_bytes!("../fixtures/import/json-ld-graph-with-references.json");
const LIST: &[u8] = include_bytes!("../fixtures/import/json-ld-item-list.json");
const PAGE: &[u8] = include_bytes!("../fixtures/import/json-ld-in-a-page.html");

#[test]
fn a_forum_with_all_that_bites() {
    let costa_rica = |text| Some(local(text, "America/Costa_Rica"));
    let expected = [
        (
            "https://foro.example/#apertura",
            Some(at("2021-03-17T09:00:00-06:00")),
            Some(at("2021-03-17T09:45:00-06:00")),
        ),
        ("palabras-de-bienvenida", costa_rica("2021-03-17T09:05:00"), costa_rica("2021-03-17T09:15:00")),
        ("mesa-debate", costa_rica("2021-03-18T22:30:00"), costa_rica("2021-03-19T00:15:00")),
        ("dia-abierto", None, None),
        ("desconocido", costa_rica("2021-03-18T10:00:00"), None),
        ("sin-tipo-de-evento", None, None),
    ];
    let import = imported(Format::JsonLd, EVERYTHING, &options(None, Some("America/Costa_Rica")), &expected);
    insta::assert_snapshot!(written(&import));
}

#[test]
fn references_are_followed_and_circles_end() {
    let expected = [
        ("#s1", Some(at("2022-05-03T10:00:00Z")), None),
        ("#s2", Some(at("2022-05-03T11:00:00Z")), None),
        ("tercera", Some(at("2022-05-03T12:00:00Z")), None),
    ];
    let import = imported(Format::JsonLd, GRAPH, &options(None, Some("America/Lima")), &expected);
    insta::assert_snapshot!(written(&import));
}

#[test]
fn events_of_a_list_are_sessions_of_what_one_of_them_belongs_to() {
    let lima = |text| Some(local(text, "America/Lima"));
    let expected = [
        ("uno", lima("2022-05-03T10:00:00"), None),
        ("dos", lima("2022-05-03T12:00:00"), None),
        ("tres", None, None),
    ];
    let import = imported(Format::JsonLd, LIST, &options(None, Some("America/Lima")), &expected);
    assert_eq!(
        written(&import).lines().find(|line| line.contains("\"name\"")),
        Some("    \"name\": \"Foro de la lista\",")
    );
    assert_eq!(import.losses, []);

    // Without it, the name is asked for.
    let text = String::from_utf8(LIST.into()).unwrap().replace("superEvent", "x");
    let read = |options: &Options| count(text.as_bytes(), options);
    assert_eq!(read(&options(None, Some("America/Lima"))), Err(ImportError::Missing(Setting::Name)));
    assert_eq!(read(&options(Some("Foro"), Some("America/Lima"))), Ok(3));
}

fn count(input: &[u8], options: &Options) -> Result<usize, ImportError> {
    import(Format::JsonLd, input, options).map(|import| import.document.sessions.len())
}

#[test]
fn one_event_in_a_page_is_a_forum_of_one_session() {
    let expected = [(
        "foro-en-una-pagina",
        Some(at("2022-05-03T10:00:00-05:00")),
        Some(at("2022-05-03T18:00:00-05:00")),
    )];
    let import = imported(Format::JsonLd, PAGE, &Options::default(), &expected);
    insta::assert_snapshot!(written(&import));
}

#[test]
fn its_zone_is_asked_for() {
    assert_eq!(count(EVERYTHING, &Options::default()), Err(ImportError::Missing(Setting::TimeZone)));
}

/// Papers are due in June; the forum is in September all the same.
#[test]
fn days_outside_of_the_event_leave_its_dates_as_they_are() {
    let input = br#"{"@type": "Event", "name": "Foro", "startDate": "2027-09-10", "endDate": "2027-09-12",
        "subEvent": [{"@type": "Event", "name": "Plazo", "startDate": "2027-06-20"}]}"#;
    let forum = import(Format::JsonLd, input, &options(None, Some("UTC"))).unwrap().document.forum;
    let days = [forum.start, forum.end].map(|day| day.unwrap().to_iso());
    assert_eq!(days, ["2027-09-10", "2027-09-12"]);
}

/// Systems of content write HTML into their data, and a plugin escapes it.
#[test]
fn html_that_was_escaped_is_text_as_well() {
    let input = br#"{"@type": "Event", "name": "Foro &#8211; 2021", "startDate": "2021-03-17", "url": "https://foro.example",
        "description": "&lt;p&gt;Hola &amp;amp; m&#225;s&lt;/p&gt;\n&lt;p&gt;Dos&lt;br&gt;tres, 3 &amp;lt; 4&lt;/p&gt;\n"}"#;
    let found = import(Format::JsonLd, input, &options(None, Some("UTC"))).unwrap();
    let session = &found.document.sessions[0];
    let texts = [Some(&session.title), session.summary.as_ref()];
    let texts = texts.map(|text| text.unwrap().entries().next().unwrap().1);
    assert_eq!(texts, ["Foro \u{2013} 2021", "Hola & m\u{e1}s\n\nDos\ntres, 3 < 4"]);
    assert_eq!(found.losses, []);
}

/// The feed has a time there, and no day.
#[test]
fn the_day_for_which_an_event_was_announced_before_is_a_loss() {
    let input = br#"{"@type": "Event", "name": "Foro", "startDate": "2021-03-17T09:00:00Z",
        "eventStatus": "https://schema.org/EventRescheduled", "previousStartDate": "2021-03-10"}"#;
    let found = import(Format::JsonLd, input, &options(None, Some("UTC"))).unwrap();
    assert_eq!(found.document.sessions[0].previous_start, None);
    let losses: Vec<_> = found.losses.iter().map(|loss| (loss.kind, &*loss.place)).collect();
    assert_eq!(losses, [(LossKind::NoSuchField, "previousStartDate")]);
}
