//! Which expressions of time say when something was said.

use crate::lexicon::class;
use crate::text::Word;

/// How many words the verb may stand before the date: "told reporters in Delm on Monday".
const REACH: usize = 6;

/// Whether the expression from word `start` to word `end` of a sentence dates a verb of speech: "said
/// Monday", "told reporters on Monday", "On Monday, she said".
pub(super) fn dates_speech(words: &[Word], start: usize, end: usize) -> bool {
    let before = words.get(start.saturating_sub(REACH)..start).unwrap_or_default();
    let said = |word: &Word| word.is(class::REPORT_VERB) && word.is(class::PAST);
    // A verb between, or a word that opens a clause, takes the date to itself; "a packed hall" holds
    // no verb.
    let governed = (0..before.len())
        .rev()
        .filter(|at| {
            let behind = at.checked_sub(1).and_then(|at| before.get(at));
            behind.is_none_or(|word| !word.is(class::DETERMINER))
        })
        .filter_map(|at| before.get(at))
        .find(|word| {
            said(word)
                || word.is(class::VERB)
                || word.is(class::AUXILIARY)
                || word.is(class::SUBORDINATOR)
        })
        .is_some_and(said);
    let behind = words.get(end..(end + REACH).min(words.len())).unwrap_or_default();
    let opens = start <= 1;
    governed || opens && behind.iter().any(said)
}
