//! How single values are read from a text: each type by its own grammar, with the problem of its own where that fails.

use serde::{Deserialize, Deserializer};

use super::identifier::Identifier;
use super::json::parsed;
use super::language_tag::LanguageTag;
use super::link::Link;
use super::problem::ProblemCode;
use super::record::{Blank, leaf};
use super::text::Text;
use crate::locale::CountryCode;
use crate::time::{Date, Moment, Zone};

macro_rules! read_from_text {
    ($($type:ty, $code:ident, $parse:expr;)*) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                parsed(deserializer, ProblemCode::$code, $parse)
            }
        }
        leaf!($type);
    )*};
}

read_from_text! {
    CountryCode, InvalidCountry, CountryCode::parse;
    Date, InvalidDate, Date::parse;
    Identifier, MissingField, Identifier::parse;
    LanguageTag, InvalidLanguage, LanguageTag::parse;
    Link, InvalidLink, Link::parse;
    Moment, InvalidTime, Moment::parse;
    Zone, UnknownTimeZone, Zone::named;
}

leaf!(Text);

impl Blank for CountryCode {
    fn is_blank(&self) -> bool {
        *self == CountryCode::default()
    }
}
