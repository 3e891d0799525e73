//! The watcher sees each kind of harm, and none where there is none.

use super::{STRICT, scripted};
use crate::browser::Browser;
use crate::site::{Page, Site};
use crate::watch::{Allowed, Harm};
use anyhow::{Context, Result, ensure};

/// Opens a page, waits until it says so, and gives its harm.
async fn harm_of(browser: &Browser, site: &Site, script: &str) -> Result<Harm> {
    browser
        .open(&site.page(scripted(&format!("{script}; setTimeout(() => document.title = 'done', 50)"))))
        .await?;
    browser.wait_until("document.title === 'done'").await?;
    let refused = browser.assert_unharmed(&Allowed::nothing()).await.is_err();
    let harm = browser.harm().await?;
    ensure!(refused == (harm != Harm::default()), "the assertion and the record differ: {harm:?}");
    Ok(harm)
}

/// The control of all the others: scripts, timers, elements and styles are no harm.
pub(crate) async fn a_quiet_page_is_unharmed(browser: &Browser, site: &Site) -> Result<()> {
    let harm =
        harm_of(browser, site, "{ let one = 1; console.log(one); document.body.style.color = 'red'; }")
            .await?;
    ensure!(harm == Harm::default(), "{harm:?}");
    browser.assert_unharmed(&Allowed::nothing()).await
}

/// Uncaught errors and rejections, and lines of the console.
pub(crate) async fn errors_are_seen(browser: &Browser, site: &Site) -> Result<()> {
    let script = "setTimeout(() => { throw new TypeError('planted') }); Promise.reject(new RangeError('also')); \
                  console.error('a line', 1); console.warn(new Error('a warning'))";
    let harm = harm_of(browser, site, script).await?;
    ensure!(harm.errors.len() == 2, "{:?}", harm.errors);
    ensure!(harm.errors.iter().any(|error| error.contains("planted")), "{:?}", harm.errors);
    ensure!(
        harm.errors.iter().any(|error| error.contains("unhandled rejection: RangeError: also")),
        "{:?}",
        harm.errors
    );
    ensure!(harm.console == ["error: a line 1", "warn: Error: a warning"], "{:?}", harm.console);
    let allowed = Allowed::nothing().console("error: a line").console("warn: ");
    ensure!(harm.beyond(&allowed).len() == 2, "what is allowed is still harm");
    let allowed =
        allowed.error("unhandled rejection: RangeError").error(&harm.errors[0]).error(&harm.errors[1]);
    ensure!(harm.beyond(&allowed).is_empty());
    Ok(())
}

