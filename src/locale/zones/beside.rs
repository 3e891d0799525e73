//! The clocks of two places beside each other: the forum's and the visitor's.

use super::city::city;
use super::offset::offset_label;
use crate::locale::clock::{Clock, time_of_day, time_range};
use crate::locale::dates::day_and_time;
use crate::locale::language::Language;
use crate::locale::messages::{Messages, fill};
use crate::locale::number::number;
use crate::locale::plural::form;
use crate::time::{Date, Instant, LocalDateTime, Zone};

/// The visitor's time of a session that stands under a `day`, with its city: `18:00–19:30 del día anterior, San José`;
/// `None` while the clocks of both zones show the same.
pub fn beside(
    start: Instant,
    end: Option<Instant>,
    day: Date,
    event: Zone,
    visitor: Zone,
    clock: Clock,
    language: Language,
) -> Option<String> {
    let differs = |instant| event.offset_at(instant) != visitor.offset_at(instant);
    if !differs(start) && !end.is_some_and(differs) {
        return None;
    }
    Some([&hours(start, end, day, visitor, clock, language), ", ", &place(visitor, language)].concat())
}

/// The time of a session by the clock of a zone: `23:00 – 01:00 del día siguiente`. Days are told from the one under which it
/// stands, which is the day before where it starts after midnight and belongs to that. An end that is not after the start is left out.
pub fn hours(
    start: Instant,
    end: Option<Instant>,
    day: Date,
    zone: Zone,
    clock: Clock,
    language: Language,
) -> String {
    let end = end.filter(|end| *end > start);
    let start = zone.to_local(start);
    match end.map(|end| zone.to_local(end)) {
        Some(end) if end.date == start.date => {
            on_day(time_range(start.time, end.time, clock, language), start.date, day, language)
        }
        Some(end) => {
            let [start, end] = [start, end].map(|local| moment(local, day, clock, language));
            [start.as_str(), if language == Language::Ko { " ~ " } else { " – " }, &end].concat()
        }
        None => moment(start, day, clock, language),
    }
}

/// Whose clock the times of a forum follow, and how far the visitor's is from it at an instant:
/// `Hora de Seúl (UTC+9) · en San José, 15 horas menos`.
pub fn zone_line(at: Instant, event: Zone, visitor: Zone, language: Language) -> String {
    let messages = Messages::of(language);
    let (own, theirs) = (event.offset_at(at), visitor.offset_at(at));
    let mut line = offset_label(own);
    let city = city(event, language);
    // UTC is no place, and an offset alone has no name.
    if event != Zone::UTC && !city.is_empty() {
        line = [&fill(messages.time_of, &city), " (", &line, ")"].concat();
    }
    if own != theirs {
        line.push_str(" · ");
        line.push_str(&apart(theirs.saturating_sub(own), &place(visitor, language), language));
    }
    line
}

/// `en San José, 15 horas menos`, to the quarter of an hour.
fn apart(seconds: i32, place: &str, language: Language) -> String {
    let messages = Messages::of(language);
    let forms = if seconds < 0 { messages.hours_less } else { messages.hours_more };
    let quarters = seconds.unsigned_abs().saturating_add(450) / 900;
    let (hours, part) = (
        quarters / 4,
        match quarters % 4 {
            1 => "¼",
            2 => "½",
            3 => "¾",
            _ => "",
        },
    );
    let whole = u64::from(hours);
    let text = match (hours, part) {
        (0, part) if !part.is_empty() => part.into(),
        _ => [&number(whole), part].concat(),
    };
    // CLDR: in Portuguese and French it is the whole hours that decide; elsewhere 1½ is more than one, and a part is of one.
    let counted = match (language, part) {
        (Language::Pt | Language::Fr, _) | (_, "") => whole,
        _ => whole.max(1) + u64::from(hours > 0),
    };
    fill(&fill(form(forms, counted, language), place), &text)
}

/// The city of a zone, or words that stand for it.
fn place(zone: Zone, language: Language) -> String {
    let city = city(zone, language);
    if city.is_empty() { Messages::of(language).your_time.into() } else { city }
}

fn moment(local: LocalDateTime, day: Date, clock: Clock, language: Language) -> String {
    on_day(time_of_day(local.time, clock, language), local.date, day, language)
}

