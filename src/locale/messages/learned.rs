//! The languages that a page has needed so far.

use std::cell::Cell;

use super::{Language, Messages};

/// In place of the words of a language that nobody has handed in.
const SILENCE: &Messages = &Messages::SILENCE;

/// The texts of both files of a language, empty where one has not come, and what is in them.
type Learned = ([&'static str; 2], &'static Messages);

thread_local! {
    static LEARNED: [Cell<Learned>; Language::ALL.len()] =
        const { [const { Cell::new((["", ""], SILENCE)) }; Language::ALL.len()] };
}

impl Messages {
    /// The words of a language that was [learned](Messages::learn).
    pub fn of(language: Language) -> &'static Messages {
        LEARNED.with(|learned| learned.get(language as usize).map_or(SILENCE, |place| place.get().1))
    }

    /// Takes in a file of words and says of which language it is; `None` when it is no such file, or not a whole one.
    ///
    /// They are kept for as long as the page is there, once for each language.
    pub fn learn(file: &[u8]) -> Option<Language> {
        let (language, which, texts) = Messages::open(file)?;
        LEARNED.with(|learned| {
            let place = learned.get(language as usize)?;
            let (mut files, _) = place.get();
            let known = files.get_mut(which)?;
            if known.is_empty() {
                *known = String::from(texts).leak();
                place.set((files, Box::leak(Box::new(Messages::read(files)))));
            }
            Some(language)
        })
    }
}
