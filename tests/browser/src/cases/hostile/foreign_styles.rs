//! Styles of the page that reach for the widget: it looks as it does on an empty page.

use super::host::{Host, ask};
use super::{package, script, table};
use crate::browser::Browser;
use crate::cases::widget::widths::BEYOND;
use crate::cases::widget::{page, snippet};
use crate::engine::Engine;
use crate::site::{Page, Site};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// A column that no style of the page can change, and a page with this style.
fn styled(site: &Site, style: &str) -> Page {
    let mut page = page(site, "es", &snippet("data-lang=\"es\" data-view=\"agenda map delegations\""));
    let column =
        "<main style=\"all: initial !important; display: block !important; width: 700px !important\" ";
    page.html =
        page.html.replace("<main ", column).replace("</head>", &format!("<style>{style}</style></head>"));
    page
}

/// How each element of the widget looks: what a page's styles may come in by, and its box.
const LOOKS: &str = "var names = ['color', 'backgroundColor', 'fontSize', 'fontFamily', 'fontStyle', 'fontWeight', 'letterSpacing', \
        'wordSpacing', 'textTransform', 'textIndent', 'lineHeight', 'textAlign', 'float', 'display', 'position', 'direction', \
        'writingMode', 'visibility', 'opacity', 'whiteSpace', 'cursor', 'listStyleType', 'textShadow', 'hyphens']; \
    return Array.from(root.querySelectorAll('*')).map(function (one) { \
        var style = getComputedStyle(one), box = one.getBoundingClientRect(); \
        return one.localName + '.' + one.getAttribute('class') + ' ' + names.filter(function (name) { \
            return arguments_boxes || name !== 'lineHeight'; }).map(function (name) { return style[name].replace(/[\\d.]+px/g, function (size) { \
            return Math.round(parseFloat(size) * 10) / 10 + 'px'; }); }).join('|') + \
            (arguments_boxes && !one.ownerSVGElement ? ' ' + Math.round(box.width * 8) + ' ' + Math.round(box.height * 8) : ''); })";

async fn looks(browser: &Browser, boxes: bool) -> Result<Value> {
    ask(browser, &format!("var arguments_boxes = {boxes}; {LOOKS}")).await
}

/// Asserts that two looks are the same, with the first element that differs.
fn assert_alike(found: &Value, expected: &Value) -> Result<()> {
    let (found, expected) = (found.as_array().context("no looks")?, expected.as_array().context("no looks")?);
    ensure!(
        found.len() == expected.len() && found.len() > 100,
        "{} elements, {}",
        found.len(),
        expected.len()
    );
    let differs = found.iter().zip(expected).find(|(found, expected)| found != expected);
    ensure!(differs.is_none(), "{differs:?}");
    Ok(())
}

const BOOTSTRAP: &str = "*, *:before, *:after { box-sizing: border-box } html { font-size: 10px } svg { max-width: 100%; height: auto } \
    body { font: 14px/1.428 'Helvetica Neue', Arial; color: #333 } button, input, select { font: inherit; margin: 9px; border: 3px dotted red } \
    .container, .row, .header, .footer, .panel { margin: 0 -15px; padding: 20px; width: 300px } .hidden, .session, .map { display: none !important } \
    div, section, li { float: left } label { font-weight: bold; display: inline-block } a { color: #337ab7; text-decoration: none } \
    h1, h2, h3 { margin: 20px 0; font-size: 36px } table { border-spacing: 9px; width: 100% } [role=button], .title { cursor: wait } \
    ::before, ::after { content: 'x'; color: red } :root { --ground: red; --ink: red; --accent: lime; --space: 90px; --radius: 0 }";

/// Each page with its numbers, its name in the table, its style, and whether boxes keep their sizes.
const STYLES: [(&str, &str, &str, bool); 7] = [
    (
        "35",
        "`*{all:unset!important}`, `forum-widget{display:none!important}`",
        "* { all: unset !important } forum-widget { display: none !important } \
         forum-widget::before, *::before { content: none !important; display: none !important }",
        true,
    ),
    (
        "36",
        "`html{font-size:62.5%}` and inherited texts",
        "html { font-size: 62.5% } main, forum-widget { letter-spacing: 9px; \
        text-transform: uppercase; word-spacing: 1em; text-indent: 4em; line-height: 4; font-style: italic; text-align: right; \
        color: pink; white-space: nowrap; visibility: hidden; cursor: wait; text-shadow: 0 0 9px red; hyphens: auto }",
        true,
    ),
    ("36", "`html{font-size:30px}`", "html { font-size: 30px } body, main { font-size: 3rem }", true),
    ("36", "`body{zoom:.8}`", "body { zoom: .8 }", false),
    ("37", "resets and frameworks, `svg{max-width:100%;height:auto}`, `div{float:left}`", BOOTSTRAP, true),
    ("41", "`dir=rtl`, `lang=ar`", "html, main, forum-widget { direction: rtl !important }", true),
    ("41", "vertical writing", "html, body { writing-mode: vertical-rl; text-orientation: upright }", false),
];

/// Frameworks as they are published, which style elements by their names.
const FRAMEWORKS: [(&str, &str); 3] = [
    ("Bootstrap 3.4", "bootstrap/dist/css/bootstrap.css"),
    ("Foundation 6.9", "foundation-sites/dist/css/foundation.css"),
    ("Pure 3.0 (normalize.css)", "purecss/build/pure.css"),
];

