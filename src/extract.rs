//! The way of one article through the rooms: text, find, resolve, report.

use crate::assemble;
use crate::claim;
use crate::confidence::Confidence;
use crate::date::{self, CountFrom, Day};
use crate::quote::{self, Reading};
use crate::read::Article;
use crate::report::{ArticleInfo, CodePoints, DateType, Report, SCHEMA, Sentence};
use crate::rules::{Registry, RuleError, Scratch};
use crate::speaker::KnownSpeakers;
use crate::text::{Document, Span};

/// What to extract and what to put into the record.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// Also claims that the article makes in its own voice.
    pub narrator: bool,
    /// How to read 03/04/2024 where the text does not tell.
    pub date_order: DateOrder,
    /// Speakers that the user knows by name.
    pub known_speakers: KnownSpeakers,
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

/// The rules made ready, and what to do with them. Made once, used for any number of articles,
/// from any number of threads.
#[derive(Debug)]
pub struct Extractor {
    registry: Registry,
    quote_rules: Vec<usize>,
    claims: claim::Finder,
    dates: date::Finder,
    confidence: Confidence,
    options: Options,
}

impl Extractor {
    /// An extractor with the rules that come with the program.
    ///
    /// # Errors
    /// A rule file of the program is broken, which its tests rule out.
    pub fn new(options: Options) -> Result<Self, RuleError> {
        Self::with_rules(Registry::builtin()?, options)
    }

    /// An extractor with these rules.
    ///
    /// # Errors
    /// As [`Extractor::new`].
    pub fn with_rules(registry: Registry, options: Options) -> Result<Self, RuleError> {
        let dates = date::Finder::new(&registry)?;
        Ok(Self {
            quote_rules: registry.family("quote"),
            claims: claim::Finder::new(&registry)?,
            dates,
            confidence: Confidence::builtin()?,
            registry,
            options,
        })
    }

    /// The rules and word lists.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// Finds everything in one article.
    pub fn extract(&self, article: &Article) -> Report {
        let document = Document::new(article, self.registry.lexicon());
        let points = CodePoints::new(&article.text);
        let mut scratch = Scratch::default();
        let meta = &article.meta;
        let published = meta.published.as_ref().and_then(|published| Day::parse(&published.day));
        let order = self.options.date_order;
        let marked = quote::pair(&article.text, &article.blocks);
        let quoted: Vec<Span> = marked.iter().map(|marked| marked.span).collect();
        let count_from = CountFrom { published, order, quoted: &quoted };
        let dates = self.dates.find(&document, &self.registry, &count_from, &mut scratch);
        // Durations and rates stay words: "the three-year deal" is a noun phrase.
        let days = dates.iter().filter(|date| matches!(date.kind, DateType::Date | DateType::Time));
        let days: Vec<Span> = days.map(|date| date.span).collect();
        let reading = Reading::new(&document, &marked, &days);
        let quotes = quote::find(
            &document,
            &marked,
            &reading,
            &self.registry,
            &self.quote_rules,
            &mut scratch,
        );
        let mut claims = self.claims.find(&document, &reading, &self.registry, &mut scratch);
        claims.retain(|claim| claim::puts_forward(&document, claim));
        if self.options.narrator {
            claims.extend(claim::narrator(&document, &reading, &claims));
        }
        claims.extend(claim::quoted(&document, &quotes));
        claims.extend(claim::turns(&document));
        let facts = assemble::Facts { quotes: &quotes, dates: &dates, worth: self.claims.worth() };
        let mut speakers = assemble::Speakers::new(
            &document,
            &points,
            &marked,
            (&quotes, &claims),
            &self.options.known_speakers,
        );
        let mut claims = assemble::claims(&document, &points, &claims, facts, &mut speakers);
        let mut quotes = assemble::quotes(&document, &points, &quotes, &dates, &mut speakers);
        let sentences = || {
            let each = document.sentences.iter().filter_map(|sentence| {
                let block = document.block(sentence)?.kind;
                Some(Sentence {
                    start: points.at(sentence.span.start),
                    end: points.at(sentence.span.end),
                    block,
                })
            });
            each.collect()
        };
        let dates = assemble::dates(&self.registry, &points, &dates);
        let mut report = Report {
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
            speakers: speakers.into_list(&mut quotes, &mut claims),
            quotes,
            claims,
            dates,
            text: self.options.with_text.then(|| article.text.clone()),
            sentences: self.options.with_sentences.then(sentences),
            kept: article.kept.clone(),
            warnings: article.warnings.clone(),
            error: None,
        };
        self.confidence.rate(&mut report);
        report
    }
}

/// Finds everything in one article, with the rules that come with the program.
///
/// Makes an [`Extractor`] for it; for more than one article make one yourself.
///
/// # Errors
/// As [`Extractor::new`].
pub fn extract(article: &Article, options: &Options) -> Result<Report, RuleError> {
    Ok(Extractor::new(options.clone())?.extract(article))
}
