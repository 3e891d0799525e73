//! The zone table held to the IANA database, as `jiff` bundles it: nothing wrong, and enough compared.

use std::fmt::Debug;

use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};

use super::zone::Rules;
use super::zone_data::{NAMES, RULES};
use super::{Instant, ResolvedKind, Zone};

/// 2015-01-01T00:00:00Z and 2036-01-01T00:00:00Z.
const YEARS: std::ops::Range<i64> = 1_420_070_400..2_082_758_400;

/// The 33 states of Latin America and the Caribbean, and the Republic of Korea: how many zones IANA's zone.tab
/// gives each.
const STATES: &str = "\
    AG 1 AR 12 BB 1 BO 1 BR 16 BS 1 BZ 1 CL 4 CO 1 CR 1 CU 1 DM 1 DO 1 EC 2 GD 1 GT 1 GY 1 HN 1 HT 1 JM 1 KN 1 \
    LC 1 MX 12 NI 1 PA 1 PE 1 PY 1 SR 1 SV 1 TT 1 UY 1 VC 1 VE 1 KR 1";

/// Each name of the table, former ones too, with its offsets.
fn table() -> Vec<(&'static str, Rules)> {
    let lines = NAMES.lines().zip(&RULES);
    lines.flat_map(|(names, rules)| names.split([' ', '=']).map(move |name| (name, *rules))).collect()
}

#[track_caller]
fn named(name: &str) -> Zone {
    Zone::named(name).unwrap_or_else(|| panic!("no zone {name}"))
}

#[track_caller]
fn iana(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap()
}

/// When the offset changes within the years, and to what.
type Changes = Vec<(i64, i32)>;

fn changes_of_table(rules: Rules) -> Changes {
    let (mut second, mut offset) = (YEARS.start, rules.first_offset);
    let steps = rules.steps.iter().map(|(wait, change)| {
        second += i64::from(*wait) * 1800;
        offset += i32::from(*change) * 900;
        (second, offset)
    });
    // A step of nothing only bridges a long wait.
    without_repetitions(rules.first_offset, steps)
}

fn changes_of_iana(zone: &TimeZone) -> Changes {
    let start = Timestamp::from_second(YEARS.start).unwrap();
    let transitions = zone
        .following(start)
        .map(|transition| (transition.timestamp().as_second(), transition.offset().seconds()))
        .take_while(|(second, _)| YEARS.contains(second));
    // Some transitions change only the name of the time.
    without_repetitions(zone.to_offset(start).seconds(), transitions)
}

fn without_repetitions(first_offset: i32, changes: impl Iterator<Item = (i64, i32)>) -> Changes {
    let mut before = first_offset;
    changes.filter(|(_, offset)| std::mem::replace(&mut before, *offset) != *offset).collect()
}

/// How much was compared, and what was different.
#[derive(Default)]
struct Comparison {
    changes: usize,
    compared: usize,
    wrong: Vec<String>,
}

impl Comparison {
    fn same<T: PartialEq + Debug>(&mut self, ours: &T, iana: &T, place: impl FnOnce() -> String) {
        self.compared += 1;
        if ours != iana {
            self.wrong.push(format!("{}: {ours:?}, not {iana:?}", place()));
        }
    }

    /// The changes themselves: where they are the same, so are all the offsets between them. Then a minute and a
    /// second before, at, and a second and a minute after each of them, and at both ends of the years.
    fn zone(&mut self, name: &str, rules: Rules, iana: &TimeZone) {
        let (zone, changes) = (named(name), changes_of_iana(iana));
        self.changes += changes.len();
        self.same(&changes_of_table(rules), &changes, || name.to_owned());
        let ends = [YEARS.start + 60, YEARS.end - 61];
        for second in changes.into_iter().map(|(second, _)| second).chain(ends) {
            let [before, _, at, _, _] =
                [-60, -1, 0, 1, 60].map(|shift| self.offset(zone, iana, second + shift));
            for offset in [before, at] {
                self.clocks_around(zone, iana, second, offset);
            }
        }
    }

    fn offset(&mut self, zone: Zone, iana: &TimeZone, second: i64) -> i32 {
        let expected = iana.to_offset(Timestamp::from_second(second).unwrap()).seconds();
        let offset = zone.offset_at(Instant::from_unix_seconds(second));
        self.same(&offset, &expected, || format!("{} at {second}", zone.name()));
        expected
    }

