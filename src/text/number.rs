//! What a number looks like: a year, a day of a month, a time by the clock.

use crate::lexicon::{ClassSet, class};

/// Adds the classes that the shape of a word beginning with a digit gives it.
pub(super) fn shape(word: &str, classes: &mut ClassSet) {
    let bytes = word.as_bytes();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (head, tail) = word.split_at_checked(digits).unwrap_or((word, ""));
    if tail.is_empty() {
        return digits_only(head, classes);
    }
    if tail.ends_with(char::is_alphabetic) {
        classes.insert(class::ALPHANUMERIC);
    }
    let number = if digits <= 4 { head.parse::<u16>().unwrap_or(u16::MAX) } else { u16::MAX };
    let class = match tail {
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" if digits <= 2 => {
            class::ORDINAL_NUMBER
        }
        "s" if digits == 4 && (1000..2200).contains(&number) && number.is_multiple_of(10) => {
            class::DECADE_NUMBER
        }
        "s" if digits == 2 && number.is_multiple_of(10) => class::SHORT_DECADE_NUMBER,
        _ if is_clock(digits, tail) => class::CLOCK_NUMBER,
        _ if is_date(word) => class::NUMERIC_DATE,
        _ => return,
    };
    classes.insert(class);
}

fn digits_only(digits: &str, classes: &mut ClassSet) {
    let number = if digits.len() <= 4 { digits.parse::<u16>().unwrap_or(0) } else { 0 };
    match digits.len() {
        4 if (1000..2200).contains(&number) => {
            classes.insert(class::YEAR_NUMBER);
            if number >= 1900 {
                classes.insert(class::MODERN_YEAR_NUMBER);
            }
        }
        1 | 2 => {
            if digits.len() == 2 {
                classes.insert(class::SHORT_YEAR_NUMBER);
            }
            if (1..=31).contains(&number) {
                classes.insert(class::DAY_NUMBER);
            }
        }
        _ => {}
    }
}

/// `10:35`, `2:05:10`, `5:30PM`, `3am`, `1900hrs`, where `tail` is what follows the first digits.
fn is_clock(digits: usize, tail: &str) -> bool {
    let rest = tail.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    let suffix = tail.get(rest.len()..).unwrap_or_default();
    let half = ["am", "pm", "AM", "PM"].contains(&suffix);
    let hours = ["hrs", "h", "hr"].contains(&suffix);
    if rest.is_empty() {
        return half && digits <= 2 || hours && digits == 4 && suffix != "h";
    }
    let mut groups = rest.split([':', '.']).skip(1);
    let two = |group: &str| group.len() == 2 && group.bytes().all(|byte| byte.is_ascii_digit());
    let colon = rest.starts_with(':');
    digits <= 2
        && (colon || half)
        && (suffix.is_empty() || half || hours)
        && groups.next().is_some_and(two)
        && groups.next().is_none_or(two)
        && groups.next().is_none()
}

/// `2017-07-08`, `3/4/2024`, `31.12.1999`.
fn is_date(word: &str) -> bool {
    let mut separators = word.chars().filter(|char| !char.is_ascii_digit());
    let (Some(first), Some(second), None) =
        (separators.next(), separators.next(), separators.next())
    else {
        return false;
    };
    let mut lengths = word.split(first).map(str::len);
    let lengths = [lengths.next(), lengths.next(), lengths.next()].map(Option::unwrap_or_default);
    first == second
        && match first {
            '-' => lengths == [4, 2, 2],
            '/' | '.' => {
                (1..=2).contains(&lengths[0])
                    && (1..=2).contains(&lengths[1])
                    && (lengths[2] == 4 || first == '/' && lengths[2] == 2)
            }
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(word: &str, class: crate::lexicon::Class) -> bool {
        let mut classes = ClassSet::EMPTY;
        shape(word, &mut classes);
        classes.has(class)
    }

    #[test]
    fn shapes() {
        for (class, words, others) in [
            (
                class::YEAR_NUMBER,
                &["1000", "1997", "2199"][..],
                &["1,997", "0997", "2200", "97"][..],
            ),
            (class::DAY_NUMBER, &["1", "08", "31"], &["0", "32", "1st", "100"]),
            (class::ORDINAL_NUMBER, &["1st", "22nd", "30th"], &["100th", "1s"]),
            (class::DECADE_NUMBER, &["1990s"], &["1995s", "90s", "1990"]),
            (class::SHORT_DECADE_NUMBER, &["90s"], &["95s", "1990s"]),
            (
                class::CLOCK_NUMBER,
                &["10:35", "2:05:10", "5:30PM", "3am", "6.45pm", "1900hrs", "03:00hrs"],
                &["10.35", "3m", "1:2", "300am"],
            ),
            (
                class::NUMERIC_DATE,
                &["2017-07-08", "3/4/2024", "3/4/24", "31.12.1999"],
                &["1/2", "9/11", "1.2.3", "2017-7-8"],
            ),
        ] {
            for word in words {
                assert!(has(word, class), "{word}");
            }
            for word in others {
                assert!(!has(word, class), "{word}");
            }
        }
    }
}
