//! Serves the release files with the headers that a careful site sends.
//!
//! The pages get a policy as strict as the widget promises to live under, so that every look at the demo is a test of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

/// What the demo pages allow: our script and its wasm, the feed, one stylesheet and pictures, and no sink for HTML.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
     style-src 'self'; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The feed that ships, which `serve --feed` replaces.
pub const SHIPPED_FEED: &str = "/feeds/korea-lac-2021.json";

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The files of `dist`, compressed where the browser takes it.
pub fn router(dist: &Path) -> Router {
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files).layer(middleware::from_fn(add_headers))
}

/// The same, with `feed` in the place of the feed that ships; the file is read at each request.
pub fn router_with_feed(dist: &Path, feed: PathBuf) -> Router {
    let feed = Arc::new(feed);
    let answer = move || {
        let feed = Arc::clone(&feed);
        async move { read_feed(&feed).await }
    };
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
    Router::new()
        .route(SHIPPED_FEED, get(answer))
        .fallback_service(files)
        .layer(middleware::from_fn(add_headers))
}

async fn read_feed(feed: &Path) -> Response {
    match tokio::fs::read(feed).await {
        Ok(bytes) => ([(CONTENT_TYPE, "application/json")], bytes).into_response(),
        Err(error) => (StatusCode::NOT_FOUND, format!("{}: {error}\n", feed.display())).into_response(),
    }
}

/// What a page of another site may load: the script, the wasm, feeds and pictures. A page itself stays ours.
async fn add_headers(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    // A frame may be in a sandbox, where WebKit takes 'self' for nobody.
    let framed = request.uri().path().ends_with("/embed.html");
    let policy =
        if framed { PAGE_POLICY.replace("'self'", &format!("http://{host}")) } else { PAGE_POLICY.into() };
    let mut response = next.run(request).await;
    let found = response.status().is_success();
    let headers = response.headers_mut();
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if kind.starts_with("text/")
        && !kind.contains("charset")
        && let Ok(value) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        headers.insert(CONTENT_TYPE, value);
    }
    if kind.starts_with("text/html") {
        if let Ok(policy) = HeaderValue::from_str(&policy) {
            headers.insert(CONTENT_SECURITY_POLICY, policy);
        }
    } else if found {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    }
    response
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpStream};
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{PAGE_POLICY, SHIPPED_FEED, router, router_with_feed};

    static FOLDERS: AtomicUsize = AtomicUsize::new(0);

    /// A small `dist/` in a folder that also holds a file outside of it.
    fn example() -> PathBuf {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("xtask-server-{}-{number}", std::process::id()));
        let dist = folder.join("dist");
        fs::create_dir_all(dist.join("feeds")).unwrap();
        for (name, text) in [
            ("index.html", "<p>página"),
            ("forum-widget.js", "script"),
            ("forum-widget.js.br", "as brotli"),
            ("forum-widget.js.gz", "as gzip"),
            ("forum-widget.wasm", "wasm"),
            ("site.css", "p{}"),
            ("feeds/korea-lac-2021.json", "{}"),
            ("../secret.txt", "secret"),
        ] {
            fs::write(dist.join(name), text).unwrap();
        }
        dist
    }

    /// Serves `routes` and asks for `path` as it is written, with the given headers; the answer in lower case.
    async fn ask(routes: axum::Router, path: &str, headers: &str) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address: SocketAddr = listener.local_addr().unwrap();
        let server = tokio::spawn(async move { axum::serve(listener, routes).await });
        let request = format!("GET {path} HTTP/1.1\r\nHost: test\r\n{headers}Connection: close\r\n\r\n");
        let answer = tokio::task::spawn_blocking(move || {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        })
        .await
        .unwrap();
        server.abort();
        answer.to_lowercase()
    }

    #[track_caller]
    fn check(answer: &str, status: &str, parts: &[&str]) {
        assert!(answer.starts_with(&format!("http/1.1 {status}")), "{answer}");
        for part in parts {
            assert!(answer.contains(&part.to_lowercase()), "no {part} in\n{answer}");
        }
    }

    #[tokio::test]
    async fn each_kind_of_file_has_its_headers() {
        let dist = example();
        let everywhere = "x-content-type-options: nosniff\r\n";
        let shared = "access-control-allow-origin: *\r\n";
        for (path, kind) in [
            ("/forum-widget.js", "content-type: text/javascript; charset=utf-8\r\n"),
            ("/forum-widget.js?feed=a&x=%23b", "content-type: text/javascript; charset=utf-8\r\n"),
            ("/forum-widget.wasm", "content-type: application/wasm\r\n"),
            ("/feeds/korea-lac-2021.json", "content-type: application/json\r\n"),
            ("/site.css", "content-type: text/css; charset=utf-8\r\n"),
        ] {
            let answer = ask(router(&dist), path, "").await;
            check(
                &answer,
                "200",
                &[kind, everywhere, shared, "cross-origin-resource-policy: cross-origin\r\n"],
            );
            check(&answer, "200", &["cache-control: no-cache\r\n"]);
        }
    }

    #[tokio::test]
    async fn pages_have_the_strict_policy() {
        for path in ["/", "/index.html"] {
            let answer = ask(router(&example()), path, "").await;
            check(&answer, "200", &["content-type: text/html; charset=utf-8", PAGE_POLICY, "página"]);
            assert!(!answer.contains("access-control"));
        }
    }

    #[tokio::test]
    async fn compressed_files_are_served_to_who_takes_them() {
        let dist = example();
        for (accepted, parts) in [
            ("Accept-Encoding: gzip, br\r\n", ["content-encoding: br", "as brotli"]),
            ("Accept-Encoding: gzip\r\n", ["content-encoding: gzip", "as gzip"]),
            ("", ["content-length: 6", "script"]),
        ] {
            let answer = ask(router(&dist), "/forum-widget.js", accepted).await;
            check(&answer, "200", &parts);
            check(&answer, "200", &["content-type: text/javascript; charset=utf-8"]);
        }
    }

    #[tokio::test]
    async fn nothing_else_is_served() {
        let dist = example();
        for path in [
            "/nothing.json",
            "/feeds/",
            "/../secret.txt",
            "/feeds/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/feeds/..%5c..%5csecret.txt",
            "//secret.txt",
        ] {
            let answer = ask(router(&dist), path, "").await;
            check(&answer, "404", &["x-content-type-options: nosniff"]);
            assert!(!answer.contains("\r\n\r\nsecret"), "{path}");
        }
    }

    #[tokio::test]
    async fn the_feed_is_read_anew() {
        let dist = example();
        let feed = dist.join("../mine.json");
        for text in ["{\"first\":1}", "{\"second\":2}"] {
            fs::write(&feed, text).unwrap();
            let answer = ask(router_with_feed(&dist, feed.clone()), SHIPPED_FEED, "").await;
            check(
                &answer,
                "200",
                &[text, "content-type: application/json", "access-control-allow-origin: *"],
            );
        }
        fs::remove_file(&feed).unwrap();
        check(&ask(router_with_feed(&dist, feed), SHIPPED_FEED, "").await, "404", &[]);
    }
}
