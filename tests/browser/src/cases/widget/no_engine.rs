//! Without both engines, or their words: what the page put inside stays, and one sentence in its language says that there is no more.

use super::{STRICT, allowed, ask, boxes, events, page, released, snippet, until};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::{Resource, Site};
use crate::watch::Allowed;
use anyhow::{Context, Result, ensure};
use serde_json::json;

const ENGINE: &str = "/forum-widget.wasm";
const SECOND: &str = "/forum-widget-engine.js";
const SPANISH: &str = "/words/es.txt";

/// What is not there.
fn missing() -> Resource {
    Resource::new("text/html", "Not found").status(404)
}

/// The loader's own words, the only ones that are there without the engine.
const WORDS: &str = include_str!("../../../../../www/loader/sentences.js");

/// The loader's sentence in a language, and the name of its button.
fn words(language: &str) -> Result<(&'static str, &'static str)> {
    let start = format!("{language}: [\"");
    let line = WORDS.lines().find_map(|line| line.trim().strip_prefix(&start)?.strip_suffix("\"],"));
    line.and_then(|line| line.split_once("\", \"")).with_context(|| format!("no words in {language}"))
}

/// Opens a page under a policy, and holds what is shown and said there to the code and the sentence.
async fn check(
    browser: &Browser,
    site: &Site,
    policy: &str,
    (language, code): (&str, &str),
    allowed: &Allowed,
) -> Result<()> {
    let (sentence, retry) = words(language)?;
    browser.open(&site.page(page(site, language, &snippet("")).policy(policy))).await?;
    until(browser, "error").await?;
    ensure!(boxes(browser, "#inside").await? == 1, "the content inside is hidden");
    let script = "var card = root.querySelector('.failure'); \
        return [card.lang, card.querySelector('[role=status]').textContent, card.getClientRects().length, \
        widget.engine, card.querySelector('button').textContent]";
    let said = ask(browser, script).await?;
    ensure!(said == json!([language, sentence, 1, "static", retry]), "{said}");
    let events = events(browser).await?;
    ensure!(events.len() == 1, "{events:?}");
    let detail = &events[0]["detail"];
    ensure!(detail["code"] == code && detail["fatal"] == true && detail["message"] == sentence, "{events:?}");
    ensure!(events[0]["type"] == "forum:error" && events[0]["frozen"] == true, "{events:?}");
    browser.assert_unharmed(allowed).await
}

/// A policy that lets no WebAssembly run, and no second engine: the reason is that of the first.
pub(crate) async fn the_policy_forbids_it(browser: &Browser, site: &Site) -> Result<()> {
    site.replace(SECOND, missing());
    let policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
    let allowed = allowed(site).console("warn: forum-widget: wasm-csp").console("error: ");
    let allowed = allowed.violation("script-src");
    for language in ["es", "pt"] {
        check(browser, site, &policy, (language, "wasm-csp"), &allowed).await?;
    }
    Ok(())
}

/// A file that is missing, and one with other bytes than those that were released.
pub(crate) async fn the_file_is_not_ours(browser: &Browser, site: &Site) -> Result<()> {
    let allowed = allowed(site).console("warn: forum-widget: wasm-").console("error: ");
    site.replace(SECOND, missing());
    site.replace(ENGINE, missing());
    check(browser, site, STRICT, ("es", "wasm-network"), &allowed).await?;
    let mut other = released(ENGINE)?;
    other.extend([0, 1, 0]);
    site.replace(ENGINE, Resource::new("application/wasm", other));
    check(browser, site, STRICT, ("pt", "wasm-integrity"), &allowed).await
}

