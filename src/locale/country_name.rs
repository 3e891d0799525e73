use super::country_names::CODES;
use super::messages::named;
use super::{CountryCode, Language, Messages, item};

/// The short name of one of the 33 states of Latin America and the Caribbean, or of the Republic of Korea, or of who often
/// comes from elsewhere, whose names are among the later words; `None` for any other code.
///
/// Names follow UNTERM in its languages; where each of the others comes from is said in
/// `xtask/src/generate/country_names.rs`.
pub fn country_name(code: CountryCode, language: Language) -> Option<&'static str> {
    let messages = Messages::of(language);
    match countries().position(|known| known == code) {
        Some(position) => Some(item(messages.country_names, position)),
        None => named(messages.other_countries, code.as_str()),
    }
}

/// How many countries of the map have a name.
pub const COUNTRIES: usize = CODES.len() / 2;

/// The codes of the countries of the map, in the order of the alphabet.
pub fn countries() -> impl Iterator<Item = CountryCode> {
    CODES.as_bytes().chunks_exact(2).filter_map(|code| str::from_utf8(code).ok().and_then(CountryCode::parse))
}

#[cfg(test)]
mod tests {
    use super::{countries, country_name};
    use crate::locale::{CountryCode, Language, Messages};

    use Language::{En, Es, Fr, Ht, Ko, Nl, Pt};

    #[test]
    fn every_country_has_a_name_in_every_language() {
        assert_eq!(countries().count(), 34);
        for language in [Es, Pt, En, Ko, Fr, Ht, Nl] {
            let mut names: Vec<_> = countries().filter_map(|code| country_name(code, language)).collect();
            assert!(names.iter().all(|name| !name.trim().is_empty() && !name.contains(char::is_control)));
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), 34, "a name is missing or there twice");
        }
    }

    #[test]
    fn names_are_at_the_place_of_their_code() {
        for (code, language, name) in [
            ("AG", En, "Antigua and Barbuda"),
            ("BO", Es, "Bolivia (Estado Plurinacional de)"),
            ("BR", Pt, "Brasil"),
            ("DM", Ko, "도미니카연방"),
            ("HT", Ht, "Ayiti"),
            ("KR", Es, "República de Corea"),
            ("KR", Pt, "República da Coreia"),
            ("KR", En, "Republic of Korea"),
            ("KR", Ko, "대한민국"),
            ("KR", Fr, "République de Corée"),
            ("KR", Ht, "Repiblik Kore"),
            ("KR", Nl, "Republiek Korea"),
            ("SR", Nl, "Suriname"),
            ("VE", Es, "Venezuela (República Bolivariana de)"),
            ("DE", Nl, "Duitsland"),
            ("ES", Es, "España"),
            ("ES", Ko, "스페인"),
            ("US", Ht, "Etazini"),
            ("UN", Pt, "Nações Unidas"),
            ("ZA", Fr, "Afrique du Sud"),
        ] {
            assert_eq!(
                CountryCode::parse(code).and_then(|code| country_name(code, language)),
                Some(name),
                "{code}"
            );
        }
        assert_eq!(CountryCode::parse("QZ").and_then(|code| country_name(code, Fr)), None);
    }

    #[test]
    fn who_comes_from_elsewhere_has_a_name_in_every_language_and_is_not_on_the_map() {
        let codes: Vec<&str> =
            Messages::of(Es).other_countries.split_terminator(';').map(|entry| &entry[..2]).collect();
        assert!(codes.is_sorted() && codes.len() > 50);
        for language in Language::ALL {
            let mut names: Vec<_> = countries().filter_map(|code| country_name(code, language)).collect();
            for code in codes.iter().filter_map(|code| CountryCode::parse(code)) {
                assert!(countries().all(|own| own != code), "{code} is on the map");
                names.extend(country_name(code, language).filter(|name| !name.contains(['=', ';'])));
            }
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), 34 + codes.len(), "{language:?}: a name is missing or there twice");
        }
    }
}
