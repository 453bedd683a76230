//! `whosaid [PATH]...`: reads, extracts and writes.

use crate::cli::args::{self, Args, With};
use crate::cli::drive::Drive;
use crate::cli::exit::Exit;
use crate::cli::journal::{Identity, Journal, Opened};
use crate::cli::render::Render;
use crate::cli::setup;
use crate::cli::sink::{Piece, Sink};
use anyhow::Result;
use std::io::{self, Write as _};
use whosaid::Extractor;
use whosaid::batch::{Input, Job, Position};
use whosaid::report::Report;

pub(crate) fn extract(args: &Args) -> Result<Exit> {
    let Some(paths) = setup::paths(&args.input)? else {
        io::stdout().write_all(args::help().as_bytes())?;
        return Ok(Exit::Done);
    };
    let render = Render::new(args)?;
    let registry = setup::registry(&args.facts.rules)?;
    let extractor = Extractor::with_rules(registry, options(args, &render)?)?;
    let mut drive = Drive::new(&args.running)?;
    let output = &args.output;
    let to_file = output.output.is_some() || output.out_dir.is_some();
    drive.show_progress(&args.running, to_file, || setup::inputs(paths.clone(), &args.input));

    let mut inputs = setup::inputs(paths, &args.input);
    let mut start = Position::default();
    let mut is_new = true;
    let mut sink = match (&output.output, &output.out_dir) {
        (Some(file), _) if output.resume => {
            let all: Vec<Input> = inputs.collect();
            // The user's rules and speakers shape the output as the articles do.
            let lists = args.facts.rules.iter().chain(&args.facts.speakers);
            let read: Vec<Input> =
                all.iter().cloned().chain(lists.cloned().map(Input::File)).collect();
            let identity = Identity::new(args.fingerprint(), &read)?;
            inputs = Box::new(all.into_iter());
            match Journal::open(file, &identity)? {
                Opened::Whole => return Ok(Exit::Done),
                Opened::At(journal, position) => {
                    (start, is_new) = (position, journal.is_empty());
                    Sink::Resumable(journal)
                }
            }
        }
        (Some(file), _) => Sink::file(file)?,
        (None, Some(folder)) => Sink::Folder(folder.clone(), Vec::new(), render.extension()),
        (None, None) => Sink::Stdout,
    };
    if is_new {
        sink.header(&render.header())?;
    } else {
        let text = format!("resumed after {} inputs and {} lines", start.input, start.line);
        drive.voice.note(&text);
    }
    let job = Job {
        inputs,
        start,
        reading: setup::reading(&args.input),
        extractor,
        own_records: false,
        jobs: setup::jobs(&args.running),
    };
    let make = move |report: &mut Report| {
        render.select(report);
        Piece {
            bytes: render.article(report),
            line: report.source.line,
            path: report.source.path.clone().unwrap_or_default(),
        }
    };
    if !drive.run(job, make, |pieces, end| sink.articles(&pieces, end))? {
        sink.stop()?;
        return Ok(drive.interrupted());
    }
    sink.finish()?;
    Ok(drive.end())
}

fn options(args: &Args, render: &Render) -> Result<whosaid::Options> {
    let with = |what| args.output.with.contains(&what) || render.wants_text();
    Ok(whosaid::Options {
        with_text: with(With::Text),
        with_sentences: with(With::Sentences),
        ..setup::options(&args.facts, &args.input)?
    })
}
