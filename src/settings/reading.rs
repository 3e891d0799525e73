use super::{Settings, Theme, View, Worldview, ZoneChoice};
use crate::locale::{CountryCode, Language, trimmed};
use crate::time::{Date, read_digits};

/// A setting that was not taken; the default stays.
#[derive(Debug, PartialEq, Eq)]
pub enum SettingProblem {
    /// The value is not one of the setting's.
    BadValue {
        /// The setting.
        name: String,
        /// What it said.
        value: String,
    },
    /// No setting has this name.
    UnknownName {
        /// What the page wrote.
        name: String,
    },
}

impl SettingProblem {
    /// One line for the console: the setting, or the known one that is written most alike.
    pub fn written(&self) -> String {
        match self {
            SettingProblem::BadValue { name, value } => ["data-", name, "=\"", value, "\"?"].concat(),
            SettingProblem::UnknownName { name } => ["data-", name, "? data-", nearest(name)].concat(),
        }
    }
}

/// The settings that are read here or by the loader.
pub(super) const KNOWN: [&str; 21] = [
    "feed",
    "view",
    "lang",
    "timezone",
    "theme",
    "country",
    "day",
    "topic",
    "limit",
    "worldview",
    "map",
    "heading-level",
    "label",
    "loading",
    "engine",
    "refresh",
    "favorites",
    "structured-data",
    "target",
    "auto",
    "debug",
];

/// Reads pairs of a name without `data-` and a value. The first pair of a name wins, so the page's nearest
/// source comes first.
pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Settings, Vec<SettingProblem>) {
    let mut settings = Settings::default();
    let mut problems = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (name, value) in pairs {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        match take(&mut settings, name, trimmed(value)) {
            Taken::Yes => {}
            Taken::BadValue => {
                problems.push(SettingProblem::BadValue { name: name.into(), value: value.into() });
            }
            Taken::UnknownName => {
                problems.push(SettingProblem::UnknownName { name: name.into() });
            }
        }
    }
    (settings, problems)
}

enum Taken {
    Yes,
    BadValue,
    UnknownName,
}

fn take(settings: &mut Settings, name: &str, value: &str) -> Taken {
    let taken = match name {
        // The loader finds these.
        "feed" | "target" => Some(()),
        "view" => views(value).map(|views| settings.views = views),
        "lang" if value.eq_ignore_ascii_case("auto") => Some(()),
        // The loader chooses among the page's tags, for it has to ask for the words.
        "lang" => Language::of_tag(value).map(drop),
        // The loader does as these say.
        "engine" => ["auto", "wasm", "js"].contains(&value).then_some(()),
        "loading" => ["lazy", "eager"].contains(&value).then_some(()),
        "refresh" => (value == "off" || read_digits(value.as_bytes()) >= Some(60)).then_some(()),
        "auto" | "debug" => boolean(value).map(drop),
        "theme" => theme(value).map(|theme| settings.theme = theme),
        "country" => countries(value).map(|countries| settings.countries = countries),
        "heading-level" => heading_level(value).map(|level| settings.heading_level = level),
        "label" => (!value.is_empty()).then(|| settings.label = Some(value.into())),
        "timezone" => ZoneChoice::parse(value).map(|zone| settings.timezone = zone),
        "day" => Date::parse(value).map(|day| settings.day = Some(day)),
        "topic" => (!value.is_empty()).then(|| settings.topic = Some(value.into())),
        "limit" => limit(value).map(|limit| settings.limit = Some(limit)),
        "map" => tiles(value).map(|tiles| settings.tiles = tiles),
        "worldview" => worldview(value).map(|worldview| settings.worldview = worldview),
        "structured-data" => boolean(value).map(|on| settings.structured_data = on),
        "favorites" => boolean(value).map(|on| settings.favorites = on),
        _ => return Taken::UnknownName,
    };
    if taken.is_some() { Taken::Yes } else { Taken::BadValue }
}

fn worldview(value: &str) -> Option<Worldview> {
    Some(match value {
        "un" => Worldview::Un,
        "ar" => Worldview::Ar,
        "ve" => Worldview::Ve,
        "gt" => Worldview::Gt,
        "none" => Worldview::None,
        _ => return None,
    })
}

fn tiles(value: &str) -> Option<bool> {
    let tiles = value == "tiles";
    (tiles || value == "geographic").then_some(tiles)
}

fn words(value: &str) -> impl Iterator<Item = &str> {
    value.split(|letter: char| letter == ',' || letter.is_ascii_whitespace()).filter(|word| !word.is_empty())
}

fn views(value: &str) -> Option<Vec<View>> {
    let mut views = Vec::new();
    for word in words(value) {
        let view = match word {
            "agenda" => View::Agenda,
            "map" => View::Map,
            "delegations" => View::Delegations,
            _ => return None,
        };
        if !views.contains(&view) {
            views.push(view);
        }
    }
    (!views.is_empty()).then_some(views)
}

fn theme(value: &str) -> Option<Theme> {
    [Theme::Light, Theme::Dark, Theme::Auto, Theme::Inherit].into_iter().find(|theme| theme.name() == value)
}

fn countries(value: &str) -> Option<Vec<CountryCode>> {
    let mut countries = Vec::new();
    for word in words(value) {
        countries.push(CountryCode::parse(word)?);
    }
    Some(countries)
}

fn limit(value: &str) -> Option<usize> {
    usize::try_from(read_digits(value.as_bytes())?).ok().filter(|limit| *limit > 0)
}

/// An attribute that is there without a value is on.
fn boolean(value: &str) -> Option<bool> {
    match value {
        "" | "true" | "1" | "on" => Some(true),
        "false" | "0" | "off" => Some(false),
        _ => None,
    }
}

