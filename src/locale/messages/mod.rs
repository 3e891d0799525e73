//! The words of the widget, complete in every language: a missing one does not compile.

mod en;
mod es;
mod fr;
mod ht;
mod ko;
mod nl;
mod pt;

use super::language::Language;
use super::plural::Plural;

/// Every word and sentence that the widget shows in one language. `{}` stands for what is put in.
///
/// Lists are one string with an item a line: a table of slices costs eight bytes for each word before it says any.
pub struct Messages {
    /// The heading of the agenda.
    pub programme: &'static str,
    /// Shown where the programme has no session.
    pub programme_to_be_announced: &'static str,
    /// The heading of the map and its list.
    pub participating_countries: &'static str,
    /// The heading of the delegations.
    pub delegations: &'static str,
    /// A number of countries.
    pub countries: Plural,
    /// A number of sessions.
    pub sessions: Plural,
    /// A number of people.
    pub people: Plural,
    /// Before the names of the organizations that convene the forum.
    pub organizers: &'static str,
    /// Before the source of the content.
    pub source: &'static str,
    /// Before the licence of the content.
    pub license: &'static str,
    /// With the date of the last change.
    pub updated: &'static str,
    /// Before whom to ask.
    pub contact: &'static str,
    /// What the map shows, for those who do not see it.
    pub map_description: &'static str,
    /// The note under the map on boundaries and names.
    pub map_note: &'static str,
    /// What to do with the map and the list.
    pub choose_country: &'static str,
    /// The button that ends a selection.
    pub clear_selection: &'static str,
    /// The mark of what belongs to the selected country.
    pub selected: &'static str,
    /// The country that hosts.
    pub host: &'static str,
    /// A day of the forum by its number.
    pub day_number: &'static str,
    /// The heading over sessions without a day.
    pub day_to_be_announced: &'static str,
    /// A session whose hour is not known yet.
    pub time_to_be_announced: &'static str,
    /// A day of a past forum whose hours were never published.
    pub hours_not_published: &'static str,
    /// The place whose clock the times follow.
    pub time_of: &'static str,
    /// A session by its number.
    pub session_number: &'static str,
    /// Delegates whose names the source does not give.
    pub names_not_published: &'static str,
    /// Delegates whose country the source does not give.
    pub country_not_given: &'static str,
    /// The heading over ministries, agencies and companies.
    pub institutions: &'static str,
    /// Says that a text is in a language: Spanish, Portuguese, English, Korean, French, Kreyòl, Dutch.
    pub in_language: &'static str,
    /// How the forum meets: in person, online, both.
    pub forum_modes: &'static str,
    /// How somebody takes part: in person, by recording, online.
    pub modes: &'static str,
    /// Several ways at once.
    pub several_modes: &'static str,
    /// A way that is not known.
    pub taking_part: &'static str,
    /// Head of state, minister, vice-minister, high level, expert.
    pub levels: &'static str,
    /// Opening, remarks, keynote, panel, break, ceremony, bilateral, closing, session.
    pub kinds: &'static str,
    /// Opening, welcome, congratulatory remarks, keynote, chair, moderator, panelist.
    pub parts: &'static str,
    /// Live, ended, moved, postponed, cancelled.
    pub statuses: &'static str,
    /// The twelve months as they stand in a date.
    pub months: &'static str,
    /// The seven days, from Monday, as they stand at the beginning of a date.
    pub weekdays: &'static str,
    /// Between the last two items of a list.
    pub and: &'static str,
    /// The button that tries again.
    pub retry: &'static str,
    /// The failures a page can meet, in the order of [`Failure`].
    pub failures: &'static str,
    /// What reading may find wrong in a feed, in the order of `feed::ProblemCode::ALL`; [`findings`](super::findings)
    /// has the rest.
    pub problems: &'static str,
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
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Messages {
        match language {
            Language::Es => &es::MESSAGES,
            Language::Pt => &pt::MESSAGES,
            Language::En => &en::MESSAGES,
            Language::Ko => &ko::MESSAGES,
            Language::Fr => &fr::MESSAGES,
            Language::Ht => &ht::MESSAGES,
            Language::Nl => &nl::MESSAGES,
        }
    }

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

    /// The lists with how many items each has.
    const fn lists(&self) -> [(&'static str, usize); 14] {
        [
            (self.countries.0, 3),
            (self.sessions.0, 3),
            (self.people.0, 3),
            (self.in_language, Language::ALL.len()),
            (self.forum_modes, 3),
            (self.modes, 3),
            (self.levels, 5),
            (self.kinds, 9),
            (self.parts, 7),
            (self.statuses, 5),
            (self.months, 12),
            (self.weekdays, 7),
            (self.failures, 5),
            (self.problems, 19),
        ]
    }
}

/// The item at a position of a list; nothing behind its end.
pub fn item(list: &'static str, position: usize) -> &'static str {
    list.split('\n').nth(position).unwrap_or_default()
}

/// A list that is too short or too long in one language does not compile.
const _: () = {
    let mut language = 0;
    while language < Language::ALL.len() {
        let lists = Messages::of(Language::ALL[language]).lists();
        let mut list = 0;
        while list < lists.len() {
            let (text, items) = lists[list];
            let (mut lines, mut at) = (1, 0);
            while at < text.len() {
                lines += (text.as_bytes()[at] == b'\n') as usize;
                at += 1;
            }
            assert!(lines == items);
            list += 1;
        }
        language += 1;
    }
};

/// Puts a value in the place of `{}`.
pub fn fill(pattern: &str, value: &str) -> String {
    let (before, after) = pattern.split_once('{').unwrap_or((pattern, ""));
    [before, value, after.strip_prefix('}').unwrap_or(after)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_keep_their_place_for_the_value_in_every_language() {
        for language in Language::ALL {
            let messages = Messages::of(language);
            for pattern in [messages.updated, messages.day_number, messages.session_number, messages.time_of]
            {
                assert_eq!(pattern.matches("{}").count(), 1, "{language:?}: {pattern}");
            }
            for plural in [messages.countries, messages.sessions, messages.people] {
                assert!(plural.0.lines().all(|pattern| pattern.matches("{}").count() == 1), "{language:?}");
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
            }
        }
    }
}
