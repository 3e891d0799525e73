use std::borrow::Cow;

use crate::feed::limits::DEPTH_LIMIT;
use crate::feed::problem::ProblemCode;
use crate::time::read_digits;

/// A place in a JSON text, and the steps over it that the grammar of RFC 8259 allows.
pub struct Scanner<'de> {
    /// The text.
    pub text: &'de str,
    /// The next byte.
    pub position: usize,
}

impl<'de> Scanner<'de> {
    /// The next byte; zero at the end.
    pub fn peek(&self) -> u8 {
        // A zero byte stands for the end: JSON has no use for it outside strings.
        self.text.as_bytes().get(self.position).copied().unwrap_or(0)
    }

    /// The next byte that is not white space.
    pub fn next_token(&mut self) -> u8 {
        loop {
            let byte = self.peek();
            if byte > b' ' || !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return byte;
            }
            self.position += 1;
        }
    }

    /// Steps over one byte, and over white space before it.
    pub fn expect(&mut self, byte: u8) -> Result<(), ProblemCode> {
        if self.next_token() == byte {
            self.position += 1;
            Ok(())
        } else {
            Err(ProblemCode::Syntax)
        }
    }

    /// Steps over `true`, `false` or `null`.
    pub fn word(&mut self, word: &str) -> Result<(), ProblemCode> {
        if self.rest().starts_with(word.as_bytes()) {
            self.position += word.len();
            Ok(())
        } else {
            Err(ProblemCode::Syntax)
        }
    }

    /// Whether a string without a letter follows.
    pub fn is_empty_string(&self) -> bool {
        self.rest().starts_with(b"\"\"")
    }

    fn rest(&self) -> &[u8] {
        self.text.as_bytes().get(self.position..).unwrap_or_default()
    }

    /// Steps over a string and gives its text.
    pub fn string(&mut self) -> Result<Cow<'de, str>, ProblemCode> {
        self.expect(b'"')?;
        self.quoted()
    }

    /// Steps over the rest of a string, behind its first quote, and gives its text.
    pub fn quoted(&mut self) -> Result<Cow<'de, str>, ProblemCode> {
        let start = self.position;
        match self.skip_plain() {
            b'"' => {
                let text = self.text.get(start..self.position).unwrap_or_default();
                self.position += 1;
                Ok(Cow::Borrowed(text))
            }
            b'\\' => self.escaped_string(start).map(Cow::Owned),
            _ => Err(ProblemCode::Syntax),
        }
    }

    /// Steps over what stands in a string for itself, and gives the byte behind it.
    fn skip_plain(&mut self) -> u8 {
        while self.rest().first_chunk().is_some_and(|eight| !ends_plain(*eight)) {
            self.position += 8;
        }
        let rest = self.rest();
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
        self.position += length.unwrap_or(rest.len());
        self.peek()
    }

    fn escaped_string(&mut self, start: usize) -> Result<String, ProblemCode> {
        let mut text = String::from(self.text.get(start..self.position).unwrap_or_default());
        let mut plain = self.position;
        loop {
            let byte = self.skip_plain();
            if byte < b' ' {
                return Err(ProblemCode::Syntax);
            }
            text.push_str(self.text.get(plain..self.position).unwrap_or_default());
            self.position += 1;
            if byte == b'"' {
                return Ok(text);
            }
            text.push(self.escape()?);
            plain = self.position;
        }
    }

    fn escape(&mut self) -> Result<char, ProblemCode> {
        let letter = self.peek();
        self.position += 1;
        Ok(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.four_digits()?;
                self.surrogate(first)?
            }
            _ => return Err(ProblemCode::Syntax),
        })
    }

    /// A lone surrogate becomes U+FFFD: systems that cut a text in mid-emoji write such feeds.
    fn surrogate(&mut self, first: u32) -> Result<char, ProblemCode> {
        let behind = self.position;
        if (0xd800..0xdc00).contains(&first) && self.word("\\u").is_ok() {
            let second = self.four_digits()?;
            if (0xdc00..0xe000).contains(&second) {
                let scalar = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return Ok(char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.position = behind;
        }
        Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn four_digits(&mut self) -> Result<u32, ProblemCode> {
        let mut number = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()).to_digit(16).ok_or(ProblemCode::Syntax)?;
            number = number * 16 + digit;
            self.position += 1;
        }
        Ok(number)
    }

    /// Steps over a number and gives it when it is a whole one that fits, also as `7.0`.
    pub fn number(&mut self) -> Result<Option<i64>, ProblemCode> {
        let start = self.position;
        if self.peek() == b'-' {
            self.position += 1;
        }
        let first = self.peek();
        let digits = self.digits()?;
        if digits > 1 && first == b'0' {
            return Err(ProblemCode::Syntax);
        }
        let whole = self.text.as_bytes().get(start..self.position).unwrap_or_default();
        let mut exact = true;
        if self.peek() == b'.' {
            self.position += 1;
            let fraction = self.position;
            self.digits()?;
            let fraction = self.text.get(fraction..self.position).unwrap_or_default();
            exact = fraction.bytes().all(|digit| digit == b'0');
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.position += 1;
            exact = false;
            if matches!(self.peek(), b'+' | b'-') {
                self.position += 1;
            }
            self.digits()?;
        }
        Ok(match whole {
            _ if !exact => None,
            [b'-', digits @ ..] => read_digits(digits).map(|number| -number),
            digits => read_digits(digits),
        })
    }

    fn digits(&mut self) -> Result<usize, ProblemCode> {
        let start = self.position;
        while self.peek().is_ascii_digit() {
            self.position += 1;
        }
        if self.position == start { Err(ProblemCode::Syntax) } else { Ok(self.position - start) }
    }

    /// Steps over one value of any kind without recursion, so that depth cannot exhaust the stack.
    pub fn skip_value(&mut self, depth: usize) -> Result<(), ProblemCode> {
        let mut open = Vec::new();
        loop {
            match self.next_token() {
                b'{' | b'[' => {
                    let list = self.peek() == b'[';
                    if open.len() + depth >= DEPTH_LIMIT {
                        return Err(ProblemCode::TooDeep);
                    }
                    self.position += 1;
                    let end = if list { b']' } else { b'}' };
                    if self.next_token() != end {
                        open.push(end);
                        self.skip_key(end)?;
                        continue;
                    }
                    self.position += 1;
                }
                b'"' => drop(self.string()?),
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                b'n' => self.word("null")?,
                _ => drop(self.number()?),
            }
            loop {
                let Some(&end) = open.last() else { return Ok(()) };
                if self.next_token() == b',' {
                    self.position += 1;
                    self.skip_key(end)?;
                    break;
                }
                self.expect(end)?;
                open.pop();
            }
        }
    }

    /// Steps over a key and its colon.
    pub fn expect_key(&mut self) -> Result<Cow<'de, str>, ProblemCode> {
        let key = self.string()?;
        self.expect(b':')?;
        Ok(key)
    }

    fn skip_key(&mut self, end: u8) -> Result<(), ProblemCode> {
        if end == b'}' {
            self.expect_key()?;
        }
        Ok(())
    }
}

