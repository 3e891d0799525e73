//! The words of the widget, two files for each language: a page loads the first of the language that it needs, and the other with
//! the second half of the engine. The script has the hash of the first, and that ends with the hash of the other: a page loads
//! no hashes of seven languages for one.

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
    let words = |language| {
        let [first, later] = Messages::written(language);
        // Behind the last line, where no text is.
        Words { language, texts: [first + &short_integrity(later.as_bytes()), later] }
    };
    Language::ALL.into_iter().map(words).collect()
}

/// Where the files of a language are, beside the script; the loader knows the same.
pub fn paths(language: Language) -> [String; 2] {
    ["", "-later"].map(|which| format!("words/{}{which}.txt", language.tag()))
}

/// The hashes that the loader asks of the files that are needed first, by the tag of the language.
pub fn integrity(words: &[Words]) -> BTreeMap<&'static str, String> {
    let hash = |words: &Words| (words.language.tag(), short_integrity(words.texts[0].as_bytes()));
    words.iter().map(hash).collect()
}
