//! The figures as tables in Markdown.

use super::figures::{Figures, Pair};
use super::mounts::{MOUNTS, Mounts};

/// The programmes whose first paints the budget compares.
const GROWTH: [usize; 2] = [1_000, 10_000];

/// All of it, with the budgets beside it.
pub(crate) fn markdown(all: &[Figures], mounts: &Mounts) -> String {
    let mut text = heading(&["sessions", "what", "widget", "plain JavaScript", "ratio", "budget"], 2);
    for figures in all {
        for Row { what, pair, unit, budget } in rows(figures) {
            let ratio = format!("{:.2} ×", pair.widget / pair.vanilla);
            let [widget, vanilla] = [pair.widget, pair.vanilla].map(|number| unit.of(number));
            text +=
                &line(&[&Unit::Count.of(count(figures.sessions)), what, &widget, &vanilla, &ratio, budget]);
        }
    }
    text += &growth(all).unwrap_or_default();
    text += "\n";
    text += &heading(&["after mounts and unmounts", "memory", "engine", "listeners", "nodes"], 1);
    for (mounted, held) in [(0, mounts.before), (MOUNTS, mounts.after)] {
        let memory = [held.memory.objects, held.memory.engine].map(|bytes| Unit::Megabytes.of(bytes));
        let [listeners, nodes] = [held.listeners, held.nodes].map(|number| Unit::Count.of(number));
        text += &line(&[&Unit::Count.of(count(mounted)), &memory[0], &memory[1], &listeners, &nodes]);
    }
    text
}

struct Row {
    what: &'static str,
    pair: Pair,
    unit: Unit,
    budget: &'static str,
}

fn rows(figures: &Figures) -> [Row; 11] {
    let keystroke = match figures.sessions {
        1_000 => "16 ms",
        10_000 => "50 ms",
        _ => "",
    };
    let row = |what, pair, unit, budget| Row { what, pair, unit, budget };
    [
        row("agenda painted, median", figures.painted, Unit::Milliseconds, "1.2 ×"),
        row("agenda in the document, median", figures.ready, Unit::Milliseconds, ""),
        row("the same from the script's arrival, median", figures.script, Unit::Milliseconds, ""),
        row("work for a keystroke, p95", figures.keystroke, Unit::Milliseconds, keystroke),
        row("work for a keystroke, median", figures.usual_keystroke, Unit::Milliseconds, ""),
        row("keystroke to painted frame, p95", figures.keystroke_frame, Unit::Milliseconds, ""),
        row("first answer of the search, median", figures.first_answer, Unit::Milliseconds, ""),
        row("nodes", figures.nodes, Unit::Count, ""),
        row("objects in memory", figures.objects, Unit::Megabytes, ""),
        row("memory, with the engine's", figures.memory, Unit::Megabytes, ""),
        row("feed", figures.feed, Unit::Megabytes, ""),
    ]
}

/// How the first paint grows from one programme to a larger one.
fn growth(all: &[Figures]) -> Option<String> {
    let [small, large] = GROWTH.map(|sessions| all.iter().find(|figures| figures.sessions == sessions));
    let (small, large) = (small?.painted, large?.painted);
    let [widget, vanilla] = [(small.widget, large.widget), (small.vanilla, large.vanilla)]
        .map(|(small, large)| format!("{:.2} ×", large / small));
    let what = "agenda painted, 10,000 against 1,000";
    Some(line(&["", what, &widget, &vanilla, "", "3 ×"]))
}

#[derive(Clone, Copy)]
enum Unit {
    Milliseconds,
    Megabytes,
    Count,
}

impl Unit {
    fn of(self, number: f64) -> String {
        match self {
            Unit::Milliseconds if number < 100.0 => format!("{number:.1} ms"),
            Unit::Milliseconds => format!("{} ms", grouped(number)),
            Unit::Megabytes => format!("{:.1} MB", number / 1e6),
            Unit::Count => grouped(number),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "nothing here has 2^53 of anything")]
fn count(number: usize) -> f64 {
    number as f64
}

/// `16,065`.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn line(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// The names of the columns; all but those with words are aligned to the right.
fn heading(names: &[&str], first_right: usize) -> String {
    let rule: Vec<&str> =
        (0..names.len()).map(|place| if place + 1 == first_right { "---" } else { "--:" }).collect();
    line(names) + &format!("|{}|\n", rule.join("|"))
}

#[cfg(test)]
mod tests {
    use super::{Unit, heading};

    #[test]
    fn numbers_are_easy_to_read() {
        for (unit, number, expected) in [
            (Unit::Milliseconds, 1.25, "1.2 ms"),
            (Unit::Milliseconds, 1_234.5, "1,234 ms"),
            (Unit::Count, 0.0, "0"),
            (Unit::Count, 999.0, "999"),
            (Unit::Count, 16_065.0, "16,065"),
            (Unit::Megabytes, 6_900_000.0, "6.9 MB"),
        ] {
            assert_eq!(unit.of(number), expected);
        }
    }

    #[test]
    fn words_are_to_the_left() {
        assert_eq!(heading(&["a", "b"], 2), "| a | b |\n|--:|---|\n");
    }
}
