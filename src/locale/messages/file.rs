//! The words of one language as two files: each its tag, and then texts in the order of their fields, each ended by a line end.

use super::{Language, Messages};
use crate::locale::split_at_byte;

impl Messages {
    /// The files of a language: what the first drawing needs, and what comes later.
    pub fn written(language: Language) -> [String; 2] {
        let texts = Messages::of(language).texts();
        let (first, later) = texts.split_at(Messages::FIRST);
        [first, later].map(|texts| {
            let lines = [language.tag()].into_iter().chain(texts.iter().copied());
            lines.flat_map(|line| [line, "\n"]).collect()
        })
    }

    /// The language of a file, which of the two it is, and its texts; `None` when it is no such file, or not a whole one.
    pub fn open(file: &[u8]) -> Option<(Language, usize, &str)> {
        let (tag, texts) = split_at_byte(str::from_utf8(file).ok()?, b'\n')?;
        let lines = texts.bytes().filter(|byte| *byte == b'\n').count();
        let (first, later) = Messages::LINES.split_at(Messages::FIRST);
        // By their lengths they are told apart.
        let which = [first, later].iter().position(|file| file.iter().sum::<usize>() == lines)?;
        Some((Language::of_tag(tag)?, which, texts))
    }

    /// The words in the texts of both files; one that is missing is empty.
    pub fn read([first, later]: [&'static str; 2]) -> Messages {
        let (mut rest, mut messages) = (first, Messages::SILENCE);
        for (place, (text, lines)) in messages.places().iter_mut().zip(Messages::LINES).enumerate() {
            if place == Messages::FIRST {
                rest = later;
            }
            let mut ends = rest.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            let end = ends.nth(lines - 1).map_or(rest.len(), |(end, _)| end);
            let (found, after) = rest.split_at_checked(end).unwrap_or_default();
            **text = found;
            rest = after.get(1..).unwrap_or_default();
        }
        messages
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(file: &str, which: usize) -> &'static str {
        let (_, found, texts) = Messages::open(file.as_bytes()).unwrap();
        assert_eq!(found, which);
        String::from(texts).leak()
    }

    #[test]
    fn what_is_written_is_read_back() {
        for language in Language::ALL {
            let [first, later] = Messages::written(language);
            assert_eq!(Messages::open(later.as_bytes()).unwrap().0, language);
            let words = Messages::read([texts(&first, 0), texts(&later, 1)]);
            assert_eq!(words.texts(), Messages::of(language).texts());
            assert_eq!(words.institutions, Messages::of(language).institutions);
        }
    }

    #[test]
    fn what_is_no_whole_file_of_words_is_not_opened() {
        for file in Messages::written(Language::Es) {
            assert!(Messages::open(file.as_bytes()).is_some());
            for end in 0..file.len() {
                // As many whole lines as the other file has are no shorter file of its kind: the loader compares hashes first.
                let cut = Messages::open(file.as_bytes().get(..end).unwrap());
                assert!(cut.is_none_or(|(_, which, _)| which == 1), "cut off at {end}");
            }
            let html = "<!doctype html>\n".repeat(file.lines().count());
            for other in
                [html.as_bytes(), file.replacen("es", "qu", 1).as_bytes(), (file.clone() + "\n").as_bytes()]
            {
                assert!(Messages::open(other).is_none());
            }
        }
        assert!(Messages::open(&[b"es\n\xff".as_slice(), &[b'\n'; 200]].concat()).is_none());
    }

    #[test]
    fn texts_that_are_missing_are_empty() {
        let words = Messages::read(["Programa\nEl programa está por anunciarse.", "Todas"]);
        assert_eq!((words.programme, words.delegations, words.regions), ("Programa", "", "Todas"));
        let first = Messages::read([texts(&Messages::written(Language::Es)[0], 0), ""]);
        assert_eq!((first.city_names, first.problems), (Messages::of(Language::Es).city_names, ""));
    }
}
