use super::context::Context;
use super::country::badge;
use super::node::{Element, element};
use crate::agenda::in_order;
use crate::feed::{Country, Participation, Person};
use crate::locale::{CountryCode, plural, present};
use crate::words;

const HEADING_ID: &str = "forum-delegations";

/// The heading, with room for what is below it.
pub fn place(context: &Context<'_>) -> Element {
    let heading = context.heading(1).class("section-heading").with("id", HEADING_ID);
    element("section.delegations part=panel")
        .with("aria-labelledby", HEADING_ID)
        .child(heading.text(context.messages().delegations))
}

/// The people by country, with its institutions; then those of countries that the source does not list, so that nobody is left
/// out, and those whose country it does not give.
pub fn draw(context: &Context<'_>) -> Element {
    let mut list = element("ul.delegation-list role=list");
    for (country, name) in context.countries_by_name() {
        list.add(delegation(context, country.code, Some(country), &name));
    }
    for code in unlisted(context) {
        list.add(delegation(context, code, None, &context.country_name(code)));
    }
    let list = list.maybe(without_country(context)).unless_empty();
    let nobody = || element("p.empty").text(context.messages().names_not_published);
    place(context).child(list.unwrap_or_else(nobody))
}

/// The countries of people that are not among those that take part.
fn unlisted(context: &Context<'_>) -> Vec<CountryCode> {
    let mut codes = Vec::new();
    for code in context.forum.people.iter().filter_map(|person| person.country) {
        if context.country(code).is_none() && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn delegation(context: &Context<'_>, code: CountryCode, country: Option<&Country>, name: &str) -> Element {
    let messages = context.messages();
    let marked = context.state.has_selected(code);
    let people = people_of(context, Some(code));
    let nobody = people.is_empty();
    let mark = element("p.mark").text(messages.selected);
    let mut ways: Vec<String> = Vec::new();
    if let Some(country) = country {
        ways.extend(country.host.then(|| messages.host.into()));
        for way in &country.participation {
            ways.push(participation(context, way));
        }
    }
    if ways.is_empty() {
        ways.push(messages.taking_part.into());
    }
    let note = country.and_then(|country| country.note.as_ref());
    element("li.delegation")
        .with_flag("data-marked", "true", marked)
        .child(mark.with_flag("hidden", "", !marked))
        .child(
            context
                .heading(2)
                .class("delegation-name")
                .with_flag("tabindex", "-1", marked)
                .child(badge(context, code))
                .child(element("span").text(name)),
        )
        .child(element("ul.ways role=list").children(ways.iter().map(|way| element("li").text(way))))
        .maybe((!nobody).then(|| people_list(context, people)))
        .maybe(nobody.then(|| element("p.empty").text(messages.names_not_published)))
        .maybe(context.optional(element("p.note"), note))
        .maybe(institutions(context, code))
}

/// One way of taking part: `Presencial · Nivel ministerial · 1 persona`.
fn participation(context: &Context<'_>, way: &Participation) -> String {
    let messages = context.messages();
    let mode = words::mode(messages, way.mode).into();
    let level = way.level.and_then(|level| words::level(messages, level)).map(String::from);
    let count = way.count.map(|count| plural(messages.people, count.into(), context.language));
    present(&[Some(mode), level, count], " · ")
}

/// The people of a country in the order of protocol.
pub fn people_of<'a>(context: &Context<'a>, country: Option<CountryCode>) -> Vec<&'a Person> {
    let (mut people, mut keys) = (Vec::new(), Vec::new());
    for person in &context.forum.people {
        if person.country == country {
            people.push(person);
            let protocol = person.protocol.map_or(i64::MAX, i64::from);
            keys.push([protocol, person.level.map_or(i64::MAX, |level| level as i64), 0]);
        }
    }
    let mut ordered = Vec::new();
    for position in in_order(keys) {
        ordered.extend(people.get(position as usize).copied());
    }
    ordered
}

