use crate::feed::{Forum, Mode, Session, SessionKind, TopicId};
use crate::locale::CountryCode;

/// What a visitor wants to see of the programme; nothing set is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that all occur in a session, as they were typed (see [`found`](super::found)).
    pub query: String,
    /// One of its topics.
    pub topic: Option<TopicId>,
    /// A country that takes part in it: its own, that of one of its people, or of their organizations.
    pub country: Option<CountryCode>,
    /// What it is.
    pub kind: Option<SessionKind>,
    /// A language in which it is spoken, interpreted or signed: a BCP 47 tag of the feed, in any case.
    pub language: Option<String>,
    /// How one of its people takes part.
    pub mode: Option<Mode>,
}

impl Filter {
    /// Whether it leaves out nothing.
    pub fn is_empty(&self) -> bool {
        self.query.trim_ascii().is_empty() && self.has_no_choice()
    }

    /// Whether nothing is chosen but perhaps words.
    pub(super) fn has_no_choice(&self) -> bool {
        self.topic.is_none()
            && self.country.is_none()
            && self.kind.is_none()
            && self.language.is_none()
            && self.mode.is_none()
    }

    /// Whether a session has everything that was chosen; the words of the query are not looked for.
    pub fn keeps(&self, forum: &Forum, session: &Session) -> bool {
        self.topic.is_none_or(|topic| session.topics.contains(&topic))
            && self.kind.is_none_or(|kind| session.kind == kind)
            && self.country.is_none_or(|wanted| {
                let mut has = false;
                each_country(forum, session, &mut |code| has |= code == wanted);
                has
            })
            && self.language.as_deref().is_none_or(|wanted| {
                let mut has = false;
                each_language(session, &mut |tag| has |= tag.eq_ignore_ascii_case(wanted));
                has
            })
            && self.mode.is_none_or(|wanted| {
                let mut has = false;
                each_mode(forum, session, &mut |mode| has |= mode == wanted);
                has
            })
    }
}

/// What there is to choose from: what the sessions really have. A list with fewer than two choices is of no use, and
/// left empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Choices<'a> {
    /// In the order of the feed.
    pub topics: Vec<TopicId>,
    /// In the order of their codes.
    pub countries: Vec<CountryCode>,
    /// From the opening to the closing, then the general case.
    pub kinds: Vec<SessionKind>,
    /// Tags as the feed writes them, in the order of the alphabet.
    pub languages: Vec<&'a str>,
    /// Without those that are not known.
    pub modes: Vec<Mode>,
}

/// What of a forum's programme there is to choose from.
pub fn choices(forum: &Forum) -> Choices<'_> {
    let mut choices = Choices::default();
    for session in &forum.sessions {
        for topic in &session.topics {
            add(&mut choices.topics, *topic);
        }
        add(&mut choices.kinds, session.kind);
        each_country(forum, session, &mut |code| add(&mut choices.countries, code));
        each_language(session, &mut |tag| add(&mut choices.languages, tag));
        each_mode(forum, session, &mut |mode| {
            if mode != Mode::Other {
                add(&mut choices.modes, mode);
            }
        });
    }
    clear_single(&mut choices.topics);
    clear_single(&mut choices.countries);
    clear_single(&mut choices.kinds);
    clear_single(&mut choices.languages);
    clear_single(&mut choices.modes);
    choices
}

/// More than anybody chooses from, and a bound for a feed that is hostile.
const CHOICE_LIMIT: usize = 1_000;

/// Puts an item at its place in a sorted list, once.
fn add<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(place) = list.binary_search(&item)
        && list.len() < CHOICE_LIMIT
    {
        list.insert(place, item);
    }
}

fn clear_single<T>(list: &mut Vec<T>) {
    if list.len() < 2 {
        list.clear();
    }
}

