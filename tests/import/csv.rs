use forum_widget::feed::import::{Format, ImportError, LossKind, Options, Setting, import, template};
use forum_widget::feed::{LanguageTag, PersonDocument};
use forum_widget::locale::Language;

use crate::{at, imported, local, options, written};

const EXCEL: &[u8] = include_bytes!("../fixtures/import/csv-excel-in-spanish.csv");
const TABLE: &[u8] = include_bytes!("../fixtures/import/csv-plain-table.csv");

#[test]
fn a_template_imports_as_it_is() {
    for (language, zone) in [
        (Language::Es, "America/Costa_Rica"),
        (Language::Pt, "America/Sao_Paulo"),
        (Language::En, "America/Jamaica"),
    ] {
        let at = |text| Some(local(text, zone));
        let found = import(Format::Csv, template(language).as_bytes(), &Options::default()).unwrap();
        let ids: Vec<_> = found.document.sessions.iter().map(|session| session.id.0.clone()).collect();
        let [opening, panel, closing] = &*ids else { panic!("{ids:?}") };
        let expected = [
            (&**opening, at("2021-03-17T09:00:00"), at("2021-03-17T09:30:00")),
            (panel, at("2021-03-17T10:00:00"), at("2021-03-17T11:30:00")),
            (closing, None, None),
        ];
        let import = imported(Format::Csv, template(language).as_bytes(), &Options::default(), &expected);
        assert_eq!(import.losses, [], "{language:?}");
        let feed = import.document;
        assert_eq!((feed.people.len(), feed.countries.len()), (3, 3), "{language:?}");
        assert_eq!(
            (feed.organizations.len(), feed.forum.hosts.len(), feed.topics.len()),
            (2, 2, 2),
            "{language:?}"
        );
    }
    let spanish = import(Format::Csv, template(Language::Es).as_bytes(), &Options::default()).unwrap();
    insta::assert_snapshot!(written(&spanish));
}

#[test]
fn a_sheet_of_excel_with_all_that_bites() {
    let panama = |text| Some(local(text, "America/Panama"));
    let expected = [
        ("a1", panama("2021-03-17T09:00:00"), panama("2021-03-17T10:30:00")),
        ("a1-2", panama("2021-03-17T11:00:00"), None),
        ("cena", panama("2021-03-18T23:30:00"), panama("2021-03-19T00:45:00")),
        ("clausura", None, None),
        ("y", panama("2021-03-18T15:00:00"), None),
    ];
    let import = imported(Format::Csv, EXCEL, &Options::default(), &expected);
    insta::assert_snapshot!(written(&import));
}

#[test]
fn encodings_and_delimiters_make_no_difference() {
    let read = |input: &[u8]| {
        let import = import(Format::Csv, input, &Options::default()).unwrap();
        (import.document.to_json(), import.losses)
    };
    let expected = read(EXCEL);
    // Windows-1252 and Latin-1 have the same letters here.
    let text: String = EXCEL.iter().map(|byte| char::from(*byte)).collect();
    assert_eq!(read(text.as_bytes()), expected);
    assert_eq!(read(format!("\u{feff}{text}").as_bytes()), expected);
    assert_eq!(read(text.replace("\r\n", "\n").as_bytes()), expected);
    let utf_16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(to_bytes).collect()
    };
    assert_eq!(read(&utf_16(u16::to_le_bytes)), expected);
    assert_eq!(read(&utf_16(u16::to_be_bytes)), expected);
    for delimiter in [b',', b'\t'] {
        let mut writer =
            ::csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
        let mut reader = ::csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        for record in reader.records() {
            writer.write_record(&record.unwrap()).unwrap();
        }
        let (document, losses) = read(&writer.into_inner().unwrap());
        assert_eq!(
            (document, losses.len()),
            (expected.0.clone(), expected.1.len()),
            "{}",
            char::from(delimiter)
        );
    }
}

