//! A day as a table of rooms and hours (`agenda::grid`).
//!
//! A session unfolds in its own cell: below the row it would stand after the sessions of other rooms where a narrow column
//! has the table as a list. The roles are written out, because an element that is not laid out as part of a table is none for
//! every screen reader.

use super::programme::{add, name};
use super::time::clock;
use crate::agenda::{Cell, Day, Grid, days, grid};
use crate::locale::number;
use crate::view::context::Context;
use crate::view::node::{Element, Node, element};

/// Makes tables of the drawn days; a day without several rooms stays a list.
pub fn arrange(context: &Context<'_>, programme: &mut Element) {
    let mut days = days(context.forum).into_iter();
    for section in programme.inside_mut() {
        let Node::Element(section) = section else { continue };
        if section.tag() != "section" {
            continue;
        }
        let found = |mut day: Day| {
            day.sessions.retain(|id| context.is_found(*id));
            (!day.sessions.is_empty()).then_some(day)
        };
        let Some(mut day) = days.find_map(found) else { break };
        let inside = section.inside_mut();
        let is_card = |node: &Node| matches!(node, Node::Element(card) if card.tag() == "article");
        let head = inside.iter().position(is_card).unwrap_or(inside.len());
        day.sessions.truncate((inside.len() - head) / 2);
        if let Some(grid) = grid(context.forum, &day.sessions) {
            inside.truncate(head);
            section.add(draw(context, &day, grid));
        }
    }
}

fn draw(context: &Context<'_>, day: &Day, grid: Grid<'_>) -> Element {
    let mut head = element("tr role=row").child(element("td role=cell"));
    for room in grid.rooms {
        let cell = element("th role=columnheader scope=col");
        head.add(match room {
            Some(name) => context.write(cell, name),
            None => cell.text(context.messages().other_sessions),
        });
    }
    let mut body = element("tbody role=rowgroup");
    for row in grid.rows {
        let time = element("th role=rowheader scope=row").text(&clock(context, row.start));
        let mut drawn = element("tr role=row").child(time);
        for cell in row.cells {
            drawn.add(draw_cell(context, &cell));
        }
        body.add(drawn);
    }
    let mut place = element("div.rooms");
    for id in grid.untimed {
        add(context, &mut place, id, true);
    }
    place.child(
        element("table.grid role=table")
            .child(element("caption.visually-hidden").text(&name(context, day.date)))
            .child(element("thead role=rowgroup").child(head))
            .child(body),
    )
}

fn draw_cell(context: &Context<'_>, cell: &Cell) -> Element {
    let mut drawn = element("td role=cell")
        .with_value("rowspan", number(cell.rows as u64))
        .with_value("colspan", number(cell.columns as u64));
    for id in &cell.sessions {
        add(context, &mut drawn, *id, true);
    }
    drawn
}
