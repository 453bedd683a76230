//! The reading room: bytes in, [`Article`] out.

mod article;

pub use article::{Article, Block, BlockKind, Meta, Notice, Published, PublishedFrom, Source};
