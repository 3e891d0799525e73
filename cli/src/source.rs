//! Bytes from a file, from standard input or from the web, and never many more than a feed may have.

use std::fs::File;
use std::io::{self, Read};
use std::time::Duration;

use anstream::eprintln;
use anyhow::{Context as _, Result};
use forum_widget::feed::{Forum, Problem, SIZE_LIMIT, read};
use forum_widget::locale::Language;
use forum_widget::words::finding;

use crate::words::Words;

/// How long an address may take to answer as a whole.
const TIME_LIMIT: Duration = Duration::from_secs(20);

/// What was had.
pub struct Source {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether browsers let every site read it (Fetch, "CORS protocol"); true for what is not on the web yet.
    pub shared: bool,
}

/// The bytes of a file, of standard input (`-`) or of an address (`http://…`, `https://…`): at most one more than the
/// limit, which says enough.
///
/// # Errors
/// When it cannot be had; the sentence is in the language of the words.
pub fn bytes(source: &str, words: &Words) -> Result<Vec<u8>> {
    Ok(read_source(source, words)?.bytes)
}

/// The same, with what browsers would say of it.
///
/// # Errors
/// As [`bytes`].
pub fn read_source(source: &str, words: &Words) -> Result<Source> {
    let cannot = || words.cannot_read.replace("{}", source);
    if source.starts_with("http://") || source.starts_with("https://") {
        return fetched(source).with_context(cannot);
    }
    let bytes = if source == "-" {
        limited(io::stdin().lock())
    } else {
        File::open(source).map_err(Into::into).and_then(limited)
    };
    Ok(Source { bytes: bytes.with_context(cannot)?, shared: true })
}

/// The forum of a feed; what is wrong in it goes to standard error, and nothing comes of one that cannot be read.
///
/// # Errors
/// When the feed cannot be had.
pub fn forum(feed: &str, language: Language) -> Result<Option<Forum>> {
    let (forum, problems) = match read(&bytes(feed, Words::of(language))?) {
        Ok(reading) => (Some(reading.forum), reading.problems),
        Err(problem) => (None, vec![problem]),
    };
    for Problem { code, path, .. } in problems {
        let place = if path.is_empty() { String::new() } else { format!("{path}: ") };
        eprintln!("{feed}: {place}{} [{}]", finding(language, code), code.as_str());
    }
    Ok(forum)
}

fn fetched(address: &str) -> Result<Source> {
    let agent = ureq::Agent::config_builder().timeout_global(Some(TIME_LIMIT)).build().new_agent();
    let response = agent.get(address).call()?;
    let shared = response.headers().get("access-control-allow-origin").is_some_and(|value| value == "*");
    Ok(Source { bytes: limited(response.into_body().into_reader())?, shared })
}

fn limited(reader: impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(SIZE_LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
