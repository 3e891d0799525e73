//! Which language a widget speaks, and the files of words that it asks for.

use super::{ALL_VIEWS, STRICT, allowed, ask, open, page, snippet, until, until_told, wake};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use crate::tree::assert_same;
use anyhow::{Context, Result, ensure};
use forum_widget::locale::Language;
use serde_json::json;

/// The languages in which the widgets of the page stand there, in its order.
const SPOKEN: &str = "return Array.from(document.querySelectorAll('forum-widget')).map(function (one) { \
    return one.shadowRoot.querySelector('.root').lang; })";

/// The paths of the words that were asked for, sorted.
fn asked(site: &Site) -> Vec<String> {
    let mut paths: Vec<String> = site.requests().into_iter().map(|request| request.path).collect();
    paths.retain(|path| path.starts_with("/words/"));
    paths.sort();
    paths
}

/// The loader chooses as the core does: the setting, the nearest language of the page, then the visitor's.
pub(crate) async fn the_first_that_is_spoken(browser: &Browser, site: &Site) -> Result<()> {
    let cases = [
        ("pt-BR", "fr"),
        ("ES_cr", "fr"),
        (" ko ", "fr"),
        ("auto", "nl-SR"),
        ("qu", "ht"),
        ("eswatini", "fr"),
        ("constructor", "ko"),
        ("", "en"),
        ("qu", "ay"),
    ];
    let elements = cases.iter().map(|(own, near)| {
        format!("<div lang=\"{near}\"><forum-widget data-lang=\"{own}\"></forum-widget></div>")
    });
    let body = elements.collect::<String>() + &snippet("");
    browser.open(&site.page(page(site, "pt", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let visitor = browser.execute("return Array.from(navigator.languages)", &[]).await?;
    let visitor: Vec<String> = serde_json::from_value(visitor)?;
    let negotiate = |tags: &[&str]| {
        let tags = tags.iter().copied().chain(visitor.iter().map(String::as_str));
        Language::negotiate(tags).tag()
    };
    let mut expected: Vec<&str> = cases.iter().map(|(own, near)| negotiate(&[own, near])).collect();
    expected.push("pt");
    let spoken = browser.execute(SPOKEN, &[]).await?;
    ensure!(spoken == json!(expected), "{spoken}, not {expected:?}");
    Ok(())
}

/// One request for each language of the page, however many widgets speak it, and each widget speaks its own.
pub(crate) async fn each_is_asked_for_once(browser: &Browser, site: &Site) -> Result<()> {
    let body = ["es", "ko", "es", "ko"].map(|tag| snippet(&format!("data-lang=\"{tag}\""))).concat();
    browser.open(&site.page(page(site, "fr", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    ensure!(asked(site) == ["/words/es.txt", "/words/ko.txt"], "{:?}", asked(site));
    let spoken = browser.execute(SPOKEN, &[]).await?;
    ensure!(spoken == json!(["es", "ko", "es", "ko"]), "{spoken}");
    browser.assert_unharmed(&allowed(site)).await
}

/// Another language is a setting and a reload, and so is the first one again, whose words are there already.
pub(crate) async fn the_setting_changes(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"{ALL_VIEWS}\"")).await?;
    let spanish = browser.shadow_tree("forum-widget").await?;
    for tag in ["nl", "es"] {
        let change = format!("widget.setAttribute('data-lang', '{tag}'); widget.reload()");
        ask(browser, &change).await?;
        until(browser, "ready").await?;
        let spoken = browser.execute(SPOKEN, &[]).await?;
        ensure!(spoken == json!([tag]), "{spoken}, not {tag}");
    }
    // Who draws anew goes on where it was, for which the second half is needed with its words.
    let expected = ["/words/es-later.txt", "/words/es.txt", "/words/nl-later.txt", "/words/nl.txt"];
    ensure!(asked(site) == expected, "{:?}", asked(site));
    assert_same(&browser.shadow_tree("forum-widget").await?, &spanish).context("once more in Spanish")
}

/// Who has used the widget gets all that was drawn for it in another language as well, as if that had been spoken from the start.
pub(crate) async fn what_is_used_is_translated(browser: &Browser, site: &Site) -> Result<()> {
    let view = format!("data-view=\"{ALL_VIEWS}\"");
    let search = "widget.showSession('session-2'); var field = root.querySelector('[type=search]'); field.value = 'e'; \
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    let announced = "return root.querySelector('.results [role=status]').textContent !== ''";
    open(browser, site, &format!("{view} data-lang=\"nl\"")).await?;
    wake(browser).await?;
    ask(browser, search).await?;
    until_told(browser, announced, &json!(true)).await?;
    let dutch = browser.shadow_tree("forum-widget").await?;
    open(browser, site, &view).await?;
    wake(browser).await?;
    ask(browser, "widget.setAttribute('data-lang', 'nl')").await?;
    until_told(browser, "return root.querySelector('.root').lang", &json!("nl")).await?;
    ask(browser, search).await?;
    until_told(browser, announced, &json!(true)).await?;
    assert_same(&browser.shadow_tree("forum-widget").await?, &dutch)?;
    // Where the words of what is used cannot be had, nothing is drawn that needs them.
    site.replace("/words/ht-later.txt", Resource::new("text/plain", ""));
    ask(browser, "widget.setAttribute('data-lang', 'ht')").await?;
    until_told(browser, "return root.querySelector('.root').lang", &json!("ht")).await?;
    let nameless = "return Array.from(root.querySelectorAll('button, summary, option, label')).filter(function (one) { \
        return one.textContent === '' && !one.hasAttribute('aria-label'); }).length";
    ensure!(ask(browser, nameless).await? == 0);
    Ok(())
}
