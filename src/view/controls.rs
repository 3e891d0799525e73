use super::context::Context;
use super::details::language_name;
use super::node::{Element, element};
use crate::agenda::choices;
use crate::locale::{item, plural};
use crate::state::Action;
use crate::words;

/// From so many sessions on a programme is worth searching.
const WORTH_SEARCHING: usize = 4;

/// Search, filters and the calendar of the whole.
pub fn draw(context: Context<'_>) -> Option<Element> {
    let messages = context.messages();
    (context.forum.sessions.len() >= WORTH_SEARCHING).then(|| {
        element("form")
            .class("controls")
            .with("role", "search")
            .child(
                element("input")
                    .class("search")
                    .with("type", "search")
                    .with("name", "search")
                    .with("autocomplete", "off")
                    .with("maxlength", "100")
                    .with("aria-label", messages.search_label)
                    .with("placeholder", messages.search_label)
                    .with_value("value", context.state.filter.query.clone()),
            )
            .maybe(filters(context))
            .child(calendars(context))
    })
}

/// How many sessions were found, said to those who listen; empty while none is sought.
pub fn results(context: Context<'_>) -> Element {
    let messages = context.messages();
    let count = context.found.map(|found| found.iter().filter(|found| **found).count());
    let text = count.map(|count| plural(messages.results, count as u64, context.language));
    let clear = element("button")
        .class("clear-filter")
        .with("type", "button")
        .with_value("data-action", Action::ClearFilter.written())
        .with_flag("hidden", "", text.is_none())
        .text(messages.clear_filters);
    element("div")
        .class("results")
        .child(element("p").with("role", "status").text(&text.unwrap_or_default()))
        .child(clear)
}

fn disclosure(name: &str, inside: Element) -> Element {
    element("details").class("menu").child(element("summary").class("action").text(name)).child(inside)
}

fn filters(context: Context<'_>) -> Option<Element> {
    let (forum, messages, filter) = (context.forum, context.messages(), &context.state.filter);
    let choices = choices(forum);
    let topics = choices.topics.iter().filter_map(|id| {
        Some((
            Action::Topic(Some(*id)),
            context.string(&forum.topic(*id)?.name).to_owned(),
            filter.topic == Some(*id),
        ))
    });
    let countries = choices.countries.iter().map(|code| {
        (Action::Country(Some(*code)), context.country_name(*code), filter.country == Some(*code))
    });
    let kinds = choices.kinds.iter().map(|kind| {
        (Action::Kind(Some(*kind)), words::kind(messages, *kind).to_owned(), filter.kind == Some(*kind))
    });
    let languages = choices.languages.iter().map(|tag| {
        let chosen = filter.language.as_deref() == Some(*tag);
        (Action::Language(Some((*tag).to_owned())), language_name(context, tag).to_owned(), chosen)
    });
    let modes = choices.modes.iter().map(|mode| {
        (Action::Mode(Some(*mode)), words::mode(messages, *mode).to_owned(), filter.mode == Some(*mode))
    });
    let lists: [(Action, Vec<(Action, String, bool)>); 5] = [
        (Action::Topic(None), topics.collect()),
        (Action::Country(None), countries.collect()),
        (Action::Kind(None), kinds.collect()),
        (Action::Language(None), languages.collect()),
        (Action::Mode(None), modes.collect()),
    ];
    let selects = lists.into_iter().enumerate().filter_map(|(position, (none, options))| {
        (options.len() > 1)
            .then(|| select(item(messages.filter_names, position), messages.all_of_it, none, options))
    });
    let selects: Vec<Element> = selects.collect();
    (!selects.is_empty())
        .then(|| disclosure(messages.filters, element("div").class("choices").children(selects)))
}

fn select(name: &str, all: &str, none: Action, options: Vec<(Action, String, bool)>) -> Element {
    let options = options.into_iter().map(|(action, text, chosen)| option(action, &text, chosen));
    element("label")
        .class("choice")
        .child(element("span").text(name))
        .child(element("select").child(option(none, all, false)).children(options))
}

fn option(action: Action, text: &str, chosen: bool) -> Element {
    element("option").with_value("value", action.written()).with_flag("selected", "", chosen).text(text)
}

/// The calendar of the whole programme, and of what was found in it.
fn calendars(context: Context<'_>) -> Element {
    let messages = context.messages();
    let button = |action: Action, text: &str| {
        element("button")
            .class("action")
            .with("type", "button")
            .with_value("data-action", action.written())
            .text(text)
    };
    disclosure(
        messages.add_to_calendar,
        element("div")
            .class("choices")
            .child(button(Action::SaveAll, messages.calendar_all))
            .child(button(Action::SaveFound, messages.calendar_found)),
    )
}
