//! Times of calendars and their zones.

use std::collections::HashMap;
use std::str::FromStr;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponentType, ICalendarDuration, ICalendarEntry, ICalendarParameterName,
    ICalendarProperty, ICalendarValue,
};

use crate::time::{Date, Instant, LocalDateTime, Moment, TimeOfDay, Zone};

/// What a `DTSTART` or `DTEND` says.
#[derive(Clone, Copy)]
pub enum When {
    /// A day (RFC 5545 3.3.4).
    Day(Date),
    /// A time on the clocks of a zone (3.3.5).
    Time(LocalDateTime, ZoneOf),
}

/// Whose clocks.
#[derive(Clone, Copy)]
pub enum ZoneOf {
    /// Those of a zone of our table, or of a fixed offset.
    Known(Zone),
    /// Those of one that only `calcard` knows.
    Other(Tz),
    /// Those of the forum: the time has no zone, or one that is not known.
    Forum,
}

/// The zones of a calendar.
pub struct Zones<'c> {
    resolver: TzResolver<&'c str>,
    /// The `VTIMEZONE` of which all offsets are the same, in seconds.
    fixed: HashMap<&'c str, i32>,
}

impl<'c> Zones<'c> {
    /// The zones that a calendar describes.
    pub fn of(calendar: &'c ICalendar) -> Zones<'c> {
        let mut fixed = HashMap::new();
        for zone in calendar.timezones() {
            let id =
                zone.property(&ICalendarProperty::Tzid).and_then(|entry| entry.values.first()?.as_text());
            let parts = zone.component_ids.iter().filter_map(|part| calendar.component_by_id(*part));
            let mut offsets = parts
                .filter(|part| {
                    matches!(
                        part.component_type,
                        ICalendarComponentType::Standard | ICalendarComponentType::Daylight
                    )
                })
                .map(|part| {
                    part.property(&ICalendarProperty::Tzoffsetto).and_then(|entry| offset(time(entry)?))
                });
            if let (Some(id), Some(Some(first))) = (id, offsets.next())
                && offsets.all(|other| other == Some(first))
            {
                fixed.insert(id, first);
            }
        }
        Zones { resolver: calendar.build_tz_resolver(), fixed }
    }

    /// The zone of a `TZID` (3.2.19): by its name, else by the offset of its `VTIMEZONE`, where it has only one.
    pub fn find(&self, id: &str) -> Option<ZoneOf> {
        let id = id.trim();
        // Some systems put the name of their database before that of the zone.
        let names = std::iter::successors(Some(id), |name| name.split_once('/').map(|(_, rest)| rest));
        if let Some(zone) = names.take(8).find_map(Zone::named) {
            return Some(ZoneOf::Known(zone));
        }
        let by_name = self.resolver.resolve(id).filter(|zone| !zone.is_floating());
        if let Some(other) = by_name {
            let known = other.name().and_then(|name| Zone::named(&name));
            return Some(known.map_or(ZoneOf::Other(other), ZoneOf::Known));
        }
        self.fixed.get(id).map(|offset| ZoneOf::Known(Zone::fixed(*offset)))
    }

    /// What an entry says; and the zone that it names, where it is not known.
    pub fn when<'e>(&self, entry: &'e ICalendarEntry) -> Option<(When, Option<&'e str>)> {
        let read = time(entry)?;
        let date = Date::new(read.year?, read.month?, read.day?)?;
        let (Some(hour), Some(minute)) = (read.hour, read.minute) else {
            return Some((When::Day(date), None));
        };
        // A leap second is the one before it (3.3.12).
        let local =
            LocalDateTime { date, time: TimeOfDay::new(hour, minute, read.second.unwrap_or(0).min(59))? };
        if let Some(offset) = offset(read) {
            let zone = if offset == 0 { Zone::UTC } else { Zone::fixed(offset) };
            return Some((When::Time(local, ZoneOf::Known(zone)), None));
        }
        let id = entry.parameter(&ICalendarParameterName::Tzid).and_then(|id| id.as_text());
        let zone = id.and_then(|id| self.find(id));
        Some((When::Time(local, zone.unwrap_or(ZoneOf::Forum)), id.filter(|_| zone.is_none())))
    }
}

/// The IANA name of a zone that another system calls otherwise.
pub fn iana_name(name: &str) -> Option<String> {
    Tz::from_str(name.trim()).ok()?.name().map(Into::into)
}

fn time(entry: &ICalendarEntry) -> Option<&PartialDateTime> {
    match entry.values.first()? {
        ICalendarValue::PartialDateTime(time) => Some(time),
        _ => None,
    }
}

/// Seconds east of UTC.
fn offset(time: &PartialDateTime) -> Option<i32> {
    let seconds = i32::from(time.tz_hour?) * 3600 + i32::from(time.tz_minute.unwrap_or(0)) * 60;
    // No clock is further from UTC than this.
    (seconds <= 14 * 3600).then_some(if time.tz_minus { -seconds } else { seconds })
}

impl When {
    /// The day, where there is no time.
    pub fn day(self) -> Option<Date> {
        match self {
            When::Day(date) => Some(date),
            When::Time(..) => None,
        }
    }

    /// ISO 8601, without a zone.
    pub fn to_iso(self) -> String {
        match self {
            When::Day(date) => date.to_iso(),
            When::Time(local, _) => local.to_iso(),
        }
    }

    /// The instant; `None` for a day, and for a time that the clocks of a zone outside of our table never or twice show.
    /// In all others the offset before the change counts (3.3.5).
    pub fn moment(self, forum: Zone) -> Option<Moment> {
        let When::Time(local, zone) = self else { return None };
        let zone = match zone {
            ZoneOf::Known(zone) => zone,
            ZoneOf::Forum => forum,
            ZoneOf::Other(zone) => Zone::fixed(offset_of(zone, local)?),
        };
        let instant = zone.from_local(local).instant;
        Some(Moment::Instant(instant, zone.offset_at(instant)))
    }

    /// The instant that is a duration later: days on the calendar, the rest on the clock (3.3.6).
    pub fn later(self, duration: &ICalendarDuration, forum: Zone) -> Option<Moment> {
        let When::Time(local, zone) = self else { return None };
        let days = i64::from(duration.weeks) * 7 + i64::from(duration.days);
        let date = local.date.checked_add_days(i32::try_from(days).ok()?)?;
        let seconds =
            i64::from(duration.hours) * 3600 + i64::from(duration.minutes) * 60 + i64::from(duration.seconds);
        let Moment::Instant(instant, offset) =
            When::Time(LocalDateTime { date, ..local }, zone).moment(forum)?
        else {
            return None;
        };
        // No session is longer than a century; beyond it, dates end.
        let seconds = i32::try_from(seconds).ok()?;
        (!duration.neg).then(|| Moment::Instant(instant.plus_seconds(seconds.into()), offset))
    }
}

fn offset_of(zone: Tz, local: LocalDateTime) -> Option<i32> {
    let LocalDateTime { date, time } = local;
    let partial = PartialDateTime {
        year: Some(date.year()),
        month: Some(date.month()),
        day: Some(date.day()),
        hour: Some(time.hour()),
        minute: Some(time.minute()),
        second: Some(time.second()),
        ..PartialDateTime::default()
    };
    let instant = Instant::from_unix_seconds(partial.to_date_time_with_tz(zone)?.timestamp());
    i32::try_from(Zone::UTC.from_local(local).instant.seconds_since(instant)).ok()
}
