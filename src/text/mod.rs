//! The text room: spans, sentences, words and their classes.

mod layout;
mod sentence;
mod span;

pub use layout::paragraphs;
pub use sentence::split_sentences;
pub use span::Span;
