//! The way of one article through the rooms: text, find, resolve, report.

use crate::read::Article;
use crate::report::{ArticleInfo, CodePoints, Report, SCHEMA, Sentence};
use crate::text;

/// What to extract and what to put into the record.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// Also claims that the article makes in its own voice.
    pub narrator: bool,
    /// How to read 03/04/2024 where the text does not tell.
    pub date_order: DateOrder,
    /// Put the article's text into the record.
    pub with_text: bool,
    /// Put the sentences into the record.
    pub with_sentences: bool,
}

/// How to read an all-number date where the text does not tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// Month, day, year.
    #[default]
    Mdy,
    /// Day, month, year.
    Dmy,
}

/// Finds everything in one article.
pub fn extract(article: &Article, options: &Options) -> Report {
    let points = CodePoints::new(&article.text);
    let sentences = article
        .blocks
        .iter()
        .flat_map(|block| {
            let mut spans = Vec::new();
            text::split_sentences(&article.text, block.span, &mut spans);
            spans.into_iter().map(|span| (span, block.kind))
        })
        .map(|(span, block)| Sentence {
            start: points.at(span.start),
            end: points.at(span.end),
            block,
        })
        .collect();
    let meta = &article.meta;
    Report {
        schema: SCHEMA,
        id: article.id.clone(),
        source: article.source.clone(),
        article: ArticleInfo {
            title: meta.title.clone(),
            authors: Some(meta.authors.clone()),
            dateline: meta.dateline.clone(),
            published: meta.published.as_ref().map(|published| published.day.clone()),
            published_from: meta.published.as_ref().map(|published| published.from),
            updated: meta.updated.clone(),
            outlet: meta.outlet.clone(),
            url: meta.url.clone(),
        },
        speakers: Vec::new(),
        quotes: Vec::new(),
        claims: Vec::new(),
        dates: Vec::new(),
        text: options.with_text.then(|| article.text.clone()),
        sentences: options.with_sentences.then_some(sentences),
        kept: article.kept.clone(),
        warnings: article.warnings.clone(),
        error: None,
    }
}
