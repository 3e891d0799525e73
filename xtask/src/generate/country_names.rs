//! `src/locale/country_names.rs`: what the 33 states of Latin America and the Caribbean, the Republic of Korea, and those who
//! come to forums of theirs from elsewhere, are called in the seven languages, from the Unicode CLDR, with the names that an
//! international forum uses instead.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::Value;

/// ISO 3166-1 alpha-2 codes, in the order of the alphabet.
const CODES: &str = "\
    AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN KR LC MX NI PA PE PY SR SV TT UY VC VE";

/// Who else comes: the other members of ECLAC and its associate members, the European Union and the United Nations, the members of
/// the Union that have three million people, of the Group of 20, and Switzerland. A page loads these names, so they are not all of
/// ISO 3166-1.
const OTHERS: &str = "\
    AI AT AU AW BE BG BM BQ CA CH CN CW CZ DE DK ES EU FI FR GB GF GP GR HR HU ID IE IN IT JP KY MQ MS NL NO \
    PL PR PT RO RU SA SE SK SX TC TR UN US VG VI ZA";

/// The languages of the widget.
const LANGUAGES: [&str; 7] = ["es", "pt", "en", "ko", "fr", "ht", "nl"];

/// The version of npm `cldr-localenames-full` that the overrides below were written against.
const VERSION: &str = "48.2.0";

