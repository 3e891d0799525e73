use super::{Date, Instant, LocalDateTime, Resolved, ResolvedKind, TimeOfDay, Zone, digits};

/// What the `start` or `end` of a feed says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A date and time with an offset, in seconds east of UTC: the same instant everywhere.
    Instant(Instant, i32),
    /// A date and time without an offset: on the clock of the forum's zone.
    Local(LocalDateTime),
}

impl Moment {
    /// Reads an RFC 3339 `date-time`, with its offset or without.
    ///
    /// Fractions of a second are left out, and second 60 is read as 59 (RFC 3339 5.7). Tolerated beyond RFC
    /// 3339, since feeds are written so: no seconds (`09:00`), and an offset without its colon (`+0900`, ISO
    /// 8601 basic).
    pub fn parse(text: &str) -> Option<Moment> {
        let date = Date::parse(text.get(..10)?)?;
        let (separator, rest) = text.as_bytes().get(10..)?.split_first()?;
        if !matches!(separator, b'T' | b't' | b' ') {
            return None;
        }
        let (time, offset) = time_of_day(rest)?;
        let local = LocalDateTime { date, time };
        if offset.is_empty() {
            return Some(Moment::Local(local));
        }
        let offset = offset_seconds(offset)?;
        let seconds = local.seconds_as_if_utc() - i64::from(offset);
        Some(Moment::Instant(Instant::from_unix_seconds(seconds), offset))
    }

    /// The instant of this moment for a forum in `zone`.
    pub fn resolve(self, zone: Zone) -> Resolved {
        match self {
            Moment::Instant(instant, _) => Resolved { instant, kind: ResolvedKind::Exact },
            Moment::Local(local) => zone.from_local(local),
        }
    }

    /// RFC 3339: with its offset when it is an instant, without one when it is local.
    pub fn to_iso(self) -> String {
        match self {
            Moment::Instant(instant, 0) => instant.to_iso(),
            Moment::Instant(instant, offset) => Zone::fixed(offset).to_iso(instant),
            Moment::Local(local) => local.to_iso(),
        }
    }
}

/// RFC 3339 `partial-time`, with optional seconds; and what comes after it.
fn time_of_day(bytes: &[u8]) -> Option<(TimeOfDay, &[u8])> {
    let &[h1, h2, b':', m1, m2, ref rest @ ..] = bytes else {
        return None;
    };
    let (second, rest) = match rest {
        &[b':', s1, s2, ref rest @ ..] => (digits::read(&[s1, s2])?, fraction(rest)?),
        _ => (0, rest),
    };
    let second = if second == 60 { 59 } else { second };
    let [hour, minute, second] = [digits::read(&[h1, h2])?, digits::read(&[m1, m2])?, second];
    let time =
        TimeOfDay::new(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, u8::try_from(second).ok()?)?;
    Some((time, rest))
}

/// What comes after an optional RFC 3339 `time-secfrac`; `None` for a point without digits.
fn fraction(bytes: &[u8]) -> Option<&[u8]> {
    let [b'.', digits @ ..] = bytes else {
        return Some(bytes);
    };
    let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if length == 0 { None } else { digits.get(length..) }
}

/// RFC 3339 `time-offset`, in seconds east of UTC.
fn offset_seconds(bytes: &[u8]) -> Option<i32> {
    let (sign, [h1, h2, m1, m2]) = match *bytes {
        [b'Z' | b'z'] => return Some(0),
        [sign, h1, h2, b':', m1, m2] | [sign, h1, h2, m1, m2] => (sign, [h1, h2, m1, m2]),
        _ => return None,
    };
    let (hours, minutes) = (digits::read(&[h1, h2])?, digits::read(&[m1, m2])?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    match sign {
        b'+' => Some(seconds),
        b'-' => Some(-seconds),
        _ => None,
    }
}
