//! What of the state is passed on with the page's address: `#forum=opening&search=redes&topic=skills`. Behind the session
//! that is open, it is the actions that lead from the programme as a whole to what is shown of it.

use super::{Action, State, ZoneChoice};
use crate::agenda::{Arrangement, Facet, Filter, days, is_long};
use crate::feed::{Forum, SessionId};
use crate::locale::{CountryCode, percent_decoded, percent_encoded, pieces, split_at_byte};
use crate::map::{Region, Treatment};
use crate::time::Date;

impl State {
    /// The state as the fragment of an address, without its `#`: `forum=` with the id of the open session, or else
    /// `country:` and the selected country, then what else is not as at first. Where the days are tabs, it names the one that is shown.
    pub fn link(&self, forum: &Forum) -> String {
        let session = self.opened.and_then(|id| forum.session(id));
        let mut fragment = String::new();
        push(&mut fragment, "forum", session.map_or("", |session| &session.id.0));
        if let [code] = self.countries.as_slice() {
            fragment.push_str(if session.is_some() { "&country=" } else { "country:" });
            fragment.push_str(code.as_str());
        }
        let day = self.day_in_tabs(forum).map(Date::to_iso).unwrap_or_default();
        let mut add = |name, value: &str| {
            if !value.is_empty() {
                push(&mut fragment, name, value);
            }
        };
        add("search", &self.filter.query);
        for facet in Facet::ALL {
            add(facet.name(), self.filter.chosen(facet));
        }
        if self.arrangement != Arrangement::default() {
            add("by", self.arrangement.name());
        }
        add("day", &day);
        add("only", self.only.map_or("", Treatment::name));
        if self.region != Region::All {
            add("region", self.region.name());
        }
        if self.zone != ZoneChoice::default() {
            add("zone", self.zone.name());
        }
        fragment
    }

    /// The day whose tab is chosen, where the days are tabs and no open session tells.
    fn day_in_tabs(&self, forum: &Forum) -> Option<Date> {
        let grouped = self.arrangement.facet().is_some();
        if grouped || self.opened.is_some() || !self.filter.is_empty() || !is_long(forum) {
            return None;
        }
        days(forum).get(self.day)?.date
    }

    /// The state to which the fragment of an address leads, with its `#` or without; nothing for one of the page's own, which
    /// does not begin with `forum=`. What the programme does not have is left out; the selection on the map stays, and so do the
    /// day and the clock, where none is named.
    pub fn at(&self, fragment: &str, forum: &Forum) -> Option<State> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if !fragment.starts_with("forum=") {
            return None;
        }
        let mut next = State {
            filter: Filter::default(),
            opened: None,
            place: 0,
            arrangement: Arrangement::default(),
            only_favorites: false,
            region: Region::All,
            only: None,
            ..self.clone()
        };
        for pair in pieces(fragment, b'&') {
            let (name, value) = split_at_byte(pair, b'=').unwrap_or((pair, ""));
            let value = percent_decoded(value);
            match name {
                "forum" => {
                    let position = forum.sessions.iter().position(|session| session.id.0 == value);
                    next.opened = position.and_then(|position| u32::try_from(position).ok()).map(SessionId);
                    if let (Some(code), None) = (value.strip_prefix("country:"), position) {
                        next.select(code, forum);
                    }
                }
                "country" => next.select(&value, forum),
                "day" => {
                    let named = |date| days(forum).iter().position(|day| day.date == Some(date));
                    next.day = Date::parse(&value).and_then(named).unwrap_or(next.day);
                }
                _ => match Action::of(name, &value, forum) {
                    // It would leave nothing to be seen, and nothing to end it by.
                    Some(Action::Only(only))
                        if forum.countries.iter().all(|own| Treatment::of(own) != only) => {}
                    Some(
                        action @ (Action::Search(_)
                        | Action::Choose(..)
                        | Action::Arrange(_)
                        | Action::Zone(_)
                        | Action::Look(_)
                        | Action::Only(_)),
                    ) => {
                        next.apply(action);
                    }
                    _ => {}
                },
            }
        }
        Some(next)
    }

    fn select(&mut self, code: &str, forum: &Forum) {
        let Some(code) = CountryCode::parse(code) else { return };
        let selected = State { countries: vec![code], ..State::default() };
        // It may also be of a session, or of a person, alone.
        let known = forum.countries.iter().any(|country| country.code == code)
            || forum.sessions.iter().any(|session| selected.marks_session(forum, session))
            || forum.people.iter().any(|person| selected.marks_person(person));
        if known {
            self.countries = selected.countries;
        }
    }
}

