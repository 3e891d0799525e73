//! The programme by room, by topic and by country, as a visitor chooses it or a link says it.

use super::programme::{
    FIRST_DAY, TITLES, WIDTHS, Way, activate, enter, expect, expect_focus, open_feed, programme, tab_to,
    until_root,
};
use super::widths::BEYOND;
use super::{ALL_VIEWS, ask, exchange, open};
use crate::actions::Key;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

const FEED: &str = include_str!("../../../../fixtures/rooms.json");
const ARRANGEMENTS: [&str; 4] = ["days", "rooms", "topics", "countries"];

/// The headings of the days or groups, with the titles under each.
const GROUPS: &str = "Array.from(root.querySelectorAll('.day')).map(function (day) { \
    return day.querySelector('.day-heading').textContent + ': ' + Array.from(day.querySelectorAll('.open')) \
        .map(function (one) { return one.closest('article').dataset.session; }).join(' '); })";

fn groups(arrangement: &str) -> Value {
    match arrangement {
        "topics" => json!([
            "Redes: networks clinic",
            "Educación: schools clinic",
            "Otras sesiones: visit opening workshop lunch night stars closing",
        ]),
        "countries" => json!([
            "CL Chile: networks",
            "CO Colombia: opening schools night",
            "CR Costa Rica: networks clinic",
            "KR República de Corea: opening clinic",
            "Otras sesiones: visit workshop lunch stars closing",
        ]),
        _ => json!([
            "Miércoles 17 de marzo: visit opening workshop networks schools clinic lunch night stars",
            "Jueves 18 de marzo: closing",
        ]),
    }
}

async fn until_arranged(browser: &Browser, arrangement: &str) -> Result<()> {
    let tables = format!("root.querySelectorAll('.grid').length === {}", usize::from(arrangement == "rooms"));
    until_root(browser, &tables).await?;
    let there = format!("JSON.stringify({GROUPS}) === '{}'", groups(arrangement));
    if until_root(browser, &there).await.is_err() {
        expect(browser, &format!("return {GROUPS}"), &groups(arrangement)).await?;
    }
    Ok(())
}

/// Follows a link of ours, as the page's address.
async fn follow(browser: &Browser, fragment: &str) -> Result<()> {
    browser.execute("location.hash = arguments[0]", &[json!(fragment)]).await.map(drop)
}

/// Each arrangement is chosen by pointer and by keyboard, at each width; a narrow column does not offer the table.
pub(crate) async fn each_is_chosen(browser: &Browser, site: &Site) -> Result<()> {
    for width in WIDTHS {
        for way in [Way::Pointer, Way::Keys] {
            let context = || format!("{way:?} at {width}");
            open_feed(browser, site, FEED, width, "").await?;
            activate(browser, way, ".menu:first-of-type summary").await?;
            until_root(browser, "root.querySelector('option')").await?;
            let select = "select[aria-label=\"Organizar por\"]";
            let offered =
                if width < 700 { &["topics", "countries"][..] } else { &["rooms", "topics", "countries"] };
            for arrangement in offered {
                match way {
                    Way::Pointer => {
                        let option = format!("option[value=\"by:{arrangement}\"]");
                        browser.click(&browser.shadow_find(&option).await?).await?;
                    }
                    Way::Keys => {
                        tab_to(browser, select).await?;
                        // WebKit offers what the stylesheet hides of a list.
                        if width < 700 && *arrangement == "topics" && browser.engine == Engine::Webkit {
                            browser.press(&[Key::Down]).await?;
                        }
                        browser.press(&[Key::Down]).await?;
                    }
                }
                until_arranged(browser, arrangement).await.with_context(context)?;
                if way == Way::Keys {
                    expect_focus(browser, select).await.with_context(context)?;
                }
                let found = ask(browser, BEYOND).await?;
                ensure!(found["beyond"] == json!([]), "{arrangement}, {}: {found}", context());
            }
        }
    }
    Ok(())
}

