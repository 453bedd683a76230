//! Which paragraphs of a page are the article's own text.
//!
//! A page's title, authors and dates stand in the record's `article`; here they would only stand
//! between the reader and the story, as do links, credits and newsletter boxes.

use super::super::article::{Block, BlockKind};
use super::super::blocks::Hint;
use super::walk::Piece;
use crate::text::Span;

/// Whether each paragraph stays.
pub(super) fn choose(pieces: &[Piece], blocks: &[Block]) -> Vec<bool> {
    let mut keep: Vec<bool> =
        pieces.iter().zip(blocks).map(|(piece, block)| is_own(piece, block.kind)).collect();
    for keep in keep.iter_mut().skip(end_of_story(pieces, blocks)) {
        *keep = false;
    }
    // A heading stays only above something that stays.
    let mut below = false;
    for (keep, block) in keep.iter_mut().zip(blocks).rev() {
        if matches!(block.kind, BlockKind::Heading | BlockKind::Headline) {
            *keep &= below;
            below = false;
        } else {
            below |= *keep;
        }
    }
    // A page of short lines alone is better than nothing.
    if !keep.contains(&true) {
        keep.fill(true);
    }
    keep
}

/// The paragraph after the rule that ends the story, if little stands below it: a note about the
/// author, links. Where rules part sections, only the last one can end it.
fn end_of_story(pieces: &[Piece], blocks: &[Block]) -> usize {
    let length = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.len()).sum::<usize>();
    let total = length(pieces);
    let is_rule = |(_, (piece, block)): &(usize, (&Piece, &Block))| {
        piece.ruled || block.kind == BlockKind::Ruler
    };
    let rules: Vec<usize> =
        pieces.iter().zip(blocks).enumerate().filter(is_rule).map(|(at, _)| at + 1).collect();
    let below = |at: usize| length(pieces.get(at..).unwrap_or_default()) * 100 / total.max(1);
    let end = match rules.as_slice() {
        [] => None,
        [first] | [first, _] if below(*first) < 30 => Some(*first),
        [.., last] => Some(*last).filter(|last| below(*last) < 15),
    };
    end.unwrap_or(pieces.len())
}

fn is_own(piece: &Piece, kind: BlockKind) -> bool {
    match kind {
        BlockKind::Body | BlockKind::Turn | BlockKind::Heading | BlockKind::Dateline => {
            !is_link(piece)
        }
        BlockKind::Headline => piece.hint == Hint::Heading && !is_link(piece),
        BlockKind::Caption => piece.hint == Hint::Caption && is_sentence(&piece.text),
        BlockKind::Correction => true,
        _ => false,
    }
}

/// Whether a caption says something, a credit in brackets aside: no name, no place alone.
fn is_sentence(text: &str) -> bool {
    let credited = text.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let told = credited.map_or(text, |(told, _)| told);
    told.ends_with(['.', '”', '"', '?', '!']) && told.split_whitespace().nth(5).is_some()
}

/// A link and nothing else, and no sentence.
fn is_link(piece: &Piece) -> bool {
    let stops = piece.text.ends_with(['.', '”', '"', '?', '!', ':']);
    piece.linked * 10 >= piece.text.len() * 9 && !stops
}

/// The text of the paragraphs that stay, and their blocks in it.
pub(super) fn lay_out(text: &str, blocks: &[Block], keep: &[bool]) -> (String, Vec<Block>) {
    let mut out = String::with_capacity(text.len());
    let mut kept = Vec::new();
    for (block, _) in blocks.iter().zip(keep).filter(|(_, keep)| **keep) {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        let (old, new) = (block.span.start as usize, out.len());
        let shift =
            |span: Span| Span::new(span.start as usize - old + new, span.end as usize - old + new);
        out.push_str(block.span.of(text));
        kept.push(Block {
            span: shift(block.span),
            dateline: block.dateline.map(shift),
            turn: block.turn.map(shift),
            ..*block
        });
    }
    (out, kept)
}
