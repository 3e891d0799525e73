//! Which zones there are, and what place their identifiers name.

use super::Zone;
use super::zone_data::NAMES;

impl Zone {
    /// Every zone under its name of today, in the order of the table.
    pub fn all() -> Vec<Zone> {
        let (mut zones, mut start, mut former) = (Vec::new(), 0, false);
        for (end, byte) in NAMES.bytes().enumerate() {
            if !matches!(byte, b'=' | b' ' | b'\n') {
                continue;
            }
            if !former {
                zones.extend(NAMES.get(start..end).and_then(Zone::named));
            }
            former = byte == b'=';
            start = end + 1;
        }
        zones
    }

    /// Every name that [`Zone::named`] knows, former spellings too, in the order of the alphabet.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn names() -> Vec<&'static str> {
        let mut names: Vec<&str> = NAMES.split(['=', ' ', '\n']).filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        names
    }

    /// The place in the name as the database writes it: `Buenos_Aires` of `America/Argentina/Buenos_Aires`, `UTC` of
    /// itself; empty for [`Zone::fixed`].
    pub fn place(self) -> &'static str {
        let name = self.name();
        let start = name.bytes().rposition(|byte| byte == b'/').map_or(0, |slash| slash + 1);
        name.get(start..).unwrap_or_default()
    }
}
