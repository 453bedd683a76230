//! The reading room: bytes in, [`Article`] out.

mod article;
mod thin;

pub use article::{Article, Block, BlockKind, Meta, Notice, Published, PublishedFrom, Source};
pub use thin::{Format, Options, Rejected, detect, read_document, read_record};
