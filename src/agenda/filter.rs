use super::programme;
use crate::feed::{Forum, Mode, Session, SessionId};
use crate::locale::Language;

/// By what the sessions of a programme can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// One of its topics, by its id.
    Topic,
    /// A country that takes part in it: its own, that of one of its people, or of their organizations.
    Country,
    /// What it is.
    Kind,
    /// A language in which it is spoken, interpreted or signed: one that has a name here, whatever region its tag adds, or else a
    /// BCP 47 tag of the feed, in any case.
    Language,
    /// How one of its people takes part.
    Mode,
}

impl Facet {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Facet; 5] = [Facet::Topic, Facet::Country, Facet::Kind, Facet::Language, Facet::Mode];

    /// Its name in actions and links.
    pub const fn name(self) -> &'static str {
        match self {
            Facet::Topic => "topic",
            Facet::Country => "from",
            Facet::Kind => "kind",
            Facet::Language => "language",
            Facet::Mode => "mode",
        }
    }

    /// The facet of such a name.
    pub fn named(name: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.name() == name)
    }

    /// What a session has of it: the place in the order of the list, then the word of the feed.
    fn of<'a>(self, forum: &'a Forum, session: &'a Session) -> Vec<(u32, &'a str)> {
        let mut words = Vec::new();
        let people = session.people.iter().filter_map(|appearance| forum.person(appearance.person));
        match self {
            Facet::Topic => {
                for id in &session.topics {
                    if let Some(topic) = forum.topic(*id) {
                        words.push((id.0, topic.id.0.as_str()));
                    }
                }
            }
            Facet::Country => {
                for code in &session.countries {
                    words.push((0, code.as_str()));
                }
                for person in people {
                    let organization = person.organization.and_then(|id| forum.organization(id));
                    let own = organization.and_then(|organization| organization.country.as_ref());
                    for code in [person.country.as_ref(), own].into_iter().flatten() {
                        words.push((0, code.as_str()));
                    }
                }
            }
            Facet::Kind => words.push((session.kind as u32, session.kind.as_str())),
            Facet::Language => {
                if let Some(languages) = &session.languages {
                    for list in [&languages.spoken, &languages.interpretation, &languages.signed] {
                        for tag in list {
                            words.push((0, spoken(tag.as_str())));
                        }
                    }
                }
            }
            Facet::Mode => {
                for person in people {
                    if let Some(mode) = person.mode
                        && mode != Mode::Other
                    {
                        words.push((mode as u32, mode.as_str()));
                    }
                }
            }
        }
        words
    }
}

/// The language of a tag, where it has a name: two regions would be two choices of one name.
fn spoken(tag: &str) -> &str {
    Language::of_tag(tag).map_or(tag, |language| language.tag())
}

/// What a visitor wants to see of the programme; nothing set is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that all occur in a session, as they were typed (see [`found`](super::found)).
    pub query: String,
    /// What was chosen, in the order of the facets.
    chosen: Vec<(Facet, String)>,
}

impl Filter {
    /// What has these words.
    #[cfg(test)]
    pub fn of_words(query: &str) -> Filter {
        Filter { query: query.into(), ..Filter::default() }
    }

    /// Whether it leaves out nothing.
    pub fn is_empty(&self) -> bool {
        self.query.trim_ascii().is_empty() && self.has_no_choice()
    }

    /// Whether nothing is chosen but perhaps words.
    pub(super) fn has_no_choice(&self) -> bool {
        self.chosen.is_empty()
    }

    /// What is chosen of a facet; empty for all.
    pub fn chosen(&self, facet: Facet) -> &str {
        self.chosen.iter().find(|(own, _)| *own == facet).map_or("", |(_, word)| word)
    }

    /// Chooses a word of a facet, or all by an empty one.
    pub fn choose(&mut self, facet: Facet, mut word: String) {
        self.chosen.retain(|(own, _)| *own != facet);
        if facet == Facet::Language {
            word = String::from(spoken(&word));
        }
        if !word.is_empty() {
            let place = self.chosen.partition_point(|(own, _)| *own < facet);
            self.chosen.insert(place, (facet, word));
        }
    }

