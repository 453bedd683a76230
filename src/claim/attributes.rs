//! All attributes of one claim.

use super::clause::Clauses;
use super::content::Content;
use super::hedge::{hedges, is_hedging_cue};
use super::polarity::polarity;
use super::quantity::{Quantity, quantities};
use super::stance::{Cue, stance};
use super::worth::{Claimer, Facts, Worth};
use crate::report::{CheckWorthiness, ClaimForm, Polarity, Stance};
use crate::text::{Document, Span};

/// What can be told of a claim from its words and its cue. Spans are in bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Attributes {
    /// What the claimer does with the content; `None` for the article's own statements, and where the
    /// cue puts nothing forward ("did not say", "praised"): such a content is no claim.
    pub stance: Option<Stance>,
    /// Whether the content's main predicate is negated.
    pub polarity: Polarity,
    /// The negating words.
    pub negations: Vec<Span>,
    /// Whether the content is marked as uncertain, by its own words or by the cue.
    pub hedged: bool,
    /// The hedging words, the cue's with them.
    pub hedges: Vec<Span>,
    /// The numbers in the content.
    pub quantities: Vec<Quantity>,
    /// How much a checkable fact stands in it.
    pub check_worthiness: CheckWorthiness,
}

/// The attributes of the claim whose content stands in `spans` (bytes); without a `cue` it is the
/// article's own.
pub fn attributes(
    document: &Document<'_>,
    spans: &[Span],
    form: ClaimForm,
    cue: Option<&Cue<'_>>,
    worth: &Worth,
) -> Attributes {
    let content = Content::new(document, spans);
    let clauses = Clauses::new(&content);
    let stance = cue.and_then(|cue| stance(document, cue, &content));
    let (polarity, negations) = polarity(&content, &clauses);
    let mut hedges = hedges(&content, &clauses);
    // "Suggested that he should go" asks for something: nothing is uncertain about it.
    let demanded = stance == Some(Stance::Demand);
    if let Some(cue) = cue.filter(|cue| is_hedging_cue(cue.lemma) && !demanded) {
        hedges.push(cue.span);
        hedges.sort();
    }
    let quantities = quantities(&content);
    let whole = cue.and_then(|cue| with_cue(document, spans, form, cue));
    let weighed = whole.as_ref().unwrap_or(&content);
    let facts = Facts {
        content: weighed,
        quantities: &quantities,
        hedged: !hedges.is_empty(),
        negative: polarity == Polarity::Negative,
        stance,
        claimer: cue.map(|cue| claimer(document, cue)),
    };
    let check_worthiness = worth.weigh(&facts);
    let hedged = !hedges.is_empty();
    Attributes { stance, polarity, negations, hedged, hedges, quantities, check_worthiness }
}

/// Whether the claimer is the one who speaks anyway ("I said", "we believe").
fn claimer(document: &Document<'_>, cue: &Cue<'_>) -> Claimer {
    let own = cue.speaker.is_some_and(|span| {
        matches!(span.of(document.text()).to_ascii_lowercase().as_str(), "i" | "we")
    });
    if own { Claimer::Speaker } else { Claimer::Other }
}

/// The words from claimer to content. Where the content is no clause ("backed the ban", "pledged to
/// leave") the proposition is that somebody did this with it, and that is what can be checked.
fn with_cue<'d>(
    document: &'d Document<'_>,
    spans: &[Span],
    form: ClaimForm,
    cue: &Cue<'_>,
) -> Option<Content<'d>> {
    let content = spans.iter().copied().reduce(Span::join)?;
    let said = cue.speaker.map_or(cue.span, |speaker| speaker.join(cue.span));
    let one_sentence = document.sentence_at(said.start) == document.sentence_at(content.start);
    (form != ClaimForm::Clause && one_sentence)
        .then(|| Content::new(document, &[said.join(content)]))
}
