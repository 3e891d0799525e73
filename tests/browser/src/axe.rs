//! axe-core in the page: what a checker of accessibility can see without a person.

use crate::browser::Browser;
use anyhow::{Context, Result, bail, ensure};
use axum::http::Method;
use serde_json::{Value, json};
use std::fmt;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Which rules to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// WCAG 2.0 to 2.2, A and AA.
    Wcag,
    /// These and what axe calls best practices (landmarks, order of headings).
    WithBestPractices,
}

/// One element that breaks one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The rule's id, `image-alt`.
    pub rule: String,
    /// Where: selectors, from the page through its shadow roots.
    pub target: String,
    /// What to do about it.
    pub help: String,
    /// The element's own text.
    pub html: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {} at {}: {}", self.rule, self.help, self.target, self.html)
    }
}

impl Browser {
    /// Checks what a selector names, shadow roots inside included. Leaves the page without a new global.
    ///
    /// # Errors
    /// When axe-core is not installed (`npm ci`), nothing matches, or axe itself fails.
    pub async fn axe(&self, scope_css: &str, rules: Rules) -> Result<Vec<Violation>> {
        // Once a page: it is half a megabyte.
        if self.execute("return Symbol.for('axe-core') in window", &[]).await? == false {
            let injection = Some(injection()?.to_owned());
            self.command_as_text(Method::POST, "execute/sync", injection)
                .await
                .context("injecting axe-core")?;
        }
        let mut tags = vec!["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        if rules == Rules::WithBestPractices {
            tags.push("best-practice");
        }
        let found = self.execute_async(include_str!("axe.js"), &[json!(scope_css), json!(tags)]).await?;
        if let Some(error) = found["error"].as_str() {
            bail!("axe-core: {error}");
        }
        ensure!(found["passes"].as_u64() > Some(0), "axe-core found nothing to check in {scope_css}");
        let violations = found["violations"].as_array().context("axe-core gave no violations")?;
        Ok(violations.iter().map(violation).collect())
    }

    /// Asserts that axe-core has nothing to say, best practices included.
    ///
    /// # Errors
    /// With every violation.
    pub async fn assert_accessible(&self, scope_css: &str) -> Result<()> {
        if !self.checks {
            return Ok(());
        }
        let violations = self.axe(scope_css, Rules::WithBestPractices).await?;
        let lines: Vec<String> = violations.iter().map(ToString::to_string).collect();
        ensure!(lines.is_empty(), "axe-core:\n  {}", lines.join("\n  "));
        Ok(())
    }
}

fn violation(found: &Value) -> Violation {
    let text = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
    Violation { rule: text("rule"), target: text("target"), help: text("help"), html: text("html") }
}

/// The command that runs the file in a page, made once for all engines.
fn injection() -> Result<&'static str> {
    static INJECTION: OnceLock<String> = OnceLock::new();
    if let Some(injection) = INJECTION.get() {
        return Ok(injection);
    }
    let file = std::env::var_os("FORUM_WIDGET_AXE")
        .map_or_else(|| crate::workspace().join("node_modules/axe-core/axe.min.js"), PathBuf::from);
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("axe-core is missing at {}: npm ci", file.display()))?;
    Ok(INJECTION.get_or_init(|| json!({ "script": text, "args": [] }).to_string()))
}
