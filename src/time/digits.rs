//! Numbers of a fixed width, read and written without the machinery of `core::fmt` and `core::num`.

/// The number that a whole slice of ASCII digits says; `None` when it is empty, longer than nine or holds
/// anything else.
pub(super) fn read(bytes: &[u8]) -> Option<u32> {
    if bytes.is_empty() || bytes.len() > 9 {
        return None;
    }
    bytes
        .iter()
        .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
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
