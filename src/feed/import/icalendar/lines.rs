//! The lines of a calendar: mended before they are read, and found again when something of them is lost.

use std::fmt;

/// A calendar as RFC 5545 has it, where real systems differ: line ends of one kind (3.1 has CR LF), no space before a
/// value or behind the name of a component. Each line keeps its number.
pub fn tidied(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for line in text.replace("\r\n", "\n").replace('\r', "\n").split('\n') {
        match value_start(line).and_then(|start| line.split_at_checked(start)) {
            Some((name, value)) => {
                let value = value.trim_start();
                let ends_component =
                    matches!(name.to_ascii_uppercase().trim_start_matches('\u{feff}'), "BEGIN:" | "END:");
                tidied.push_str(name);
                tidied.push_str(if ends_component { value.trim_end() } else { value });
            }
            None => tidied.push_str(line),
        }
        tidied.push('\n');
    }
    tidied
}

/// Where the value begins on the first line of a property: behind the first colon outside of quotes (3.1).
fn value_start(line: &str) -> Option<usize> {
    if line.starts_with([' ', '\t']) {
        return None;
    }
    let mut quoted = false;
    let colon = line.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b':' && !quoted
    });
    colon.map(|colon| colon + 1)
}

/// The lines of a tidied calendar.
pub struct Lines<'t>(Vec<&'t str>);

impl<'t> Lines<'t> {
    /// The lines of a text.
    pub fn of(text: &'t str) -> Lines<'t> {
        Lines(text.lines().collect())
    }

    /// The numbers of the lines that are neither properties nor go on with one: exporters that do not fold write them.
    pub fn without_value(&self) -> impl Iterator<Item = usize> {
        let lines = self.0.iter().zip(1..);
        lines
            .filter(|(line, _)| {
                !line.trim().is_empty() && !line.starts_with([' ', '\t']) && !line.contains(':')
            })
            .map(|(_, number)| number)
    }

    /// The positions of the lines with which events begin.
    pub fn events(&self) -> Vec<usize> {
        let begins = |line: &str| line.eq_ignore_ascii_case("BEGIN:VEVENT");
        (0..).zip(&self.0).filter(|(_, line)| begins(line)).map(|(position, _)| position).collect()
    }
}

/// Where a property of an event is. It is looked for when it is written.
pub struct Place<'l> {
    /// The lines of the calendar.
    pub lines: &'l Lines<'l>,
    /// The position of the line with which the event begins.
    pub begin: Option<usize>,
    /// The name of the property; empty for the event itself.
    pub name: &'l str,
    /// How many of that name come before it.
    pub nth: usize,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(begin) = self.begin else { return formatter.write_str(self.name) };
        if self.name.is_empty() {
            return write!(formatter, "line {}", begin + 1);
        }
        let event = (begin + 1..).zip(self.lines.0.iter().skip(begin));
        let event = event.skip(1).take_while(|(_, line)| !line.eq_ignore_ascii_case("END:VEVENT"));
        let name = |line: &str| {
            line.split([':', ';']).next().is_some_and(|name| name.eq_ignore_ascii_case(self.name))
        };
        let number =
            event.filter(|(_, line)| name(line)).nth(self.nth).map_or(begin + 1, |(number, _)| number);
        write!(formatter, "line {number}: {}", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_5545_3_1_lines_as_real_systems_write_them() {
        for (text, expected) in [
            ("SUMMARY: Foro\r\nUID:a", "SUMMARY:Foro\nUID:a\n"),
            ("A;X=\"b: c\":  d", "A;X=\"b: c\":d\n"),
            ("DESCRIPTION:a\r\n : b\r\n\t: c", "DESCRIPTION:a\n : b\n\t: c\n"),
            ("begin: VEVENT  \rEND:VEVENT ", "begin:VEVENT\nEND:VEVENT\n"),
            ("A;X=\"b: c", "A;X=\"b: c\n"),
            ("SUMMARY:Foro ", "SUMMARY:Foro \n"),
            ("", "\n"),
        ] {
            assert_eq!(tidied(text), expected, "{text}");
        }
    }

    #[test]
    fn a_place_is_the_line_of_the_property() {
        let text = "BEGIN:VEVENT\nuid:a\nEND:VEVENT\nBEGIN:VEVENT\nATTENDEE:b\n c\nattendee;CN=d:e\nno value\nEND:VEVENT\nATTENDEE:f";
        let lines = Lines::of(text);
        assert_eq!(lines.events(), [0, 3]);
        assert_eq!(lines.without_value().collect::<Vec<_>>(), [8]);
        for (begin, name, nth, expected) in [
            (Some(3), "ATTENDEE", 0, "line 5: ATTENDEE"),
            (Some(3), "ATTENDEE", 1, "line 7: ATTENDEE"),
            (Some(3), "ATTENDEE", 2, "line 4: ATTENDEE"),
            (Some(0), "UID", 0, "line 2: UID"),
            (Some(0), "", 0, "line 1"),
            (None, "UID", 0, "UID"),
        ] {
            assert_eq!(Place { lines: &lines, begin, name, nth }.to_string(), expected);
        }
    }
}
