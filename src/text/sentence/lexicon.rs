//! What the splitter knows about words: abbreviations, openers, speech tags, saints.

use super::cursor::Word;
use rustc_hash::FxHashMap;
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

/// What a word tells of the sentence before or after it; a word may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Often begins a sentence.
    Opener,
    /// Before a letter that is no initial: `plan B`.
    LetterNoun,
    /// After `St.`.
    SaintName,
    /// A name with `!` behind it.
    Bang,
    /// Goes on after `a.m.`.
    Zone,
    /// Goes on after a street.
    Quadrant,
    /// Opens an adverbial.
    Preposition,
    /// A verb that attributes a quotation.
    Tag,
    /// An office behind the name of a state.
    Office,
    /// Before the colon of a picture credit.
    Credit,
    /// Before such a word.
    CreditPart,
}

impl Class {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "opener" => Self::Opener,
            "letter-noun" => Self::LetterNoun,
            "saint-name" => Self::SaintName,
            "bang" => Self::Bang,
            "zone" => Self::Zone,
            "quadrant" => Self::Quadrant,
            "preposition" => Self::Preposition,
            "tag" => Self::Tag,
            "office" => Self::Office,
            "credit" => Self::Credit,
            "credit-part" => Self::CreditPart,
            _ => return None,
        })
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// All that is known of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    /// What it is as an abbreviation.
    pub kind: Option<Kind>,
    classes: u16,
}

impl Entry {
    pub(super) fn is(self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }
}

pub(super) const ABBREVIATIONS: &str = include_str!("../../lexicon/abbreviations.txt");
pub(super) const WORDS: &str = include_str!("../../lexicon/sentence-words.txt");

static ENTRIES: LazyLock<FxHashMap<&[u8], Entry>> = LazyLock::new(|| {
    let mut all: FxHashMap<&[u8], Entry> = FxHashMap::default();
    for (word, kind) in entries(ABBREVIATIONS) {
        all.entry(word.as_bytes()).or_default().kind = Kind::from_name(kind);
    }
    for (word, class) in entries(WORDS) {
        let bit = Class::from_name(class).map_or(0, Class::bit);
        all.entry(word.as_bytes()).or_default().classes |= bit;
    }
    all
});

/// The lines of a word list: the word and what stands after its tab.
pub(super) fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// What is known of `word`; an abbreviation is given without its last stop.
pub(super) fn entry(word: &Word) -> Entry {
    let mut entry = ENTRIES.get(word.as_bytes()).copied().unwrap_or_default();
    entry.kind = entry.kind.filter(|kind| word.capital || !kind.needs_capital());
    entry
}

/// What the abbreviation `word` is, without its last stop.
pub(super) fn kind_of(word: &Word) -> Option<Kind> {
    entry(word).kind
}

/// Whether the list gives `word` this class.
pub(super) fn is(word: &Word, class: Class) -> bool {
    entry(word).is(class)
}
