use super::language::Language;
use super::messages::{fill, item};
use super::number::number;

/// A message that depends on a number, with the number in its place.
///
/// `forms` has a line for each of CLDR's classes `one` (exactly one; in Portuguese and French also zero), `many` (a
/// round million or more, in Spanish, Portuguese and French), `other`.
pub fn plural(forms: &'static str, count: u64, language: Language) -> String {
    fill(form(forms, count, language), &number(count))
}

/// The line of `forms` that goes with a number.
pub(super) fn form(forms: &'static str, count: u64, language: Language) -> &'static str {
    item(forms, class(count, language) as usize)
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
    use super::super::messages::Messages;
    use super::*;

    #[test]
    fn a_number_stays_with_its_noun() {
        for language in Language::ALL {
            let messages = Messages::of(language);
            for forms in [messages.people, messages.sessions, messages.countries] {
                assert!(!forms.contains(' '), "{language:?}: {forms}");
            }
        }
    }

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
