//! The folder of one version, which a page pins: nothing outside of it is asked for.

use crate::browser::Browser;
use crate::cases::widget::{INSIDE, STRICT, allowed, boxes, choose, page, released, until};
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// Where the folder is, and the hash of its script.
fn release() -> Result<(String, String)> {
    let package: Value = serde_json::from_slice(&released("/package.json")?)?;
    let folder = xtask::pinned::folder(package["version"].as_str().context("no version")?);
    let sizes: Value = serde_json::from_slice(&released("/sizes.json")?)?;
    let files = sizes["files"].as_array().context("no files")?;
    let script = files.iter().find(|file| file["file"] == "forum-widget.js").context("no script")?;
    Ok((folder, script["integrity"].as_str().context("no hash")?.to_owned()))
}

fn pinned(site: &Site, folder: &str, integrity: &str) -> String {
    let script = format!(
        "<script async src=\"/{folder}/forum-widget.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
    );
    site.page(page(site, "es", &format!("<forum-widget>{INSIDE}</forum-widget>{script}")).policy(STRICT))
}

/// Feed, engine and words of the same folder, and what comes with a click. The control: another hash, and nothing runs.
pub(crate) async fn by_version_and_hash(browser: &Browser, site: &Site) -> Result<()> {
    let (folder, integrity) = release()?;
    for path in ["/forum-widget.js", "/forum-widget.wasm", "/forum-widget-engine.js", "/embed.html"] {
        ensure!(
            released(path)? == released(&format!("/{folder}{path}"))?,
            "{path} is another than beside the folder"
        );
    }
    browser.open(&pinned(site, &folder, &integrity)).await?;
    until(browser, "ready").await?;
    choose(browser, &browser.shadow_find(".country[data-action=\"country:CO\"]").await?).await?;
    let asked: Vec<String> = site.requests().into_iter().map(|request| request.path).collect();
    let ours = |path: &&String| {
        path.contains("forum-widget") || path.contains("/words/") || path.contains("/feeds/")
    };
    let (inside, outside): (Vec<_>, Vec<_>) =
        asked.iter().filter(ours).partition(|path| path.starts_with(&format!("/{folder}/")));
    ensure!(inside.len() >= 7 && outside.is_empty(), "asked for {inside:?} and {outside:?}");
    let allowed = allowed(site).request(&site.address(&format!("/{folder}/")));
    browser.assert_unharmed(&allowed).await?;
    let other = integrity.replacen("sha384-", "sha384-A", 1);
    browser.open(&pinned(site, &folder, &other[..other.len() - 1])).await?;
    ensure!(boxes(browser, "#inside").await? == 1, "the content inside is hidden");
    let runs =
        browser.execute("return [typeof ForumWidget, !!customElements.get('forum-widget')]", &[]).await?;
    ensure!(runs == serde_json::json!(["undefined", false]), "a script of another hash runs: {runs}");
    Ok(())
}
