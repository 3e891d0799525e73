//! Seeds, and how they are edited: what is nearly good comes further than what is random.

use std::fs;
use std::path::Path;

use bolero::TypeGenerator;

/// Edits of one of the seeds, one after the other.
#[derive(Debug, TypeGenerator)]
pub struct Edits {
    seed: u8,
    edits: Vec<Edit>,
}

/// Some bytes at a place are taken out, and a piece is put there.
#[derive(Debug, TypeGenerator)]
struct Edit {
    place: u16,
    length: u8,
    piece: u8,
}

/// What makes a difference to a reader of JSON, iCalendar, CSV, dates or addresses.
const PIECES: [&[u8]; 48] = [
    b"",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\\u0000",
    b"\\ud83d",
    b"\\udc4d",
    b"null",
    b"true",
    b"-0.0",
    b"1e999999",
    b"99999999999999999999",
    b"{\"",
    b"\":{\"",
    b"[[[[",
    b"<",
    b"</script>",
    b"&#x3c;",
    b"&amp",
    b"\r\n",
    b"\r\n ",
    b"\nBEGIN:VEVENT\n",
    b"\nEND:VCALENDAR",
    b";TZID=",
    b";",
    b"\t",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"2021-02-29",
    b"9999-12-31T23:59:60-23:59",
    b"0001-01-01T00:00:00+23:59",
    b"T24:00",
    b"20210317T090000Z",
    b"PT1H",
    b"-P99999999999D",
    b"javascript:",
    b"https://",
    b"mailto:@",
    b"__proto__",
    "é😀".as_bytes(),
];

impl Edits {
    /// The edited seed.
    pub fn of(&self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = seeds[usize::from(self.seed) % seeds.len()].clone();
        for edit in self.edits.iter().take(12) {
            let start = usize::from(edit.place) % (bytes.len() + 1);
            let end = bytes.len().min(start + usize::from(edit.length % 24));
            let piece = PIECES[usize::from(edit.piece) % PIECES.len()];
            bytes.splice(start..end, piece.iter().copied());
        }
        bytes
    }
}

/// The seeds of a target.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/__fuzz__").join(target).join("corpus");
    let mut seeds: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.sort_unstable();
    assert!(!seeds.is_empty(), "no seeds in {}", folder.display());
    seeds.into_iter().map(|path| fs::read(path).unwrap()).collect()
}
