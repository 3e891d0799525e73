//! What the map says, whatever a feed has in it.

use forum_widget::feed::read;
use forum_widget::html::print;
use forum_widget::locale::{Language, Messages};
use forum_widget::map::{Treatment, geometry};
use forum_widget::settings;
use forum_widget::state::State;
use forum_widget::view::{Context, PAINT, STYLESHEET, picture, screen};

fn printed(countries: &str, pairs: &[(&str, &str)]) -> String {
    let feed = [
        "{\"version\": 1, \"sessions\": [{\"id\": \"a\", \"title\": \"A\"}], \"countries\": [",
        countries,
        "]}",
    ];
    let forum = read(feed.concat().as_bytes()).unwrap().forum;
    let (mut settings, problems) = settings::read(pairs.iter().copied());
    assert_eq!(problems, []);
    settings.views = vec![settings::View::Map];
    let (state, geometry) = (State::default(), geometry());
    print(&screen(&Context::new(&forum, &settings, Language::Es, &state, &geometry)))
}

fn count(html: &str, part: &str) -> usize {
    html.matches(part).count()
}

/// All 33 and Korea, in the ways of taking part in turn.
fn everybody() -> String {
    let modes = [
        r#"[{"mode": "in-person"}]"#,
        r#"[{"mode": "pre-recorded"}]"#,
        r#"[{"mode": "online"}]"#,
        r#"[{"mode": "in-person"}, {"mode": "pre-recorded"}]"#,
        "[]",
    ];
    let countries = geometry().states.into_iter().zip(modes.into_iter().cycle()).map(|(state, mode)| {
        let host = state.code.as_str() == "KR";
        format!(r#"{{"code": "{}", "host": {host}, "participation": {mode}}}"#, state.code)
    });
    countries.collect::<Vec<_>>().join(", ")
}

#[test]
fn everybody_at_once_is_on_the_map_and_in_the_list() {
    let html = printed(&everybody(), &[]);
    assert_eq!(count(&html, "class=\"state\" d=\""), 34);
    assert_eq!(count(&html, "class=\"marker\""), 23);
    assert_eq!(count(&html, "class=\"country\""), 34);
    let tiles = printed(&everybody(), &[("map", "tiles")]);
    assert_eq!(count(&tiles, "class=\"marker\""), 34);
    assert_eq!(count(&tiles, "<path"), 0, "no boundaries");
}

#[test]
fn legend_and_map_agree() {
    let html = printed(&everybody(), &[]);
    for treatment in Treatment::ALL {
        let name = treatment.name();
        let drawn = html
            .split("<path class=\"state\"")
            .skip(1)
            .filter(|state| state.split('>').next().unwrap().contains(&format!("data-treatment=\"{name}\"")));
        let swatch = format!("class=\"swatch\" aria-hidden=\"true\" data-treatment=\"{name}\"></span>");
        let item = html.split(&swatch).nth(1).unwrap().split("</li>").next().unwrap();
        assert!(item.ends_with(&format!(" ·&nbsp;{}", drawn.count())), "{name}: {item}");
    }
}

#[test]
fn colombia_came_in_person_and_by_recording() {
    let forum = read(include_bytes!("../www/feeds/korea-lac-2021.json")).unwrap().forum;
    let colombia = forum.countries.iter().find(|country| country.code.as_str() == "CO").unwrap();
    assert_eq!(Treatment::of(colombia), Treatment::Several);
}

#[test]
fn who_is_not_on_the_map_stands_below_it() {
    let html =
        printed(r#"{"code": "ES"}, {"code": "US"}, {"code": "CR"}, {"code": "QZ"}, {"code": "1"}"#, &[]);
    let below = html.split("Otros participantes").nth(1).unwrap().split("map-note").next().unwrap();
    for code in ["ES", "US", "QZ"] {
        assert!(below.contains(&format!("country:{code}")), "{code}");
    }
    for name in [">España<", ">Estados Unidos de América<", ">QZ<"] {
        assert_eq!(count(&html, &format!("class=\"country-name\"{name}")), 1, "{name}");
    }
    assert!(!below.contains("country:CR") && !html.contains("country:1"));
    assert!(!printed(r#"{"code": "CR"}"#, &[]).contains("Otros participantes"));
}

#[test]
fn without_countries_nobody_is_asked_to_choose_one() {
    let html = printed("", &[]);
    assert!(html.contains("<svg") && !html.contains("Elija un país") && !html.contains("class=\"legend\""));
    assert!(printed(r#"{"code": "CR"}"#, &[]).contains("Elija un país"));
}

#[test]
fn odd_counts_and_long_names_are_drawn() {
    let name = "Ñandú ".repeat(14);
    let country = |count| {
        format!(
            r#"{{"code": "BB", "name": "{name}", "participation": [{{"mode": "online", "count": {count}}}]}}"#
        )
    };
    for participants in ["0", "10000", "-1"] {
        let html = printed(&country(participants), &[]);
        assert!(html.contains(name.trim()) && count(&html, "class=\"marker\"") == 1, "{participants}");
    }
}

#[test]
fn a_country_that_is_named_twice_has_one_marker() {
    let html = printed(r#"{"code": "BB"}, {"code": "BB", "participation": [{"mode": "online"}]}"#, &[]);
    assert_eq!(count(&html, "class=\"marker\""), 1);
    assert_eq!(count(&html, "class=\"country\""), 1);
}

#[test]
fn the_note_on_the_malvinas_is_where_they_are_neutral() {
    for (worldview, noted) in [("un", true), ("ve", true), ("gt", true), ("ar", false), ("none", false)] {
        let html = printed(r#"{"code": "AR"}"#, &[("worldview", worldview)]);
        assert_eq!(count(&html, "class=\"dagger\""), usize::from(noted), "{worldview}");
        assert_eq!(count(&html, "† "), usize::from(noted), "{worldview}");
        assert!(html.contains("Los límites y los nombres"), "{worldview}");
    }
}

fn pictured(countries: &str, pairs: &[(&str, &str)], language: Language) -> String {
    let feed = [
        r#"{"version": 1, "forum": {"name": "Forum <&> \u00a0\u0001", "attribution": {"source": "S & T"}}, "countries": ["#,
        countries,
        "]}",
    ];
    let forum = read(feed.concat().as_bytes()).unwrap().forum;
    let (settings, problems) = settings::read(pairs.iter().copied());
    assert_eq!(problems, []);
    let (state, geometry) = (State::default(), geometry());
    picture(&Context::new(&forum, &settings, language, &state, &geometry), PAINT)
}

#[test]
fn the_picture_stands_alone() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let svg = pictured(&(everybody() + r#", {"code": "ES"}"#), &[], language);
        assert!(svg.starts_with("<svg viewBox=\"0 0 1000 ") && svg.ends_with("</svg>"));
        for foreign in
            [" class=", " style=", " data-", " role=", " aria-", "&nbsp;", "var(", "currentcolor", "\u{1}"]
        {
            assert!(!svg.contains(foreign), "{language:?}: {foreign}");
        }
        let words = svg.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
        let said = words.collect::<String>().replace(' ', "");
        for text in [
            messages.participating_countries,
            messages.map_note,
            messages.malvinas_note,
            messages.several_modes,
        ] {
            assert!(said.contains(&text.replace(' ', "")), "{language:?}: {text}");
        }
        assert!(svg.contains("Forum &lt;&amp;&gt;") && svg.contains("S &amp; T"));
        assert_eq!(count(&svg, "<title>"), 1 + 34 + 23, "a name of each state and of each marker");
    }
    let tiles = pictured(&everybody(), &[("map", "tiles")], Language::Es);
    let usual = pictured(&everybody(), &[], Language::Es);
    for svg in [&tiles, &usual] {
        for id in svg.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(svg.contains(&format!("id=\"{id}\"")), "there is no {id}");
        }
    }
    assert_eq!(count(&tiles, "<path"), 0);
    assert!(!tiles.contains('†'));
    assert!(pictured("", &[("worldview", "ve")], Language::Ko).contains("url(#forum-hatching)"));
}

/// What is painted has the colours that the widget has in its light theme.
#[test]
fn the_picture_has_the_colours_of_the_widget() {
    let light = STYLESHEET.split('}').next().unwrap();
    let colours = PAINT.split(['=', ' ', '\n']).filter(|word| word.starts_with('#'));
    for colour in colours {
        assert!(light.contains(colour), "{colour}");
    }
}

#[test]
fn no_sea_has_a_name() {
    let seas = [
        "mar de",
        "mar do",
        "océan",
        "oceano",
        "ocean",
        "sea of",
        "east sea",
        "동해",
        "일본해",
        "lanmè",
        "mer de",
        "mer du",
        "golf",
        "zee van",
        "atlánti",
        "pacífi",
    ];
    for language in Language::ALL {
        let messages = Messages::of(language);
        let said =
            [messages.map_note, messages.malvinas_note, messages.map_description, messages.also_taking_part];
        let said = said.concat().to_lowercase();
        assert!(seas.iter().all(|sea| !said.contains(sea)), "{language:?}: {said}");
    }
    for worldview in ["un", "ar", "ve", "gt", "none"] {
        let html = printed(&everybody(), &[("worldview", worldview)]).to_lowercase();
        assert!(seas.iter().all(|sea| !html.contains(sea)), "{worldview}");
        for language in Language::ALL {
            let svg = pictured(&everybody(), &[("worldview", worldview)], language).to_lowercase();
            assert!(seas.iter().all(|sea| !svg.contains(sea)), "{worldview} {language:?}");
        }
    }
}
