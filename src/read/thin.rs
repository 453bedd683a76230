//! Bytes to an article: plain text and JSON Lines with the standard keys.

use super::{Article, Block, BlockKind, Meta, Notice, Published, PublishedFrom, Source};
use crate::text::Span;
use serde_json::Value;
use std::path::Path;

/// The kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, one article a file.
    Text,
    /// A saved web page.
    Html,
    /// JSON Lines, one article a line.
    Jsonl,
}

impl Format {
    /// Its name in the record's `source.format`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Jsonl => "jsonl",
        }
    }
}

/// What the user said about the input.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The format, where it is not to be detected.
    pub from: Option<Format>,
    /// The day of publication of every article.
    pub date: Option<jiff::civil::Date>,
    /// How to read 03/04/2024.
    pub date_order: crate::DateOrder,
}

/// An input that could not be read, with what is known about it.
#[derive(Debug, Clone)]
pub struct Rejected {
    /// As in the record.
    pub id: Value,
    /// As in the record.
    pub source: Source,
    /// As in the record.
    pub kept: serde_json::Map<String, Value>,
    /// What is wrong.
    pub notice: Notice,
}

/// The format of an input by its name, then by its first bytes.
pub fn detect(path: Option<&Path>, head: &[u8], options: &Options) -> Format {
    if let Some(format) = options.from {
        return format;
    }
    match path.and_then(Path::extension).and_then(|extension| extension.to_str()) {
        Some("jsonl" | "ndjson") => Format::Jsonl,
        Some("html" | "htm") => Format::Html,
        Some("txt") => Format::Text,
        _ if head.starts_with(b"{\"") => Format::Jsonl,
        _ => Format::Text,
    }
}

/// One article from one document.
pub fn read_document(
    bytes: &[u8],
    source: Source,
    options: &Options,
) -> Result<Article, Box<Rejected>> {
    let id = source.path.clone().map_or(Value::Null, Value::String);
    Ok(article(id, String::from_utf8_lossy(bytes).into_owned(), None, source, options))
}

/// One article from one line of JSON Lines.
pub fn read_record(
    line: &[u8],
    source: Source,
    options: &Options,
) -> Result<Article, Box<Rejected>> {
    let place =
        format!("{}:{}", source.path.as_deref().unwrap_or("-"), source.line.unwrap_or_default());
    let mut fields = match serde_json::from_slice::<serde_json::Map<String, Value>>(line) {
        Ok(fields) => fields,
        Err(error) => {
            return Err(Box::new(Rejected {
                id: Value::String(place),
                notice: Notice {
                    kind: "invalid-json".to_owned(),
                    message: error.to_string(),
                    line: source.line,
                    column: Some(error.column() as u64),
                },
                source,
                kept: serde_json::Map::new(),
            }));
        }
    };
    let id = fields.remove("id").unwrap_or(Value::String(place));
    let text = match fields.remove("text") {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let date = match fields.remove("date") {
        Some(Value::String(day)) => Some(Published { day, from: PublishedFrom::Field }),
        _ => None,
    };
    Ok(article(id, text, date, source, options))
}

fn article(
    id: Value,
    text: String,
    date: Option<Published>,
    source: Source,
    options: &Options,
) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let from = start + (line.len() - trimmed.len()) as u32;
        let span = Span { start: from, end: from + trimmed.trim_end().len() as u32 };
        if span.end > span.start {
            blocks.push(Block { span, kind: BlockKind::Body, dateline: None, turn: None });
        }
        start += line.len() as u32;
    }
    let option =
        options.date.map(|day| Published { day: day.to_string(), from: PublishedFrom::Option });
    let meta = Meta { published: option.or(date), ..Meta::default() };
    Article { id, source, text, blocks, meta, ..Article::default() }
}
