//! What a page does in a listener of its own, while the widget is at work.

use super::{INSIDE, allowed, ask, events, open, page, snippet, until};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Result, ensure};
use serde_json::json;

/// Told of a drawing, a page sets what is set already: that is no news, and no loop which no timer of the page gets through.
pub(crate) async fn what_is_set_already_is_no_news(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "data-theme=\"dark\"").await?;
    super::wake(browser).await?;
    for set in ["widget.dataset.theme = 'light'", "widget.configure({ theme: 'light' })"] {
        ask(browser, "widget.dataset.theme = 'dark'; return widget.ready").await?;
        let count = format!(
            "var done = arguments[0], widget = document.querySelector('forum-widget'), told = 0; \
            function count() {{ told += 1; \
                if (told === 1) setTimeout(function () {{ widget.removeEventListener('forum:ready', count); done(told); }}); \
                if (told < 50) {{ {set}; }} }} \
            widget.addEventListener('forum:ready', count); widget.dataset.theme = 'light'"
        );
        let told = browser.execute_async(&count, &[]).await?;
        ensure!(told == 1, "{set}: told {told} times");
    }
    browser.assert_unharmed(&allowed(site)).await
}

/// The engine sets the focus, the page hears of it and takes the widget away, again and again: the engine is none the worse, nor are
/// the others that it has drawn.
pub(crate) async fn taken_away_while_the_engine_works(browser: &Browser, site: &Site) -> Result<()> {
    let body = format!("{}<div id=\"place\"></div>", snippet(""));
    browser.open(&site.page(page(site, "es", &body))).await?;
    until(browser, "ready").await?;
    super::wake(browser).await?;
    let away = "addEventListener('focusin', function (event) { if (event.target.id === 'away') event.target.remove(); })";
    browser.execute(away, &[]).await?;
    for _ in 0..4 {
        let put = "var one = document.createElement('forum-widget'); one.id = 'away'; one.dataset.loading = 'eager'; \
            one.innerHTML = arguments[0]; document.querySelector('#place').append(one)";
        browser.execute(put, &[json!(INSIDE)]).await?;
        until(browser, "ready").await?;
        browser.execute("document.querySelector('#away').showSession('session-2')", &[]).await?;
        browser.wait_until("!document.querySelector('#away')").await?;
    }
    ask(browser, "widget.selectCountry('CO')").await?;
    browser.wait_until("window[Symbol.for('forum-widget events')].some(function (one) { return one.type === 'forum:select'; })").await?;
    let seen = ask(browser, "return [widget.state, root.querySelectorAll('.session').length]").await?;
    ensure!(seen == json!(["ready", 5]), "{seen}");
    let errors: Vec<_> =
        events(browser).await?.into_iter().filter(|one| one["type"] == "forum:error").collect();
    ensure!(errors.is_empty(), "{errors:?}");
    browser.assert_unharmed(&allowed(site)).await
}

/// Who waits for a widget that is moved while it loads waits for where it is drawn; and whoever takes it away when it tells of its
/// drawing has had it, and waits for the next.
pub(crate) async fn who_waits_is_told(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "").await?;
    let moved = "var done = arguments[0], one = document.createElement('forum-widget'), told = false; \
        one.dataset.loading = 'eager'; \
        document.body.append(one); one.reload(); one.ready.then(function () { told = true; }); \
        document.querySelector('#column').append(one); \
        one.ready.then(function () { setTimeout(function () { done([told, one.state]); }); })";
    let moved = browser.execute_async(moved, &[]).await?;
    ensure!(moved == json!([true, "ready"]), "moved: {moved}");
    let removed = "var done = arguments[0], one = document.createElement('forum-widget'), told = [false, false]; \
        one.dataset.loading = 'eager'; \
        document.body.append(one); one.ready.then(function () { told[0] = true; }); \
        one.addEventListener('forum:ready', function () { \
            one.remove(); one.ready.then(function () { told[1] = true; }); \
            setTimeout(function () { done(told.concat(one.state)); }); })";
    let removed = browser.execute_async(removed, &[]).await?;
    ensure!(removed == json!([true, false, "idle"]), "removed: {removed}");
    browser.assert_unharmed(&allowed(site)).await
}
