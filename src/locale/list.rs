use super::language::Language;
use super::messages::Messages;

/// Texts with the same text between each two; the standard library's `join` is compiled once for each type.
pub fn separated(texts: &[String], separator: &str) -> String {
    between(texts, separator, separator)
}

/// The same of those texts that there are.
pub fn present(texts: &[Option<String>], separator: &str) -> String {
    let mut there = Vec::new();
    for text in texts {
        there.extend(text.clone());
    }
    separated(&there, separator)
}

/// Texts as the language lists them: `a, b y c`.
pub fn list(texts: &[String], language: Language) -> String {
    between(texts, ", ", Messages::of(language).and)
}

fn between(texts: &[String], separator: &str, last: &str) -> String {
    let mut joined = String::new();
    for (position, text) in texts.iter().enumerate() {
        if position > 0 {
            joined.push_str(if position + 1 == texts.len() { last } else { separator });
        }
        joined.push_str(text);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_end_as_the_language_ends_them() {
        let names = ["a", "b", "c"].map(String::from);
        assert_eq!(list(&names, Language::Es), "a, b y c");
        assert_eq!(list(&names, Language::Ko), "a, b, c");
        assert_eq!(list(&names[..2], Language::Nl), "a en b");
        assert_eq!(list(&names[..1], Language::En), "a");
        assert_eq!(list(&[], Language::En), "");
        assert_eq!(separated(&names, " · "), "a · b · c");
        let [a, _, c] = names;
        assert_eq!(present(&[None, Some(a), None, Some(c)], " · "), "a · c");
        assert_eq!(present(&[None, None], " · "), "");
    }
}
