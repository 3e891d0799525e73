//! Spanish.

use super::Messages;
use crate::locale::country_names;
use crate::locale::zones::city_names;

pub const MESSAGES: Messages = Messages {
    programme: "Programa",
    programme_to_be_announced: "El programa está por anunciarse.",
    participating_countries: "Países participantes",
    delegations: "Delegaciones",
    countries: "{}\u{a0}país\n{}\u{a0}de\u{a0}países\n{}\u{a0}países",
    sessions: "{}\u{a0}sesión\n{}\u{a0}de\u{a0}sesiones\n{}\u{a0}sesiones",
    people: "{}\u{a0}persona\n{}\u{a0}de\u{a0}personas\n{}\u{a0}personas",
    digit_group: ".",
    organizers: "Organización",
    source: "Fuente",
    license: "Licencia",
    updated: "Actualizado el {}",
    contact: "Contacto",
    map_description: "Mapa de los países participantes; la lista siguiente contiene los mismos datos.",
    map_note: "Los límites y los nombres que figuran en este mapa no implican apoyo ni aceptación por parte \
               de los organizadores.",
    malvinas_note: "† Existe una controversia entre la Argentina y el Reino Unido sobre la soberanía de las Islas \
        Malvinas (Falkland Islands).",
    regions: "Región\n\
        Todo\n\
        México y Centroamérica\n\
        Caribe\n\
        América del Sur",
    also_taking_part: "Otros participantes",
    choose_country: "Elija un país para destacar la delegación y las sesiones de ese país.",
    clear_selection: "Quitar la selección",
    selected: "País seleccionado",
    host: "Anfitrión",
    day_number: "Día {}",
    day_to_be_announced: "Fecha por anunciar",
    time_to_be_announced: "Hora por anunciar",
    hours_not_published: "Horario no publicado",
    time_of: "Hora de {}",
    session_number: "Sesión {}",
    names_not_published: "La fuente no publica nombres.",
    country_not_given: "País no indicado",
    country_names: country_names::ES,
    institutions: "Instituciones",
    in_language: "en español\n\
        en portugués\n\
        en inglés\n\
        en coreano\n\
        en francés\n\
        en criollo haitiano\n\
        en neerlandés",
    forum_modes: "Presencial\n\
        En línea\n\
        Presencial y en línea",
    modes: "Presencial\n\
        Video grabado\n\
        En línea",
    several_modes: "Varias modalidades",
    taking_part: "Participa",
    levels: "Jefatura de Estado o de Gobierno\n\
        Nivel ministerial\n\
        Nivel viceministerial\n\
        Alto nivel\n\
        Nivel técnico",
    kinds: "Apertura\n\
        Discurso\n\
        Conferencia magistral\n\
        Panel\n\
        Pausa\n\
        Ceremonia\n\
        Reunión bilateral\n\
        Clausura\n\
        Sesión",
    parts: "Discurso de apertura\n\
        Palabras de bienvenida\n\
        Palabras de felicitación\n\
        Conferencia magistral\n\
        Presidencia\n\
        Moderación\n\
        Panel",
    statuses: "En curso\n\
        Finalizada\n\
        Cambio de horario\n\
        Pospuesta\n\
        Cancelada",
    months: "enero\n\
        febrero\n\
        marzo\n\
        abril\n\
        mayo\n\
        junio\n\
        julio\n\
        agosto\n\
        septiembre\n\
        octubre\n\
        noviembre\n\
        diciembre",
    weekdays: "Lunes\n\
        Martes\n\
        Miércoles\n\
        Jueves\n\
        Viernes\n\
        Sábado\n\
        Domingo",
    and: " y ",
    retry: "Reintentar",
    outdated: "El programa no se pudo actualizar; se muestra la última copia disponible.",
    failures: "No se pudo cargar el programa: el servidor no responde o no permite leerlo desde este sitio.\n\
        No se pudo cargar el programa: la política de seguridad de esta página (CSP) bloquea su dirección.\n\
        No se pudo cargar el programa: el servidor respondió con un error.\n\
        No se pudo mostrar el programa: el documento recibido no es un programa válido.\n\
        No se pudo mostrar el programa: el documento supera el tamaño permitido.",
    problems: "El texto no es JSON válido o está incompleto; corrija la escritura en este punto.\n\
        Hay demasiados niveles de anidación; se admiten 64.\n\
        El valor no es del tipo esperado; escríbalo como indica el formato.\n\
        Falta un campo obligatorio; añádalo.\n\
        Se desconoce esta versión del formato; escriba 1.\n\
        La fecha no existe o no tiene la forma AAAA-MM-DD.\n\
        La hora no existe o no sigue RFC 3339 (por ejemplo, 2021-03-17T09:00:00+09:00).\n\
        Esta hora local no existe por el cambio de hora; indique el desfase horario.\n\
        Esta hora local ocurre dos veces por el cambio de hora; indique el desfase horario.\n\
        No es un código de país ISO 3166-1 de dos letras.\n\
        No es una etiqueta de idioma BCP 47 (por ejemplo, es o pt-BR).\n\
        No es una zona horaria conocida (por ejemplo, America/Bogota).\n\
        Solo se admiten direcciones http, https o mailto completas.\n\
        Otro registro de la lista tiene el mismo identificador; cambie uno de los dos.\n\
        Ningún registro tiene este identificador; corríjalo o añada el registro.\n\
        El final es anterior al inicio; se omitió.\n\
        Hay más registros de los permitidos; se omite el resto.\n\
        El documento supera el tamaño permitido de 8 MB.\n\
        El documento no contiene nada que mostrar.",
    search_label: "Buscar en el programa",
    filters: "Filtros",
    filter_names: "Tema\n\
        País\n\
        Tipo\n\
        Idioma\n\
        Modalidad",
    arrange_by: "Organizar por",
    day: "Día",
    other_sessions: "Otras sesiones",
    all_of_it: "Cualquiera",
    clear_filters: "Quitar filtros",
    results: "{} sesión encontrada\n{} de sesiones encontradas\n{} sesiones encontradas",
    no_results: "No se encontró ninguna sesión. Pruebe con otras palabras o quite filtros.",
    languages_of_session: "Idioma\nInterpretación a\nLengua de señas",
    language_names: "español\n\
        portugués\n\
        inglés\n\
        coreano\n\
        francés\n\
        criollo haitiano\n\
        neerlandés",
    room: "Sala",
    link_kinds: "Transmisión en directo\n\
        Grabación\n\
        Presentación\n\
        Comunicado de prensa\n\
        Documento",
    add_to_calendar: "Añadir al calendario",
    calendar_file: "Esta sesión (.ics)",
    calendar_all: "Todo el programa (.ics)",
    calendar_found: "Las sesiones encontradas (.ics)",
    google: "Google Calendar",
    outlook: "Outlook",
    copy_link: "Copiar enlace",
    copied: "Enlace copiado",
    previous_session: "Sesión anterior",
    next_session: "Sesión siguiente",
    now: "Ahora",
    next: "A continuación",
    to_now: "Ir a la sesión actual o siguiente",
    time_zone: "Zona horaria",
    zone_of_event: "Hora del evento",
    zone_of_visitor: "Mi hora",
    your_time: "su hora",
    day_before: "{} del día anterior",
    day_after: "{} del día siguiente",
    moved_from: "Hora anterior: {}",
    hours_less: "en {}, {} hora menos\nen {}, {} de horas menos\nen {}, {} horas menos",
    hours_more: "en {}, {} hora más\nen {}, {} de horas más\nen {}, {} horas más",
    am_pm: "a.\u{a0}m.\np.\u{a0}m.",
    show_more: "Mostrar {} sesión más\nMostrar {} de sesiones más\nMostrar {} sesiones más",
    favorite: "Favorita: {}",
    only_favorites: "Solo favoritas ({})",
    news: "Nueva desde su última visita\nCambió desde su última visita",
    city_names: city_names::ES,
    see_delegation: "Ver la delegación",
    save_map: "Descargar el mapa (.svg)",
    other_countries: country_names::others::ES,
};
