//! `package.json` of the npm package, which is the folder of the release as it is.

use serde_json::json;

use crate::dist::{LATER_SCRIPT, MODULE, SCRIPT};

/// Its text, for a version of the widget.
pub fn generate(version: &str) -> String {
    // Each of them defines the element when it is imported, so no bundler may leave it out.
    let with_effects = [SCRIPT, MODULE, LATER_SCRIPT].map(|name| format!("./{name}"));
    let package = json!({
        "name": "forum-widget",
        "version": version,
        "description": "An international forum on anybody's website: agenda and map from one JSON feed",
        "license": "MIT",
        "type": "module",
        "types": "./forum-widget.d.ts",
        "exports": {
            ".": { "types": "./forum-widget.d.ts", "default": format!("./{MODULE}") },
            "./*": "./*",
        },
        "sideEffects": with_effects,
        // A package has a version as a whole.
        "files": ["*", "!forum-widget@*"],
        "customElements": "./custom-elements.json",
        "keywords": ["agenda", "map", "forum", "custom-element", "webassembly"],
    });
    format!("{package:#}\n")
}
