//! HTML and Markdown as plain text: Forum Feed 1 has no markup.
