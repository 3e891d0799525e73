//! Six hundred texts that would be more than texts, in every text of a feed: what stands there is what was written, letter by letter.

use super::equality::{printed, visitor};
use super::{ALL_VIEWS, allowed, choose, page, snippet, until};
use crate::browser::Browser;
use crate::site::{Resource, Site};
use crate::tree::assert_same;
use anyhow::{Context, Result, anyhow, ensure};
use forum_widget::feed::read;
use forum_widget::locale::{CountryCode, Language};
use serde_json::{Value, json};

/// Elements that run, load, frame or restyle something, or change how the rest is parsed.
const TAGS: [&str; 30] = [
    "script",
    "img",
    "svg",
    "iframe",
    "object",
    "embed",
    "math",
    "style",
    "link",
    "meta",
    "base",
    "form",
    "input",
    "button",
    "video",
    "audio",
    "source",
    "details",
    "template",
    "noscript",
    "textarea",
    "title",
    "xmp",
    "plaintext",
    "a",
    "body",
    "html",
    "table",
    "select",
    "marquee",
];

/// What comes before a tag to leave the place where a text stands, `@` being the tag.
const SHAPES: [&str; 20] = [
    "<@>window.fired = 1</@>",
    "<@ onload=\"window.fired = 1\">",
    "<@ src=x onerror='window.fired = 1'>",
    "<@ src=javascript:window.fired=1 href=javascript:window.fired=1>",
    "<@/onfocus=window.fired=1 autofocus tabindex=0>",
    "\"><@ onpointerover=window.fired=1>",
    "'><@ onpointerover=window.fired=1>",
    "`><@ onanimationstart=window.fired=1>",
    "--><@ onload=window.fired=1>",
    "]]><@ onload=window.fired=1>",
    "</script><@ onload=window.fired=1>",
    "</style></title></textarea><@ onload=window.fired=1>",
    "&lt;@ onload=window.fired=1&gt;",
    "&#60;@ onload=window.fired=1&#62;",
    "%3C@ onload=window.fired=1%3E",
    "\\u003c@ onload=window.fired=1\\u003e",
    "<\u{0}@ onload=window.fired=1>",
    "\u{202e}<@ onload=window.fired=1>\u{202c}",
    "<@\n\tonload\n=\nwindow.fired=1\n>",
    "{{constructor.constructor('window.fired=1')()}}<@ x=${window.fired=1}>",
];

/// Addresses that would run something or leave the page for another scheme; none of them becomes a link.
const ADDRESSES: [&str; 14] = [
    "javascript:window.fired=1",
    "JaVaScRiPt:window.fired=1",
    " javascript:window.fired=1",
    "java\nscript:window.fired=1",
    "java\tscript:window.fired=1",
    "\u{1}javascript:window.fired=1",
    "javascript&colon;window.fired=1",
    "data:text/html,<script>window.fired=1</script>",
    "vbscript:window.fired=1",
    "blob:https://foro.example/1",
    "file:///etc/passwd",
    "//foro.example/",
    "view-source:https://foro.example/",
    "intent://foro.example#Intent;end",
];

/// So many sessions are drawn whole.
const ON_A_PAGE: usize = 100;

fn strings() -> Vec<String> {
    TAGS.iter().flat_map(|tag| SHAPES.map(|shape| shape.replace('@', tag))).collect()
}

