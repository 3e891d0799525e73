//! Which addresses of a feed may become links.

use super::record::Blank;

/// An absolute `http`, `https` or `mailto` address. Anything else, `javascript:` and all that parses only
/// as a relative address among it, is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The address, if it may become a link.
    pub fn parse(text: &str) -> Option<Link> {
        let (scheme, rest) = text.split_once(':')?;
        let safe = !text.bytes().any(|byte| byte <= b' ' || byte == b'\\' || byte == 0x7f);
        let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        let host = rest.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
        let mail = scheme.eq_ignore_ascii_case("mailto") && rest.contains('@');
        (safe && ((web && host) || mail)).then(|| Link(text.into()))
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
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
        for good in ["https://foro.example/a?b=c#d", "HTTP://foro.example", "mailto:foro@foro.example"] {
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
        ] {
            assert!(Link::parse(bad).is_none(), "{bad}");
        }
    }
}
