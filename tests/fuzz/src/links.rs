//! Which addresses become links, with the crate `url`, which reads them as browsers do (WHATWG URL), as the oracle.

use forum_widget::feed::Link;
use url::{ParseError, Url};

/// What becomes a link leads to a host of the web, or to a mailbox, or nowhere.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(link) = Link::parse(&text) {
        assert_eq!(link.as_str(), text);
        assert!(is_safe(&text), "{text:?}: {:?}", Url::parse(&text));
    }
}

/// Whether a browser would follow an address to nothing but the web or a mailbox.
pub fn is_safe(address: &str) -> bool {
    match Url::parse(address) {
        Ok(url) => match url.scheme() {
            "http" | "https" => {
                url.host_str().is_some_and(|host| !host.is_empty())
                    && url.username().is_empty()
                    && url.password().is_none()
            }
            "mailto" => url.path().contains('@'),
            _ => false,
        },
        // Names that no browser looks up lead nowhere: numbers that are no IP address, letters that no name may have, or
        // that count for nothing in a name (UTS #46), such as U+FEFF.
        Err(ParseError::InvalidIpv4Address | ParseError::IdnaError | ParseError::InvalidPort) => {
            is_web(address)
        }
        Err(ParseError::EmptyHost) => is_web(address) && !address.is_ascii(),
        Err(_) => false,
    }
}

fn is_web(address: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}
