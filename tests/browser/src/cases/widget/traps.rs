//! An engine that breaks: what was drawn is drawn again by a fresh one, and no error of ours reaches the page.

use super::{allowed, ask, boxes, choose, events, page, snippet, until, until_told};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use crate::tree::assert_same;
use anyhow::{Result, ensure};
use serde_json::{Value, json};

/// Every call of an instance throws from the one on in which `trap` was set: what has trapped is broken for ever.
const BREAKABLE: &str = "(function () { \
    var Instance = WebAssembly.Instance; \
    var record = { trap: false, instances: 0, after: 0 }; \
    Object.defineProperty(window, Symbol.for('forum-widget trap'), { value: record }); \
    var broken = null; \
    WebAssembly.Instance = function (module, imports) { \
        var real = new Instance(module, imports), exports = {}; \
        var life = imports.b ? window[Symbol.for('life')] : { dead: false }; \
        if (!imports.b) { Object.defineProperty(window, Symbol.for('life'), { value: life, configurable: true }); \
            record.instances += 1; } \
        Object.keys(real.exports).forEach(function (name) { \
            var item = real.exports[name]; \
            exports[name] = typeof item !== 'function' || item.length === 0 ? item : function () { \
                if (life.dead) record.after += 1; \
                if (life.dead || record.trap) { record.trap = false; life.dead = true; \
                    throw new WebAssembly.RuntimeError('unreachable'); } \
                return item.apply(null, arguments); }; \
        }); \
        return { exports: exports }; }; })()";

const COLOMBIA: &str = ".country[data-action=\"country:CO\"]";
const PRESSED: &str =
    "var row = root.querySelector('.country[aria-pressed=true]'); return row && row.dataset.action";

async fn record(browser: &Browser) -> Result<Value> {
    browser
        .execute("var one = window[Symbol.for('forum-widget trap')]; return [one.instances, one.after]", &[])
        .await
}

async fn open(browser: &Browser, site: &Site, widgets: &str) -> Result<()> {
    let script = site.resource(Resource::new("text/javascript", BREAKABLE));
    let body = format!("<script src=\"{script}\"></script>{widgets}");
    browser.open(&site.page(page(site, "es", &body))).await?;
    until(browser, "ready").await
}

/// Makes the next call of the engine trap, and makes that call.
async fn trap(browser: &Browser, script: &str) -> Result<()> {
    browser.execute("window[Symbol.for('forum-widget trap')].trap = true", &[]).await?;
    ask(browser, script).await?;
    Ok(())
}

/// All widgets of the engine are drawn again, the broken one is not called any more, and what is used next works.
pub(crate) async fn a_fresh_engine_draws_again(browser: &Browser, site: &Site) -> Result<()> {
    let widgets = format!("<forum-widget id=\"other\"></forum-widget>{}", snippet(""));
    open(browser, site, &widgets).await?;
    choose(browser, &browser.shadow_find(COLOMBIA).await?).await?;
    ensure!(record(browser).await? == json!([1, 0]));
    trap(browser, "widget.selectCountry('CR')").await?;
    until(browser, "degraded").await?;
    ensure!(record(browser).await? == json!([2, 0]), "{}", record(browser).await?);
    let shown = "return Array.from(document.querySelectorAll('forum-widget')).map(function (one) { \
        return [one.shadowRoot.querySelectorAll('.session').length, one.shadowRoot.querySelectorAll('.failure').length, \
            one.data().sessions.length]; })";
    ensure!(browser.execute(shown, &[]).await? == json!([[5, 0, 5], [5, 0, 5]]));
    let errors: Vec<_> =
        events(browser).await?.into_iter().filter(|one| one["type"] == "forum:error").collect();
    ensure!(errors.len() == 2, "{errors:?}");
    ensure!(errors.iter().all(|one| one["detail"]["code"] == "wasm-trap" && one["detail"]["fatal"] == false));
    ask(browser, "widget.selectCountry('CO')").await?;
    until_told(browser, PRESSED, &json!("country:CO")).await?;
    ensure!(record(browser).await? == json!([2, 0]), "{}", record(browser).await?);
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: wasm-trap")).await
}

/// Three times a minute; the fourth leaves the content inside, from which the visitor may try again.
pub(crate) async fn not_for_ever(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, &snippet("")).await?;
    let before = browser.shadow_tree("forum-widget").await?;
    for _ in 0..3 {
        trap(browser, "dispatchEvent(new Event('beforeprint')); return widget.selectCountry('CR')").await?;
        until(browser, "degraded").await?;
        browser.wait_until("!window[Symbol.for('forum-widget trap')].trap").await?;
    }
    trap(browser, "dispatchEvent(new Event('beforeprint'))").await?;
    until(browser, "error").await?;
    ensure!(boxes(browser, "#inside").await? == 1, "the content inside is hidden");
    ask(browser, "root.querySelector('[data-action=retry]').click()").await?;
    until(browser, "ready").await?;
    assert_same(&browser.shadow_tree("forum-widget").await?, &before)?;
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: wasm-trap")).await
}

/// The page makes a call of the second engine throw that nothing in it expects to.
pub(crate) async fn of_the_second_engine(browser: &Browser, site: &Site) -> Result<()> {
    super::open(browser, site, "data-engine=\"js\"").await?;
    choose(browser, &browser.shadow_find(COLOMBIA).await?).await?;
    let throwing = "var own = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent'); \
        var first = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild'); \
        Object.defineProperty(Node.prototype, 'firstChild', { configurable: true, get: function () { \
            Object.defineProperty(Node.prototype, 'firstChild', first); throw new Error('planted'); } }); \
        widget.selectCountry('CR')";
    ask(browser, throwing).await?;
    until(browser, "degraded").await?;
    ensure!(
        ask(browser, "return [widget.engine, root.querySelectorAll('.session').length]").await?
            == json!(["js", 5])
    );
    ask(browser, "widget.selectCountry('CR')").await?;
    until_told(browser, PRESSED, &json!("country:CR")).await?;
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: wasm-trap")).await
}
