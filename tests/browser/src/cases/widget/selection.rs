//! Choosing a country: the same from the list, the map and a session, and undone in two ways.

use super::{ALL_VIEWS, allowed, ask, events, open, until_told, wake};
use crate::browser::Browser;
use crate::site::Site;
use crate::tree::assert_same;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// What a reader can know of the selection.
const SELECTION: &str = "function all(css) { return Array.from(root.querySelectorAll(css)); } \
    return { \
        pressed: all('button[data-action^=country][aria-pressed=true]').map(function (one) { return one.className + ' ' + one.dataset.action; }), \
        sessions: all('.session[data-marked]').map(function (one) { return one.dataset.session; }), \
        delegations: all('.delegation[data-marked] .badge').map(function (one) { return one.textContent; }), \
        marks: all('.mark').filter(function (one) { return one.getClientRects().length; }).length, \
        outlined: root.querySelector('.selection').getAttribute('d') !== '', \
        said: root.querySelector('[role=status]').textContent, \
        clear: root.querySelector('.clear').getClientRects().length === 1 }";

fn nothing() -> Value {
    json!({
        "pressed": [], "sessions": [], "delegations": [], "marks": 0, "outlined": false, "said": "", "clear": false,
    })
}

fn colombia() -> Value {
    json!({
        "pressed": ["chip country:CO", "chip country:CO", "country country:CO"],
        "sessions": ["session-1", "session-2"],
        "delegations": ["CO"],
        "marks": 3,
        "outlined": true,
        "said": "Colombia: 2\u{a0}sesiones, 1\u{a0}persona",
        "clear": true,
    })
}

fn selected(id: &str) -> Value {
    json!({ "type": "forum:select", "detail": { "type": "country", "id": id }, "frozen": true, "id": "" })
}

async fn open_all_views(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &format!("data-view=\"{ALL_VIEWS}\"")).await.map(drop)
}

async fn click(browser: &Browser, css: &str) -> Result<()> {
    let element = browser.shadow_find(css).await?;
    browser.click(&element).await.with_context(|| css.to_owned())
}

async fn expect(browser: &Browser, expected: &Value, when: &str) -> Result<()> {
    until_told(browser, SELECTION, expected).await.with_context(|| when.to_owned())
}

/// A row, a shape and a chip each choose a country, say so, and choose it off again.
pub(crate) async fn each_control_selects(browser: &Browser, site: &Site) -> Result<()> {
    open_all_views(browser, site).await?;
    wake(browser).await?;
    let before = browser.shadow_tree("forum-widget").await?;
    expect(browser, &nothing(), "at first").await?;
    let mut expected_events = vec![];
    for kind in [".country", "path.state", ".chip"] {
        let control = format!("{kind}[data-action=\"country:CO\"]");
        click(browser, &control).await?;
        expect(browser, &colombia(), kind).await?;
        if kind != "path.state" {
            let focused = ask(browser, "return root.activeElement && root.activeElement.className").await?;
            ensure!(focused == kind.trim_start_matches('.'), "{kind}: the focus is at {focused}");
        }
        click(browser, &control).await?;
        expect(browser, &nothing(), kind).await?;
        assert_same(&browser.shadow_tree("forum-widget").await?, &before).context(kind)?;
        expected_events.extend([selected("CO"), selected("")]);
    }
    let events = events(browser).await?;
    ensure!(events.get(1..) == Some(&expected_events[..]), "{events:?}");
    browser.assert_unharmed(&allowed(site)).await
}

/// An address opens a country with its people, its sessions and a way to each, also where it changes later.
pub(crate) async fn an_address_opens_a_country(browser: &Browser, site: &Site) -> Result<()> {
    let address =
        site.page(super::page(site, "es", &super::snippet("data-view=\"agenda map\"")).policy(super::STRICT));
    browser.open(&format!("{address}#forum=country:CO")).await?;
    super::until(browser, "ready").await?;
    let shown = "var open = root.querySelector('.opened'); return open && [ \
        open.previousElementSibling.dataset.action, open === root.activeElement?.nextElementSibling, \
        open.querySelectorAll('.person-name').length, open.querySelectorAll('.way').length, \
        open.querySelector('[data-action^=link]').dataset.action]";
    until_told(browser, shown, &json!(["country:CO", true, 1, 2, "link:CO"])).await?;
    let widget = browser.find("forum-widget").await?;
    browser.screenshot_of(&widget, "map-country").await?;
    browser.assert_accessible("forum-widget").await?;
    browser.execute("location.hash = '#forum=country:CR'", &[]).await?;
    until_told(browser, shown, &json!(["country:CR", true, 1, 2, "link:CR"])).await?;
    click(browser, ".way").await?;
    until_told(browser, "return root.activeElement.className", &json!("open")).await
}

/// Another country takes the place of the first one, and a shape that takes no part does nothing.
pub(crate) async fn one_country_at_a_time(browser: &Browser, site: &Site) -> Result<()> {
    open_all_views(browser, site).await?;
    click(browser, ".country[data-action=\"country:BR\"]").await?;
    click(browser, ".country[data-action=\"country:CO\"]").await?;
    expect(browser, &colombia(), "after Brazil").await?;
    // One with land in its middle, which few islands have.
    let shape = "root.querySelector('svg').scrollIntoView({ block: 'center' }); \
        return Array.from(root.querySelectorAll('path.state:not([data-action])')).find(function (one) { \
            var box = one.getBoundingClientRect(); \
            return box.width > 20 && one === root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); })";
    let shape = browser.element(&ask(browser, shape).await?).context("every state takes part")?;
    browser.click(&shape).await?;
    expect(browser, &colombia(), "a click on a state that takes no part").await?;
    click(browser, ".section-heading").await?;
    expect(browser, &colombia(), "a click beside").await
}

