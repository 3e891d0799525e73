//! Ids that are given once, and found again by what the input calls the record.

use std::collections::{HashMap, HashSet};

use crate::feed::identifier::Identifier;
use crate::locale::fold;

/// The ids of one list of the feed.
#[derive(Default)]
pub struct Ids {
    taken: HashSet<String>,
    of_key: HashMap<String, Identifier>,
    /// The last number behind an id that all were called.
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// Gives the first of the wanted ids that is free; where none is, the first of them with a number, from `-2`. Where
    /// nothing is wanted, `otherwise` is.
    pub fn give(&mut self, wanted: &[&str], otherwise: &str) -> Identifier {
        let mut wanted: Vec<Identifier> = wanted.iter().filter_map(|id| Identifier::parse(id)).collect();
        if wanted.is_empty() {
            wanted.push(Identifier(otherwise.into()));
        }
        let free = wanted.iter().find(|id| !self.taken.contains(&id.0)).cloned();
        let id = free.unwrap_or_else(|| self.numbered(wanted.first().map_or("", |id| &id.0)));
        self.taken.insert(id.0.clone());
        id
    }

    fn numbered(&mut self, id: &str) -> Identifier {
        let number = self.numbers.entry(id.into()).or_insert(1);
        loop {
            *number += 1;
            let numbered = format!("{id}-{number}");
            if !self.taken.contains(&numbered) {
                return Identifier(numbered);
            }
        }
    }

    /// Whether an id was given.
    pub fn is_taken(&self, id: &str) -> bool {
        Identifier::parse(id).is_some_and(|id| self.taken.contains(&id.0))
    }

    /// The input calls the record of that id `key`.
    pub fn remember(&mut self, key: &str, id: &Identifier) {
        if !key.is_empty() {
            self.of_key.insert(key.into(), id.clone());
        }
    }

    /// The id of the record that the input calls `key`.
    pub fn of_key(&self, key: &str) -> Option<Identifier> {
        self.of_key.get(key).cloned()
    }
}

/// A name as an id: its letters and digits, without case and accents, joined by hyphens; 60 characters at most.
pub fn slug(name: &str) -> String {
    joined(fold(name).chars().flat_map(char::to_lowercase).take(60), char::is_alphanumeric)
}

/// What a name has in common with others that mean the same: all of its letters and digits, without case and accents,
/// and the signs that tell C++ and C# from C; a name that has none is itself.
pub fn key_of(name: &str) -> String {
    let is_told = |letter: char| letter.is_alphanumeric() || matches!(letter, '+' | '#');
    let key = joined(fold(name).chars().flat_map(char::to_lowercase), is_told);
    if key.is_empty() { name.trim().into() } else { key }
}

/// Those of the letters that are kept, with a hyphen in place of others between them.
fn joined(letters: impl Iterator<Item = char>, is_kept: impl Fn(char) -> bool) -> String {
    let mut joined = String::new();
    for letter in letters {
        if is_kept(letter) {
            joined.push(letter);
        } else if !joined.is_empty() && !joined.ends_with('-') {
            joined.push('-');
        }
    }
    joined.truncate(joined.trim_end_matches('-').len());
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_name_that_can_stand_in_an_address() {
        for (name, expected) in [
            ("Foro de Educación 2021", "foro-de-educacion-2021"),
            ("  Ñandú & Co.  ", "nandu-co"),
            ("Sala «A»", "sala-a"),
            ("***", ""),
            ("МИР", "мир"),
            ("제1 회의실", "제1-회의실"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert!(slug(&"a".repeat(1000)).len() <= 60);
    }

    #[test]
    fn a_key_has_all_that_tells_a_name_from_others() {
        for (name, expected) in [
            ("  José  Núñez-Ruiz. ", "jose-nunez-ruiz"),
            ("C", "c"),
            ("C++", "c++"),
            ("C#", "c#"),
            (" *** ", "***"),
            ("🎤", "🎤"),
            ("МИР", "мир"),
        ] {
            assert_eq!(key_of(name), expected, "{name}");
        }
        assert_ne!(key_of(&("a".repeat(1000) + "b")), key_of(&("a".repeat(1000) + "c")));
    }

    #[test]
    fn an_id_is_given_once() {
        let mut ids = Ids::default();
        let mut give = |wanted: &[&str]| ids.give(wanted, "session").0;
        assert_eq!(give(&["7", "guid-a"]), "7");
        assert_eq!(give(&["7", "guid-b"]), "guid-b");
        assert_eq!(give(&["7", "guid-b"]), "7-2");
        assert_eq!(give(&["7"]), "7-3");
        assert_eq!(give(&["", " ", "x"]), "x");
        assert_eq!(give(&["7-4"]), "7-4");
        assert_eq!(give(&["7"]), "7-5");
        assert_eq!(give(&["", " "]), "session");
        assert_eq!(give(&[]), "session-2");
    }
}
