//! Takes times, nodes and memory of a page.

use super::feed::ZONE;
use crate::browser::Browser;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::time::Duration;

/// How long a page may take to be painted.
const LIMIT: Duration = Duration::from_mins(1);

/// When a page came how far, in milliseconds since its navigation began.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Its script has arrived.
    pub(crate) script: f64,
    /// The last of the files that the script asks for has arrived.
    pub(crate) files: f64,
    /// The engine is started as well; without one it is the same.
    pub(crate) engine: f64,
    /// The agenda is in the document.
    pub(crate) ready: f64,
    /// The frame with it is painted.
    pub(crate) painted: f64,
}

/// What it took to search, in milliseconds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typing {
    /// The first answer: what searches is loaded, and the texts are folded.
    pub(crate) first: f64,
    /// For each keystroke, the work for it: script, style and layout.
    pub(crate) work: Vec<f64>,
    /// For each keystroke, until the next frame is painted.
    pub(crate) frame: Vec<f64>,
    /// After each keystroke, what is said of the number of sessions, and what is drawn of them.
    pub(crate) answers: Vec<String>,
}

/// What a page holds in memory once all garbage is collected, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory {
    /// Objects of JavaScript and of the document: V8's heap and Blink's.
    pub(crate) objects: f64,
    /// The linear memory of WebAssembly.
    pub(crate) engine: f64,
}

impl Memory {
    /// All of it.
    pub(crate) fn total(self) -> f64 {
        self.objects + self.engine
    }
}

/// What is drawn: equal where all names, attributes and texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// Nodes in the shadow root: elements and texts.
    pub(crate) nodes: u64,
    hash: i64,
}

/// Sets what is the same for both sides: no cache, as at a first visit, and a visitor in the zone of the forum.
///
/// # Errors
/// When the browser is not Chromium.
pub(crate) async fn prepare(browser: &Browser) -> Result<()> {
    browser.devtools("Network.enable", json!({})).await?;
    browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    browser.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": ZONE })).await?;
    Ok(())
}

/// Sets it back, for the cases after this one.
///
/// # Errors
/// When the browser is not Chromium.
pub(crate) async fn restore(browser: &Browser) -> Result<()> {
    browser.devtools("Network.disable", json!({})).await?;
    browser.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": "" })).await?;
    Ok(())
}

/// Opens a page after a blank one, so that nothing of the last page is left, and waits until it is painted.
///
/// # Errors
/// When the page does not draw itself.
pub(crate) async fn open(browser: &Browser, address: &str) -> Result<Load> {
    browser.open("about:blank").await?;
    browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    browser.open(address).await?;
    let load = browser.wait_until_within(LIMIT, "bench.load.painted && bench.load").await?;
    Ok(Load {
        script: number(&load, "script")?,
        files: number(&load, "files")?,
        engine: number(&load, "engine")?,
        ready: number(&load, "ready")?,
        painted: number(&load, "painted")?,
    })
}

/// What the open page has drawn.
///
/// # Errors
/// When there is nothing.
pub(crate) async fn drawn(browser: &Browser) -> Result<Drawn> {
    let drawn = browser.execute("return bench.drawn()", &[]).await?;
    let nodes = drawn["nodes"].as_u64().context("no number of nodes")?;
    Ok(Drawn { nodes, hash: drawn["hash"].as_i64().context("no hash")? })
}

/// Types texts into the search field of the open page.
///
/// # Errors
/// When nothing answers.
pub(crate) async fn typing(browser: &Browser, texts: &[String]) -> Result<Typing> {
    let script = "bench.typing(arguments[0]).then(arguments[1])";
    browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let result = browser.execute_async(script, &[json!(texts)]).await?;
    let numbers = |name: &str| -> Result<Vec<f64>> {
        let list = result[name].as_array().with_context(|| format!("no {name}"))?;
        list.iter().map(|one| one.as_f64().context("no number")).collect()
    };
    let answers = result["answers"].as_array().context("no answers")?;
    let answers = answers.iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect();
    Ok(Typing { first: number(&result, "first")?, work: numbers("work")?, frame: numbers("frame")?, answers })
}

/// The memory of the open page.
///
/// # Errors
/// When the browser does not tell.
pub(crate) async fn memory(browser: &Browser) -> Result<Memory> {
    // What one collection lets go of in the one heap, the next one finds in the other.
    for _ in 0..3 {
        browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let usage = browser.devtools("Runtime.getHeapUsage", json!({})).await?;
    let engine = browser
        .execute("return bench.engine.memory ? bench.engine.memory.buffer.byteLength : 0", &[])
        .await?;
    Ok(Memory {
        objects: number(&usage, "usedSize")? + number(&usage, "embedderHeapUsedSize")?,
        engine: engine.as_f64().context("no size of the engine's memory")?,
    })
}

pub(crate) fn number(object: &Value, name: &str) -> Result<f64> {
    object[name].as_f64().with_context(|| format!("no {name} in {object}"))
}
