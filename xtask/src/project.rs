//! Where things are: the checkout, the release files, the tools.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders that the commands work in.
#[derive(Debug, Clone)]
pub struct Project {
    /// The root of the checkout.
    pub root: PathBuf,
    /// Programs installed for this project, shared by all its checkouts.
    pub tools: PathBuf,
}

impl Project {
    /// Finds the checkout around the current folder, and the tools folder of this user.
    ///
    /// # Errors
    /// When no folder above the current one is the checkout, or no home folder is known.
    pub fn find() -> Result<Self> {
        let here = env::current_dir()?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("xtask/Cargo.toml").is_file())
            .context("run this inside the project's folder")?
            .to_path_buf();
        Ok(Self { root, tools: tools_folder()? })
    }

    /// The release files.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What the release is made from: the wasm build has a compiler of its own, and so a folder of its own.
    pub fn wasm_target(&self) -> PathBuf {
        self.root.join("target/wasm")
    }

    /// The npm packages.
    pub fn node_modules(&self) -> PathBuf {
        self.root.join("node_modules")
    }

    /// Whole outputs of the programs that were run, for when one fails.
    pub fn logs(&self) -> PathBuf {
        self.root.join("target/xtask-logs")
    }

    /// The version of `package` in the workspace's lock file.
    ///
    /// # Errors
    /// When there is no lock file, or it does not name the package.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let text = fs::read_to_string(self.root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
        locked_version(&text, package).with_context(|| format!("Cargo.lock does not name {package}"))
    }
}

fn tools_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("FORUM_WIDGET_TOOLS").filter(|folder| !folder.is_empty()) {
        return Ok(std::path::absolute(Path::new(&folder))?);
    }
    let cache = match env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir()
            .context("no home folder: set FORUM_WIDGET_TOOLS to a folder for tools")?
            .join(".cache"),
    };
    Ok(cache.join("forum-widget"))
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    Some(lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_lock_file_names_versions() {
        let lock = "[[package]]\nname = \"ab\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"a\"\nversion = \"0.1.0\"\n";
        assert_eq!(locked_version(lock, "a").as_deref(), Some("0.1.0"));
        assert_eq!(locked_version(lock, "ab").as_deref(), Some("1.2.3"));
        assert_eq!(locked_version(lock, "b"), None);
    }
}
