//! Favourites: marked, seen alone, taken along and kept, where a page asks for them and nowhere else.

use super::programme::{
    FIRST_DAY, OPENED, TITLES, WIDTHS, Way, activate, expect, expect_focus, open_feed, programme, until_root,
};
use super::{STRICT, allowed, ask, exchange, page, released, snippet, until, until_told, wake};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use crate::watch::Allowed;
use anyhow::{Context, Result, anyhow, ensure};
use forum_widget::calendar::calendar;
use forum_widget::feed::{SessionId, read};
use forum_widget::locale::Language;
use forum_widget::time::Instant;
use serde_json::{Value, json};
use std::time::Duration;

const FEED: &str = include_str!("../../../../fixtures/agenda.json");

/// The positions of the favourites, in the order of the programme.
const STARS: &str = "return Array.from(root.querySelectorAll('.star[aria-pressed=true]')) \
    .map(function (one) { return Number(one.dataset.action.split(':')[1]); })";

/// What is kept.
const KEPT: &str = "return localStorage.getItem('forum-widget')";

/// The marks of what is new, by the session.
const NEWS: &str = "return Array.from(root.querySelectorAll('[data-status=news]')) \
    .map(function (one) { return one.closest('article').dataset.session + ': ' + one.textContent; })";

fn unharmed(site: &Site) -> Allowed {
    allowed(site).console("warn: forum-widget: sessions[4].date").storage("localStorage forum-widget")
}

fn star(position: u32) -> String {
    format!(".star[data-action=\"star:{position}\"]")
}

/// Waits until so many favourites are kept: odd numbers behind the time of the look.
async fn until_kept(browser: &Browser, count: usize) -> Result<()> {
    let kept = "var text = localStorage.getItem('forum-widget'); \
        return text && text.split('\\n')[0].split(' ').slice(1).filter(function (one) { return /[13579]$/.test(one); }).length";
    until_told(browser, kept, &json!(count)).await
}

/// Opens the agenda with favourites, of which none is kept yet.
async fn open_anew(browser: &Browser, site: &Site, width: u32) -> Result<String> {
    browser.execute("localStorage.clear()", &[]).await?;
    let address = open_feed(browser, site, FEED, width, "data-favorites").await?;
    until_kept(browser, 0).await?;
    Ok(address)
}

/// Each way at each width: marked, there after the page was loaded again, seen alone, and marked no longer.
pub(crate) async fn marked_and_kept(browser: &Browser, site: &Site) -> Result<()> {
    for (width, way) in WIDTHS.into_iter().flat_map(|width| [(width, Way::Pointer), (width, Way::Keys)]) {
        let context = || format!("{way:?}, {width}");
        let address = open_anew(browser, site, width).await.with_context(context)?;
        until_root(browser, "root.querySelector('.star')").await?;
        activate(browser, way, &star(1)).await?;
        until_told(browser, STARS, &json!([1])).await.with_context(context)?;
        expect_focus(browser, &star(1)).await.with_context(context)?;
        until_kept(browser, 1).await.with_context(context)?;
        browser.open(&address).await?;
        until(browser, "ready").await?;
        browser.set_column_width("#column", width).await?;
        until_told(browser, STARS, &json!([1])).await.with_context(context)?;
        let alone = "[data-action=\"favorites\"]";
        activate(browser, way, alone).await?;
        until_root(browser, &format!("{TITLES}.join() === 'La escuela digital'"))
            .await
            .with_context(context)?;
        expect_focus(browser, alone).await.with_context(context)?;
        let said = "return root.querySelector('.results [role=status]').textContent";
        expect(browser, said, &json!("1 sesión encontrada")).await?;
        // It stays until it is asked for anew, so that a slip can be mended where it was made.
        activate(browser, way, &star(1)).await?;
        until_kept(browser, 0).await.with_context(context)?;
        expect_focus(browser, &star(1)).await.with_context(context)?;
        let name = format!("return root.querySelector('{alone}').textContent");
        expect(browser, &name, &json!("Solo favoritas (0)")).await?;
        // From the top again: in Firefox, Tab leaves the page at its end.
        ask(browser, "root.querySelector('.search').focus()").await?;
        activate(browser, way, ".clear-filter").await?;
        until_root(browser, &format!("{TITLES}.length === 5")).await.with_context(context)?;
        expect(browser, STARS, &json!([])).await?;
    }
    browser.assert_unharmed(&unharmed(site)).await
}