#[test]
fn a_plain_table_is_one_of_sessions() {
    let lima = |text| Some(local(text, "America/Lima"));
    let expected = [
        ("opening", lima("2022-05-03T09:00:00"), lima("2022-05-03T10:00:00")),
        ("panel", lima("2022-05-03T10:00:00"), None),
        ("encerramento", Some(at("2022-05-04T08:00:00-03:00")), None),
        ("backwards", lima("2022-05-04T09:30:00"), None),
    ];
    let own = Options { language: LanguageTag::parse("es"), ..options(Some("Foro"), Some("America/Lima")) };
    let import = imported(Format::Csv, TABLE, &own, &expected);
    insta::assert_snapshot!(written(&import));
}

/// Two long names of ministries begin alike; what tells some names apart is no letter.
#[test]
fn names_are_the_same_by_the_whole_of_them() {
    let [ministry, topic] = [
        "Ministerio de Tecnologías de la Información y Comunicaciones de",
        "Cooperación digital entre la República de Corea y América Latina:",
    ];
    let sheet = format!(
        "forum\nname,Foro\ntime zone,America/Lima\npeople\nname,organization\nAna,{ministry} Colombia\nBeto,{ministry} Paraguay\n\
         ANA,{ministry} COLOMBIA\nDoctora {ministry} Perú,\nDoctora {ministry} Chile,\n***,\n\
         sessions\ntitle,date,topics,speakers\n\
         Uno,2022-05-03,{topic} salud; {topic} educación; C; C++; C#,Doctora {ministry} Chile; ***; +++\n\
         Dos,2022-05-03,{topic} Salud; ***; +++; c++,+++; ana\n"
    );
    let found = import(Format::Csv, sheet.as_bytes(), &Options::default()).unwrap();
    let feed = &found.document;
    let losses: Vec<_> = found.losses.iter().map(|loss| (loss.kind, &*loss.place)).collect();
    assert_eq!(losses, [(LossKind::RepeatedId, "line 8")]);
    let organization = |person: &PersonDocument| person.organization.clone().map(|id| id.0);
    let [ana, beto, peru, chile, stars, pluses] = &*feed.people else { panic!("{:?}", feed.people) };
    assert_ne!(organization(ana), organization(beto));
    assert_eq!(feed.organizations.len(), 2);
    assert_ne!(peru.id.0, chile.id.0);
    assert!(feed.people.iter().all(|person| person.id.0.chars().count() <= 62), "{:?}", feed.people);
    assert_eq!([&*stars.id.0, &*pluses.id.0], ["person", "person-2"]);
    assert_eq!(feed.topics.len(), 7);
    let ids = |position: usize| {
        let session = &feed.sessions[position];
        let topics: Vec<_> = session.topics.iter().map(|id| &*id.0).collect();
        let people: Vec<_> = session.people.iter().map(|appearance| &*appearance.person.0).collect();
        (topics, people)
    };
    let long = "cooperacion-digital-entre-la-republica-de-corea-y-america-la";
    let second = format!("{long}-2");
    assert_eq!(ids(0), (vec![long, &*second, "c", "c-2", "c-3"], vec![&*chile.id.0, "person", "person-2"]));
    assert_eq!(ids(1), (vec![long, "topic", "topic-2", "c-2"], vec!["person-2", "ana"]));
}

#[test]
fn what_a_sheet_does_not_say_is_asked_for() {
    let read = |text: &str| import(Format::Csv, text.as_bytes(), &Options::default()).map(|_| ());
    let sessions = "title,date\nUno,2022-05-03\n";
    assert_eq!(read(sessions), Err(ImportError::Missing(Setting::Name)));
    assert_eq!(
        read(&format!("forum\nname,Foro\nsessions\n{sessions}")),
        Err(ImportError::Missing(Setting::TimeZone))
    );
    assert_eq!(read(&format!("forum\nname,Foro\ntime zone,America/Lima\nsessions\n{sessions}")), Ok(()));
    assert_eq!(read("title,date\nUno,\n"), Err(ImportError::Empty));
}