/// An inline style under the strict policy: seen by the watcher, reported to the site. The control has none.
pub(crate) async fn violations_are_seen(browser: &Browser, site: &Site) -> Result<()> {
    let policy = format!("{STRICT}; report-uri /csp-report");
    let plain = site.page(Page::new("<!doctype html><title>p</title><p>text").policy(&policy));
    browser.open(&plain).await?;
    browser.assert_unharmed(&Allowed::nothing()).await?;
    let styled =
        site.page(Page::new("<!doctype html><title>p</title><p style='color: red'>text").policy(&policy));
    browser.open(&styled).await?;
    let harm = browser.harm().await?;
    ensure!(harm.violations.len() == 1, "{harm:?}");
    ensure!(harm.violations[0].starts_with("style-src") && harm.violations[0].contains("inline"), "{harm:?}");
    ensure!(harm.beyond(&Allowed::nothing().violation("style-src")).is_empty());
    // The report leaves after the load event: an event of the server, so the bed looks again.
    for _ in 0..200 {
        if !site.reports(&styled).is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    let reports = site.reports(&styled);
    ensure!(reports.len() == 1, "{reports:?}");
    ensure!(
        reports[0]["csp-report"]["blocked-uri"].as_str().context("blocked-uri")?.contains("inline"),
        "{reports:?}"
    );
    ensure!(site.reports(&plain).is_empty(), "the plain page was reported");
    Ok(())
}

/// The watcher runs where only scripts with a nonce may.
pub(crate) async fn a_page_with_a_nonce_is_watched(browser: &Browser, site: &Site) -> Result<()> {
    let policy = "script-src 'nonce-r4nd0m' 'strict-dynamic'";
    let page = Page::new(
        "<!doctype html><title>p</title><script nonce=r4nd0m>throw 1</script><script>throw 2</script>",
    );
    browser.open(&site.page(page.policy(policy))).await?;
    let harm = browser.harm().await?;
    ensure!(harm.errors.len() == 1 && harm.violations.len() == 1, "{harm:?}");
    let unwatched = Page::new("<!doctype html><!-- no watcher --><title>p</title>");
    browser.open(&site.page(unwatched)).await?;
    ensure!(browser.harm().await.is_err(), "a page without a watcher passes");
    Ok(())
}

/// Everything that stays in the browser.
pub(crate) async fn storage_is_seen(browser: &Browser, site: &Site) -> Result<()> {
    let script = "localStorage.setItem('planted', 1); sessionStorage.also = 2; document.cookie = 'crumb=1'";
    let harm = harm_of(browser, site, script).await?;
    ensure!(
        harm.storage == ["cookie crumb=1", "localStorage planted", "sessionStorage also"],
        "{:?}",
        harm.storage
    );
    let allowed = Allowed::nothing().storage("cookie crumb").storage("sessionStorage");
    ensure!(harm.beyond(&allowed) == ["storage: localStorage planted"]);
    let open = "var done = arguments[0]; indexedDB.open('base').onsuccess = function () { this.result.close(); done(1) }";
    browser.execute_async(open, &[]).await?;
    let storage = browser.harm().await?.storage;
    ensure!(storage.contains(&"indexedDB base".to_owned()), "{storage:?}");
    Ok(())
}

/// A request to another origin is in the page's record and in the site's log.
pub(crate) async fn foreign_requests_are_seen(browser: &Browser, site: &Site) -> Result<()> {
    let other = format!("{}/bed/blank?foreign", site.other_origin());
    let own = site.address("/bed/blank?own");
    let script = format!(
        "var fetches = ['{own}', '{other}', 'http://nobody.example/x?y'].map(address => \
         fetch(address, {{ mode: 'no-cors' }}).catch(() => 0)); \
         Promise.all(fetches).then(() => setTimeout(() => document.body.id = 'loaded', 50))"
    );
    browser.open(&site.page(scripted(&script))).await?;
    browser.wait_until("document.body.id === 'loaded'").await?;
    let harm = browser.harm().await?;
    ensure!(harm.requests.contains(&own) && harm.requests.contains(&other), "{:?}", harm.requests);
    ensure!(harm.requests.contains(&"http://nobody.example/x?y".to_owned()), "{:?}", harm.requests);
    let beyond = harm.beyond(&Allowed::widget(site.origin()).global("fetches"));
    ensure!(beyond.len() == 2 && beyond.contains(&format!("request: {other}")), "{beyond:?}");
    let foreign: Vec<_> =
        site.requests().into_iter().filter(|one| one.origin == site.other_origin()).collect();
    ensure!(
        foreign.len() == 1 && foreign[0].path == "/bed/blank?foreign" && foreign[0].status == 200,
        "{foreign:?}"
    );
    Ok(())
}

/// Pictures, beacons and encrypted requests to other machines, none of which ever gets an answer.
pub(crate) async fn calls_to_the_outside_are_seen(browser: &Browser, site: &Site) -> Result<()> {
    let script = "new Image().src = 'http://picture.example/p.png'; navigator.sendBeacon('http://beacon.example/b', '1'); \
                  fetch('https://encrypted.example/e').catch(() => { document.title = 'refused' })";
    browser.open(&site.page(scripted(script))).await?;
    browser.wait_until("document.title === 'refused'").await?;
    for expected in ["http://picture.example/p.png", "http://beacon.example/b", "https://encrypted.example/"]
    {
        let mut requests = browser.harm().await?.requests;
        // A beacon leaves when the browser likes.
        for _ in 0..100 {
            if requests.iter().any(|address| address.starts_with(expected)) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
            requests = browser.harm().await?.requests;
        }
        ensure!(
            requests.iter().any(|address| address.starts_with(expected)),
            "no {expected} in {requests:?}"
        );
    }
    Ok(())
}

/// A name that a script leaves on `window`.
pub(crate) async fn leaked_globals_are_seen(browser: &Browser, site: &Site) -> Result<()> {
    let harm = harm_of(browser, site, "var leaked = 1; window.also = 2; document.append").await?;
    ensure!(harm.globals == ["leaked", "also"], "{:?}", harm.globals);
    ensure!(harm.beyond(&Allowed::nothing().global("leaked")) == ["global: also"]);
    Ok(())
}

/// A script that does not load is told, for the diagnosis, and is not called harm.
pub(crate) async fn failed_loads_are_told(browser: &Browser, site: &Site) -> Result<()> {
    let page = Page::new("<!doctype html><title>p</title><script src='/no-such-file.js'></script>");
    browser.open(&site.page(page)).await?;
    let harm = browser.harm().await?;
    ensure!(harm.failed_loads == [site.address("/no-such-file.js")], "{harm:?}");
    ensure!(harm.errors.is_empty(), "{harm:?}");
    Ok(())
}
