use super::filter::Filter;
use super::word::{Word, words};
use crate::feed::{Forum, Text};
use crate::locale::{CountryCode, Language, Messages, countries, country_name, fold};
use crate::words::label;

/// The folded texts of a forum, made once, in which words are looked for.
///
/// Each record has its text once: a session that names a person is found by the person's text. So the index is as long as
/// the feed, however often its records name each other.
pub struct Index {
    sessions: Texts,
    topics: Texts,
    people: Texts,
    organizations: Texts,
    countries: Texts,
    codes: Vec<CountryCode>,
}

impl Index {
    /// The index of a forum, for a reader of a language. A text of the feed is in it in all of its languages, a name or
    /// word of ours in the reader's.
    pub fn of(forum: &Forum, language: Language) -> Index {
        let messages = Messages::of(language);
        let mut sessions = Texts::default();
        for session in &forum.sessions {
            sessions.add(&label(messages, session));
            sessions.add_text(&session.title);
            sessions.add_texts(&[&session.summary, &session.note, &session.room]);
            sessions.end_record();
        }
        let mut topics = Texts::default();
        for topic in &forum.topics {
            topics.add_text(&topic.name);
            topics.end_record();
        }
        let mut people = Texts::default();
        for person in &forum.people {
            people.add_text(&person.name);
            people.add_texts(&[&person.honorific, &person.role, &person.note]);
            people.end_record();
        }
        let mut organizations = Texts::default();
        for organization in &forum.organizations {
            organizations.add_text(&organization.name);
            organizations.end_record();
        }
        let mut codes: Vec<CountryCode> = countries().collect();
        codes.extend(forum.countries.iter().map(|country| country.code));
        codes.sort_unstable();
        codes.dedup();
        let mut countries = Texts::default();
        for code in &codes {
            countries.add(country_name(*code, language).unwrap_or_default());
            for country in forum.countries.iter().filter(|country| country.code == *code) {
                countries.add_texts(&[&country.name]);
            }
            countries.end_record();
        }
        Index { sessions, topics, people, organizations, countries, codes }
    }

    /// Which sessions have a word, by position: in their own texts, or in those of what they name.
    fn having(&self, forum: &Forum, word: &Word) -> Vec<bool> {
        let countries = self.countries.having(word);
        let in_country = |code: CountryCode| {
            self.codes.binary_search(&code).is_ok_and(|position| at(&countries, position))
        };
        let mut organizations = self.organizations.having(word);
        for (has, record) in organizations.iter_mut().zip(&forum.organizations) {
            *has = *has || record.country.is_some_and(in_country);
        }
        let mut people = self.people.having(word);
        for (has, record) in people.iter_mut().zip(&forum.people) {
            *has = *has
                || record.country.is_some_and(in_country)
                || record.organization.is_some_and(|id| at(&organizations, id.0 as usize));
        }
        let topics = self.topics.having(word);
        let mut sessions = self.sessions.having(word);
        for (has, record) in sessions.iter_mut().zip(&forum.sessions) {
            *has = *has
                || record.topics.iter().any(|id| at(&topics, id.0 as usize))
                || record.people.iter().any(|appearance| at(&people, appearance.person.0 as usize))
                || record.countries.iter().any(|code| in_country(*code));
        }
        sessions
    }
}

fn at(list: &[bool], position: usize) -> bool {
    list.get(position).copied().unwrap_or(false)
}

/// Which sessions are found, by position: those that have all words of the query, in any order, and everything that was
/// chosen.
pub fn found(forum: &Forum, index: &Index, filter: &Filter) -> Vec<bool> {
    let all = filter.has_no_choice();
    let mut found: Vec<bool> =
        forum.sessions.iter().map(|session| all || filter.keeps(forum, session)).collect();
    for word in words(&filter.query) {
        for (found, has) in found.iter_mut().zip(index.having(forum, &word)) {
            *found &= has;
        }
    }
    found
}

/// The folded texts of the records of a list, behind each other.
#[derive(Default)]
struct Texts {
    folded: String,
    /// Where the text of each record ends.
    ends: Vec<usize>,
}

impl Texts {
    fn add(&mut self, text: &str) {
        self.folded.push_str(&fold(text));
        // No word holds one, so that none begins in one text and ends in another.
        self.folded.push('\n');
    }

    fn add_text(&mut self, text: &Text) {
        for (_, text) in text.entries() {
            self.add(text);
        }
    }

    fn add_texts(&mut self, texts: &[&Option<Text>]) {
        for text in texts.iter().copied().flatten() {
            self.add_text(text);
        }
    }

    fn end_record(&mut self) {
        self.ends.push(self.folded.len());
    }

    /// Which records have a word, by position.
    fn having(&self, word: &Word) -> Vec<bool> {
        let mut start = 0;
        let mut having = Vec::with_capacity(self.ends.len());
        for &end in &self.ends {
            having.push(word.is_in(self.folded.as_bytes().get(start..end).unwrap_or_default()));
            start = end;
        }
        having
    }
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
