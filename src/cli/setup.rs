//! Arguments to what the library works with.

use crate::cli::args::{DateOrder, FactArgs, From, InputArgs, RunArgs};
use crate::cli::exit::Usage;
use anyhow::{Context as _, Result};
use std::fs::File;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use whosaid::batch::{self, FolderRules, Input};
use whosaid::read::{self, Format};
use whosaid::rules::{self, Registry};
use whosaid::speaker::KnownSpeakers;
use whosaid::write;

/// The inputs, one after the other.
pub(crate) type Inputs = Box<dyn Iterator<Item = Input> + Send>;

/// The inputs that the paths stand for.
pub(crate) fn inputs(paths: Vec<PathBuf>, input: &InputArgs) -> Inputs {
    Box::new(batch::expand(paths, folder_rules(input)))
}

/// The mistake of giving nothing to a command that has no help of its own to show.
pub(crate) fn nothing_to_read() -> Usage {
    Usage("nothing to read: give files, or - for standard input".to_owned())
}

/// What is to be read; `None` where there is nothing and the user sits at a terminal.
pub(crate) fn paths(input: &InputArgs) -> Result<Option<Vec<PathBuf>>> {
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

pub(crate) fn reading(input: &InputArgs) -> read::Options {
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
pub(crate) fn registry(files: &[PathBuf]) -> Result<Registry> {
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

/// What is to be found, as the arguments say.
pub(crate) fn options(facts: &FactArgs, input: &InputArgs) -> Result<whosaid::Options> {
    Ok(whosaid::Options {
        narrator: facts.narrator,
        date_order: date_order(input),
        known_speakers: known_speakers(facts.speakers.as_deref())?,
        ..whosaid::Options::default()
    })
}

fn known_speakers(file: Option<&Path>) -> Result<KnownSpeakers> {
    let Some(file) = file else { return Ok(KnownSpeakers::default()) };
    let name = write::safe(&file.display().to_string()).into_owned();
    let text = std::fs::read_to_string(file)
        .map_err(|error| Usage(format!("{name}: cannot be read: {error}")))?;
    Ok(KnownSpeakers::parse(&name, &text).map_err(|error| Usage(error.to_string()))?)
}

/// The number of working threads.
pub(crate) fn jobs(running: &RunArgs) -> usize {
    running.jobs.unwrap_or_else(|| available_parallelism().map_or(1, usize::from))
}
