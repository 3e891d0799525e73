use super::language::Language;
use super::messages::fill;
use super::number::number;

/// A message that depends on a number: its forms for the classes one, many and other (CLDR).
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// `one`: exactly one; in Portuguese and French also zero.
    pub one: &'static str,
    /// `many`: a round million or more, in Spanish, Portuguese and French.
    pub many: &'static str,
    /// `other`: every other number.
    pub other: &'static str,
}

impl Plural {
    /// A message whose noun does not change with the number.
    pub const fn unchanging(form: &'static str) -> Plural {
        Plural { one: form, many: form, other: form }
    }

    /// The message with the number in its place.
    pub fn of(&self, count: u64, language: Language) -> String {
        let pattern = match class(count, language) {
            Class::One => self.one,
            Class::Many => self.many,
            Class::Other => self.other,
        };
        fill(pattern, &number(count))
    }

    /// The three forms.
    pub const fn patterns(&self) -> [&'static str; 3] {
        [self.one, self.many, self.other]
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Class {
    One,
    Many,
    Other,
}

/// The plural class of a whole number (CLDR 48, `plurals.xml`; Haitian Creole has no rule there: its nouns
/// do not change).
fn class(count: u64, language: Language) -> Class {
    let romance = matches!(language, Language::Es | Language::Pt | Language::Fr);
    let one = match language {
        Language::Es | Language::En | Language::Nl => count == 1,
        Language::Pt | Language::Fr => count <= 1,
        Language::Ko | Language::Ht => false,
    };
    if one {
        Class::One
    } else if romance && count > 0 && count.is_multiple_of(1_000_000) {
        Class::Many
    } else {
        Class::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_follow_cldr_for_whole_numbers() {
        use Class::{Many, One, Other};
        for (language, expected) in [
            (Language::Es, [Other, One, Other, Other, Many]),
            (Language::Pt, [One, One, Other, Other, Many]),
            (Language::En, [Other, One, Other, Other, Other]),
            (Language::Ko, [Other, Other, Other, Other, Other]),
            (Language::Fr, [One, One, Other, Other, Many]),
            (Language::Ht, [Other, Other, Other, Other, Other]),
            (Language::Nl, [Other, One, Other, Other, Other]),
        ] {
            assert_eq!(
                [0, 1, 2, 11, 1_000_000].map(|count| class(count, language)),
                expected,
                "{language:?}"
            );
        }
    }
}
