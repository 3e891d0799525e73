/// Adds a whole number in ASCII digits; `core::fmt` would bring kilobytes for it.
pub fn push_number(text: &mut String, number: u64) {
    push_digits(text, number, "", 0);
}

/// Adds the digits of a number behind which `behind` others stand, with `mark` between groups of three.
fn push_digits(text: &mut String, number: u64, mark: &str, behind: u32) {
    if number >= 10 {
        push_digits(text, number / 10, mark, behind + 1);
    }
    text.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or(0)));
    if behind > 0 && behind.is_multiple_of(3) {
        text.push_str(mark);
    }
}

/// A whole number in ASCII digits.
pub fn number(number: u64) -> String {
    grouped(number, "")
}

/// The same with a mark between groups of three digits.
pub fn grouped(number: u64, mark: &str) -> String {
    let mut text = String::new();
    push_digits(&mut text, number, mark, 0);
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

    #[test]
    fn digits_stand_in_groups_of_three() {
        for (value, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1.000"),
            (12_345, "12.345"),
            (1_000_000, "1.000.000"),
            (u64::MAX, "18.446.744.073.709.551.615"),
        ] {
            assert_eq!(grouped(value, "."), expected);
        }
    }
}