/// Where the name is not CLDR's: (language, code, name). A line that says what CLDR says is an error, so that
/// this list is the whole difference.
const OVERRIDES: &[(&str, &str, &str)] = &[
    // Spanish, French, English: the short forms of UNTERM, the terminology database of the United Nations,
    // without the article that it puts behind some (`Bahamas (las)`).
    ("es", "BO", "Bolivia (Estado Plurinacional de)"),
    ("es", "KN", "Saint Kitts y Nevis"),
    ("es", "KR", "República de Corea"),
    ("es", "SR", "Suriname"),
    ("es", "TT", "Trinidad y Tabago"),
    ("es", "VE", "Venezuela (República Bolivariana de)"),
    ("es", "RO", "Rumania"),
    ("es", "RU", "Federación de Rusia"),
    ("es", "SA", "Arabia Saudita"),
    ("es", "TR", "Türkiye"),
    ("es", "US", "Estados Unidos de América"),
    ("es", "VI", "Islas Vírgenes de los Estados Unidos"),
    ("fr", "BO", "Bolivie (État plurinational de)"),
    ("fr", "KN", "Saint-Kitts-et-Nevis"),
    ("fr", "KR", "République de Corée"),
    ("fr", "RU", "Fédération de Russie"),
    ("fr", "SV", "El Salvador"),
    ("fr", "TR", "Türkiye"),
    ("fr", "US", "États-Unis d’Amérique"),
    ("fr", "VE", "Venezuela (République bolivarienne du)"),
    ("en", "AG", "Antigua and Barbuda"),
    ("en", "BO", "Bolivia (Plurinational State of)"),
    ("en", "KN", "Saint Kitts and Nevis"),
    ("en", "KR", "Republic of Korea"),
    ("en", "LC", "Saint Lucia"),
    ("en", "RU", "Russian Federation"),
    ("en", "TC", "Turks and Caicos Islands"),
    ("en", "TT", "Trinidad and Tobago"),
    ("en", "US", "United States of America"),
    ("en", "VC", "Saint Vincent and the Grenadines"),
    ("en", "VE", "Venezuela (Bolivarian Republic of)"),
    ("en", "VI", "United States Virgin Islands"),
    // Portuguese is no language of the United Nations: the forms of its regional bodies (ECLAC, PAHO) in
    // Brazil.
    ("pt", "BO", "Bolívia (Estado Plurinacional da)"),
    ("pt", "KR", "República da Coreia"),
    ("pt", "VE", "Venezuela (República Bolivariana da)"),
    // Korean: the list of the Ministry of Foreign Affairs of the Republic of Korea, which writes each name as
    // one word and tells Dominica (연방, commonwealth) from the Dominican Republic (공화국). Its short forms of BO
    // and VE are CLDR's.
    ("ko", "AG", "앤티가바부다"),
    ("ko", "DM", "도미니카연방"),
    ("ko", "DO", "도미니카공화국"),
    ("ko", "EU", "유럽연합"),
    ("ko", "KN", "세인트키츠네비스"),
    ("ko", "TT", "트리니다드토바고"),
    ("ko", "UN", "유엔"),
    ("ko", "ZA", "남아프리카공화국"),
    // Dutch: CLDR's names are those of the Taalunie; only the host is named as it names itself.
    ("nl", "KR", "Republiek Korea"),
    // Haitian Creole: CLDR repeats the French. The names of Debian's iso-codes (Haitian Creole team) where it
    // has them, else the same words in the official orthography of 1979.
    ("ht", "AG", "Antigwa ak Babouda"),
    ("ht", "AI", "Angiya"),
    ("ht", "AR", "Ajantin"),
    ("ht", "AT", "Otrich"),
    ("ht", "AU", "Ostrali"),
    ("ht", "AW", "Awouba"),
    ("ht", "BB", "Lababad"),
    ("ht", "BE", "Bèljik"),
    ("ht", "BG", "Bilgari"),
    ("ht", "BM", "Bèmid"),
    ("ht", "BO", "Bolivi"),
    ("ht", "BQ", "Karayib Olandè"),
    ("ht", "BR", "Brezil"),
    ("ht", "BZ", "Beliz"),
    ("ht", "CA", "Kanada"),
    ("ht", "CH", "Swis"),
    ("ht", "CN", "Lachin"),
    ("ht", "CO", "Kolonbi"),
    ("ht", "CR", "Kosta Rika"),
    ("ht", "CU", "Kiba"),
    ("ht", "CW", "Kiraso"),
    ("ht", "CZ", "Tchèki"),
    ("ht", "DE", "Almay"),
    ("ht", "DK", "Danmak"),
    ("ht", "DM", "Dominik"),
    ("ht", "DO", "Repiblik Dominikèn"),
    ("ht", "EC", "Ekwatè"),
    ("ht", "ES", "Espay"),
    ("ht", "EU", "Inyon Ewopeyèn"),
    ("ht", "FI", "Fenlann"),
    ("ht", "FR", "Lafrans"),
    ("ht", "GB", "Wayòm Ini"),
    ("ht", "GD", "Grenad"),
    ("ht", "GF", "Giyàn franse"),
    ("ht", "GP", "Gwadloup"),
    ("ht", "GR", "Grès"),
    ("ht", "GT", "Gwatemala"),
    ("ht", "GY", "Giyana"),
    ("ht", "HN", "Ondiras"),
    ("ht", "HR", "Kroasi"),
    ("ht", "HT", "Ayiti"),
    ("ht", "HU", "Ongri"),
    ("ht", "ID", "Endonezi"),
    ("ht", "IE", "Ilann"),
    ("ht", "IN", "End"),
    ("ht", "IT", "Itali"),
    ("ht", "JM", "Jamayik"),
    ("ht", "KN", "Sen Kits ak Nevis"),
    ("ht", "KR", "Repiblik Kore"),
    ("ht", "KY", "Zile Kayman"),
    ("ht", "LC", "Sent Lisi"),
    ("ht", "MQ", "Matinik"),
    ("ht", "MS", "Monsera"),
    ("ht", "MX", "Meksik"),
    ("ht", "NI", "Nikaragwa"),
    ("ht", "NL", "Peyiba"),
    ("ht", "NO", "Nòvèj"),
    ("ht", "PE", "Pewou"),
    ("ht", "PL", "Polòy"),
    ("ht", "PR", "Pòtoriko"),
    ("ht", "PT", "Pòtigal"),
    ("ht", "PY", "Paragwe"),
    ("ht", "RO", "Woumani"),
    ("ht", "RU", "Federasyon Larisi"),
    ("ht", "SA", "Arabi Sawoudit"),
    ("ht", "SE", "Syèd"),
    ("ht", "SK", "Slovaki"),
    ("ht", "SR", "Sirinam"),
    ("ht", "SV", "Salvadò"),
    ("ht", "SX", "Sen Maten"),
    ("ht", "TC", "Zile Tik ak Kayik"),
    ("ht", "TR", "Tiki"),
    ("ht", "TT", "Trinidad ak Tobago"),
    ("ht", "UN", "Nasyon Zini"),
    ("ht", "US", "Etazini"),
    ("ht", "UY", "Irigwe"),
    ("ht", "VC", "Sen Vensan ak Grenadin"),
    ("ht", "VE", "Venezyela"),
    ("ht", "VG", "Zile Vyèj Britanik"),
    ("ht", "VI", "Zile Vyèj Ameriken"),
    ("ht", "ZA", "Afrik disid"),
];

