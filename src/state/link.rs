//! What of the state is passed on with the page's address: `#forum=opening&q=redes&topic=skills`.

use super::value;
use super::{State, ZoneChoice};
use crate::agenda::Filter;
use crate::feed::{Forum, Mode, SessionId, SessionKind, TopicId};
use crate::locale::{CountryCode, percent_decoded, percent_encoded};

/// What a link says of the state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// The session that is open.
    pub opened: Option<SessionId>,
    /// What is to be seen of the programme.
    pub filter: Filter,
    /// The clock, where the link names one.
    pub zone: Option<ZoneChoice>,
}

/// The state as the fragment of an address, without its `#`: `forum=` with the id of the open session, then what else is
/// set. The selection on the map is not in it.
pub fn written(state: &State, forum: &Forum) -> String {
    let filter = &state.filter;
    let session = state.opened.and_then(|id| forum.session(id));
    let topic = filter.topic.and_then(|id| forum.topic(id));
    let zone = state.zone;
    let mut fragment = String::from("forum=");
    fragment.push_str(&percent_encoded(session.map_or("", |session| session.id.0.as_str())));
    for (name, value) in [
        ("&q=", filter.query.as_str()),
        ("&topic=", topic.map_or("", |topic| topic.id.0.as_str())),
        ("&country=", filter.country.as_ref().map_or("", CountryCode::as_str)),
        ("&kind=", filter.kind.map_or("", SessionKind::as_str)),
        ("&language=", filter.language.as_deref().unwrap_or_default()),
        ("&mode=", filter.mode.map_or("", Mode::as_str)),
        ("&zone=", if zone == ZoneChoice::default() { "" } else { value::zone_name(zone) }),
    ] {
        if !value.is_empty() {
            fragment.push_str(name);
            fragment.push_str(&percent_encoded(value));
        }
    }
    fragment
}

/// What the fragment of an address says, with its `#` or without; nothing for one of the page's own, which does not begin
/// with `forum=`. What the programme does not have is left out.
pub fn read(fragment: &str, forum: &Forum) -> Option<Linked> {
    let mut rest = fragment.strip_prefix('#').unwrap_or(fragment);
    if !rest.starts_with("forum=") {
        return None;
    }
    let mut linked = Linked::default();
    while !rest.is_empty() {
        let (pair, behind) = rest.split_once('&').unwrap_or((rest, ""));
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        linked.take(name, &percent_decoded(value), forum);
        rest = behind;
    }
    Some(linked)
}

impl Linked {
    fn take(&mut self, name: &str, value: &str, forum: &Forum) {
        let alone = Filter::default();
        match name {
            "forum" => {
                let mut ids = (0..).map(SessionId).zip(&forum.sessions);
                self.opened = ids.find(|(_, session)| session.id.0 == value).map(|(id, _)| id);
            }
            "q" => self.filter.query = value.into(),
            "topic" => {
                let mut ids = (0..).map(TopicId).zip(&forum.topics);
                self.filter.topic = ids.find(|(_, topic)| topic.id.0 == value).map(|(id, _)| id);
            }
            "country" => {
                let alone = Filter { country: CountryCode::parse(value), ..alone };
                self.filter.country = in_programme(alone, forum).country;
            }
            "kind" => {
                let alone = Filter { kind: value::kind(value), ..alone };
                self.filter.kind = in_programme(alone, forum).kind;
            }
            "language" => {
                let alone = Filter { language: value::language(value), ..alone };
                self.filter.language = in_programme(alone, forum).language;
            }
            "mode" => {
                let alone = Filter { mode: value::mode(value), ..alone };
                self.filter.mode = in_programme(alone, forum).mode;
            }
            "zone" => self.zone = value::zone(value),
            _ => {}
        }
    }
}

