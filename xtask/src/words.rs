//! The words of the widget, two files for each language: a page loads the first of the language that it needs, and the other with
//! the second half of the engine.

use std::collections::BTreeMap;

use forum_widget::locale::{Language, Messages};

use crate::sizes::short_integrity;

/// The files of words of a language.
pub struct Words {
    /// Of this language.
    pub language: Language,
    /// What is in the one that is needed first, and in the later one.
    pub texts: [String; 2],
}

/// All of them.
pub fn all() -> Vec<Words> {
    let words = |language| Words { language, texts: Messages::written(language) };
    Language::ALL.into_iter().map(words).collect()
}

/// Where the files of a language are, beside the script; the loader knows the same.
pub fn paths(language: Language) -> [String; 2] {
    ["", "-later"].map(|which| format!("words/{}{which}.txt", language.tag()))
}

/// The hashes that the loader asks of the files that are needed first, and of the later ones, by the tag of the language.
pub fn integrity(words: &[Words]) -> [BTreeMap<&'static str, String>; 2] {
    [0, 1].map(|which| {
        let hash =
            |words: &Words| Some((words.language.tag(), short_integrity(words.texts.get(which)?.as_bytes())));
        words.iter().filter_map(hash).collect()
    })
}
