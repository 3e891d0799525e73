use super::context::Context;
use super::node::{Element, element};
use crate::feed::{Link, Text};
use crate::locale::{fill, label, long_date};

/// Source, licence, last change and contact.
pub fn draw(context: &Context<'_>) -> Element {
    let (forum, messages) = (context.forum, context.messages());
    let attribution = forum.attribution.as_ref();
    let source = attribution.and_then(|attribution| attribution.source.as_ref());
    let license = attribution.and_then(|attribution| attribution.license.as_ref());
    let address = attribution.and_then(|attribution| attribution.url.as_ref());
    let contact = forum.contact.as_ref();
    let office = contact.and_then(|contact| contact.name.as_ref().or(contact.role.as_ref()));
    let updated = updated(context).map(|updated| element("p").text(&updated));
    element("footer")
        .part("footer")
        .maybe(source.map(|source| labelled(context, messages.source, source, None)))
        .maybe(license.map(|license| labelled(context, messages.license, license, address)))
        .maybe(updated)
        .maybe(office.map(|office| {
            labelled(context, messages.contact, office, contact.and_then(|contact| contact.url.as_ref()))
        }))
}

/// When the organiser last changed the feed: `Actualizado el 17 de marzo de 2021`.
pub fn updated(context: &Context<'_>) -> Option<String> {
    let forum = context.forum;
    let date = long_date(forum.time_zone.to_local(forum.updated?).date, context.language);
    Some(fill(context.messages().updated, &date))
}

fn labelled(context: &Context<'_>, name: &str, text: &Text, address: Option<&Link>) -> Element {
    let value = match address {
        Some(address) => {
            element("a.link part=link rel=noreferrer").with_value("href", address.as_str().to_owned())
        }
        None => element("span"),
    };
    element("p").text(&label(name, context.language)).child(context.write(value, text))
}
