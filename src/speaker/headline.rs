//! Names in headlines, where any word may have a capital: only those that the article has too.

use super::entity::Register;
use super::name::{Name, NameKind};
use super::words::Words;
use crate::lexicon::class;
use std::ops::Range;

/// Whether a sentence is a line of its own and most of its words have a capital.
pub(super) fn is_heading(words: &Words<'_>, line: Range<usize>) -> bool {
    let ends = [class::STOP, class::QUESTION_MARK, class::QUOTE_MARK, class::EXCLAMATION_MARK];
    line.len() > 4 && !words.is_any(line.end - 1, &ends) && is_title_case(words, line)
}

/// Whether most words of a line have a capital.
pub(super) fn is_title_case(words: &Words<'_>, line: Range<usize>) -> bool {
    let count =
        |of: &[crate::lexicon::Class]| line.clone().filter(|word| words.is_any(*word, of)).count();
    let small = line
        .clone()
        .filter(|word| {
            words.is(*word, class::LOWER)
                && words.is_any(*word, &[class::VERB, class::NOUN, class::ADJECTIVE])
                && !words.is_any(*word, &[class::PREPOSITION, class::CONJUNCTION, class::AUXILIARY])
        })
        .count();
    count(&[class::CAPITALIZED]) > 2 * small.max(1)
}

/// Appends the names in a line of capitals: runs of words that are the name of a known entity.
pub(super) fn find(
    words: &Words<'_>,
    line: Range<usize>,
    register: &Register<'_>,
    out: &mut Vec<Name>,
) {
    let mut at = line.start;
    while at < line.end {
        let length = (1..=4_usize)
            .rev()
            .find(|length| at + length <= line.end && is_known(words, at..at + length, register));
        if let Some(length) = length {
            out.push(Name {
                possessive: super::name::is_possessive(words, at + length),
                weak: true,
                ..Name::of(at..at + length, NameKind::Unknown)
            });
        }
        at += length.unwrap_or(1);
    }
}

fn is_known(words: &Words<'_>, range: Range<usize>, register: &Register<'_>) -> bool {
    if !range.clone().all(|word| words.is(word, class::CAPITALIZED)) {
        return false;
    }
    let folded: Vec<String> = range.clone().map(|word| words.low(word)).collect();
    match folded.as_slice() {
        [only] => {
            let common = words.is_any(range.start, &[class::NATIONALITY, class::NOUN, class::ROLE]);
            let family = |id: &usize| {
                register.get(*id).is_some_and(|entity| {
                    entity.tokens.last() == Some(only)
                        || entity.tokens.first() == Some(only) && !entity.is_person()
                })
            };
            !common && register.with_word(only).iter().rev().take(8).any(family)
        }
        _ => register.with_name(&folded.join(" ")).is_some(),
    }
}
