//! The claims of the record.

use super::{Speakers, ids, inside, joined, said_on, sentences_of, spans_of};
use crate::claim::{self, Attributes, Claim, Worth, attributes};
use crate::date::Date;
use crate::quote::Quote;
use crate::report::{self, ClaimKind, CodePoints, Cue, Stance};
use crate::text::{Document, Span};

/// What the claims of a record refer to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'a> {
    /// The quotes, in the order of the record.
    pub(crate) quotes: &'a [Quote],
    /// The dates, in the order of the record.
    pub(crate) dates: &'a [Date],
    /// What makes a claim worth checking.
    pub(crate) worth: &'a Worth,
}

/// Makes the record's claims: sorted by place, with their attributes and the facts inside each;
/// those whose cue puts nothing forward are left out.
pub(crate) fn claims(
    document: &Document<'_>,
    points: &CodePoints<'_>,
    claims: &[Claim],
    facts: Facts<'_>,
    speakers: &mut Speakers,
) -> Vec<report::Claim> {
    let text = document.text();
    let mut marked: Vec<(Span, usize)> = Vec::new();
    for (index, quote) in facts.quotes.iter().enumerate() {
        marked.extend(quote.spans.iter().map(|span| (*span, index)));
    }
    marked.sort_unstable();
    let dated = spans_of(facts.dates);
    let mut order: Vec<&Claim> = claims.iter().collect();
    order.sort_by_key(|claim| (claim.spans.first().copied(), claim.cue));
    let mut made = Vec::new();
    for claim in order {
        let Some(found) = attributes_of(document, claim, facts.worth) else { continue };
        let id = format!("c{}", made.len() + 1);
        let speaker =
            claim.speaker.and_then(|mention| speakers.attribution(points, mention, claim.carried));
        if let Some(known) = speaker.as_ref().and_then(|said| speakers.with(said)) {
            known.claims.push(id.clone());
        }
        let quotes = match claim.quote {
            Some(quote) => vec![quote],
            None => inside(&claim.spans, &marked),
        };
        let mixed = claim.kind == ClaimKind::Indirect && !quotes.is_empty();
        let spans = |spans: &[Span]| spans.iter().map(|span| points.span(*span)).collect();
        made.push(report::Claim {
            id,
            kind: if mixed { ClaimKind::Mixed } else { claim.kind },
            form: claim.form,
            text: joined(text, &claim.spans),
            spans: spans(&claim.spans),
            speaker,
            cue: claim.cue.map(|span| Cue { span: points.span(span), lemma: claim.lemma.clone() }),
            addressee: claim.addressee.map(|span| points.span(span)),
            stance: found.stance,
            polarity: found.polarity,
            negations: spans(&found.negations),
            hedged: found.hedged,
            hedges: spans(&found.hedges),
            quantities: found.quantities.iter().map(|each| quantity(points, each)).collect(),
            dates: ids('d', inside(&claim.spans, &dated)),
            said_on: claim
                .said_at
                .and_then(|span| day_at(span, facts.dates))
                .or_else(|| said_on(document, claim.cue, &claim.spans, facts.dates)),
            quotes: ids('q', quotes),
            check_worthiness: found.check_worthiness,
            sentence: sentences_of(document, &claim.spans).first().copied().unwrap_or(0),
            confidence: 0.5,
            rule: claim.rule.clone(),
        });
    }
    made
}

/// The attributes of a claim, or `None` where its cue puts nothing forward.
fn attributes_of(document: &Document<'_>, claim: &Claim, worth: &Worth) -> Option<Attributes> {
    let cue = claim.cue.map(|span| claim::Cue {
        lemma: &claim.lemma,
        span,
        speaker: claim.speaker,
        form: claim.form,
    });
    let mut found = attributes(document, &claim.spans, claim.form, cue.as_ref(), worth);
    match claim.kind {
        ClaimKind::Narrator => {}
        // What somebody says in so many words is put forward, whatever the cue.
        ClaimKind::Direct => found.stance = found.stance.or(Some(Stance::Say)),
        ClaimKind::Indirect | ClaimKind::Mixed => {
            if claim.lemma.is_empty() {
                found.stance = found.stance.or(Some(Stance::Say));
            }
            found.stance?;
        }
    }
    Some(found)
}

/// The day that the words of a span name.
fn day_at(span: Span, dates: &[Date]) -> Option<String> {
    const DAY: usize = "YYYY-MM-DD".len();
    let at = dates.partition_point(|date| date.span.start < span.start);
    let value = dates.get(at).filter(|date| date.span.start < span.end)?.value.to_string();
    let day = value.get(..DAY)?;
    let exact = day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (exact && day.as_bytes().get(4) == Some(&b'-')).then(|| day.to_owned())
}

fn quantity(points: &CodePoints<'_>, found: &claim::Quantity) -> report::Quantity {
    report::Quantity {
        span: points.span(found.span),
        value: found.value,
        unit: found.unit.clone(),
        approximate: found.approximate,
        direction: found.direction,
    }
}
