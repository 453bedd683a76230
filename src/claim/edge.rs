//! Where the content of reported speech ends, and where one before its tag begins.

use crate::lexicon::class;
use crate::quote::{Clause, Words};
use crate::rules::MAX_WORDS;

/// Where the cue of a content stands in its sentence, and what its content is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) place: Place,
    pub(super) extent: Extent,
}

impl Frame {
    fn is_short(self) -> bool {
        matches!(self.extent, Extent::Short | Extent::Phrase)
    }
}

/// What sort of clause a cue stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Main,
    /// One that the main clause follows: "When he said that ..., she left".
    Side,
    /// "Reed, who said ..., left".
    Relative,
}

/// What a content is, and so what ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Another claimer, tag or cue ends it.
    Clause,
    /// An infinitive or gerund: a comma ends it, too.
    Short,
    /// A noun phrase: a time or a verb ends it, too.
    Phrase,
    /// The source stands for the whole sentence: nothing joined to it ends it.
    Sentence,
}

/// The place of a cue whose subject is `speaker`.
pub(super) fn place(clause: &Clause<'_>, cue: usize, speaker: Option<Words>) -> Place {
    let opening = clause.words.first().is_some_and(|word| {
        word.is(class::SUBORDINATOR) && !word.is(class::RELATIVE_PRONOUN) || clause.reads(0, "when")
    });
    let open = opening && !(0..cue).any(|at| clause.is(at, class::COMMA));
    // "But even as he said that ..., she left"; "Noting that ..., she left".
    let behind = speaker.and_then(|(start, _)| start.checked_sub(1)).is_some_and(|before| {
        ["as", "while", "when", "after", "before", "although", "though", "if", "since", "because"]
            .iter()
            .any(|word| clause.reads(before, word))
            && !has_verb(clause, (0, before))
    });
    let open = open || behind || cue == 0;
    let relative = speaker
        .is_some_and(|(start, end)| end == start + 1 && clause.is(start, class::RELATIVE_PRONOUN));
    if relative {
        Place::Relative
    } else if open {
        Place::Side
    } else {
        Place::Main
    }
}

/// One past the last word of the content that begins at `start`.
pub(super) fn right(clause: &Clause<'_>, start: usize, frame: Frame) -> usize {
    let mut depth = 0_usize;
    // Rules look no farther into a sentence either: longer ones are lists or broken input.
    let count = clause.words.len().min(start + MAX_WORDS);
    for at in start..count {
        let Some(word) = clause.words.get(at) else { break };
        if word.is(class::OPEN_BRACKET) {
            depth += 1;
        } else if word.is(class::CLOSE_BRACKET) {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        }
        if depth > 0 {
            continue;
        }
        if clause.any(at, &[class::STOP, class::QUESTION_MARK, class::EXCLAMATION_MARK])
            && at + 2 >= count
        {
            return at;
        }
        if word.is(class::SEMICOLON) || word.is(class::COLON) && clause.is(at + 1, class::QUOTE) {
            return at;
        }
        if word.is(class::COMMA) && at > start && comma_ends(clause, at + 1, frame) {
            return at;
        }
        if clause.any(at, &[class::QUOTE_COMMA, class::QUOTE_STOP, class::QUOTE_ASKED])
            && !clause.is(at + 1, class::COMMA)
            && (tag_at(clause, at + 1)
                || clause.is(at, class::QUOTE_COMMA) && comma_ends(clause, at + 1, frame))
        {
            return at + 1;
        }
        if word.is(class::DASH) && (frame.is_short() || tag_at(clause, at + 1)) {
            return at;
        }
        let resumed = clause.reads(at, "but")
            && clause.is(at + 1, class::SUBJECT_PRONOUN)
            && at.checked_sub(1).is_some_and(|before| clause.is(before, class::QUOTE));
        if at > start && frame.extent != Extent::Sentence && (resumed || joined_cue(clause, at)) {
            return at;
        }
        if frame.extent == Extent::Phrase && at > start && ends_short(clause, at) {
            return at;
        }
    }
    count
}

