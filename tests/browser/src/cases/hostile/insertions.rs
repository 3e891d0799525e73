//! Snippets that scripts of the page put in, each in its own way of running scripts, or of not running them.

use super::host::Host;
use super::{package, script};
use crate::browser::Browser;
use crate::cases::widget::{INSIDE, page, snippet};
use crate::site::Site;
use anyhow::Result;
use serde_json::Value;

/// Snippet C, empty.
const C: &str = "<div class=\"forum-widget\"></div>";
/// Snippet D, and its target.
const D: &str =
    "<div id=\"agenda\"></div><script src=\"/forum-widget.js?lang=es&target=%23agenda\"></script>";
/// Our script, as a tag manager puts it in, or a page that loads it by itself.
const TAG: &str =
    "var tag = document.createElement('script'); tag.src = '/forum-widget.js'; document.head.append(tag);";

/// Opens a page whose own script fills `place`, and has `html` for what it is to put there.
async fn check(
    browser: &Browser,
    site: &Site,
    (rows, name): (&'static str, &'static str),
    html: &str,
    text: &str,
) -> Result<()> {
    let html = Value::from(html);
    let fill = "var place = document.querySelector('#place'); function fill() { place.innerHTML = html; }";
    let own = script(site, &format!("(function () {{ var html = {html}; {fill} {text} }})()"));
    let body = format!("<div id=\"place\"></div>{own}");
    Host::new(rows, name, page(site, "es", &body)).check(browser, site).await.map(drop)
}

fn element() -> String {
    format!("<forum-widget>{INSIDE}</forum-widget>")
}

/// jQuery's `.html`: the tags stay where they are and never run; what is at their address is fetched at once and run as a text.
pub(crate) async fn by_jquery(browser: &Browser, site: &Site) -> Result<()> {
    let jquery = package("jquery/dist/jquery.js")? + "\njQuery(place).html(html); jQuery.noConflict(true);";
    for (name, html) in [
        ("jQuery's `.html(snippet)`, A", snippet("").as_str()),
        ("jQuery's `.html(snippet)`, C", &format!("{C}<script src=\"/forum-widget.js\"></script>")),
        ("jQuery's `.html(snippet)`, D", D),
    ] {
        check(browser, site, ("27", name), html, &jquery).await?;
    }
    Ok(())
}

/// `innerHTML`, whose scripts never run: the page has the script from elsewhere, and says when it is done.
pub(crate) async fn by_inner_html(browser: &Browser, site: &Site) -> Result<()> {
    let (a, c) = (snippet(""), format!("{C}<script async src=\"/forum-widget.js\"></script>"));
    let waiting = snippet("data-auto=\"false\"");
    let before = format!("fill(); {TAG}");
    let after = format!("{TAG} tag.onload = fill;");
    // Without the widget there is no such global.
    let scan = format!(
        "{TAG} tag.onload = function () {{ fill(); window.ForumWidget && ForumWidget.scan(place); }};"
    );
    for (name, html, text) in [
        ("`innerHTML = snippet` A, the script is there", &a, &before),
        ("`innerHTML = snippet` A, the script is there before", &a, &after),
        ("`innerHTML = snippet` A, then `ForumWidget.scan()`", &a, &scan),
        ("`innerHTML = snippet` A with `data-auto=false`, then `ForumWidget.scan()`", &waiting, &scan),
        ("`innerHTML = snippet` C, then `ForumWidget.scan()`", &c, &scan),
    ] {
        check(browser, site, ("28", name), html, text).await?;
    }
    Ok(())
}

/// A tag manager, which makes a script of its own with the address of the snippet's and nothing else.
pub(crate) async fn by_a_tag_manager(browser: &Browser, site: &Site) -> Result<()> {
    let later = format!("fill(); setTimeout(function () {{ {TAG} }});");
    let again = "fill(); setTimeout(function () { var old = place.querySelector('script'); \
        var tag = document.createElement('script'); tag.src = old.src; old.replaceWith(tag); });";
    for (name, html, text) in [
        (
            "a tag manager puts the script of snippet A in without its attributes",
            element().as_str(),
            later.as_str(),
        ),
        ("a tag manager puts the script of snippet C in without its attributes", C, &later),
        ("a tag manager puts the script of snippet D in without its attributes", D, again),
    ] {
        check(browser, site, ("30", name), html, text).await?;
    }
    Ok(())
}
