//! The states of a programme, each reached as a visitor does: what axe-core finds in them, and how their controls are
//! called (`tests/fixtures/controls.txt`).

use super::ask;
use super::programme::{FIRST_DAY, Way, activate, exchange_feed, open_feed, programme, until_root};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use forum_widget::locale::Language;

const FEED: &str = include_str!("../../../../fixtures/agenda.json");
const WRITTEN: &str = include_str!("../../../../fixtures/controls.txt");

/// The states by their names in the list: those before a visitor does anything, and those after.
const STATES: [&str; 7] = [
    "at first",
    "days as tabs",
    "drawn in part",
    "menus open",
    "a session opened",
    "something found",
    "nothing found",
];

/// Opens the page, for the first state, or puts a fresh widget into it, and brings that into a state.
async fn reach(browser: &Browser, site: &Site, state: &str, language: Language, theme: &str) -> Result<()> {
    let feed = match state {
        "days as tabs" => programme(32, 16, FIRST_DAY).to_string(),
        "drawn in part" => programme(102, 1, FIRST_DAY).to_string(),
        _ => FEED.to_owned(),
    };
    let attributes = format!("data-lang=\"{}\" data-theme=\"{theme}\"", language.tag());
    match state {
        "at first" => drop(open_feed(browser, site, &feed, 1000, &attributes).await?),
        _ => exchange_feed(browser, site, &feed, &attributes).await?,
    }
    match state {
        "menus open" => {
            activate(browser, Way::Pointer, ".menu:first-of-type summary").await?;
            activate(browser, Way::Pointer, ".menu:last-of-type summary").await?;
            until_root(browser, "root.querySelector('option') && root.querySelector('.calendars button')")
                .await?;
        }
        "a session opened" => {
            activate(browser, Way::Pointer, ".open[data-action=\"open:1\"]").await?;
            until_root(browser, "root.querySelector('.actions .action')").await?;
        }
        "something found" | "nothing found" => {
            ask(browser, "root.querySelector('.search').focus()").await?;
            browser.type_text(if state == "nothing found" { "zzz" } else { "sala mayor" }).await?;
            until_root(browser, "!root.querySelector('.clear-filter').hidden").await?;
        }
        _ => {}
    }
    Ok(())
}

/// axe-core finds nothing in any state of a language, the states in both themes in turn.
async fn accessible(browser: &Browser, site: &Site, language: Language) -> Result<()> {
    for (column, state) in STATES.iter().enumerate() {
        let theme = if (column + language as usize).is_multiple_of(2) { "light" } else { "dark" };
        reach(browser, site, state, language, theme).await?;
        let context = || format!("{state} in {}, {theme}", language.tag());
        browser.assert_accessible("forum-widget").await.with_context(context)?;
    }
    Ok(())
}

macro_rules! accessible {
    ($($function:ident $language:ident,)*) => {
        $(pub(crate) async fn $function(browser: &Browser, site: &Site) -> Result<()> {
            accessible(browser, site, Language::$language).await
        })*
    };
}

// A case each: on a slow machine one of several languages takes longer than a case may.
accessible! {
    accessible_in_spanish Es,
    accessible_in_portuguese Pt,
    accessible_in_english En,
    accessible_in_korean Ko,
    accessible_in_french Fr,
    accessible_in_creole Ht,
    accessible_in_dutch Nl,
}

/// The role as the list has it, where engines have names of their own: for `summary` the mapping (HTML-AAM) leaves it to
/// the platform, and a list of choices is a button that opens it in `WebKit`.
fn role(tag: &str, told: String) -> String {
    match (tag, told.as_str()) {
        ("summary", "DisclosureTriangle" | "summary" | "") => "button".into(),
        ("select", "button") => "combobox".into(),
        _ => told,
    }
}

/// What can be used, and what groups it.
const CONTROLS: &str = "button, a[href], input, select, summary, form, [role=tablist], [role=tabpanel]";

/// `role: name` of each control that is shown, and of the regions that contain them.
async fn controls(browser: &Browser) -> Result<Vec<String>> {
    let shown = format!(
        "return Array.from(root.querySelectorAll('{CONTROLS}')).filter(function (one) {{ return one.checkVisibility() && !one.hidden; }}) \
            .map(function (one) {{ return [one.localName, one]; }})"
    );
    let shown = ask(browser, &shown).await?;
    let mut shown: Vec<_> = shown.as_array().context("no list of controls")?.iter().collect();
    // Fifty titles tell no more than the first.
    if shown.len() > 40 {
        shown.drain(8..shown.len() - 3);
    }
    let mut lines = Vec::new();
    for one in shown {
        let element = browser.element(&one[1]).context("no element")?;
        let tag = one[0].as_str().unwrap_or_default();
        let role = role(tag, browser.computed_role(&element).await?);
        let line = format!("{role}: {}", browser.computed_label(&element).await?.trim());
        lines.push(line.trim_end().to_owned());
    }
    Ok(lines)
}

/// What the list has for a state in a language.
fn written(state: &str, language: Language) -> Vec<&'static str> {
    let heading = format!("[{}: {state}]", language.tag());
    let lines = WRITTEN.lines().skip_while(|line| **line != heading).skip(1);
    lines.take_while(|line| !line.starts_with('[')).filter(|line| !line.is_empty()).collect()
}

async fn as_written(browser: &Browser, site: &Site, language: Language) -> Result<()> {
    let mut wrong = Vec::new();
    for state in STATES {
        reach(browser, site, state, language, "light").await?;
        let told = controls(browser).await?;
        if told != written(state, language) {
            wrong.push(format!("[{}: {state}]\n{}\n", language.tag(), told.join("\n")));
        }
    }
    ensure!(wrong.is_empty(), "not as tests/fixtures/controls.txt has it:\n{}", wrong.join("\n"));
    Ok(())
}

/// Roles and names in Spanish.
pub(crate) async fn controls_in_spanish(browser: &Browser, site: &Site) -> Result<()> {
    as_written(browser, site, Language::Es).await
}

/// Roles and names in Korean, of a programme whose texts are in Spanish.
pub(crate) async fn controls_in_korean(browser: &Browser, site: &Site) -> Result<()> {
    as_written(browser, site, Language::Ko).await
}
