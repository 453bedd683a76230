//! Noun phrases, found in one pass over the words of a unit.
//!
//! A noun phrase here is what can be a speaker or an object without a clause in it: determiner,
//! modifiers, head, `of` phrases and possessors. Appositives and other prepositions are left to the
//! rules.

#[cfg(test)]
mod tests;

use crate::lexicon::{Class, class};
use crate::text::{View, Word};

/// For each word of the view, the number of words of the noun phrase that begins there, else 0.
pub fn noun_phrases(view: &View, text: &str) -> Vec<u16> {
    let mut lengths = vec![0; view.words.len()];
    for unit in &view.units {
        let words = view.words_of(unit);
        let mut at = 0;
        let mut behind_phrase = false;
        while at < words.len() {
            let length = if is_verb_here(words, at, behind_phrase, text) {
                0
            } else {
                noun_phrase(words.get(at..).unwrap_or_default(), text)
            };
            if length > 0
                && let Some(place) = lengths.get_mut(unit.words.start + at)
            {
                *place = length as u16;
            }
            behind_phrase = length > 0;
            at += length.max(1);
        }
    }
    lengths
}

/// Whether a word that could be a noun is a verb after the word before it: "will report"; or since
/// a noun phrase has just ended: "the company plans".
fn is_verb_here(words: &[Word], at: usize, behind_phrase: bool, text: &str) -> bool {
    let Some((word, before)) =
        words.get(at).zip(at.checked_sub(1).and_then(|before| words.get(before)))
    else {
        return false;
    };
    if !word.is(class::LOWER) {
        return false;
    }
    let before_verb =
        any(before, &[class::MODAL, class::DO]) || before.span.of(text).eq_ignore_ascii_case("to");
    let finite = any(word, &[class::BASE, class::PAST, class::THIRD]);
    // "..., calls Reed a friend", "..., plans to leave": no noun takes what follows here.
    let takes_object = words.get(at + 1).is_some_and(|next| {
        any(
            next,
            &[
                class::DETERMINER,
                class::POSSESSIVE,
                class::PRONOUN,
                class::QUOTE,
                class::CAPITALIZED,
            ],
        ) || next.is(class::LOWER) && next.span.of(text) == "to"
    });
    let bare =
        before.is(class::COMMA) || before.is(class::CLOSE_BRACKET) || before.is(class::ADVERB);
    finite && behind_phrase
        || word.is(class::BASE) && before_verb
        || word.is(class::THIRD) && !word.is(class::ROLE) && bare && takes_object
}

/// Longer phrases are lists or broken input.
const MAX_LENGTH: usize = 40;

/// The number of words of the noun phrase at the head of `words`, 0 where there is none.
fn noun_phrase(words: &[Word], text: &str) -> usize {
    let Some(first) = words.first() else { return 0 };
    // "some", "many", "one" are pronouns alone and determiners before a noun.
    let can_determine = first.is(class::DETERMINER) || first.is(class::NUMBER_WORD);
    // "what Reed called a mess"
    if first.is(class::QUESTION_WORD)
        && words.get(1).is_some_and(|next| next.is(class::CAPITALIZED))
    {
        return 1;
    }
    if is_pronoun(first)
        && !(can_determine && words.get(1).is_some_and(|next| can_follow(next) && !is_report(next)))
    {
        return 1;
    }
    let mut chunk = Chunk { head: 0, determined: false, modified: false };
    let mut at = 0;
    while let Some(word) = words.get(at).filter(|_| at < MAX_LENGTH) {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let next = words.get(at + 1);
        match chunk.take(word, before, next, text) {
            Take::Stop => break,
            Take::Modifier => at += 1,
            Take::Head => {
                at += 1;
                chunk.head = at;
            }
            Take::Link => {
                at += 1;
                chunk.determined = false;
                chunk.modified = true;
                // What follows a link must be a noun phrase itself, or the link is not one.
                if !words.get(at).is_some_and(can_start) {
                    break;
                }
            }
        }
    }
    // "the 34-year-old", "the accused": an adjective that a determiner makes a noun.
    let last = at.checked_sub(1).and_then(|last| words.get(last));
    if chunk.head == 0
        && at > 1
        && first.is(class::DETERMINER)
        && last.is_some_and(|last| last.is(class::ADJECTIVE) && last.span.of(text).contains('-'))
    {
        return at;
    }
    chunk.head
}