/// These people, each with name and role.
pub fn people_list(context: &Context<'_>, people: Vec<&Person>) -> Element {
    let mut list = element("ul.speakers part=speakers role=list");
    for person in people {
        let name = element("p.person-name");
        let name = match context.optional(element("span.honorific"), person.honorific.as_ref()) {
            Some(honorific) => name.child(honorific).text(" "),
            None => name,
        };
        list.add(
            element("li")
                .child(name.child(context.write(element("span"), &person.name)))
                .maybe(context.optional(element("p.person-role"), person.role.as_ref()))
                .maybe(context.optional(element("p.note"), person.note.as_ref())),
        );
    }
    list
}

fn without_country(context: &Context<'_>) -> Option<Element> {
    let people = people_of(context, None);
    (!people.is_empty()).then(|| {
        element("li.delegation")
            .child(context.heading(2).class("delegation-name").text(context.messages().country_not_given))
            .child(people_list(context, people))
    })
}

fn institutions(context: &Context<'_>, country: CountryCode) -> Option<Element> {
    let mut names = element("ul role=list");
    for organization in &context.forum.organizations {
        if organization.country == Some(country) {
            names.add(context.write(element("li"), &organization.name));
        }
    }
    let heading = context.heading(3).class("institutions-heading").text(context.messages().institutions);
    Some(element("div.institutions").child(heading).child(names.unless_empty()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;
    use crate::html::print;
    use crate::locale::Language;
    use crate::map::geometry;
    use crate::settings::Settings;
    use crate::state::State;

    const FEED: &str = r#"{"version": 1, "countries": [
        {"code": "CR", "participation": [{"mode": "in-person", "count": 3}]}, {"code": "KR", "host": true}, {"code": "CL"}],
        "organizations": [{"id": "o", "name": "MSIT", "country": "KR"}, {"id": "q", "name": "CEPAL"}],
        "people": [{"id": "a", "name": "Ana", "country": "ES"}, {"id": "b", "name": "Beto", "country": "CR", "protocol": 2},
            {"id": "c", "name": "Cata", "country": "CR", "protocol": 1}, {"id": "d", "name": "Dora"},
            {"id": "e", "name": "Eva", "country": "CR"}, {"id": "f", "name": "Fito", "country": "CR", "level": "minister"}]}"#;

    /// The texts of each delegation.
    fn said(language: Language) -> Vec<String> {
        let html = drawn(FEED, language);
        let delegations = html.split("<li class=\"delegation\">").skip(1);
        let texts = |part: &str| {
            let texts = part.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text);
            texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        };
        delegations.map(texts).collect()
    }

    fn drawn(feed: &str, language: Language) -> String {
        let forum = read(feed.as_bytes()).unwrap().forum;
        let (settings, state, geometry) = (Settings::default(), State::default(), geometry());
        print(&draw(&Context::new(&forum, &settings, language, &state, &geometry)))
    }

    #[test]
    fn without_any_a_sentence_says_so() {
        let html = drawn(r#"{"version": 1, "sessions": [{"id": "a", "title": "A"}]}"#, Language::Es);
        assert!(
            html.contains("<p class=\"empty\">La fuente no publica nombres.</p>") && !html.contains("<ul"),
            "{html}"
        );
    }

    #[test]
    fn each_country_has_its_people_by_protocol_and_nobody_is_left_out() {
        assert_eq!(
            said(Language::Es),
            [
                "País seleccionado, CL, Chile, Participa, La fuente no publica nombres.",
                "País seleccionado, CR, Costa Rica, Presencial · 3&nbsp;personas, Cata, Beto, Fito, Eva",
                "País seleccionado, KR, República de Corea, Anfitrión, La fuente no publica nombres., Instituciones, MSIT",
                "País seleccionado, ES, España, Participa, Ana",
                "País no indicado, Dora",
            ]
        );
        assert!(said(Language::Ko).first().is_some_and(|first| first.contains("대한민국")), "in its order");
    }
}
