//! What a name is in its clause: the subject, an object.

use super::name::Name;
use super::words::Words;
use crate::lexicon::class;

/// What a mention is in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Subject,
    Object,
    Oblique,
    Possessor,
}

/// What a name is in its clause, from the words beside it.
pub(super) fn place(words: &Words<'_>, name: &Name) -> Place {
    if name.possessive {
        return Place::Possessor;
    }
    let sentence = words.around(name.words.start);
    let mut before = name.whole.start;
    while before > sentence.start
        && words
            .is_any(before - 1, &[class::ROLE, class::TITLE, class::ADJECTIVE, class::DETERMINER])
    {
        before -= 1;
    }
    let previous = before.checked_sub(1).filter(|word| *word >= sentence.start);
    if previous.is_some_and(|word| words.is(word, class::PREPOSITION)) {
        return Place::Oblique;
    }
    let mut after = name.words.end;
    if words.is(after, class::COMMA) && words.reads(after + 1, "who") {
        return Place::Subject; // "past the keeper Ann Roe, who ...": what follows is about her
    }
    let finite = [class::PAST, class::THIRD, class::AUXILIARY, class::MODAL];
    if words.is(after, class::COMMA) && words.is_any(after + 1, &finite) {
        after += 1; // "Its keeper, Ann Roe, said ..."
    } else if words.is(after, class::COMMA) {
        after = (after + 1..sentence.end.min(after + 24))
            .find(|word| words.is(*word, class::COMMA))
            .map_or(after, |comma| comma + 1);
    }
    while words.is_any(after, &[class::ADVERB]) {
        after += 1;
    }
    let verb = words.is_any(after, &finite) && words.is(after, class::LOWER);
    let said = previous.is_some_and(|word| {
        words.is(word, class::REPORT_VERB) && words.is_any(word, &[class::PAST, class::THIRD])
    });
    let object = previous.is_some_and(|word| {
        words.is_any(word, &finite) || words.is_any(word, &[class::BASE, class::ING])
    });
    match (verb, said, object) {
        (true, _, false) | (_, true, _) => Place::Subject,
        (_, _, true) => Place::Object,
        _ if previous.is_none() => Place::Subject,
        _ => Place::Object,
    }
}
