//! Haitian Creole.

use super::Words;

pub const WORDS: Words = Words {
    error: "erè",
    warning: "avètisman",
    errors: "{} erè\n{} erè\n{} erè",
    warnings: "{} avètisman\n{} avètisman\n{} avètisman",
    no_problems: "pa gen pwoblèm",
    cannot_read: "pa ka li {}",
    not_shared: "okenn lòt sit pa ka li l nan navigatè; sèvi l ak antèt Access-Control-Allow-Origin: *",
    cannot_write: "pa ka ekri {}",
    too_large: "depase sa ki pèmèt la (8 MB, 10 000 sesyon)",
    syntax: "pa ka li apati liy {}; verifye fòma a",
    not_in_the_format: "pa nan fòma ki endike ak --from",
    another_format: "se fòma {}; ekri --from {}",
    name_is_missing: "fòma a pa di non fowòm nan; ajoute --name \"Non fowòm nan\"",
    time_zone_is_missing: "fòma a pa di zòn orè a; ajoute --time-zone America/Port-au-Prince",
    no_session: "pa gen okenn sesyon",
    unknown_session: "pa gen sesyon ki gen idantifyan {}",
    no_day: "okenn nan sesyon yo pa gen dat",
    losses: "{} pèt\n{} pèt\n{} pèt",
    incomplete_texts: "{} tèks ki pa konplè\n{} tèks ki pa konplè\n{} tèks ki pa konplè",
    loss_kinds: [
        "Forum Feed pa gen chan sa a; yo retire l.",
        "Anrejistreman an manke tit, non oswa dat; yo retire l.",
        "Yo pa ka li dat la oswa lè a; yo retire l.",
        "Yo pa ka li valè a; yo retire l.",
        "Pa gen anrejistreman ki gen idantifyan sa a; yo retire referans lan.",
        "Yon lòt anrejistreman gen menm idantifyan an; yo ba li yon lòt.",
        "Adrès la pa konplè oswa li pa sou entènèt; yo retire l.",
        "Yo retire fòma a (HTML oswa Markdown) epi yo kenbe tèks la.",
        "Yo retire règ repetisyon an; yo kenbe premye fwa a.",
        "Tèks la te twò long epi yo koupe l.",
        "Yo pa konnen peyi a, lang lan oswa zòn orè a; yo retire l.",
    ],
};
