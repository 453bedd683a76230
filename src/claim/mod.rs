//! The claim room: what is put forward, and its attributes.

mod attributes;
mod clause;
mod content;
mod hedge;
mod list;
mod polarity;
mod quantity;
mod stance;
mod worth;

pub use attributes::{Attributes, attributes};
pub use clause::Clauses;
pub use content::Content;
pub use hedge::{hedges, is_hedging_cue};
pub use polarity::polarity;
pub use quantity::{Quantity, quantities};
pub use stance::{Cue, stance};
pub use worth::{Facts, Worth};

#[cfg(test)]
mod tests;
