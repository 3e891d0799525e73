//! `forum-widget check`.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use crate::run::{FORUM, Run, run, run_with};
use serde_json::Value;

const FAULTS: &str = "tests/fixtures/check/one-fault-of-each-kind.json";

#[test]
fn the_forum_that_ships_has_no_problem() {
    let Run { code, output, errors } = run(&["check", FORUM]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert_eq!(output, format!("{FORUM}: 5 sesiones, 12 países, 10 personas, sin problemas\n"));
}

#[test]
fn each_fault_is_a_line_with_its_place_in_three_languages() {
    for language in ["es", "pt", "en"] {
        let Run { code, output, errors } = run(&["check", "--lang", language, FAULTS]);
        assert_eq!((code, errors.as_str()), (1, ""));
        assert_eq!(output.lines().count(), 21);
        insta::assert_snapshot!(format!("faults-{language}"), output);
    }
}

#[test]
fn json_has_the_same_with_all_three_sentences() {
    let Run { code, output, .. } = run(&["check", "--json", FAULTS, FORUM]);
    assert_eq!(code, 1);
    let reports: Value = serde_json::from_str(&output).unwrap();
    assert_eq!((&reports[0]["errors"], &reports[0]["warnings"]), (&11.into(), &9.into()));
    assert_eq!((&reports[1]["errors"], &reports[1]["sessions"]), (&0.into(), &5.into()));
    let problems = reports[0]["problems"].as_array().unwrap();
    let lines = ["es", "pt", "en"].map(|language| run(&["check", "--lang", language, FAULTS]).output);
    for (position, problem) in problems.iter().enumerate() {
        for (language, text) in ["es", "pt", "en"].iter().zip(&lines) {
            let line = text.lines().nth(position).unwrap();
            let place = format!("{FAULTS}:{}:{}: ", problem["line"], problem["column"]);
            assert!(line.starts_with(&place), "{line}");
            assert!(line.contains(problem["message"][language].as_str().unwrap()), "{line}");
            assert!(line.contains(problem["path"].as_str().unwrap()), "{line}");
        }
    }
}

#[test]
fn warnings_do_not_fail() {
    let feed = r#"{"version": 1, "forum": {"id": "f", "name": "Foro", "timeZone": "UTC", "start": "2021-03-17", "end": "2021-03-17"}, "novelty": 1}"#;
    let Run { code, output, .. } = run_with(&["check", "--lang", "en", "-"], feed.as_bytes());
    assert_eq!(code, 0);
    assert!(output.starts_with("-:1:117: warning: novelty: "), "{output}");
    assert!(output.ends_with("0 errors, 1 warning\n"), "{output}");
}

#[test]
fn what_cannot_be_read_ends_with_2() {
    let Run { code, output, errors } = run(&["check", "no-such-feed.json"]);
    assert_eq!((code, output.as_str()), (2, ""));
    assert!(errors.starts_with("forum-widget: no se puede leer no-such-feed.json: "), "{errors}");
    assert_eq!(run(&["check"]).code, 2);
    assert_eq!(run(&["check", "http://127.0.0.1:1/feed.json"]).code, 2);
}

/// 200 MB are read no further than the limit, from standard input as from the web.
#[test]
fn too_much_is_not_read() {
    let feed = vec![b' '; 200 << 20];
    let Run { code, output, .. } = run_with(&["check", "--lang", "en", "-"], &feed);
    assert_eq!(code, 1);
    assert!(output.contains("[too-large]"), "{output}");
    let address = serve(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n".to_vec(), feed);
    let Run { code, output, .. } = run(&["check", "--lang", "en", &address]);
    assert_eq!(code, 1);
    assert!(output.contains("[too-large]"), "{output}");
}

#[test]
fn an_address_is_read() {
    let body = std::fs::read(crate::run::root().join(FORUM)).unwrap();
    let head = format!(
        "HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let address = serve(head.into_bytes(), body);
    let Run { code, output, errors } = run(&["check", &address]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert!(output.contains("sin problemas"), "{output}");
    let address = serve(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_vec(), Vec::new());
    let Run { code, errors, .. } = run(&["check", &address]);
    assert_eq!(code, 2);
    assert!(errors.contains("404"), "{errors}");
}

/// What other sites may not read is shown by none of them.
#[test]
fn an_address_that_is_not_shared_is_a_warning() {
    let body = std::fs::read(crate::run::root().join(FORUM)).unwrap();
    for options in [&["check", "--lang", "en"][..], &["check", "--json"]] {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        let address = serve(head.into_bytes(), body.clone());
        let Run { code, output, .. } = run(&[options, &[address.as_str()]].concat());
        assert_eq!(code, 0);
        assert!(
            output.contains("Access-Control-Allow-Origin: *") && output.contains("not-shared"),
            "{output}"
        );
        assert!(output.contains("1 warning") || output.contains("\"warnings\": 1"), "{output}");
    }
}

/// Answers one request on a port of this machine; gives the address.
fn serve(head: Vec<u8>, body: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/feed.json", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request);
        // The program hangs up where it has read enough.
        let _ = stream.write_all(&head).and_then(|()| stream.write_all(&body));
    });
    address
}

/// Every kind of document that is no feed ends in a finding, never in a panic.
#[test]
fn what_is_no_feed_is_said_to_be_none() {
    let wide: Vec<u8> = "{\"version\": 1}".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let deep = "[".repeat(100_000);
    let cases: [(&[u8], &str); 8] = [
        (b"", "syntax"),
        (b"{\"version\": 1, \"sess", "syntax"),
        (&wide, "wrong-encoding"),
        (b"<html><form action=login></form></html>", "web-page"),
        (deep.as_bytes(), "too-deep"),
        (b"{\"version\": 1e999999, \"forum\": {\"name\": \"F\"}}", "wrong-type"),
        (br#"{"__proto__": {"polluted": 1}, "constructor": {}, "toString": 1}"#, "empty"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "another-format"),
    ];
    for (feed, code) in cases {
        let run = run_with(&["check", "--lang", "en", "-"], feed);
        let start = String::from_utf8_lossy(&feed[..feed.len().min(60)]).into_owned();
        assert_eq!((run.code, run.errors.as_str()), (1, ""), "{start}");
        assert!(run.output.contains(&format!("[{code}]")), "{start}: {}", run.output);
    }
}
