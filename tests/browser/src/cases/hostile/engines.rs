//! WebAssembly and what it is served as; where it cannot run at all, and where files are not ours, `second_engine` has the cases.

use super::host::Host;
use super::{script, with_head};
use crate::browser::Browser;
use crate::cases::widget::released;
use crate::site::{Resource, Site};
use anyhow::Result;

const ENGINE: &str = "/forum-widget.wasm";

/// `WebAssembly` taken away, and `instantiate` spoilt, which is not asked.
pub(crate) async fn spoilt(browser: &Browser, site: &Site) -> Result<()> {
    let page = with_head(site, &script(site, "delete window.WebAssembly"));
    Host::new("11", "`WebAssembly` deleted", page).degraded("wasm-absent").check(browser, site).await?;
    for (name, text) in [
        (
            "`WebAssembly.instantiate` throws",
            "WebAssembly.instantiate = function () { throw new Error('no'); }",
        ),
        (
            "`WebAssembly.instantiate` never resolves",
            "WebAssembly.instantiate = WebAssembly.instantiateStreaming = function () { return new Promise(function () {}); }",
        ),
    ] {
        Host::new("12", name, with_head(site, &script(site, text))).check(browser, site).await?;
    }
    Ok(())
}

/// Types that stop `instantiateStreaming`.
pub(crate) async fn of_other_types(browser: &Browser, site: &Site) -> Result<()> {
    for (name, content_type) in [
        ("wasm as `text/plain`", "text/plain"),
        ("wasm as `application/octet-stream`", "application/octet-stream"),
        ("wasm with `;charset`", "application/wasm; charset=utf-8"),
    ] {
        site.replace(
            ENGINE,
            Resource::new(content_type, released(ENGINE)?).header("x-content-type-options", "nosniff"),
        );
        Host::new("13", name, with_head(site, "")).check(browser, site).await?;
    }
    Ok(())
}
