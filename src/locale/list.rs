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
    let and = match texts.last() {
        Some(last) if language == Language::Es && begins_with_i(last) => " e ",
        _ => Messages::of(language).and,
    };
    between(texts, ", ", and)
}

/// Whether a Spanish text begins with the sound of an i, before which `y` is `e`: `Perú e Italia`, `padres e hijos`; but `agua y
/// hielo`, where the i belongs to the vowel behind it.
fn begins_with_i(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next();
    let silent = matches!(first, Some('h' | 'H'));
    match if silent { letters.next() } else { first } {
        // An accent tears it from the vowel: `hí-a`.
        Some('í' | 'Í') => true,
        Some('i' | 'I') => {
            let next = letters.next();
            !(silent
                && matches!(
                    next,
                    Some('a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'A' | 'E' | 'O' | 'Á' | 'É' | 'Ó')
                ))
        }
        _ => false,
    }
}

/// What stands before something to name it: `Organización: `; in French with a space before the colon, at which no line ends.
pub fn label(name: &str, language: Language) -> String {
    [name, if language == Language::Fr { "\u{a0}: " } else { ": " }].concat()
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

    #[test]
    fn spanish_says_e_before_the_sound_of_an_i() {
        for last in
            ["Italia", "india", "Íñigo", "ítem", "i\u{301}tem", "IICA", "Hidalgo", "hijos", "HÍBRIDOS", "Hi"]
        {
            assert_eq!(list(&["Perú".into(), last.into()], Language::Es), ["Perú e ", last].concat());
        }
        for last in
            ["hielo", "Hiato", "hiós", "HIERRO", "Honduras", "Haití", "Yemen", "ANDI", "h", "", "이란"]
        {
            assert_eq!(list(&["Perú".into(), last.into()], Language::Es), ["Perú y ", last].concat());
        }
        let three = ["Italia", "Perú", "Irlanda"].map(String::from);
        assert_eq!(list(&three, Language::Es), "Italia, Perú e Irlanda");
        assert_eq!(list(&three[..2], Language::Es), "Italia y Perú");
        assert_eq!(list(&three[..1], Language::Es), "Italia");
        assert_eq!(list(&three, Language::En), "Italia, Perú and Irlanda");
    }

    #[test]
    fn in_french_a_space_stands_before_the_colon() {
        assert_eq!(label("Organización", Language::Es), "Organización: ");
        assert_eq!(label("Organisation", Language::Fr), "Organisation\u{a0}: ");
    }
}
