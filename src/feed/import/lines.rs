//! Losses of formats that have lines.

use super::Loss;

/// Puts losses into the order of the lines with which their places begin: `line 12: RRULE`.
pub fn sort_by_line(losses: &mut [Loss]) {
    losses.sort_by_key(|loss| {
        let number = loss.place.strip_prefix("line ").unwrap_or_default();
        let digits = number.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
        digits.parse::<usize>().unwrap_or_default()
    });
}
