//! Numbers in digits and words.

use crate::claim::content::Content;
use crate::claim::list::row;
use crate::lexicon::class;

/// A number as it stands in a content: words `first` to `last`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) value: f64,
    pub(super) kind: Kind,
}

/// What a number is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// In digits, without a scale word.
    Digits,
    /// In words, or with a scale word ("three", "2.5 million").
    Words,
    /// "Thousands", "dozens of", "hundreds of thousands": about that many.
    Plural,
    /// "Half", "two-thirds".
    Fraction,
}

const NUMBER_WORDS: &str = include_str!("../../lexicon/number-words.txt");

/// The value and kind of a number word.
fn number_word(word: &str) -> Option<(f64, &'static str)> {
    let mut columns = row(NUMBER_WORDS, word)?;
    Some((columns.next()?.parse().ok()?, columns.next()?))
}

fn word_value(content: &Content<'_>, index: usize) -> Option<(f64, &'static str)> {
    content.is(index, class::NUMBER_WORD).then(|| number_word(content.word(index))).flatten()
}

/// The scale of a word ("million", "bn"), 1 for none.
fn scale(content: &Content<'_>, index: usize) -> Option<f64> {
    word_value(content, index).filter(|(_, kind)| *kind == "scale").map(|(value, _)| value)
}

/// The number that begins at `index`, if one does.
pub(super) fn number(content: &Content<'_>, index: usize) -> Option<Number> {
    let (mut number, scalable) = if content.is(index, class::NUMBER) {
        digits(content, index)?
    } else if content.is(index, class::NUMBER_WORD) || content.word(index) == "a" {
        (words(content, index)?, false)
    } else {
        return None;
    };
    if scalable {
        let hyphen = usize::from(content.is(number.last + 1, class::HYPHEN));
        if let Some(scale) = scale(content, number.last + 1 + hyphen) {
            number.last += 1 + hyphen;
            number.value *= scale;
            number.kind = Kind::Words;
        }
    }
    Some(number)
}

/// A number in digits; whether a scale word can still follow.
fn digits(content: &Content<'_>, index: usize) -> Option<(Number, bool)> {
    let word = content.word(index);
    let end = word.find(|char: char| !matches!(char, '0'..='9' | '.' | ',')).unwrap_or(word.len());
    let (figure, tail) = word.split_at_checked(end)?;
    let plain: String = figure.trim_end_matches(['.', ',']).chars().filter(|c| *c != ',').collect();
    let factor = match tail {
        "" => 1.0,
        "k" => 1e3,
        "m" | "mn" | "mm" => 1e6,
        "b" | "bn" => 1e9,
        "t" | "tn" | "trn" => 1e12,
        _ => return None,
    };
    let value: f64 = plain.parse().ok()?;
    let kind = if tail.is_empty() { Kind::Digits } else { Kind::Words };
    Some((Number { first: index, last: index, value: value * factor, kind }, tail.is_empty()))
}

/// A number in words: "twenty-five", "two hundred and six", "a dozen", "half a million", "thousands".
fn words(content: &Content<'_>, index: usize) -> Option<Number> {
    fraction(content, index).or_else(|| plural(content, index)).or_else(|| cardinal(content, index))
}

/// "Half", "a third", "two-thirds", "three quarters", "half a million".
fn fraction(content: &Content<'_>, index: usize) -> Option<Number> {
    let word = content.word(index);
    if word == "half" {
        return half(content, index);
    }
    let count = match word {
        "a" => 1.0,
        _ => word_value(content, index).filter(|(_, kind)| *kind == "cardinal")?.0,
    };
    let hyphen = usize::from(content.is(index + 1, class::HYPHEN));
    let last = index + 1 + hyphen;
    let denominator = content.word(last);
    let part = match denominator {
        "half" => 0.5,
        "third" | "thirds" => 1.0 / 3.0,
        "quarter" | "quarters" | "fourth" | "fourths" => 0.25,
        "fifth" | "fifths" => 0.2,
        "sixth" | "sixths" => 1.0 / 6.0,
        "eighth" | "eighths" => 0.125,
        "tenth" | "tenths" => 0.1,
        _ => return None,
    };
    // "A third man": one of a row, not a part; "three quarters" of a year are some time.
    let one = (count - 1.0).abs() < f64::EPSILON;
    let of =
        matches!(content.word(last + 1), "of" | "to" | "or" | "and") || content.is_break(last + 1);
    (hyphen == 1 || !one || of || denominator == "half").then_some(Number {
        first: index,
        last,
        value: count * part,
        kind: Kind::Fraction,
    })
}

