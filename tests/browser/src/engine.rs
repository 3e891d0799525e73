//! The three engines and their drivers: finding them, starting them, and leaving nothing behind.

use anyhow::{Context, Result, anyhow, bail};
use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};
use serde_json::{Value, json};
use std::fmt;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long a driver may take to listen; the session itself has its own limit.
const DRIVER_LIMIT: Duration = Duration::from_secs(20);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Engine {
    /// Chromium through `chromedriver`.
    Chromium,
    /// Firefox ESR through `geckodriver`.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` through `WebKitWebDriver`.
    Webkit,
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}

impl Engine {
    /// All of them, in the order of the output.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::Webkit => "WebKitWebDriver",
        }
    }

    /// The driver and what it needs beside it, found on this machine.
    fn command(self, port: u16) -> Result<Command> {
        let driver = find(self.driver())?;
        let mut command = if self == Self::Webkit {
            // WebKitGTK has no headless mode: without a display it hangs and never answers.
            let mut command = Command::new(find("xvfb-run")?);
            command.args(["-a", "--server-args=-screen 0 1600x6000x24"]).arg(driver);
            command
        } else {
            Command::new(driver)
        };
        if self == Self::Firefox {
            // For its preferences.
            command.arg("--allow-system-access");
        }
        command.arg(format!("--port={port}"));
        Ok(command)
    }

    /// What its processes find in their environment. The pages of the cases live for a second, so that compilers that optimise cost
    /// `WebKitGTK` more than they give; it paints by processor, where otherwise Mesa would stand in for a graphics card.
    /// (Without layers, or without DMA-BUF, its driver hangs at a picture.)
    fn environment(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Webkit => {
                &[("JSC_useDFGJIT", "0"), ("JSC_useOMGJIT", "0"), ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")]
            }
            Self::Chromium | Self::Firefox => &[],
        }
    }

    /// The capabilities of a new session; the profile of Chromium goes into `folder`.
    pub(crate) fn capabilities(self, folder: &Path, proxy_port: u16) -> Result<Value> {
        // Everything that is not on this machine goes to the bed's own proxy.
        let address = format!("127.0.0.1:{proxy_port}");
        let proxy = json!({ "proxyType": "manual", "httpProxy": address, "sslProxy": address });
        Ok(match self {
            Self::Chromium => {
                json!({ "proxy": proxy, "goog:chromeOptions": { "binary": find("chromium")?, "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
                "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                "--disable-breakpad", "--window-size=1280,900", "--force-device-scale-factor=1",
                format!("--user-data-dir={}", folder.join("profile").display()),
            ] } })
            }
            Self::Firefox => json!({ "proxy": proxy, "moz:firefoxOptions": {
                "binary": find("firefox-esr")?, "args": ["-headless", "--width=1280", "--height=900"],
                // Tab reaches links and buttons on every system.
                "prefs": { "accessibility.tabfocus": 7, "datareporting.policy.dataSubmissionEnabled": false },
            } }),
            // WebKitGTK takes the proxy of the protocol for plain requests only, that of its own argument for all.
            Self::Webkit => json!({ "webkitgtk:browserOptions": {
                "binary": find("webkit2gtk-4.1/MiniBrowser")?,
                "args": ["--automation", format!("--proxy=http://{address}"), "--ignore-host=127.0.0.0/8"],
            } }),
        })
    }
}

/// A running driver with its browser; all its processes end and its files go when it is dropped.
pub(crate) struct Driver {
    child: Child,
    group: Option<Pid>,
    pub(crate) port: u16,
    pub(crate) folder: PathBuf,
}

impl Driver {
    /// Starts the driver of an engine and waits until it listens.
    ///
    /// # Errors
    /// One line: what is missing, or the driver's own last words.
    pub(crate) async fn start(engine: Engine) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr())?.port();
        let mut command = engine.command(port)?;
        let folder = fresh_folder(engine)?;
        let output = std::fs::File::create(folder.join("driver.log"))?;
        let child = command
            // What the browsers and xvfb-run leave in the temporary folder goes with ours.
            .env("TMPDIR", &folder)
            .envs(engine.environment().iter().copied())
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            // A group of its own: one signal ends the driver, the browser and the display.
            .process_group(0)
            .spawn()
            .with_context(|| format!("{} does not start", engine.driver()))?;
        let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        let mut driver = Self { child, group, port, folder };
        driver.wait_until_it_listens(engine).await?;
        Ok(driver)
    }

    async fn wait_until_it_listens(&mut self, engine: Engine) -> Result<()> {
        let end = Instant::now() + DRIVER_LIMIT;
        while tokio::net::TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("{} ended at once ({status}): {}", engine.driver(), self.last_words());
            }
            if Instant::now() > end {
                bail!("{} did not listen within {DRIVER_LIMIT:?}: {}", engine.driver(), self.last_words());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// The last line that the driver wrote.
    pub(crate) fn last_words(&self) -> String {
        let log = std::fs::read(self.folder.join("driver.log")).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        log.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it said nothing").trim().to_owned()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(group) = self.group {
            // First politely, so that the display removes its lock file, then for good.
            _ = kill_process_group(group, Signal::TERM);
            let end = Instant::now() + Duration::from_millis(700);
            while Instant::now() < end && test_kill_process_group(group).is_ok() {
                _ = self.child.try_wait();
                std::thread::sleep(Duration::from_millis(20));
            }
            _ = kill_process_group(group, Signal::KILL);
        }
        _ = self.child.wait();
        _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// An empty folder for one driver. Short, since sockets in it have a limit of 108 bytes.
fn fresh_folder(engine: Engine) -> Result<PathBuf> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("bed-{}-{number}-{engine}", std::process::id()));
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Finds a program where the project's tools are, on the path, or where Debian keeps it.
fn find(name: &str) -> Result<PathBuf> {
    let tools = std::env::var_os("FORUM_WIDGET_TOOLS").map(|tools| PathBuf::from(tools).join("bin"));
    let cache = std::env::home_dir().map(|home| home.join(".cache/forum-widget/bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib/chromium"];
    tools
        .into_iter()
        .chain(cache)
        .chain(std::env::split_paths(&path))
        .chain(debian.map(PathBuf::from))
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .ok_or_else(|| anyhow!("{name} is missing: {}", how_to_get(name)))
}

fn how_to_get(name: &str) -> &'static str {
    match name {
        "geckodriver" => "cargo install geckodriver --root ~/.cache/forum-widget",
        "firefox-esr" => "apt-get install firefox-esr",
        "chromium" | "chromedriver" => "apt-get install chromium chromium-driver",
        "xvfb-run" => "apt-get install xvfb",
        _ => "apt-get install webkit2gtk-driver",
    }
}
