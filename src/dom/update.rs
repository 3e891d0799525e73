use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

use super::build::build_node;
use crate::view::{Element, Node};

/// Makes a live element look like `after`, given that it looks like `before`. Where both have the same shape
/// the live nodes stay, so that focus, selection and scroll positions do; where they have not, they are made anew.
/// What one of them has more comes or goes at the end.
pub fn update(
    document: &Document,
    live: &web_sys::Element,
    before: &Element,
    after: &Element,
    svg: bool,
) -> Result<(), JsValue> {
    let svg = svg || after.tag() == "svg";
    update_attributes(live, before, after)?;
    let mut next = live.first_child();
    for (before, after) in before.inside().iter().zip(after.inside()) {
        let Some(child) = next else { break };
        next = child.next_sibling();
        if before == after {
            continue;
        }
        match (before, after) {
            (Node::Text(_), Node::Text(text)) => child.set_text_content(Some(text)),
            (Node::Element(before), Node::Element(after)) if before.tag() == after.tag() => {
                update(document, child.unchecked_ref(), before, after, svg)?;
            }
            _ => {
                live.replace_child(&build_node(document, after, svg)?, &child)?;
            }
        }
    }
    if before.inside().len() != after.inside().len() {
        while let Some(child) = next {
            next = child.next_sibling();
            live.remove_child(&child)?;
        }
        for child in after.inside().iter().skip(before.inside().len()) {
            live.append_child(&build_node(document, child, svg)?)?;
        }
    }
    Ok(())
}

fn update_attributes(live: &web_sys::Element, before: &Element, after: &Element) -> Result<(), JsValue> {
    if before.attributes() == after.attributes() {
        return Ok(());
    }
    for (name, _) in before.attributes() {
        if after.attributes().iter().all(|(kept, _)| kept != name) {
            live.remove_attribute(name)?;
        }
    }
    for attribute in after.attributes() {
        if !before.attributes().contains(attribute) {
            live.set_attribute(attribute.0, &attribute.1)?;
        }
    }
    Ok(())
}
