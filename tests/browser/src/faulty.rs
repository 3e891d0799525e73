//! A server that does everything wrong that a server can do, byte by byte: what HTTP libraries do not let a test say.
//!
//! Each fault has an address of this machine for itself (127.0.1.1, 127.0.1.2, …), since a browser keeps others
//! waiting while six requests to one host hang.

use anyhow::{Context, Result};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What the server does with a connection, one step after the other; then it closes it.
#[derive(Clone, Debug)]
pub enum Step {
    /// Sends these bytes at once.
    Send(Vec<u8>),
    /// Sends these bytes again and again, with a pause after each time, for as long as anybody takes them.
    Repeat(Vec<u8>, Duration),
    /// Says nothing for a while.
    Pause(Duration),
    /// Says nothing any more, and does not close.
    Hold,
    /// Ends the connection the hard way, without what was still to be sent.
    Reset,
}

/// One way to answer: its name is its path.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What is wrong, in a few words, with `-` between them.
    pub name: &'static str,
    /// What the server does.
    pub steps: Vec<Step>,
}

/// The server; it stops when it is dropped.
pub struct FaultyServer {
    faults: Arc<Vec<Fault>>,
    port: u16,
    server: JoinHandle<()>,
}

impl FaultyServer {
    /// Serves these faults on a free port of all addresses of this machine.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(faults: Vec<Fault>) -> Result<Self> {
        let listener = TcpListener::bind("0.0.0.0:0").await.context("no free port for the faulty server")?;
        let port = listener.local_addr()?.port();
        let faults = Arc::new(faults);
        let known = Arc::clone(&faults);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(misbehave(stream, Arc::clone(&known)));
            }
        });
        Ok(Self { faults, port, server })
    }

    /// Each fault's name with the address where it is met.
    pub fn addresses(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.faults.iter().enumerate().map(|(index, fault)| {
            (fault.name, format!("http://127.0.1.{}:{}/{}", index + 1, self.port, fault.name))
        })
    }

    /// What a policy has to allow so that all of them are asked for.
    pub fn sources(&self) -> String {
        let hosts = (1..=self.faults.len()).map(|number| format!("http://127.0.1.{number}:{}", self.port));
        hosts.collect::<Vec<_>>().join(" ")
    }
}

impl Drop for FaultyServer {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn misbehave(mut stream: TcpStream, faults: Arc<Vec<Fault>>) {
    let Some(path) = asked_for(&mut stream).await else { return };
    let Some(fault) = faults.iter().find(|fault| path == fault.name) else { return };
    for step in &fault.steps {
        // A browser that has gone away ends it.
        if act(&mut stream, step).await.is_err() {
            return;
        }
    }
    _ = stream.shutdown().await;
}

/// The path of the request, without the slash before it.
async fn asked_for(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut part = [0; 1024];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut part).await {
            Ok(length @ 1..) => head.extend(part.get(..length)?),
            _ => return None,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    Some(head.split(' ').nth(1)?.trim_start_matches('/').to_owned())
}

async fn act(stream: &mut TcpStream, step: &Step) -> std::io::Result<()> {
    match step {
        Step::Send(bytes) => stream.write_all(bytes).await,
        Step::Repeat(bytes, pause) => loop {
            stream.write_all(bytes).await?;
            tokio::time::sleep(*pause).await;
        },
        Step::Pause(time) => {
            tokio::time::sleep(*time).await;
            Ok(())
        }
        Step::Hold => loop {
            // Until the other side goes away.
            if stream.read(&mut [0; 64]).await? == 0 {
                return Ok(());
            }
        },
        Step::Reset => stream.set_zero_linger(),
    }
}
