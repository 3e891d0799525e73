//! Runs the cases: the engines side by side, the cases one after the other inside each.

use crate::browser::Browser;
use crate::cases::Case;
use crate::engine::{Driver, Engine};
use crate::report::{Outcome, Timing};
use crate::site::Site;
use anyhow::{Context, Result, anyhow};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a case may take.
const CASE_LIMIT: Duration = Duration::from_mins(2);
/// How often a crashed engine is started again before the run gives up on it.
const RESTARTS: usize = 3;

/// How often an engine is tried before it counts as one that does not start.
const START_ATTEMPTS: usize = 3;

/// What a run needs to know.
pub(crate) struct Options {
    pub(crate) cases: Vec<Case>,
    pub(crate) dist: PathBuf,
    /// Where pictures go; none are taken without.
    pub(crate) screenshots: Option<PathBuf>,
}

/// A browser and the driver that ends with it.
pub(crate) struct Session {
    pub(crate) browser: Browser,
    _driver: Driver,
}

impl Session {
    /// Starts an engine, again if that fails: a busy machine can take away a port or a display between finding and
    /// using it, and `WebKitGTK` was seen to hang at its start once in some dozens.
    pub(crate) async fn start(engine: Engine, site: &Site, options: &Options) -> Result<Self> {
        for _ in 1..START_ATTEMPTS {
            match Self::start_once(engine, site, options).await {
                Err(error) if !format!("{error:#}").contains("is missing") => {
                    eprintln!("{engine} is started again: {error:#}");
                }
                result => return result,
            }
        }
        Self::start_once(engine, site, options).await
    }

    async fn start_once(engine: Engine, site: &Site, options: &Options) -> Result<Self> {
        let driver = Driver::start(engine).await?;
        let browser = Browser::connect(engine, &driver, site, options.screenshots.clone()).await?;
        Ok(Self { browser, _driver: driver })
    }
}

/// Runs all cases in one engine. An engine that does not start is one failure, named `start`.
pub(crate) async fn in_engine(engine: Engine, options: Arc<Options>) -> (Vec<Outcome>, Timing) {
    let begin = Instant::now();
    let mut outcomes = Vec::new();
    let started = async {
        let site = Arc::new(Site::start(&options.dist).await?);
        let session = Session::start(engine, &site, &options).await?;
        anyhow::Ok((site, session))
    };
    let started = started.await;
    let start = begin.elapsed();
    match started {
        Ok((site, session)) => all_cases(session, &site, &options, &mut outcomes).await,
        Err(error) => outcomes.push(failed(engine, "start", &error, start)),
    }
    (outcomes, Timing { engine, start, cases: begin.elapsed().saturating_sub(start) })
}

async fn all_cases(mut session: Session, site: &Arc<Site>, options: &Options, outcomes: &mut Vec<Outcome>) {
    let engine = session.browser.engine;
    let mut restarts = 0;
    for case in &options.cases {
        let begin = Instant::now();
        let mut ending = attempt(case, &session.browser, site).await;
        if ending.result.is_err() && !session.browser.is_alive().await {
            restarts += 1;
            eprintln!("{engine} does not answer after {}: it is started again", case.name);
            // The old one goes first: two at once would share the machine.
            drop(session);
            let again = if restarts <= RESTARTS {
                Session::start(engine, site, options).await
            } else {
                Err(anyhow!("{engine} crashed {restarts} times"))
            };
            match again {
                Ok(fresh) => session = fresh,
                Err(error) => {
                    outcomes.push(failed(engine, &case.name, &error, begin.elapsed()));
                    return;
                }
            }
            // A crash gets a second chance, a case that hangs does not.
            if !ending.timed_out {
                ending = attempt(case, &session.browser, site).await;
            }
        }
        let outcome = match ending.result {
            Ok(()) => Outcome { engine, name: case.name.clone(), failure: None, time: begin.elapsed() },
            Err(error) => failed(engine, &case.name, &error, begin.elapsed()),
        };
        if outcome.failure.is_none() {
            outcome.print();
        }
        outcomes.push(outcome);
    }
    let close = session.browser.client.clone().close();
    _ = tokio::time::timeout(Duration::from_secs(3), close).await;
}

struct Ending {
    result: Result<()>,
    timed_out: bool,
}

/// Runs a case as a task of its own, so that its panic is its failure and its limit holds.
async fn attempt(case: &Case, browser: &Browser, site: &Arc<Site>) -> Ending {
    let (run, second_engine) = (case.run, case.second_engine);
    let browser = if second_engine { browser.without_looks() } else { browser.clone() };
    let site = Arc::clone(site);
    let mut task = tokio::spawn(async move {
        site.reset();
        site.set_second_engine(second_engine);
        browser.reset(&site.address("/bed/blank")).await.context("clearing up before the case")?;
        site.clear_requests();
        run(&browser, &site).await
    });
    let ended = tokio::time::timeout(CASE_LIMIT, &mut task).await;
    let timed_out = ended.is_err();
    let result = match ended {
        Ok(Ok(result)) => result,
        Ok(Err(error)) if error.is_panic() => {
            let payload = error.into_panic();
            let text = payload.downcast_ref::<String>().map(String::as_str);
            Err(anyhow!(
                "panic: {}",
                text.or(payload.downcast_ref::<&str>().copied()).unwrap_or("without words")
            ))
        }
        Ok(Err(error)) => Err(error.into()),
        Err(_) => Err(anyhow!("not done within {CASE_LIMIT:?}")),
    };
    task.abort();
    Ending { result, timed_out }
}

fn failed(engine: Engine, name: &str, error: &anyhow::Error, time: Duration) -> Outcome {
    let outcome = Outcome { engine, name: name.into(), failure: Some(format!("{error:#}")), time };
    outcome.print();
    outcome
}
