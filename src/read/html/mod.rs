//! Saved web pages: the article's paragraphs out of the page, and what the page says about it.

mod clean;
mod guard;
mod json_ld;
mod keep;
mod page;
mod visible;
mod walk;

use super::article::{Article, Notice};
use super::blocks::{self, Hint};
use super::document::Given;
use super::language;
use super::meta;
use super::options::Options;
use crate::text::Span;
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use walk::Piece;

/// The article of a page.
pub(super) fn read(html: &str, given: Given, options: &Options) -> Result<Article, Notice> {
    guard::check(html)?;
    let document = Document::from(html);
    let (mut page, heading) = page::read(&document, options);
    if page.published.is_none() && page.url_day.is_none() {
        (page.line, page.line_updated) = visible::days(&document, heading.as_deref(), options);
    }
    clean::remove_boxes(&document);
    let pieces = main_pieces(document);
    let (text, spans, hints) = lay_out(&pieces);
    let (blocks, found) = blocks::classify(&text, &spans, &hints, options.date_order);
    let (text, blocks) = keep::lay_out(&text, &blocks, &keep::choose(&pieces, &blocks));
    let (meta, mut warnings) = meta::settle(given, found, page, options);
    warnings.extend(language::check(&text));
    Ok(Article { text, blocks, meta, warnings, ..Article::default() })
}

fn main_pieces(document: Document) -> Vec<Piece> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let Ok(mut reader) = Readability::with_document(document, None, Some(config)) else {
        return Vec::new();
    };
    if let Ok(article) = reader.parse() {
        let pieces = walk::pieces(Document::fragment(article.content).root());
        if !pieces.is_empty() {
            return pieces;
        }
    }
    // A page too small to tell its article from the rest.
    reader.doc.body().map(walk::pieces).unwrap_or_default()
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
