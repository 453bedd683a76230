//! Quotations: marks paired, quotes told from scare quotes, speakers attached.

mod attribute;
mod carry;
mod clause;
mod fold;
mod marks;
mod noun_phrase;
#[cfg(test)]
mod tests;
mod title;

pub use attribute::{Attributed, Attribution, Reading, attribute, span_of};
pub use carry::carry;
pub use clause::{Clause, Words};
pub use fold::folds;
pub use marks::{Marked, pair};
pub use noun_phrase::noun_phrases;

use crate::rules::{Registry, Scratch};
use crate::text::{Document, Span};

/// A quote: words in marks that somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The marked words with their marks, in order.
    pub spans: Vec<Span>,
    /// Who said it, and how that is known.
    pub attribution: Attribution,
}

/// Finds the quotes of a document.
pub fn find(
    document: &Document<'_>,
    marked: &[Marked],
    reading: &Reading,
    registry: &Registry,
    rules: &[usize],
    scratch: &mut Scratch,
) -> Vec<Quote> {
    let mut attributed = attribute(document, reading, marked, registry, rules, scratch);
    carry(document, reading, marked, &mut attributed);
    let mut quotes: Vec<Quote> = Vec::new();
    let mut of_group: Vec<Option<usize>> = vec![None; attributed.groups];
    for ((marked, attribution), title) in marked.iter().zip(attributed.of).zip(attributed.titles) {
        if title {
            continue;
        }
        let alone = || in_turn(document, marked).or_else(|| unattributed(document, marked));
        let Some(attribution) = attribution.or_else(alone) else { continue };
        let place = of_group.get(attribution.group).copied().flatten();
        if let Some(quote) = place.and_then(|index| quotes.get_mut(index)) {
            quote.spans.push(marked.span);
            continue;
        }
        if let Some(place) = of_group.get_mut(attribution.group) {
            *place = Some(quotes.len());
        }
        quotes.push(Quote { spans: vec![marked.span], attribution });
    }
    quotes
}

/// A quotation in a turn that has no cue of its own is said by whoever has the turn.
fn in_turn(document: &Document<'_>, marked: &Marked) -> Option<Attribution> {
    let name = document.article.blocks.get(marked.block)?.turn?;
    Some(Attribution {
        speaker: Some(name),
        cue: None,
        lemma: String::new(),
        mixed: false,
        carried: false,
        rule: "quote/turn".to_owned(),
        group: usize::MAX,
    })
}

/// A quotation that nobody is named for is a quote all the same where it is a whole sentence.
fn unattributed(document: &Document<'_>, marked: &Marked) -> Option<Attribution> {
    const WORDS_OF_A_SENTENCE: usize = 6;
    let inner = marked.inner.of(document.text());
    let words = inner.split_whitespace().count();
    (words >= WORDS_OF_A_SENTENCE && inner.trim_end().ends_with([',', '.', '?', '!'])).then(|| {
        Attribution {
            speaker: None,
            cue: None,
            lemma: String::new(),
            mixed: false,
            carried: false,
            rule: "quote/whole-sentence".to_owned(),
            group: usize::MAX,
        }
    })
}
