//! Speakers carried over to quotations whose own sentence names none.

use super::attribute::{Attributed, Attribution, Reading};
use super::marks::Marked;
use crate::lexicon::class;
use crate::text::Unit;

/// How a sentence without attribution stands to quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Nothing but a quotation and punctuation.
    Bare,
    /// A quotation among other words, or none.
    Other,
}

/// Carries speakers over sentence and paragraph bounds.
pub fn carry(reading: &Reading, marked: &[Marked], found: &mut Attributed) {
    let units = &reading.view.units;
    // Forward: a bare quotation after an attributed sentence of its paragraph, or opening the next.
    let mut last: Option<(usize, Attribution)> = None;
    for (index, unit) in units.iter().enumerate() {
        let quotations = reading.quotations(unit);
        let shape = shape(reading, unit);
        for &(_, quotation) in &quotations {
            let known = found.of.get(quotation).cloned().flatten();
            if let Some(attribution) = known {
                last = Some((index, attribution));
                continue;
            }
            let Some((from, source)) = &last else { continue };
            let resumed = marked.get(quotation).is_some_and(|marked| marked.resumed);
            let near = units.get(*from).is_some_and(|before| before.block == unit.block);
            let next_block = !near && unit.first && index == from + 1;
            let rule = if resumed {
                "quote/next-paragraph-open"
            } else if shape == Shape::Bare && near {
                "quote/next-sentence"
            } else if shape == Shape::Bare && next_block && speaks_alone(reading, unit) {
                "quote/next-paragraph"
            } else {
                continue;
            };
            let carried = Attribution {
                carried: true,
                rule: rule.to_owned(),
                mixed: false,
                ..source.clone()
            };
            if let Some(place) = found.of.get_mut(quotation) {
                *place = Some(carried.clone());
            }
            last = Some((index, carried));
        }
        if quotations.is_empty() {
            last = None;
        }
    }
    backward(reading, found);
}

/// Bare quotations right before an attributed sentence of their paragraph.
fn backward(reading: &Reading, found: &mut Attributed) {
    let mut next: Option<(usize, Attribution)> = None;
    for unit in reading.view.units.iter().rev() {
        let quotations = reading.quotations(unit);
        if quotations.is_empty() {
            next = None;
        }
        for &(_, quotation) in quotations.iter().rev() {
            if let Some(attribution) = found.of.get(quotation).cloned().flatten() {
                next = Some((unit.block, attribution));
            } else if shape(reading, unit) == Shape::Bare
                && let Some((block, source)) = &next
                && *block == unit.block
            {
                let carried = Attribution {
                    carried: true,
                    rule: "quote/sentence-before".to_owned(),
                    mixed: false,
                    ..source.clone()
                };
                if let Some(place) = found.of.get_mut(quotation) {
                    *place = Some(carried);
                }
            }
        }
    }
}

fn shape(reading: &Reading, unit: &Unit) -> Shape {
    let words = reading.view.words_of(unit);
    if !words.iter().any(|word| word.is(class::QUOTE)) {
        return Shape::Other;
    }
    let bare = words.iter().all(|word| {
        [class::QUOTE, class::STOP, class::COMMA, class::DASH, class::ELLIPSIS, class::QUOTE_MARK]
            .iter()
            .any(|class| word.is(*class))
            || word.is(class::CONJUNCTION)
    });
    if bare { Shape::Bare } else { Shape::Other }
}

/// Whether a bare quotation is a sentence of its own, as the next paragraph of a speech is.
fn speaks_alone(reading: &Reading, unit: &Unit) -> bool {
    let words = reading.view.words_of(unit);
    words.first().is_some_and(|word| word.is(class::QUOTE_CAPITAL) && !word.is(class::QUOTE_SHORT))
}
