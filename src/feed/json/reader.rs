use std::borrow::Cow;

use super::Error;
use super::scanner::Scanner;
use crate::feed::limits::DEPTH_LIMIT;
use crate::feed::problem::{Problem, ProblemCode, Problems, Step, push_key, written};

/// Reads values one after the other, and knows the path to where it is.
///
/// What does not depend on the type that is read is in functions without parameters of type, since everything else
/// is compiled once for each type of the feed.
pub struct Reader<'de> {
    pub(super) scanner: Scanner<'de>,
    path: Vec<Step<'de>>,
    /// The innermost failure since the last record began, and where its value begins.
    fault: Option<(Problem, usize)>,
    /// Where the values begin that were found bad: they are passed over as if they were missing.
    bad: Vec<usize>,
    /// What was survived.
    pub problems: Problems,
}

/// Where a record began.
pub struct Start {
    position: usize,
    depth: usize,
    problems: usize,
}

impl<'de> Reader<'de> {
    /// At the beginning of a text.
    pub fn new(text: &'de str) -> Reader<'de> {
        let scanner = Scanner { text, position: 0 };
        Reader { scanner, path: Vec::new(), fault: None, bad: Vec::new(), problems: Problems::default() }
    }

    /// Whether nothing but white space follows.
    pub fn end(&mut self) -> Result<(), Error> {
        self.scanner.next_token();
        let end = self.scanner.position == self.scanner.text.len();
        if end { Ok(()) } else { Err(ProblemCode::Syntax.into()) }
    }

    /// The problem behind an error that nothing survived.
    pub fn failure(&self, error: &Error) -> Problem {
        Problem::at(error.code(), written(&self.path))
    }

    /// Keeps the innermost failure with its place, while the error itself travels outwards through serde.
    #[inline(never)]
    fn note(&mut self, error: Error, position: usize) -> Error {
        if self.fault.is_none() {
            let mut problem = Problem::at(error.code(), written(&self.path));
            push_key(&mut problem.path, error.missing_key());
            self.fault = Some((problem, position));
        }
        error
    }

    /// At the beginning of a record.
    pub fn begin(&mut self) -> Start {
        self.scanner.next_token();
        self.bad.clear();
        Start { position: self.scanner.position, depth: self.path.len(), problems: self.problems.count() }
    }

    /// After a failure: goes back to the beginning without the bad value, or behind the record, which is true, where
    /// it is the record itself that is bad.
    pub fn give_up(&mut self, start: &Start) -> Result<bool, Error> {
        self.path.truncate(start.depth);
        let Some((fault, position)) = self.fault.take() else {
            self.lose(start)?;
            return Ok(true);
        };
        if position == start.position || self.bad.contains(&position) {
            // A required value that was bad is what made the record miss it: that one problem says enough.
            if !self.problems.has_behind(start.problems, &fault.path) {
                self.problems.push(fault);
            }
            self.lose(start)?;
            return Ok(true);
        }
        // Inside a record as well: a required value that was bad was reported.
        if self.problems.has_behind(start.problems, &fault.path) {
            self.problems.last_cost(fault.lost);
        } else {
            self.problems.push(fault);
        }
        self.bad.push(position);
        self.scanner.position = start.position;
        Ok(false)
    }

    /// Goes behind a record, whose loss the last problem caused.
    pub fn lose(&mut self, start: &Start) -> Result<(), Error> {
        self.path.truncate(start.depth);
        self.problems.last_cost(written(&self.path));
        self.scanner.position = start.position;
        self.skip()
    }

    /// Steps over a value.
    pub fn skip(&mut self) -> Result<(), Error> {
        self.scanner.skip_value(self.path.len()).map_err(Error::from)
    }

    /// The next byte: where reading stopped, after a failure.
    pub fn position(&self) -> usize {
        self.scanner.position
    }

    /// Into the value of a key.
    pub fn enter(&mut self, key: Cow<'de, str>) {
        self.path.push(Step::Key(key));
    }

    /// Out of a value.
    pub fn leave(&mut self) {
        self.path.pop();
    }

    /// Whether the next value does not begin with a bracket: it is passed over then, and reported unless it is `null`.
    pub fn is_other_than(&mut self, bracket: u8) -> Result<bool, Error> {
        let token = self.scanner.next_token();
        if token == bracket {
            return Ok(false);
        }
        self.skip()?;
        if token != b'n' {
            self.problems.push(Problem::at(ProblemCode::WrongType, written(&self.path)));
        }
        Ok(true)
    }

    /// Whether the next value is an object.
    pub fn is_object(&mut self) -> bool {
        self.scanner.next_token() == b'{'
    }

    /// Steps over a string and gives its text.
    #[inline(never)]
    pub fn string(&mut self) -> Result<Cow<'de, str>, Error> {
        if self.scanner.next_token() != b'"' {
            return Err(self.unexpected());
        }
        self.scanner.position += 1;
        self.scanner.quoted().map_err(Error::from)
    }

