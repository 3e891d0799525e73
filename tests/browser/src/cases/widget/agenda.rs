//! Finding a session, opening it, linking to it and taking it along, as a visitor does.

use super::programme::until_root;
use super::{STRICT, allowed, ask, open, page, snippet, until};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::{Resource, Site};
use crate::watch::Allowed;
use anyhow::{Context, Result, anyhow, ensure};
use forum_widget::calendar::calendar;
use forum_widget::feed::{SessionId, read};
use forum_widget::locale::Language;
use forum_widget::time::Instant;
use serde_json::{Value, json};

const FEED: &str = include_str!("../../../../fixtures/agenda.json");

/// The titles that are shown, what is said of their number, and which session is opened.
const SHOWN: &str = "var titles = Array.from(root.querySelectorAll('.open')).map(function (one) { return one.textContent; }); \
    return { titles: titles, said: root.querySelector('.results [role=status]').textContent, \
        empty: Array.from(root.querySelectorAll('.programme .empty')).map(function (one) { return one.textContent; }), \
        opened: Array.from(root.querySelectorAll('.open[aria-expanded=true]')).map(function (one) { return one.textContent; }) }";

const ALL: [&str; 5] =
    ["Apertura", "La escuela digital", "Clausura y straße", "Redes 5G", "Encuentro por anunciar"];

/// The programme has a session without a day, which is told to the webmaster.
fn unharmed(site: &Site) -> Allowed {
    allowed(site).console("warn: forum-widget: sessions[4].date")
}

async fn open_agenda(browser: &Browser, site: &Site, attributes: &str) -> Result<String> {
    let feed = site.resource(Resource::new("application/json", FEED));
    open(browser, site, &format!("data-view=\"agenda\" data-feed=\"{feed}\" {attributes}")).await
}

async fn click(browser: &Browser, css: &str) -> Result<()> {
    let element = browser.shadow_find(css).await?;
    browser.click(&element).await.with_context(|| css.to_owned())
}

/// Types into the search field, which the driver of `WebKitGTK` cannot click in a shadow root.
async fn search_for(browser: &Browser, text: &str) -> Result<()> {
    ask(browser, "root.querySelector('.search').focus()").await?;
    browser.type_text(text).await
}

/// Waits until so many titles are shown: the second half of the engine comes when the visitor begins.
async fn until_titles(browser: &Browser, count: usize) -> Result<Value> {
    let count_is = format!(
        "document.querySelector('forum-widget').shadowRoot.querySelectorAll('.open').length === {count}"
    );
    browser.wait_until(&count_is).await?;
    ask(browser, SHOWN).await
}

/// Each letter narrows the list; accents, case and the way Hangul is written do not matter.
pub(crate) async fn search_finds(browser: &Browser, site: &Site) -> Result<()> {
    open_agenda(browser, site, "").await?;
    ensure!(ask(browser, SHOWN).await?["titles"] == json!(ALL));
    for (typed, found) in [
        ("educacion", &["La escuela digital"][..]),
        ("nandu jose", &["La escuela digital"]),
        ("strasse", &["Clausura y straße"]),
        ("\u{1100}\u{1175}\u{11b7}\u{1106}\u{1175}\u{11ab}", &["Apertura"]),
        ("paraguay", &["Redes 5G"]),
        ("network", &["Redes 5G"]),
        ("sala mayor", &["Apertura", "La escuela digital"]),
    ] {
        search_for(browser, typed).await?;
        let shown = until_titles(browser, found.len()).await.with_context(|| typed.to_owned())?;
        ensure!(shown["titles"] == json!(found), "{typed}: {shown}");
        let expected = if found.len() == 1 { "1 sesión encontrada" } else { "2 sesiones encontradas" };
        ensure!(shown["said"] == expected, "{typed}: {shown}");
        let focused = ask(browser, "return root.activeElement && root.activeElement.className").await?;
        ensure!(focused == "search", "{typed}: the focus is at {focused}");
        click(browser, ".clear-filter").await?;
        let shown = until_titles(browser, ALL.len()).await?;
        ensure!(shown["said"] == "", "{typed}: {shown}");
        let left = ask(browser, "return root.querySelector('.search').value").await?;
        ensure!(left == "", "{typed}: {left} is left");
    }
    browser.assert_unharmed(&unharmed(site)).await
}

/// Where nothing is found, a sentence says so and the button takes the filter away.
pub(crate) async fn nothing_is_found(browser: &Browser, site: &Site) -> Result<()> {
    open_agenda(browser, site, "").await?;
    search_for(browser, "zzz").await?;
    let shown = until_titles(browser, 0).await?;
    ensure!(shown["empty"].as_array().is_some_and(|texts| texts.len() == 1), "{shown}");
    ensure!(shown["said"] == "0 sesiones encontradas", "{shown}");
    browser.assert_accessible("forum-widget").await?;
    browser.press(&[Key::Tab]).await?;
    click(browser, ".clear-filter").await?;
    until_titles(browser, ALL.len()).await?;
    let focused = ask(browser, "return root.activeElement && root.activeElement.className").await?;
    ensure!(focused == "search", "the focus is at {focused}");
    Ok(())
}

