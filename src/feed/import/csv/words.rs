//! What people write for the closed lists of a feed, in Spanish, Portuguese and English. Without accents, in lower
//! case, with a single space for anything that is neither letter nor digit, as [`normalised`] gives it.

use crate::feed::terms::{ForumMode, Level, Mode, PersonPart, SessionKind, Status};
use crate::locale::fold;

/// Meanings, each with its words, between bars.
pub type Words<T> = &'static [(T, &'static str)];

/// The meaning of a word.
pub fn meaning<T: Copy>(words: Words<T>, word: &str) -> Option<T> {
    let word = normalised(word);
    words.iter().find(|(_, all)| all.split('|').any(|one| one == word)).map(|(meaning, _)| *meaning)
}

/// A word of a person as the lists here have it. One that is longer than any of them is cut.
pub fn normalised(word: &str) -> String {
    let start: String = word.chars().take(100).collect();
    let folded = fold(&start);
    let parts = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// What a session is.
pub const KINDS: Words<SessionKind> = &[
    (SessionKind::Opening, "opening|apertura|abertura|inauguracion|inauguracao|sesion inaugural"),
    (SessionKind::Remarks, "remarks|palabras|palavras|discurso|discursos|intervencion|intervencao"),
    (SessionKind::Keynote, "keynote|conferencia|conferencia magistral|conferencia magna|palestra magna"),
    (SessionKind::Panel, "panel|painel|panel discussion|mesa redonda|round table"),
    (SessionKind::Session, "session|sesion|sessao"),
    (SessionKind::Break, "break|coffee break|pausa|receso|descanso|intervalo|cafe|almuerzo|almoco|lunch"),
    (SessionKind::Ceremony, "ceremony|ceremonia|cerimonia"),
    (SessionKind::Bilateral, "bilateral|bilateral meeting|reunion bilateral|reuniao bilateral"),
    (SessionKind::Closing, "closing|clausura|cierre|encerramento"),
];

/// What became of it.
pub const STATUSES: Words<Status> = &[
    (Status::Scheduled, "scheduled|programada|programado|prevista|previsto|agendada|confirmada|confirmed"),
    (Status::Live, "live|en vivo|en directo|ao vivo"),
    (Status::Ended, "ended|finalizada|finalizado|terminada|concluida|encerrada"),
    (Status::Moved, "moved|rescheduled|reprogramada|trasladada|reagendada|remarcada"),
    (Status::Postponed, "postponed|pospuesta|pospuesto|aplazada|aplazado|postergada|adiada|adiado"),
    (Status::Cancelled, "cancelled|canceled|cancelada|cancelado|suspendida|suspendido"),
];

/// How somebody takes part.
pub const MODES: Words<Mode> = &[
    (Mode::InPerson, "in person|presencial"),
    (
        Mode::PreRecorded,
        "pre recorded|prerecorded|grabado|grabada|pregrabado|pregrabada|gravado|gravada|video",
    ),
    (Mode::Online, "online|en linea|virtual|remoto|remota"),
];

/// How the forum meets.
pub const FORUM_MODES: Words<ForumMode> = &[
    (ForumMode::InPerson, "in person|presencial"),
    (ForumMode::Online, "online|en linea|virtual"),
    (ForumMode::Hybrid, "hybrid|hibrido|hibrida|mixto|mixta|misto|mista"),
];

/// Ranks.
pub const LEVELS: Words<Level> = &[
    (
        Level::HeadOfState,
        "head of state|head of government|jefe de estado|jefa de estado|jefe de gobierno|jefa de gobierno|\
         chefe de estado|chefe de governo|presidente|presidenta|president",
    ),
    (Level::Minister, "minister|ministro|ministra"),
    (
        Level::ViceMinister,
        "vice minister|deputy minister|viceministro|viceministra|vice ministro|vice ministra",
    ),
    (Level::HighLevel, "high level|alto nivel|alta autoridad|alta autoridade"),
    (Level::Expert, "expert|experto|experta|especialista|perito"),
];

/// What a person does in a session.
pub const PARTS: Words<PersonPart> = &[
    (PersonPart::OpeningRemarks, "opening remarks|palabras de apertura|palavras de abertura"),
    (PersonPart::WelcomeRemarks, "welcome remarks|palabras de bienvenida|palavras de boas vindas"),
    (PersonPart::CongratulatoryRemarks, "congratulatory remarks|palabras de felicitacion|felicitaciones"),
    (
        PersonPart::Keynote,
        "keynote|conferencista|conferencista magistral|conferencia magistral|palestra magna",
    ),
    (PersonPart::Chair, "chair|chairs|preside|presidencia"),
    (
        PersonPart::Moderator,
        "moderator|moderators|moderador|moderadora|moderadores|moderadoras|modera|moderacion|moderacao",
    ),
    (PersonPart::Panelist, "panelist|panelists|panelista|panelistas|painelista|painelistas"),
    (
        PersonPart::Speaker,
        "speaker|speakers|people|personas|pessoas|orador|oradora|oradores|ponente|ponentes|expositor|expositora|\
         expositores|palestrante|palestrantes|participantes|participants",
    ),
];

/// Yes and no.
pub const ANSWERS: Words<bool> =
    &[(true, "yes|si|sim|x|true|verdadero|verdadeiro|1"), (false, "no|nao|false|falso|0")];
