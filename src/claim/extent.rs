//! The content of a match in words.

use super::claimer;
use super::edge::{self, Frame};
use super::group::Group;
use crate::lexicon::class;
use crate::quote::{Clause, Words};
use crate::rules::{Match, Rule};

/// What a rule's entry says about the match, as one question.
pub(super) fn emits(rule: &Rule, key: &str, value: &str) -> bool {
    rule.emit.get(key).is_some_and(|found| found == value)
}

/// The content that a match points at: to its right, to its left, on both sides.
pub(super) fn content(
    clause: &Clause<'_>,
    rule: &Rule,
    matched: &Match,
    (group, verb): (Group, usize),
    frame: Frame,
) -> Option<Vec<Words>> {
    let begin = rule.group(matched, "content");
    let found = match rule.emit.get("content").map(String::as_str) {
        Some("right") => {
            let start = begin?.0;
            // ", which was": a relative clause, no content.
            let aside = start.checked_sub(1).is_some_and(|before| {
                clause.is(before, class::COMMA) && clause.is(start, class::RELATIVE_PRONOUN)
            });
            if aside && !clause.reads(start, "that") {
                return None;
            }
            let mut end = edge::right(clause, start, frame);
            if emits(rule, "speaker", "owner") && !edge::has_verb(clause, (0, group.start)) {
                end = edge::before_predicate(clause, start + 1, end);
            }
            vec![(start, end)]
        }
        Some("both") => {
            let subject = clause.subject(group.start)?;
            if clause.is(subject.0, class::QUOTE) {
                return None;
            }
            let start = rule.group(matched, "rest")?.0;
            vec![subject, (start, edge::right(clause, start, frame))]
        }
        Some("left") => {
            let begin = match rule.emit.get("speaker").map(String::as_str) {
                Some("tag") => claimer::of_tag(clause, group, verb)?.1,
                _ => rule.group(matched, "cue")?.0,
            };
            before_tag(clause, begin, matched.end, emits(rule, "rest", "yes"), frame)?
        }
        _ => vec![begin?],
    };
    let found: Vec<Words> = found.into_iter().filter(|part| part.0 < part.1).collect();
    (!found.is_empty()).then_some(found)
}

/// The content around a tag that begins at `begin` and ends before `end`.
fn before_tag(
    clause: &Clause<'_>,
    begin: usize,
    end: usize,
    with_rest: bool,
    frame: Frame,
) -> Option<Vec<Words>> {
    let first = edge::left(clause, begin);
    // "As Reed put it, the bridge was closed": all of it stands behind the tag.
    if first.0 >= first.1 && clause.reads(begin, "as") && clause.is(end - 1, class::COMMA) {
        return Some(vec![(end, edge::right(clause, end, frame))]);
    }
    if first.0 >= first.1 || is_quoted(clause, &[first]) {
        return None;
    }
    let comma = clause.is(end.wrapping_sub(1), class::COMMA);
    let rest = (with_rest && comma && edge::goes_on(clause, first, end))
        .then(|| (end, edge::right(clause, end, frame)));
    let whole = edge::has_verb(clause, first)
        || (first.0..first.1)
            .any(|at| clause.is(at, class::QUOTE) && !clause.is(at, class::QUOTE_SHORT));
    let hangs = !clause.reads(first.0, "that")
        && clause.any(first.0, &[class::SUBORDINATOR, class::PREPOSITION])
        && !(first.0..first.1).any(|at| clause.is(at, class::COMMA));
    let asked = clause.reads(first.0, "asked") || clause.reads(first.0 + 1, "asked");
    match rest {
        // "In a statement, she said, “...”": what stands before the tag is no content.
        Some(rest)
            if clause.is(rest.0, class::QUOTE)
                && (hangs || asked || clause.is(first.0, class::ING)) =>
        {
            None
        }
        Some(rest) => Some(vec![first, rest]),
        None => {
            let headline = (first.0..first.1).any(|at| clause.reads(at, "to")) && !hangs;
            let subordinate = clause.is(first.0, class::SUBORDINATOR) && hangs;
            let long = first.1 - first.0 >= 4 && !hangs && !clause.is(first.0, class::ING);
            ((whole || headline || long) && !subordinate && !asked).then(|| vec![first])
        }
    }
}

/// Whether all words of the content are quotations and punctuation.
pub(super) fn is_quoted(clause: &Clause<'_>, content: &[Words]) -> bool {
    let classes =
        [class::QUOTE, class::COMMA, class::STOP, class::DASH, class::COLON, class::CONJUNCTION];
    content.iter().all(|part| {
        !clause.reads(part.0, "that") && (part.0..part.1).all(|at| clause.any(at, &classes))
    })
}
