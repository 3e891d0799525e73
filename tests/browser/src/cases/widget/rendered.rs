//! What `forum-widget render` prints, on pages that run no script.

use super::{ALL_VIEWS, SHIPPED_FEED, open};
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use crate::tree::assert_same;
use anyhow::{Context as _, Result, ensure};
use forum_widget::locale::Language;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;

/// Styles from the site, and no script; the bed's own has a nonce.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'nonce-bed'; report-uri /csp-report";

/// What is rendered of the forum that ships, with its stylesheet, as it was written.
struct Rendered {
    html: String,
    stylesheet: String,
}

fn rendered(site: &Site, language: Language, options: &[&str]) -> Result<Rendered> {
    let program = std::env::var_os("FORUM_WIDGET_PROGRAM")
        .map_or_else(|| crate::workspace().join("target/debug/forum-widget"), PathBuf::from);
    let folder =
        std::env::temp_dir().join(format!("forum-rendered{}", site.origin().replace(['/', ':'], "-")));
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("forum.css");
    let feed = crate::workspace().join("www").join(SHIPPED_FEED.trim_start_matches('/'));
    let output = Command::new(&program)
        .args(["render", "--lang", language.tag()])
        .args(options)
        .arg("--stylesheet")
        .args([&file, &feed])
        .output()
        .with_context(|| format!("running {}", program.display()))?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rendered =
        Rendered { html: String::from_utf8(output.stdout)?, stylesheet: std::fs::read_to_string(&file)? };
    std::fs::remove_dir_all(folder)?;
    Ok(rendered)
}

/// Opens a rendered page as a site would serve it.
async fn open_rendered(browser: &Browser, site: &Site, language: Language, theme: &str) -> Result<()> {
    let rendered = rendered(site, language, &["--view", ALL_VIEWS, "--page", "--theme", theme])?;
    let stylesheet = site.resource(Resource::new("text/css", rendered.stylesheet));
    let html = rendered.html.replace("href=\"forum.css\"", &format!("href=\"{stylesheet}\""));
    ensure!(html.contains(&stylesheet), "no link to the stylesheet");
    browser.open(&site.page(Page::new(html).policy(POLICY))).await
}

/// The rules by which a page without scripts differs from the widget: no controls, nothing that says how to use one or waits
/// for news, and nothing folded.
fn without_actions(node: &Value) -> Option<Value> {
    let Some([tag, attributes, children]) = node.as_array().map(Vec::as_slice) else {
        return Some(node.clone());
    };
    let tag = tag.as_str()?;
    let attribute = |name: &str| attributes.get(name).and_then(Value::as_str);
    let of_a_script = attribute("role") == Some("status")
        || matches!(attribute("class"), Some("hint" | "clear" | "controls" | "results" | "actions"))
        || attribute("hidden") == Some("");
    if of_a_script {
        return None;
    }
    let button = tag == "button";
    let mut kept = attributes.clone();
    if let Some(kept) = kept.as_object_mut() {
        kept.retain(|name, _| {
            let of_a_button = matches!(&**name, "type" | "aria-pressed" | "aria-expanded" | "aria-controls");
            !(matches!(&**name, "data-action" | "hidden") || button && of_a_button)
        });
    }
    let children: Vec<Value> = children.as_array()?.iter().filter_map(without_actions).collect();
    Some(json!([if button { "span" } else { tag }, kept, children]))
}

/// The whole programme stands there, as the widget draws it, in each language.
pub(crate) async fn as_the_widget_draws_it(browser: &Browser, site: &Site) -> Result<()> {
    for language in Language::ALL {
        // Apart, since with the delegations comes what only serves those who act.
        for views in ["agenda map", "delegations"] {
            let settings = format!("data-lang=\"{}\" data-view=\"{views}\"", language.tag());
            open(browser, site, &settings).await?;
            let live = browser.shadow_tree("forum-widget").await?;
            let html = rendered(site, language, &["--view", views])?.html;
            let (fragment, data) =
                html.split_once("\n<script type=\"application/ld+json\">").context("no data")?;
            ensure!(data.contains("https://schema.org"), "{data}");
            let parsed = browser.parsed_tree(site, fragment).await?;
            let expected = without_actions(&live).context("nothing is drawn")?;
            assert_same(&expected, &parsed).with_context(|| format!("{} {views}", language.tag()))?;
        }
    }
    Ok(())
}

/// axe finds nothing, nothing is reported, and the page is styled.
pub(crate) async fn accessible_without_scripts(browser: &Browser, site: &Site) -> Result<()> {
    for (language, theme) in
        [(Language::Es, "light"), (Language::Pt, "dark"), (Language::Ht, "light"), (Language::Ko, "dark")]
    {
        open_rendered(browser, site, language, theme).await?;
        let facts = "var root = document.querySelector('forum-widget > .root'), style = getComputedStyle(root); \
            return [root.querySelectorAll('.session').length, root.querySelectorAll('.delegation').length > 10, \
            root.querySelectorAll('button, [data-action]').length, style.borderTopWidth, \
            getComputedStyle(root.querySelector('.session')).display]";
        let found = browser.execute(facts, &[]).await?;
        ensure!(found == json!([5, true, 0, "1px", "grid"]), "{found}");
        browser.assert_accessible("html").await.with_context(|| language.tag())?;
        let picture = browser.find("forum-widget").await?;
        browser.screenshot_of(&picture, &format!("rendered-{}-{theme}", language.tag())).await?;
    }
    Ok(())
}
