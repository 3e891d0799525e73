//! How fast a body leaves the test server, if it leaves as a whole.

use axum::body::{Body, Bytes};
use futures_util::stream::unfold;
use std::future::pending;
use std::time::Duration;

/// How a body leaves the site.
#[derive(Clone, Copy, Debug, Default)]
pub enum Pace {
    /// At once.
    #[default]
    AtOnce,
    /// So many bytes a second.
    Drip(usize),
    /// So many bytes, and then no more, on a connection that stays open.
    Stall(usize),
    /// So many bytes, and then the connection is cut.
    Cut(usize),
}

/// A body that leaves at its pace.
pub(crate) fn paced(body: Bytes, pace: Pace) -> Body {
    let (size, rest) = match pace {
        Pace::AtOnce => return Body::from(body),
        Pace::Drip(size) => (size, body),
        Pace::Stall(size) | Pace::Cut(size) => (size, body.slice(..size.min(body.len()))),
    };
    Body::from_stream(unfold((rest, true), move |(mut rest, first)| async move {
        if !first && matches!(pace, Pace::Drip(_)) {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        if !rest.is_empty() {
            let part = rest.split_to(size.min(rest.len()));
            return Some((Ok(part), (rest, false)));
        }
        match pace {
            Pace::Stall(_) => pending().await,
            // What stands in the buffer leaves before.
            Pace::Cut(_) => Some((Err(std::io::Error::other("cut")), (rest, false))),
            _ => None,
        }
    }))
}
