//! A feed that cannot be shown: the page's own content stays, one sentence says why, and the page may try again.

use super::{INSIDE, STRICT, allowed, ask, boxes, events, page, released, snippet, until};
use crate::actions::Key;
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use forum_widget::locale::{Failure, Language, Messages};
use serde_json::{Value, json};

/// What is known of each widget of the page: its state, whether its own content is seen, its sentence, its buttons.
const WIDGETS: &str = "return Array.from(document.querySelectorAll('forum-widget')).map(function (widget) { \
    var card = widget.shadowRoot.querySelector('.failure'), seen = card.getClientRects().length === 1; \
    return { id: widget.id, state: widget.state, inside: widget.querySelector('a').getClientRects().length, \
        language: card.lang, sentence: seen && card.querySelector('[role=status]').textContent, \
        buttons: card.querySelectorAll('button').length, data: widget.data() === undefined }; })";

fn json_feed(body: impl Into<axum::body::Bytes>) -> Resource {
    Resource::new("application/json", body)
}

/// Each fault with the code that it must have, the fault's name being the widget's id.
fn faults(site: &Site) -> Result<Vec<(&'static str, String, &'static str)>> {
    let shipped = released(super::SHIPPED_FEED)?;
    let too_large =
        [b"{\"version\": 1, \"sessions\": [\"".to_vec(), vec![b'x'; 8 << 20], b"\"]}".to_vec()].concat();
    let login = "<!doctype html><title>Iniciar sesión</title><form><input type=password></form>";
    let elsewhere = site.resource(json_feed(shipped.clone())).replace(site.origin(), site.other_origin());
    Ok(vec![
        ("missing", site.resource(Resource::new("text/html", "Not found").status(404)), "feed-http"),
        ("broken-server", site.resource(Resource::new("text/html", "Error").status(500)), "feed-http"),
        ("login-page", site.resource(Resource::new("text/html", login)), "feed-schema"),
        ("empty", site.resource(json_feed("")), "feed-schema"),
        ("nothing-in-it", site.resource(json_feed("{}")), "feed-schema"),
        ("a-list", site.resource(json_feed("[1, 2, 3]")), "feed-schema"),
        ("cut-off", site.resource(json_feed(shipped[..shipped.len() / 2].to_vec())), "feed-schema"),
        (
            "another-version",
            site.resource(json_feed(r#"{"version": 7, "programme": [{"heading": "Apertura"}]}"#)),
            "feed-schema",
        ),
        ("too-large", site.resource(json_feed(too_large)), "feed-too-large"),
        ("unreadable-origin", elsewhere, "feed-network"),
    ])
}

/// Every fault of a feed on one page, in the page's language.
async fn in_language(browser: &Browser, site: &Site, language: Language) -> Result<()> {
    let faults = faults(site)?;
    let elements = faults.iter().map(|(id, address, _)| {
        let inside = INSIDE.replace("id=\"inside\"", "");
        format!("<forum-widget id=\"{id}\" data-feed=\"{address}\">{inside}</forum-widget>")
    });
    let body = elements.collect::<String>() + "<script async src=\"/forum-widget.js\"></script>";
    let policy = STRICT.replace("connect-src 'self'", &format!("connect-src 'self' {}", site.other_origin()));
    browser.open(&site.page(page(site, language.tag(), &body).policy(&policy))).await?;
    until(browser, "error").await?;
    let messages = Messages::of(language);
    let widgets = browser.execute(WIDGETS, &[]).await?;
    let events = events(browser).await?;
    for (id, address, code) in &faults {
        let found = widgets.as_array().and_then(|all| all.iter().find(|widget| widget["id"] == *id));
        let sentence = messages.failure(Failure::of_code(code));
        let expected = json!({
            "id": id, "state": "error", "inside": 1, "language": language.tag(), "sentence": sentence,
            "buttons": 1, "data": true,
        });
        ensure!(found == Some(&expected), "{id}: {found:?}");
        let own: Vec<&Value> = events.iter().filter(|event| event["id"] == *id).collect();
        ensure!(own.len() == 1, "{id}: {own:?}");
        let detail = &own[0]["detail"];
        ensure!(own[0]["type"] == "forum:error" && own[0]["frozen"] == true, "{id}: {own:?}");
        ensure!(detail["code"] == *code && detail["fatal"] == true, "{id}: {own:?}");
        ensure!(detail["url"] == *address, "{id}: {own:?}");
        ensure!(detail["message"].as_str().is_some_and(|text| !text.is_empty()), "{id}: {own:?}");
    }
    let allowed = allowed(site).console("warn: forum-widget: ").request(site.other_origin());
    browser.assert_unharmed(&allowed).await
}

/// In Spanish.
pub(crate) async fn of_the_feed_in_spanish(browser: &Browser, site: &Site) -> Result<()> {
    in_language(browser, site, Language::Es).await
}

/// In Portuguese.
pub(crate) async fn of_the_feed_in_portuguese(browser: &Browser, site: &Site) -> Result<()> {
    in_language(browser, site, Language::Pt).await
}

/// The page's policy forbids the feed's address, which is another thing than a network that is down.
pub(crate) async fn a_feed_that_the_policy_forbids(browser: &Browser, site: &Site) -> Result<()> {
    let feed = site.resource(json_feed("{}").header("access-control-allow-origin", "*"));
    let feed = feed.replace(site.origin(), site.other_origin());
    browser
        .open(&site.page(page(site, "es", &snippet(&format!("data-feed=\"{feed}\""))).policy(STRICT)))
        .await?;
    until(browser, "error").await?;
    let widgets = browser.execute(WIDGETS, &[]).await?;
    ensure!(widgets[0]["inside"] == 1, "{widgets}");
    ensure!(widgets[0]["sentence"] == Messages::of(Language::Es).failure(Failure::Forbidden), "{widgets}");
    let events = events(browser).await?;
    ensure!(events.len() == 1 && events[0]["detail"]["code"] == "feed-csp", "{events:?}");
    ensure!(site.requests().iter().all(|request| request.origin == site.origin()));
    let allowed = allowed(site).console("warn: forum-widget: feed-csp").violation("connect-src");
    browser.assert_unharmed(&allowed.request(&feed)).await
}

/// The button tries again, and what comes then is drawn as if nothing had been.
pub(crate) async fn the_second_try_succeeds(browser: &Browser, site: &Site) -> Result<()> {
    let path = "/late-feed.json";
    site.replace(path, Resource::new("text/plain", "").status(404));
    let body = snippet(&format!("data-feed=\"{path}\""));
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "error").await?;
    site.replace(path, json_feed(released(super::SHIPPED_FEED)?));
    let retry = browser.shadow_find("[data-action=retry]").await?;
    ensure!(browser.computed_label(&retry).await? == Messages::of(Language::Es).retry);
    browser.click(&retry).await?;
    until(browser, "ready").await?;
    ensure!(boxes(browser, "#inside").await? == 0, "the content inside is still shown");
    let drawn = "return [root.childNodes.length, root.querySelectorAll('.failure').length, \
        root.querySelectorAll('.session').length]";
    let drawn = ask(browser, drawn).await?;
    ensure!(drawn == json!([1, 0, 5]), "{drawn}");
    let events = events(browser).await?;
    let types: Vec<&str> = events.iter().filter_map(|event| event["type"].as_str()).collect();
    ensure!(types == ["forum:error", "forum:ready"], "{events:?}");
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: feed-http")).await
}

/// Who tries again by keyboard can do so again: the button is drawn anew, and the focus is on it.
pub(crate) async fn the_focus_survives_a_try(browser: &Browser, site: &Site) -> Result<()> {
    let body = snippet("data-feed=\"/no-such-feed.json\"");
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "error").await?;
    browser.press(&[Key::Tab, Key::Tab]).await?;
    let focused = "return root.activeElement && root.activeElement.dataset.action";
    ensure!(ask(browser, focused).await? == "retry", "the button is not reached");
    browser.press(&[Key::Enter]).await?;
    browser.wait_until("window[Symbol.for('forum-widget events')].length === 2").await?;
    let focused = ask(browser, focused).await?;
    ensure!(focused == "retry", "the focus is at {focused}");
    Ok(())
}

/// A feed that is lost later costs nothing that is drawn.
pub(crate) async fn a_good_drawing_stays(browser: &Browser, site: &Site) -> Result<()> {
    let path = "/passing-feed.json";
    site.replace(path, json_feed(released(super::SHIPPED_FEED)?));
    super::open(browser, site, &format!("data-feed=\"{path}\"")).await?;
    for broken in [Resource::new("text/plain", "").status(404), json_feed("<html>")] {
        site.replace(path, broken);
        ask(browser, "widget.reload()").await?;
        until(browser, "degraded").await?;
        ensure!(ask(browser, "return root.querySelectorAll('.session').length").await? == 5);
        ensure!(ask(browser, "return widget.data().sessions.length").await? == 5);
        let last = events(browser).await?.pop().context("no event")?;
        ensure!(last["type"] == "forum:error" && last["detail"]["fatal"] == false, "{last}");
    }
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: feed-")).await
}
