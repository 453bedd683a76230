//! The record: one JSON object an article, every key always there.
//!
//! Field order is output order. `docs/record.md` explains each key; the JSON Schema is made from
//! these types.

mod claim;
mod code_points;
mod schema;

pub use claim::{
    CheckWorthiness, Claim, ClaimForm, ClaimKind, Direction, Polarity, Quantity, QuantityValue,
    Reason, Stance,
};
pub use code_points::CodePoints;
pub use schema::JSON_SCHEMA;

use crate::read::{BlockKind, Notice, PublishedFrom, Rejected, Source};
use serde::{Deserialize, Serialize};

/// The value of `schema` in every record.
pub const SCHEMA: &str = "whosaid/1";

/// One article's record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Report {
    /// Always [`SCHEMA`].
    #[serde(skip_deserializing, default = "schema_name")]
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

fn schema_name() -> &'static str {
    SCHEMA
}

impl Report {
    /// Reads a record that whosaid wrote; `None` where the line is something else.
    ///
    /// Keys that are not known are passed over, so a record of a later version is read too.
    ///
    /// ```
    /// # use whosaid::report::Report;
    /// assert!(Report::from_json(br#"{"id": 1, "text": "Rain fell."}"#).is_none());
    /// ```
    pub fn from_json(line: &[u8]) -> Option<Self> {
        #[derive(Deserialize)]
        struct Named<'l> {
            #[serde(borrow)]
            schema: std::borrow::Cow<'l, str>,
        }
        let named: Named<'_> = serde_json::from_slice(line).ok()?;
        (named.schema == SCHEMA).then(|| serde_json::from_slice(line).ok())?
    }
}

impl From<Rejected> for Report {
    /// The error record of an input that could not be read.
    fn from(rejected: Rejected) -> Self {
        Self {
            schema: SCHEMA,
            id: rejected.id,
            source: rejected.source,
            article: ArticleInfo::default(),
            speakers: Vec::new(),
            quotes: Vec::new(),
            claims: Vec::new(),
            dates: Vec::new(),
            text: None,
            sentences: None,
            kept: rejected.kept,
            warnings: Vec::new(),
            error: Some(rejected.notice),
        }
    }
}

/// What is known about the article as a whole; an object of nulls in an error record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum Gender {
    Male,
    Female,
}

/// One place where a speaker is mentioned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mention {
    /// Where.
    #[serde(flatten)]
    pub span: TextSpan,
    /// As what.
    pub form: MentionForm,
}

/// What a mention is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum MentionForm {
    Name,
    Pronoun,
    Description,
}

/// Who a fact is attributed to, and by which word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Cue {
    /// Where.
    #[serde(flatten)]
    pub span: TextSpan,
    /// Base form of its verb or noun.
    pub lemma: String,
}

/// Words in quotation marks that somebody said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

impl Quote {
    /// Number of words: stretches without white space that hold a letter or a digit.
    pub fn words(&self) -> usize {
        let is_word = |word: &&str| word.contains(char::is_alphanumeric);
        self.text.split_whitespace().filter(is_word).count()
    }
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

/// An expression of time and its TIMEX3 value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Sentence {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Kind of the block that it stands in.
    pub block: BlockKind,
}
