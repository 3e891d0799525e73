//! The cities of time zones.

use crate::locale::language::Language;
use crate::locale::messages::{Messages, named};
use crate::locale::order::sort_key;
use crate::time::Zone;

/// The city whose clock a zone is: `Seúl`, `Buenos Aires`; empty for a zone without a name.
pub fn city(zone: Zone, language: Language) -> String {
    let place = zone.place();
    if let Some(name) = named(Messages::of(language).city_names, place) {
        return name.into();
    }
    place.chars().map(|letter| if letter == '_' { ' ' } else { letter }).collect()
}

/// Every zone with its city, in the order in which a reader looks for them.
pub fn zones_by_city(language: Language) -> Vec<(String, Zone)> {
    let mut keys: Vec<String> = Vec::new();
    let mut zones = Vec::new();
    // There are few: putting each at its place costs fewer bytes than another sort.
    for zone in Zone::all() {
        let city = city(zone, language);
        let key = sort_key(&city);
        let place = keys.partition_point(|before| *before < key);
        keys.insert(place, key);
        zones.insert(place, (city, zone));
    }
    zones
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[track_caller]
    fn check(name: &str, expected: [&str; 7]) {
        let zone = Zone::named(name).unwrap();
        assert_eq!(Language::ALL.map(|language| city(zone, language)), expected);
    }

    #[test]
    fn cities_are_spelt_as_each_language_spells_them() {
        check("Asia/Seoul", ["Seúl", "Seul", "Seoul", "서울", "Séoul", "Seyoul", "Seoel"]);
        check(
            "America/Costa_Rica",
            ["San José", "San José", "San José", "산호세", "San José", "San José", "San José"],
        );
        check(
            "America/Buenos_Aires",
            [
                "Buenos Aires",
                "Buenos Aires",
                "Buenos Aires",
                "부에노스아이레스",
                "Buenos Aires",
                "Buenos Aires",
                "Buenos Aires",
            ],
        );
        check(
            "America/Asuncion",
            ["Asunción", "Assunção", "Asunción", "아순시온", "Asunción", "Asunción", "Asunción"],
        );
        check(
            "America/Port-au-Prince",
            [
                "Puerto Príncipe",
                "Porto Príncipe",
                "Port-au-Prince",
                "포르토프랭스",
                "Port-au-Prince",
                "Pòtoprens",
                "Port-au-Prince",
            ],
        );
        check(
            "America/Havana",
            ["La Habana", "Havana", "Havana", "하바나", "La Havane", "Lahavàn", "Havana"],
        );
        check(
            "America/Jamaica",
            ["Kingston", "Kingston", "Kingston", "킹스턴", "Kingston", "Kingston", "Kingston"],
        );
        check("UTC", ["UTC"; 7]);
        assert_eq!(city(Zone::fixed(3600), Language::Es), "");
    }

    #[test]
    fn every_name_belongs_to_one_zone_and_every_zone_has_one() {
        let places: Vec<&str> = Zone::all().into_iter().map(Zone::place).collect();
        let once: BTreeSet<&str> = places.iter().copied().collect();
        assert_eq!(once.len(), places.len());
        for language in Language::ALL {
            let names = Messages::of(language).city_names;
            for entry in names.strip_suffix(';').unwrap().split(';') {
                let (place, name) = entry.split_once('=').unwrap();
                assert!(once.contains(place) && !name.is_empty() && !name.contains('='), "{entry}");
            }
            let zones = zones_by_city(language);
            let cities: BTreeSet<&str> = zones.iter().map(|(city, _)| city.as_str()).collect();
            assert_eq!(cities.len(), once.len(), "{language:?}");
            assert!(cities.iter().all(|city| !city.contains('_')));
        }
        assert!(
            zones_by_city(Language::Ko).iter().all(|(city, zone)| *zone == Zone::UTC || !city.is_ascii())
        );
    }

    #[test]
    fn the_choice_is_in_the_order_of_the_reader() {
        let zones = zones_by_city(Language::Es);
        let place = |name: &str| zones.iter().position(|(city, _)| city == name).unwrap();
        assert!(place("Ámsterdam") < place("Aruba") && place("Panamá") < place("París"));
        assert_eq!(zones.len(), Zone::all().len());
    }
}
