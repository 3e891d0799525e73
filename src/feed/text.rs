//! A text in one or several languages, and its repair.

use std::borrow::Cow;

use super::json::has_below;
use super::limits::LENGTH_LIMIT;
use super::record::Blank;
use crate::locale::{Language, primary_subtag, split_at_byte, trimmed};

/// A text of the feed: one for all readers, or one for each language (BCP 47 tags).
///
/// All of it lies in one piece of memory, since a large feed has tens of thousands: one for all readers as it is, others with
/// their tags before them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Box<str>);

/// Before each tag and behind it (ASCII: unit separator); cleaned ones and their texts do not have it in them.
const SEPARATOR: u8 = b'\x1f';

/// A text for one reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen<'a> {
    /// What to show.
    pub text: &'a str,
    /// Its language, where that is known and not the reader's.
    pub foreign: Option<&'a str>,
}

impl Text {
    /// Texts by language tag, without those in which nothing is visible.
    pub fn of(translations: &[(String, impl AsRef<str>)]) -> Text {
        let mut all = String::new();
        for (tag, text) in translations {
            let text = cleaned(text.as_ref());
            if !text.is_empty() {
                for part in ["\u{1f}", &cleaned(tag), "\u{1f}", &text] {
                    all.push_str(part);
                }
            }
        }
        Text(all.into())
    }

    /// A text without a language; blank where nothing visible is in it.
    pub fn plain(text: &str) -> Text {
        Text(cleaned(text).into())
    }

    /// The text for a reader: in the language asked for, else along its fallbacks, else the first there is.
    pub fn choose(&self, language: Language) -> Option<Chosen<'_>> {
        let wanted = |tag| self.entries().find(|(own, _)| primary_subtag(own) == tag);
        let best = language.fallbacks().map(Language::tag).find_map(wanted);
        let (tag, text) = best.or_else(|| self.entries().next())?;
        let own = tag.is_empty() || primary_subtag(tag) == language.tag();
        Some(Chosen { text, foreign: if own { None } else { Some(tag) } })
    }

    /// Every tag with its text, in the order of the feed; the tag of a text without a language is empty.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut rest = &*self.0;
        std::iter::from_fn(move || {
            let (tag, behind) = match rest.as_bytes() {
                [] => return None,
                [SEPARATOR, ..] => split_at_byte(rest.get(1..)?, SEPARATOR)?,
                _ => ("", rest),
            };
            let end = behind.bytes().position(|byte| byte == SEPARATOR).unwrap_or(behind.len());
            let (text, others) = behind.split_at_checked(end)?;
            rest = others;
            Some((tag, text))
        })
    }
}

/// A text without controls that are invisible or turn the direction of what stands around them, cut at
/// [`LENGTH_LIMIT`]. Emoji joiners stay, and so do line feeds and tabs, as spaces do.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    // Nearly every text is good as it is, and looking at bytes is faster than taking letters.
    let (eights, rest) = text.as_bytes().as_chunks();
    let is_good = |bytes: &[u8]| !bytes.iter().copied().any(may_begin_unwanted);
    let are_good = |eight: &[u8; 8]| is_plain(*eight) || is_good(eight);
    if text.len() <= LENGTH_LIMIT && is_good(rest) && eights.iter().all(are_good) {
        return Cow::Borrowed(trimmed(text));
    }
    // What is invisible goes first: there may be space behind it.
    let visible = text.chars().filter(|&letter| !is_unwanted(letter));
    let cut: String = visible.skip_while(|letter| letter.is_whitespace()).take(LENGTH_LIMIT).collect();
    Cow::Owned(trimmed(&cut).into())
}

/// Whether eight bytes are printable ASCII.
fn is_plain(eight: [u8; 8]) -> bool {
    let eight = u64::from_le_bytes(eight);
    // A byte from 0x7f on has the highest bit, or gets it from one more.
    let high = (eight | eight.wrapping_add(u64::from_le_bytes([1; 8]))) & u64::from_le_bytes([0x80; 8]);
    high == 0 && !has_below(eight, b' ')
}

/// Whether the UTF-8 of a letter that is unwanted may begin with this byte.
const fn may_begin_unwanted(byte: u8) -> bool {
    matches!(byte, 0..=0x8 | 0xb..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef)
}

/// Controls other than line feed and tab, controls of direction, invisible operators, the byte-order mark.
pub fn is_unwanted(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}')
        || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

impl Blank for Text {
    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_controls_go_and_emoji_joiners_stay() {
        assert_eq!(cleaned(" a\u{202e}b\u{0}c\u{200b} "), "abc");
        assert_eq!(cleaned("\u{feff}\t a \u{200b} \u{0}"), "a");
        assert_eq!(cleaned("👩\u{200d}💻 x\ny"), "👩\u{200d}💻 x\ny");
    }

    #[test]
    fn a_letter_is_seen_wherever_it_stands() {
        for letter in ['\u{7f}', '\u{1f}', '\u{ad}', '\u{200b}', '\u{202e}'] {
            for place in 0..20 {
                let (before, after) = ("a".repeat(place), "a".repeat(20 - place));
                assert_eq!(
                    cleaned(&format!("{before}{letter}{after}")),
                    "a".repeat(20),
                    "{letter:?} at {place}"
                );
            }
        }
        assert_eq!(cleaned("\u{3000}¡Buenos días, señora!\u{a0}"), "¡Buenos días, señora!");
    }

    #[test]
    fn the_bytes_of_unwanted_letters_are_known() {
        for letter in ('\0'..=char::MAX).filter(|&letter| is_unwanted(letter)) {
            assert!(may_begin_unwanted(letter.to_string().as_bytes()[0]), "{letter:?}");
        }
    }

    #[test]
    fn the_reader_gets_the_nearest_language_and_is_told_when_it_is_another() {
        let text = Text::of(&[("en".into(), "Opening"), ("es".into(), "Apertura")]);
        let chosen = |language| text.choose(language).map(|chosen| (chosen.text, chosen.foreign));
        assert_eq!(chosen(Language::Es), Some(("Apertura", None)));
        assert_eq!(chosen(Language::Pt), Some(("Apertura", Some("es"))));
        assert_eq!(chosen(Language::En), Some(("Opening", None)));
        assert_eq!(chosen(Language::Ko), Some(("Opening", Some("en"))));
        assert_eq!(Text::plain("Foro").choose(Language::Ko).map(|chosen| chosen.foreign), Some(None));
    }
}
