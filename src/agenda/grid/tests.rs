use super::*;
use crate::agenda::days;
use crate::feed::read;

/// Sessions of the night of 17 March 2027 in UTC: `id start end room`, `-` for what is not known.
fn forum(sessions: &[&str]) -> Forum {
    let mut records = Vec::new();
    for session in sessions {
        let words: Vec<&str> = session.split(' ').collect();
        let mut record = format!(r#"{{"id": "{}", "title": "T", "date": "2027-03-17""#, words[0]);
        for (key, word) in ["start", "end"].into_iter().zip(&words[1..3]) {
            if *word != "-" {
                let day = if **word < *"06" { 18 } else { 17 };
                let moment = format!(r#", "{key}": "2027-03-{day}T{word}:00Z""#);
                record.push_str(&moment);
            }
        }
        if words[3] != "-" {
            let room = format!(r#", "room": {{"es": "{}", "en": "Room"}}"#, words[3]);
            record.push_str(&room);
        }
        records.push(record + "}");
    }
    let feed = format!(r#"{{"version": 1, "sessions": [{}]}}"#, records.join(","));
    read(feed.as_bytes()).unwrap().forum
}

/// The table as it is drawn: a line for each row, `id rows columns` for each cell.
fn drawn(forum: &Forum) -> Option<Vec<String>> {
    let day = days(forum).into_iter().next().unwrap();
    let name = |id: &SessionId| forum.session(*id).unwrap().id.0.clone();
    let grid = grid(forum, &day.sessions)?;
    let rooms: Vec<&str> = grid.rooms.iter().map(|room| room_name(*room)).collect();
    let mut lines = vec![rooms.join("|")];
    for row in grid.rows {
        let cells = row.cells.iter().map(|cell| {
            let sessions: String = cell.sessions.iter().map(name).collect();
            match (cell.rows, cell.columns) {
                (1, 1) => sessions,
                (rows, columns) => format!("{sessions} {rows}×{columns}"),
            }
        });
        lines.push(cells.collect::<Vec<_>>().join("|"));
    }
    let untimed: String = grid.untimed.iter().map(name).collect();
    lines.push(format!("({untimed})"));
    Some(lines)
}

#[track_caller]
fn check(sessions: &[&str], expected: &[&str]) {
    assert_eq!(drawn(&forum(sessions)).unwrap(), expected);
}

#[test]
fn what_has_no_room_stands_across_all_while_they_are_free() {
    check(
        &[
            "o 09:00 09:30 -",
            "a 09:30 10:30 B",
            "b 09:30 10:30 A",
            "p 10:30 11:00 -",
            "c 11:00 12:00 A",
            "u - - A",
        ],
        &["B|A", "o 1×2", "a|b", "p 1×2", "|c", "(u)"],
    );
}

#[test]
fn a_session_is_as_high_as_others_begin_before_it_ends() {
    check(
        &["a 09:00 12:00 A", "b 09:00 10:00 B", "c 10:30 11:30 B", "d 12:00 - A"],
        &["B|A", "b|a 2×1", "c", "|d", "()"],
    );
}

#[test]
fn what_overlaps_in_a_room_shares_a_cell() {
    check(
        &["a 09:00 11:00 A", "b 10:00 12:00 A", "c 10:00 10:30 B", "d 11:30 13:00 A"],
        &["A|B", "abd 3×1|", "c", "", "()"],
    );
}

#[test]
fn what_has_no_room_while_there_is_something_in_one_has_a_column() {
    check(
        &["a 09:00 10:00 A", "x 09:30 11:00 -", "b 10:00 10:30 B", "p 12:00 13:00 -"],
        &["A|B|", "a 2×1||", "|x 2×1", "|b", "p 1×3", "()"],
    );
}

#[test]
fn the_night_belongs_to_its_evening() {
    // A feed says of each session on which day it stands.
    check(&["a 23:00 23:30 A", "b 23:30 01:00 B", "c 23:30 00:30 A"], &["A|B", "a|", "c|b", "()"]);
}

#[test]
fn one_column_alone_is_no_table_and_too_many_are_none() {
    assert_eq!(drawn(&forum(&["a 09:00 10:00 A", "b 10:00 11:00 A", "c 11:00 12:00 -"])), None);
    assert_eq!(drawn(&forum(&["a 09:00 10:00 -", "b 09:00 11:00 -"])), None);
    assert_eq!(drawn(&forum(&["a - - A", "b - - B"])), None);
    let rooms = |count| (0..count).map(|room| format!("s{room} 09:00 10:00 R{room}")).collect::<Vec<_>>();
    let grid = |count| drawn(&forum(&rooms(count).iter().map(String::as_str).collect::<Vec<_>>()));
    assert!(grid(COLUMN_LIMIT).is_some() && grid(COLUMN_LIMIT + 1).is_none());
}

/// Any programme: each session stands once, and the cells of the table neither overlap nor leave a hole.
#[test]
fn every_session_stands_exactly_once_and_the_table_is_whole() {
    let mut seed = 1_u32;
    let mut chance = |bound: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % bound
    };
    let mut tables = 0;
    for _ in 0..500 {
        let mut sessions = Vec::new();
        for id in 0..=chance(13) {
            let start = 6 * 60 + 15 * chance(24);
            let end = start + 15 * chance(12);
            let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
            let (start, end) = match chance(8) {
                0 => ("-".into(), "-".into()),
                1 => (clock(start), "-".into()),
                _ => (clock(start), clock(end)),
            };
            let room = ["-", "A", "B", "C"][chance(4) as usize];
            sessions.push(format!("s{id} {start} {end} {room}"));
        }
        let forum = forum(&sessions.iter().map(String::as_str).collect::<Vec<_>>());
        let Some(day) = days(&forum).into_iter().next() else { continue };
        let Some(grid) = grid(&forum, &day.sessions) else { continue };
        tables += 1;
        let cells = || grid.rows.iter().flat_map(|row| &row.cells);
        let mut found: Vec<SessionId> = cells().flat_map(|cell| cell.sessions.clone()).collect();
        found.extend(&grid.untimed);
        found.sort_unstable();
        assert_eq!(found, (0..).map(SessionId).take(forum.sessions.len()).collect::<Vec<_>>());
        let mut covered = vec![vec![false; grid.rooms.len()]; grid.rows.len()];
        for (line, row) in grid.rows.iter().enumerate() {
            for cell in &row.cells {
                // As a browser lays it out: at the first place that is free.
                let first = covered[line].iter().position(|taken| !taken).unwrap();
                for line in covered.iter_mut().skip(line).take(cell.rows) {
                    for place in &mut line[first..first + cell.columns] {
                        assert!(!*place, "{sessions:?}");
                        *place = true;
                    }
                }
                for id in &cell.sessions {
                    let session = forum.session(*id).unwrap();
                    assert!(session.start >= Some(row.start), "{sessions:?}");
                    let room = room_name(session.room.as_ref());
                    assert!(cell.columns > 1 || room == room_name(grid.rooms[first]), "{sessions:?}");
                }
            }
        }
        assert!(covered.iter().flatten().all(|taken| *taken), "{sessions:?}");
    }
    assert!(tables > 100, "{tables} tables");
}
