//! Which blocks a sheet has, which columns a block, and how people head them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{PARTS, Words, meaning, normalised};
use crate::feed::import::vocabulary::language_named;
use crate::feed::language_tag::LanguageTag;
use crate::feed::terms::{PersonPart, ResourceKind};

/// A table of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// The forum: a name and a value on each row.
    Forum,
    /// The programme.
    Sessions,
    /// Officials and experts.
    People,
    /// Countries that take part.
    Countries,
}

/// What a column holds, or a row of the forum's block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Attribution,
    AttributionUrl,
    City,
    ContactEmail,
    ContactName,
    ContactRole,
    ContactUrl,
    Count,
    Country,
    Countries,
    Date,
    End,
    Honorific,
    Host,
    Hosts,
    Id,
    Interpretation,
    Kind,
    Languages,
    Level,
    License,
    Link(ResourceKind),
    Mode,
    Name,
    Note,
    Number,
    Organization,
    People(PersonPart),
    PreviousStart,
    Protocol,
    Role,
    Room,
    Signed,
    Start,
    Status,
    Summary,
    Theme,
    TimeZone,
    Title,
    Topics,
    Url,
    Venue,
}

/// The heading of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What the column holds.
    pub column: Column,
    /// The language of its texts; empty where it names none.
    pub tag: String,
    /// As it stands in the sheet.
    pub written: String,
}

const BLOCKS: Words<Block> = &[
    (Block::Forum, "forum|foro"),
    (Block::Sessions, "sessions|sesiones|sessoes|agenda|programa|programme|program"),
    (Block::People, "people|personas|pessoas"),
    (Block::Countries, "countries|paises"),
];

const FORUM: Words<Column> = &[
    (Column::Id, "id|codigo"),
    (Column::Name, "name|nombre|nome"),
    (Column::Theme, "theme|lema|tema"),
    (Column::Summary, "summary|resumen|resumo|description|descripcion|descricao"),
    (Column::Url, "url|page|pagina|website|sitio web|site"),
    (Column::Status, "status|estado|situacion|situacao"),
    (Column::TimeZone, "time zone|timezone|zona horaria|huso horario|fuso horario"),
    (Column::Start, "start|inicio|first day|primer dia|primeiro dia"),
    (Column::End, "end|fin|fim|last day|ultimo dia"),
    (Column::Mode, "mode|modalidad|modalidade|modo"),
    (Column::Venue, "venue|sede|lugar|local"),
    (Column::City, "city|ciudad|cidade"),
    (Column::Country, "country|pais"),
    (Column::Languages, "languages|idiomas"),
    (Column::Hosts, "hosts|host|organizers|organizadores|anfitriones|anfitrioes|anfitrion|anfitriao"),
    (Column::License, "license|licence|licencia|licenca"),
    (Column::Attribution, "source|fuente|fonte"),
    (Column::AttributionUrl, "source url|url de la fuente|url da fonte"),
    (Column::ContactName, "contact|contacto|contato|contact name|nombre del contacto|nome do contato"),
    (Column::ContactRole, "contact role|cargo del contacto|cargo do contato"),
    (Column::ContactEmail, "contact email|correo|correo del contacto|email|e mail|email do contato"),
    (Column::ContactUrl, "contact url|pagina del contacto|pagina do contato"),
];

