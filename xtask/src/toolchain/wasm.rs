//! The compiler for WebAssembly, and how it is called.
//!
//! The release is built with a `std` made anew for size: in a first measure 20.7 KB brotli instead of 28.5 KB. That takes
//! the source of `std` and unstable options, which `RUSTC_BOOTSTRAP` allows on a stable compiler. Any rustup
//! toolchain with the component `rust-src` will do; where rustup cannot download, Debian's compiler and its source. The last
//! resort is the target as rustup ships it: it works, and its files are larger.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;

use super::{cargo_tools, debian};
use crate::program::{Environment, Program, on_path, path_with};
use crate::progress::{note, step};
use crate::project::Project;

const TARGET: &str = "wasm32-unknown-unknown";
/// Offline, rustup waits for ever.
const DOWNLOAD_LIMIT: Duration = Duration::from_mins(1);
const DEBIAN_BIN: &str = "/usr/bin";
const DEBIAN_LINKER: &str = "/usr/lib/llvm-22/bin/wasm-ld";

/// What the compiler leaves out of the release: a panic's message and unwinding (3.9 KB of brotli in a first measure),
/// `{:?}` (3.8 KB: it prints nothing at all in the release), the places in the source (0.1 KB), and all inlining that does
/// not shrink the caller (0.9 KB in the real widget). A quarter of the usual stack is ample for a depth of 64, and every
/// address behind it is a byte shorter.
const SMALLER: [&str; 6] = [
    "-Cpanic=immediate-abort",
    "-Zunstable-options",
    "-Zfmt-debug=none",
    "-Zlocation-detail=none",
    "-Cllvm-args=-inline-threshold=5",
    "-Clink-arg=-zstack-size=262144",
];

/// Has the linker leave what it knew, for `xtask/src/linked.rs`. It is in no file of the release.
const KNOWLEDGE: &str = "-Clink-arg=--emit-relocs";

/// A compiler that makes WebAssembly.
#[derive(Debug, Clone)]
pub struct WasmToolchain {
    /// Its folder of programs, if it is not the first on PATH.
    folder: Option<PathBuf>,
    /// Whether `std` is built from source with ours.
    rebuilds_std: bool,
    linker: Option<&'static str>,
}

impl WasmToolchain {
    /// One line about the compiler, for the record of a release.
    pub fn describe(&self) -> String {
        let version = self.rustc().arguments(["--version"]).answer().unwrap_or_default();
        let std = if self.rebuilds_std { "std rebuilt for size" } else { "std as shipped" };
        format!("{version}, {std}")
    }

    /// The folders of programs to look in before all others.
    pub fn folders(&self, project: &Project) -> Vec<PathBuf> {
        self.folder.iter().cloned().chain([cargo_tools::folder(project)]).collect()
    }

    /// The variables under which cargo and wasm-pack build for WebAssembly with this compiler.
    ///
    /// # Errors
    /// When PATH cannot be extended.
    pub fn environment(&self, project: &Project) -> Result<Environment> {
        let mut environment: Vec<(&str, OsString)> = vec![
            ("PATH", path_with(&self.folders(project))?),
            ("CARGO_TARGET_DIR", project.wasm_target().into()),
            ("CARGO_ENCODED_RUSTFLAGS", self.flags(&project.root).join("\u{1f}").into()),
        ];
        if let Some(linker) = self.linker {
            environment.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker.into()));
        }
        if self.rebuilds_std {
            environment.push(("RUSTC_BOOTSTRAP", "1".into()));
            environment.push(("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".into()));
            environment.push(("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".into()));
        }
        Ok(environment.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }

    fn rustc(&self) -> Program {
        Program::new(self.folder.as_ref().map_or_else(|| "rustc".into(), |folder| folder.join("rustc")))
    }

    /// The same bytes from any folder of any user: no path of this machine stays in the file.
    fn flags(&self, root: &Path) -> Vec<String> {
        let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
        let mut flags = vec![KNOWLEDGE.to_owned(), remap(root, "/forum-widget")];
        if let Some(home) = cargo_home() {
            flags.push(remap(&home, "/cargo"));
        }
        if let Some(sysroot) = self.rustc().arguments(["--print", "sysroot"]).answer() {
            flags.push(remap(&Path::new(&sysroot).join("lib/rustlib/src/rust"), "/rust"));
        }
        if self.rebuilds_std {
            flags.extend(SMALLER.map(String::from));
        }
        flags
    }
}

/// Finds a compiler for WebAssembly, or installs one: the best that can be had.
///
/// # Errors
/// When there is none, and none can be installed.
pub fn find_or_install(project: &Project) -> Result<WasmToolchain> {
    let current = |rebuilds_std| WasmToolchain { folder: None, rebuilds_std, linker: None };
    let debian =
        || WasmToolchain { folder: Some(DEBIAN_BIN.into()), rebuilds_std: true, linker: Some(DEBIAN_LINKER) };
    if has_source_and_linker() {
        return Ok(current(true));
    }
    if debian::has_all(&debian::RUST_FOR_WASM) {
        return Ok(debian());
    }
    if rustup_adds_source(project) {
        return Ok(current(true));
    }
    match debian::install_for(
        &debian::RUST_FOR_WASM,
        "Debian's Rust with the source of std (about 60 s, once)",
    ) {
        Ok(()) => Ok(debian()),
        Err(_) if has_target() => {
            note(
                "the source of std is not to be had: the wasm will be some kilobytes larger than the release's",
            );
            Ok(current(false))
        }
        Err(error) => {
            Err(error.context("no compiler for wasm32-unknown-unknown, and rustup could not add it"))
        }
    }
}

/// Asks rustup for the source of `std`, once: where it cannot download, it takes the whole limit to say so.
fn rustup_adds_source(project: &Project) -> bool {
    let refused = project.tools.join("rustup-has-no-source");
    if on_path("rustup").is_none() || refused.exists() {
        return false;
    }
    let added = step("adding the source of std with rustup (a minute at most, once)", || {
        Program::new("rustup")
            .arguments(["component", "add", "rust-src"])
            .folder(&project.root)
            .limit(DOWNLOAD_LIMIT)
            .quiet(&project.logs())
    });
    let added = added.is_ok() && has_source_and_linker();
    if !added {
        let _ = fs::create_dir_all(&project.tools)
            .and_then(|()| fs::write(&refused, "delete this file to try again\n"));
    }
    added
}

fn sysroot() -> Option<PathBuf> {
    Program::new("rustc").arguments(["--print", "sysroot"]).answer().map(PathBuf::from)
}

/// rustup's toolchains bring the linker; those of a distribution often do not.
fn has_source_and_linker() -> bool {
    sysroot().is_some_and(|sysroot| {
        let rustlib = sysroot.join("lib/rustlib");
        let host_tools = fs::read_dir(&rustlib).into_iter().flatten().flatten();
        rustlib.join("src/rust/library/std/Cargo.toml").is_file()
            && host_tools.into_iter().any(|entry| entry.path().join("bin/rust-lld").is_file())
    })
}

fn has_target() -> bool {
    let arguments = ["--print", "target-libdir", "--target", TARGET];
    Program::new("rustc").arguments(arguments).answer().is_some_and(|folder| Path::new(&folder).is_dir())
}

fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))
}
