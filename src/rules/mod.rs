//! Rules: regular expressions over words, read from TOML files.

mod check;
mod compile;
mod file;
mod matcher;
mod pattern;
mod program;
mod registry;

pub use check::{check, class_names};
pub use file::{Example, Reject};
pub use matcher::{MAX_WORDS, Match, Scratch, Sequence};
pub use pattern::{Atom, Node, PatternError, Term, parse as parse_pattern};
pub use registry::{Registry, Rule, RuleError, Source};

macro_rules! rule_file {
    ($name:literal) => {
        ($name, include_str!($name))
    };
}

/// The rule files that come with the program; phrases first.
const FILES: &[(&str, &str)] = &[
    rule_file!("date/phrases.toml"),
    rule_file!("date/calendar.toml"),
    rule_file!("date/time.toml"),
    rule_file!("date/reference.toml"),
    rule_file!("date/set.toml"),
    rule_file!("date/duration.toml"),
    rule_file!("date/relative.toml"),
    rule_file!("quote/phrases.toml"),
    rule_file!("quote/attribution.toml"),
    rule_file!("quote/steps.toml"),
    rule_file!("claim/phrases.toml"),
    rule_file!("claim/tag.toml"),
    rule_file!("claim/speech.toml"),
    rule_file!("claim/impersonal.toml"),
];
