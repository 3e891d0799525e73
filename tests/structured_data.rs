//! The JSON-LD that a forum becomes (schema.org `Event`), as another program reads it.

mod injections;

use forum_widget::feed::read;
use forum_widget::locale::Language;
use forum_widget::structured_data::structured_data;
use serde_json::{Value, json};

const TIMES: &[u8] = include_bytes!("fixtures/calendar-times.json");
const FORUM: &[u8] = include_bytes!("../www/feeds/korea-lac-2021.json");

fn data(feed: &[u8], language: Language) -> Value {
    serde_json::from_str(&structured_data(&read(feed).unwrap().forum, language)).unwrap()
}

fn session<'a>(data: &'a Value, id: &str) -> &'a Value {
    data["subEvent"].as_array().unwrap().iter().find(|event| event["identifier"] == id).unwrap()
}

use Language::{En, Es, Ko};

#[test]
fn the_whole_of_a_forum_and_a_session() {
    let data = data(TIMES, Es);
    let mut forum = data.clone();
    forum.as_object_mut().unwrap().remove("subEvent");
    let address = json!({"@type": "PostalAddress", "addressLocality": "Santiago", "addressCountry": "CL"});
    let online = |url: &str| json!({"@type": "VirtualLocation", "url": url});
    let url = "https://foro.example/ñandú?a=1;2,3&b=\"4\"";
    assert_eq!(
        forum,
        json!({
            "@type": "Event",
            "@context": "https://schema.org",
            "identifier": "foro de horas",
            "name": "Foro de horas",
            "startDate": "2021-04-03",
            "endDate": "2021-04-05",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
            "location": [{"@type": "Place", "name": "Centro Gabriela Mistral; sala", "address": address}, online(url)],
            "url": url,
            "inLanguage": ["es", "en"],
            "organizer": [{"@type": "Organization", "name": "Cancillería"}],
        })
    );
    assert_eq!(
        *session(&data, "before"),
        json!({
            "@type": "Event",
            "identifier": "before",
            "name": "Antes del cambio",
            "description": "Línea uno\nLínea dos",
            "startDate": "2021-04-03T22:30:00-03:00",
            "endDate": "2021-04-03T23:30:00-03:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
            "location": [
                {"@type": "Place", "name": "Sala A, Centro Gabriela Mistral; sala", "address": address},
                online("https://foro.example/vivo"),
            ],
            "url": "https://foro.example/láminas.pdf",
            "inLanguage": ["es"],
            "about": [{"@type": "Thing", "name": "Datos, redes y 5G"}, {"@type": "Thing", "name": "e-Salud"}],
            "performer": [
                {"@type": "Person", "name": "Ana Mora", "honorificPrefix": "Dra.", "jobTitle": "Ministra de Hacienda",
                    "affiliation": {"@type": "Organization", "name": "Cancillería"}},
                {"@type": "Person", "name": "Kim Min-su"},
            ],
        })
    );
}

#[test]
fn dates_have_the_offset_of_the_zone_or_no_hour() {
    let data = data(TIMES, Es);
    for (id, start, end) in [
        ("repeated", json!("2021-04-03T23:30:00-03:00"), json!("2021-04-04T00:30:00-04:00")),
        ("after", json!("2021-04-04T00:00:00-04:00"), json!("2021-04-04T01:00:00-04:00")),
        ("seoul", json!("2021-04-04T20:00:00-04:00"), json!("2021-04-04T21:00:00-04:00")),
        ("open-end", json!("2021-04-05T11:00:00-04:00"), Value::Null),
        ("no-length", json!("2021-04-05T12:00:00-04:00"), json!("2021-04-05T12:00:00-04:00")),
        ("day", json!("2021-02-28"), Value::Null),
        ("leap-day", json!("2024-02-28"), Value::Null),
        ("without-a-day", Value::Null, Value::Null),
    ] {
        let session = session(&data, id);
        assert_eq!((&session["startDate"], &session["endDate"]), (&start, &end), "{id}");
    }
}

