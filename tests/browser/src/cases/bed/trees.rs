//! Trees: equal for equal nodes however they were made, and different by one attribute.

use super::open_stand_in;
use crate::browser::Browser;
use crate::site::Site;
use crate::tree::{assert_same, first_difference};
use anyhow::{Result, ensure};
use serde_json::json;

const HTML: &str = "<section class=\"day\" lang=\"es\"><h2>17 de marzo &amp; más</h2><!-- dropped -->\
     <svg viewBox=\"0 0 9 9\"><linearGradient id=\"g\"></linearGradient><path d=\"M0 0\"></path></svg></section>text";

/// The live shadow root and the parsed text give the tree that is written here.
pub(crate) async fn a_tree_is_canonical(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, HTML).await?;
    // Nodes cut in two print as one, so they are one.
    browser.execute("document.querySelector('forum-widget').shadowRoot.lastChild.splitText(2)", &[]).await?;
    let live = browser.shadow_tree("forum-widget").await?;
    let expected = json!(["#root", {}, [
        ["section", { "class": "day", "lang": "es" }, [
            ["h2", {}, ["17 de marzo & más"]],
            ["svg:svg", { "viewBox": "0 0 9 9" }, [
                ["svg:linearGradient", { "id": "g" }, []],
                ["svg:path", { "d": "M0 0" }, []],
            ]],
        ]],
        "text",
    ]]);
    assert_same(&live, &expected)?;
    assert_same(&browser.parsed_tree(site, HTML).await?, &live)?;
    ensure!(browser.shadow_tree("forum-widget").await.is_err(), "a host that is not there has a tree");
    Ok(())
}

/// One attribute, one text, one missing element: each is found, with its path.
pub(crate) async fn a_difference_is_named(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, HTML).await?;
    let live = browser.shadow_tree("forum-widget").await?;
    for (from, to, named) in [
        ("M0 0", "M0 1", "at section[0] > svg:svg[1] > svg:path[1] @d: \"M0 0\" / \"M0 1\""),
        (" lang=\"es\"", "", "at section[0] @lang: \"es\" / absent"),
        ("&amp; más", "", "at section[0] > h2[0] > text[0] : \"17 de marzo & más\" / \"17 de marzo \""),
        ("</section>text", "</section>", "at #root child 1: \"text\" / nothing"),
    ] {
        let other = browser.parsed_tree(site, &HTML.replace(from, to)).await?;
        let difference = first_difference(&live, &other).unwrap_or_default();
        ensure!(difference == named, "{difference}");
        ensure!(assert_same(&live, &other).is_err());
    }
    Ok(())
}

/// The right name in the wrong namespace is a difference: such an element draws nothing.
pub(crate) async fn a_namespace_is_a_difference(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, "<svg></svg>").await?;
    let right = browser.shadow_tree("forum-widget").await?;
    let wrong =
        "document.querySelector('forum-widget').shadowRoot.replaceChildren(document.createElement('svg'))";
    browser.execute(wrong, &[]).await?;
    let wrong = browser.shadow_tree("forum-widget").await?;
    ensure!(first_difference(&right, &wrong).is_some(), "{wrong}");
    Ok(())
}

/// What is outside the widget is compared without it.
pub(crate) async fn the_page_around_is_a_tree(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, "").await?;
    let before = browser.tree_outside("forum-widget").await?;
    browser.execute("document.querySelector('forum-widget').id = 'inside'", &[]).await?;
    assert_same(&before, &browser.tree_outside("forum-widget").await?)?;
    browser.execute("document.body.className = 'touched'", &[]).await?;
    let difference =
        first_difference(&before, &browser.tree_outside("forum-widget").await?).unwrap_or_default();
    ensure!(difference.ends_with("body[1] @class: absent / \"touched\""), "{difference}");
    Ok(())
}
