//! A page of somebody else, and the assertions that every such page has in common.

use super::{SCRIPT, table};
use crate::browser::{Browser, FITTED};
use crate::cases::widget::SHIPPED_FEED;
use crate::site::{Page, Resource, Site};
use crate::tree::assert_same;
use crate::watch::Allowed;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

/// A page, and what is expected on it. Without more, the widget is drawn by its first engine, and nothing is told.
pub(crate) struct Host {
    rows: &'static str,
    name: &'static str,
    page: Page,
    state: &'static str,
    engine: &'static str,
    told: Vec<&'static str>,
    allowed: Allowed,
    address: Option<String>,
    scripts: Vec<(&'static str, Resource)>,
    changes_itself: bool,
    aims: bool,
}

/// What is seen of the first widget, and what all of them told, as text: pages replace what makes JSON of it.
const LOOK: &str = include_str!("look.js");

impl Host {
    /// A page under the numbers and the name that it has in the table.
    pub(crate) fn new(rows: &'static str, name: &'static str, page: Page) -> Self {
        Self {
            rows,
            name,
            page,
            state: "ready",
            engine: "wasm",
            told: Vec::new(),
            allowed: Allowed::nothing(),
            address: None,
            scripts: Vec::new(),
            changes_itself: false,
            aims: true,
        }
    }

    /// Drawn all the same, by the second engine, for this reason: a code, and the directive if a policy is to blame.
    pub(crate) fn degraded(self, reason: &'static str) -> Self {
        Self { state: "degraded", engine: "js", told: vec![reason], ..self }
    }

    /// Not drawn, for this reason: what the page put inside stays.
    pub(crate) fn failed(self, reason: &'static str) -> Self {
        Self { state: "error", engine: "static", told: vec![reason], ..self }
    }

    /// With this for our script, at this path; of several, each is one of ours.
    pub(crate) fn script(mut self, path: &'static str, script: Resource) -> Self {
        self.scripts.push((path, script));
        self
    }

    /// The page's own scripts change it when the widget is there: what is outside is not compared.
    pub(crate) fn changes_itself(self) -> Self {
        Self { changes_itself: true, ..self }
    }

    /// Where the browser does not tell what is at a point, a control is only pressed.
    pub(crate) fn unaimed(self) -> Self {
        Self { aims: false, ..self }
    }

    /// With something that the browser cannot help to do there.
    pub(crate) fn allow(self, allow: impl FnOnce(Allowed) -> Allowed) -> Self {
        Self { allowed: allow(self.allowed), ..self }
    }

    /// Where the page was served.
    pub(crate) fn address(&self) -> &str {
        self.address.as_deref().unwrap_or_default()
    }

    /// Opens the page without the widget and with it, asserts what all such pages have in common, and writes down what
    /// happened. The page stays open for what a case has to ask besides.
    pub(crate) async fn check(mut self, browser: &Browser, site: &Site) -> Result<Self> {
        let address = site.page(self.page.clone());
        self.address = Some(address);
        self.open_and_look(browser, site).await.with_context(|| format!("{}: {}", self.rows, self.name))?;
        Ok(self)
    }

    async fn open_and_look(&self, browser: &Browser, site: &Site) -> Result<()> {
        let empty = |path| site.replace(path, Resource::new("text/javascript", ""));
        if self.scripts.is_empty() {
            empty(SCRIPT);
        }
        self.scripts.iter().for_each(|(path, _)| empty(path));
        browser.open(self.address()).await?;
        let around = browser.tree_outside("forum-widget").await?;
        let own = browser.harm().await?;
        site.restore(SCRIPT);
        self.scripts.iter().for_each(|(path, script)| site.replace(path, script.clone()));
        browser.open(self.address()).await?;
        browser.wait_until(&settled(self.state)).await?;
        self.assert_seen(browser).await?;
        let harm = browser.harm().await?.without(&own);
        let allowed = self.allowed.clone().global("ForumWidget").global("se_exportedFunctionSymbol");
        let folder = ["/forum-widget", "/words/", SHIPPED_FEED].map(|path| site.address(path));
        let allowed = folder.iter().fold(allowed, |allowed, path| allowed.request(path));
        let warned = |line: &&str| line.split(' ').next().map(|code| format!("warn: forum-widget: {code}"));
        let allowed =
            self.told.iter().filter_map(warned).fold(allowed, |allowed, line| allowed.console(&line));
        let harm = harm.beyond(&allowed);
        ensure!(harm.is_empty(), "the page was harmed:\n  {}", harm.join("\n  "));
        let outside = browser.tree_outside("forum-widget").await?;
        if self.changes_itself {
            Ok(())
        } else {
            assert_same(&outside, &around).context("outside the element")
        }
    }

