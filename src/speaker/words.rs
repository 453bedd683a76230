//! All words in which a speaker can be mentioned, the names of turns included.

use crate::lexicon::{Class, ClassSet, Lexicon, class};
use crate::quote::Marked;
use crate::text::{Document, Span, Word, split_words};
use std::ops::Range;

/// The words of the blocks that hold facts, in order, with what is asked of them.
pub(super) struct Words<'d> {
    /// The article's text.
    pub(super) text: &'d str,
    lexicon: &'d Lexicon,
    /// The words.
    pub(super) list: Vec<Word>,
    /// The first word of each sentence.
    starts: Vec<usize>,
    /// The block of each sentence.
    blocks: Vec<usize>,
    /// The first word of each turn's name, and whether the turn is a question.
    turns: Vec<(usize, bool)>,
    /// Quotations, in order, not overlapping.
    quoted: Vec<Span>,
}

impl<'d> Words<'d> {
    pub(super) fn new(document: &Document<'d>, marked: &[Marked]) -> Self {
        let text = document.text();
        let mut words = Self {
            text,
            lexicon: document.lexicon,
            list: Vec::with_capacity(document.words.len()),
            starts: Vec::new(),
            blocks: Vec::new(),
            turns: Vec::new(),
            quoted: marked.iter().map(|marked| marked.span).collect(),
        };
        let mut block = usize::MAX;
        for sentence in &document.sentences {
            if sentence.block != block {
                block = sentence.block;
                let turn = document.block(sentence);
                if let Some((whole, name)) = turn.and_then(|turn| Some((turn.span, turn.turn?))) {
                    let asks = whole.of(text).trim_end().ends_with('?');
                    words.turns.push((words.list.len(), asks));
                    words.begin(block);
                    split_words(text, name, document.lexicon, &mut words.list);
                }
            }
            if !sentence.words.is_empty() {
                words.begin(block);
                words.list.extend_from_slice(document.words_of(sentence));
            }
        }
        words
    }

    fn begin(&mut self, block: usize) {
        self.starts.push(self.list.len());
        self.blocks.push(block);
    }

