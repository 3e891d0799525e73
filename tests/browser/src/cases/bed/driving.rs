//! Keys, clicks, focus, sizes, pictures, waiting.

use super::{open_stand_in, scripted};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::Duration;

const CONTROLS: &str = "<button id=\"first\" onclick=\"this.dataset.pressed = 'yes'\">First</button>\
                        <input aria-label=\"Search\"><a href=\"#there\">There</a>";

async fn focused_id(browser: &Browser) -> Result<String> {
    let element = browser.active_element().await?.context("nothing has the focus")?;
    Ok(element.prop("id").await?.unwrap_or_default())
}

/// Tab goes into the shadow root, Enter presses what it finds there, typing fills the next field.
pub(crate) async fn keys_reach_a_shadow_root(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, CONTROLS).await?;
    ensure!(browser.active_element().await?.is_none(), "something has the focus from the start");
    browser.press(&[Key::Tab]).await?;
    ensure!(focused_id(browser).await? == "first");
    let button = browser.shadow_find("#first").await?;
    ensure!(button.attr("data-pressed").await?.is_none(), "pressed before Enter");
    browser.press(&[Key::Enter]).await?;
    ensure!(button.attr("data-pressed").await?.as_deref() == Some("yes"), "Enter did not press it");
    browser.press(&[Key::Tab]).await?;
    browser.type_text("ñandú 한국").await?;
    let typed = browser.shadow_find("input").await?.prop("value").await?;
    ensure!(typed.as_deref() == Some("ñandú 한국"), "typed {typed:?}");
    browser.press(&[Key::Home, Key::Delete]).await?;
    ensure!(browser.shadow_find("input").await?.prop("value").await?.as_deref() == Some("andú 한국"));
    browser.press(&[Key::Tab]).await?;
    let link = browser.active_element().await?.context("the link is not reached")?;
    ensure!(link.tag_name().await?.eq_ignore_ascii_case("a"), "Tab does not reach links");
    browser.press_with(Key::Shift, Key::Tab).await?;
    browser.press_with(Key::Shift, Key::Tab).await?;
    ensure!(focused_id(browser).await? == "first", "Shift and Tab do not go back");
    Ok(())
}

/// Keys arrive under the names of the standard.
pub(crate) async fn keys_have_their_names(browser: &Browser, site: &Site) -> Result<()> {
    browser
        .open(&site.page(scripted("keys = []; addEventListener('keydown', event => keys.push(event.key))")))
        .await?;
    browser.press(&[Key::Down, Key::Right, Key::Escape, Key::Space, Key::PageDown, Key::End]).await?;
    let keys = browser.execute("return keys", &[]).await?;
    ensure!(keys == json!(["ArrowDown", "ArrowRight", "Escape", " ", "PageDown", "End"]), "{keys}");
    Ok(())
}

/// A click lands where a visitor's would, and not on what lies under something else.
pub(crate) async fn a_click_lands(browser: &Browser, site: &Site) -> Result<()> {
    open_stand_in(browser, site, CONTROLS).await?;
    let button = browser.shadow_find("#first").await?;
    browser.click(&button).await?;
    ensure!(button.attr("data-pressed").await?.as_deref() == Some("yes"));
    let tall = format!("<div style=\"height: 3000px\"></div>{CONTROLS}");
    open_stand_in(browser, site, &tall).await?;
    let button = browser.shadow_find("#first").await?;
    browser.click(&button).await?;
    ensure!(button.attr("data-pressed").await?.as_deref() == Some("yes"), "not scrolled into view");
    Ok(())
}

/// Waiting ends as soon as the page is so far, and with a reason when it never is.
pub(crate) async fn waiting_ends(browser: &Browser, site: &Site) -> Result<()> {
    browser
        .open(
            &site.page(scripted("setTimeout(() => document.body.append(document.createElement('b')), 300)")),
        )
        .await?;
    ensure!(browser.find("b").await.is_err(), "the page is too quick for this case");
    ensure!(browser.wait_until("document.querySelector('b').localName").await? == "b");
    let never = browser.wait_until_within(Duration::from_millis(200), "document.querySelector('i')").await;
    let reason = never.err().context("what never comes is waited for")?.to_string();
    ensure!(reason.contains("is null"), "{reason}");
    Ok(())
}

