//! What a visitor does with a programme, from one control to the next: by pointer and by keyboard alone, in narrow, middle
//! and wide columns.

use super::programme::{
    OPENED, TITLES, WIDTHS, Way, activate, enter, expect_focus, open_feed, tab_to, until_root,
};
use super::{ask, open, until_told};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::{Page, Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

const FEED: &str = include_str!("../../../../fixtures/agenda.json");
const ALL: [&str; 5] =
    ["Apertura", "La escuela digital", "Clausura y straße", "Redes 5G", "Encuentro por anunciar"];

/// Each way at each width.
fn journeys() -> impl Iterator<Item = (Way, u32)> {
    WIDTHS.into_iter().flat_map(|width| [(Way::Pointer, width), (Way::Keys, width)])
}

async fn until_titles(browser: &Browser, titles: &[&str]) -> Result<()> {
    until_root(browser, &format!("{TITLES}.join('|') === '{}'", titles.join("|"))).await.map(drop)
}

async fn until_opened(browser: &Browser, title: &str) -> Result<()> {
    until_root(browser, &format!("{OPENED}.join('|') === '{title}'")).await.map(drop)
}

/// Words narrow the list, and the button brings it back and the focus to the field.
pub(crate) async fn search(browser: &Browser, site: &Site) -> Result<()> {
    for (way, width) in journeys() {
        open_feed(browser, site, FEED, width, "").await?;
        enter(browser, way, ".search").await?;
        browser.type_text("educacion").await?;
        until_titles(browser, &ALL[1..2]).await.with_context(|| format!("{way:?}, {width}"))?;
        expect_focus(browser, ".search").await?;
        activate(browser, way, ".clear-filter").await?;
        until_titles(browser, &ALL).await.with_context(|| format!("{way:?}, {width}"))?;
        expect_focus(browser, ".search").await?;
    }
    Ok(())
}

/// A choice in a list narrows the list of sessions, and the focus stays at it.
pub(crate) async fn filters(browser: &Browser, site: &Site) -> Result<()> {
    for (way, width) in journeys() {
        open_feed(browser, site, FEED, width, "").await?;
        activate(browser, way, ".menu:first-of-type summary").await?;
        until_root(browser, "root.querySelector('option')").await?;
        match way {
            Way::Pointer => {
                browser.click(&browser.shadow_find("option[value=\"topic:education\"]").await?).await?;
            }
            Way::Keys => {
                tab_to(browser, "select").await?;
                browser.press(&[Key::Down]).await?;
            }
        }
        until_titles(browser, &ALL[1..2]).await.with_context(|| format!("{way:?}, {width}"))?;
        if way == Way::Keys {
            expect_focus(browser, "select").await?;
        }
        activate(browser, way, ".clear-filter").await?;
        until_titles(browser, &ALL).await.with_context(|| format!("{way:?}, {width}"))?;
    }
    Ok(())
}

/// A session is opened, left for the next and the one before, and closed; the focus is always at the opened one's title.
pub(crate) async fn disclosure(browser: &Browser, site: &Site) -> Result<()> {
    for (way, width) in journeys() {
        open_feed(browser, site, FEED, width, "").await?;
        let context = || format!("{way:?}, {width}");
        activate(browser, way, ".open[data-action=\"open:1\"]").await?;
        until_opened(browser, ALL[1]).await.with_context(context)?;
        expect_focus(browser, ".open[data-action=\"open:1\"]").await.with_context(context)?;
        activate(browser, way, ".actions [data-action=\"open:3\"]").await?;
        until_opened(browser, ALL[2]).await.with_context(context)?;
        expect_focus(browser, ".open[data-action=\"open:3\"]").await.with_context(context)?;
        activate(browser, way, ".actions [data-action=\"open:1\"]").await?;
        until_opened(browser, ALL[1]).await.with_context(context)?;
        expect_focus(browser, ".open[data-action=\"open:1\"]").await.with_context(context)?;
        activate(browser, way, ".open[data-action=\"open:1\"]").await?;
        until_opened(browser, "").await.with_context(context)?;
        expect_focus(browser, ".open[data-action=\"open:1\"]").await.with_context(context)?;
    }
    Ok(())
}

/// A link of the page opens a session, which is seen and has the focus; the page's history has one entry more, by the link.
pub(crate) async fn deep_link(browser: &Browser, site: &Site) -> Result<()> {
    for (way, width) in journeys() {
        let feed = site.resource(Resource::new("application/json", FEED));
        let body = format!(
            "<a id=\"to\" href=\"#forum=networks\">Redes</a>{}",
            super::snippet(&format!("data-view=\"agenda\" data-feed=\"{feed}\""))
        );
        browser.open(&site.page(Page::new(super::page(site, "es", &body).html))).await?;
        super::until(browser, "ready").await?;
        browser.set_column_width("#column", width).await?;
        let length = browser.execute("return history.length", &[]).await?.as_u64().context("a number")?;
        match way {
            Way::Pointer => browser.click(&browser.find("#to").await?).await?,
            Way::Keys => {
                browser.press(&[Key::Tab]).await?;
                let at = browser.execute("return document.activeElement.id", &[]).await?;
                ensure!(at == "to", "the focus is at {at}");
                browser.press(&[Key::Enter]).await?;
            }
        }
        until_opened(browser, ALL[3]).await.with_context(|| format!("{way:?}, {width}"))?;
        expect_focus(browser, ".open[data-action=\"open:2\"]").await?;
        let seen = "var box = root.activeElement.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight";
        ensure!(ask(browser, seen).await? == true, "{way:?}, {width}: the opened session is not in view");
        let after = browser.execute("return [history.length, location.hash]", &[]).await?;
        // Browsers keep 50 or 100 entries.
        let grown = after[0] == length + 1 || (length >= 50 && after[0] == length);
        ensure!(grown && after[1] == "#forum=networks", "{after}, before {length}");
    }
    Ok(())
}

/// What the page can do with its clipboard instead of the system's: keep what is written, or refuse it.
const CLIPBOARD: &str = "window[Symbol.for('copied')] = []; \
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: function (text) { \
        if (arguments[1] || window[Symbol.for('refused')]) { return Promise.reject(new Error('refused')); } \
        window[Symbol.for('copied')].push(text); return Promise.resolve(); } } })";

/// The link is copied, which is said beside the button; where that is forbidden it stands there to be copied by hand. It
/// opens the session.
pub(crate) async fn copy_link(browser: &Browser, site: &Site) -> Result<()> {
    for (way, width) in journeys() {
        let context = || format!("{way:?}, {width}");
        let address = open_feed(browser, site, FEED, width, "").await?;
        browser.execute(CLIPBOARD, &[]).await?;
        activate(browser, way, ".open[data-action=\"open:1\"]").await?;
        until_root(browser, "root.querySelector('.actions .action')").await?;
        activate(browser, way, ".actions [data-action=\"copy:1\"]").await?;
        let said = "root.querySelector('.actions [role=status]').textContent === 'Enlace copiado'";
        until_root(browser, said).await.with_context(context)?;
        let copied = browser.execute("return window[Symbol.for('copied')]", &[]).await?;
        ensure!(copied == json!([format!("{address}#forum=schools")]), "{}: {copied}", context());
        browser.execute("window[Symbol.for('refused')] = true", &[]).await?;
        activate(browser, way, ".actions [data-action=\"copy:1\"]").await?;
        let field = "(function (field) { return field && field.selectionEnd === field.value.length && field.value; })( \
            root.querySelector('.actions input'))";
        let link = until_root(browser, field).await.with_context(context)?;
        ensure!(link == copied[0], "{}: {link}", context());
        expect_focus(browser, ".actions input").await.with_context(context)?;
        browser.open("about:blank").await?;
        browser.open(copied[0].as_str().context("an address")?).await?;
        until_opened(browser, ALL[1]).await.with_context(context)?;
    }
    Ok(())
}

/// It is said beside the button that was pressed, of a session or of a country; and where it is refused again and again, one address
/// stands there, also beside what was found.
pub(crate) async fn copies_side_by_side(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "data-country=\"CO\"").await?;
    browser.execute(CLIPBOARD, &[]).await?;
    // Not every browser gives the focus to what is clicked.
    let click = |css: &str| format!("root.querySelector('{css}').click()");
    ask(browser, "widget.showSession('session-2')").await?;
    let (session, country) = (".details .actions", ".opened .actions");
    until_root(browser, &format!("root.querySelector('{session}') && root.querySelector('{country}')"))
        .await?;
    let said = format!(
        "return ['{session}', '{country}'].map(function (row) {{ return root.querySelector(row + ' [role=status]').textContent; }})"
    );
    activate(browser, Way::Pointer, &format!("{country} [data-action^=link]")).await?;
    until_told(browser, &said, &json!(["", "Enlace copiado"])).await?;
    activate(browser, Way::Pointer, &format!("{session} [data-action^=copy]")).await?;
    until_told(browser, &said, &json!(["Enlace copiado", "Enlace copiado"])).await?;
    let search = "var field = root.querySelector('[type=search]'); field.value = 'digital'; \
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    ask(browser, search).await?;
    until_root(browser, "root.querySelector('.results [data-action^=copy]')").await?;
    ask(browser, &click(".results [data-action^=copy]")).await?;
    until_told(browser, "return root.querySelector('.results .said').textContent", &json!("Enlace copiado"))
        .await?;
    browser.execute("window[Symbol.for('refused')] = true", &[]).await?;
    for (row, button) in [(".results", "copy"), (country, "link")] {
        let copy = click(&format!("{row} [data-action^={button}]"));
        for _ in 0..3 {
            ask(browser, &copy).await?;
            let field = format!("root.activeElement === root.querySelector('{row} input')");
            until_root(browser, &field).await.context(row.to_owned())?;
            ask(browser, "root.activeElement.blur()").await?;
        }
        let fields = ask(browser, &format!("return root.querySelectorAll('{row} input').length")).await?;
        ensure!(fields == 1, "{fields} fields in {row}");
    }
    Ok(())
}

