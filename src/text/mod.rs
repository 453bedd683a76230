//! The text room: spans, sentences, words and their classes.

mod span;

pub use span::Span;
