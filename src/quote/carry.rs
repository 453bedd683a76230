//! Speakers carried over to quotations whose own sentence names none.

use super::attribute::{Attributed, Attribution, Reading, span_of};
use super::marks::Marked;
use crate::lexicon::class;
use crate::text::{Document, Unit};

/// Carries speakers over sentence and paragraph bounds.
pub fn carry(
    document: &Document<'_>,
    reading: &Reading,
    marked: &[Marked],
    found: &mut Attributed,
) {
    let text = document.text();
    // Who has the floor after the unit before, and whether by a quotation.
    let mut before: Option<Floor> = None;
    for (index, unit) in reading.view.units.iter().enumerate() {
        let quotations = reading.quotations(unit);
        let bare = is_bare(reading, unit);
        for &(_, quotation) in &quotations {
            if found.of.get(quotation).is_none_or(Option::is_some) {
                continue;
            }
            if bare && let Some(signed) = signature(reading, index, text) {
                if let Some(place) = found.of.get_mut(quotation) {
                    *place = Some(Attribution { group: found.groups, ..signed });
                    found.groups += 1;
                }
                continue;
            }
            let Some(floor) = &before else { continue };
            let resumed = marked.get(quotation).is_some_and(|marked| marked.resumed);
            let near = floor.block == unit.block;
            let rule = if resumed && floor.quoted {
                "quote/next-paragraph-open"
            } else if !bare {
                continue;
            } else if floor.colon {
                "quote/after-colon"
            } else if near && floor.reported {
                "quote/next-sentence"
            } else if near {
                "quote/after-subject"
            } else if speaks_alone(reading, unit) && floor.reported {
                "quote/next-paragraph"
            } else {
                continue;
            };
            let mut carried = Attribution {
                carried: true,
                rule: rule.to_owned(),
                mixed: false,
                ..floor.attribution.clone()
            };
            if !floor.quoted {
                carried.group = found.groups;
                found.groups += 1;
            }
            if let Some(place) = found.of.get_mut(quotation) {
                *place = Some(carried.clone());
            }
            if let Some(place) = found.floor.get_mut(index) {
                *place = Some(carried);
            }
        }
        before = floor_after(reading, unit, index, text, found);
    }
    backward(reading, found);
}

/// The name that signs a quotation from the paragraph below: "- Jane Doe".
fn signature(reading: &Reading, index: usize, text: &str) -> Option<Attribution> {
    let unit = reading.view.units.get(index + 1)?;
    let words = reading.view.words_of(unit);
    let dash = words.first()?;
    let length = usize::from(reading.clause(unit, text).noun_phrases.get(1).copied()?);
    let rest = words.get(1 + length..)?;
    let alone = rest.iter().all(|word| word.is(class::STOP) || word.is(class::COMMA));
    let signs = (dash.is(class::DASH) || dash.is(class::HYPHEN)) && length > 0 && alone;
    signs.then(|| Attribution {
        speaker: span_of(words, (1, 1 + length)),
        cue: None,
        lemma: String::new(),
        mixed: false,
        carried: true,
        rule: "quote/signature-below".to_owned(),
        group: 0,
    })
}

/// Who has the floor after a unit.
struct Floor {
    attribution: Attribution,
    block: usize,
    /// A quotation of it was attributed.
    quoted: bool,
    /// It reports speech, rather than just having a subject.
    reported: bool,
    /// It ends in a colon.
    colon: bool,
}

fn floor_after(
    reading: &Reading,
    unit: &Unit,
    index: usize,
    text: &str,
    found: &Attributed,
) -> Option<Floor> {
    let words = reading.view.words_of(unit);
    let colon = words.last().is_some_and(|word| word.is(class::COLON));
    let quoted = reading
        .quotations(unit)
        .iter()
        .any(|(_, quotation)| found.of.get(*quotation).is_some_and(Option::is_some));
    if let Some(attribution) = found.floor.get(index).cloned().flatten() {
        return Some(Floor { attribution, block: unit.block, quoted, reported: true, colon });
    }
    let clause = reading.clause(unit, text);
    let at = |start: usize| {
        let length = usize::from(clause.noun_phrases.get(start).copied().unwrap_or(0));
        (colon && length > 0).then_some((start, start + length))
    };
    // "Stated Reed:", and a name alone before the colon.
    let inverted = words.first().is_some_and(|word| word.is(class::QUOTE_VERB));
    // "And from Jane Doe:"
    let from = clause
        .words
        .iter()
        .take(2)
        .position(|word| word.span.of(text).eq_ignore_ascii_case("from"));
    let subject = at(1).filter(|_| inverted).or_else(|| at(from? + 1));
    let subject = subject.or_else(|| clause.main_subject(words.len())).or_else(|| at(0))?;
    let speaker = span_of(words, subject)?;
    let head = words.get(subject.1.checked_sub(1)?)?;
    let speaks = [class::CAPITALIZED, class::MALE, class::FEMALE, class::ROLE]
        .iter()
        .any(|class| head.is(*class));
    let attribution = Attribution {
        speaker: Some(speaker),
        cue: None,
        lemma: String::new(),
        mixed: false,
        carried: true,
        rule: String::new(),
        group: 0,
    };
    (speaks || colon).then_some(Floor {
        attribution,
        block: unit.block,
        quoted: false,
        reported: false,
        colon,
    })
}

/// Bare quotations right before an attributed sentence of their paragraph.
fn backward(reading: &Reading, found: &mut Attributed) {
    let mut next: Option<(usize, Attribution)> = None;
    for unit in reading.view.units.iter().rev() {
        let quotations = reading.quotations(unit);
        if quotations.is_empty() {
            next = None;
        }
        let bare = is_bare(reading, unit);
        for &(_, quotation) in quotations.iter().rev() {
            if let Some(attribution) = found.of.get(quotation).cloned().flatten() {
                next = Some((unit.block, attribution));
            } else if bare
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

/// Whether a unit is nothing but quotations and punctuation.
fn is_bare(reading: &Reading, unit: &Unit) -> bool {
    let beside = [
        class::STOP,
        class::COMMA,
        class::DASH,
        class::ELLIPSIS,
        class::QUOTE_MARK,
        class::CONJUNCTION,
        class::ADVERB,
        class::DATE,
    ];
    let words = reading.view.words_of(unit);
    words.iter().any(|word| word.is(class::QUOTE))
        && words
            .iter()
            .all(|word| word.is(class::QUOTE) || beside.iter().any(|class| word.is(*class)))
}

/// Whether a bare quotation is a sentence of its own, as the next paragraph of a speech is.
fn speaks_alone(reading: &Reading, unit: &Unit) -> bool {
    let words = reading.view.words_of(unit);
    words.first().is_some_and(|word| word.is(class::QUOTE_CAPITAL) && !word.is(class::QUOTE_SHORT))
}
