//! Folding held to the crate `unicode-normalization`.

use unicode_normalization::UnicodeNormalization;

use super::fold;

#[test]
fn unicode_3_12_every_syllable_decomposed() {
    for syllable in '\u{ac00}'..='\u{d7a3}' {
        let decomposed: String = [syllable].into_iter().nfd().collect();
        assert_eq!(fold(&decomposed), syllable.to_string());
    }
}

/// Every letter of Latin-1 and Latin Extended-A: its decomposition without marks, in lower case; and the
/// same when it comes decomposed.
#[test]
fn every_latin_letter_is_what_unicode_decomposes_it_to() {
    let ligatures = "ÆæŒœßÞþ";
    let strokes = "ÐðĐđØøĦħıĸŁłŊŋŦŧ";
    for letter in '\u{c0}'..='\u{17f}' {
        let composed = fold(&letter.to_string());
        let decomposed: String = [letter].into_iter().nfd().collect();
        assert_eq!(fold(&decomposed), composed, "{letter}");
        if ligatures.contains(letter) || strokes.contains(letter) {
            assert!(composed.is_ascii(), "{letter} has no decomposition, and a base of our own");
            continue;
        }
        let base: String =
            [letter].into_iter().nfkd().filter(|part| !('\u{300}'..='\u{36f}').contains(part)).collect();
        // Unicode takes the apostrophe of ŉ and the dot of ŀ for letters.
        let base: String = base.to_lowercase().chars().filter(|part| !"ʼ·".contains(*part)).collect();
        assert_eq!(composed, base, "{letter}");
    }
}
