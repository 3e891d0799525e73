//! Which setting wins, and what a page gets for each.

use super::{INSIDE, SHIPPED_FEED, STRICT, allowed, ask, open, page, released, snippet, until, until_told};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::Duration;

const LOOK: &str =
    "var at = root.querySelector('.root'); return [at.lang, at.dataset.theme, at.getAttribute('aria-label')]";

/// The element's attribute, then the script's, then its address, then `ForumWidget.config`; one widget, not a second one of the script.
pub(crate) async fn the_nearest_wins(browser: &Browser, site: &Site) -> Result<()> {
    let config = site.resource(Resource::new(
        "text/javascript",
        "var ForumWidget = { config: { theme: 'auto', label: 'config', lang: 'ko', headingLevel: 4 } }",
    ));
    let body = format!(
        "<script src=\"{config}\"></script><forum-widget data-theme=\"dark\">{INSIDE}</forum-widget>\
         <script async src=\"/forum-widget.js?lang=fr&label=query&theme=light\" data-lang=\"pt\" data-theme=\"inherit\"></script>"
    );
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let look = ask(browser, LOOK).await?;
    ensure!(look == json!(["pt", "dark", "query"]), "{look}");
    let others = "return [document.querySelectorAll('forum-widget').length, root.querySelector('h1,h2,h3,h4').localName, \
        ForumWidget.config.lang]";
    let others = ask(browser, others).await?;
    ensure!(others == json!([1, "h4", "ko"]), "{others}");
    browser.assert_unharmed(&allowed(site)).await
}

/// What others put into the address of a script, such as a CMS its version, is no setting.
pub(crate) async fn an_address_may_have_others(browser: &Browser, site: &Site) -> Result<()> {
    let body = "<forum-widget></forum-widget><script async src=\"/forum-widget.js?ver=6.4\"></script>";
    browser.open(&site.page(page(site, "es", body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, "return document.querySelectorAll('forum-widget').length").await? == 1);
    browser.assert_unharmed(&allowed(site)).await
}

/// The topic, the day, the number of sessions and the clock at the start.
pub(crate) async fn what_is_shown_at_the_start(browser: &Browser, site: &Site) -> Result<()> {
    let sessions = "return root.querySelectorAll('.session').length";
    open(browser, site, "data-limit=\"2\"").await?;
    ensure!(ask(browser, sessions).await? == 2);
    open(browser, site, "data-day=\"2021-03-18\"").await?;
    let tab = "var tab = root.querySelector('[role=tab][aria-selected=true]'); return tab && tab.id";
    ensure!(ask(browser, tab).await? == "forum-tab-1", "{}", ask(browser, tab).await?);
    open(browser, site, "data-timezone=\"event\"").await?;
    ensure!(ask(browser, "return root.querySelectorAll('.own-time').length").await? == 0);
    let topic = ask(browser, "return widget.data().topics[0].id").await?;
    open(browser, site, &format!("data-topic={topic}")).await?;
    let found = "var data = widget.data(); return [root.querySelectorAll('.session').length, \
        data.sessions.filter(function (one) { return (one.topics || []).includes(data.topics[0].id); }).length]";
    let found = ask(browser, found).await?;
    ensure!(found[0] == found[1] && found[0] != 5, "{found}");
    browser.assert_unharmed(&allowed(site)).await?;
    open(browser, site, "data-topic=\"none\" data-day=\"2022-01-01\"").await?;
    let console = browser.harm().await?.console;
    let expected =
        ["warn: forum-widget: data-topic=\"none\"?", "warn: forum-widget: data-day=\"2022-01-01\"?"];
    ensure!(console == expected, "{console:?}");
    Ok(())
}

/// Far below what is seen nothing is asked for, until the visitor comes near; `eager` asks at once.
pub(crate) async fn it_loads_when_it_is_near(browser: &Browser, site: &Site) -> Result<()> {
    // By an attribute: with a stylesheet that is still on its way it would be near at first.
    let body = format!("<table><tr><td height=\"20000\"></td></tr></table>{}", snippet(""));
    let page = page(site, "es", &body);
    let eager = page.html.replace("<forum-widget ", "<forum-widget data-loading=\"eager\" ");
    browser.open(&site.page(page.clone())).await?;
    browser.wait_until("customElements.get('forum-widget') && document.readyState === 'complete'").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let asked = site.requests().iter().filter(|request| request.path == SHIPPED_FEED).count();
    ensure!(asked == 0 && ask(browser, "return widget.state").await? == "idle", "{asked} requests");
    ask(browser, "widget.scrollIntoView()").await?;
    until(browser, "ready").await?;
    browser.open(&site.page(crate::site::Page { html: eager, ..page })).await?;
    until(browser, "ready").await
}

/// A block of the page is a feed as well.
pub(crate) async fn a_feed_in_the_page(browser: &Browser, site: &Site) -> Result<()> {
    let feed = String::from_utf8(released("/feeds/minimal.json")?)?;
    let body = format!(
        "<script type=\"application/json\" id=\"feed\">{feed}</script>{}",
        snippet("data-feed=\"#feed\"")
    );
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    ensure!(ask(browser, "return widget.data().version").await? == 1);
    browser.assert_unharmed(&allowed(site)).await
}

/// What is bad for a while is told once.
pub(crate) async fn bad_values_are_told_once(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "data-theme=\"pink\"").await?;
    for label in ["A", "B"] {
        ask(browser, &format!("widget.dataset.label = '{label}'")).await?;
        until_told(browser, "return root.querySelector('.root').getAttribute('aria-label')", &json!(label))
            .await?;
    }
    let console = browser.harm().await?.console;
    ensure!(console == ["warn: forum-widget: data-theme=\"pink\"?"], "{console:?}");
    Ok(())
}

