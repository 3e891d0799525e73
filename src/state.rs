//! What the visitor chose. An event becomes an [`Action`], and each action gives the next state.

use crate::feed::{Forum, Person, Session};
use crate::locale::CountryCode;

/// What the visitor chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The selected countries, whose delegations and sessions are marked.
    pub countries: Vec<CountryCode>,
}

/// What the visitor does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Selects a country alone, or ends the selection when it is the only one.
    ToggleCountry(CountryCode),
    /// Ends the selection.
    ClearSelection,
}

impl Action {
    /// The action as it stands in the attribute `data-action`.
    pub fn written(self) -> String {
        match self {
            Action::ToggleCountry(code) => ["country:", code.as_str()].concat(),
            Action::ClearSelection => "clear".into(),
        }
    }

    /// The action of such an attribute.
    pub fn parse(text: &str) -> Option<Action> {
        match text {
            "clear" => Some(Action::ClearSelection),
            _ => CountryCode::parse(text.strip_prefix("country:")?).map(Action::ToggleCountry),
        }
    }
}

impl State {
    /// The state that an action leads to.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        match action {
            Action::ToggleCountry(code) if self.countries != [code] => State { countries: vec![code] },
            Action::ToggleCountry(_) | Action::ClearSelection => State { countries: Vec::new() },
        }
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

    #[test]
    fn a_country_is_selected_alone_and_its_second_choice_ends_the_selection() {
        let [cr, co] = ["CR", "CO"].map(|code| CountryCode::parse(code).unwrap());
        let start = State { countries: vec![cr, co] };
        let one = start.after(Action::ToggleCountry(co));
        assert_eq!(one.countries, [co]);
        assert!(one.after(Action::ToggleCountry(co)).countries.is_empty());
        assert!(start.after(Action::ClearSelection).countries.is_empty());
    }

    #[test]
    fn actions_survive_the_way_through_an_attribute() {
        let code = CountryCode::parse("cr").unwrap();
        for action in [Action::ToggleCountry(code), Action::ClearSelection] {
            assert_eq!(Action::parse(&action.written()), Some(action));
        }
        for junk in ["", "country:", "country:CRI", "select"] {
            assert_eq!(Action::parse(junk), None, "{junk}");
        }
    }
}