/// Whether a quote, a backslash or a control is among eight bytes: half of the time of a large feed goes by in its texts.
fn ends_plain(eight: [u8; 8]) -> bool {
    let eight = u64::from_le_bytes(eight);
    let quotes = eight ^ u64::from_le_bytes([b'"'; 8]);
    let backslashes = eight ^ u64::from_le_bytes([b'\\'; 8]);
    has_below(eight, b' ') || has_below(quotes, 1) || has_below(backslashes, 1)
}

/// Whether one of eight bytes is less than `limit`, which is at most 128 (Anderson, "Bit Twiddling Hacks", `hasless`).
pub fn has_below(eight: u64, limit: u8) -> bool {
    eight.wrapping_sub(u64::from_le_bytes([limit; 8])) & !eight & u64::from_le_bytes([0x80; 8]) != 0
}

#[cfg(test)]
mod tests {
    use super::{ends_plain, has_below};

    #[test]
    fn eight_bytes_are_seen_as_one_by_one() {
        for byte in 0..=255 {
            for place in 0..8 {
                for around in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                    let mut eight = [around; 8];
                    eight[place] = byte;
                    let ends = matches!(byte, b'"' | b'\\' | 0..=0x1f);
                    assert_eq!(ends_plain(eight), ends, "{byte} between {around}");
                    assert_eq!(has_below(u64::from_le_bytes(eight), b' '), byte < b' ', "{byte}");
                }
            }
        }
    }
}
