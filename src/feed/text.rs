//! A text in one or several languages, and its repair.

use super::limits::LENGTH_LIMIT;
use super::record::Blank;
use crate::locale::{Language, primary_subtag};

/// A text of the feed: one for all readers, or one for each language (BCP 47 tags).
///
/// It is one word wide: most fields of a feed are texts, and moving them is most of the code that reads them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Box<Translations>);

/// Tags with their texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Translations(Vec<(String, String)>);

/// A text for one reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen<'a> {
    /// What to show.
    pub text: &'a str,
    /// Its language, where that is known and not the reader's.
    pub foreign: Option<&'a str>,
}

impl Text {
    /// Texts by language tag.
    pub fn of(translations: Vec<(String, String)>) -> Text {
        Text(Box::new(Translations(translations)))
    }

    /// A text without a language; blank where nothing visible is in it.
    pub fn plain(text: &str) -> Text {
        let text = cleaned(text);
        Text::of(if text.is_empty() { Vec::new() } else { vec![(String::new(), text)] })
    }

    /// The text for a reader: in the language asked for, else along its fallbacks, else the first there is.
    pub fn choose(&self, language: Language) -> Option<Chosen<'_>> {
        let position = language.fallbacks().find_map(|wanted| {
            let tag = wanted.tag();
            self.0.0.iter().position(|(own, _)| primary_subtag(own) == tag)
        });
        let (tag, text) = self.0.0.get(position.unwrap_or(0))?;
        let own = tag.is_empty() || primary_subtag(tag) == language.tag();
        Some(Chosen { text, foreign: if own { None } else { Some(tag) } })
    }

    /// Every tag with its text, in the order of the feed; the tag of a text without a language is empty.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.0.iter().map(|(tag, text)| (&**tag, &**text))
    }
}

/// A text without controls that are invisible or turn the direction of what stands around them, cut at
/// [`LENGTH_LIMIT`]. Emoji joiners stay, and so do line feeds and tabs, as spaces do.
pub fn cleaned(text: &str) -> String {
    // What is invisible goes first: there may be space behind it.
    let visible = text.chars().filter(|&letter| !is_unwanted(letter));
    let cut: String = visible.skip_while(|letter| letter.is_whitespace()).take(LENGTH_LIMIT).collect();
    cut.trim_end().into()
}

/// Controls other than line feed and tab, controls of direction, invisible operators, the byte-order mark.
pub fn is_unwanted(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}')
        || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

impl Blank for Text {
    fn is_blank(&self) -> bool {
        self.0.0.is_empty()
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
    fn the_reader_gets_the_nearest_language_and_is_told_when_it_is_another() {
        let text = Text::of(vec![("en".into(), "Opening".into()), ("es".into(), "Apertura".into())]);
        let chosen = |language| text.choose(language).map(|chosen| (chosen.text, chosen.foreign));
        assert_eq!(chosen(Language::Es), Some(("Apertura", None)));
        assert_eq!(chosen(Language::Pt), Some(("Apertura", Some("es"))));
        assert_eq!(chosen(Language::En), Some(("Opening", None)));
        assert_eq!(chosen(Language::Ko), Some(("Opening", Some("en"))));
        assert_eq!(Text::plain("Foro").choose(Language::Ko).map(|chosen| chosen.foreign), Some(None));
    }
}
