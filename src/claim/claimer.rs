//! Who puts a claim forward: the subject of a verb, the agent of a passive, the owner of a noun.

use super::group::{Group, Mood};
use crate::lexicon::class;
use crate::quote::{Clause, Words};

/// The claimer of a verb.
pub(super) fn subject(clause: &Clause<'_>, group: Group, verb: usize) -> Option<Words> {
    match group.mood {
        Mood::Participle => of_participle(clause, group.start),
        Mood::Passive => agent(clause, verb).or_else(|| {
            let moved = ["convinced", "worried", "persuaded", "reassured", "assured"];
            let own = moved.iter().any(|word| clause.reads(verb, word));
            own.then(|| clause.subject(group.start)).flatten()
        }),
        _ => clause
            .subject(group.start)
            .and_then(|subject| ungoverned(clause, subject))
            .or_else(|| opening(clause, group.start, verb)),
    }
}

/// The noun phrase that opens the main clause, for a verb of speech whose subject is too far away
/// to be read: "Reed, long known as “the Mole” to those who worked for him, said".
fn opening(clause: &Clause<'_>, start: usize, verb: usize) -> Option<Words> {
    let speech = clause.is(verb, class::QUOTE_VERB)
        && clause.is(verb, class::CLAUSE_VERB)
        && !clause.is(verb, class::NOUN);
    if !speech {
        return None;
    }
    let mut at = main_clause(clause, start);
    while clause.any(at, &[class::CONJUNCTION, class::ADVERB]) && at < start {
        at += 1;
    }
    let phrase = clause.phrase_at(at).filter(|phrase| phrase.1 <= start)?;
    let described = clause.any(
        phrase.1,
        &[
            class::COMMA,
            class::DASH,
            class::PREPOSITION,
            class::OPEN_BRACKET,
            class::RELATIVE_PRONOUN,
            class::SUBJECT_PRONOUN,
            class::ADJECTIVE,
        ],
    );
    described.then_some(phrase)
}

/// A noun phrase, or the one that it only describes: of "a mail relating to the attack" the mail;
/// `None` where it hangs on a preposition for good: "in swing states".
fn ungoverned(clause: &Clause<'_>, subject: Words) -> Option<Words> {
    let mut subject = subject;
    for _ in 0..3 {
        if !is_governed(clause, subject) {
            return Some(subject);
        }
        let verb = subject.0.checked_sub(2)?;
        // "Half of respondents", "six in ten voters".
        if clause.any(verb, &[class::NUMBER, class::NUMBER_WORD, class::DETERMINER]) {
            return Some((verb, subject.1));
        }
        if clause.is(verb, class::DATE) {
            subject = clause.outer_phrase(clause.phrase_before(verb)?, true);
            continue;
        }
        if !clause.any(verb, &[class::ING, class::PAST_PARTICIPLE]) || clause.in_phrase(verb) {
            return None;
        }
        subject = clause.outer_phrase(clause.phrase_before(verb)?, true);
    }
    None
}

/// Whether a noun phrase hangs on a preposition, so that it cannot be a subject: "in swing states".
fn is_governed(clause: &Clause<'_>, (start, _): Words) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        clause.is(before, class::PREPOSITION)
            && !clause.any(before, &[class::SUBORDINATOR, class::CONJUNCTION])
            && !clause.any(start, &[class::SUBJECT_PRONOUN, class::RELATIVE_PRONOUN])
    })
}

/// The subject of a verb of a tag, where it stands next to it: "Reed said", "Reed, the coach, said".
/// With the word before it that the tag begins with.
pub(super) fn of_tag(clause: &Clause<'_>, group: Group, verb: usize) -> Option<(Words, usize)> {
    if group.mood != Mood::Real {
        return None;
    }
    let subject = clause.subject(group.start)?;
    let apposed = clause
        .any(subject.1, &[class::COMMA, class::DASH, class::OPEN_BRACKET, class::PREPOSITION]);
    if subject.1 > group.start || subject.1 != group.start && !apposed {
        return None;
    }
    if clause.is(subject.0, class::RELATIVE_PRONOUN) || clause.reads(subject.0, "whose") {
        return None;
    }
    let begin = subject.0 - usize::from(subject.0 > 0 && clause.reads(subject.0 - 1, "as"));
    if begin < subject.0
        && clause.is(verb, class::CLAUSE_VERB)
        && !(0..begin).any(|at| !clause.is(at, class::CONJUNCTION))
    {
        return Some((subject, begin));
    }
    let mut begin = begin;
    let mut before = begin.checked_sub(1)?;
    // "teachers and union officials said"
    if clause.reads(before, "and")
        && let Some(first) = clause.phrase_before(before)
    {
        begin = first.0;
        before = begin.checked_sub(1)?;
    }
    clause.any(before, &[class::COMMA, class::DASH, class::QUOTE]).then_some((subject, begin))
}

