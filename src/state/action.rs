use super::ZoneChoice;
use super::value;
use crate::agenda::{Arrangement, Facet, Filter};
use crate::feed::{Forum, SessionId};
use crate::locale::{CountryCode, number, pieces, split_at_byte};
use crate::map::{Direction, Pointer, Region, Treatment};

/// What the visitor does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Selects a country alone, or ends the selection when it is the only one.
    ToggleCountry(CountryCode),
    /// Goes on from a country on the map.
    Walk(CountryCode, Step),
    /// Points at the map where no country is hit.
    Near(Pointer),
    /// Wants to see the countries alone that take part in a way, or no longer.
    Only(Treatment),
    /// Looks at a region of the map.
    Look(Region),
    /// Saves the map as a picture, in the colours that the loader brings.
    SavePicture(String),
    /// Ends the selection.
    ClearSelection,
    /// Opens a session, or closes it when it is open.
    ToggleSession(SessionId),
    /// Opens a session, or closes it, at another of its places, where it belongs to several groups.
    TogglePlace(SessionId, usize),
    /// Goes to a session.
    ShowSession(SessionId),
    /// Closes the session that is open.
    CloseSession,
    /// Looks for words.
    Search(String),
    /// Wants what has a word of a facet, or all by an empty one.
    Choose(Facet, String),
    /// Wants to see all of the programme.
    ClearFilter,
    /// Wants another arrangement of the programme.
    Arrange(Arrangement),
    /// Wants another clock.
    Zone(ZoneChoice),
    /// Wants to see a day, by its position in the programme.
    Day(usize),
    /// Wants to see more of the sessions that are not drawn yet.
    ShowMore,
    /// Copies the address that opens a session, or else of what is shown.
    CopyLink(Option<SessionId>),
    /// Goes from the selected country's row to its delegation.
    ShowDelegation,
    /// Copies the address that opens a country.
    CopyCountry(CountryCode),
    /// Saves a session as a calendar.
    SaveSession(SessionId),
    /// Saves what was found as a calendar.
    SaveFound,
    /// Saves the whole programme as a calendar.
    SaveAll,
    /// Marks a session as a favourite, or no longer.
    ToggleFavorite(SessionId),
    /// Wants to see the favourites alone, or no longer.
    OnlyFavorites,
}

/// Where a key leads on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the nearest country that way.
    Towards(Direction),
    /// To the first country by name.
    First,
    /// To the last one.
    Last,
    /// To the next whose name begins so.
    Letter(char),
    /// From the map to the country's row in the list.
    Leave,
}

impl Step {
    /// The step of a key, by its name in the browser.
    fn of_key(key: &str) -> Option<Step> {
        Some(match key {
            "ArrowLeft" => Step::Towards(Direction::Left),
            "ArrowUp" => Step::Towards(Direction::Up),
            "ArrowRight" => Step::Towards(Direction::Right),
            "ArrowDown" => Step::Towards(Direction::Down),
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" => Step::Leave,
            _ => {
                let mut letters = key.chars();
                let letter = letters.next()?;
                return letters.next().is_none().then_some(Step::Letter(letter));
            }
        })
    }
}

impl Action {
    /// What opens and closes a session at one of its places, of which most have one.
    pub fn toggle(id: SessionId, place: usize) -> Action {
        if place == 0 { Action::ToggleSession(id) } else { Action::TogglePlace(id, place) }
    }

    /// The action as it stands in the attribute `data-action`; the value behind the colon is empty for "all".
    pub fn written(&self) -> String {
        match self {
            // The key is written where it is known.
            Action::ToggleCountry(code) | Action::Walk(code, _) => joined("country:", code.as_str()),
            // The loader writes the one, `view/map/opened.rs` the other.
            Action::Near(_) | Action::ShowDelegation => String::new(),
            Action::Only(treatment) => joined("only:", treatment.name()),
            Action::Look(region) => joined("region:", region.name()),
            Action::SavePicture(_) => "picture".into(),
            Action::ClearSelection => "clear".into(),
            Action::ToggleSession(id) => joined("open:", &number(id.0.into())),
            Action::TogglePlace(id, place) => {
                ["open:", &number(id.0.into()), ".", &number(*place as u64)].concat()
            }
            Action::ShowSession(id) => joined("show:", &number(id.0.into())),
            Action::CloseSession => "close".into(),
            Action::Search(query) => joined("search:", query),
            Action::Choose(facet, word) => [facet.name(), ":", word].concat(),
            Action::ClearFilter => "clear-filter".into(),
            Action::Arrange(arrangement) => joined("by:", arrangement.name()),
            Action::Zone(zone) => joined("zone:", zone.name()),
            Action::Day(day) => joined("day:", &number(*day as u64)),
            Action::ShowMore => "more".into(),
            Action::CopyLink(id) => joined("copy:", &id.map(|id| number(id.0.into())).unwrap_or_default()),
            Action::CopyCountry(code) => joined("link:", code.as_str()),
            Action::SaveSession(id) => joined("calendar:", &number(id.0.into())),
            Action::SaveFound => "calendar:found".into(),
            Action::SaveAll => "calendar:all".into(),
            Action::ToggleFavorite(id) => joined("star:", &number(id.0.into())),
            Action::OnlyFavorites => "favorites".into(),
        }
    }

