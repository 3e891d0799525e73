//! One text of several in different languages.

use std::fmt::Display;

use super::LossKind;
use super::draft::Draft;
use crate::feed::text::Text;

/// Puts texts together: each with the tag of its language, empty where the input names none, and its place. Of two in
/// one language the first counts; one without a language cannot stand beside others.
pub fn together<P: Display>(parts: &[(String, Text, P)], draft: &mut Draft<'_>) -> Option<Text> {
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut silent: Option<&P> = None;
    for (tag, text, place) in parts {
        for (own, text) in text.entries() {
            let tag = if tag.is_empty() { own } else { tag };
            if texts.len() >= MOST_LANGUAGES || texts.iter().any(|(known, _)| known.eq_ignore_ascii_case(tag))
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
    (!texts.is_empty()).then(|| Text::of(texts))
}

/// No text is in more.
const MOST_LANGUAGES: usize = 100;

/// The first of the texts.
pub fn first(text: &Text) -> &str {
    text.entries().next().map_or("", |(_, text)| text)
}

/// A text that should be plain, and may be HTML all the same: calendars of Google and Microsoft and the data of pages
/// are exported so.
pub fn marked_up(text: &str, place: &dyn Display, draft: &mut Draft<'_>) -> Option<Text> {
    let lower = text.to_ascii_lowercase();
    let is_html = ["</", "<br", "<p>", "&#", "&amp;", "&lt;", "&quot;", "&nbsp;"]
        .iter()
        .any(|mark| lower.contains(mark));
    // A line break is one in a text that is not HTML, and nothing but a space in one that is.
    if is_html { draft.html(&text.replace('\n', "<br>"), place) } else { draft.text(text, place) }
}
