use forum_widget::feed::import::{Format, ImportError, Options, Setting, import};

use crate::{at, imported, local, options, written};

const PLENUM: &[u8] = include_bytes!("../fixtures/import/sessionize-plenum-and-service.json");
const SANTIAGO: &str = "America/Santiago";

#[test]
fn a_view_all_with_all_that_bites() {
    let expected = [
        ("301", Some(local("2021-10-14T09:00:00", SANTIAGO)), Some(local("2021-10-14T09:30:00", SANTIAGO))),
        ("b5f0", Some(local("2021-10-14T12:00:00", SANTIAGO)), Some(local("2021-10-14T13:00:00", SANTIAGO))),
        ("302", Some(at("2021-10-14T18:00:00Z")), Some(at("2021-10-14T18:45:00Z"))),
        ("302-2", Some(local("2021-10-15T10:00:00", SANTIAGO)), None),
    ];
    let import = imported(Format::Sessionize, PLENUM, &options(Some("Foro"), Some(SANTIAGO)), &expected);
    insta::assert_snapshot!(written(&import));
}

#[test]
fn its_name_and_its_zone_are_asked_for() {
    for (options, setting) in [
        (Options::default(), Setting::Name),
        (options(None, Some(SANTIAGO)), Setting::Name),
        (options(Some("Foro"), None), Setting::TimeZone),
    ] {
        let error = import(Format::Sessionize, PLENUM, &options).unwrap_err();
        assert_eq!(error, ImportError::Missing(setting));
    }
}
