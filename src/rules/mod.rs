//! Rules: regular expressions over words, read from TOML files.

mod check;
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

/// The rule files that come with the program; phrases first.
const FILES: &[(&str, &str)] = &[];
