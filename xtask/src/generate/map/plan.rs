//! The order of the numbers: each border is written once, by the first of the two shapes that share it.

use std::collections::BTreeMap;

use anyhow::ensure;

use super::drawing::{Drawing, Grid, Piece, Ring, double_area, in_direction, step};
use super::label::label_place;
use super::packing::Packer;
use super::shapes::Kind;

/// What a piece of a ring is; the number in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PieceKind {
    /// Nobody else's line.
    Coast = 0,
    /// A line that a later ring repeats backwards.
    Border = 1,
    /// A repeated border.
    Again = 2,
}

/// Steps that follow each other, and how the reader knows them.
struct Run {
    kind: PieceKind,
    /// All places but the first, which is where the run before ended.
    places: Vec<Grid>,
    /// Of a border: which.
    arc: usize,
}

/// The packed bytes of a drawing.
///
/// # Errors
/// When a ring is not closed: the atlas is not what this program believes.
pub fn pack(drawing: &Drawing) -> anyhow::Result<Vec<u8>> {
    let mut planner = Planner { drawing, packer: Packer::default(), written: BTreeMap::new(), start: [0, 0] };
    for (shape, rings) in &drawing.shapes {
        planner.shape(rings, shape.kind)?;
    }
    Ok(planner.packer.into_bytes())
}

struct Planner<'drawing> {
    drawing: &'drawing Drawing,
    packer: Packer,
    /// Which border an arc became.
    written: BTreeMap<usize, usize>,
    /// The first place of the ring before.
    start: Grid,
}

impl Planner<'_> {
    fn shape(&mut self, rings: &[Ring], kind: Kind) -> anyhow::Result<()> {
        self.count(rings.len())?;
        let mut rest: Vec<_> = rings.iter().collect();
        let mut next = (!rest.is_empty()).then_some(0);
        // The largest first, then always the nearest: its start is a step from the start before.
        while let Some(index) = next {
            self.ring(rest.remove(index))?;
            next = self.nearest(&rest);
        }
        if let (Kind::State, Some(largest)) = (kind, rings.first()) {
            let outline = self.drawing.outline(largest);
            ensure!(double_area(&outline) > 0, "an island without area");
            self.step(step(self.start, label_place(&outline)));
        }
        Ok(())
    }

    fn nearest(&self, rings: &[&Ring]) -> Option<usize> {
        let away = |ring: &Ring| self.drawing.outline(ring).into_iter().map(|place| self.away(place)).min();
        (0..rings.len()).min_by_key(|&index| away(rings[index]))
    }

    /// How far a place is from the start before, squared.
    fn away(&self, place: Grid) -> i32 {
        let [right, down] = step(self.start, place);
        right * right + down * down
    }

    fn ring(&mut self, ring: &[Piece]) -> anyhow::Result<()> {
        let ring = self.turned_to_a_border(ring);
        let mut outline = self.drawing.outline(&ring);
        let mut runs = self.runs(&ring);
        if let [Run { kind: PieceKind::Coast, places, .. }] = &mut runs[..] {
            // An island may start at any corner.
            let nearest = (0..outline.len()).min_by_key(|&index| self.away(outline[index]));
            outline.rotate_left(nearest.unwrap_or(0));
            places.clone_from(&outline);
            places.rotate_left(1);
        }
        let first = outline.first().copied().unwrap_or_default();
        self.step(step(self.start, first));
        self.start = first;
        self.count(runs.len())?;
        let mut position = first;
        let last = runs.len() - 1;
        for (index, run) in runs.iter().enumerate() {
            self.run(run, position, index == last)?;
            position = run.places.last().copied().unwrap_or(position);
        }
        ensure!(position == first, "a ring is open between {first:?} and {position:?}");
        Ok(())
    }

    /// The ring, turned so that no coast begins in its middle.
    fn turned_to_a_border(&self, ring: &[Piece]) -> Ring {
        let mut ring = ring.to_vec();
        let border = ring.iter().position(|piece| self.drawing.arcs[piece.arc].uses > 1);
        ring.rotate_left(border.unwrap_or(0));
        ring
    }

    fn runs(&self, ring: &[Piece]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for piece in ring {
            let arc = &self.drawing.arcs[piece.arc];
            let kind = if self.written.contains_key(&piece.arc) {
                PieceKind::Again
            } else if arc.uses > 1 {
                PieceKind::Border
            } else {
                PieceKind::Coast
            };
            let places = in_direction(&arc.drawn, piece.backwards).split_off(1);
            match runs.last_mut() {
                Some(run) if run.kind == kind && kind == PieceKind::Coast => run.places.extend(places),
                _ => runs.push(Run { kind, places, arc: piece.arc }),
            }
        }
        runs
    }

    fn run(&mut self, run: &Run, mut position: Grid, last: bool) -> anyhow::Result<()> {
        let (value, steps) = match run.kind {
            PieceKind::Again => (self.written.len() - 1 - self.written[&run.arc], 0),
            // The ring closes by itself.
            PieceKind::Coast if last => (run.places.len() - 1, run.places.len() - 1),
            PieceKind::Coast | PieceKind::Border => (run.places.len(), run.places.len()),
        };
        self.count(value * 3 + run.kind as usize)?;
        for &place in run.places.iter().take(steps) {
            self.step(step(position, place));
            position = place;
        }
        if run.kind == PieceKind::Border {
            self.written.insert(run.arc, self.written.len());
        }
        Ok(())
    }

    fn step(&mut self, [right, down]: Grid) {
        self.packer.signed(right);
        self.packer.signed(down);
    }

    fn count(&mut self, count: usize) -> anyhow::Result<()> {
        self.packer.number(u32::try_from(count)?);
        Ok(())
    }
}
