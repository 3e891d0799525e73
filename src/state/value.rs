//! Values as they stand in actions and in links.

use crate::time::read_digits;

/// A position in a list of that length.
pub(super) fn position(digits: &str, length: usize) -> Option<u32> {
    let position = u32::try_from(read_digits(digits.as_bytes())?).ok()?;
    ((position as usize) < length).then_some(position)
}