/// Not even the sentences are to be had: two of them stand in the script itself.
pub(crate) async fn nothing_is_ours(browser: &Browser, site: &Site) -> Result<()> {
    for file in [ENGINE, SECOND, "/forum-widget-later.js"] {
        site.replace(file, missing());
    }
    browser.open(&site.page(page(site, "nl", &snippet("")).policy(STRICT))).await?;
    until(browser, "error").await?;
    ensure!(boxes(browser, "#inside").await? == 1, "the content inside is hidden");
    let said = "var card = root.querySelector('.failure'); \
        return [card.lang, card.querySelector('[role=status]').textContent, card.querySelector('button').textContent]";
    let said = ask(browser, said).await?;
    let words = "No se puede mostrar el programa. The programme cannot be shown.";
    ensure!(said == json!(["es", words, "Reintentar · Retry"]), "{said}");
    let allowed = allowed(site).console("warn: forum-widget: wasm-network").console("error: ");
    browser.assert_unharmed(&allowed).await
}

/// The words are missing, or a page says so, or they are cut off, or those of another language.
pub(crate) async fn the_words_are_not_ours(browser: &Browser, site: &Site) -> Result<()> {
    let allowed = allowed(site).console("warn: forum-widget: wasm-").console("error: ");
    let words = released(SPANISH)?;
    for other in [
        missing(),
        Resource::new("text/html", "<!doctype html>\n<title>Iniciar sesión</title>\n"),
        Resource::new("text/plain", words[..words.len() / 2].to_vec()),
        Resource::new("text/plain", released("/words/pt.txt")?),
        Resource::new("text/plain", ""),
    ] {
        let code = if other.status == 404 { "wasm-network" } else { "wasm-integrity" };
        site.replace(SPANISH, other);
        check(browser, site, STRICT, ("es", code), &allowed).await?;
        let events = events(browser).await?;
        ensure!(events[0]["detail"]["url"] == site.address(SPANISH), "{events:?}");
    }
    Ok(())
}

/// What was missing comes at the second try, and the keyboard that asked for it is in what is drawn then.
pub(crate) async fn the_second_try_has_it(browser: &Browser, site: &Site) -> Result<()> {
    for file in [ENGINE, SPANISH] {
        second_try(browser, site, file).await.with_context(|| format!("without {file}"))?;
    }
    Ok(())
}

async fn second_try(browser: &Browser, site: &Site, file: &str) -> Result<()> {
    site.replace(SECOND, missing());
    site.replace(file, missing());
    browser.open(&site.page(page(site, "es", &snippet("")).policy(STRICT))).await?;
    until(browser, "error").await?;
    site.replace(file, Resource::new("application/octet-stream", released(file)?));
    browser.press(&[Key::Tab, Key::Tab]).await?;
    let focused =
        "return root.activeElement && root.activeElement.tagName + root.querySelectorAll('.failure').length";
    ensure!(ask(browser, focused).await? == "BUTTON1", "the button is not reached");
    browser.press(&[Key::Enter]).await?;
    until(browser, "ready").await?;
    let focused = ask(browser, focused).await?;
    ensure!(focused == "BUTTON0", "the focus is at {focused}");
    Ok(())
}

/// The control: a server that calls the files something else does no harm.
pub(crate) async fn a_wrong_type_does_not_matter(browser: &Browser, site: &Site) -> Result<()> {
    site.replace(ENGINE, Resource::new("text/plain", released(ENGINE)?));
    site.replace(SPANISH, Resource::new("image/png", released(SPANISH)?));
    super::open(browser, site, "").await?;
    browser.assert_unharmed(&allowed(site)).await
}

/// The element's own language goes before the page's, as it does everywhere else.
pub(crate) async fn the_setting_names_the_language(browser: &Browser, site: &Site) -> Result<()> {
    site.replace(SECOND, missing());
    site.replace(ENGINE, missing());
    browser.open(&site.page(page(site, "es", &snippet("data-lang=\"pt\"")).policy(STRICT))).await?;
    until(browser, "error").await?;
    let said = ask(browser, "return root.querySelector('.failure p').textContent").await?;
    ensure!(said == words("pt")?.0, "{said}");
    Ok(())
}
