/// Reads the whole numbers that `xtask/src/generate/map/packing.rs` writes. Past the end all are 0.
pub struct Unpacker<'bytes> {
    bytes: &'bytes [u8],
    nibbles_read: usize,
}

impl<'bytes> Unpacker<'bytes> {
    /// From the first nibble on.
    pub fn new(bytes: &'bytes [u8]) -> Unpacker<'bytes> {
        Unpacker { bytes, nibbles_read: 0 }
    }

    /// A count or an index.
    pub fn number(&mut self) -> u32 {
        let mut number = self.nibble();
        if number < 15 {
            return number;
        }
        for shift in (0..30).step_by(3) {
            let group = self.nibble();
            number += (group & 7) << shift;
            if group < 8 {
                break;
            }
        }
        number
    }

    /// A step: zigzag.
    pub fn signed(&mut self) -> i32 {
        let number = self.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    fn nibble(&mut self) -> u32 {
        let byte = self.bytes.get(self.nibbles_read / 2).copied().unwrap_or(0);
        let shift = if self.nibbles_read.is_multiple_of(2) { 4 } else { 0 };
        self.nibbles_read += 1;
        u32::from(byte >> shift & 15)
    }
}
