//! Clocks of 12 and of 24 hours.

use super::language::Language;
use super::messages::{Messages, item};
use super::number::push_number;
use crate::time::TimeOfDay;

/// Where people read a clock of 12 hours, two letters each (ISO 3166-1 alpha-2).
///
/// Source: Unicode CLDR, npm cldr-core 48.2.0, `_preferred` of `timeData.json`, Unicode License V3 (Copyright © 1991-2026
/// Unicode, Inc.).
const TWELVE_HOURS: &str = "AEAGALARASAUBBBDBHBMBNBOBSBTCACLCOCRCUCYDJDMDODZECEGEHERETFJFMGDGHGMGRGTGUGYHKHNINIQJMJOKHKIKNKPKRKW\
    KYLBLCLRLSLYMHMOMPMRMWMXMYNANINZOMPAPEPGPHPKPRPSPWPYQASASBSDSGSLSOSSSVSYSZTCTDTNTOTTTWUMUSUYVCVEVGVI\
    VUWSYEZM";

/// How the hours of a day are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Twice twelve; otherwise from 0 to 23.
    pub twelve_hours: bool,
}

impl Clock {
    /// The clock that a region reads: ISO 3166-1 alpha-2 in any case, or `419` for Latin America; of 24 hours without one.
    pub fn of_region(region: Option<&str>) -> Clock {
        let reads = |region: &str| {
            let mut known = TWELVE_HOURS.as_bytes().chunks_exact(2);
            region == "419" || known.any(|code| code.eq_ignore_ascii_case(region.as_bytes()))
        };
        Clock { twelve_hours: region.is_some_and(reads) }
    }

    /// The clock of the first BCP 47 tag that names a region, as `es-CR` does; of 24 hours where none does.
    pub fn of_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> Clock {
        Clock::of_region(tags.into_iter().find_map(region))
    }
}

/// The region subtag: two letters or three digits, before any extension (RFC 5646, section 2.2.4).
fn region(tag: &str) -> Option<&str> {
    let mut start = None;
    // The end of the tag ends a subtag too.
    for (end, byte) in tag.bytes().chain([b'-']).enumerate() {
        if byte != b'-' && byte != b'_' {
            continue;
        }
        // The first subtag is the language.
        if let Some(start) = start {
            let subtag = tag.get(start..end)?;
            match subtag.len() {
                0 | 1 => return None,
                2 if subtag.bytes().all(|letter| letter.is_ascii_alphabetic()) => return Some(subtag),
                3 if subtag.bytes().all(|digit| digit.is_ascii_digit()) => return Some(subtag),
                _ => {}
            }
        }
        start = Some(end + 1);
    }
    None
}

/// `09:00`, or `9:00 a. m.` as the language writes it.
pub fn time_of_day(time: TimeOfDay, clock: Clock, language: Language) -> String {
    let mut text = String::new();
    push_digits(&mut text, time, clock);
    with_half(text, time, clock, language)
}

/// `09:00–10:30`, or `9:00–10:30 a. m.`; the half of the day is said once where both are in it.
pub fn time_range(start: TimeOfDay, end: TimeOfDay, clock: Clock, language: Language) -> String {
    let dash = match language {
        Language::Ko => "~",
        _ => "–",
    };
    let same_half = (start.hour() < 12) == (end.hour() < 12);
    if clock.twelve_hours && !same_half {
        let [start, end] = [start, end].map(|time| time_of_day(time, clock, language));
        let dash = if language == Language::Ko { "~" } else { " – " };
        return [&start, dash, &end].concat();
    }
    let mut text = String::new();
    push_digits(&mut text, start, clock);
    text.push_str(dash);
    push_digits(&mut text, end, clock);
    with_half(text, start, clock, language)
}

fn push_digits(text: &mut String, time: TimeOfDay, clock: Clock) {
    let hour = match (clock.twelve_hours, time.hour() % 12) {
        (true, 0) => 12,
        (true, hour) => hour,
        (false, _) => time.hour(),
    };
    if hour < 10 && !clock.twelve_hours {
        text.push('0');
    }
    push_number(text, u64::from(hour));
    text.push_str(if time.minute() < 10 { ":0" } else { ":" });
    push_number(text, u64::from(time.minute()));
}

