//! A writer of JSON (RFC 8259) that may stand inside a script element of HTML as it is.

/// JSON that is being written, without spaces.
#[derive(Default)]
pub struct Json(String);

/// Where a list and its key begin.
pub struct Start(usize);

impl Json {
    /// The JSON.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Begins an object of a type of schema.org.
    pub fn open(&mut self, kind: &str) {
        self.separate();
        self.0.push('{');
        self.field("@type", kind);
    }

    /// Ends an object.
    pub fn close(&mut self) {
        self.0.push('}');
    }

    /// Begins a key with a list, and gives what [`close_list`](Json::close_list) needs to know.
    pub fn open_list(&mut self, key: &str) -> Start {
        let start = Start(self.0.len());
        self.key(key);
        self.0.push('[');
        start
    }

    /// Ends a list; where nothing came into it, it goes again, and its key.
    pub fn close_list(&mut self, Start(start): Start) {
        if self.0.ends_with('[') {
            self.0.truncate(start);
        } else {
            self.0.push(']');
        }
    }

    /// A key with a string.
    pub fn field(&mut self, key: &str, value: &str) {
        self.key(key);
        self.string(value);
    }

    /// A key, before its value.
    pub fn key(&mut self, key: &str) {
        self.string(key);
        self.0.push(':');
    }

    /// A string. No tag, comment or line end of the languages around it can come of it (WHATWG HTML, section 4.12.1.3).
    pub fn string(&mut self, text: &str) {
        self.separate();
        self.0.push('"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(letter);
                }
                '\0'..='\u{1f}' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => self.push_code(letter.into()),
                _ => self.0.push(letter),
            }
        }
        self.0.push('"');
    }

    /// A letter as `\u` and four digits.
    fn push_code(&mut self, code: u32) {
        self.0.push_str("\\u");
        for shift in [12, 8, 4, 0] {
            self.0.push(char::from_digit(code >> shift & 15, 16).unwrap_or('0'));
        }
    }

    /// A comma, unless this is the first of its object or list, or the value of a key.
    fn separate(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut json = Json::default();
        json.string(text);
        assert_eq!(json.0, ["\"", expected, "\""].concat());
        assert_eq!(serde_json::from_str::<String>(&json.0).unwrap(), text);
    }

    #[test]
    fn rfc_8259_7_strings() {
        check("", "");
        check("a\"b\\c/d", "a\\\"b\\\\c/d");
        check("\0\t\n\u{1f}\u{7f}", "\\u0000\\u0009\\u000a\\u001f\u{7f}");
        check("é한😀\u{feff}", "é한😀\u{feff}");
    }

    #[test]
    fn html_4_12_1_3_nothing_ends_the_script() {
        check("</script><!--", "\\u003c/script\\u003e\\u003c!--");
        check("&lt;]]>", "\\u0026lt;]]\\u003e");
        check("\u{2028}\u{2029}", "\\u2028\\u2029");
    }

    #[test]
    fn rfc_8259_4_and_5_commas_stand_between_values_only() {
        let mut json = Json::default();
        json.open("A");
        json.field("b{", "c[");
        let empty = json.open_list("empty");
        json.close_list(empty);
        let list = json.open_list("d");
        json.string("e:");
        json.open("F");
        json.close();
        json.string("");
        json.close_list(list);
        json.key("g");
        json.open("H");
        let empty = json.open_list("empty");
        json.close_list(empty);
        json.close();
        json.close();
        let expected = r#"{"@type":"A","b{":"c[","d":["e:",{"@type":"F"},""],"g":{"@type":"H"}}"#;
        assert_eq!(json.into_string(), expected);
    }
}
