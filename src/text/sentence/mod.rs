//! Sentences of a paragraph.

use super::Span;

/// Appends the sentences of one block of `text` to `sentences`, in order, without white space around them.
pub fn split_sentences(text: &str, block: Span, sentences: &mut Vec<Span>) {
    let inner = block.of(text);
    let mut start = 0;
    for (at, _) in inner.match_indices(". ") {
        sentences.push(Span::new(block.start as usize + start, block.start as usize + at + 1));
        start = at + 2;
    }
    let last = Span::new(block.start as usize + start, block.end as usize).trim(text);
    if !last.is_empty() {
        sentences.push(last);
    }
}
