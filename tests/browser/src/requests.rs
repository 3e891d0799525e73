//! The log of what the site was asked for.

use crate::site::{Shared, locked, made_for};
use axum::body::Body;
use axum::extract::State;
use axum::http::{Request as HttpRequest, Response, header};
use axum::middleware::Next;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};

/// One request that reached the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The origin that was asked, [`crate::site::Site::origin`] or the other one.
    pub origin: String,
    /// `GET`, `POST`, …
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The page it came from, if the browser said so.
    pub referrer: Option<String>,
    /// The status of the answer; 0 while there is none, or if the browser went away before.
    pub status: u16,
}

/// The requests of a case, in the order of their arrival.
#[derive(Default)]
pub(crate) struct Log(Mutex<Vec<(Request, Arc<AtomicU16>)>>);

impl Log {
    pub(crate) fn all(&self) -> Vec<Request> {
        let with_status = |(request, status): &(Request, Arc<AtomicU16>)| Request {
            status: status.load(Ordering::Relaxed),
            ..request.clone()
        };
        locked(&self.0).iter().map(with_status).collect()
    }

    pub(crate) fn clear(&self) {
        locked(&self.0).clear();
    }

    /// Notes a request as it arrives; the cell takes the status of its answer.
    fn note(&self, request: Request) -> Arc<AtomicU16> {
        let status = Arc::new(AtomicU16::new(0));
        locked(&self.0).push((request, Arc::clone(&status)));
        status
    }
}

/// Writes each request into the log, and lets what a test registered go before everything else.
pub(crate) async fn record(
    State((origin, shared)): State<(String, Arc<Shared>)>,
    request: HttpRequest<Body>,
    next: Next,
) -> Response<Body> {
    let referrer = request.headers().get(header::REFERER).and_then(|value| value.to_str().ok());
    let path = request.uri().path().to_owned();
    let status = shared.log.note(Request {
        origin,
        method: request.method().to_string(),
        path: request.uri().path_and_query().map_or_else(String::new, ToString::to_string),
        referrer: referrer.map(ToOwned::to_owned),
        status: 0,
    });
    let response = match made_for(&shared, &path).await {
        Some(response) => response,
        None => next.run(request).await,
    };
    status.store(response.status().as_u16(), Ordering::Relaxed);
    response
}
