//! Dates and times as people write them into a spreadsheet, and as Excel and `LibreOffice` show and export them.

use crate::locale::fold;
use crate::time::{Date, LocalDateTime, Moment, TimeOfDay};

/// A day: [`date`], or its midnight, which is how spreadsheets export a date.
pub fn day(cell: &str) -> Option<Date> {
    date(cell).or_else(|| match moment(cell)? {
        Moment::Local(LocalDateTime { date, time }) if time.seconds_of_day() == 0 => Some(date),
        _ => None,
    })
}

/// `2021-03-17`, `17/03/2021`, `17.3.21`, `17-mar-21`, `17 de marzo de 2021`, `March 17, 2021`, with a weekday in front or
/// without. Of two numbers that may both be the month the first is the day: so it is written in all of Latin America, and
/// `03/17/2021` is no date.
fn date(cell: &str) -> Option<Date> {
    let folded = fold(cell);
    let parts = folded.split(|letter: char| !letter.is_alphanumeric());
    let parts = parts.filter(|part| !matches!(*part, "" | "de" | "del" | "of"));
    let mut parts = parts.skip_while(|part| WEEKDAYS.split_ascii_whitespace().any(|day| day == *part));
    let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
    if parts.next().is_some() {
        return None;
    }
    if let Some(month) = month_named(first) {
        Date::new(year(third)?, month, number(second)?)
    } else if first.len() == 4 {
        Date::new(number(first)?, month(second)?, number(third)?)
    } else {
        Date::new(year(third)?, month(second)?, number(first)?)
    }
}

/// Without `mar`, which is March, and in two parts what has a hyphen in it.
const WEEKDAYS: &str = "lunes martes miercoles jueves viernes sabado domingo lun mie jue vie sab dom segunda terca quarta \
    quinta sexta feira seg ter qua qui sex monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri \
    sat sun";

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

/// `9:00`, `09:00:00`, `9.00`, `9h00`, `14 h`, `9:00 a. m.`, `9:00 PM`, and `12:00 m.`, which is noon.
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
        ("am", 1..=11) | ("pm" | "m", 12) | ("h" | "hs" | "hrs" | "horas" | "hmin", _) => hour,
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

/// A time, or two with a dash or a word between them, as in a column for both.
pub fn time_range(cell: &str) -> Option<(TimeOfDay, Option<TimeOfDay>)> {
    if let Some((start, end)) = cell.split_once(['-', '\u{2013}', '\u{2014}']) {
        return times(start, end);
    }
    let words = [" a ", " às ", " to "].iter().find_map(|word| cell.split_once(word));
    // In `9:00 a m` it is not between two.
    let between = words.and_then(|(start, end)| times(start, end));
    between.or_else(|| Some((time(cell)?, None)))
}

fn times(start: &str, end: &str) -> Option<(TimeOfDay, Option<TimeOfDay>)> {
    let last = time(end)?;
    // `2:00 - 3:30 p. m.` says the half of the day once for both; in `11:00 - 1:00 p. m.` it is that of the end.
    let half: String = fold(end).chars().filter(|letter| letter.is_alphabetic()).collect();
    let halved = time(&[start, &half].concat()).filter(|first| *first < last);
    Some((halved.or_else(|| time(start))?, Some(last)))
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
            ("June 5, 2021", Some("2021-06-05")),
            ("mayo 5, 2021", Some("2021-05-05")),
            ("miércoles, 17 de marzo de 2021", Some("2021-03-17")),
            ("Sáb. 20/03/2021", Some("2021-03-20")),
            ("quarta-feira, 17 de março de 2021", Some("2021-03-17")),
            ("Wednesday, March 17, 2021", Some("2021-03-17")),
            ("17/03/2021 0:00", Some("2021-03-17")),
            ("2021-03-17 00:00:00", Some("2021-03-17")),
            ("2021-03-17T00:00:00", Some("2021-03-17")),
            ("2021-03-17T00:00:00Z", None),
            ("2021-03-17T09:00:00", None),
            ("17 miércoles 2021", None),
            ("miércoles", None),
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
            assert_eq!(day(written).map(Date::to_iso).as_deref(), expected, "{written}");
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
            ("12:00 m.", Some("12:00:00")),
            ("12:00 M", Some("12:00:00")),
            ("11:00 m.", None),
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
            ("2:00 - 3:30 p. m.", Some(("14:00:00", Some("15:30:00")))),
            ("8:00 - 8:00 p. m.", Some(("08:00:00", Some("20:00:00")))),
            ("9 – 10:30 am", Some(("09:00:00", Some("10:30:00")))),
            ("11:00 - 1:00 pm", Some(("11:00:00", Some("13:00:00")))),
            ("10:00-12:00 p.m.", Some(("10:00:00", Some("12:00:00")))),
            ("10:00 - 12:00 m.", Some(("10:00:00", Some("12:00:00")))),
            ("12:00 - 1:30 pm", Some(("12:00:00", Some("13:30:00")))),
            ("14:00 - 3:30 pm", Some(("14:00:00", Some("15:30:00")))),
            ("9:00 a. m. - 1:30 p. m.", Some(("09:00:00", Some("13:30:00")))),
            ("9h30 - 10h30", Some(("09:30:00", Some("10:30:00")))),
            ("9:00 a 10:30", Some(("09:00:00", Some("10:30:00")))),
            ("9:00 a.\u{a0}m. a 10:00 a.\u{a0}m.", Some(("09:00:00", Some("10:00:00")))),
            ("9:00 às 10:30", Some(("09:00:00", Some("10:30:00")))),
            ("9:00 to 10:30", Some(("09:00:00", Some("10:30:00")))),
            ("9:00 a m", Some(("09:00:00", None))),
            ("9:00", Some(("09:00:00", None))),
            ("9:00-", None),
            ("9:00 a", None),
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
