//! Addresses at which calendars on the web take a session over.

use super::{Writer, add, basic};
use crate::feed::{Forum, Link, Session};
use crate::locale::{Language, percent_encoded, trimmed};
use crate::time::{Date, Instant};

/// How many characters of a description go along: browsers and servers limit addresses to some thousand bytes, and one
/// character may take nine of them.
const DETAILS_LIMIT: usize = 300;

/// The address that adds a session to Google Calendar; `None` without a day.
///
/// Without an hour it is on the whole day; without an end it ends when it starts.
pub fn google_link(forum: &Forum, session: &Session, language: Language) -> Option<String> {
    let [start, end] = match times(session)? {
        Times::Hours(start, end) => [start, end].map(Instant::to_iso),
        Times::Day(day, next) => [day, next].map(Date::to_iso),
    };
    let mut link = String::from("https://calendar.google.com/calendar/render?action=TEMPLATE");
    push(&mut link, "&dates=", &[&basic(&start), "/", &basic(&end)].concat());
    push_texts(&mut link, ["&text=", "&details=", "&location="], forum, session, language);
    Some(link)
}

/// The address that adds a session to Outlook on the web; `None` without a day.
///
/// Without an hour it is on the whole day; without an end it ends when it starts.
pub fn outlook_link(forum: &Forum, session: &Session, language: Language) -> Option<String> {
    let (start, end, whole_day) = match times(session)? {
        Times::Hours(start, end) => (start.to_iso(), end.to_iso(), "false"),
        Times::Day(day, next) => (day.to_iso(), next.to_iso(), "true"),
    };
    let mut link = String::from(
        "https://outlook.live.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent",
    );
    for (name, value) in [("&startdt=", start.as_str()), ("&enddt=", &end), ("&allday=", whole_day)] {
        push(&mut link, name, value);
    }
    push_texts(&mut link, ["&subject=", "&body=", "&location="], forum, session, language);
    Some(link)
}

/// When a session is: at an hour, or on a day until the next one begins.
enum Times {
    Hours(Instant, Instant),
    Day(Date, Date),
}

fn times(session: &Session) -> Option<Times> {
    let date = session.date?;
    Some(match session.start {
        Some(start) => Times::Hours(start, session.end.filter(|end| *end > start).unwrap_or(start)),
        None => Times::Day(date, date.checked_add_days(1).unwrap_or(date)),
    })
}

/// Title, description with the forum's address, and place, under the names that a calendar has for them.
fn push_texts(link: &mut String, names: [&str; 3], forum: &Forum, session: &Session, language: Language) {
    let writer = Writer::new(forum, language);
    let mut details = shortened(&writer.description(session));
    add(&mut details, "\n\n", forum.url.as_ref().map(Link::as_str).unwrap_or_default());
    let texts = [writer.string(Some(&session.title)), &details, &writer.location(session)];
    for (name, text) in names.into_iter().zip(texts) {
        push(link, name, text);
    }
}

fn push(link: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        link.push_str(name);
        link.push_str(&percent_encoded(value));
    }
}

/// A text cut at [`DETAILS_LIMIT`], with an ellipsis where something is missing.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(DETAILS_LIMIT) {
        Some((end, _)) => [trimmed(text.get(..end).unwrap_or_default()), "…"].concat(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;

    /// The links of one session, given by its fields.
    fn links(fields: &str) -> [Option<String>; 2] {
        let feed = [
            r#"{"version": 1, "forum": {"id": "f", "name": "F", "timeZone": "Asia/Seoul"}, "sessions": [{"id": "a", "#,
            fields,
            "}]}",
        ]
        .concat();
        let forum = read(feed.as_bytes()).unwrap().forum;
        let session = forum.sessions.first().unwrap();
        [google_link(&forum, session, Language::Es), outlook_link(&forum, session, Language::Es)]
    }

    const GOOGLE: &str = "https://calendar.google.com/calendar/render?action=TEMPLATE";
    const OUTLOOK: &str = "https://outlook.live.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent";

    #[track_caller]
    fn check(fields: &str, google: &str, outlook: &str) {
        let expected = [[GOOGLE, google].concat(), [OUTLOOK, outlook].concat()].map(Some);
        assert_eq!(links(fields), expected);
    }

    #[test]
    fn sessions_of_an_hour_and_of_a_day() {
        check(
            r#""title": "A", "start": "2021-03-17T09:00", "end": "2021-03-17T10:30", "room": "Sala 1""#,
            "&dates=20210317T000000Z%2F20210317T013000Z&text=A&location=Sala%201",
            "&startdt=2021-03-17T00%3A00%3A00Z&enddt=2021-03-17T01%3A30%3A00Z&allday=false&subject=A&location=Sala%201",
        );
        check(
            r#""title": "A", "start": "2021-03-17T09:00""#,
            "&dates=20210317T000000Z%2F20210317T000000Z&text=A",
            "&startdt=2021-03-17T00%3A00%3A00Z&enddt=2021-03-17T00%3A00%3A00Z&allday=false&subject=A",
        );
        check(
            r#""title": "A", "date": "2021-12-31""#,
            "&dates=20211231%2F20220101&text=A&details=Hora%20por%20anunciar",
            "&startdt=2021-12-31&enddt=2022-01-01&allday=true&subject=A&body=Hora%20por%20anunciar",
        );
        assert_eq!(links(r#""title": "A""#), [None, None]);
    }

    #[test]
    fn no_text_of_a_feed_leaves_its_place() {
        let hostile =
            r#""date": "2021-03-17", "title": "A&dates=1#\"><script>\u000d\u000a%26", "room": "한&add=x""#;
        for link in links(hostile).into_iter().flatten() {
            assert!(link.contains("=A%26dates%3D1%23%22%3E%3Cscript%3E"), "{link}");
            assert!(link.ends_with("&location=%ED%95%9C%26add%3Dx"), "{link}");
            assert_eq!(link.matches("dates=").count() + link.matches("startdt=").count(), 1, "{link}");
            assert!(
                link.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>#\\".contains(&byte)),
                "{link}"
            );
        }
    }

    #[test]
    fn a_long_description_is_cut_between_characters() {
        let long =
            [r#""date": "2021-03-17", "title": "A", "summary": ""#, &"한😀".repeat(9_000), "\""].concat();
        for link in links(&long).into_iter().flatten() {
            assert!(link.len() < 4_500, "{}", link.len());
            assert!(link.ends_with("%E2%80%A6"), "{link}");
        }
    }
}
