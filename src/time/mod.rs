//! Dates, instants and the zone table.