fn each_country(forum: &Forum, session: &Session, act: &mut dyn FnMut(CountryCode)) {
    for code in &session.countries {
        act(*code);
    }
    for person in session.people.iter().filter_map(|appearance| forum.person(appearance.person)) {
        let organization = person.organization.and_then(|id| forum.organization(id));
        let codes = [person.country, organization.and_then(|organization| organization.country)];
        for code in codes.into_iter().flatten() {
            act(code);
        }
    }
}

fn each_language<'a>(session: &'a Session, act: &mut dyn FnMut(&'a str)) {
    let Some(languages) = &session.languages else { return };
    for list in [&languages.spoken, &languages.interpretation, &languages.signed] {
        for tag in list {
            act(tag.as_str());
        }
    }
}

fn each_mode(forum: &Forum, session: &Session, act: &mut dyn FnMut(Mode)) {
    for person in session.people.iter().filter_map(|appearance| forum.person(appearance.person)) {
        if let Some(mode) = person.mode {
            act(mode);
        }
    }
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

    fn code(code: &str) -> Option<CountryCode> {
        CountryCode::parse(code)
    }

    #[test]
    fn a_filter_keeps_what_has_everything_that_was_chosen() {
        let forum = read(FEED.as_bytes()).unwrap().forum;
        let all = Filter::default;
        for (filter, kept) in [
            (all(), "abc"),
            (Filter { query: "not looked for".into(), ..all() }, "abc"),
            (Filter { topic: Some(TopicId(0)), ..all() }, "b"),
            (Filter { topic: Some(TopicId(1)), ..all() }, ""),
            (Filter { topic: Some(TopicId(9)), ..all() }, ""),
            (Filter { country: code("CR"), ..all() }, "a"),
            (Filter { country: code("KR"), ..all() }, "b"),
            (Filter { country: code("CL"), ..all() }, "b"),
            (Filter { country: code("BR"), ..all() }, ""),
            (Filter { kind: Some(SessionKind::Panel), ..all() }, "a"),
            (Filter { kind: Some(SessionKind::Session), ..all() }, "c"),
            (Filter { language: Some("es".into()), ..all() }, "ab"),
            (Filter { language: Some("csr".into()), ..all() }, "a"),
            (Filter { language: Some("PT-br".into()), ..all() }, "b"),
            (Filter { language: Some("pt".into()), ..all() }, ""),
            (Filter { mode: Some(Mode::Online), ..all() }, "a"),
            (Filter { mode: Some(Mode::PreRecorded), ..all() }, ""),
            (Filter { language: Some("es".into()), mode: Some(Mode::InPerson), ..all() }, "b"),
        ] {
            let sessions = forum.sessions.iter().filter(|session| filter.keeps(&forum, session));
            let found: String = sessions.map(|session| session.id.0.as_str()).collect();
            assert_eq!(found, kept, "{filter:?}");
        }
    }

    #[test]
    fn only_what_sessions_have_can_be_chosen() {
        let forum = read(FEED.as_bytes()).unwrap().forum;
        let expected = Choices {
            topics: vec![TopicId(0), TopicId(2)],
            countries: [code("CL"), code("CR"), code("KR")].into_iter().flatten().collect(),
            kinds: vec![SessionKind::Opening, SessionKind::Panel, SessionKind::Session],
            languages: vec!["csr", "es", "ko", "pt-BR"],
            modes: vec![Mode::InPerson, Mode::Online],
        };
        assert_eq!(choices(&forum), expected);
    }

    #[test]
    fn one_choice_is_none() {
        let feed = br#"{"version": 1, "sessions": [{"id": "a", "title": "A", "countries": ["CR"],
            "languages": {"spoken": ["es"]}}]}"#;
        assert_eq!(choices(&read(feed).unwrap().forum), Choices::default());
    }

    #[test]
    fn spaces_alone_are_no_filter() {
        assert!(Filter { query: " \t ".into(), ..Filter::default() }.is_empty());
        assert!(!Filter { query: "a".into(), ..Filter::default() }.is_empty());
        assert!(!Filter { mode: Some(Mode::Online), ..Filter::default() }.is_empty());
    }
}
