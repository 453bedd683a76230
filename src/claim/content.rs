//! The words of a claim's content, in the form in which the attributes look at them.

use crate::lexicon::{Class, Lexicon, class};
use crate::text::{Document, Span, Word, normalize};
use std::ops::Range;

/// A stretch of an article, or several, as words in their normal form.
///
/// An index outside of it is no error: there is the empty word, which has no class.
#[derive(Debug)]
pub struct Content<'d> {
    lexicon: &'d Lexicon,
    words: Vec<&'d Word>,
    /// The normal forms one after the other, and where each of them stands.
    letters: String,
    places: Vec<Range<usize>>,
}

impl<'d> Content<'d> {
    /// The words of these spans (bytes), in order.
    pub fn new(document: &'d Document<'_>, spans: &[Span]) -> Self {
        Self::of_words(document, spans.iter().map(|span| document.words_in(*span)))
    }

    /// The words of the sentence around a span, `reach` to either side, and the place of the span
    /// among them.
    pub fn around(document: &'d Document<'_>, span: Span, reach: usize) -> (Self, Range<usize>) {
        let inside = document.words_in(span);
        let sentence = document
            .sentence_at(span.start)
            .and_then(|index| document.sentences.get(index))
            .map_or(inside.clone(), |sentence| sentence.words.clone());
        let start = inside.start.saturating_sub(reach).max(sentence.start).min(inside.start);
        let end = (inside.end + reach).min(sentence.end).max(inside.end);
        let place = inside.start - start..inside.end - start;
        (Self::of_words(document, std::iter::once(start..end)), place)
    }

    fn of_words(document: &'d Document<'_>, ranges: impl Iterator<Item = Range<usize>>) -> Self {
        let mut content = Self {
            lexicon: document.lexicon,
            words: Vec::new(),
            letters: String::new(),
            places: Vec::new(),
        };
        let mut buffer = String::new();
        for range in ranges {
            for word in document.words.get(range).unwrap_or_default() {
                normalize(word.span.of(document.text()), &mut buffer);
                let start = content.letters.len();
                content.letters.push_str(&buffer);
                content.words.push(word);
                content.places.push(start..content.letters.len());
            }
        }
        content
    }

    /// The number of words, punctuation marks counted.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The normal form of a word: lower case, straight apostrophes.
    pub fn word(&self, index: usize) -> &str {
        self.places.get(index).and_then(|place| self.letters.get(place.clone())).unwrap_or_default()
    }

    /// The base form of a word, the empty word where the lexicon does not know it.
    pub fn lemma(&self, index: usize) -> &str {
        self.words
            .get(index)
            .map_or("", |word| self.lexicon.text_of(self.lexicon.lemma_of(word.id)))
    }

    /// The word before, the empty one at the start.
    pub fn before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Where a word stands, in bytes of the article; empty at 0 for the empty word.
    pub fn span(&self, index: usize) -> Span {
        self.words.get(index).map_or(Span::default(), |word| word.span)
    }

    /// The span from one word to another, both in it.
    pub fn span_of(&self, first: usize, last: usize) -> Span {
        self.span(first).join(self.span(last))
    }

    /// Whether a word is of a class.
    pub fn is(&self, index: usize, class: Class) -> bool {
        self.words.get(index).is_some_and(|word| word.is(class))
    }

    /// Whether a word is one of these, each in its normal form.
    pub fn is_in(&self, index: usize, words: &[&str]) -> bool {
        words.contains(&self.word(index))
    }

    /// Whether this holds for one of the words at least.
    pub fn any(&self, holds: impl Fn(usize) -> bool) -> bool {
        (0..self.len()).any(holds)
    }

    /// Whether these words stand at `index`, one after the other.
    pub fn has(&self, index: usize, words: &str) -> bool {
        let words = words.as_bytes().split(|byte| *byte == b' ');
        words.enumerate().all(|(step, word)| self.word(index + step).as_bytes() == word)
    }

    /// Whether the words before `index` are these.
    pub fn follows(&self, index: usize, words: &str) -> bool {
        index.checked_sub(words.split(' ').count()).is_some_and(|start| self.has(start, words))
    }

    /// Whether no letters but marks stand there, or nothing.
    pub fn is_mark(&self, index: usize) -> bool {
        !self.word(index).starts_with(|first: char| first.is_alphanumeric())
            && !self.is(index, class::CLITIC)
    }

    /// Whether the clause can end before this word: a comma, stop, dash, or the end.
    pub fn is_break(&self, index: usize) -> bool {
        const BREAKS: [Class; 9] = [
            class::COMMA,
            class::STOP,
            class::SEMICOLON,
            class::COLON,
            class::DASH,
            class::ELLIPSIS,
            class::QUESTION_MARK,
            class::EXCLAMATION_MARK,
            class::OPEN_BRACKET,
        ];
        index >= self.len() || BREAKS.iter().any(|mark| self.is(index, *mark))
    }
}
