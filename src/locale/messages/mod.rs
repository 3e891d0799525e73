//! The words of the widget, complete in every language: a missing one does not compile.
//!
//! They are compiled natively only. A visitor's page gets the words of one language, as two files that are written of
//! them: with the first it sees the widget, the second comes with the second half of the engine.

#[cfg(not(target_arch = "wasm32"))]
mod complete;
mod fields;
mod file;
#[cfg(target_arch = "wasm32")]
mod learned;

#[cfg(not(target_arch = "wasm32"))]
mod en;
#[cfg(not(target_arch = "wasm32"))]
mod es;
#[cfg(not(target_arch = "wasm32"))]
mod fr;
#[cfg(not(target_arch = "wasm32"))]
mod ht;
#[cfg(not(target_arch = "wasm32"))]
mod ko;
#[cfg(not(target_arch = "wasm32"))]
mod nl;
#[cfg(not(target_arch = "wasm32"))]
mod pt;

use super::country_name::COUNTRIES;
use super::language::Language;
use super::pieces::{pieces, split_at_byte};
use fields::messages;

messages! {
    first {
        /// The heading of the agenda.
        programme: 1,
        /// Shown where the programme has no session.
        programme_to_be_announced: 1,
        /// The heading of the map and its list.
        participating_countries: 1,
        /// The heading of the delegations.
        delegations: 1,
        /// A number of countries.
        countries: 3,
        /// A number of sessions.
        sessions: 3,
        /// A number of people.
        people: 3,
        /// What stands between groups of three digits (CLDR 48, `numbers.json`; Haitian Creole, which it does not have, as in French
        /// with the usual no-break space).
        digit_group: 1,
        /// Before the names of the organizations that convene the forum.
        organizers: 1,
        /// Before the source of the content.
        source: 1,
        /// Before the licence of the content.
        license: 1,
        /// With the date of the last change.
        updated: 1,
        /// Before whom to ask.
        contact: 1,
        /// What the map shows, for those who do not see it.
        map_description: 1,
        /// The note under the map on boundaries and names.
        map_note: 1,
        /// The note on the islands that the map draws as neither of those who claim them.
        malvinas_note: 1,
        /// Before the countries that are not on the map.
        also_taking_part: 1,
        /// What to do with the map and the list.
        choose_country: 1,
        /// The button that ends a selection.
        clear_selection: 1,
        /// The mark of what belongs to the selected country.
        selected: 1,
        /// The country that hosts.
        host: 1,
        /// A day of the forum by its number.
        day_number: 1,
        /// The heading over sessions without a day.
        day_to_be_announced: 1,
        /// A session whose hour is not known yet.
        time_to_be_announced: 1,
        /// A day of a past forum whose hours were never published.
        hours_not_published: 1,
        /// The place whose clock the times follow.
        time_of: 1,
        /// A session by its number.
        session_number: 1,
        /// The countries, in the order of `locale::countries`.
        country_names: COUNTRIES,
        /// Says that a text is in a language: Spanish, Portuguese, English, Korean, French, Kreyòl, Dutch.
        in_language: Language::ALL.len(),
        /// How the forum meets: in person, online, both.
        forum_modes: 3,
        /// How somebody takes part: in person, by recording, online.
        modes: 3,
        /// Several ways at once.
        several_modes: 1,
        /// A way that is not known.
        taking_part: 1,
        /// Head of state or government, minister, vice-minister, high level, expert.
        levels: 5,
        /// Opening, remarks, keynote, panel, break, ceremony, bilateral, closing, session.
        kinds: 9,
        /// Opening, welcome, congratulatory remarks, keynote, chair, moderator, panelist.
        parts: 7,
        /// What became of a session: live, ended, moved, postponed, cancelled.
        statuses: 5,
        /// The twelve months as they stand in a date.
        months: 12,
        /// The seven days, from Monday, as they stand at the beginning of a date.
        weekdays: 7,
        /// Between the last two items of a list.
        and: 1,
        /// The field that searches.
        search_label: 1,
        /// The group of the filters.
        filters: 1,
        /// The arrangement by day.
        day: 1,
        /// The button that ends search and filters.
        clear_filters: 1,
        /// Before the languages of a session: spoken, interpreted, signed.
        languages_of_session: 3,
        /// The names of the languages.
        language_names: Language::ALL.len(),
        /// The arrangement by room.
        room: 1,
        /// Stream, recording, slides, press release, document, as the text of a link.
        link_kinds: 5,
        /// The heading over the calendars that a session can be added to.
        add_to_calendar: 1,
        /// In the place of a city, for a visitor whose zone has no name.
        your_time: 1,
        /// A time that is on the day before the session's.
        day_before: 1,
        /// A time that is on the day after the session's.
        day_after: 1,
        /// When a session was to be before it was moved; with the time struck out.
        moved_from: 1,
        /// How far the clocks of a place are behind: the place, then a number of hours.
        hours_less: 3,
        /// How far the clocks of a place are ahead: the place, then a number of hours.
        hours_more: 3,
        /// Before noon, after noon, as they stand at a time of a clock of 12 hours.
        am_pm: 2,
        /// What draws so many more of the sessions that are left.
        show_more: 3,
        /// The cities of time zones whose identifiers say something else: `Seoul=Seúl;`, and so on.
        city_names: 1,
    }
    later {
        /// What the regions are called, then all, Mexico and Central America, the Caribbean, South America.
        regions: 5,
        /// Delegates whose names the source does not give.
        names_not_published: 1,
        /// Delegates whose country the source does not give.
        country_not_given: 1,
        /// The heading over ministries, agencies and companies.
        institutions: 1,
        /// The button that tries again.
        retry: 1,
        /// Where an old copy of the feed is shown, because it could not be had anew.
        outdated: 1,
        /// The failures a page can meet, in the order of [`Failure`].
        failures: 5,
        /// What reading may find wrong in a feed, in the order of `feed::ProblemCode::ALL`; [`findings`](super::findings)
        /// has the rest.
        problems: 19,
        /// What is filtered by: topic, country, kind, language, way of taking part.
        filter_names: 5,
        /// The choice of an arrangement: by day, or by room, topic or country.
        arrange_by: 1,
        /// The heading over sessions without a topic, a country or a room, beside those that have one.
        other_sessions: 1,
        /// The choice of a filter that filters nothing.
        all_of_it: 1,
        /// A number of sessions found.
        results: 3,
        /// Where no session is found.
        no_results: 1,
        /// The link to one session as iCalendar.
        calendar_file: 1,
        /// The link to the whole programme as iCalendar.
        calendar_all: 1,
        /// The link to the sessions found as iCalendar.
        calendar_found: 1,
        /// The name of Google's calendar.
        google: 1,
        /// The name of Microsoft's calendar.
        outlook: 1,
        /// The button that copies the address of a session.
        copy_link: 1,
        /// Said when it is copied.
        copied: 1,
        /// The link to the session before.
        previous_session: 1,
        /// The link to the session after.
        next_session: 1,
        /// The mark of a session that is going on.
        now: 1,
        /// The mark of the session that comes next.
        next: 1,
        /// The link to what is going on, else to what comes next.
        to_now: 1,
        /// The choice of a time zone.
        time_zone: 1,
        /// The forum's own zone in that choice.
        zone_of_event: 1,
        /// The visitor's zone in that choice.
        zone_of_visitor: 1,
        /// The button that marks a session, by its title.
        favorite: 1,
        /// The button that shows the marked sessions alone, with their number.
        only_favorites: 1,
        /// The marks of sessions that are new, and that have changed, since the visitor's last visit.
        news: 2,
        /// The link from the country's row to its delegation.
        see_delegation: 1,
        /// The button that saves the map as a picture.
        save_map: 1,
        /// Countries and organizations that are not on the map: `ES=España;`, and so on.
        other_countries: 1,
    }
}

