//! The schemas of single values, by the forms that they are read in.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::feed::identifier::Identifier;
use crate::feed::language_tag::LanguageTag;
use crate::feed::limits::{LANGUAGE_LIMIT, LENGTH_LIMIT};
use crate::feed::link::Link;
use crate::feed::text::Text;
use crate::locale::CountryCode;
use crate::time::{Date, Moment, Zone};

macro_rules! described {
    ($($type:ty, $name:literal, $schema:expr;)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

described! {
    Text, "Text", json_schema!({
        "description": "A text for all readers, or an object with a text for each language by its BCP 47 tag (RFC 5646). \
            A reader gets the text in the own language, else in a near one, else the first, marked with its language. \
            Plain text: no HTML, no Markdown.",
        "oneOf": [
            { "type": "string", "pattern": VISIBLE, "maxLength": LENGTH_LIMIT },
            {
                "type": "object",
                "minProperties": 1,
                "maxProperties": LANGUAGE_LIMIT,
                "propertyNames": { "pattern": LANGUAGE_TAG },
                "additionalProperties": { "type": "string", "pattern": VISIBLE, "maxLength": LENGTH_LIMIT },
            },
        ],
        "examples": ["Foro Corea-ALC", { "es": "Apertura", "en": "Opening" }],
    });
    CountryCode, "CountryCode", json_schema!({
        "description": "A country or territory by its ISO 3166-1 alpha-2 code: two capital letters.",
        "type": "string",
        "pattern": "^[A-Z]{2}$",
        "examples": ["CR"],
    });
    Date, "Date", json_schema!({
        "description": "A day that exists: RFC 3339 full-date (ISO 8601), year, month, day.",
        "type": "string",
        "format": "date",
        "pattern": (["^", DAY, "$"].concat()),
        "examples": ["2021-03-17"],
    });
    Moment, "Moment", json_schema!({
        "description": "A date and time: RFC 3339 date-time with its offset; or without an offset, on the clock of the \
            forum's zone. Seconds may be left out.",
        "type": "string",
        "pattern": (["^", DAY, TIME].concat()),
        "examples": ["2021-03-17T09:00:00+09:00", "2021-03-17T09:00"],
    });
    Zone, "TimeZone", json_schema!({
        "description": "A time zone by its name in the IANA time zone database: those of Latin America and the Caribbean, \
            of Korea, of the cities that most visitors from elsewhere live by, and UTC.",
        "type": "string",
        "enum": Zone::names(),
        "examples": ["Asia/Seoul", "America/Costa_Rica"],
    });
    Link, "Link", json_schema!({
        "description": "An absolute address of the web or for mail (RFC 3986, RFC 6068): http, https or mailto. Nothing \
            else becomes a link.",
        "type": "string",
        "pattern": LINK,
        "examples": ["https://forum.example/agenda", "mailto:foro@forum.example"],
    });
    LanguageTag, "LanguageTag", json_schema!({
        "description": "A language by its BCP 47 tag (RFC 5646).",
        "type": "string",
        "pattern": LANGUAGE_TAG,
        "examples": ["es", "pt-BR", "csr"],
    });
    Identifier, "Identifier", json_schema!({
        "description": "The id of a record, one of its kind in its list: any text. Upper and lower case are different.",
        "type": "string",
        "pattern": VISIBLE,
        "maxLength": LENGTH_LIMIT,
        "examples": ["session-1"],
    });
}

/// Something that is not white space.
const VISIBLE: &str = r"\S";

const LANGUAGE_TAG: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// The form of a day from year 1 on; whether its month has it is left to `format` and to the reader.
const DAY: &str =
    "(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

/// The form of a time of day behind a day, with its offset or without.
const TIME: &str =
    r"T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?$";

/// The form of an address that may become a link (`link.rs`): the same characters are allowed.
const LINK: &str = concat!(
    r"^([Hh][Tt][Tt][Pp][Ss]?://[^\x00-,/:-@\[-^`{-\x7f]+(:[0-9]*)?([/?#][^\x00-\x20\\\x7f]*)?",
    r"|[Mm][Aa][Ii][Ll][Tt][Oo]:[^\x00-\x20\\\x7f@/?#]+@[^\x00-\x20\\\x7f/?#][^\x00-\x20\\\x7f]*)$",
);
