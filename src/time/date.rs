use super::digits;

/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31. Always a day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    // The order of the fields is the order of dates.
    year: u16,
    month: u8,
    day: u8,
}

/// A day of the week; the first is Monday, as in ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// How many days after Monday: 0 to 6, to look names up.
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl Date {
    /// The first day there is.
    pub const MIN: Date = Date { year: 1, month: 1, day: 1 };
    /// The last day there is.
    pub const MAX: Date = Date { year: 9999, month: 12, day: 31 };

    /// The day of that year (1 to 9999), month (1 to 12) and day (1 to 31); `None` when there is no such day.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        if year < 1 || year > 9999 || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Date { year, month, day })
    }

    /// Reads `2021-03-17`, an RFC 3339 `full-date` and nothing else.
    pub fn parse(text: &str) -> Option<Date> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return None;
        };
        let year = u16::try_from(digits::read(&[y1, y2, y3, y4])?).ok()?;
        let month = u8::try_from(digits::read(&[m1, m2])?).ok()?;
        let day = u8::try_from(digits::read(&[d1, d2])?).ok()?;
        Date::new(year, month, day)
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week.
    pub const fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday, three days after a Monday.
        match (self.days_since_epoch() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// Days after 1970-01-01; negative before it.
    ///
    /// The arithmetic is Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms):
    /// years that begin in March put the leap day last, and the calendar repeats every 400 years, which are
    /// 146,097 days.
    pub const fn days_since_epoch(self) -> i32 {
        let (year, month, day) = (self.year as i32, self.month as i32, self.day as i32);
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let day_of_year = (153 * month + 2) / 5 + day - 1;
        365 * year + year / 4 - year / 100 + year / 400 + day_of_year - DAYS_TO_EPOCH
    }

    /// The day that many days after 1970-01-01; `None` outside the years 1 to 9999.
    pub const fn from_days(days: i32) -> Option<Date> {
        if days < Date::MIN.days_since_epoch() || days > Date::MAX.days_since_epoch() {
            return None;
        }
        // Hinnant's `civil_from_days`; nothing is negative here since the days are counted from 0000-03-01.
        let days = days + DAYS_TO_EPOCH;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let (month, next_year) =
            if shifted_month < 10 { (shifted_month + 3, 0) } else { (shifted_month - 9, 1) };
        let year = era * 400 + year_of_era + next_year;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range was checked above"
        )]
        Some(Date { year: year as u16, month: month as u8, day: day as u8 })
    }

    /// The day `days` later (earlier when negative); `None` outside the years 1 to 9999.
    pub const fn checked_add_days(self, days: i32) -> Option<Date> {
        match self.days_since_epoch().checked_add(days) {
            Some(sum) => Date::from_days(sum),
            None => None,
        }
    }

    /// `2021-03-17`, an RFC 3339 `full-date`.
    pub fn to_iso(self) -> String {
        let mut text = String::with_capacity(10);
        self.push_iso(&mut text);
        text
    }

    pub(super) fn push_iso(self, text: &mut String) {
        digits::push_four(text, u32::from(self.year));
        text.push('-');
        digits::push_two(text, u32::from(self.month));
        text.push('-');
        digits::push_two(text, u32::from(self.day));
    }
}

/// Days from 0000-03-01 to 1970-01-01.
const DAYS_TO_EPOCH: i32 = 719_468;

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

const _: () = assert!(Date { year: 1970, month: 1, day: 1 }.days_since_epoch() == 0);
