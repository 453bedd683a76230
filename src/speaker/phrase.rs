//! What a source is made of: a pronoun, a name, several names, a description.

use super::name::{Name, NameKind, TITLES};
use super::role;
use super::words::Words;
use crate::lexicon::{Class, class};
use crate::text::Span;
use std::ops::Range;

/// Classes of the words that say what kind of person or thing speaks.
const KINDS: &[Class] = &[
    class::ROLE,
    class::TITLE,
    class::KINSHIP,
    class::GROUP_NOUN,
    class::ORG_NOUN,
    class::DOCUMENT_NOUN,
    class::REPORT_NOUN,
    class::PRONOUN,
    class::DETERMINER,
    class::ADVERB,
];

/// A source read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phrase {
    /// A pronoun.
    Pronoun(usize),
    /// A name, an index into the names, with the words that say who that is.
    Name { name: usize, role: Range<usize> },
    /// Several names that speak together.
    Joint(Vec<usize>),
    /// A noun phrase.
    Description(Description),
}

/// A noun phrase that names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Description {
    /// All its words.
    pub(super) words: Range<usize>,
    /// The first word of its noun phrase that is no determiner.
    pub(super) start: usize,
    /// Its main noun.
    pub(super) head: usize,
    /// A name before the main noun: `Doe` in `Doe’s office`, `the Doe campaign`.
    pub(super) owner: Option<usize>,
    /// Whether the owner, a name or a possessive pronoun, owns.
    pub(super) owned: bool,
}

/// Classes of the words that a noun phrase can end in.
pub(super) const NOUNS: &[Class] = &[
    class::NOUN,
    class::ROLE,
    class::TITLE,
    class::KINSHIP,
    class::GROUP_NOUN,
    class::ORG_NOUN,
    class::DOCUMENT_NOUN,
    class::REPORT_NOUN,
];

/// Reads a source; `names` are all names of the article in order. `None` where no word stands there.
pub(super) fn read(words: &Words<'_>, names: &[Name], span: Span) -> Option<Phrase> {
    let mut range = words.within(span);
    while !range.is_empty() && words.is(range.start, class::QUOTE_MARK) {
        range.start += 1;
    }
    while range.len() > 1 && words.is_any(range.end - 1, &[class::QUOTE_MARK, class::COMMA]) {
        range.end -= 1;
    }
    if range.len() > 1 && super::name::is_possessive(words, range.end - 1) {
        range.end -= 1;
    }
    if range.is_empty() {
        return None;
    }
    if range.len() == 1 && is_pronoun(words, range.start) {
        return Some(Phrase::Pronoun(range.start));
    }
    let first = names.partition_point(|name| name.words.start < range.start);
    let last = names.partition_point(|name| name.words.start < range.end);
    let end = head_end(words, names, first..last, range.clone());
    let inner = names.get(first..last).unwrap_or_default();
    let lead = inner
        .iter()
        .take(3)
        .position(|name| name.whole.start < end && !name.possessive && !is_kind_word(words, name));
    let joined = lead.map(|lead| joint(words, inner, lead, &range)).filter(|all| all.len() > 1);
    if let Some(all) = joined {
        return Some(Phrase::Joint(all.into_iter().map(|name| first + name).collect()));
    }
    if let Some((name, role)) = named(words, inner, range.clone(), end) {
        return Some(Phrase::Name { name: first + name, role });
    }
    Some(Phrase::Description(described(words, inner, first, range, end)))
}

fn is_pronoun(words: &Words<'_>, word: usize) -> bool {
    words.is_any(word, &[class::PRONOUN, class::RELATIVE_PRONOUN, class::POSSESSIVE])
        && !(words.is(word, class::CAPITALIZED) && words.is(word, class::ALL_CAPS))
        || words.reads(word, "I")
        || words.reads(word, "he")
        || words.reads(word, "she")
}

/// The end of the first noun phrase: a comma, a preposition, a clause.
fn head_end(words: &Words<'_>, names: &[Name], inner: Range<usize>, range: Range<usize>) -> usize {
    let mut name = inner.start;
    let mut at = range.start;
    while at < range.end {
        while name < inner.end && names.get(name).is_some_and(|found| found.whole.end <= at) {
            name += 1;
        }
        if let Some(found) = names.get(name).filter(|found| found.whole.contains(&at)) {
            at = found.whole.end;
            continue;
        }
        let stop = words.is_any(
            at,
            &[
                class::COMMA,
                class::DASH,
                class::COLON,
                class::SEMICOLON,
                class::OPEN_BRACKET,
                class::RELATIVE_PRONOUN,
            ],
        ) || words.is(at, class::PREPOSITION)
            && !words.is(at, class::GLUED)
            && !words.is(at + 1, class::GLUED);
        if at > range.start && (stop || is_clause(words, at)) {
            return at;
        }
        at += 1;
    }
    range.end
}

/// A participle or an adjective behind its noun: `officials briefed on it`.
fn is_clause(words: &Words<'_>, at: usize) -> bool {
    let before = words.is_any(at - 1, NOUNS) && !words.is(at - 1, class::HYPHEN);
    let participle = words.is_any(at, &[class::PAST_PARTICIPLE, class::ING])
        && !words.is(at, class::GLUED)
        && !words.is(at, class::CAPITALIZED);
    let noun_behind = words.is_any(at + 1, NOUNS) || words.is(at + 1, class::CAPITALIZED);
    let quoting = words.is(at, class::ING) && words.is(at, class::REPORT_VERB);
    let loose = matches!(words.raw(at), "familiar" | "close" | "aware" | "interviewed");
    before && (loose || quoting || participle && !noun_behind)
}

