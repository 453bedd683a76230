//! Whether a number is one of a quantity.

use super::number::{Kind, Number};
use crate::claim::content::Content;
use crate::lexicon::class;

/// Whether a number is one of a quantity: no year, date, time, name or pronoun.
pub(super) fn counts(content: &Content<'_>, number: &Number) -> bool {
    let (first, last) = (number.first, number.last);
    let next = content.word(last + 1);
    let money = content.is(first.wrapping_sub(1), class::CURRENCY_SIGN);
    let percent = content.is(last + 1, class::PERCENT_SIGN) || next == "percent";
    if money || percent {
        return true;
    }
    if content.word(first) == "one" && first == last {
        let hyphen = content.is(last + 1, class::HYPHEN) && content.is(last + 1, class::GLUED);
        return hyphen && content.is(last + 2, class::UNIT)
            || next == "in" && content.is(last + 2, class::NUMBER_WORD)
            || content.has(last + 1, "out of");
    }
    if number.kind != Kind::Digits {
        return true;
    }
    let time = matches!(next, "a.m" | "a.m." | "p.m" | "p.m." | "am" | "pm" | "o'clock");
    let decade = content.is(last + 1, class::CLITIC) && next == "s";
    let named = is_year(content, number) || is_date(content, number) || is_name(content, first);
    !(time || decade || named)
}

fn is_year(content: &Content<'_>, number: &Number) -> bool {
    let word = content.word(number.first);
    let year = word.len() == 4 && (1500.0..2100.0).contains(&number.value);
    let counted = content.is(number.last + 1, class::UNIT)
        || content.word(number.last + 1) == "people"
        || content.is(number.last + 1, class::GROUP_NOUN)
            && !content.is(number.last + 1, class::ORG_NOUN)
            && content.before(number.first) != "in";
    let short = word.len() == 2 && matches!(content.before(number.first), "'" | "‘");
    year && !counted || short
}

fn is_date(content: &Content<'_>, number: &Number) -> bool {
    let month =
        |index: usize| content.is(index, class::MONTH) && content.is(index, class::CAPITALIZED);
    let day = (1.0..=31.0).contains(&number.value);
    day && (month(number.first.wrapping_sub(1))
        || month(number.last + 1)
        || content.word(number.last + 1) == "of" && month(number.last + 2))
        // "March 3-5": the second day of a stretch.
        || day && content.is(number.first.wrapping_sub(1), class::HYPHEN)
            && month(number.first.wrapping_sub(3))
}

/// "Section 5", "F-35", "No. 2", "Boeing 737": a number that is part of a name.
fn is_name(content: &Content<'_>, first: usize) -> bool {
    const NUMBERED: &[&str] = &[
        "no",
        "nos",
        "number",
        "section",
        "article",
        "title",
        "chapter",
        "route",
        "highway",
        "interstate",
        "district",
        "proposition",
        "prop",
        "room",
        "flight",
        "channel",
        "amendment",
        "phase",
        "grade",
        "bowl",
        "page",
        "verse",
        "gate",
        "platform",
        "war",
        "act",
        "model",
        "fox",
        "apartment",
        "suite",
        "unit",
        "ward",
        "precinct",
        "area",
        "level",
        "type",
        "version",
    ];
    let before = first.wrapping_sub(1);
    if content.is(before, class::HYPHEN) && content.is(before, class::GLUED) {
        // "Covid-19" and "F-35", but not "two-30".
        return content.is(first, class::GLUED)
            && !content.is(first.wrapping_sub(2), class::NUMBER)
            && !content.is(first.wrapping_sub(2), class::NUMBER_WORD);
    }
    let numbered = NUMBERED.contains(&content.before(first));
    let capital = content.is(before, class::CAPITALIZED) || content.is(before, class::ALL_CAPS);
    numbered
        && (capital
            || matches!(content.before(first), "no" | "nos" | "number" | "page" | "chapter"))
        || content.is(before, class::SYMBOL) && content.before(first) == "#"
        || capital && content.word(first).ends_with(".0")
}
