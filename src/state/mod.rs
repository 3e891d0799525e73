//! What the visitor chose. An event becomes an [`Action`], and each action gives the next state; what of it can be passed
//! on stands in the page's address.

mod action;
mod link;
mod memory;
mod news;
mod value;

pub use action::{Action, Step};
pub use memory::Memory;
pub use news::News;

pub use crate::settings::ZoneChoice;

use crate::agenda::{Arrangement, Filter};
use crate::feed::{Forum, Person, Session, SessionId};
use crate::locale::CountryCode;
use crate::map::{Region, Treatment};

/// How many sessions more are drawn at a wish for more.
const MORE: usize = 100;

/// What the visitor chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The countries selected on the map, whose delegations and sessions are marked.
    pub countries: Vec<CountryCode>,
    /// Where the keyboard is on the map.
    pub at: Option<CountryCode>,
    /// Which way of taking part is to be seen alone, in the list and on the map.
    pub only: Option<Treatment>,
    /// What is to be seen of the map.
    pub region: Region,
    /// What is to be seen of the programme.
    pub filter: Filter,
    /// The session that is shown with everything.
    pub opened: Option<SessionId>,
    /// Where that is open, among the places of a session that belongs to several groups.
    pub place: usize,
    /// How the programme is laid out.
    pub arrangement: Arrangement,
    /// The clock beside the forum's.
    pub zone: ZoneChoice,
    /// The day that is shown where the days are tabs: its position in the programme.
    pub day: usize,
    /// How many sessions more than at first are drawn of a large programme.
    pub more: usize,
    /// Which sessions the visitor marked, by their positions; empty before it is known. No link has them: they are the
    /// visitor's own.
    pub favorites: Vec<bool>,
    /// Whether these alone are to be seen.
    pub only_favorites: bool,
}

/// What of the screen another state changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing: something is taken along.
    Nothing,
    /// The selected countries, and so all of it.
    Selection,
    /// The session that is open.
    Opened,
    /// Which sessions are found.
    Filter,
    /// The programme in some other way.
    Agenda,
    /// The map in some other way.
    Map,
}

impl State {
    /// Does what an action says, and tells what of the screen that changes.
    pub fn apply(&mut self, action: Action) -> Change {
        match action {
            Action::ToggleCountry(code) => {
                self.countries = if self.countries == [code] { Vec::new() } else { vec![code] };
                Change::Selection
            }
            Action::Only(treatment) => {
                self.only = if self.only == Some(treatment) { None } else { Some(treatment) };
                Change::Map
            }
            Action::Look(region) => {
                self.region = region;
                Change::Map
            }
            Action::ClearSelection if self.countries.is_empty() => Change::Nothing,
            Action::ClearSelection => {
                self.countries.clear();
                Change::Selection
            }
            Action::ToggleSession(id) => self.toggle(id, 0),
            Action::TogglePlace(id, place) => self.toggle(id, place),
            Action::CloseSession => {
                self.opened = None;
                Change::Opened
            }
            Action::Search(query) => {
                self.filter.query = query;
                self.more = 0;
                Change::Filter
            }
            Action::Choose(facet, word) => {
                self.filter.choose(facet, word);
                self.more = 0;
                Change::Filter
            }
            Action::ClearFilter => {
                self.filter = Filter::default();
                self.only_favorites = false;
                self.more = 0;
                Change::Filter
            }
            // It stays where it is until it is asked again what is to be seen: nothing vanishes under the finger, and a slip
            // can be mended.
            Action::ToggleFavorite(id) => {
                if let Some(favorite) = self.favorites.get_mut(id.0 as usize) {
                    *favorite = !*favorite;
                }
                Change::Agenda
            }
            Action::OnlyFavorites => {
                self.only_favorites = !self.only_favorites;
                self.more = 0;
                Change::Filter
            }
            Action::Arrange(arrangement) => {
                self.arrangement = arrangement;
                self.place = 0;
                self.more = 0;
                Change::Agenda
            }
            Action::Zone(zone) => {
                self.zone = zone;
                Change::Agenda
            }
            Action::Day(day) => {
                self.day = day;
                Change::Agenda
            }
            // Where a session stands is known where the programme is.
            Action::ShowSession(_) => Change::Agenda,
            Action::ShowMore => {
                self.more = self.more.saturating_add(MORE);
                Change::Agenda
            }
            // Where a step leads is known where the map is.
            Action::Near(_)
            | Action::SavePicture(_)
            | Action::Walk(..)
            | Action::CopyLink(_)
            | Action::CopyCountry(_)
            | Action::ShowDelegation
            | Action::SaveSession(_)
            | Action::SaveFound
            | Action::SaveAll => Change::Nothing,
        }
    }

    fn toggle(&mut self, id: SessionId, place: usize) -> Change {
        self.opened = (!self.has_opened(id, place)).then_some(id);
        self.place = place;
        Change::Opened
    }

    /// Whether a session is open at one of its places.
    pub fn has_opened(&self, id: SessionId, place: usize) -> bool {
        self.opened == Some(id) && self.place == place
    }

    /// Whether a country is selected.
    pub fn has_selected(&self, code: CountryCode) -> bool {
        self.countries.contains(&code)
    }

    /// Whether a session is a favourite.
    pub fn has_favorite(&self, id: SessionId) -> bool {
        self.favorites.get(id.0 as usize) == Some(&true)
    }

    /// Which sessions are to be seen, by position, of those that the filter lets through; nothing where all are.
    pub fn shown(&self, found: Option<Vec<bool>>) -> Option<Vec<bool>> {
        if !self.only_favorites {
            return found;
        }
        let mut shown = self.favorites.clone();
        if let Some(found) = found {
            for (shown, found) in shown.iter_mut().zip(found) {
                *shown &= found;
            }
        }
        Some(shown)
    }

