//! The text room: spans, sentences, words and their classes.

mod sentence;
mod span;

pub use sentence::split_sentences;
pub use span::Span;
