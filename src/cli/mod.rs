//! The command line: arguments, inputs, output and exit codes.

mod args;

use anyhow::{Context as _, Result};
use args::{Args, From, To, With};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use whosaid::read::{self, Format, Rejected, Source};
use whosaid::report::{ArticleInfo, Report, SCHEMA};

/// Runs the program.
pub(crate) fn main() -> ExitCode {
    match run(&args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "whosaid: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<()> {
    let reading = read::Options {
        from: match args.from {
            From::Auto => None,
            From::Text => Some(Format::Text),
            From::Html => Some(Format::Html),
            From::Jsonl => Some(Format::Jsonl),
        },
        date: args.date,
        ..Default::default()
    };
    let options = whosaid::Options {
        narrator: args.narrator,
        with_text: args.with.contains(&With::Text),
        with_sentences: args.with.contains(&With::Sentences),
        ..Default::default()
    };
    let extractor = whosaid::Extractor::new(options)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let standard_input = [Path::new("-").to_owned()];
    let paths = if args.paths.is_empty() { &standard_input[..] } else { &args.paths };
    for path in paths {
        let mut bytes = Vec::new();
        if path == Path::new("-") {
            std::io::stdin().lock().read_to_end(&mut bytes).context("standard input")?;
        } else {
            bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
        }
        let format = read::detect(Some(path), &bytes, &reading);
        let source = Source {
            path: Some(path.display().to_string()),
            format: Some(format.name().to_owned()),
            ..Source::default()
        };
        if format == Format::Jsonl {
            let body = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
            let lines = (!bytes.is_empty()).then(|| body.split(|byte| *byte == b'\n'));
            for (line, number) in lines.into_iter().flatten().zip(1..) {
                let source = Source { line: Some(number), ..source.clone() };
                let read = read::read_record(line, source, &reading);
                write(&report(read, &extractor), args.to, &mut out)?;
            }
        } else {
            let read = read::read_document(&bytes, source, &reading);
            write(&report(read, &extractor), args.to, &mut out)?;
        }
    }
    Ok(out.flush()?)
}

fn report(read: Result<read::Article, Box<Rejected>>, extractor: &whosaid::Extractor) -> Report {
    match read {
        Ok(article) => extractor.extract(&article),
        Err(rejected) => Report {
            schema: SCHEMA,
            id: rejected.id,
            source: rejected.source,
            article: ArticleInfo::default(),
            speakers: Vec::new(),
            quotes: Vec::new(),
            claims: Vec::new(),
            dates: Vec::new(),
            text: None,
            sentences: None,
            kept: rejected.kept,
            warnings: Vec::new(),
            error: Some(rejected.notice),
        },
    }
}

fn write(report: &Report, to: To, out: &mut impl std::io::Write) -> Result<()> {
    match to {
        To::Jsonl => serde_json::to_writer(&mut *out, report)?,
        To::Json => serde_json::to_writer_pretty(&mut *out, report)?,
    }
    Ok(out.write_all(b"\n")?)
}
