use super::white_space::trimmed;

/// The languages that the widget speaks: the official ones of the 33 states, and the host's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// English.
    En,
    /// Korean.
    Ko,
    /// French.
    Fr,
    /// Haitian Creole.
    Ht,
    /// Dutch.
    Nl,
}

impl Language {
    /// All languages, in the order of every table.
    pub const ALL: [Language; 7] =
        [Language::Es, Language::Pt, Language::En, Language::Ko, Language::Fr, Language::Ht, Language::Nl];

    /// The primary subtag (BCP 47, ISO 639-1).
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Es => "es",
            Language::Pt => "pt",
            Language::En => "en",
            Language::Ko => "ko",
            Language::Fr => "fr",
            Language::Ht => "ht",
            Language::Nl => "nl",
        }
    }

    /// The language of a BCP 47 tag such as `es-CR` or `pt_BR`; `None` for one that the widget does not speak.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let primary = primary_subtag(trimmed(tag));
        Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The first language of a list of tags that the widget speaks, else Spanish (RFC 4647, section 3.4).
    ///
    /// On a page it is the loader that does this (`www/loader/language.js`), for it has to ask for the words.
    pub fn negotiate<'a>(tags: impl IntoIterator<Item = &'a str>) -> Language {
        tags.into_iter().find_map(Language::of_tag).unwrap_or(Language::Es)
    }

    /// The languages to look for a text in, the best first.
    pub fn fallbacks(self) -> impl Iterator<Item = Language> {
        let near: [Language; 3] = match self {
            Language::Ht => [self, Language::Fr, Language::En],
            Language::Ko | Language::Nl | Language::En => [self, Language::En, Language::Es],
            Language::Es | Language::Pt | Language::Fr => [self, Language::Es, Language::En],
        };
        near.into_iter()
    }
}

/// The primary subtag of a tag: `es` of `es-CR` (RFC 5646, section 2.2.1), and of `es_CR`, which is no tag.
pub fn primary_subtag(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| matches!(byte, b'-' | b'_'));
    end.and_then(|end| tag.get(..end)).unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_tag_that_is_spoken_wins_rfc_4647_3_4() {
        assert_eq!(Language::negotiate(["qu", "pt-BR", "es"]), Language::Pt);
        assert_eq!(Language::negotiate(["ES_cr"]), Language::Es);
        assert_eq!(Language::negotiate(["", "eswatini"]), Language::Es);
        assert_eq!(Language::negotiate(["zh", "ko"]), Language::Ko);
        assert_eq!(Language::negotiate([]), Language::Es);
    }
}
