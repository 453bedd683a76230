//! Whether the verbs around an expression of time put it behind or ahead.
//!
//! A few words stand in for a tagger: auxiliaries, words of planning ("scheduled", "due"), and past forms.

use super::resolve::Tense;
use crate::lexicon::{Lexicon, class};
use crate::text::Word;

/// How many words the look goes to the left, and to the right.
const REACH: usize = 14;

/// What governs the expression that stands from word `start` to word `end` of a sentence: the last
/// verb before it, else the first one behind.
pub(super) fn around(words: &[Word], start: usize, end: usize, lexicon: &Lexicon) -> Tense {
    let first = start.saturating_sub(REACH);
    for at in (first..start).rev() {
        match sign(words, at, lexicon) {
            Sign::Future => return Tense::Future,
            Sign::Past => return Tense::Past,
            Sign::Edge => break,
            Sign::Other => {}
        }
    }
    for at in end..(end + REACH).min(words.len()) {
        match sign(words, at, lexicon) {
            Sign::Future => return Tense::Future,
            Sign::Past => return Tense::Past,
            Sign::Edge => break,
            Sign::Other => {}
        }
    }
    Tense::Open
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Future,
    Past,
    Edge,
    Other,
}

/// What one word says. A form that may be a participle counts as past only where nothing before
/// it makes it one ("is scheduled", "a planned meeting").
fn sign(words: &[Word], at: usize, lexicon: &Lexicon) -> Sign {
    let Some(word) = words.get(at) else { return Sign::Other };
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    match lexicon.text_of(word.id) {
        "will" | "'ll" | "shall" | "won't" | "scheduled" | "due" | "expected" | "slated"
        | "payable" | "expects" | "plans" | "going" | "expire" | "expires" | "effective"
        | "would" | "hopes" | "intends" => Sign::Future,
        "was" | "were" | "had" | "did" | "been" | "has" | "have" | "didn't" | "wasn't"
        | "weren't" | "since" => Sign::Past,
        _ if word.is(class::SEMICOLON) => Sign::Edge,
        _ if word.is(class::CAPITALIZED) && !word.is(class::SENTENCE_START) => Sign::Other,
        _ if word.is(class::PAST) && !word.is(class::BASE) => {
            let participle = word.is(class::PAST_PARTICIPLE)
                && before.is_some_and(|before| {
                    before.is(class::DETERMINER)
                        || before.is(class::BE)
                        || before.is(class::PREPOSITION)
                        || before.is(class::ADVERB)
                });
            if participle { Sign::Other } else { Sign::Past }
        }
        _ => Sign::Other,
    }
}
