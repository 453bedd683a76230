//! What the reader hands on: one article, its blocks and what is known about it.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One article as read: its text to the last character, and the blocks that tile it.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// The input's own id as JSON, else its path, or `PATH:LINE`.
    pub id: serde_json::Value,
    /// Where it came from.
    pub source: Source,
    /// The text as decoded. All spans are byte offsets into it.
    pub text: String,
    /// The blocks in order of the text; they do not overlap, white space between them belongs to none.
    pub blocks: Vec<Block>,
    /// Title, authors, dates, outlet.
    pub meta: Meta,
    /// Fields of the input passed on to the record (`--keep`), in the order asked for.
    pub kept: serde_json::Map<String, serde_json::Value>,
    /// What a user should know about this input.
    pub warnings: Vec<Notice>,
}

/// Where an article came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Source {
    /// The path as given, `-` for standard input.
    pub path: Option<String>,
    /// The line of a JSON Lines file, from 1.
    pub line: Option<u64>,
    /// `text`, `html` or `jsonl`.
    pub format: Option<String>,
    /// The name of the encoding it was decoded from, in lower case.
    pub encoding: Option<String>,
}

/// A paragraph or a line, and what it is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// The block without the white space around it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The dateline at its head (`WASHINGTON (AP) —`), with the dash; not part of the first sentence's words.
    pub dateline: Option<Span>,
    /// In a turn: the name before the colon, without the colon.
    pub turn: Option<Span>,
}

/// The label of a block, as in the record's `sentences`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each name is the label that the record prints")]
pub enum BlockKind {
    Headline,
    Byline,
    Published,
    Dateline,
    Body,
    Turn,
    Heading,
    Caption,
    Related,
    Correction,
    Contributor,
    Contact,
    Boilerplate,
    Ruler,
}

impl BlockKind {
    /// Whether facts are taken from blocks of this kind.
    pub fn holds_facts(self) -> bool {
        matches!(self, Self::Headline | Self::Body | Self::Turn | Self::Heading | Self::Caption)
    }
}

/// What is known about the article as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// The headline.
    pub title: Option<String>,
    /// Authors in the order of the byline; never speakers.
    pub authors: Vec<String>,
    /// The dateline as it stands, with agency and dash.
    pub dateline: Option<String>,
    /// The day of publication and the source that named it.
    pub published: Option<Published>,
    /// The day of the last change, `YYYY-MM-DD`.
    pub updated: Option<String>,
    /// The paper, agency or site.
    pub outlet: Option<String>,
    /// The page's address.
    pub url: Option<String>,
}

/// A day of publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// `YYYY-MM-DD`.
    pub day: String,
    /// Where it was found.
    pub from: PublishedFrom,
}

/// Which source named the day of publication, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PublishedFrom {
    /// `--date`.
    Option,
    /// A field of the JSON Lines record.
    Field,
    /// JSON-LD or a meta element of a page, or its `<time>` element.
    Metadata,
    /// The page's address.
    Url,
    /// A line of the article that gives the date.
    Line,
    /// The dateline.
    Dateline,
    /// `--default-date`.
    Default,
}

/// An error or a warning about one input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Notice {
    /// A stable kebab-case name; the schema lists them.
    pub kind: String,
    /// A sentence that says what was found and what to do.
    pub message: String,
    /// Line of the input, from 1.
    pub line: Option<u64>,
    /// Column in characters, from 1.
    pub column: Option<u64>,
}