    /// What clocks show around an instant with one offset: with those before and after it, this is all of a gap and
    /// of an overlap, and their edges to the second and to the minute.
    fn clocks_around(&mut self, zone: Zone, iana: &TimeZone, second: i64, offset: i32) {
        let quarters = (-12..=12).map(|quarter| quarter * 900);
        for shift in quarters.chain([-60, -1, 1, 60]) {
            let local = Instant::from_unix_seconds(second + shift).to_local(offset);
            let civil = Offset::from_seconds(offset)
                .unwrap()
                .to_datetime(Timestamp::from_second(second + shift).unwrap());
            let expected = iana.to_ambiguous_timestamp(civil);
            let kind = match expected.offset() {
                AmbiguousOffset::Unambiguous { .. } => ResolvedKind::Exact,
                AmbiguousOffset::Gap { .. } => ResolvedKind::Gap,
                AmbiguousOffset::Fold { .. } => ResolvedKind::Overlap,
            };
            let expected = (expected.compatible().unwrap().as_second(), kind);
            let resolved = zone.from_local(local);
            self.same(&(resolved.instant.unix_seconds(), resolved.kind), &expected, || {
                format!("{} at {}", zone.name(), local.to_iso())
            });
        }
    }
}

#[test]
fn every_name_is_ianas_at_every_transition() {
    let mut comparison = Comparison::default();
    for (name, rules) in table() {
        comparison.zone(name, rules, &iana(name));
    }
    let Comparison { changes, compared, wrong } = comparison;
    assert_eq!(wrong, [""; 0]);
    assert!(
        table().len() >= 119 && changes > 1_000 && compared > 70_000,
        "{changes} changes, {compared} compared"
    );
}

/// The control: the nearest other zone is wrong, whichever of the two changes more often.
#[test]
fn another_zone_is_found_out() {
    let pairs = [
        ("America/Punta_Arenas", "America/Santiago"),
        ("America/Asuncion", "America/Argentina/Buenos_Aires"),
        ("America/Caracas", "America/La_Paz"),
        ("America/Havana", "America/New_York"),
        ("America/New_York", "America/Port-au-Prince"),
        ("America/Mexico_City", "America/Chihuahua"),
        ("UTC", "Europe/London"),
    ];
    for (one, other) in pairs.into_iter().flat_map(|(one, other)| [(one, other), (other, one)]) {
        let (_, rules) = table().into_iter().find(|(name, _)| *name == one).unwrap();
        let mut comparison = Comparison::default();
        comparison.zone(one, rules, &iana(other));
        assert!(!comparison.wrong.is_empty(), "{one} is taken for {other}");
    }
}

#[test]
fn every_zone_of_the_33_states_of_korea_and_utc_is_there() {
    let database = TimeZoneDatabase::bundled();
    let states: Vec<&str> = STATES.split(' ').collect();
    let mut states: Vec<(&str, usize)> =
        states.chunks(2).map(|pair| (pair[0], pair[1].parse().unwrap())).collect();
    assert_eq!(states.len(), 33 + 1);
    for name in database.available() {
        let zone = iana(name.as_str());
        let country = zone.location().map(|place| place.country().to_owned());
        let state = states.iter_mut().find(|(code, _)| country.as_deref() == Some(code));
        let (Some((_, left)), true) = (state, zone.primary_iana_name() == Some(name.as_str())) else {
            continue;
        };
        assert_eq!(named(name.as_str()).name(), name.as_str());
        *left = left.checked_sub(1).unwrap_or_else(|| panic!("{name} is new"));
    }
    states.retain(|(_, left)| *left > 0);
    assert_eq!(states, [], "states with a zone less than before");
    assert_eq!(named("UTC"), Zone::UTC);
}

#[test]
fn outside_of_the_years_the_nearest_offset_is_kept() {
    for (name, _) in table() {
        let zone = named(name);
        let at = |second| zone.offset_at(Instant::from_unix_seconds(second));
        let [start, end] = [YEARS.start, YEARS.end - 1];
        assert_eq!([i64::MIN, 0, start - 15_000_000, start - 1].map(at), [at(start); 4], "{name}");
        assert_eq!([end + 1, end + 15_000_000, i64::MAX].map(at), [at(end); 3], "{name}");
    }
}
