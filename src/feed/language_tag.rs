//! Languages as a feed names them: any, not only those that the widget speaks.

use super::record::Blank;

/// A BCP 47 language tag: `es`, `pt-BR`, `csr`. Its form is checked, not its place in the registry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// The tag, when it has the form of one (RFC 5646, section 2.1): subtags of one to eight letters and digits, the
    /// first of two or more letters.
    pub fn parse(text: &str) -> Option<LanguageTag> {
        let mut subtags = text.as_bytes().split(|byte| *byte == b'-');
        let primary = subtags.next()?;
        let good =
            |subtag: &[u8]| (1..=8).contains(&subtag.len()) && subtag.iter().all(u8::is_ascii_alphanumeric);
        let primary_is_good = primary.len() > 1 && primary.iter().all(u8::is_ascii_alphabetic);
        (primary_is_good && good(primary) && subtags.all(good)).then(|| LanguageTag(text.into()))
    }

    /// The tag as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Blank for LanguageTag {
    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::LanguageTag;

    #[test]
    fn rfc_5646_2_1_subtags() {
        for good in ["es", "pt-BR", "zh-Hant-TW", "csr", "de-CH-1901", "sl-rozaj-biske-1994", "en-x-forum"] {
            assert!(LanguageTag::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "e",
            "español",
            "spanish language",
            "es_CR",
            "es-",
            "-es",
            "123",
            "abcdefghi",
            "es-abcdefghi",
        ] {
            assert!(LanguageTag::parse(bad).is_none(), "{bad}");
        }
    }
}
