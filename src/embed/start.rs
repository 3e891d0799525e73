//! What a drawing starts with: the topic that the page names, or what the visitor had chosen in the drawing before.

use super::live::Live;
use super::report::Notice;
use crate::agenda::days;
use crate::settings::SettingProblem;
use crate::state::{Action, State};
use crate::time::Date;

impl Live {
    /// What leaves only the topic that the page names; nothing where it names none of the programme.
    pub(super) fn topic(&self) -> Option<Action> {
        Action::parse(&["topic:", self.settings.topic.as_deref()?].concat(), &self.forum)
    }

    /// The settings that name what the feed does not have.
    pub(super) fn missing(&self) -> Vec<Notice> {
        let settings = &self.settings;
        let topic = settings.topic.clone().filter(|_| self.topic().is_none());
        let day = settings.day.filter(|day| days(&self.forum).iter().all(|own| own.date != Some(*day)));
        let mut missing = Vec::new();
        for (name, value) in [("topic", topic), ("day", day.map(Date::to_iso))] {
            if let Some(value) = value {
                missing.push(Notice::of_setting(&SettingProblem::BadValue { name: name.into(), value }));
            }
        }
        missing
    }

    /// The state of another drawing as one of this one, but for what the page has set otherwise since. The feed may be another.
    pub(super) fn state_of(&self, before: &Live) -> Option<State> {
        let (settings, since, was) = (&self.settings, &self.state, &before.state);
        let followed = State::default().at(&was.link(&before.forum), &self.forum)?;
        let same = |day: usize| days(&before.forum).get(day).map(|day| day.date);
        let position =
            same(was.day).and_then(|date| days(&self.forum).iter().position(|day| day.date == date));
        let again = |same: bool| if same { was } else { since };
        Some(State {
            countries: again(settings.countries == before.settings.countries).countries.clone(),
            filter: if settings.topic == before.settings.topic {
                followed.filter
            } else {
                since.filter.clone()
            },
            zone: again(settings.timezone == before.settings.timezone).zone,
            day: position.filter(|_| settings.day == before.settings.day).unwrap_or(since.day),
            at: was.at,
            more: was.more,
            place: was.place,
            only_favorites: was.only_favorites,
            favorites: self.favorites_of(before),
            ..followed
        })
    }

    /// The favourites of another drawing. The browser is asked for them once this one is drawn: seen alone, all of them would be gone
    /// until then.
    fn favorites_of(&self, before: &Live) -> Vec<bool> {
        let mut marked: Vec<&str> = Vec::new();
        for (session, on) in before.forum.sessions.iter().zip(&before.state.favorites) {
            if *on {
                marked.push(session.id.0.as_ref());
            }
        }
        let mut favorites = Vec::new();
        for session in &self.forum.sessions {
            favorites.push(marked.contains(&session.id.0.as_ref()));
        }
        favorites
    }
}
