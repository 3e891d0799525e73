//! JSON-LD in a web page: what stands in its `<script type="application/ld+json">`.

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// The texts of the scripts, in their order. Pages of other systems put them into comments or CDATA, which goes.
pub fn scripts(html: &str) -> Vec<String> {
    let mut emitter = DefaultEmitter::default();
    // What is in a script is not tags.
    emitter.naively_switch_states(true);
    let mut scripts = Vec::new();
    let mut open: Option<String> = None;
    // Reading from memory does not fail.
    for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
        match token {
            Token::StartTag(tag) if **tag.name == *b"script" => {
                let kind = tag.attributes.get(&b"type"[..]);
                let kind =
                    kind.map(|kind| String::from_utf8_lossy(kind).to_ascii_lowercase()).unwrap_or_default();
                open = kind.trim().starts_with("application/ld+json").then(String::new);
            }
            Token::String(text) => {
                if let Some(open) = &mut open {
                    open.push_str(&String::from_utf8_lossy(&text));
                }
            }
            Token::EndTag(tag) if **tag.name == *b"script" => {
                scripts.extend(open.take().map(|text| unwrapped(&text)));
            }
            _ => {}
        }
    }
    // A page that was cut.
    scripts.extend(open.map(|text| unwrapped(&text)));
    scripts
}

fn unwrapped(script: &str) -> String {
    let mut text = script.trim();
    for mark in ["//", "/*", "<!--", "<![CDATA[", "*/"] {
        text = text.strip_prefix(mark).unwrap_or(text).trim_start();
    }
    for mark in ["*/", "]]>", "-->", "/*", "//"] {
        text = text.strip_suffix(mark).unwrap_or(text).trim_end();
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::scripts;

    #[test]
    fn only_scripts_of_that_type_and_whole() {
        for (html, expected) in [
            ("<script type='application/ld+json'>{\"a\": \"<b>\"}</script>", &["{\"a\": \"<b>\"}"][..]),
            ("<SCRIPT TYPE=\"application/LD+JSON; charset=utf-8\"> 1 </SCRIPT><script>2</script>", &["1"]),
            (
                "<script type=application/ld+json>1</script><p>x</p><script type=application/ld+json>2",
                &["1", "2"],
            ),
            ("<script type=application/ld+json>//<![CDATA[\n1\n//]]></script>", &["1"]),
            ("<script type=application/ld+json>/*<![CDATA[*/1/*]]>*/</script>", &["1"]),
            ("<script type=application/ld+json><!-- 1 --></script>", &["1"]),
            ("<script type=text/javascript>'<script type=application/ld+json>1'</script>", &[]),
            ("<form action=login></form>", &[]),
            ("", &[]),
        ] {
            assert_eq!(scripts(html), expected, "{html}");
        }
    }
}
