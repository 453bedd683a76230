//! Saved web pages: the article's paragraphs out of the page, and what the page says about it.

mod clean;
mod guard;
mod keep;
mod walk;

use super::article::{Article, Notice};
use super::blocks::{self, Hint};
use super::document::Given;
use super::meta;
use super::options::Options;
use crate::text::Span;
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use walk::Piece;

/// The article of a page.
pub(super) fn read(page: &str, given: Given, options: &Options) -> Result<Article, Notice> {
    guard::check(page)?;
    let document = Document::from(page);
    clean::remove_boxes(&document);
    let pieces = main_pieces(document);
    let (text, spans, hints) = lay_out(&pieces);
    let (blocks, found) = blocks::classify(&text, &spans, &hints, options.date_order);
    let (text, blocks) = keep::lay_out(&text, &blocks, &keep::choose(&pieces, &blocks));
    let (meta, warnings) = meta::settle(given, found, options);
    Ok(Article { text, blocks, meta, warnings, ..Article::default() })
}

fn main_pieces(document: Document) -> Vec<Piece> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let Ok(mut reader) = Readability::with_document(document, None, Some(config)) else {
        return Vec::new();
    };
    let Ok(article) = reader.parse() else { return Vec::new() };
    let content = Document::fragment(article.content);
    walk::pieces(content.root())
}

fn lay_out(pieces: &[Piece]) -> (String, Vec<Span>, Vec<Hint>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for piece in pieces {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&piece.text);
        spans.push(Span::new(start, text.len()));
    }
    (text, spans, pieces.iter().map(|piece| piece.hint).collect())
}
