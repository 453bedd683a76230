//! The record: one JSON object an article, every key always there.
//!
//! Field order is output order. `docs/record.md` explains each key; the JSON Schema is made from
//! these types.

use crate::read::{BlockKind, Notice, PublishedFrom, Source};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The value of `schema` in every record.
pub const SCHEMA: &str = "whosaid/1";

/// One article's record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// The input's own id, else its path, or `PATH:LINE`.
    pub id: serde_json::Value,
    /// Where the article came from.
    pub source: Source,
    /// What is known about the article as a whole.
    pub article: ArticleInfo,
    /// Everyone and everything with a quote or a claim, in order of the first mention.
    pub speakers: Vec<Speaker>,
    /// What stands in quotation marks and somebody said, in order of the text.
    pub quotes: Vec<Quote>,
    /// Propositions put forward by somebody, in order of the text.
    pub claims: Vec<Claim>,
    /// Expressions of time, in order of the text.
    pub dates: Vec<Date>,
    /// The article's text, with `--with text`.
    pub text: Option<String>,
    /// The sentences, with `--with sentences`.
    pub sentences: Option<Vec<Sentence>>,
    /// Fields of the input passed on by `--keep`.
    pub kept: serde_json::Map<String, serde_json::Value>,
    /// What a user should know about this input.
    pub warnings: Vec<Notice>,
    /// Why there are no facts, where the input could not be read.
    pub error: Option<Notice>,
}

/// What is known about the article as a whole; an object of nulls in an error record.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "the same names as in `Meta`")]
pub struct ArticleInfo {
    pub title: Option<String>,
    pub authors: Option<Vec<String>>,
    pub dateline: Option<String>,
    pub published: Option<String>,
    pub published_from: Option<PublishedFrom>,
    pub updated: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
}

/// A stretch of the article's text in **code points**, half open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TextSpan {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text between.
    pub text: String,
}

/// A speaker: a person, organisation, document, group or unnamed source.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Speaker {
    /// `s1`, `s2` ... in order of the first mention.
    pub id: String,
    /// The longest form without title or role.
    pub name: String,
    /// What it is.
    pub kind: SpeakerKind,
    /// Title, role or appositive as the article gives it.
    pub role: Option<String>,
    /// From titles, pronouns bound by syntax and given names; else null.
    pub gender: Option<Gender>,
    /// The other forms of the name in the article.
    pub aliases: Vec<String>,
    /// Every mention in the blocks that hold facts.
    pub mentions: Vec<Mention>,
    /// Ids of its quotes.
    pub quotes: Vec<String>,
    /// Ids of its claims.
    pub claims: Vec<String>,
}

/// What a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    /// A named human being.
    Person,
    /// A company, agency, party, paper, country.
    Org,
    /// A report, poll, study, lawsuit, statement.
    Document,
    /// Several people together.
    Group,
    /// One who is not named.
    Unnamed,
}

/// Grammatical gender of a person, as the article tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum Gender {
    Male,
    Female,
}

/// One place where a speaker is mentioned.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mention {
    /// Where.
    #[serde(flatten)]
    pub span: TextSpan,
    /// As what.
    pub form: MentionForm,
}

/// What a mention is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum MentionForm {
    Name,
    Pronoun,
    Description,
}

/// Who a fact is attributed to, and by which word.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Attribution {
    /// Id of the speaker.
    pub id: String,
    /// Canonical name of the speaker.
    pub name: String,
    /// The word as it stands in the text.
    pub mention: TextSpan,
    /// How the mention was found and resolved.
    pub how: How,
}

/// How a fact came to its speaker; the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// From the sentence or paragraph before.
    Carried,
    /// A pronoun, resolved.
    Pronoun,
    /// A description, resolved.
    Description,
    /// The name stands with the fact.
    Adjacent,
}

/// The word or words that make a stretch reported speech.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Cue {
    /// Where.
    #[serde(flatten)]
    pub span: TextSpan,
    /// Base form of its verb or noun.
    pub lemma: String,
}

