//! Sessionize, view "All".
//!
//! It has neither a name nor a zone of the event, and most of its times have no offset. Ids are texts here and numbers
//! there, which makes no difference.

use std::collections::HashMap;

use super::draft::Draft;
use super::names::Names;
use super::object::{Object, parse_as};
use super::vocabulary::{Category, category, language_named, session_kind};
use super::{Format, Import, ImportError, LossKind, Options};
use crate::feed::document::{PersonDocument, Resource, SessionDocument, SessionLanguages};
use crate::feed::identifier::Identifier;
use crate::feed::language_tag::LanguageTag;
use crate::feed::terms::{ResourceKind, SessionKind, Status};
use crate::feed::text::Text;

pub(super) fn read(text: &str, options: &Options) -> Result<Import, ImportError> {
    let members = parse_as(Format::Sessionize, text)?;
    let mut draft = Draft::new(options);
    let mut root = Object::root(&members);
    let categories = read_categories(&mut root, &mut draft);
    let rooms = Names::read("rooms", &mut root, &mut draft);
    for speaker in root.objects("speakers", &mut draft) {
        read_speaker(speaker, &mut draft);
    }
    for session in root.objects("sessions", &mut draft) {
        read_session(session, &categories, &rooms, &mut draft);
    }
    // The questions are lost with their answers.
    root.leave(&["questions"], &mut draft);
    draft.finish()
}

/// What an item of a category says of a session.
enum Item {
    Topic(Text),
    Kind(SessionKind),
    Language(LanguageTag),
}

fn read_categories(root: &mut Object<'_>, draft: &mut Draft<'_>) -> HashMap<String, Item> {
    let mut categories = HashMap::new();
    for mut record in root.objects("categories", draft) {
        let asked = category(&record.text("title", draft).unwrap_or_default());
        for mut item in record.objects("items", draft) {
            let id = item.text("id", draft);
            match id.zip(item.plain("name", draft)) {
                Some((id, name)) => drop(categories.insert(id.into_owned(), item_of(asked, name))),
                None => draft.lose(LossKind::IncompleteRecord, &item.place),
            }
            item.leave(&["sort"], draft);
        }
        record.leave(&["id", "sort", "type"], draft);
    }
    categories
}

/// An item whose name says no kind or language of ours is a topic, so that it is not lost.
fn item_of(asked: Category, name: Text) -> Item {
    let words = name.entries().next().map_or("", |(_, words)| words);
    let item = match asked {
        Category::Language => language_named(words).map(Item::Language),
        Category::Format => session_kind(words).map(Item::Kind),
        Category::Topic => None,
    };
    item.unwrap_or(Item::Topic(name))
}

fn read_speaker(mut speaker: Object<'_>, draft: &mut Draft<'_>) {
    let id = speaker.text("id", draft).unwrap_or_default();
    let full = speaker.plain("fullName", draft);
    let [first, last] = ["firstName", "lastName"].map(|key| speaker.text(key, draft).unwrap_or_default());
    let person = PersonDocument {
        name: full.or_else(|| draft.text(&format!("{first} {last}"), &speaker.place)).unwrap_or_default(),
        role: speaker.plain("tagLine", draft),
        note: speaker.plain("bio", draft),
        ..PersonDocument::default()
    };
    draft.add_person(&id, person, &speaker.place);
    speaker.leave(&["sessions"], draft);
}

fn read_session(
    mut session: Object<'_>,
    categories: &HashMap<String, Item>,
    rooms: &Names,
    draft: &mut Draft<'_>,
) {
    let id = session.text("id", draft).unwrap_or_default();
    let mut record = SessionDocument {
        title: session.plain("title", draft).unwrap_or_default(),
        summary: session.plain("description", draft),
        start: session.moment("startsAt", draft),
        end: session.moment("endsAt", draft),
        people: session.speakers("speakers", draft),
        links: links_of(&mut session, draft),
        status: status_of(&mut session, draft),
        ..SessionDocument::default()
    };
    read_category_items(&mut session, categories, &mut record, draft);
    let service = session.flag("isServiceSession", draft);
    if service {
        record.kind = SessionKind::Break;
    }
    record.room = room_of(&mut session, service, rooms, draft);
    draft.add_session(record, &[&id], &session.place);
    session.leave(&["isInformed", "isConfirmed"], draft);
}

fn read_category_items(
    session: &mut Object<'_>,
    categories: &HashMap<String, Item>,
    record: &mut SessionDocument,
    draft: &mut Draft<'_>,
) {
    for (id, place) in session.texts("categoryItems", draft) {
        match categories.get(&*id) {
            Some(Item::Topic(name)) => {
                let topic: Identifier = draft.topic(&id, name);
                if !record.topics.contains(&topic) {
                    record.topics.push(topic);
                }
            }
            Some(Item::Kind(kind)) => record.kind = *kind,
            Some(Item::Language(language)) => {
                let languages = record.languages.get_or_insert_with(SessionLanguages::default);
                if !languages.spoken.contains(language) {
                    languages.spoken.push(language.clone());
                }
            }
            None => draft.lose(LossKind::UnknownReference, &place),
        }
    }
}

/// The room. A session for all is in every room of the programme: a break in none of them, anything else where its
/// room is.
fn room_of(session: &mut Object<'_>, service: bool, rooms: &Names, draft: &mut Draft<'_>) -> Option<Text> {
    let for_all = session.flag("isPlenumSession", draft);
    let room = rooms.of("roomId", session, draft).map(|(_, room)| room);
    if for_all && service {
        return None;
    }
    if for_all {
        draft.lose(LossKind::NoSuchField, &format_args!("{}.isPlenumSession", session.places));
    }
    room
}

fn links_of(session: &mut Object<'_>, draft: &mut Draft<'_>) -> Vec<Resource> {
    let mut links = Vec::new();
    for (key, kind) in [("liveUrl", ResourceKind::Stream), ("recordingUrl", ResourceKind::Recording)] {
        links.extend(session.link(key, draft).map(|url| Resource { kind, url, ..Resource::default() }));
    }
    links
}

/// The states of a submission are those of its review, but for this one.
fn status_of(session: &mut Object<'_>, draft: &mut Draft<'_>) -> Status {
    match session.text("status", draft).as_deref() {
        Some("Cancelled" | "Canceled") => Status::Cancelled,
        _ => Status::Scheduled,
    }
}
