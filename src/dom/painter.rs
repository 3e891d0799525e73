use wasm_bindgen::prelude::*;
use web_sys::Node;

#[wasm_bindgen]
extern "C" {
    /// What makes and changes live nodes (`www/loader/painter.js`).
    pub type Painter;

    /// Takes the steps that are written in a text ([`super::steps::Steps`]).
    #[wasm_bindgen(method)]
    pub fn draw(this: &Painter, place: &Node, steps: &str);
}
