//! Findings into the record: ids, code points, references.

mod claims;
mod speakers;

pub(crate) use claims::{Facts, claims};
pub(crate) use speakers::Speakers;

use crate::date;
use crate::quote::Quote;
use crate::report::{self, CodePoints, Cue, QuoteKind};
use crate::rules::Registry;
use crate::text::{Document, Span};

/// Makes the record's quotes.
pub(crate) fn quotes(
    document: &Document<'_>,
    points: &CodePoints<'_>,
    quotes: &[Quote],
    speakers: &mut Speakers,
) -> Vec<report::Quote> {
    let text = document.text();
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
            dates: Vec::new(),
            said_on: None,
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
    dates: &[date::Date],
) -> Vec<report::Date> {
    let record = |(index, date): (usize, &date::Date)| report::Date {
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