/// A choice, if there is a session that has it: any other would hide the programme, and could not be seen in its menu.
fn in_programme(alone: Filter, forum: &Forum) -> Filter {
    let known = forum.sessions.iter().any(|session| alone.keeps(forum, session));
    if known { alone } else { Filter::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read as read_feed;
    use crate::time::Zone;

    fn forum() -> Forum {
        let feed = r#"{"version": 1,
            "topics": [{"id": "t", "name": "T"}, {"id": "redes & 5G = ñ%20", "name": "U"}],
            "people": [{"id": "p", "name": "P", "country": "CR", "mode": "online"}],
            "sessions": [
                {"id": "a", "title": "A", "kind": "panel", "people": [{"person": "p"}], "languages": {"spoken": ["es"]}},
                {"id": "a b&c=d%e+f#/?😀", "title": "B"},
                {"id": "%41", "title": "C"}, {"id": "forum=", "title": "D"}, {"id": "'", "title": "E"}
            ]}"#;
        read_feed(feed.as_bytes()).unwrap().forum
    }

    fn full() -> Filter {
        Filter {
            query: "año & \"=+%\" 한".into(),
            topic: Some(TopicId(1)),
            country: CountryCode::parse("CR"),
            kind: Some(SessionKind::Panel),
            language: Some("es".into()),
            mode: Some(Mode::Online),
        }
    }

    #[test]
    fn a_state_is_written_as_the_fragment_of_an_address() {
        let forum = forum();
        assert_eq!(written(&State::default(), &forum), "forum=");
        let bogota = Zone::named("America/Bogota").map(ZoneChoice::Named).unwrap();
        let state = State { opened: Some(SessionId(1)), filter: full(), zone: bogota, ..State::default() };
        let expected = "forum=a%20b%26c%3Dd%25e%2Bf%23%2F%3F%F0%9F%98%80&q=a%C3%B1o%20%26%20%22%3D%2B%25%22%20%ED%95%9C\
            &topic=redes%20%26%205G%20%3D%20%C3%B1%2520&country=CR&kind=panel&language=es&mode=online\
            &zone=America%2FBogota";
        assert_eq!(written(&state, &forum), expected);
    }

    #[test]
    fn a_state_survives_the_way_through_a_link() {
        let forum = forum();
        let havana = Zone::named("America/Havana").map(ZoneChoice::Named).unwrap();
        let sessions = (0..5).map(SessionId).map(Some).chain([None]);
        for opened in sessions {
            for topic in [None, Some(TopicId(0)), Some(TopicId(1))] {
                for query in ["", " ", "a+b", "100%", "%C3", "&zone=local", "#=", "👩\u{200d}💻", "ñ ñ"]
                {
                    for zone in [ZoneChoice::Event, ZoneChoice::Local, havana] {
                        let filter = Filter { topic, query: query.into(), ..full() };
                        let state = State { filter, opened, zone, ..State::default() };
                        let link = written(&state, &forum);
                        for link in [["#", &link].concat(), link] {
                            let linked = read(&link, &forum).unwrap();
                            assert_eq!(State::default().at(linked), state, "{link}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_link_says_what_the_programme_has() {
        let forum = forum();
        let query = |query: &str| Filter { query: query.into(), ..Filter::default() };
        for (fragment, opened, filter) in [
            ("forum=", None, Filter::default()),
            ("#forum=a", Some(0), Filter::default()),
            ("forum=A", None, Filter::default()),
            ("forum=zz&topic=zz&country=BR&kind=opening&language=pt&mode=in-person", None, Filter::default()),
            ("forum=&country=C&kind=&language=&mode=by-post&zone=Mars&other=1&&=&x", None, Filter::default()),
            ("forum=a&q=a+b", Some(0), query("a+b")),
            ("forum=&q=%", None, query("%")),
            ("forum=&q=%zz%C3", None, query("%zz%C3")),
            ("forum=&q=%F0%9F%98%80==", None, query("😀==")),
            ("forum=&country=cr", None, Filter { country: CountryCode::parse("CR"), ..Filter::default() }),
        ] {
            let expected = Linked { opened: opened.map(SessionId), filter, zone: None };
            assert_eq!(read(fragment, &forum), Some(expected), "{fragment}");
        }
    }

    #[test]
    fn the_pages_own_fragments_are_left_alone() {
        for fragment in ["", "#", "#top", "#forum", "#Forum=a", "##forum=a", "#q=a&forum=a", "forums=a"] {
            assert_eq!(read(fragment, &forum()), None, "{fragment}");
        }
    }

    #[test]
    fn a_link_without_a_clock_leaves_it() {
        let forum = forum();
        let at = |zone, link| State { zone, ..State::default() }.at(read(link, &forum).unwrap()).zone;
        assert_eq!(State::default().zone, ZoneChoice::Local);
        for zone in [ZoneChoice::Local, ZoneChoice::Event] {
            assert_eq!(at(zone, "forum="), zone);
            assert_eq!(at(zone, "forum=&zone=Mars"), zone);
            assert_eq!(at(zone, "forum=&zone=event"), ZoneChoice::Event);
            assert_eq!(at(zone, "forum=&zone=local"), ZoneChoice::Local);
        }
    }
}