    /// The words of each sentence, in order, with its block.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
        let ends = self.starts.iter().skip(1).copied().chain([self.list.len()]);
        let ranges = self.starts.iter().zip(ends).map(|(start, end)| *start..end);
        ranges.zip(self.blocks.iter().copied())
    }

    /// The sentence of a word.
    pub(super) fn sentence_of(&self, word: usize) -> usize {
        self.starts.partition_point(|start| *start <= word).saturating_sub(1)
    }

    /// The first word of a sentence.
    pub(super) fn start_of(&self, sentence: usize) -> usize {
        self.starts.get(sentence).copied().unwrap_or(self.list.len())
    }

    /// The words of the sentence that a word stands in.
    pub(super) fn around(&self, word: usize) -> Range<usize> {
        let sentence = self.sentence_of(word);
        self.start_of(sentence)..self.start_of(sentence + 1)
    }

    /// The block of a word.
    pub(super) fn block_of(&self, word: usize) -> usize {
        self.blocks.get(self.sentence_of(word)).copied().unwrap_or(usize::MAX)
    }

    /// The words that lie in a span.
    pub(super) fn within(&self, span: Span) -> Range<usize> {
        let first = self.list.partition_point(|word| word.span.end <= span.start);
        let last = self.list.partition_point(|word| word.span.start < span.end);
        first..last.max(first)
    }

    /// Whether a word stands in quotation marks.
    pub(super) fn is_quoted(&self, word: usize) -> bool {
        self.quote_around(word).is_some()
    }

    /// The quotation that a word stands in.
    pub(super) fn quote_around(&self, word: usize) -> Option<Span> {
        let span = self.span(word..word + 1);
        let at = self.quoted.partition_point(|quote| quote.end <= span.start);
        self.quoted.get(at).copied().filter(|quote| quote.overlaps(span))
    }

    /// Whether a word has a class; a word that is not there has none.
    pub(super) fn is(&self, word: usize, class: Class) -> bool {
        self.list.get(word).is_some_and(|word| word.is(class))
    }

    /// Whether a word has one of these classes.
    pub(super) fn is_any(&self, word: usize, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.is(word, *class))
    }

    /// A word as it stands.
    pub(super) fn raw(&self, word: usize) -> &'d str {
        self.list.get(word).map_or("", |word| word.span.of(self.text))
    }

    /// A word in lower case, without the stop of an abbreviation.
    pub(super) fn low(&self, word: usize) -> String {
        fold(self.raw(word))
    }

    /// Whether a word is this one, given in lower case.
    pub(super) fn reads(&self, word: usize, low: &str) -> bool {
        let raw = self.raw(word);
        raw.len() == low.len() && raw.eq_ignore_ascii_case(low)
    }

    /// The base form of a word: the singular of a noun.
    pub(super) fn lemma(&self, word: usize) -> String {
        let low = self.low(word);
        let id = self.lexicon.id(&low);
        match self.lexicon.text_of(self.lexicon.lemma_of(id)) {
            "" => low,
            lemma if self.is(word, class::PLURAL) => lemma.to_owned(),
            _ => low,
        }
    }

    /// The classes of a given name, found without its accents too.
    pub(super) fn given_name(&self, word: usize) -> Option<ClassSet> {
        let found = self.list.get(word)?;
        if found.is(class::GIVEN_NAME) {
            return Some(found.classes);
        }
        if !found.is(class::UNKNOWN) || self.raw(word).is_ascii() {
            return None;
        }
        let plain: String = self.low(word).chars().map(plain_letter).collect();
        let classes = self.lexicon.classes_of(self.lexicon.id(&plain));
        classes.has(class::GIVEN_NAME).then_some(classes)
    }

    /// Whether the turn that ends before a word, or at it, asks; and the first word of its name.
    pub(super) fn turns_before(&self, word: usize) -> impl Iterator<Item = (usize, bool)> + '_ {
        let count = self.turns.partition_point(|(start, _)| *start < word);
        self.turns.get(..count).unwrap_or_default().iter().rev().copied()
    }

    /// Whether a word begins the name of a turn.
    pub(super) fn is_turn(&self, word: usize) -> bool {
        self.turns.binary_search_by_key(&word, |(start, _)| *start).is_ok()
    }

    /// Whether the lexicon knows a word.
    pub(super) fn is_known(&self, word: usize) -> bool {
        !self.is(word, class::UNKNOWN)
    }

    /// Where a range of words stands.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let last = range.end.checked_sub(1).filter(|last| *last >= range.start);
        match (self.list.get(range.start), last.and_then(|last| self.list.get(last))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }
}

/// The form in which names and words are compared: lower case, no stop at the end, straight
/// apostrophes, no combining marks.
pub(super) fn fold(word: &str) -> String {
    let mut out = word.to_ascii_lowercase();
    if !out.is_ascii() {
        out.clear();
        for char in word.chars() {
            match char {
                '’' | 'ʼ' => out.push('\''),
                '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200D}' => {}
                _ => out.extend(char.to_lowercase()),
            }
        }
    }
    while out.len() > 1 && out.ends_with('.') {
        out.pop();
    }
    out
}

/// A letter without its accent.
fn plain_letter(char: char) -> char {
    const PLAIN: &[(&str, char)] = &[
        ("àáâãäåāăąạả", 'a'),
        ("çćčĉċ", 'c'),
        ("ďđð", 'd'),
        ("èéêëēĕėęěẹ", 'e'),
        ("ğĝġģ", 'g'),
        ("ìíîïĩīĭįı", 'i'),
        ("ķ", 'k'),
        ("ĺļľł", 'l'),
        ("ñńņň", 'n'),
        ("òóôõöøōŏőọ", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťț", 't'),
        ("ùúûüũūŭůűų", 'u'),
        ("ýÿŷ", 'y'),
        ("źżž", 'z'),
    ];
    let found = PLAIN.iter().find(|(accented, _)| accented.contains(char));
    found.map_or(char, |(_, plain)| *plain)
}
