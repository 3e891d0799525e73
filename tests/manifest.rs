//! `custom-elements.json` by the schema that its community publishes.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The places of a value that are not as a definition of the schema says; of the whole where none is named.
fn faults(value: &Value, definition: Option<&str>) -> Vec<String> {
    let path = "node_modules/custom-elements-manifest/schema.json";
    let schema = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .expect("custom-elements-manifest is missing: run `cargo xtask test`");
    let mut schema: Value = serde_json::from_slice(&schema).unwrap();
    if let Some(definition) = definition {
        schema = json!({
            "$schema": schema["$schema"],
            "$ref": format!("#/definitions/{definition}"),
            "definitions": schema["definitions"],
        });
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.iter_errors(value).map(|fault| fault.instance_path().to_string()).collect()
}

#[test]
fn it_is_valid() {
    let manifest: Value = serde_json::from_str(include_str!("../www/custom-elements.json")).unwrap();
    assert_eq!(faults(&manifest, None), [""; 0]);
    // As a whole, an element that is described wrongly passes for a class.
    let element = &manifest["modules"][0]["declarations"][0];
    let definition = Some("CustomElementDeclaration");
    assert_eq!(faults(element, definition), [""; 0]);
    for name in ["attributes", "members", "events", "slots", "cssParts", "cssProperties"] {
        assert!(element[name].as_array().is_some_and(|all| !all.is_empty()), "no {name}");
        // The control: what has no name is no description of it.
        let mut broken = element.clone();
        broken[name][0]["name"] = json!(7);
        assert_ne!(faults(&broken, definition), [""; 0], "{name} without a name");
    }
}
