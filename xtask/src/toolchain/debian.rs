//! Debian packages, where the system is one of Debian's kind.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::program::{Program, on_path};
use crate::progress::step;

/// What is needed from the system: a file that shows it is there, and the package that brings it.
pub struct Need {
    /// A program on PATH, or a path from `/`.
    pub sign: &'static str,
    /// The Debian package.
    pub package: &'static str,
}

const fn need(sign: &'static str, package: &'static str) -> Need {
    Need { sign, package }
}

/// For the npm packages.
pub const NODE: [Need; 2] = [need("node", "nodejs"), need("npm", "npm")];

/// For the packages of Python.
pub const PYTHON: [Need; 2] = [need("python3", "python3"), need("pip3", "python3-pip")];

/// A compiler with the source of `std`, its linker for WebAssembly, and its lints.
pub const RUST_FOR_WASM: [Need; 5] = [
    need("/usr/bin/rustc", "rustc-web"),
    need("/usr/bin/cargo", "cargo-web"),
    need("/usr/lib/rustlib/src/rust/library/std/Cargo.toml", "rust-web-src"),
    need("/usr/bin/clippy-driver", "rust-web-clippy"),
    need("/usr/lib/llvm-22/bin/wasm-ld", "lld-22"),
];

/// Three engines, their drivers, a display, and the letters of our languages.
pub const BROWSERS: [Need; 7] = [
    need("chromium", "chromium"),
    need("chromedriver", "chromium-driver"),
    need("firefox-esr", "firefox-esr"),
    need("WebKitWebDriver", "webkit2gtk-driver"),
    need("xvfb-run", "xvfb"),
    need("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "fonts-noto-core"),
    need("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk"),
];

/// Whether all of `needs` are there.
pub fn has_all(needs: &[Need]) -> bool {
    needs.iter().all(is_there)
}

/// Installs the packages of those of `needs` that are not there.
///
/// # Errors
/// One line: what is missing, why it cannot be installed, and the command that would.
pub fn install_for(needs: &[Need], what: &str) -> Result<()> {
    let missing: Vec<&str> = needs.iter().filter(|need| !is_there(need)).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let advice =
        format!("run: sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}");
    if on_path("apt-get").is_none() {
        bail!(
            "missing: {list} (names of Debian packages); this system has no apt-get, install them by its own means"
        );
    }
    let Some(prefix) = privileges() else {
        bail!("missing: {list}; not allowed to install packages, {advice}")
    };
    step(&format!("installing {what}"), || {
        // An old list of packages is good enough if the network is slow: the second command tells.
        let _ = apt_get(&prefix, &["update"]);
        let mut arguments = vec!["install", "-y", "--no-install-recommends"];
        arguments.extend(&missing);
        apt_get(&prefix, &arguments).with_context(|| format!("cannot install {list}; {advice}"))
    })
}

fn is_there(need: &Need) -> bool {
    if need.sign.starts_with('/') { Path::new(need.sign).exists() } else { on_path(need.sign).is_some() }
}

/// What to put before `apt-get`: nothing as root, `sudo` where it asks for no password.
fn privileges() -> Option<Vec<&'static str>> {
    if Program::new("id").arguments(["-u"]).answer().as_deref() == Some("0") {
        return Some(vec![]);
    }
    Program::new("sudo").arguments(["-n", "true"]).answer().map(|_| vec!["sudo", "-n"])
}

fn apt_get(prefix: &[&'static str], arguments: &[&str]) -> Result<()> {
    let mut words = prefix.to_vec();
    // env, since sudo keeps no variables.
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let logs = std::env::temp_dir().join("forum-widget-logs");
    Program::new(words[0])
        .arguments(&words[1..])
        .arguments(arguments)
        .limit(Duration::from_mins(15))
        .quiet(&logs)
}