    /// Whether a session belongs to a selected country: it speaks there, or one of its people does.
    pub fn marks_session(&self, forum: &Forum, session: &Session) -> bool {
        let mut people = session.people.iter().filter_map(|appearance| forum.person(appearance.person));
        session.countries.iter().any(|code| self.has_selected(*code))
            || people.any(|person| self.marks_person(person))
    }

    /// Whether a person belongs to the delegation of a selected country.
    pub fn marks_person(&self, person: &Person) -> bool {
        person.country.is_some_and(|code| self.has_selected(code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::Facet;

    impl State {
        fn after(&self, action: Action) -> State {
            let mut next = self.clone();
            next.apply(action);
            next
        }
    }

    #[test]
    fn a_country_is_selected_alone_and_its_second_choice_ends_the_selection() {
        let [cr, co] = ["CR", "CO"].map(|code| CountryCode::parse(code).unwrap());
        let start = State { countries: vec![cr, co], ..State::default() };
        let one = start.after(Action::ToggleCountry(co));
        assert_eq!(one.countries, [co]);
        assert!(one.after(Action::ToggleCountry(co)).countries.is_empty());
        assert!(start.after(Action::ClearSelection).countries.is_empty());
    }

    #[test]
    fn a_session_is_opened_alone_and_its_second_choice_closes_it() {
        let [a, b] = [SessionId(0), SessionId(1)];
        let state = State::default().after(Action::ToggleSession(a));
        assert_eq!(state.opened, Some(a));
        assert_eq!(state.after(Action::ToggleSession(b)).opened, Some(b));
        assert_eq!(state.after(Action::ToggleSession(a)).opened, None);
        assert_eq!(state.after(Action::CloseSession).opened, None);
    }

    #[test]
    fn a_session_of_several_groups_is_open_in_one_place() {
        let a = SessionId(0);
        let state = State::default().after(Action::TogglePlace(a, 2));
        assert!(state.has_opened(a, 2) && !state.has_opened(a, 0));
        assert_eq!(state.after(Action::TogglePlace(a, 2)).opened, None);
        assert!(state.after(Action::ToggleSession(a)).has_opened(a, 0));
        // In another arrangement it may have no other places.
        assert!(state.after(Action::Arrange(Arrangement::Topics)).has_opened(a, 0));
    }

    #[test]
    fn an_action_changes_its_own_part_and_the_filter_is_cleared_as_a_whole() {
        let cr = CountryCode::parse("CR");
        let start = State {
            countries: cr.into_iter().collect(),
            opened: Some(SessionId(3)),
            zone: ZoneChoice::Local,
            ..State::default()
        };
        let mut filter = Filter::of_words("redes");
        filter.choose(Facet::Topic, "skills".into());
        filter.choose(Facet::Mode, "online".into());
        let state = [
            Action::Search("redes".into()),
            Action::Choose(Facet::Mode, "online".into()),
            Action::Choose(Facet::Topic, "skills".into()),
            Action::Choose(Facet::Kind, "panel".into()),
            Action::Choose(Facet::Kind, String::new()),
        ]
        .into_iter()
        .fold(start.clone(), |state, action| state.after(action));
        assert_eq!(state, State { filter, ..start.clone() });
        assert_eq!(state.after(Action::ClearFilter), start);
        assert_eq!(start.after(Action::Zone(ZoneChoice::None)), State { zone: ZoneChoice::None, ..start });
    }

    #[test]
    fn favourites_are_marked_and_seen_alone() {
        let star = |id| Action::ToggleFavorite(SessionId(id));
        let start = State { favorites: vec![false; 3], ..State::default() };
        let marked = [2, 0, 1, 1].into_iter().fold(start, |state, id| state.after(star(id)));
        assert_eq!(marked.favorites, [true, false, true]);
        assert!(marked.has_favorite(SessionId(2)) && !marked.has_favorite(SessionId(1)));
        assert_eq!(marked.shown(None), None);
        assert_eq!(marked.shown(Some(vec![false, true, true])), Some(vec![false, true, true]));
        let alone = marked.after(Action::OnlyFavorites);
        assert_eq!(alone.shown(None), Some(vec![true, false, true]));
        assert_eq!(alone.shown(Some(vec![false, true, true])), Some(vec![false, false, true]));
        assert_eq!(marked.after(star(3)), marked, "there is no such session");
        assert_eq!(alone.after(Action::OnlyFavorites), marked);
        assert_eq!(alone.after(Action::ClearFilter), marked);
    }

    #[test]
    fn each_action_tells_what_it_changes() {
        let mut state = State::default();
        for (action, change) in [
            ("clear", Change::Nothing),
            ("country:CR", Change::Selection),
            ("clear", Change::Selection),
            ("open:0", Change::Opened),
            ("open:0.1", Change::Opened),
            ("close", Change::Opened),
            ("more", Change::Agenda),
            ("search:redes", Change::Filter),
            ("clear-filter", Change::Filter),
            ("zone:local", Change::Agenda),
            ("day:0", Change::Agenda),
            ("star:0", Change::Agenda),
            ("favorites", Change::Filter),
            ("by:days", Change::Agenda),
            ("copy:0", Change::Nothing),
            ("calendar:all", Change::Nothing),
        ] {
            let feed = br#"{"version": 1, "sessions": [{"id": "a", "title": "A"}]}"#;
            let forum = crate::feed::read(feed).unwrap().forum;
            let parsed = Action::parse(action, &forum).unwrap();
            assert_eq!(state.apply(parsed), change, "{action}");
            assert!(change != Change::Filter || state.more == 0);
        }
    }
}
