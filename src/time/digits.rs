//! Numbers, read and written without the machinery of `core::fmt` and `core::num`.

/// The number that a whole slice of ASCII digits says; `None` when it is empty, longer than 18, which always fit, or
/// holds anything else.
#[inline(never)]
pub fn read(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 18 {
        return None;
    }
    let mut number = 0;
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i64::from(byte - b'0');
    }
    Some(number)
}

/// Appends `number` in four digits; higher ones are cut off.
pub(super) fn push_four(text: &mut String, number: u32) {
    push_two(text, number / 100);
    push_two(text, number);
}

/// Appends `number` in two digits; higher ones are cut off.
pub(super) fn push_two(text: &mut String, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        text.push(char::from(b'0' + u8::try_from(digit).unwrap_or_default()));
    }
}
