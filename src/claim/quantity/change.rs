//! Which way something moved: up or down.

use crate::claim::content::Content;
use crate::lexicon::class;
use crate::report::Direction;

/// Base forms, or forms that have no other.
const UP: &[&str] = &[
    "rise",
    "increase",
    "grow",
    "growth",
    "climb",
    "jump",
    "gain",
    "soar",
    "surge",
    "up",
    "raise",
    "add",
    "hike",
    "expand",
    "expansion",
    "double",
    "triple",
    "quadruple",
    "higher",
    "skyrocket",
    "swell",
    "widen",
    "advance",
    "rally",
];
const DOWN: &[&str] = &[
    "fall",
    "drop",
    "decline",
    "decrease",
    "cut",
    "down",
    "lose",
    "loss",
    "slip",
    "sink",
    "plunge",
    "plummet",
    "reduce",
    "reduction",
    "shrink",
    "shed",
    "slash",
    "tumble",
    "lower",
    "slide",
    "slump",
    "eliminate",
    "halve",
    "dip",
    "trim",
    "narrow",
];

/// The nearest word of change: the noun right behind the number, or one up to six words before it.
pub(super) fn direction(content: &Content<'_>, first: usize, last: usize) -> Option<Direction> {
    let of = |index: usize| {
        // "Up to 20" is a limit.
        let limit = content.has(index, "up to") && index + 2 == first;
        let is_in = |words: &[&str]| {
            words.contains(&content.word(index)) || words.contains(&content.lemma(index))
        };
        if is_in(UP) && !limit {
            Some(Direction::Up)
        } else if is_in(DOWN) {
            Some(Direction::Down)
        } else {
            None
        }
    };
    let behind = (last + 1..last + 3).take_while(|index| !content.is_break(*index)).find_map(of);
    let before = || {
        (first.saturating_sub(6)..first)
            .rev()
            .take_while(|index| !content.is_break(*index) && !content.is(*index, class::NUMBER))
            .find_map(of)
    };
    behind.or_else(before)
}
