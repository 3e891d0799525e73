//! `www/schema/forum-feed-1.schema.json`: what an organiser may write, for editors and validators (JSON Schema 2020-12).

use forum_widget::feed::schema::schema;

/// The text of `www/schema/forum-feed-1.schema.json`.
pub fn generate() -> String {
    format!("{:#}\n", schema())
}

#[cfg(test)]
mod tests {
    use super::generate;

    const CHECKED_IN: &str = include_str!("../../../www/schema/forum-feed-1.schema.json");

    #[test]
    fn the_checked_in_schema_is_what_the_types_give() {
        assert!(generate() == CHECKED_IN.replace("\r\n", "\n"), "run `cargo xtask generate`");
    }

    /// Editors load it for each feed that is opened.
    #[test]
    fn the_schema_is_small() {
        assert!(CHECKED_IN.len() < 400_000, "{} bytes", CHECKED_IN.len());
    }
}
