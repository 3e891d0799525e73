//! What is drawn: every shape, where the atlas has it, and which islands matter.

use super::layout::Panel::{self, EasternCaribbean, Korea, Main};
use super::topology::Coordinate;

/// The file of the atlas. The 110m file is never used: it lacks seven Caribbean states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// `countries-50m.json`: mainland, and islands that are larger than their detail.
    Medium,
    /// `countries-10m.json`: small islands, and what an inset enlarges.
    Fine,
}

/// How a shape is painted, and what it may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the 33, or the Republic of Korea.
    State,
    /// Neutral, by its own code.
    Territory,
    /// Neutral, cut off by the frame.
    Context,
}

/// One shape of the map.
pub struct Shape {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// ISO 3166-1 numeric: the key in the atlas.
    pub atlas: &'static str,
    /// State, territory or context.
    pub kind: Kind,
    /// The file of the atlas.
    pub detail: Detail,
    /// Where it is drawn.
    pub panel: Panel,
    /// Rings with less area are left out (in grid units of the panel), but for the largest of a shape.
    pub smallest: f64,
    /// No place of the atlas is farther from what is drawn (in grid units of the panel).
    pub tolerance: f64,
    /// Rings outside (west, south, east, north) are another shape, or far off.
    pub within: [f64; 4],
}

impl Shape {
    /// Whether a ring that starts here belongs to the shape.
    pub fn contains(&self, [longitude, latitude]: Coordinate) -> bool {
        let [west, south, east, north] = self.within;
        (west..=east).contains(&longitude) && (south..=north).contains(&latitude)
    }
}

const WORLD: [f64; 4] = [-180.0, -90.0, 180.0, 90.0];

// Far-off islands are a pixel at most and would stretch the frame. Outside `within`: Rapa Nui and Juan Fernández (CL),
// Isla Guadalupe (MX). Under `smallest` or not in the medium file: Revillagigedo (MX), Desventuradas (CL), San Andrés (CO), Isla del Coco
// (CR), Aves (VE), Trindade, Fernando de Noronha, São Pedro e São Paulo (BR). Galápagos is in.

const fn mainland(code: &'static str, atlas: &'static str) -> Shape {
    Shape {
        code,
        atlas,
        kind: Kind::State,
        detail: Detail::Medium,
        panel: Main,
        smallest: 6.0,
        tolerance: 0.81,
        within: WORLD,
    }
}

const fn island(code: &'static str, atlas: &'static str) -> Shape {
    Shape { detail: Detail::Fine, smallest: 1.5, ..mainland(code, atlas) }
}

const fn territory(code: &'static str, atlas: &'static str) -> Shape {
    Shape { kind: Kind::Territory, ..island(code, atlas) }
}

const fn inset_state(code: &'static str, atlas: &'static str) -> Shape {
    Shape { panel: EasternCaribbean, smallest: 3.0, ..island(code, atlas) }
}

const fn inset_territory(code: &'static str, atlas: &'static str) -> Shape {
    Shape { kind: Kind::Territory, ..inset_state(code, atlas) }
}

/// In the order of the data: the main map, then the insets.
pub const SHAPES: &[Shape] = &[
    mainland("AR", "032"),
    mainland("BO", "068"),
    mainland("BR", "076"),
    Shape { smallest: 1.5, ..island("BS", "044") },
    mainland("BZ", "084"),
    Shape { smallest: 14.0, within: [-77.0, -60.0, -60.0, -15.0], ..mainland("CL", "152") },
    mainland("CO", "170"),
    mainland("CR", "188"),
    // The medium file has Guantánamo inside Cuba; the fine one cuts it out.
    mainland("CU", "192"),
    island("DO", "214"),
    Shape { smallest: 3.0, ..mainland("EC", "218") },
    mainland("GT", "320"),
    mainland("GY", "328"),
    mainland("HN", "340"),
    island("HT", "332"),
    island("JM", "388"),
    Shape { within: [-116.0, 14.0, -86.0, 33.0], ..mainland("MX", "484") },
    mainland("NI", "558"),
    mainland("PA", "591"),
    mainland("PE", "604"),
    mainland("PY", "600"),
    mainland("SR", "740"),
    mainland("SV", "222"),
    mainland("UY", "858"),
    mainland("VE", "862"),
    territory("AW", "533"),
    // The atlas has Bonaire, Saba and Sint Eustatius in the Netherlands.
    Shape { within: [-68.6, 11.9, -68.0, 12.5], ..territory("BQ", "528") },
    territory("CW", "531"),
    Shape { detail: Detail::Medium, smallest: 6.0, ..territory("FK", "238") },
    // The atlas has French Guiana, Guadeloupe and Martinique in France.
    Shape { detail: Detail::Medium, within: [-55.0, 2.0, -51.0, 6.0], ..territory("GF", "250") },
    territory("KY", "136"),
    territory("PR", "630"),
    territory("TC", "796"),
    territory("VG", "092"),
    territory("VI", "850"),
    Shape {
        kind: Kind::Context,
        within: [-125.0, 24.0, -66.0, 50.0],
        smallest: 40.0,
        ..mainland("US", "840")
    },
    inset_state("AG", "028"),
    inset_state("BB", "052"),
    inset_state("DM", "212"),
    inset_state("GD", "308"),
    inset_state("KN", "659"),
    inset_state("LC", "662"),
    inset_state("TT", "780"),
    Shape { smallest: 1.5, ..inset_state("VC", "670") },
    inset_territory("AI", "660"),
    inset_territory("BL", "652"),
    Shape { within: [-63.4, 17.4, -62.8, 17.8], ..inset_territory("BQ", "528") },
    Shape { within: [-61.9, 15.8, -60.9, 16.6], ..inset_territory("GP", "250") },
    inset_territory("MF", "663"),
    Shape { within: [-61.3, 14.3, -60.7, 15.0], ..inset_territory("MQ", "250") },
    inset_territory("MS", "500"),
    inset_territory("SX", "534"),
    // Alone in its inset. Ulleungdo stays; the easternmost rocks have no area in the atlas.
    Shape { panel: Korea, smallest: 12.0, within: [124.0, 33.0, 131.5, 39.0], ..island("KR", "410") },
];
