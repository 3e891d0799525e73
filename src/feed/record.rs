//! The shape of a record in a feed, from which its reading is made.
//!
//! serde's own derive took 330 bytes of code a field here (duplicate checks, and a drop of every field on every way
//! out). A record that is filled in place and dropped as a whole made the wasm 10 KB smaller (raw).

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// A type whose default stands for "not there", so that a record can do without a mark for each required field.
pub trait Blank {
    /// Whether there is nothing in it.
    fn is_blank(&self) -> bool;
}

/// A key of an object, as far as it can be one of ours: a longer one is cut and thus unknown.
pub struct Key {
    letters: [u8; Key::LONGEST],
    length: usize,
}

impl Key {
    const LONGEST: usize = 16;

    /// The key.
    pub fn as_str(&self) -> &str {
        self.letters.get(..self.length).and_then(|letters| str::from_utf8(letters).ok()).unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<Key, E> {
        let mut key = Key { letters: [0; Key::LONGEST], length: 0 };
        for (letter, byte) in key.letters.iter_mut().zip(text.bytes()) {
            *letter = byte;
            key.length += 1;
        }
        Ok(key)
    }
}

/// Which of the keys it is; their number where it is none of them.
#[inline(never)]
pub fn position(key: &Key, keys: &[&str]) -> usize {
    keys.iter().position(|known| *known == key.as_str()).unwrap_or(keys.len())
}

/// Reads the value of a key into its field: compiled once for each type, not for each field.
#[inline(never)]
pub fn fill<'de, A: MapAccess<'de>, T: Deserialize<'de>>(map: &mut A, field: &mut T) -> Result<(), A::Error> {
    *field = map.next_value()?;
    Ok(())
}

/// Declares a record: its fields with their keys, those that it cannot do without, and the keys that every such record
/// should have although a reader can do without them.
///
/// Natively a record is also written (`feed/writing.rs`) and described (`feed/schema.rs`).
macro_rules! record {
    (
        $(#[doc = $record:literal])* $name:ident requires [$($required:ident),*] expects [$($expected:literal),*] {
            $($(#[doc = $documentation:literal])* $field:ident: $type:ty = $key:literal,)*
        }
    ) => {
        $(#[doc = $record])*
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $($(#[doc = $documentation])* pub $field: $type,)*
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct RecordVisitor;

                impl<'de> serde::de::Visitor<'de> for RecordVisitor {
                    type Value = $name;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        #[allow(non_camel_case_types)]
                        enum Field {
                            $($field,)*
                        }
                        let mut record = $name::default();
                        while let Some(key) = map.next_key::<$crate::feed::record::Key>()? {
                            match $crate::feed::record::position(&key, &[$($key),*]) {
                                $(at if at == Field::$field as usize => {
                                    $crate::feed::record::fill(&mut map, &mut record.$field)
                                })*
                                _ => map.next_value::<serde::de::IgnoredAny>().map(drop),
                            }?;
                        }
                        $(
                            if $crate::feed::record::Blank::is_blank(&record.$required) {
                                return Err(serde::de::Error::missing_field(stringify!($required)));
                            }
                        )*
                        Ok(record)
                    }
                }

                deserializer.deserialize_struct(stringify!($name), &[$($key),*], RecordVisitor)
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $($crate::feed::writing::write_field(&mut map, $key, &self.$field)?;)*
                serde::ser::SerializeMap::end(map)
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).trim_end_matches("Document").into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::feed::schema::shape::object(
                    concat!($($record),*),
                    &[$(($key, concat!($($documentation),*), generator.subschema_for::<$type>())),*],
                    &[$(stringify!($required),)* $($expected),*],
                )
            }
        }
    };
}

pub(super) use record;
