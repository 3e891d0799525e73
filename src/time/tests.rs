//! What the module promises; `jiff` is the oracle of the calendar, and in `zone_oracle.rs` of the zones.

use super::{Date, Instant, LocalDateTime, Moment, ResolvedKind, TimeOfDay, Weekday, Zone};

#[track_caller]
fn local(text: &str) -> LocalDateTime {
    match Moment::parse(text) {
        Some(Moment::Local(local)) => local,
        other => panic!("{text}: {other:?}"),
    }
}

#[track_caller]
fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap_or_else(|| panic!("no zone {name}"))
}

#[track_caller]
fn moment(text: &str, expected: &str) {
    assert_eq!(Moment::parse(text).map(Moment::to_iso).as_deref(), Some(expected), "{text}");
}

#[track_caller]
fn resolved(name: &str, text: &str, kind: ResolvedKind, expected: &str) {
    let resolved = zone(name).from_local(local(text));
    assert_eq!((resolved.kind, resolved.instant.to_iso().as_str()), (kind, expected), "{name} {text}");
}

#[test]
fn rfc_3339_5_6_full_date() {
    for ok in ["0001-01-01", "2000-02-29", "2021-03-17", "2024-02-29", "9999-12-31"] {
        assert_eq!(Date::parse(ok).map(Date::to_iso).as_deref(), Some(ok));
    }
    let bad = "0000-01-01 2021-02-29 1900-02-29 2021-00-10 2021-13-10 2021-01-00 2021-04-31 2021-3-17 21-03-17 20210317 \
               +021-03-17 2021/03/17 2021-03-17T 2021-03-1७ 10000-01-01 -";
    for bad in bad.split(' ').chain(["", " 2021-03-17", "2021-03-17 "]) {
        assert_eq!(Date::parse(bad), None, "{bad}");
    }
}

#[test]
fn rfc_3339_5_6_date_time() {
    moment("2021-03-17T09:00:00+09:00", "2021-03-17T09:00:00+09:00");
    moment("2021-03-17T00:00:00Z", "2021-03-17T00:00:00Z");
    moment("2021-03-17t00:00:00z", "2021-03-17T00:00:00Z");
    moment("2021-03-17 18:00:00-06:00", "2021-03-17T18:00:00-06:00");
    moment("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50Z");
    moment("1996-12-19T16:39:57-08:00", "1996-12-19T16:39:57-08:00");
    moment("1937-01-01T12:00:27.87+00:20", "1937-01-01T12:00:27+00:20");
    moment("2021-03-17T00:00:00-00:00", "2021-03-17T00:00:00Z");
    moment("2021-03-17T09:00:00", "2021-03-17T09:00:00");
    moment("2021-03-17T09:00:00.123456789012", "2021-03-17T09:00:00");
    // Beyond the RFC, on purpose.
    moment("2021-03-17T09:00", "2021-03-17T09:00:00");
    moment("2021-03-17 09:00", "2021-03-17T09:00:00");
    moment("2021-03-17T09:00+09:00", "2021-03-17T09:00:00+09:00");
    moment("2021-03-17T09:00:00+0900", "2021-03-17T09:00:00+09:00");
    let bad = "2021-03-17 2021-03-17T 2021-03-17T09 2021-03-17T24:00:00Z 2021-03-17T09:60:00Z 2021-03-17T09:00:61Z \
               2021-03-17T9:00:00Z 2021-03-17T09:00:00. 2021-03-17T09:00:00.Z 2021-03-17T09:00:00+9:00 \
               2021-03-17T09:00:00+24:00 2021-03-17T09:00:00+09:60 2021-03-17T09:00:00+09 2021-03-17T09:00:00Zx \
               2021-03-17T09:00.5Z 2021-03-17_09:00 2021-03-1７T09:00 2021-02-30T09:00:00Z 09:00";
    for bad in bad.split(' ').chain(["", "2021-03-17  09:00", "2021-03-17T09:00:00 +09:00"]) {
        assert_eq!(Moment::parse(bad), None, "{bad}");
    }
}

#[test]
fn rfc_3339_5_7_second_60_is_read_as_59() {
    moment("1990-12-31T23:59:60Z", "1990-12-31T23:59:59Z");
    moment("1990-12-31T15:59:60-08:00", "1990-12-31T15:59:59-08:00");
}

