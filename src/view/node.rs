use std::borrow::Cow;

use crate::locale::split_at_byte;

/// What is to be drawn: a pure description, which `html` prints and `dom` makes live.
#[derive(Debug, PartialEq, Eq)]
pub enum Node {
    /// Text.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element of HTML, or of SVG inside `svg`. It lies behind a pointer, so that the chains that make it move a
/// word and not a structure, and the steps are out of line: both for the bytes of the many calls.
#[derive(Debug, PartialEq, Eq)]
pub struct Element(Box<Content>);

#[derive(Debug, PartialEq, Eq)]
struct Content {
    tag: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    children: Vec<Node>,
}

/// An element of a short description: its name, behind a point its class, then attributes (`input.search type=search`).
/// One text costs fewer bytes than a call for each of them.
pub fn element(description: &'static str) -> Element {
    let (name, mut rest) = cut(description, b' ');
    let (tag, class) = cut(name, b'.');
    let mut element = Element(Box::new(Content { tag, attributes: Vec::new(), children: Vec::new() }));
    if !class.is_empty() {
        element = element.class(class);
    }
    while !rest.is_empty() {
        let (word, behind) = cut(rest, b' ');
        let (name, value) = cut(word, b'=');
        element = element.with(name, value);
        rest = behind;
    }
    element
}

fn cut(text: &'static str, byte: u8) -> (&'static str, &'static str) {
    split_at_byte(text, byte).unwrap_or((text, ""))
}

impl Element {
    /// The name of the element.
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    /// The attributes in the order of their making.
    pub fn attributes(&self) -> &[(&'static str, Cow<'static, str>)] {
        &self.0.attributes
    }

    /// What stands inside.
    pub fn inside(&self) -> &[Node] {
        &self.0.children
    }

    #[inline(never)]
    fn push_attribute(mut self, name: &'static str, value: Cow<'static, str>) -> Element {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn push(mut self, node: Node) -> Element {
        self.0.children.push(node);
        self
    }

    /// With an attribute of a value that is known at compile time.
    #[must_use]
    #[inline(never)]
    pub fn with(self, name: &'static str, value: &'static str) -> Element {
        self.push_attribute(name, Cow::Borrowed(value))
    }

    /// With an attribute.
    #[must_use]
    #[inline(never)]
    pub fn with_value(self, name: &'static str, value: String) -> Element {
        self.push_attribute(name, Cow::Owned(value))
    }

    /// With an attribute without a value, or without it.
    #[must_use]
    #[inline(never)]
    pub fn with_flag(self, name: &'static str, value: &'static str, set: bool) -> Element {
        if set { self.with(name, value) } else { self }
    }

    /// With a class, which is also the name of its part for the page's styles (`::part`).
    #[must_use]
    #[inline(never)]
    pub fn part(self, name: &'static str) -> Element {
        self.with("class", name).with("part", name)
    }

    /// With a class.
    #[must_use]
    #[inline(never)]
    pub fn class(self, name: &'static str) -> Element {
        self.with("class", name)
    }

    /// With a child.
    #[must_use]
    #[inline(never)]
    pub fn child(self, child: Element) -> Element {
        self.push(Node::Element(child))
    }

    /// With a child, or without it.
    #[must_use]
    #[inline(never)]
    pub fn maybe(self, child: Option<Element>) -> Element {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// With children.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Itself, if there is something inside.
    #[inline(never)]
    pub fn unless_empty(self) -> Option<Element> {
        (!self.0.children.is_empty()).then_some(self)
    }

    /// The first element of a class: this one, or one inside.
    pub fn find(&mut self, class: &str) -> Option<&mut Element> {
        self.find_by("class", class)
    }

    /// The first element with an attribute of a value: this one, or one inside.
    pub fn find_by(&mut self, name: &str, value: &str) -> Option<&mut Element> {
        if self.0.attributes.iter().any(|attribute| attribute.0 == name && attribute.1 == value) {
            return Some(self);
        }
        self.0.children.iter_mut().find_map(|child| match child {
            Node::Element(child) => child.find_by(name, value),
            Node::Text(_) => None,
        })
    }

    /// What stands inside, to be changed.
    pub fn inside_mut(&mut self) -> &mut Vec<Node> {
        &mut self.0.children
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.0.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| &**value)
    }

    /// Gives an attribute this value.
    pub fn set(&mut self, name: &'static str, value: String) {
        match self.0.attributes.iter_mut().find(|(own, _)| *own == name) {
            Some((_, own)) => *own = Cow::Owned(value),
            None => self.0.attributes.push((name, Cow::Owned(value))),
        }
    }

    /// Adds a child at the end.
    pub fn add(&mut self, child: Element) {
        self.0.children.push(Node::Element(child));
    }

    /// With text.
    #[must_use]
    #[inline(never)]
    pub fn text(self, text: &str) -> Element {
        // An empty text would be a node in the document and none in the printed HTML.
        if text.is_empty() { self } else { self.push(Node::Text(text.into())) }
    }
}