#[test]
fn statuses_are_those_of_schema_org() {
    let data = data(TIMES, Es);
    for (id, status, previous) in [
        ("day", "EventScheduled", Value::Null),
        ("cancelled", "EventCancelled", Value::Null),
        ("postponed", "EventPostponed", Value::Null),
        ("moved", "EventRescheduled", json!("2021-04-04T15:00:00-04:00")),
    ] {
        let session = session(&data, id);
        assert_eq!(session["eventStatus"], format!("https://schema.org/{status}"), "{id}");
        assert_eq!(session["previousStartDate"], previous, "{id}");
    }
    let whole = with_forum_status("cancelled");
    assert_eq!(whole["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(whole["subEvent"][0]["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(with_forum_status("ended")["eventStatus"], "https://schema.org/EventScheduled");
}

fn with_forum_status(status: &str) -> Value {
    let feed = json!({"version": 1, "forum": {"status": status}, "sessions": [{"id": "a", "title": "A"}]});
    data(feed.to_string().as_bytes(), Es)
}

#[test]
fn a_place_is_named_where_people_meet_in_one() {
    let places = |mode: &str| {
        let feed = json!({"version": 1, "forum": {"name": "F", "mode": mode, "url": "https://foro.example/", "venue": {"city": "Seúl"}}});
        let data = data(feed.to_string().as_bytes(), Es);
        let mode = data["eventAttendanceMode"].as_str().map(|mode| mode.replace("https://schema.org/", ""));
        let kinds = data["location"]
            .as_array()
            .unwrap()
            .iter()
            .map(|place| place["@type"].as_str().unwrap().to_owned());
        (mode, kinds.collect::<Vec<_>>().join(" "))
    };
    let expected = |mode: &str, places: &str| (Some(format!("{mode}EventAttendanceMode")), places.to_owned());
    assert_eq!(places("in-person"), expected("Offline", "Place"));
    assert_eq!(places("online"), expected("Online", "Place VirtualLocation"));
    assert_eq!(places("hybrid"), expected("Mixed", "Place VirtualLocation"));
    assert_eq!(places("by-letter"), (None, "Place".into()));
}

#[test]
fn texts_are_in_the_readers_language_or_the_nearest() {
    assert_eq!(session(&data(TIMES, En), "before")["name"], "Before the change");
    assert_eq!(session(&data(TIMES, Ko), "before")["name"], "Before the change");
    assert_eq!(session(&data(TIMES, Es), "after")["name"], "After the change");
    assert_eq!(data(TIMES, Ko)["name"], "시간 포럼");
}

#[test]
fn the_forum_that_ships_is_whole_in_every_language() {
    for language in Language::ALL {
        let forum = read(FORUM).unwrap().forum;
        let data = data(FORUM, language);
        assert_eq!(data["subEvent"].as_array().unwrap().len(), forum.sessions.len());
        for (session, event) in forum.sessions.iter().zip(data["subEvent"].as_array().unwrap()) {
            assert_eq!(event["name"], session.title.choose(language).unwrap().text);
            assert_eq!(event["startDate"], session.date.unwrap().to_iso());
            assert_eq!(event["performer"].as_array().map_or(0, Vec::len), session.people.len());
        }
    }
}

#[test]
fn what_a_feed_does_not_say_is_not_there() {
    let found = data(br#"{"version": 1, "sessions": [{"id": "a", "title": "A"}]}"#, Es);
    let scheduled = "https://schema.org/EventScheduled";
    let event = json!({"@type": "Event", "identifier": "a", "name": "A", "eventStatus": scheduled});
    let expected = json!({"@type": "Event", "@context": "https://schema.org", "eventStatus": scheduled, "subEvent": [event]});
    assert_eq!(found, expected);
}

#[test]
fn html_4_12_1_3_no_text_is_more_than_a_text() {
    for text in injections::texts() {
        let forum = read(&injections::feed(&text)).unwrap().forum;
        let name = forum.name.as_ref().and_then(|name| name.choose(Es)).unwrap().text;
        let written = structured_data(&forum, Es);
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text:?}");
        assert!(!written.contains(char::is_control) || written.contains('\u{7f}'), "{text:?}");
        let data: Value = serde_json::from_str(&written).unwrap();
        let event = &data["subEvent"][0];
        let person = &event["performer"][0];
        for found in [
            &data["name"],
            &data["description"],
            &data["organizer"][0]["name"],
            &data["location"][0]["name"],
            &data["location"][0]["address"]["addressLocality"],
            &event["name"],
            &event["description"],
            &event["about"][0]["name"],
            &event["about"][1]["name"],
            &person["name"],
            &person["honorificPrefix"],
            &person["jobTitle"],
            &person["affiliation"]["name"],
        ] {
            assert_eq!(found, name);
        }
        assert_eq!(data.as_object().unwrap().len(), 12, "{text:?}");
        assert_eq!(data["subEvent"].as_array().unwrap().len(), 2);
    }
}
