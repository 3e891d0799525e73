//! The world outside this machine, as far as a test lets a page reach it: a proxy that answers every request with
//! 502 and remembers it.
//!
//! Firefox and `WebKitGTK` keep no record of a request that got no answer, so without it a page could call out
//! unseen wherever the tests run offline. It answers at once, where a name that cannot be resolved may hang.

use crate::site::locked;
use anyhow::{Context, Result};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Hosts that browsers call by themselves in spite of all settings; no page of ours has a reason to.
const BROWSERS_OWN: [&str; 6] =
    ["duckduckgo.com", "mozilla.", "firefox.com", "google.com", "googleapis.com", "gvt1.com"];

/// The proxy of one engine; it stops when it is dropped.
pub(crate) struct Outside {
    pub(crate) port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    server: JoinHandle<()>,
}

impl Outside {
    pub(crate) async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port for the proxy")?;
        let port = listener.local_addr()?.port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(refuse(stream, Arc::clone(&log)));
            }
        });
        Ok(Self { port, asked, server })
    }

    /// The addresses that were asked for; of an encrypted request only the host is known.
    pub(crate) fn asked(&self) -> Vec<String> {
        locked(&self.asked).clone()
    }

    pub(crate) fn clear(&self) {
        locked(&self.asked).clear();
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Reads `GET http://host/path HTTP/1.1` or `CONNECT host:443 HTTP/1.1` and answers that nobody is there.
async fn refuse(stream: TcpStream, log: Arc<Mutex<Vec<String>>>) {
    let mut stream = BufReader::new(stream);
    let mut first = String::new();
    // A browser that went away before it asked has asked for nothing.
    if stream.read_line(&mut first).await.is_err() {
        return;
    }
    let mut words = first.split(' ');
    if let (Some(method), Some(target)) = (words.next(), words.next()) {
        let host = target.strip_suffix(":443").unwrap_or(target);
        let address = if method == "CONNECT" { format!("https://{host}/") } else { target.to_owned() };
        if !BROWSERS_OWN.iter().any(|own| address.contains(own)) {
            locked(&log).push(address);
        }
    }
    let mut line = String::from("head");
    while !line.trim().is_empty() {
        line.clear();
        if !matches!(stream.read_line(&mut line).await, Ok(1..)) {
            break;
        }
    }
    _ = stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await;
    _ = stream.shutdown().await;
}
