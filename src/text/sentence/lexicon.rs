//! What the splitter knows about words: abbreviations, openers, speech tags, saints.

use super::cursor::Word;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What an abbreviation is, and so what a stop after it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `Mr`, `Gen`: a name follows.
    Title,
    /// `No`, `fig`: a number follows.
    Number,
    /// `v`, `e.g`: the sentence goes on, whatever follows.
    Link,
    /// `Supp`, `Cir`: in citations, before numbers and names.
    Citation,
    /// `Inc`, `Jr`, `Dept`: may end a sentence before a word that opens one.
    Tail,
    /// `etc`: ends a sentence before a capital.
    Last,
    /// `Calif`, `Mo`: states.
    Place,
    /// `Jan`, `Tue`: a number or nothing follows.
    Calendar,
    /// `a.m`, `p.m`.
    Hour,
    /// `Ave`, `Blvd`.
    Street,
    /// `St`: a saint or a street.
    Saint,
    /// `ft`, `lb`: after a number.
    Unit,
}

impl Kind {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "number" => Self::Number,
            "link" => Self::Link,
            "citation" => Self::Citation,
            "tail" => Self::Tail,
            "last" => Self::Last,
            "place" => Self::Place,
            "calendar" => Self::Calendar,
            "hour" => Self::Hour,
            "street" => Self::Street,
            "saint" => Self::Saint,
            "unit" => Self::Unit,
            _ => return None,
        })
    }

    /// Words like `rep`, `sat` and `art` are abbreviations only with a capital.
    fn needs_capital(self) -> bool {
        matches!(self, Self::Title | Self::Place | Self::Calendar | Self::Citation | Self::Saint)
    }
}

pub(super) const ABBREVIATIONS: &str = include_str!("../../lexicon/abbreviations.txt");
pub(super) const WORDS: &str = include_str!("../../lexicon/sentence-words.txt");

static KINDS: LazyLock<FxHashMap<&str, Kind>> = LazyLock::new(|| {
    entries(ABBREVIATIONS).filter_map(|(word, kind)| Some((word, Kind::from_name(kind)?))).collect()
});
static CLASSES: LazyLock<FxHashSet<(&str, &str)>> =
    LazyLock::new(|| entries(WORDS).map(|(word, class)| (class, word)).collect());

/// The lines of a word list: the word and what stands after its tab.
pub(super) fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// What the abbreviation `word` is, without its last stop.
pub(super) fn kind_of(word: &Word) -> Option<Kind> {
    let kind = *KINDS.get(word.as_str())?;
    (word.capital || !kind.needs_capital()).then_some(kind)
}

/// Whether the list gives `word` this class: `opener`, `letter-noun`, `saint`, `bang`, `zone`, `tag`.
pub(super) fn is(word: &Word, class: &str) -> bool {
    CLASSES.contains(&(class, word.as_str()))
}
