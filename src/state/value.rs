//! Values as they stand in actions and in links.

use super::ZoneChoice;
use crate::time::{Zone, read_digits};

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
    let position = u32::try_from(read_digits(digits.as_bytes())?).ok()?;
    ((position as usize) < length).then_some(position)
}
