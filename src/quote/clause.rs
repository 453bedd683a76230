//! The subject of a verb: the words to the left of it, read from right to left.

use crate::lexicon::{Class, class};
use crate::text::Word;

/// The words of a unit with their noun phrases.
#[derive(Debug, Clone, Copy)]
pub struct Clause<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The words.
    pub words: &'a [Word],
    /// For each word, the length of the noun phrase that begins there.
    pub noun_phrases: &'a [u16],
    /// For each word, how many words before it the noun phrase that holds it begins, plus one; 0
    /// outside.
    pub inside: &'a [u16],
}

/// Words, half open.
pub type Words = (usize, usize);

/// How many commas, conjunctions and verbs the search may step over.
const MAX_STEPS: usize = 12;

impl Clause<'_> {
    /// Whether the word has the class.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.is(class))
    }

    /// Whether the word has one of the classes.
    pub fn any(&self, at: usize, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.is(at, *class))
    }

    /// Whether the word reads so, whatever its case.
    pub fn reads(&self, at: usize, word: &str) -> bool {
        self.words.get(at).is_some_and(|found| found.span.of(self.text).eq_ignore_ascii_case(word))
    }

    /// The noun phrase that holds a word.
    fn phrase_of(&self, at: usize) -> Option<Words> {
        let back = usize::from(self.inside.get(at).copied().unwrap_or(0)).checked_sub(1)?;
        let start = at.checked_sub(back)?;
        Some((start, start + usize::from(self.noun_phrases.get(start).copied().unwrap_or(0))))
    }

    /// The noun phrase that ends just before `end`, or before a bracket that ends there.
    pub fn phrase_before(&self, end: usize) -> Option<Words> {
        let last = end.checked_sub(1)?;
        if self.is(last, class::CLOSE_BRACKET) {
            return self.phrase_before(self.opening(last)?);
        }
        self.phrase_of(last).filter(|phrase| phrase.1 == end)
    }

    /// The noun phrase that begins at `start`.
    pub fn phrase_at(&self, start: usize) -> Option<Words> {
        let length = usize::from(self.noun_phrases.get(start).copied().unwrap_or(0));
        (length > 0).then_some((start, start + length))
    }

    /// The subject of the verb group that begins at `verb`.
    pub fn subject(&self, verb: usize) -> Option<Words> {
        if self.is(verb, class::ING) && !self.is(verb, class::AUXILIARY) && !self.behind_be(verb) {
            // "the union calling her a champion", but not ", calling her a champion", nor "issued
            // a statement calling her a champion".
            let own = self.phrase_before(verb).filter(|phrase| !self.is_issued(*phrase));
            let own = own.map(|phrase| (self.outer_phrase(phrase, false).0, phrase.1));
            return own.or_else(|| self.main_subject(verb));
        }
        let mut end = verb;
        for _ in 0..MAX_STEPS {
            end = self.skip_adverbial(end);
            let before = end.checked_sub(1)?;
            if let Some(phrase) =
                self.phrase_before(end).filter(|phrase| !self.reads_ordinal(*phrase))
            {
                let relative = phrase.1 - phrase.0 == 1 && self.reads(phrase.0, "that");
                let antecedent = self.phrase_before(phrase.0).filter(|_| relative);
                let whole = antecedent.or_else(|| self.described_by_clause(phrase));
                return Some(
                    whole.unwrap_or_else(|| (self.outer_phrase(phrase, false).0, phrase.1)),
                );
            }
            if self.phrase_before(end).is_some() {
                end = before;
                continue;
            }
            if self.is(before, class::CLOSE_BRACKET) {
                end = self.opening(before)?;
            } else if self.any(before, &[class::COMMA, class::DASH])
                || self.is(before, class::QUOTE_COMMA)
            {
                return self.before_parenthesis(before);
            } else if self.is(before, class::CONJUNCTION) {
                // A verb joined to another shares its subject; a reporting verb rather that of
                // another reporting verb than that of a clause in between.
                let report =
                    self.report_before(before).filter(|_| self.is(verb, class::REPORT_VERB));
                end = report.or_else(|| self.verb_before(before))?;
            } else if self.is(before, class::RELATIVE_PRONOUN) || self.reads(before, "to") {
                end = self.verb_before(before)?;
            } else if self.is_verb(before) {
                end = before;
            } else {
                return None;
            }
        }
        None
    }

    /// Whether a noun phrase is a text that a verb before it brings out: "released a statement".
    fn is_issued(&self, phrase: Words) -> bool {
        let text = phrase
            .1
            .checked_sub(1)
            .is_some_and(|last| self.any(last, &[class::DOCUMENT_NOUN, class::REPORT_NOUN]));
        text && phrase
            .0
            .checked_sub(1)
            .is_some_and(|before| self.is_verb(before) && !self.in_phrase(before))
    }

    /// The subject of the first finite verb before `end`: who a participle speaks of.
    pub fn main_subject(&self, end: usize) -> Option<Words> {
        let first = |at: &usize| {
            self.any(*at, &[class::PAST, class::THIRD, class::AUXILIARY]) && !self.in_phrase(*at)
        };
        let reports = |at: &usize| {
            first(at) && self.is(*at, class::QUOTE_VERB) && !self.is(*at, class::AUXILIARY)
        };
        if let Some(subject) =
            (0..end).rev().filter(reports).take(2).find_map(|verb| self.subject(verb))
        {
            return Some(subject);
        }
        let verbs = (0..end).filter(first).take(MAX_STEPS);
        let mut fallback = None;
        for verb in verbs {
            let Some(subject) = self.subject(verb) else { continue };
            let before = subject.0.checked_sub(1);
            // "When the storm came, she ran": the subject of a side clause speaks only if nobody else does.
            let aside = before.is_some_and(|before| {
                self.any(
                    before,
                    &[class::SUBORDINATOR, class::RELATIVE_PRONOUN, class::QUESTION_WORD],
                )
            }) || self.is(subject.0, class::RELATIVE_PRONOUN);
            if !aside {
                return Some(subject);
            }
            fallback = fallback.or(Some(subject));
        }
        fallback
    }

    /// Who a noun belongs to: of "her claim" the pronoun, of "the mayor's claim" the mayor.
    pub fn possessor(&self, noun: usize) -> Option<Words> {
        let (start, _) = self.phrase_of(noun)?;
        let clitic =
            (start..noun).rev().find(|at| self.any(*at, &[class::CLITIC, class::QUOTE_MARK]));
        match clitic {
            Some(clitic) => (clitic > start).then_some((start, clitic)),
            None => self.is(start, class::POSSESSIVE).then_some((start, start + 1)),
        }
    }

    fn behind_be(&self, verb: usize) -> bool {
        (0..verb)
            .rev()
            .take(3)
            .take_while(|at| self.any(*at, &[class::ADVERB, class::AUXILIARY, class::NEGATION]))
            .any(|at| self.is(at, class::BE))
    }

    /// Adverbs, dates and auxiliaries before a verb: "he on Monday also said".
    fn skip_adverbial(&self, verb: usize) -> usize {
        let mut end = verb;
        while let Some(before) = end.checked_sub(1) {
            let word =
                self.any(before, &[class::ADVERB, class::AUXILIARY, class::NEGATION, class::DATE]);
            let of_date = self.is(before, class::PREPOSITION) && self.is(end, class::DATE);
            if !(word || of_date) || self.is_phrase_end(end) {
                break;
            }
            end = before;
        }
        end
    }

    /// The noun phrase with a relative clause of which this one is the object: of "an official who
    /// spoke to discuss strategy" the official.
    fn described_by_clause(&self, object: Words) -> Option<Words> {
        let verb = object.0.checked_sub(1)?;
        if !self.is_verb(verb) || self.is(verb, class::AUXILIARY) || self.in_phrase(verb) {
            return None;
        }
        let stops = [class::COMMA, class::DASH, class::COLON, class::SEMICOLON, class::QUOTE];
        let pronoun = (0..verb)
            .rev()
            .take(20)
            .take_while(|at| !self.any(*at, &stops))
            .find(|at| ["who", "which", "that"].iter().any(|word| self.reads(*at, word)))?;
        self.phrase_before(pronoun).map(|phrase| self.outer_phrase(phrase, false))
    }

    /// A noun phrase with what describes a common noun behind it: "a source close to the talks".
    pub fn with_description(&self, phrase: Words) -> Words {
        let mut end = phrase.1;
        let common = |end: usize| {
            end.checked_sub(1)
                .is_some_and(|last| self.is(last, class::LOWER) && !self.is(last, class::PRONOUN))
        };
        while common(end) {
            let described = usize::from(self.any(end, &[class::ADJECTIVE, class::PAST_PARTICIPLE]));
            let binds = ["with", "for", "from", "at", "by", "of", "to", "in"];
            let preposition = end + described;
            // "in Oslo" tells where it was said; "involved in the talks" tells who it is.
            let known = binds
                .iter()
                .take(if described == 1 { 8 } else { 6 })
                .any(|word| self.reads(preposition, word));
            let length = usize::from(self.noun_phrases.get(preposition + 1).copied().unwrap_or(0));
            if !known || length == 0 {
                break;
            }
            end = preposition + 1 + length;
        }
        (phrase.0, end)
    }

    /// "first", "later" before a verb are no subject.
    fn reads_ordinal(&self, phrase: Words) -> bool {
        phrase.1 - phrase.0 == 1
            && ["first", "second", "last", "next"].iter().any(|word| self.reads(phrase.0, word))
    }

    fn is_phrase_end(&self, end: usize) -> bool {
        self.phrase_before(end).is_some()
    }

    fn is_verb(&self, at: usize) -> bool {
        self.any(
            at,
            &[
                class::PAST,
                class::THIRD,
                class::BASE,
                class::ING,
                class::PAST_PARTICIPLE,
                class::AUXILIARY,
            ],
        )
    }

    /// The start of the nearest verb to the left of `end`, not across a quotation or a colon.
    fn verb_before(&self, end: usize) -> Option<usize> {
        (0..end).rev().take_while(|at| !self.any(*at, &[class::COLON, class::SEMICOLON])).find(
            |at| {
                self.any(*at, &[class::PAST, class::THIRD, class::AUXILIARY])
                    && !self.in_phrase(*at)
            },
        )
    }

    /// The nearest reporting verb to the left of `end`.
    fn report_before(&self, end: usize) -> Option<usize> {
        (0..end).rev().take_while(|at| !self.any(*at, &[class::COLON, class::SEMICOLON])).find(
            |at| {
                self.any(*at, &[class::PAST, class::THIRD])
                    && self.is(*at, class::CLAUSE_VERB)
                    && !self.in_phrase(*at)
            },
        )
    }

    /// Whether a word is part of a noun phrase.
    pub fn in_phrase(&self, at: usize) -> bool {
        self.inside.get(at).is_some_and(|back| *back > 0)
    }

    fn opening(&self, close: usize) -> Option<usize> {
        (0..close).rev().take(40).find(|at| self.is(*at, class::OPEN_BRACKET))
    }

    /// A noun phrase with the ones that it only describes: of "the head of the board in Oslo" the
    /// whole, of "a spokesman for the union" the spokesman, of "a source familiar with the talks"
    /// the source.
    pub(crate) fn outer_phrase(&self, phrase: Words, aside: bool) -> Words {
        let mut outer = phrase;
        while let Some(mut before) = outer.0.checked_sub(1) {
            if !self.is(before, class::PREPOSITION)
                || self.any(before, &[class::SUBORDINATOR, class::CONJUNCTION])
            {
                break;
            }
            let described = |at: usize| {
                self.any(at, &[class::ADJECTIVE, class::PAST_PARTICIPLE]) && !self.in_phrase(at)
            };
            if before > 0 && described(before - 1) {
                before -= 1;
            }
            let aside = aside && before > 0 && self.is(before - 1, class::COMMA);
            match self
                .phrase_before(before)
                .or_else(|| aside.then(|| self.phrase_before(before - 1)).flatten())
            {
                Some(head) => outer = head,
                None => break,
            }
        }
        outer
    }

    /// The noun phrase before a parenthesis that closes with the comma or dash at `close`:
    /// "Jane Doe, the mayor, said", "Doe, who was there, said", "Doe, 34, of Oslo, said".
    fn before_parenthesis(&self, close: usize) -> Option<Words> {
        let mut at = close;
        for _ in 0..4 {
            let open = (0..at).rev().take(60).find(|before| {
                self.any(*before, &[class::COMMA, class::DASH, class::QUOTE_COMMA])
            })?;
            if let Some(phrase) = self.phrase_before(open)
                && self.is_apposition(open + 1, at)
            {
                return Some(self.first_of_chain(self.outer_phrase(phrase, true)));
            }
            at = open;
        }
        None
    }

    /// Of several appositions the noun phrase that they all describe.
    fn first_of_chain(&self, phrase: Words) -> Words {
        let mut first = phrase;
        for _ in 0..3 {
            let comma = first.0.checked_sub(1).filter(|before| self.is(*before, class::COMMA));
            match comma
                .and_then(|comma| self.phrase_before(comma))
                .map(|before| self.outer_phrase(before, true))
            {
                // "After the match, Jane Doe, the coach, said": what comes first is an adverbial.
                Some(before)
                    if !before
                        .0
                        .checked_sub(1)
                        .is_some_and(|at| self.is(at, class::PREPOSITION)) =>
                {
                    first = before;
                }
                _ => break,
            }
        }
        first
    }

    /// Whether the words between two commas describe the noun phrase before them.
    fn is_apposition(&self, start: usize, end: usize) -> bool {
        start < end && !self.any(start, &[class::CONJUNCTION, class::SUBORDINATOR])
    }
}