/// A time, and on which day it is where that is not the day of the session.
fn on_day(time: String, date: Date, day: Date, language: Language) -> String {
    let messages = Messages::of(language);
    match date.days_since_epoch() - day.days_since_epoch() {
        0 => time,
        -1 => fill(messages.day_before, &time),
        1 => fill(messages.day_after, &time),
        _ => day_and_time(date, &time, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWELVE: Clock = Clock { twelve_hours: true };
    const TWENTY_FOUR: Clock = Clock { twelve_hours: false };

    fn zone(name: &str) -> Zone {
        Zone::named(name).unwrap()
    }

    /// An instant from the date and the time that the clocks of a zone show.
    fn shown(date: &str, hour: u8, minute: u8, zone: Zone) -> Instant {
        let time = crate::time::TimeOfDay::new(hour, minute, 0).unwrap();
        zone.from_local(LocalDateTime { date: Date::parse(date).unwrap(), time }).instant
    }

    /// A session in Seoul, `from` and `to` in hours and minutes of its day.
    #[track_caller]
    fn check_beside(
        (date, from, to): (&str, (u8, u8), (u8, u8)),
        visitor: &str,
        language: Language,
        expected: &str,
    ) {
        let seoul = zone("Asia/Seoul");
        let [start, end] = [from, to].map(|(hour, minute)| shown(date, hour, minute, seoul));
        let day = Date::parse(date).unwrap();
        let found = beside(start, Some(end), day, seoul, zone(visitor), TWENTY_FOUR, language);
        assert_eq!(found.as_deref(), Some(expected));
    }

    #[test]
    fn a_morning_in_seoul_is_the_evening_before_in_latin_america() {
        let morning = ("2021-03-17", (9, 0), (10, 30));
        for (visitor, language, expected) in [
            ("America/Costa_Rica", Language::Es, "18:00–19:30 del día anterior, San José"),
            ("America/Mexico_City", Language::Es, "18:00–19:30 del día anterior, Ciudad de México"),
            ("America/Sao_Paulo", Language::Pt, "21:00–22:30 do dia anterior, São Paulo"),
            ("America/Jamaica", Language::En, "19:00–20:30 the day before, Kingston"),
            ("America/Mexico_City", Language::Ko, "전날 18:00~19:30, 멕시코시티"),
            ("America/Cayenne", Language::Fr, "21:00–22:30 la veille, Cayenne"),
            ("America/Port-au-Prince", Language::Ht, "20:00–21:30 jou anvan an, Pòtoprens"),
            ("America/Paramaribo", Language::Nl, "21:00–22:30 de dag ervoor, Paramaribo"),
            // Cuba had put its clocks forward three days before.
            ("America/Havana", Language::Es, "20:00–21:30 del día anterior, La Habana"),
            ("Europe/Madrid", Language::Es, "01:00–02:30, Madrid"),
        ] {
            check_beside(morning, visitor, language, expected);
        }
    }

    #[test]
    fn a_session_over_midnight_says_the_day_of_each_end() {
        let noon = ("2021-03-17", (14, 0), (16, 0));
        check_beside(noon, "America/Costa_Rica", Language::Es, "23:00 del día anterior – 01:00, San José");
        let night = ("2021-03-17", (22, 0), (23, 30));
        check_beside(night, "America/Costa_Rica", Language::Es, "07:00–08:30, San José");
    }

    #[test]
    fn the_other_way_round_it_is_the_day_after() {
        let (event, visitor) = (zone("America/Costa_Rica"), zone("Asia/Seoul"));
        let (start, day) = (shown("2021-03-16", 18, 0, event), Date::parse("2021-03-16").unwrap());
        let found = beside(start, None, day, event, visitor, TWELVE, Language::Es);
        assert_eq!(found.as_deref(), Some("9:00\u{a0}a.\u{a0}m. del día siguiente, Seúl"));
        let fixed = beside(start, None, day, event, Zone::fixed(32_400), TWELVE, Language::En);
        assert_eq!(fixed.as_deref(), Some("9:00\u{a0}a.m. the day after, your time"));
    }

    #[test]
    fn the_events_own_time_says_on_which_day_it_ends() {
        let seoul = zone("Asia/Seoul");
        let at = |day: &str, hour| shown(day, hour, 0, seoul);
        for (start, end, expected) in [
            (at("2021-03-17", 9), None, "09:00"),
            (at("2021-03-17", 9), Some(at("2021-03-17", 8)), "09:00"),
            (at("2021-03-17", 9), Some(at("2021-03-17", 10)), "09:00–10:00"),
            (at("2021-03-17", 23), Some(at("2021-03-18", 0)), "23:00 – 00:00 del día siguiente"),
            (at("2021-03-17", 9), Some(at("2021-03-19", 18)), "09:00 – viernes 19 de marzo, 18:00"),
        ] {
            let day = Date::parse("2021-03-17").unwrap();
            assert_eq!(hours(start, end, day, seoul, TWENTY_FOUR, Language::Es), expected);
        }
    }

    #[test]
    fn a_session_after_midnight_may_belong_to_the_day_before() {
        let (seoul, day) = (zone("Asia/Seoul"), Date::parse("2021-03-17").unwrap());
        let [start, end] = [30, 50].map(|minute| shown("2021-03-18", 0, minute, seoul));
        let own = hours(start, Some(end), day, seoul, TWENTY_FOUR, Language::Es);
        assert_eq!(own, "00:30–00:50 del día siguiente");
        let there = |visitor| beside(start, Some(end), day, seoul, zone(visitor), TWENTY_FOUR, Language::Es);
        assert_eq!(there("America/Costa_Rica").as_deref(), Some("09:30–09:50, San José"));
    }

    #[test]
    fn where_clocks_show_the_same_nothing_stands_beside() {
        let [seoul, tokyo] = [zone("Asia/Seoul"), zone("Asia/Tokyo")];
        let start = shown("2021-03-17", 9, 0, seoul);
        assert_eq!(
            beside(start, None, Date::parse("2021-03-17").unwrap(), seoul, tokyo, TWENTY_FOUR, Language::Es),
            None
        );
        // Paraguay had summer time until 2024, and Bolivia had none.
        let [asuncion, la_paz] = [zone("America/Asuncion"), zone("America/La_Paz")];
        let same = shown("2021-07-01", 9, 0, la_paz);
        let day = |date| Date::parse(date).unwrap();
        assert_eq!(beside(same, None, day("2021-07-01"), la_paz, asuncion, TWENTY_FOUR, Language::Es), None);
        let apart = shown("2021-01-15", 9, 0, la_paz);
        let found = beside(apart, None, day("2021-01-15"), la_paz, asuncion, TWENTY_FOUR, Language::Es);
        assert_eq!(found.as_deref(), Some("10:00, Asunción"));
    }

    #[test]
    fn a_change_of_clocks_changes_the_line() {
        let (seoul, santiago) = (zone("Asia/Seoul"), zone("America/Santiago"));
        for (date, expected) in [
            ("2021-04-03", "Hora de Seúl (UTC+9) · en Santiago de Chile, 12 horas menos"),
            ("2021-04-05", "Hora de Seúl (UTC+9) · en Santiago de Chile, 13 horas menos"),
            ("2021-09-04", "Hora de Seúl (UTC+9) · en Santiago de Chile, 13 horas menos"),
            ("2021-09-06", "Hora de Seúl (UTC+9) · en Santiago de Chile, 12 horas menos"),
        ] {
            assert_eq!(zone_line(shown(date, 9, 0, seoul), seoul, santiago, Language::Es), expected);
        }
    }

    #[test]
    fn the_line_in_every_language() {
        let (seoul, visitor) = (zone("Asia/Seoul"), zone("America/Costa_Rica"));
        let at = shown("2021-03-17", 9, 0, seoul);
        let expected = [
            "Hora de Seúl (UTC+9) · en San José, 15 horas menos",
            "Horário de Seul (UTC+9) · em San José, 15 horas a menos",
            "Time in Seoul (UTC+9) · in San José, 15 hours behind",
            "서울 시각 (UTC+9) · 산호세 시각은 15시간 느림",
            "Heure locale à Séoul (UTC+9) · à San José, 15 heures de moins",
            "Lè Seyoul (UTC+9) · nan San José, 15 èdtan mwens",
            "Tijd in Seoel (UTC+9) · in San José, 15 uur vroeger",
        ];
        assert_eq!(Language::ALL.map(|language| zone_line(at, seoul, visitor, language)), expected);
        assert_eq!(zone_line(at, seoul, seoul, Language::Es), "Hora de Seúl (UTC+9)");
        assert_eq!(zone_line(at, Zone::UTC, Zone::UTC, Language::Es), "UTC");
        let own = zone_line(at, seoul, Zone::fixed(-16_200), Language::Es);
        assert_eq!(own, "Hora de Seúl (UTC+9) · en su hora, 13½ horas menos");
    }

    #[test]
    fn hours_and_their_parts_agree_with_their_noun() {
        for (seconds, language, expected) in [
            (3600, Language::Es, "en X, 1 hora más"),
            (-3600, Language::Es, "en X, 1 hora menos"),
            (1800, Language::Es, "en X, ½ hora más"),
            (5400, Language::Es, "en X, 1½ horas más"),
            (5400, Language::Pt, "em X, 1½ hora a mais"),
            (5400, Language::Fr, "à X, 1½ heure de plus"),
            (7200, Language::Fr, "à X, 2 heures de plus"),
            (-20_700, Language::En, "in X, 5¾ hours behind"),
            (1800, Language::En, "in X, ½ hour ahead"),
            (5400, Language::Ko, "X 시각은 1½시간 빠름"),
        ] {
            assert_eq!(apart(seconds, "X", language), expected);
        }
    }
}
