//! What a visitor does with a browser: keys, clicks, and looking at it.

use crate::browser::{Browser, Element};
use crate::engine::Engine;
use anyhow::{Context, Result};
use axum::http::Method;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
pub use fantoccini::key::Key;
use serde_json::{Value, json};
use std::path::Path;

/// Scrolls to an element that is not in view as a whole, away from the edges, and waits for the frame after.
const SCROLL_THERE: &str = "var [element, done] = arguments, { top, bottom } = element.getBoundingClientRect(); \
    if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center' }); \
    requestAnimationFrame(function () { setTimeout(done); })";

impl Browser {
    /// Clicks where a visitor would: scrolled into view, at its centre, refused if something lies over it.
    ///
    /// # Errors
    /// When the element cannot be clicked.
    pub async fn click(&self, element: &Element) -> Result<()> {
        if self.engine == Engine::Webkit {
            // Its driver presses before the page has scrolled, and WebKit makes no click of a press around a scroll.
            self.execute_async(SCROLL_THERE, &[serde_json::to_value(element)?]).await?;
        }
        element.click().await.context("clicking")
    }

    /// Presses keys one after the other, each down and up.
    ///
    /// # Errors
    /// When the session is gone.
    pub async fn press(&self, keys: &[Key]) -> Result<()> {
        let keys: Vec<char> = keys.iter().map(|key| char::from(*key)).collect();
        self.strike(&[], &keys).await
    }

    /// Presses a key while another is held, such as Shift and Tab.
    ///
    /// # Errors
    /// When the session is gone.
    pub async fn press_with(&self, held: Key, key: Key) -> Result<()> {
        self.strike(&[char::from(held)], &[char::from(key)]).await
    }

    /// Types text into whatever has the focus.
    ///
    /// # Errors
    /// When the session is gone.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        self.strike(&[], &text.chars().collect::<Vec<_>>()).await
    }

    /// Has the media features of a visitor's system, which only Chromium's driver can pretend.
    pub async fn emulate(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<_> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.emulate_media("", features).await
    }

    /// Shows the page as it looks on paper, or on the screen again. Chromium alone can.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn emulate_paper(&self, paper: bool) -> Result<()> {
        self.emulate_media(if paper { "print" } else { "" }, Vec::new()).await
    }

    async fn emulate_media(&self, media: &str, features: Vec<Value>) -> Result<()> {
        let media = json!({ "media": media, "features": features });
        self.devtools("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    /// Sets whole numbers among the preferences of Firefox, which stand for what a system asks for; without one, as it was before.
    pub async fn prefer(&self, preferences: &[(&str, Option<i32>)]) -> Result<()> {
        let context = |name: &str| Some(json!({ "context": name }));
        self.command(Method::POST, "moz/context", context("chrome")).await?;
        let set = "arguments[0].forEach(function (one) { \
            if (one[1] === null) Services.prefs.clearUserPref(one[0]); else Services.prefs.setIntPref(one[0], one[1]); })";
        let done = self.execute(set, &[json!(preferences)]).await;
        self.command(Method::POST, "moz/context", context("content")).await?;
        done.map(drop)
    }

    /// A command of the Chrome `DevTools` protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.command(Method::POST, "goog/cdp/execute", Some(body)).await.with_context(|| command.to_owned())
    }

    async fn strike(&self, held: &[char], keys: &[char]) -> Result<()> {
        let down = |value: &char| KeyAction::Down { value: *value };
        let up = |value: &char| KeyAction::Up { value: *value };
        let strokes = held.iter().map(down).chain(keys.iter().flat_map(|key| [down(key), up(key)]));
        let actions = strokes
            .chain(held.iter().rev().map(up))
            .fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client.perform_actions(actions).await.context("pressing keys")
    }

    /// Takes a picture of the window for people to look at, `{engine}-{name}.png` in the folder of screenshots; without
    /// such a folder nothing, since painting is a good part of a run.
    ///
    /// # Errors
    /// When the picture cannot be taken or written.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        let Some(folder) = &self.screenshots else { return Ok(()) };
        self.keep(folder, name, &self.picture().await?)
    }

    /// The same of a whole element.
    ///
    /// # Errors
    /// When the picture cannot be taken or written.
    pub async fn screenshot_of(&self, element: &Element, name: &str) -> Result<()> {
        let Some(folder) = &self.screenshots else { return Ok(()) };
        self.keep(folder, name, &self.picture_of(element).await?)
    }

    /// The window as a PNG.
    ///
    /// # Errors
    /// When the picture cannot be taken.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        self.client.screenshot().await.context("taking a picture")
    }

    /// A whole element as a PNG. All three engines cut off what is taller than the window, so the window grows for the
    /// picture, up to 6000 px.
    ///
    /// # Errors
    /// When the picture cannot be taken.
    pub async fn picture_of(&self, element: &Element) -> Result<Vec<u8>> {
        let (_, top, _, height) = element.rectangle().await?;
        let (window_width, window_height) = self.client.get_window_size().await?;
        let inner = self.execute("return innerHeight", &[]).await?.as_f64().context("innerHeight")?;
        // Positions have fractions, which engines round each their own way.
        let missing = (top + height).ceil() + 8.0 - inner;
        if missing > 0.0 {
            let whole = json!({ "width": window_width, "height": (f64::from(u32::try_from(window_height)?) + missing).min(6000.0) });
            self.command(Method::POST, "window/rect", Some(whole)).await?;
            self.wait_until(&format!("innerHeight > {inner}")).await?;
        }
        let picture = element.screenshot().await.context("taking a picture of an element");
        if missing > 0.0 {
            let before = json!({ "width": window_width, "height": window_height });
            self.command(Method::POST, "window/rect", Some(before)).await?;
            self.wait_until(&format!("innerHeight <= {inner}")).await?;
        }
        picture
    }

    fn keep(&self, folder: &Path, name: &str, picture: &[u8]) -> Result<()> {
        std::fs::create_dir_all(folder)?;
        let file = folder.join(format!("{}-{name}.png", self.engine));
        std::fs::write(&file, picture).with_context(|| format!("writing {}", file.display()))
    }
}
