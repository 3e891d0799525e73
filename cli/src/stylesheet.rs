//! The widget's stylesheet for a page without a shadow root around it: every rule holds inside the widget's root only.

use forum_widget::view::{LATER_STYLESHEET, STYLESHEET};

/// The root as nobody else's page has it.
const ROOT: &str = ".root[part=\"root\"]";

/// What the element itself does in the widget, and what has no use without a script.
const HEAD: &str = "\
/* The forum widget without a script: for the HTML that `forum-widget render` prints. */

forum-widget {
  display: block;
  container-type: inline-size;
}
";

/// The stylesheet.
pub fn stylesheet() -> String {
    let mut css = String::from(HEAD);
    scope(&without_comments(STYLESHEET), &mut css);
    scope(&without_comments(LATER_STYLESHEET), &mut css);
    css
}

fn without_comments(css: &str) -> String {
    let mut text = String::new();
    for part in css.split("/*") {
        text.push_str(part.split_once("*/").map_or(part, |(_, behind)| behind));
    }
    text
}

/// Writes each rule with its selectors inside the root; the rules of `@media` and `@container` as well.
fn scope(css: &str, scoped: &mut String) {
    let mut rest = css;
    while let Some((prelude, behind)) = rest.split_once('{') {
        let end = block_end(behind);
        let (block, after) = behind.split_at(end);
        if prelude.trim_start().starts_with('@') {
            scoped.push_str(prelude);
            scoped.push('{');
            scope(block, scoped);
        } else {
            let space = prelude.len() - prelude.trim_start().len();
            scoped.push_str(&prelude[..space]);
            let selectors: Vec<String> =
                prelude.split(',').map(|selector| inside_root(selector.trim())).collect();
            scoped.push_str(&selectors.join(",\n"));
            scoped.push_str(" {");
            scoped.push_str(block);
        }
        scoped.push('}');
        rest = after.trim_start_matches('}');
    }
    scoped.push_str(rest);
}

fn inside_root(selector: &str) -> String {
    match selector.strip_prefix(".root") {
        Some(rest) => [ROOT, rest].concat(),
        None => [ROOT, " ", selector].concat(),
    }
}

/// Where the brace is that closes a block.
fn block_end(css: &str) -> usize {
    let mut depth = 1;
    for (position, letter) in css.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return position;
        }
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::{scope, stylesheet, without_comments};

    #[track_caller]
    fn check(css: &str, expected: &str) {
        let mut scoped = String::new();
        scope(&without_comments(css), &mut scoped);
        assert_eq!(scoped, expected);
    }

    #[test]
    fn every_selector_holds_inside_the_root_only() {
        check("h2,\nh3 {\n  a: b;\n}\n", ".root[part=\"root\"] h2,\n.root[part=\"root\"] h3 {\n  a: b;\n}\n");
        check(".root {}/* { */.root * {}", ".root[part=\"root\"] {}.root[part=\"root\"] * {}");
        check(
            "@media print {\n  .root:lang(ko) > p {\n    a: b;\n  }\n}",
            "@media print {\n  .root[part=\"root\"]:lang(ko) > p {\n    a: b;\n  }\n}",
        );
    }

    #[test]
    fn the_whole_stylesheet_stays_whole() {
        let css = stylesheet();
        assert_eq!(css.matches('{').count(), css.matches('}').count());
        let selectors = css.lines().filter(|line| line.ends_with('{') && !line.trim_start().starts_with('@'));
        assert!(selectors.clone().count() > 100);
        for selector in selectors.skip(1) {
            assert!(selector.trim_start().starts_with(".root[part=\"root\"]"), "{selector}");
        }
    }
}
