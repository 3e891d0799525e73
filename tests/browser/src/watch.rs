//! What a page suffered: what `watch.js` recorded since its first moment, and what was left behind.

use crate::browser::Browser;
use anyhow::{Context, Result, bail};

/// Everything that a page would call harm, each as a line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Harm {
    /// Uncaught errors and unhandled rejections.
    pub errors: Vec<String>,
    /// Violations of the content security policy: directive, address, disposition.
    pub violations: Vec<String>,
    /// Lines of `console.error` and `console.warn` (`error: …`, `warn: …`).
    pub console: Vec<String>,
    /// Cookies, and names in local and session storage, databases, caches and service workers.
    pub storage: Vec<String>,
    /// Names of `window` that were not there before.
    pub globals: Vec<String>,
    /// Addresses of everything that the page loaded or tried to load from other machines.
    pub requests: Vec<String>,
    /// Scripts, styles and pictures that did not load. For diagnosis only: some pages break a file on purpose.
    pub failed_loads: Vec<String>,
}

/// What a case expects of a page; all else is harm. Texts are compared as the start of a line.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    errors: Vec<String>,
    violations: Vec<String>,
    console: Vec<String>,
    storage: Vec<String>,
    globals: Vec<String>,
    requests: Vec<String>,
}

impl Allowed {
    /// Nothing.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// What the widget promises: one global, and requests to the site that it is served from.
    pub fn widget(origin: &str) -> Self {
        Self::nothing().global("ForumWidget").request(&format!("{origin}/"))
    }

    /// Allows uncaught errors that start so.
    #[must_use]
    pub fn error(mut self, start: &str) -> Self {
        self.errors.push(start.into());
        self
    }

    /// Allows violations that start so (`script-src`, `connect-src http://…`).
    #[must_use]
    pub fn violation(mut self, start: &str) -> Self {
        self.violations.push(start.into());
        self
    }

    /// Allows lines of the console that start so (`warn: forum-widget`).
    #[must_use]
    pub fn console(mut self, start: &str) -> Self {
        self.console.push(start.into());
        self
    }

    /// Allows storage that starts so (`localStorage forum-widget`).
    #[must_use]
    pub fn storage(mut self, start: &str) -> Self {
        self.storage.push(start.into());
        self
    }

    /// Allows one new global name.
    #[must_use]
    pub fn global(mut self, name: &str) -> Self {
        self.globals.push(name.into());
        self
    }

    /// Allows requests to addresses that start so.
    #[must_use]
    pub fn request(mut self, start: &str) -> Self {
        self.requests.push(start.into());
        self
    }
}

impl Harm {
    /// What came on top of what the same page suffers by itself.
    #[must_use]
    pub fn without(mut self, own: &Self) -> Self {
        let kinds = [
            (&mut self.errors, &own.errors),
            (&mut self.violations, &own.violations),
            (&mut self.console, &own.console),
            (&mut self.storage, &own.storage),
            (&mut self.globals, &own.globals),
            (&mut self.requests, &own.requests),
            (&mut self.failed_loads, &own.failed_loads),
        ];
        for (found, own) in kinds {
            found.retain(|line| !own.contains(line));
        }
        self
    }

    /// What is not allowed, one line each.
    pub fn beyond(&self, allowed: &Allowed) -> Vec<String> {
        let starts = |line: &str, list: &[String]| list.iter().any(|start| line.starts_with(start.as_str()));
        let kinds = [
            ("uncaught error", &self.errors, &allowed.errors),
            ("policy violation", &self.violations, &allowed.violations),
            ("console", &self.console, &allowed.console),
            ("storage", &self.storage, &allowed.storage),
            ("request", &self.requests, &allowed.requests),
        ];
        let mut harm: Vec<String> = Vec::new();
        for (kind, found, allowed) in kinds {
            let beyond = found.iter().filter(|line| !starts(line, allowed));
            harm.extend(beyond.map(|line| format!("{kind}: {line}")));
        }
        let globals = self.globals.iter().filter(|name| !allowed.globals.contains(name));
        harm.extend(globals.map(|name| format!("global: {name}")));
        harm
    }
}

impl Browser {
    /// What the page has suffered until now.
    ///
    /// # Errors
    /// When the page has no watcher.
    pub async fn harm(&self) -> Result<Harm> {
        let found = self.execute_async(include_str!("harm.js"), &[]).await?;
        if found.is_null() {
            bail!("the page has no watcher: it was not made by the bed, or its policy blocks /bed/watch.js");
        }
        let lines = |name: &str| -> Result<Vec<String>> {
            serde_json::from_value::<Vec<String>>(found[name].clone())
                .with_context(|| format!("{name} of the watcher: {}", found[name]))
        };
        let mut requests = lines("requests")?;
        let outside = self.outside.asked().into_iter().filter(|address| !requests.contains(address));
        requests.extend(outside.collect::<Vec<_>>());
        Ok(Harm {
            errors: lines("errors")?,
            violations: lines("violations")?,
            console: lines("console")?,
            storage: lines("storage")?,
            globals: lines("globals")?,
            requests,
            failed_loads: lines("failed_loads")?,
        })
    }

    /// Asserts that the page has suffered nothing that is not allowed.
    ///
    /// # Errors
    /// With every harm that is not allowed.
    pub async fn assert_unharmed(&self, allowed: &Allowed) -> Result<()> {
        let harm = self.harm().await?.beyond(allowed);
        if !harm.is_empty() {
            bail!("the page was harmed:\n  {}", harm.join("\n  "));
        }
        Ok(())
    }
}