#[test]
fn iso_8601_weeks_begin_on_monday() {
    let weekday = |text| Date::parse(text).map(Date::weekday);
    assert_eq!(weekday("1970-01-01"), Some(Weekday::Thursday));
    assert_eq!(weekday("2021-03-17"), Some(Weekday::Wednesday));
    assert_eq!(weekday("0001-01-01"), Some(Weekday::Monday));
    assert_eq!(Weekday::ALL.map(Weekday::index), [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn every_day_of_the_calendar_is_jiffs() {
    let mut days = Date::MIN.days_since_epoch();
    let mut oracle = jiff::civil::date(1, 1, 1);
    loop {
        let date = Date::from_days(days).unwrap();
        assert_eq!((i64::from(date.year()), date.month(), date.day()), triple(oracle));
        assert_eq!(date.days_since_epoch(), days);
        assert_eq!(
            date.weekday().index(),
            usize::try_from(oracle.weekday().to_monday_zero_offset()).unwrap()
        );
        if date == Date::MAX {
            break;
        }
        days += 1;
        oracle = oracle.tomorrow().unwrap();
    }
    assert_eq!((Date::from_days(days + 1), Date::MAX.checked_add_days(1)), (None, None));
    assert_eq!((Date::MIN.checked_add_days(-1), Date::MIN.checked_add_days(i32::MIN)), (None, None));
    assert_eq!(Date::MAX.checked_add_days(i32::MAX), None);
}

fn triple(date: jiff::civil::Date) -> (i64, u8, u8) {
    (i64::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
}

#[test]
fn zones_are_found_by_any_of_their_names_in_any_case() {
    for (given, name) in [
        ("Asia/Seoul", "Asia/Seoul"),
        ("asia/seoul", "Asia/Seoul"),
        ("AMERICA/SAO_PAULO", "America/Sao_Paulo"),
        ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("America/Cordoba", "America/Argentina/Cordoba"),
        ("America/Porto_Acre", "America/Rio_Branco"),
        ("America/Port-au-Prince", "America/Port-au-Prince"),
        ("UTC", "UTC"),
        ("Etc/UTC", "UTC"),
    ] {
        assert_eq!(Zone::named(given).map(Zone::name), Some(name), "{given}");
    }
    for unknown in
        ["", " ", "=", "\n", "America", "America/", "Asia/Kathmandu", "EST", "America/Lima ", "UTC=GMT"]
    {
        assert_eq!(Zone::named(unknown), None, "{unknown:?}");
    }
    assert_eq!(Zone::named("utc"), Some(Zone::UTC));
    assert!(zone("America/Lima").same_offsets(zone("America/Bogota")));
    assert!(!zone("America/Lima").same_offsets(zone("America/Havana")));
}

#[test]
fn rfc_5545_3_3_5_gaps_and_overlaps() {
    use ResolvedKind::{Exact, Gap, Overlap};
    resolved("Asia/Seoul", "2021-03-17T09:00:00", Exact, "2021-03-17T00:00:00Z");
    resolved("America/Costa_Rica", "2021-03-16T18:00:00", Exact, "2021-03-17T00:00:00Z");
    resolved("America/New_York", "2021-03-14T01:59:59", Exact, "2021-03-14T06:59:59Z");
    resolved("America/New_York", "2021-03-14T02:30:00", Gap, "2021-03-14T07:30:00Z");
    resolved("America/New_York", "2021-03-14T03:00:00", Exact, "2021-03-14T07:00:00Z");
    resolved("America/New_York", "2021-11-07T00:59:59", Exact, "2021-11-07T04:59:59Z");
    resolved("America/New_York", "2021-11-07T01:30:00", Overlap, "2021-11-07T05:30:00Z");
    resolved("America/New_York", "2021-11-07T02:00:00", Exact, "2021-11-07T07:00:00Z");
    resolved("America/Santiago", "2021-09-05T00:30:00", Gap, "2021-09-05T04:30:00Z");
    resolved("America/Caracas", "2016-05-01T02:45:00", Gap, "2016-05-01T07:15:00Z");
    resolved("UTC", "9999-12-31T23:59:59", Exact, "9999-12-31T23:59:59Z");
}

#[test]
fn an_instant_is_written_with_the_offset_of_a_zone() {
    let instant = Instant::from_unix_seconds(1_615_939_200);
    assert_eq!(zone("Asia/Seoul").to_iso(instant), "2021-03-17T09:00:00+09:00");
    assert_eq!(zone("America/Costa_Rica").to_iso(instant), "2021-03-16T18:00:00-06:00");
    assert_eq!(Zone::fixed(-12_600).to_iso(instant), "2021-03-16T20:30:00-03:30");
    assert_eq!(Zone::UTC.to_iso(instant), "2021-03-17T00:00:00+00:00");
}

#[test]
fn arithmetic_saturates_and_dates_stay_in_the_calendar() {
    for seconds in [i64::MIN, i64::MIN + 1, -62_135_596_801, 253_402_300_800, i64::MAX - 1, i64::MAX] {
        let instant = Instant::from_unix_seconds(seconds).plus_seconds(seconds);
        for zone in [Zone::UTC, zone("America/Havana"), Zone::fixed(i32::MAX), Zone::fixed(i32::MIN)] {
            let shown = zone.to_local(instant);
            assert!(shown.date == Date::MIN || shown.date == Date::MAX, "{seconds}");
            zone.from_local(shown);
            zone.to_iso(instant);
        }
        instant.seconds_since(Instant::from_unix_seconds(-1));
    }
    for seconds in [0, 86_399, 86_400, u32::MAX] {
        assert_eq!(TimeOfDay::from_seconds_of_day(seconds).seconds_of_day(), seconds % 86_400);
    }
}

/// Strings near a date and time, from a generator with a fixed seed: nothing panics, and what is read is
/// written and read again as the same.
#[test]
fn no_string_panics() {
    const PIECES: [&str; 16] = [
        "2021",
        "-",
        "03",
        "17",
        "T",
        ":",
        "09",
        "00",
        "Z",
        "+",
        "é",
        "60",
        ".",
        "\u{1f600}",
        " ",
        "9999-12-31T23:59",
    ];
    let mut seed = 1_u64;
    for _ in 0..50_000 {
        let mut text = String::new();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut left = seed >> 20;
        while left > 0 {
            text.push_str(PIECES[usize::try_from(left % 16).unwrap()]);
            left = if left.is_multiple_of(7) { 0 } else { left / 16 };
        }
        for text in [text.as_str(), &["2021-03-17", &text].concat(), &["2021-03-17T09:00", &text].concat()] {
            Zone::named(text);
            if let Some(date) = Date::parse(text) {
                assert_eq!(date.to_iso(), text);
            }
            if let Some(read) = Moment::parse(text) {
                let written = read.to_iso();
                assert_eq!(Moment::parse(&written).map(Moment::to_iso), Some(written), "{text}");
                read.resolve(Zone::named("America/Havana").unwrap());
            }
        }
    }
}
