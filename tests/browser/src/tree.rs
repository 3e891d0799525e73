//! The canonical tree of what a page shows, to hold the live nodes, the js engine and printed HTML to one another.
//!
//! A node is `["tag", {"attribute": "value"}, [children]]`, a text a string. Comments are dropped, adjacent texts
//! are one, an SVG element is `svg:tag`, a shadow root or a parsed text is `["#root", {}, […]]`.

use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};

const WALKER: &str = include_str!("tree.js");

impl Browser {
    /// The tree inside the shadow root of a host.
    ///
    /// # Errors
    /// When there is no such host or it has no open shadow root.
    pub async fn shadow_tree(&self, host: &str) -> Result<Value> {
        let script = format!(
            "{WALKER}; var host = document.querySelector(arguments[0]); \
             return host && host.shadowRoot && treeOf(host.shadowRoot);"
        );
        let tree = self.execute(&script, &[json!(host)]).await?;
        ensure!(!tree.is_null(), "{host} has no shadow root");
        Ok(tree)
    }

    /// The tree of the whole page without what a selector names: what must stay as it was around the widget.
    ///
    /// # Errors
    /// When the session is gone.
    pub async fn tree_outside(&self, skipped: &str) -> Result<Value> {
        let script = format!("{WALKER}; return treeOf(document, arguments[0]);");
        self.execute(&script, &[json!(skipped)]).await
    }

    /// The tree of a piece of HTML as this browser parses it. Leaves the page for an empty one without a policy
    /// (Trusted Types would refuse to parse): take the live tree first.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn parsed_tree(&self, site: &Site, html: &str) -> Result<Value> {
        let blank = site.address("/bed/blank");
        if self.execute("return location.href", &[]).await? != blank {
            self.open(&blank).await?;
        }
        let script = format!(
            "{WALKER}; var template = document.implementation.createHTMLDocument('').createElement('template'); \
             template.innerHTML = arguments[0]; return treeOf(template.content);"
        );
        self.execute(&script, &[json!(html)]).await.context("parsing")
    }
}

/// Asserts that two trees are the same.
///
/// # Errors
/// With the path of the first difference and both sides of it.
pub fn assert_same(left: &Value, right: &Value) -> Result<()> {
    match first_difference(left, right) {
        Some(difference) => bail!("the trees differ {difference}"),
        None => Ok(()),
    }
}

/// Where two trees differ first, in the order of the document: `at section[0] > h2[1] @class: "a" / "b"`.
pub fn first_difference(left: &Value, right: &Value) -> Option<String> {
    let mut path = Vec::new();
    differ(left, right, &mut path).map(|difference| {
        format!("at {} {difference}", if path.is_empty() { "#root".into() } else { path.join(" > ") })
    })
}

fn differ<'a>(left: &'a Value, right: &'a Value, path: &mut Vec<String>) -> Option<String> {
    let (Some(left_parts), Some(right_parts)) = (left.as_array(), right.as_array()) else {
        return (left != right).then(|| format!(": {} / {}", brief(left), brief(right)));
    };
    if left_parts.first() != right_parts.first() {
        return Some(format!(": {} / {}", brief(left), brief(right)));
    }
    let names = [left_parts, right_parts].into_iter().filter_map(|parts| parts.get(1)?.as_object());
    for name in names.flat_map(Map::keys) {
        let attribute = |parts: &'a [Value]| parts.get(1)?.get(name);
        let (left, right) = (attribute(left_parts), attribute(right_parts));
        if left != right {
            let shown = |value: Option<&Value>| value.map_or_else(|| "absent".to_owned(), brief);
            return Some(format!("@{name}: {} / {}", shown(left), shown(right)));
        }
    }
    let children = |parts: &'a [Value]| parts.get(2).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let (left_children, right_children) = (children(left_parts), children(right_parts));
    for index in 0..left_children.len().max(right_children.len()) {
        let (left, right) = (left_children.get(index), right_children.get(index));
        let (Some(left), Some(right)) = (left, right) else {
            let shown = |value: Option<&Value>| value.map_or_else(|| "nothing".to_owned(), brief);
            return Some(format!("child {index}: {} / {}", shown(left), shown(right)));
        };
        let tag = left.get(0).and_then(Value::as_str).unwrap_or("text");
        path.push(format!("{tag}[{index}]"));
        if let Some(difference) = differ(left, right, path) {
            return Some(difference);
        }
        path.pop();
    }
    None
}

fn brief(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() > 120 { text.chars().take(120).chain("…".chars()).collect() } else { text }
}
