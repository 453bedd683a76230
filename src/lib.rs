//! `whosaid` reads news articles and tells who said what, when.

mod assemble;
pub mod batch;
pub mod claim;
mod confidence;
pub mod date;
mod extract;
pub mod lexicon;
pub mod quote;
pub mod read;
pub mod report;
pub mod rules;
pub mod select;
pub mod speaker;
pub mod stats;
pub mod text;
pub mod write;

pub use extract::{DateOrder, Extractor, Options, extract};