    /// The action of such an attribute; nothing for what the forum does not have.
    pub fn parse(text: &str, forum: &Forum) -> Option<Action> {
        let (name, value) = split_at_byte(text, b':').unwrap_or((text, ""));
        Action::of(name, value, forum)
    }

    /// The action of a name, and of the value behind it.
    pub(super) fn of(name: &str, value: &str, forum: &Forum) -> Option<Action> {
        Some(match name {
            "country" => match split_at_byte(value, b':') {
                Some((code, "Enter" | " ")) => Action::ToggleCountry(CountryCode::parse(code)?),
                Some((code, key)) => Action::Walk(CountryCode::parse(code)?, Step::of_key(key)?),
                None => Action::ToggleCountry(CountryCode::parse(value)?),
            },
            "near" => {
                let mut numbers = pieces(value, b',').map(|number| value::position(number, usize::MAX));
                let mut next = || numbers.next().flatten();
                Action::Near(Pointer { x: next()?, y: next()?, width: next()? })
            }
            "only" => Action::Only(Treatment::named(value)?),
            "region" => Action::Look(Region::named(value)?),
            "picture" => Action::SavePicture(value.into()),
            "clear" => Action::ClearSelection,
            "open" => match split_at_byte(value, b'.') {
                Some((id, place)) => Action::TogglePlace(
                    SessionId(value::position(id, forum.sessions.len())?),
                    value::position(place, usize::MAX)? as usize,
                ),
                None => Action::ToggleSession(SessionId(value::position(value, forum.sessions.len())?)),
            },
            "show" => Action::ShowSession(SessionId(value::position(value, forum.sessions.len())?)),
            "close" => Action::CloseSession,
            "day" => Action::Day(value::position(value, forum.sessions.len())? as usize),
            "more" => Action::ShowMore,
            "copy" if value.is_empty() => Action::CopyLink(None),
            "copy" => Action::CopyLink(Some(SessionId(value::position(value, forum.sessions.len())?))),
            "delegation" => Action::ShowDelegation,
            "link" => Action::CopyCountry(CountryCode::parse(value)?),
            "calendar" if value == "found" => Action::SaveFound,
            "calendar" if value == "all" => Action::SaveAll,
            "calendar" => Action::SaveSession(SessionId(value::position(value, forum.sessions.len())?)),
            "star" => Action::ToggleFavorite(SessionId(value::position(value, forum.sessions.len())?)),
            "favorites" => Action::OnlyFavorites,
            "search" => Action::Search(value.into()),
            "clear-filter" => Action::ClearFilter,
            // The menu does not have any other.
            "by" => Action::Arrange(Arrangement::named(value).filter(|own| own.suits(forum))?),
            "zone" => Action::Zone(ZoneChoice::parse(value)?),
            _ => {
                let facet = Facet::named(name)?;
                let mut alone = Filter::default();
                alone.choose(facet, value.into());
                // Any other would hide the programme, and could not be seen in its menu.
                alone.keeps_any(forum).then(|| Action::Choose(facet, value.into()))?
            }
        })
    }
}

