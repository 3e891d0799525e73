use super::{Date, LocalDateTime, TimeOfDay};

/// A point in time: whole seconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Arithmetic saturates. As a date, an instant outside the years 1 to 9999 is the first or the last one in
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The instant that many seconds after 1970-01-01T00:00:00Z.
    pub const fn from_unix_seconds(seconds: i64) -> Instant {
        Instant(seconds)
    }

    /// Seconds after 1970-01-01T00:00:00Z.
    pub const fn unix_seconds(self) -> i64 {
        self.0
    }

    /// The instant `seconds` later (earlier when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Instant {
        Instant(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to this one; negative when `earlier` is later.
    pub const fn seconds_since(self, earlier: Instant) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// What a clock shows that is `offset` seconds east of UTC.
    pub fn to_local(self, offset: i32) -> LocalDateTime {
        let seconds = self.0.saturating_add(i64::from(offset));
        let date = i32::try_from(seconds.div_euclid(86_400)).ok().and_then(Date::from_days);
        let time = u32::try_from(seconds.rem_euclid(86_400)).unwrap_or_default();
        match date {
            Some(date) => LocalDateTime { date, time: TimeOfDay::from_seconds_of_day(time) },
            None if seconds < 0 => LocalDateTime { date: Date::MIN, time: TimeOfDay::MIDNIGHT },
            None => LocalDateTime { date: Date::MAX, time: TimeOfDay::from_seconds_of_day(86_399) },
        }
    }

    /// `2021-03-17T00:00:00Z`, an RFC 3339 `date-time`.
    pub fn to_iso(self) -> String {
        let mut text = self.to_local(0).to_iso();
        text.push('Z');
        text
    }
}
