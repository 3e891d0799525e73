//! A day as a table: a column for each room, a row for each hour at which something begins.
//!
//! Ends make no rows of their own: a row in which nothing begins would be an empty line to look at and to listen to, and each
//! session says when it ends.

use super::room_name;
use crate::feed::{Forum, SessionId, Text};
use crate::time::Instant;

/// More columns than anybody reads, and a bound for a feed that is hostile.
const COLUMN_LIMIT: usize = 12;

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
    let mut untimed = Vec::new();
    let mut starts = Vec::new();
    let mut timed = Vec::new();
    for &id in sessions {
        match forum.session(id).and_then(|session| Some((id, session, session.start?))) {
            Some(own @ (.., start)) => {
                timed.push(own);
                starts.push(start);
            }
            None => untimed.push(id),
        }
    }
    starts.dedup();
    let mut rooms: Vec<Option<&Text>> = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    let row = |time: Instant| starts.partition_point(|start| *start < time);
    for (id, session, start) in timed {
        let name = room_name(session.room.as_ref());
        let mut room = None;
        if !name.is_empty() {
            room = rooms.iter().position(|room| room_name(*room) == name);
            if room.is_none() {
                room = Some(rooms.len());
                rooms.push(session.room.as_ref());
            }
        }
        if rooms.len() > COLUMN_LIMIT {
            return None;
        }
        let first_row = row(start);
        let end_row = session.end.map_or(0, row).max(first_row + 1);
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
    let column = rooms.len();
    for position in 0..blocks.len() {
        let beside = |block: &Block| {
            block.room.is_none()
                && blocks.iter().any(|other| {
                    other.room.is_some_and(|room| room < column)
                        && other.first_row < block.end_row
                        && block.first_row < other.end_row
                })
        };
        if blocks.get(position).is_some_and(beside)
            && let Some(block) = blocks.get_mut(position)
        {
            block.room = Some(column);
            if rooms.len() == column {
                rooms.push(None);
            }
        }
    }
}

fn rows(starts: &[Instant], columns: usize, blocks: Vec<Block>) -> Vec<Row> {
    // From which row on each column is free again.
    let mut free = vec![0; columns];
    let mut blocks = blocks.into_iter().peekable();
    let mut rows = Vec::new();
    for (row, start) in starts.iter().enumerate() {
        let mut cells: Vec<(usize, Cell)> = Vec::new();
        while let Some(block) = blocks.next_if(|block| block.first_row == row) {
            let (first, width) = block.room.map_or((0, columns), |room| (room, 1));
            free.iter_mut().skip(first).take(width).for_each(|free| *free = block.end_row);
            let cell = Cell { sessions: block.sessions, rows: block.end_row - row, columns: width };
            cells.push((first, cell));
        }
        for (column, free) in free.iter().enumerate() {
            if *free <= row {
                cells.push((column, Cell { sessions: Vec::new(), rows: 1, columns: 1 }));
            }
        }
        // By their columns.
        let mut sorted = Vec::new();
        for column in 0..columns {
            if let Some(place) = cells.iter().position(|(first, _)| *first == column) {
                sorted.push(cells.swap_remove(place).1);
            }
        }
        rows.push(Row { start: *start, cells: sorted });
    }
    rows
}

#[cfg(test)]
mod tests;
