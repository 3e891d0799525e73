//! The legend: what the colours and shapes mean, how many countries each has, and for those who act a filter of the map and its
//! list. The programme has a filter of its own, and keeps what it shows.

use super::super::context::Context;
use super::super::node::{Element, Node, element};
use super::drawing::path;
use crate::feed::Country;
use crate::locale::{CountryCode, item, label, number, plural};
use crate::map::Treatment;
use crate::state::Action;

/// The treatments that there are, with a word and a count for each.
pub fn draw(context: &Context<'_>) -> Option<Element> {
    let mut legend = element("ul.legend part=legend role=list");
    for (treatment, words) in entries(context) {
        let swatch = element("span.swatch aria-hidden=true").with("data-treatment", treatment.name());
        legend.add(element("li").child(swatch).text(&words));
    }
    legend.unless_empty()
}

/// Each treatment that there is, and what the legend says of it: `Presencial · 3`.
pub fn entries(context: &Context<'_>) -> Vec<(Treatment, String)> {
    let mut entries = Vec::new();
    for treatment in Treatment::ALL {
        let count = count(context, treatment);
        if count > 0 {
            entries.push((treatment, [word(context, treatment), " ·\u{a0}", &number(count)].concat()));
        }
    }
    entries
}

fn count(context: &Context<'_>, treatment: Treatment) -> u64 {
    context.forum.countries.iter().filter(|country| Treatment::of(country) == treatment).count() as u64
}

fn word(context: &Context<'_>, treatment: Treatment) -> &'static str {
    let messages = context.messages();
    match treatment {
        Treatment::Host => messages.host,
        // In the order of the modes, behind the host.
        Treatment::InPerson | Treatment::PreRecorded | Treatment::Online => {
            item(messages.modes, treatment as usize - 1)
        }
        Treatment::Several => messages.several_modes,
        Treatment::Unknown => messages.taking_part,
    }
}

/// Whether the filter lets a country through.
pub fn shows(context: &Context<'_>, country: &Country) -> bool {
    context.state.only.is_none_or(|only| only == Treatment::of(country))
}

/// Makes each entry a button, and takes away from the panel what the filter does not let through: the rows and chips of the other
/// countries. Their land becomes land that takes no part, since a fainter colour alone would say nothing to many.
pub fn complete(context: &Context<'_>, panel: &mut Element) {
    let mut none = Vec::new();
    for node in panel.find("legend").map_or(&mut none, Element::inside_mut) {
        let Node::Element(entry) = node else { continue };
        let swatch = entry.find("swatch").and_then(|swatch| swatch.attribute("data-treatment"));
        let Some(treatment) = swatch.and_then(Treatment::named) else { continue };
        let mut button = element("button.entry type=button")
            .with_value("data-action", Action::Only(treatment).written())
            .with("aria-pressed", if context.state.only == Some(treatment) { "true" } else { "false" });
        button.inside_mut().append(entry.inside_mut());
        entry.add(button);
    }
    if context.state.only.is_some() {
        for list in ["country-list", "countries"] {
            if let Some(list) = panel.find(list) {
                list.inside_mut().retain(|node| passes(context, node));
                // The label of those who are not on the map, with nobody behind it.
                if list.inside().iter().all(|node| !chooses(node)) {
                    list.set("hidden", String::new());
                }
            }
        }
        if let Some(drawn) = panel.find("map") {
            blank(context, drawn);
        }
    }
}

/// Whether the country that a node chooses, if any, is one that the filter lets through.
fn passes(context: &Context<'_>, node: &Node) -> bool {
    let Node::Element(element) = node else { return true };
    match chosen(element).and_then(|code| context.country(code)) {
        Some(country) => shows(context, country),
        None => element.inside().iter().all(|node| passes(context, node)),
    }
}

/// Whether a node or one inside chooses a country.
fn chooses(node: &Node) -> bool {
    let Node::Element(element) = node else { return false };
    chosen(element).is_some() || element.inside().iter().any(chooses)
}

/// The country that an element chooses.
pub fn chosen(element: &Element) -> Option<CountryCode> {
    let action = element.attribute("data-action")?;
    CountryCode::parse(action.strip_prefix("country:")?)
}

fn blank(context: &Context<'_>, drawn: &mut Element) {
    for node in drawn.inside_mut() {
        let hidden = !passes(context, node);
        let Node::Element(child) = node else { continue };
        match child.attribute("d") {
            Some(outline) if hidden => *child = path("state", outline.into()),
            _ if hidden && chosen(child).is_some() => child.set("display", "none".into()),
            _ => blank(context, child),
        }
    }
}

/// Says how many countries the filter lets through, before what is selected.
pub fn complete_status(context: &Context<'_>, status: &mut Element) {
    if let Some(only) = context.state.only {
        let countries = plural(context.messages().countries, count(context, only), context.language);
        let said = [&label(word(context, only), context.language), &*countries, ". "].concat();
        status.inside_mut().insert(0, Node::Text(said));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;
    use crate::html::print;
    use crate::locale::Language;
    use crate::map::geometry;
    use crate::settings::Settings;
    use crate::state::State;

    fn drawn(only: Option<Treatment>) -> (String, String) {
        let feed = r#"{"version": 1, "countries": [
            {"code": "CR", "participation": [{"mode": "in-person"}]}, {"code": "KR", "host": true},
            {"code": "BR", "participation": [{"mode": "online"}]}, {"code": "ES", "participation": [{"mode": "online"}]},
            {"code": "US", "participation": [{"mode": "in-person"}]}]}"#;
        let forum = read(feed.as_bytes()).unwrap().forum;
        let (settings, geometry) = (Settings::default(), geometry());
        let state = State { only, ..State::default() };
        let context = &Context::new(&forum, &settings, Language::Es, &state, &geometry);
        let mut panel = super::super::draw(context);
        super::super::complete(context, &mut panel);
        let mut status = crate::view::part(crate::view::Part::Status, context);
        complete_status(context, &mut status);
        (print(&panel), print(&status))
    }

    fn chosen(html: &str) -> Vec<&str> {
        let actions = html.split("data-action=\"country:").skip(1);
        actions.filter_map(|rest| rest.get(..2)).collect()
    }

    #[test]
    fn an_entry_lets_its_countries_through() {
        let (all, said) = drawn(None);
        // Costa Rica as land and as marker; chips before rows.
        assert_eq!(chosen(&all), ["BR", "CR", "KR", "CR", "ES", "US", "BR", "CR", "ES", "US", "KR"]);
        assert_eq!(all.matches("aria-pressed=\"true\"").count(), 1);
        assert!(said.ends_with("></p>"), "{said}");
        let (online, said) = drawn(Some(Treatment::Online));
        assert_eq!(chosen(&online), ["BR", "CR", "ES", "BR", "ES"]);
        assert_eq!(online.matches("country:CR\" display=\"none\"").count(), 1);
        assert!(said.contains(">En línea: 2&nbsp;países. <"), "{said}");
        assert!(online.contains("<div class=\"countries\"><span>Otros participantes<"), "{online}");
    }

    #[test]
    fn nobody_is_announced_where_nobody_is_let_through() {
        let (hosts, _) = drawn(Some(Treatment::Host));
        // The marker of Costa Rica is there and not to be seen.
        assert_eq!(chosen(&hosts), ["KR", "CR", "KR"]);
        assert!(hosts.contains("<div class=\"countries\" hidden=\"\"><span>Otros participantes<"), "{hosts}");
    }
}
