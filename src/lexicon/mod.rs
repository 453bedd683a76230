//! Word lists: which classes a word has.
//!
//! Each list is a text file beside this one, with its source in its head; `lists.rs` says what its
//! columns mean. A word that stands in several lists has the classes of all of them.

pub mod class;
mod lists;
mod rows;
mod set;
mod words;

pub use set::{Class, ClassSet, Classes, MAX_CLASSES};

use words::Words;

/// A word known to the lexicon or to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// The id of all words that no list and no rule knows.
    pub const UNKNOWN: Self = Self(0);
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    classes: ClassSet,
    lemma: WordId,
    /// The bit of [`Lexicon::bits_of`], from 1; 0 for none.
    bit: u8,
}

impl Entry {
    const UNKNOWN: Self = Self { classes: ClassSet::EMPTY, lemma: WordId::UNKNOWN, bit: 0 };

    #[inline]
    fn bits(&self) -> u64 {
        if self.bit == 0 { 0 } else { 1 << (self.bit - 1) }
    }
}

/// All words and classes.
#[derive(Debug, Clone)]
pub struct Lexicon {
    words: Words,
    entries: Vec<Entry>,
    classes: Classes,
    /// How many words patterns name so far.
    literals: u32,
}

impl Default for Lexicon {
    /// A lexicon without words.
    fn default() -> Self {
        let mut classes = Classes::default();
        for name in class::NAMES {
            classes.intern(name);
        }
        let mut words = Words::default();
        words.insert(""); // the text of the unknown
        Self { words, entries: vec![Entry::UNKNOWN], classes, literals: 0 }
    }
}

impl Lexicon {
    /// The lexicon that comes with the program.
    pub fn builtin() -> Self {
        let mut lexicon = Self::default();
        lists::load(&mut lexicon);
        lexicon
    }

    /// The id of a word in its normal form (lower case, straight apostrophes).
    #[inline]
    pub fn id(&self, word: &str) -> WordId {
        self.words.find(word).map_or(WordId::UNKNOWN, |index| WordId(index as u32))
    }

    /// The id of a word, made if need be; at first its own lemma and without classes.
    pub fn intern(&mut self, word: &str) -> WordId {
        let (index, new) = self.words.insert(word);
        let id = WordId(index as u32);
        if new {
            self.entries.push(Entry { lemma: id, ..Entry::UNKNOWN });
        }
        id
    }

    #[inline]
    fn entry(&self, id: WordId) -> &Entry {
        self.entries.get(id.0 as usize).unwrap_or(&Entry::UNKNOWN)
    }

    /// The classes of a word.
    #[inline]
    pub fn classes_of(&self, id: WordId) -> ClassSet {
        self.entry(id).classes
    }

    /// The base form of a word, itself where none is known.
    #[inline]
    pub fn lemma_of(&self, id: WordId) -> WordId {
        self.entry(id).lemma
    }

    /// For the quick look whether a sentence can hold a word that a pattern names: one of 64 bits
    /// for the word and one for its base form, where a pattern names them; else none.
    #[inline]
    pub fn bits_of(&self, id: WordId) -> u64 {
        let entry = self.entry(id);
        entry.bits() | if entry.lemma == id { 0 } else { self.entry(entry.lemma).bits() }
    }

    /// A word that a pattern names, made if need be, with its bit.
    pub(crate) fn intern_literal(&mut self, word: &str) -> WordId {
        let id = self.intern(word);
        if let Some(entry) = self.entries.get_mut(id.0 as usize)
            && entry.bit == 0
        {
            entry.bit = (self.literals % u64::BITS) as u8 + 1;
            self.literals += 1;
        }
        id
    }

    /// The normal form of a word.
    pub fn text_of(&self, id: WordId) -> &str {
        self.words.text(id.0 as usize)
    }

    /// The names of all classes.
    pub fn classes(&self) -> &Classes {
        &self.classes
    }

    /// The class of this name, made if need be; `None` when there are too many.
    pub fn intern_class(&mut self, name: &str) -> Option<Class> {
        self.classes.intern(name)
    }

    /// Gives a word a class more.
    pub fn add(&mut self, word: &str, class: Class) -> WordId {
        let id = self.intern(word);
        self.add_to(id, class);
        id
    }

    pub(crate) fn add_to(&mut self, id: WordId, class: Class) {
        if let Some(entry) = self.entries.get_mut(id.0 as usize) {
            entry.classes.insert(class);
        }
    }

    fn add_all(&mut self, id: WordId, classes: ClassSet) {
        if let Some(entry) = self.entries.get_mut(id.0 as usize) {
            entry.classes.extend(classes);
        }
    }

    /// Makes room for this many words of this many bytes in all.
    fn reserve(&mut self, words: usize, bytes: usize) {
        self.words.reserve(words, bytes);
        self.entries.reserve(words);
    }

    /// Says which word is the base form of another.
    pub fn set_lemma(&mut self, word: WordId, lemma: WordId) {
        if let Some(entry) = self.entries.get_mut(word.0 as usize) {
            entry.lemma = lemma;
        }
    }
}
