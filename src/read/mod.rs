//! The reading room: bytes in, [`Article`] out.
//!
//! [`read_document`] takes a whole file, [`read_record`] one line of JSON Lines; both are pure. What
//! cannot be read comes back as [`Rejected`], ready to become an error record.

mod article;
mod binary;
mod decode;
mod detect;
mod document;
mod options;
mod record;

pub use article::{Article, Block, BlockKind, Meta, Notice, Published, PublishedFrom, Source};
pub use detect::{by_extension, detect};
pub use document::read_document;
pub use options::{Fields, Format, MAX_RECORD, Options, Rejected};
pub use record::read_record;

use document::Given;

/// The article that a plain text makes.
fn text_article(text: String, given: Given, options: &Options) -> Article {
    let block = |span| Block { span, kind: BlockKind::Body, dateline: None, turn: None };
    let blocks = crate::text::paragraphs(&text).into_iter().map(block).collect();
    let day = |day: String, from| Some(Published { day, from });
    let published = options
        .date
        .and_then(|date| day(date.to_string(), PublishedFrom::Option))
        .or_else(|| given.date.and_then(|date| day(date, PublishedFrom::Field)))
        .or_else(|| {
            options.default_date.and_then(|date| day(date.to_string(), PublishedFrom::Default))
        });
    let meta = Meta {
        title: given.title,
        authors: given.authors,
        outlet: given.outlet,
        url: given.url,
        published,
        ..Meta::default()
    };
    Article { text, blocks, meta, ..Article::default() }
}
