//! Times as a visitor reads them: beside the event's own, now and next, while the clock goes on.

use super::{STRICT, allowed, ask, page, snippet, until, until_told};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use anyhow::{Context as _, Result, anyhow, ensure};
use forum_widget::agenda::progress;
use forum_widget::feed::read;
use forum_widget::locale::{Clock, Language};
use forum_widget::map::geometry;
use forum_widget::settings::Settings;
use forum_widget::state::{State, ZoneChoice};
use forum_widget::time::{Instant, Zone};
use forum_widget::view::{Context, Element, Node, Part, Visitor, complete_part, menus};
use serde_json::{Value, json};

const FEED: &str = include_str!("../../../../fixtures/clocks.json");

/// 2027-03-17T14:30:00+09:00, in the middle of the feed's programme.
const NOW: i64 = 1_805_261_400;

/// The classes of what tells times.
const TELLING: [&str; 5] = ["day-facts", "time", "own-time", "former", "status"];

/// What tells times, in the order of the document.
const TOLD: &str = "return Array.from(root.querySelectorAll('.agenda .day-facts, .agenda .time, .agenda .own-time, \
    .agenda .former, .agenda .status')).map(function (one) { return one.textContent; })";

/// A clock that stands still until it is set, and what goes by it, in `window[Symbol.for('clock')]`.
fn clock(now: i64) -> String {
    format!(
        "(function () {{ \
            var clock = {{ now: {now}000, timers: [], hidden: false }}; \
            Object.defineProperty(window, Symbol.for('clock'), {{ value: clock }}); \
            Date.now = function () {{ return clock.now; }}; \
            Object.defineProperty(Document.prototype, 'hidden', {{ get: function () {{ return clock.hidden; }} }}); \
            var set = window.setInterval, clear = window.clearInterval; \
            window.setInterval = function (run, every) {{ \
                var timer = set(run, every); \
                if (every === 30000) clock.timers.push(timer); \
                return timer; }}; \
            window.clearInterval = function (timer) {{ \
                clock.timers = clock.timers.filter(function (one) {{ return one !== timer; }}); \
                clear(timer); }}; \
        }})()"
    )
}

/// Opens a page in a language at a time, with a widget of a feed.
async fn open_at(
    browser: &Browser,
    site: &Site,
    (language, feed, now): (&str, &str, i64),
    attributes: &str,
) -> Result<()> {
    let script = site.resource(Resource::new("text/javascript", clock(now)));
    let feed = site.resource(Resource::new("application/json", feed.to_owned()));
    let widget = snippet(&format!("data-view=\"agenda\" data-feed=\"{feed}\" {attributes}"));
    let body = format!("<script src=\"{script}\"></script>{widget}");
    browser.open(&site.page(page(site, language, &body).policy(STRICT))).await?;
    until(browser, "ready").await
}

/// Sets the clock, and has the page look at it.
async fn set_clock(browser: &Browser, now: i64, hidden: bool) -> Result<Value> {
    let script = format!(
        "var clock = window[Symbol.for('clock')]; clock.now = {now}000; clock.hidden = {hidden}; \
         document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }})); return clock.timers.length"
    );
    browser.execute(&script, &[]).await
}

fn text_of(element: &Element, text: &mut String) {
    for node in element.inside() {
        match node {
            Node::Text(own) => text.push_str(own),
            Node::Element(child) => text_of(child, text),
        }
    }
}

fn collect(element: &Element, told: &mut Vec<String>) {
    if element.attributes().iter().any(|(name, class)| *name == "class" && TELLING.contains(&class.as_ref()))
    {
        let mut text = String::new();
        text_of(element, &mut text);
        told.push(text);
    }
    for node in element.inside() {
        if let Node::Element(child) = node {
            collect(child, told);
        }
    }
}

/// What tells times, as the crate draws it natively.
fn told_natively(language: Language, zone: ZoneChoice, visitor: Visitor) -> Result<Vec<String>> {
    let forum = read(FEED.as_bytes()).map_err(|problem| anyhow!("{problem:?}"))?.forum;
    let (settings, state, geometry) = (Settings::default(), State { zone, ..State::default() }, geometry());
    let progress = progress(&forum, Instant::from_unix_seconds(NOW));
    let context = &Context::new(&forum, &settings, language, &state, &geometry);
    let mut told = Vec::new();
    let menus = menus(context);
    let context = &Context { visitor, progress: &progress, menus: &menus, ..*context };
    collect(&complete_part(Part::Agenda, context), &mut told);
    Ok(told)
}

