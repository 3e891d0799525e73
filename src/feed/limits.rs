//! What a feed may be at the most. What is over a limit is left out or cut, and reported; a whole document is refused.

/// Bytes of a feed.
pub const SIZE_LIMIT: usize = 8 << 20;

/// How deep lists and objects may lie in each other.
pub const DEPTH_LIMIT: usize = 64;

/// Sessions.
pub const SESSION_LIMIT: usize = 10_000;

/// Characters of a text.
pub const LENGTH_LIMIT: usize = 20_000;

/// Languages of a text.
pub const LANGUAGE_LIMIT: usize = 100;

/// Problems that are kept: enough to mend a feed by, and a bound for one that is hostile.
pub const PROBLEM_LIMIT: usize = 1_000;
