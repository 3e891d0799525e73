//! All that is measured of one programme, and how many numbers become one.

use super::measure::{self, Load, Memory, Typing};
use super::pages::{Pages, Side};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Result, ensure};

/// How often each page is loaded.
const LOADS: usize = 11;
/// On how many fresh pages of each side the texts are typed.
const TYPINGS: usize = 3;
/// What is typed letter by letter, and taken back letter by letter.
const WORDS: [&str; 3] = ["educacion", "ñandú", "sala 7"];

/// A number of the widget, and the same of the page in plain JavaScript.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// Of the widget.
    pub(crate) widget: f64,
    /// Of the page in plain JavaScript.
    pub(crate) vanilla: f64,
}

/// The steps to a painted agenda.
pub(crate) const STEPS: [&str; 5] =
    ["script here", "files here", "engine started", "read and drawn", "painted"];

/// What was measured of a programme. Times are in milliseconds, memory is in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    /// How many sessions it has.
    pub(crate) sessions: usize,
    /// Until the agenda is painted, from the beginning of the navigation: the median.
    pub(crate) painted: Pair,
    /// The same in steps, as [`STEPS`] names them: the median of each.
    pub(crate) steps: [Pair; 5],
    /// Until the first answer of the search: the median.
    pub(crate) first_answer: Pair,
    /// The work for a keystroke: the 95th percentile.
    pub(crate) keystroke: Pair,
    /// The work for a keystroke: the median.
    pub(crate) usual_keystroke: Pair,
    /// From a keystroke to the painted frame: the 95th percentile.
    pub(crate) keystroke_frame: Pair,
    /// Nodes in the shadow root.
    pub(crate) nodes: Pair,
    /// Memory of objects once it is drawn.
    pub(crate) objects: Pair,
    /// The same with the engine's.
    pub(crate) memory: Pair,
    /// The size of the feed, in bytes.
    pub(crate) feed_size: f64,
}

impl Figures {
    /// Measures a programme, the two sides in turn.
    ///
    /// # Errors
    /// When a page does not draw itself, or the two sides do not find the same.
    pub(crate) async fn of(browser: &Browser, site: &Site, pages: &Pages) -> Result<Figures> {
        let (mut loads, mut typings, texts) = (Sides::default(), Sides::default(), keystrokes());
        for _ in 0..LOADS {
            for side in [Side::Widget, Side::Vanilla] {
                loads.of(side).push(measure::open(browser, &pages.page(site, side)).await?);
            }
        }
        for _ in 0..TYPINGS {
            for side in [Side::Widget, Side::Vanilla] {
                measure::open(browser, &pages.page(site, side)).await?;
                typings.of(side).push(measure::typing(browser, &texts).await?);
            }
        }
        ensure_same_answers(&typings, &texts)?;
        let (mut memories, mut drawn) = (Sides::default(), Sides::default());
        for side in [Side::Widget, Side::Vanilla] {
            measure::open(browser, &pages.page(site, side)).await?;
            memories.of(side).push(measure::memory(browser).await?);
            drawn.of(side).push(measure::drawn(browser).await?.nodes);
        }
        let typed = |take: fn(&Typing) -> &[f64], part| {
            typings.map(|all| percentile(all.iter().flat_map(take).copied(), part))
        };
        Ok(Figures {
            sessions: pages.sessions,
            painted: loads.map(|all| median(all.iter().map(|load: &Load| load.painted))),
            steps: steps(&loads),
            first_answer: typings.map(|all| median(all.iter().map(|typing: &Typing| typing.first))),
            keystroke: typed(|typing| &typing.work, 0.95),
            usual_keystroke: typed(|typing| &typing.work, 0.5),
            keystroke_frame: typed(|typing| &typing.frame, 0.95),
            #[expect(clippy::cast_precision_loss, reason = "there are no 2^53 nodes")]
            nodes: drawn.map(|all| median(all.iter().map(|nodes| *nodes as f64))),
            objects: memories.map(|all| median(all.iter().map(|memory: &Memory| memory.objects))),
            memory: memories.map(|all| median(all.iter().map(|memory| memory.total()))),
            feed_size: pages.feed_size,
        })
    }
}

/// Everything that was measured of either side.
struct Sides<T> {
    widget: Vec<T>,
    vanilla: Vec<T>,
}

impl<T> Default for Sides<T> {
    fn default() -> Self {
        Sides { widget: Vec::new(), vanilla: Vec::new() }
    }
}

impl<T> Sides<T> {
    fn of(&mut self, side: Side) -> &mut Vec<T> {
        match side {
            Side::Widget => &mut self.widget,
            Side::Vanilla => &mut self.vanilla,
        }
    }

    fn map(&self, sum_up: impl Fn(&[T]) -> f64) -> Pair {
        Pair { widget: sum_up(&self.widget), vanilla: sum_up(&self.vanilla) }
    }
}

fn steps(loads: &Sides<Load>) -> [Pair; 5] {
    let steps: [fn(&Load) -> f64; 5] = [
        |load| load.script,
        |load| load.files - load.script,
        |load| load.engine - load.files,
        |load| load.ready - load.engine,
        |load| load.painted - load.ready,
    ];
    steps.map(|step| loads.map(|all| median(all.iter().map(step))))
}

/// Faster and wrong would not count.
fn ensure_same_answers(typings: &Sides<Typing>, texts: &[String]) -> Result<()> {
    for (widget, vanilla) in typings.widget.iter().zip(&typings.vanilla) {
        for (text, (widget, vanilla)) in texts.iter().zip(widget.answers.iter().zip(&vanilla.answers)) {
            ensure!(widget == vanilla, "{text:?} gives {widget}, and {vanilla} in vanilla.js");
        }
    }
    Ok(())
}

/// The values that the field has after each keystroke.
fn keystrokes() -> Vec<String> {
    let mut values = Vec::new();
    for word in WORDS {
        let letters: Vec<char> = word.chars().collect();
        let lengths = (1..=letters.len()).chain((0..letters.len()).rev());
        values.extend(lengths.map(|length| letters.iter().take(length).collect::<String>()));
    }
    values
}

fn median(numbers: impl IntoIterator<Item = f64>) -> f64 {
    percentile(numbers, 0.5)
}

/// The number that this part of the numbers does not exceed (the nearest rank); not a number where there are none.
fn percentile(numbers: impl IntoIterator<Item = f64>, part: f64) -> f64 {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rank = (numbers.len() as f64 * part).ceil().max(1.0) as usize;
    numbers.get(rank - 1).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::{keystrokes, median, percentile};

    #[test]
    fn ranks_are_the_nearest() {
        let hundred = || (1..=100).map(f64::from);
        for (part, expected) in [(0.0, 1.0), (0.5, 50.0), (0.95, 95.0), (1.0, 100.0)] {
            assert!((percentile(hundred(), part) - expected).abs() < f64::EPSILON, "{part}");
        }
        assert!((median([3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!(median([]).is_nan());
    }

    #[test]
    fn words_are_typed_and_taken_back() {
        let values = keystrokes();
        assert_eq!(values.len(), 40);
        assert_eq!(values.iter().filter(|value| value.is_empty()).count(), 3);
        assert_eq!(values.get(8).map(String::as_str), Some("educacion"));
    }
}
