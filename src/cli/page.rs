//! `whosaid report`: one page to read.

use crate::cli::args::ReportArgs;
use crate::cli::drive::Drive;
use crate::cli::exit::Exit;
use crate::cli::sink::{Piece, Sink};
use crate::cli::{render, setup};
use anyhow::Result;
use whosaid::Extractor;
use whosaid::batch::{Job, Position};
use whosaid::report::Report;
use whosaid::write::Page;

pub(crate) fn run(args: &ReportArgs) -> Result<Exit> {
    let paths = setup::paths(&args.input)?.ok_or_else(setup::nothing_to_read)?;
    let select = render::select(&args.facts);
    let options = whosaid::Options { with_text: true, ..setup::options(&args.facts, &args.input)? };
    let mut drive = Drive::new(&args.running)?;
    let inputs = || setup::inputs(paths.clone(), &args.input);
    drive.show_progress(&args.running, args.output.is_some(), inputs);
    let mut sink = args.output.as_deref().map_or(Ok(Sink::Stdout), Sink::file)?;
    let job = Job {
        inputs: inputs(),
        start: Position::default(),
        reading: setup::reading(&args.input),
        extractor: Extractor::with_rules(setup::registry(&args.facts.rules)?, options)?,
        own_records: true,
        jobs: setup::jobs(&args.running),
    };
    let mut page = Page::default();
    let make = move |report: &mut Report| {
        select.apply(report);
        report.clone()
    };
    let add = |reports: Vec<Report>, _| {
        for report in &reports {
            page.add(report);
        }
        Ok(())
    };
    if !drive.run(job, make, add)? {
        return Ok(drive.interrupted());
    }
    sink.articles(&[Piece { bytes: page.finish(), ..Piece::default() }], Position::default())?;
    sink.finish()?;
    Ok(drive.end())
}
