//! Prints nodes as HTML text (WHATWG HTML, section 13.3, "Serializing HTML fragments").

use crate::view::{Element, Node};

/// Elements that have no end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// An element as HTML text.
pub fn print(element: &Element) -> String {
    let mut html = String::new();
    push_element(&mut html, element);
    html
}

fn push_element(html: &mut String, element: &Element) {
    html.push('<');
    html.push_str(element.tag());
    for (name, value) in element.attributes() {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        push_escaped(html, value);
        html.push('"');
    }
    html.push('>');
    if VOID.contains(&element.tag()) {
        return;
    }
    for child in element.inside() {
        match child {
            Node::Text(text) => push_escaped(html, text),
            Node::Element(child) => push_element(html, child),
        }
    }
    html.push_str("</");
    html.push_str(element.tag());
    html.push('>');
}

fn push_escaped(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\u{a0}' => html.push_str("&nbsp;"),
            // A parser would turn a bare carriage return into a line feed.
            '\r' => html.push_str("&#13;"),
            _ => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::element;

    #[test]
    fn text_and_attributes_cannot_become_markup() {
        let node = element("p").with("title", "\"><script>").text("<b>&\u{a0}</b>").child(element("br"));
        let expected = "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&nbsp;&lt;/b&gt;<br></p>";
        assert_eq!(print(&node), expected);
    }
}
