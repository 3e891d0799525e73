//! The figures as tables in Markdown.

use super::figures::{Figures, Pair, STEPS};
use super::mounts::Held;

/// The programmes whose first paints the budget compares.
const GROWTH: [usize; 2] = [1_000, 10_000];

/// All of it, with the budgets beside it.
pub(crate) fn markdown(all: &[Figures], mounts: &[Held]) -> String {
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
    text += &steps(all);
    text += "\n";
    text + &held(mounts)
}

/// What a page without a widget holds after so many.
fn held(mounts: &[Held]) -> String {
    let mut text = heading(&["mounts and unmounts", "objects", "engine", "listeners", "nodes"], 0);
    for Held { mounts, memory, listeners, nodes } in mounts {
        let [objects, engine] = [memory.objects, memory.engine].map(|bytes| Unit::Megabytes.of(bytes));
        let [mounts, listeners, nodes] =
            [count(*mounts), *listeners, *nodes].map(|number| Unit::Count.of(number));
        text += &line(&[&mounts, &objects, &engine, &listeners, &nodes]);
    }
    text
}

struct Row {
    what: &'static str,
    pair: Pair,
    unit: Unit,
    budget: &'static str,
}

fn rows(figures: &Figures) -> [Row; 8] {
    let keystroke = match figures.sessions {
        1_000 => "16 ms",
        10_000 => "50 ms",
        _ => "",
    };
    let row = |what, pair, unit, budget| Row { what, pair, unit, budget };
    [
        row("agenda painted, median", figures.painted, Unit::Milliseconds, "1.2 ×"),
        row("work for a keystroke, p95", figures.keystroke, Unit::Milliseconds, keystroke),
        row("work for a keystroke, median", figures.usual_keystroke, Unit::Milliseconds, ""),
        row("keystroke to painted frame, p95", figures.keystroke_frame, Unit::Milliseconds, ""),
        row("first answer of the search, median", figures.first_answer, Unit::Milliseconds, ""),
        row("nodes", figures.nodes, Unit::Count, ""),
        row("objects in memory", figures.objects, Unit::Megabytes, ""),
        row("memory, with the engine's", figures.memory, Unit::Megabytes, ""),
    ]
}

/// Which step to a painted agenda takes how long.
fn steps(all: &[Figures]) -> String {
    let mut text = heading(&[&["sessions, feed", "side"], &STEPS[..]].concat(), 2);
    for figures in all {
        let programme = format!("{}, {:.2} MB", grouped(count(figures.sessions)), figures.feed_size / 1e6);
        let [widget, vanilla] =
            [figures.steps.map(|pair| pair.widget), figures.steps.map(|pair| pair.vanilla)];
        for (name, steps) in [("widget", widget), ("plain JavaScript", vanilla)] {
            let mut cells = vec![programme.clone(), name.to_owned()];
            cells.extend(steps.map(|milliseconds| Unit::Milliseconds.of(milliseconds)));
            text += &line(&cells.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
    text
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
            Unit::Megabytes => format!("{:.2} MB", number / 1e6),
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

/// The names of the columns; all but the one with words, counted from 1, are aligned to the right.
fn heading(names: &[&str], words: usize) -> String {
    let rule: Vec<&str> =
        (0..names.len()).map(|place| if place + 1 == words { "---" } else { "--:" }).collect();
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
            (Unit::Megabytes, 6_900_000.0, "6.90 MB"),
        ] {
            assert_eq!(unit.of(number), expected);
        }
    }

    #[test]
    fn words_are_to_the_left() {
        assert_eq!(heading(&["a", "b"], 2), "| a | b |\n|--:|---|\n");
    }
}
