//! Columns from 280 to 1200 px: nothing is cut off, and nothing reaches over the edge.

use super::{ALL_VIEWS, ask, open};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use serde_json::json;

const WIDTHS: [u32; 6] = [280, 320, 360, 640, 860, 1200];

/// What is too wide: the root as a whole, each element beyond its edge, each text beyond the block that it stands in.
/// The drawing of the map is cut at its own frame, and what is only for listeners is meant to be cut.
pub(crate) const BEYOND: &str = "var at = root.querySelector('.root'), edge = at.getBoundingClientRect(), beyond = []; \
    function out(inner, outer) { return inner.right > outer.right + 0.5 || inner.left < outer.left - 0.5; } \
    if (at.scrollWidth > at.clientWidth) beyond.push('root ' + at.scrollWidth + ' > ' + at.clientWidth); \
    Array.from(at.querySelectorAll('*')).forEach(function (one) { \
        var box = one.getBoundingClientRect(); \
        if (one.parentNode.closest('svg') || one.closest('.visually-hidden') || !box.width) return; \
        var name = one.localName + '.' + one.getAttribute('class') + ' ' + one.textContent.slice(0, 30); \
        if (out(box, edge)) beyond.push('element over the edge: ' + name); \
        for (var block = one; getComputedStyle(block).display === 'inline'; ) block = block.parentNode; \
        Array.from(one.childNodes).forEach(function (text) { \
            if (text.nodeType !== 3) return; \
            var range = document.createRange(); \
            range.selectNodeContents(text); \
            Array.from(range.getClientRects()).forEach(function (line) { \
                if (out(line, block.getBoundingClientRect())) beyond.push('text over its block: ' + name); \
            }); \
        }); \
    }); \
    return { beyond: beyond, width: widget.getBoundingClientRect().width, columns: \
        getComputedStyle(root.querySelector('.columns')).gridTemplateColumns.split(' ').length }";

/// Spanish, Korean and Dutch, whose words are the longest.
pub(crate) async fn nothing_is_cut_off(browser: &Browser, site: &Site) -> Result<()> {
    for language in ["es", "ko", "nl"] {
        open(
            browser,
            site,
            &format!("data-view=\"{ALL_VIEWS}\" data-lang=\"{language}\" data-country=\"CR\""),
        )
        .await?;
        for width in WIDTHS {
            browser.set_column_width("#column", width).await?;
            let found = ask(browser, BEYOND).await?;
            ensure!(found["width"] == width, "the column is not {width} wide: {found}");
            ensure!(found["beyond"] == json!([]), "{language} at {width} px: {}", found["beyond"]);
            let side_by_side = found["columns"].as_u64().context("no columns")? == 2;
            ensure!(side_by_side == (width >= 860), "{language} at {width} px: {found}");
        }
    }
    Ok(())
}

/// The control: one long word in a box that cannot break it is found.
pub(crate) async fn what_is_cut_off_is_found(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "").await?;
    browser.set_column_width("#column", 280).await?;
    ask(browser, "root.querySelector('.theme').style.whiteSpace = 'nowrap'").await?;
    let found = ask(browser, BEYOND).await?;
    ensure!(found["beyond"].as_array().is_some_and(|all| !all.is_empty()), "{found}");
    Ok(())
}
