//! The ways in which a server fails, each with what the widget is to make of it.

use crate::engine::Engine;
use crate::faulty::{Fault, Step};
use std::time::Duration;

const CORS: &str = "access-control-allow-origin: *\r\n";
/// Between two megabytes of an answer without an end, as on a good line: from memory to memory, on a busy machine, Firefox was seen
/// to hang on it.
const PACE: Duration = Duration::from_millis(20);
const SECOND: Duration = Duration::from_secs(1);

/// What the widget is to end with: the code of `forum:error`, or `""` where it is to show the forum.
pub(super) type Code = &'static str;

const SHOWN: Code = "";
const NETWORK: Code = "feed-network";
const HTTP: Code = "feed-http";
const SCHEMA: Code = "feed-schema";
const TOO_LARGE: Code = "feed-too-large";

/// Servers that answer, with `feed` in the place of a good feed, as an engine takes them.
pub(super) fn that_answer(feed: &[u8], engine: Engine) -> Vec<(Code, Fault)> {
    let all = [cuts(feed), lengths(feed), redirects(), encodings(feed), junk()].concat();
    all.into_iter().map(|(code, fault)| (own(engine, fault.name).unwrap_or(code), fault)).collect()
}

/// What `WebKitGTK` (libsoup) takes of a body that is not whole: as much as has come.
fn own(engine: Engine, name: &str) -> Option<Code> {
    match (engine, name) {
        (
            Engine::Webkit,
            "closed-after-the-head"
            | "closed-in-the-body"
            | "reset-in-the-body"
            | "no-last-chunk"
            | "no-chunk-at-all"
            | "two-lengths",
        ) => Some(SCHEMA),
        (Engine::Webkit, "shorter-than-said" | "not-packed") => Some(SHOWN),
        _ => None,
    }
}

fn fault(code: Code, name: &'static str, steps: Vec<Step>) -> (Code, Fault) {
    (code, Fault { name, steps })
}

fn send(text: impl Into<Vec<u8>>) -> Step {
    Step::Send(text.into())
}

/// A head with this first line and these lines more.
fn head(status: &str, lines: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\nconnection: close\r\n{lines}\r\n").into_bytes()
}

/// A whole answer.
fn answer(status: &str, lines: &str, body: &[u8]) -> Step {
    send([head(status, &format!("{lines}content-length: {}\r\n", body.len())), body.to_vec()].concat())
}

fn good_head(lines: &str) -> Step {
    send(head("200 OK", &format!("{CORS}content-type: application/json\r\n{lines}")))
}

/// What says that it is an error, to those who may read it and to those who may not.
pub(super) fn with_a_status(feed: &[u8]) -> Vec<(Code, Fault)> {
    let said = [
        ("bad-request", "400 Bad Request"),
        ("unauthorized", "401 Unauthorized"),
        ("forbidden", "403 Forbidden"),
        ("missing", "404 Not Found"),
        ("gone", "410 Gone"),
        ("too-many-requests", "429 Too Many Requests"),
        ("broken", "500 Internal Server Error"),
        ("bad-gateway", "502 Bad Gateway"),
        ("unavailable", "503 Service Unavailable"),
        ("gateway-timeout", "504 Gateway Timeout"),
        ("not-modified-since-never", "304 Not Modified"),
    ];
    let unsaid = [
        ("missing-unreadable", "404 Not Found"),
        ("bad-gateway-unreadable", "502 Bad Gateway"),
        ("unreadable", "200 OK"),
    ];
    let said = said.into_iter().map(|(name, status)| fault(HTTP, name, vec![answer(status, CORS, b"")]));
    let unsaid =
        unsaid.into_iter().map(|(name, status)| fault(NETWORK, name, vec![answer(status, "", feed)]));
    let empty = fault(SCHEMA, "no-content", vec![send(head("204 No Content", CORS))]);
    said.chain(unsaid).chain([empty]).collect()
}

/// Servers that say nothing, or less and less. Few: `WebKitGTK` has 17 connections at once for all hosts.
pub(super) fn that_hang(feed: &[u8]) -> Vec<(Code, Fault)> {
    let half = feed[..feed.len() / 2].to_vec();
    let length = format!("content-length: {}\r\n", feed.len());
    let slowly =
        vec![good_head(&length), send(half.clone()), Step::Pause(5 * SECOND), send(&feed[half.len()..])];
    vec![
        fault(SHOWN, "slow-in-the-middle", slowly),
        fault(NETWORK, "another-protocol", vec![send("SSH-2.0-OpenSSH_9.2\r\n"), Step::Hold]),
        fault(
            NETWORK,
            "an-endless-head",
            vec![
                send("HTTP/1.1 200 OK\r\n"),
                Step::Repeat(format!("x: {}\r\n", "y".repeat(10_000)).into_bytes(), Duration::ZERO),
            ],
        ),
        fault(TOO_LARGE, "endless", vec![good_head(""), Step::Repeat(vec![b' '; 1 << 20], PACE)]),
        fault(NETWORK, "no-answer", vec![Step::Hold]),
        fault(NETWORK, "half-a-head", vec![send("HTTP/1.1 200 OK\r\ncontent-ty"), Step::Hold]),
        fault(NETWORK, "no-body", vec![good_head(&length), Step::Hold]),
        fault(NETWORK, "half-a-body", vec![good_head(&length), send(half), Step::Hold]),
        fault(
            NETWORK,
            "a-head-drop-by-drop",
            vec![send("HTTP/1.1 200 OK\r\nx-slow: "), Step::Repeat(b"x".to_vec(), SECOND)],
        ),
        fault(NETWORK, "a-body-drop-by-drop", vec![good_head(&length), Step::Repeat(b" ".to_vec(), SECOND)]),
        fault(
            NETWORK,
            "processing-for-ever",
            vec![Step::Repeat(b"HTTP/1.1 102 Processing\r\n\r\n".to_vec(), SECOND)],
        ),
    ]
}

