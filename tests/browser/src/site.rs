//! The test server: the release files, pages that the tests make, faults, a log of what was asked for.
//!
//! Each engine has a site of its own, so that logs, storage and caches of parallel engines never mix. A site has
//! two origins (two ports) that serve the same things, for what happens across origins.

use crate::outside::Outside;
use crate::requests::{self, Log, Request};
use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, Response, StatusCode, header};
use axum::routing::{get, post};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A page made by a test: its text and exactly the headers that it is served with.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The whole document. The bed puts its watcher into it (see [`Page::new`]).
    pub html: String,
    /// Headers in order; `content-type` is `text/html; charset=utf-8` unless it is among them.
    pub headers: Vec<(String, String)>,
}

impl Page {
    /// A page without headers of its own.
    ///
    /// The watcher becomes the first script of the document, from a file and with the nonce of the page's policy,
    /// so that it runs under any policy that lets the site's own scripts run. A page that says `<!-- no watcher -->`
    /// is left as it is.
    pub fn new(html: impl Into<String>) -> Self {
        Self { html: html.into(), headers: Vec::new() }
    }

    /// The same page with one header more.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same page under a content security policy.
    #[must_use]
    pub fn policy(self, policy: &str) -> Self {
        self.header("content-security-policy", policy)
    }
}

/// Anything that the site can answer with, faults included.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The body, as it is.
    pub body: Bytes,
    /// All headers but those of the connection.
    pub headers: Vec<(String, String)>,
    /// The status; anything but 200 is a fault.
    pub status: u16,
    /// How long the site waits before the first byte of the answer.
    pub delay: Duration,
}

impl Resource {
    /// A body of the given type, answered at once with 200.
    pub fn new(content_type: &str, body: impl Into<Bytes>) -> Self {
        let headers = vec![("content-type".to_owned(), content_type.to_owned())];
        Self { body: body.into(), headers, status: 200, delay: Duration::ZERO }
    }

    /// The same with one header more.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same, answered with this status.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same, answered after this time.
    #[must_use]
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

/// What the handlers and the tests share.
#[derive(Default)]
pub(crate) struct Shared {
    made: Mutex<HashMap<String, Resource>>,
    reports: Mutex<Vec<Value>>,
    pub(crate) log: Log,
}

/// One engine's test server; it stops when it is dropped.
pub struct Site {
    origin: String,
    other_origin: String,
    shared: Arc<Shared>,
    pub(crate) outside: Arc<Outside>,
    next_token: AtomicUsize,
    second_engine: AtomicBool,
    servers: [JoinHandle<()>; 2],
}

impl Site {
    /// Serves the release files in `dist`, and what the tests add, on two free ports of this machine.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(dist: &Path) -> Result<Self> {
        let shared = Arc::new(Shared::default());
        let (origin, first) = serve(dist, &shared).await?;
        let (other_origin, second) = serve(dist, &shared).await?;
        Ok(Self {
            origin,
            other_origin,
            shared,
            outside: Arc::new(Outside::start().await?),
            next_token: AtomicUsize::new(1),
            second_engine: AtomicBool::new(false),
            servers: [first, second],
        })
    }

    /// `http://127.0.0.1:port` of the site itself.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The same things under an origin that is not the site's.
    pub fn other_origin(&self) -> &str {
        &self.other_origin
    }

    /// The address of a path of the site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Registers a page under a fresh path and gives its address. The path is at the top, since a cookie belongs
    /// to the folder of its page, and clearing up between cases sees only those of the top.
    pub fn page(&self, page: Page) -> String {
        let mut html = with_watcher(&page.html, &page.headers);
        if self.second_engine.load(Ordering::Relaxed) {
            html = html.replace("<forum-widget ", "<forum-widget data-engine=\"js\" ");
        }
        let mut headers = page.headers;
        // What may be stored is kept for the way back, which one case goes and all the others pay for.
        for (name, value) in [("content-type", "text/html; charset=utf-8"), ("cache-control", "no-store")] {
            if !headers.iter().any(|(own, _)| own.eq_ignore_ascii_case(name)) {
                headers.push((name.into(), value.into()));
            }
        }
        let path = format!("/page-{}", self.next_token.fetch_add(1, Ordering::Relaxed));
        self.replace(&path, Resource { body: html.into(), headers, status: 200, delay: Duration::ZERO });
        self.address(&path)
    }

    /// A page that shows another one in a frame of this width: the windows of Firefox and `WebKitGTK` cannot be
    /// narrower than 500 and 447 px. Enter it with [`crate::browser::Browser::enter_frame`].
    pub fn framed(&self, address: &str, width: u32, height: u32) -> String {
        self.page(Page::new(format!(
            "<!doctype html><html lang=en><title>frame</title><body style='margin:0'>\
             <iframe title=frame src='{address}' width={width} height={height} style='border:0'></iframe>"
        )))
    }

    /// Registers a body under a fresh path and gives its address.
    pub fn resource(&self, resource: Resource) -> String {
        let path = format!("/made-{}", self.next_token.fetch_add(1, Ordering::Relaxed));
        self.replace(&path, resource);
        self.address(&path)
    }

