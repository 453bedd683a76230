//! The commands that tell about the program itself.

use crate::cli::args::{self, Command, RulesTo};
use crate::cli::exit::{Exit, Usage};
use crate::cli::terminal;
use crate::cli::{page, stats};
use anyhow::Result;
use std::io::Write as _;
use whosaid::report::JSON_SCHEMA;
use whosaid::rules::{Registry, Rule};
use whosaid::write;

pub(crate) fn run(command: &Command) -> Result<Exit> {
    let text = match command {
        Command::Stats(args) => return stats::run(args),
        Command::Report(args) => return page::run(args),
        Command::Rules { to, color } => {
            let registry = Registry::builtin()?;
            let rules = registry.rules();
            match to {
                RulesTo::Table => {
                    write::rules_table(rules, terminal::width(), terminal::colored(*color))
                }
                RulesTo::Json => write::rules_json(rules),
                RulesTo::Markdown => write::rules_markdown(rules),
            }
        }
        Command::Explain { rule, color } => {
            let registry = Registry::builtin()?;
            let rule = find(registry.rules(), rule)?;
            write::explain(rule, terminal::width(), terminal::colored(*color))
        }
        Command::Schema => JSON_SCHEMA.as_bytes().to_vec(),
        Command::Completions { shell } => args::completions(*shell),
        Command::Man => args::manual(),
    };
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(&text)?;
    stdout.flush()?;
    Ok(Exit::Done)
}

/// The rule of that id, or the only one whose name behind the slash it is.
fn find<'r>(rules: &'r [Rule], id: &str) -> Result<&'r Rule> {
    let exact = rules.iter().find(|rule| rule.id == id);
    let mut by_name = rules.iter().filter(|rule| rule.id.split('/').nth(1) == Some(id));
    let only = by_name.next().filter(|_| by_name.next().is_none());
    exact.or(only).ok_or_else(|| {
        let near = rules.iter().map(|rule| rule.id.as_str()).max_by_key(|near| likeness(near, id));
        let near = near.filter(|near| likeness(near, id) > 50);
        let hint = near.map_or_else(
            || "`whosaid rules` lists all".to_owned(),
            |near| format!("did you mean {near}?"),
        );
        Usage(format!("no rule {id:?}; {hint}")).into()
    })
}

/// How many pairs of letters two ids share, in per cent (Dice).
fn likeness(one: &str, other: &str) -> usize {
    let pairs =
        |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (one, mut other) = (pairs(one), pairs(other));
    let total = one.len() + other.len();
    let shared = one.iter().filter(|pair| {
        let place = other.iter().position(|found| found == *pair);
        place.map(|place| other.swap_remove(place)).is_some()
    });
    let shared = shared.count();
    (200 * shared).checked_div(total).unwrap_or_default()
}
