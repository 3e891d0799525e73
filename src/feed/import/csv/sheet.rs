//! A CSV file (RFC 4180) as blocks of rows: its characters, its delimiter, and what each cell is.

use std::borrow::Cow;
use std::fmt;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, WINDOWS_1252};

use super::headings::{Block, Heading, block};
use crate::feed::import::ImportError;
use crate::feed::repaired;

/// The text of the bytes: UTF-8, UTF-16 with a byte-order mark (Excel's "Unicode text"), or Windows-1252, in which
/// Excel writes CSV in Latin America. UTF-8 with more good letters than bad ones is repaired.
pub fn decoded(input: &[u8]) -> String {
    // The `csv` crate counts a line too few behind CR LF.
    unicode(input).replace("\r\n", "\n")
}

fn unicode(input: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(input) {
        return encoding.decode(input).0;
    }
    let text = repaired(input);
    let bad = text.matches(char::REPLACEMENT_CHARACTER).count();
    let good = text.chars().filter(|letter| !letter.is_ascii()).count() - bad;
    if bad > good { WINDOWS_1252.decode_without_bom_handling(input).0 } else { text }
}

/// A cell with something in it. Written, it is its place: `line 12: Título`.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'r> {
    /// What is in it, without white space around it.
    pub text: &'r str,
    /// What heads its column.
    pub heading: &'r Heading,
    /// The line on which its row begins.
    pub line: u64,
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.heading.written)
    }
}

/// What a row is, on which line it begins.
pub enum Row<'r> {
    /// A name and a value of the forum; the name may be unknown.
    Setting(&'r str, Option<Heading>, &'r str),
    /// The headings of a block: each cell with what it is, if that is known.
    Headings(&'r [(String, Option<Heading>)]),
    /// A record of a block, without its empty cells; and the number of a column that has no heading, but something
    /// in it.
    Record(Block, Vec<Cell<'r>>, Option<usize>),
    /// Neither, since no headings came before it.
    Unknown,
}

/// The delimiters that spreadsheets write; Excel takes `;` where the decimal sign is a comma.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// How many columns a table may have.
const MOST_COLUMNS: usize = 500;

/// How many rows are looked at to find the delimiter.
const ROWS_TO_LOOK_AT: usize = 200;

/// How many rows that are not empty a sheet may have: more than any programme has, and a bound as well.
const MOST_ROWS: usize = 200_000;

/// Calls a function for each row that is not empty, with its line.
///
/// # Errors
/// [`ImportError::TooLarge`] with too many rows.
pub fn each_row(text: &str, mut act: impl FnMut(u64, Row<'_>)) -> Result<(), ImportError> {
    let mut tables = Tables::default();
    let count = each_record(text, delimiter(text), MOST_ROWS, |line, record| {
        tables.row(line, record).map(|row| act(line, row)).is_some()
    });
    if count < MOST_ROWS { Ok(()) } else { Err(ImportError::TooLarge) }
}

/// The table that a row belongs to.
#[derive(Default)]
struct Tables {
    /// What it is of; nothing before the first word that says it.
    open: Option<Block>,
    /// Its headings; none before they came.
    headings: Vec<(String, Option<Heading>)>,
}

impl Tables {
    /// What a record is; nothing for an empty one, and for one that begins a table.
    fn row<'r>(&'r mut self, line: u64, record: &'r StringRecord) -> Option<Row<'r>> {
        let mut filled = record.iter().map(str::trim).filter(|cell| !cell.is_empty());
        let first = filled.next()?;
        let second = filled.next();
        // Excel's own line for the delimiter.
        if second.is_none() && first.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep=")) {
            return None;
        }
        if let Some(block) = block(first).filter(|_| second.is_none()) {
            *self = Tables { open: Some(block), headings: Vec::new() };
            return None;
        }
        if self.open == Some(Block::Forum) {
            let heading = Heading::read(Block::Forum, first);
            return Some(Row::Setting(first, heading, second.unwrap_or_default()));
        }
        // A plain table has no word before its headings: its rows are sessions.
        let block = self.open.unwrap_or(Block::Sessions);
        if !self.headings.is_empty() {
            let (cells, unheaded) = cells(line, record, &self.headings);
            return Some(Row::Record(block, cells, unheaded));
        }
        let read = |cell: &str| (cell.trim().to_owned(), Heading::read(block, cell));
        let headings: Vec<_> = record.iter().take(MOST_COLUMNS).map(read).collect();
        if !headings
            .iter()
            .any(|(_, heading)| heading.as_ref().is_some_and(|found| found.column.is_needed(block)))
        {
            return Some(Row::Unknown);
        }
        self.headings = headings;
        Some(Row::Headings(&self.headings))
    }
}

/// The cells of a record that are not empty and have a known heading; and the number of the first without any heading.
fn cells<'r>(
    line: u64,
    record: &'r StringRecord,
    headings: &'r [(String, Option<Heading>)],
) -> (Vec<Cell<'r>>, Option<usize>) {
    let mut cells = Vec::new();
    let mut unheaded = None;
    for (position, text) in record.iter().enumerate() {
        let text = text.trim();
        match headings.get(position) {
            _ if text.is_empty() => {}
            Some((_, Some(heading))) => cells.push(Cell { text, heading, line }),
            // An unknown heading is reported once, where it stands.
            Some((written, None)) if !written.is_empty() => {}
            _ => unheaded = unheaded.or(Some(position + 1)),
        }
    }
    (cells, unheaded)
}

