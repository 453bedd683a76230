//! Quotations: marks paired, quotes told from scare quotes, speakers attached.

mod fold;
mod marks;
mod noun_phrase;

pub use fold::folds;
pub use marks::{Marked, pair};
pub use noun_phrase::noun_phrases;
