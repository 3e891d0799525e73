//! Every default pair of colours is readable: 4.5:1 for text, 3:1 for large shapes (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

const STYLE: &str = concat!(include_str!("../src/view/style.css"), include_str!("../src/view/later.css"));

/// The colours that a block of the stylesheet sets, by name.
fn colours(selector: &str) -> BTreeMap<&'static str, [u8; 3]> {
    let start = STYLE.find(selector).unwrap() + selector.len();
    let block = &STYLE[start..];
    let block = &block[..block.find('}').unwrap()];
    let mut colours = BTreeMap::new();
    for line in block.lines() {
        let Some((name, value)) = line.trim().split_once(": ") else { continue };
        let (true, Some(at)) = (name.starts_with("--"), value.find('#')) else { continue };
        let digits: String = value[at + 1..].chars().take_while(char::is_ascii_hexdigit).collect();
        let channel = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).unwrap();
        colours.insert(name, [channel(0), channel(2), channel(4)]);
    }
    assert!(colours.len() > 20, "{selector}");
    colours
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[track_caller]
fn check(colours: &BTreeMap<&str, [u8; 3]>, pairs: &[(&str, &str)], least: f64) {
    for (a, b) in pairs {
        let found = contrast(colours[a], colours[b]);
        assert!(found >= least, "{a} on {b}: {found:.2}");
    }
}

const TEXT: [(&str, &str); 19] = [
    ("--ink", "--ground"),
    ("--ink", "--ground-2"),
    ("--ink", "--ground-3"),
    ("--ink", "--accent-ground"),
    ("--ink-2", "--ground"),
    ("--ink-2", "--ground-2"),
    ("--ink-2", "--ground-3"),
    ("--ink-2", "--accent-ground"),
    ("--accent", "--ground"),
    ("--accent", "--ground-2"),
    ("--accent", "--accent-ground"),
    ("--accent-ink", "--accent"),
    ("--recorded-ink", "--recorded"),
    ("--online-ink", "--online"),
    ("--host-ink", "--host"),
    ("--unknown-ink", "--unknown"),
    ("--accent-ink", "--recorded"),
    ("--host", "--ground"),
    ("--host", "--ground-2"),
];

const SHAPES: [(&str, &str); 9] = [
    ("--line-2", "--ground"),
    ("--focus", "--ground"),
    ("--focus", "--accent-ground"),
    ("--member", "--land"),
    ("--member", "--ground"),
    ("--recorded", "--recorded-ground"),
    ("--host", "--ground-2"),
    ("--selected", "--ground"),
    ("--online", "--land-2"),
];

#[test]
fn light() {
    let colours = colours(".root {");
    check(&colours, &TEXT, 4.5);
    check(&colours, &SHAPES, 3.0);
}

#[test]
fn dark() {
    let colours = colours(".root[data-theme=\"dark\"] {");
    check(&colours, &TEXT, 4.5);
    check(&colours, &SHAPES, 3.0);
}

#[test]
fn land_that_takes_no_part_has_a_coast() {
    assert!(STYLE.contains(".state {\n  stroke: var(--line-2);"));
}

#[test]
fn the_visitors_dark_theme_is_the_same_as_the_pages() {
    assert_eq!(colours(".root[data-theme=\"dark\"] {"), colours("  .root[data-theme=\"auto\"] {"));
}

#[test]
fn the_formula_is_wcags() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 0.01);
    assert!((contrast([118, 118, 118], [255, 255, 255]) - 4.54).abs() < 0.01);
}

/// How colours look to those who see two of three kinds (protanopia, deuteranopia, tritanopia), of linear light: Machado,
/// Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1.0.
/// The last is achromatopsia: luminance alone.
const SIGHTS: [[[f64; 3]; 3]; 4] = [
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
    [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
];

fn seen(colour: [u8; 3], sight: &[[f64; 3]; 3]) -> f64 {
    let light = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    let [red, green, blue] =
        sight.map(|row| row.iter().zip(light).map(|(part, light)| part * light).sum::<f64>().clamp(0.0, 1.0));
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Every way of taking part stands out from its surroundings for everybody, and every pattern from its own ground. Ways that are
/// equally dark differ by their shape (`src/view/map/mark.rs`) and pattern.
#[test]
fn ways_of_taking_part_are_told_apart_by_everybody() {
    for selector in [".root {", ".root[data-theme=\"dark\"] {"] {
        let colours = colours(selector);
        let pairs = [
            ("--member", "--ground"),
            ("--member", "--land"),
            ("--host", "--ground-2"),
            ("--recorded", "--ground"),
            ("--recorded", "--recorded-ground"),
            ("--member", "--recorded-ground"),
            ("--online", "--land-2"),
            ("--unknown", "--ground"),
        ];
        for (sight, (a, b)) in SIGHTS.iter().flat_map(|sight| pairs.map(|pair| (sight, pair))) {
            let (one, other) = (seen(colours[a], sight), seen(colours[b], sight));
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(contrast >= 3.0, "{selector} {a} on {b}: {contrast:.2}");
        }
    }
}