/// Where the content of a noun that is the subject of its sentence ends: before the second verb
/// of "her claim that the bridge is safe was disputed"; `end` where there is none.
pub(super) fn before_predicate(clause: &Clause<'_>, start: usize, end: usize) -> usize {
    let finite = |at: usize| {
        clause.any(at, &[class::AUXILIARY, class::PAST, class::THIRD]) && !clause.in_phrase(at)
    };
    let mut verbs = (start..end).filter(|at| finite(*at) && !at.checked_sub(1).is_some_and(finite));
    let Some(first) = verbs.next() else { return end };
    let second = verbs.find(|at| clause.phrase_before(*at).is_some());
    if clause.is(first, class::CLAUSE_VERB) { end } else { second.unwrap_or(end) }
}

/// Whether a comma before `next` ends the content.
fn comma_ends(clause: &Clause<'_>, next: usize, frame: Frame) -> bool {
    if frame.is_short() {
        return true;
    }
    if frame.extent == Extent::Sentence {
        return false;
    }
    if tag_at(clause, next) || joined_cue(clause, next) || joined_claimer(clause, next) {
        return true;
    }
    // ", but he": the reporter goes on about the claimer.
    if clause.reads(next, "compared")
        || clause.reads(next, "but") && clause.is(next + 1, class::SUBJECT_PRONOUN)
    {
        return true;
    }
    if clause.is(next, class::REPORT_VERB) && clause.is(next, class::ING) && !clause.in_phrase(next)
    {
        return true;
    }
    let phrase = clause.phrase_at(next);
    if frame.place == Place::Side && phrase.is_some_and(|phrase| verb_follows(clause, phrase.1)) {
        return true;
    }
    frame.place == Place::Relative
        && (verb_follows(clause, next)
            || phrase.is_some_and(|phrase| verb_follows(clause, phrase.1)))
}

/// Whether a finite verb stands at `at`, adverbs aside.
fn verb_follows(clause: &Clause<'_>, at: usize) -> bool {
    let mut at = at;
    while clause.any(at, &[class::ADVERB, class::NEGATION]) && !clause.is(at, class::AUXILIARY) {
        at += 1;
    }
    clause.any(at, &[class::AUXILIARY, class::PAST, class::THIRD]) && !clause.in_phrase(at)
}

/// Whether a finite verb stands at `at` or behind a preposition phrase there.
fn verb_near(clause: &Clause<'_>, at: usize) -> bool {
    let mut at = at;
    for _ in 0..3 {
        if verb_follows(clause, at) {
            return true;
        }
        let Some(phrase) = clause.phrase_at(at + 1) else { return false };
        if !clause.is(at, class::PREPOSITION) {
            return false;
        }
        at = phrase.1;
    }
    false
}

/// "and said", "but denied", "then added": a cue joined to the one before.
fn joined_cue(clause: &Clause<'_>, at: usize) -> bool {
    let joins = ["and", "but", "then", "while"].iter().any(|word| clause.reads(at, word));
    if !joins {
        return false;
    }
    let mut next = at + 1;
    if clause.is(next, class::SUBJECT_PRONOUN) && !clause.is(at, class::SUBORDINATOR) {
        next += 1;
    }
    while clause.any(next, &[class::ADVERB, class::HAVE]) && next < at + 4 {
        next += 1;
    }
    clause.is(next, class::REPORT_VERB)
        && !clause.in_phrase(next)
        && (clause.is(next, class::PAST)
            || clause.is(next, class::THIRD)
            || clause.is(next, class::ING))
}

/// ", and Reed said", ", but the union denied": another claimer joined to the one before.
fn joined_claimer(clause: &Clause<'_>, at: usize) -> bool {
    if !["and", "but", "while", "though", "although"].iter().any(|word| clause.reads(at, word)) {
        return false;
    }
    let Some(phrase) = clause.phrase_at(at + 1) else { return false };
    let mut verb = phrase.1;
    while clause.any(verb, &[class::ADVERB, class::HAVE]) && verb < phrase.1 + 4 {
        verb += 1;
    }
    clause.is(verb, class::CLAUSE_VERB)
        && clause.is(verb, class::QUOTE_VERB)
        && clause.any(verb, &[class::PAST, class::THIRD])
        && !clause.in_phrase(verb)
}