/// A star opens nothing, is large enough, and is called after its session; the switch says how many there are.
pub(crate) async fn roles_and_names(browser: &Browser, site: &Site) -> Result<()> {
    open_anew(browser, site, 320).await?;
    activate(browser, Way::Pointer, &star(3)).await?;
    until_told(browser, STARS, &json!([3])).await?;
    for (css, name, pressed) in [
        (star(3), "Favorita: Clausura y straße", "true"),
        (star(1), "Favorita: La escuela digital", "false"),
        ("[data-action=\"favorites\"]".into(), "Solo favoritas (1)", "false"),
    ] {
        let button = browser.shadow_find(&css).await?;
        ensure!(browser.computed_role(&button).await? == "button", "{css}");
        let told = browser.computed_label(&button).await?;
        ensure!(told == name, "{told}, not {name}");
        ensure!(button.attr("aria-pressed").await?.as_deref() == Some(pressed), "{css} is not {pressed}");
    }
    let small = "return Array.from(root.querySelectorAll('.star')).filter(function (one) { \
        var box = one.getBoundingClientRect(); return box.width < 44 || box.height < 44; }).length";
    expect(browser, small, &json!(0)).await?;
    let out = "var edge = root.querySelector('.root').getBoundingClientRect().right; \
        return Array.from(root.querySelectorAll('.star')).filter(function (one) { \
            return one.getBoundingClientRect().right > edge; }).length";
    expect(browser, out, &json!(0)).await?;
    expect(browser, &format!("return {OPENED}"), &json!([])).await
}

/// What is drawn stays where it is when the stars come.
pub(crate) async fn nothing_moves(browser: &Browser, site: &Site) -> Result<()> {
    let places = "return Array.from(root.querySelectorAll('.open, .room, .chip, .day')).map(function (one) { \
        var box = one.getBoundingClientRect(); return [box.left, box.top, box.width, box.height]; })";
    // The words that come with the second half of either engine.
    let later = "/words/es-later.txt";
    for width in WIDTHS {
        // Late, so that it is seen how it was before.
        let late = Resource::new("text/plain", released(later)?).delay(Duration::from_millis(1500));
        site.replace(later, late);
        browser.execute("localStorage.clear()", &[]).await?;
        // Without a problem to be told, for which it would be waited for.
        let feed = programme(10, 2, FIRST_DAY).to_string();
        open_feed(browser, site, &feed, width, "data-favorites").await?;
        let before = ask(browser, places).await?;
        ensure!(
            ask(browser, "return root.querySelector('.star')").await?.is_null(),
            "too quick for this case"
        );
        until_root(browser, "root.querySelector('.star')").await?;
        let after = ask(browser, places).await?;
        ensure!(before == after, "at {width} px: {before}\n  then {after}");
    }
    Ok(())
}

