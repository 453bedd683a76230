//! Quotations and dates as single words.

use super::Marked;
use crate::lexicon::{ClassSet, class};
use crate::text::{Fold, Span};

/// The stretches that rules see as one word: quotations, and dates outside of them; in order.
///
/// A quotation carries what rules ask of it: how it ends, whether it begins with a capital,
/// whether it is short (at most three words).
pub fn folds(text: &str, marked: &[Marked], dates: &[Span]) -> Vec<Fold> {
    let mut folds: Vec<Fold> = marked.iter().map(|marked| quote(text, marked)).collect();
    let outside = |date: &&Span| {
        let at = marked.partition_point(|marked| marked.span.end <= date.start);
        !marked.get(at).is_some_and(|marked| marked.span.overlaps(**date))
    };
    folds.extend(dates.iter().filter(outside).map(|span| Fold {
        span: *span,
        classes: ClassSet::of(class::DATE),
        bridges: false,
    }));
    folds.sort_by_key(|fold| fold.span);
    folds
}

fn quote(text: &str, marked: &Marked) -> Fold {
    let inner = marked.inner.of(text).trim();
    let mut classes = ClassSet::of(class::QUOTE);
    let end = inner.trim_end_matches(['’', '\'', '”', '"']).chars().next_back();
    // The mark may stand before the punctuation (British and logical style).
    let behind = text.get(marked.span.end as usize..).and_then(|tail| tail.chars().next());
    match (end, behind) {
        (Some(','), _) | (_, Some(',')) => classes.insert(class::QUOTE_COMMA),
        (Some('.' | '…'), _) | (_, Some('.')) => classes.insert(class::QUOTE_STOP),
        (Some('?' | '!'), _) => classes.insert(class::QUOTE_ASKED),
        (Some('—' | '–' | '-'), _) => classes.insert(class::QUOTE_COMMA),
        _ => {}
    }
    if inner.chars().find(|char| char.is_alphanumeric()).is_some_and(|char| !char.is_lowercase()) {
        classes.insert(class::QUOTE_CAPITAL);
    }
    if inner.split_whitespace().nth(3).is_none() {
        classes.insert(class::QUOTE_SHORT);
    }
    if marked.open {
        classes.insert(class::QUOTE_OPEN);
    }
    Fold { span: marked.span, classes, bridges: true }
}
