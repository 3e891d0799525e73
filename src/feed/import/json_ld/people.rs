//! Who performs and who organizes.

use std::collections::HashSet;

use super::reader::Reader;
use super::thing::{Placed, Thing};
use crate::feed::document::{AppearanceDocument, Contact, Organization, PersonDocument};
use crate::feed::identifier::Identifier;
use crate::feed::import::LossKind;
use crate::feed::import::countries::country_named;
use crate::feed::import::draft::Draft;
use crate::feed::import::ids::key_of;
use crate::feed::import::texts::first;
use crate::feed::terms::{OrganizationPart, PersonPart};
use crate::feed::text::Text;
use crate::locale::CountryCode;

/// What a value of `performer` or `organizer` is.
enum Actor<'a> {
    /// Somebody, with a name.
    Person(Text, Option<Thing<'a>>),
    /// An organization, with a name.
    Organization(Text, Option<Thing<'a>>),
}

impl Reader<'_> {
    /// The people who perform. An organization that does is in the feed, but of no session.
    pub fn performers(&mut self, event: &mut Thing<'_>) -> Vec<AppearanceDocument> {
        let mut people: Vec<AppearanceDocument> = Vec::new();
        let mut known = HashSet::new();
        for key in ["performer", "performers", "actor", "speaker"] {
            for placed in event.values(key) {
                match self.actor(event, &placed, false) {
                    Some(Actor::Person(name, thing)) => {
                        let person = self.person(name, thing, &placed.1);
                        people.extend(person.filter(|person| known.insert(person.person.0.clone())));
                    }
                    Some(Actor::Organization(name, thing)) => {
                        self.organization(name, thing, Some(OrganizationPart::Speaker));
                        self.draft.lose(LossKind::NoSuchField, &placed.1);
                    }
                    None => {}
                }
            }
        }
        people
    }

    /// Reports who organizes a session, where that is not who organizes the forum.
    pub fn check_organizers(&mut self, event: &mut Thing<'_>) {
        for placed in event.values("organizer") {
            let of_forum = match self.actor(event, &placed, true) {
                Some(Actor::Person(name, _)) => {
                    let contact = self.draft.document.forum.contact.as_ref();
                    contact.is_some_and(|contact| contact.name.as_ref() == Some(&name))
                }
                Some(Actor::Organization(name, thing)) => {
                    let id = self.organization(name, thing, None);
                    self.draft.document.forum.hosts.contains(&id)
                }
                None => continue,
            };
            if !of_forum {
                self.draft.lose(LossKind::NoSuchField, &placed.1);
            }
        }
    }

    /// Organizations that organize the forum are its hosts; the first person is whom to ask.
    pub fn read_hosts(&mut self, event: &mut Thing<'_>) {
        for placed in event.values("organizer").into_iter().take(MOST_HOSTS) {
            match self.actor(event, &placed, true) {
                Some(Actor::Organization(name, thing)) => {
                    let id = self.organization(name, thing, Some(OrganizationPart::Host));
                    if !self.draft.document.forum.hosts.contains(&id) {
                        self.draft.document.forum.hosts.push(id);
                    }
                }
                Some(Actor::Person(name, thing)) if self.draft.document.forum.contact.is_none() => {
                    let contact = contact(name, thing, &mut self.draft);
                    self.draft.document.forum.contact = Some(contact);
                }
                Some(Actor::Person(..)) => self.draft.lose(LossKind::NoSuchField, &placed.1),
                None => {}
            }
        }
    }

    /// What a value is; one without a type is what such values mostly are.
    fn actor<'a>(&mut self, event: &Thing<'a>, placed: &Placed<'a>, organizer: bool) -> Option<Actor<'a>> {
        let draft = &mut self.draft;
        let mut thing = event.thing(placed);
        let name = match &mut thing {
            Some(thing) => name_of(thing, draft),
            None => placed.0.as_str().and_then(|name| event.plain(name, &placed.1, draft)),
        };
        let Some(name) = name else {
            draft.lose(LossKind::IncompleteRecord, &placed.1);
            return None;
        };
        let is = |known: fn(&str) -> bool| thing.as_ref().is_some_and(|thing| thing.is(known));
        let person = is(|name| name == "Person") || !organizer && !is(|name| !name.is_empty());
        Some(if person { Actor::Person(name, thing) } else { Actor::Organization(name, thing) })
    }

    fn person(&mut self, name: Text, thing: Option<Thing<'_>>, place: &str) -> Option<AppearanceDocument> {
        let key = key_of(first(&name));
        let known = self.draft.known_person(&key);
        let person = match (known, thing) {
            (Some(person), _) => Some(person),
            (None, None) => self.draft.person_named(name, &place),
            (None, Some(mut thing)) => {
                let organization = self.employer(&mut thing);
                let draft = &mut self.draft;
                let person = PersonDocument {
                    name,
                    honorific: thing.text("honorificPrefix", draft),
                    role: thing.text("jobTitle", draft),
                    country: country_of(&mut thing, "nationality", draft),
                    organization,
                    note: thing.text("description", draft),
                    ..PersonDocument::default()
                };
                thing.leave(&["name", "givenName", "familyName"], draft);
                draft.add_named_person(person, &place)
            }
        };
        person.map(|person| AppearanceDocument { person, part: PersonPart::Speaker })
    }

    /// Where somebody works, which JSON-LD says in one of three ways.
    fn employer(&mut self, person: &mut Thing<'_>) -> Option<Identifier> {
        let mut employer = None;
        for key in ["worksFor", "affiliation", "memberOf"] {
            for placed in person.values(key) {
                match self.actor(person, &placed, true) {
                    Some(Actor::Organization(name, thing)) if employer.is_none() => {
                        employer = Some(self.organization(name, thing, None));
                    }
                    _ => self.draft.lose(LossKind::NoSuchField, &placed.1),
                }
            }
        }
        employer
    }

    fn organization(
        &mut self,
        name: Text,
        thing: Option<Thing<'_>>,
        part: Option<OrganizationPart>,
    ) -> Identifier {
        let draft = &mut self.draft;
        let country = thing.and_then(|mut thing| {
            let address = thing.things("address").into_iter().next();
            let country = address.and_then(|mut address| country_of(&mut address, "addressCountry", draft));
            thing.leave(&["name", "address"], draft);
            country
        });
        let organization = Organization { name, country, part, ..Organization::default() };
        self.organizations.named(organization, draft)
    }
}

