//! A programme on paper, as Chromium and Firefox print it: everything that is known is there, in order, and nothing that can only be
//! clicked.

use super::map_extremes::{CODES, extremes};
use super::open;
use super::programme::{FIRST_DAY, open_feed, programme, title};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::Site;
use anyhow::{Context, Result, anyhow, ensure};
use fantoccini::wd::{PrintConfiguration, PrintSize};
use forum_widget::locale::{CountryCode, Language, Messages, country_name};

/// What only makes sense on a screen, in Spanish.
const CONTROLS: [&str; 8] = [
    "Filtros",
    "Añadir al calendario",
    "Buscar en el programa",
    "Mostrar",
    "Copiar enlace",
    "Sesión siguiente",
    "Google Calendar",
    "Elija un país",
];

/// A text without white space, which a PDF does not have, and with plain letters for ligatures.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            'ﬁ' => letters.push_str("fi"),
            'ﬂ' => letters.push_str("fl"),
            _ => letters.push(letter),
        }
    }
    letters
}

/// What has to stand on the paper for the session at a position, in order.
fn expected(position: usize) -> [String; 6] {
    let number = position + 1;
    [
        title(position),
        format!("Persona Número {number}"),
        "Directora de Cooperación".into(),
        format!("La cita número {number}."),
        "Una nota sobre la fuente.".into(),
        format!("<https://media.example/{number}/programa>"),
    ]
}

async fn print(browser: &Browser, size: PrintSize, name: &str) -> Result<Vec<u8>> {
    let paper = PrintConfiguration::builder().size(size).build().map_err(|error| anyhow!("{error:?}"))?;
    let pdf = browser.client.print(paper).await.context("printing")?;
    if let Some(folder) = &browser.screenshots {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join(format!("print-{name}.pdf")), &pdf)?;
    }
    Ok(pdf)
}

/// Two and sixty sessions on A4 and Letter, light and dark.
pub(crate) async fn all_is_on_paper(browser: &Browser, site: &Site) -> Result<()> {
    let programmes: &[(usize, usize)] = match browser.engine {
        Engine::Chromium => &[(2, 1), (60, 5)],
        Engine::Firefox => &[(2, 1)],
        // Its driver cannot print.
        Engine::Webkit => &[],
    };
    for &(count, days) in programmes {
        let feed = programme(count, days, FIRST_DAY).to_string();
        for (size, paper, theme) in [(PrintSize::A4, "a4", "light"), (PrintSize::US_LETTER, "letter", "dark")]
        {
            open_feed(
                browser,
                site,
                &feed,
                640,
                &format!("data-view=\"agenda map delegations\" data-theme=\"{theme}\""),
            )
            .await?;
            // The page of the case has a column that is narrower than the paper.
            browser.execute("document.querySelector('#column').style.width = ''", &[]).await?;
            let name = format!("{}-{count}-{paper}", browser.engine);
            let pdf = print(browser, size, &name).await?;
            let text = letters(&pdf_extract::extract_text_from_mem(&pdf)?);
            let mut rest = text.as_str();
            for part in (0..count).flat_map(expected) {
                let part = letters(&part);
                let at = rest.find(&part).with_context(|| format!("{name}: no {part} in {rest}"))?;
                rest = &rest[at + part.len()..];
            }
            for control in CONTROLS {
                ensure!(!text.contains(&letters(control)), "{name}: {control} is printed");
            }
        }
    }
    Ok(())
}

/// The map and the delegations of everybody: each country stands in the list and among the delegations, and no note is missing.
pub(crate) async fn the_map_and_the_delegations(browser: &Browser, site: &Site) -> Result<()> {
    if browser.engine != Engine::Chromium {
        return Ok(());
    }
    let messages = Messages::of(Language::Es);
    for (size, paper, theme) in [(PrintSize::A4, "a4", "light"), (PrintSize::US_LETTER, "letter", "dark")] {
        let feed = extremes(site);
        let attributes = format!("data-view=\"map delegations\" data-theme=\"{theme}\" data-feed=\"{feed}\"");
        open(browser, site, &attributes).await?;
        browser.execute("document.querySelector('#column').style.width = ''", &[]).await?;
        let name = format!("{}-delegations-{paper}", browser.engine);
        let pdf = print(browser, size, &name).await?;
        let text = letters(&pdf_extract::extract_text_from_mem(&pdf)?);
        for code in CODES.split(' ') {
            // Two have another name in the feed, and one has none but its code.
            let own =
                CountryCode::parse(code).and_then(|code| country_name(code, Language::Es)).unwrap_or(code);
            let own = if ["BB", "BO"].contains(&code) { "Estado Plurinacional e Independiente" } else { own };
            let count = text.matches(&letters(own)).count();
            ensure!(count >= 2, "{name}: {own} stands there {count} times: {text}");
        }
        for note in [messages.map_note, messages.malvinas_note, messages.several_modes, messages.delegations]
        {
            ensure!(text.contains(&letters(note)), "{name}: no {note} in {text}");
        }
    }
    Ok(())
}
