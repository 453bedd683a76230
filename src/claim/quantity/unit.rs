//! Units: percent, money, measures, ages, and what a number counts.

use super::CURRENCIES;
use crate::claim::content::Content;
use crate::claim::list::row;
use crate::lexicon::class;

const UNITS: &str = include_str!("../../lexicon/units.txt");

/// A unit that stands behind a number.
pub(super) struct Measure {
    pub(super) unit: String,
    /// Its last word.
    pub(super) last: usize,
    /// What the number is to be multiplied by: 0.01 for cents.
    pub(super) factor: f64,
}

/// The percent sign, currency or measure behind a number.
pub(super) fn measure(content: &Content<'_>, last: usize) -> Option<Measure> {
    let hyphen =
        usize::from(content.is(last + 1, class::HYPHEN) && content.is(last + 1, class::GLUED));
    let article =
        usize::from(matches!(content.word(last + 1), "a" | "an") && content.word(last) == "half");
    let at = last + 1 + hyphen + article;
    let word = content.word(at);
    let found =
        |unit: &str, last: usize| Some(Measure { unit: unit.to_owned(), last, factor: 1.0 });
    match word {
        "%" | "percent" | "pct"
            if content.has(at + 1, "points") || content.has(at + 1, "point") =>
        {
            return found("pp", at + 1);
        }
        "%" | "percent" | "pct" => return found("%", at),
        "per" if content.word(at + 1) == "cent" => return found("%", at + 1),
        "percentage" if matches!(content.word(at + 1), "point" | "points") => {
            return found("pp", at + 1);
        }
        "point" | "points" => return found("pp", at),
        "square" | "cubic" => {
            let unit = row(UNITS, content.word(at + 1))?.next()?;
            return found(&format!("{word} {unit}"), at + 1);
        }
        "cent" | "cents" | "pence" => {
            let unit = if word == "pence" { "GBP" } else { "USD" };
            return Some(Measure { unit: unit.to_owned(), last: at, factor: 0.01 });
        }
        _ => {}
    }
    if content.is(at, class::CURRENCY) && !content.is(at, class::CURRENCY_SIGN) {
        return found(row(CURRENCIES, word)?.next()?, at);
    }
    let unit = row(UNITS, word)?.next()?;
    // A second is a measure only in the plural or behind a hyphen: "two second chances".
    (word != "second" || hyphen == 1).then(|| found(unit, at)).flatten()
}

/// "Name, 26, a ...", "aged 43", "at the age of 43", "younger than 18".
pub(super) fn age(content: &Content<'_>, first: usize, last: usize) -> Option<String> {
    let alone = content.is(last + 1, class::COMMA) || content.is_break(last + 1);
    let apposed = content.is(first.wrapping_sub(1), class::COMMA)
        && content.is(first.wrapping_sub(2), class::CAPITALIZED)
        && content.is(last + 1, class::COMMA);
    let said = matches!(content.before(first), "aged" | "age")
        || content.follows(first, "age of")
        || content.follows(first, "younger than")
        || content.follows(first, "older than");
    (said || apposed && alone).then(|| "year".to_owned())
}

/// The noun that a number counts: the last one of the noun phrase behind it.
pub(super) fn counted_noun(content: &Content<'_>, last: usize) -> Option<String> {
    if content.is(last + 1, class::HYPHEN) && content.is(last + 1, class::GLUED) {
        let noun = content.word(last + 2);
        return noun.starts_with(char::is_alphabetic).then(|| noun.to_owned());
    }
    let mut start = last + 1;
    while content.is_in(
        start,
        &[
            "of",
            "the",
            "more",
            "other",
            "his",
            "her",
            "its",
            "their",
            "these",
            "those",
            "fewer",
            "different",
        ],
    ) {
        start += 1;
    }
    let mut noun = None;
    for index in start..start + 8 {
        let word = content.word(index);
        let joins = content.is(index, class::HYPHEN) || content.is(index, class::QUOTE_MARK);
        let stops = content.is_mark(index) && !joins
            || content.is(index, class::PREPOSITION)
            || content.is(index, class::AUXILIARY)
            || content.is(index, class::CONJUNCTION)
            || content.is(index, class::RELATIVE_PRONOUN)
            || content.is(index, class::PRONOUN)
            || content.is(index, class::DETERMINER)
            || content.is(index, class::VERB) && !content.is(index, class::ADJECTIVE);
        if stops {
            break;
        }
        let plural = word.ends_with('s') && !word.ends_with("ss")
            || matches!(word, "people" | "men" | "women" | "children" | "staff");
        if plural {
            noun = Some(word.to_owned());
        } else if noun.is_some() && !content.is(index, class::CLITIC) && content.word(index) != "'"
        {
            break;
        }
    }
    noun
}
