//! The words of a name, as names are compared and shown.

use super::words::Words;
use crate::lexicon::class;
use std::ops::Range;

/// The words of a name, folded, without nickname, suffix and marks.
pub(super) fn tokens(words: &Words<'_>, range: Range<usize>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut nickname = false;
    for word in range.clone() {
        if words.is(word, class::QUOTE_MARK) {
            nickname = !nickname;
            continue;
        }
        let low = words.low(word);
        let suffix =
            word > range.start && matches!(low.as_str(), "jr" | "sr" | "ii" | "iii" | "iv");
        if nickname || suffix || words.is(word, class::COMMA) {
            continue;
        }
        let glued = words.is(word, class::GLUED) && word > range.start;
        match found.last_mut() {
            Some(last) if glued => last.push_str(&low),
            _ => found.push(low),
        }
    }
    found
}

/// A name as it stands, with single spaces.
pub(super) fn display(words: &Words<'_>, range: Range<usize>) -> String {
    let text = words.span(range).of(words.text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
