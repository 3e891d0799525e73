//! Spanish.

use super::Words;

pub const WORDS: Words = Words {
    error: "error",
    warning: "aviso",
    errors: "{} error\n{} de errores\n{} errores",
    warnings: "{} aviso\n{} de avisos\n{} avisos",
    no_problems: "sin problemas",
    cannot_read: "no se puede leer {}",
    not_shared: "ningún otro sitio puede leerlo desde el navegador; sírvalo con la cabecera Access-Control-Allow-Origin: *",
    cannot_write: "no se puede escribir {}",
    too_large: "supera lo permitido (8 MB, 10 000 sesiones)",
    syntax: "no se puede leer desde la línea {}; compruebe el formato",
    not_in_the_format: "no tiene el formato indicado con --from",
    another_format: "es del formato {}; escriba --from {}",
    name_is_missing: "el formato no indica el nombre del foro; añada --name \"Nombre del foro\"",
    time_zone_is_missing: "el formato no indica la zona horaria; añada --time-zone America/Bogota",
    no_session: "no contiene ninguna sesión",
    unknown_session: "ninguna sesión tiene el identificador {}",
    no_day: "ninguna de las sesiones tiene fecha",
    losses: "{} pérdida\n{} de pérdidas\n{} pérdidas",
    incomplete_texts: "{} texto incompleto\n{} de textos incompletos\n{} textos incompletos",
    loss_kinds: [
        "Forum Feed no tiene este campo; se omitió.",
        "Al registro le falta el título, el nombre o la fecha; se omitió.",
        "La fecha o la hora no se puede leer; se omitió.",
        "El valor no se puede leer; se omitió.",
        "Ningún registro tiene este identificador; se omitió la referencia.",
        "Otro registro tiene el mismo identificador; se le dio otro.",
        "La dirección no es completa o no es de la web; se omitió.",
        "Se quitó el formato (HTML o Markdown) y se conservó el texto.",
        "La regla de repetición se omitió; se conservó la primera vez.",
        "El texto era demasiado largo y se recortó.",
        "No se conoce el país, el idioma o la zona horaria; se omitió.",
    ],
};
