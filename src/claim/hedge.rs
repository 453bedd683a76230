//! Hedges: the words by which a content is marked as uncertain.

use super::clause::Clauses;
use super::content::Content;
use crate::lexicon::class;
use crate::text::Span;

/// The hedging words of a content that bear on its main point.
///
/// Ability ("could not vote"), wishes and doubts of numbers ("about 20") are no hedges, and a hedge
/// in a relative or adverbial clause bears on that clause only.
pub fn hedges(content: &Content<'_>, clauses: &Clauses) -> Vec<Span> {
    (0..content.len())
        .filter(|index| !clauses.is_side(*index) && is_hedge(content, clauses, *index))
        .map(|index| content.span(index))
        .collect()
}

/// Whether the cue itself makes what it brings uncertain ("suggested that", "is seen as if").
pub fn is_hedging_cue(lemma: &str) -> bool {
    matches!(
        lemma,
        "suggest"
            | "hint"
            | "imply"
            | "insinuate"
            | "seem"
            | "appear"
            | "speculate"
            | "surmise"
            | "allegedly"
            | "reportedly"
            | "rumor"
            | "rumour"
            | "suggestion"
            | "speculation"
    )
}

fn is_hedge(content: &Content<'_>, clauses: &Clauses, index: usize) -> bool {
    match content.word(index) {
        "perhaps" | "maybe" | "probably" | "possibly" | "apparently" | "reportedly"
        | "allegedly" | "supposedly" | "purportedly" | "presumably" | "seemingly"
        | "conceivably" | "ostensibly" | "plausibly" | "arguably" | "seem" | "seems" | "seemed"
        | "seeming" => true,
        // "Potentially damaging breaches": it bears on the adjective only.
        "potentially" => {
            let adjective =
                content.is(index + 1, class::ADJECTIVE) || content.is(index + 1, class::ING);
            !(adjective && content.is(index + 2, class::NOUN))
        }
        "may" => {
            let month = content.is(index + 1, class::NUMBER)
                || matches!(content.before(index), "in" | "last" | "of" | "since");
            !month && !content.is_mark(index + 1)
        }
        "might" => {
            !content.is_in(index.wrapping_sub(1), &["the", "all", "military", "his", "their"])
        }
        "could" => could_be(content, index),
        // "Will likely win", "is likely to": but the "likely" of "a likely voter" bears on a noun.
        "likely" | "unlikely" => !is_attributive(content, index) || clauses.predicate().is_none(),
        "appear" | "appears" | "appeared" => {
            matches!(content.word(index + 1), "to" | "that" | "as")
                || content.is(index + 1, class::ADJECTIVE)
        }
        "alleged" | "suspected" | "presumed" | "purported" | "supposed" => {
            is_attributive(content, index) && clauses.predicate().is_none()
                || content.is(index.wrapping_sub(1), class::BE)
        }
        "believed" | "expected" | "said" | "thought" | "reported" | "rumored" | "rumoured" => {
            content.word(index + 1) == "to"
                && (content.is(index.wrapping_sub(1), class::BE)
                    || content.before(index) == "widely")
        }
        "suggest" | "suggests" | "suggested" | "suggesting" | "hint" | "hints" | "hinted"
        | "imply" | "implies" | "implied" => {
            content.word(index + 1) == "that" || content.is(index.wrapping_sub(1), class::NOUN)
        }
        "sure" | "certain" => content.before(index) == "not",
        "guess" => content.before(index) == "i",
        _ => false,
    }
}

/// An adjective before its noun: "the alleged attack".
fn is_attributive(content: &Content<'_>, index: usize) -> bool {
    let before = index.wrapping_sub(1);
    let next = index + 1;
    let noun = content.is(next, class::NOUN)
        || content.is(next, class::ADJECTIVE)
        || content.is(next, class::ROLE)
        || content.is(next, class::GROUP_NOUN)
        || content.is(next, class::CAPITALIZED);
    noun && !content.is(before, class::AUXILIARY) && !(content.is(before, class::ADVERB))
}

/// "Could" where it means perhaps: not "could not", and not what somebody was able to do.
fn could_be(content: &Content<'_>, index: usize) -> bool {
    !matches!(content.word(index + 1), "not" | "never" | "only" | "hardly" | "barely" | "n't")
        && !content.is(index + 1, class::SUBJECT_PRONOUN)
        && !matches!(content.before(index), "as" | "so" | "if" | "wish")
}
