//! The commands beside extraction, as typed.

use super::{Color, FactArgs, InputArgs, RunArgs};
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What else the program can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Who is quoted, how often, with how many words
    ///
    /// Takes articles, or the JSON Lines that whosaid has made of them.
    Stats(Box<StatsArgs>),
    /// One self-contained page: the articles highlighted, a view per speaker
    ///
    /// Takes articles, or the JSON Lines that whosaid has made of them --with text.
    Report(Box<ReportArgs>),
    /// Every rule: its id and what it finds
    Rules {
        /// Output format
        #[arg(short, long, value_enum, value_name = "FORMAT", default_value_t = RulesTo::Table)]
        to: RulesTo,
        /// Colours
        #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
        color: Color,
    },
    /// One rule in full: why, pattern, examples, counter-examples
    Explain {
        /// The id, as in a record's `rule`
        rule: String,
        /// Colours
        #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
        color: Color,
    },
    /// The JSON Schema of the record
    Schema,
    /// Completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// The manual page
    Man,
}

/// What `stats` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
    #[command(flatten)]
    pub(crate) running: RunArgs,

    /// Count by these, together where several are given
    #[arg(long, value_enum, value_name = "KEY", value_delimiter = ',', default_value = "speaker")]
    pub(crate) by: Vec<By>,

    /// Output format; auto is a table on a terminal, else json
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value_t = StatsTo::Auto)]
    pub(crate) to: StatsTo,

    /// Write to FILE
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Colours
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// What `report` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
    #[command(flatten)]
    pub(crate) running: RunArgs,

    /// Write to FILE
    #[arg(short, long, value_name = "FILE.html")]
    pub(crate) output: Option<PathBuf>,
}

/// Keys of the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    Speaker,
    Gender,
    Outlet,
    Month,
    Cue,
}

/// Forms of the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsTo {
    Auto,
    Table,
    Csv,
    Json,
}

/// Forms of the list of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesTo {
    Table,
    Json,
    Markdown,
}
