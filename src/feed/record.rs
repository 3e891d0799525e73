//! The shape of a record in a feed, from which its reading is made.
//!
//! One loop reads all records (`json/records.rs`): a record only says where the value of each of its keys goes. With a loop
//! of its own for each type, as serde has it, the first visit was 3.7 KB larger (brotli).

use serde::de::DeserializeOwned;

use super::json::{Error, Reader};
use super::problem::ProblemCode;
use super::text::Text;

/// A type whose default stands for "not there", so that a record can do without a mark for each required field.
pub trait Blank {
    /// Whether there is nothing in it.
    fn is_blank(&self) -> bool;
}

/// Where the value of a key goes, by how it is read.
pub enum Slot<'a> {
    /// A number or a boolean.
    Leaf(&'a mut dyn Leaf),
    /// A string with a grammar of its own.
    Word(&'a mut dyn Word),
    /// A text, in one or several languages.
    Text(&'a mut Text),
    /// An object.
    Record(&'a mut dyn Record),
    /// A list.
    List(&'a mut dyn List),
}

/// A value that serde reads.
pub trait Leaf {
    /// Reads it.
    ///
    /// # Errors
    /// When the text has something else there.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), Error>;
}

impl<T: DeserializeOwned> Leaf for T {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), Error> {
        *self = T::deserialize(reader)?;
        Ok(())
    }
}

/// A value that is written as a string.
pub trait Word {
    /// Takes in what the string says.
    ///
    /// # Errors
    /// What is wrong with it; the value stays as it was.
    fn set(&mut self, word: &str) -> Result<(), ProblemCode>;
}

/// A type that has a grammar for strings.
pub trait Parse: Sized {
    /// What is wrong with a string that it does not allow.
    const PROBLEM: ProblemCode;

    /// The value that a string stands for.
    fn parse(word: &str) -> Option<Self>;
}

impl<T: Parse> Word for T {
    fn set(&mut self, word: &str) -> Result<(), ProblemCode> {
        *self = T::parse(word).ok_or(T::PROBLEM)?;
        Ok(())
    }
}

impl<T: Parse> Word for Option<T> {
    fn set(&mut self, word: &str) -> Result<(), ProblemCode> {
        *self = Some(T::parse(word).ok_or(T::PROBLEM)?);
        Ok(())
    }
}

/// An object with keys that are known.
pub trait Record {
    /// Its keys, a line for each.
    fn keys(&self) -> &'static str;

    /// Where the value of the key at `position` goes; nowhere when there is no such key.
    fn slot(&mut self, position: usize) -> Option<Slot<'_>>;

    /// The first key that it cannot do without and that is missing.
    fn missing(&self) -> Option<&'static str>;
}

/// A place for one value after the other.
pub trait List {
    /// A place for one more, without anything in it.
    fn push(&mut self) -> Slot<'_>;

    /// Takes the last one out.
    fn pop(&mut self);
}

/// What a field or an item of a list can be.
pub trait Value: Sized {
    /// Where it is read.
    fn slot(&mut self) -> Slot<'_>;

    /// Where it is read if it may be missing.
    fn optional_slot(option: &mut Option<Self>) -> Slot<'_>;
}

/// What a field can be: a value, one that may be missing, or a list of them.
pub trait Field {
    /// Where it is read, without what was read before: of a key that comes twice the last value counts.
    fn slot(&mut self) -> Slot<'_>;
}

impl<T: Value> Field for T {
    fn slot(&mut self) -> Slot<'_> {
        Value::slot(self)
    }
}

impl<T: Value> Field for Option<T> {
    fn slot(&mut self) -> Slot<'_> {
        T::optional_slot(self)
    }
}

impl<T: Value + Default> Field for Vec<T> {
    fn slot(&mut self) -> Slot<'_> {
        self.clear();
        Slot::List(self)
    }
}

impl<T: Value + Default> List for Vec<T> {
    fn push(&mut self) -> Slot<'_> {
        self.push_mut(T::default()).slot()
    }

    fn pop(&mut self) {
        self.pop();
    }
}

impl<T: Value> List for Option<T> {
    fn push(&mut self) -> Slot<'_> {
        T::optional_slot(self)
    }

    fn pop(&mut self) {
        *self = None;
    }
}

macro_rules! leaf {
    ($($type:ty),*) => {$(
        impl Value for $type {
            fn slot(&mut self) -> Slot<'_> {
                Slot::Leaf(self)
            }

            fn optional_slot(option: &mut Option<Self>) -> Slot<'_> {
                Slot::Leaf(option)
            }
        }
    )*};
}

leaf!(bool, i32, u32);

impl<T: Parse> Value for T {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Word(self)
    }

    fn optional_slot(option: &mut Option<Self>) -> Slot<'_> {
        Slot::Word(option)
    }
}

impl Value for Text {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Text(self)
    }

    fn optional_slot(option: &mut Option<Self>) -> Slot<'_> {
        Slot::Text(option.insert(Text::default()))
    }
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

        impl $crate::feed::record::Record for $name {
            fn keys(&self) -> &'static str {
                concat!($($key, "\n"),*)
            }

            fn slot(&mut self, position: usize) -> Option<$crate::feed::record::Slot<'_>> {
                #[allow(non_camel_case_types)]
                enum Key {
                    $($field,)*
                }
                Some(match position {
                    $(at if at == Key::$field as usize => $crate::feed::record::Field::slot(&mut self.$field),)*
                    _ => return None,
                })
            }

            fn missing(&self) -> Option<&'static str> {
                $(
                    if $crate::feed::record::Blank::is_blank(&self.$required) {
                        return Some(stringify!($required));
                    }
                )*
                None
            }
        }

        impl $crate::feed::record::Value for $name {
            fn slot(&mut self) -> $crate::feed::record::Slot<'_> {
                $crate::feed::record::Slot::Record(self)
            }

            fn optional_slot(option: &mut Option<Self>) -> $crate::feed::record::Slot<'_> {
                $crate::feed::record::Slot::Record(option.insert($name::default()))
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
