//! One text of several in different languages.

use std::fmt::Display;

use super::LossKind;
use super::draft::Draft;
use super::plain_text::{self, PlainText};
use crate::feed::limits::LANGUAGE_LIMIT;
use crate::feed::text::Text;

/// Puts texts together: each with the tag of its language, empty where the input names none, and its place. Of two in
/// one language the first counts; one without a language cannot stand beside others.
pub fn together<P: Display>(parts: &[(String, Text, P)], draft: &mut Draft<'_>) -> Option<Text> {
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut silent: Option<&P> = None;
    for (tag, text, place) in parts {
        for (own, text) in text.entries() {
            let tag = if tag.is_empty() { own } else { tag };
            if texts.len() >= LANGUAGE_LIMIT || texts.iter().any(|(known, _)| known.eq_ignore_ascii_case(tag))
            {
                draft.lose(LossKind::UnreadableValue, place);
            } else {
                texts.push((tag.into(), text.into()));
                silent = silent.or(tag.is_empty().then_some(place));
            }
        }
    }
    if let Some(place) = silent.filter(|_| texts.len() > 1) {
        draft.lose(LossKind::UnknownName, place);
        texts.retain(|(tag, _)| !tag.is_empty());
    }
    (!texts.is_empty()).then(|| Text::of(&texts))
}

/// The first of the texts.
pub fn first(text: &Text) -> &str {
    text.entries().next().map_or("", |(_, text)| text)
}

/// A text that should be plain, and may be HTML all the same: calendars of Google and Microsoft and the data of pages
/// are exported so.
pub fn marked_up(text: &str, place: &dyn Display, draft: &mut Draft<'_>) -> Option<Text> {
    let lower = text.to_ascii_lowercase();
    let is_html = TAGS.iter().chain(&ENTITIES).any(|mark| lower.contains(mark));
    if !is_html {
        return draft.text(text, place);
    }
    // A line break is one in a text that is not HTML, and nothing but a space in one that is.
    let read = |html: &str| plain_text::of_html(&html.replace('\n', "<br>"));
    let mut plain = read(text);
    // Pages have HTML in their data that was escaped once more.
    let lower = plain.text.to_ascii_lowercase();
    if TAGS.iter().any(|tag| lower.contains(tag)) {
        let again = read(&plain.text);
        plain = PlainText { markup: plain.markup || again.markup, ..again };
    }
    draft.plain(&plain, place)
}

/// What no text has that is not HTML.
const TAGS: [&str; 3] = ["</", "<br", "<p>"];

/// What is written so in HTML only.
const ENTITIES: [&str; 5] = ["&#", "&amp;", "&lt;", "&quot;", "&nbsp;"];
