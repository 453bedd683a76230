//! Polarity: whether the main predicate of a content is negated by a word of grammar.

use super::clause::{Clauses, is_adverb};
use super::content::Content;
use crate::lexicon::class;
use crate::report::Polarity;
use crate::text::Span;

/// The polarity of a content, and the words that make it negative.
///
/// Only words of grammar count (not, n't, never, no, nobody, nothing, none, neither, no longer),
/// and only at the main predicate: at its subject, its verbs or right behind them. "Not only" and
/// "no more than five" negate nothing.
pub fn polarity(content: &Content<'_>, clauses: &Clauses) -> (Polarity, Vec<Span>) {
    let negation = match clauses.predicate() {
        Some(predicate) => subject_negation(content, clauses, predicate)
            .or_else(|| predicate_negation(content, predicate)),
        None => head_negation(content),
    };
    match negation {
        Some((first, last)) => (Polarity::Negative, vec![content.span_of(first, last)]),
        None => (Polarity::Positive, Vec::new()),
    }
}

type Words = (usize, usize);

/// The negation that begins at `index`: first and last word.
fn negation(content: &Content<'_>, index: usize) -> Option<Words> {
    let next = content.word(index + 1);
    match content.word(index) {
        "not" => {
            let idle =
                matches!(next, "only" | "just" | "merely" | "simply" | "least" | "to" | "until")
                    && !(next == "to" && index <= 1);
            (!idle).then_some((index, index))
        }
        "no" => match next {
            "longer" | "one" => Some((index, index + 1)),
            "more" | "less" | "fewer" | "matter" | "doubt" | "later" | "sooner" | "wonder" => None,
            _ if content.is_mark(index + 1) => None,
            _ => Some((index, index)),
        },
        "nothing" if next == "but" => None,
        "never" | "nobody" | "nothing" | "none" | "neither" | "nowhere" | "nor" | "cannot"
        | "noone" => Some((index, index)),
        word if word.ends_with("n't") => {
            let idle = matches!(next, "only" | "just" | "merely" | "simply");
            (!idle).then_some((index, index))
        }
        _ => None,
    }
}

/// "No officer was hurt", "none of them knew", "not all voters agree".
fn subject_negation(content: &Content<'_>, clauses: &Clauses, predicate: usize) -> Option<Words> {
    let start = (0..predicate)
        .rev()
        .take_while(|index| !content.is(*index, class::COMMA) && !clauses.is_side(*index))
        .last()?;
    (start..predicate)
        .filter(|index| !matches!(content.before(*index), "of" | "with" | "in" | "despite" | "has"))
        .find_map(|index| negation(content, index))
}

/// "Did not see", "has never been", "is no friend", "found no evidence".
fn predicate_negation(content: &Content<'_>, predicate: usize) -> Option<Words> {
    let mut index = predicate;
    if let Some(found) = negation(content, index) {
        return Some(found);
    }
    // The verb group: auxiliaries and adverbs, then one verb, which a negated object may follow.
    let auxiliary = content.is(predicate, class::AUXILIARY);
    let copula = content.is(predicate, class::BE);
    index += 1;
    while is_adverb(content, index) || content.is(index, class::QUOTE_MARK) {
        if let Some(found) = negation(content, index) {
            return Some(found);
        }
        index += 1;
    }
    if let Some(found) = negation(content, index) {
        return Some(found);
    }
    let question = auxiliary && content.is(index, class::SUBJECT_PRONOUN);
    let verb = auxiliary && !copula || question;
    (verb || copula && content.is(index, class::PAST_PARTICIPLE))
        .then(|| negation(content, index + 1))
        .flatten()
}

/// A content without a finite verb: "not to follow him", "never having seen it", "no evidence".
fn head_negation(content: &Content<'_>) -> Option<Words> {
    (0..content.len().min(4))
        .take_while(|index| *index == 0 || !content.is(index - 1, class::NOUN))
        .find_map(|index| negation(content, index))
}
