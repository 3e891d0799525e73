//! `www/html-custom-data.json`: element and attributes for editors of HTML (custom data of Visual Studio Code, version 1.1).

use serde_json::json;

use super::contract::{ELEMENT, TAG};
use super::manifest::on_elements;

/// The text of `www/html-custom-data.json`.
pub fn generate() -> String {
    let attributes = on_elements().map(|setting| {
        json!({
            "name": format!("data-{}", setting.name),
            "description": format!("{} Takes: {}. Without it: {}.", setting.meaning, setting.values, setting.default),
            "values": setting.words.iter().map(|word| json!({ "name": word })).collect::<Vec<_>>(),
        })
    });
    let data = json!({
        "version": 1.1,
        "tags": [{ "name": TAG, "description": ELEMENT, "attributes": attributes.collect::<Vec<_>>() }],
    });
    format!("{data:#}\n")
}