const SESSIONS: Words<Column> = &[
    (Column::Id, "id|codigo"),
    (Column::Number, "number|numero|num|no|nº|n º|n"),
    (Column::Kind, "kind|type|tipo"),
    (Column::Title, "title|titulo|session|sesion|sessao|activity|actividad|atividade|name|nombre|nome"),
    (Column::Summary, "summary|resumen|resumo|description|descripcion|descricao"),
    (Column::Date, "date|fecha|data|day|dia"),
    (
        Column::Start,
        "start|inicio|hora|time|horario|start time|hora inicio|hora de inicio|hora inicial|from|desde|de",
    ),
    (
        Column::End,
        "end|fin|fim|termino|end time|hora fin|hora de fin|hora fim|hora de fim|hora final|to|hasta|ate",
    ),
    (Column::Room, "room|sala|salon|salao|lugar|local|location"),
    (Column::Topics, "topics|topic|temas|tema|topicos|topico"),
    (Column::Countries, "countries|country|paises|pais"),
    (Column::Languages, "languages|language|idiomas|idioma"),
    (Column::Interpretation, "interpretation|interpretacion|interpretacao"),
    (Column::Signed, "signed|sign language|lengua de senas|lengua de signos|lingua de sinais|libras"),
    (Column::Status, "status|estado|situacion|situacao"),
    (Column::PreviousStart, "previous start|inicio anterior|hora anterior"),
    (Column::Link(ResourceKind::Stream), "stream|live stream|transmision|transmissao"),
    (Column::Link(ResourceKind::Recording), "recording|grabacion|gravacao|video"),
    (Column::Link(ResourceKind::Slides), "slides|diapositivas|presentacion|apresentacao"),
    (
        Column::Link(ResourceKind::PressRelease),
        "press release|comunicado|comunicado de prensa|comunicado de imprensa|nota de prensa",
    ),
    (
        Column::Link(ResourceKind::Document),
        "document|documents|documento|documentos|link|links|enlace|enlaces|url",
    ),
    (Column::Note, "note|notes|nota|notas|observaciones|observacoes"),
];

const PEOPLE: Words<Column> = &[
    (Column::Name, "name|nombre|nome|person|persona|pessoa"),
    (Column::Honorific, "honorific|tratamiento|tratamento"),
    (Column::Role, "role|cargo|position|puesto|funcao"),
    (Column::Country, "country|pais"),
    (
        Column::Organization,
        "organization|organisation|organizacion|organizacao|institution|institucion|instituicao",
    ),
    (Column::Level, "level|rango|nivel"),
    (Column::Mode, "mode|modalidad|modalidade|participation|participacion|participacao"),
    (Column::Protocol, "protocol|order|protocolo|orden|ordem"),
    (Column::Note, "note|notes|nota|notas|observaciones|observacoes"),
];

const COUNTRIES: Words<Column> = &[
    (Column::Country, "country|pais|code|codigo"),
    (Column::Name, "name|nombre|nome"),
    (Column::Host, "host|anfitrion|anfitriao|sede"),
    (Column::Mode, "mode|modalidad|modalidade|participation|participacion|participacao"),
    (Column::Count, "count|number|people|cantidad|numero|personas|quantidade|pessoas"),
    (Column::Level, "level|rango|nivel"),
    (Column::Note, "note|notes|nota|notas|observaciones|observacoes"),
];

/// The block that a row with nothing but this word begins.
pub fn block(cell: &str) -> Option<Block> {
    meaning(BLOCKS, cell)
}

impl Heading {
    /// A heading of a block: `Título`, `title (en)`, `titulo_pt-BR`, `Título español`.
    pub fn read(block: Block, cell: &str) -> Option<Heading> {
        if cell.len() > LONGEST {
            return None;
        }
        let name = normalised(cell);
        let heading = |column, tag| Heading { column, tag, written: cell.trim().into() };
        if let Some(column) = column(block, &name) {
            return Some(heading(column, String::new()));
        }
        let (rest, last) = name.rsplit_once(' ')?;
        if let Some(column) = column(block, rest).filter(|column| column.has_languages()) {
            return language(last).map(|tag| heading(column, tag));
        }
        let (rest, primary) = rest.rsplit_once(' ')?;
        let column = column(block, rest).filter(|column| column.has_languages())?;
        let tag = LanguageTag::parse(&format!("{}-{last}", language(primary)?))?;
        Some(heading(column, tag.as_str().into()))
    }
}

fn column(block: Block, name: &str) -> Option<Column> {
    COLUMNS.get(block as usize)?.get(name).copied()
}

