//! What the visitor chose. An event becomes an [`Action`], and each action gives the next state; what of it can be passed
//! on stands in the page's address.

mod action;
mod link;
mod value;

pub use action::Action;

use crate::agenda::Filter;
use crate::feed::{Forum, Person, Session, SessionId};
use crate::locale::CountryCode;
use crate::time::Zone;

/// How many sessions more are drawn at a wish for more.
const MORE: usize = 100;

/// What the visitor chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The countries selected on the map, whose delegations and sessions are marked.
    pub countries: Vec<CountryCode>,
    /// What is to be seen of the programme.
    pub filter: Filter,
    /// The session that is shown with everything.
    pub opened: Option<SessionId>,
    /// The clock by which hours are told.
    pub zone: ZoneChoice,
    /// The day that is shown where the days are tabs: its position in the programme.
    pub day: usize,
    /// How many sessions more than at first are drawn of a large programme.
    pub more: usize,
}

/// The clock by which hours are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ZoneChoice {
    /// That of the forum.
    #[default]
    Event,
    /// The visitor's own.
    Local,
    /// That of a zone of the table.
    Named(Zone),
}

impl State {
    /// The state that an action leads to.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        let mut next = self.clone();
        match action {
            Action::ToggleCountry(code) => {
                next.countries = if self.countries == [code] { Vec::new() } else { vec![code] };
            }
            Action::ClearSelection => next.countries = Vec::new(),
            Action::ToggleSession(id) => next.opened = (self.opened != Some(id)).then_some(id),
            Action::CloseSession => next.opened = None,
            Action::Search(query) => next.filter.query = query,
            Action::Choose(facet, word) => next.filter.choose(facet, word),
            Action::ClearFilter => next.filter = Filter::default(),
            Action::Zone(zone) => next.zone = zone,
            Action::Day(day) => next.day = day,
            Action::ShowMore => next.more = self.more.saturating_add(MORE),
            // What is taken along changes nothing on the screen.
            Action::CopyLink(_) | Action::SaveSession(_) | Action::SaveFound | Action::SaveAll => {}
        }
        next
    }

    /// Whether a country is selected.
    pub fn has_selected(&self, code: CountryCode) -> bool {
        self.countries.contains(&code)
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
        assert_eq!(start.after(Action::Zone(ZoneChoice::Event)), State { zone: ZoneChoice::Event, ..start });
    }
}
