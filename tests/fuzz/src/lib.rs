//! Fuzz targets: each takes any bytes, and says what must hold whatever they are.
//!
//! Each is two tests, a third of a second long in `cargo test`. One feeds it its seeds, what crashed it before, and random
//! bytes; the other edits its seeds, which comes further. `cargo xtask fuzz` runs the first kind as long as one likes, led
//! by coverage. Seeds lie in `__fuzz__/<target>/corpus`; a crash is left in `__fuzz__/<target>/crashes`, to be kept there.
#![cfg(test)]

mod checking;
mod edits;
mod importing;
mod links;
mod memory;
mod outputs;
mod reading;

use std::time::Duration;

/// How long each test tries what is random; `BOLERO_RANDOM_TEST_TIME_MS` sets another time.
const TIME: Duration = Duration::from_millis(300);

macro_rules! targets {
    ($($name:ident: $check:expr;)*) => {
        $(
            #[test]
            fn $name() {
                let check: fn(&[u8]) = $check;
                bolero::check!().with_test_time(TIME).for_each(|bytes: &[u8]| check(bytes));
            }
        )*

        mod edited {
            use super::*;

            $(
                #[test]
                fn $name() {
                    let check: fn(&[u8]) = $check;
                    let seeds = edits::seeds(stringify!($name));
                    bolero::check!().with_test_time(TIME).with_type::<edits::Edits>().for_each(|edits| {
                        check(&edits.of(&seeds));
                    });
                }
            )*
        }
    };
}

targets! {
    reading: reading::check;
    checking: checking::check;
    links: links::check;
    memory: memory::check;
    calendar: outputs::check_calendar;
    structured_data: outputs::check_structured_data;
    import_frab: |bytes| importing::check(Format::Frab, bytes);
    import_pretalx: |bytes| importing::check(Format::Pretalx, bytes);
    import_sessionize: |bytes| importing::check(Format::Sessionize, bytes);
    import_icalendar: |bytes| importing::check(Format::ICalendar, bytes);
    import_json_ld: |bytes| importing::check(Format::JsonLd, bytes);
    import_csv: |bytes| importing::check(Format::Csv, bytes);
}

use forum_widget::feed::import::Format;
