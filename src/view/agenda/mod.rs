//! The programme with what finds something in it. `complete` adds what only works once the second half of the engine is
//! there, and is only reached from it.

mod actions;
mod choices;
mod controls;
mod details;
mod favorites;
mod groups;
mod programme;
mod rooms;
mod session;
mod tabs;
mod time;

use crate::agenda::{Arrangement, days};
use crate::feed::SessionId;
use crate::state::Action;
use crate::view::context::Context;
use crate::view::node::{Element, element};

pub use choices::{Menu, menus};

const HEADING_ID: &str = "forum-programme";

/// The programme as it is before a visitor does anything with it: by day.
pub fn draw(context: &Context<'_>) -> Element {
    let messages = context.messages();
    element("section.agenda part=panel")
        .with("aria-labelledby", HEADING_ID)
        .child(context.heading(1).class("section-heading").with("id", HEADING_ID).text(messages.programme))
        .maybe(controls::draw(context))
        .child(controls::results(context))
        .child(programme::draw(context))
}

/// The cards that are shown where there is room for all of them, in their order: the session, and the number of its place among
/// the groups that it belongs to.
pub fn cards(context: &Context<'_>) -> Vec<(SessionId, usize)> {
    if let Some(facet) = context.state.arrangement.facet() {
        return groups::cards(context, facet);
    }
    let days = days(context.forum);
    let tabbed = tabs::are_worth_it(context, &days);
    let mut cards = Vec::new();
    for (position, day) in days.iter().enumerate() {
        for id in &day.sessions {
            if (!tabbed || position == context.state.day) && context.is_found(*id) {
                cards.push((*id, 0));
            }
        }
    }
    cards
}

