//! Claims inside claims: the outermost counts, an inner one only where its claimer is another.

use super::find::Candidate;
use crate::lexicon::class;
use crate::quote::{Clause, Words};
use crate::report::ClaimForm;

/// Drops the candidates that lie in the content of another and have no claimer of their own.
pub(super) fn settle(clause: &Clause<'_>, found: &mut Vec<Candidate<'_>>) {
    found.sort_by_key(|candidate| candidate.verb);
    inherit(found);
    let inside = |inner: &Candidate<'_>, outer: &Candidate<'_>| {
        outer.content.iter().any(|part| part.0 <= inner.verb && inner.verb < part.1)
    };
    let mut keep = vec![true; found.len()];
    for (index, inner) in found.iter().enumerate() {
        for (other, outer) in found.iter().enumerate() {
            if index == other || !keep.get(other).copied().unwrap_or(false) {
                continue;
            }
            // "said in a statement that": two cues of one content, the first governs it.
            let begin = |candidate: &Candidate<'_>| candidate.content.first().map(|part| part.0);
            if index > other
                && begin(inner) == begin(outer)
                && let Some(kept) = keep.get_mut(index)
            {
                *kept = false;
            }
            if !inside(inner, outer) {
                continue;
            }
            let mutual = inside(outer, inner);
            let loses =
                if mutual { index > other } else { !speaks_for_itself(clause, inner, outer) };
            if loses && let Some(kept) = keep.get_mut(index) {
                *kept = false;
            }
        }
    }
    let mut kept = keep.iter();
    found.retain(|_| kept.next().copied().unwrap_or(true));
}

/// Gives cues that are joined to one before them its claimer.
fn inherit(found: &mut [Candidate<'_>]) {
    // The claimer of the last cue that stands in no content.
    let mut outer: Option<Words> = None;
    let mut end = 0;
    for candidate in found {
        if candidate.verb < end {
            continue;
        }
        match outer {
            Some(_) if candidate.inherits => candidate.speaker = outer,
            _ => outer = candidate.speaker,
        }
        let right = candidate.content.iter().filter(|part| part.0 > candidate.verb);
        end = right.map(|part| part.1).max().unwrap_or(end);
    }
}

/// Whether the claimer of a claim inside another is named and is another.
fn speaks_for_itself(clause: &Clause<'_>, inner: &Candidate<'_>, outer: &Candidate<'_>) -> bool {
    let Some(own) = inner.speaker else { return false };
    if !matches!(inner.form, ClaimForm::Clause | ClaimForm::Gerund) {
        return false;
    }
    if own.1 == own.0 + 1
        && clause.any(own.0, &[class::PRONOUN, class::POSSESSIVE, class::RELATIVE_PRONOUN])
    {
        return false;
    }
    outer.speaker.is_none_or(|other| !same(clause, own, other))
}

/// Whether two phrases end in the same word.
fn same(clause: &Clause<'_>, one: Words, other: Words) -> bool {
    let last = |words: Words| clause.words.get(words.1 - 1).map(|word| word.span.of(clause.text));
    last(one) == last(other)
}
