//! The forum that ships says what the press release of 17 March 2021 says, and as much of it.

use forum_widget::feed::{Forum, ForumMode, Level, Mode, SessionKind, read};
use forum_widget::locale::{CountryCode, Language};

fn forum() -> Forum {
    let reading = read(include_bytes!("../www/feeds/korea-lac-2021.json")).unwrap();
    assert_eq!(reading.problems, []);
    reading.forum
}

/// The codes of the countries that take part in a way, in the order of the alphabet; the host is not among them.
fn countries(forum: &Forum, mode: Mode) -> Vec<&str> {
    let guests = forum.countries.iter().filter(|country| !country.host);
    let taking = guests.filter(|country| country.participation.iter().any(|way| way.mode == mode));
    let mut codes: Vec<&str> = taking.map(|country| country.code.as_str()).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn two_days_in_march() {
    let forum = forum();
    assert_eq!(forum.start.map(forum_widget::time::Date::to_iso).as_deref(), Some("2021-03-17"));
    assert_eq!(forum.end.map(forum_widget::time::Date::to_iso).as_deref(), Some("2021-03-18"));
    assert_eq!(forum.time_zone.name(), "Asia/Seoul");
    assert_eq!(forum.mode, Some(ForumMode::Hybrid));
}

#[test]
fn five_countries_in_person_seven_by_recording_eleven_in_all() {
    let forum = forum();
    assert_eq!(countries(&forum, Mode::InPerson), ["BR", "CO", "CR", "GT", "HN"]);
    assert_eq!(countries(&forum, Mode::PreRecorded), ["AR", "CL", "CO", "EC", "MX", "PE", "SV"]);
    assert_eq!(forum.countries.iter().filter(|country| !country.host).count(), 11);
    let host: Vec<&str> =
        forum.countries.iter().filter(|country| country.host).map(|country| country.code.as_str()).collect();
    assert_eq!(host, ["KR"]);
}

#[test]
fn eight_officials_from_the_region_four_of_them_ministers() {
    let forum = forum();
    let korea = CountryCode::parse("KR");
    let officials: Vec<_> = forum.people.iter().filter(|person| person.country != korea).collect();
    assert_eq!(officials.len(), 8);
    assert!(officials.iter().all(|person| person.mode == Some(Mode::InPerson) && person.role.is_some()));
    let level = |level| officials.iter().filter(|person| person.level == Some(level)).count();
    assert_eq!((level(Level::Minister), level(Level::ViceMinister)), (4, 4));
    // The release prints no country for two of them; what is silent or contradicts itself carries a note.
    let silent: Vec<_> = officials.iter().filter(|person| person.country.is_none()).collect();
    assert_eq!(silent.len(), 2);
    assert!(silent.iter().all(|person| person.note.is_some()));
    let contradictory = officials.iter().find(|person| person.id.0.contains("martinez")).unwrap();
    assert!(contradictory.note.is_some());
    assert_eq!(forum.people.iter().filter(|person| person.country == korea).count(), 2);
}

#[test]
fn an_opening_with_three_speeches_and_four_sessions_without_hours() {
    let forum = forum();
    let opening = forum.sessions.iter().find(|session| session.kind == SessionKind::Opening).unwrap();
    assert_eq!((opening.people.len(), opening.quotes.len()), (3, 3));
    let sessions: Vec<_> =
        forum.sessions.iter().filter(|session| session.kind == SessionKind::Session).collect();
    assert_eq!(sessions.iter().filter_map(|session| session.number).collect::<Vec<_>>(), [1, 2, 3, 4]);
    let days: Vec<u8> =
        sessions.iter().filter_map(|session| session.date).map(forum_widget::time::Date::day).collect();
    assert_eq!(days, [17, 17, 18, 18]);
    assert!(forum.sessions.iter().all(|session| session.start.is_none() && session.end.is_none()));
    let codes = |number: usize| -> Vec<&str> {
        sessions
            .get(number)
            .unwrap()
            .countries
            .iter()
            .map(CountryCode::as_str)
            .filter(|code| *code != "KR")
            .collect()
    };
    assert_eq!((codes(0), codes(1)), (vec!["CR", "CO", "AR"], vec!["CO", "CL", "PE"]));
}

#[test]
fn quotes_stay_in_the_language_of_the_source() {
    for quote in forum().sessions.iter().flat_map(|session| &session.quotes) {
        let languages: Vec<&str> = quote.text.entries().map(|(language, _)| language).collect();
        assert_eq!(languages, ["en"]);
    }
}

#[test]
fn names_and_titles_are_in_seven_languages() {
    let forum = forum();
    let complete = |text: &forum_widget::feed::Text| {
        Language::ALL.iter().all(|language| text.entries().any(|(tag, _)| tag == language.tag()))
    };
    let head = [&forum.name, &forum.theme, &forum.summary];
    assert!(head.into_iter().all(|text| text.as_ref().is_some_and(complete)));
    assert!(forum.sessions.iter().all(|session| complete(&session.title)));
    assert!(forum.sessions.iter().all(|session| session.summary.as_ref().is_none_or(complete)));
    assert!(forum.topics.iter().all(|topic| complete(&topic.name)));
    assert!(forum.people.iter().all(|person| person.role.as_ref().is_some_and(complete)));
    assert!(forum.people.iter().all(|person| person.note.as_ref().is_none_or(complete)));
    assert!(forum.countries.iter().all(|country| country.note.as_ref().is_none_or(complete)));
}

#[test]
fn hosts_institutions_licence_and_office_are_named() {
    let forum = forum();
    assert_eq!(forum.hosts.len(), 2);
    assert_eq!(forum.organizations.len(), 9);
    let attribution = forum.attribution.as_ref().unwrap();
    assert!(attribution.source.is_some());
    let license = attribution.license.as_ref().and_then(|license| license.choose(Language::En)).unwrap();
    assert_eq!(license.text, "KOGL Type 1");
    assert!(forum.contact.as_ref().is_some_and(|contact| contact.role.is_some() && contact.email.is_none()));
}