/// Each filter lets through what it names, and two of them what both name.
pub(crate) async fn filters_choose(browser: &Browser, site: &Site) -> Result<()> {
    open_agenda(browser, site, "").await?;
    click(browser, ".menu .action").await?;
    browser.wait_until("document.querySelector('forum-widget').shadowRoot.querySelector('option')").await?;
    let choose = |action: &str| {
        format!(
            "var option = root.querySelector('option[value=\"{action}\"]'), list = option.parentNode; \
             list.value = option.value; \
             list.dispatchEvent(new Event('change', {{ bubbles: true, composed: true }}))"
        )
    };
    for (action, found) in [
        ("topic:education", &["La escuela digital"][..]),
        ("from:PY", &["Redes 5G"]),
        ("kind:panel", &["Redes 5G"]),
        ("language:es", &["Apertura", "La escuela digital"]),
        ("mode:online", &["Apertura"]),
    ] {
        ask(browser, &choose(action)).await?;
        let shown = until_titles(browser, found.len()).await.with_context(|| action.to_owned())?;
        ensure!(shown["titles"] == json!(found), "{action}: {shown}");
        browser.assert_accessible("forum-widget").await?;
        click(browser, ".clear-filter").await?;
        until_titles(browser, ALL.len()).await?;
        let chosen = "return Array.from(root.querySelectorAll('.choice:not(:last-child) select')).every(function (one) { return one.selectedIndex === 0; })";
        ensure!(ask(browser, chosen).await? == true, "{action} is still chosen");
    }
    ask(browser, &choose("language:es")).await?;
    until_titles(browser, 2).await?;
    ask(browser, &choose("topic:education")).await?;
    until_titles(browser, 1).await?;
    browser.assert_unharmed(&unharmed(site)).await
}

/// A title opens its session in place, by pointer and by key, and closes it again; one is open at a time.
pub(crate) async fn a_session_opens(browser: &Browser, site: &Site) -> Result<()> {
    open_agenda(browser, site, "").await?;
    let visible = "return Array.from(root.querySelectorAll('.details')).filter(function (one) { \
        return !one.hidden; }).map(function (one) { return one.innerText; })";
    click(browser, ".open[data-action=\"open:1\"]").await?;
    let is_open = "document.querySelector('forum-widget').shadowRoot.querySelectorAll('.open[aria-expanded=true]').length";
    browser.wait_until(&format!("{is_open} === 1")).await?;
    let text = ask(browser, visible).await?[0].as_str().context("nothing is opened")?.to_owned();
    for expected in [
        "Excmo. Sr. José Ñandú",
        "Ministro",
        "Ministerio de Ciencia",
        "Costa Rica",
        "español",
        "Educación",
        "Presentación",
        "Google",
        "Outlook",
    ] {
        ensure!(text.contains(expected), "no {expected} in {text}");
    }
    browser.assert_accessible("forum-widget").await?;
    let focused = ask(browser, "return root.activeElement && root.activeElement.dataset.action").await?;
    ensure!(focused == "open:1", "the focus is at {focused}");
    browser.press(&[Key::Enter]).await?;
    browser.wait_until(&format!("{is_open} === 0")).await?;
    browser.press(&[Key::Space]).await?;
    browser.wait_until(&format!("{is_open} === 1")).await?;
    click(browser, ".details:not([hidden]) .action[data-action=\"open:0\"]").await?;
    let shown = ask(browser, SHOWN).await?;
    ensure!(shown["opened"] == json!(["Apertura"]), "{shown}");
    let focused = ask(browser, "return root.activeElement && root.activeElement.dataset.action").await?;
    ensure!(focused == "open:0", "the focus is at {focused}");
    let before = browser.shadow_tree("forum-widget").await?;
    ensure!(before.to_string().contains("aria-expanded"), "no disclosure");
    browser.assert_unharmed(&unharmed(site)).await
}

/// An address with a session opens it, at the start and later; a hash of the page's own does nothing.
pub(crate) async fn a_link_opens(browser: &Browser, site: &Site) -> Result<()> {
    let address = open_agenda(browser, site, "").await?;
    browser.open(&format!("{address}#forum=networks")).await?;
    until(browser, "ready").await?;
    let opened = "Array.from(document.querySelector('forum-widget').shadowRoot.querySelectorAll('.open[aria-expanded=true]'))\
        .map(function (one) { return one.textContent; }).join()";
    browser.wait_until(&format!("{opened} === 'Redes 5G'")).await?;
    browser.execute("location.hash = 'forum=schools'", &[]).await?;
    browser.wait_until(&format!("{opened} === 'La escuela digital'")).await?;
    browser.execute("location.hash = 'of-the-page'", &[]).await?;
    let shown = ask(browser, SHOWN).await?;
    ensure!(shown["opened"] == json!(["La escuela digital"]), "{shown}");
    browser.execute("location.hash = 'forum=&search=educaci%C3%B3n&topic=education'", &[]).await?;
    let shown = until_titles(browser, 1).await?;
    ensure!(shown["titles"] == json!(["La escuela digital"]), "{shown}");
    let controls = "return [root.querySelector('.search').value, \
        root.querySelector('option[value=\"topic:education\"]').selected]";
    ensure!(ask(browser, controls).await? == json!(["educación", true]));
    let length = browser.execute("return history.length", &[]).await?;
    click(browser, ".clear-filter").await?;
    until_titles(browser, ALL.len()).await?;
    ensure!(browser.execute("return history.length", &[]).await? == length, "the history has grown");
    browser.assert_unharmed(&unharmed(site)).await
}

