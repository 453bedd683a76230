//! A run over many articles as the user sees it: bad inputs named, progress shown, Ctrl-C heeded.

use crate::cli::args::RunArgs;
use crate::cli::exit::Exit;
use crate::cli::progress::Bar;
use crate::cli::setup::Inputs;
use crate::cli::signals;
use crate::cli::voice::{Problem, Tally, Voice};
use anyhow::{Context as _, Result};
use std::io::{self, IsTerminal as _};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use whosaid::batch::{self, Job, Position, Progress};
use whosaid::report::Report;

/// What the working threads make of one record.
struct Made<T> {
    value: T,
    tally: Tally,
    problems: Vec<Problem>,
}

/// A run.
pub(crate) struct Drive {
    pub(crate) voice: Voice,
    fail_on_error: bool,
    stop: Arc<AtomicBool>,
    progress: Arc<Progress>,
    tally: Tally,
}

impl Drive {
    pub(crate) fn new(running: &RunArgs) -> Result<Self> {
        Ok(Self {
            voice: Voice::new(running),
            fail_on_error: running.fail_on_error,
            stop: signals::watch().context("signals")?,
            progress: Arc::default(),
            tally: Tally::default(),
        })
    }

    /// Shows a bar to somebody who waits; where the output comes on the same screen, that shows enough.
    pub(crate) fn show_progress(
        &mut self,
        running: &RunArgs,
        to_file: bool,
        inputs: impl FnOnce() -> Inputs,
    ) {
        if io::stderr().is_terminal()
            && !(running.quiet || running.no_progress)
            && (to_file || !io::stdout().is_terminal())
        {
            self.voice.show(Bar::new(Arc::clone(&self.progress), inputs()));
        }
    }

    /// Reads and extracts. `make` cuts the record down to what is wanted and turns it into that on the
    /// working threads, `take` gets it in order, with the place where the inputs stand after it.
    ///
    /// False when the user wants to stop.
    pub(crate) fn run<T: Send + 'static>(
        &mut self,
        job: Job,
        make: impl Fn(&mut Report) -> T + Send + Sync + 'static,
        mut take: impl FnMut(Vec<T>, Position) -> Result<()>,
    ) -> Result<bool> {
        let verbose = self.voice.verbose();
        let made = move |mut report: Report| Made {
            value: make(&mut report),
            tally: Tally::of(&report),
            problems: Problem::of(&report, verbose),
        };
        let mut failure = Ok(());
        let mut interrupted = false;
        let whole = batch::run(job, &self.progress, made, |done| {
            if self.stop.load(Ordering::Relaxed) {
                interrupted = true;
                return ControlFlow::Break(());
            }
            self.voice.tick(self.tally.articles);
            let Some(done) = done else { return ControlFlow::Continue(()) };
            let mut values = Vec::with_capacity(done.articles.len());
            for made in done.articles {
                self.tally.add(&made.tally);
                made.problems.iter().for_each(|problem| self.voice.problem(problem));
                values.push(made.value);
            }
            failure = take(values, done.end);
            if failure.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        failure?;
        anyhow::ensure!(whole || interrupted, "a fault of whosaid: articles were lost");
        Ok(!interrupted)
    }

    /// Sums the run up and judges it.
    pub(crate) fn end(mut self) -> Exit {
        self.voice.summary(&self.tally);
        let count = |counter: &std::sync::atomic::AtomicU64| counter.load(Ordering::Relaxed);
        let nothing_opened = self.tally.errors > 0 && count(&self.progress.opened) == 0;
        if nothing_opened || count(&self.progress.broken) > 0 {
            Exit::Failed
        } else if self.tally.errors > 0 && self.fail_on_error {
            Exit::ErrorRecords
        } else {
            Exit::Done
        }
    }

    /// The user wanted to stop.
    pub(crate) fn interrupted(self) -> Exit {
        self.voice.note("interrupted");
        Exit::Interrupted
    }
}
