//! Dates as each language writes them (CLDR's long forms, without its variation between browsers).

use super::language::Language;
use super::messages::{Messages, item};
use super::number::number;
use crate::time::Date;

/// `17 de marzo de 2021`.
pub fn long_date(date: Date, language: Language) -> String {
    let year = number(u64::from(date.year()));
    let day = day_and_month(date, language);
    match language {
        Language::Ko => [&year, "년 ", &day].concat(),
        Language::Es | Language::Pt => [&day, " de ", &year].concat(),
        _ => [&day, " ", &year].concat(),
    }
}

/// `17 de marzo`.
fn day_and_month(date: Date, language: Language) -> String {
    let month = month(date, language);
    let day = day_of_month(date, language);
    match language {
        Language::Ko => [month, " ", &day].concat(),
        Language::Es | Language::Pt => [&day, " de ", month].concat(),
        _ => [&day, " ", month].concat(),
    }
}

/// `Miércoles 17 de marzo`, as a heading.
pub fn weekday_and_day(date: Date, language: Language) -> String {
    let weekday = item(Messages::of(language).weekdays, date.weekday().index());
    let day = day_and_month(date, language);
    match language {
        Language::Ko => [&day, " ", weekday].concat(),
        Language::Pt => [weekday, ", ", &day].concat(),
        _ => [weekday, " ", &day].concat(),
    }
}

/// `miércoles 17 de marzo, 10:00`, within a sentence.
pub fn day_and_time(date: Date, time: &str, language: Language) -> String {
    let mut text = weekday_and_day(date, language);
    // Of these languages only English writes its weekdays large; their first letters are ASCII.
    if language != Language::En
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    text.push_str(if language == Language::Ko { " " } else { ", " });
    text.push_str(time);
    text
}

/// `17–18 de marzo de 2021`; one date where both are the same, or where the end comes before the start.
pub fn date_range(start: Date, end: Date, language: Language) -> String {
    if end <= start {
        return long_date(start, language);
    }
    if start.year() != end.year() {
        let dash = if language == Language::Ko { "~" } else { " – " };
        return [&long_date(start, language), dash, &long_date(end, language)].concat();
    }
    if start.month() != end.month() {
        return match language {
            Language::Ko => [&long_date(start, language), "~", &day_and_month(end, language)].concat(),
            _ => [&day_and_month(start, language), " – ", &long_date(end, language)].concat(),
        };
    }
    match language {
        Language::Ko => [&long_date(start, language), "~", &day_of_month(end, language)].concat(),
        _ => [&day_of_month(start, language), "–", &long_date(end, language)].concat(),
    }
}

fn month(date: Date, language: Language) -> &'static str {
    item(Messages::of(language).months, usize::from(date.month()).saturating_sub(1))
}

fn day_of_month(date: Date, language: Language) -> String {
    let mut day = number(u64::from(date.day()));
    match language {
        Language::Ko => day.push('일'),
        // The first of the month is an ordinal in French and in Portuguese.
        Language::Fr if date.day() == 1 => day.push_str("er"),
        Language::Pt if date.day() == 1 => day.push('º'),
        _ => {}
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_day_and_a_time_within_a_sentence() {
        let expected = [
            "miércoles 17 de marzo, 10:00",
            "quarta-feira, 17 de março, 10:00",
            "Wednesday 17 March, 10:00",
            "3월 17일 수요일 10:00",
            "mercredi 17 mars, 10:00",
            "mèkredi 17 mas, 10:00",
            "woensdag 17 maart, 10:00",
        ];
        assert_eq!(
            Language::ALL.map(|language| day_and_time(date("2021-03-17"), "10:00", language)),
            expected
        );
    }

    #[track_caller]
    fn check(start: &str, end: &str, expected: [&str; 7]) {
        for (language, expected) in Language::ALL.into_iter().zip(expected) {
            assert_eq!(date_range(date(start), date(end), language), expected);
        }
    }

    #[test]
    fn ranges_within_a_month() {
        check(
            "2021-03-17",
            "2021-03-18",
            [
                "17–18 de marzo de 2021",
                "17–18 de março de 2021",
                "17–18 March 2021",
                "2021년 3월 17일~18일",
                "17–18 mars 2021",
                "17–18 mas 2021",
                "17–18 maart 2021",
            ],
        );
    }

    #[test]
    fn ranges_over_months_and_years() {
        check(
            "2021-04-01",
            "2021-05-02",
            [
                "1 de abril – 2 de mayo de 2021",
                "1º de abril – 2 de maio de 2021",
                "1 April – 2 May 2021",
                "2021년 4월 1일~5월 2일",
                "1er avril – 2 mai 2021",
                "1 avril – 2 me 2021",
                "1 april – 2 mei 2021",
            ],
        );
        let over_years = date_range(date("2021-12-31"), date("2022-01-01"), Language::Es);
        assert_eq!(over_years, "31 de diciembre de 2021 – 1 de enero de 2022");
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_where_the_language_says_so() {
        check(
            "2021-05-01",
            "2021-05-01",
            [
                "1 de mayo de 2021",
                "1º de maio de 2021",
                "1 May 2021",
                "2021년 5월 1일",
                "1er mai 2021",
                "1 me 2021",
                "1 mei 2021",
            ],
        );
        assert_eq!(weekday_and_day(date("2021-05-01"), Language::Pt), "Sábado, 1º de maio");
        assert_eq!(weekday_and_day(date("2021-05-11"), Language::Pt), "Terça-feira, 11 de maio");
        let days = date_range(date("2021-05-01"), date("2021-05-21"), Language::Pt);
        assert_eq!(days, "1º–21 de maio de 2021");
    }

    #[test]
    fn an_end_before_the_start_is_left_out() {
        assert_eq!(date_range(date("2021-03-17"), date("2021-03-01"), Language::En), "17 March 2021");
    }

    #[test]
    fn weekdays_stand_where_the_language_puts_them() {
        let texts = Language::ALL.map(|language| weekday_and_day(date("2021-03-17"), language));
        let expected = [
            "Miércoles 17 de marzo",
            "Quarta-feira, 17 de março",
            "Wednesday 17 March",
            "3월 17일 수요일",
            "Mercredi 17 mars",
            "Mèkredi 17 mas",
            "Woensdag 17 maart",
        ];
        assert_eq!(texts, expected);
    }
}
