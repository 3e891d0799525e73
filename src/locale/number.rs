/// Adds a whole number in ASCII digits; `core::fmt` would bring kilobytes for it.
pub fn push_number(text: &mut String, number: u64) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
}

/// A whole number in ASCII digits.
pub fn number(number: u64) -> String {
    let mut text = String::new();
    push_number(&mut text, number);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_std_writes_them() {
        for value in [0, 7, 10, 99, 100, 2021, u64::MAX] {
            assert_eq!(number(value), value.to_string());
        }
    }
}
