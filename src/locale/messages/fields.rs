//! One list of fields makes the structure, and the order in which its texts are written and read.

/// Makes `Messages` of the names of its fields, each with the number of its lines: of those that the first drawing needs, and of
/// those that come later.
macro_rules! messages {
    (
        first { $($(#[$meaning:meta])* $name:ident: $lines:expr,)* }
        later { $($(#[$later_meaning:meta])* $later:ident: $later_lines:expr,)* }
    ) => {
        /// Every word and sentence that the widget shows in one language. `{}` stands for what is put in.
        ///
        /// Lists are one string with an item a line: a table of slices costs eight bytes for each word before it says any.
        pub struct Messages {
            $($(#[$meaning])* pub $name: &'static str,)*
            $($(#[$later_meaning])* pub $later: &'static str,)*
        }

        impl Messages {
            /// How many lines each text has.
            const LINES: [usize; [$($lines,)* $($later_lines),*].len()] = [$($lines,)* $($later_lines),*];

            /// How many texts the first drawing needs.
            const FIRST: usize = [$($lines),*].len();

            /// The texts, in the order of the fields.
            const fn texts(&self) -> [&'static str; Self::LINES.len()] {
                [$(self.$name,)* $(self.$later),*]
            }

            /// Nothing to say.
            const SILENCE: Messages = Messages { $($name: "",)* $($later: ""),* };

            /// Where the texts are, in the order of the fields.
            fn places(&mut self) -> [&mut &'static str; Self::LINES.len()] {
                [$(&mut self.$name,)* $(&mut self.$later),*]
            }
        }
    };
}

pub(super) use messages;