    #[inline(never)]
    pub(super) fn integer(&mut self) -> Result<i64, Error> {
        match self.scanner.next_token() {
            b'-' | b'0'..=b'9' => {
                let number = self.scanner.number().map_err(Error::from)?;
                number.ok_or(ProblemCode::WrongType.into())
            }
            _ => Err(self.unexpected()),
        }
    }

    #[inline(never)]
    pub(super) fn boolean(&mut self) -> Result<bool, Error> {
        match self.scanner.next_token() {
            b't' => self.scanner.word("true").map(|()| true).map_err(Error::from),
            b'f' => self.scanner.word("false").map(|()| false).map_err(Error::from),
            _ => Err(self.unexpected()),
        }
    }

    /// A value of another type, or no JSON at all: `forbidden` begins as `false` does.
    fn unexpected(&mut self) -> Error {
        let position = self.scanner.position;
        let code = self.scanner.skip_value(self.path.len()).err().unwrap_or(ProblemCode::WrongType);
        self.scanner.position = position;
        code.into()
    }

    /// Into a list or object.
    #[inline(never)]
    pub fn open(&mut self, bracket: u8) -> Result<(), Error> {
        if self.scanner.next_token() != bracket {
            Err(self.unexpected())
        } else if self.path.len() >= DEPTH_LIMIT {
            Err(ProblemCode::TooDeep.into())
        } else {
            self.scanner.position += 1;
            Ok(())
        }
    }

    /// Out of a list or object.
    #[inline(never)]
    pub fn close(&mut self, bracket: u8) -> Result<(), Error> {
        self.scanner.expect(bracket).map_err(Error::from)
    }

    /// Steps to the next item of a list or object; false at its end, which is left for the caller.
    #[inline(never)]
    fn advance(&mut self, end: u8, count: &mut usize) -> Result<bool, Error> {
        if self.scanner.next_token() == end {
            return Ok(false);
        }
        if *count > 0 {
            self.scanner.expect(b',').map_err(Error::from)?;
            self.scanner.next_token();
        }
        *count += 1;
        Ok(true)
    }

    /// Steps to the next value of an object and gives its key. `null` and an empty text are the same as nothing, and so
    /// is what was found bad before.
    #[inline(never)]
    pub fn key(&mut self, count: &mut usize) -> Result<Option<Cow<'de, str>>, Error> {
        while self.advance(b'}', count)? {
            let key = self.scanner.expect_key().map_err(Error::from)?;
            let nothing = self.scanner.next_token() == b'n' || self.scanner.is_empty_string();
            if !nothing && !self.bad.contains(&self.scanner.position) {
                return Ok(Some(key));
            }
            // It lies a level deeper than the path says, which was not entered.
            self.scanner.skip_value(self.path.len() + 1)?;
        }
        Ok(None)
    }

    /// Steps to the next item of a list and into it.
    #[inline(never)]
    pub fn next_item(&mut self, count: &mut usize) -> Result<bool, Error> {
        while self.advance(b']', count)? {
            if !self.bad.contains(&self.scanner.position) {
                self.path.push(Step::Index(*count - 1));
                return Ok(true);
            }
            // It lies a level deeper than the path says, which was not entered.
            self.scanner.skip_value(self.path.len() + 1)?;
        }
        Ok(false)
    }

    /// Reads a value and notes where it began if that fails.
    pub(super) fn placed<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Error>) -> Result<T, Error> {
        self.scanner.next_token();
        let position = self.scanner.position;
        read(self).map_err(|error| self.note(error, position))
    }
}