/// The delimiter with which the most cells are a known heading, since texts have more commas in them than a table has
/// columns.
fn delimiter(text: &str) -> u8 {
    let known = |delimiter: &u8| {
        let mut known = 0_usize;
        each_record(text, *delimiter, ROWS_TO_LOOK_AT, |_, record| {
            let blocks = [Block::Forum, Block::Sessions, Block::People, Block::Countries];
            let is_known = |cell: &str| blocks.into_iter().any(|block| Heading::read(block, cell).is_some());
            known += record.iter().take(MOST_COLUMNS).filter(|cell| is_known(cell)).count();
            true
        });
        // Of equal ones the first.
        (known, std::cmp::Reverse(DELIMITERS.iter().position(|other| other == delimiter)))
    };
    DELIMITERS.into_iter().max_by_key(known).unwrap_or(b',')
}

/// Calls a function for each record, until it has said of so many that they count. How many these were.
fn each_record(
    text: &str,
    delimiter: u8,
    limit: usize,
    mut act: impl FnMut(u64, &StringRecord) -> bool,
) -> usize {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut count = 0;
    // Text in memory, of records of any length, has nothing in it that this reader refuses.
    while count < limit && reader.read_record(&mut record).is_ok_and(|more| more) {
        let line = record.position().map_or(1, csv::Position::line);
        count += usize::from(act(line, &record));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_as_spreadsheets_write_them() {
        for (input, expected) in [
            (&b"T\xedtulo;Se\xf1or \x93A\x94"[..], "Título;Señor “A”"),
            ("\u{feff}Título".as_bytes(), "Título"),
            (b"\xff\xfeT\x00\xed\x00", "Tí"),
            (b"\xfe\xff\x00T\x00\xed", "Tí"),
            ("áéíó\u{fffd}".as_bytes(), "áéíó\u{fffd}"),
            (b"\xc3\xa1\xc3\xa9\xff", "áé\u{fffd}"),
            (b"", ""),
        ] {
            assert_eq!(decoded(input), expected);
        }
    }

    #[test]
    fn the_delimiter_is_found_by_the_headings() {
        for (text, expected) in [
            ("fecha,título\n2021-03-17,\"a; b; c; d\"", b','),
            ("fecha;título\n2021-03-17;a, b, c, d, e", b';'),
            ("fecha\ttítulo\n2021-03-17\ta, b; c", b'\t'),
            ("Foro, con, muchas, comas\n\nforo;;\nnombre;Foro;\n", b';'),
            ("", b','),
        ] {
            assert_eq!(delimiter(text), expected, "{text}");
        }
    }
}