/// The favourites go into a calendar, as the core writes it natively.
pub(crate) async fn saved_as_a_calendar(browser: &Browser, site: &Site) -> Result<()> {
    open_anew(browser, site, 640).await?;
    let catch = "window[Symbol.for('saved')] = []; URL.createObjectURL = function (blob) { \
        blob.text().then(function (text) { window[Symbol.for('saved')].push(text); }); return ''; }; \
        addEventListener('click', function (event) { if (event.composedPath()[0].download) { event.preventDefault(); } })";
    browser.execute(catch, &[]).await?;
    for position in [2, 0, 1] {
        activate(browser, Way::Pointer, &star(position)).await?;
    }
    activate(browser, Way::Pointer, "[data-action=\"favorites\"]").await?;
    until_root(browser, &format!("{TITLES}.length === 3")).await?;
    activate(browser, Way::Pointer, ".menu:last-child summary").await?;
    let forum = read(FEED.as_bytes()).map_err(|problem| anyhow!("{problem:?}"))?.forum;
    for (count, sessions) in [&[0, 1, 2][..], &[0, 2]].into_iter().enumerate() {
        activate(browser, Way::Pointer, "[data-action=\"calendar:found\"]").await?;
        browser.wait_until(&format!("window[Symbol.for('saved')].length === {}", count + 1)).await?;
        let saved = browser.execute(&format!("return window[Symbol.for('saved')][{count}]"), &[]).await?;
        let sessions: Vec<SessionId> = sessions.iter().map(|position| SessionId(*position)).collect();
        let native = calendar(&forum, Language::Es, &sessions, Instant::from_unix_seconds(0));
        ensure!(saved.as_str() == native.as_deref(), "{saved}\n  natively {native:?}");
        // No favourite any more, though it is still there.
        activate(browser, Way::Pointer, &star(1)).await?;
    }
    Ok(())
}

/// Opens a page on which a script of its own runs before all else.
async fn open_after(browser: &Browser, site: &Site, script: &str, attributes: &str) -> Result<()> {
    let feed = site.resource(Resource::new("application/json", FEED));
    let script = site.resource(Resource::new("text/javascript", script.to_owned()));
    let widget = snippet(&format!("data-view=\"agenda\" data-feed=\"{feed}\" {attributes}"));
    let body = format!("<script src=\"{script}\"></script>{widget}");
    browser.open(&site.page(page(site, "es", &body).policy(STRICT))).await?;
    until(browser, "ready").await
}

/// Where storage is forbidden or full, favourites last as long as the page, and nobody hears of it.
pub(crate) async fn without_storage(browser: &Browser, site: &Site) -> Result<()> {
    let forbidden = "Object.defineProperty(window, 'localStorage', { configurable: true, get: function () { \
        throw new DOMException('forbidden', 'SecurityError'); } })";
    let full =
        "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); }";
    for script in [forbidden, full] {
        open_after(browser, site, script, "data-favorites").await?;
        until_root(browser, "root.querySelector('.star')").await?;
        for position in [2, 1] {
            activate(browser, Way::Pointer, &star(position)).await?;
        }
        until_told(browser, STARS, &json!([1, 2])).await.with_context(|| script.to_owned())?;
        activate(browser, Way::Pointer, "[data-action=\"favorites\"]").await?;
        until_root(browser, &format!("{TITLES}.length === 2")).await?;
        let nothing = allowed(site).console("warn: forum-widget: sessions[4].date");
        browser.assert_unharmed(&nothing).await.with_context(|| script.to_owned())?;
    }
    expect(browser, KEPT, &Value::Null).await
}

