//! Programmes of any size, the same ones in each run: about 700 bytes a session, in Spanish, in Bogotá.

use anyhow::Result;
use serde_json::{Value, json};

/// The zone of the forum, with the offset that it has all year.
pub(crate) const ZONE: &str = "America/Bogota";
const OFFSET: &str = "-05:00";

/// The days of the forum, all in one month, so that a day's number is its date.
const FIRST_DAY: usize = 17;
const DAYS: usize = 5;
/// Sessions of half an hour in a room, from eight o'clock on.
const SLOTS: usize = 20;

const TOPICS: [&str; 10] = [
    "Conectividad rural",
    "Educación digital",
    "Gobierno electrónico",
    "Inteligencia artificial",
    "Ciberseguridad",
    "Inclusión y género",
    "Comercio electrónico",
    "Salud digital",
    "Redes 5G",
    "Protección de datos",
];
const FOCUSES: [&str; 8] = [
    "una agenda común para la región",
    "lecciones aprendidas en la última década",
    "financiación, regulación y cooperación",
    "de los proyectos piloto a la política pública",
    "la experiencia de los municipios pequeños",
    "qué pueden hacer las universidades",
    "indicadores para medir el avance",
    "alianzas con el sector privado",
];
const SENTENCES: [&str; 8] = [
    "Las delegaciones comparten los avances de sus estrategias nacionales y los obstáculos que aún persisten.",
    "Se presentan tres proyectos en marcha, con sus costos, sus plazos y lo que se haría de otra manera.",
    "El diálogo busca acuerdos concretos sobre interoperabilidad, estándares abiertos y formación docente.",
    "Los organismos multilaterales exponen las líneas de crédito y la cooperación técnica disponibles.",
    "La discusión se centra en las comunidades indígenas, las zonas de montaña y las islas del Caribe.",
    "Al final se abre un espacio de preguntas del público, con traducción simultánea.",
    "Participan también jóvenes investigadores, que presentan los resultados de sus trabajos.",
    "Se propone una hoja de ruta a cinco años, con metas que puedan verificarse cada año.",
];
const GIVEN_NAMES: [&str; 10] =
    ["José", "María", "Andrés", "Lucía", "Ramón", "Begoña", "Joaquín", "Inés", "Sebastián", "Verónica"];
const FAMILY_NAMES: [&str; 9] =
    ["Ñandú", "Peña", "Gutiérrez", "Sepúlveda", "Arboleda", "Cáceres", "Domínguez", "Muñoz", "Villalobos"];
const ROLES: [&str; 5] = [
    "Ministra de Tecnologías de la Información",
    "Viceministro de Educación",
    "Directora de Gobierno Digital",
    "Asesor de cooperación internacional",
    "Investigadora principal",
];
const COUNTRIES: [(&str, &str); 12] = [
    ("AR", "Argentina"),
    ("BR", "Brasil"),
    ("CL", "Chile"),
    ("CO", "Colombia"),
    ("CR", "Costa Rica"),
    ("EC", "Ecuador"),
    ("KR", "República de Corea"),
    ("MX", "México"),
    ("PA", "Panamá"),
    ("PE", "Perú"),
    ("PY", "Paraguay"),
    ("UY", "Uruguay"),
];
const KINDS: [&str; 4] = ["session", "panel", "session", "keynote"];

/// The feed of a forum with so many sessions.
///
/// # Errors
/// None that is known: the writer of JSON could have some.
pub(crate) fn feed(sessions: usize) -> Result<Vec<u8>> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let people: Vec<Value> = (0..sessions / 3 + 6).map(|number| person(number, &mut dice)).collect();
    let rooms = sessions.div_ceil(DAYS * SLOTS);
    let sessions: Vec<Value> =
        (0..sessions).map(|number| session(number, rooms, people.len(), &mut dice)).collect();
    let countries = COUNTRIES.map(|(code, name)| {
        json!({ "code": code, "name": name, "participation": [{ "mode": "in-person", "level": "minister" }] })
    });
    let topics: Vec<Value> =
        (0..).zip(TOPICS).map(|(number, name)| json!({ "id": topic_id(number), "name": name })).collect();
    let feed = json!({
        "version": 1,
        "updated": "2021-03-01T00:00:00Z",
        "forum": {
            "id": "foro-2021", "name": "Foro de Cooperación Digital 2021", "theme": "Cooperar para crecer",
            "timeZone": ZONE, "start": "2021-03-17", "end": "2021-03-21", "mode": "hybrid",
            "venue": { "name": "Centro de Convenciones", "city": "Bogotá", "country": "CO" },
        },
        "countries": countries, "people": people, "topics": topics, "sessions": sessions,
    });
    Ok(serde_json::to_vec(&feed)?)
}

fn person(number: usize, dice: &mut Dice) -> Value {
    let name = [dice.of(&GIVEN_NAMES), dice.of(&FAMILY_NAMES), dice.of(&FAMILY_NAMES)].join(" ");
    json!({ "id": format!("p{number}"), "honorific": dice.of(&["Sr.", "Sra."]), "name": name, "role": dice.of(&ROLES), "country": dice.of(&COUNTRIES).0 })
}

fn session(number: usize, rooms: usize, people: usize, dice: &mut Dice) -> Value {
    // Slot by slot through all rooms, and day by day.
    let (slot, room) = (number / rooms, number % rooms + 1);
    let day = FIRST_DAY + slot / SLOTS;
    let time = |half_hours: usize| {
        format!("2021-03-{day}T{:02}:{:02}:00{OFFSET}", 8 + half_hours / 2, half_hours % 2 * 30)
    };
    let topic = dice.below(TOPICS.len());
    let (speakers, countries) = (1 + dice.below(2), dice.below(3));
    let mut codes: Vec<&str> = (0..countries).map(|_| dice.of(&COUNTRIES).0).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut ids: Vec<usize> = (0..speakers).map(|_| dice.below(people)).collect();
    ids.sort_unstable();
    ids.dedup();
    let speakers: Vec<Value> = ids.iter().map(|id| json!({ "person": format!("p{id}") })).collect();
    let recording =
        json!({ "kind": "recording", "url": format!("https://video.example/foro-2021/sesiones/s{number}") });
    json!({
        "id": format!("s{number}"), "number": number + 1, "kind": dice.of(&KINDS),
        "title": format!("{}: {}", TOPICS.get(topic).unwrap_or(&""), dice.of(&FOCUSES)),
        "summary": format!("{} {}", dice.of(&SENTENCES), dice.of(&SENTENCES)),
        "start": time(slot % SLOTS), "end": time(slot % SLOTS + 1),
        "room": format!("Sala {room}"), "topics": [topic_id(topic)], "countries": codes, "people": speakers,
        "languages": { "spoken": ["es"], "interpretation": ["en", "pt"] },
        "links": [recording],
    })
}

fn topic_id(number: usize) -> String {
    format!("t{number}")
}

/// The generator xorshift64 (Marsaglia, "Xorshift RNGs", 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    fn of<Item: Copy>(&mut self, list: &[Item]) -> Item {
        list[self.below(list.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::feed;
    use forum_widget::feed::read;

    #[test]
    fn feeds_are_whole_and_of_the_promised_size() {
        for sessions in [1, 60, 689, 1_000, 10_000] {
            let feed = feed(sessions).unwrap();
            let reading = read(&feed).unwrap();
            assert_eq!(reading.forum.sessions.len(), sessions);
            assert!(reading.problems.is_empty(), "{:?}", reading.problems.first());
            let each = feed.len() / sessions;
            assert!(sessions < 60 || (600..800).contains(&each), "{each} bytes a session");
        }
    }
}
