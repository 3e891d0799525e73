//! HTML and Markdown as plain text: Forum Feed 1 has no markup.
//!
//! Nothing here builds a tree, so that neither depth nor size of an input can exhaust the stack. HTML is read as
//! tokens (HTML Living Standard 13.2.5), not as a browser nests them; Markdown (`CommonMark`) is made HTML first.

use html5gum::{DefaultEmitter, EndTag, HtmlString, StartTag, Token, Tokenizer};
use pulldown_cmark::{Event, Options, Parser};

use crate::feed::link::Link;

/// The text of a marked-up one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainText {
    /// Its words. Paragraphs are apart by a blank line, list items begin with `- ` or a number, and a link's address
    /// follows its words in parentheses.
    pub text: String,
    /// Whether there was more in it than paragraphs and line breaks.
    pub markup: bool,
}

/// The text of Markdown, which may have HTML in it. A line break in it is one in the text, as its authors see it in
/// pretalx.
pub fn of_markdown(markdown: &str) -> PlainText {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let events = events.map(|event| if event == Event::SoftBreak { Event::HardBreak } else { event });
    let mut html = String::with_capacity(markdown.len() + markdown.len() / 8);
    pulldown_cmark::html::push_html(&mut html, events);
    of_html(&html)
}

/// The text of HTML: of a page, or of a part of one.
pub fn of_html(html: &str) -> PlainText {
    let mut emitter = DefaultEmitter::default();
    // What is in a script is not tags.
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(html, emitter);
    let mut reader = Reader::default();
    // Reading from memory does not fail.
    for token in tokens.flatten() {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    reader.end_link();
    PlainText { text: reader.text, markup: reader.markup }
}

/// Elements of which a reader sees nothing.
const HIDDEN: &str = "script style template noscript iframe object svg math title";

/// Elements that are paragraphs of their own.
const PARAGRAPHS: &str = "p div section article header footer main nav aside h1 h2 h3 h4 h5 h6 table blockquote pre dl \
    figure figcaption hr address form fieldset";

/// Elements that begin a line.
const LINES: &str = "br li tr dt dd option caption thead tbody ul ol";

/// Whether a name is in one of the lists above.
fn is_one_of(list: &str, name: &[u8]) -> bool {
    list.split_ascii_whitespace().any(|word| word.as_bytes() == name)
}

/// The text so far, and what is open.
#[derive(Default)]
struct Reader {
    text: String,
    markup: bool,
    /// White space that stands before the next word.
    gap: Gap,
    /// The hidden element that is open.
    hidden: Option<HtmlString>,
    /// How many `pre` are open.
    preformatted: usize,
    /// The lists that are open: the number of the next item, where they have numbers.
    lists: Vec<Option<u32>>,
    /// The link that is open: its address, and where its words begin.
    link: Option<(String, usize)>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        self.markup |= !is_paragraph(&tag.name);
        if self.hidden.is_some() {
            return;
        }
        if is_one_of(HIDDEN, &tag.name) {
            self.hidden = (!tag.self_closing).then(|| tag.name.clone());
            return;
        }
        let attribute = |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value));
        self.space_around(&tag.name);
        match &**tag.name {
            b"a" => {
                self.end_link();
                self.link = attribute(b"href").map(|address| (address.trim().into(), self.text.len()));
            }
            b"img" => self.text(&attribute(b"alt").unwrap_or_default()),
            b"ul" => self.lists.push(None),
            b"ol" => {
                let first = attribute(b"start").and_then(|start| start.trim().parse().ok());
                self.lists.push(Some(first.unwrap_or(1)));
            }
            b"li" => self.mark_item(),
            b"pre" => self.preformatted += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: &EndTag<()>) {
        self.markup |= !is_paragraph(&tag.name);
        if let Some(hidden) = &self.hidden {
            if *hidden == tag.name {
                self.hidden = None;
            }
            return;
        }
        match &**tag.name {
            b"a" => self.end_link(),
            b"ul" | b"ol" => drop(self.lists.pop()),
            b"pre" => self.preformatted = self.preformatted.saturating_sub(1),
            _ => {}
        }
        self.space_around(&tag.name);
    }

    /// The space that an element has before and after it.
    fn space_around(&mut self, name: &[u8]) {
        let list = matches!(name, b"ul" | b"ol");
        let gap = match name {
            // Two line breaks make a paragraph, and a list in a list goes on with it.
            b"br" if self.gap == Gap::Line => Gap::Paragraph,
            _ if list && self.lists.is_empty() => Gap::Paragraph,
            _ if is_one_of(PARAGRAPHS, name) => Gap::Paragraph,
            _ if is_one_of(LINES, name) => Gap::Line,
            b"td" | b"th" => Gap::Space,
            _ => Gap::None,
        };
        self.gap = self.gap.max(gap);
    }

    fn mark_item(&mut self) {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}.");
                *number = number.saturating_add(1);
                self.text(&mark);
            }
            _ => self.text("-"),
        }
        self.gap = Gap::Space;
    }

    /// Adds words, with a single space for any white space in them.
    fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        for letter in text.chars() {
            let space = matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if space && self.preformatted == 0 {
                self.gap = self.gap.max(Gap::Space);
                continue;
            }
            if !space {
                self.close_gap();
            }
            self.text.push(letter);
        }
    }

    fn close_gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
    }

    /// Adds the address of the open link, unless it is what its words say.
    fn end_link(&mut self) {
        let Some((address, start)) = self.link.take() else { return };
        let words = self.text.get(start..).unwrap_or_default().trim();
        if bare(words) != bare(&address) && Link::parse(&address).is_some() {
            let gap = std::mem::replace(&mut self.gap, Gap::None);
            let before = if words.is_empty() { "(" } else { " (" };
            self.text.extend([before, &address, ")"]);
            self.gap = gap;
        }
    }
}

