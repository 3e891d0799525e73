use super::country_names::CODES;
use super::{CountryCode, Language, Messages, item};

/// The short name of one of the 33 states of Latin America and the Caribbean, or of the Republic of Korea;
/// `None` for any other code.
///
/// Names follow UNTERM in its languages; where each of the others comes from is said in
/// `xtask/src/generate/country_names.rs`.
pub fn country_name(code: CountryCode, language: Language) -> Option<&'static str> {
    let position = countries().position(|known| known == code)?;
    Some(item(Messages::of(language).country_names, position))
}

/// How many countries have a name.
pub const COUNTRIES: usize = CODES.len() / 2;

/// The codes that [`country_name`] knows, in the order of the alphabet.
pub fn countries() -> impl Iterator<Item = CountryCode> {
    CODES.as_bytes().chunks_exact(2).filter_map(|code| str::from_utf8(code).ok().and_then(CountryCode::parse))
}

#[cfg(test)]
mod tests {
    use super::{countries, country_name};
    use crate::locale::{CountryCode, Language};

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
        ] {
            assert_eq!(
                CountryCode::parse(code).and_then(|code| country_name(code, language)),
                Some(name),
                "{code}"
            );
        }
        assert_eq!(CountryCode::parse("GF").and_then(|code| country_name(code, Fr)), None);
    }
}
