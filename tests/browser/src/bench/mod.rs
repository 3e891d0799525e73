//! The bench: the widget against a page in plain JavaScript that draws the same nodes, in Chromium, as ratios of one run.
//!
//! In reading order: [`feed`] makes programmes of any size, [`pages`] the two pages that show one, [`measure`] takes the
//! times and the memory, [`figures`] sums them up, [`table`] prints them. `probe.js` is the clock inside a page.

mod feed;
mod figures;
mod measure;
mod mounts;
mod pages;
mod table;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::run::{Options, Session};
use crate::site::Site;
use anyhow::Result;
use figures::Figures;
use pages::Pages;
use std::path::Path;

/// How many sessions the programmes have.
pub(crate) const SIZES: [usize; 4] = [60, 689, 1_000, 10_000];

/// Measures everything and prints the table on standard output, what is going on on standard error.
///
/// # Errors
/// When the browser does not start, or the two pages do not draw the same.
pub(crate) async fn run(dist: &Path, sizes: &[usize]) -> Result<()> {
    let site = Site::start(dist).await?;
    let options = Options { cases: Vec::new(), dist: dist.into(), screenshots: None };
    let session = Session::start(Engine::Chromium, &site, &options).await?;
    let browser = &session.browser;
    measure::prepare(browser).await?;
    let mut all = Vec::new();
    for &sessions in sizes {
        eprintln!("· {sessions} sessions");
        let pages = Pages::make(browser, &site, sessions).await?;
        all.push(Figures::of(browser, &site, &pages).await?);
    }
    eprintln!("· mounts");
    let mounts = mounts::measure(browser, &site).await?;
    print!("{}", table::markdown(&all, &mounts));
    Ok(())
}

/// The case that keeps the comparison fair: whoever changes the markup changes it in `vanilla.js` too. Only Chromium can be told the
/// zone that its visitor is in.
///
/// # Errors
/// When the two pages do not draw the same, with the first difference.
pub(crate) async fn both_pages_draw_the_same(browser: &Browser, site: &Site) -> Result<()> {
    if browser.engine == Engine::Chromium {
        measure::prepare(browser).await?;
        let [few, many, ..] = SIZES;
        let made = async {
            Pages::make(browser, site, few).await?;
            Pages::make(browser, site, many).await
        };
        let made = made.await;
        measure::restore(browser).await?;
        made?;
    }
    Ok(())
}