fn half(content: &Content<'_>, index: usize) -> Option<Number> {
    let ordinal = matches!(
        content.before(index),
        "first"
            | "second"
            | "other"
            | "better"
            | "latter"
            | "top"
            | "bottom"
            | "back"
            | "front"
            | "and"
    ) || content.before(index) == "a" && content.follows(index, "and a");
    if ordinal || content.is(index + 1, class::HYPHEN) && !content.is(index + 2, class::NUMBER_WORD)
    {
        return None;
    }
    // "A glass half empty": an adverb, no part of something.
    if content.is(index + 1, class::ADJECTIVE) && content.is(index.wrapping_sub(1), class::NOUN) {
        return None;
    }
    let article = usize::from(matches!(content.word(index + 1), "a" | "-"));
    match scale(content, index + 1 + article) {
        Some(scale) => Some(Number {
            first: index,
            last: index + 1 + article,
            value: scale / 2.0,
            kind: Kind::Words,
        }),
        None => Some(Number { first: index, last: index, value: 0.5, kind: Kind::Fraction }),
    }
}

/// "Thousands", "tens of thousands", "dozens".
fn plural(content: &Content<'_>, index: usize) -> Option<Number> {
    let tens = content.word(index) == "tens";
    let value = match word_value(content, index) {
        Some((value, "plural")) => value,
        None if tens => 10.0,
        _ => return None,
    };
    if content.word(index + 1) == "of"
        && let Some((more, "plural")) = word_value(content, index + 2)
    {
        let value = value * more;
        return Some(Number { first: index, last: index + 2, value, kind: Kind::Plural });
    }
    (!tens).then_some(Number { first: index, last: index, value, kind: Kind::Plural })
}

fn cardinal(content: &Content<'_>, index: usize) -> Option<Number> {
    let mut total = 0.0;
    let mut group = 0.0;
    let mut last = None;
    let mut at = index;
    if content.word(index) == "a" {
        scale(content, index + 1)?;
        group = 1.0;
        at += 1;
    }
    while let Some((value, kind)) = word_value(content, at) {
        match kind {
            // "Twenty" takes a unit behind it, "hundred" all below it; else a new number begins.
            "cardinal" if last.is_none() || fits(group, value) => group += value,
            "scale" if value >= 1000.0 => {
                total += f64::max(group, 1.0) * value;
                group = 0.0;
            }
            "scale" => group = f64::max(group, 1.0) * value,
            _ => break,
        }
        last = Some(at);
        at += 1;
        let link = content.is(at, class::HYPHEN)
            || content.word(at) == "and"
                && matches!(scale(content, at - 1), Some(scale) if scale >= 100.0);
        at += usize::from(link && word_value(content, at + 1).is_some());
    }
    let last = last?;
    Some(Number { first: index, last, value: total + group, kind: Kind::Words })
}

/// Whether a cardinal can be added to what stands before it in one number.
fn fits(group: f64, value: f64) -> bool {
    let below_hundred = group % 100.0;
    if value < 10.0 {
        below_hundred >= 20.0 && below_hundred % 10.0 < 1.0 || below_hundred < 1.0
    } else {
        below_hundred < 1.0 && group >= 100.0 || group < 1.0
    }
}