/// Adds to a drawn programme what a visitor may choose, and what the opened session can be taken along by; where another
/// arrangement was chosen, that takes the place of the days.
pub fn complete(context: &Context<'_>, agenda: &mut Element) {
    let arrangement = context.state.arrangement;
    if arrangement != Arrangement::Days
        && let Some(programme) = agenda.find("programme")
    {
        match arrangement.facet() {
            Some(facet) => {
                if let Some(groups) = groups::draw(context, facet) {
                    *programme = groups;
                }
            }
            None => rooms::arrange(context, programme),
        }
    }
    if let Some(place) = agenda.find(choices::FILTERS) {
        choices::add_menus(context, place);
        if place.inside().is_empty()
            && let Some(menu) = agenda.find("menu")
        {
            // It is the first of the menus, and there is nothing to choose.
            *menu = element("details.menu hidden");
        }
    }
    if let Some(place) = agenda.find(controls::RESULTS) {
        if context.settings.favorites {
            place.add(favorites::alone(context));
        }
        // Favourites are the visitor's own: a link would show something else.
        if context.found.is_some() && !context.state.only_favorites {
            place.add(actions::button(&Action::CopyLink(None), context.messages().copy_link));
            // Where the loader says that the address was copied.
            place.add(element("p.said role=status"));
        }
        // It comes and goes with the clock, so it is the last: what stands before it stays as it is.
        choices::add_way_to_now(context, place);
    }
    if let Some(place) = agenda.find(choices::CALENDARS) {
        choices::add_calendars(context, place);
    }
    if let Some(place) = agenda.find(actions::CLASS) {
        actions::add(context, place);
    }
    if context.settings.favorites {
        favorites::add(context, agenda);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::{Forum, read};
    use crate::html::print;
    use crate::locale::{Language, Messages};
    use crate::map::Geometry;
    use crate::settings::Settings;
    use crate::state::State;
    use crate::time::Zone;
    use crate::view::Visitor;

    /// Sessions that are on two days in turn.
    fn forum(count: u8) -> Forum {
        let session =
            |number| format!(r#"{{"id": "{number}", "title": "S", "date": "2027-03-{}"}}"#, 17 + number % 2);
        let sessions: Vec<_> = (0..count).map(session).collect();
        let feed = format!(r#"{{"version": 1, "sessions": [{}]}}"#, sessions.join(","));
        read(feed.as_bytes()).unwrap().forum
    }

    #[track_caller]
    fn check(count: u8, found: Option<&[bool]>, expected: &[u32]) {
        let (forum, state) = (forum(count), State { day: 1, ..State::default() });
        let (settings, geometry) = (Settings::default(), Geometry::default());
        let context = Context { found, ..Context::new(&forum, &settings, Language::Es, &state, &geometry) };
        let cards: Vec<u32> = cards(&context).into_iter().map(|(id, _)| id.0).collect();
        assert_eq!(cards, expected);
    }

    /// The programme with all that a visitor may choose, in Spanish, with the visitor in San José.
    fn printed(feed: &str, state: &State) -> String {
        let forum = read(feed.as_bytes()).unwrap().forum;
        let (settings, geometry) = (Settings::default(), Geometry::default());
        let context = Context::new(&forum, &settings, Language::Es, state, &geometry);
        let visitor = Visitor { zone: Zone::named("America/Costa_Rica"), ..context.visitor };
        let context = Context { visitor, ..context };
        let mut agenda = draw(&context);
        complete(&context, &mut agenda);
        print(&agenda)
    }

    #[test]
    fn hours_that_were_never_published_are_none_to_come() {
        let feed = r#"{"version": 1, "forum": {"status": "ended"}, "topics": [{"id": "t", "name": "T"}, {"id": "u", "name": "U"}],
            "sessions": [{"id": "a", "title": "A", "date": "2021-03-17", "topics": ["t"]},
                {"id": "b", "title": "B", "date": "2021-03-17", "topics": ["u"] START}]}"#;
        let by = |arrangement| State { arrangement, ..State::default() };
        let none = Messages::of(Language::Es).hours_not_published;
        for (start, arrangement, expected) in [
            ("", Arrangement::Days, 1),
            ("", Arrangement::Topics, 1),
            (r#", "start": "2021-03-17T09:00Z""#, Arrangement::Days, 1),
            (r#", "start": "2021-03-17T09:00Z""#, Arrangement::Topics, 1),
        ] {
            let html = printed(&feed.replace("START", start), &by(arrangement));
            assert_eq!(html.matches(none).count(), expected, "{html}");
            assert!(!html.contains(Messages::of(Language::Es).time_to_be_announced), "{html}");
        }
    }

    #[test]
    fn days_are_told_from_that_under_which_a_session_stands() {
        let feed = r#"{"version": 1, "forum": {"timeZone": "Asia/Seoul"}, "sessions": [
            {"id": "a", "title": "A", "date": "2021-03-17", "start": "2021-03-18T00:30:00+09:00"},
            {"id": "b", "title": "B", "status": "postponed", "previousStart": "2021-03-17T10:00:00+09:00"}]}"#;
        let html = printed(feed, &State::default());
        assert!(html.contains(">00:30 del día siguiente<") && html.contains(">09:30, San José<"), "{html}");
        assert!(html.contains("<s>miércoles 17 de marzo, 10:00</s>"), "{html}");
    }

    #[test]
    fn what_has_no_day_is_in_no_calendar() {
        let feed = r#"{"version": 1, "sessions": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"},
            {"id": "c", "title": "C"}, {"id": "d", "title": "D" DATE}]}"#;
        let all = Action::SaveAll.written();
        assert!(!printed(&feed.replace("DATE", ""), &State::default()).contains(&*all));
        assert!(
            printed(&feed.replace("DATE", r#", "date": "2021-03-17""#), &State::default()).contains(&*all)
        );
    }

    #[test]
    fn a_title_in_another_language_says_so() {
        let feed = r#"{"version": 1, "sessions": [{"id": "a", "title": "A", "links": [
            {"url": "https://example.org/a", "kind": "slides", "language": "en", "title": {"en": "The slides"}},
            {"url": "https://example.org/b", "kind": "slides"}]}]}"#;
        let html = printed(feed, &State::default());
        assert!(html.contains("><span lang=\"en\">The slides</span> (inglés)</a>"), "{html}");
    }

    #[test]
    fn the_cards_are_those_of_the_day_whose_tab_is_chosen() {
        let odd: Vec<u32> = (0..31).filter(|number| number % 2 == 1).collect();
        check(31, None, &odd);
    }

    #[test]
    fn what_was_found_and_a_short_programme_have_no_tabs() {
        let found: Vec<bool> = (0..31).map(|number| number % 10 < 2).collect();
        check(31, Some(&found), &[0, 10, 20, 30, 1, 11, 21]);
        check(4, None, &[0, 2, 1, 3]);
    }
}
