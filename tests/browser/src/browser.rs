//! One running browser, as a case sees it: a thin layer over `fantoccini`.

use crate::engine::{Driver, Engine};
use crate::outside::Outside;
use crate::site::Site;
use anyhow::{Context, Result, anyhow, bail, ensure};
use axum::http::Method;
pub use fantoccini::elements::Element;
use fantoccini::elements::ElementRef;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long a session may take to start: a cold Firefox on a busy machine takes 20 s.
const SESSION_LIMIT: Duration = Duration::from_secs(45);
/// How long [`Browser::wait_until`] waits.
const WAIT_LIMIT: Duration = Duration::from_secs(15);
/// Whether each map is drawn for the width of its column: under 340 px as tiles, from 360 px on as land, unless a page says so.
pub(crate) const FITTED: &str = "Array.from(document.querySelectorAll('forum-widget')).every(function (widget) { \
    var map = widget.shadowRoot && widget.shadowRoot.querySelector('.map'), width = widget.clientWidth; \
    var tiles = map && map.dataset.map === 'tiles'; \
    return !map || !width || document.querySelector('[data-map]') || (width < 340 ? tiles : width < 360 || !tiles); })";
/// The window that each case begins with, in CSS pixels: a column of 1200 px has its place in it.
const WINDOW: (u32, u32) = (1280, 900);
/// The host of the shadow root that [`Browser::shadow_find`] looks into.
const WIDGET: &str = "forum-widget";

/// A browser session. Clones are the same session.
#[derive(Clone)]
pub struct Browser {
    /// Which engine this is, for the few cases that must know.
    pub engine: Engine,
    pub(crate) client: Client,
    /// Where pictures for people go, if somebody wants them.
    pub(crate) screenshots: Option<PathBuf>,
    /// Whether axe-core is asked.
    pub(crate) checks: bool,
    /// What the page asked of other machines.
    pub(crate) outside: Arc<Outside>,
    /// Whether the window has another size than [`WINDOW`].
    resized: Arc<AtomicBool>,
}

impl Browser {
    /// Opens a session at a running driver.
    pub(crate) async fn connect(
        engine: Engine,
        driver: &Driver,
        site: &Site,
        screenshots: Option<PathBuf>,
    ) -> Result<Self> {
        let Value::Object(capabilities) = engine.capabilities(&driver.folder, site.outside.port)? else {
            bail!("capabilities are an object");
        };
        let mut connector = HttpConnector::new();
        // Without it each command of some drivers waits 40 ms for an acknowledgement.
        connector.set_nodelay(true);
        let mut builder = ClientBuilder::new(connector);
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{}/", driver.port);
        let client = tokio::time::timeout(SESSION_LIMIT, builder.connect(&address))
            .await
            .map_err(|_| anyhow!("{engine} did not start within {SESSION_LIMIT:?}: {}", driver.last_words()))?
            .with_context(|| format!("{engine} did not start: {}", driver.last_words()))?;
        // Only the first two take a size when they start.
        let resized = Arc::new(AtomicBool::new(true));
        Ok(Self { engine, client, screenshots, checks: true, outside: Arc::clone(&site.outside), resized })
    }

    /// The same session for a case that runs once more with the second engine: the nodes are the same (`equality`), and so are
    /// their pictures and what axe-core says of them, which take most of a case's time.
    #[must_use]
    pub(crate) fn without_looks(&self) -> Self {
        Self { checks: false, screenshots: None, ..self.clone() }
    }

