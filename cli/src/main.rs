//! The `forum-widget` program.
fn main() {}
