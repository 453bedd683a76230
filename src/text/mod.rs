//! The text room: spans, sentences, words and their classes.

mod document;
mod layout;
mod number;
mod sentence;
mod span;
#[cfg(test)]
mod tests;
mod view;
mod word;

pub use document::{Document, Sentence};
pub use layout::paragraphs;
pub use sentence::split_sentences;
pub use span::Span;
pub use view::{Fold, Part, Unit, View};
pub(crate) use word::normalize;
pub use word::{Word, split_words};
