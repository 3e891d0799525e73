//! One walk over a feed beside its schema: what reading passes over in silence, and where each path of interest is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::feed::json::Scanner;
use crate::feed::language_tag::LanguageTag;
use crate::feed::limits::{LENGTH_LIMIT, PROBLEM_LIMIT};
use crate::feed::problem::{ProblemCode, push_index, push_key};
use crate::feed::schema::schema;
use crate::feed::text::is_unwanted;
use crate::locale::CountryCode;

/// What the walk found.
pub struct Inspection {
    /// Problems.
    pub problems: Vec<Found>,
    /// The byte at which each of the paths begins, and each object and list around it.
    pub positions: BTreeMap<String, usize>,
    /// The texts that are written by language.
    pub translations: Vec<Translations>,
}

/// A problem and its place.
pub struct Found {
    /// What is wrong.
    pub code: ProblemCode,
    /// Its path.
    pub path: String,
    /// The byte at which its value begins.
    pub position: usize,
    /// The known word that an unknown one is written most like.
    pub meant: Option<String>,
}

/// A text that is written by language.
pub struct Translations {
    /// Its path.
    pub path: String,
    /// The byte at which it begins.
    pub position: usize,
    /// The languages that it has.
    pub tags: BTreeSet<String>,
}

/// Walks over a text that was read as a feed before, so that it is JSON and not too deep.
pub fn inspect(text: &str, paths: BTreeSet<&str>) -> Inspection {
    let schema = schema();
    let mut wanted: BTreeSet<&str> = BTreeSet::new();
    for path in paths {
        wanted.insert(path);
        wanted.extend(path.rfind(['.', '[']).and_then(|end| path.get(..end)));
    }
    let mut walk = Walk {
        scanner: Scanner { text, position: 0 },
        definitions: schema.get("$defs").unwrap_or(&UNKNOWN),
        wanted,
        path: String::new(),
        inspection: Inspection { problems: Vec::new(), positions: BTreeMap::new(), translations: Vec::new() },
    };
    // What cannot be walked over cannot be read either, and was reported as that.
    let _ = walk.value(&schema);
    walk.inspection
}

/// The schema of what the format does not know.
static UNKNOWN: Value = Value::Null;

struct Walk<'a> {
    scanner: Scanner<'a>,
    definitions: &'a Value,
    wanted: BTreeSet<&'a str>,
    path: String,
    inspection: Inspection,
}

impl<'a> Walk<'a> {
    fn report(&mut self, code: ProblemCode, position: usize) {
        self.report_unknown(code, position, None);
    }

    fn report_unknown(&mut self, code: ProblemCode, position: usize, meant: Option<String>) {
        if self.inspection.problems.len() < PROBLEM_LIMIT {
            self.inspection.problems.push(Found { code, path: self.path.clone(), position, meant });
        }
    }

