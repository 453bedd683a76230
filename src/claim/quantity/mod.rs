//! Quantities: the number expressions of a content, with value, unit and direction.

mod change;
mod number;
mod sense;
mod unit;

use super::content::Content;
use super::list::row;
use crate::lexicon::class;
use crate::report::{Direction, QuantityValue};
use crate::text::Span;
use number::{Kind, Number, number};
use sense::counts;

/// A number in a content.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Where, with currency sign, percent sign or measure, in bytes.
    pub span: Span,
    /// A number, or the two ends of a range.
    pub value: QuantityValue,
    /// `%`, `pp`, `ratio`, a currency code, a measure in the singular, or the counted noun.
    pub unit: Option<String>,
    /// About, nearly, more than ...
    pub approximate: bool,
    /// Which way something moved by it, or to it.
    pub direction: Option<Direction>,
}

const CURRENCIES: &str = include_str!("../../lexicon/currency.txt");
const APPROXIMATORS: &str = include_str!("../../lexicon/approximators.txt");

/// The quantities of a content, in order.
///
/// Cardinals, percentages, money, durations, ages and fractions count; dates, years, times of the
/// day, ordinals, numbers in names, and "one" as a pronoun do not.
pub fn quantities(content: &Content<'_>) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < content.len() {
        let next = number(content, index).filter(|number| counts(content, number));
        index = match next {
            Some(number) => {
                let (quantity, last) = quantity(content, number);
                found.push(quantity);
                last + 1
            }
            None => index + 1,
        };
    }
    found
}

/// The quantity of a number, and its last word.
fn quantity(content: &Content<'_>, number: Number) -> (Quantity, usize) {
    let sign = content.is(number.first.wrapping_sub(1), class::CURRENCY_SIGN);
    let mut first = number.first - usize::from(sign);
    let mut last = number.last;
    let mut value = QuantityValue::Number(number.value);
    let mut fraction = number.kind == Kind::Fraction;
    let mut plural = number.kind == Kind::Plural;
    if let Some(other) = range_end(content, &number) {
        value =
            QuantityValue::Range([number.value.min(other.value), number.value.max(other.value)]);
        last = other.last;
        fraction |= other.kind == Kind::Fraction;
    } else if let Some(other) = share_of(content, &number) {
        value = QuantityValue::Number(number.value / other.value);
        last = other.last;
        fraction = true;
    }
    let mut factor = 1.0;
    let mut unit = None;
    if sign {
        let code = row(CURRENCIES, content.word(first)).and_then(|mut row| row.next());
        unit = code.map(str::to_owned);
    } else if let Some(measure) = unit::measure(content, last) {
        (unit, last, factor) = (Some(measure.unit), measure.last, measure.factor);
    } else if fraction {
        unit = Some("ratio".to_owned());
    }
    if let QuantityValue::Number(number) = &mut value {
        *number *= factor;
    }
    let minus = content.before(first) == "minus"
        || content.is(first.wrapping_sub(1), class::HYPHEN)
            && content.is(first, class::GLUED)
            && !content.is(first.wrapping_sub(1), class::GLUED);
    if minus {
        first -= 1;
        if let QuantityValue::Number(number) = &mut value {
            *number = -*number;
        }
    }
    if unit.is_none() {
        unit = unit::age(content, first, last).or_else(|| unit::counted_noun(content, last));
    }
    plural |= is_approximate(content, first, last);
    let span = content.span_of(first, last);
    let direction = change::direction(content, first, last);
    (Quantity { span, value, unit, approximate: plural, direction }, last)
}

/// The second number of "five or six", "10 to 15", "10-15", "between 10 and 15".
fn range_end(content: &Content<'_>, low: &Number) -> Option<Number> {
    let link = low.last + 1;
    let between = matches!(content.before(low.first), "between");
    let sign = usize::from(content.is(link + 1, class::CURRENCY_SIGN));
    let other = number(content, link + 1 + sign)?;
    let joined = match content.word(link) {
        "to" | "or" => other.value > low.value && !content.is(link + 1, class::MONTH),
        "-" | "–" => other.value > low.value && content.is(link + 1, class::GLUED),
        "and" => between && other.value > low.value,
        _ => false,
    };
    (joined && (content.is(link, class::HYPHEN) || counts(content, &other))).then_some(other)
}

/// The whole of "two in three", "four out of 11": not "49 out of the 54 seats".
fn share_of(content: &Content<'_>, part: &Number) -> Option<Number> {
    let link = part.last + 1;
    let start = if content.has(link, "out of every") {
        link + 3
    } else if content.has(link, "out of") || content.has(link, "in every") {
        link + 2
    } else if content.word(link) == "in" {
        link + 1
    } else {
        return None;
    };
    let whole = number(content, start)?;
    let year = whole.kind == Kind::Digits && whole.value >= 1500.0;
    let unit = content.is(whole.last + 1, class::UNIT);
    (part.value < whole.value && !year && !unit).then_some(whole)
}

fn is_approximate(content: &Content<'_>, first: usize, last: usize) -> bool {
    let before = content.before(first);
    let listed = |word: &str| row(APPROXIMATORS, word).is_some();
    let (one, two) = (first.wrapping_sub(1), first.wrapping_sub(2));
    let article = matches!(before, "a" | "an" | "the");
    listed(before)
        || article && first > 1 && listed(content.word(two))
        || before == "than" && content.is_in(two, &["more", "less", "fewer", "better", "greater"])
        || before == "least"
        || before == "most" && content.word(two) == "at"
        || before == "to" && content.is_in(two, &["up", "close", "closer"])
        || before == "as" && content.is_in(two, &["many", "much", "few", "little", "high", "low"])
        || before == "on"
            && content.word(two) == "in"
            && first > 2
            && content.is_in(first - 3, &["closing"])
        || before == "of" && content.is_in(two, &["upward", "upwards", "excess"])
        || content.has(last + 1, "or so")
        || content.has(last + 1, "or more")
        || content.has(last + 1, "or less")
        || matches!(content.word(last + 1), "+" | "plus" | "something" | "odd")
        || content.word(one) == "~"
}
