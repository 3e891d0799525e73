//! The command `calendar`.

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anstream::{eprintln, print};
use anyhow::Result;
use forum_widget::calendar::calendar;
use forum_widget::feed::{Forum, Session, SessionId};
use forum_widget::locale::{CountryCode, Language};
use forum_widget::time::Instant;

use crate::source;
use crate::words::Words;

#[derive(clap::Args)]
pub struct Arguments {
    /// The feed: a file, an http(s) address, or - for standard input
    feed: String,
    /// Only this session, by its id; may be given several times
    #[arg(long, value_name = "ID")]
    session: Vec<String>,
    /// Only the sessions in which this country speaks, by its ISO 3166-1 code; may be given several times
    #[arg(long, value_name = "CODE", value_parser = country)]
    country: Vec<CountryCode>,
}

fn country(text: &str) -> Result<CountryCode, String> {
    CountryCode::parse(text).ok_or_else(|| "an ISO 3166-1 code of two letters such as CR".into())
}

/// Prints the sessions as iCalendar; fails with 1 where none of them has a day.
pub fn run(arguments: &Arguments, language: Language) -> Result<ExitCode> {
    let words = Words::of(language);
    let feed = &arguments.feed;
    let Some(forum) = source::forum(feed, language)? else { return Ok(ExitCode::FAILURE) };
    if let Some(id) =
        arguments.session.iter().find(|id| !forum.sessions.iter().any(|session| session.id.0 == **id))
    {
        eprintln!("{feed}: {}", words.unknown_session.replace("{}", id));
        return Ok(ExitCode::FAILURE);
    }
    let sessions: Vec<SessionId> = (0..)
        .map(SessionId)
        .zip(&forum.sessions)
        .filter(|(_, session)| is_wanted(arguments, &forum, session))
        .map(|(id, _)| id)
        .collect();
    let Some(text) = calendar(&forum, language, &sessions, now()) else {
        eprintln!("{feed}: {}", words.no_day);
        return Ok(ExitCode::FAILURE);
    };
    print!("{text}");
    Ok(ExitCode::SUCCESS)
}

fn is_wanted(arguments: &Arguments, forum: &Forum, session: &Session) -> bool {
    let Arguments { session: ids, country: codes, .. } = arguments;
    let of_a_country = codes.is_empty() || codes.iter().any(|code| speaks_in(*code, forum, session));
    of_a_country && (ids.is_empty() || ids.contains(&session.id.0))
}

/// Whether a country, or somebody of it, speaks in a session.
fn speaks_in(code: CountryCode, forum: &Forum, session: &Session) -> bool {
    let mut people = session.people.iter().filter_map(|appearance| forum.person(appearance.person));
    session.countries.contains(&code) || people.any(|person| person.country == Some(code))
}

/// When the calendar is made, for a feed that does not say when it was changed.
fn now() -> Instant {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
    Instant::from_unix_seconds(i64::try_from(seconds).unwrap_or_default())
}
