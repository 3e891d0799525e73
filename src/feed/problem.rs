//! What was wrong in a feed: a code, and the path to the place.

use std::borrow::Cow;

use super::limits::PROBLEM_LIMIT;
use crate::time::read_digits;

/// One thing that was wrong in a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: ProblemCode,
    /// Where, as `sessions[12].start`; empty for the document as a whole.
    pub path: String,
    /// What was left out for it: the value at `path`, or the record around it where that needs it.
    pub lost: String,
}

impl Problem {
    /// A problem that cost the value at its path.
    pub fn at(code: ProblemCode, path: String) -> Problem {
        Problem { code, lost: path.clone(), path }
    }
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Visitors do not see what the organiser wrote.
    Error,
    /// Visitors see it, yet it should be mended.
    Warning,
}

macro_rules! problem_codes {
    (
        reading { $($(#[$documentation:meta])* $code:ident = $text:literal, $severity:ident;)* }
        checking { $($(#[$own_documentation:meta])* $own_code:ident = $own_text:literal, $own_severity:ident;)* }
    ) => {
        /// The kinds of problems; each has a sentence in every language (`view::words::problem`).
        ///
        /// First those that reading finds, which visitors' pages may report; then those that only `feed::check` looks for,
        /// of which a page does not even have the names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ProblemCode {
            $($(#[$documentation])* $code,)*
            $($(#[$own_documentation])* #[cfg(not(target_arch = "wasm32"))] $own_code,)*
        }

        impl ProblemCode {
            /// Every code, in the order of the sentences.
            pub const ALL: &[ProblemCode] = &[
                $(ProblemCode::$code,)*
                $(#[cfg(not(target_arch = "wasm32"))] ProblemCode::$own_code,)*
            ];

            /// The code as scripts and the program see it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(ProblemCode::$code => $text,)*
                    $(#[cfg(not(target_arch = "wasm32"))] ProblemCode::$own_code => $own_text,)*
                }
            }

            /// How much it matters.
            pub const fn severity(self) -> Severity {
                match self {
                    $(ProblemCode::$code => Severity::$severity,)*
                    $(#[cfg(not(target_arch = "wasm32"))] ProblemCode::$own_code => Severity::$own_severity,)*
                }
            }
        }
    };
}

problem_codes! {
    reading {
        /// The text is not JSON (RFC 8259), or ends too early.
        Syntax = "syntax", Error;
        /// Lists and objects lie too deep in each other.
        TooDeep = "too-deep", Error;
        /// A value of another type than the field needs.
        WrongType = "wrong-type", Error;
        /// A required field is missing.
        MissingField = "missing-field", Error;
        /// A version of the format that this reader does not know.
        UnknownVersion = "unknown-version", Warning;
        /// Not a date, or one that does not exist.
        InvalidDate = "invalid-date", Error;
        /// Not a date with a time (RFC 3339), or one that does not exist.
        InvalidTime = "invalid-time", Error;
        /// A local time that clocks went forward over; the time after the change counts.
        TimeInGap = "time-in-gap", Warning;
        /// A local time that clocks showed twice; the first one counts.
        TimeInOverlap = "time-in-overlap", Warning;
        /// Not an ISO 3166-1 alpha-2 code.
        InvalidCountry = "invalid-country", Error;
        /// Not a BCP 47 language tag.
        InvalidLanguage = "invalid-language", Error;
        /// Not a time zone of the table.
        UnknownTimeZone = "unknown-time-zone", Error;
        /// An address that is neither absolute `http(s)` nor `mailto`.
        InvalidLink = "invalid-link", Error;
        /// An id that another record of the same list has.
        DuplicateId = "duplicate-id", Error;
        /// An id that no record has.
        UnknownReference = "unknown-reference", Error;
        /// An end that comes before its start; it was left out.
        EndBeforeStart = "end-before-start", Error;
        /// More records than the limit; the rest was left out.
        TooMany = "too-many", Error;
        /// More bytes than the limit.
        TooLarge = "too-large", Error;
        /// Nothing that can be shown.
        Empty = "empty", Error;
    }
    checking {
        /// A text over the limit; it was cut.
        TooLong = "too-long", Error;
        /// The same key twice in one object; the last one counts.
        DuplicateKey = "duplicate-key", Error;
        /// A web page in place of a feed, such as a login form.
        WebPage = "web-page", Error;
        /// The programme of another system, which is to be imported.
        AnotherFormat = "another-format", Error;
        /// UTF-16 or UTF-32.
        WrongEncoding = "wrong-encoding", Error;
        /// A byte-order mark before the text.
        ByteOrderMark = "byte-order-mark", Warning;
        /// Bytes that are not UTF-8; they are shown as U+FFFD.
        InvalidUtf8 = "invalid-utf-8", Warning;
        /// Half of a character outside the BMP, escaped alone; it is shown as U+FFFD.
        LoneSurrogate = "lone-surrogate", Warning;
        /// Invisible controls in a text; they were taken out.
        InvisibleCharacters = "invisible-characters", Warning;
        /// A key that the format does not have at this place.
        UnknownField = "unknown-field", Warning;
        /// A word that a closed list does not have; the general case is shown.
        UnknownTerm = "unknown-term", Warning;
        /// Two letters that ISO 3166-1 gives to no country.
        UnknownCountry = "unknown-country", Warning;
        /// A start that is on another day than the date beside it.
        DateAndStartDiffer = "date-and-start-differ", Warning;
    }
}

/// One step of a path.
pub enum Step<'a> {
    /// Into an object.
    Key(Cow<'a, str>),
    /// Into a list.
    Index(usize),
}

/// A path as text: `sessions[12].start`.
pub fn written(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Key(key) => push_key(&mut path, key),
            Step::Index(index) => push_index(&mut path, *index),
        }
    }
    path
}

/// Adds `.start` to a path; nothing for an empty key.
pub fn push_key(path: &mut String, key: &str) {
    if !path.is_empty() && !key.is_empty() {
        path.push('.');
    }
    path.push_str(key);
}

/// Adds `[12]` to a path.
pub fn push_index(path: &mut String, index: usize) {
    path.push('[');
    crate::locale::push_number(path, index as u64);
    path.push(']');
}

/// What was wrong, in the order in which it was found; the first thousand of it (`limits`).
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds one, while there is room.
    pub fn push(&mut self, problem: Problem) {
        if self.0.len() < PROBLEM_LIMIT {
            self.0.push(problem);
        }
    }

    /// How many are kept.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether one is about the value at a path.
    pub fn has(&self, path: &str) -> bool {
        self.has_behind(0, path)
    }

    /// Whether one is about the value at a path, of those behind the first `count`.
    pub(super) fn has_behind(&self, count: usize, path: &str) -> bool {
        self.0.iter().skip(count).any(|problem| problem.path == path)
    }

    /// The last problem cost more than the value at its own path.
    pub fn last_cost(&mut self, lost: String) {
        if let Some(last) = self.0.last_mut() {
            last.lost = lost;
        }
    }

    /// The list.
    pub fn into_vec(self) -> Vec<Problem> {
        self.0
    }

    /// The path of the item that stands at `position` of `list` now that unreadable and repeated ones are out: each
    /// of those has left a problem with its own path. Empty where there is no room for one more problem: a large feed may
    /// have a million.
    pub fn path_of(&self, list: &str, position: usize) -> String {
        if self.0.len() >= PROBLEM_LIMIT {
            return String::new();
        }
        let index = |problem: &Problem| {
            // An unknown reference still stands in its list.
            if problem.code == ProblemCode::UnknownReference {
                return None;
            }
            let index = problem.lost.strip_prefix(list)?.strip_prefix('[')?.strip_suffix(']')?;
            usize::try_from(read_digits(index.as_bytes())?).ok()
        };
        let mut gone = Vec::new();
        for problem in &self.0 {
            gone.extend(index(problem));
        }
        gone.sort_unstable();
        gone.dedup();
        let index = gone.into_iter().fold(position, |index, before| index + usize::from(before <= index));
        let mut path = String::from(list);
        push_index(&mut path, index);
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_is_looked_for_that_there_is_no_room_for() {
        let mut problems = Problems::default();
        let mut fill = |count: usize| {
            for index in 0..count {
                problems.push(Problem::at(ProblemCode::WrongType, format!("sessions[{index}]")));
            }
            problems.path_of("sessions", 7)
        };
        assert_eq!(fill(PROBLEM_LIMIT - 1), format!("sessions[{}]", PROBLEM_LIMIT + 6));
        assert_eq!(fill(1), "");
    }
}
