//! Texts that try to be more than text, and a feed with one of them in every field that takes a text.

use serde_json::{Value, json};

/// The texts, each between two letters so that nothing of it is trimmed.
pub fn texts() -> Vec<String> {
    let texts: Vec<String> = serde_json::from_str(include_str!("../fixtures/injections.json")).unwrap();
    texts.into_iter().map(|text| format!("a{text}z")).collect()
}

/// A feed of two sessions, one with an hour and one without; `text` is in every field, or in the language of one.
pub fn feed(text: &str) -> Vec<u8> {
    let session = |id: &str| {
        json!({
            "id": format!("{text}{id}"), "number": 1, "title": text, "summary": text, "date": "2021-03-17",
            "room": text, "topics": [text, "language"], "people": [{"person": text, "part": "chair"}], "note": text,
        })
    };
    let mut timed = session("timed");
    timed["start"] = Value::from("2021-03-17T09:00");
    let feed = json!({
        "version": 1,
        "forum": {
            "id": text, "name": text, "theme": text, "summary": text, "timeZone": "America/Bogota",
            "start": "2021-03-17", "end": "2021-03-18", "hosts": [text], "mode": "in-person",
            "venue": {"name": text, "city": text, "country": "CO"},
        },
        "organizations": [{"id": text, "name": text}],
        "people": [{"id": text, "name": text, "honorific": text, "role": text, "organization": text}],
        "topics": [{"id": text, "name": text}, {"id": "language", "name": {text: text}}],
        "sessions": [timed, session("untimed")],
    });
    serde_json::to_vec(&feed).unwrap()
}