/// A feed with a session and a person for each string, which stands in every text of both.
fn feed(strings: &[String]) -> Value {
    let text = strings.first().map(String::as_str).unwrap_or_default();
    let mut sessions = Vec::new();
    let mut people = Vec::new();
    for (number, string) in strings.iter().enumerate() {
        let address = ADDRESSES[number % ADDRESSES.len()];
        people.push(json!({
            "id": format!("p{number}"), "name": string, "honorific": string, "role": { "es": string, string: string },
            "country": "CR", "organization": "o", "note": string,
        }));
        sessions.push(json!({
            "id": format!("s{number}"), "title": string, "summary": { "en": string }, "date": "2021-03-17",
            "room": string, "topics": ["t"], "countries": ["CR"], "note": string,
            "people": [{ "person": format!("p{number}"), "part": string }],
            "quotes": [{ "person": format!("p{number}"), "text": string }],
            "links": [{ "kind": "document", "url": address, "title": string, "language": string }],
            "languages": { "spoken": [string], "interpretation": [string] },
        }));
    }
    json!({
        "version": 1,
        "forum": {
            "id": "f", "name": text, "theme": text, "summary": text, "timeZone": "America/Bogota", "url": ADDRESSES[0],
            "start": "2021-03-17", "end": "2021-03-18", "hosts": ["o"],
            "venue": { "name": text, "city": text, "country": "CO" },
            "attribution": { "license": text, "source": text, "url": ADDRESSES[1] },
            "contact": { "name": text, "role": text, "email": text, "url": ADDRESSES[2] },
        },
        "countries": [{ "code": "CR", "name": text, "participation": [{ "mode": "online" }], "note": text }],
        "organizations": [{ "id": "o", "name": text, "country": "CR" }],
        "topics": [{ "id": "t", "name": text }],
        "people": people,
        "sessions": sessions,
    })
}

/// The live tree is the printed one, parsed: the same elements, and the same texts to the letter.
pub(crate) async fn stay_texts(browser: &Browser, site: &Site) -> Result<()> {
    let strings = strings();
    ensure!(strings.len() >= 500, "only {}", strings.len());
    let code = CountryCode::parse("CR").context("a code")?;
    let mut drawn = Vec::new();
    for part in strings.chunks(ON_A_PAGE) {
        let feed = feed(part).to_string();
        let address = site.resource(Resource::new("application/json", feed.clone()));
        let body = snippet(&format!("data-view=\"{ALL_VIEWS}\" data-feed=\"{address}\" data-lang=\"es\""));
        // Without any policy, so that everything that is markup would act.
        browser.open(&site.page(page(site, "es", &body))).await?;
        until(browser, "ready").await?;
        choose(browser, &browser.shadow_find(".country[data-action=\"country:CR\"]").await?).await?;
        let live = browser.shadow_tree("forum-widget").await?;
        let visitor = visitor(browser, Language::Es).await?;
        let acting = "return window.fired === undefined && Array.from(document.querySelector('forum-widget').shadowRoot \
            .querySelectorAll('*')).every(function (one) { return Array.from(one.attributes).every(function (attribute) { \
                return attribute.name.slice(0, 2) !== 'on' && (!/^(href|src|action|data)$/.test(attribute.name) || \
                    /^(https?|mailto):/.test(attribute.value)); }); })";
        ensure!(browser.execute(acting, &[]).await? == true, "a text acts");
        browser.assert_unharmed(&allowed(site).console("warn: forum-widget: ")).await?;
        let reading = read(feed.as_bytes()).map_err(|problem| anyhow!("{problem:?}"))?;
        drawn.push((live, printed(&reading.forum, Language::Es, visitor, vec![code])));
    }
    for (live, native) in drawn {
        assert_same(&live, &browser.parsed_tree(site, &native).await?)?;
    }
    Ok(())
}

/// The control: on such a page the same texts do act where they are written as markup.
pub(crate) async fn act_as_markup(browser: &Browser, site: &Site) -> Result<()> {
    let strings = strings();
    for planted in [
        "<script>window.fired = 1</script>",
        "<img src=x onerror='window.fired = 1'>",
        "<iframe onload=\"window.fired = 1\">",
    ] {
        ensure!(strings.iter().any(|string| string == planted), "{planted} is none of them");
        browser.open(&site.page(page(site, "es", planted))).await?;
        browser.wait_until("window.fired === 1").await?;
    }
    Ok(())
}
