use core::fmt;

/// A country or territory: an ISO 3166-1 alpha-2 code, two capital ASCII letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

/// `ZZ`, the code that CLDR has for an unknown region and ISO 3166-1 leaves to users.
impl Default for CountryCode {
    fn default() -> CountryCode {
        CountryCode(*b"ZZ")
    }
}

impl CountryCode {
    /// The code of two letters, in either case; `None` when it is anything else.
    pub const fn parse(text: &str) -> Option<CountryCode> {
        match text.as_bytes() {
            &[first, second] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
                Some(CountryCode([first.to_ascii_uppercase(), second.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// The two letters, in capitals.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