fn joined(name: &str, value: &str) -> String {
    [name, value].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;
    use crate::time::Zone;

    fn forum() -> Forum {
        let feed = r#"{"version": 1, "topics": [{"id": "t: ñ", "name": "T"}, {"id": "u", "name": "U"}],
            "people": [{"id": "p", "name": "P", "country": "CR", "mode": "online"}],
            "sessions": [
                {"id": "a", "title": "A", "kind": "panel", "topics": ["t: ñ"], "people": [{"person": "p"}],
                 "languages": {"spoken": ["pt-BR"]}},
                {"id": "b", "title": "B", "topics": ["u"]}
            ]}"#;
        read(feed.as_bytes()).unwrap().forum
    }

    #[test]
    fn actions_survive_the_way_through_an_attribute() {
        let forum = forum();
        let code = CountryCode::parse("cr").unwrap();
        for (action, written) in [
            (Action::ToggleCountry(code), "country:CR"),
            (Action::Only(Treatment::InPerson), "only:in-person"),
            (Action::Look(Region::Caribbean), "region:caribbean"),
            (Action::SavePicture(String::new()), "picture"),
            (Action::ClearSelection, "clear"),
            (Action::ToggleSession(SessionId(1)), "open:1"),
            (Action::TogglePlace(SessionId(1), 12), "open:1.12"),
            (Action::ShowSession(SessionId(1)), "show:1"),
            (Action::CloseSession, "close"),
            (Action::Search("a: ñ".into()), "search:a: ñ"),
            (Action::Search(String::new()), "search:"),
            (Action::Choose(Facet::Topic, "t: ñ".into()), "topic:t: ñ"),
            (Action::Choose(Facet::Topic, String::new()), "topic:"),
            (Action::Choose(Facet::Country, "CR".into()), "from:CR"),
            (Action::Choose(Facet::Kind, "panel".into()), "kind:panel"),
            (Action::Choose(Facet::Language, "pt-BR".into()), "language:pt-BR"),
            (Action::Choose(Facet::Mode, "online".into()), "mode:online"),
            (Action::Choose(Facet::Mode, String::new()), "mode:"),
            (Action::CopyLink(Some(SessionId(1))), "copy:1"),
            (Action::CopyLink(None), "copy:"),
            (Action::CopyCountry(code), "link:CR"),
            (Action::ClearFilter, "clear-filter"),
            (Action::ToggleFavorite(SessionId(1)), "star:1"),
            (Action::OnlyFavorites, "favorites"),
            (Action::Arrange(Arrangement::Days), "by:days"),
            (Action::Arrange(Arrangement::Topics), "by:topics"),
            (Action::Zone(ZoneChoice::None), "zone:none"),
            (Action::Zone(ZoneChoice::Local), "zone:local"),
            (Action::Zone(ZoneChoice::Named(Zone::named("America/Bogota").unwrap())), "zone:America/Bogota"),
        ] {
            assert_eq!(action.written(), written);
            assert_eq!(Action::parse(written, &forum), Some(action), "{written}");
        }
    }

    #[test]
    fn a_key_on_the_map_is_an_action() {
        let forum = forum();
        let code = CountryCode::parse("CR").unwrap();
        for (written, action) in [
            ("country:CR:ArrowLeft", Action::Walk(code, Step::Towards(Direction::Left))),
            ("country:CR:Home", Action::Walk(code, Step::First)),
            ("country:CR:Escape", Action::Walk(code, Step::Leave)),
            ("country:CR:ñ", Action::Walk(code, Step::Letter('ñ'))),
            ("country:CR::", Action::Walk(code, Step::Letter(':'))),
            ("country:CR:Enter", Action::ToggleCountry(code)),
            ("country:CR: ", Action::ToggleCountry(code)),
        ] {
            assert_eq!(Action::parse(written, &forum), Some(action), "{written}");
        }
    }

    #[test]
    fn a_place_on_the_map_is_an_action() {
        let pointer = Pointer { x: 12, y: 0, width: 360 };
        assert_eq!(Action::parse("near:12,0,360", &forum()), Some(Action::Near(pointer)));
    }

    #[test]
    fn the_way_to_the_delegation_is_an_action() {
        assert_eq!(Action::parse("delegation", &forum()), Some(Action::ShowDelegation));
    }

    #[test]
    fn what_is_no_action_or_not_in_the_forum_does_nothing() {
        let forum = forum();
        for junk in [
            "",
            ":",
            "country:",
            "country:CRI",
            "country:CR:",
            "country:CR:F5",
            "country::Home",
            "only:by-post",
            "near:",
            "near:1,2",
            "near:1,-2,360",
            "region:",
            "region:Caribbean",
            "select",
            "open:",
            "open:2",
            "open:-1",
            "open:+1",
            "open:1 ",
            "open:1.",
            "open:2.0",
            "open:1.-1",
            "open:1.1.1",
            "by:",
            "by:Days",
            "by:rooms",
            "by:countries",
            "open:4294967296",
            "open:99999999999999999999",
            "show:2",
            "star:2",
            "star:",
            "topic:0",
            "topic:v",
            "from:CRI",
            "kind:Panel",
            "kind:party",
            "language:e",
            "mode:by-post",
            "zone:",
            "zone:Mars/Base",
        ] {
            assert_eq!(Action::parse(junk, &forum), None, "{junk}");
        }
    }
}