/// Words in quotation marks that somebody said.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Quote {
    /// `q1`, `q2` ... in order of the text.
    pub id: String,
    /// Whether all that is reported stands inside the marks.
    pub kind: QuoteKind,
    /// The texts of the spans, joined by one space.
    pub text: String,
    /// The marked words with their marks.
    pub spans: Vec<TextSpan>,
    /// Who said it; null where that cannot be told.
    pub speaker: Option<Attribution>,
    /// The reporting verb; null where there is none.
    pub cue: Option<Cue>,
    /// Ids of the dates inside the spans.
    pub dates: Vec<String>,
    /// The day named in the attribution, `YYYY-MM-DD`.
    pub said_on: Option<String>,
    /// Indices of the sentences that the spans touch, from 0.
    pub sentences: Vec<usize>,
    /// Measured share of right facts of this rule and `how`.
    pub confidence: f64,
    /// Id of the rule that found it.
    pub rule: String,
}

/// Whether a quote is the whole of what is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// All that is reported stands inside the marks.
    Direct,
    /// Marked words inside the reporter's own clause.
    Mixed,
}

/// A proposition that the article presents as put forward by somebody.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum Polarity {
    Positive,
    Negative,
}

/// A number in a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum QuantityValue {
    /// One number.
    Number(f64),
    /// Low and high end.
    Range([f64; 2]),
}

/// Which way a quantity moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum Direction {
    Up,
    Down,
}

/// How much a checkable fact stands in a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CheckWorthiness {
    /// Logistic function of the sum of the weights, 0 to 1.
    pub score: f64,
    /// The features found, with their weights; the first is the base.
    pub reasons: Vec<Reason>,
}

/// One feature of a check-worthiness score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reason {
    /// Name of the feature.
    pub feature: String,
    /// What it adds to the sum, in logits.
    pub weight: f64,
}

/// An expression of time and its TIMEX3 value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Date {
    /// `d1`, `d2` ... in order of the text.
    pub id: String,
    /// Where.
    #[serde(flatten)]
    pub span: TextSpan,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: DateType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 `mod`: START, END, MID, APPROX, `EQUAL_OR_MORE` ...
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    /// What the value was worked out from; null for absolute values.
    pub anchor: Option<Anchor>,
    /// Measured share of right facts of this rule.
    pub confidence: f64,
    /// Id of the rule that found it.
    pub rule: String,
}

/// TIMEX3 type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum DateType {
    Date,
    Time,
    Duration,
    Set,
}

/// What a relative date was worked out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// The day of publication.
    Published,
    /// A date mentioned before in the text.
    Mentioned,
    /// The day on which the quote around it was spoken.
    Quote,
}

/// A sentence and the kind of its block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Sentence {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Kind of the block that it stands in.
    pub block: BlockKind,
}

/// Byte offsets to code points for one text, counted once.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before each 64-byte step; empty for ASCII text.
    steps: Vec<u32>,
}

const STEP: usize = 64;

impl<'t> CodePoints<'t> {
    /// Counts the code points of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut steps = Vec::new();
        if !text.is_ascii() {
            let mut seen = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                steps.push(seen);
                seen += chunk.iter().filter(|byte| !is_continuation(**byte)).count() as u32;
            }
            steps.push(seen);
        }
        Self { text, steps }
    }

    /// Code points before byte `offset`.
    pub fn at(&self, offset: u32) -> usize {
        let offset = offset as usize;
        let Some(&before) = self.steps.get(offset / STEP) else { return offset };
        let bytes = self.text.as_bytes().get(offset / STEP * STEP..offset).unwrap_or_default();
        before as usize + bytes.iter().filter(|byte| !is_continuation(**byte)).count()
    }

    /// The record's form of a span.
    pub fn span(&self, span: Span) -> TextSpan {
        TextSpan {
            start: self.at(span.start),
            end: self.at(span.end),
            text: span.of(self.text).to_owned(),
        }
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_of_mixed_text() {
        let text =
            "“é” 漢字 and a long tail so that several steps are needed for the offsets — yes.";
        let points = CodePoints::new(text);
        for (count, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(offset as u32), count);
        }
        assert_eq!(points.at(text.len() as u32), text.chars().count());
    }
}
