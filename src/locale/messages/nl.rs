//! Dutch.

use super::Messages;
use crate::locale::country_names;
use crate::locale::zones::city_names;

pub const MESSAGES: Messages = Messages {
    programme: "Programma",
    programme_to_be_announced: "Het programma wordt nog bekendgemaakt.",
    participating_countries: "Deelnemende landen",
    delegations: "Delegaties",
    countries: "{}\u{a0}land\n{}\u{a0}landen\n{}\u{a0}landen",
    sessions: "{}\u{a0}sessie\n{}\u{a0}sessies\n{}\u{a0}sessies",
    people: "{}\u{a0}persoon\n{}\u{a0}personen\n{}\u{a0}personen",
    digit_group: ".",
    organizers: "Georganiseerd door",
    source: "Bron",
    license: "Licentie",
    updated: "Bijgewerkt op {}",
    contact: "Contact",
    map_description: "Kaart van de deelnemende landen; de lijst hieronder bevat dezelfde gegevens.",
    map_note: "De grenzen en namen op deze kaart houden geen goedkeuring of erkenning door de organisatoren \
               in.",
    malvinas_note: "† Tussen Argentinië en het Verenigd Koninkrijk bestaat een geschil over de soevereiniteit over \
        de Falklandeilanden (Malvinas).",
    regions: "Regio\n\
        Alles\n\
        Mexico en Midden-Amerika\n\
        Caribisch gebied\n\
        Zuid-Amerika",
    also_taking_part: "Overige deelnemers",
    choose_country: "Kies een land om zijn delegatie en sessies te markeren.",
    clear_selection: "Selectie wissen",
    selected: "Gekozen land",
    host: "Gastland",
    day_number: "Dag {}",
    day_to_be_announced: "Datum nog niet bekend",
    time_to_be_announced: "Tijd nog niet bekend",
    hours_not_published: "Tijden niet gepubliceerd",
    time_of: "Tijd in {}",
    session_number: "Sessie {}",
    names_not_published: "De bron vermeldt geen namen.",
    country_not_given: "Land niet vermeld",
    country_names: country_names::NL,
    institutions: "Instellingen",
    in_language: "in het Spaans\n\
        in het Portugees\n\
        in het Engels\n\
        in het Koreaans\n\
        in het Frans\n\
        in het Haïtiaans Creools\n\
        in het Nederlands",
    forum_modes: "Ter plaatse\n\
        Online\n\
        Ter plaatse en online",
    modes: "Ter plaatse\n\
        Video-opname\n\
        Online",
    several_modes: "Op meerdere wijzen",
    taking_part: "Neemt deel",
    levels: "Staatshoofd of regeringsleider\n\
        Ministerieel niveau\n\
        Viceministerieel niveau\n\
        Hoog niveau\n\
        Deskundigenniveau",
    kinds: "Opening\n\
        Toespraak\n\
        Hoofdlezing\n\
        Panel\n\
        Pauze\n\
        Plechtigheid\n\
        Bilateraal overleg\n\
        Sluiting\n\
        Sessie",
    parts: "Openingstoespraak\n\
        Welkomstwoord\n\
        Gelukwensen\n\
        Hoofdlezing\n\
        Voorzitterschap\n\
        Gespreksleiding\n\
        Panel",
    statuses: "Bezig\n\
        Afgelopen\n\
        Tijdstip gewijzigd\n\
        Uitgesteld\n\
        Afgelast",
    months: "januari\n\
        februari\n\
        maart\n\
        april\n\
        mei\n\
        juni\n\
        juli\n\
        augustus\n\
        september\n\
        oktober\n\
        november\n\
        december",
    weekdays: "Maandag\n\
        Dinsdag\n\
        Woensdag\n\
        Donderdag\n\
        Vrijdag\n\
        Zaterdag\n\
        Zondag",
    and: " en ",
    retry: "Opnieuw proberen",
    outdated: "Het programma kon niet worden bijgewerkt; de laatst beschikbare kopie wordt getoond.",
    failures: "Het programma kon niet worden geladen: de server antwoordt niet of staat lezen vanaf deze site niet toe.\n\
        Het programma kon niet worden geladen: het beveiligingsbeleid van deze pagina (CSP) blokkeert het adres.\n\
        Het programma kon niet worden geladen: de server antwoordde met een fout.\n\
        Het programma kon niet worden getoond: het ontvangen document is geen geldig programma.\n\
        Het programma kon niet worden getoond: het document is te groot.",
    problems: "De tekst is geen geldige JSON of is onvolledig; verbeter die op deze plaats.\n\
        Er zijn te veel geneste niveaus; 64 zijn toegestaan.\n\
        De waarde is niet van het verwachte type; schrijf die zoals het formaat aangeeft.\n\
        Er ontbreekt een verplicht veld; voeg het toe.\n\
        Deze versie van het formaat is onbekend; schrijf 1.\n\
        De datum bestaat niet of heeft niet de vorm JJJJ-MM-DD.\n\
        De tijd bestaat niet of volgt RFC 3339 niet (bijvoorbeeld 2021-03-17T09:00:00+09:00).\n\
        Deze plaatselijke tijd bestaat niet door het verzetten van de klok; geef het verschil met UTC op.\n\
        Deze plaatselijke tijd komt twee keer voor door het verzetten van de klok; geef het verschil met UTC op.\n\
        Dit is geen landcode van twee letters volgens ISO 3166-1.\n\
        Dit is geen BCP 47-taaltag (bijvoorbeeld es of pt-BR).\n\
        Dit is geen bekende tijdzone (bijvoorbeeld America/Paramaribo).\n\
        Alleen volledige http-, https- of mailto-adressen zijn toegestaan.\n\
        Een ander record in de lijst heeft dezelfde id; wijzig een van beide.\n\
        Geen record heeft deze id; verbeter die of voeg het record toe.\n\
        Het einde ligt voor het begin; het is weggelaten.\n\
        Er zijn meer records dan toegestaan; de rest wordt weggelaten.\n\
        Het document is groter dan de toegestane 8 MB.\n\
        Het document bevat niets om te tonen.",
    search_label: "Zoeken in het programma",
    filters: "Filters",
    filter_names: "Thema\n\
        Land\n\
        Type\n\
        Taal\n\
        Deelnamevorm",
    arrange_by: "Indelen op",
    day: "Dag",
    other_sessions: "Overige sessies",
    all_of_it: "Alle",
    clear_filters: "Filters wissen",
    results: "{} sessie gevonden\n{} sessies gevonden\n{} sessies gevonden",
    no_results: "Geen sessies gevonden. Probeer andere woorden of wis filters.",
    languages_of_session: "Voertaal\nVertolking naar\nGebarentaal",
    language_names: "Spaans\n\
        Portugees\n\
        Engels\n\
        Koreaans\n\
        Frans\n\
        Haïtiaans Creools\n\
        Nederlands",
    room: "Zaal",
    link_kinds: "Livestream\n\
        Opname\n\
        Presentatie\n\
        Persbericht\n\
        Document",
    add_to_calendar: "Aan agenda toevoegen",
    calendar_file: "Deze sessie (.ics)",
    calendar_all: "Het hele programma (.ics)",
    calendar_found: "De gevonden sessies (.ics)",
    google: "Google Agenda",
    outlook: "Outlook",
    copy_link: "Link kopiëren",
    copied: "Link gekopieerd",
    previous_session: "Vorige sessie",
    next_session: "Volgende sessie",
    now: "Nu",
    next: "Hierna",
    to_now: "Naar de huidige of volgende sessie",
    time_zone: "Tijdzone",
    zone_of_event: "Tijd van het evenement",
    zone_of_visitor: "Mijn tijd",
    your_time: "uw tijd",
    day_before: "{} de dag ervoor",
    day_after: "{} de dag erna",
    moved_from: "Oorspronkelijk: {}",
    hours_less: "in {}, {} uur vroeger\nin {}, {} uur vroeger\nin {}, {} uur vroeger",
    hours_more: "in {}, {} uur later\nin {}, {} uur later\nin {}, {} uur later",
    am_pm: "a.m.\np.m.",
    show_more: "Nog {} sessie tonen\nNog {} sessies tonen\nNog {} sessies tonen",
    favorite: "Favoriet: {}",
    only_favorites: "Alleen favorieten ({})",
    news: "Nieuw sinds uw laatste bezoek\nGewijzigd sinds uw laatste bezoek",
    city_names: city_names::NL,
    see_delegation: "Delegatie bekijken",
    save_map: "Kaart downloaden (.svg)",
    other_countries: country_names::others::NL,
};
