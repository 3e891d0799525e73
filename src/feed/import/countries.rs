//! Countries as people write them: by code, or by name in one of the seven languages.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::locale::{CountryCode, Language, countries, country_name, fold};

/// Names that people use beside those of [`country_name`], folded.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("BS", "the bahamas"),
    ("BS", "las bahamas"),
    ("DO", "rep. dominicana"),
    ("GD", "grenada"),
    ("KN", "san cristobal y nieves"),
    ("KR", "corea del sur"),
    ("KR", "corea"),
    ("KR", "coreia do sul"),
    ("KR", "coreia"),
    ("KR", "south korea"),
    ("KR", "korea"),
    ("KR", "한국"),
    ("LC", "st. lucia"),
    ("TT", "trinidad and tobago"),
    ("TT", "trinidad y tobago"),
    ("TT", "trinidade e tobago"),
];

/// The country of an ISO 3166-1 alpha-2 code, in any case, or of a name, without regard to case and accents; `None`
/// for a name of another country than the 34 of [`countries`]. What stands in parentheses in a name may be missing.
pub fn country_named(text: &str) -> Option<CountryCode> {
    let text = text.trim();
    if text.chars().nth(MOST_LETTERS).is_some() {
        return None;
    }
    CountryCode::parse(text).or_else(|| NAMES.get(&fold(text)).copied())
}

/// No name of a country is longer.
const MOST_LETTERS: usize = 80;

/// All names, folded, whole and without what stands in parentheses.
static NAMES: LazyLock<HashMap<String, CountryCode>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for code in countries() {
        for name in Language::ALL.into_iter().filter_map(|language| country_name(code, language)) {
            let name = fold(name);
            let short = name.split(" (").next().unwrap_or_default();
            names.insert(short.to_owned(), code);
            names.insert(name, code);
        }
    }
    let others =
        OTHER_NAMES.iter().filter_map(|(code, name)| Some(((*name).to_owned(), CountryCode::parse(code)?)));
    names.extend(others);
    names
});

#[cfg(test)]
mod tests {
    use super::country_named;
    use crate::locale::{CountryCode, Language, countries, country_name};

    #[test]
    fn codes_and_names() {
        for (text, code) in [
            ("cr", Some("CR")),
            (" Costa Rica ", Some("CR")),
            ("PERU", Some("PE")),
            ("Brazil", Some("BR")),
            ("Brasil", Some("BR")),
            ("República Bolivariana", None),
            ("Venezuela", Some("VE")),
            ("Bolivia (Estado Plurinacional de)", Some("BO")),
            ("Corea del Sur", Some("KR")),
            ("República de Corea", Some("KR")),
            ("대한민국", Some("KR")),
            ("Ayiti", Some("HT")),
            ("Dominica", Some("DM")),
            ("República Dominicana", Some("DO")),
            ("Atlantis", None),
            ("", None),
        ] {
            assert_eq!(country_named(text).as_ref().map(CountryCode::as_str), code, "{text}");
        }
        assert_eq!(country_named(&"a".repeat(1 << 20)), None);
    }

    #[test]
    fn every_name_of_ours_is_found_under_its_code() {
        for code in countries() {
            for name in Language::ALL.into_iter().filter_map(|language| country_name(code, language)) {
                assert_eq!(country_named(name), Some(code), "{name}");
            }
        }
    }
}
