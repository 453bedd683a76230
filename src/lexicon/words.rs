//! The table of words: text to number and back.
//!
//! All texts stand in one string and the table holds numbers alone: tens of thousands of words go in
//! at every start, and this takes a third of the time and memory of a map from strings.

use rustc_hash::FxHasher;
use std::hash::Hasher as _;

/// Words, numbered from 0 in the order in which they came.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    texts: String,
    /// Where each text ends in `texts`, in bytes; it begins where the one before ends.
    ends: Vec<u32>,
    /// Open addressing: a power of two of places, at most three quarters of them taken.
    places: Vec<Place>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Place {
    /// The upper half of the hash, so that few texts are compared in vain.
    tag: u32,
    /// One more than the number of the word; 0 where the place is free.
    next: u32,
}

impl Words {
    /// Makes room for this many words of this many bytes in all.
    pub(super) fn reserve(&mut self, words: usize, bytes: usize) {
        self.texts.reserve(bytes);
        self.ends.reserve(words);
        self.grow((words * 4 / 3 + 1).next_power_of_two());
    }

    #[inline]
    pub(super) fn text(&self, index: usize) -> &str {
        let end_of = |index: usize| self.ends.get(index).map(|end| *end as usize);
        let start = index.checked_sub(1).map_or(Some(0), end_of);
        start.zip(end_of(index)).and_then(|(start, end)| self.texts.get(start..end)).unwrap_or("")
    }

    #[inline]
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        self.seek(word, hash(word)).ok()
    }

    /// The number of a word, and whether it is new.
    pub(super) fn insert(&mut self, word: &str) -> (usize, bool) {
        if self.ends.len() * 4 >= self.places.len() * 3 {
            self.grow((self.places.len() * 2).max(64));
        }
        let hash = hash(word);
        match self.seek(word, hash) {
            Ok(index) => (index, false),
            Err(free) => {
                self.texts.push_str(word);
                self.ends.push(self.texts.len() as u32);
                if let Some(place) = self.places.get_mut(free) {
                    *place = Place { tag: tag(hash), next: self.ends.len() as u32 };
                }
                (self.ends.len() - 1, true)
            }
        }
    }

    /// The number of a word, or the place where it would go.
    #[inline]
    fn seek(&self, word: &str, hash: u64) -> Result<usize, usize> {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(place) = self.places.get(at) {
            let Some(index) = place.next.checked_sub(1) else { return Err(at) };
            if place.tag == tag(hash) && self.text(index as usize) == word {
                return Ok(index as usize);
            }
            at = (at + 1) & mask;
        }
        Err(at)
    }

    fn grow(&mut self, size: usize) {
        if size <= self.places.len() {
            return;
        }
        self.places = vec![Place::default(); size];
        for index in 0..self.ends.len() {
            let hash = hash(self.text(index));
            let mut at = hash as usize & (size - 1);
            while self.places.get(at).is_some_and(|place| place.next != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(place) = self.places.get_mut(at) {
                *place = Place { tag: tag(hash), next: index as u32 + 1 };
            }
        }
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again() {
        let mut words = Words::default();
        assert_eq!(words.find("a"), None);
        let text = |number: usize| format!("word{number}");
        for number in 0..5000 {
            assert_eq!(words.insert(&text(number)), (number, true));
            if number == 50 {
                words.reserve(200, 1000);
            }
        }
        for number in 0..5000 {
            assert_eq!(words.insert(&text(number)), (number, false));
            assert_eq!(words.find(&text(number)), Some(number));
            assert_eq!(words.text(number), text(number));
        }
        assert_eq!((words.find("word5000"), words.text(5000)), (None, ""));
    }
}
