//! Values as they stand in actions and in links.

use super::ZoneChoice;
use crate::time::Zone;

/// The zone of `event`, `local` or an IANA name.
pub(super) fn zone(name: &str) -> Option<ZoneChoice> {
    match name {
        "event" => Some(ZoneChoice::Event),
        "local" => Some(ZoneChoice::Local),
        _ => Zone::named(name).map(ZoneChoice::Named),
    }
}

/// A zone as [`zone`] reads it.
pub(super) fn zone_name(zone: ZoneChoice) -> &'static str {
    match zone {
        ZoneChoice::Event => "event",
        ZoneChoice::Local => "local",
        ZoneChoice::Named(zone) => zone.name(),
    }
}

/// A position in a list of that length.
pub(super) fn position(digits: &str, length: usize) -> Option<u32> {
    // `str::parse` would bring the machinery of `core::num` along.
    let mut position: u32 = 0;
    for byte in digits.bytes() {
        let digit = byte.wrapping_sub(b'0');
        position = position.checked_mul(10)?.checked_add(u32::from(digit)).filter(|_| digit < 10)?;
    }
    (!digits.is_empty() && (position as usize) < length).then_some(position)
}
