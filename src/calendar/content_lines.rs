//! The lines that iCalendar is made of (RFC 5545, section 3.1).

use crate::feed::LanguageTag;

/// The longest line, in octets and without its break.
const LINE_LIMIT: usize = 75;

/// Content lines, ended by CR LF and folded where they are too long, never inside a character.
#[derive(Default)]
pub struct ContentLines {
    text: String,
    /// The octets of the line that is being written.
    width: usize,
}

impl ContentLines {
    /// A property whose value stands as it is: a word, a number, a time, an address without controls.
    pub fn property(&mut self, name: &str, value: &str) {
        self.push(name);
        self.push(":");
        self.push(value);
        self.end();
    }

    /// A property whose value is TEXT, with its language where that is known.
    pub fn text_property(&mut self, name: &str, language: Option<&str>, text: &str) {
        self.push(name);
        // The form of a tag needs no quotes; what has another form is not a language.
        if let Some(language) = language.and_then(LanguageTag::parse) {
            self.push(";LANGUAGE=");
            self.push(language.as_str());
        }
        self.push(":");
        self.push_text(text);
        self.end();
    }

    /// All lines.
    pub fn into_string(self) -> String {
        self.text
    }

    /// TEXT (RFC 5545, section 3.3.11). Whatever breaks a line anywhere becomes its `\n`; other controls are left out.
    fn push_text(&mut self, text: &str) {
        let mut last = '\0';
        for letter in text.chars() {
            match letter {
                '\n' if last == '\r' => {}
                '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.push("\\n"),
                '\\' | ';' | ',' => {
                    self.push_letter('\\');
                    self.push_letter(letter);
                }
                '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {}
                _ => self.push_letter(letter),
            }
            last = letter;
        }
    }

    fn push(&mut self, text: &str) {
        for letter in text.chars() {
            self.push_letter(letter);
        }
    }

    fn push_letter(&mut self, letter: char) {
        let width = letter.len_utf8();
        if self.width + width > LINE_LIMIT {
            self.end();
            self.text.push(' ');
            self.width = 1;
        }
        self.text.push(letter);
        self.width += width;
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.width = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut lines = ContentLines::default();
        lines.text_property("X", None, text);
        assert_eq!(lines.into_string(), ["X:", expected, "\r\n"].concat());
    }

    #[test]
    fn rfc_5545_3_3_11_text() {
        check("a;b,c\\d", "a\\;b\\,c\\\\d");
        check("a:b \"c\"\td", "a:b \"c\"\td");
        check("\\n", "\\\\n");
        check("", "");
    }

    #[test]
    fn rfc_5545_3_3_11_line_breaks_of_every_kind() {
        check("a\nb", "a\\nb");
        check("a\r\nb", "a\\nb");
        check("a\rb\n\rc", "a\\nb\\n\\nc");
        check("a\r\r\nb", "a\\n\\nb");
        check("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f", "a\\nb\\nc\\nd\\ne\\nf");
        check("x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\\nEND:VEVENT\\nBEGIN:VEVENT");
    }

    #[test]
    fn rfc_5545_3_1_controls_are_left_out() {
        check("a\0b\u{1b}c\u{7f}d\u{9f}e", "abcde");
        check("\u{feff}a\u{200d}b", "\u{feff}a\u{200d}b");
    }

    /// Every width of a character at every place around the limit.
    #[test]
    fn rfc_5545_3_1_folding() {
        for letter in ["x", "é", "한", "😀", ";", "\n", " "] {
            for before in 0..80 {
                let text = ["a".repeat(before), letter.repeat(200)].concat();
                let mut lines = ContentLines::default();
                lines.text_property("SUMMARY", Some("es"), &text);
                let folded = lines.into_string();
                let whole = folded.strip_suffix("\r\n").unwrap();
                assert!(whole.split("\r\n").all(|line| line.len() <= 75 && !line.is_empty()));
                assert!(whole.split("\r\n").skip(1).all(|line| line.starts_with(' ')));
                // A line is as full as the next character leaves it.
                let widths: Vec<usize> = whole.split("\r\n").map(str::len).collect();
                assert!(widths[..widths.len() - 1].iter().all(|width| width + 4 > 75), "{widths:?}");
                let escaped = text.replace(';', "\\;").replace('\n', "\\n");
                assert_eq!(whole.replace("\r\n ", ""), ["SUMMARY;LANGUAGE=es:", &escaped].concat());
            }
        }
    }

    #[test]
    fn rfc_5545_3_2_10_a_language_that_is_none_is_left_out() {
        for (language, expected) in [
            (Some("pt-br"), "X;LANGUAGE=pt-br:a\r\n"),
            (Some("es\";X=\":\r\n"), "X:a\r\n"),
            (Some("es:x"), "X:a\r\n"),
            (Some(""), "X:a\r\n"),
            (None, "X:a\r\n"),
        ] {
            let mut lines = ContentLines::default();
            lines.text_property("X", language, "a");
            assert_eq!(lines.into_string(), expected);
        }
    }
}
