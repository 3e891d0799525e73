use crate::locale::pieces;
use crate::view::{Element, Node};

/// Between the words (ASCII: unit separator).
const SEPARATOR: u8 = b'\x1f';

/// What is to be done to a live element, as one text: a call of the browser for each node, attribute and value would take longer
/// than what it does.
///
/// `www/loader/painter.js` takes the steps. The words for an element are the attributes that it gets, name and value in turn, and
/// an empty word; then what is done to the nodes inside, one after the other, and an empty word:
///
/// - `=` leaves a node as it is, `-` takes it away, `.` gives it the text that follows, `>` has the words for an element follow;
/// - `#` puts the text that follows before the next node, a tag an element with the words that follow;
/// - `!` takes the attribute away whose name follows.
#[derive(Default)]
pub struct Steps(String);

impl Steps {
    /// Puts a new element into a place that is empty.
    pub fn adding(element: &Element) -> Steps {
        // A whole screen has some 30 to 100 KB.
        let mut steps = Steps(String::with_capacity(1 << 15));
        steps.word("");
        steps.element(element);
        steps.word("");
        steps
    }

    /// Makes an element one of the same attributes, without a look at what is inside.
    pub fn replacing(before: &Element, after: &Element) -> Steps {
        let mut steps = Steps::default();
        steps.word("");
        for _ in before.inside() {
            steps.word("-");
        }
        for node in after.inside() {
            steps.node(node);
        }
        steps.word("");
        steps
    }

    /// Makes an element that looks like `before` look like `after`. Where both have the same shape the live nodes stay, so that
    /// focus, selection and scroll positions do; where they have not, they are made anew. What one of them has more comes
    /// or goes at the end.
    pub fn changing(before: &Element, after: &Element) -> Steps {
        let mut steps = Steps::default();
        steps.change(before, after);
        steps
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Ends a word. It may have a separator from a page or a feed in it, and must not become two.
    fn word(&mut self, word: &str) {
        if word.as_bytes().contains(&SEPARATOR) {
            self.0.extend(pieces(word, SEPARATOR));
        } else {
            self.0.push_str(word);
        }
        self.0.push(char::from(SEPARATOR));
    }

    fn attribute(&mut self, attribute: &(&'static str, std::borrow::Cow<'static, str>)) {
        self.word(attribute.0);
        self.word(&attribute.1);
    }

    fn element(&mut self, element: &Element) {
        self.word(element.tag());
        for attribute in element.attributes() {
            self.attribute(attribute);
        }
        self.word("");
        for node in element.inside() {
            self.node(node);
        }
        self.word("");
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Text(text) => {
                self.word("#");
                self.word(text);
            }
            Node::Element(element) => self.element(element),
        }
    }

    fn change(&mut self, before: &Element, after: &Element) {
        for attribute in after.attributes() {
            if !before.attributes().contains(attribute) {
                self.attribute(attribute);
            }
        }
        self.word("");
        for (name, _) in before.attributes() {
            if after.attributes().iter().all(|(kept, _)| kept != name) {
                self.word("!");
                self.word(name);
            }
        }
        let mut old = before.inside().iter();
        for after in after.inside() {
            match (old.next(), after) {
                (Some(before), after) if before == after => self.word("="),
                (Some(Node::Text(_)), Node::Text(text)) => {
                    self.word(".");
                    self.word(text);
                }
                (Some(Node::Element(before)), Node::Element(after)) if before.tag() == after.tag() => {
                    self.word(">");
                    self.change(before, after);
                }
                (before, after) => {
                    self.node(after);
                    if before.is_some() {
                        self.word("-");
                    }
                }
            }
        }
        for _ in old {
            self.word("-");
        }
        self.word("");
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;
    use crate::view::{Element, element};

    fn words(steps: &Steps) -> String {
        steps.as_str().replace('\u{1f}', "|")
    }

    fn card(title: &'static str) -> Element {
        element("li.session").child(element("h5").text(title))
    }

    #[test]
    fn a_tree_is_one_text() {
        let list = element("ul.day").child(card("Opening"));
        assert_eq!(words(&Steps::adding(&list)), "|ul|class|day||li|class|session||h5||#|Opening|||||");
    }

    #[test]
    fn no_word_can_become_two() {
        let sly = element("p").text("a\u{1f}\u{1f}script\u{1f}src\u{1f}//evil");
        assert_eq!(words(&Steps::adding(&sly)), "|p||#|ascriptsrc//evil|||");
    }

    #[test]
    fn only_what_is_different_is_changed() {
        let before = element("ul hidden").child(card("A")).child(card("B")).child(card("C"));
        let after = element("ul role=list").child(card("A")).child(card("D")).child(element("p").text("E"));
        assert_eq!(words(&Steps::changing(&before, &after)), "role|list||!|hidden|=|>||>||.|D|||p||#|E||-||");
        assert_eq!(words(&Steps::changing(&before, &element("ul hidden"))), "|-|-|-||");
        assert_eq!(words(&Steps::changing(&element("ul"), &element("ul").text("A"))), "|#|A||");
        assert_eq!(words(&Steps::replacing(&before, &element("ul").text("A"))), "|-|-|-|#|A||");
    }
}