/// The rows with their times, and each cell with its sessions and spans, as assistive technology is told.
pub(crate) async fn rooms_are_a_table(browser: &Browser, site: &Site) -> Result<()> {
    open_feed(browser, site, FEED, 1200, "").await?;
    follow(browser, "forum=&by=rooms").await?;
    until_arranged(browser, "rooms").await?;
    let table = "var table = root.querySelector('.grid'); \
        return Array.from(table.rows).map(function (row) { return Array.from(row.cells).map(function (cell) { \
            var titles = Array.from(cell.querySelectorAll('.open')).map(function (one) { \
                return one.closest('article').dataset.session; }); \
            return (cell.localName === 'th' ? cell.textContent : titles.join(' ')) \
                + (cell.rowSpan * cell.colSpan > 1 ? ' ' + cell.rowSpan + 'x' + cell.colSpan : ''); }).join('|'); })";
    let expected = json!([
        "|Aula 3|Sala Mayor|Sala Norte",
        "09:00|opening 1x3",
        "09:45|workshop|networks|schools 2x1",
        "11:00|clinic|",
        "12:00|lunch 1x3",
        "23:00||night 2x1|",
        "23:30|stars|",
    ]);
    let told = ask(browser, table).await?;
    ensure!(told == expected, "{told}");
    for width in [1200, 360] {
        browser.set_column_width("#column", width).await?;
        for (css, role, name) in [
            (".grid", "table", "Miércoles 17 de marzo"),
            (".grid tbody th", "rowheader", "09:00"),
            (".grid thead th", "columnheader", "Aula 3"),
        ] {
            if width == 360 && role == "columnheader" {
                continue;
            }
            let element = browser.shadow_find(css).await?;
            let told = (browser.computed_role(&element).await?, browser.computed_label(&element).await?);
            // WebKit leaves the name of a header to the screen reader, which reads what stands there.
            let unnamed = browser.engine == Engine::Webkit && role != "table" && told.1.is_empty();
            ensure!(told.0 == role && (told.1 == name || unnamed), "{css} at {width}: {told:?}");
        }
        browser.assert_accessible("forum-widget").await.with_context(|| format!("at {width}"))?;
        let found = ask(browser, BEYOND).await?;
        ensure!(found["beyond"] == json!([]), "{width}: {found}");
    }
    // In a list the cards follow one another, in a table rooms stand side by side.
    let beside = "var at = function (id) { return root.querySelector('[data-session=' + id + ']').getBoundingClientRect(); }; \
        return at('networks').left > at('workshop').right";
    expect(browser, beside, &json!(false)).await?;
    browser.set_column_width("#column", 1200).await?;
    expect(browser, beside, &json!(true)).await
}

/// A table that was scrolled to its last room stays so when it is drawn anew.
pub(crate) async fn a_scrolled_table_stays(browser: &Browser, site: &Site) -> Result<()> {
    let sessions: Vec<Value> = (0..6)
        .map(|room| {
            json!({ "id": format!("s{room}"), "title": "Sesión", "room": format!("Sala {room}"),
                "start": "2027-05-03T09:00:00Z", "end": "2027-05-03T10:00:00Z" })
        })
        .collect();
    let feed = json!({ "version": 1, "sessions": sessions }).to_string();
    open_feed(browser, site, &feed, 900, "").await?;
    follow(browser, "forum=&by=rooms").await?;
    until_root(browser, "root.querySelectorAll('.grid').length === 1").await?;
    expect(
        browser,
        "root.querySelector('.rooms').scrollLeft = 150; return root.querySelector('.rooms').scrollLeft",
        &json!(150),
    )
    .await?;
    ask(browser, "widget.dataset.theme = 'dark'").await?;
    let scrolled =
        "root.querySelector('.root').dataset.theme === 'dark' && root.querySelector('.rooms').scrollLeft";
    let left = until_root(browser, scrolled).await?;
    ensure!(left == 150, "{left}");
    Ok(())
}

/// A session unfolds where it was opened: in its cell, and in a group in that one alone.
pub(crate) async fn a_session_opens_in_its_place(browser: &Browser, site: &Site) -> Result<()> {
    for way in [Way::Pointer, Way::Keys] {
        open_feed(browser, site, FEED, 1200, "").await?;
        follow(browser, "forum=&by=rooms").await?;
        until_arranged(browser, "rooms").await?;
        if way == Way::Pointer && browser.engine == Engine::Webkit {
            // Its driver clicks nothing in a cell: what is hit there is asked for, and clicked.
            let hit = "var title = root.querySelector('.open[data-action=\"open:1\"]'); title.scrollIntoView({ block: 'center' }); \
                var box = title.getBoundingClientRect(), at = root.elementFromPoint(box.left + 9, box.top + 9); \
                at.click(); return at === title";
            expect(browser, hit, &json!(true)).await?;
        } else {
            activate(browser, way, ".open[data-action=\"open:1\"]").await?;
        }
        until_root(browser, "root.querySelector('td > .details:not([hidden]) .actions .action')").await?;
        browser.assert_accessible("forum-widget").await?;
        // It stays open where it first stands, when the arrangement is another.
        follow(browser, "forum=networks&by=countries").await?;
        until_arranged(browser, "countries").await?;
        expect_focus(browser, ".open[data-action=\"open:1\"]").await?;
        let second = ".open[data-action=\"open:1.1\"]";
        activate(browser, way, second).await?;
        let told = "(function (open) { return open.length === 1 && open[0].dataset.action; })( \
            root.querySelectorAll('.open[aria-expanded=true]')) === 'open:1.1'";
        until_root(browser, told).await.with_context(|| format!("{way:?}"))?;
        expect_focus(browser, second).await?;
        let unfolded = "var shown = root.querySelectorAll('.details:not([hidden])'), title = root.querySelector('[aria-expanded=true]'); \
            return [shown.length, shown[0].id === title.getAttribute('aria-controls'), \
                shown[0].querySelector('.speakers') !== null, shown[0].querySelectorAll('.action').length > 1]";
        expect(browser, unfolded, &json!([1, true, true, true])).await?;
        let ids = "var ids = Array.from(root.querySelectorAll('[id]')).map(function (one) { return one.id; }); \
            return ids.length - new Set(ids).size";
        expect(browser, ids, &json!(0)).await?;
        browser.assert_accessible("forum-widget").await?;
        activate(browser, way, second).await?;
        until_root(browser, "!root.querySelector('.open[aria-expanded=true]')").await?;
    }
    Ok(())
}

