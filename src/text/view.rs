//! The words as quote and claim rules see them: a quotation is one word, a date is one word, and a
//! hyphenated compound is one word.

use super::{Document, Span, Word};
use crate::lexicon::{WordId, class};
use crate::read::BlockKind;
use std::ops::Range;

/// No word of the lists with hyphens in it has more bytes.
const LONGEST_COMPOUND: usize = 64;

/// What a word of a view stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A word, or a compound that ends with this one; an index into the document's words.
    Word(usize),
    /// A stretch that was folded into one word: its place in the list given to [`View::new`].
    Folded(usize),
}

/// A stretch that a view shows as one word.
#[derive(Debug, Clone, Copy)]
pub struct Fold {
    /// Where, in bytes.
    pub span: Span,
    /// The classes of the one word.
    pub classes: crate::lexicon::ClassSet,
    /// Whether sentences that end inside go on behind it: a quotation, not a date.
    pub bridges: bool,
}

/// All units of a document.
#[derive(Debug, Default)]
pub struct View {
    /// The words of all units.
    pub words: Vec<Word>,
    /// What each word stands for.
    pub parts: Vec<Part>,
    /// The units in order.
    pub units: Vec<Unit>,
}

/// What the rules take for one sentence: the words between two ends of sentences outside quotations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its block, an index into the article's blocks.
    pub block: usize,
    /// Its words, indices into [`View::words`].
    pub words: Range<usize>,
    /// Whether it is the first of its block.
    pub first: bool,
}

impl View {
    /// The view of a document with these stretches folded; they are in order and do not overlap.
    pub fn new(document: &Document<'_>, folds: &[Fold]) -> Self {
        let mut builder = Builder { view: Self::default(), document, folds, next: 0, start: 0 };
        let mut block = usize::MAX;
        let mut first = true;
        for sentence in document.sentences.iter().filter(|sentence| !sentence.words.is_empty()) {
            if sentence.block != block {
                builder.close(block, &mut first);
                block = sentence.block;
                first = true;
            }
            builder.sentence(sentence.words.clone());
            if !builder.ends_inside_fold(sentence.span.end) {
                builder.close(block, &mut first);
            }
        }
        builder.close(block, &mut first);
        builder.view
    }

    /// The words of a unit.
    pub fn words_of(&self, unit: &Unit) -> &[Word] {
        self.words.get(unit.words.clone()).unwrap_or_default()
    }

    /// The fold that a word stands for.
    pub fn fold_of(&self, word: usize) -> Option<usize> {
        match self.parts.get(word) {
            Some(Part::Folded(fold)) => Some(*fold),
            _ => None,
        }
    }
}

struct Builder<'d> {
    view: View,
    document: &'d Document<'d>,
    folds: &'d [Fold],
    /// The first fold that does not lie wholly before the word at hand.
    next: usize,
    start: usize,
}

