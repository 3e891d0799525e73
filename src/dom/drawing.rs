use wasm_bindgen::JsValue;
use web_sys::Document;

use super::build::build;
use super::update::update;
use crate::view::{Element, Node, Part};

/// What stands on the page, and how each part of it looked when it was last drawn. Dropping it takes
/// everything away again.
pub struct Drawing {
    document: Document,
    root: web_sys::Element,
    parts: Vec<DrawnPart>,
}

struct DrawnPart {
    name: &'static str,
    live: web_sys::Element,
    drawn: Element,
}

impl Drawing {
    /// Draws a screen as the only child of `place`.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn new(document: Document, place: &web_sys::Node, screen: Element) -> Result<Drawing, JsValue> {
        let root = build(&document, &screen, false)?;
        place.set_text_content(None);
        place.append_child(&root)?;
        let parts = parts(&root, screen);
        Ok(Drawing { document, root, parts })
    }

    /// Draws a part anew, without a look at what is there; nothing where the page did not ask for it.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn replace(&mut self, part: Part, after: Element) -> Result<(), JsValue> {
        let Some(part) = self.parts.iter_mut().find(|drawn| drawn.name == part.name()) else { return Ok(()) };
        let live = build(&self.document, &after, false)?;
        part.live.replace_with_with_node_1(&live)?;
        (part.live, part.drawn) = (live, after);
        Ok(())
    }

    /// The outermost element.
    pub fn root(&self) -> &web_sys::Element {
        &self.root
    }

    /// Draws a part again; nothing where the page did not ask for it.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn redraw(&mut self, part: Part, after: Element) -> Result<(), JsValue> {
        let Some(part) = self.parts.iter_mut().find(|drawn| drawn.name == part.name()) else { return Ok(()) };
        update(&self.document, &part.live, &part.drawn, &after, false)?;
        part.drawn = after;
        Ok(())
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// The parts of a screen together with their live elements.
fn parts(root: &web_sys::Element, screen: Element) -> Vec<DrawnPart> {
    let mut parts = Vec::new();
    collect(root, screen, &mut parts);
    parts
}

fn collect(live: &web_sys::Element, drawn: Element, parts: &mut Vec<DrawnPart>) {
    let name =
        drawn.attributes().iter().find(|(name, _)| *name == "data-part").map(|(_, value)| value.clone());
    if let Some(std::borrow::Cow::Borrowed(name)) = name {
        parts.push(DrawnPart { name, live: live.clone(), drawn });
        return;
    }
    let mut next = live.first_element_child();
    for child in drawn.into_inside() {
        let Node::Element(child) = child else { continue };
        let Some(element) = next else { break };
        next = element.next_element_sibling();
        collect(&element, child, parts);
    }
}