/// An address as people write it, without what a browser adds.
fn bare(address: &str) -> &str {
    let rest = ["mailto:", "https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.unwrap_or(address).trim_end_matches('/')
}

/// Whether an element says no more than a line break does.
fn is_paragraph(name: &[u8]) -> bool {
    matches!(name, b"p" | b"br" | b"div" | b"span")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: &PlainText, markup: bool, text: &str) {
        assert_eq!((&*found.text, found.markup), (text, markup));
    }

    #[test]
    fn html() {
        for (html, markup, text) in [
            ("<p>Uno  y\n dos</p><p>Tres</p>", false, "Uno y dos\n\nTres"),
            ("Uno<br>dos</br>tres<br/><br/>cuatro", false, "Uno\ndos\ntres\n\ncuatro"),
            ("a &lt; b &amp; c&nbsp;d", false, "a < b & c\u{a0}d"),
            ("<b>Foro</b> <i>abierto</i>.", true, "Foro abierto."),
            ("A:<ul><li>uno</li><li>dos<ul><li>tres</ul></ul>B", true, "A:\n\n- uno\n- dos\n- tres\n\nB"),
            ("<ol start=3><li>uno<li>dos</ol>", true, "3. uno\n4. dos"),
            ("<a href=\"https://foro.example/a\">El foro</a>.", true, "El foro (https://foro.example/a)."),
            ("<a href='https://foro.example'>https://foro.example</a>", true, "https://foro.example"),
            ("<a href='https://foro.example/'>foro.example</a>", true, "foro.example"),
            ("<a href='mailto:a@foro.example'>a@foro.example</a>", true, "a@foro.example"),
            ("<a href='/agenda'>Agenda</a>, <a href='javascript:alert(1)'>x</a>", true, "Agenda, x"),
            ("a<script>if (a<b) alert('</p>')</script>b<style>p{}</style>c", true, "abc"),
            ("<svg><title>x</title></svg>Foro<!-- no -->", true, "Foro"),
            ("<table><tr><td>9:00<td>Apertura</tr><tr><td>10:00", true, "9:00 Apertura\n10:00"),
            ("<pre>a\n  b</pre>c", true, "a\n  b\n\nc"),
            ("<img alt='Foto' src=x onerror=alert(1)> 3 < 4", true, "Foto 3 < 4"),
            ("<scr<script>ipt>x", true, "ipt>x"),
        ] {
            let found = of_html(html);
            assert_eq!((&*found.text, found.markup), (text, markup), "{html}");
        }
    }

    #[test]
    fn markdown() {
        for (markdown, markup, text) in [
            ("Uno\ndos\r\n\r\ntres", false, "Uno\ndos\n\ntres"),
            ("2 * 3 * 4, un_nombre_largo, #foro", false, "2 * 3 * 4, un_nombre_largo, #foro"),
            ("**Foro** _abierto_ ~~no~~", true, "Foro abierto no"),
            ("# Foro\n- uno\n- dos", true, "Foro\n\n- uno\n- dos"),
            ("[El foro](https://foro.example)", true, "El foro (https://foro.example)"),
            ("<https://foro.example>", true, "https://foro.example"),
            ("https://foro.example/un_nombre_largo", false, "https://foro.example/un_nombre_largo"),
            ("<p>Uno <b>y</b>\ndos</p>\n\n- *tres*", true, "Uno y dos\n\n- tres"),
            ("a <script>alert(1)</script> b", true, "a b"),
            ("a &amp; b < c", false, "a & b < c"),
        ] {
            let found = of_markdown(markdown);
            assert_eq!((&*found.text, found.markup), (text, markup), "{markdown}");
        }
    }

    #[test]
    fn depth_and_size_do_no_harm() {
        for text in
            ["<div>", "<ul><li>", "<a href=https://a.example>", "> ", "- ", "[", "*a_ ", "<", "&", "<svg>"]
        {
            let text = text.repeat(10_000);
            of_html(&text);
            of_markdown(&text);
        }
        check(&of_html(""), false, "");
        check(&of_markdown(""), false, "");
    }
}