fn push(fragment: &mut String, name: &str, value: &str) {
    if !fragment.is_empty() {
        fragment.push('&');
    }
    fragment.push_str(name);
    fragment.push('=');
    fragment.push_str(&percent_encoded(value));
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
                {"id": "a", "title": "A", "kind": "panel", "people": [{"person": "p"}],
                 "languages": {"spoken": ["es"]}, "topics": ["t"]},
                {"id": "a b&c=d%e+f#/?😀", "title": "B", "topics": ["redes & 5G = ñ%20"]},
                {"id": "%41", "title": "C", "start": "2027-03-17T09:00:00Z", "room": "A", "countries": ["KR"]},
                {"id": "forum=", "title": "D", "start": "2027-03-17T09:00:00Z", "room": "B"}, {"id": "'", "title": "E"}
            ]}"#;
        read_feed(feed.as_bytes()).unwrap().forum
    }

    fn filter<const N: usize>(query: &str, choices: [(Facet, &str); N]) -> Filter {
        let mut filter = Filter::of_words(query);
        for (facet, word) in choices {
            filter.choose(facet, word.into());
        }
        filter
    }

    const ODD: &str = "redes & 5G = ñ%20";

    #[test]
    fn a_state_is_written_as_the_fragment_of_an_address() {
        let forum = forum();
        assert_eq!(State::default().link(&forum), "forum=");
        let bogota = Zone::named("America/Bogota").map(ZoneChoice::Named).unwrap();
        let choices = [
            (Facet::Topic, ODD),
            (Facet::Country, "CR"),
            (Facet::Kind, "panel"),
            (Facet::Language, "es"),
            (Facet::Mode, "online"),
        ];
        let filter = filter("año & \"=+%\" 한", choices);
        let arrangement = Arrangement::Topics;
        let state =
            State { opened: Some(SessionId(1)), filter, arrangement, zone: bogota, ..State::default() };
        let expected = "forum=a%20b%26c%3Dd%25e%2Bf%23%2F%3F%F0%9F%98%80\
            &search=a%C3%B1o%20%26%20%22%3D%2B%25%22%20%ED%95%9C\
            &topic=redes%20%26%205G%20%3D%20%C3%B1%2520&from=CR&kind=panel&language=es&mode=online\
            &by=topics&zone=America%2FBogota";
        assert_eq!(state.link(&forum), expected);
    }

    #[test]
    fn a_state_survives_the_way_through_a_link() {
        let forum = forum();
        let havana = Zone::named("America/Havana").map(ZoneChoice::Named).unwrap();
        let sessions = (0..5).map(SessionId).map(Some).chain([None]);
        for opened in sessions {
            for topic in ["", "t", ODD] {
                for query in ["", " ", "a+b", "100%", "%C3", "&zone=local", "#=", "👩\u{200d}💻", "ñ ñ"]
                {
                    for zone in [ZoneChoice::None, ZoneChoice::Local, havana] {
                        for arrangement in [Arrangement::Days, Arrangement::Rooms, Arrangement::Countries] {
                            let filter = filter(query, [(Facet::Topic, topic), (Facet::Mode, "online")]);
                            let state = State { filter, opened, arrangement, zone, ..State::default() };
                            let link = state.link(&forum);
                            for link in [["#", &link].concat(), link] {
                                assert_eq!(
                                    State::default().at(&link, &forum).as_ref(),
                                    Some(&state),
                                    "{link}"
                                );
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_link_says_what_the_programme_has() {
        let forum = forum();
        for (fragment, opened, filter) in [
            ("forum=&star=0&favorites", None, filter("", [])),
            ("forum=", None, filter("", [])),
            ("#forum=a", Some(0), filter("", [])),
            ("forum=A", None, filter("", [])),
            ("forum=zz&topic=zz&from=BR&kind=opening&language=pt&mode=in-person", None, filter("", [])),
            ("forum=&from=C&kind=&language=&mode=by-post&zone=Mars&other=1&&=&x", None, filter("", [])),
            ("forum=&open=1&country=BR&copy=0&clear&more&close", None, filter("", [])),
            ("forum=a&search=a+b", Some(0), filter("a+b", [])),
            ("forum=&search=%", None, filter("%", [])),
            ("forum=&search=%zz%C3", None, filter("%zz%C3", [])),
            ("forum=&search=%F0%9F%98%80==", None, filter("😀==", [])),
            ("forum=&by=hours&by=&by=Rooms", None, filter("", [])),
            ("forum=&from=CR", None, filter("", [(Facet::Country, "CR")])),
        ] {
            let expected = State { opened: opened.map(SessionId), filter, ..State::default() };
            assert_eq!(State::default().at(fragment, &forum), Some(expected), "{fragment}");
        }
    }

    #[test]
    fn a_link_leads_to_a_country() {
        let feed = r#"{"version": 1, "countries": [{"code": "CR"}, {"code": "CO"}], "sessions": [{"id": "country:CO", "title": "S"}]}"#;
        let forum = read_feed(feed.as_bytes()).unwrap().forum;
        let [costa_rica, colombia] = ["CR", "CO"].map(|code| CountryCode::parse(code).unwrap());
        let state = State { countries: vec![costa_rica], region: Region::North, ..State::default() };
        assert_eq!(state.link(&forum), "forum=country:CR&region=north");
        for link in ["#forum=country:CR&region=north", "forum=country%3Acr&region=north"] {
            assert_eq!(
                State { countries: vec![colombia], ..State::default() }.at(link, &forum),
                Some(state.clone())
            );
        }
        // The programme has a session of that name, and no such country.
        assert_eq!(
            State::default().at("forum=country:CO", &forum).map(|state| state.opened),
            Some(Some(SessionId(0)))
        );
        for link in ["forum=country:BR", "forum=country:", "forum=country:CRI"] {
            assert_eq!(State::default().at(link, &forum), Some(State::default()));
        }
    }

    #[test]
    fn a_link_leads_to_a_country_that_only_a_session_or_a_person_names() {
        for code in ["KR", "CR"] {
            let after = State::default().at(&["forum=country:", code].concat(), &forum()).unwrap();
            assert_eq!(after.countries, [CountryCode::parse(code).unwrap()]);
        }
    }

    #[test]
    fn a_link_has_what_is_shown_of_the_countries_beside_an_open_session() {
        let feed = r#"{"version": 1, "countries": [{"code": "CR", "participation": [{"mode": "online"}]}, {"code": "KR", "host": true}],
            "sessions": [{"id": "s", "title": "S"}]}"#;
        let forum = read_feed(feed.as_bytes()).unwrap().forum;
        let state = State {
            opened: Some(SessionId(0)),
            countries: CountryCode::parse("CR").into_iter().collect(),
            only: Some(Treatment::Online),
            ..State::default()
        };
        assert_eq!(state.link(&forum), "forum=s&country=CR&only=online");
        let other = State {
            countries: CountryCode::parse("KR").into_iter().collect(),
            only: Some(Treatment::Host),
            ..State::default()
        };
        assert_eq!(other.at("forum=s&country=CR&only=online", &forum), Some(state));
        // What nobody does would leave nothing.
        for link in ["forum=&only=in-person", "forum=&only=by-post", "forum=&country=BR", "forum=&country="] {
            assert_eq!(other.at(link, &forum), Some(State { only: None, ..other.clone() }), "{link}");
        }
    }

    #[test]
    fn a_link_names_the_day_whose_tab_is_chosen() {
        let sessions = |count: u8| {
            let session = |number| {
                let day = if number % 2 == 0 { "17" } else { "18" };
                format!(r#"{{"id": "{number}", "title": "S", "date": "2021-03-{day}"}}"#)
            };
            let list: Vec<_> = (0..count).map(session).collect();
            let feed = format!(r#"{{"version": 1, "sessions": [{}]}}"#, list.join(","));
            read_feed(feed.as_bytes()).unwrap().forum
        };
        let (short, long) = (sessions(30), sessions(31));
        let second = State { day: 1, ..State::default() };
        assert_eq!(second.link(&short), "forum=");
        assert_eq!(second.link(&long), "forum=&day=2021-03-18");
        assert_eq!(State::default().link(&long), "forum=&day=2021-03-17");
        assert_eq!(State::default().at("forum=&day=2021-03-18", &long), Some(second.clone()));
        for link in ["forum=", "forum=&day=2021-03-19", "forum=&day=1", "forum=&day="] {
            assert_eq!(second.at(link, &long), Some(second.clone()), "{link}");
        }
        // The session tells, or the days are no tabs.
        let open = State { opened: Some(SessionId(0)), ..second.clone() };
        assert_eq!(open.link(&long), "forum=0");
        let found = State { filter: filter("x", []), ..second.clone() };
        assert_eq!(found.link(&long), "forum=&search=x");
        let in_groups = State { arrangement: Arrangement::Topics, ..second.clone() };
        assert_eq!(in_groups.link(&long), "forum=&by=topics");
        let in_rooms = State { arrangement: Arrangement::Rooms, ..second };
        assert_eq!(in_rooms.link(&long), "forum=&by=rooms&day=2021-03-18");
    }

    #[test]
    fn favourites_are_in_no_link_and_stay_when_one_is_followed() {
        let forum = forum();
        let state = State { favorites: vec![true], only_favorites: true, ..State::default() };
        assert_eq!(state.link(&forum), "forum=");
        let after = state.at("forum=", &forum).unwrap();
        assert_eq!((after.favorites, after.only_favorites), (vec![true], false));
    }

    #[test]
    fn a_link_that_names_no_arrangement_leads_to_the_days() {
        let state = State { arrangement: Arrangement::Topics, place: 2, ..State::default() };
        assert_eq!(state.at("forum=", &forum()), Some(State::default()));
    }

    #[test]
    fn the_pages_own_fragments_are_left_alone() {
        for fragment in ["", "#", "#top", "#forum", "#Forum=a", "##forum=a", "#search=a&forum=a", "forums=a"]
        {
            assert_eq!(State::default().at(fragment, &forum()), None, "{fragment}");
        }
    }

    #[test]
    fn a_link_leaves_the_selection_and_the_clock_that_it_does_not_name() {
        let forum = forum();
        let countries = CountryCode::parse("CR").into_iter().collect();
        let state = State { countries, zone: ZoneChoice::None, ..State::default() };
        assert_eq!(state.at("forum=", &forum), Some(state.clone()));
        let at = |zone, link| State { zone, ..State::default() }.at(link, &forum).map(|state| state.zone);
        assert_eq!(State::default().zone, ZoneChoice::Local);
        for zone in [ZoneChoice::Local, ZoneChoice::None] {
            assert_eq!(at(zone, "forum="), Some(zone));
            assert_eq!(at(zone, "forum=&zone=Mars"), Some(zone));
            assert_eq!(at(zone, "forum=&zone=none"), Some(ZoneChoice::None));
            assert_eq!(at(zone, "forum=&zone=local"), Some(ZoneChoice::Local));
        }
    }
}
