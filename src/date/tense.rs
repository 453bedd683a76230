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
    let before = words.get(start.saturating_sub(REACH)..start).unwrap_or_default();
    let mut infinitive = false;
    for (index, word) in before.iter().enumerate().rev() {
        let previous = index.checked_sub(1).and_then(|index| before.get(index));
        match read(word, lexicon) {
            Sign::Future => return Tense::Future,
            Sign::Past => {
                // "is expected", "was due": the plan counts, and its own time does not.
                return Tense::Past;
            }
            Sign::To => infinitive = true,
            Sign::Base if previous.is_some_and(|word| text(word, lexicon) == "to") => {
                infinitive = true;
            }
            Sign::Edge => break,
            Sign::Base | Sign::Other => {}
        }
    }
    if infinitive {
        return Tense::Future;
    }
    let behind = words.get(end..(end + REACH).min(words.len())).unwrap_or_default();
    for word in behind {
        match read(word, lexicon) {
            Sign::Future => return Tense::Future,
            Sign::Past => return Tense::Past,
            Sign::Edge => break,
            _ => {}
        }
    }
    Tense::Open
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Future,
    Past,
    To,
    Base,
    Edge,
    Other,
}

fn text<'l>(word: &Word, lexicon: &'l Lexicon) -> &'l str {
    lexicon.text_of(word.id)
}

fn read(word: &Word, lexicon: &Lexicon) -> Sign {
    match text(word, lexicon) {
        "will" | "'ll" | "shall" | "won't" | "scheduled" | "due" | "expected" | "slated"
        | "payable" | "expects" | "plans" | "planned" | "upcoming" | "going" | "expire"
        | "expires" | "set" | "effective" | "until" | "would" | "may" | "tentatively" | "hopes"
        | "intends" | "must" => Sign::Future,
        "to" => Sign::To,
        "was" | "were" | "had" | "did" | "been" | "has" | "have" | "didn't" | "wasn't"
        | "weren't" | "since" => Sign::Past,
        _ if word.is(class::SEMICOLON) => Sign::Edge,
        _ if word.is(class::PAST) && !word.is(class::BASE) => Sign::Past,
        _ if word.is(class::BASE) => Sign::Base,
        _ => Sign::Other,
    }
}
