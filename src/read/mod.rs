//! The reading room: bytes in, [`Article`] out.
//!
//! [`read_document`] takes a whole file, [`read_record`] one line of JSON Lines; both are pure. What
//! cannot be read comes back as [`Rejected`], ready to become an error record.

mod address;
mod article;
mod binary;
mod blocks;
mod day;
mod decode;
mod detect;
mod document;
#[cfg(feature = "html")]
mod html;
mod language;
mod meta;
mod options;
mod record;
#[cfg(test)]
mod tests;

pub use article::{Article, Block, BlockKind, Meta, Notice, Published, PublishedFrom, Source};
pub use detect::{by_extension, detect};
pub use document::read_document;
pub use options::{Fields, Format, MAX_RECORD, Options, Rejected};
pub use record::read_record;

use document::Given;

/// The article that a plain text makes.
fn text_article(text: String, given: Given, options: &Options) -> Article {
    let paragraphs = crate::text::paragraphs(&text);
    let (blocks, found) = blocks::classify(&text, &paragraphs, &[], options.date_order);
    let url_day = given.url.as_deref().and_then(address::day);
    let page = meta::PageMeta { url_day, ..meta::PageMeta::default() };
    let (meta, mut warnings) = meta::settle(given, found, page, options);
    warnings.extend(language::check(&text));
    Article { text, blocks, meta, warnings, ..Article::default() }
}