/// Connections that end too early.
fn cuts(feed: &[u8]) -> Vec<(Code, Fault)> {
    let half = feed[..feed.len() / 2].to_vec();
    let length = format!("content-length: {}\r\n", feed.len());
    let chunked = "transfer-encoding: chunked\r\n";
    vec![
        fault(NETWORK, "closed-at-once", vec![]),
        fault(NETWORK, "reset-at-once", vec![Step::Reset]),
        fault(NETWORK, "closed-in-the-head", vec![send("HTTP/1.1 200 OK\r\ncontent-ty")]),
        fault(NETWORK, "closed-after-the-head", vec![good_head(&length)]),
        fault(NETWORK, "closed-in-the-body", vec![good_head(&length), send(half.clone())]),
        fault(NETWORK, "reset-in-the-body", vec![good_head(&length), send(half.clone()), Step::Reset]),
        fault(NETWORK, "no-last-chunk", vec![good_head(chunked), send(chunk(&half))]),
        fault(NETWORK, "no-chunk-at-all", vec![good_head(chunked), send("zebra\r\n"), send(half)]),
    ]
}

fn chunk(bytes: &[u8]) -> Vec<u8> {
    [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}

/// Bodies that are longer or shorter than anybody said, or than anybody wants.
fn lengths(feed: &[u8]) -> Vec<(Code, Fault)> {
    let longer = format!("content-length: {}\r\n", feed.len() + 100);
    let shorter = format!("content-length: {}\r\n", feed.len() / 2);
    let doubled = "content-length: 10\r\ncontent-length: 20\r\n";
    vec![
        fault(NETWORK, "shorter-than-said", vec![good_head(&longer), send(feed)]),
        fault(SCHEMA, "longer-than-said", vec![good_head(&shorter), send(feed)]),
        fault(NETWORK, "two-lengths", vec![good_head(doubled), send(feed)]),
        fault(TOO_LARGE, "ten-megabytes", vec![answer("200 OK", CORS, &vec![b' '; 10 << 20])]),
        fault(SHOWN, "no-length", vec![good_head(""), send(feed)]),
    ]
}

fn redirects() -> Vec<(Code, Fault)> {
    let to = |place: &str| head("302 Found", &format!("{CORS}location: {place}\r\ncontent-length: 0\r\n"));
    vec![
        fault(NETWORK, "to-itself", vec![send(to("/to-itself"))]),
        // Nobody listens at the port of "discard".
        fault(NETWORK, "to-nobody", vec![send(to("http://127.0.0.1:9/"))]),
        fault(NETWORK, "to-no-address", vec![send(to("http://:::/"))]),
        fault(HTTP, "to-nowhere", vec![answer("302 Found", CORS, b"")]),
        fault(SHOWN, "to-a-feed", vec![send(to("/no-length"))]),
    ]
}

/// What is packed in another way than it says, or for a purpose.
fn encodings(feed: &[u8]) -> Vec<(Code, Fault)> {
    let bomb = packed(&vec![b' '; 32 << 20]);
    let whole = packed(feed);
    let half = whole[..whole.len() / 2].to_vec();
    let gzip = format!("{CORS}content-encoding: gzip\r\n");
    vec![
        fault(TOO_LARGE, "a-bomb", vec![answer("200 OK", &gzip, &bomb)]),
        fault(SCHEMA, "half-of-a-packed-body", vec![answer("200 OK", &gzip, &half)]),
        fault(NETWORK, "not-packed", vec![answer("200 OK", &gzip, feed)]),
        fault(SHOWN, "packed", vec![answer("200 OK", &gzip, &whole)]),
        fault(SHOWN, "a-byte-order-mark", vec![answer("200 OK", CORS, &[b"\xef\xbb\xbf", feed].concat())]),
        fault(
            SHOWN,
            "said-to-be-latin-1",
            vec![answer("200 OK", &format!("{CORS}content-type: text/plain; charset=iso-8859-1\r\n"), feed)],
        ),
        fault(
            SCHEMA,
            "two-bytes-a-letter",
            vec![answer("200 OK", CORS, &feed.iter().flat_map(|byte| [*byte, 0]).collect::<Vec<_>>())],
        ),
        fault(
            SCHEMA,
            "a-login-page",
            vec![answer("200 OK", CORS, b"<!doctype html><title>Login</title><form>")],
        ),
    ]
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).and_then(|()| packer.finish()).unwrap_or_default()
}

/// What is no HTTP.
fn junk() -> Vec<(Code, Fault)> {
    vec![
        fault(NETWORK, "zeros", vec![send(vec![0; 4096])]),
        fault(NETWORK, "no-number", vec![send("HTTP/1.1 fine OK\r\n\r\n")]),
    ]
}
