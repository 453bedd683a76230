//! Patterns made ready for matching: a flat program, as in a regex engine.

use super::pattern::Node;
use crate::lexicon::{Class, ClassSet, Lexicon, WordId};
use crate::text::Word;
use regex::Regex;
use std::sync::OnceLock;

/// One step of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// One word that fits the test of this index.
    Test(u16),
    /// The phrase of this index, from here as far as it goes.
    Phrase(u16),
    /// A noun phrase, as a whole.
    NounPhrase,
    /// Go on at the first, on failure at the second.
    Split(u16, u16),
    /// As a split whose first way is only open to a word that meets the need of this index.
    Try { need: u16, yes: u16, no: u16 },
    /// Go on there.
    Jump(u16),
    /// Note the position in this slot.
    Save(u8),
    /// Only at the first word.
    Start,
    /// Only behind the last word.
    End,
    /// Done.
    Match,
}

/// What one word is asked for.
#[derive(Debug)]
pub(super) enum Test {
    Any,
    Class(Class),
    Classes { any: Vec<ClassSet>, none: ClassSet },
    Word(WordId),
    Lemma(WordId),
    Regex(LazyRegex),
}

/// A regex compiled at its first use: most articles never need most of them.
#[derive(Debug)]
pub(super) struct LazyRegex {
    source: String,
    regex: OnceLock<Option<Regex>>,
}

impl LazyRegex {
    pub(super) fn new(source: &str) -> Self {
        Self { source: source.to_owned(), regex: OnceLock::new() }
    }

    fn is_match(&self, text: &str) -> bool {
        let regex = self.regex.get_or_init(|| compile_regex(&self.source).ok());
        regex.as_ref().is_some_and(|regex| regex.is_match(text))
    }
}

/// The regex of a `/.../` atom: it must match the whole word; at most 1 MiB compiled, nested 50 deep.
pub(super) fn compile_regex(source: &str) -> Result<Regex, regex::Error> {
    regex::RegexBuilder::new(&format!("^(?:{source})$")).size_limit(1 << 20).nest_limit(50).build()
}

impl Test {
    #[inline]
    pub(super) fn fits(&self, word: &Word, text: &str, lexicon: &Lexicon) -> bool {
        match self {
            Self::Any => true,
            Self::Class(class) => word.is(*class),
            Self::Classes { any, none } => {
                any.iter().all(|set| word.classes.meets(*set)) && !word.classes.meets(*none)
            }
            Self::Word(id) => word.id == *id,
            Self::Lemma(id) => word.id == *id || lexicon.lemma_of(word.id) == *id,
            Self::Regex(regex) => regex.is_match(word.span.of(text)),
        }
    }
}

/// What a sentence, or a word, must have for a match to be possible: one of these classes, or a
/// word whose [`Lexicon::bits_of`] are among these; anything at all when `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Need {
    pub(super) classes: ClassSet,
    pub(super) words: u64,
    pub(super) open: bool,
}

impl Need {
    pub(super) const OPEN: Self = Self { classes: ClassSet::EMPTY, words: 0, open: true };

    pub(super) fn or(mut self, other: Self) -> Self {
        self.classes.extend(other.classes);
        self.words |= other.words;
        self.open |= other.open;
        self
    }

    /// How seldom it is met, the best first: classes of few words, any classes, words (of which
    /// only a hash is kept).
    pub(super) fn rank(&self) -> u8 {
        match self.words {
            0 if self.classes.is_rare() => 0,
            0 => 1,
            _ => 2,
        }
    }

    /// Whether what has these classes and words can satisfy it.
    #[inline]
    pub(super) fn met_by(&self, classes: ClassSet, words: u64) -> bool {
        self.open || self.words & words != 0 || self.classes.meets(classes)
    }
}

/// A compiled pattern.
#[derive(Debug, Default)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) tests: Vec<Test>,
    /// What the first word of a branch must be, for [`Step::Try`].
    pub(super) gates: Vec<Need>,
    /// Names of the groups; group `n` has the slots `2n` and `2n + 1`.
    pub(super) groups: Vec<String>,
    /// What the first word of a match must be.
    pub(super) first: Need,
    /// What a sentence with a match must hold, all of these.
    pub(super) needs: Vec<Need>,
}

/// The most groups that a pattern may have.
pub(super) const MAX_GROUPS: usize = 12;

/// What compiling has to know about the phrases defined so far: the name and the need of each.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    pub(super) names: Vec<String>,
    pub(super) programs: Vec<Program>,
    /// Those that are put in where they are named.
    pub(super) inline: Vec<(String, Node)>,
}

impl Phrases {
    /// The pattern of an inline phrase.
    pub(super) fn inlined(&self, name: &str) -> Option<Node> {
        self.inline.iter().find(|(known, _)| known == name).map(|(_, node)| node.clone())
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }
}
