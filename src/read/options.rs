//! What the reader is told: formats, fields, dates that stand in.

use super::article::Notice;
use crate::DateOrder;
use jiff::civil::Date;

/// How large one input may be unless the user says otherwise: 16 MiB.
pub const MAX_RECORD: usize = 16 << 20;

/// How to read an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The format, where it is not to be detected.
    pub from: Option<Format>,
    /// The day of publication of every article, whatever the input says.
    pub date: Option<Date>,
    /// The day of publication where the input has none.
    pub default_date: Option<Date>,
    /// How to read 03/04/2024 in a date line.
    pub date_order: DateOrder,
    /// Keys of a JSON Lines record.
    pub fields: Fields,
    /// Keys of a JSON Lines record that are passed on.
    pub keep: Vec<String>,
    /// The address of a page that does not say it.
    pub url: Option<String>,
    /// The most bytes that one file or one record may have.
    pub max_record: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            from: None,
            date: None,
            default_date: None,
            date_order: DateOrder::default(),
            fields: Fields::default(),
            keep: Vec::new(),
            url: None,
            max_record: MAX_RECORD,
        }
    }
}

/// A format of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// From which key of a JSON Lines record each field is read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the key of the field of that name")]
pub struct Fields {
    pub id: String,
    pub text: String,
    pub date: String,
    pub title: String,
    pub authors: String,
    pub outlet: String,
    pub url: String,
}

impl Default for Fields {
    fn default() -> Self {
        Self {
            id: "id".into(),
            text: "text".into(),
            date: "date".into(),
            title: "title".into(),
            authors: "authors".into(),
            outlet: "outlet".into(),
            url: "url".into(),
        }
    }
}

impl Fields {
    /// The names that [`Fields::set`] knows.
    pub const NAMES: [&str; 7] = ["id", "text", "date", "title", "authors", "outlet", "url"];

    /// Reads the field `name` from `key` from now on; false where there is no such field.
    ///
    /// ```
    /// let mut fields = whosaid::read::Fields::default();
    /// assert!(fields.set("text", "body"));
    /// assert!(!fields.set("txt", "body"));
    /// ```
    pub fn set(&mut self, name: &str, key: impl Into<String>) -> bool {
        let field = match name {
            "id" => &mut self.id,
            "text" => &mut self.text,
            "date" => &mut self.date,
            "title" => &mut self.title,
            "authors" => &mut self.authors,
            "outlet" => &mut self.outlet,
            "url" => &mut self.url,
            _ => return false,
        };
        *field = key.into();
        true
    }
}

/// An input that could not be read; it becomes an error record.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejected {
    /// The input's own id where it could be read, else its path, or `PATH:LINE`.
    pub id: serde_json::Value,
    /// Where it came from.
    pub source: super::Source,
    /// What `--keep` asked for, as far as it could be read.
    pub kept: serde_json::Map<String, serde_json::Value>,
    /// What is wrong with it.
    pub notice: Notice,
}

impl Notice {
    /// A notice about an input as a whole.
    pub fn new(kind: &str, message: impl Into<String>) -> Self {
        Self { kind: kind.to_owned(), message: message.into(), line: None, column: None }
    }
}
