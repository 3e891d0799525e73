//! What the program says, in seven languages; a missing sentence does not compile.

mod en;
mod es;
mod fr;
mod ht;
mod ko;
mod nl;
mod pt;

use forum_widget::feed::import::LossKind;
use forum_widget::locale::Language;

/// The program's words in one language.
pub struct Words {
    /// Before a problem that visitors see.
    pub error: &'static str,
    /// Before a problem that visitors do not see.
    pub warning: &'static str,
    /// A number of errors.
    pub errors: &'static str,
    /// A number of warnings.
    pub warnings: &'static str,
    /// Where there is neither.
    pub no_problems: &'static str,
    /// What cannot be had, in place of `{}`.
    pub cannot_read: &'static str,
    /// The feed lies where browsers let no other site read it.
    pub not_shared: &'static str,
    /// The file that cannot be written, in place of `{}`.
    pub cannot_write: &'static str,
    /// The input is over the limit.
    pub too_large: &'static str,
    /// The input cannot be read from a line on.
    pub syntax: &'static str,
    /// The input is in no format that can be told.
    pub not_in_the_format: &'static str,
    /// The input is in another format, in each place of `{}`.
    pub another_format: &'static str,
    /// Asks for `--name`.
    pub name_is_missing: &'static str,
    /// Asks for `--time-zone`.
    pub time_zone_is_missing: &'static str,
    /// The input has no session.
    pub no_session: &'static str,
    /// The id that no session has, in place of `{}`.
    pub unknown_session: &'static str,
    /// Nothing that a calendar could have.
    pub no_day: &'static str,
    /// A number of things that were not carried over.
    pub losses: &'static str,
    /// A number of texts that lack a language.
    pub incomplete_texts: &'static str,
    /// Why something was not carried over, in the order of [`LossKind`].
    loss_kinds: [&'static str; 11],
}

impl Words {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Words {
        match language {
            Language::Es => &es::WORDS,
            Language::Pt => &pt::WORDS,
            Language::En => &en::WORDS,
            Language::Ko => &ko::WORDS,
            Language::Fr => &fr::WORDS,
            Language::Ht => &ht::WORDS,
            Language::Nl => &nl::WORDS,
        }
    }

    /// Why something was not carried over.
    pub fn loss(&self, kind: LossKind) -> &'static str {
        self.loss_kinds[kind as usize]
    }
}
