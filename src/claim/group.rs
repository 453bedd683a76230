//! The verb group of a cue: what its auxiliaries say about it.

use crate::lexicon::{Class, class};
use crate::quote::Clause;

/// How a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// It happened or happens: "said", "has said", "is saying", "went on to say".
    Real,
    /// It is only thought of: "would say", "to say", "could argue".
    Unreal,
    /// A participle without auxiliary: ", saying that".
    Participle,
    /// A passive: "was told", "is expected".
    Passive,
}

/// A verb with its auxiliaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    /// First word of the group.
    pub(super) start: usize,
    pub(super) mood: Mood,
    pub(super) negated: bool,
}

/// The longest verb group: "has not yet been formally accused".
const MAX_GROUP: usize = 8;

/// Verbs that make the infinitive behind them real: "went on to say".
const REALIZING: [&str; 22] = [
    "went",
    "goes",
    "continued",
    "continues",
    "began",
    "begins",
    "came",
    "took",
    "rose",
    "appeared",
    "appears",
    "seemed",
    "seems",
    "quick",
    "careful",
    "proceeded",
    "first",
    "used",
    "started",
    "paused",
    "back",
    "stopped",
];

/// The group of the verb at `verb`; `None` where the word is no verb there.
pub(super) fn group(clause: &Clause<'_>, verb: usize) -> Option<Group> {
    let word = clause.words.get(verb)?;
    if clause.in_phrase(verb)
        || word.is(class::CAPITALIZED) && !word.is(class::SENTENCE_START) && !is_title_case(clause)
    {
        return None;
    }
    // "her claim that": a noun, whatever the chunker made of it.
    if verb.checked_sub(1).is_some_and(|before| clause.is(before, class::POSSESSIVE)) {
        return None;
    }
    let is = |at: usize, class: Class| clause.is(at, class);
    let mut start = verb;
    let (mut negated, mut be, mut have, mut modal, mut unreal, mut to) =
        (false, false, false, false, false, false);
    while start > 0 && verb - start < MAX_GROUP {
        let at = start - 1;
        if is(at, class::NEGATION)
            || is(at, class::ADVERB)
            || is(at, class::AUXILIARY) && !clause.in_phrase(at)
        {
            negated |= is(at, class::NEGATION) && !clause.reads(at, "nothing");
            be |= is(at, class::BE);
            have |= is(at, class::HAVE);
            if is(at, class::MODAL) {
                modal = true;
                unreal |= !["will", "'ll", "’ll", "won't", "won’t"]
                    .iter()
                    .any(|real| clause.reads(at, real));
            }
            modal |= is(at, class::DO);
        } else if clause.reads(at, "to") && verb - at <= 3 && !to {
            to = true;
            break;
        } else {
            break;
        }
        start = at;
    }
    let mood = if to {
        let before = start.checked_sub(2);
        if before.is_some_and(|at| {
            REALIZING.iter().any(|word| clause.reads(at, word)) || clause.reads(at, "on")
        }) {
            Mood::Real
        } else {
            Mood::Unreal
        }
    } else if word.is(class::ING) {
        if be { Mood::Real } else { Mood::Participle }
    } else if be && word.is(class::PAST_PARTICIPLE) {
        Mood::Passive
    } else if unreal {
        Mood::Unreal
    } else if word.is(class::PAST) || word.is(class::THIRD) || have || modal {
        Mood::Real
    } else if word.is(class::PAST_PARTICIPLE) {
        Mood::Passive
    } else if word.is(class::BASE) && !clause.in_phrase(verb) && clause.subject(verb).is_some() {
        Mood::Real
    } else {
        return None;
    };
    Some(Group { start, mood, negated })
}

/// Whether most words of the unit are capitalised, as in a headline.
pub(super) fn is_title_case(clause: &Clause<'_>) -> bool {
    let mut count = (0_usize, 0_usize);
    for word in clause.words.iter().take(30) {
        count.0 += usize::from(word.is(class::CAPITALIZED));
        count.1 += usize::from(word.is(class::LOWER));
    }
    count.0 > 2 * count.1
}
