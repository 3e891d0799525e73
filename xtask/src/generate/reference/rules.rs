//! The section of the rules: what is between the fields.

use forum_widget::feed::SIZE_LIMIT;
use forum_widget::view::{Element, element};

use super::nodes::{self, list, prose};

/// The limits, with what happens beyond each.
fn limits() -> [(String, &'static str); 5] {
    [
        (format!("{} MB", SIZE_LIMIT >> 20), "the whole document; a longer one is not read"),
        ("64".into(), "lists and objects in each other; a deeper one is not read"),
        ("10,000".into(), "sessions; the rest is left out"),
        ("20,000".into(), "characters in one text; the rest is cut off"),
        ("100".into(), "languages of one text; one in more of them is left out"),
    ]
}

/// The section.
pub fn section() -> Element {
    nodes::section("rules", "Rules")
        .children(times())
        .children(texts())
        .children(faults())
        .child(heading("limits", "Limits"))
        .child(limits().into_iter().fold(element("dl").class("limits"), |list, (limit, meaning)| {
            list.child(element("dt").text(&limit)).child(prose(element("dd"), meaning))
        }))
        .children([
            heading("versions", "Versions"),
            list([
                "This is version 1. Within it, fields and words are only added, and never change their meaning.",
                "A widget that knows version N also reads N−1. Of a feed of version N+1 it shows what it knows, ignores the rest and \
                 reports `unknown-version`.",
            ]),
        ])
}

fn heading(id: &'static str, text: &str) -> Element {
    element("h3").with("id", id).text(text)
}

fn times() -> [Element; 2] {
    [
        heading("times", "Days and hours"),
        list([
            "A **date** is a day on the calendar of `forum.timeZone`. Every session should have one; where it is missing, the day of \
             its start is taken.",
            "A **moment** has an offset (`2027-05-11T09:00:00-05:00`), and is the same instant everywhere; or it has none \
             (`2027-05-11T09:00`), and is on the clock of `forum.timeZone`.",
            "A session with a date and no start is shown under its day as “time to be announced”.",
            "What begins after midnight may stay under the day before: `date` says where it is listed, `start` when it begins.",
            "A local time that clocks skip in spring is read as the time after the change; one that they show twice in autumn is the \
             first. Both are reported; an offset leaves no doubt.",
            "An end before its start is left out.",
        ]),
    ]
}

fn texts() -> [Element; 4] {
    [
        heading("texts", "Texts and languages"),
        list([
            "Text is text: HTML and Markdown are shown as they are written.",
            "White space at both ends, invisible controls and marks that turn the direction of writing are taken out. Line feeds and \
             the joiners inside emoji stay.",
            "A text by language may have any languages, and the widget shows what is nearest to the reader’s, marked with its \
             language. `forum-widget translate --missing` lists what is not there in all seven languages of the widget.",
        ]),
        heading("links-and-ids", "Links and ids"),
        list([
            "Only absolute addresses become links: `https://…`, `http://…`, `mailto:…`. A relative one is left out, since a feed is \
             read on pages of other sites.",
            "An id is one of its kind in its list; of two records with one id the first counts. Never change or reuse the id of a \
             session: calendars and links know it by that.",
        ]),
    ]
}

fn faults() -> [Element; 4] {
    [
        heading("faults", "What is bad costs only itself"),
        list([
            "A value that cannot be read is left out and reported; its record stays, unless it cannot do without it.",
            "Unknown fields are ignored, unknown words are read as the general case.",
            "A feed with one valid session is shown. Only a text that is not JSON, or has nothing to show, is refused as a whole.",
        ]),
        heading("repairs", "What is repaired"),
        list([
            "A byte-order mark is passed over; bytes that are not UTF-8, and halves of an emoji (`\\ud83d`), become U+FFFD, �.",
            "`null`, an empty text and a missing field are the same.",
            "Also read, though the schema has it otherwise: country codes in small letters, zones in any case, a space in place of \
             `T`, offsets as `+0900`, whole numbers as `7.0`.",
        ]),
    ]
}