/// Chooses a clock as a visitor does.
async fn choose_zone(browser: &Browser, zone: &str) -> Result<()> {
    let choose = format!(
        "var option = root.querySelector('option[value=\"zone:{zone}\"]'), list = option.parentNode; \
         list.value = option.value; list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    ask(browser, &choose).await.map(drop)
}

/// Each of these zones by a link and some by the menu, with the clock of either region: what is drawn is what the crate
/// draws natively, in a session across each zone's change too.
pub(crate) async fn beside_the_events(browser: &Browser, site: &Site) -> Result<()> {
    for (tag, language, region) in
        [("es", Language::Es, ""), ("es-CO", Language::Es, "CO"), ("ko-KR", Language::Ko, "KR")]
    {
        open_at(browser, site, ("en", FEED, NOW), &format!("data-lang=\"{tag}\"")).await?;
        let own = browser.execute("return Intl.DateTimeFormat().resolvedOptions().timeZone", &[]).await?;
        let own = own.as_str().and_then(Zone::named).context("a zone of the browser that is not known")?;
        let visitor = Visitor { zone: Some(own), clock: Clock::of_region(Some(region)) };
        let told = |zone| told_natively(language, zone, visitor);
        until_told(browser, TOLD, &json!(told(ZoneChoice::Local)?)).await?;
        for name in [
            "America/Mexico_City",
            "America/Costa_Rica",
            "America/Santiago",
            "America/Havana",
            "America/Asuncion",
            "America/Port-au-Prince",
        ] {
            let zone = Zone::named(name).context(name)?;
            browser.execute("location.hash = arguments[0]", &[json!(format!("forum=&zone={name}"))]).await?;
            let expected = told(ZoneChoice::Named(zone))?;
            until_told(browser, TOLD, &json!(expected)).await.with_context(|| format!("{tag}, {name}"))?;
            let chosen = format!("return root.querySelector('option[value=\"zone:{name}\"]').selected");
            ensure!(ask(browser, &chosen).await? == true, "{name} is not chosen");
        }
        for (name, zone) in [
            ("none", ZoneChoice::None),
            ("America/Havana", ZoneChoice::Named(Zone::named("America/Havana").context("Havana")?)),
            ("local", ZoneChoice::Local),
        ] {
            choose_zone(browser, name).await?;
            until_told(browser, TOLD, &json!(told(zone)?)).await.with_context(|| format!("{tag}, {name}"))?;
        }
    }
    let script = "return [root.querySelectorAll('.own-time').length, \
        Array.from(root.querySelectorAll('[data-session=santiago-2027] p')).map(function (one) { return one.textContent; })]";
    open_at(browser, site, ("es", FEED, NOW), "").await?;
    browser.execute("location.hash = 'forum=&zone=America/Santiago'", &[]).await?;
    let times = "23:30 del día anterior – 01:30, Santiago de Chile";
    let told =
        format!("root.querySelector('[data-session=santiago-2027] .own-time').textContent === '{times}'");
    until_told(browser, &format!("return {told}"), &json!(true)).await?;
    choose_zone(browser, "none").await?;
    until_told(browser, script, &json!([0, ["Sesión", "12:30–13:30", "País seleccionado"]])).await
}

/// The clock is that of the region where the shown language is read: of the setting, else of the page.
pub(crate) async fn hours_by_region(browser: &Browser, site: &Site) -> Result<()> {
    let time = "return root.querySelector('[data-session=now] .time').textContent";
    for (page, attributes, expected) in [
        ("es-ES", "", "14:00–15:30"),
        ("es-CO", "", "2:00–3:30\u{a0}p.\u{a0}m."),
        ("es", "", "14:00–15:30"),
        ("es-ES", "data-lang=\"es-CO\"", "2:00–3:30\u{a0}p.\u{a0}m."),
        ("es-CO", "data-lang=\"es-ES\"", "14:00–15:30"),
        ("pt-BR", "", "14:00–15:30"),
        ("en-GB", "", "14:00–15:30"),
        ("en-JM", "", "2:00–3:30\u{a0}p.m."),
        ("ko-KR", "", "오후 2:00~3:30"),
        ("es-CO", "data-lang=\"pt-BR\"", "14:00–15:30"),
    ] {
        open_at(browser, site, (page, FEED, NOW), attributes).await?;
        let found = ask(browser, time).await?;
        ensure!(found == expected, "{page} {attributes}: {found}");
    }
    Ok(())
}

/// Where the keyboard is, how far the page is scrolled, and whether the title that has the focus is in sight.
const PLACE: &str = "var at = root.activeElement, box = at && at.getBoundingClientRect(); \
    return [at && at.textContent, scrollY > 0, !!box && box.top >= 0 && box.bottom <= innerHeight]";

/// Nothing scrolls unasked; the button leads to what is on now, else to what is next, and is there only for these.
pub(crate) async fn to_now(browser: &Browser, site: &Site) -> Result<()> {
    open_at(browser, site, ("es", FEED, NOW), "").await?;
    let marks = "return Array.from(root.querySelectorAll('.status')).map(function (one) { \
        return one.closest('article').dataset.session + ' ' + one.dataset.status; })";
    let expected = json!([
        "havana-2021 ended",
        "haiti-2021 ended",
        "asuncion-2021 ended",
        "santiago-2021 ended",
        "mexico-2021 ended",
        "postponed changed",
        "midnight ended",
        "ended ended",
        "backwards ended",
        "now live",
        "live live",
        "next next",
        "moved-hour changed",
        "moved-day changed",
        "cancelled changed"
    ]);
    until_told(browser, marks, &expected).await?;
    ensure!(ask(browser, PLACE).await? == json!([null, false, false]));
    browser.assert_accessible("forum-widget").await?;
    let button = ".results .action";
    browser.click(&browser.shadow_find(button).await?).await?;
    until_told(browser, PLACE, &json!(["Ocurre ahora", true, true])).await?;
    set_clock(browser, NOW + 3_600, false).await?;
    until_told(browser, &format!("return root.querySelector('{button}').dataset.action"), &json!("show:10"))
        .await?;
    ensure!(ask(browser, PLACE).await?[0] == "Ocurre ahora", "the focus has gone on by itself");
    // Long after the last session no mark and no button is left.
    set_clock(browser, NOW + 400 * 86_400, false).await?;
    let left = format!("return root.querySelectorAll('{button}, .status[data-status=next]').length");
    until_told(browser, &left, &json!(0)).await?;
    browser.assert_unharmed(&allowed(site).console("warn: forum-widget: sessions[")).await
}

/// Where days are tabs and only some sessions are drawn: the day is chosen, and the session drawn.
pub(crate) async fn to_now_in_a_large_programme(browser: &Browser, site: &Site) -> Result<()> {
    let session = |number: usize| {
        let (day, minute) = (16 + number / 70, number % 70 * 10);
        json!({
            "id": number.to_string(), "title": format!("Sesión larga {number}"),
            "start": format!("2027-03-{day}T{:02}:{:02}:00+09:00", 6 + minute / 60, minute % 60),
            "end": format!("2027-03-{day}T{:02}:{:02}:00+09:00", 6 + (minute + 10) / 60, (minute + 10) % 60),
        })
    };
    let sessions: Vec<Value> = (0..140).map(session).collect();
    let feed = json!({
        "version": 1, "forum": { "id": "large", "name": "Grande", "timeZone": "Asia/Seoul" }, "sessions": sessions,
    });
    open_at(browser, site, ("es", &feed.to_string(), NOW), "").await?;
    until_told(browser, "return root.querySelectorAll('.results .action').length", &json!(1)).await?;
    browser.click(&browser.shadow_find("[role=tab]").await?).await?;
    until_told(
        browser,
        "return root.querySelector('[aria-selected=true]').textContent.trim()",
        &json!("Martes 16 de marzo"),
    )
    .await?;
    browser.click(&browser.shadow_find(".results .action").await?).await?;
    until_told(browser, PLACE, &json!(["Sesión larga 121", true, true])).await?;
    let tab = ask(browser, "return root.querySelector('[aria-selected=true]').textContent").await?;
    ensure!(tab == "Miércoles 17 de marzo", "{tab}");
    Ok(())
}

/// What a visitor is in the middle of: the field, what is marked in it, the open menu, a marked text of the page.
const AMIDST: &str = "var field = root.activeElement, range = window[Symbol.for('range')]; \
    return [field && field.className, field && field.value, field && field.selectionStart, field && field.selectionEnd, \
        root.querySelectorAll('details[open]').length, range.startContainer.data, range.startOffset, range.endContainer.data, range.endOffset, scrollY]";

/// The marks change and nothing else: what a visitor is in the middle of stays.
pub(crate) async fn a_tick_changes_the_marks_alone(browser: &Browser, site: &Site) -> Result<()> {
    open_at(browser, site, ("es", FEED, NOW), "").await?;
    ask(browser, "root.querySelector('.search').focus()").await?;
    browser.type_text("ahora").await?;
    until_told(browser, "return root.querySelectorAll('.session').length", &json!(1)).await?;
    let prepare = "root.querySelector('.menu').open = true; root.querySelector('.search').setSelectionRange(1, 3); \
        var range = document.createRange(), margin = root.querySelector('.session-margin'); \
        range.setStart(margin.querySelector('.time').firstChild, 1); \
        range.setEnd(root.querySelector('.open').firstChild, 6); \
        window[Symbol.for('range')] = range; document.body.style.minHeight = '3000px'; scrollTo(0, 40); \
        var changes = window[Symbol.for('changes')] = []; \
        new MutationObserver(function (records) { records.forEach(function (record) { \
            changes.push(record.target.className || record.target.parentNode.className); }); \
        }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true })";
    ask(browser, prepare).await?;
    let before = ask(browser, AMIDST).await?;
    ensure!(before[0] == "search" && before[1] == "ahora" && before[2] == 1 && before[3] == 3, "{before}");
    let mark = "var mark = root.querySelector('.status'); return mark && mark.dataset.status";
    let changes = "return window[Symbol.for('changes')].splice(0).sort()";
    until_told(browser, mark, &json!("live")).await?;
    // Within the session nothing; then the mark, and the button where it is needed.
    for (now, status, expected) in [
        (NOW + 60, Some("live"), json!([])),
        (NOW + 3_600, Some("ended"), json!(["results", "status", "status"])),
        (NOW - 3_600, Some("next"), json!(["results", "status", "status"])),
        (NOW - 2 * 86_400, None, json!(["results", "session-margin"])),
        (NOW, Some("live"), json!(["results", "session-margin"])),
    ] {
        set_clock(browser, now, false).await?;
        until_told(browser, mark, &json!(status)).await?;
        let found = ask(browser, changes).await?;
        ensure!(found == expected, "{status:?}: {found}");
        let after = ask(browser, AMIDST).await?;
        ensure!(after == before, "{status:?}: {after}, before {before}");
    }
    Ok(())
}

/// Hidden, the widget has no timer and draws nothing; shown again it draws what it is then. Taken away, it has none.
pub(crate) async fn no_clock_while_nobody_looks(browser: &Browser, site: &Site) -> Result<()> {
    open_at(browser, site, ("es", FEED, NOW), "").await?;
    let live = "return Array.from(root.querySelectorAll('.status[data-status=live]')).map(function (one) { \
        return one.closest('article').dataset.session; })";
    until_told(browser, live, &json!(["now", "live"])).await?;
    let later = NOW + 3_600;
    ensure!(set_clock(browser, NOW, false).await? == 1, "not one timer");
    ensure!(set_clock(browser, later, true).await? == 0, "a timer while hidden");
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    ensure!(ask(browser, live).await? == json!(["now", "live"]), "drawn while hidden");
    ensure!(set_clock(browser, later, false).await? == 1, "no timer once it is shown again");
    until_told(browser, live, &json!(["live", "next"])).await?;
    let timers = "window[Symbol.for('clock')].timers.length";
    let taken = format!(
        "var parent = widget.parentNode; widget.remove(); var gone = {timers}; \
        document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }})); gone += {timers}; \
        parent.append(widget); return [gone, {timers}]"
    );
    ensure!(ask(browser, &taken).await? == json!([0, 1]));
    Ok(())
}

/// Every state of a session, in a narrow and a wide column.
pub(crate) async fn pictures(browser: &Browser, site: &Site) -> Result<()> {
    browser.set_window_size(1400, 900).await?;
    for (language, zone) in [("es-CO", "America/Bogota"), ("ko", "America/Santiago")] {
        open_at(browser, site, (language, FEED, NOW), "").await?;
        let hash = json!(format!("forum=now&zone={zone}"));
        browser.execute("location.hash = arguments[0]", &[hash]).await?;
        until_told(browser, "return root.querySelectorAll('.open[aria-expanded=true]').length", &json!(1))
            .await?;
        ask(browser, "root.querySelector('.menu').open = true").await?;
        for width in [360, 1280] {
            browser.set_column_width("#column", width).await?;
            let widget = browser.find("forum-widget").await?;
            browser.screenshot_of(&widget, &format!("clocks-{language}-{width}")).await?;
        }
    }
    Ok(())
}
