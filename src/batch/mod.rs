//! Many articles: read in order, worked on by several threads, handed back in order.
//!
//! A bad input never stops a batch: it comes back as a [`Report`] with `error` set. Nothing that comes
//! out depends on the number of threads.

mod feed;
mod inputs;
mod open;
mod ordered;
mod process;

pub use inputs::{FolderRules, Input, expand, listed};
pub use process::panic_hook;

use crate::extract::Extractor;
use crate::read::{self, Source};
use crate::report::Report;
use feed::{Batch, Feed};
use ordered::{End, Limits};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// What is to be done.
pub struct Job {
    /// What is read, in this order.
    pub inputs: Box<dyn Iterator<Item = Input> + Send>,
    /// Where to start; the beginning unless a batch is continued.
    pub start: Position,
    /// How it is read.
    pub reading: read::Options,
    /// Extracts.
    pub extractor: Extractor,
    /// Take lines that are records of whosaid's own as they are.
    pub own_records: bool,
    /// Number of working threads.
    pub jobs: usize,
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Job").field("start", &self.start).finish_non_exhaustive()
    }
}

/// A place in the inputs, between two articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    /// Inputs that are done.
    pub input: u64,
    /// Decompressed bytes of the next one that are done.
    pub offset: u64,
    /// Lines of the next one that are done.
    pub line: u64,
}

/// What is known while a batch runs.
#[derive(Debug, Default)]
pub struct Progress {
    /// Inputs that could be opened.
    pub opened: AtomicU64,
    /// Inputs that broke off because the machine failed, not because of what is in them.
    pub broken: AtomicU64,
    /// Bytes read as they lie on the disk, packed or not.
    pub bytes: AtomicU64,
}

/// What came out of some articles.
#[derive(Debug)]
pub struct Done<T> {
    /// One an article, in order.
    pub articles: Vec<T>,
    /// Where the inputs stand after them.
    pub end: Position,
}

/// Reads and extracts; `make` turns each record into what is wanted of it on the working threads, and
/// `take` gets that in order on this thread, and `None` now and then while there is nothing.
///
/// False when articles were lost to a fault of the program itself, or `take` had enough.
pub fn run<T: Send + 'static>(
    job: Job,
    progress: &Arc<Progress>,
    make: impl Fn(Report) -> T + Send + Sync + 'static,
    take: impl FnMut(Option<Done<T>>) -> ControlFlow<()>,
) -> bool {
    // As many bytes as all threads can chew on, and never less than the largest record.
    let limits = Limits { jobs: job.jobs.max(1), bytes: job.reading.max_record.max(4 << 20) };
    let reading = Arc::new(job.reading);
    let feed = {
        let (reading, progress) = (Arc::clone(&reading), Arc::clone(progress));
        move |out: &mut ordered::Feeder<Batch>| {
            let feed = Feed {
                out,
                options: &reading,
                progress: &progress,
                batch: Batch::default(),
                position: Position::default(),
            };
            feed.run(job.inputs, job.start);
        }
    };
    let worker =
        process::Worker { reading, extractor: job.extractor, own_records: job.own_records };
    let work = move |batch: Batch| worker.batch(&batch, &make);
    ordered::run(limits, feed, work, take) == End::Done
}

/// The id of an article that says none: its path, or `PATH:LINE`.
fn place(source: &Source) -> serde_json::Value {
    let path = source.path.as_deref().unwrap_or("-");
    match source.line {
        Some(line) => format!("{path}:{line}").into(),
        None => path.into(),
    }
}
