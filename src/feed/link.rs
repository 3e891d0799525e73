//! Which addresses of a feed may become links.

use super::record::Blank;
use crate::locale::split_at_byte;

/// An absolute `http` or `https` address with a host, or a `mailto` address with a mailbox. Anything else, `javascript:`
/// and all that parses only as a relative address among it, is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The address, if it may become a link.
    pub fn parse(text: &str) -> Option<Link> {
        let (scheme, rest) = split_at_byte(text, b':')?;
        let safe = !text.bytes().any(|byte| byte <= b' ' || byte == b'\\' || byte == 0x7f);
        let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        let leads_somewhere = if web {
            rest.strip_prefix("//").is_some_and(has_host)
        } else {
            scheme.eq_ignore_ascii_case("mailto") && split_at_byte(rest, b'@').is_some_and(is_mailbox)
        };
        (safe && leads_somewhere).then(|| Link(text.into()))
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether what follows `//` begins with the name of a host, and its port if there is one. A name of a user before it is
/// refused: it only ever serves to look like another host (RFC 3986, section 7.6).
fn has_host(rest: &str) -> bool {
    let mut before = 0;
    for byte in rest.bytes() {
        match byte {
            b'/' | b'?' | b'#' => break,
            b':' if before > 0 => return has_port(rest.get(before + 1..).unwrap_or_default()),
            b'-' | b'.' | b'_' | 0x80.. => {}
            _ if byte.is_ascii_alphanumeric() => {}
            _ => return false,
        }
        before += 1;
    }
    before > 0
}

/// Whether the parts around the first `@` are the name and the host of a mailbox: what would end them in an address is
/// percent-encoded in a name (RFC 6068, section 2).
fn is_mailbox((name, behind): (&str, &str)) -> bool {
    let ends = |byte| matches!(byte, b'/' | b'?' | b'#');
    !name.is_empty() && !name.bytes().any(ends) && behind.bytes().next().is_some_and(|byte| !ends(byte))
}

fn has_port(rest: &str) -> bool {
    let behind = rest.bytes().find(|byte| !byte.is_ascii_digit());
    matches!(behind, None | Some(b'/' | b'?' | b'#'))
}

impl Blank for Link {
    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Link;

    #[test]
    fn only_absolute_web_and_mail_addresses_become_links() {
        for good in [
            "https://foro.example/a?b=c#d",
            "HTTP://foro.example",
            "http://127.0.0.1:8080?a@b:c",
            "https://educación.example/ñ",
            "mailto:foro@foro.example",
        ] {
            assert!(Link::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "foro.example",
            "/agenda",
            "//foro.example",
            "javascript:alert(1)",
            "JavaScript://x/%0aalert(1)",
            "data:text/html,x",
            "https:foro.example",
            "https:///foro",
            "https://a\\b",
            "https://a b",
            "mailto:",
            "java\tscript:alert(1)",
            "vbscript:x",
            "blob:https://a",
            "https://#a",
            "https://?a",
            "https://:80/",
            "https://a:b/",
            "https://%41/",
            "https://[::1/",
            "https://ministry.example@elsewhere.example/",
            "https://ministry.example:443@elsewhere.example/",
            "mailto:@",
            "mailto:foro@",
            "mailto:@forum.example",
            "mailto:?to=foro@forum.example",
            "mailto://foro@forum.example",
            "mailto:foro@?subject=x",
        ] {
            assert!(Link::parse(bad).is_none(), "{bad}");
        }
    }
}
