//! Percent-encoding of a text in an address (RFC 3986, section 2.1).

/// A text as part of an address: all but letters, digits and `-_.!~*'()` as `%` and two digits for each byte of UTF-8, as
/// ECMAScript's `encodeURIComponent` writes it (RFC 3986, section 2.1).
pub fn percent_encoded(text: &str) -> String {
    percent_encoded_but(text, |byte| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')')
    })
}

/// A text in ASCII: its bytes, those that are not to be kept as `%` and two digits (RFC 3986, section 2.1).
pub fn percent_encoded_but(text: &str, keep: fn(u8) -> bool) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if keep(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.push(char::from(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }));
            }
        }
    }
    encoded
}

/// The text of a part of an address that was encoded so. What is no escape stays as it is, a `+` too; so does the whole where its bytes are not UTF-8.
pub fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let escaped = match *rest {
            [b'%', high, low, ..] => hexadecimal(high).zip(hexadecimal(low)),
            _ => None,
        };
        if let Some((high, low)) = escaped {
            bytes.push(high << 4 | low);
            rest = rest.get(3..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.into())
}

fn hexadecimal(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{percent_decoded, percent_encoded};

    /// Expected as `encodeURIComponent` gives it.
    #[test]
    fn nothing_in_a_text_can_end_the_part_of_an_address() {
        for (text, expected) in [
            ("", ""),
            ("Sesión 1", "Sesi%C3%B3n%201"),
            ("a-b_c.d!e~f*g'h(i)", "a-b_c.d!e~f*g'h(i)"),
            ("&a=b#c?d/e+f%20", "%26a%3Db%23c%3Fd%2Fe%2Bf%2520"),
            ("\"<>\\\r\n\t\0\u{7f}", "%22%3C%3E%5C%0D%0A%09%00%7F"),
            ("한😀", "%ED%95%9C%F0%9F%98%80"),
        ] {
            assert_eq!(percent_encoded(text), expected);
            assert_eq!(percent_decoded(expected), text);
        }
    }

    #[test]
    fn what_is_no_escape_stays() {
        for (encoded, text) in [
            ("a+b", "a+b"),
            ("%", "%"),
            ("%4", "%4"),
            ("%zz%c3%b3", "%zzó"),
            ("%%41", "%A"),
            ("%ff", "%ff"),
            ("a%C3", "a%C3"),
            ("ñ%20ñ", "ñ ñ"),
            ("%+1%-1", "%+1%-1"),
        ] {
            assert_eq!(percent_decoded(encoded), text, "{encoded}");
        }
    }
}
