use super::language::Language;
use super::messages::{Messages, fill, item};
use super::number::grouped;

/// A message that depends on a number, with the number in its place.
///
/// `forms` has a line for each of CLDR's classes `one` (exactly one; in Portuguese and French also zero), `many` (a
/// round million or more, in Spanish, Portuguese and French), `other`.
pub fn plural(forms: &'static str, count: u64, language: Language) -> String {
    // In Spanish a group of one digit does not stand alone (`minimumGroupingDigits`).
    let mark =
        if count < 10_000 && language == Language::Es { "" } else { Messages::of(language).digit_group };
    fill(form(forms, count, language), &grouped(count, mark))
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
    use super::*;

    /// CLDR 48: `symbols-numberSystem-latn.group` and `minimumGroupingDigits` of `numbers.json`; Portuguese is that of Brazil.
    #[test]
    fn counts_are_grouped_as_in_cldr() {
        for (language, expected) in [
            (Language::Es, ["999", "9999", "10.000", "1.234.567"]),
            (Language::Pt, ["999", "9.999", "10.000", "1.234.567"]),
            (Language::En, ["999", "9,999", "10,000", "1,234,567"]),
            (Language::Ko, ["999", "9,999", "10,000", "1,234,567"]),
            (Language::Fr, ["999", "9\u{202f}999", "10\u{202f}000", "1\u{202f}234\u{202f}567"]),
            (Language::Ht, ["999", "9\u{a0}999", "10\u{a0}000", "1\u{a0}234\u{a0}567"]),
            (Language::Nl, ["999", "9.999", "10.000", "1.234.567"]),
        ] {
            let written = [999, 9_999, 10_000, 1_234_567].map(|count| plural("{}\n{}\n{}", count, language));
            assert_eq!(written, expected, "{language:?}");
        }
    }

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