    /// The agenda, or what was there before; the reason; and, where it is drawn, that it can be hit and reacts.
    async fn assert_seen(&self, browser: &Browser) -> Result<()> {
        if self.changes_itself {
            browser.wait_until(FITTED).await?;
        }
        let seen = look(browser).await?;
        let (facts, told) = seen.split_once('\n').context("no facts")?;
        let drawn = self.engine != "static";
        let expected = format!(
            "state {} engine {} sessions {} inside {} cards {}",
            self.state,
            self.engine,
            if drawn { 5 } else { 0 },
            if drawn { "hidden" } else { "shown" },
            usize::from(!drawn),
        );
        if !self.rows.is_empty() {
            table::note(browser.engine, self.rows, self.name, facts, told)?;
        }
        ensure!(facts == expected, "{facts}; told: {told}\n  not {expected}");
        let reasons: Vec<&str> = told.split('\n').filter(|line| !line.is_empty()).collect();
        ensure!(reasons == self.told, "told {reasons:?}");
        if drawn { press(browser, self.aims).await } else { Ok(()) }
    }
}

/// True once every widget of the page is in a state. Written for pages that hide names and replace methods.
fn settled(state: &str) -> String {
    format!(
        "(function () {{ \
            var all = Document.prototype.querySelectorAll.call(document, 'forum-widget'), at = 0; \
            while (at < all.length && all[at].state === '{state}') at += 1; \
            return at > 0 && at === all.length; }})()"
    )
}

/// The facts of the first widget in one line, then each reason that was told in one.
pub(crate) async fn look(browser: &Browser) -> Result<String> {
    let seen = browser.execute(LOOK, &[]).await?;
    seen.as_str().map(ToOwned::to_owned).with_context(|| format!("no look: {seen}"))
}

/// The first control that selects is what a pointer would hit at its centre, and the page is told of the choice.
pub(crate) async fn react(browser: &Browser) -> Result<()> {
    press(browser, true).await
}

async fn press(browser: &Browser, aims: bool) -> Result<()> {
    let hit = browser.execute_async(include_str!("hit.js"), &[]).await?;
    ensure!(hit == "hit" || !aims, "a pointer would hit {hit}");
    browser.wait_until("window[Symbol.for('forum-widget selected')]").await.context("no reaction").map(drop)
}

/// Asserts that a check finds harm, and calls it so.
pub(crate) fn assert_caught(checked: Result<Host>, word: &str) -> Result<()> {
    match checked {
        Ok(_) => bail!("not caught: {word}"),
        Err(error) => {
            let said = format!("{error:#}");
            ensure!(said.contains(word), "no {word} in: {said}");
            Ok(())
        }
    }
}

/// A value of a script in which `widget` is the first widget, `root` its shadow root.
pub(crate) async fn ask(browser: &Browser, script: &str) -> Result<Value> {
    let widget = "var widget = Document.prototype.querySelector.call(document, 'forum-widget')";
    browser.execute(&format!("{widget}, root = widget.shadowRoot; {script}"), &[json!(0)]).await
}

/// Whether the element is none of ours and shows what the page put inside.
pub(crate) async fn untouched(browser: &Browser) -> Result<bool> {
    let script = "return widget.state === undefined && !root && widget.querySelector('a').getClientRects().length === 1";
    Ok(ask(browser, script).await? == true)
}

/// Checks pages one after the other, and tells of all that fail.
pub(crate) async fn check_all(
    browser: &Browser,
    site: &Site,
    hosts: impl IntoIterator<Item = Host>,
) -> Result<()> {
    let mut failures = Vec::new();
    for host in hosts {
        if let Err(error) = host.check(browser, site).await {
            failures.push(format!("{error:#}"));
        }
    }
    ensure!(failures.is_empty(), "{}", failures.join("\n"));
    Ok(())
}