/// Whether a noun phrase can speak: a name, a role, a body, a document.
pub(super) fn can_speak(clause: &Clause<'_>, (_, end): Words) -> bool {
    end.checked_sub(1).is_some_and(|last| {
        clause.any(
            last,
            &[
                class::CAPITALIZED,
                class::PRONOUN,
                class::ROLE,
                class::ORG_NOUN,
                class::GROUP_NOUN,
                class::DOCUMENT_NOUN,
                class::KINSHIP,
                class::PLURAL,
            ],
        )
    })
}

/// The one behind "by" after a passive.
fn agent(clause: &Clause<'_>, verb: usize) -> Option<Words> {
    let at = (verb + 1..verb + 12).find(|at| clause.reads(*at, "by"))?;
    clause.phrase_at(at + 1)
}

/// The subject of a participle: the noun phrase right before it, else that of the main clause.
fn of_participle(clause: &Clause<'_>, start: usize) -> Option<Words> {
    if let Some(phrase) = clause.phrase_before(start) {
        return Some(clause.outer_phrase(phrase, true));
    }
    let finite = |at: &usize| {
        clause.any(*at, &[class::PAST, class::THIRD, class::AUXILIARY]) && !clause.in_phrase(*at)
    };
    let reported = (0..start).rev().find(|at| finite(at) && clause.is(*at, class::QUOTE_VERB));
    if let Some(subject) = reported.and_then(|verb| of_finite(clause, verb)) {
        return Some(subject);
    }
    if start == 0 {
        // "Noting that ..., she left": the main clause follows.
        let comma = (1..clause.words.len()).find(|at| {
            clause.is(*at, class::COMMA)
                && clause.phrase_at(at + 1).is_some_and(|phrase| finite(&phrase.1))
        })?;
        return clause.phrase_at(comma + 1);
    }
    let main = main_clause(clause, start);
    let verb = (main..start).find(|at| {
        finite(at)
            && !at.checked_sub(1).is_some_and(|before| clause.is(before, class::RELATIVE_PRONOUN))
    })?;
    of_finite(clause, verb)
}

/// The subject of a finite verb, before or behind it.
fn of_finite(clause: &Clause<'_>, verb: usize) -> Option<Words> {
    clause.subject(verb).or_else(|| clause.phrase_at(verb + 1))
}

/// Where the main clause begins: behind an opening clause or phrase that a comma closes.
fn main_clause(clause: &Clause<'_>, end: usize) -> usize {
    if !clause.any(0, &[class::SUBORDINATOR, class::PREPOSITION]) {
        return 0;
    }
    (0..end)
        .find(|at| clause.is(*at, class::COMMA) && clause.phrase_at(at + 1).is_some())
        .map_or(0, |at| at + 1)
}

/// The one whose claim a noun cue is: "Reed's claim", "his claim", "Reed repeated the claim".
pub(super) fn owner(clause: &Clause<'_>, cue: usize) -> Option<Words> {
    let phrase = (cue.saturating_sub(12)..=cue)
        .rev()
        .find_map(|start| clause.phrase_at(start).filter(|phrase| phrase.1 > cue))
        .or_else(|| clause.phrase_before(cue))?;
    let verb = phrase.0.checked_sub(1);
    let holds = verb.filter(|verb| HOLDING.iter().any(|word| clause.reads(*verb, word)));
    if clause.is(phrase.0, class::POSSESSIVE) {
        // "Reed repeated his denial": the pronoun is the subject's.
        let pronoun = (phrase.0, phrase.0 + 1);
        return holds.and_then(|verb| clause.subject(verb)).or(Some(pronoun));
    }
    let mark = (phrase.0..cue).find(|at| clause.any(*at, &[class::CLITIC, class::QUOTE_MARK]));
    if let Some(mark) = mark {
        return Some((phrase.0, mark));
    }
    holds.and_then(|verb| clause.subject(verb))
}

/// Verbs whose subject holds what the noun behind them says.
const HOLDING: [&str; 30] = [
    "express",
    "expressed",
    "expresses",
    "expressing",
    "voiced",
    "voice",
    "made",
    "makes",
    "make",
    "making",
    "repeated",
    "repeats",
    "repeat",
    "issued",
    "issues",
    "has",
    "have",
    "had",
    "having",
    "raised",
    "raise",
    "raises",
    "gave",
    "gives",
    "holds",
    "hold",
    "held",
    "offered",
    "found",
    "showed",
];
