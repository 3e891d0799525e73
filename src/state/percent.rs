//! Percent-encoding of a text in an address (RFC 3986, section 2.1), as `encodeURIComponent` does it.

/// A text as a part of an address: its UTF-8 bytes, but letters, digits and `-_.!~*'()`, as `%` and two digits.
pub fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' => encoded.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => encoded.push(char::from(byte)),
            _ => {
                encoded.push('%');
                for digit in [byte >> 4, byte & 15] {
                    encoded.push(char::from(if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }));
                }
            }
        }
    }
    encoded
}

/// The text of such a part. What is no escape stays as it is, a `+` too; so does the whole where its bytes are not UTF-8.
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
    use super::*;

    #[test]
    fn a_text_is_encoded_as_encode_uri_component_does() {
        for (text, encoded) in [
            ("", ""),
            ("aZ09-_.!~*'()", "aZ09-_.!~*'()"),
            (" &=+#%/?:;,@", "%20%26%3D%2B%23%25%2F%3F%3A%3B%2C%40"),
            ("educación", "educaci%C3%B3n"),
            ("한😀", "%ED%95%9C%F0%9F%98%80"),
            ("\n\u{7f}", "%0A%7F"),
        ] {
            assert_eq!(percent_encoded(text), encoded);
            assert_eq!(percent_decoded(encoded), text);
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
