//! Findings into the record: ids, code points, references.

mod claims;
mod speakers;

pub(crate) use claims::{Facts, claims};
pub(crate) use speakers::Speakers;

use crate::date::Date;
use crate::quote::Quote;
use crate::report::{self, CodePoints, Cue, QuoteKind};
use crate::rules::Registry;
use crate::text::{Document, Span};

/// Makes the record's quotes.
pub(crate) fn quotes(
    document: &Document<'_>,
    points: &CodePoints<'_>,
    quotes: &[Quote],
    dates: &[Date],
    speakers: &mut Speakers,
) -> Vec<report::Quote> {
    let text = document.text();
    let dated = spans_of(dates);
    let mut made = Vec::new();
    for (index, quote) in quotes.iter().enumerate() {
        let id = format!("q{}", index + 1);
        let said = &quote.attribution;
        let speaker =
            said.speaker.and_then(|mention| speakers.attribution(points, mention, said.carried));
        if let Some(known) = speaker.as_ref().and_then(|said| speakers.with(said)) {
            known.quotes.push(id.clone());
        }
        made.push(report::Quote {
            id,
            kind: if said.mixed { QuoteKind::Mixed } else { QuoteKind::Direct },
            text: joined(text, &quote.spans),
            spans: quote.spans.iter().map(|span| points.span(*span)).collect(),
            speaker,
            cue: said.cue.map(|span| Cue { span: points.span(span), lemma: said.lemma.clone() }),
            dates: ids('d', inside(&quote.spans, &dated)),
            said_on: said_on(document, said.cue, &quote.spans, dates),
            sentences: sentences_of(document, &quote.spans),
            confidence: 0.5,
            rule: said.rule.clone(),
        });
    }
    made
}

/// Makes the record's dates.
pub(crate) fn dates(
    registry: &Registry,
    points: &CodePoints<'_>,
    dates: &[Date],
) -> Vec<report::Date> {
    let record = |(index, date): (usize, &Date)| report::Date {
        id: format!("d{}", index + 1),
        span: points.span(date.span),
        kind: date.kind,
        value: date.value.to_string(),
        modifier: date.modifier.clone(),
        anchor: date.anchor,
        confidence: 0.9,
        rule: registry.rules().get(date.rule).map_or_else(String::new, |rule| rule.id.clone()),
    };
    dates.iter().enumerate().map(record).collect()
}

/// The places of the dates, with their numbers.
fn spans_of(dates: &[Date]) -> Vec<(Span, usize)> {
    dates.iter().enumerate().map(|(index, date)| (date.span, index)).collect()
}

/// The day that the attribution names: in the sentence of the cue, outside what was said, the date
/// of speech that is nearest to the cue.
fn said_on(
    document: &Document<'_>,
    cue: Option<Span>,
    said: &[Span],
    dates: &[Date],
) -> Option<String> {
    /// Dates of a sentence that are looked at.
    const MOST: usize = 16;
    /// Bytes from the cue to a date behind it.
    const FAR: u32 = 80;
    /// Bytes before a date that opens the sentence.
    const OPENING: u32 = 4;
    let cue = cue?;
    let sentence = document.sentences.get(document.sentence_at(cue.start)?)?.span;
    let first = dates.partition_point(|date| date.span.start < sentence.start);
    // "said Monday", "on Monday denied", "On Monday, she told the court".
    let belongs = |date: Span| {
        let behind = date.start.checked_sub(cue.end).is_some_and(|gap| gap <= FAR);
        let before = cue.start.checked_sub(date.end).is_some_and(|gap| gap <= 1);
        behind || before || date.start < cue.start && date.start - sentence.start <= OPENING
    };
    let attribution = dates
        .get(first..)?
        .iter()
        .take(MOST)
        .take_while(|date| date.span.start < sentence.end)
        .filter(|date| date.of_speech && belongs(date.span))
        .filter(|date| !said.iter().any(|span| span.contains(date.span)));
    let nearest = attribution.min_by_key(|date| date.span.start.abs_diff(cue.start))?;
    nearest.day().map(|day| day.to_string())
}

fn ids(letter: char, indices: Vec<usize>) -> Vec<String> {
    indices.into_iter().map(|index| format!("{letter}{}", index + 1)).collect()
}

/// The facts that have a span inside one of these, in order and each once.
fn inside(spans: &[Span], facts: &[(Span, usize)]) -> Vec<usize> {
    let mut found = Vec::new();
    for span in spans {
        let first = facts.partition_point(|(fact, _)| fact.start < span.start);
        let here = facts.get(first..).unwrap_or_default().iter();
        found.extend(here.take_while(|(fact, _)| fact.end <= span.end).map(|(_, index)| *index));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The texts of several spans, joined by one space.
fn joined(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
}

/// The indices of the sentences that some spans touch.
fn sentences_of(document: &Document<'_>, spans: &[Span]) -> Vec<usize> {
    let mut found = Vec::new();
    for span in spans {
        let first = document.sentence_at(span.start).unwrap_or(0);
        let last = document.sentence_at(span.end.saturating_sub(1)).unwrap_or(first);
        found.extend(
            (first..=last)
                .filter(|index| found.last().is_none_or(|last| last < index))
                .collect::<Vec<_>>(),
        );
    }
    found
}
