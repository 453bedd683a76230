//! `whosaid [PATH]...`: reads, extracts and writes.

use crate::cli::args::{self, Args, DateOrder, From, InputArgs, With};
use crate::cli::exit::{Exit, Usage};
use crate::cli::journal::{Identity, Journal, Opened};
use crate::cli::progress::Bar;
use crate::cli::render::Render;
use crate::cli::signals;
use crate::cli::sink::{Piece, Sink};
use crate::cli::voice::{Problem, Tally, Voice};
use anyhow::{Context as _, Result};
use std::fs::File;
use std::io::{self, IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::available_parallelism;
use whosaid::Extractor;
use whosaid::batch::{self, FolderRules, Input, Job, Position, Progress};
use whosaid::read::{self, Format};
use whosaid::report::Report;
use whosaid::rules::{self, Registry};
use whosaid::write;

type Inputs = Box<dyn Iterator<Item = Input> + Send>;

/// What the working threads make of one record.
struct Made {
    piece: Piece,
    tally: Tally,
    problems: Vec<Problem>,
}

pub(crate) fn extract(args: &Args) -> Result<Exit> {
    let paths = paths(&args.input)?;
    let Some(paths) = paths else {
        io::stdout().write_all(args::help().as_bytes())?;
        return Ok(Exit::Done);
    };
    let render = Render::new(args)?;
    let mut voice = Voice::new(&args.running);
    let stop = signals::watch().context("signals")?;
    let progress = Arc::new(Progress::default());
    if shows_progress(args) {
        let inputs = batch::expand(paths.clone(), folder_rules(&args.input));
        voice.show(Bar::new(Arc::clone(&progress), inputs));
    }
    let mut inputs: Inputs = Box::new(batch::expand(paths, folder_rules(&args.input)));
    let (mut start, mut is_new) = (Position::default(), true);
    let mut sink = match (&args.output.output, &args.output.out_dir) {
        (Some(file), _) if args.output.resume => {
            let all: Vec<Input> = inputs.collect();
            let identity = Identity::new(args.fingerprint(), &all)?;
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
    let job = Job {
        inputs,
        start,
        reading: reading(&args.input),
        extractor: Extractor::with_rules(registry(&args.facts.rules)?, options(args, &render))?,
        jobs: jobs(args),
    };
    let verbose = voice.verbose();
    if is_new {
        sink.header(&render.header())?;
    } else {
        voice.note(&format!("resumed after {} inputs and {} lines", start.input, start.line));
    }

    let mut tally = Tally::default();
    let mut failure = Ok(());
    let mut interrupted = false;
    let made = move |report: Report| make(report, &render, verbose);
    let whole = batch::run(job, &progress, made, |done| {
        if stop.load(Ordering::Relaxed) {
            interrupted = true;
            return ControlFlow::Break(());
        }
        voice.tick(tally.articles);
        let Some(done) = done else { return ControlFlow::Continue(()) };
        let mut pieces = Vec::with_capacity(done.articles.len());
        for made in done.articles {
            tally.add(&made.tally);
            made.problems.iter().for_each(|problem| voice.problem(problem));
            pieces.push(made.piece);
        }
        failure = sink.articles(&pieces, done.end);
        if failure.is_err() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    failure?;
    if interrupted {
        sink.stop()?;
        voice.note("interrupted");
        return Ok(Exit::Interrupted);
    }
    anyhow::ensure!(whole, "a fault of whosaid: articles were lost");
    sink.finish()?;
    voice.summary(&tally);
    Ok(exit(args, &tally, &progress))
}

/// A bar is for somebody who waits; where the output comes on the same screen, that shows enough.
fn shows_progress(args: &Args) -> bool {
    let to_file = args.output.output.is_some() || args.output.out_dir.is_some();
    io::stderr().is_terminal()
        && !(args.running.quiet || args.running.no_progress)
        && (to_file || !io::stdout().is_terminal())
}

fn exit(args: &Args, tally: &Tally, progress: &Progress) -> Exit {
    let nothing_opened = tally.errors > 0 && progress.opened.load(Ordering::Relaxed) == 0;
    if nothing_opened || progress.broken.load(Ordering::Relaxed) > 0 {
        Exit::Failed
    } else if tally.errors > 0 && args.running.fail_on_error {
        Exit::ErrorRecords
    } else {
        Exit::Done
    }
}

fn make(mut report: Report, render: &Render, verbose: bool) -> Made {
    render.select(&mut report);
    Made {
        tally: Tally::of(&report),
        problems: Problem::of(&report, verbose),
        piece: Piece {
            bytes: render.article(&report),
            line: report.source.line,
            path: report.source.path.unwrap_or_default(),
        },
    }
}

/// What is to be read; `None` where there is nothing and the user sits at a terminal.
fn paths(input: &InputArgs) -> Result<Option<Vec<PathBuf>>> {
    let mut paths = input.paths.clone();
    let lists = [(&input.files_from, b'\n'), (&input.files_from0, b'\0')];
    for (list, separator) in lists {
        let Some(list) = list else { continue };
        let listed = if list == Path::new("-") {
            if paths.iter().any(|path| path == Path::new("-")) {
                let why = "standard input cannot be both an article and a list of files";
                return Err(Usage(why.to_owned()).into());
            }
            batch::listed(&mut io::stdin(), separator)
        } else {
            File::open(list).and_then(|mut file| batch::listed(&mut file, separator))
        };
        paths.extend(listed.with_context(|| list.display().to_string())?);
        return Ok(Some(paths));
    }
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            return Ok(None);
        }
        paths.push(PathBuf::from("-"));
    }
    Ok(Some(paths))
}

fn folder_rules(input: &InputArgs) -> FolderRules {
    let rules =
        FolderRules { hidden: input.hidden, follow: input.follow, ..FolderRules::default() };
    if input.ext.is_empty() {
        return rules;
    }
    let extensions = input.ext.iter().map(|ext| ext.trim_start_matches('.').to_owned());
    FolderRules { extensions: extensions.collect(), ..rules }
}

fn reading(input: &InputArgs) -> read::Options {
    let mut fields = read::Fields::default();
    for (name, key) in &input.field {
        fields.set(name, key.as_str());
    }
    read::Options {
        from: match input.from {
            From::Auto => None,
            From::Text => Some(Format::Text),
            From::Html => Some(Format::Html),
            From::Jsonl => Some(Format::Jsonl),
        },
        date: input.date,
        default_date: input.default_date,
        date_order: date_order(input),
        fields,
        keep: input.keep.clone(),
        url: input.url.clone(),
        max_record: input.max_record,
    }
}

fn date_order(input: &InputArgs) -> whosaid::DateOrder {
    match input.date_order {
        DateOrder::Mdy => whosaid::DateOrder::Mdy,
        DateOrder::Dmy => whosaid::DateOrder::Dmy,
    }
}

/// The rules that come with the program, and those of the user, which have to pass the same checks.
fn registry(files: &[PathBuf]) -> Result<Registry> {
    let mut registry = Registry::builtin()?;
    for file in files {
        let name = write::safe(&file.display().to_string()).into_owned();
        let text = std::fs::read_to_string(file)
            .map_err(|error| Usage(format!("{name}: cannot be read: {error}")))?;
        let known = registry.rules().len();
        registry.add_user_file(&name, &text).map_err(|error| Usage(error.to_string()))?;
        let wrong = (known..registry.rules().len()).flat_map(|rule| rules::check(&registry, rule));
        let wrong: Vec<String> = wrong.collect();
        if !wrong.is_empty() {
            return Err(Usage(format!("{name}: {}", wrong.join("\n"))).into());
        }
    }
    Ok(registry)
}

fn options(args: &Args, render: &Render) -> whosaid::Options {
    let with = |what| args.output.with.contains(&what) || render.wants_text();
    whosaid::Options {
        narrator: args.facts.narrator,
        date_order: date_order(&args.input),
        with_text: with(With::Text),
        with_sentences: with(With::Sentences),
    }
}

fn jobs(args: &Args) -> usize {
    args.running.jobs.unwrap_or_else(|| available_parallelism().map_or(1, usize::from))
}
