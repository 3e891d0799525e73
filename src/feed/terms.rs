//! The closed lists of words in a feed. A word that is not in a list is read as its general case.

use super::problem::ProblemCode;
use super::record::{Blank, Parse};
use crate::locale::{item, position};

macro_rules! terms {
    (
        $(#[doc = $documentation:literal])* $name:ident, general $general:ident = $general_word:literal;
        $($(#[doc = $term:literal])* $variant:ident = $word:literal,)*
    ) => {
        $(#[doc = $documentation])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $term])* $variant,)*
            /// Any other word: the general case.
            #[default]
            $general,
        }

        impl $name {
            /// A line for each, in their order.
            const WORDS: &str = concat!($($word, "\n",)* $general_word);

            /// The word in a feed.
            pub fn as_str(self) -> &'static str {
                item($name::WORDS, self as usize)
            }

            /// The meaning of a word.
            pub fn named(word: &str) -> $name {
                const TERMS: &[$name] = &[$($name::$variant),*];
                let place = position($name::WORDS, word);
                place.and_then(|place| TERMS.get(place)).copied().unwrap_or($name::$general)
            }
        }

        impl Parse for $name {
            const PROBLEM: ProblemCode = ProblemCode::WrongType;

            fn parse(word: &str) -> Option<Self> {
                Some($name::named(word))
            }
        }

        impl Blank for $name {
            fn is_blank(&self) -> bool {
                // "Other" does not go without saying.
                *self == $name::default() && $general_word != "other"
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                super::schema::shape::term(concat!($($documentation),*), &[
                    $(($word, concat!($($term),*)),)*
                    ($general_word, "The general case: any other word is read as this one."),
                ])
            }
        }
    };
}

terms! {
    /// How the forum meets.
    ForumMode, general Other = "other";
    /// All in one place.
    InPerson = "in-person",
    /// Nobody in one place.
    Online = "online",
    /// Some here, some there.
    Hybrid = "hybrid",
}

terms! {
    /// How somebody takes part.
    Mode, general Other = "other";
    /// On the spot.
    InPerson = "in-person",
    /// By a video made before.
    PreRecorded = "pre-recorded",
    /// Live over the network.
    Online = "online",
}

terms! {
    /// The rank of a delegation or person, in the order of protocol.
    Level, general Other = "other";
    /// Head of state or of government.
    HeadOfState = "head-of-state",
    /// Minister.
    Minister = "minister",
    /// Vice-minister, deputy minister.
    ViceMinister = "vice-minister",
    /// High-level official, without a nearer rank.
    HighLevel = "high-level",
    /// Expert.
    Expert = "expert",
}

terms! {
    /// What a session is.
    SessionKind, general Session = "session";
    /// The opening of the forum.
    Opening = "opening",
    /// Remarks.
    Remarks = "remarks",
    /// A keynote.
    Keynote = "keynote",
    /// A panel.
    Panel = "panel",
    /// A break.
    Break = "break",
    /// A ceremony.
    Ceremony = "ceremony",
    /// A meeting of two delegations.
    Bilateral = "bilateral",
    /// The closing of the forum.
    Closing = "closing",
}

terms! {
    /// What a person does in a session.
    PersonPart, general Speaker = "speaker";
    /// Opens.
    OpeningRemarks = "opening-remarks",
    /// Welcomes.
    WelcomeRemarks = "welcome-remarks",
    /// Congratulates.
    CongratulatoryRemarks = "congratulatory-remarks",
    /// Gives the keynote.
    Keynote = "keynote",
    /// Chairs.
    Chair = "chair",
    /// Moderates.
    Moderator = "moderator",
    /// Sits on the panel.
    Panelist = "panelist",
}

terms! {
    /// What an organization is to the forum.
    OrganizationPart, general Participant = "participant";
    /// Convenes it.
    Host = "host",
    /// Convenes it with others.
    CoHost = "co-host",
    /// Sends speakers.
    Speaker = "speaker",
}

terms! {
    /// What a link leads to.
    ResourceKind, general Document = "document";
    /// The live stream.
    Stream = "stream",
    /// The recording.
    Recording = "recording",
    /// The slides.
    Slides = "slides",
    /// A press release.
    PressRelease = "press-release",
}

terms! {
    /// What became of a session, or of the forum.
    Status, general Scheduled = "scheduled";
    /// Going on.
    Live = "live",
    /// Over.
    Ended = "ended",
    /// At another time than announced.
    Moved = "moved",
    /// Not at the time announced; no new one yet.
    Postponed = "postponed",
    /// Does not take place.
    Cancelled = "cancelled",
}
