//! A whole file: a text or a saved page.

use super::article::{Article, Notice, Source};
use super::decode;
use super::detect::{by_extension, detect};
use super::options::{Format, Options, Rejected};
use super::text_article;
use serde_json::{Map, Value};
use std::path::Path;

/// Reads a whole text or HTML file, decompressed; `source` has its path.
///
/// # Errors
/// [`Rejected`] where the bytes are too many or no text.
pub fn read_document(
    bytes: &[u8],
    mut source: Source,
    options: &Options,
) -> Result<Article, Box<Rejected>> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    let format = match detect(source.path.as_deref().map(Path::new), head, options) {
        Format::Html => Format::Html,
        Format::Text | Format::Jsonl => Format::Text,
    };
    source.format = Some(format.name().to_owned());
    let id = place(&source);
    match read(bytes, format, &mut source, options) {
        Ok(article) => Ok(Article { id, source, ..article }),
        Err(notice) => Err(Box::new(Rejected { id, source, kept: Map::new(), notice })),
    }
}

#[cfg(feature = "html")]
fn page_article(page: &str, given: Given, options: &Options) -> Result<Article, Notice> {
    super::html::read(page, given, options)
}

#[cfg(not(feature = "html"))]
fn page_article(_: &str, _: Given, _: &Options) -> Result<Article, Notice> {
    Err(Notice::new("html-not-built-in", "this build reads no HTML; save the page as plain text"))
}

fn read(
    bytes: &[u8],
    format: Format,
    source: &mut Source,
    options: &Options,
) -> Result<Article, Notice> {
    if bytes.len() > options.max_record {
        return Err(too_large(bytes.len(), options));
    }
    let label = if format == Format::Html { decode::label_in(bytes) } else { None };
    let decoded = decode::decode(bytes, label)?;
    source.encoding = Some(decoded.encoding);
    let given = Given { url: options.url.clone(), ..Given::default() };
    let mut article = match format {
        Format::Html => page_article(&decoded.text, given, options)?,
        Format::Text | Format::Jsonl => text_article(decoded.text, given, options),
    };
    article.warnings.splice(0..0, decoded.warnings);
    let named = source.path.as_deref().and_then(|path| by_extension(Path::new(path)));
    if format == Format::Html && options.from.is_none() && named == Some(Format::Text) {
        let message = "the file is named as a text but holds a page; --from text reads it as it is";
        article.warnings.push(Notice::new("read-as-html", message));
    }
    Ok(article)
}

/// What the input itself says about the article, beside its text.
#[derive(Debug, Default)]
pub(super) struct Given {
    pub(super) date: Option<String>,
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<String>,
    pub(super) url: Option<String>,
}

/// Path, or `PATH:LINE`; `-` for standard input.
pub(super) fn place(source: &Source) -> Value {
    let path = source.path.as_deref().unwrap_or("-");
    match source.line {
        Some(line) => Value::String(format!("{path}:{line}")),
        None => Value::String(path.to_owned()),
    }
}

pub(super) fn too_large(length: usize, options: &Options) -> Notice {
    let limit = options.max_record;
    Notice::new(
        "too-large",
        format!("{length} bytes are more than the limit of {limit}; raise it with --max-record"),
    )
}
