//! The command line as typed; the only place that knows clap.

use clap::{Parser, ValueEnum};
use std::path::PathBuf;

/// Who said what, when: quotes, speakers, dates and claims out of news articles.
#[derive(Debug, Parser)]
#[command(name = "whosaid", version)]
pub(crate) struct Args {
    /// Files, or - for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Input format
    #[arg(short, long, value_enum, default_value_t = From::Auto)]
    pub(crate) from: From,

    /// Output format
    #[arg(short, long, value_enum, default_value_t = To::Jsonl)]
    pub(crate) to: To,

    /// Also put these into the record
    #[arg(long, value_enum, value_delimiter = ',')]
    pub(crate) with: Vec<With>,

    /// Publication date of every article read
    #[arg(short, long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<jiff::civil::Date>,

    /// Threads; the output does not depend on it
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<usize>,

    /// Also claims that the article makes in its own voice
    #[arg(long)]
    pub(crate) narrator: bool,
}

/// Input formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// By extension, then by content
    Auto,
    /// Plain text
    Text,
    /// A saved web page
    Html,
    /// JSON Lines
    Jsonl,
}

/// Output formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    /// One record a line
    Jsonl,
    /// The same record pretty-printed
    Json,
}

/// Additions to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum With {
    /// The article's text
    Text,
    /// The sentences and the kinds of their blocks
    Sentences,
}

/// Parses the program's arguments; prints help or a usage error and ends where clap says so.
pub(crate) fn parse() -> Args {
    Args::parse()
}
