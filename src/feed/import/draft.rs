//! What every importer needs to put a feed together.
