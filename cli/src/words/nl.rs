//! Dutch.

use super::Words;

pub const WORDS: Words = Words {
    error: "fout",
    warning: "waarschuwing",
    errors: "{} fout\n{} fouten\n{} fouten",
    warnings: "{} waarschuwing\n{} waarschuwingen\n{} waarschuwingen",
    no_problems: "geen problemen",
    cannot_read: "kan {} niet lezen",
    not_shared: "geen andere site kan het in de browser lezen; lever het met de header Access-Control-Allow-Origin: *",
    cannot_write: "kan {} niet schrijven",
    too_large: "is groter dan is toegestaan (8 MB, 10.000 sessies)",
    syntax: "kan vanaf regel {} niet worden gelezen; controleer het formaat",
    not_in_the_format: "heeft niet het met --from opgegeven formaat",
    another_format: "heeft het formaat {}; schrijf --from {}",
    name_is_missing: "het formaat noemt de naam van het forum niet; voeg --name \"Naam van het forum\" toe",
    time_zone_is_missing: "het formaat noemt de tijdzone niet; voeg --time-zone America/Paramaribo toe",
    no_session: "bevat geen sessie",
    unknown_session: "geen sessie heeft de id {}",
    no_day: "geen van de sessies heeft een datum",
    losses: "{} verlies\n{} verliezen\n{} verliezen",
    incomplete_texts: "{} onvolledige tekst\n{} onvolledige teksten\n{} onvolledige teksten",
    loss_kinds: [
        "Forum Feed heeft dit veld niet; het is weggelaten.",
        "Het record mist een titel, naam of datum; het is weggelaten.",
        "De datum of tijd is onleesbaar; die is weggelaten.",
        "De waarde is onleesbaar; die is weggelaten.",
        "Geen record heeft deze id; de verwijzing is weggelaten.",
        "Een ander record heeft dezelfde id; het heeft een andere gekregen.",
        "Het adres is niet volledig of niet van het web; het is weggelaten.",
        "De opmaak (HTML of Markdown) is verwijderd en de tekst behouden.",
        "De herhalingsregel is weggelaten; de eerste keer is behouden.",
        "De tekst was te lang en is afgekapt.",
        "Het land, de taal of de tijdzone is onbekend; die is weggelaten.",
    ],
};
