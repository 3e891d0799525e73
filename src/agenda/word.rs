use crate::locale::fold;

/// A word to look for, folded, with how far to move on at each byte: Horspool's search (Practical fast searching in
/// strings, 1980), which looks at few bytes of a text and is a tenth of the code of `str::contains`.
pub struct Word {
    bytes: Vec<u8>,
    /// For each byte, its distance from the last one of the word, from 1 to 255.
    steps: [u8; 256],
}

impl Word {
    fn of(text: &str) -> Word {
        let bytes = text.as_bytes().to_vec();
        // A step may be shorter than it could be, never longer.
        let length = u8::try_from(bytes.len()).unwrap_or(u8::MAX);
        let mut steps = [length; 256];
        let (_, before) = bytes.split_last().unwrap_or((&0, &[]));
        for (at, byte) in before.iter().enumerate() {
            if let Some(step) = steps.get_mut(usize::from(*byte)) {
                *step = u8::try_from(before.len() - at).unwrap_or(u8::MAX);
            }
        }
        Word { bytes, steps }
    }

    /// Whether the word stands anywhere in a folded text.
    pub fn is_in(&self, text: &[u8]) -> bool {
        let length = self.bytes.len();
        let mut start = 0;
        while let Some(window) = text.get(start..start + length) {
            if window == self.bytes.as_slice() {
                return true;
            }
            let Some(step) = window.last().and_then(|last| self.steps.get(usize::from(*last))) else {
                return true;
            };
            start += usize::from(*step);
        }
        false
    }
}

/// The words of what somebody typed; none in spaces alone.
pub fn words(query: &str) -> Vec<Word> {
    let folded = fold(query);
    let (mut words, mut start) = (Vec::new(), 0);
    // By hand, for `str::split` brings a kilobyte along.
    for (at, letter) in folded.char_indices().chain([(folded.len(), ' ')]) {
        if !letter.is_whitespace() {
            continue;
        }
        let word = folded.get(start..at).unwrap_or_default();
        if !word.is_empty() {
            words.push(Word::of(word));
        }
        start = at + letter.len_utf8();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standard library as the oracle, over every text of three letters up to a length, and some long ones.
    #[test]
    fn a_word_is_found_where_std_finds_it() {
        let mut texts = vec![String::new()];
        for from in 0..400 {
            for letter in ["a", "b", "é"] {
                texts.push([&texts[from], letter].concat());
            }
        }
        for text in texts.iter().step_by(7) {
            for word in texts.iter().take(121) {
                assert_eq!(Word::of(word).is_in(text.as_bytes()), text.contains(word), "{word} in {text}");
            }
        }
        let long = ["x".repeat(300), "y".repeat(300)].concat();
        for (word, expected) in
            [("x".repeat(299) + "y", true), ("y".repeat(301), false), (long.clone(), true)]
        {
            assert_eq!(Word::of(&word).is_in(["ab", &long, "z"].concat().as_bytes()), expected);
        }
    }

    #[test]
    fn a_query_is_its_words() {
        for (query, expected) in [
            ("", &[][..]),
            (" \t\u{a0}\u{3000} ", &[]),
            ("Educación", &["educacion"]),
            (" José  ÑANDÚ\u{3000}가", &["jose", "nandu", "가"]),
        ] {
            let words = words(query);
            let found: Vec<&str> = words.iter().map(|word| str::from_utf8(&word.bytes).unwrap()).collect();
            assert_eq!(found, expected, "{query:?}");
        }
    }
}
