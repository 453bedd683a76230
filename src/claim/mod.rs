//! The claim room: what the article presents as put forward by somebody, and its attributes.
//!
//! Rules find the cue and where its content begins; the content's other edge, the claimer and what
//! the verb group says about the cue (negated, passive, an infinitive) are worked out in code.

mod attributes;
mod claimer;
mod clause;
mod content;
mod direct;
mod edge;
mod extent;
mod find;
mod group;
mod hedge;
mod list;
mod nest;
mod polarity;
mod quantity;
mod stance;
mod worth;

pub use attributes::{Attributes, attributes};
pub use clause::Clauses;
pub use content::Content;
pub use direct::{narrator, quoted, turns};
pub use find::Finder;
pub use hedge::{hedges, is_hedging_cue};
pub use polarity::polarity;
pub use quantity::{Quantity, quantities};
pub use stance::{Cue, stance};
pub use worth::{Claimer, Facts, Worth};

use crate::report::{ClaimForm, ClaimKind};
use crate::text::{Document, Span};

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

/// A proposition put forward by somebody, as found; spans in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// How it is put forward; `Indirect` also where quoted words may stand inside.
    pub kind: ClaimKind,
    /// Grammatical form of the content.
    pub form: ClaimForm,
    /// The content in order.
    pub spans: Vec<Span>,
    /// The words that name the claimer, as they stand.
    pub speaker: Option<Span>,
    /// Whether the claimer comes from another sentence.
    pub carried: bool,
    /// The cue.
    pub cue: Option<Span>,
    /// Base form of the cue's verb or noun, empty without one.
    pub lemma: String,
    /// Whether the cue is negated: "does not believe".
    pub negated: bool,
    /// The words for the day of speaking.
    pub said_at: Option<Span>,
    /// To whom it was said.
    pub addressee: Option<Span>,
    /// The quote that it consists of, an index into the quotes; only for `Direct`.
    pub quote: Option<usize>,
    /// Id of the rule.
    pub rule: String,
}

/// Whether the cue of a claim puts its content forward: "did not say" and "praised" do not.
pub fn puts_forward(document: &Document<'_>, claim: &Claim) -> bool {
    let Some(span) = claim.cue.filter(|_| !claim.lemma.is_empty()) else { return true };
    let cue = Cue { lemma: &claim.lemma, span, speaker: claim.speaker, form: claim.form };
    stance(document, &cue, &Content::new(document, &claim.spans)).is_some()
}
