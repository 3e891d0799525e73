//! Runs other programs: quietly, with an end in time, and with an error of one line.

use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

/// Set by the cargo that runs us, about us: another cargo, or another compiler, must not see it.
const CARGO_LEFTOVERS: [&str; 6] = [
    "CARGO",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "LD_LIBRARY_PATH",
    "RUSTUP_TOOLCHAIN",
    "RUST_RECURSION_COUNT",
];

/// Changes to the environment of a program.
pub type Environment = BTreeMap<OsString, OsString>;

/// A program to run.
pub struct Program {
    name: String,
    command: Command,
    limit: Option<Duration>,
}

impl Program {
    /// The program `name`, looked up on PATH if it is not a path.
    pub fn new(name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(&name);
        command.stdin(Stdio::null());
        for variable in CARGO_LEFTOVERS {
            command.env_remove(variable);
        }
        let name = Path::new(name.as_ref()).file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { name, command, limit: None }
    }

    /// Adds arguments.
    #[must_use]
    pub fn arguments<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets the folder to run in.
    #[must_use]
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Sets one variable.
    #[must_use]
    pub fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets many variables.
    #[must_use]
    pub fn environment(mut self, environment: &Environment) -> Self {
        self.command.envs(environment);
        self
    }

    /// Ends the program after this long: some installers wait for ever when offline.
    #[must_use]
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// What the program prints on standard output, or nothing if it is not there or fails.
    pub fn answer(mut self) -> Option<String> {
        let output = self.command.output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs quietly; the whole output goes to a file in `logs`.
    ///
    /// # Errors
    /// One line: which program, its last words, and where the rest is.
    pub fn quiet(mut self, logs: &Path) -> Result<()> {
        fs::create_dir_all(logs)?;
        let log = logs.join(format!("{}.log", self.name));
        let file = File::create(&log)?;
        self.command.stdout(file.try_clone()?).stderr(file);
        let mut child = self.spawn()?;
        let status = self.wait(&mut child)?;
        if status.success() {
            return Ok(());
        }
        let text = fs::read_to_string(&log).unwrap_or_default();
        bail!("{}: {} (all of it in {})", self.name, last_words(&text), log.display())
    }

    /// Runs with its output on ours; what it printed on standard output also comes back.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn echo(mut self) -> Result<(bool, String)> {
        self.command.stdout(Stdio::piped());
        let mut child = self.spawn()?;
        let mut text = String::new();
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n') {
                let line = String::from_utf8_lossy(&line?).into_owned();
                println!("{line}");
                text.push_str(&line);
                text.push('\n');
            }
        }
        let status = self.wait(&mut child)?;
        Ok((status.success(), text))
    }

    /// Runs quietly; all that it printed comes back.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn captured(mut self) -> Result<(bool, String)> {
        let output = self.command.output().with_context(|| format!("cannot start {}", self.name))?;
        let text = [output.stdout, output.stderr].concat();
        Ok((output.status.success(), String::from_utf8_lossy(&text).into_owned()))
    }

    fn spawn(&mut self) -> Result<Child> {
        self.command.spawn().with_context(|| format!("cannot start {}", self.name))
    }

    fn wait(&self, child: &mut Child) -> Result<ExitStatus> {
        let Some(limit) = self.limit else { return Ok(child.wait()?) };
        let end = Instant::now() + limit;
        while Instant::now() < end {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(50));
        }
        child.kill()?;
        child.wait()?;
        Err(anyhow!("{} did not end within {} s", self.name, limit.as_secs()))
    }
}

/// Where the program `name` is, if it is on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// PATH with `folders` before all others.
///
/// # Errors
/// When a folder's name holds the separator of PATH.
pub fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(folders.iter().cloned().chain(env::split_paths(&path)))?)
}

/// The line of an output that says most: the first that speaks of an error, or else the last one.
fn last_words(text: &str) -> &str {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines()
        .find(|line| line.starts_with("error") || line.starts_with("E: ") || line.starts_with("npm error"))
        .or_else(|| lines().next_back())
        .unwrap_or("failed without a word")
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Program, last_words};

    #[test]
    fn the_error_is_chosen_over_the_last_line() {
        assert_eq!(last_words("a\nerror: no such crate\nhelp: b\n\n"), "error: no such crate");
        assert_eq!(last_words("a\nb\n\n"), "b");
        assert_eq!(last_words(""), "failed without a word");
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let logs = std::env::temp_dir().join(format!("xtask-program-{}", std::process::id()));
        let start = Instant::now();
        let result = Program::new("sleep").arguments(["60"]).limit(Duration::from_millis(200)).quiet(&logs);
        assert!(result.is_err());
        assert!(start.elapsed() < Duration::from_secs(20));
        let _ = std::fs::remove_dir_all(&logs);
    }
}
