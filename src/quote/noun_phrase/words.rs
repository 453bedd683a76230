//! What single words can be in a noun phrase.

use crate::lexicon::{Class, class};
use crate::text::Word;

pub(super) fn is_pronoun(word: &Word) -> bool {
    word.is(class::PRONOUN)
        || word.is(class::RELATIVE_PRONOUN)
            && !word.is(class::PREPOSITION)
            && !word.is(class::SUBORDINATOR)
            && !word.is(class::CONJUNCTION)
}

pub(super) fn any(word: &Word, classes: &[Class]) -> bool {
    classes.iter().any(|class| word.is(*class))
}

/// A reporting verb: in "another tweeted" the pronoun stands alone.
pub(super) fn is_report(word: &Word) -> bool {
    word.is(class::REPORT_VERB) && word.is(class::PAST) && word.is(class::LOWER)
}

/// Words of grammar, which end a noun phrase.
pub(super) fn is_grammar(word: &Word) -> bool {
    any(
        word,
        &[
            class::PREPOSITION,
            class::CONJUNCTION,
            class::SUBORDINATOR,
            class::AUXILIARY,
            class::RELATIVE_PRONOUN,
            class::QUESTION_WORD,
            class::PRONOUN,
            class::NEGATION,
        ],
    )
}

/// A capitalised word that is a name rather than the first word of a sentence.
pub(super) fn is_name(word: &Word) -> bool {
    let calendar = word.is(class::WEEKDAY) || word.is(class::MONTH) && !word.is(class::GIVEN_NAME);
    if !word.is(class::CAPITALIZED) || calendar {
        return false;
    }
    let lexical =
        is_grammar(word) || any(word, &[class::DETERMINER, class::POSSESSIVE, class::ADVERB]);
    if word.is(class::SENTENCE_START) {
        let verb = any(word, &[class::VERB, class::ING]);
        !lexical && (!verb || any(word, &[class::GIVEN_NAME, class::UNKNOWN]))
    } else {
        // "May", "Will" and kin inside a sentence are names.
        !any(word, &[class::PRONOUN, class::CONJUNCTION]) || word.is(class::GIVEN_NAME)
    }
}

pub(super) fn can_start(word: &Word) -> bool {
    any(
        word,
        &[
            class::DETERMINER,
            class::POSSESSIVE,
            class::NUMBER,
            class::NUMBER_WORD,
            class::CURRENCY_SIGN,
        ],
    ) || can_follow(word)
}

/// Whether a word can be part of a noun phrase after a determiner.
pub(super) fn can_follow(word: &Word) -> bool {
    if any(word, &[class::LOWER, class::CAPITALIZED]) {
        let finite = word.is(class::VERB) && !any(word, &[class::PAST_PARTICIPLE, class::ING]);
        let closed = is_grammar(word) || any(word, &[class::DETERMINER, class::CLITIC]);
        is_name(word) || !closed && !finite
    } else {
        any(word, &[class::NUMBER, class::CURRENCY_SIGN, class::QUOTE, class::HANDLE])
    }
}

/// Whether what could be a verb of the third person is the plural that ends the phrase: "two
/// emails", "court documents show", but "the court documents the case".
pub(super) fn is_plural_noun(
    word: &Word,
    before: Option<&Word>,
    next: Option<&Word>,
    text: &str,
) -> bool {
    let plural = word.is(class::THIRD)
        && any(
            word,
            &[
                class::NOUN,
                class::DOCUMENT_NOUN,
                class::REPORT_NOUN,
                class::NOUN_VERB,
                class::VERB_NOUN,
            ],
        );
    let counted = before
        .is_some_and(|before| any(before, &[class::NUMBER, class::NUMBER_WORD, class::ADJECTIVE]));
    let takes_object = next.is_none_or(|next| {
        any(
            next,
            &[
                class::DETERMINER,
                class::POSSESSIVE,
                class::PRONOUN,
                class::QUOTE,
                class::CAPITALIZED,
                class::COLON,
                class::RELATIVE_PRONOUN,
                class::DATE,
                class::NUMBER,
                class::ADVERB,
                class::SUBORDINATOR,
            ],
        ) || matches!(next.span.of(text), "to" | "out")
    });
    plural
        && any(word, &[class::DOCUMENT_NOUN, class::REPORT_NOUN, class::VERB_NOUN])
        && (counted || !takes_object)
}

pub(super) fn is_of(word: &Word, text: &str) -> bool {
    word.span.of(text).eq_ignore_ascii_case("of")
}
