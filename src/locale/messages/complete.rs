//! All languages at once.

use super::{Language, Messages, en, es, fr, ht, ko, nl, pt};

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
}

/// A text with too few or too many lines in one language does not compile.
const _: () = {
    let mut language = 0;
    while language < Language::ALL.len() {
        let texts = Messages::of(Language::ALL[language]).texts();
        let mut text = 0;
        while text < texts.len() {
            let (mut lines, mut at) = (1, 0);
            while at < texts[text].len() {
                lines += (texts[text].as_bytes()[at] == b'\n') as usize;
                at += 1;
            }
            assert!(lines == Messages::LINES[text]);
            text += 1;
        }
        language += 1;
    }
};
