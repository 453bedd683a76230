//! Word lists: which classes a word has.
//!
//! Each list is a text file beside this one, with its source in its head; [`load`](lists) says what its
//! columns mean. A word that stands in several lists has the classes of all of them.

pub mod class;
mod lists;
mod set;

pub use set::{Class, ClassSet, Classes, MAX_CLASSES};

use rustc_hash::FxHashMap;
use std::borrow::Cow;

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
    /// See [`Lexicon::bits_of`].
    bits: u64,
}

/// All words and classes.
#[derive(Debug, Clone)]
pub struct Lexicon {
    ids: FxHashMap<Cow<'static, str>, WordId>,
    entries: Vec<Entry>,
    texts: Vec<Cow<'static, str>>,
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
        let unknown = Entry { classes: ClassSet::EMPTY, lemma: WordId::UNKNOWN, bits: 0 };
        Self {
            ids: FxHashMap::default(),
            entries: vec![unknown],
            texts: vec![Cow::Borrowed("")],
            classes,
            literals: 0,
        }
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
        self.ids.get(word).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The id of a word, made if need be; at first its own lemma and without classes.
    pub fn intern(&mut self, word: impl Into<Cow<'static, str>>) -> WordId {
        let word = word.into();
        if let Some(id) = self.ids.get(&word) {
            return *id;
        }
        let id = WordId(self.entries.len() as u32);
        self.entries.push(Entry { classes: ClassSet::EMPTY, lemma: id, bits: 0 });
        self.texts.push(word.clone());
        self.ids.insert(word, id);
        id
    }

    #[inline]
    fn entry(&self, id: WordId) -> Entry {
        self.entries.get(id.0 as usize).copied().unwrap_or(Entry {
            classes: ClassSet::EMPTY,
            lemma: WordId::UNKNOWN,
            bits: 0,
        })
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
        entry.bits | if entry.lemma == id { 0 } else { self.entry(entry.lemma).bits }
    }

    /// A word that a pattern names, made if need be, with its bit.
    pub(crate) fn intern_literal(&mut self, word: &str) -> WordId {
        let id = self.intern(word.to_owned());
        let bit = 1_u64.rotate_left(self.literals);
        if let Some(entry) = self.entries.get_mut(id.0 as usize)
            && entry.bits == 0
        {
            entry.bits = bit;
            self.literals += 1;
        }
        id
    }

    /// The normal form of a word.
    pub fn text_of(&self, id: WordId) -> &str {
        self.texts.get(id.0 as usize).map_or("", |text| text)
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
    pub fn add(&mut self, word: impl Into<Cow<'static, str>>, class: Class) -> WordId {
        let id = self.intern(word);
        self.add_to(id, class);
        id
    }

    pub(crate) fn add_to(&mut self, id: WordId, class: Class) {
        if let Some(entry) = self.entries.get_mut(id.0 as usize) {
            entry.classes.insert(class);
        }
    }

    fn reserve(&mut self, words: usize) {
        self.ids.reserve(words);
        self.entries.reserve(words);
        self.texts.reserve(words);
    }

    /// Says which word is the base form of another.
    pub fn set_lemma(&mut self, word: WordId, lemma: WordId) {
        if let Some(entry) = self.entries.get_mut(word.0 as usize) {
            entry.lemma = lemma;
        }
    }
}
