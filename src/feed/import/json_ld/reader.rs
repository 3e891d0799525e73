use crate::feed::import::draft::Draft;
use crate::feed::import::organizations::Organizations;

/// What events are read into.
pub struct Reader<'o> {
    /// The feed.
    pub draft: Draft<'o>,
    /// Its organizations.
    pub organizations: Organizations,
}
