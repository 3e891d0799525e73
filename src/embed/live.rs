use js_sys::Function;

use crate::agenda::{Index, Progress};
use crate::dom::Drawing;
use crate::feed::{Forum, SessionId};
use crate::locale::Language;
use crate::map::Geometry;
use crate::settings::Settings;
use crate::state::{News, State};
use crate::view::{Context, Menu, Visitor};

/// What a widget shows, and all that it is made of.
pub(super) struct Live {
    pub(super) forum: Forum,
    pub(super) settings: Settings,
    pub(super) language: Language,
    pub(super) state: State,
    pub(super) geometry: Geometry,
    pub(super) drawing: Drawing,
    pub(super) emit: Function,
    pub(super) visitor: Visitor,
    /// The texts that a search goes through, made when the first one is.
    pub(super) index: Option<Index>,
    /// Which sessions the filter lets through.
    pub(super) found: Option<Vec<bool>>,
    /// What is on now and next; nothing before it was first asked for.
    pub(super) progress: Option<Vec<Option<Progress>>>,
    /// What there is to choose from, made when it is first drawn.
    pub(super) menus: Option<Vec<Menu>>,
    /// What is new since the last visit.
    pub(super) news: Vec<Option<News>>,
    /// The sessions that were made favourites or are none any more, and have not been kept yet.
    pub(super) unkept: Vec<SessionId>,
}

impl Live {
    /// What drawing needs to know.
    pub(super) fn context(&self) -> Context<'_> {
        Context {
            visitor: self.visitor,
            found: self.found.as_deref(),
            progress: self.progress.as_deref().unwrap_or_default(),
            menus: self.menus.as_deref().unwrap_or_default(),
            news: &self.news,
            ..Context::new(&self.forum, &self.settings, self.language, &self.state, &self.geometry)
        }
    }
}
