use super::node::{Element, element};
use crate::locale::{Failure, Language, Messages};
use crate::settings::Theme;

/// Why there is nothing but the page's own content, with a button that tries again. The loader, which owns the
/// network, listens for `retry`.
pub fn failure(failure: Failure, language: Language, theme: Theme) -> Element {
    let messages = Messages::of(language);
    let retry = element("button.retry type=button data-action=retry").text(messages.retry);
    element("div")
        .class("root failure")
        .with("part", "root error")
        .with("lang", language.tag())
        .with("dir", "ltr")
        .with("data-theme", theme.name())
        .child(element("p role=status").text(messages.failure(failure)))
        .child(retry)
}
