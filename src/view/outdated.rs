use super::context::Context;
use super::footer;
use super::node::{Element, element};
use super::screen::{Part, part};

/// A part with a line more: what is shown is an old copy of the feed, of its date, and the loader, which owns the network,
/// may be told to try again.
pub fn outdated(which: Part, context: &Context<'_>) -> Element {
    let messages = context.messages();
    let date = footer::updated(context).map(|date| [" ", &date, "."].concat()).unwrap_or_default();
    let line = element("p.outdated role=status")
        .text(&[messages.outdated, &date, " "].concat())
        .child(element("button.retry type=button data-action=retry").text(messages.retry));
    part(which, context).child(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;
    use crate::html::print;
    use crate::locale::{Language, Messages};
    use crate::map::geometry;
    use crate::settings::Settings;
    use crate::state::State;

    #[test]
    fn the_line_has_the_date_and_a_button_in_every_language() {
        let feed = br#"{"version": 1, "updated": "2021-03-15T09:00:00+09:00",
            "forum": {"id": "f", "name": "Foro", "timeZone": "Asia/Seoul", "start": "2021-03-17", "end": "2021-03-17"}}"#;
        let (forum, geometry) = (read(feed).unwrap().forum, geometry());
        let (settings, state) = (Settings::default(), State::default());
        for language in Language::ALL {
            let context = &Context::new(&forum, &settings, language, &state, &geometry);
            let messages = Messages::of(language);
            for which in [Part::Header, Part::Footer] {
                let line = print(&outdated(which, context));
                let line = line.split_once("outdated").unwrap().1.replace("&nbsp;", "\u{a0}");
                for text in [messages.outdated, "2021", messages.retry, "data-action=\"retry\""] {
                    assert!(line.contains(text), "{language:?}: no {text} in {line}");
                }
                assert!(!print(&part(which, context)).contains("outdated"));
            }
        }
    }
}
