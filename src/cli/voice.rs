//! What is said on standard error: every bad input once and not too many of them, one summary.

use crate::cli::args::RunArgs;
use crate::cli::progress::Bar;
use std::fmt::Write as _;
use std::io;
use std::time::Instant;
use whosaid::read::{Notice, Source};
use whosaid::report::Report;
use whosaid::write::safe;

/// Inputs that are named; more are only counted, so that a full pipe never stops the work.
const MOST_NAMED: u64 = 10;
/// A message is cut after so many characters.
const LONGEST: usize = 400;

/// Speaks to the user.
pub(crate) struct Voice {
    quiet: bool,
    verbose: bool,
    named: u64,
    start: Instant,
    bar: Option<Bar>,
}

/// What came of one article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    pub(crate) articles: u64,
    pub(crate) errors: u64,
    pub(crate) with_warnings: u64,
    pub(crate) quotes: u64,
    pub(crate) claims: u64,
    pub(crate) dates: u64,
    pub(crate) speakers: u64,
}

impl Tally {
    pub(crate) fn of(report: &Report) -> Self {
        Self {
            articles: 1,
            errors: u64::from(report.error.is_some()),
            with_warnings: u64::from(!report.warnings.is_empty()),
            quotes: report.quotes.len() as u64,
            claims: report.claims.len() as u64,
            dates: report.dates.len() as u64,
            speakers: report.speakers.len() as u64,
        }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.errors += other.errors;
        self.with_warnings += other.with_warnings;
        self.quotes += other.quotes;
        self.claims += other.claims;
        self.dates += other.dates;
        self.speakers += other.speakers;
    }
}

/// An error or a warning, and the input that it is about.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    text: String,
    is_error: bool,
}

impl Problem {
    /// What there is to say about an article; warnings where they are wanted.
    pub(crate) fn of(report: &Report, warnings: bool) -> Vec<Self> {
        let error = report.error.iter().map(|notice| Self::new(&report.source, notice, true));
        let warned = report.warnings.iter().filter(|_| warnings);
        error.chain(warned.map(|notice| Self::new(&report.source, notice, false))).collect()
    }

    fn new(source: &Source, notice: &Notice, is_error: bool) -> Self {
        let mut text = safe(source.path.as_deref().unwrap_or("-")).into_owned();
        if text == "-" {
            "standard input".clone_into(&mut text);
        }
        for number in [source.line.or(notice.line), notice.column].into_iter().flatten() {
            let _ = write!(text, ":{number}");
        }
        let message: String = safe(&notice.message).chars().take(LONGEST).collect();
        text.push_str(if is_error { ": " } else { ": warning: " });
        text.push_str(&message);
        Self { text, is_error }
    }
}

impl Voice {
    pub(crate) fn new(args: &RunArgs) -> Self {
        let (quiet, verbose) = (args.quiet, args.verbose);
        Self { quiet, verbose, named: 0, start: Instant::now(), bar: None }
    }

    /// Shows how far the work has come from now on.
    pub(crate) fn show(&mut self, bar: Bar) {
        self.bar = Some(bar);
    }

    /// The work has come on, or time has passed.
    pub(crate) fn tick(&mut self, articles: u64) {
        if let Some(bar) = &mut self.bar {
            bar.tick(articles);
        }
    }

    fn say(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.hidden(|| say(text)),
            None => say(text),
        }
    }

    pub(crate) fn verbose(&self) -> bool {
        self.verbose
    }

    /// Names a bad input.
    pub(crate) fn problem(&mut self, problem: &Problem) {
        self.named += 1;
        if self.quiet || !self.verbose && self.named > MOST_NAMED {
            return;
        }
        self.say(&problem.text);
        if self.named == MOST_NAMED && !self.verbose && problem.is_error {
            self.say("more errors are counted, not named; --verbose names all");
        }
    }

    /// Something that the user may want to know.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// One line about the whole run; about a single article only where it is wanted.
    pub(crate) fn summary(&mut self, tally: &Tally) {
        self.bar = None;
        if self.quiet || !self.verbose && tally.articles == 1 {
            return;
        }
        let seconds = self.start.elapsed().as_secs_f64();
        let mut parts = vec![counted(tally.articles, "article")];
        for (count, one) in [(tally.errors, "error"), (tally.with_warnings, "with warnings")] {
            if count > 0 {
                let with = one.starts_with("with");
                parts.push(if with { format!("{count} {one}") } else { counted(count, one) });
            }
        }
        for (count, one) in [
            (tally.quotes, "quote"),
            (tally.claims, "claim"),
            (tally.speakers, "speaker"),
            (tally.dates, "date"),
        ] {
            parts.push(counted(count, one));
        }
        say(&format!("{} in {seconds:.1} s", parts.join(", ")));
    }
}

fn counted(count: u64, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// One line on standard error. Nothing can be done where that fails.
pub(crate) fn say(text: &str) {
    let line = format!("whosaid: {text}\n");
    let _ = io::Write::write_all(&mut io::stderr(), line.as_bytes());
}