/// Scripts give values and elements, and say where they failed.
pub(crate) async fn scripts_run(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.page(scripted(""))).await?;
    ensure!(browser.execute("return arguments[0] + 1", &[json!(1)]).await? == 2);
    let later = "var done = arguments[1]; setTimeout(() => done([arguments[0], null]), 10)";
    ensure!(browser.execute_async(later, &[json!("한")]).await? == json!(["한", null]));
    let heading = browser.execute("return document.querySelector('h1')", &[]).await?;
    ensure!(browser.element(&heading).context("no element")?.text().await? == "Page");
    let failure = browser.execute("throw new Error('planted')", &[]).await.err().context("no failure")?;
    ensure!(format!("{failure:#}").contains("planted"), "{failure:#}");
    Ok(())
}

/// A column of 320 px, in a container and in a frame, where the window cannot be so narrow.
pub(crate) async fn columns_are_narrow(browser: &Browser, site: &Site) -> Result<()> {
    let inner = site.page(Page::new(
        "<!doctype html><meta name=viewport content='width=device-width'><div id=column>x</div>",
    ));
    browser.open(&inner).await?;
    browser.set_column_width("#column", 320).await?;
    ensure!(browser.execute("return document.querySelector('#column').offsetWidth", &[]).await? == 320);
    browser.open(&site.framed(&inner, 320, 600)).await?;
    browser.enter_frame("iframe").await?;
    ensure!(browser.execute("return innerWidth", &[]).await? == 320);
    ensure!(browser.find("#column").await.is_ok(), "not in the frame");
    browser.leave_frames().await?;
    ensure!(browser.find("#column").await.is_err(), "still in the frame");
    browser.set_window_size(900, 700).await?;
    let width = browser.wait_until("innerWidth > 880 && innerWidth <= 900 && innerWidth").await?;
    browser.set_window_size(1280, 900).await?;
    browser.wait_until(&format!("innerWidth > {width}")).await?;
    Ok(())
}

/// Pictures of the window and of one element, whole.
pub(crate) async fn pictures_are_whole(browser: &Browser, site: &Site) -> Result<()> {
    let shadow = "<div style=\"width: 200px; height: 100px; background: teal\"></div>";
    open_stand_in(browser, site, shadow).await?;
    open_stand_in(browser, site, "<div style=\"width: 200px; height: 3000px; background: teal\"></div>")
        .await?;
    let tall = browser.shadow_find("div").await?;
    let tall = picture_size(&browser.picture_of(&tall).await?)?;
    ensure!(tall == (200, 3000), "the tall element's picture is {tall:?}");
    open_stand_in(browser, site, shadow).await?;
    let window = picture_size(&browser.picture().await?)?;
    let block = browser.shadow_find("div").await?;
    let element = picture_size(&browser.picture_of(&block).await?)?;
    ensure!(element == (200, 100), "the element's picture is {element:?}");
    ensure!(window.0 > 800 && window.1 > 500, "the window's picture is {window:?}");
    Ok(())
}

/// Width and height from the head of a PNG.
fn picture_size(bytes: &[u8]) -> Result<(u32, u32)> {
    ensure!(bytes.starts_with(b"\x89PNG"), "this is no PNG");
    let number = |at: usize| -> Result<u32> { Ok(u32::from_be_bytes(bytes[at..at + 4].try_into()?)) };
    Ok((number(16)?, number(20)?))
}

/// What a case leaves in the browser is gone before the next one.
pub(crate) async fn cases_do_not_see_each_other(browser: &Browser, site: &Site) -> Result<()> {
    let leave = "localStorage.left = 1; sessionStorage.left = 1; document.cookie = 'left=1'; window.open('/bed/blank'); \
                 var done = arguments[0]; indexedDB.open('left').onsuccess = function () { this.result.close(); done(1) }";
    browser.open(&site.page(scripted(""))).await?;
    browser.execute_async(leave, &[]).await?;
    ensure!(!browser.harm().await?.storage.is_empty(), "nothing was left");
    browser.reset(&site.address("/bed/blank")).await?;
    browser.open(&site.page(scripted(""))).await?;
    let storage = browser.harm().await?.storage;
    ensure!(storage.is_empty(), "{storage:?}");
    ensure!(browser.execute("return window.opener", &[]).await? == Value::Null);
    ensure!(browser.client.windows().await?.len() == 1, "a window is left");
    Ok(())
}
