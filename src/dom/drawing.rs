use wasm_bindgen::JsCast;
use web_sys::Node;

use super::painter::Painter;
use super::steps::Steps;
use crate::view::{Element, Part};

/// What stands on the page, and how it looked when it was last drawn. Dropping it takes everything away again.
pub struct Drawing {
    painter: Painter,
    root: web_sys::Element,
    screen: Element,
}

impl Drawing {
    /// Draws a screen as the only child of `place`, which is empty; nothing where the browser has not drawn it.
    pub fn new(painter: Painter, place: &Node, screen: Element) -> Option<Drawing> {
        append(&painter, place, &screen);
        let root = place.first_child()?.unchecked_into();
        Some(Drawing { painter, root, screen })
    }

    /// The outermost element.
    pub fn root(&self) -> &web_sys::Element {
        &self.root
    }

    /// Draws a part anew, without a look at what is there; nothing where the page did not ask for it.
    pub fn replace(&mut self, part: Part, after: Element) {
        if let Some(drawn) = self.drawn(part) {
            let steps = Steps::replacing(drawn, &after);
            *drawn = after;
            self.draw(part, &steps);
        }
    }

    /// Draws a part again; nothing where the page did not ask for it.
    pub fn redraw(&mut self, part: Part, after: Element) {
        if let Some(drawn) = self.drawn(part) {
            let steps = Steps::changing(drawn, &after);
            *drawn = after;
            self.draw(part, &steps);
        }
    }

    fn drawn(&mut self, part: Part) -> Option<&mut Element> {
        self.screen.find_by("data-part", part.name())
    }

    fn draw(&self, part: Part, steps: &Steps) {
        let selector = ["[data-part=", part.name(), "]"].concat();
        if let Ok(Some(live)) = self.root.query_selector(&selector) {
            self.painter.draw(&live, steps.as_str());
        }
    }
}

/// Puts an element into a place that is empty.
pub fn append(painter: &Painter, place: &Node, element: &Element) {
    painter.draw(place, Steps::adding(element).as_str());
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.root.remove();
    }
}
