//! `whosaid stats`: who is quoted, how often, with how many words.

use crate::cli::args::{By, StatsArgs, StatsTo};
use crate::cli::drive::Drive;
use crate::cli::exit::Exit;
use crate::cli::sink::{Piece, Sink};
use crate::cli::{render, setup, terminal};
use anyhow::Result;
use std::io::IsTerminal as _;
use whosaid::batch::{Job, Position};
use whosaid::report::Report;
use whosaid::stats::{self, Stats};
use whosaid::{Extractor, write};

pub(crate) fn run(args: &StatsArgs) -> Result<Exit> {
    let paths = setup::paths(&args.input)?.ok_or_else(setup::nothing_to_read)?;
    let by: Vec<stats::By> = args.by.iter().copied().map(key).collect();
    let select = render::select(&args.facts);
    let options = setup::options(&args.facts, &args.input)?;
    let mut drive = Drive::new(&args.running)?;
    let inputs = || setup::inputs(paths.clone(), &args.input);
    drive.show_progress(&args.running, true, inputs);
    let job = Job {
        inputs: inputs(),
        start: Position::default(),
        reading: setup::reading(&args.input),
        extractor: Extractor::with_rules(setup::registry(&args.facts.rules)?, options)?,
        own_records: true,
        jobs: setup::jobs(&args.running),
    };
    let mut stats = Stats::new(by.clone());
    let make = move |report: &mut Report| {
        select.apply(report);
        let mut one = Stats::new(by.clone());
        one.add(report);
        one
    };
    let add = |some: Vec<Stats>, _| {
        for one in some {
            stats.merge(one);
        }
        Ok(())
    };
    if !drive.run(job, make, add)? {
        return Ok(drive.interrupted());
    }
    let bytes = match args.to {
        StatsTo::Csv => write::stats_csv(&stats),
        StatsTo::Json => write::stats_json(&stats),
        StatsTo::Table => table(args, &stats),
        StatsTo::Auto if args.output.is_none() && std::io::stdout().is_terminal() => {
            table(args, &stats)
        }
        StatsTo::Auto => match args.output.as_ref().and_then(|path| path.extension()) {
            Some(extension) if extension == "csv" => write::stats_csv(&stats),
            _ => write::stats_json(&stats),
        },
    };
    let mut sink = args.output.as_deref().map_or(Ok(Sink::Stdout), Sink::file)?;
    sink.articles(&[Piece { bytes, ..Piece::default() }], Position::default())?;
    sink.finish()?;
    Ok(drive.end())
}

fn table(args: &StatsArgs, stats: &Stats) -> Vec<u8> {
    let color = args.output.is_none() && terminal::colored(args.color);
    write::stats_table(stats, terminal::width(), color)
}

fn key(by: By) -> stats::By {
    match by {
        By::Speaker => stats::By::Speaker,
        By::Gender => stats::By::Gender,
        By::Outlet => stats::By::Outlet,
        By::Month => stats::By::Month,
        By::Cue => stats::By::Cue,
    }
}
