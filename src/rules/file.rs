//! The rule file format: TOML, everything about a rule in its one entry.

use serde::Deserialize;
use std::collections::BTreeMap;

/// A rule file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleFile {
    /// Words that the rules of this file need: class to words.
    #[serde(default)]
    pub(super) words: BTreeMap<String, Vec<String>>,
    /// Named patterns, in the order in which they are defined.
    #[serde(default)]
    pub(super) phrase: Vec<PhraseEntry>,
    #[serde(default)]
    pub(super) rule: Vec<RuleEntry>,
    /// Rules that are no patterns but steps of the program: only told, and tested, here.
    #[serde(default)]
    pub(super) step: Vec<StepEntry>,
}

/// A rule that code carries out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepEntry {
    pub(super) id: String,
    pub(super) since: String,
    pub(super) summary: String,
    pub(super) why: String,
    /// What is done, in a sentence or two.
    pub(super) how: String,
    #[serde(default)]
    pub(super) examples: Vec<Example>,
    #[serde(default)]
    pub(super) rejects: Vec<Reject>,
}

/// A named pattern.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PhraseEntry {
    pub(super) name: String,
    pub(super) pattern: String,
    /// Put in where it is named, so that a search can go back into it; else matched as a whole,
    /// once for each word, which is faster.
    #[serde(default)]
    pub(super) inline: bool,
}

/// A rule as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleEntry {
    pub(super) id: String,
    pub(super) since: String,
    pub(super) summary: String,
    pub(super) why: String,
    pub(super) pattern: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) not_before: Option<String>,
    pub(super) not_after: Option<String>,
    /// What the rule's room makes of a match; each room says which keys it knows.
    #[serde(default)]
    pub(super) emit: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) examples: Vec<Example>,
    #[serde(default)]
    pub(super) rejects: Vec<Reject>,
}

/// A text that the rule must match, with the text of some of its groups.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BTreeMap<String, String>")]
pub struct Example {
    /// One or more sentences.
    pub text: String,
    /// Group name to the text that it must have; `match` is the whole match.
    pub groups: BTreeMap<String, String>,
}

/// All keys but `text` are groups; `serde(flatten)` would take twice as long at every start.
impl TryFrom<BTreeMap<String, String>> for Example {
    type Error = &'static str;

    fn try_from(mut groups: BTreeMap<String, String>) -> Result<Self, Self::Error> {
        let text = groups.remove("text").ok_or("missing field `text`")?;
        Ok(Self { text, groups })
    }
}

/// A text that the rule must not match.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reject {
    /// One or more sentences.
    pub text: String,
    /// Why it must not match.
    pub reason: String,
}
