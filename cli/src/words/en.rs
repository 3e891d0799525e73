//! English.

use super::Words;

pub const WORDS: Words = Words {
    error: "error",
    warning: "warning",
    errors: "{} error\n{} errors\n{} errors",
    warnings: "{} warning\n{} warnings\n{} warnings",
    no_problems: "no problems",
    cannot_read: "cannot read {}",
    not_shared: "no other site can read it in a browser; serve it with the header Access-Control-Allow-Origin: *",
    cannot_write: "cannot write {}",
    too_large: "is larger than is allowed (8 MB, 10,000 sessions)",
    syntax: "cannot be read from line {} on; check the format",
    not_in_the_format: "is not in the format given with --from",
    another_format: "is in the format {}; write --from {}",
    name_is_missing: "the format does not state the forum’s name; add --name \"Name of the forum\"",
    time_zone_is_missing: "the format does not state the time zone; add --time-zone America/Bogota",
    no_session: "holds no session",
    unknown_session: "no session has the id {}",
    no_day: "none of the sessions has a date",
    losses: "{} loss\n{} losses\n{} losses",
    incomplete_texts: "{} incomplete text\n{} incomplete texts\n{} incomplete texts",
    loss_kinds: [
        "Forum Feed has no such field; it was left out.",
        "The record lacks a title, a name or a date; it was left out.",
        "The date or time cannot be read; it was left out.",
        "The value cannot be read; it was left out.",
        "No record has this id; the reference was left out.",
        "Another record has the same id; it was given another.",
        "The address is not complete or not of the web; it was left out.",
        "The markup (HTML or Markdown) was taken out and its text kept.",
        "The rule of repetition was left out; the first time was kept.",
        "The text was too long and was cut.",
        "The country, language or time zone is not known; it was left out.",
    ],
};
