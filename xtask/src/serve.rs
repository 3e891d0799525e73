//! The command `serve`: builds the widget and shows it on this machine.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use tokio::net::TcpListener;

use crate::project::Project;
use crate::{dist, server, toolchain};

/// Builds, then serves until it is stopped. With `feed`, that file is served in place of the forum that ships.
///
/// # Errors
/// When the port is taken, the feed is not there, or the widget cannot be built.
pub fn run(project: &Project, port: u16, feed: Option<&Path>) -> Result<()> {
    // Before the build: a typing error should not cost a minute.
    let feed = feed.map(std::path::absolute).transpose()?;
    if let Some(feed) = feed.as_ref().filter(|feed| !feed.is_file()) {
        bail!("no such file: {}", feed.display());
    }
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(listen(port))?;
    let compiler = toolchain::for_building(project)?;
    let sizes = dist::build(project, &compiler)?;
    if let Err(error) = sizes.check_budget() {
        eprintln!("warning: {error}");
    }
    let routes = match feed {
        Some(feed) => server::router_with_feed(&project.dist(), feed),
        None => server::router(&project.dist()),
    };
    runtime.block_on(async {
        println!("http://{}/ (Ctrl+C stops it)", listener.local_addr()?);
        axum::serve(listener, routes).await.context("the server stopped")
    })
}

async fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!("port {port} is taken: choose another with --port"),
        ErrorKind::PermissionDenied => {
            anyhow!("port {port} is not allowed: choose one over 1023 with --port")
        }
        _ => anyhow!("cannot listen on port {port}: {error}"),
    })
}