/// Whether a tag begins at `at`: "according to", "he said.", "said Reed.", "as Reed put it".
pub(super) fn tag_at(clause: &Clause<'_>, at: usize) -> bool {
    if clause.reads(at, "according") && clause.reads(at + 1, "to") {
        return true;
    }
    let at = at + usize::from(clause.reads(at, "as"));
    let told = |at: usize| {
        clause.is(at, class::QUOTE_VERB)
            && (clause.is(at, class::PAST)
                || clause.is(at, class::THIRD)
                || clause.is(at, class::BASE))
            && !clause.in_phrase(at)
    };
    if told(at) && !clause.is(at, class::BASE) {
        return clause.phrase_at(at + 1).is_some_and(|phrase| ends_tag(clause, phrase.1));
    }
    let Some(phrase) = clause.phrase_at(at) else { return false };
    let mut verb = phrase.1;
    while clause.any(verb, &[class::ADVERB, class::HAVE]) && verb < phrase.1 + 4 {
        verb += 1;
    }
    told(verb) && ends_tag(clause, verb + 1)
}

/// Whether a tag can end at `at`: punctuation, a time, a preposition.
fn ends_tag(clause: &Clause<'_>, at: usize) -> bool {
    at >= clause.words.len()
        || clause.any(
            at,
            &[
                class::COMMA,
                class::STOP,
                class::SEMICOLON,
                class::DASH,
                class::COLON,
                class::DATE,
                class::WEEKDAY,
                class::PREPOSITION,
                class::ADVERB,
                class::OPEN_BRACKET,
            ],
        )
}

/// Whether a content that is no clause ends at `at`: a time, a subordinate clause, a verb joined.
fn ends_short(clause: &Clause<'_>, at: usize) -> bool {
    if clause.in_phrase(at) {
        return false;
    }
    if clause.any(at, &[class::DATE, class::WEEKDAY, class::COLON]) {
        return true;
    }
    if [
        "after", "when", "while", "because", "although", "though", "since", "if", "as", "until",
        "before",
    ]
    .iter()
    .any(|word| clause.reads(at, word))
        && clause.phrase_at(at + 1).is_some_and(|phrase| verb_follows(clause, phrase.1))
    {
        return true;
    }
    clause.any(at, &[class::CONJUNCTION])
        && (verb_follows(clause, at + 1)
            || clause.phrase_at(at + 1).is_some_and(|phrase| verb_follows(clause, phrase.1)))
}

/// The content before a tag whose comma, or whose last word, is just before `end`.
pub(super) fn left(clause: &Clause<'_>, end: usize) -> Words {
    let mut end = end;
    while end > 0 && clause.any(end - 1, &[class::COMMA, class::DASH]) {
        end -= 1;
    }
    let mut start =
        (0..end).rev().find(|at| clause.is(*at, class::SEMICOLON)).map_or(0, |at| at + 1);
    if clause.any(start, &[class::CONJUNCTION]) && !clause.reads(start, "both") {
        start += 1;
    }
    while start < end && clause.any(start, &[class::COMMA, class::DASH]) {
        start += 1;
    }
    (start, end)
}

/// Whether what follows the comma after a tag goes on with the content.
pub(super) fn goes_on(clause: &Clause<'_>, first: Words, at: usize) -> bool {
    if has_verb(clause, first) {
        // Behind a whole clause a relative or a bare noun phrase describes the source.
        let describes = clause.phrase_at(at).is_some_and(|phrase| {
            clause.is(at, class::RELATIVE_PRONOUN)
                || !clause.is(at, class::QUOTE) && !verb_near(clause, phrase.1)
        });
        if describes || ["who", "whose", "which", "where"].iter().any(|word| clause.reads(at, word))
        {
            return false;
        }
    }
    // ", and the toll is expected to rise": a claim of its own.
    let expected = clause.is(at, class::CONJUNCTION)
        && clause.phrase_at(at + 1).is_some_and(|phrase| {
            clause.is(phrase.1, class::BE) && clause.is(phrase.1 + 1, class::INF_VERB)
        });
    let apart = expected && has_verb(clause, first)
        || clause.is(at, class::ING) && !clause.in_phrase(at)
        || joined_cue(clause, at)
        || tag_at(clause, at);
    at < clause.words.len() && !apart
}

/// Whether a stretch holds a finite verb.
pub(super) fn has_verb(clause: &Clause<'_>, (start, end): Words) -> bool {
    (start..end).any(|at| {
        clause.any(at, &[class::AUXILIARY, class::PAST, class::THIRD]) && !clause.in_phrase(at)
            || clause.is(at, class::CLITIC) && clause.is(at, class::AUXILIARY)
    })
}
