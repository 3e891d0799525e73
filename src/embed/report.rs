use serde::ser::{Serialize, SerializeMap, Serializer};
use wasm_bindgen::JsValue;

use crate::feed::{ProblemCode, Session};
use crate::locale::{CountryCode, Messages};
use crate::settings::SettingProblem;
use crate::words;

/// One thing that a webmaster or organiser should know, as the page's scripts see it.
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

impl Serialize for Notice {
    // As a map: for the names of a structure serde-wasm-bindgen keeps a hash map.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.code)?;
        if let Some(problem) = self.problem {
            map.serialize_entry("problem", problem)?;
        }
        map.serialize_entry("path", self.path.as_str())?;
        map.serialize_entry("message", self.message.as_str())?;
        map.end()
    }
}

/// The detail of `forum:select`: a country or a session that is selected, or none.
pub struct Selection {
    kind: &'static str,
    id: String,
}

impl Selection {
    /// Of a country on the map.
    pub fn of_country(code: Option<CountryCode>) -> Selection {
        Selection { kind: "country", id: code.as_ref().map(CountryCode::as_str).unwrap_or_default().into() }
    }

    /// Of a session that is opened.
    pub fn of_session(session: Option<&Session>) -> Selection {
        Selection { kind: "session", id: session.map(|session| session.id.0.clone()).unwrap_or_default() }
    }
}

impl Serialize for Selection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", self.kind)?;
        map.serialize_entry("id", self.id.as_str())?;
        map.end()
    }
}

/// The detail of `forum:view`: the fragment of an address that leads to what is shown of the programme.
pub struct Shown {
    /// With its `#`.
    pub link: String,
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("link", self.link.as_str())?;
        map.end()
    }
}

impl Notice {
    /// A setting that was not taken.
    pub fn of_setting(problem: &SettingProblem) -> Notice {
        Notice { code: "config", problem: None, path: String::new(), message: problem.written() }
    }

    /// A value of the feed that was not taken, at a path.
    pub fn of_feed(problem: ProblemCode, path: &str, messages: &Messages) -> Notice {
        Notice {
            code: "feed-schema",
            problem: Some(problem.as_str()),
            path: path.into(),
            message: words::problem(messages, problem).into(),
        }
    }

    /// Why nothing can be shown; the loader knows the code.
    pub fn of_failure(message: &str) -> Notice {
        Notice { code: "", problem: None, path: String::new(), message: message.into() }
    }
}

/// A value for the page's scripts.
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