/// What is sought is found in each arrangement, and nothing else is there.
pub(crate) async fn the_filter_holds_in_each(browser: &Browser, site: &Site) -> Result<()> {
    open_feed(browser, site, FEED, 1200, "").await?;
    for (arrangement, expected) in ARRANGEMENTS.into_iter().zip([
        json!(["clinic"]),
        json!(["clinic"]),
        json!(["clinic", "clinic"]),
        json!(["clinic", "clinic"]),
    ]) {
        follow(browser, &format!("forum=&by={arrangement}&search=consultorio")).await?;
        let shown = "Array.from(root.querySelectorAll('.programme article')).map(function (one) { return one.dataset.session; })";
        until_root(browser, &format!("JSON.stringify({shown}) === '{expected}'"))
            .await
            .context(arrangement)?;
        // And words that nothing has.
        enter(browser, Way::Keys, ".search").await?;
        browser.type_text("zzz").await?;
        until_root(browser, "root.querySelector('.empty') && !root.querySelector('.programme article')")
            .await
            .context(arrangement)?;
        follow(browser, "forum=").await?;
        until_arranged(browser, "days").await?;
    }
    Ok(())
}

/// Of a large programme no more is drawn in groups than by day; the keyboard goes on where more begins.
pub(crate) async fn groups_are_drawn_in_part(browser: &Browser, site: &Site) -> Result<()> {
    let feed = programme(160, 2, FIRST_DAY).to_string();
    open_feed(browser, site, &feed, 640, "").await?;
    follow(browser, "forum=&by=countries").await?;
    let count = format!("{TITLES}.length");
    // Each stands under Colombia, each second one under Korea as well.
    until_root(
        browser,
        &format!("{count} === 30 && root.querySelector('.more').textContent === 'Mostrar 210 sesiones más'"),
    )
    .await?;
    activate(browser, Way::Pointer, ".more").await?;
    until_root(browser, &format!("{count} === 130")).await?;
    expect_focus(browser, ".open[data-action=\"open:30\"]").await?;
    activate(browser, Way::Pointer, ".more").await?;
    until_root(browser, &format!("{count} === 240")).await?;
    expect_focus(browser, ".open[data-action=\"open:130\"]").await?;
    expect(browser, "return root.querySelector('.more')", &json!(null)).await?;
    // For print and the browser's own search all of a large programme stands by day; one that is drawn as a whole stays.
    for (sessions, cards, printed) in [(160, 30, 160), (80, 120, 120)] {
        let feed = programme(sessions, 2, FIRST_DAY).to_string();
        open_feed(browser, site, &feed, 640, "").await?;
        follow(browser, "forum=&by=countries").await?;
        let there = format!(
            "root.querySelector('.day-heading').textContent === 'CO Colombia' && {count} === {cards}"
        );
        until_root(browser, &there).await?;
        browser.execute("window.dispatchEvent(new Event('beforeprint'))", &[]).await?;
        expect(browser, "return root.querySelectorAll('.open').length", &json!(printed)).await?;
    }
    Ok(())
}

/// axe-core finds nothing in any of them, in two languages and themes; pictures to look at.
pub(crate) async fn accessible_and_pictures(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    let feed = site.resource(Resource::new("application/json", FEED.to_owned()));
    open(browser, site, &format!("data-feed=\"{feed}\"")).await?;
    for (language, theme) in [("es", "light"), ("ko", "dark")] {
        let views = if language == "es" { "agenda" } else { ALL_VIEWS };
        let settings = format!(
            "data-view=\"{views}\" data-feed=\"{feed}\" data-lang=\"{language}\" data-theme=\"{theme}\" data-country=\"CR\""
        );
        for arrangement in &ARRANGEMENTS[1..] {
            // What follows a link has none yet.
            browser.execute("history.replaceState(null, '', location.pathname)", &[]).await?;
            exchange(browser, &settings).await?;
            follow(browser, &format!("forum=networks&by={arrangement}")).await?;
            until_root(browser, "root.querySelector('.actions .action')").await?;
            for width in [360, 1280] {
                browser.set_column_width("#column", width).await?;
                let context = || format!("{arrangement} in {language} at {width}");
                browser.assert_accessible("forum-widget").await.with_context(context)?;
                let widget = browser.find("forum-widget").await?;
                browser.screenshot_of(&widget, &format!("{arrangement}-{language}-{theme}-{width}")).await?;
            }
        }
    }
    Ok(())
}