fn heading_level(value: &str) -> Option<u8> {
    let level = read_digits(value.as_bytes())?;
    u8::try_from(level).ok().filter(|level| (2..=6).contains(level))
}

/// The known name that begins and ends most like this one.
fn nearest(name: &str) -> &'static str {
    let (mut best, mut most) = ("", 0);
    for known in KNOWN {
        let start = name.bytes().zip(known.bytes()).take_while(|(a, b)| a == b).count();
        let end = name.bytes().rev().zip(known.bytes().rev()).take_while(|(a, b)| a == b).count();
        if best.is_empty() || start + end > most {
            (best, most) = (known, start + end);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Zone;

    #[track_caller]
    fn check(pairs: &[(&str, &str)], expected: &Settings, warnings: &[&str]) {
        let (settings, problems) = read(pairs.iter().copied());
        assert_eq!(&settings, expected);
        assert_eq!(problems.iter().map(SettingProblem::written).collect::<Vec<_>>(), warnings);
    }

    #[test]
    fn nothing_named_gives_the_defaults() {
        check(&[], &Settings::default(), &[]);
        check(&[("feed", "/feed.json"), ("lang", "auto"), ("engine", "js")], &Settings::default(), &[]);
    }

    #[test]
    fn the_first_source_of_a_setting_wins() {
        let expected = Settings { theme: Theme::Dark, ..Settings::default() };
        check(&[("lang", "pt-BR"), ("theme", "dark"), ("lang", "qu"), ("theme", "nonsense")], &expected, &[]);
    }

    #[test]
    fn lists_take_spaces_and_commas() {
        let code = |text| CountryCode::parse(text).unwrap();
        let expected = Settings {
            views: vec![View::Map, View::Delegations],
            countries: vec![code("CR"), code("CO")],
            heading_level: 3,
            ..Settings::default()
        };
        check(
            &[("view", "map, delegations map"), ("country", "cr,CO"), ("heading-level", "3")],
            &expected,
            &[],
        );
    }

    #[test]
    fn a_boolean_is_on_where_it_is_there_and_does_not_say_no() {
        for on in [true, false] {
            for value in if on { ["", "true", "1", "on"] } else { ["false", "0", "off", "off"] } {
                let expected = Settings { structured_data: on, ..Settings::default() };
                check(&[("structured-data", value)], &expected, &[]);
                let expected = Settings { favorites: on, ..Settings::default() };
                check(&[("favorites", value)], &expected, &[]);
            }
        }
        check(&[("structured-data", "yes")], &Settings::default(), &["data-structured-data=\"yes\"?"]);
        check(&[("favorites", "yes")], &Settings::default(), &["data-favorites=\"yes\"?"]);
        check(&[("favourites", "")], &Settings::default(), &["data-favourites? data-favorites"]);
    }

    #[test]
    fn what_is_shown_at_the_start() {
        let expected = Settings {
            timezone: ZoneChoice::Named(Zone::named("America/Bogota").unwrap()),
            day: Date::new(2021, 3, 18),
            topic: Some("redes".into()),
            limit: Some(12),
            ..Settings::default()
        };
        check(
            &[("timezone", "America/Bogota"), ("day", "2021-03-18"), ("topic", "redes"), ("limit", "12")],
            &expected,
            &[],
        );
        for (value, timezone) in
            [("event", ZoneChoice::Local), ("local", ZoneChoice::Local), ("none", ZoneChoice::None)]
        {
            check(&[("timezone", value)], &Settings { timezone, ..Settings::default() }, &[]);
        }
        check(
            &[("timezone", "CST"), ("day", "18/3/2021"), ("topic", ""), ("limit", "0")],
            &Settings::default(),
            &["data-timezone=\"CST\"?", "data-day=\"18/3/2021\"?", "data-topic=\"\"?", "data-limit=\"0\"?"],
        );
    }

    #[test]
    fn what_the_loader_does_is_checked_here() {
        for value in ["60", "3600", "off"] {
            check(&[("refresh", value)], &Settings::default(), &[]);
        }
        let good = [("loading", "lazy"), ("auto", "off"), ("debug", ""), ("target", "#agenda")];
        check(&good, &Settings::default(), &[]);
        check(
            &[("refresh", "59"), ("loading", "now"), ("auto", "yes"), ("debug", "2")],
            &Settings::default(),
            &["data-refresh=\"59\"?", "data-loading=\"now\"?", "data-auto=\"yes\"?", "data-debug=\"2\"?"],
        );
    }

    #[test]
    fn the_map_has_two_forms_and_five_worldviews() {
        let expected = Settings { tiles: true, worldview: Worldview::Ve, ..Settings::default() };
        check(&[("map", "tiles"), ("worldview", "ve")], &expected, &[]);
        check(&[("map", "geographic"), ("worldview", "un")], &Settings::default(), &[]);
        let warnings = ["data-map=\"globe\"?", "data-worldview=\"UN\"?"];
        check(&[("map", "globe"), ("worldview", "UN")], &Settings::default(), &warnings);
    }

    #[test]
    fn a_bad_value_keeps_the_default_and_an_unknown_name_gets_the_nearest() {
        check(
            &[
                ("view", "grid"),
                ("heading-level", "1"),
                ("country", "CRI"),
                ("lang", "qu"),
                ("engine", "webassembly"),
                ("theem", "dark"),
                ("language", "es"),
            ],
            &Settings::default(),
            &[
                "data-view=\"grid\"?",
                "data-heading-level=\"1\"?",
                "data-country=\"CRI\"?",
                "data-lang=\"qu\"?",
                "data-engine=\"webassembly\"?",
                "data-theem? data-theme",
                "data-language? data-lang",
            ],
        );
    }
}
