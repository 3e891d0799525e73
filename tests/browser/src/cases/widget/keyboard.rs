//! By keyboard alone, and as assistive technology is told.

use super::{ALL_VIEWS, STRICT, ask, open, page, snippet, until, until_told, wake};
use crate::actions::Key;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// The place of the focus among all controls that are shown, and whether it is seen there. On the display of the tests
/// no window of `WebKit` is ever active, so that nothing matches `:focus`: there the place is all that can be known.
const FOCUS: &str = "var controls = Array.from(root.querySelectorAll('button, a[href], input, select, summary, [tabindex=\"0\"]')).filter( \
        function (one) { return one.checkVisibility(); }); \
    var at = root.activeElement, box = at && at.getBoundingClientRect(), style = at && getComputedStyle(at); \
    return at ? { place: controls.indexOf(at), of: controls.length, action: at.dataset.action || '', \
        outlined: !document.hasFocus() || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2), \
        in_view: box.top >= -1 && box.bottom <= innerHeight + 1 } : { controls: controls.length }";

/// Tab goes to each control once, in the order of the document, and each one shows that it has the focus.
pub(crate) async fn every_control_is_reached(browser: &Browser, site: &Site) -> Result<()> {
    // Something to go on to: WebKit would begin again at the first control of the page.
    let body = snippet(&format!("data-view=\"{ALL_VIEWS}\" data-country=\"CO\""))
        + "<a id=\"after\" href=\"/\">Inicio</a>";
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    wake(browser).await?;
    let active = browser.execute("return document.hasFocus()", &[]).await? == true;
    ensure!(active || browser.engine == Engine::Webkit, "the window is not active");
    let controls = ask(browser, FOCUS).await?["controls"].as_u64().context("something has the focus")?;
    // Chips, rows, the button that ends the selection, the map; the search, its two menus, the titles of the sessions; the
    // legend, the regions; two ways to sessions, one to the delegation, and the link, in the selected country's row; the map as a picture.
    ensure!(controls == 9 + 12 + 1 + 1 + 1 + 2 + 5 + 4 + 4 + 4 + 1, "{controls} controls");
    for place in 0..controls {
        browser.press(&[Key::Tab]).await?;
        let focus = ask(browser, FOCUS).await?;
        ensure!(focus["place"] == place, "after {} times Tab: {focus}", place + 1);
        ensure!(focus["outlined"] == true && focus["in_view"] == true, "not to be seen: {focus}");
    }
    browser.press(&[Key::Tab]).await?;
    let focused = browser.execute("return document.activeElement.id", &[]).await?;
    ensure!(focused == "after", "Tab does not leave the widget: {focused}");
    Ok(())
}

/// Enter and Space choose and end, and the focus stays where it is.
pub(crate) async fn a_country_is_chosen_by_key(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "data-view=\"map agenda delegations\"").await?;
    let pressed = "return root.querySelector('.country[aria-pressed=true]') !== null";
    wake(browser).await?;
    ask(browser, "root.querySelectorAll('.country')[1].focus()").await?;
    let row = ask(browser, FOCUS).await?;
    for (key, expected) in [(Key::Enter, true), (Key::Space, false), (Key::Space, true), (Key::Enter, false)]
    {
        browser.press(&[key]).await?;
        until_told(browser, pressed, &json!(expected)).await.with_context(|| format!("{key:?}"))?;
        let focus = ask(browser, FOCUS).await?;
        ensure!(focus["action"] == row["action"] && focus["outlined"] == true, "{key:?}: {focus}");
    }
    // And from a row to the button that ends the selection, which stands before the list.
    browser.press(&[Key::Enter]).await?;
    let mut tabs = 0;
    while ask(browser, FOCUS).await?["action"] != "clear" {
        browser.press_with(Key::Shift, Key::Tab).await?;
        tabs += 1;
        // A row, the map, four regions, the entries of the legend.
        ensure!(tabs < 15, "no way to the button");
    }
    browser.press(&[Key::Enter]).await?;
    let focus = ask(browser, FOCUS).await?;
    ensure!(focus["action"] == row["action"], "the focus is lost: {focus}");
    ensure!(ask(browser, pressed).await? == false);
    Ok(())
}

/// Roles and names, as the browsers tell them, in Spanish and Korean.
pub(crate) async fn controls_have_names(browser: &Browser, site: &Site) -> Result<()> {
    let expected: [(&str, [&str; 5]); 2] = [
        (
            "es",
            [
                "Costa Rica Presencial · Nivel ministerial · 1\u{a0}persona",
                "Costa Rica",
                "Quitar la selección",
                "Mapa de los países participantes; la lista siguiente contiene los mismos datos.",
                "Foro de Cooperación Digital Corea–América Latina y el Caribe",
            ],
        ),
        (
            "ko",
            [
                "코스타리카 대면 참석 · 장관급 · 1명",
                "코스타리카",
                "선택 해제",
                "참가국 지도입니다. 이어지는 목록에 같은 내용이 있습니다.",
                "한-중남미 디지털 협력 포럼",
            ],
        ),
    ];
    let controls = [
        (".country[data-action=\"country:CR\"]", "button"),
        (".chip[data-action=\"country:CR\"]", "button"),
        (".clear", "button"),
        ("svg", "group"),
        (".root", "region"),
    ];
    for (language, names) in expected {
        open(browser, site, &format!("data-lang=\"{language}\" data-country=\"CR\"")).await?;
        wake(browser).await?;
        let mut wrong = Vec::new();
        for ((css, role), name) in controls.into_iter().zip(names) {
            let element = browser.shadow_find(css).await?;
            let told = (browser.computed_role(&element).await?, browser.computed_label(&element).await?);
            if !same_role(&told.0, role) || told.1 != name {
                wrong.push(json!({ "css": css, "role": told.0, "name": told.1 }));
            }
        }
        ensure!(wrong.is_empty(), "in {language}: {}", Value::from(wrong));
    }
    Ok(())
}

/// `image` is the newer name of `img` (ARIA 1.3).
fn same_role(told: &str, expected: &str) -> bool {
    told == expected || (expected == "img" && told == "image")
}
