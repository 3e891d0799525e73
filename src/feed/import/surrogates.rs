//! Halves of characters, which `serde_json` refuses and other systems write.

use std::borrow::Cow;

/// A JSON text in which every escaped half of a character is U+FFFD: systems that cut a text in mid-emoji write such
/// halves, and `serde_json` refuses the whole text for one.
pub fn without_lone_surrogates(text: &str) -> Cow<'_, str> {
    let mut repaired = String::new();
    let (mut copied, mut position) = (0, 0);
    while let Some(at) = text.get(position..).and_then(|rest| rest.find('\\')) {
        let start = position + at;
        position = match (surrogate(text, start), surrogate(text, start + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => start + 12,
            (Some(_), _) => {
                repaired.push_str(text.get(copied..start).unwrap_or_default());
                repaired.push(char::REPLACEMENT_CHARACTER);
                copied = start + 6;
                copied
            }
            // A backslash and what it escapes, which is one byte as far as JSON goes; behind anything else it fails.
            (None, _) => {
                (start + 2..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len())
            }
        };
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    repaired.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(repaired)
}

/// The half of a character that is escaped at a place: `\ud83d`.
fn surrogate(text: &str, start: usize) -> Option<u32> {
    let digits = text.get(start..start + 6)?.strip_prefix("\\u")?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    (0xd800..0xe000).contains(&number).then_some(number)
}
