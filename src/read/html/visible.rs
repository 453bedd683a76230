//! The date line that a reader of the page sees near its headline.

use super::super::blocks::date_line;
use super::super::day;
use super::super::options::Options;
use super::walk::{self, Piece};
use dom_query::Document;
use jiff::civil::Date;

/// How many paragraphs below and above the headline are looked at.
const BELOW: usize = 25;
const ABOVE: usize = 8;

/// The days of publication and of the last change.
pub(super) fn days(
    document: &Document,
    heading: Option<&str>,
    options: &Options,
) -> (Option<Date>, Option<Date>) {
    let Some(body) = document.body() else { return (None, None) };
    let pieces = walk::pieces(body);
    let at = heading
        .and_then(|heading| pieces.iter().position(|piece| same(&piece.text, heading)))
        .unwrap_or_default();
    let below = pieces.iter().skip(at).take(BELOW);
    let above = pieces.iter().take(at).rev().take(ABOVE);
    let near: Vec<&Piece> = below.chain(above).collect();
    let mut updated = None;
    for piece in &near {
        if let Some((published, changed)) = date_line(&piece.text, options.date_order) {
            updated = updated.or(changed);
            if published.is_some() {
                return (published, updated);
            }
        }
    }
    // A short line that names the author or the section beside the date.
    let mut short =
        near.iter().filter(|piece| piece.text.len() <= 90 && !piece.text.ends_with('.'));
    let loose = short.find_map(|piece| day::first_in(&piece.text, options.date_order));
    (loose, updated)
}

fn same(text: &str, heading: &str) -> bool {
    text.split_whitespace().eq(heading.split_whitespace())
}
