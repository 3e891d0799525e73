//! Dates and times as people write them into a spreadsheet, and as Excel and `LibreOffice` show and export them.

use crate::locale::fold;
use crate::time::{Date, LocalDateTime, Moment, TimeOfDay};

/// `2021-03-17`, `17/03/2021`, `17.3.21`, `17-mar-21`, `17 de marzo de 2021`, `March 17, 2021`. Of two numbers that may
/// both be the month the first is the day: so it is written in all of Latin America, and `03/17/2021` is no date.
pub fn date(cell: &str) -> Option<Date> {
    let folded = fold(cell);
    let mut parts = folded.split(|letter: char| !letter.is_alphanumeric());
    let mut parts = parts.by_ref().filter(|part| !matches!(*part, "" | "de" | "del" | "of"));
    let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        Date::new(number(first)?, month(second)?, number(third)?)
    } else if let Some(month) = month_named(first) {
        Date::new(year(third)?, month, number(second)?)
    } else {
        Date::new(year(third)?, month(second)?, number(first)?)
    }
}

fn year(part: &str) -> Option<u16> {
    match part.len() {
        2 => number::<u16>(part).map(|year| 2000 + year),
        4 => number(part),
        _ => None,
    }
}

fn month(part: &str) -> Option<u8> {
    month_named(part).or_else(|| number(part))
}

/// A month by the first three letters of its name, which tell the months of Spanish, Portuguese and English apart.
fn month_named(part: &str) -> Option<u8> {
    let month = match part.get(..3)? {
        "ene" | "jan" => 1,
        "feb" | "fev" => 2,
        "mar" => 3,
        "abr" | "apr" => 4,
        "may" | "mai" => 5,
        "jun" => 6,
        "jul" => 7,
        "ago" | "aug" => 8,
        "sep" | "set" => 9,
        "oct" | "out" => 10,
        "nov" => 11,
        "dic" | "dez" | "dec" => 12,
        _ => return None,
    };
    Some(month)
}

/// `9:00`, `09:00:00`, `9.00`, `9h00`, `14 h`, `9:00 a. m.`, `9:00 PM`.
pub fn time(cell: &str) -> Option<TimeOfDay> {
    let folded = fold(cell);
    let digits = |letter: char| letter.is_ascii_digit();
    let mut numbers = folded.split(|letter| !digits(letter)).filter(|part| !part.is_empty());
    let hour: u8 = number(numbers.next()?)?;
    let minute = numbers.next();
    let second = numbers.next();
    if numbers.next().is_some() || !folded.trim_start().starts_with(digits) {
        return None;
    }
    let words: String = folded.chars().filter(|letter| letter.is_alphabetic()).collect();
    let hour = match (&*words, hour) {
        ("am", 12) => 0,
        ("pm", 1..=11) => hour + 12,
        ("am", 1..=11) | ("pm", 12) | ("h" | "hs" | "hrs" | "horas" | "hmin", _) => hour,
        // A number alone may be anything.
        ("", _) if minute.is_some() => hour,
        _ => return None,
    };
    let two_digits = |part: Option<&str>| match part {
        Some(part) if part.len() == 2 => number(part),
        Some(_) => None,
        None => Some(0),
    };
    TimeOfDay::new(hour, two_digits(minute)?, two_digits(second)?)
}

/// A time, or two with a dash between them, as in a column for both.
pub fn time_range(cell: &str) -> Option<(TimeOfDay, Option<TimeOfDay>)> {
    match cell.split_once(['-', '\u{2013}', '\u{2014}']) {
        Some((start, end)) => Some((time(start)?, Some(time(end)?))),
        None => Some((time(cell)?, None)),
    }
}

/// A date and a time in one cell: RFC 3339, or the two as people write them.
pub fn moment(cell: &str) -> Option<Moment> {
    Moment::parse(cell).or_else(|| {
        let (day, hour) = cell.split_once(' ')?;
        Some(Moment::Local(LocalDateTime { date: date(day)?, time: time(hour)? }))
    })
}

/// A number of digits only; `str::parse` takes a sign too.
fn number<T: std::str::FromStr>(part: &str) -> Option<T> {
    if part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_the_day_first() {
        for (written, expected) in [
            ("2021-03-17", Some("2021-03-17")),
            ("2021/3/7", Some("2021-03-07")),
            ("17/03/2021", Some("2021-03-17")),
            ("03/04/2021", Some("2021-04-03")),
            ("3.4.21", Some("2021-04-03")),
            ("17-mar-21", Some("2021-03-17")),
            ("17 de marzo de 2021", Some("2021-03-17")),
            ("18 de março de 2021", Some("2021-03-18")),
            ("1 Sept. 2021", Some("2021-09-01")),
            ("March 17, 2021", Some("2021-03-17")),
            ("03/17/2021", None),
            ("31/04/2021", None),
            ("29/02/2021", None),
            ("17/03", None),
            ("17/03/021", None),
            ("17/03/2021 9:00", None),
            ("44272", None),
            ("-1/-2/2021", Some("2021-02-01")),
            ("", None),
            ("por definir", None),
            ("ñandú ñandú ñandú", None),
        ] {
            assert_eq!(date(written).map(Date::to_iso).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn times_of_12_and_of_24_hours() {
        for (written, expected) in [
            ("9:00", Some("09:00:00")),
            ("09:05:30", Some("09:05:30")),
            ("9.30", Some("09:30:00")),
            ("9h30", Some("09:30:00")),
            ("14 h", Some("14:00:00")),
            ("14:30 hs", Some("14:30:00")),
            ("9:00 a. m.", Some("09:00:00")),
            ("9:00\u{a0}p.\u{a0}m.", Some("21:00:00")),
            ("12:00 AM", Some("00:00:00")),
            ("12:15 pm", Some("12:15:00")),
            ("0:00", Some("00:00:00")),
            ("24:00", None),
            ("13:00 pm", None),
            ("9:60", None),
            ("9:5", None),
            ("9", None),
            ("0,375", None),
            ("a las 9:00", None),
            ("9:00:00:00", None),
            ("por confirmar", None),
            ("", None),
        ] {
            assert_eq!(time(written).map(TimeOfDay::to_iso).as_deref(), expected, "{written}");
        }
        for (written, expected) in [
            ("9:00 – 10:30", Some(("09:00:00", Some("10:30:00")))),
            ("9:00-10:30", Some(("09:00:00", Some("10:30:00")))),
            ("9:00", Some(("09:00:00", None))),
            ("9:00-", None),
        ] {
            let found = time_range(written).map(|(start, end)| (start.to_iso(), end.map(TimeOfDay::to_iso)));
            let found = found.as_ref().map(|(start, end)| (&**start, end.as_deref()));
            assert_eq!(found, expected, "{written}");
        }
    }

    #[test]
    fn both_in_one_cell() {
        for (written, expected) in [
            ("2021-03-17T09:00:00+09:00", Some("2021-03-17T09:00:00+09:00")),
            ("2021-03-17 09:00", Some("2021-03-17T09:00:00")),
            ("17/03/2021 9:00 p. m.", Some("2021-03-17T21:00:00")),
            ("17/03/2021", None),
            ("9:00", None),
        ] {
            assert_eq!(moment(written).map(Moment::to_iso).as_deref(), expected, "{written}");
        }
    }
}
