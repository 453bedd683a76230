//! `whosaid` reads news articles and tells who said what, when.

mod assemble;
mod extract;
pub mod lexicon;
pub mod quote;
pub mod read;
pub mod report;
pub mod rules;
pub mod text;

pub use extract::{DateOrder, Extractor, Options, extract};
