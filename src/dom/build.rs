use wasm_bindgen::JsValue;
use web_sys::Document;

use crate::view::{Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes an element with everything inside; `svg` says that it stands in an SVG.
pub fn build(document: &Document, element: &Element, svg: bool) -> Result<web_sys::Element, JsValue> {
    let svg = svg || element.tag() == "svg";
    let live = if svg {
        document.create_element_ns(Some(SVG), element.tag())?
    } else {
        document.create_element(element.tag())?
    };
    for (name, value) in element.attributes() {
        live.set_attribute(name, value)?;
    }
    for child in element.inside() {
        live.append_child(&build_node(document, child, svg)?)?;
    }
    Ok(live)
}

/// Makes a node.
pub fn build_node(document: &Document, node: &Node, svg: bool) -> Result<web_sys::Node, JsValue> {
    Ok(match node {
        Node::Text(text) => document.create_text_node(text).into(),
        Node::Element(element) => build(document, element, svg)?.into(),
    })
}

/// Adds an element at the end of `place`.
///
/// # Errors
/// What the browser throws.
pub fn append(document: &Document, place: &web_sys::Node, element: &Element) -> Result<(), JsValue> {
    let live = build(document, element, false)?;
    place.append_child(&live).map(drop)
}