    /// Opens an address and waits for its load event.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.client.goto(address).await.with_context(|| format!("opening {address}"))
    }

    /// Runs the body of a function in the page and gives what it returns; `arguments` has the values.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let result = self.client.execute(script, arguments.to_vec()).await;
        result.with_context(|| format!("script: {}", start_of(script)))
    }

    /// The same for a script that calls its last argument with the result.
    ///
    /// # Errors
    /// When the script throws or does not call back within 30 s.
    pub async fn execute_async(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let result = self.client.execute_async(script, arguments.to_vec()).await;
        result.with_context(|| format!("script: {}", start_of(script)))
    }

    /// Waits until an expression of the page is truthy, and gives its value. An expression that throws is not yet
    /// true: the element that it reads may still be on its way.
    ///
    /// The bed asks, and not a promise in the page: pages may replace `Promise`, and may be reloaded meanwhile.
    ///
    /// # Errors
    /// When 15 s have passed, with the last value or error.
    pub async fn wait_until(&self, expression: &str) -> Result<Value> {
        self.wait_until_within(WAIT_LIMIT, expression).await
    }

    /// [`Browser::wait_until`] with a limit of its own.
    ///
    /// # Errors
    /// When the limit has passed.
    pub async fn wait_until_within(&self, limit: Duration, expression: &str) -> Result<Value> {
        let end = Instant::now() + limit;
        let script = format!("return ({expression})");
        let mut pause = Duration::from_millis(10);
        loop {
            let now = self.client.execute(&script, vec![]).await;
            match now {
                Ok(value) if is_truthy(&value) => return Ok(value),
                Ok(value) if Instant::now() > end => bail!("not within {limit:?}: {expression} is {value}"),
                Err(error) if Instant::now() > end => bail!("not within {limit:?}: {expression}: {error}"),
                _ => tokio::time::sleep(pause).await,
            }
            pause = (pause * 2).min(Duration::from_millis(100));
        }
    }

    /// [`Browser::wait_until`] on a page that has left the timers as they are: it looks by itself every few milliseconds, where each
    /// question of the bed is a command, and asking as often would be a good part of a run.
    ///
    /// # Errors
    /// As [`Browser::wait_until`].
    pub async fn wait_inside(&self, expression: &str) -> Result<Value> {
        let end = Instant::now() + WAIT_LIMIT;
        let script = format!(
            "var done = arguments[arguments.length - 1]; (function look(times) {{ \
                var found = null; try {{ found = ({expression}); }} catch (_) {{ /* not yet there */ }} \
                if (found || !times) done(found); else setTimeout(look, 5, times - 1); }})(40)"
        );
        while Instant::now() < end {
            match self.client.execute_async(&script, vec![]).await {
                Ok(value) if is_truthy(&value) => return Ok(value),
                Ok(_) => {}
                // The page is another by now.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            }
        }
        self.wait_until_within(Duration::ZERO, expression).await
    }

    /// The first element of the page that a selector matches.
    ///
    /// # Errors
    /// When there is none.
    pub async fn find(&self, css: &str) -> Result<Element> {
        self.client.find(Locator::Css(css)).await.with_context(|| format!("no element {css}"))
    }

    /// The first match in the widget's shadow root.
    ///
    /// # Errors
    /// When there is no widget, no shadow root or no match.
    pub async fn shadow_find(&self, css: &str) -> Result<Element> {
        self.shadow_find_in(WIDGET, css).await
    }

    /// The first match in the shadow root of another host.
    ///
    /// # Errors
    /// As [`Browser::shadow_find`].
    pub async fn shadow_find_in(&self, host: &str, css: &str) -> Result<Element> {
        // By one command, where the protocol's own way takes three.
        let script = "var host = document.querySelector(arguments[0]); \
            return host && host.shadowRoot && host.shadowRoot.querySelector(arguments[1])";
        let found = self.execute(script, &[json!(host), json!(css)]).await?;
        self.element(&found).with_context(|| format!("no element {css} in the shadow of {host}"))
    }

    /// All matches in the widget's shadow root, in the order of the document.
    ///
    /// # Errors
    /// When there is no widget or no shadow root.
    pub async fn shadow_find_all(&self, css: &str) -> Result<Vec<Element>> {
        let root = self.find(WIDGET).await?.shadow_root().await.context("the widget has no shadow root")?;
        Ok(root.find_all(Locator::Css(css)).await?)
    }

    /// The element that has the focus, through all shadow roots; `None` where only the body has it.
    ///
    /// # Errors
    /// When the session is gone.
    pub async fn active_element(&self) -> Result<Option<Element>> {
        let script = "var at = document.activeElement; \
            while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement; \
            return at === document.body ? null : at;";
        Ok(self.element(&self.execute(script, &[]).await?))
    }

    /// The element that a script returned.
    pub fn element(&self, value: &Value) -> Option<Element> {
        let id = value.get("element-6066-11e4-a52e-4f735466cecf")?.as_str()?;
        Some(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned())))
    }

    /// The role that the browser tells assistive technology.
    ///
    /// # Errors
    /// When the element is gone.
    pub async fn computed_role(&self, element: &Element) -> Result<String> {
        self.computed(element, "computedrole").await
    }

    /// The name that the browser tells assistive technology.
    ///
    /// # Errors
    /// When the element is gone.
    pub async fn computed_label(&self, element: &Element) -> Result<String> {
        self.computed(element, "computedlabel").await
    }

    async fn computed(&self, element: &Element, what: &str) -> Result<String> {
        let value =
            self.command(Method::GET, &format!("element/{}/{what}", element.element_id()), None).await?;
        value.as_str().map(ToOwned::to_owned).with_context(|| format!("{what} gave {value}"))
    }

    /// Gives a container this width, and waits until the maps in it are drawn for it. A style set by script passes every policy, and a container can be narrower
    /// than the smallest window.
    ///
    /// # Errors
    /// When there is no such container.
    pub async fn set_column_width(&self, container: &str, pixels: u32) -> Result<()> {
        let set = "document.querySelector(arguments[0]).style.width = arguments[1] + 'px'";
        self.execute(set, &[json!(container), json!(pixels)]).await?;
        // The frame in which the widget sees it is one of the next.
        self.wait_inside(FITTED).await.map(drop)
    }

    /// Resizes the window, until the case ends. Firefox stops at 500 px, `WebKitGTK` at 447.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn set_window_size(&self, width: u32, height: u32) -> Result<()> {
        self.resized.store(true, Ordering::Relaxed);
        Ok(self.client.set_window_size(width, height).await?)
    }

    /// Goes into a frame of the page; scripts and searches are inside from now on.
    ///
    /// # Errors
    /// When there is no such frame.
    pub async fn enter_frame(&self, css: &str) -> Result<()> {
        self.find(css).await?.enter_frame().await.with_context(|| format!("{css} is no frame"))
    }

    /// Back to the page itself.
    ///
    /// # Errors
    /// When the session is gone.
    pub async fn leave_frames(&self) -> Result<()> {
        self.command(Method::POST, "frame", Some(json!({ "id": null }))).await?;
        Ok(())
    }

    /// Takes the session to an empty page of the site and clears what the last case left.
    pub(crate) async fn reset(&self, blank_address: &str) -> Result<()> {
        let windows = self.client.windows().await?;
        for extra in windows.iter().skip(1) {
            self.client.switch_to_window(extra.clone()).await?;
            self.client.close_window().await?;
        }
        let first = windows.into_iter().next().context("the browser has no window")?;
        self.client.switch_to_window(first).await?;
        self.leave_frames().await?;
        if self.resized.swap(false, Ordering::Relaxed) {
            self.client.set_window_size(WINDOW.0, WINDOW.1).await?;
        }
        self.open(blank_address).await?;
        self.client.delete_all_cookies().await?;
        self.execute_async(include_str!("clear.js"), &[]).await?;
        Ok(())
    }

    /// Whether the session still answers.
    pub(crate) async fn is_alive(&self) -> bool {
        let answer =
            tokio::time::timeout(Duration::from_secs(5), self.client.execute("return 1", vec![])).await;
        matches!(answer, Ok(Ok(_)))
    }

    /// Any `WebDriver` command of the session, for what `fantoccini` lacks.
    pub(crate) async fn command(&self, method: Method, path: &str, body: Option<Value>) -> Result<Value> {
        self.command_as_text(method, path, body.map(|body| body.to_string())).await
    }

    /// The same with a body that is JSON already: half a megabyte costs time to write.
    pub(crate) async fn command_as_text(
        &self,
        method: Method,
        path: &str,
        body: Option<String>,
    ) -> Result<Value> {
        ensure!(!path.starts_with('/'), "{path} is relative to the session");
        let command = Command { method, path: path.to_owned(), body };
        self.client.issue_cmd(command).await.with_context(|| format!("WebDriver command {path}"))
    }
}

/// A command as the protocol has it.
#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<String>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.clone())
    }
}

fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

fn start_of(script: &str) -> String {
    script.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(100).collect()
}
