//! The progress bar: on standard error, for a run that takes a while, with a time of arrival where the
//! size of the input is known.

use indicatif::{ProgressBar, ProgressStyle};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use whosaid::batch::{Input, Progress};

/// Shorter runs show nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// How far a run has come.
pub(crate) struct Bar {
    progress: Arc<Progress>,
    total: Option<u64>,
    start: Instant,
    drawn: Option<ProgressBar>,
}

impl Bar {
    /// A bar for these inputs.
    pub(crate) fn new(progress: Arc<Progress>, inputs: impl Iterator<Item = Input>) -> Self {
        let size = |input: Input| match input {
            Input::Stdin => None,
            Input::File(path) => Some(std::fs::metadata(path).map_or(0, |found| found.len())),
            Input::Unreadable { .. } => Some(0),
        };
        Self { progress, total: inputs.map(size).sum(), start: Instant::now(), drawn: None }
    }

    /// Draws how far it is now.
    pub(crate) fn tick(&mut self, articles: u64) {
        if self.start.elapsed() < PATIENCE {
            return;
        }
        let bar = self.drawn.get_or_insert_with(|| draw(self.total));
        bar.set_position(self.progress.bytes.load(Ordering::Relaxed));
        bar.set_message(format!("{articles} articles"));
    }

    /// Does something while the bar is not on the screen.
    pub(crate) fn hidden(&self, say: impl FnOnce()) {
        match &self.drawn {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.drawn {
            bar.finish_and_clear();
        }
    }
}

fn draw(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (
            ProgressBar::new(total),
            "{wide_bar} {bytes}/{total_bytes}  {msg}  {bytes_per_sec}  {eta} left",
        ),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes}  {msg}  {bytes_per_sec}"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
