//! The JSON of the pretalx widget.
//!
//! It has no name of the event. What has no code is a break or another slot without a talk; `duration` is what was
//! planned, and `end` what counts.

use super::draft::Draft;
use super::names::Names;
use super::object::{Object, parse_as};
use super::vocabulary::session_kind;
use super::{Format, Import, ImportError, LossKind, Options};
use crate::feed::document::{PersonDocument, SessionDocument, SessionLanguages};
use crate::feed::terms::{SessionKind, Status};
use crate::time::{Instant, Moment};

pub(super) fn read(text: &str, options: &Options) -> Result<Import, ImportError> {
    let members = parse_as(Format::Pretalx, text)?;
    let mut draft = Draft::new(options);
    let mut root = Object::root(&members);
    if let Some(zone) = root.text("timezone", &mut draft) {
        draft.set_time_zone(&zone, &"timezone");
    }
    draft.document.forum.name = root.translated("name", &mut draft);
    draft.document.forum.start = root.date("event_start", &mut draft);
    draft.document.forum.end = root.date("event_end", &mut draft);
    let tracks = Names::read("tracks", &mut root, &mut draft);
    let rooms = Names::read("rooms", &mut root, &mut draft);
    for speaker in root.objects("speakers", &mut draft) {
        read_speaker(speaker, &mut draft);
    }
    for talk in root.objects("talks", &mut draft) {
        read_talk(talk, &tracks, &rooms, &mut draft);
    }
    root.leave(&["version"], &mut draft);
    draft.finish()
}

fn read_speaker(mut speaker: Object<'_>, draft: &mut Draft<'_>) {
    let code = speaker.text("code", draft).unwrap_or_default();
    let person = PersonDocument {
        name: speaker.plain("name", draft).unwrap_or_default(),
        note: speaker.markdown("biography", draft),
        ..PersonDocument::default()
    };
    draft.add_person(&code, person, &speaker.place);
    // One picture in three sizes.
    speaker.leave(&["avatar_thumbnail_default", "avatar_thumbnail_tiny"], draft);
}

fn read_talk(mut talk: Object<'_>, tracks: &Names, rooms: &Names, draft: &mut Draft<'_>) {
    let [code, id] = ["code", "id"].map(|key| talk.text(key, draft).unwrap_or_default());
    let title = talk.translated("title", draft).unwrap_or_default();
    let parts = [talk.markdown("abstract", draft), talk.markdown("description", draft)];
    let session = SessionDocument {
        kind: kind_of(&mut talk, !code.is_empty(), draft),
        summary: draft.paragraphs(&title, &parts, &talk.place_of("abstract")),
        title,
        start: talk.moment("start", draft),
        end: talk.moment("end", draft),
        room: rooms.of("room", &mut talk, draft).map(|(_, room)| room),
        topics: tracks
            .of("track", &mut talk, draft)
            .map(|(id, track)| draft.topic(&id, &track))
            .into_iter()
            .collect(),
        people: talk.speakers("speakers", draft),
        languages: languages_of(&mut talk, draft),
        status: status_of(&mut talk, draft),
        ..SessionDocument::default()
    };
    draft.add_session(session, &[&code, &id], &talk.place);
    if let Some(updated) = talk.moment("updated", draft) {
        let instant = |moment: Moment| -> Instant { moment.resolve(draft.time_zone()).instant };
        if draft.document.updated.is_none_or(|latest| instant(latest) < instant(updated)) {
            draft.document.updated = Some(updated);
        }
    }
    talk.leave(&["duration"], draft);
}

fn kind_of(talk: &mut Object<'_>, is_talk: bool, draft: &mut Draft<'_>) -> SessionKind {
    let slot = talk.text("slot_type", draft);
    let session_type = talk.translated("session_type", draft);
    // Versions before there were slot types had no slots without a talk but breaks.
    if slot.map_or(!is_talk, |slot| slot == "break") {
        return SessionKind::Break;
    }
    let Some(name) = session_type.as_ref().and_then(|name| name.entries().next()) else {
        return SessionKind::default();
    };
    session_kind(name.1).unwrap_or_else(|| {
        draft.lose(LossKind::NoSuchField, &format_args!("{}.session_type", talk.places));
        SessionKind::default()
    })
}

fn languages_of(talk: &mut Object<'_>, draft: &mut Draft<'_>) -> Option<SessionLanguages> {
    let tag = talk.text("content_locale", draft)?;
    let language = draft.language(&tag, &talk.place_of("content_locale"))?;
    Some(SessionLanguages { spoken: vec![language], ..SessionLanguages::default() })
}

/// The states of a submission are those of its review, but for these two.
fn status_of(talk: &mut Object<'_>, draft: &mut Draft<'_>) -> Status {
    match talk.text("state", draft).as_deref() {
        Some("canceled" | "withdrawn") => Status::Cancelled,
        _ => Status::Scheduled,
    }
}
