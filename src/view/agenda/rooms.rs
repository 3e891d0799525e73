//! A day as a table of rooms and hours (`agenda::grid`).
//!
//! A session unfolds in its own cell: below the row it would stand after the sessions of other rooms where a narrow column
//! has the table as a list. The roles are written out, because an element that is not laid out as part of a table is none for
//! every screen reader.

use super::programme::{add, day_name, draw_days, list};
use super::session::Card;
use super::time::clock;
use crate::agenda::{Cell, Day, Grid, Row, grid};
use crate::locale::number;
use crate::view::context::Context;
use crate::view::node::{Element, element};

/// The programme by day and room; a day without several rooms is a list.
pub fn draw(context: Context<'_>) -> Element {
    draw_days(context, |section, day, sessions| match grid(context.forum, sessions) {
        Some(grid) => section.add(draw_grid(context, day, &grid)),
        None => list(context, section, day, sessions),
    })
}

fn draw_grid(context: Context<'_>, day: &Day, grid: &Grid<'_>) -> Element {
    let mut place = element("div.rooms");
    list(context, &mut place, day, &grid.untimed);
    let mut head = element("tr role=row").child(element("td role=cell"));
    for room in &grid.rooms {
        let cell = element("th role=columnheader scope=col");
        head.add(match room {
            Some(name) => context.write(cell, name),
            None => cell.text(context.messages().other_sessions),
        });
    }
    let rows = grid.rows.iter().map(|row| draw_row(context, row));
    place.child(
        element("table.grid role=table")
            .child(element("caption.visually-hidden").text(&day_name(context, day.date)))
            .child(element("thead role=rowgroup").child(head))
            .child(element("tbody role=rowgroup").children(rows)),
    )
}

fn draw_row(context: Context<'_>, row: &Row) -> Element {
    let time = element("th role=rowheader scope=row").text(&clock(context, row.start));
    element("tr role=row").child(time).children(row.cells.iter().map(|cell| draw_cell(context, cell)))
}

fn draw_cell(context: Context<'_>, cell: &Cell) -> Element {
    let mut drawn = element("td role=cell");
    for (name, span) in [("rowspan", cell.rows), ("colspan", cell.columns)] {
        if span > 1 {
            drawn = drawn.with_value(name, number(span as u64));
        }
    }
    for id in &cell.sessions {
        add(context, &mut drawn, *id, Card::default());
    }
    drawn
}