/// The whole programme, what was found and one session are saved as files.
pub(crate) async fn calendars(browser: &Browser, site: &Site) -> Result<()> {
    for (way, width) in journeys() {
        open_feed(browser, site, FEED, width, "").await?;
        let catch = "window[Symbol.for('saved')] = []; addEventListener('click', function (event) { \
            var link = event.composedPath()[0]; \
            if (link.download) { event.preventDefault(); window[Symbol.for('saved')].push(link.download); } })";
        browser.execute(catch, &[]).await?;
        enter(browser, way, ".search").await?;
        browser.type_text("sala mayor").await?;
        until_titles(browser, &ALL[..2]).await?;
        activate(browser, way, ".menu:last-child summary").await?;
        activate(browser, way, ".calendars [data-action=\"calendar:all\"]").await?;
        activate(browser, way, ".calendars [data-action=\"calendar:found\"]").await?;
        activate(browser, way, ".open[data-action=\"open:0\"]").await?;
        until_opened(browser, ALL[0]).await?;
        activate(browser, way, ".actions [data-action=\"calendar:0\"]").await?;
        browser.wait_until("window[Symbol.for('saved')].length === 3").await?;
        let saved: Value = browser.execute("return window[Symbol.for('saved')]", &[]).await?;
        ensure!(saved == json!(["forum.ics", "forum.ics", "forum.ics"]), "{way:?}, {width}: {saved}");
    }
    Ok(())
}
