//! The settings as a webmaster reads of them.

/// A setting.
pub struct Setting {
    /// Its name, without `data-`.
    pub name: &'static str,
    /// The words that it takes, where it takes only these.
    pub words: &'static [&'static str],
    /// What it takes.
    pub values: &'static str,
    /// What holds without it.
    pub default: &'static str,
    /// What it does.
    pub meaning: &'static str,
}

const fn setting(
    name: &'static str,
    words: &'static [&'static str],
    values: &'static str,
    default: &'static str,
    meaning: &'static str,
) -> Setting {
    Setting { name, words, values, default, meaning }
}

const SWITCH: &[&str] = &["true", "false"];
const ON_OR_OFF: &str = "presence, true, 1, on; false, 0, off";

/// All of them.
pub const TABLE: [Setting; super::reading::KNOWN.len()] = [
    setting(
        "feed",
        &[],
        "an address, or #id of a JSON block of the page",
        "the forum that ships beside the script",
        "The feed that is shown.",
    ),
    setting(
        "view",
        &[],
        "any of agenda, map, delegations",
        "agenda map",
        "What is shown of it, in this order.",
    ),
    setting(
        "lang",
        &[],
        "a language tag such as es-CR, or auto",
        "auto",
        "The language; auto is the page's nearest lang, then the browser's, then Spanish.",
    ),
    setting(
        "timezone",
        &[],
        "event, none, or an IANA name",
        "event",
        "The event's own time comes first, with the visitor's beside it (also as local), none, or that of a zone.",
    ),
    setting(
        "theme",
        &["light", "dark", "auto", "inherit"],
        "light, dark, auto, inherit",
        "light",
        "The colours; auto follows the visitor's system, inherit the page.",
    ),
    setting(
        "country",
        &[],
        "country codes (ISO 3166-1 alpha-2)",
        "none",
        "The countries that are selected at the start.",
    ),
    setting(
        "day",
        &[],
        "a date, such as 2021-03-17",
        "today, or the first",
        "The day that is shown at the start; the days are tabs then.",
    ),
    setting(
        "topic",
        &[],
        "the id of a topic",
        "none",
        "The topic of which alone the sessions are shown at the start.",
    ),
    setting(
        "limit",
        &[],
        "a number from 1",
        "all up to 100, else 30",
        "How many sessions are drawn at first; a button has the others.",
    ),
    setting(
        "worldview",
        &["un", "ar", "ve", "gt", "none"],
        "un, ar, ve, gt, none",
        "un",
        "How disputed land is drawn: un has the Falkland Islands (Malvinas) neutral with a note, Essequibo as Guyana, Belize with a \
         solid line; ar, ve and gt have the claim of Argentina, Venezuela or Guatemala; none leaves out what is disputed.",
    ),
    setting(
        "map",
        &["geographic", "tiles"],
        "geographic, tiles",
        "geographic",
        "Land, or an equal tile for every state without any boundary, which a column under 340 px gets anyway.",
    ),
    setting("heading-level", &["2", "3", "4", "5", "6"], "2 to 6", "2", "The level of the first heading."),
    setting("label", &[], "text", "the forum's name", "The accessible name."),
    setting(
        "loading",
        &["lazy", "eager"],
        "lazy, eager",
        "lazy",
        "Whether it loads when it comes near what is seen, or before printing, and at once where the page hides it; or always at once.",
    ),
    setting(
        "engine",
        &["auto", "wasm", "js"],
        "auto, wasm, js",
        "auto",
        "WebAssembly, and where it cannot run the same engine as JavaScript; or one alone.",
    ),
    setting(
        "refresh",
        &[],
        "seconds (60 or more), or off",
        "off",
        "How often the feed is asked for again: some time later than that, not while the page is hidden; only what is another is \
         drawn.",
    ),
    setting(
        "favorites",
        SWITCH,
        ON_OR_OFF,
        "false",
        "Whether visitors may mark sessions, see and save them alone, and find marked what has changed or is new since their last visit, which their \
         browsers keep.",
    ),
    setting(
        "structured-data",
        SWITCH,
        ON_OR_OFF,
        "false",
        "Whether search engines are told of the forum (schema.org, JSON-LD), by a data block inside the element, which no policy has to \
         allow.",
    ),
    setting(
        "target",
        &[],
        "a CSS selector",
        "right behind the script",
        "On a script: the element in which its widget is put.",
    ),
    setting(
        "auto",
        SWITCH,
        ON_OR_OFF,
        "true",
        "Whether it starts by itself, or waits for ForumWidget.scan().",
    ),
    setting("debug", SWITCH, ON_OR_OFF, "false", "Whether the doctor examines the page."),
];

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn the_table_has_what_is_read_in_the_same_order() {
        assert_eq!(TABLE.map(|setting| setting.name), super::super::reading::KNOWN);
    }

    #[test]
    fn a_frame_takes_what_an_element_takes() {
        let script = include_str!("../../www/frame/embed.js");
        let list = script.split_once("KNOWN = [").unwrap().1.split_once(']').unwrap().0;
        let mut taken: Vec<_> = list.split('"').skip(1).step_by(2).collect();
        let mut known = super::super::reading::KNOWN.to_vec();
        known.retain(|name| !["target", "auto"].contains(name));
        taken.sort_unstable();
        known.sort_unstable();
        assert_eq!(taken, known);
    }

    #[test]
    fn a_script_takes_each() {
        let script = include_str!("../../www/loader/script.js");
        let list = script.split_once("/^(feed|view|").unwrap().1.split_once(")$/").unwrap().0;
        let mut taken: Vec<_> = ["feed|view|", list].concat().split('|').map(String::from).collect();
        let mut known = super::super::reading::KNOWN.to_vec();
        taken.sort_unstable();
        known.sort_unstable();
        assert_eq!(taken, known);
    }

    #[test]
    fn readme_has_each() {
        let readme = include_str!("../../README.md");
        for setting in TABLE {
            assert!(readme.contains(&["| `data-", setting.name, "` |"].concat()), "{}", setting.name);
        }
    }
}
