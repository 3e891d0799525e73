use super::filter::Filter;
use super::word::words;
use crate::feed::{Forum, Session, Text};
use crate::locale::{CountryCode, Language, Messages, country_name, fold};
use crate::words::label;

/// The folded text of each session, made once, in which words are looked for: its own, and those of the people, countries and
/// topics that it names.
pub struct Index(Vec<String>);

/// How many bytes the texts of people may take in all: each of ten thousand sessions may name the same long one.
const PEOPLE_LIMIT: usize = 16_000_000;

impl Index {
    /// The index of a forum, for a reader of a language. A text of the feed is in it in all of its languages, a name or
    /// word of ours in the reader's.
    pub fn of(forum: &Forum, language: Language) -> Index {
        let mut people = Vec::new();
        for person in &forum.people {
            let mut text = String::new();
            push_texts(&mut text, &[Some(&person.name)]);
            push_texts(&mut text, &[&person.honorific, &person.role, &person.note].map(Option::as_ref));
            push_country(&mut text, forum, person.country, language);
            if let Some(own) = person.organization.and_then(|id| forum.organization(id)) {
                push_texts(&mut text, &[Some(&own.name)]);
                push_country(&mut text, forum, own.country, language);
            }
            people.push(text);
        }
        let limit = PEOPLE_LIMIT / forum.sessions.len().max(1);
        let mut texts = Vec::new();
        for session in &forum.sessions {
            let mut text = text_of(forum, session, language);
            let limit = text.len() + limit;
            for appearance in &session.people {
                let person = people.get(appearance.person.0 as usize).map_or("", String::as_str);
                if text.len() + person.len() < limit {
                    text.push_str(person);
                }
            }
            texts.push(text);
        }
        Index(texts)
    }
}

/// What stands in a session itself, with its topics and countries.
fn text_of(forum: &Forum, session: &Session, language: Language) -> String {
    let mut text = String::new();
    push(&mut text, &label(Messages::of(language), session));
    push_texts(&mut text, &[Some(&session.title)]);
    push_texts(&mut text, &[&session.summary, &session.note, &session.room].map(Option::as_ref));
    for topic in &session.topics {
        push_texts(&mut text, &[forum.topic(*topic).map(|topic| &topic.name)]);
    }
    for code in &session.countries {
        push_country(&mut text, forum, Some(*code), language);
    }
    text
}

fn push(text: &mut String, more: &str) {
    text.push_str(&fold(more));
    // No word holds one, so that none begins in one text and ends in another.
    text.push('\n');
}

fn push_texts(text: &mut String, texts: &[Option<&Text>]) {
    for own in texts.iter().flatten() {
        for (_, own) in own.entries() {
            push(text, own);
        }
    }
}

fn push_country(text: &mut String, forum: &Forum, code: Option<CountryCode>, language: Language) {
    let Some(code) = code else { return };
    push(text, country_name(code, language).unwrap_or_default());
    let country = forum.countries.iter().find(|country| country.code == code);
    push_texts(text, &[country.and_then(|country| country.name.as_ref())]);
}

/// Which sessions are found, by position: those that have all words of the query, in any order, and everything that was
/// chosen.
pub fn found(forum: &Forum, index: &Index, filter: &Filter) -> Vec<bool> {
    let words = words(&filter.query);
    let mut found = Vec::with_capacity(forum.sessions.len());
    for (session, text) in forum.sessions.iter().zip(&index.0) {
        found.push(filter.keeps(forum, session) && words.iter().all(|word| word.is_in(text.as_bytes())));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::Facet;
    use crate::feed::read;

    const FEED: &str = r#"{
        "version": 1,
        "countries": [{"code": "KR", "name": {"es": "Corea, anfitriona"}}],
        "organizations": [{"id": "o", "name": {"es": "Comisión Económica", "en": "Economic Commission"}, "country": "CL"}],
        "topics": [{"id": "t", "name": {"es": "Brecha digital", "en": "Digital divide"}}],
        "people": [
            {"id": "p", "name": "José Ñandú", "honorific": "S. E. Sr.", "role": "Ministro", "country": "CR", "mode": "online"},
            {"id": "q", "name": "Alicia", "organization": "o"}
        ],
        "sessions": [
            {"id": "a", "title": {"es": "La educación", "ko": "대한민국 교육"}, "number": 4, "people": [{"person": "p"}]},
            {"id": "b", "title": "Straße", "kind": "panel", "summary": "Redes abiertas", "people": [{"person": "q"}]},
            {"id": "c", "title": "Strasse", "room": "Sala Bolívar", "topics": ["t"], "countries": ["KR"]},
            {"id": "d", "title": "Cierre", "note": "한\u1100\u1161\u11a8"}
        ]
    }"#;

    #[test]
    fn a_session_is_found_by_every_word_of_what_it_says_and_names() {
        let forum = read(FEED.as_bytes()).unwrap().forum;
        let index = Index::of(&forum, Language::Es);
        for (query, expected) in [
            ("", "abcd"),
            (" \t\u{a0} ", "abcd"),
            ("educacion", "a"),
            ("EDUCACIÓN", "a"),
            ("educacio\u{301}n", "a"),
            ("nandu", "a"),
            ("jose", "a"),
            ("ministro", "a"),
            ("sr.", "a"),
            ("strasse", "bc"),
            ("straße", "bc"),
            ("대한민국", "a"),
            ("\u{1103}\u{1162}\u{1112}\u{1161}\u{11ab}", "a"),
            ("한각", "d"),
            ("abiertas redes", "b"),
            ("redes abiertas", "b"),
            ("redes educacion", ""),
            ("economic", "b"),
            ("comision economica", "b"),
            ("divide", "c"),
            ("brecha", "c"),
            ("bolivar", "c"),
            ("anfitriona", "c"),
            ("republica de corea", "c"),
            ("costa rica", "a"),
            ("chile", "b"),
            ("panel", "b"),
            ("sesion 4", "a"),
            ("educacionjose", ""),
            ("no hay", ""),
        ] {
            let filter = Filter::of_words(query);
            assert_eq!(names(&forum, &found(&forum, &index, &filter)), expected, "{query:?}");
        }
    }

    #[test]
    fn words_and_choices_both_count() {
        let forum = read(FEED.as_bytes()).unwrap().forum;
        let index = Index::of(&forum, Language::En);
        for (query, mode, expected) in
            [("", "online", "a"), ("jose", "online", "a"), ("redes", "online", ""), ("jose", "in-person", "")]
        {
            let mut filter = Filter::of_words(query);
            filter.choose(Facet::Mode, mode.into());
            assert_eq!(names(&forum, &found(&forum, &index, &filter)), expected, "{query} {mode}");
        }
    }

    fn names(forum: &Forum, found: &[bool]) -> String {
        let sessions = forum.sessions.iter().zip(found).filter(|(_, found)| **found);
        sessions.map(|(session, _)| session.id.0.as_str()).collect()
    }
}
