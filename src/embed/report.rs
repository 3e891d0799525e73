use serde::Serialize;

use crate::feed::Problem;
use crate::locale::Messages;
use crate::settings::SettingProblem;
use crate::view::words;

/// One thing that a webmaster or organiser should know, as the page's scripts see it.
#[derive(Serialize)]
pub struct Notice {
    /// The code of `forum:error`: `config` or `feed-schema`.
    code: &'static str,
    /// What exactly, for a problem of the feed (`feed::ProblemCode`).
    problem: Option<&'static str>,
    /// Where in the feed.
    path: String,
    /// One sentence in the reader's language, or the setting and what it may have meant.
    message: String,
}

impl Notice {
    /// A setting that was not taken.
    pub fn of_setting(problem: &SettingProblem) -> Notice {
        Notice { code: "config", problem: None, path: String::new(), message: problem.written() }
    }

    /// A value of the feed that was not taken.
    pub fn of_feed(problem: &Problem, messages: &Messages) -> Notice {
        Notice {
            code: "feed-schema",
            problem: Some(problem.code.as_str()),
            path: problem.path.clone(),
            message: words::problem(messages, problem.code).into(),
        }
    }
}