/// What is saved is what the core gives natively, byte for byte: one session, those that were found, all.
pub(crate) async fn calendars_are_saved(browser: &Browser, site: &Site) -> Result<()> {
    open_agenda(browser, site, "").await?;
    // A download of the browser's own would leave the page: the file is caught where it is made.
    let catch = "window[Symbol.for('saved')] = []; URL.createObjectURL = function (blob) { \
        blob.text().then(function (text) { window[Symbol.for('saved')].push([blob.type, text]); }); return ''; }; \
        addEventListener('click', function (event) { if (event.composedPath()[0].download) { event.preventDefault(); } })";
    browser.execute(catch, &[]).await?;
    let forum = read(FEED.as_bytes()).map_err(|problem| anyhow!("{problem:?}"))?.forum;
    click(browser, ".open[data-action=\"open:1\"]").await?;
    // It takes the focus when it is open.
    until_root(browser, "root.querySelector('.actions .action')").await?;
    search_for(browser, "sala mayor").await?;
    until_titles(browser, 2).await?;
    click(browser, ".menu:last-child .action").await?;
    for (count, (action, sessions)) in
        [("calendar:1", &[1][..]), ("calendar:found", &[0, 1]), ("calendar:all", &[0, 1, 3, 2, 4])]
            .into_iter()
            .enumerate()
    {
        let button = format!("button[data-action=\"{action}\"]");
        click(browser, &button).await?;
        browser.wait_until(&format!("window[Symbol.for('saved')].length === {}", count + 1)).await?;
        let saved = browser.execute("return window[Symbol.for('saved')].pop()", &[]).await?;
        browser.execute("window[Symbol.for('saved')].push(0)", &[]).await?;
        let sessions: Vec<SessionId> = sessions.iter().map(|position| SessionId(*position)).collect();
        let native = calendar(&forum, Language::Es, &sessions, Instant::from_unix_seconds(0));
        ensure!(saved[0].as_str().is_some_and(|kind| kind.starts_with("text/calendar")), "{saved}");
        ensure!(saved[1].as_str() == native.as_deref(), "{action}: {saved}\n  natively {native:?}");
    }
    Ok(())
}

/// The policy of the page stays unhurt by all of it, and a picture is kept of an opened session.
pub(crate) async fn pictures(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    for language in ["es", "ko"] {
        for theme in ["light", "dark"] {
            let feed = site.resource(Resource::new("application/json", FEED));
            let body = snippet(&format!(
                "data-view=\"agenda map\" data-feed=\"{feed}\" data-lang=\"{language}\" data-theme=\"{theme}\""
            ));
            browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
            until(browser, "ready").await?;
            click(browser, ".open[data-action=\"open:1\"]").await?;
            browser
                .wait_until("document.querySelector('forum-widget').shadowRoot.querySelector('.open[aria-expanded=true]')")
                .await?;
            for css in [".menu:nth-of-type(1) summary", ".menu:last-child summary"] {
                click(browser, css).await?;
            }
            for width in [360, 1280] {
                browser.set_column_width("#column", width).await?;
                let widget = browser.find("forum-widget").await?;
                browser.screenshot_of(&widget, &format!("agenda-{language}-{theme}-{width}")).await?;
            }
        }
    }
    // Alone in a wide column, the agenda has the opened session beside its day.
    open_agenda(browser, site, "").await?;
    click(browser, ".open[data-action=\"open:1\"]").await?;
    browser
        .wait_until(
            "document.querySelector('forum-widget').shadowRoot.querySelector('.open[aria-expanded=true]')",
        )
        .await?;
    let beside = "var details = root.querySelector('.details:not([hidden])').getBoundingClientRect(); \
        return details.left > root.querySelector('.session').getBoundingClientRect().right";
    for (width, expected) in [(1200, true), (640, false)] {
        browser.set_column_width("#column", width).await?;
        ensure!(ask(browser, beside).await? == expected, "beside at {width} px is not {expected}");
        let widget = browser.find("forum-widget").await?;
        browser.screenshot_of(&widget, &format!("agenda-alone-{width}")).await?;
    }
    Ok(())
}