/// Two widgets of a page, and two tabs, do not lose what the other has kept, and show it with the next change of their own.
pub(crate) async fn side_by_side(browser: &Browser, site: &Site) -> Result<()> {
    let feed = site.resource(Resource::new("application/json", FEED));
    let one = snippet(&format!("data-view=\"agenda\" data-favorites data-feed=\"{feed}\""));
    browser.open(&site.page(page(site, "es", &[one.as_str(), &one].concat()).policy(STRICT))).await?;
    until(browser, "ready").await?;
    let both = "return Array.from(document.querySelectorAll('forum-widget')).map(function (one) { \
        return Array.from(one.shadowRoot.querySelectorAll('.star[aria-pressed=true]')).map(function (star) { \
            return star.dataset.action; }).join(); })";
    for widget in 0..2 {
        let drawn =
            format!("document.querySelectorAll('forum-widget')[{widget}].shadowRoot.querySelector('.star')");
        browser.wait_until(&drawn).await?;
    }
    let click = |widget: u32, position: u32| {
        let css = star(position);
        format!(
            "document.querySelectorAll('forum-widget')[{widget}].shadowRoot.querySelector('{css}').click()"
        )
    };
    ask(browser, &click(0, 0)).await?;
    until_told(browser, both, &json!(["star:0", ""])).await?;
    ask(browser, &click(1, 1)).await?;
    until_told(browser, both, &json!(["star:0", "star:0,star:1"])).await?;
    ask(browser, &click(0, 2)).await?;
    until_told(browser, both, &json!(["star:0,star:1,star:2", "star:0,star:1"])).await?;
    // Another tab: it has what was kept before the last star, and one of its own.
    browser.execute("window[Symbol.for('kept')] = localStorage.getItem('forum-widget')", &[]).await?;
    ask(browser, &click(0, 0)).await?;
    until_told(browser, both, &json!(["star:1,star:2", "star:0,star:1"])).await?;
    browser.execute("localStorage.setItem('forum-widget', window[Symbol.for('kept')])", &[]).await?;
    ask(browser, &click(1, 4)).await?;
    let of_second = "star:0,star:1,star:2,star:4";
    until_told(browser, both, &json!(["star:1,star:2", of_second])).await?;
    // Another forum of the page's origin has its own line, which stays as it is.
    browser.execute(
        "localStorage.setItem('forum-widget', localStorage.getItem('forum-widget') + '\\n1\\tother\\t7 8 9')", &[],
    ).await?;
    ask(browser, "widget.remove()").await?;
    ask(browser, &click(0, 4)).await?;
    until_told(
        browser,
        "return localStorage.getItem('forum-widget').split('\\n')[1]",
        &json!("1\tother\t7 8 9"),
    )
    .await?;
    browser.assert_unharmed(&unharmed(site)).await
}

/// The programme as it is at a later visit: another room, one cancelled, one more.
fn changed_feed() -> Result<String> {
    let mut feed: Value = serde_json::from_str(FEED)?;
    feed["sessions"][0]["room"] = json!("Sala Menor");
    feed["sessions"][2]["status"] = json!("cancelled");
    feed["sessions"][1]["summary"] = json!("Otra descripción");
    let more = json!({"id": "more", "title": "Sesión añadida", "start": "2027-03-17T12:00:00+09:00"});
    feed["sessions"].as_array_mut().context("no sessions")?.push(more);
    Ok(feed.to_string())
}

/// Where the feed is that changes between two visits.
const CHANGING_FEED: &str = "/favorites-feed.json";

fn settings(attributes: &str) -> String {
    format!("data-view=\"agenda\" data-favorites=\"\" data-feed=\"{CHANGING_FEED}\" {attributes}")
}

/// Opens a feed as it was two hours after the first visit, at which it was otherwise.
async fn open_again(browser: &Browser, site: &Site) -> Result<()> {
    site.replace(CHANGING_FEED, Resource::new("application/json", FEED));
    browser.execute("localStorage.clear()", &[]).await?;
    let body = snippet(&settings(""));
    let address = site.page(page(site, "es", &body).policy(STRICT));
    browser.open(&address).await?;
    until_kept(browser, 0).await?;
    expect(browser, NEWS, &json!([])).await.context("at the first visit")?;
    let long_ago = "var kept = localStorage.getItem('forum-widget').split(' '), looked = kept[0].split('\\t'); \
        looked[2] = looked[2] - 7200; kept[0] = looked.join('\\t'); localStorage.setItem('forum-widget', kept.join(' '))";
    browser.execute(long_ago, &[]).await?;
    site.replace(CHANGING_FEED, Resource::new("application/json", changed_feed()?));
    browser.open(&address).await?;
    until(browser, "ready").await
}

