/// A place in a text as editors show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line (a Unicode scalar value), from 1.
    pub column: usize,
}

/// Where the lines of a text begin.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of a text; CR LF ends one as LF does.
    pub fn of(text: &'a str) -> Lines<'a> {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines { text, starts: std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect() }
    }

    /// The place of a byte.
    pub fn location(&self, position: usize) -> Location {
        let line = self.starts.partition_point(|start| *start <= position).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..position.min(self.text.len())).unwrap_or_default();
        Location { line, column: before.chars().count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Location};

    #[test]
    fn lines_and_characters_are_counted_from_one() {
        let text = "{\r\n  \"é\": 1\n}";
        let lines = Lines::of(text);
        for (position, line, column) in
            [(0, 1, 1), (3, 2, 1), (5, 2, 3), (8, 2, 5), (text.len() - 1, 3, 1), (99, 3, 2)]
        {
            assert_eq!(lines.location(position), Location { line, column }, "{position}");
        }
    }
}