    /// Whether some session has everything that was chosen.
    pub fn keeps_any(&self, forum: &Forum) -> bool {
        forum.sessions.iter().any(|session| self.keeps(forum, session))
    }

    /// Whether a session has everything that was chosen; the words of the query are not looked for.
    pub fn keeps(&self, forum: &Forum, session: &Session) -> bool {
        self.chosen.iter().all(|(facet, wanted)| {
            let in_any_case = *facet == Facet::Language;
            facet
                .of(forum, session)
                .iter()
                .any(|(_, word)| *word == wanted || in_any_case && word.eq_ignore_ascii_case(wanted))
        })
    }
}

/// More than anybody chooses from, and a bound for a feed that is hostile.
const GROUP_LIMIT: usize = 1_000;

/// The words of a facet that sessions really have, each with these sessions in the order of the programme; the words in the
/// order of the feed, of the list of terms or of the alphabet. A single word tells nothing apart, and is left out.
pub fn groups(forum: &Forum, facet: Facet) -> Vec<(&str, Vec<SessionId>)> {
    let mut groups: Vec<((u32, &str), Vec<SessionId>)> = Vec::new();
    for id in programme(forum) {
        let Some(session) = forum.session(id) else { continue };
        for word in facet.of(forum, session) {
            match groups.binary_search_by(|(own, _)| own.cmp(&word)) {
                Ok(place) => {
                    if let Some((_, sessions)) = groups.get_mut(place)
                        && sessions.last() != Some(&id)
                    {
                        sessions.push(id);
                    }
                }
                Err(place) if groups.len() < GROUP_LIMIT => groups.insert(place, (word, vec![id])),
                Err(_) => {}
            }
        }
    }
    let mut named = Vec::new();
    if groups.len() > 1 {
        for ((_, word), sessions) in groups {
            named.push((word, sessions));
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;

    const FEED: &str = r#"{
        "version": 1,
        "organizations": [{"id": "o", "name": "CEPAL", "country": "CL"}],
        "topics": [{"id": "skills", "name": "Skills"}, {"id": "unused", "name": "U"}, {"id": "5g", "name": "5G"}],
        "people": [
            {"id": "p", "name": "P", "country": "CR", "mode": "online"},
            {"id": "q", "name": "Q", "organization": "o", "mode": "in-person"},
            {"id": "r", "name": "R", "mode": "by-post"}
        ],
        "sessions": [
            {"id": "a", "title": "A", "kind": "panel", "topics": ["5g"], "people": [{"person": "p"}],
             "languages": {"spoken": ["es"], "signed": ["csr"]}},
            {"id": "b", "title": "B", "kind": "opening", "topics": ["skills"], "people": [{"person": "q"}],
             "countries": ["KR"], "languages": {"spoken": ["ko"], "interpretation": ["es", "pt-BR"]}},
            {"id": "c", "title": "C", "people": [{"person": "r"}]}
        ]
    }"#;

    /// A filter of one word, or of several of a facet each.
    fn chosen<const N: usize>(choices: [(Facet, &str); N]) -> Filter {
        let mut filter = Filter::default();
        for (facet, word) in choices {
            filter.choose(facet, word.into());
        }
        filter
    }

    #[test]
    fn a_filter_keeps_what_has_everything_that_was_chosen() {
        let forum = read(FEED.as_bytes()).unwrap().forum;
        for (filter, kept) in [
            (chosen([]), "abc"),
            (Filter::of_words("not looked for"), "abc"),
            (chosen([(Facet::Topic, "skills")]), "b"),
            (chosen([(Facet::Topic, "unused")]), ""),
            (chosen([(Facet::Topic, "unknown")]), ""),
            (chosen([(Facet::Country, "CR")]), "a"),
            (chosen([(Facet::Country, "KR")]), "b"),
            (chosen([(Facet::Country, "CL")]), "b"),
            (chosen([(Facet::Country, "BR")]), ""),
            (chosen([(Facet::Kind, "panel")]), "a"),
            (chosen([(Facet::Kind, "session")]), "c"),
            (chosen([(Facet::Language, "es")]), "ab"),
            (chosen([(Facet::Language, "csr")]), "a"),
            (chosen([(Facet::Language, "PT-br")]), "b"),
            (chosen([(Facet::Language, "pt")]), "b"),
            (chosen([(Facet::Language, "ES-cr")]), "ab"),
            (chosen([(Facet::Language, "fr")]), ""),
            (chosen([(Facet::Mode, "online")]), "a"),
            (chosen([(Facet::Mode, "pre-recorded")]), ""),
            (chosen([(Facet::Language, "es"), (Facet::Mode, "in-person")]), "b"),
            (chosen([(Facet::Mode, "online"), (Facet::Mode, "in-person")]), "b"),
            (chosen([(Facet::Mode, "online"), (Facet::Mode, "")]), "abc"),
        ] {
            let sessions = forum.sessions.iter().filter(|session| filter.keeps(&forum, session));
            let found: String = sessions.map(|session| session.id.0.as_str()).collect();
            assert_eq!(found, kept, "{filter:?}");
        }
    }

    #[test]
    fn the_words_are_those_of_the_sessions_and_in_order() {
        let forum = read(FEED.as_bytes()).unwrap().forum;
        for (facet, expected) in [
            (Facet::Topic, &["skills", "5g"][..]),
            (Facet::Country, &["CL", "CR", "KR"]),
            (Facet::Kind, &["opening", "panel", "session"]),
            (Facet::Language, &["csr", "es", "ko", "pt"]),
            (Facet::Mode, &["in-person", "online"]),
        ] {
            let words: Vec<&str> = groups(&forum, facet).into_iter().map(|(word, _)| word).collect();
            assert_eq!(words, expected, "{facet:?}");
        }
    }

    #[test]
    fn a_session_is_once_in_each_of_its_groups_and_these_are_in_the_order_of_the_programme() {
        let feed = br#"{"version": 1, "people": [{"id": "p", "name": "P", "country": "KR"}], "sessions": [
            {"id": "a", "title": "A", "date": "2027-03-18", "countries": ["KR", "CR"]},
            {"id": "b", "title": "B", "date": "2027-03-17", "countries": ["KR"], "people": [{"person": "p"}]},
            {"id": "c", "title": "C"}
        ]}"#;
        let forum = read(feed).unwrap().forum;
        let expected = [("CR", vec![SessionId(0)]), ("KR", vec![SessionId(1), SessionId(0)])];
        assert_eq!(groups(&forum, Facet::Country), expected);
    }

    #[test]
    fn one_group_is_none() {
        let feed = br#"{"version": 1, "sessions": [{"id": "a", "title": "A", "countries": ["CR"],
            "languages": {"spoken": ["es"]}}]}"#;
        let forum = read(feed).unwrap().forum;
        assert!(Facet::ALL.into_iter().all(|facet| groups(&forum, facet).is_empty()));
    }

    #[test]
    fn facets_have_their_names() {
        for facet in Facet::ALL {
            assert_eq!(Facet::named(facet.name()), Some(facet));
        }
        assert_eq!(Facet::named("forum"), None);
    }

    #[test]
    fn spaces_alone_are_no_filter() {
        assert!(Filter::of_words(" \t ").is_empty());
        assert!(!Filter::of_words("a").is_empty());
        assert!(!chosen([(Facet::Mode, "online")]).is_empty());
        assert_eq!(chosen([(Facet::Mode, "online")]).chosen(Facet::Mode), "online");
        assert_eq!(chosen([(Facet::Mode, "online")]).chosen(Facet::Kind), "");
    }
}
