//! The command line as typed; the only place that knows clap.
//!
//! An argument is checked here and done elsewhere.

mod commands;

pub(crate) use commands::{By, Command, ReportArgs, RulesTo, StatsArgs, StatsTo};

use crate::cli::values;
use clap::builder::styling::{AnsiColor, Styles};
use clap::{ArgAction, Args as ClapArgs, ColorChoice, CommandFactory as _, Parser, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  whosaid article.txt                         one article, as a table
  whosaid page.html | jq '.quotes[].text'     a saved page, as JSON
  whosaid --only claims --min-score 0.6 a.txt claims worth checking
  whosaid --to csv -o quotes.csv articles/    all quotes of a folder, for a spreadsheet
  whosaid -j 8 -o facts.jsonl archive/*.jsonl.gz

Exit codes: 0 done, 1 no input could be opened or writing failed, 2 wrong usage,
3 an error record was written and --fail-on-error was given, 130 interrupted.";

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Who said what, when: quotes, speakers, dates and claims out of news articles.
///
/// Reads texts, saved web pages and JSON Lines, and prints every fact with its place in the text and the
/// rule that found it. No network, no model.
#[derive(Debug, Parser)]
#[command(
    name = "whosaid",
    version,
    styles = STYLES,
    after_help = EXAMPLES,
    max_term_width = 100,
    args_conflicts_with_subcommands = true
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) running: RunArgs,
}

impl Args {
    /// Everything that the output depends on, beside the inputs themselves.
    pub(crate) fn fingerprint(&self) -> String {
        format!("{:?} {:?} {:?}", self.input, self.facts, self.output)
    }
}

/// What is read, and how.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Input")]
pub(crate) struct InputArgs {
    /// Files, folders, or - for standard input [default: standard input]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Input format; auto goes by extension, then by content; .gz of each is read too
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value_t = From::Auto)]
    pub(crate) from: From,

    /// Publication date of every article read, whatever the input says
    #[arg(short, long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,

    /// Publication date where the input has none
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) default_date: Option<Date>,

    /// How to read 03/04/2024 where the text does not tell
    #[arg(long, value_enum, value_name = "ORDER", default_value_t = DateOrder::Mdy)]
    pub(crate) date_order: DateOrder,

    /// JSON Lines: read field NAME (id, text, date, title, authors, outlet, url) from KEY
    #[arg(long, value_name = "NAME=KEY", value_parser = values::field)]
    pub(crate) field: Vec<(String, String)>,

    /// JSON Lines: pass these keys on in `kept`
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    pub(crate) keep: Vec<String>,

    /// The page's address, where the HTML does not say it
    #[arg(long)]
    pub(crate) url: Option<String>,

    /// Folders: read the files with these extensions [default: txt,text,md,html,htm,jsonl,ndjson]
    #[arg(long, value_name = "EXT", value_delimiter = ',')]
    pub(crate) ext: Vec<String>,

    /// Folders: also hidden files and folders
    #[arg(long)]
    pub(crate) hidden: bool,

    /// Folders: follow symbolic links
    #[arg(long)]
    pub(crate) follow: bool,

    /// Also read the files listed in FILE (- for standard input), one a line
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,

    /// The same, ended by NUL bytes, as `find -print0` writes them
    #[arg(long, value_name = "FILE", conflicts_with = "files_from")]
    pub(crate) files_from0: Option<PathBuf>,

    /// Largest file or JSON Lines record; a larger one becomes an error record
    #[arg(long, value_name = "SIZE", default_value = "16MiB", value_parser = values::size)]
    pub(crate) max_record: usize,
}

/// Which facts.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Facts")]
pub(crate) struct FactArgs {
    /// Only these kinds of facts
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',')]
    pub(crate) only: Vec<Kind>,

    /// Only the facts of this speaker (canonical name or alias)
    #[arg(long, value_name = "NAME")]
    pub(crate) speaker: Option<String>,

    /// Add rules and words of your own (TOML, as `whosaid explain` shows them); may be given again
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,

    /// Speakers that you know (CSV: surface form, name, gender, tags)
    #[arg(long, value_name = "FILE")]
    pub(crate) speakers: Option<PathBuf>,

    /// Leave out claims less worth checking, 0 to 1
    #[arg(long, value_name = "X", default_value_t = 0.0, value_parser = values::share, hide_default_value = true)]
    pub(crate) min_score: f64,

    /// Leave out facts that are less sure, 0 to 1
    #[arg(long, value_name = "X", default_value_t = 0.0, value_parser = values::share, hide_default_value = true)]
    pub(crate) min_confidence: f64,

    /// Also claims that the article makes in its own voice
    #[arg(long)]
    pub(crate) narrator: bool,
}

/// What is written, and where to.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// Output format; auto is a table on a terminal, what the name of -o says, else jsonl
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value_t = To::Auto)]
    pub(crate) to: To,

    /// Also put the article's text, or its sentences, into the record
    #[arg(long, value_enum, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) with: Vec<With>,

    /// Write to FILE; it is there when it is whole, and not before
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Write one file an article into DIR, in folders like those of the input
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    pub(crate) out_dir: Option<PathBuf>,

    /// Continue an interrupted run into the same -o FILE: nothing lost, nothing doubled
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,

    /// CSV, TSV: no apostrophe before cells that a spreadsheet takes for formulas
    #[arg(long)]
    pub(crate) csv_raw: bool,

    /// CSV, TSV: begin with a byte order mark, for Excel
    #[arg(long)]
    pub(crate) bom: bool,

    /// Colours
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// How it runs.
#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(next_help_heading = "Running")]
pub(crate) struct RunArgs {
    /// Threads; the output does not depend on it [default: one a core]
    #[arg(short, long, value_name = "N", value_parser = values::jobs)]
    pub(crate) jobs: Option<usize>,

    /// Exit with 3 when an input became an error record
    #[arg(long)]
    pub(crate) fail_on_error: bool,

    /// Nothing on standard error but what ends the run
    #[arg(short, long)]
    pub(crate) quiet: bool,

    /// No progress bar; there is none unless standard error is a terminal
    #[arg(long)]
    pub(crate) no_progress: bool,

    /// All warnings and errors, and a summary in any case
    #[arg(short, long, action = ArgAction::SetTrue, conflicts_with = "quiet")]
    pub(crate) verbose: bool,
}

/// Input formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    Auto,
    Text,
    Html,
    Jsonl,
}

/// How to read an all-number date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DateOrder {
    Mdy,
    Dmy,
}

/// Kinds of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Quotes,
    Speakers,
    Dates,
    Claims,
}

/// Output formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    Auto,
    Table,
    Json,
    Jsonl,
    Csv,
    Tsv,
    Markdown,
}

/// Additions to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum With {
    Text,
    Sentences,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

/// What the arguments come to.
pub(crate) enum Parsed {
    Args(Box<Args>),
    /// Help, version, or a usage error: what is to be printed.
    Told(clap::Error),
}

/// Parses the program's arguments.
pub(crate) fn parse() -> Parsed {
    match Args::try_parse() {
        Ok(args) => Parsed::Args(Box::new(args)),
        Err(error) => Parsed::Told(error),
    }
}

/// The short help.
pub(crate) fn help() -> String {
    Args::command().color(ColorChoice::Never).render_help().to_string()
}

/// A script that completes our options in that shell.
pub(crate) fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "whosaid", &mut script);
    script
}

/// The manual page, in roff.
pub(crate) fn manual() -> Vec<u8> {
    let mut page = Vec::new();
    // Writing to memory cannot fail.
    let _ = clap_mangen::Man::new(Args::command()).render(&mut page);
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Args::command().debug_assert();
    }
}
