//! What a visitor takes along: a file, an address.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Document, Element, HtmlDocument, HtmlElement, HtmlInputElement, Url};

/// Saves a calendar as a file, by a link that stands inside `root` for as long as it takes, and gives the address that the
/// browser reads it from.
///
/// # Errors
/// What the browser throws.
pub fn save(maker: &Document, root: &Element, name: &str, text: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/calendar;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = maker.create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    root.append_child(&link)?;
    link.click();
    link.remove();
    Ok(address)
}

/// Gives the memory behind such an address back.
pub fn forget(address: &str) {
    let _ = Url::revoke_object_url(address);
}

/// Copies a text, and says whether it did. Where it may not, the text stands behind `button`, selected, to be copied by
/// hand.
///
/// # Errors
/// What the browser throws.
pub fn copy(maker: &Document, button: &Element, text: &str) -> Result<bool, JsValue> {
    let field: HtmlInputElement = maker.create_element("input")?.unchecked_into();
    field.set_read_only(true);
    field.set_value(text);
    field.set_class_name("search");
    button.after_with_node_1(&field)?;
    field.select();
    // The newer way needs a promise, and a page that is served over https.
    let page: HtmlDocument = button.owner_document().ok_or(JsValue::UNDEFINED)?.unchecked_into();
    let copied = page.exec_command("copy").unwrap_or(false);
    if copied {
        field.remove();
        let button: &HtmlElement = button.unchecked_ref();
        button.focus()?;
    }
    Ok(copied)
}
