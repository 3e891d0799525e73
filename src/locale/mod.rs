//! Languages: negotiation, messages, plurals, dates, country names and their order.

mod country;

pub use country::CountryCode;
