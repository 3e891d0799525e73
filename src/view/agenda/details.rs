use super::actions::CLASS;
use crate::feed::{Appearance, Quote, Resource, Session, SessionId};
use crate::locale::{Language, item, label, separated};
use crate::view::context::Context;
use crate::view::node::{Element, element};
use crate::words;

/// The id by which the title of a session names what it opens.
pub fn id(session: SessionId) -> String {
    ["forum-details-", &crate::locale::number(session.0.into())].concat()
}

/// Everything that is known of a session beyond its card: there for find-in-page and for print also while it is folded,
/// unless the programme is too large to be drawn as a whole.
pub fn draw(context: &Context<'_>, id: SessionId, session: &Session) -> Element {
    let open = context.state.opened == Some(id);
    let details =
        element("div.details").with_value("id", self::id(id)).with_flag("hidden", "until-found", !open);
    if !open && !context.is_whole() {
        return details;
    }
    let mut people = list("speakers");
    for appearance in &session.people {
        people = people.maybe(draw_person(context, *appearance));
    }
    let mut topics = list("topics");
    for topic in session.topics.iter().filter_map(|id| context.forum.topic(*id)) {
        topics.add(context.write(element("li").part("topic"), &topic.name));
    }
    let mut links = list("links");
    for link in &session.links {
        links.add(element("li").child(draw_link(context, link)));
    }
    let mut details = details.maybe(people.unless_empty());
    for quote in &session.quotes {
        details.add(draw_quote(context, quote));
    }
    details
        .maybe(context.optional(element("p.note"), session.note.as_ref()))
        .maybe(languages(context, session))
        .maybe(topics.unless_empty())
        .maybe(links.unless_empty())
        .maybe(open.then(|| element("div").class(CLASS)))
}

fn list(class: &'static str) -> Element {
    element("ul").part(class).with("role", "list")
}

/// A link that leaves the page.
pub fn outside(address: String, text: &str) -> Element {
    element("a.link part=link rel=noreferrer target=_blank").with_value("href", address).text(text)
}

fn draw_link(context: &Context<'_>, link: &Resource) -> Element {
    let kind = words::resource(context.messages(), link.kind);
    let title = context.optional(element("span"), link.title.as_ref());
    let drawn = outside(link.url.as_str().to_owned(), if title.is_some() { "" } else { kind }).maybe(title);
    match &link.language {
        Some(tag) => drawn.text(&[" (", language_name(context, tag.as_str()), ")"].concat()),
        None => drawn,
    }
}

/// `Idioma: español · Interpretación a: inglés`.
fn languages(context: &Context<'_>, session: &Session) -> Option<Element> {
    let languages = session.languages.as_ref()?;
    let labels = context.messages().languages_of_session;
    let mut lines = Vec::new();
    for (position, tags) in
        [&languages.spoken, &languages.interpretation, &languages.signed].into_iter().enumerate()
    {
        let names: Vec<String> =
            tags.iter().map(|tag| language_name(context, tag.as_str()).to_owned()).collect();
        if !names.is_empty() {
            lines.push(label(item(labels, position), context.language) + &separated(&names, ", "));
        }
    }
    (!lines.is_empty()).then(|| element("p.languages").text(&separated(&lines, " · ")))
}

/// The name of a language, or its tag where the widget has no name for it.
pub fn language_name<'a>(context: &Context<'_>, tag: &'a str) -> &'a str {
    let names = context.messages().language_names;
    Language::of_tag(tag).map_or(tag, |language| item(names, language as usize))
}

fn draw_person(context: &Context<'_>, appearance: Appearance) -> Option<Element> {
    let person = context.forum.person(appearance.person)?;
    let part = words::part(context.messages(), appearance.part);
    let name = element("span.person-name");
    let name = match context.optional(element("span.honorific"), person.honorific.as_ref()) {
        Some(honorific) => name.child(honorific).text(" "),
        None => name,
    };
    let item = element("li").child(name.child(context.write(element("span"), &person.name)));
    let item = item.maybe(part.map(|part| element("span.person-part").text(part)));
    let organization = person.organization.and_then(|id| context.forum.organization(id));
    let institution = organization.map(|own| context.write(element("span.person-role"), &own.name));
    let country = person.country.map(|code| element("span.person-role").text(&context.country_name(code)));
    Some(
        item.maybe(context.optional(element("span.person-role"), person.role.as_ref()))
            .maybe(institution)
            .maybe(country),
    )
}

/// Words stay in the language in which they were published, and say which it is.
fn draw_quote(context: &Context<'_>, quote: &Quote) -> Element {
    let speaker = quote.person.and_then(|person| context.forum.person(person));
    let foreign = quote.text.choose(context.language).and_then(|chosen| chosen.foreign);
    let language = foreign.map(|tag| element("span.language").text(context.messages().in_language(tag)));
    element("figure.quote")
        .child(element("blockquote").child(context.write(element("p"), &quote.text)))
        .child(
            element("figcaption")
                .maybe(speaker.map(|person| context.write(element("span"), &person.name)))
                .maybe(language),
        )
}
