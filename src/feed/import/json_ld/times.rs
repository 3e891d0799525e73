//! `Date`, `DateTime` and `Duration` of schema.org (ISO 8601).

use super::thing::Thing;
use crate::feed::import::LossKind;
use crate::feed::import::draft::Draft;
use crate::time::{Date, Moment, Zone};

/// A day, or a time.
#[derive(Clone, Copy)]
pub enum When {
    /// A day.
    Day(Date),
    /// A time, with an offset or without.
    Moment(Moment),
}

impl When {
    /// The day, where there is no time.
    pub fn day(self) -> Option<Date> {
        match self {
            When::Day(date) => Some(date),
            When::Moment(_) => None,
        }
    }

    /// The time.
    pub fn moment(self) -> Option<Moment> {
        match self {
            When::Day(_) => None,
            When::Moment(moment) => Some(moment),
        }
    }

    /// The day in a zone.
    pub fn date(self, zone: Zone) -> Date {
        match self {
            When::Day(date) => date,
            When::Moment(moment) => zone.to_local(moment.resolve(zone).instant).date,
        }
    }
}

/// What a key says.
pub fn when(event: &mut Thing<'_>, key: &'static str, draft: &mut Draft<'_>) -> Option<When> {
    let (text, place) = event.word(key, draft)?;
    match Date::parse(&text) {
        Some(date) => Some(When::Day(date)),
        None => draft.moment(&text, &place).map(When::Moment),
    }
}

/// The seconds of `duration`: `PT1H30M`.
pub fn duration(event: &mut Thing<'_>, draft: &mut Draft<'_>) -> Option<i64> {
    let (text, place) = event.word("duration", draft)?;
    let seconds = seconds(&text);
    if seconds.is_none() {
        draft.lose(LossKind::UnreadableTime, &place);
    }
    seconds
}

/// ISO 8601 5.5.2.2, without years and months, whose lengths differ. At most ten years.
fn seconds(text: &str) -> Option<i64> {
    let (mut sum, mut number, mut in_time) = (0_i64, None, false);
    for letter in text.strip_prefix('P')?.chars() {
        let unit = match (letter, in_time) {
            ('0'..='9', _) => {
                number = Some(number.unwrap_or(0_i64) * 10 + i64::from(letter.to_digit(10)?));
                number.filter(|number| *number < 1_000_000)?;
                continue;
            }
            ('T', false) if number.is_none() => {
                in_time = true;
                continue;
            }
            ('W', false) => 604_800,
            ('D', false) => 86_400,
            ('H', true) => 3_600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        sum += number.take()? * unit;
    }
    (number.is_none() && (1..=315_360_000).contains(&sum)).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn iso_8601_durations() {
        for text in [
            "PT1H30M",
            "PT90M",
            "P1D",
            "P1DT2H",
            "P2W",
            "PT45S",
            "PT0M",
            "P",
            "PT",
            "1H",
            "PT1",
            "P1H",
            "P1Y",
            "PT1HT1M",
            "P99999999D",
            "",
        ] {
            let expected = text.parse::<jiff::Span>().ok().filter(|span| span.get_years() == 0);
            let relative = jiff::SpanRelativeTo::days_are_24_hours();
            let expected = expected.and_then(|span| span.total((jiff::Unit::Second, relative)).ok());
            let expected = expected.filter(|seconds| *seconds >= 1.0).map(|seconds| seconds.to_string());
            assert_eq!(seconds(text).map(|seconds| seconds.to_string()), expected, "{text}");
        }
    }
}