    /// Answers a path with this from now on, a release file's path too, until the case ends.
    pub fn replace(&self, path: &str, resource: Resource) {
        locked(&self.shared.made).insert(path.to_owned(), resource);
    }

    /// Answers a path as before [`Site::replace`].
    pub fn restore(&self, path: &str) {
        locked(&self.shared.made).remove(path);
    }

    /// Every request since the case began or the log was cleared, in the order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.log.all()
    }

    /// Empties the log of requests.
    pub fn clear_requests(&self) {
        self.shared.log.clear();
    }

    /// The reports that arrived at `/csp-report` for the page at this address, without those of the icon that
    /// browsers ask for by themselves.
    pub fn reports(&self, page_address: &str) -> Vec<Value> {
        let icon = self.address("/favicon.ico");
        let of_page = |report: &&Value| {
            let report = &report["csp-report"];
            report["document-uri"] == page_address && report["blocked-uri"] != icon
        };
        locked(&self.shared.reports).iter().filter(of_page).cloned().collect()
    }

    /// Whether the widgets of all pages from now on are told to take the second engine, and the first is not to be had.
    pub(crate) fn set_second_engine(&self, second_engine: bool) {
        self.second_engine.store(second_engine, Ordering::Relaxed);
        if second_engine {
            for path in ["/forum-widget.wasm", "/forum-widget-later.wasm"] {
                self.replace(path, Resource::new("text/plain", "").status(404));
            }
        }
    }

    /// Forgets what the last case registered and caused.
    pub fn reset(&self) {
        locked(&self.shared.made).clear();
        locked(&self.shared.reports).clear();
        self.outside.clear();
        self.clear_requests();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.servers.iter().for_each(JoinHandle::abort);
    }
}

/// A mutex whose holder panicked still holds good data here: a failed case must not fail the next ones.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn serve(dist: &Path, shared: &Arc<Shared>) -> Result<(String, JoinHandle<()>)> {
    let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port for the test server")?;
    let origin = format!("http://{}", listener.local_addr()?);
    let router = Router::new()
        .route("/bed/watch.js", get(|| async { script(include_str!("watch.js")) }))
        .route("/bed/blank", get(blank))
        .route("/csp-report", post(report))
        .with_state(Arc::clone(shared))
        .fallback_service(xtask::server::router(dist))
        .layer(axum::middleware::from_fn_with_state((origin.clone(), Arc::clone(shared)), requests::record));
    let server = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            eprintln!("the test server stopped: {error}");
        }
    });
    Ok((origin, server))
}

/// What a test registered for this path, if anything; release files can be replaced as well.
pub(crate) async fn made_for(shared: &Shared, path: &str) -> Option<Response<Body>> {
    let resource = locked(&shared.made).get(path).cloned()?;
    tokio::time::sleep(resource.delay).await;
    let mut response = Response::new(Body::from(resource.body));
    *response.status_mut() =
        StatusCode::from_u16(resource.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in &resource.headers {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) => _ = response.headers_mut().append(name, value),
            _ => eprintln!("the test server leaves out a header that HTTP does not allow: {name}: {value}"),
        }
    }
    Some(response)
}

async fn report(State(shared): State<Arc<Shared>>, body: Bytes) -> StatusCode {
    let report = serde_json::from_slice(&body)
        .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&body).into_owned()));
    locked(&shared.reports).push(report);
    StatusCode::NO_CONTENT
}

async fn blank() -> Response<Body> {
    typed("text/html; charset=utf-8", "<!doctype html><html lang=en><title>blank</title>")
}

fn script(text: &'static str) -> Response<Body> {
    let mut response = typed("text/javascript; charset=utf-8", text);
    // Pages under `require-corp` and framed pages of the other origin load it as well.
    response.headers_mut().insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    // Every page has it.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=3600"));
    response
}

fn typed(content_type: &'static str, text: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// Puts the watcher before every other script, where it does not turn the page into quirks mode.
fn with_watcher(html: &str, headers: &[(String, String)]) -> String {
    if html.contains("<!-- no watcher -->") {
        return html.to_owned();
    }
    let nonce =
        headers.iter().find_map(|(_, value)| Some(value.split_once("'nonce-")?.1.split_once('\'')?.0));
    let nonce = nonce.map_or_else(String::new, |nonce| format!(" nonce=\"{nonce}\""));
    let lower = html.to_ascii_lowercase();
    let start = ["<head", "<html", "<!doctype"].iter().find_map(|tag| {
        // `<header>` is no `<head>`.
        let starts = lower.match_indices(tag).map(|(at, _)| at + tag.len());
        let end = starts.into_iter().find(|end| !lower[*end..].starts_with(|c: char| c.is_alphanumeric()))?;
        Some(end + lower[end..].find('>')? + 1)
    });
    let (before, after) = html.split_at(start.unwrap_or(0));
    format!("{before}<script src=\"/bed/watch.js\"{nonce}></script>{after}")
}
