//! From the atlas to simplified rings on the integer grid. Borders are simplified once, so neighbours never gap.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, ensure};

use super::layout::{self, Panel};
use super::projection::Point;
use super::shapes::{Detail, Kind, SHAPES, Shape};
use super::simplification::simplify;
use super::topology::{self, Topology};

/// A place on the integer grid: right and down.
pub type Grid = [i32; 2];

/// A line of the drawing, before and after.
pub struct Arc {
    /// As the atlas has it, projected.
    pub source: Vec<Point>,
    /// As it is drawn.
    pub drawn: Vec<Grid>,
    /// How many rings it is part of: 2 for a border.
    pub uses: usize,
    tolerance: f64,
}

/// A piece of a ring: which arc, and whether it runs backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index of the arc.
    pub arc: usize,
    /// From its end to its start.
    pub backwards: bool,
}

/// The pieces of a ring in order.
pub type Ring = Vec<Piece>;

/// All shapes with their rings, the largest ring first.
pub struct Drawing {
    /// The lines.
    pub arcs: Vec<Arc>,
    /// The shapes, in the order of [`SHAPES`].
    pub shapes: Vec<(&'static Shape, Vec<Ring>)>,
}

/// Draws all of [`SHAPES`].
///
/// # Errors
/// When the atlas lacks a shape, or nothing of it would be visible.
pub fn draw(atlas: &Path) -> anyhow::Result<Drawing> {
    let mut builder = Builder {
        medium: topology::read(&atlas.join("countries-50m.json"))?,
        fine: topology::read(&atlas.join("countries-10m.json"))?,
        known: BTreeMap::new(),
        arcs: Vec::new(),
    };
    let mut shapes = Vec::new();
    for shape in SHAPES {
        let rings = builder.rings(shape).with_context(|| format!("{} in {:?}", shape.code, shape.panel))?;
        shapes.push((shape, rings));
    }
    let mut arcs = builder.arcs;
    count_uses(&mut arcs, &shapes);
    for arc in &mut arcs {
        arc.drawn = drawn(arc);
    }
    let mut drawing = Drawing { arcs, shapes };
    drawing.drop_collapsed()?;
    Ok(drawing)
}

struct Builder {
    medium: Topology,
    fine: Topology,
    /// The arcs that were taken, by their place in the atlas.
    known: BTreeMap<(Detail, Panel, usize), Vec<usize>>,
    arcs: Vec<Arc>,
}

impl Builder {
    fn rings(&mut self, shape: &Shape) -> anyhow::Result<Vec<Ring>> {
        let topology = if shape.detail == Detail::Fine { &self.fine } else { &self.medium };
        let rings = topology.countries.get(shape.atlas).context("not in the atlas")?;
        let rings: Vec<_> =
            rings.iter().filter(|ring| starts_within(topology, ring, shape)).cloned().collect();
        let mut rings: Vec<_> = rings.iter().map(|ring| self.ring(ring, shape)).collect();
        let areas: Vec<_> = rings.iter().map(|ring| area(&self.outline(ring))).collect();
        let largest = areas.iter().copied().fold(0.0, f64::max);
        let mut order: Vec<_> = (0..rings.len()).collect();
        order.sort_by(|&one, &other| areas[other].total_cmp(&areas[one]));
        order.retain(|&index| areas[index] >= shape.smallest.min(largest));
        ensure!(!order.is_empty(), "nothing of it is within {:?}", shape.within);
        Ok(order.into_iter().map(|index| std::mem::take(&mut rings[index])).collect())
    }

    fn ring(&mut self, ring: &[isize], shape: &Shape) -> Ring {
        let mut pieces = Ring::new();
        for &reference in ring {
            let backwards = reference < 0;
            let index = if backwards { !reference } else { reference }.unsigned_abs();
            let mut arcs = self.take(index, shape);
            if backwards {
                arcs.reverse();
            }
            pieces.extend(arcs.into_iter().map(|arc| Piece { arc, backwards }));
        }
        if shape.kind == Kind::Context { self.bridge(&pieces, shape) } else { pieces }
    }

    /// The arcs that an arc of the atlas becomes: one, unless the frame cuts it.
    fn take(&mut self, index: usize, shape: &Shape) -> Vec<usize> {
        let key = (shape.detail, shape.panel, index);
        if let Some(known) = self.known.get(&key) {
            for &arc in known {
                self.arcs[arc].tolerance = self.arcs[arc].tolerance.min(shape.tolerance);
            }
            return known.clone();
        }
        let topology = if shape.detail == Detail::Fine { &self.fine } else { &self.medium };
        let line: Vec<_> =
            topology.arcs[index].iter().map(|&place| layout::place(place, shape.panel)).collect();
        let lines = if shape.kind == Kind::Context { layout::clip(&line) } else { vec![line] };
        let taken: Vec<_> = lines.into_iter().map(|line| self.add(line, shape)).collect();
        self.known.insert(key, taken.clone());
        taken
    }

    fn add(&mut self, source: Vec<Point>, shape: &Shape) -> usize {
        self.arcs.push(Arc { source, drawn: Vec::new(), uses: 0, tolerance: shape.tolerance });
        self.arcs.len() - 1
    }

