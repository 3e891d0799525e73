//! English.

use super::Messages;
use crate::locale::country_names;
use crate::locale::zones::city_names;

pub const MESSAGES: Messages = Messages {
    programme: "Programme",
    programme_to_be_announced: "The programme is to be announced.",
    participating_countries: "Participating countries",
    delegations: "Delegations",
    countries: "{}\u{a0}country\n{}\u{a0}countries\n{}\u{a0}countries",
    sessions: "{}\u{a0}session\n{}\u{a0}sessions\n{}\u{a0}sessions",
    people: "{}\u{a0}person\n{}\u{a0}people\n{}\u{a0}people",
    digit_group: ",",
    organizers: "Organized by",
    source: "Source",
    license: "Licence",
    updated: "Updated {}",
    contact: "Contact",
    map_description: "Map of the participating countries; the list that follows has the same data.",
    map_note: "The boundaries and names shown on this map do not imply endorsement or acceptance by the \
               organizers.",
    malvinas_note: "† A dispute exists between Argentina and the United Kingdom concerning sovereignty over the \
        Falkland Islands (Malvinas).",
    regions: "Region\n\
        All\n\
        Mexico and Central America\n\
        Caribbean\n\
        South America",
    also_taking_part: "Also taking part",
    choose_country: "Choose a country to highlight its delegation and its sessions.",
    clear_selection: "Clear the selection",
    selected: "Selected country",
    host: "Host",
    day_number: "Day {}",
    day_to_be_announced: "Date to be announced",
    time_to_be_announced: "Time to be announced",
    hours_not_published: "Times not published",
    time_of: "Time in {}",
    session_number: "Session {}",
    names_not_published: "The source gives no names.",
    country_not_given: "Country not given",
    country_names: country_names::EN,
    institutions: "Institutions",
    in_language: "in Spanish\n\
        in Portuguese\n\
        in English\n\
        in Korean\n\
        in French\n\
        in Haitian Creole\n\
        in Dutch",
    forum_modes: "In person\n\
        Online\n\
        In person and online",
    modes: "In person\n\
        Recorded video\n\
        Online",
    several_modes: "Several formats",
    taking_part: "Takes part",
    levels: "Head of State or Government\n\
        Ministerial level\n\
        Vice-ministerial level\n\
        High level\n\
        Expert level",
    kinds: "Opening\n\
        Remarks\n\
        Keynote\n\
        Panel\n\
        Break\n\
        Ceremony\n\
        Bilateral meeting\n\
        Closing\n\
        Session",
    parts: "Opening speech\n\
        Welcome remarks\n\
        Congratulatory remarks\n\
        Keynote\n\
        Chair\n\
        Moderator\n\
        Panellist",
    statuses: "In progress\n\
        Ended\n\
        Rescheduled\n\
        Postponed\n\
        Cancelled",
    months: "January\n\
        February\n\
        March\n\
        April\n\
        May\n\
        June\n\
        July\n\
        August\n\
        September\n\
        October\n\
        November\n\
        December",
    weekdays: "Monday\n\
        Tuesday\n\
        Wednesday\n\
        Thursday\n\
        Friday\n\
        Saturday\n\
        Sunday",
    and: " and ",
    retry: "Try again",
    outdated: "The programme could not be updated; the last available copy is shown.",
    failures: "The programme could not be loaded: the server does not answer or does not allow this site to read it.\n\
        The programme could not be loaded: this page’s security policy (CSP) blocks its address.\n\
        The programme could not be loaded: the server answered with an error.\n\
        The programme could not be shown: the document received is not a valid programme.\n\
        The programme could not be shown: the document exceeds the size limit.",
    problems: "The text is not valid JSON, or it is incomplete; correct it at this place.\n\
        Values are nested too deeply; 64 levels are allowed.\n\
        The value is not of the expected type; write it as the format says.\n\
        A required field is missing; add it.\n\
        This version of the format is not known; write 1.\n\
        The date does not exist or is not of the form YYYY-MM-DD.\n\
        The time does not exist or does not follow RFC 3339, as 2021-03-17T09:00:00+09:00 does.\n\
        Clocks skip this local time when they change; give the offset from UTC.\n\
        Clocks show this local time twice when they change; give the offset from UTC.\n\
        This is not a two-letter ISO 3166-1 country code.\n\
        This is not a BCP 47 language tag such as es or pt-BR.\n\
        This is not a known time zone such as America/Bogota.\n\
        Only complete http, https or mailto addresses are allowed.\n\
        Another record of the list has the same id; change one of them.\n\
        No record has this id; correct it or add the record.\n\
        The end comes before the start; it was left out.\n\
        There are more records than allowed; the rest is left out.\n\
        The document is larger than the 8 MB that are allowed.\n\
        The document holds nothing to show.",
    search_label: "Search the programme",
    filters: "Filters",
    filter_names: "Topic\n\
        Country\n\
        Type\n\
        Language\n\
        Format",
    arrange_by: "Arrange by",
    day: "Day",
    other_sessions: "Other sessions",
    all_of_it: "Any",
    clear_filters: "Clear filters",
    results: "{} session found\n{} sessions found\n{} sessions found",
    no_results: "No session matches. Try other words or clear some filters.",
    languages_of_session: "Language\nInterpretation into\nSign language",
    language_names: "Spanish\n\
        Portuguese\n\
        English\n\
        Korean\n\
        French\n\
        Haitian Creole\n\
        Dutch",
    room: "Room",
    link_kinds: "Live stream\n\
        Recording\n\
        Slides\n\
        Press release\n\
        Document",
    add_to_calendar: "Add to calendar",
    calendar_file: "This session (.ics)",
    calendar_all: "The whole programme (.ics)",
    calendar_found: "The sessions found (.ics)",
    google: "Google Calendar",
    outlook: "Outlook",
    copy_link: "Copy link",
    copied: "Link copied",
    previous_session: "Previous session",
    next_session: "Next session",
    now: "Now",
    next: "Next",
    to_now: "Go to the current or next session",
    time_zone: "Time zone",
    zone_of_event: "Event time",
    zone_of_visitor: "My time",
    your_time: "your time",
    day_before: "{} the day before",
    day_after: "{} the day after",
    moved_from: "Previously: {}",
    hours_less: "in {}, {} hour behind\nin {}, {} hours behind\nin {}, {} hours behind",
    hours_more: "in {}, {} hour ahead\nin {}, {} hours ahead\nin {}, {} hours ahead",
    am_pm: "a.m.\np.m.",
    show_more: "Show {} more session\nShow {} more sessions\nShow {} more sessions",
    favorite: "Favourite: {}",
    only_favorites: "Favourites only ({})",
    news: "New since your last visit\nChanged since your last visit",
    city_names: city_names::EN,
    see_delegation: "See the delegation",
    save_map: "Download the map (.svg)",
    other_countries: country_names::others::EN,
};