/// Digits with the half of the day that a time is in, where the clock has halves.
fn with_half(digits: String, time: TimeOfDay, clock: Clock, language: Language) -> String {
    if !clock.twelve_hours {
        return digits;
    }
    let half = item(Messages::of(language).am_pm, usize::from(time.hour() >= 12));
    match language {
        Language::Ko => [half, " ", &digits].concat(),
        // The space does not break.
        _ => [&digits, "\u{a0}", half].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWELVE: Clock = Clock { twelve_hours: true };
    const TWENTY_FOUR: Clock = Clock { twelve_hours: false };

    fn time(hour: u8, minute: u8) -> TimeOfDay {
        TimeOfDay::new(hour, minute, 0).unwrap()
    }

    /// CLDR 48.2.0, `timeData.json`; Haiti is not in it and has what the world has.
    #[test]
    fn regions_read_the_clock_that_cldr_says() {
        let twelve = "AG AR BB BO BS CL CO CR CU DM DO EC GD GT GY HN JM KN KR LC MX NI PA PE PY SV TT UY VC VE \
                      US CA 419 kr";
        let twenty_four = "BR BZ HT SR ES FR GB NL PT DE ZZ BARB A";
        for region in twelve.split(' ') {
            assert_eq!(Clock::of_region(Some(region)), TWELVE, "{region}");
        }
        for region in twenty_four.split(' ') {
            assert_eq!(Clock::of_region(Some(region)), TWENTY_FOUR, "{region}");
        }
        for region in [None, Some("")] {
            assert_eq!(Clock::of_region(region), TWENTY_FOUR);
        }
    }

    #[test]
    fn rfc_5646_2_2_4_the_region_of_a_tag() {
        for (tag, expected) in [
            ("es-CR", Some("CR")),
            ("es_mx", Some("mx")),
            ("es-419", Some("419")),
            ("zh-Hant-TW", Some("TW")),
            ("zh-yue-HK", Some("HK")),
            ("es-CR-u-hc-h23", Some("CR")),
            ("en-u-ca-buddhist-US", None),
            ("en-x-US", None),
            ("es", None),
            ("US", None),
            ("es-", None),
            ("es-é", None),
            ("", None),
        ] {
            assert_eq!(region(tag), expected, "{tag}");
        }
        assert_eq!(Clock::of_tags(["es", "es-CR", "pt-BR"]), TWELVE);
        assert_eq!(Clock::of_tags(["pt-BR", "es-CR"]), TWENTY_FOUR);
        assert_eq!(Clock::of_tags(["es", "ko"]), TWENTY_FOUR);
        assert_eq!(Clock::of_tags([]), TWENTY_FOUR);
    }

    #[test]
    fn times_of_twelve_hours_in_every_language() {
        let expected = [
            "9:05\u{a0}a.\u{a0}m.",
            "9:05\u{a0}AM",
            "9:05\u{a0}a.m.",
            "오전 9:05",
            "9:05\u{a0}a.m.",
            "9:05\u{a0}a.m.",
            "9:05\u{a0}a.m.",
        ];
        assert_eq!(Language::ALL.map(|language| time_of_day(time(9, 5), TWELVE, language)), expected);
    }

    #[test]
    fn midnight_and_noon() {
        for (hour, minute, twelve, twenty_four) in [
            (0, 0, "12:00\u{a0}a.m.", "00:00"),
            (0, 59, "12:59\u{a0}a.m.", "00:59"),
            (1, 0, "1:00\u{a0}a.m.", "01:00"),
            (11, 59, "11:59\u{a0}a.m.", "11:59"),
            (12, 0, "12:00\u{a0}p.m.", "12:00"),
            (12, 30, "12:30\u{a0}p.m.", "12:30"),
            (13, 7, "1:07\u{a0}p.m.", "13:07"),
            (23, 59, "11:59\u{a0}p.m.", "23:59"),
        ] {
            assert_eq!(time_of_day(time(hour, minute), TWELVE, Language::En), twelve);
            assert_eq!(time_of_day(time(hour, minute), TWENTY_FOUR, Language::En), twenty_four);
        }
    }

    #[test]
    fn ranges_say_the_half_of_the_day_once() {
        let [nine, half_past_ten, noon] = [time(9, 0), time(10, 30), time(12, 0)];
        for (start, end, clock, language, expected) in [
            (nine, half_past_ten, TWENTY_FOUR, Language::Es, "09:00–10:30"),
            (nine, half_past_ten, TWELVE, Language::Es, "9:00–10:30\u{a0}a.\u{a0}m."),
            (nine, noon, TWELVE, Language::Es, "9:00\u{a0}a.\u{a0}m. – 12:00\u{a0}p.\u{a0}m."),
            (nine, half_past_ten, TWELVE, Language::Ko, "오전 9:00~10:30"),
            (nine, noon, TWELVE, Language::Ko, "오전 9:00~오후 12:00"),
            (nine, noon, TWENTY_FOUR, Language::Ko, "09:00~12:00"),
        ] {
            assert_eq!(time_range(start, end, clock, language), expected);
        }
    }
}
