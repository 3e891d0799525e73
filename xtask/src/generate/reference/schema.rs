//! The schema as the page tells it: records, values and words, each in the order in which the root leads to them.

use forum_widget::feed;
use serde_json::Value;

/// The schema of the feed.
pub struct Schema {
    root: Value,
    /// The names of its definitions.
    order: Vec<String>,
}

/// The name of the root among the records.
pub const ROOT: &str = "Feed";

impl Schema {
    /// From the types that read a feed.
    pub fn new() -> Schema {
        let mut schema = Schema { root: feed::schema::schema(), order: Vec::new() };
        let root = schema.root.clone();
        schema.order.push(ROOT.into());
        schema.follow(&root["properties"]);
        schema
    }

    /// Adds what is referred to, the nearest first.
    fn follow(&mut self, value: &Value) {
        let mut found = Vec::new();
        references(value, &mut found);
        for name in found {
            if !self.order.contains(&name) {
                self.order.push(name.clone());
                let definition = self.definition(&name).clone();
                self.follow(&definition);
            }
        }
    }

    /// The definition of a name.
    pub fn definition(&self, name: &str) -> &Value {
        if name == ROOT { &self.root } else { &self.root["$defs"][name] }
    }

    /// The objects with fields.
    pub fn records(&self) -> Vec<&str> {
        self.of(|definition| definition["properties"].is_object())
    }

    /// Texts, dates, codes.
    pub fn values(&self) -> Vec<&str> {
        self.of(|definition| definition["properties"].is_null() && !is_list_of_words(definition))
    }

    /// The closed lists of words.
    pub fn words(&self) -> Vec<&str> {
        self.of(is_list_of_words)
    }

    fn of(&self, kind: impl Fn(&Value) -> bool) -> Vec<&str> {
        self.order.iter().map(String::as_str).filter(|name| kind(self.definition(name))).collect()
    }
}

fn is_list_of_words(definition: &Value) -> bool {
    definition["oneOf"][0]["const"].is_string()
}

/// The name that a schema refers to.
pub fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            found.extend(reference(value).map(str::to_owned));
            object.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// A text of the schema.
pub fn text<'a>(schema: &'a Value, key: &str) -> &'a str {
    schema[key].as_str().unwrap_or_default()
}
