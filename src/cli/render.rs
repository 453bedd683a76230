//! Which writer the options ask for.

use crate::cli::args::{Args, Color, FactArgs, Kind, OutputArgs, To};
use crate::cli::exit::Usage;
use crate::cli::terminal;
use anyhow::Result;
use std::io::IsTerminal as _;
use std::path::Path;
use whosaid::report::Report;
use whosaid::select::{Fact, Select};
use whosaid::write::{self, Separated, Table};

/// A record to the bytes that are written.
#[derive(Debug, Clone)]
pub(crate) struct Render {
    format: Format,
    /// What the record is cut down to before it is written.
    select: Select,
}

#[derive(Debug, Clone)]
enum Format {
    Json,
    Jsonl,
    Table(Table),
    Separated(Separated),
    Markdown(Select),
}

impl Render {
    pub(crate) fn new(args: &Args) -> Result<Self> {
        let select = select(&args.facts);
        // What lies in columns or sections by kind chooses the kinds itself, and wants the counts of all.
        let whole = Select { only: Vec::new(), ..select.clone() };
        let output = &args.output;
        let to = resolve(output);
        if (output.bom || output.csv_raw) && !matches!(to, To::Csv | To::Tsv) {
            return Err(Usage("--bom and --csv-raw belong to --to csv and tsv".to_owned()).into());
        }
        Ok(match to {
            To::Json => Self { format: Format::Json, select },
            To::Jsonl => Self { format: Format::Jsonl, select },
            To::Csv => Self { format: separated(&select, b',', output)?, select: whole },
            To::Tsv => Self { format: separated(&select, b'\t', output)?, select: whole },
            To::Markdown => Self { format: Format::Markdown(select), select: whole },
            To::Table | To::Auto => {
                let table = Table { width: terminal::width(), color: colored(output), select };
                Self { format: Format::Table(table), select: whole }
            }
        })
    }

    /// Whether the writer looks at the article's text and sentences.
    pub(crate) fn wants_text(&self) -> bool {
        !matches!(self.format, Format::Json | Format::Jsonl)
    }

    /// What stands before the first article.
    pub(crate) fn header(&self) -> Vec<u8> {
        match &self.format {
            Format::Separated(separated) => separated.header(),
            _ => Vec::new(),
        }
    }

    /// Cuts the record down to the facts that are wanted.
    pub(crate) fn select(&self, report: &mut Report) {
        self.select.apply(report);
    }

    pub(crate) fn article(&self, report: &Report) -> Vec<u8> {
        match &self.format {
            Format::Json => write::json(report),
            Format::Jsonl => write::jsonl(report),
            Format::Table(table) => table.article(report),
            Format::Separated(separated) => separated.rows(report),
            Format::Markdown(select) => write::markdown(report, select),
        }
    }

    /// The extension of files in this format.
    pub(crate) fn extension(&self) -> &'static str {
        match &self.format {
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Table(_) => "txt",
            Format::Separated(separated) if separated.delimiter == b'\t' => "tsv",
            Format::Separated(_) => "csv",
            Format::Markdown(_) => "md",
        }
    }
}

/// The facts that are asked for.
pub(crate) fn select(args: &FactArgs) -> Select {
    let fact = |kind: &Kind| match kind {
        Kind::Quotes => Fact::Quotes,
        Kind::Speakers => Fact::Speakers,
        Kind::Dates => Fact::Dates,
        Kind::Claims => Fact::Claims,
    };
    Select {
        only: args.only.iter().map(fact).collect(),
        speaker: args.speaker.clone(),
        min_score: args.min_score,
        min_confidence: args.min_confidence,
    }
}

fn resolve(output: &OutputArgs) -> To {
    if output.to != To::Auto {
        return output.to;
    }
    if let Some(path) = &output.output {
        return by_extension(path);
    }
    if output.out_dir.is_none() && std::io::stdout().is_terminal() { To::Table } else { To::Jsonl }
}

fn by_extension(path: &Path) -> To {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => To::Json,
        Some("csv") => To::Csv,
        Some("tsv") => To::Tsv,
        Some("md") => To::Markdown,
        _ => To::Jsonl,
    }
}

fn separated(select: &Select, delimiter: u8, output: &OutputArgs) -> Result<Format> {
    let fact = match select.only[..] {
        [] => Fact::Quotes,
        [fact] => fact,
        _ => {
            let why =
                "csv and tsv hold one kind of fact: give --only one kind, and run once a kind";
            return Err(Usage(why.to_owned()).into());
        }
    };
    Ok(Format::Separated(Separated { fact, delimiter, raw: output.csv_raw, bom: output.bom }))
}

/// Colours are for a terminal, not for a file.
fn colored(output: &OutputArgs) -> bool {
    let is_file = output.output.is_some() || output.out_dir.is_some();
    output.color == Color::Always || !is_file && terminal::colored(output.color)
}
