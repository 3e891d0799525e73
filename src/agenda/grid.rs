//! A day as a table: a column for each room, a row for each hour at which something begins.
//!
//! Ends make no rows of their own: a row in which nothing begins would be an empty line to look at and to listen to, and each
//! session says when it ends.

use super::room_name;
use crate::feed::{Forum, SessionId, Text};
use crate::time::Instant;

/// More columns than anybody reads, and a bound for a feed that is hostile.
const COLUMN_LIMIT: usize = 24;

/// The sessions of a day by room and hour.
#[derive(Debug)]
pub struct Grid<'a> {
    /// Those without an hour, which stand in no row.
    pub untimed: Vec<SessionId>,
    /// The rooms in the order in which they are first used; without a name the column of what has no room while there is
    /// something in one.
    pub rooms: Vec<Option<&'a Text>>,
    /// The rows in the order of time.
    pub rows: Vec<Row>,
}

/// What begins at one time.
#[derive(Debug)]
pub struct Row {
    /// The time.
    pub start: Instant,
    /// The cells that begin in this row, from the first column to the last; what is covered from above is left out.
    pub cells: Vec<Cell>,
}

/// A place in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What takes place there: nothing, a session, or several of one room that overlap.
    pub sessions: Vec<SessionId>,
    /// How many rows it is high: as many as begin before it ends.
    pub rows: usize,
    /// How many columns it is wide: one, or all for a session without a room while all rooms are free.
    pub columns: usize,
}

/// Sessions that follow one another without a gap between them, in the column of a room or in all.
struct Block {
    room: Option<usize>,
    first_row: usize,
    end_row: usize,
    sessions: Vec<SessionId>,
}

/// The table of the sessions of one day, in the order of the programme; nothing where it would have one column alone or too
/// many.
pub fn grid<'a>(forum: &'a Forum, sessions: &[SessionId]) -> Option<Grid<'a>> {
    let timed = || sessions.iter().filter_map(|id| forum.session(*id)?.start);
    let mut starts: Vec<Instant> = timed().collect();
    starts.dedup();
    let mut untimed = Vec::new();
    let mut rooms: Vec<Option<&Text>> = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    for &id in sessions {
        let Some(session) = forum.session(id) else { continue };
        let Some(start) = session.start else {
            untimed.push(id);
            continue;
        };
        let name = room_name(session.room.as_ref());
        let room = (!name.is_empty()).then(|| {
            let known = rooms.iter().position(|room| room_name(*room) == name);
            known.unwrap_or_else(|| {
                rooms.push(session.room.as_ref());
                rooms.len() - 1
            })
        });
        if rooms.len() > COLUMN_LIMIT {
            return None;
        }
        let row = |time: Instant| starts.partition_point(|start| *start < time);
        let (first_row, end_row) = (row(start), session.end.map_or(0, row).max(row(start) + 1));
        // Sessions come in the order of their starts.
        match blocks.iter_mut().rfind(|block| block.room == room) {
            Some(block) if first_row < block.end_row => {
                block.end_row = end_row.max(block.end_row);
                block.sessions.push(id);
            }
            _ => blocks.push(Block { room, first_row, end_row, sessions: vec![id] }),
        }
    }
    give_a_column(&mut blocks, &mut rooms);
    (rooms.len() > 1).then(|| Grid { untimed, rows: rows(&starts, rooms.len(), blocks), rooms })
}

/// What has no room while there is something in one cannot stand across all rooms: it has a column of its own.
fn give_a_column(blocks: &mut [Block], rooms: &mut Vec<Option<&Text>>) {
    let taken: Vec<(usize, usize)> = blocks
        .iter()
        .filter(|block| block.room.is_some())
        .map(|block| (block.first_row, block.end_row))
        .collect();
    let column = rooms.len();
    for block in blocks.iter_mut().filter(|block| block.room.is_none()) {
        if taken.iter().any(|(first, end)| *first < block.end_row && block.first_row < *end) {
            block.room = Some(column);
            if rooms.len() == column {
                rooms.push(None);
            }
        }
    }
}

fn rows(starts: &[Instant], columns: usize, blocks: Vec<Block>) -> Vec<Row> {
    // Nothing stands in the places that a cell covers.
    let empty = Cell { sessions: Vec::new(), rows: 1, columns: 1 };
    let mut table = vec![vec![Some(empty); columns]; starts.len()];
    for Block { room, first_row, end_row, sessions } in blocks {
        let (first, width) = room.map_or((0, columns), |room| (room, 1));
        for row in table.iter_mut().take(end_row).skip(first_row) {
            for place in row.iter_mut().skip(first).take(width) {
                *place = None;
            }
        }
        if let Some(place) = table.get_mut(first_row).and_then(|row| row.get_mut(first)) {
            *place = Some(Cell { sessions, rows: end_row - first_row, columns: width });
        }
    }
    let rows = starts.iter().zip(table);
    rows.map(|(start, row)| Row { start: *start, cells: row.into_iter().flatten().collect() }).collect()
}

#[cfg(test)]
mod tests;
