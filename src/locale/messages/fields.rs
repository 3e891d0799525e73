//! One list of fields makes the structure, and the order in which its texts are written and read.

/// Makes `Messages` of the names of its fields, each with the number of its lines.
macro_rules! messages {
    ($($(#[$meaning:meta])* $name:ident: $lines:expr,)*) => {
        /// Every word and sentence that the widget shows in one language. `{}` stands for what is put in.
        ///
        /// Lists are one string with an item a line: a table of slices costs eight bytes for each word before it says any.
        pub struct Messages {
            $($(#[$meaning])* pub $name: &'static str,)*
        }

        impl Messages {
            /// How many lines each text has.
            const LINES: [usize; [$($lines),*].len()] = [$($lines),*];

            /// The texts, in the order of the fields.
            const fn texts(&self) -> [&'static str; Self::LINES.len()] {
                [$(self.$name),*]
            }

            /// The messages of texts in the order of the fields.
            const fn of_texts([$($name),*]: [&'static str; Self::LINES.len()]) -> Messages {
                Messages { $($name),* }
            }
        }
    };
}

pub(super) use messages;
