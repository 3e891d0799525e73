//! The languages that a page has needed so far.

use std::cell::Cell;

use super::{Language, Messages};

/// In place of the words of a language that nobody has handed in.
const SILENCE: &Messages = &Messages::of_texts([""; Messages::LINES.len()]);

thread_local! {
    static LEARNED: [Cell<Option<&'static Messages>>; Language::ALL.len()] =
        const { [const { Cell::new(None) }; Language::ALL.len()] };
}

impl Messages {
    /// The words of a language that was [learned](Messages::learn).
    pub fn of(language: Language) -> &'static Messages {
        LEARNED.with(|learned| learned.get(language as usize)?.get()).unwrap_or(SILENCE)
    }

    /// Takes in a file of words and says of which language it is; `None` when it is no such file, or not a whole one.
    ///
    /// They are kept for as long as the page is there, once for each language.
    pub fn learn(file: &[u8]) -> Option<Language> {
        let (language, texts) = Messages::open(file)?;
        LEARNED.with(|learned| {
            let place = learned.get(language as usize)?;
            if place.get().is_none() {
                place.set(Some(Box::leak(Box::new(Messages::read(String::from(texts).leak())))));
            }
            Some(language)
        })
    }
}
