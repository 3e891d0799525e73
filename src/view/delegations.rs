use super::context::Context;
use super::country::badge;
use super::node::{Element, element};
use crate::agenda::in_order;
use crate::feed::{Country, Participation, Person};
use crate::locale::{CountryCode, plural};
use crate::words;

const HEADING_ID: &str = "forum-delegations";

/// The heading, with room for what is below it.
pub fn place(context: Context<'_>) -> Element {
    let heading = context.heading(1).class("section-heading").with("id", HEADING_ID);
    element("section.delegations part=panel")
        .with("aria-labelledby", HEADING_ID)
        .child(heading.text(context.messages().delegations))
}

/// The people by country; then those whose country the source does not give, and the institutions.
pub fn draw(context: Context<'_>) -> Element {
    let delegations =
        context.countries_by_name().into_iter().map(|(country, name)| delegation(context, country, &name));
    place(context).child(
        element("ul.delegation-list role=list").children(delegations).children(without_country(context)),
    )
}

fn delegation(context: Context<'_>, country: &Country, name: &str) -> Element {
    let messages = context.messages();
    let marked = context.state.has_selected(country.code);
    let people = people_of(context, Some(country.code));
    let nobody = people.is_empty();
    let item = element("li.delegation");
    let item = if marked { item.with("data-marked", "true") } else { item };
    let mark = element("p.mark").text(messages.selected);
    let host = country.host.then(|| element("li").text(messages.host));
    let ways = country.participation.iter().map(|way| element("li").text(&participation(context, way)));
    item.child(if marked { mark } else { mark.with("hidden", "") })
        .child(
            context
                .heading(2)
                .class("delegation-name")
                .child(badge(context, country.code))
                .child(element("span").text(name)),
        )
        .child(element("ul.ways role=list").children(host).children(ways))
        .maybe((!nobody).then(|| people_list(context, people)))
        .children(nobody.then(|| element("p.empty").text(messages.names_not_published)))
        .maybe(context.optional(element("p.note"), country.note.as_ref()))
        .children(institutions(context, country.code))
}

/// One way of taking part: `Presencial · Nivel ministerial · 1 persona`.
fn participation(context: Context<'_>, way: &Participation) -> String {
    let messages = context.messages();
    let mut text = String::from(words::mode(messages, way.mode));
    let level = way.level.and_then(|level| words::level(messages, level)).map(String::from);
    let count = way.count.map(|count| plural(messages.people, count.into(), context.language));
    for fact in [level, count].into_iter().flatten() {
        text.push_str(" · ");
        text.push_str(&fact);
    }
    text
}

/// The people of a country in the order of protocol.
pub fn people_of(context: Context<'_>, country: Option<CountryCode>) -> Vec<&Person> {
    let people = context.forum.people.iter().filter(|person| person.country == country);
    let people: Vec<&Person> = people.collect();
    let key = |person: &&Person| {
        let protocol = person.protocol.map_or(i64::MAX, i64::from);
        [protocol, person.level.map_or(-1, |level| level as i64), 0]
    };
    let order = in_order(people.iter().map(key).collect());
    order.into_iter().filter_map(|position| people.get(position as usize).copied()).collect()
}

/// These people, each with name and role.
pub fn people_list(context: Context<'_>, people: Vec<&Person>) -> Element {
    let items = people.into_iter().map(|person| {
        let name = element("p.person-name");
        let name = match context.optional(element("span.honorific"), person.honorific.as_ref()) {
            Some(honorific) => name.child(honorific).text(" "),
            None => name,
        };
        element("li")
            .child(name.child(context.write(element("span"), &person.name)))
            .maybe(context.optional(element("p.person-role"), person.role.as_ref()))
            .maybe(context.optional(element("p.note"), person.note.as_ref()))
    });
    element("ul").part("speakers").with("role", "list").children(items)
}

fn without_country(context: Context<'_>) -> Option<Element> {
    let people = people_of(context, None);
    (!people.is_empty()).then(|| {
        element("li.delegation")
            .child(context.heading(2).class("delegation-name").text(context.messages().country_not_given))
            .child(people_list(context, people))
    })
}

fn institutions(context: Context<'_>, country: CountryCode) -> Option<Element> {
    let organizations = context.forum.organizations.iter();
    let names: Vec<Element> = organizations
        .filter(|organization| organization.country == Some(country))
        .map(|organization| context.write(element("li"), &organization.name))
        .collect();
    (!names.is_empty()).then(|| {
        element("div.institutions")
            .child(context.heading(3).class("institutions-heading").text(context.messages().institutions))
            .child(element("ul role=list").children(names))
    })
}