/// Where a script asks, the keyboard stays where the visitor is, also where there is nothing to end.
pub(crate) async fn a_script_leaves_the_keyboard_alone(browser: &Browser, site: &Site) -> Result<()> {
    open_all_views(browser, site).await?;
    wake(browser).await?;
    ask(browser, "root.querySelector('.search').focus()").await?;
    for (code, expected) in [("", nothing()), ("CO", colombia()), ("", nothing()), ("", nothing())] {
        ask(browser, &format!("widget.selectCountry('{code}')")).await?;
        expect(browser, &expected, code).await?;
        let focused = ask(browser, "return root.activeElement.className").await?;
        ensure!(focused == "search", "after {code:?}: {focused}");
    }
    Ok(())
}

/// A session of the selected country is shown where it is asked for, also when the programme shows something else.
pub(crate) async fn a_session_that_is_left_out_is_shown(browser: &Browser, site: &Site) -> Result<()> {
    open_all_views(browser, site).await?;
    browser.execute("location.hash = '#forum=country:CO&search=nowhere'", &[]).await?;
    let shown = "return [root.querySelectorAll('.session').length, root.querySelector('.search').value, \
        root.activeElement && root.activeElement.className]";
    until_told(browser, shown, &json!([0, "nowhere", "country"])).await?;
    click(browser, ".opened .way[data-action^=show]").await?;
    until_told(browser, shown, &json!([5, "", "open"])).await
}

/// The button ends the selection, and the keyboard goes on at the country's row.
pub(crate) async fn the_button_ends_it(browser: &Browser, site: &Site) -> Result<()> {
    open_all_views(browser, site).await?;
    wake(browser).await?;
    let before = browser.shadow_tree("forum-widget").await?;
    for kind in [".country", "path.state", ".chip"] {
        click(browser, &format!("{kind}[data-action=\"country:CO\"]")).await?;
        expect(browser, &colombia(), kind).await?;
        click(browser, ".clear").await?;
        expect(browser, &nothing(), kind).await?;
        let focused =
            ask(browser, "var at = root.activeElement; return at && at.className + ' ' + at.dataset.action");
        let focused = focused.await?;
        ensure!(focused == "country country:CO", "{kind}: {focused}");
    }
    assert_same(&browser.shadow_tree("forum-widget").await?, &before)?;
    // Where the country has no row among those that are seen alone, the keyboard goes on at the first that has.
    click(browser, "[data-action=\"only:several\"]").await?;
    ask(browser, "widget.selectCountry('BR')").await?;
    until_told(browser, "return root.querySelector('.clear').hidden", &json!(false)).await?;
    click(browser, ".clear").await?;
    let focused = "return root.activeElement && root.activeElement.dataset.action";
    until_told(browser, focused, &json!("country:CO")).await
}

/// The page's scripts choose as well, and several countries can be chosen from the start.
pub(crate) async fn scripts_select(browser: &Browser, site: &Site) -> Result<()> {
    open_all_views(browser, site).await?;
    ask(browser, "widget.selectCountry('co')").await?;
    expect(browser, &colombia(), "by script").await?;
    ask(browser, "widget.selectCountry('CO')").await?;
    expect(browser, &colombia(), "by script, again").await?;
    ask(browser, "widget.selectCountry('')").await?;
    expect(browser, &nothing(), "ended by script").await?;
    open(browser, site, "data-country=\"GT,CR\"").await?;
    let found = ask(browser, SELECTION).await?;
    ensure!(found["said"] == "Guatemala y Costa Rica: 2\u{a0}sesiones, 4\u{a0}personas", "{found}");
    ensure!(found["sessions"] == json!(["opening", "session-1"]), "{found}");
    browser.assert_unharmed(&allowed(site)).await
}

/// Whatever views a page has: a country that is chosen in one of them is marked in all that are there, and no longer once
/// it is chosen off.
pub(crate) async fn with_and_without_each_view(browser: &Browser, site: &Site) -> Result<()> {
    let marked = "function count(css) { return root.querySelectorAll(css).length; } \
        return [count('.session[data-marked]'), count('.country[aria-pressed=true]'), count('path.selection[d^=M]'), \
            count('.delegation[data-marked]')]";
    for (views, control, expected) in [
        ("agenda", ".chip", [2, 0, 0, 0]),
        ("map", "path.state", [0, 1, 1, 0]),
        ("delegations", "", [0, 0, 0, 1]),
        ("agenda map", "path.state", [2, 1, 1, 0]),
        ("map agenda", ".chip", [2, 1, 1, 0]),
        ("agenda delegations", ".chip", [2, 0, 0, 1]),
        ("map delegations", ".country", [0, 1, 1, 1]),
        (ALL_VIEWS, "path.state", [2, 1, 1, 1]),
        (ALL_VIEWS, ".chip", [2, 1, 1, 1]),
    ] {
        open(browser, site, &format!("data-view=\"{views}\"")).await?;
        for expected in [expected, [0; 4]] {
            if control.is_empty() {
                // The delegations have no control: the page's scripts choose.
                ask(browser, "widget.selectCountry(root.querySelector('[data-marked]') ? '' : 'CO')").await?;
            } else {
                // Where it is on the page is not the matter here.
                let control = format!("{control}[data-action=\"country:CO\"]");
                let click = "dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))";
                ask(browser, &format!("root.querySelector('{control}').{click}")).await?;
            }
            until_told(browser, marked, &json!(expected))
                .await
                .with_context(|| [views, control].join(" by "))?;
        }
    }
    browser.assert_unharmed(&allowed(site)).await
}
