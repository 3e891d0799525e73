//! The words of the widget, a file for each language: a page loads the one that it needs.

use forum_widget::locale::{Language, Messages};

/// A file of words.
pub struct Words {
    /// Of this language.
    pub language: Language,
    /// What is in it.
    pub text: String,
}

/// All of them.
pub fn all() -> Vec<Words> {
    let words = |language| Words { language, text: Messages::written(language) };
    Language::ALL.into_iter().map(words).collect()
}

/// Where the file of a language is, beside the script; the loader knows the same.
pub fn path(language: Language) -> String {
    format!("words/{}.txt", language.tag())
}
