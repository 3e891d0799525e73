use super::zone_data::{FIRST_YEAR, NAMES, RULES};
use super::{Date, Instant, LocalDateTime};

/// A time zone of the table: those of Latin America and the Caribbean, of Korea, and of the cities that most
/// visitors from elsewhere live by. Two are equal when they have the same name and the same offsets.
///
/// Offsets are exact from 2015 to 2035; before and after, the nearest is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    name: &'static str,
    rules: Rules,
}

/// A local time as an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The instant.
    pub instant: Instant,
    /// Whether the clock showed that time once, never or twice.
    pub kind: ResolvedKind,
}

/// How often a clock shows a local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResolvedKind {
    /// Once.
    Exact,
    /// Never: clocks went forward over it. The instant is as long after the change as the time is into the
    /// gap.
    Gap,
    /// Twice: clocks went back over it. The instant is the earlier one.
    Overlap,
}

/// The offsets of a zone over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rules {
    /// Seconds east of UTC at the start of [`FIRST_YEAR`], in UTC.
    pub(super) first_offset: i32,
    /// The changes after it, in order.
    pub(super) steps: &'static [Step],
}

/// Half hours after the step before (after the start of [`FIRST_YEAR`] for the first); and the change, in
/// quarter hours. A change of nothing stands where the wait until the next is too long for the type.
pub(super) type Step = (u16, i8);

const FIRST_SECOND: i64 = match Date::new(FIRST_YEAR, 1, 1) {
    Some(date) => date.days_since_epoch() as i64 * 86_400,
    None => 0,
};

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Zone = Zone { name: "UTC", rules: Rules { first_offset: 0, steps: &[] } };

    /// The zone of an IANA name, in any case; `None` when it is not in the table.
    ///
    /// A former spelling gives today's: `America/Buenos_Aires` is `America/Argentina/Buenos_Aires`.
    pub fn named(name: &str) -> Option<Zone> {
        // By hand, for `str::split` brings a kilobyte along. A word for each zone: its name before its former
        // names.
        let (mut line, mut word, mut word_name_end, mut start) = (0, 0, 0, 0);
        for (end, byte) in NAMES.bytes().enumerate() {
            if !matches!(byte, b'=' | b' ' | b'\n') {
                continue;
            }
            if start == word {
                word_name_end = end;
            }
            if NAMES.get(start..end)?.eq_ignore_ascii_case(name) {
                return Some(Zone { name: NAMES.get(word..word_name_end)?, rules: *RULES.get(line)? });
            }
            start = end + 1;
            if byte != b'=' {
                word = start;
            }
            if byte == b'\n' {
                line += 1;
            }
        }
        None
    }

    /// A zone without a name, always `seconds` east of UTC: for a visitor whose zone is not in the table,
    /// from the offset that the browser gives.
    pub const fn fixed(seconds: i32) -> Zone {
        Zone { name: "", rules: Rules { first_offset: seconds, steps: &[] } }
    }

    /// The IANA name as the database spells it today; empty for [`Zone::fixed`].
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The offset at an instant, in seconds east of UTC.
    pub fn offset_at(self, instant: Instant) -> i32 {
        let (mut second, mut offset) = (FIRST_SECOND, self.rules.first_offset);
        for &(wait, change) in self.rules.steps {
            second += i64::from(wait) * 1800;
            if second > instant.unix_seconds() {
                break;
            }
            offset += i32::from(change) * 900;
        }
        offset
    }

    /// What the clocks of the zone show at an instant.
    pub fn to_local(self, instant: Instant) -> LocalDateTime {
        instant.to_local(self.offset_at(instant))
    }

    /// The instant at which the clocks of the zone show a time. Where they show it never or twice, the offset
    /// before the change counts: the rule of RFC 5545 3.3.5 and of Temporal's "compatible".
    pub fn from_local(self, local: LocalDateTime) -> Resolved {
        let as_if_utc = Instant::from_unix_seconds(local.seconds_as_if_utc());
        // No offset is over a day, and no zone of the table changes twice in two days (the generator checks
        // it): the offset is one of these two.
        let before = self.offset_at(as_if_utc.plus_seconds(-86_400));
        let after = self.offset_at(as_if_utc.plus_seconds(86_400));
        let [early, late] = [before, after].map(|offset| as_if_utc.plus_seconds(-i64::from(offset)));
        match (self.offset_at(early) == before, self.offset_at(late) == after) {
            (true, true) if before != after => Resolved { instant: early, kind: ResolvedKind::Overlap },
            (true, _) => Resolved { instant: early, kind: ResolvedKind::Exact },
            (false, true) => Resolved { instant: late, kind: ResolvedKind::Exact },
            (false, false) => Resolved { instant: early, kind: ResolvedKind::Gap },
        }
    }

    /// An instant as RFC 3339 with the offset of the zone: `2021-03-17T09:00:00+09:00`.
    pub fn to_iso(self, instant: Instant) -> String {
        let offset = self.offset_at(instant);
        let mut text = instant.to_local(offset).to_iso();
        let minutes = offset.unsigned_abs() / 60;
        text.push(if offset < 0 { '-' } else { '+' });
        super::digits::push_two(&mut text, minutes / 60);
        text.push(':');
        super::digits::push_two(&mut text, minutes % 60);
        text
    }

    /// Whether clocks show the same in both zones from 2015 to 2035: then one of them is enough to show.
    pub fn same_offsets(self, other: Zone) -> bool {
        self.rules == other.rules
    }
}

// What the table must keep, checked when it is compiled: as many lines of names as of rules, and offsets of a
// clock.
const _: () = {
    let (names, mut lines, mut index) = (NAMES.as_bytes(), 0, 0);
    while index < names.len() {
        assert!(names[index].is_ascii_graphic() || names[index] == b' ' || names[index] == b'\n');
        lines += (names[index] == b'\n') as usize;
        index += 1;
    }
    assert!(lines == RULES.len());
    let mut line = 0;
    while line < RULES.len() {
        let (mut offset, mut step) = (RULES[line].first_offset, 0);
        while step < RULES[line].steps.len() {
            offset += RULES[line].steps[step].1 as i32 * 900;
            assert!(-12 * 3600 <= offset && offset <= 14 * 3600);
            step += 1;
        }
        line += 1;
    }
};
