//! An article with its sentences and words.

use super::{Span, Word, split_sentences, split_words};
use crate::lexicon::Lexicon;
use crate::read::{Article, Block};
use std::ops::Range;

/// An article, split: what all finders work on.
#[derive(Debug)]
pub struct Document<'a> {
    /// The article.
    pub article: &'a Article,
    /// The word lists that gave the words their classes.
    pub lexicon: &'a Lexicon,
    /// All sentences in order, those of blocks without facts too.
    pub sentences: Vec<Sentence>,
    /// The words of the blocks that hold facts, sentence by sentence.
    pub words: Vec<Word>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where, in bytes, without white space around it; a dateline is part of it.
    pub span: Span,
    /// Its block, an index into [`Article::blocks`].
    pub block: usize,
    /// Its words, indices into [`Document::words`]; without a dateline or the name of a turn,
    /// empty where the block holds no facts.
    pub words: Range<usize>,
}

impl<'a> Document<'a> {
    /// Splits an article.
    pub fn new(article: &'a Article, lexicon: &'a Lexicon) -> Self {
        let text = &article.text;
        let mut document = Self { article, lexicon, sentences: Vec::new(), words: Vec::new() };
        let mut spans = Vec::new();
        for (index, block) in article.blocks.iter().enumerate() {
            spans.clear();
            split_sentences(text, block.span, &mut spans);
            for span in &spans {
                let first = document.words.len();
                if block.kind.holds_facts() {
                    split_words(text, body_of(*span, block, text), lexicon, &mut document.words);
                }
                let words = first..document.words.len();
                document.sentences.push(Sentence { span: *span, block: index, words });
            }
        }
        document
    }

    /// The article's text.
    pub fn text(&self) -> &'a str {
        &self.article.text
    }

    /// The block of a sentence.
    pub fn block(&self, sentence: &Sentence) -> Option<&'a Block> {
        self.article.blocks.get(sentence.block)
    }

    /// The words of a sentence.
    pub fn words_of(&self, sentence: &Sentence) -> &[Word] {
        self.words.get(sentence.words.clone()).unwrap_or_default()
    }

    /// The index of the sentence that holds byte `at`, or of the last one before it.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.span.start <= at).checked_sub(1)
    }

    /// The words inside a span, as indices into [`Document::words`].
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let first = self.words.partition_point(|word| word.span.start < span.start);
        let last = self.words.partition_point(|word| word.span.end <= span.end);
        first..last.max(first)
    }
}

/// A sentence without the dateline or the name of a turn at its head.
fn body_of(sentence: Span, block: &Block, text: &str) -> Span {
    let mut start = sentence.start;
    if let Some(dateline) = block.dateline.filter(|dateline| dateline.overlaps(sentence)) {
        start = start.max(dateline.end.min(sentence.end));
    }
    if let Some(name) = block.turn.filter(|name| name.overlaps(sentence)) {
        let behind = Span { start: name.end.min(sentence.end), end: sentence.end };
        let colon = behind.of(text).starts_with([':', '.']);
        start = start.max(behind.start + u32::from(colon));
    }
    Span { start, end: sentence.end }.trim(text)
}