/// Why nothing can be shown, as far as a page can know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The feed did not come: no network, no answer, or not allowed to be read from here.
    Unreachable,
    /// The page's Content-Security-Policy forbids the address of the feed.
    Forbidden,
    /// The server answered with an error.
    Refused,
    /// The answer is not a feed with anything to show.
    Unreadable,
    /// The feed is over the limit.
    TooLarge,
}

impl Failure {
    /// The failure behind a code of `forum:error`.
    pub fn of_code(code: &str) -> Failure {
        match code {
            "feed-csp" => Failure::Forbidden,
            "feed-http" => Failure::Refused,
            "feed-schema" => Failure::Unreadable,
            "feed-too-large" => Failure::TooLarge,
            _ => Failure::Unreachable,
        }
    }
}

impl Messages {
    /// Why nothing can be shown, and what may help.
    pub fn failure(&self, failure: Failure) -> &'static str {
        item(self.failures, failure as usize)
    }

    /// Says that a text is in another language, by its BCP 47 tag; the tag itself where the widget has no name.
    pub fn in_language<'a>(&self, tag: &'a str) -> &'a str
    where
        'static: 'a,
    {
        Language::of_tag(tag).map_or(tag, |language| item(self.in_language, language as usize))
    }
}

/// The item at a position of a list; nothing behind its end.
pub fn item(list: &'static str, position: usize) -> &'static str {
    pieces(list, b'\n').nth(position).unwrap_or_default()
}

/// Where an item stands in a list.
pub fn position(list: &str, item: &str) -> Option<usize> {
    pieces(list, b'\n').position(|other| other == item)
}

/// The name of a key in `key=name;key=name;`.
pub fn named(mut names: &'static str, key: &str) -> Option<&'static str> {
    while let Some((entry, rest)) = split_at_byte(names, b';') {
        match split_at_byte(entry, b'=') {
            Some((own, name)) if own == key => return Some(name),
            _ => names = rest,
        }
    }
    None
}

/// Puts a value in the place of `{}`.
pub fn fill(pattern: &str, value: &str) -> String {
    let (before, after) = split_at_byte(pattern, b'{').unwrap_or((pattern, ""));
    [before, value, after.strip_prefix('}').unwrap_or(after)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_keep_their_place_for_the_value_in_every_language() {
        for language in Language::ALL {
            let messages = Messages::of(language);
            let once = [messages.updated, messages.day_number, messages.session_number, messages.time_of];
            let favorites = [messages.favorite, messages.only_favorites];
            let beside = [messages.day_before, messages.day_after, messages.moved_from];
            for pattern in once.into_iter().chain(beside).chain(favorites) {
                assert_eq!(pattern.matches("{}").count(), 1, "{language:?}: {pattern}");
            }
            for forms in
                [messages.countries, messages.sessions, messages.people, messages.results, messages.show_more]
            {
                assert!(forms.lines().all(|pattern| pattern.matches("{}").count() == 1), "{language:?}");
            }
            for forms in [messages.hours_less, messages.hours_more] {
                assert!(forms.lines().all(|pattern| pattern.matches("{}").count() == 2), "{language:?}");
            }
        }
    }

    #[test]
    fn no_word_is_empty_or_left_in_another_language() {
        for language in Language::ALL {
            let messages = Messages::of(language);
            assert!(
                messages.problems.lines().chain(messages.failures.lines()).all(|text| text.len() > 8),
                "{language:?}"
            );
            if language != Language::En {
                let english = Messages::of(Language::En);
                for (own, foreign) in messages.problems.lines().zip(english.problems.lines()) {
                    assert_ne!(own, foreign, "{language:?}");
                }
                assert_ne!(messages.map_note, english.map_note);
                assert_ne!(messages.malvinas_note, english.malvinas_note);
            }
        }
    }
}
