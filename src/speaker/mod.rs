//! Speakers: one entry for everyone and everything that says something, and who each source is.
//!
//! Names are found first, in one pass, and joined to entities: a full name, a family name, initials,
//! an acronym. Then one sweep through the article in order gives each source its entity; on the way
//! it keeps a trail of who was mentioned where, by which pronouns and descriptions are resolved.

mod antecedent;
mod clause;
mod describe;
mod entity;
mod entries;
mod headline;
mod known;
mod name;
mod name_kind;
mod own;
mod phrase;
mod pronoun;
mod role;
mod sweep;
mod tokens;
mod words;

#[cfg(test)]
mod tests;

pub use known::{KnownSpeakers, KnownSpeakersError};

use crate::quote::Marked;
use crate::report::{Gender, How, MentionForm, SpeakerKind};
use crate::text::{Document, Span};

/// A mention that something is attributed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The mention as it stands, in bytes: `Mr. Doe`, `he`, `the senator`, `who`.
    pub span: Span,
    /// Whether the fact has no source of its own and takes that of the sentence or paragraph before.
    pub carried: bool,
}

/// Who speaks in an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Speakers {
    /// The speakers in order of their first mention.
    pub entries: Vec<Speaker>,
    /// One for each source: who it is.
    pub of: Vec<Option<Resolved>>,
}

/// Who a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// An index into [`Speakers::entries`].
    pub speaker: usize,
    /// How that was found.
    pub how: How,
}

/// One speaker.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    /// The longest form of the name without title or role; of one without a name the description.
    pub name: String,
    /// What it is.
    pub kind: SpeakerKind,
    /// Title, role or appositive as it stands.
    pub role: Option<String>,
    /// From titles, roles, pronouns that nobody else can be meant by, and given names.
    pub gender: Option<Gender>,
    /// The other forms of the name, in order of their first mention.
    pub aliases: Vec<String>,
    /// Every mention in order, in bytes.
    pub mentions: Vec<(Span, MentionForm)>,
}

/// Finds out who each source is. Sources come in order of the text; `known` are names that the user
/// brings along.
///
/// A pronoun that stands for nobody before it makes an entry of its own, without a name; `None` is
/// only a source without a word.
pub fn resolve(
    document: &Document<'_>,
    marked: &[Marked],
    sources: &[Source],
    known: &KnownSpeakers,
) -> Speakers {
    if sources.is_empty() {
        return Speakers::default();
    }
    let words = words::Words::new(document, marked);
    sweep::Sweep::new(document, &words, known).run(sources)
}
