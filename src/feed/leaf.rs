//! How single values are read from a string: each type by its own grammar, with the problem of its own where that fails.

use super::identifier::Identifier;
use super::language_tag::LanguageTag;
use super::link::Link;
use super::problem::ProblemCode;
use super::record::{Blank, Parse};
use crate::locale::CountryCode;
use crate::time::{Date, Moment, Zone};

macro_rules! parse {
    ($($type:ty, $problem:ident, $parse:expr;)*) => {$(
        impl Parse for $type {
            const PROBLEM: ProblemCode = ProblemCode::$problem;

            fn parse(word: &str) -> Option<Self> {
                $parse(word)
            }
        }
    )*};
}

parse! {
    CountryCode, InvalidCountry, CountryCode::parse;
    Date, InvalidDate, Date::parse;
    Identifier, MissingField, Identifier::parse;
    LanguageTag, InvalidLanguage, LanguageTag::parse;
    Link, InvalidLink, Link::parse;
    Moment, InvalidTime, Moment::parse;
    Zone, UnknownTimeZone, Zone::named;
}

impl Blank for CountryCode {
    fn is_blank(&self) -> bool {
        *self == CountryCode::default()
    }
}
