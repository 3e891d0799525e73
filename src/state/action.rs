use super::ZoneChoice;
use super::value;
use crate::feed::{Forum, Mode, SessionId, SessionKind, TopicId};
use crate::locale::{CountryCode, number};

/// What the visitor does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Selects a country alone, or ends the selection when it is the only one.
    ToggleCountry(CountryCode),
    /// Ends the selection.
    ClearSelection,
    /// Opens a session, or closes it when it is open.
    ToggleSession(SessionId),
    /// Closes the session that is open.
    CloseSession,
    /// Looks for words.
    Search(String),
    /// Wants a topic, or all.
    Topic(Option<TopicId>),
    /// Wants the sessions with a country, or with all.
    Country(Option<CountryCode>),
    /// Wants a kind of session, or all.
    Kind(Option<SessionKind>),
    /// Wants a language, or all.
    Language(Option<String>),
    /// Wants a way of taking part, or all.
    Mode(Option<Mode>),
    /// Wants to see all of the programme.
    ClearFilter,
    /// Wants another clock.
    Zone(ZoneChoice),
    /// Wants to see a day, by its position in the programme.
    Day(usize),
    /// Wants to see more of the sessions that are not drawn yet.
    ShowMore,
    /// Copies the address that opens a session.
    CopyLink(SessionId),
    /// Saves a session as a calendar.
    SaveSession(SessionId),
    /// Saves what was found as a calendar.
    SaveFound,
    /// Saves the whole programme as a calendar.
    SaveAll,
}

impl Action {
    /// The action as it stands in the attribute `data-action`; the value behind the colon is empty for "all".
    pub fn written(&self) -> String {
        match self {
            Action::ToggleCountry(code) => joined("country:", code.as_str()),
            Action::ClearSelection => "clear".into(),
            Action::ToggleSession(id) => joined("open:", &number(id.0.into())),
            Action::CloseSession => "close".into(),
            Action::Search(query) => joined("search:", query),
            Action::Topic(topic) => {
                joined("topic:", &topic.map(|id| number(id.0.into())).unwrap_or_default())
            }
            Action::Country(code) => {
                joined("from:", code.as_ref().map(CountryCode::as_str).unwrap_or_default())
            }
            Action::Kind(kind) => joined("kind:", kind.map(SessionKind::as_str).unwrap_or_default()),
            Action::Language(tag) => joined("language:", tag.as_deref().unwrap_or_default()),
            Action::Mode(mode) => joined("mode:", mode.map(Mode::as_str).unwrap_or_default()),
            Action::ClearFilter => "clear-filter".into(),
            Action::Zone(zone) => joined("zone:", value::zone_name(*zone)),
            Action::Day(day) => joined("day:", &number(*day as u64)),
            Action::ShowMore => "more".into(),
            Action::CopyLink(id) => joined("copy:", &number(id.0.into())),
            Action::SaveSession(id) => joined("calendar:", &number(id.0.into())),
            Action::SaveFound => "calendar:found".into(),
            Action::SaveAll => "calendar:all".into(),
        }
    }

    /// The action of such an attribute; nothing for what the forum does not have.
    pub fn parse(text: &str, forum: &Forum) -> Option<Action> {
        let (name, value) = text.split_once(':').unwrap_or((text, ""));
        Some(match name {
            "country" => Action::ToggleCountry(CountryCode::parse(value)?),
            "clear" => Action::ClearSelection,
            "open" => Action::ToggleSession(SessionId(value::position(value, forum.sessions.len())?)),
            "close" => Action::CloseSession,
            "day" => Action::Day(value::position(value, forum.sessions.len())? as usize),
            "more" => Action::ShowMore,
            "copy" => Action::CopyLink(SessionId(value::position(value, forum.sessions.len())?)),
            "calendar" if value == "found" => Action::SaveFound,
            "calendar" if value == "all" => Action::SaveAll,
            "calendar" => Action::SaveSession(SessionId(value::position(value, forum.sessions.len())?)),
            "search" => Action::Search(value.into()),
            "topic" if value.is_empty() => Action::Topic(None),
            "topic" => Action::Topic(Some(TopicId(value::position(value, forum.topics.len())?))),
            "from" if value.is_empty() => Action::Country(None),
            "from" => Action::Country(Some(CountryCode::parse(value)?)),
            "kind" if value.is_empty() => Action::Kind(None),
            "kind" => Action::Kind(Some(value::kind(value)?)),
            "language" if value.is_empty() => Action::Language(None),
            "language" => Action::Language(Some(value::language(value)?)),
            "mode" if value.is_empty() => Action::Mode(None),
            "mode" => Action::Mode(Some(value::mode(value)?)),
            "clear-filter" => Action::ClearFilter,
            "zone" => Action::Zone(value::zone(value)?),
            _ => return None,
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
        let feed = br#"{"version": 1, "topics": [{"id": "t", "name": "T"}, {"id": "u", "name": "U"}],
            "sessions": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]}"#;
        read(feed).unwrap().forum
    }

    #[test]
    fn actions_survive_the_way_through_an_attribute() {
        let forum = forum();
        let code = CountryCode::parse("cr").unwrap();
        for (action, written) in [
            (Action::ToggleCountry(code), "country:CR"),
            (Action::ClearSelection, "clear"),
            (Action::ToggleSession(SessionId(1)), "open:1"),
            (Action::CloseSession, "close"),
            (Action::Search("a: ñ".into()), "search:a: ñ"),
            (Action::Search(String::new()), "search:"),
            (Action::Topic(Some(TopicId(0))), "topic:0"),
            (Action::Topic(None), "topic:"),
            (Action::Country(Some(code)), "from:CR"),
            (Action::Country(None), "from:"),
            (Action::Kind(Some(SessionKind::Panel)), "kind:panel"),
            (Action::Kind(None), "kind:"),
            (Action::Language(Some("pt-BR".into())), "language:pt-BR"),
            (Action::Language(None), "language:"),
            (Action::Mode(Some(Mode::Online)), "mode:online"),
            (Action::Mode(None), "mode:"),
            (Action::ClearFilter, "clear-filter"),
            (Action::Zone(ZoneChoice::Event), "zone:event"),
            (Action::Zone(ZoneChoice::Local), "zone:local"),
            (Action::Zone(ZoneChoice::Named(Zone::named("America/Bogota").unwrap())), "zone:America/Bogota"),
        ] {
            assert_eq!(action.written(), written);
            assert_eq!(Action::parse(written, &forum), Some(action), "{written}");
        }
    }

    #[test]
    fn what_is_no_action_or_not_in_the_forum_does_nothing() {
        let forum = forum();
        for junk in [
            "",
            ":",
            "country:",
            "country:CRI",
            "select",
            "open:",
            "open:2",
            "open:-1",
            "open:+1",
            "open:1 ",
            "open:4294967296",
            "open:99999999999999999999",
            "topic:2",
            "topic:t",
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
