//! Haitian Creole.

use super::Messages;
use crate::locale::country_names;
use crate::locale::zones::city_names;

pub const MESSAGES: Messages = Messages {
    programme: "Pwogram",
    programme_to_be_announced: "Y ap anonse pwogram nan pita.",
    participating_countries: "Peyi k ap patisipe",
    delegations: "Delegasyon",
    countries: "{}\u{a0}peyi\n{}\u{a0}peyi\n{}\u{a0}peyi",
    sessions: "{}\u{a0}sesyon\n{}\u{a0}sesyon\n{}\u{a0}sesyon",
    people: "{}\u{a0}moun\n{}\u{a0}moun\n{}\u{a0}moun",
    digit_group: "\u{a0}",
    organizers: "Òganizatè",
    source: "Sous",
    license: "Lisans",
    updated: "Mizajou {}",
    contact: "Kontak",
    map_description: "Kat peyi k ap patisipe yo; lis ki vini apre a gen menm enfòmasyon yo.",
    map_note: "Fwontyè ak non ki parèt sou kat sa a pa vle di òganizatè yo apwouve oswa aksepte yo.",
    malvinas_note: "† Gen yon diskisyon ant Ajantin ak Wayòm Ini sou souverènte Zile Falkland yo (Malvinas).",
    regions: "Rejyon\n\
        Tout\n\
        Meksik ak Amerik Santral\n\
        Karayib\n\
        Amerik di Sid",
    also_taking_part: "Ap patisipe tou",
    choose_country: "Chwazi yon peyi pou mete delegasyon li ak sesyon li yo an evidans.",
    clear_selection: "Retire seleksyon an",
    selected: "Peyi ou chwazi a",
    host: "Peyi ki resevwa a",
    day_number: "Jou {}",
    day_to_be_announced: "Dat la poko anonse",
    time_to_be_announced: "Lè a poko anonse",
    hours_not_published: "Orè yo pa pibliye",
    time_of: "Lè {}",
    session_number: "Sesyon {}",
    names_not_published: "Sous la pa bay non.",
    country_not_given: "Peyi a pa endike",
    country_names: country_names::HT,
    institutions: "Enstitisyon",
    in_language: "an panyòl\n\
        an pòtigè\n\
        an angle\n\
        an koreyen\n\
        an franse\n\
        an kreyòl ayisyen\n\
        an olandè",
    forum_modes: "An pèsòn\n\
        Sou entènèt\n\
        An pèsòn ak sou entènèt",
    modes: "An pèsòn\n\
        Videyo anrejistre\n\
        Sou entènèt",
    several_modes: "Plizyè fason",
    taking_part: "Ap patisipe",
    levels: "Chèf Leta oswa chèf gouvènman\n\
        Nivo ministeryèl\n\
        Nivo vis-ministeryèl\n\
        Wo nivo\n\
        Nivo ekspè",
    kinds: "Ouvèti\n\
        Diskou\n\
        Konferans prensipal\n\
        Panèl\n\
        Poz\n\
        Seremoni\n\
        Reyinyon bilateral\n\
        Fèmti\n\
        Sesyon",
    parts: "Diskou ouvèti\n\
        Mo byenveni\n\
        Mo felisitasyon\n\
        Konferans prensipal\n\
        Prezidans\n\
        Moderasyon\n\
        Panèl",
    statuses: "Ap fèt kounye a\n\
        Fini\n\
        Lè a chanje\n\
        Ranvwaye\n\
        Anile",
    months: "janvye\n\
        fevriye\n\
        mas\n\
        avril\n\
        me\n\
        jen\n\
        jiyè\n\
        out\n\
        septanm\n\
        oktòb\n\
        novanm\n\
        desanm",
    weekdays: "Lendi\n\
        Madi\n\
        Mèkredi\n\
        Jedi\n\
        Vandredi\n\
        Samdi\n\
        Dimanch",
    and: " ak ",
    retry: "Eseye ankò",
    outdated: "Nou pa t kapab mete pwogram nan ajou; se dènye kopi ki disponib la ki parèt.",
    failures: "Nou pa t kapab chaje pwogram nan: sèvè a pa reponn oswa li pa kite sit sa a li l.\n\
        Nou pa t kapab chaje pwogram nan: règ sekirite paj sa a (CSP) bloke adrès li.\n\
        Nou pa t kapab chaje pwogram nan: sèvè a reponn ak yon erè.\n\
        Nou pa t kapab montre pwogram nan: dokiman nou resevwa a se pa yon pwogram ki valab.\n\
        Nou pa t kapab montre pwogram nan: dokiman an twò gwo.",
    problems: "Tèks la pa JSON ki valab oswa li pa konplè; korije l nan kote sa a.\n\
        Gen twòp nivo youn andedan lòt; 64 nivo pèmèt.\n\
        Valè a pa kalite yo tann nan; ekri l jan fòma a di a.\n\
        Yon chan obligatwa manke; ajoute l.\n\
        Yo pa konnen vèsyon fòma sa a; ekri 1.\n\
        Dat la pa egziste oswa li pa nan fòm AAAA-MM-JJ.\n\
        Lè a pa egziste oswa li pa swiv RFC 3339 (pa egzanp, 2021-03-17T09:00:00+09:00).\n\
        Lè lokal sa a pa egziste poutèt chanjman lè a; endike diferans ak UTC.\n\
        Lè lokal sa a rive de fwa poutèt chanjman lè a; endike diferans ak UTC.\n\
        Se pa yon kòd peyi ISO 3166-1 ki gen de lèt.\n\
        Se pa yon etikèt lang BCP 47 (pa egzanp, es oswa pt-BR).\n\
        Se pa yon zòn orè yo konnen (pa egzanp, America/Port-au-Prince).\n\
        Sèlman adrès http, https oswa mailto ki konplè yo pèmèt.\n\
        Yon lòt anrejistreman nan lis la gen menm idantifyan an; chanje youn nan de yo.\n\
        Pa gen anrejistreman ki gen idantifyan sa a; korije l oswa ajoute anrejistreman an.\n\
        Fen an vini anvan kòmansman an; yo retire l.\n\
        Gen plis anrejistreman pase sa ki pèmèt; yo retire rès yo.\n\
        Dokiman an depase gwosè ki pèmèt la, 8 MB.\n\
        Dokiman an pa gen anyen pou montre.",
    search_label: "Chèche nan pwogram nan",
    filters: "Filt",
    filter_names: "Sijè\n\
        Peyi\n\
        Kalite\n\
        Lang\n\
        Fason patisipe",
    arrange_by: "Òganize pa",
    day: "Jou",
    other_sessions: "Lòt sesyon",
    all_of_it: "Tout",
    clear_filters: "Retire filt yo",
    results: "Nou jwenn {} sesyon\nNou jwenn {} sesyon\nNou jwenn {} sesyon",
    no_results: "Pa gen sesyon ki koresponn. Eseye lòt mo oswa retire kèk filt.",
    languages_of_session: "Lang yo pale\nEntèpretasyon an\nLang siy",
    language_names: "panyòl\n\
        pòtigè\n\
        angle\n\
        koreyen\n\
        franse\n\
        kreyòl ayisyen\n\
        olandè",
    room: "Sal",
    link_kinds: "Transmisyon an dirèk\n\
        Anrejistreman\n\
        Prezantasyon\n\
        Kominike pou laprès\n\
        Dokiman",
    add_to_calendar: "Ajoute nan kalandriye",
    calendar_file: "Sesyon sa a (.ics)",
    calendar_all: "Tout pwogram nan (.ics)",
    calendar_found: "Sesyon nou jwenn yo (.ics)",
    google: "Google Calendar",
    outlook: "Outlook",
    copy_link: "Kopye lyen an",
    copied: "Lyen an kopye",
    previous_session: "Sesyon anvan",
    next_session: "Sesyon apre",
    now: "Kounye a",
    next: "Apre sa",
    to_now: "Ale nan sesyon k ap fèt la oswa nan sa k ap vini an",
    time_zone: "Zòn orè",
    zone_of_event: "Lè evènman an",
    zone_of_visitor: "Lè pa m",
    your_time: "lè pa ou",
    day_before: "{} jou anvan an",
    day_after: "{} jou apre a",
    moved_from: "Lè ki te anonse anvan an: {}",
    hours_less: "nan {}, {} èdtan mwens\nnan {}, {} èdtan mwens\nnan {}, {} èdtan mwens",
    hours_more: "nan {}, {} èdtan anplis\nnan {}, {} èdtan anplis\nnan {}, {} èdtan anplis",
    am_pm: "a.m.\np.m.",
    show_more: "Montre {} sesyon anplis\nMontre {} sesyon anplis\nMontre {} sesyon anplis",
    favorite: "Favori: {}",
    only_favorites: "Favori sèlman ({})",
    news: "Nouvo depi dènye vizit ou\nChanje depi dènye vizit ou",
    city_names: city_names::HT,
    see_delegation: "Gade delegasyon an",
    save_map: "Telechaje kat la (.svg)",
    other_countries: country_names::others::HT,
};
