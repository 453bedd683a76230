//! The claims of the record.

use super::{Attribution, Cue, TextSpan};
use serde::{Deserialize, Serialize};

/// A proposition that the article presents as put forward by somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Claim {
    /// `c1`, `c2` ... in order of the text.
    pub id: String,
    /// How it is put forward.
    pub kind: ClaimKind,
    /// Grammatical form of the content.
    pub form: ClaimForm,
    /// The texts of the spans, joined by one space.
    pub text: String,
    /// The content, without cue, speaker, addressee and time of speaking; with a leading "that".
    pub spans: Vec<TextSpan>,
    /// The claimer; null for the narrator's and where the text names no source.
    pub speaker: Option<Attribution>,
    /// The cue; null for the narrator's.
    pub cue: Option<Cue>,
    /// To whom it was said.
    pub addressee: Option<TextSpan>,
    /// What the claimer does with the content.
    pub stance: Option<Stance>,
    /// Whether the content's main predicate is negated.
    pub polarity: Polarity,
    /// The negating words.
    pub negations: Vec<TextSpan>,
    /// Whether the content is marked as uncertain.
    pub hedged: bool,
    /// The hedging words.
    pub hedges: Vec<TextSpan>,
    /// Numbers in the content.
    pub quantities: Vec<Quantity>,
    /// Ids of the dates inside the spans.
    pub dates: Vec<String>,
    /// The day named in the attribution, `YYYY-MM-DD`.
    pub said_on: Option<String>,
    /// Ids of the quotes inside.
    pub quotes: Vec<String>,
    /// How much a checkable fact stands in it.
    pub check_worthiness: CheckWorthiness,
    /// Index of the sentence that it begins in, from 0.
    pub sentence: usize,
    /// Measured share of right facts of this rule and `how`.
    pub confidence: f64,
    /// Id of the rule that found it.
    pub rule: String,
}

/// How a claim is put forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ClaimKind {
    /// Reported speech.
    Indirect,
    /// Reported speech with quoted words.
    Mixed,
    /// A quote or turn that is itself a statement.
    Direct,
    /// The article's own statement.
    Narrator,
}

/// Grammatical form of a claim's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum ClaimForm {
    Clause,
    Infinitive,
    Gerund,
    Phrase,
}

/// What the claimer does with the content; it goes by the cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum Stance {
    Say,
    Deny,
    Allege,
    Admit,
    Agree,
    Warn,
    Predict,
    Promise,
    Demand,
    Believe,
    Doubt,
    Ask,
    Evidence,
}

/// Polarity of the content's main predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum Polarity {
    Positive,
    Negative,
}

/// A number in a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Quantity {
    /// Where, with currency sign, percent sign or measure unit.
    #[serde(flatten)]
    pub span: TextSpan,
    /// A number, or the two ends of a range.
    pub value: QuantityValue,
    /// `%`, `pp`, a currency code, a measure or the counted noun; null where there is none.
    pub unit: Option<String>,
    /// About, nearly, more than, at least, up to ...
    pub approximate: bool,
    /// Whether the number is one by which, or to which, something rose or fell.
    pub direction: Option<Direction>,
}

/// A number, or the two ends of a range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum QuantityValue {
    /// One number.
    Number(f64),
    /// Low and high end.
    Range([f64; 2]),
}

/// Which way a quantity moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum Direction {
    Up,
    Down,
}

/// How much a checkable fact stands in a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CheckWorthiness {
    /// Logistic function of the sum of the weights, 0 to 1.
    pub score: f64,
    /// The features found, with their weights; the first is the base.
    pub reasons: Vec<Reason>,
}

/// One feature of a check-worthiness score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reason {
    /// Name of the feature.
    pub feature: String,
    /// What it adds to the sum, in logits.
    pub weight: f64,
}
