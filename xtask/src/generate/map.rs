//! `src/map/geometry_data.rs`: outlines of the 33 states, their neighbours in the region, and the Republic of Korea.
//!
//! From the atlas to the file: [`topology`] reads, [`shapes`] says what, [`projection`] and [`layout`] say where,
//! [`simplification`] leaves out, [`drawing`] does all that; [`plan`] puts the numbers in order ([`label`] adds the
//! markers' places), [`packing`] makes them bytes, [`printing`] makes them Rust. [`deviation`] measures.

mod deviation;
mod drawing;
mod label;
mod layout;
mod packing;
mod plan;
mod printing;
mod projection;
mod shapes;
mod simplification;
mod topology;

use std::path::Path;

use anyhow::ensure;

/// The share of all coasts and borders that [`DEVIATION`] holds for.
const SHARE: f64 = 0.95;

/// The most that the drawing may be away from the atlas, in pixels, when it is drawn 640 pixels wide.
const DEVIATION: f64 = 0.4;

/// The text of `src/map/geometry_data.rs`; `atlas` is the folder of the npm package world-atlas 2.0.2.
///
/// # Errors
/// When the atlas is missing, or the drawing would not be good enough.
pub fn generate(atlas: &Path) -> anyhow::Result<String> {
    let drawing = drawing::draw(atlas)?;
    let deviation = deviation::deviation(&drawing, SHARE);
    ensure!(
        deviation <= DEVIATION,
        "the drawing is {deviation} px away from the atlas, more than {DEVIATION}"
    );
    let bytes = plan::pack(&drawing)?;
    printing::print(&bytes, &drawing.check())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// The package, where `cargo xtask` puts it before it runs any test.
    fn atlas() -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../node_modules/world-atlas");
        assert!(folder.join("package.json").exists(), "world-atlas is missing: run `cargo xtask test`");
        folder
    }

    #[test]
    fn the_drawing_is_near_the_atlas() {
        let atlas = atlas();
        let drawing = drawing::draw(&atlas).unwrap();
        let deviation = deviation::deviation(&drawing, SHARE);
        assert!(deviation <= DEVIATION, "{deviation} px");
    }

    #[test]
    fn the_checked_in_file_is_what_the_atlas_gives() {
        let atlas = atlas();
        assert_eq!(
            generate(&atlas).unwrap(),
            include_str!("../../../src/map/geometry_data.rs").replace("\r\n", "\n")
        );
    }
}
