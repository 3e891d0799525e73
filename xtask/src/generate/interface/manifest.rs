//! `www/custom-elements.json`: the manifest of the element (Custom Elements Manifest, schema 1.0.0) for catalogues and editors.

use forum_widget::settings::table::{Setting, TABLE};
use serde_json::{Value as Json, json};

use super::contract::{
    ELEMENT, EVENTS, METHODS, Method, Named, PARTS, PROPERTIES, SLOTS, TAG, VARIABLES, Value,
};
use super::{readme, types};
use crate::dist::MODULE;

/// The class behind the element.
const CLASS: &str = "ForumWidgetElement";

/// The text of `www/custom-elements.json`.
pub fn generate() -> String {
    let members = PROPERTIES.iter().map(field).chain(METHODS.iter().map(method));
    let manifest = json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "declarations": [{
                "kind": "class",
                "name": CLASS,
                "description": ELEMENT,
                "customElement": true,
                "tagName": TAG,
                "superclass": { "name": "HTMLElement" },
                "attributes": on_elements().map(attribute).collect::<Vec<_>>(),
                "members": members.collect::<Vec<_>>(),
                "events": EVENTS.iter().map(|event| json!({
                    "name": event.name,
                    "type": { "text": types::event_type(event.detail) },
                    "description": event.meaning,
                })).collect::<Vec<_>>(),
                "slots": SLOTS.iter().map(named).collect::<Vec<_>>(),
                "cssParts": PARTS.iter().map(named).collect::<Vec<_>>(),
                "cssProperties": VARIABLES.iter().map(|variable| json!({
                    "name": variable.name,
                    "default": readme::default_of(variable.name),
                    "description": variable.meaning,
                })).collect::<Vec<_>>(),
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": TAG,
                "declaration": { "name": CLASS, "module": MODULE },
            }],
        }],
    });
    format!("{manifest:#}\n")
}

/// The settings that an element may have: a target is a script's.
pub fn on_elements() -> impl Iterator<Item = &'static Setting> {
    TABLE.iter().filter(|setting| setting.name != "target")
}

fn attribute(setting: &Setting) -> Json {
    json!({
        "name": format!("data-{}", setting.name),
        "type": { "text": types::kind(setting) },
        "default": setting.default,
        "description": setting.meaning,
    })
}

fn field(property: &Value) -> Json {
    json!({
        "kind": "field",
        "name": property.name,
        "type": { "text": property.kind },
        "readonly": true,
        "description": property.meaning,
    })
}

fn method(method: &Method) -> Json {
    let parameters = method.parameters.iter().map(|parameter| {
        json!({
            "name": parameter.name,
            "type": { "text": parameter.kind },
            "description": parameter.meaning,
        })
    });
    json!({
        "kind": "method",
        "name": method.name,
        "parameters": parameters.collect::<Vec<_>>(),
        "return": { "type": { "text": method.gives } },
        "description": method.meaning,
    })
}

fn named(named: &Named) -> Json {
    json!({ "name": named.name, "description": named.meaning })
}