    fn value(&mut self, schema: &'a Value) -> Result<(), ProblemCode> {
        let token = self.scanner.next_token();
        let position = self.scanner.position;
        if self.wanted.contains(self.path.as_str()) {
            self.inspection.positions.insert(self.path.clone(), position);
        }
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix("#/$defs/"));
        let schema = name.and_then(|name| self.definitions.get(name)).unwrap_or(schema);
        match token {
            b'{' => self.object(schema, position),
            b'[' => self.list(schema),
            b'"' if name == Some("CountryCode") => self.country(position),
            b'"' => self.string(schema, position),
            _ => self.scanner.skip_value(0),
        }
    }

    fn object(&mut self, schema: &'a Value, position: usize) -> Result<(), ProblemCode> {
        let fields = schema.get("properties");
        let texts = text_of_a_language(schema);
        let mut keys: BTreeSet<String> = BTreeSet::new();
        let length = self.path.len();
        self.scanner.expect(b'{')?;
        let mut more = self.scanner.next_token() != b'}';
        while more {
            self.scanner.next_token();
            let key_position = self.scanner.position;
            let key = self.scanner.expect_key()?.into_owned();
            push_key(&mut self.path, &key);
            let nothing = self.scanner.next_token() == b'n' || self.scanner.is_empty_string();
            let field = match (fields, texts) {
                (Some(fields), _) => fields.get(&key),
                (None, texts) => texts,
            };
            if let (Some(fields), None) = (fields.and_then(Value::as_object), field) {
                let meant = nearest(&key, fields.keys().map(String::as_str));
                self.report_unknown(ProblemCode::UnknownField, key_position, meant);
            }
            if texts.is_some() && LanguageTag::parse(&key.replace('_', "-")).is_none() {
                self.report(ProblemCode::InvalidLanguage, key_position);
            }
            self.value(field.unwrap_or(&UNKNOWN))?;
            if !nothing && !keys.insert(key) {
                self.report(ProblemCode::DuplicateKey, key_position);
            }
            self.path.truncate(length);
            more = self.next(b'}')?;
        }
        self.scanner.expect(b'}')?;
        for key in
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
        {
            if !keys.contains(key) {
                push_key(&mut self.path, key);
                self.report(ProblemCode::MissingField, position);
                self.path.truncate(length);
            }
        }
        if texts.is_some() {
            self.inspection.translations.push(Translations { path: self.path.clone(), position, tags: keys });
        }
        Ok(())
    }

    fn list(&mut self, schema: &'a Value) -> Result<(), ProblemCode> {
        let items = schema.get("items").unwrap_or(&UNKNOWN);
        let length = self.path.len();
        self.scanner.expect(b'[')?;
        let mut more = self.scanner.next_token() != b']';
        let mut index = 0;
        while more {
            push_index(&mut self.path, index);
            self.value(items)?;
            self.path.truncate(length);
            index += 1;
            more = self.next(b']')?;
        }
        self.scanner.expect(b']')
    }

    /// Steps over the comma behind an item; false at the end of the list or object.
    fn next(&mut self, end: u8) -> Result<bool, ProblemCode> {
        if self.scanner.next_token() == end {
            return Ok(false);
        }
        self.scanner.expect(b',').map(|()| true)
    }

    fn string(&mut self, schema: &Value, position: usize) -> Result<(), ProblemCode> {
        let text = self.scanner.string()?.into_owned();
        let written = self.scanner.text.get(position..self.scanner.position).unwrap_or_default();
        let marks = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
        if marks(&text) > marks(written) + written.to_ascii_lowercase().matches("\\ufffd").count() {
            self.report(ProblemCode::LoneSurrogate, position);
        }
        if schema.is_null() {
            return Ok(());
        }
        if text.trim().chars().any(is_unwanted) {
            self.report(ProblemCode::InvisibleCharacters, position);
        }
        if text.chars().count() > LENGTH_LIMIT {
            self.report(ProblemCode::TooLong, position);
        }
        if let Some(words) = words(schema)
            && !text.is_empty()
            && !words.contains(&text.trim())
        {
            let meant = nearest(text.trim(), words.into_iter());
            self.report_unknown(ProblemCode::UnknownTerm, position, meant);
        }
        Ok(())
    }

    /// What has not the form of a code was reported by the reader.
    fn country(&mut self, position: usize) -> Result<(), ProblemCode> {
        let code = CountryCode::parse(self.scanner.string()?.trim());
        if code.is_some_and(|code| celes::Country::from_alpha2(code.as_str()).is_err()) {
            self.report(ProblemCode::UnknownCountry, position);
        }
        Ok(())
    }
}

/// The word that another is written like, but for a third of its letters at the most.
fn nearest<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Option<String> {
    let text: String = text.chars().take(LONGEST_WORD).collect::<String>().to_lowercase();
    let distance = |word: &str| strsim::damerau_levenshtein(&text, &word.to_lowercase());
    let (distance, word) = words.map(|word| (distance(word), word)).min()?;
    (distance * 3 <= word.len()).then(|| word.to_owned())
}

/// No word of the format is longer.
const LONGEST_WORD: usize = 32;

/// The words of a closed list.
fn words(schema: &Value) -> Option<Vec<&str>> {
    let options = schema.get("oneOf")?.as_array()?;
    options.iter().map(|option| option.get("const")?.as_str()).collect()
}

/// The schema of each text of a [`Text`](crate::feed::Text) that has several.
fn text_of_a_language(schema: &Value) -> Option<&Value> {
    schema.get("oneOf")?.as_array()?.iter().find_map(|option| option.get("additionalProperties"))
}
