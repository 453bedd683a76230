//! Whether the verbs around an expression of time put it behind or ahead.
//!
//! A few words stand in for a tagger: auxiliaries, words of planning ("scheduled", "due"), and past forms.

use super::resolve::Tense;
use crate::lexicon::{Lexicon, class};
use crate::text::Word;

/// How many words the look goes to the left, and to the right.
const REACH: usize = 14;

/// What governs the expression that stands from word `start` to word `end` of a sentence: the last
/// verb before it, else the first one behind. "Until" and "by" point ahead where no past form governs.
pub(super) fn around(words: &[Word], start: usize, end: usize, lexicon: &Lexicon) -> Tense {
    let read = |at: usize| match sign(words, at, lexicon) {
        Sign::Says(tense) => Some(Some(tense)),
        Sign::Edge => Some(None),
        Sign::Nothing => None,
    };
    let before = (start.saturating_sub(REACH)..start).rev().find_map(read).flatten();
    if let Some(tense) = before {
        return tense;
    }
    let preposition = start.checked_sub(1).and_then(|at| words.get(at));
    if preposition.is_some_and(|word| ["until", "by", "till"].contains(&lexicon.text_of(word.id))) {
        return Tense::Future;
    }
    (end..(end + REACH).min(words.len())).find_map(read).flatten().unwrap_or(Tense::Open)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Says(Tense),
    Edge,
    Nothing,
}

/// What one word says. A form that may be a participle counts as past only where nothing before
/// it makes it one ("is scheduled", "a planned meeting").
fn sign(words: &[Word], at: usize, lexicon: &Lexicon) -> Sign {
    let Some(word) = words.get(at) else { return Sign::Nothing };
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let next = words.get(at + 1).map_or("", |word| lexicon.text_of(word.id));
    match lexicon.text_of(word.id) {
        "will" | "'ll" | "shall" | "won't" | "scheduled" | "due" | "expected" | "slated"
        | "payable" | "expire" | "expires" | "effective" | "would" => Sign::Says(Tense::Future),
        "plans" | "hopes" | "intends" | "expects" | "going" | "set" if next == "to" => {
            Sign::Says(Tense::Future)
        }
        "set" if next == "for" && before.is_some_and(|before| before.is(class::BE)) => {
            Sign::Says(Tense::Future)
        }
        "'d" | "always" | "usually" | "often" | "every" => Sign::Says(Tense::Habit),
        "was" | "were" | "had" | "did" | "been" | "didn't" | "wasn't" | "weren't" | "since" => {
            Sign::Says(Tense::Past)
        }
        "has" | "have" if next != "to" && !is_until(words, at, lexicon) => Sign::Says(Tense::Past),
        _ if word.is(class::SEMICOLON) => Sign::Edge,
        _ if word.is(class::CAPITALIZED) && !word.is(class::SENTENCE_START) => Sign::Nothing,
        _ if word.is(class::PAST) && !word.is(class::BASE) => {
            let participle = word.is(class::PAST_PARTICIPLE)
                && before.is_some_and(|before| {
                    before.is(class::DETERMINER)
                        || before.is(class::BE)
                        || before.is(class::PREPOSITION)
                        || before.is(class::ADVERB)
                });
            if participle { Sign::Nothing } else { Sign::Says(Tense::Past) }
        }
        _ => Sign::Nothing,
    }
}

/// Whether "until" follows closely: "has given them until Tuesday" tells nothing of Tuesday's being past.
fn is_until(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let behind = words.get(at..(at + 8).min(words.len())).unwrap_or_default();
    behind.iter().any(|word| lexicon.text_of(word.id) == "until")
}
