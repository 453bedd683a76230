//! A noun phrase being read, word by word.

use super::words::{any, can_follow, can_start, is_grammar, is_name, is_of, is_plural_noun};
use crate::lexicon::class;
use crate::text::Word;

pub(super) struct Chunk {
    /// Words up to and with the last head.
    pub(super) head: usize,
    pub(super) determined: bool,
    /// Whether something stands before the head, so that an unclear word is rather the head.
    pub(super) modified: bool,
}

pub(super) enum Take {
    Stop,
    Modifier,
    Head,
    /// `of`, a possessive.
    Link,
}

impl Chunk {
    pub(super) fn take(
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