struct Chunk {
    /// Words up to and with the last head.
    head: usize,
    determined: bool,
    /// Whether something stands before the head, so that an unclear word is rather the head.
    modified: bool,
}

enum Take {
    Stop,
    Modifier,
    Head,
    /// `of`, a possessive.
    Link,
}

fn is_pronoun(word: &Word) -> bool {
    word.is(class::PRONOUN)
        || word.is(class::RELATIVE_PRONOUN)
            && !word.is(class::PREPOSITION)
            && !word.is(class::SUBORDINATOR)
            && !word.is(class::CONJUNCTION)
}

fn any(word: &Word, classes: &[Class]) -> bool {
    classes.iter().any(|class| word.is(*class))
}

/// A reporting verb: in "another tweeted" the pronoun stands alone.
fn is_report(word: &Word) -> bool {
    word.is(class::REPORT_VERB) && word.is(class::PAST) && word.is(class::LOWER)
}

/// Words of grammar, which end a noun phrase.
fn is_grammar(word: &Word) -> bool {
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
fn is_name(word: &Word) -> bool {
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

fn can_start(word: &Word) -> bool {
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
fn can_follow(word: &Word) -> bool {
    if any(word, &[class::LOWER, class::CAPITALIZED]) {
        let finite = word.is(class::VERB) && !any(word, &[class::PAST_PARTICIPLE, class::ING]);
        let closed = is_grammar(word) || any(word, &[class::DETERMINER, class::CLITIC]);
        is_name(word) || !closed && !finite
    } else {
        any(word, &[class::NUMBER, class::CURRENCY_SIGN, class::QUOTE, class::HANDLE])
    }
}

impl Chunk {
    fn take(
        &mut self,
        word: &Word,
        before: Option<&Word>,
        next: Option<&Word>,
        text: &str,
    ) -> Take {
        let started = before.is_some();
        let has_head = self.head > 0 && !self.modified;
        if word.is(class::CLITIC) || word.is(class::QUOTE_MARK) && word.is(class::GLUED) {
            return self.possessive(word, before, next, text);
        }
        if word.is(class::POSSESSIVE) || word.is(class::DETERMINER) && !is_name(word) {
            if has_head {
                return Take::Stop;
            }
            self.determined = true;
            self.modified = true;
            // "some", "many", "all" can stand alone: a head that what follows may replace.
            return Take::Modifier;
        }
        if word.span.of(text) == "&" && next.is_some_and(|next| next.is(class::CAPITALIZED)) {
            return if self.head > 0 { Take::Modifier } else { Take::Stop }; // "Reed & Moss"
        }
        if is_of(word, text) {
            return if self.head > 0 && next.is_some_and(can_start) {
                Take::Link
            } else {
                Take::Stop
            };
        }
        if is_name(word) {
            return self.head_word();
        }
        let counts = word.is(class::NUMBER_WORD) && !started;
        if word.is(class::DATE) && self.determined && !has_head && next.is_some_and(can_follow) {
            return Take::Modifier; // "a Wednesday editorial"
        }
        if is_grammar(word) && !counts || word.is(class::DATE) {
            return Take::Stop;
        }
        if word.is(class::COMMA) {
            return self.comma(next, before);
        }
        if any(word, &[class::NUMBER, class::CURRENCY_SIGN, class::NUMBER_WORD]) {
            if has_head
                && !before.is_some_and(|before| {
                    before.is(class::CAPITALIZED) || before.is(class::CURRENCY_SIGN)
                })
            {
                return Take::Stop;
            }
            return self.head_word();
        }
        if any(word, &[class::PERCENT_SIGN, class::HANDLE, class::SYMBOL]) {
            return if word.is(class::SYMBOL) { Take::Stop } else { self.head_word() };
        }
        if word.is(class::QUOTE) {
            // A marked adjective or nickname inside the phrase: the "fast" track.
            let inside = word.is(class::QUOTE_SHORT) && next.is_some_and(can_follow) && started;
            return if inside && !word.is(class::QUOTE_COMMA) && !word.is(class::QUOTE_STOP) {
                Take::Modifier
            } else {
                Take::Stop
            };
        }
        if !word.is(class::LOWER) {
            return Take::Stop;
        }
        self.lower_word(word, before, next, text)
    }

    /// A comma between adjectives: "the tall, tired man".
    fn comma(&mut self, next: Option<&Word>, before: Option<&Word>) -> Take {
        let adjective = |word: &Word| word.is(class::ADJECTIVE) || word.is(class::PAST_PARTICIPLE);
        let between = self.modified
            && before.is_some_and(|word| adjective(word) && word.is(class::LOWER))
            && next.is_some_and(|word| {
                word.is(class::LOWER) && (adjective(word) || word.is(class::ROLE))
            });
        if between { Take::Modifier } else { Take::Stop }
    }

    fn head_word(&mut self) -> Take {
        self.modified = false;
        Take::Head
    }

    fn possessive(
        &mut self,
        word: &Word,
        before: Option<&Word>,
        next: Option<&Word>,
        text: &str,
    ) -> Take {
        let of_s = matches!(word.span.of(text), "'s" | "’s" | "'S");
        let plural = word.is(class::QUOTE_MARK)
            && matches!(word.span.of(text), "'" | "’")
            && before.is_some_and(|before| before.span.of(text).ends_with('s'));
        let owns = next.is_some_and(|next| {
            can_follow(next) && !any(next, &[class::PAST_PARTICIPLE, class::ING, class::ADVERB])
                || next.is(class::QUOTE)
        });
        if self.head > 0 && (of_s || plural) && owns { Take::Link } else { Take::Stop }
    }

    fn lower_word(
        &mut self,
        word: &Word,
        before: Option<&Word>,
        next: Option<&Word>,
        text: &str,
    ) -> Take {
        let has_head = self.head > 0 && !self.modified;
        let finite = any(word, &[class::PAST, class::THIRD]);
        if word.is(class::VERB)
            || any(word, &[class::ING, class::PAST_PARTICIPLE])
                && !any(word, &[class::NOUN, class::ADJECTIVE])
        {
            // "the proposed rules", "a leading candidate"; never behind the head.
            let modifier = !has_head
                && self.determined
                && any(word, &[class::PAST_PARTICIPLE, class::ING])
                && next.is_some_and(can_follow);
            self.modified |= modifier;
            return if modifier { Take::Modifier } else { Take::Stop };
        }
        if word.is(class::ADVERB) {
            let modifier = !has_head
                && self.determined
                && next.is_some_and(|next| any(next, &[class::ADJECTIVE, class::PAST_PARTICIPLE]));
            self.modified |= modifier;
            return if modifier { Take::Modifier } else { Take::Stop };
        }
        if word.is(class::ADJECTIVE) && !any(word, &[class::NOUN, class::ROLE, class::ORG_NOUN]) {
            if has_head
                && !next.is_some_and(|next| {
                    can_follow(next) && !any(next, &[class::PAST, class::THIRD])
                })
            {
                return Take::Stop;
            }
            self.modified = true;
            return Take::Modifier;
        }
        let plural_before = before.is_some_and(|before| before.is(class::PLURAL));
        if has_head && word.is(class::VERB_NOUN) && word.is(class::BASE) && plural_before {
            return Take::Stop;
        }
        let verbal = word.is(class::VERB_NOUN) || word.is(class::REPORT_VERB);
        if has_head && finite && verbal && !is_plural_noun(word, before, next, text) {
            return Take::Stop;
        }
        if word.is(class::NOUN_VERB) && has_head && word.is(class::PAST) {
            return Take::Stop;
        }
        self.head_word()
    }
}

/// Whether what could be a verb of the third person is the plural that ends the phrase: "two
/// emails", "court documents show", but "the court documents the case".
fn is_plural_noun(word: &Word, before: Option<&Word>, next: Option<&Word>, text: &str) -> bool {
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
        ) || next.span.of(text) == "to"
    });
    plural
        && any(word, &[class::DOCUMENT_NOUN, class::REPORT_NOUN, class::VERB_NOUN])
        && (counted || !takes_object)
}

fn is_of(word: &Word, text: &str) -> bool {
    word.span.of(text).eq_ignore_ascii_case("of")
}