/// On each page as on an empty one.
pub(crate) async fn change_nothing(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.page(styled(site, ""))).await?;
    browser.wait_until("document.querySelector('forum-widget').state === 'ready'").await?;
    let [plain, without_boxes] = [looks(browser, true).await?, looks(browser, false).await?];
    let frameworks = FRAMEWORKS.map(|(name, path)| anyhow::Ok(("37", name, package(path)?, true)));
    let styles = STYLES.map(|(rows, name, style, boxes)| Ok((rows, name, style.to_owned(), boxes)));
    for style in styles.into_iter().chain(frameworks) {
        let (rows, name, style, boxes) = style?;
        let mut page = styled(site, &style);
        if name.contains("lang=ar") {
            page.html = page.html.replace("<html lang=\"es\">", "<html lang=\"ar\" dir=\"rtl\">");
        }
        if name.contains("vertical") {
            page.html = page.html.replace("all: initial !important", "");
        }
        // WebKit does not tell what is at a point there, and its queries measure another width.
        let blurred = name.contains("zoom") && browser.engine == Engine::Webkit;
        let host = Host::new(rows, name, page.clone());
        let host = if blurred { host.unaimed() } else { host };
        host.check(browser, site).await?;
        if blurred {
            continue;
        }
        // As it was before a control was pressed.
        browser.open(&site.page(page)).await?;
        browser.wait_until("document.querySelector('forum-widget').state === 'ready'").await?;
        let found = looks(browser, boxes).await?;
        assert_alike(&found, if boxes { &plain } else { &without_boxes }).context(name)?;
    }
    Ok(())
}

/// The control: one rule inside the shadow root is found.
pub(crate) async fn a_change_is_found(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(&site.page(styled(site, ""))).await?;
    browser.wait_until("document.querySelector('forum-widget').state === 'ready'").await?;
    let plain = looks(browser, true).await?;
    ask(browser, "root.querySelector('.session').style.letterSpacing = '1px'").await?;
    ensure!(assert_alike(&looks(browser, true).await?, &plain).is_err(), "a change is not found");
    Ok(())
}

/// Text as wide apart as WCAG 1.4.12 wants it, in 320 px, which is what a window of 1280 has at 400 %.
pub(crate) async fn spaced_texts(browser: &Browser, site: &Site) -> Result<()> {
    let spacing = "document.addEventListener('forum:ready', function (event) { var sheet = new CSSStyleSheet(); \
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } \
            p { margin-bottom: 2em !important }'); \
        var root = event.target.shadowRoot; root.adoptedStyleSheets = Array.from(root.adoptedStyleSheets).concat([sheet]); })";
    let mut page = page(site, "es", &snippet("data-view=\"agenda map delegations\""));
    page.html = page.html.replace("<main ", "<main style=\"width: 320px\" ");
    page.html = page.html.replace("</head>", &format!("{}</head>", script(site, spacing)));
    Host::new("42", "text spacing of WCAG 1.4.12 in 320 px", page).check(browser, site).await?;
    let spaced =
        ask(browser, "return getComputedStyle(root.querySelector('.session')).letterSpacing").await?;
    ensure!(spaced != "normal", "no spacing");
    let found = ask(browser, BEYOND).await?;
    ensure!(found["beyond"] == json!([]), "{}", found["beyond"]);
    Ok(())
}

/// What a visitor's system asks for, as Chromium's driver can have it asked, and preferences of Firefox; in the latter, forced
/// colours are those of a light system. That of `WebKitGTK` has neither.
pub(crate) async fn what_a_system_asks_for(browser: &Browser, site: &Site) -> Result<()> {
    let name = "reduced motion, more contrast, forced colours, dark";
    match browser.engine {
        Engine::Chromium => {
            let features = [
                ("prefers-reduced-motion", "reduce"),
                ("prefers-contrast", "more"),
                ("forced-colors", "active"),
                ("prefers-color-scheme", "dark"),
            ];
            browser.emulate(&features).await?;
            let checked = asked_for(browser, site, name, &features).await;
            browser.emulate(&[]).await?;
            checked
        }
        Engine::Firefox => {
            let dark = [("ui.prefersReducedMotion", 1), ("ui.systemUsesDarkTheme", 1)];
            let forced = [("ui.prefersReducedMotion", 1), ("browser.display.document_color_use", 2)];
            for (preferences, features) in [
                (dark, [("prefers-reduced-motion", "reduce"), ("prefers-color-scheme", "dark")]),
                (forced, [("prefers-reduced-motion", "reduce"), ("forced-colors", "active")]),
            ] {
                browser.prefer(&preferences.map(|(name, value)| (name, Some(value)))).await?;
                let checked = asked_for(browser, site, name, &features).await;
                browser.prefer(&preferences.map(|(name, _)| (name, None))).await?;
                checked?;
            }
            Ok(())
        }
        Engine::Webkit => table::note_words(browser.engine, "43", name, "its driver cannot ask for it"),
    }
}

async fn asked_for(
    browser: &Browser,
    site: &Site,
    name: &'static str,
    features: &[(&str, &str)],
) -> Result<()> {
    let page = page(site, "es", &snippet("data-theme=\"auto\" data-view=\"agenda map delegations\""));
    Host::new("43", name, page).check(browser, site).await?;
    let queries: Vec<String> = features.iter().map(|(name, value)| format!("({name}: {value})")).collect();
    let seen = format!(
        "var modes = Array.from(root.querySelectorAll('.country')).map(function (one) {{ return one.textContent; }}); \
        return [{}.filter(function (one) {{ return !matchMedia(one).matches; }}), document.getAnimations().length, modes.length, \
            modes.every(function (mode) {{ return /presencial|grabad|en línea|anfitri|sin /i.test(mode); }})]",
        json!(queries)
    );
    let seen = ask(browser, &seen).await?;
    ensure!(seen == json!([[], 0, 12, true]), "{seen}");
    browser.screenshot(&format!("system-{}", features.last().map_or("", |(name, _)| name))).await
}