impl Builder<'_> {
    fn sentence(&mut self, words: Range<usize>) {
        for index in words {
            let Some(word) = self.document.words.get(index).copied() else { continue };
            while self.folds.get(self.next).is_some_and(|fold| fold.span.end <= word.span.start) {
                self.next += 1;
            }
            match self.folds.get(self.next) {
                Some(fold) if fold.span.overlaps(word.span) => self.folded(self.next, fold),
                _ => self.word(index, word),
            }
        }
    }

    fn folded(&mut self, index: usize, fold: &Fold) {
        let shown = self.view.parts.len() > self.start
            && self.view.parts.last() == Some(&Part::Folded(index));
        if !shown {
            self.view.words.push(Word {
                span: fold.span,
                id: WordId::UNKNOWN,
                classes: fold.classes,
                bits: 0,
            });
            self.view.parts.push(Part::Folded(index));
        }
    }

    /// Adds a word, or joins it to the one before where a hyphen holds them together.
    fn word(&mut self, index: usize, word: Word) {
        let count = self.view.words.len();
        if word.is(class::GLUED) && count >= self.start + 2 {
            let lexicon = self.document.lexicon;
            let text = self.document.text();
            let (head, tail) = self.view.words.split_at_mut(count - 1);
            if let (Some(before), Some(hyphen)) = (head.last_mut(), tail.first())
                && hyphen.is(class::HYPHEN)
                && hyphen.is(class::GLUED)
                && !before.is(class::QUOTE)
                && is_wordy(before)
                && is_wordy(&word)
            {
                before.span = before.span.join(word.span);
                let written = before.span.of(text);
                // A chain of hyphens is looked up no more once it is longer than any word of the lists.
                before.id = if written.len() > LONGEST_COMPOUND {
                    WordId::UNKNOWN
                } else {
                    let mut form = String::new();
                    super::word::normalize(written, &mut form);
                    lexicon.id(&form)
                };
                before.bits = lexicon.bits_of(before.id);
                let shape = before.classes;
                before.classes = if before.id == WordId::UNKNOWN {
                    compound(&word)
                } else {
                    lexicon.classes_of(before.id)
                };
                for kept in [class::CAPITALIZED, class::LOWER, class::SENTENCE_START, class::GLUED]
                {
                    if shape.has(kept) {
                        before.classes.insert(kept);
                    }
                }
                let capital = before.is(class::CAPITALIZED) || word.is(class::CAPITALIZED);
                before.classes.insert(if capital { class::CAPITALIZED } else { class::LOWER });
                self.view.words.pop();
                self.view.parts.pop();
                if let Some(part) = self.view.parts.last_mut() {
                    *part = Part::Word(index);
                }
                return;
            }
        }
        self.view.words.push(word);
        self.view.parts.push(Part::Word(index));
    }

    /// Whether the sentence that ends at `end` ends inside a fold that goes on behind it.
    fn ends_inside_fold(&self, end: u32) -> bool {
        let Some(Part::Folded(fold)) = self.view.parts.last() else { return false };
        self.folds.get(*fold).is_some_and(|fold| fold.bridges && fold.span.end > end)
    }

    /// In a title every word has a capital, which then says nothing: verbs and words of grammar
    /// count as lower case there.
    fn lower_title(&mut self, block: usize) {
        let kind = self.document.article.blocks.get(block).map(|block| block.kind);
        if !matches!(kind, Some(BlockKind::Headline | BlockKind::Heading)) {
            return;
        }
        let words = self.view.words.get_mut(self.start..).unwrap_or_default();
        let count = |words: &[Word], class| words.iter().filter(|word| word.is(class)).count();
        if count(words, class::CAPITALIZED) <= 2 * count(words, class::LOWER) {
            return;
        }
        let lowered = [
            class::VERB,
            class::REPORT_VERB,
            class::AUXILIARY,
            class::PREPOSITION,
            class::DETERMINER,
            class::PRONOUN,
            class::CONJUNCTION,
            class::SUBORDINATOR,
            class::RELATIVE_PRONOUN,
            class::QUESTION_WORD,
            class::POSSESSIVE,
            class::ADVERB,
            class::ING,
        ];
        for word in words.iter_mut().filter(|word| word.is(class::CAPITALIZED)) {
            let known = lowered.iter().any(|class| word.is(*class))
                || word.is(class::VERB_NOUN) && word.is(class::THIRD);
            if known && !word.is(class::GIVEN_NAME) {
                word.classes.remove(class::CAPITALIZED);
                word.classes.insert(class::LOWER);
            }
        }
    }

    fn close(&mut self, block: usize, first: &mut bool) {
        self.lower_title(block);
        let words = self.start..self.view.words.len();
        if !words.is_empty() {
            self.view.units.push(Unit { block, words: words.clone(), first: *first });
            *first = false;
        }
        self.start = words.end;
    }
}

fn is_wordy(word: &Word) -> bool {
    [class::LOWER, class::CAPITALIZED, class::NUMBER].iter().any(|class| word.is(*class))
}

/// The classes of a compound that the lexicon does not know, from its last part: a role stays a
/// role (`co-founder`), a verb or participle makes an adjective (`government-run`).
fn compound(last: &Word) -> crate::lexicon::ClassSet {
    let mut classes = crate::lexicon::ClassSet::EMPTY;
    for kept in [
        class::ROLE,
        class::ORG_NOUN,
        class::GROUP_NOUN,
        class::DOCUMENT_NOUN,
        class::PLURAL,
        class::NOUN,
        class::KINSHIP,
        class::MALE,
        class::FEMALE,
        class::UNKNOWN,
    ] {
        if last.is(kept) {
            classes.insert(kept);
        }
    }
    if !(last.is(class::ROLE)
        || last.is(class::ORG_NOUN)
        || last.is(class::GROUP_NOUN)
        || last.is(class::KINSHIP))
    {
        classes.insert(class::ADJECTIVE);
    }
    classes
}
