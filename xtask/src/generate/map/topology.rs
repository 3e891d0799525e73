//! Reads `TopoJSON`: countries as rings of arcs, where neighbours use the same arc for the border between them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;

/// Degrees east and north.
pub type Coordinate = [f64; 2];

/// One file of the atlas.
pub struct Topology {
    /// The lines that the rings are made of.
    pub arcs: Vec<Vec<Coordinate>>,
    /// By ISO 3166-1 numeric code: the outer rings. (None of the countries that we draw has a hole.)
    pub countries: BTreeMap<String, Vec<Ring>>,
}

/// The arcs of a ring in order; `!index` is the arc backwards.
pub type Ring = Vec<isize>;

#[derive(Deserialize)]
struct File {
    arcs: Vec<Vec<[i64; 2]>>,
    transform: Transform,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: Coordinate,
    translate: Coordinate,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: Option<String>,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

/// Reads a file of the atlas.
///
/// # Errors
/// When the file is missing or is not a `TopoJSON` of countries.
pub fn read(path: &Path) -> anyhow::Result<Topology> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    parse(&text).with_context(|| format!("{} is not a TopoJSON of countries", path.display()))
}

fn parse(text: &str) -> serde_json::Result<Topology> {
    let file: File = serde_json::from_str(text)?;
    let arcs = file.arcs.iter().map(|arc| absolute(arc, &file.transform)).collect();
    let mut countries: BTreeMap<String, Vec<Ring>> = BTreeMap::new();
    for geometry in file.objects.countries.geometries {
        // Without an id: Guantánamo, Clipperton and the like, which are nobody's shape here.
        let Some(id) = geometry.id else { continue };
        countries.entry(id).or_default().extend(outer_rings(geometry.shape));
    }
    Ok(Topology { arcs, countries })
}

/// Positions are stored as steps from the one before, on an integer grid.
#[expect(clippy::cast_precision_loss, reason = "the grid has fewer than 2^17 lines")]
fn absolute(arc: &[[i64; 2]], transform: &Transform) -> Vec<Coordinate> {
    arc.iter()
        .scan([0, 0], |position, step| {
            position[0] += step[0];
            position[1] += step[1];
            Some([0, 1].map(|axis| position[axis] as f64 * transform.scale[axis] + transform.translate[axis]))
        })
        .collect()
}

fn outer_rings(shape: Shape) -> Vec<Ring> {
    let polygons = match shape {
        Shape::Polygon(rings) => vec![rings],
        Shape::MultiPolygon(polygons) => polygons,
    };
    polygons.into_iter().filter_map(|rings| rings.into_iter().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_become_degrees_and_countries_outer_rings() {
        let text = r#"{"type": "Topology", "transform": {"scale": [0.5, 2], "translate": [-180, -90]},
            "arcs": [[[0, 0], [2, 1], [2, -1]]],
            "objects": {"countries": {"geometries": [
                {"type": "Polygon", "id": "032", "arcs": [[0], [-1]]},
                {"type": "MultiPolygon", "arcs": [[[0]]], "properties": {"name": "nameless"}}]}}}"#;
        let topology = parse(text).unwrap();
        assert_eq!(topology.arcs, [[[-180.0, -90.0], [-179.0, -88.0], [-178.0, -90.0]]]);
        assert_eq!(topology.countries, BTreeMap::from([("032".to_owned(), vec![vec![0]])]));
    }
}
