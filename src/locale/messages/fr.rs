//! French.

use super::Messages;
use crate::locale::country_names;
use crate::locale::zones::city_names;

pub const MESSAGES: Messages = Messages {
    programme: "Programme",
    programme_to_be_announced: "Le programme sera annoncé.",
    participating_countries: "Pays participants",
    delegations: "Délégations",
    countries: "{}\u{a0}pays\n{}\u{a0}de\u{a0}pays\n{}\u{a0}pays",
    sessions: "{}\u{a0}séance\n{}\u{a0}de\u{a0}séances\n{}\u{a0}séances",
    people: "{}\u{a0}personne\n{}\u{a0}de\u{a0}personnes\n{}\u{a0}personnes",
    digit_group: "\u{202f}",
    organizers: "Organisation",
    source: "Source",
    license: "Licence",
    updated: "Mis à jour le {}",
    contact: "Contact",
    map_description: "Carte des pays participants\u{a0}; la liste qui suit contient les mêmes données.",
    map_note: "Les frontières et les noms figurant sur cette carte n’impliquent ni approbation ni acceptation \
               de la part des organisateurs.",
    malvinas_note: "† Il existe un différend entre l’Argentine et le Royaume-Uni au sujet de la souveraineté sur \
        les îles Falkland (Malvinas).",
    regions: "Région\n\
        Tout\n\
        Mexique et Amérique centrale\n\
        Caraïbes\n\
        Amérique du Sud",
    also_taking_part: "Autres participants",
    choose_country: "Choisissez un pays pour mettre en évidence sa délégation et ses séances.",
    clear_selection: "Annuler la sélection",
    selected: "Pays sélectionné",
    host: "Pays hôte",
    day_number: "Jour {}",
    day_to_be_announced: "Date à annoncer",
    time_to_be_announced: "Heure à annoncer",
    hours_not_published: "Horaires non publiés",
    time_of: "Heure locale à {}",
    session_number: "Séance {}",
    names_not_published: "La source ne publie pas de noms.",
    country_not_given: "Pays non indiqué",
    country_names: country_names::FR,
    institutions: "Institutions",
    in_language: "en espagnol\n\
        en portugais\n\
        en anglais\n\
        en coréen\n\
        en français\n\
        en créole haïtien\n\
        en néerlandais",
    forum_modes: "En présentiel\n\
        En ligne\n\
        En présentiel et en ligne",
    modes: "En présentiel\n\
        Vidéo enregistrée\n\
        En ligne",
    several_modes: "Plusieurs modalités",
    taking_part: "Participe",
    levels: "Chef d’État ou de gouvernement\n\
        Niveau ministériel\n\
        Niveau vice-ministériel\n\
        Haut niveau\n\
        Niveau technique",
    kinds: "Ouverture\n\
        Allocution\n\
        Conférence principale\n\
        Table ronde\n\
        Pause\n\
        Cérémonie\n\
        Réunion bilatérale\n\
        Clôture\n\
        Séance",
    parts: "Discours d’ouverture\n\
        Mot de bienvenue\n\
        Mot de félicitations\n\
        Conférence principale\n\
        Présidence\n\
        Modération\n\
        Table ronde",
    statuses: "En cours\n\
        Terminée\n\
        Horaire modifié\n\
        Reportée\n\
        Annulée",
    months: "janvier\n\
        février\n\
        mars\n\
        avril\n\
        mai\n\
        juin\n\
        juillet\n\
        août\n\
        septembre\n\
        octobre\n\
        novembre\n\
        décembre",
    weekdays: "Lundi\n\
        Mardi\n\
        Mercredi\n\
        Jeudi\n\
        Vendredi\n\
        Samedi\n\
        Dimanche",
    and: " et ",
    retry: "Réessayer",
    outdated: "Le programme n’a pas pu être actualisé\u{a0}; la dernière copie disponible est affichée.",
    failures: "Le programme n’a pas pu être chargé\u{a0}: le serveur ne répond pas ou n’autorise pas ce site à le lire.\n\
        Le programme n’a pas pu être chargé\u{a0}: la politique de sécurité de cette page (CSP) bloque son adresse.\n\
        Le programme n’a pas pu être chargé\u{a0}: le serveur a répondu par une erreur.\n\
        Le programme n’a pas pu être affiché\u{a0}: le document reçu n’est pas un programme valide.\n\
        Le programme n’a pas pu être affiché\u{a0}: le document dépasse la taille permise.",
    problems: "Le texte n’est pas du JSON valide ou est incomplet\u{a0}; corrigez-le à cet endroit.\n\
        Les niveaux d’imbrication sont trop nombreux\u{a0}; 64 sont admis.\n\
        La valeur n’est pas du type attendu\u{a0}; écrivez-la comme l’indique le format.\n\
        Un champ obligatoire manque\u{a0}; ajoutez-le.\n\
        Cette version du format est inconnue\u{a0}; écrivez 1.\n\
        La date n’existe pas ou n’a pas la forme AAAA-MM-JJ.\n\
        L’heure n’existe pas ou ne suit pas la RFC 3339 (par exemple\u{a0}: 2021-03-17T09:00:00+09:00).\n\
        Cette heure locale n’existe pas en raison du changement d’heure\u{a0}; indiquez le décalage horaire.\n\
        Cette heure locale a lieu deux fois en raison du changement d’heure\u{a0}; indiquez le décalage horaire.\n\
        Ce n’est pas un code de pays ISO 3166-1 à deux lettres.\n\
        Ce n’est pas une étiquette de langue BCP 47 (par exemple\u{a0}: es ou pt-BR).\n\
        Ce n’est pas un fuseau horaire connu (par exemple\u{a0}: America/Bogota).\n\
        Seules les adresses http, https ou mailto complètes sont admises.\n\
        Un autre enregistrement de la liste a le même identifiant\u{a0}; changez l’un des deux.\n\
        Aucun enregistrement n’a cet identifiant\u{a0}; corrigez-le ou ajoutez l’enregistrement.\n\
        La fin précède le début\u{a0}; elle a été omise.\n\
        Les enregistrements sont plus nombreux que permis\u{a0}; les autres sont omis.\n\
        Le document dépasse la taille permise de 8\u{a0}Mo.\n\
        Le document ne contient rien à afficher.",
    search_label: "Rechercher dans le programme",
    filters: "Filtres",
    filter_names: "Thème\n\
        Pays\n\
        Type\n\
        Langue\n\
        Modalité",
    arrange_by: "Classer par",
    day: "Jour",
    other_sessions: "Autres séances",
    all_of_it: "Sans filtre",
    clear_filters: "Retirer les filtres",
    results: "{} séance trouvée\n{} de séances trouvées\n{} séances trouvées",
    no_results: "Aucune séance ne correspond. Essayez d’autres mots ou retirez des filtres.",
    languages_of_session: "Langue\nInterprétation vers\nLangue des signes",
    language_names: "espagnol\n\
        portugais\n\
        anglais\n\
        coréen\n\
        français\n\
        créole haïtien\n\
        néerlandais",
    room: "Salle",
    link_kinds: "Diffusion en direct\n\
        Enregistrement\n\
        Présentation\n\
        Communiqué de presse\n\
        Document",
    add_to_calendar: "Ajouter au calendrier",
    calendar_file: "Cette séance (.ics)",
    calendar_all: "Tout le programme (.ics)",
    calendar_found: "Les séances trouvées (.ics)",
    google: "Google Agenda",
    outlook: "Outlook",
    copy_link: "Copier le lien",
    copied: "Lien copié",
    previous_session: "Séance précédente",
    next_session: "Séance suivante",
    now: "En ce moment",
    next: "À suivre",
    to_now: "Aller à la séance en cours ou suivante",
    time_zone: "Fuseau horaire",
    zone_of_event: "Heure de l’événement",
    zone_of_visitor: "Mon heure",
    your_time: "votre heure",
    day_before: "{} la veille",
    day_after: "{} le lendemain",
    moved_from: "Initialement\u{a0}: {}",
    hours_less: "à {}, {} heure de moins\nà {}, {} d’heures de moins\nà {}, {} heures de moins",
    hours_more: "à {}, {} heure de plus\nà {}, {} d’heures de plus\nà {}, {} heures de plus",
    am_pm: "a.m.\np.m.",
    show_more: "Afficher {} séance de plus\nAfficher {} de séances de plus\nAfficher {} séances de plus",
    favorite: "Favorite\u{a0}: {}",
    only_favorites: "Favorites uniquement ({})",
    news: "Nouvelle depuis votre dernière visite\nModifiée depuis votre dernière visite",
    city_names: city_names::FR,
    see_delegation: "Voir la délégation",
    save_map: "Télécharger la carte (.svg)",
    other_countries: country_names::others::FR,
};
