//! Pages that want to break the widget, each opened with its real headers, with and without the widget.
//!
//! What the page without it suffers is its own; whatever comes on top is ours, and held to what the README promises
//! ([`host`]). What happened on each page in each engine stands in `HOSTILE_PAGES.md` ([`table`]).

pub(crate) mod controls;
pub(crate) mod documents;
pub(crate) mod engines;
pub(crate) mod foreign_styles;
mod host;
pub(crate) mod insertions;
pub(crate) mod leaks;
pub(crate) mod life;
pub(crate) mod network;
pub(crate) mod overridden;
pub(crate) mod placements;
pub(crate) mod policies;
pub(crate) mod table;

use super::Case;
use super::widget::{self, SHIPPED_FEED, page, snippet};
use crate::site::{Page, Resource, Site};
use anyhow::{Context, Result};

/// The script of the release.
const SCRIPT: &str = "/forum-widget.js";

/// A Spanish page without a policy: something in its head, then snippet A.
fn with_head(site: &Site, head: &str) -> Page {
    let mut page = page(site, "es", &snippet(""));
    page.html = page.html.replace("</head>", &format!("{head}</head>"));
    page
}

/// A script of the page, as a file, so that it runs under every policy that lets its own scripts run.
fn script(site: &Site, text: &str) -> String {
    format!("<script src=\"{}\"></script>", site.resource(Resource::new("text/javascript", text.to_owned())))
}

/// A text of an npm package, which a page may have.
fn package(path: &str) -> Result<String> {
    let file = crate::workspace().join("node_modules").join(path);
    std::fs::read_to_string(&file).with_context(|| format!("{} is missing: npm ci", file.display()))
}

/// The release once more, all but its script, in another folder.
fn copied(site: &Site, folder: &str) -> Result<()> {
    for path in [
        "/forum-widget.wasm",
        "/forum-widget-later.wasm",
        "/forum-widget-later.js",
        "/words/es.txt",
        "/words/es-later.txt",
        SHIPPED_FEED,
    ] {
        site.replace(&format!("{folder}{path}"), widget::copied(path)?);
    }
    Ok(())
}

/// The pages that want to break the widget, under `hostile::file::function`.
pub(crate) fn cases() -> Vec<Case> {
    let cases = cases![
        controls::each_harm_is_caught,
        policies::that_allow_it,
        policies::that_forbid_webassembly,
        policies::that_forbid_the_feed,
        policies::that_only_report,
        policies::that_isolate_the_page,
        policies::of_the_type_of_the_script,
        engines::spoilt,
        engines::of_other_types,
        overridden::before_our_script,
        overridden::without_fetch,
        overridden::a_wrapped_fetch_stays,
        overridden::without_the_means,
        overridden::hidden_names,
        overridden::without_sheets,
        overridden::descriptors,
        overridden::loaders_of_modules,
        placements::twenty,
        placements::of_the_script,
        placements::written,
        placements::two_versions,
        insertions::by_jquery,
        insertions::by_inner_html,
        insertions::by_a_tag_manager,
        placements::without_room,
        life::in_another_document,
        life::without_a_window,
        life::put_back,
        leaks::hosts_are_collected,
        leaks::a_thousand_mounts,
        life::through_a_router,
        life::through_the_history,
        foreign_styles::change_nothing,
        foreign_styles::a_change_is_found,
        foreign_styles::spaced_texts,
        foreign_styles::what_a_system_asks_for,
        documents::in_quirks_mode,
        documents::with_another_base,
        documents::as_xhtml,
        documents::as_svg,
        network::left_while_loading,
        network::a_service_worker,
    ];
    cases.into_iter().map(|case| Case { name: format!("hostile::{}", case.name), ..case }).collect()
}
