//! Reads rings from the numbers that `xtask/src/generate/map/plan.rs` puts in order.

use super::outline::Place;
use super::unpacking::Unpacker;

/// Reads one shape after the other.
pub(super) struct Reader<'bytes> {
    numbers: Unpacker<'bytes>,
    /// Where the ring before started: the next one is described from there.
    start: Place,
    /// The borders so far, in the direction of the shape that came first.
    pub borders: Vec<Vec<Place>>,
}

impl<'bytes> Reader<'bytes> {
    pub fn new(bytes: &'bytes [u8]) -> Reader<'bytes> {
        Reader { numbers: Unpacker::new(bytes), start: (0, 0), borders: Vec::new() }
    }

    /// The rings of a shape, the largest first.
    pub fn rings(&mut self) -> Vec<Vec<Place>> {
        let mut rings = Vec::new();
        for _ in 0..self.numbers.number() {
            rings.push(self.ring());
        }
        rings
    }

    /// A place that is described from the start of the ring before.
    pub fn place(&mut self) -> Place {
        let from = self.start;
        self.step(from)
    }

    fn ring(&mut self) -> Vec<Place> {
        self.start = self.place();
        let mut ring = vec![self.start];
        for _ in 0..self.numbers.number() {
            let piece = self.numbers.number();
            let value = piece / 3;
            match piece % 3 {
                0 => self.walk(&mut ring, value),
                1 => self.border(&mut ring, value),
                _ => self.border_again(&mut ring, value),
            }
        }
        // After a border the ring is back at its start, which the outline has already.
        if ring.len() > 1 && ring.last() == ring.first() {
            ring.pop();
        }
        ring
    }

    fn border(&mut self, ring: &mut Vec<Place>, steps: u32) {
        let from = ring.len().saturating_sub(1);
        self.walk(ring, steps);
        self.borders.push(ring.get(from..).unwrap_or_default().to_vec());
    }

    /// Backwards, as neighbours go round in the same direction.
    fn border_again(&mut self, ring: &mut Vec<Place>, back: u32) {
        if let Some(border) = self.borders.iter().rev().nth(back as usize) {
            for &place in border.iter().rev().skip(1) {
                ring.push(place);
            }
        }
    }

    fn walk(&mut self, line: &mut Vec<Place>, steps: u32) {
        for _ in 0..steps {
            let from = line.last().copied().unwrap_or_default();
            let place = self.step(from);
            line.push(place);
        }
    }

    fn step(&mut self, (x, y): Place) -> Place {
        (x + self.numbers.signed(), y + self.numbers.signed())
    }
}
