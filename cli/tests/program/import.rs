//! `forum-widget import`: a feed on standard output, and on standard error what could not be carried over.

use crate::run::{Run, run, run_with};

#[test]
fn the_feed_passes_the_check() {
    let files = [
        ("frab", "frab", &[][..]),
        ("sessionize", "sessionize", &["--name", "Foro", "--time-zone", "America/Bogota"]),
        ("pretalx", "pretalx", &["--name", "Foro"]),
        ("ical", "icalendar", &["--name", "Foro", "--time-zone", "America/Bogota"]),
        ("jsonld", "json-ld", &["--time-zone", "America/Bogota"]),
        ("csv", "csv", &["--name", "Foro", "--time-zone", "America/Bogota"]),
    ];
    let folder = crate::run::root().join("tests/fixtures/import");
    for (format, start, options) in files {
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut count = 0;
        for name in names.filter(|name| name.to_string_lossy().starts_with(start)) {
            let file = format!("tests/fixtures/import/{}", name.to_string_lossy());
            let mut arguments = vec!["import", "--from", format, &file];
            arguments.extend(options);
            let Run { code, output, errors } = run(&arguments);
            assert_eq!(code, 0, "{file}: {errors}");
            let Run { code, output, .. } = run_with(&["check", "--lang", "en", "-"], output.as_bytes());
            assert_eq!(code, 0, "{file}: {output}");
            count += 1;
        }
        assert!(count > 0, "no fixture for {format}");
    }
}

#[test]
fn what_is_missing_is_asked_for_by_name() {
    let input = br#"{"sessions": [{"id": "1", "title": "A", "startsAt": "2021-03-17T09:00:00", "endsAt": null}], "speakers": [], "questions": [], "categories": [], "rooms": []}"#;
    let ask = |options: &[&str]| {
        let mut arguments = vec!["import", "--from", "sessionize", "-"];
        arguments.extend(options);
        run_with(&arguments, input)
    };
    let Run { code, errors, output } = ask(&[]);
    assert_eq!((code, output.as_str()), (1, ""));
    assert_eq!(
        errors,
        "-: error: el formato no indica el nombre del foro; añada --name \"Nombre del foro\"\n"
    );
    let Run { code, errors, .. } = ask(&["--name", "Foro", "--lang", "en"]);
    assert_eq!(code, 1);
    assert_eq!(errors, "-: error: the format does not state the time zone; add --time-zone America/Bogota\n");
    assert_eq!(ask(&["--name", "Foro", "--time-zone", "America/Bogota"]).code, 0);
    assert_eq!(ask(&["--name", "Foro", "--time-zone", "Bogotá"]).code, 2);
}

#[test]
fn another_format_is_named() {
    let schedule = br#"{"schedule": {"conference": {"title": "F", "days": []}}}"#;
    let Run { code, errors, .. } = run_with(&["import", "--from", "pretalx", "--lang", "en", "-"], schedule);
    assert_eq!(code, 1);
    assert_eq!(errors, "-: error: is in the format frab; write --from frab\n");
}

#[test]
fn the_template_is_a_spreadsheet_that_imports() {
    let Run { code, output, .. } = run(&["import", "--template"]);
    assert_eq!(code, 0);
    let Run { code, output, errors } = run_with(&["import", "--from", "csv", "-"], output.as_bytes());
    assert_eq!(code, 0, "{errors}");
    assert_eq!(run_with(&["check", "-"], output.as_bytes()).code, 0, "{output}");
}
