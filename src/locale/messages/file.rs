//! The words of one language as a file: its tag, and then the texts in the order of their fields, each ended by a line end.

use super::{Language, Messages};

impl Messages {
    /// The file of a language.
    pub fn written(language: Language) -> String {
        let mut file = String::new();
        for text in [language.tag()].into_iter().chain(Messages::of(language).texts()) {
            file.push_str(text);
            file.push('\n');
        }
        file
    }

    /// The language of a file and its texts; `None` when it is no such file, or not a whole one.
    pub fn open(file: &[u8]) -> Option<(Language, &str)> {
        let (tag, texts) = str::from_utf8(file).ok()?.split_once('\n')?;
        let lines: usize = Messages::LINES.into_iter().sum();
        let whole = texts.bytes().filter(|byte| *byte == b'\n').count() == lines;
        Some((Language::of_tag(tag)?, whole.then_some(texts)?))
    }

    /// The words in the texts of a file; one that is missing is empty.
    pub fn read(texts: &'static str) -> Messages {
        let mut rest = texts;
        Messages::of_texts(Messages::LINES.map(|lines| {
            let end = rest.match_indices('\n').nth(lines - 1).map_or(rest.len(), |(end, _)| end);
            let (text, after) = rest.split_at_checked(end).unwrap_or_default();
            rest = after.get(1..).unwrap_or_default();
            text
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for language in Language::ALL {
            let file = Messages::written(language);
            let (read, texts) = Messages::open(file.as_bytes()).unwrap();
            assert_eq!(read, language);
            let words = Messages::read(String::from(texts).leak());
            assert_eq!(words.texts(), Messages::of(language).texts());
            assert_eq!(words.institutions, Messages::of(language).institutions);
        }
    }

    #[test]
    fn what_is_no_whole_file_of_words_is_not_opened() {
        let file = Messages::written(Language::Es);
        assert!(Messages::open(file.as_bytes()).is_some());
        for end in 0..file.len() {
            assert!(Messages::open(file.as_bytes().get(..end).unwrap()).is_none(), "cut off at {end}");
        }
        let html = "<!doctype html>\n".repeat(file.lines().count());
        for other in
            [html.as_bytes(), file.replacen("es", "qu", 1).as_bytes(), (file.clone() + "\n").as_bytes()]
        {
            assert!(Messages::open(other).is_none());
        }
        assert!(Messages::open(&[b"es\n\xff".as_slice(), &[b'\n'; 200]].concat()).is_none());
    }

    #[test]
    fn texts_that_are_missing_are_empty() {
        let words = Messages::read("Programa\nEl programa está por anunciarse.");
        assert_eq!((words.programme, words.delegations, words.problems), ("Programa", "", ""));
    }
}