/// No forum has more.
const MOST_HOSTS: usize = 100;

fn name_of(thing: &mut Thing<'_>, draft: &mut Draft<'_>) -> Option<Text> {
    let name = thing.text("name", draft);
    let parts = ["givenName", "familyName"].map(|key| thing.word(key, draft).map(|(part, _)| part));
    name.or_else(|| {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        draft.text(&parts.join(" "), &thing.place())
    })
}

fn contact(name: Text, thing: Option<Thing<'_>>, draft: &mut Draft<'_>) -> Contact {
    let mut contact = Contact { name: Some(name), ..Contact::default() };
    if let Some(mut thing) = thing {
        contact.role = thing.text("jobTitle", draft);
        contact.email = thing.word("email", draft).and_then(|(address, place)| {
            draft.text(address.strip_prefix("mailto:").unwrap_or(&address), &place)
        });
        contact.url = thing.links("url", draft).into_iter().next().map(|(link, _)| link);
        thing.leave(&["name", "givenName", "familyName"], draft);
    }
    contact
}

/// A country: a text, or a `Country` with a name or an identifier.
pub fn country_of(thing: &mut Thing<'_>, key: &'static str, draft: &mut Draft<'_>) -> Option<CountryCode> {
    let placed = thing.values(key).into_iter().next()?;
    let names = match thing.thing(&placed) {
        Some(mut country) => ["identifier", "name", "alternateName"].map(|key| country.word(key, draft)),
        None => [placed.0.as_str().map(|name| (name.into(), placed.1.clone())), None, None],
    };
    let country = names.iter().flatten().find_map(|(name, _)| country_named(name));
    if country.is_none() {
        draft.lose(LossKind::UnknownName, &placed.1);
    }
    country
}
