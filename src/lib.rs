//! `whosaid` reads news articles and tells who said what, when.

pub mod read;
pub mod report;
pub mod text;
