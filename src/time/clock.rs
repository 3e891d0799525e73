use super::{Date, digits};

/// A time on a wall clock, 00:00:00 to 23:59:59.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    // The order of the fields is the order of times.
    hour: u8,
    minute: u8,
    second: u8,
}

/// A date and a time on a wall clock, anywhere: it becomes an [`Instant`](super::Instant) in a
/// [`Zone`](super::Zone).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDateTime {
    /// The day.
    pub date: Date,
    /// The time of that day.
    pub time: TimeOfDay,
}

impl TimeOfDay {
    /// 00:00:00.
    pub const MIDNIGHT: TimeOfDay = TimeOfDay { hour: 0, minute: 0, second: 0 };

    /// The time of that hour (0 to 23), minute and second (0 to 59); `None` when there is none.
    pub const fn new(hour: u8, minute: u8, second: u8) -> Option<TimeOfDay> {
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        Some(TimeOfDay { hour, minute, second })
    }

    /// The hour, 0 to 23.
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// The second, 0 to 59.
    pub const fn second(self) -> u8 {
        self.second
    }

    /// Seconds after midnight, 0 to 86,399.
    pub const fn seconds_of_day(self) -> u32 {
        self.hour as u32 * 3600 + self.minute as u32 * 60 + self.second as u32
    }

    /// The time that many seconds after midnight; whole days are left out.
    pub const fn from_seconds_of_day(seconds: u32) -> TimeOfDay {
        let seconds = seconds % 86_400;
        TimeOfDay { hour: byte(seconds / 3600), minute: byte(seconds / 60 % 60), second: byte(seconds % 60) }
    }

    /// `09:00:00`, an RFC 3339 `partial-time` without a fraction.
    pub fn to_iso(self) -> String {
        let mut text = String::with_capacity(8);
        self.push_iso(&mut text);
        text
    }

    pub(super) fn push_iso(self, text: &mut String) {
        digits::push_two(text, u32::from(self.hour));
        text.push(':');
        digits::push_two(text, u32::from(self.minute));
        text.push(':');
        digits::push_two(text, u32::from(self.second));
    }
}

impl LocalDateTime {
    /// `2021-03-17T09:00:00`: an RFC 3339 date and time without its offset.
    pub fn to_iso(self) -> String {
        let mut text = String::with_capacity(25);
        self.date.push_iso(&mut text);
        text.push('T');
        self.time.push_iso(&mut text);
        text
    }

    /// Seconds from 1970-01-01T00:00:00 to this, were the clock in UTC.
    pub(super) fn seconds_as_if_utc(self) -> i64 {
        i64::from(self.date.days_since_epoch()) * 86_400 + i64::from(self.time.seconds_of_day())
    }
}

#[expect(clippy::cast_possible_truncation, reason = "only called with numbers under 60")]
const fn byte(number: u32) -> u8 {
    number as u8
}