/// The name that a phrase is about, with the words that describe it.
fn named(
    words: &Words<'_>,
    inner: &[Name],
    range: Range<usize>,
    end: usize,
) -> Option<(usize, Range<usize>)> {
    let within = inner.partition_point(|name| name.words.start < end);
    if let Some(at) = within.checked_sub(1)
        && let Some(name) = inner.get(at)
    {
        let owner = name.possessive && name.words.end < range.end;
        let counted = words.is(range.start, class::NUMBER_WORD)
            || matches!(
                words.low(range.start).as_str(),
                "some" | "many" | "several" | "any" | "most"
            );
        let some = counted && name.whole.start == range.start + 1 && name.kind != NameKind::Person;
        if name.words.end >= end && !owner && !some && !is_kind_word(words, name) {
            return Some((at, range.start..name.words.start));
        }
        // "Jane Doe assistant professor of botany": no comma, but a whole name first.
        let first =
            inner.first().filter(|first| !first.possessive && first.whole.start == range.start);
        if let Some(first) = first
            && first.kind == NameKind::Person
            && first.words.len() > 1
            && first.words.end < end
            && !words.is_any(end - 1, &[class::ORG_NOUN, class::DOCUMENT_NOUN, class::GROUP_NOUN])
        {
            return Some((0, first.words.end..end));
        }
    }
    behind_comma(words, inner, &range, end)
}

/// `The hospital’s owner, Meridian Care`: a description, a comma, the name.
fn behind_comma(
    words: &Words<'_>,
    inner: &[Name],
    range: &Range<usize>,
    end: usize,
) -> Option<(usize, Range<usize>)> {
    let described = words.is_any(end - 1, TITLES) && !words.is(end - 1, class::PLURAL)
        || words.is(end - 1, class::ORG_NOUN);
    if !described {
        return None;
    }
    inner.iter().enumerate().find_map(|(at, name)| {
        let comma = name.whole.start.checked_sub(1)?;
        let alone = name.words.end >= range.end
            || words.is_any(name.words.end, &[class::COMMA, class::OPEN_BRACKET, class::DASH]);
        let fits = comma >= end && words.is(comma, class::COMMA) && alone && !name.possessive;
        let clause = (end..comma).any(|word| words.is(word, class::RELATIVE_PRONOUN));
        (fits && !clause).then_some((at, range.start..comma))
    })
}

/// Whether a capitalised word alone is a kind of people or thing after all: `Officials said`.
fn is_kind_word(words: &Words<'_>, name: &Name) -> bool {
    name.weak
        && name.words.len() == 1
        && (words.is_any(name.words.start, KINDS) || words.is(name.words.start, class::PLURAL))
        && !words.is(name.words.start, class::GIVEN_NAME)
}

/// The names that are joined with the first one: `A and B`, `A, the mayor, and B`.
fn joint(words: &Words<'_>, inner: &[Name], first: usize, range: &Range<usize>) -> Vec<usize> {
    let mut found = vec![first];
    let Some(mut last) = inner.get(first) else { return found };
    for (at, name) in inner.iter().enumerate().skip(first + 1) {
        if name.possessive || at > first + 8 {
            break;
        }
        // The description before the name belongs to it.
        let mut start = name.whole.start;
        while start > last.words.end
            && words.is_any(
                start - 1,
                &[class::ROLE, class::TITLE, class::DETERMINER, class::NATIONALITY],
            )
        {
            start -= 1;
        }
        let gap = last.words.end..start;
        let and = words.reads(start.saturating_sub(1), "and");
        let bare =
            gap.len() == 1 && (and || words.is(gap.start, class::COMMA) && more(words, inner, at));
        let serial = and && words.is(gap.start, class::COMMA);
        let appositive = serial
            && (gap.len() == 2
                || words.is(start.saturating_sub(2), class::COMMA)
                || role::appositive(words, gap.start, start - 1).is_some());
        let closed = name.words.end >= range.end
            || words.is_any(name.words.end, &[class::COMMA])
            || words.reads(name.words.end, "and");
        let alike = (name.kind == NameKind::Org) == (last.kind == NameKind::Org);
        if !(gap.len() < 20 && (bare || appositive) && closed && alike) {
            break;
        }
        found.push(at);
        last = name;
    }
    found
}

/// Whether an `and` with a name comes later: `A, B and C`.
fn more(words: &Words<'_>, inner: &[Name], at: usize) -> bool {
    inner
        .iter()
        .skip(at + 1)
        .take(4)
        .any(|name| words.reads(name.whole.start.saturating_sub(1), "and"))
}

fn described(
    words: &Words<'_>,
    inner: &[Name],
    first: usize,
    range: Range<usize>,
    end: usize,
) -> Description {
    let mut start = range.start;
    let mut owned = false;
    while start + 1 < end
        && words.is_any(start, &[class::DETERMINER, class::POSSESSIVE])
        && !words.is(start + 1, class::CLITIC)
    {
        owned |= words.is(start, class::POSSESSIVE);
        start += 1;
    }
    let head = (start..end).rev().find(|word| words.is_any(*word, NOUNS)).unwrap_or(end - 1);
    let owner = inner
        .iter()
        .rposition(|name| name.words.end <= head && name.whole.start >= start.min(range.start));
    let owner_owns = owner.and_then(|at| inner.get(at)).is_some_and(|name| name.possessive);
    Description {
        words: range,
        start,
        head: head.max(start),
        owner: owner.map(|at| first + at),
        owned: owned || owner_owns,
    }
}
