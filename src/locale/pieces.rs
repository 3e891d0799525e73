//! Texts that are lists, cut at a byte of ASCII. The library cuts at letters, with a searcher that is a kilobyte of a first visit and
//! takes several times as long for short texts, which is felt where it is done for every element and every text of a feed.

use std::iter;

/// What stands before and behind the first such byte.
#[inline(never)]
pub fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|other| other == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands before, between and behind all of them.
pub fn pieces(text: &str, byte: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    iter::from_fn(move || {
        let whole = rest?;
        let (piece, behind) =
            split_at_byte(whole, byte).map_or((whole, None), |(piece, behind)| (piece, Some(behind)));
        rest = behind;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_those_of_the_library() {
        for text in ["", ";", "a", "a;b", ";a;", "a;;b", "ñ;한;", "M1 2l3-4zM5 6"] {
            assert!(pieces(text, b';').eq(text.split(';')), "{text}");
            assert_eq!(split_at_byte(text, b';'), text.split_once(';'), "{text}");
        }
    }
}
