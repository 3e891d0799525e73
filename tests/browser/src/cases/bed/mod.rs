//! The bed proves itself: whatever it would report is planted once, and left out once as the control.

mod accessibility;
mod driving;
mod serving;
mod trees;
mod watching;

pub(crate) use accessibility::*;
pub(crate) use driving::*;
pub(crate) use serving::*;
pub(crate) use trees::*;
pub(crate) use watching::*;

use crate::browser::Browser;
use crate::site::{Page, Site};
use anyhow::Result;

/// The policy of the strictest page that the widget promises to work on.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";

/// A page whose `<forum-widget>` has this in its shadow root, so that the bed is proved before there is a widget.
fn stand_in(shadow: &str) -> Page {
    Page::new(format!(
        "<!doctype html><html lang=\"en\"><head><title>Stand-in</title></head>\
         <body><main><h1>Stand-in</h1><forum-widget></forum-widget></main><script>\
         document.querySelector('forum-widget').attachShadow({{ mode: 'open' }}).innerHTML = {};\
         </script></body></html>",
        serde_json::Value::from(shadow)
    ))
}

async fn open_stand_in(browser: &Browser, site: &Site, shadow: &str) -> Result<()> {
    browser.open(&site.page(stand_in(shadow))).await
}

/// A page that runs this script.
fn scripted(script: &str) -> Page {
    Page::new(format!(
        "<!doctype html><html lang=\"en\"><title>Scripted</title><h1>Page</h1><script>{script}</script>"
    ))
}