/// The columns of each block by every word for them, in the order of [`Block`].
static COLUMNS: LazyLock<[HashMap<&str, Column>; 4]> = LazyLock::new(|| {
    [FORUM, SESSIONS, PEOPLE, COUNTRIES].map(|words| {
        let parts = if words == SESSIONS { PARTS } else { &[] };
        let parts = parts.iter().map(|(part, words)| (Column::People(*part), *words));
        let columns = words.iter().copied().chain(parts);
        columns.flat_map(|(column, words)| words.split('|').map(move |word| (word, column))).collect()
    })
});

/// No heading is longer, in bytes.
const LONGEST: usize = 100;

/// The tag that a heading ends with: two or three letters, or the name of a language.
fn language(word: &str) -> Option<String> {
    let is_tag = matches!(word.len(), 2 | 3) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_tag { Some(word.into()) } else { language_named(word).map(|tag| tag.as_str().into()) }
}

impl Column {
    /// Whether there may be one of it for each language.
    fn has_languages(self) -> bool {
        matches!(
            self,
            Column::Title
                | Column::Summary
                | Column::Room
                | Column::Note
                | Column::Name
                | Column::Role
                | Column::Honorific
                | Column::Theme
                | Column::Venue
                | Column::City
                | Column::Attribution
                | Column::License
                | Column::ContactName
                | Column::ContactRole
        )
    }

    /// Whether a row of headings of that block must have it.
    pub fn is_needed(self, block: Block) -> bool {
        match block {
            Block::Forum => false,
            Block::Sessions => self == Column::Title,
            Block::People => self == Column::Name,
            Block::Countries => self == Column::Country,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_three_languages_and_any_form() {
        use Block::{Countries, Forum, People, Sessions};
        for (block, written, column, tag) in [
            (Sessions, "Título", Column::Title, ""),
            (Sessions, " TITULO_ES ", Column::Title, "es"),
            (Sessions, "title (en)", Column::Title, "en"),
            (Sessions, "Título pt-BR", Column::Title, "pt-br"),
            (Sessions, "Título (español)", Column::Title, "es"),
            (Sessions, "Título [português]", Column::Title, "pt"),
            (Sessions, "Hora de início", Column::Start, ""),
            (Sessions, "Hora fim:", Column::End, ""),
            (Sessions, "Nº", Column::Number, ""),
            (Sessions, "Moderadora", Column::People(PersonPart::Moderator), ""),
            (Sessions, "Transmisión", Column::Link(ResourceKind::Stream), ""),
            (People, "Nombre", Column::Name, ""),
            (People, "Cargo es", Column::Role, "es"),
            (Countries, "País", Column::Country, ""),
            (Forum, "Fuso horário", Column::TimeZone, ""),
        ] {
            let heading = Heading::read(block, written);
            assert_eq!(
                heading.map(|found| (found.column, found.tag)),
                Some((column, tag.into())),
                "{written}"
            );
        }
        for written in
            ["", "Presupuesto", "Fecha es", "Título zzzz", "es", "title title title", "Título pt-brasileiro"]
        {
            assert_eq!(Heading::read(Sessions, written), None, "{written}");
        }
    }

    #[test]
    fn no_word_stands_for_two_columns() {
        for (table, found) in [FORUM, SESSIONS, PEOPLE, COUNTRIES].into_iter().zip(&*COLUMNS) {
            let words: Vec<&str> = table.iter().flat_map(|(_, words)| words.split('|')).collect();
            let parts: Vec<&str> = PARTS.iter().flat_map(|(_, words)| words.split('|')).collect();
            let all = if table == SESSIONS { [words, parts].concat() } else { words };
            assert!(all.iter().all(|word| normalised(word) == *word && word.len() <= LONGEST), "{all:?}");
            assert_eq!(found.len(), all.len(), "one of them is there twice: {all:?}");
        }
    }
}