/// The text of `src/locale/country_names.rs`, from the unpacked npm package `cldr-localenames-full`.
///
/// # Errors
/// When the package cannot be read, is not the pinned one, lacks a name, or when an override is none.
pub fn generate(cldr: &Path) -> anyhow::Result<String> {
    let version = read(&cldr.join("package.json"))?;
    ensure!(
        version["version"] == VERSION,
        "cldr-localenames-full {VERSION} is wanted, not {}",
        version["version"]
    );
    for (index, (language, code, _)) in OVERRIDES.iter().enumerate() {
        let codes = CODES.split(' ').chain(OTHERS.split(' '));
        let known = LANGUAGES.contains(language) && codes.into_iter().any(|known| known == *code);
        let again = OVERRIDES[..index].iter().any(|earlier| (earlier.0, earlier.1) == (*language, *code));
        ensure!(known && !again, "the override {language} {code} is for nothing, or there twice");
    }
    let mut text = format!(
        "//! Country names in seven languages: of the map's each a list with a line for each of the codes.\n\
         //!\n\
         //! Source: Unicode CLDR, npm cldr-localenames-full {VERSION}, Unicode License V3\n\
         //! (Copyright © 1991-2026 Unicode, Inc.), with the overrides in\n\
         //! `xtask/src/generate/country_names.rs` (UNTERM and others).\n\
         //! Generated by `cargo xtask generate`; do not edit.\n\n\
         /// ISO 3166-1 alpha-2 codes, two letters each, in the order of the alphabet.\n\
         pub(super) const CODES: &str = \"{}\";\n\n",
        CODES.replace(' ', "")
    );
    for language in LANGUAGES {
        let names = names(cldr, language, CODES)?.join("\\n");
        writeln!(text, "pub(super) const {}: &str = \"{names}\";", language.to_uppercase())?;
    }
    text.push_str("\n/// Those who come from elsewhere: `ES=España;`, and so on.\npub(super) mod others {\n");
    for language in LANGUAGES {
        let names = names(cldr, language, OTHERS)?;
        let entries = OTHERS.split(' ').zip(names).map(|(code, name)| format!("{code}={name};"));
        let entries: String = entries.collect();
        writeln!(text, "    pub const {}: &str = \"{entries}\";", language.to_uppercase())?;
    }
    text.push_str("}\n");
    Ok(text)
}

fn names(cldr: &Path, language: &str, codes: &str) -> anyhow::Result<Vec<String>> {
    let territories = read(&cldr.join("main").join(language).join("territories.json"))?;
    let territories = &territories["main"][language]["localeDisplayNames"]["territories"];
    let mut names = Vec::new();
    for code in codes.split(' ') {
        let theirs =
            territories[code].as_str().with_context(|| format!("CLDR has no {code} in {language}"))?;
        let ours = OVERRIDES.iter().find(|(ours, other, _)| (*ours, *other) == (language, code));
        ensure!(
            ours.is_none_or(|(_, _, name)| *name != theirs),
            "{language} {code}: the override is CLDR's own name"
        );
        let name = ours.map_or(theirs, |(_, _, name)| name);
        let plain = name.chars().all(|letter| letter.is_alphabetic() || " -’()".contains(letter));
        ensure!(plain && !name.is_empty(), "{language} {code}: unexpected characters in {name:?}");
        names.push(name.to_owned());
    }
    Ok(names)
}

fn read(path: &Path) -> anyhow::Result<Value> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}
