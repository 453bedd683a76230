//! Reading the word lists.

use super::Lexicon;

/// Puts every list into the lexicon.
pub(super) fn load(_lexicon: &mut Lexicon) {}