/// A later visit finds marked what has changed and what is new, and so does each look of that visit.
pub(crate) async fn changed_since_the_last_visit(browser: &Browser, site: &Site) -> Result<()> {
    let news = json!([
        "opening: Cambió desde su última visita",
        "more: Nueva desde su última visita",
        "networks: Cambió desde su última visita"
    ]);
    open_again(browser, site).await?;
    until_told(browser, NEWS, &news).await?;
    let address = browser.execute("return location.href", &[]).await?;
    browser.open(address.as_str().context("no address")?).await?;
    until(browser, "ready").await?;
    until_told(browser, NEWS, &news).await.context("loaded again")?;
    ask(browser, "return widget.reload().then(function () {})").await?;
    until_told(browser, NEWS, &news).await.context("drawn again")?;
    browser.assert_unharmed(&unharmed(site)).await
}

/// Storage is not even asked for where the page does not name the setting, or says no; where it does, it is noticed.
pub(crate) async fn nothing_is_kept_otherwise(browser: &Browser, site: &Site) -> Result<()> {
    // In a function, so that the page has no globals of it.
    let count = "(function (storage) { var asked = 0; \
        Object.defineProperty(window, 'localStorage', { configurable: true, get: function () { asked++; return storage; } }); \
        Object.defineProperty(window, Symbol.for('asked'), { get: function () { return asked; } }); })(localStorage)";
    let asked = "return window[Symbol.for('asked')]";
    for attributes in ["", "data-favorites=\"off\"", "data-favorites=\"0\"", "data-favorites=\"yes\""] {
        open_after(browser, site, count, attributes).await?;
        wake(browser).await?;
        activate(browser, Way::Pointer, ".open[data-action=\"open:1\"]").await?;
        until_root(browser, &format!("{OPENED}.length === 1")).await?;
        let found = ask(browser, asked).await?;
        ensure!(found == json!(0), "{attributes}: storage was asked for {found} times");
        expect(browser, "return root.querySelectorAll('.star, [data-action=favorites]').length", &json!(0))
            .await?;
        let nothing = allowed(site).console("warn: forum-widget: ");
        browser.assert_unharmed(&nothing).await.with_context(|| attributes.to_owned())?;
    }
    open_after(browser, site, count, "data-favorites").await?;
    until_told(browser, "return !!localStorage.getItem('forum-widget')", &json!(true)).await?;
    ensure!(ask(browser, asked).await?.as_u64() > Some(0), "the counter does not count");
    let nothing = allowed(site).console("warn: forum-widget: ");
    let harm = browser.assert_unharmed(&nothing).await;
    ensure!(
        harm.is_err_and(|harm| format!("{harm:?}").contains("localStorage forum-widget")),
        "nobody notices"
    );
    Ok(())
}

/// axe-core finds nothing, and pictures are kept: favourites, what is new, the favourites alone.
pub(crate) async fn accessible(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    open_again(browser, site).await?;
    activate(browser, Way::Pointer, &star(1)).await?;
    activate(browser, Way::Pointer, &star(2)).await?;
    until_kept(browser, 2).await?;
    for language in ["es", "ko"] {
        for theme in ["light", "dark"] {
            let context = || format!("{language}, {theme}");
            let attributes = settings(&format!("data-lang=\"{language}\" data-theme=\"{theme}\""));
            exchange(browser, &attributes).await?;
            until_root(browser, "root.querySelectorAll('[data-status=news]').length === 3").await?;
            until_told(browser, STARS, &json!([1, 2])).await?;
            for width in [360, 1280] {
                browser.set_column_width("#column", width).await?;
                browser.assert_accessible("forum-widget").await.with_context(context)?;
                let widget = browser.find("forum-widget").await?;
                browser.screenshot_of(&widget, &format!("favorites-{language}-{theme}-{width}")).await?;
            }
            activate(browser, Way::Pointer, "[data-action=\"favorites\"]").await?;
            until_root(browser, &format!("{TITLES}.length === 2")).await?;
            browser.assert_accessible("forum-widget").await.with_context(context)?;
        }
    }
    Ok(())
}
