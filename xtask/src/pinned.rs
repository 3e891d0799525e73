//! A copy of what a page loads, in a folder under the name of its version: nobody changes it any more, so a page may pin it and a
//! cache keep it. The same files stand beside it under names that the next release takes over.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::dist::{
    DOCTOR, EMBED, FRAME, JAVASCRIPT, LATER_SCRIPT, LATER_WASM, MODULE, SCRIPT, SENTENCES, SUBSTITUTE, WASM,
};
use crate::server::SHIPPED_FEED;

/// The files that a page can ask for.
const FILES: [&str; 13] = [
    SCRIPT,
    MODULE,
    WASM,
    LATER_WASM,
    LATER_SCRIPT,
    JAVASCRIPT,
    SUBSTITUTE,
    SENTENCES,
    DOCTOR,
    EMBED,
    FRAME,
    "embed.html",
    SHIPPED_FEED,
];

/// The name of the folder.
pub fn folder(version: &str) -> String {
    format!("forum-widget@{version}")
}

/// Copies them, with what is packed of each.
///
/// # Errors
/// When a file is not there.
pub fn copy(dist: &Path, version: &str) -> Result<()> {
    let target = dist.join(folder(version));
    for name in FILES.map(|name| name.trim_start_matches('/')) {
        for packed in ["", ".gz", ".br"] {
            let (from, to) = (dist.join(format!("{name}{packed}")), target.join(format!("{name}{packed}")));
            if packed.is_empty() || from.is_file() {
                fs::create_dir_all(to.parent().unwrap_or(&target))?;
                fs::copy(&from, to).with_context(|| format!("no {}", from.display()))?;
            }
        }
    }
    let words = target.join("words");
    fs::create_dir_all(&words)?;
    for entry in fs::read_dir(dist.join("words"))? {
        let from = entry?.path();
        fs::copy(&from, words.join(from.file_name().unwrap_or(OsStr::new("words"))))?;
    }
    Ok(())
}
