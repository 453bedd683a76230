//! The writing room: a [`Report`](crate::report::Report) in, bytes out, one pure function a format.
//!
//! The formats for people (table, Markdown, CSV) show line numbers, so they want the article's text and
//! sentences in the record: extract with [`crate::Options::with_text`] and `with_sentences` for them.

mod grid;
mod json;
mod markdown;
mod page;
mod place;
mod rules;
#[cfg(test)]
pub(crate) mod sample;
mod separated;
mod stats;
mod table;
mod text;

pub use json::{json, jsonl};
pub use markdown::markdown;
pub use page::Page;
pub use rules::{explain, rules_json, rules_markdown, rules_table};
pub use separated::Separated;
pub use stats::{stats_csv, stats_json, stats_table};
pub use table::Table;
pub use text::safe;

use serde::Serialize;

/// The name that a value of an enum has in the record.
pub(crate) fn label(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(label)) => label,
        _ => String::new(),
    }
}

/// The id as text; a string without its quotes.
fn id_text(id: &serde_json::Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// A number of things: `1 quote`, `2 quotes`.
fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
