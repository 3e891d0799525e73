//! Languages: negotiation, messages, plurals, dates and clocks, names of countries and cities, and their order.

mod clock;
mod country;
mod country_name;
// The names are in the files of words; the page has the codes alone.
#[cfg_attr(target_arch = "wasm32", expect(dead_code))]
mod country_names;
mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod findings;
mod language;
mod list;
mod messages;
mod number;
mod order;
#[cfg(test)]
mod order_oracle;
mod percent;
mod pieces;
mod plural;
mod white_space;
mod zones;

pub use clock::{Clock, time_of_day, time_range};
pub use country::CountryCode;
pub use country_name::{countries, country_name};
pub use dates::{date_range, day_and_time, long_date, weekday_and_day};
#[cfg(not(target_arch = "wasm32"))]
pub use findings::findings;
pub use language::{Language, primary_subtag};
pub use list::{label, list, present, separated};
pub use messages::{Failure, Messages, fill, item, position};
pub use number::{number, push_number};
pub use order::{fold, sort_key};
pub use percent::{percent_decoded, percent_encoded, percent_encoded_but};
pub use pieces::{pieces, split_at_byte};
pub use plural::plural;
pub use white_space::trimmed;
pub use zones::{beside, city, hours, offset_label, zone_line, zones_by_city};
