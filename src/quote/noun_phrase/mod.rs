//! Noun phrases, found in one pass over the words of a unit.
//!
//! A noun phrase here is what can be a speaker or an object without a clause in it: determiner,
//! modifiers, head, `of` phrases and possessors. Appositives and other prepositions are left to the
//! rules.

mod chunk;
#[cfg(test)]
mod tests;
mod words;

use chunk::{Chunk, Take};
use words::{any, can_follow, can_start, is_pronoun, is_report};

use crate::lexicon::class;
use crate::text::{View, Word};

/// For each word of the view, the number of words of the noun phrase that begins there, else 0.
pub fn noun_phrases(view: &View, text: &str) -> Vec<u16> {
    let mut lengths = vec![0; view.words.len()];
    for unit in &view.units {
        let words = view.words_of(unit);
        let mut at = 0;
        let mut behind_phrase = false;
        while at < words.len() {
            let length = if is_verb_here(words, at, behind_phrase, text) {
                0
            } else {
                noun_phrase(words.get(at..).unwrap_or_default(), text)
            };
            if length > 0
                && let Some(place) = lengths.get_mut(unit.words.start + at)
            {
                *place = length as u16;
            }
            behind_phrase = length > 0;
            at += length.max(1);
        }
    }
    lengths
}

/// Whether a word that could be a noun is a verb after the word before it: "will report"; or since
/// a noun phrase has just ended: "the company plans".
fn is_verb_here(words: &[Word], at: usize, behind_phrase: bool, text: &str) -> bool {
    let Some((word, before)) =
        words.get(at).zip(at.checked_sub(1).and_then(|before| words.get(before)))
    else {
        return false;
    };
    if !word.is(class::LOWER) {
        return false;
    }
    let before_verb =
        any(before, &[class::MODAL, class::DO]) || before.span.of(text).eq_ignore_ascii_case("to");
    let finite = any(word, &[class::BASE, class::PAST, class::THIRD]);
    // "..., calls Reed a friend", "..., plans to leave": no noun takes what follows here.
    let takes_object = words.get(at + 1).is_some_and(|next| {
        any(
            next,
            &[
                class::DETERMINER,
                class::POSSESSIVE,
                class::PRONOUN,
                class::QUOTE,
                class::CAPITALIZED,
            ],
        ) || next.is(class::LOWER) && next.span.of(text) == "to"
    });
    let bare =
        before.is(class::COMMA) || before.is(class::CLOSE_BRACKET) || before.is(class::ADVERB);
    finite && behind_phrase
        || word.is(class::BASE) && before_verb
        || word.is(class::THIRD) && !word.is(class::ROLE) && bare && takes_object
}

/// Longer phrases are lists or broken input.
const MAX_LENGTH: usize = 40;

/// The number of words of the noun phrase at the head of `words`, 0 where there is none.
fn noun_phrase(words: &[Word], text: &str) -> usize {
    let Some(first) = words.first() else { return 0 };
    // "some", "many", "one", "her" are pronouns alone and determiners before a noun.
    let can_determine = any(first, &[class::DETERMINER, class::NUMBER_WORD, class::POSSESSIVE]);
    // "what Reed called a mess"
    if first.is(class::QUESTION_WORD)
        && words.get(1).is_some_and(|next| next.is(class::CAPITALIZED))
    {
        return 1;
    }
    if is_pronoun(first)
        && !(can_determine && words.get(1).is_some_and(|next| can_follow(next) && !is_report(next)))
    {
        return 1;
    }
    let mut chunk = Chunk { head: 0, determined: false, modified: false };
    let mut at = 0;
    while let Some(word) = words.get(at).filter(|_| at < MAX_LENGTH) {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let next = words.get(at + 1);
        match chunk.take(word, before, next, text) {
            Take::Stop => break,
            Take::Modifier => at += 1,
            Take::Head => {
                at += 1;
                chunk.head = at;
            }
            Take::Link => {
                at += 1;
                chunk.determined = false;
                chunk.modified = true;
                // What follows a link must be a noun phrase itself, or the link is not one.
                if !words.get(at).is_some_and(can_start) {
                    break;
                }
            }
        }
    }
    // "the 34-year-old", "the accused": an adjective that a determiner makes a noun.
    let last = at.checked_sub(1).and_then(|last| words.get(last));
    if chunk.head == 0
        && at > 1
        && first.is(class::DETERMINER)
        && last.is_some_and(|last| last.is(class::ADJECTIVE) && last.span.of(text).contains('-'))
    {
        return at;
    }
    chunk.head
}