    /// Joins the pieces that the frame cut apart, along the frame.
    fn bridge(&mut self, pieces: &[Piece], shape: &Shape) -> Ring {
        let mut ring = Ring::new();
        for (position, &piece) in pieces.iter().enumerate() {
            ring.push(piece);
            let next = pieces[(position + 1) % pieces.len()];
            let (end, start) = (self.end(piece), self.end(Piece { backwards: !next.backwards, ..next }));
            if end != start {
                let arc = self.add(vec![end, start], shape);
                ring.push(Piece { arc, backwards: false });
            }
        }
        ring
    }

    fn end(&self, piece: Piece) -> Point {
        let line = &self.arcs[piece.arc].source;
        if piece.backwards { line[0] } else { line[line.len() - 1] }
    }

    fn outline(&self, ring: &[Piece]) -> Vec<Point> {
        let lines = ring.iter().map(|piece| (&self.arcs[piece.arc].source, piece.backwards));
        lines.flat_map(|(line, backwards)| in_direction(line, backwards)).collect()
    }
}

fn starts_within(topology: &Topology, ring: &[isize], shape: &Shape) -> bool {
    let index = ring.first().map_or(0, |&first| if first < 0 { !first } else { first }.unsigned_abs());
    topology.arcs[index].first().is_some_and(|&place| shape.contains(place))
}

fn count_uses(arcs: &mut [Arc], shapes: &[(&Shape, Vec<Ring>)]) {
    for piece in shapes.iter().flat_map(|(_, rings)| rings.iter().flatten()) {
        arcs[piece.arc].uses += 1;
    }
}

/// A line in its own direction or backwards.
pub fn in_direction<T: Copy>(line: &[T], backwards: bool) -> Vec<T> {
    let mut line = line.to_vec();
    if backwards {
        line.reverse();
    }
    line
}

fn drawn(arc: &Arc) -> Vec<Grid> {
    let closed = arc.source.first() == arc.source.last();
    let simplified = simplify(&arc.source, arc.tolerance, if closed { 4 } else { 2 });
    let mut line: Vec<_> = simplified.into_iter().map(rounded).collect();
    line.dedup();
    let line = without_straight_corners(&line);
    if closed && double_area(&line) == 0 { speck(&arc.source) } else { line }
}

/// An island that rounding made a line or a point.
fn speck(outline: &[Point]) -> Vec<Grid> {
    let [x, y] = outline.first().copied().map(rounded).unwrap_or_default();
    vec![[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
}

#[expect(clippy::cast_possible_truncation, reason = "the drawing is a few thousand units wide")]
fn rounded(point: Point) -> Grid {
    [point.x.round() as i32, point.y.round() as i32]
}

fn without_straight_corners(line: &[Grid]) -> Vec<Grid> {
    let mut kept: Vec<Grid> = Vec::new();
    for &point in line {
        while let [.., before, corner] = kept[..] {
            let (one, other) = (step(before, corner), step(corner, point));
            let turns = one[0] * other[1] != one[1] * other[0];
            if turns || one[0] * other[0] + one[1] * other[1] < 0 {
                break;
            }
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

/// From one place to another.
pub fn step(from: Grid, to: Grid) -> Grid {
    [to[0] - from[0], to[1] - from[1]]
}

fn area(outline: &[Point]) -> f64 {
    let closed = outline.iter().zip(outline.iter().cycle().skip(1));
    closed.map(|(one, other)| one.x * other.y - other.x * one.y).sum::<f64>().abs() / 2.0
}

impl Drawing {
    /// The places of a ring, the first one once.
    pub fn outline(&self, ring: &[Piece]) -> Vec<Grid> {
        let mut outline: Vec<Grid> = Vec::new();
        for piece in ring {
            let line = in_direction(&self.arcs[piece.arc].drawn, piece.backwards);
            outline.extend(line.iter().skip(usize::from(outline.last() == line.first())));
        }
        if outline.len() > 1 && outline.first() == outline.last() {
            outline.pop();
        }
        outline
    }

    /// How many corners all rings have together, and the sum of their coordinates.
    pub fn check(&self) -> String {
        let rings = self.shapes.iter().flat_map(|(_, rings)| rings);
        let outlines: Vec<_> = rings.map(|ring| self.outline(ring)).collect();
        let corners: usize = outlines.iter().map(Vec::len).sum();
        let sum: i32 = outlines.iter().flatten().flatten().sum();
        format!("{corners} corners, sum {sum}")
    }

    /// Leaves out what rounding made a line or a point.
    fn drop_collapsed(&mut self) -> anyhow::Result<()> {
        let mut shapes = std::mem::take(&mut self.shapes);
        for (shape, rings) in &mut shapes {
            rings.retain(|ring| double_area(&self.outline(ring)) != 0);
            ensure!(!rings.is_empty(), "nothing is left of {}", shape.code);
        }
        self.shapes = shapes;
        Ok(())
    }
}

/// Twice the area inside an outline.
pub fn double_area(outline: &[Grid]) -> i32 {
    let closed = outline.iter().zip(outline.iter().cycle().skip(1));
    closed.map(|(one, other)| one[0] * other[1] - other[0] * one[1]).sum::<i32>().abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_corners_go_and_peninsulas_stay() {
        let line = [[0, 0], [1, 1], [3, 3], [3, 5], [3, 2]];
        assert_eq!(without_straight_corners(&line), [[0, 0], [3, 3], [3, 5], [3, 2]]);
    }

    #[test]
    fn areas() {
        assert_eq!(double_area(&[[1, 1], [4, 1], [4, 3], [1, 3]]), 12);
        assert_eq!(double_area(&[[1, 1], [4, 1], [2, 1]]), 0);
    }
}