/// What is told of as bad is as if it were not there: no doctor comes.
pub(crate) async fn a_bad_value_is_none(browser: &Browser, site: &Site) -> Result<()> {
    for value in ["no", "2"] {
        site.clear_requests();
        open(browser, site, &format!("data-debug=\"{value}\"")).await?;
        let console = browser.harm().await?.console;
        ensure!(console == [format!("warn: forum-widget: data-debug=\"{value}\"?")], "{console:?}");
        let requests = site.requests();
        ensure!(!requests.iter().any(|request| request.path.contains("doctor")), "{value}: {requests:?}");
    }
    Ok(())
}

/// What optimizers and libraries write on every script, and a CMS into its address, is not ours: no widget where the page asks for
/// none, no word, and nothing that only a visitor needs. Every setting counts.
pub(crate) async fn names_of_others_on_the_script(browser: &Browser, site: &Site) -> Result<()> {
    let tag = |settings: &str, query: &str| {
        format!(
            "<script async data-cfasync=\"false\" data-turbo-track=\"reload\" {settings} src=\"/forum-widget.js{query}\"></script>"
        )
    };
    let mut none = page(site, "es", "<p>Texto</p>");
    none.html = none.html.replace("</head>", &format!("{}</head>", tag("", "")));
    browser.open(&site.page(none.policy(STRICT))).await?;
    browser.wait_until("customElements.get('forum-widget') && document.readyState === 'complete'").await?;
    let count = "return document.querySelectorAll('forum-widget').length";
    ensure!(browser.execute(count, &[]).await? == 0, "a widget for which nobody has asked");
    let element = format!("<forum-widget>{INSIDE}</forum-widget>");
    for (element, settings, query) in [
        (element.as_str(), "", ""),
        ("", "data-view=\"agenda\"", ""),
        ("", "", "?view=agenda&ver=6.4&utm%20source=x"),
    ] {
        site.clear_requests();
        let body = element.to_owned() + &tag(settings, query);
        browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
        until(browser, "ready").await?;
        ensure!(browser.execute(count, &[]).await? == 1);
        let requests = site.requests();
        ensure!(!requests.iter().any(|request| request.path.contains("later")), "{requests:?}");
        browser.assert_unharmed(&allowed(site)).await?;
    }
    let data: Value = serde_json::from_slice(&released("/html-custom-data.json")?)?;
    let names = data["tags"][0]["attributes"].as_array().context("no attributes")?.iter();
    let names: Vec<_> =
        names.filter_map(|one| one["name"].as_str()).filter(|name| name.starts_with("data-")).collect();
    ensure!(names.len() > 15, "{names:?}");
    for name in names {
        let body = tag(&format!("{name}=\"\""), "");
        browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
        browser.wait_until("document.querySelector('forum-widget')").await.context(name.to_owned())?;
        let written = "return widget.getAttributeNames()";
        ensure!(ask(browser, written).await? == json!([name]), "{name}: {}", ask(browser, written).await?);
    }
    Ok(())
}

/// `null`, and what a page's script has no value for, is the default.
pub(crate) async fn nothing_is_the_default(browser: &Browser, site: &Site) -> Result<()> {
    let config = site.resource(Resource::new(
        "text/javascript",
        "var ForumWidget = { config: { theme: null, label: undefined, headingLevel: 4 } }",
    ));
    let body = format!("<script src=\"{config}\"></script><div id=\"place\"></div>{}", snippet(""));
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let expected = json!(["es", "light", null]);
    let look = ask(browser, LOOK).await?;
    ensure!(look == expected, "{look}");
    let mount = "var one = ForumWidget.mount('#place', { feed: null, label: undefined, country: null, theme: 'dark' }); \
        return one.getAttributeNames().join()";
    ensure!(ask(browser, mount).await? == "data-theme");
    let configure = "widget.setAttribute('data-label', 'Foro'); \
        widget.configure({ label: undefined, theme: undefined, country: null, headingLevel: 3 }); \
        return widget.getAttributeNames().join()";
    ensure!(ask(browser, configure).await? == "data-heading-level");
    until(browser, "ready").await?;
    until_told(browser, LOOK, &expected).await?;
    browser.assert_unharmed(&allowed(site)).await
}

/// The page's nearest language is found through the shadows of elements that hold the widget.
pub(crate) async fn a_language_around_the_shadow(browser: &Browser, site: &Site) -> Result<()> {
    let put = "var host = document.createElement('div'), inner = document.createElement('div'); \
        if (near) host.lang = near; document.documentElement.lang = 'pt'; \
        host.attachShadow({ mode: 'closed' }).append(inner); widget.replaceWith(host); \
        inner.attachShadow({ mode: 'open' }).append(document.createElement('forum-widget')); \
        Object.defineProperty(window, Symbol.for('inner'), { value: inner.shadowRoot.firstChild });";
    for (near, language) in [("", "pt"), ("fr", "fr")] {
        open(browser, site, "").await?;
        ask(browser, &format!("var near = '{near}'; {put}")).await?;
        browser.wait_until("window[Symbol.for('inner')].state === 'ready'").await?;
        let found = browser
            .execute("return window[Symbol.for('inner')].shadowRoot.querySelector('.root').lang", &[])
            .await?;
        ensure!(found == language, "{found}, not {language}");
    }
    browser.assert_unharmed(&allowed(site)).await?;
    // An image can hide what only a shadow root has.
    let mut nowhere = page(site, "es", &format!("<img name=\"host\" alt=\"\">{}", snippet("")));
    nowhere.html = nowhere.html.replace("<html lang=\"es\">", "<html>");
    browser.open(&site.page(nowhere.policy(STRICT))).await?;
    until(browser, "ready").await
}
