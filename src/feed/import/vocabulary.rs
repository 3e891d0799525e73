//! What other systems call kinds of sessions, links and people, and languages, in the words that organisers choose.
//!
//! Words are compared without case and accents.

use crate::feed::language_tag::LanguageTag;
use crate::feed::terms::{PersonPart, ResourceKind, SessionKind};
use crate::locale::fold;

/// The kind of session that a type, format or category says; nothing where it says none of ours.
pub fn session_kind(name: &str) -> Option<SessionKind> {
    let words = words(name);
    // A break-out session is not a break.
    let is = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    KINDS
        .iter()
        .find(|(kind, known)| is(known) && !(*kind == SessionKind::Break && is(&["out"])))
        .map(|(kind, _)| *kind)
}

const KINDS: &[(SessionKind, &[&str])] = &[
    (SessionKind::Keynote, &["keynote", "keynotes", "magistral"]),
    (SessionKind::Panel, &["panel", "painel", "podium", "roundtable", "conversatorio"]),
    (SessionKind::Opening, &["opening", "apertura", "inauguracion", "abertura"]),
    (SessionKind::Closing, &["closing", "clausura", "cierre", "encerramento"]),
    (SessionKind::Ceremony, &["ceremony", "ceremonia", "cerimonia"]),
    (SessionKind::Bilateral, &["bilateral"]),
    (SessionKind::Remarks, &["remarks", "welcome", "palabras", "bienvenida"]),
    (
        SessionKind::Break,
        &["break", "pause", "pausa", "receso", "intervalo", "lunch", "coffee", "almuerzo", "almoco"],
    ),
    (
        SessionKind::Session,
        &["session", "sesion", "sessao", "talk", "lecture", "presentation", "ponencia", "charla", "palestra"],
    ),
];

/// What a link leads to, by its title or type.
pub fn resource_kind(name: &str) -> ResourceKind {
    let words = words(name);
    let is = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if is(&["recording", "grabacion", "gravacao"]) {
        ResourceKind::Recording
    } else if is(&["stream", "livestream", "transmision", "transmissao"]) {
        ResourceKind::Stream
    } else if is(&["slides", "slide", "diapositivas", "folien"]) {
        ResourceKind::Slides
    } else {
        ResourceKind::Document
    }
}

/// What a person does, by the name of a role; nothing where it says none of ours.
pub fn person_part(role: &str) -> Option<PersonPart> {
    match words(role).last().map(String::as_str) {
        Some("speaker" | "presenter" | "orador" | "oradora" | "ponente") => Some(PersonPart::Speaker),
        Some("moderator" | "moderador" | "moderadora") => Some(PersonPart::Moderator),
        Some("chair") => Some(PersonPart::Chair),
        Some("panelist" | "panelista") => Some(PersonPart::Panelist),
        _ => None,
    }
}

/// What a category of Sessionize asks for, by its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// In which language the session is held.
    Language,
    /// What kind of session it is.
    Format,
    /// What it is about, and anything else.
    Topic,
}

/// What a category asks for.
pub fn category(title: &str) -> Category {
    let words = words(title);
    let is = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if is(&["language", "languages", "idioma", "idiomas", "lengua", "lingua", "langue", "언어"]) {
        Category::Language
    } else if is(&["format", "formato", "type", "tipo"]) {
        Category::Format
    } else {
        Category::Topic
    }
}

/// A language by its name in one of the languages of the widget.
pub fn language_named(name: &str) -> Option<LanguageTag> {
    let words = words(name);
    let is = |known: &&(&str, &[&str])| words.iter().any(|word| known.1.contains(&word.as_str()));
    LANGUAGES.iter().find(is).and_then(|(tag, _)| LanguageTag::parse(tag))
}

const LANGUAGES: &[(&str, &[&str])] = &[
    ("es", &["spanish", "espanol", "castellano", "espanhol", "espagnol", "스페인어"]),
    ("pt", &["portuguese", "portugues", "portugais", "포르투갈어"]),
    ("en", &["english", "ingles", "anglais", "영어"]),
    ("ko", &["korean", "coreano", "coreen", "한국어"]),
    ("fr", &["french", "frances", "francais", "프랑스어"]),
    ("ht", &["creole", "kreyol", "criollo", "crioulo"]),
    ("nl", &["dutch", "neerlandes", "holandes", "nederlands", "neerlandais"]),
];

/// The words of a name, folded.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_of_a_name_decides() {
        for (name, expected) in [
            ("Keynote (45 minutes)", Some(SessionKind::Keynote)),
            ("Conferencia magistral", Some(SessionKind::Keynote)),
            ("Inauguración", Some(SessionKind::Opening)),
            ("Coffee break", Some(SessionKind::Break)),
            ("Break-out session", Some(SessionKind::Session)),
            ("lightning_talk", Some(SessionKind::Session)),
            ("Workshop", None),
            ("", None),
        ] {
            assert_eq!(session_kind(name), expected, "{name}");
        }
        assert_eq!(resource_kind("Foro: slides"), ResourceKind::Slides);
        assert_eq!(resource_kind("Grabación"), ResourceKind::Recording);
        assert_eq!(resource_kind("Programa"), ResourceKind::Document);
        assert_eq!(person_part("Session Moderator"), Some(PersonPart::Moderator));
        assert_eq!(person_part("catering"), None);
        assert_eq!(category("¿En qué idioma?"), Category::Language);
        assert_eq!(category("Session format"), Category::Format);
        assert_eq!(category("Level"), Category::Topic);
        for (name, tag) in [("Español", "es"), ("English (UK)", "en"), ("한국어", "ko"), ("Kreyòl", "ht")]
        {
            assert_eq!(language_named(name).as_ref().map(LanguageTag::as_str), Some(tag), "{name}");
        }
        assert_eq!(language_named("Klingon"), None);
    }
}
