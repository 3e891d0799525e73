//! Writes what is checked in and made from something else: tables as Rust, each from a package at a pinned version, and the
//! feed's schema and reference page from the types that read it, and the descriptions of the widget from the table of settings.

pub mod country_names;
pub mod interface;
pub mod map;
pub mod reference;
pub mod schema;
pub mod zones;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::progress::step;
use crate::project::Project;
use crate::toolchain::npm;

/// A generated file.
struct Table {
    /// What it holds.
    name: &'static str,
    /// The file, under the root.
    output: &'static str,
    /// Its text, from the folder of npm packages.
    generate: fn(&Path) -> Result<String>,
}

const TABLES: [Table; 9] = [
    Table { name: "zones", output: "src/time/zone_data.rs", generate: |_| zones::generate() },
    Table {
        name: "country names",
        output: "src/locale/country_names.rs",
        generate: |packages| country_names::generate(&packages.join("cldr-localenames-full")),
    },
    Table {
        name: "map",
        output: "src/map/geometry_data.rs",
        generate: |packages| map::generate(&packages.join("world-atlas")),
    },
    Table {
        name: "schema",
        output: "www/schema/forum-feed-1.schema.json",
        generate: |_| Ok(schema::generate()),
    },
    Table { name: "reference page", output: "www/feed.html", generate: |_| Ok(reference::generate()) },
    Table { name: "types", output: "www/forum-widget.d.ts", generate: |_| Ok(interface::types()) },
    Table { name: "manifest", output: "www/custom-elements.json", generate: |_| Ok(interface::manifest()) },
    Table {
        name: "data for editors",
        output: "www/html-custom-data.json",
        generate: |_| Ok(interface::html_data()),
    },
    Table { name: "tables of the README", output: "README.md", generate: |_| Ok(interface::readme()) },
];

/// Writes every table, or with `check` compares each with what is checked in.
///
/// # Errors
/// When a source cannot be read, or a table is not what its source gives.
pub fn run(project: &Project, check: bool) -> Result<()> {
    npm::install(project)?;
    let mut stale = Vec::new();
    for table in &TABLES {
        let path = project.root.join(table.output);
        let verb = if check { "comparing" } else { "writing" };
        step(&format!("{verb} {}", table.output), || {
            let text = (table.generate)(&project.node_modules())
                .with_context(|| format!("cannot generate the {}", table.name))?;
            let is_current = fs::read_to_string(&path).is_ok_and(|current| current == text);
            if !is_current && check {
                stale.push(table.output);
            } else if !is_current {
                fs::write(&path, text)?;
            }
            Ok(())
        })?;
    }
    if !stale.is_empty() {
        bail!("not what their sources give: {}; run cargo xtask generate", stale.join(", "));
    }
    Ok(())
}
