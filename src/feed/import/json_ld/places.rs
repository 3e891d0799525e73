//! Where an event is: places, and addresses of the web.

use super::people::country_of;
use super::thing::Thing;
use crate::feed::document::{Resource, Venue};
use crate::feed::import::LossKind;
use crate::feed::import::draft::Draft;
use crate::feed::terms::ResourceKind;
use crate::feed::text::Text;

/// The place of the forum, and where it is on the web.
pub fn venue(event: &mut Thing<'_>, draft: &mut Draft<'_>) -> (Option<Venue>, Vec<Resource>) {
    let mut venue: Option<Venue> = None;
    let mut streams = Vec::new();
    for placed in event.values("location") {
        let found = match event.thing(&placed) {
            Some(thing) if is_virtual(&thing) => {
                streams.extend(stream(thing, draft));
                continue;
            }
            Some(thing) => place(thing, draft),
            None => {
                let name = placed.0.as_str().and_then(|name| event.plain(name, &placed.1, draft));
                Venue { name, ..Venue::default() }
            }
        };
        if venue.is_some() {
            draft.lose(LossKind::NoSuchField, &placed.1);
        } else {
            venue = Some(found);
        }
    }
    (venue, streams)
}

/// The room of a session, where it is not the forum's place itself; and its streams.
pub fn room(event: &mut Thing<'_>, draft: &mut Draft<'_>) -> (Option<Text>, Vec<Resource>) {
    let (place, streams) = venue(event, draft);
    let forum = draft.document.forum.venue.as_ref().and_then(|venue| venue.name.as_ref());
    let room = place.and_then(|place| place.name).filter(|name| Some(name) != forum);
    (room, streams)
}

fn is_virtual(thing: &Thing<'_>) -> bool {
    thing.is(|name| name == "VirtualLocation")
}

fn stream(mut thing: Thing<'_>, draft: &mut Draft<'_>) -> Vec<Resource> {
    let title = thing.text("name", draft);
    let links = thing.links("url", draft);
    if links.is_empty() {
        draft.lose(LossKind::UnusableLink, &thing.place());
    }
    let resource =
        |(url, _)| Resource { kind: ResourceKind::Stream, url, title: title.clone(), language: None };
    links.into_iter().map(resource).collect()
}

fn place(mut thing: Thing<'_>, draft: &mut Draft<'_>) -> Venue {
    let mut venue = Venue { name: thing.text("name", draft), ..Venue::default() };
    for placed in thing.values("address").into_iter().take(1) {
        match thing.thing(&placed) {
            Some(mut address) => {
                venue.city = address.text("addressLocality", draft);
                venue.country = country_of(&mut address, "addressCountry", draft);
                address.leave(&[], draft);
            }
            // A line for the post says of itself where the city is.
            None if venue.name.is_none() => {
                venue.name = placed.0.as_str().and_then(|line| thing.plain(line, &placed.1, draft));
            }
            None => draft.lose(LossKind::NoSuchField, &placed.1),
        }
    }
    thing.leave(&["address"], draft);
    venue
}
