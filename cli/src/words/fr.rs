//! French.

use super::Words;

pub const WORDS: Words = Words {
    error: "erreur",
    warning: "avertissement",
    errors: "{} erreur\n{} d’erreurs\n{} erreurs",
    warnings: "{} avertissement\n{} d’avertissements\n{} avertissements",
    no_problems: "aucun problème",
    cannot_read: "impossible de lire {}",
    not_shared: "aucun autre site ne peut le lire depuis le navigateur\u{a0}; servez-le avec l’en-tête Access-Control-Allow-Origin: *",
    cannot_write: "impossible d’écrire {}",
    too_large: "dépasse ce qui est permis (8\u{a0}Mo, 10\u{a0}000 séances)",
    syntax: "ne peut être lu à partir de la ligne {}\u{a0}; vérifiez le format",
    not_in_the_format: "n’est pas au format indiqué par --from",
    another_format: "est au format {}\u{a0}; écrivez --from {}",
    name_is_missing: "le format n’indique pas le nom du forum\u{a0}; ajoutez --name \"Nom du forum\"",
    time_zone_is_missing: "le format n’indique pas le fuseau horaire\u{a0}; ajoutez --time-zone America/Port-au-Prince",
    no_session: "ne contient aucune session",
    unknown_session: "aucune session n’a l’identifiant {}",
    no_day: "aucune des sessions n’a de date",
    losses: "{} perte\n{} de pertes\n{} pertes",
    incomplete_texts: "{} texte incomplet\n{} de textes incomplets\n{} textes incomplets",
    loss_kinds: [
        "Forum Feed n’a pas ce champ\u{a0}; il a été omis.",
        "Il manque à l’enregistrement le titre, le nom ou la date\u{a0}; il a été omis.",
        "La date ou l’heure est illisible\u{a0}; elle a été omise.",
        "La valeur est illisible\u{a0}; elle a été omise.",
        "Aucun enregistrement n’a cet identifiant\u{a0}; la référence a été omise.",
        "Un autre enregistrement a le même identifiant\u{a0}; il en a reçu un autre.",
        "L’adresse est incomplète ou n’est pas du web\u{a0}; elle a été omise.",
        "La mise en forme (HTML ou Markdown) a été retirée et le texte conservé.",
        "La règle de répétition a été omise\u{a0}; la première fois a été conservée.",
        "Le texte était trop long et a été coupé.",
        "Le pays, la langue ou le fuseau horaire est inconnu\u{a0}; il a été omis.",
    ],
};
