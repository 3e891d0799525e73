//! Numbers as nibbles. Measured after brotli, with the 4,100 corners of the map: nibbles 3.5 KB, in wasm2js's base64
//! 3.7; bytes 3.4 and 4.8; an adaptive range coder 3.3 and its decoder. So nibbles: few bytes in either engine.

/// Writes numbers, four bits at a time; `src/map/unpacking.rs` reads them.
#[derive(Default)]
pub struct Packer {
    nibbles: Vec<u8>,
}

/// The nibble that says: more than fits follows.
const MORE: u32 = 15;

impl Packer {
    /// A count or an index: one nibble under 15, else 15 and the rest in groups of three bits, the least first, with
    /// a fourth that says whether another group follows.
    pub fn number(&mut self, number: u32) {
        self.nibble(number.min(MORE));
        let Some(mut rest) = number.checked_sub(MORE) else { return };
        while rest > 7 {
            self.nibble(rest & 7 | 8);
            rest >>= 3;
        }
        self.nibble(rest);
    }

    /// A step, in zigzag: 0, -1, 1, -2, 2...
    pub fn signed(&mut self, number: i32) {
        self.number(((number << 1) ^ (number >> 31)).cast_unsigned());
    }

    fn nibble(&mut self, nibble: u32) {
        self.nibbles.extend(u8::try_from(nibble));
    }

    /// Two nibbles a byte, the upper one first.
    pub fn into_bytes(self) -> Vec<u8> {
        self.nibbles.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
    }
}

/// The widget's own reader.
#[cfg(test)]
#[path = "../../../../src/map/unpacking.rs"]
mod unpacking;

#[cfg(test)]
mod tests {
    use super::Packer;
    use super::unpacking::Unpacker;

    #[test]
    fn the_widget_reads_what_was_packed() {
        let numbers = [0, 14, 15, 16, 22, 23, 78, 79, 1000, 1_000_000];
        let steps = [0, -1, 1, 7, -7, -8, 8, 500, -1127];
        let mut packer = Packer::default();
        for number in numbers {
            packer.number(number);
        }
        for step in steps {
            packer.signed(step);
        }
        let bytes = packer.into_bytes();
        let mut unpacker = Unpacker::new(&bytes);
        assert_eq!(numbers.map(|_| unpacker.number()), numbers);
        assert_eq!(steps.map(|_| unpacker.signed()), steps);
        assert_eq!([unpacker.number(), unpacker.number()], [0, 0], "nothing follows the end");
    }
}
