//! Days as date lines, page metadata and addresses write them.

use crate::DateOrder;
use jiff::civil::Date;

/// A number, a word or a mark of a short line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// Digits, letters, or one other character.
    pub(super) text: &'t str,
    /// First byte in the line.
    pub(super) start: usize,
    /// Whether white space, or the line's edge, stands before it.
    pub(super) apart: bool,
}

impl Token<'_> {
    pub(super) fn number(self) -> Option<i16> {
        (self.text.len() <= 4).then(|| self.text.parse().ok()).flatten()
    }

    pub(super) fn is(self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn is_any(self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }
}

/// Cuts a line into numbers, words and marks.
pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let class = |c: char| match c {
        _ if c.is_ascii_digit() => 1,
        _ if c.is_alphabetic() => 2,
        _ => 3,
    };
    let mut found: Vec<Token<'_>> = Vec::new();
    let (mut start, mut open, mut apart) = (0, 0, true);
    let mut push = |start, end, apart| {
        if let Some(text) = line.get(start..end).filter(|text| !text.is_empty()) {
            found.push(Token { text, start, apart });
        }
    };
    for (at, c) in line.char_indices() {
        let kind = if c.is_whitespace() { 0 } else { class(c) };
        if kind != open || kind == 3 {
            if open != 0 {
                push(start, at, apart);
                apart = false;
            }
            (start, open) = (at, kind);
        }
        apart |= kind == 0;
    }
    if open != 0 {
        push(start, line.len(), apart);
    }
    found
}

/// A day found among tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// With its year.
    Day(Date),
    /// Month and day, or month and year.
    Part,
}

/// The day that begins at the first of `tokens`, and the number of tokens that it takes.
pub(super) fn at_start(tokens: &[Token<'_>], order: DateOrder) -> Option<(Found, usize)> {
    let first = *tokens.first()?;
    if first.text.starts_with(|c: char| c.is_ascii_digit()) {
        compact(first).or_else(|| numbers(tokens, order)).or_else(|| day_month(tokens))
    } else {
        month_day(tokens)
    }
}

/// The first day with a year in `line`.
///
/// Metadata and addresses come in all shapes; the day is taken as written, never moved to UTC.
pub(super) fn first_in(line: &str, order: DateOrder) -> Option<Date> {
    let tokens = tokens(line);
    (0..tokens.len()).find_map(|at| match at_start(tokens.get(at..)?, order)? {
        (Found::Day(day), _) => Some(day),
        (Found::Part, _) => None,
    })
}

/// `20240506`
fn compact(token: Token<'_>) -> Option<(Found, usize)> {
    if !matches!(token.text.len(), 8 | 12 | 14) {
        return None;
    }
    let part = |from, to| token.text.get(from..to)?.parse::<i16>().ok();
    Some((Found::Day(date(part(0, 4)?, part(4, 6)?, part(6, 8)?)?), 1))
}

/// `2024-05-06`, `5/6/2024`, `6.5.24`
fn numbers(tokens: &[Token<'_>], order: DateOrder) -> Option<(Found, usize)> {
    let [first, mark, second, again, third, ..] = tokens else { return None };
    if mark.text != again.text || !matches!(mark.text, "-" | "/" | ".") {
        return None;
    }
    let (left, middle, right) = (first.number()?, second.number()?, third.number()?);
    if first.text.len() == 4 {
        return Some((Found::Day(date(left, middle, right)?), 5));
    }
    let year = match third.text.len() {
        4 => right,
        2 => century(right),
        _ => return None,
    };
    let day_first = || date(year, middle, left);
    let month_first = || date(year, left, middle);
    let day = if mark.text == "." || order == DateOrder::Dmy {
        day_first().or_else(month_first)
    } else {
        month_first().or_else(day_first)
    };
    Some((Found::Day(day?), 5))
}

/// `6 May 2024`, `6th of May, 2024`, `06-May-24`
fn day_month(tokens: &[Token<'_>]) -> Option<(Found, usize)> {
    let day = tokens.first()?.number().filter(|day| (1..=31).contains(day))?;
    let mut at = 1;
    let next = |at: usize| tokens.get(at).copied();
    if next(at).is_some_and(|token| !token.apart && token.is_any(&["st", "nd", "rd", "th"])) {
        at += 1;
    }
    if next(at).is_some_and(|token| token.is("of") || token.text == "-") {
        at += 1;
    }
    let month = month(next(at)?.text)?;
    at += 1;
    while next(at).is_some_and(|token| matches!(token.text, "." | "," | "-")) {
        at += 1;
    }
    let year = next(at).filter(|token| matches!(token.text.len(), 2 | 4)).and_then(|token| {
        let hyphen = !token.apart && tokens.get(at - 1).is_some_and(|mark| mark.text == "-");
        let number = token.number()?;
        if token.text.len() == 4 { Some(number) } else { hyphen.then(|| century(number)) }
    });
    match year.and_then(|year| date(year, month, day)) {
        Some(day) => Some((Found::Day(day), at + 1)),
        None => Some((Found::Part, at)),
    }
}

/// `May 6, 2024`, `May 6th 2024`, `May 2024`
fn month_day(tokens: &[Token<'_>]) -> Option<(Found, usize)> {
    let month = month(tokens.first()?.text)?;
    let next = |at: usize| tokens.get(at).copied();
    let mut at = 1;
    if next(at).is_some_and(|token| token.text == ".") {
        at += 1;
    }
    let number = next(at)?;
    let day = number.number()?;
    at += 1;
    if number.text.len() == 4 {
        return Some((Found::Part, at));
    }
    if !(1..=31).contains(&day) {
        return None;
    }
    if next(at).is_some_and(|token| !token.apart && token.is_any(&["st", "nd", "rd", "th"])) {
        at += 1;
    }
    let part = at;
    while next(at).is_some_and(|token| matches!(token.text, "," | ".")) {
        at += 1;
    }
    let year = next(at).filter(|token| token.text.len() == 4).and_then(Token::number);
    match year.and_then(|year| date(year, month, day)) {
        Some(day) => Some((Found::Day(day), at + 1)),
        None => Some((Found::Part, part)),
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    // Nobody dates news outside these years; a number that is no year often is.
    if !(1600..2200).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn century(year: i16) -> i16 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month by its English name or abbreviation, its full stop aside.
fn month(word: &str) -> Option<i16> {
    let known = |name: &str| {
        word.eq_ignore_ascii_case(name)
            || word.len() == 3
                && name.get(..3).is_some_and(|short| word.eq_ignore_ascii_case(short))
            || word.eq_ignore_ascii_case("sept") && name == "september"
    };
    (1..).zip(MONTHS).find_map(|(number, name)| known(name).then_some(number))
}

/// Whether `word` is a day of the week, in full or abbreviated.
pub(super) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().any(|name| {
        word.eq_ignore_ascii_case(name)
            || (3..=5).contains(&word.len())
                && name.get(..word.len()).is_some_and(|short| word.eq_ignore_ascii_case(short))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_in_many_forms() {
        for line in [
            "2024-05-06T23:50:00-07:00",
            "2024/05/06",
            "20240506",
            "20240506101500",
            "May 6, 2024",
            "MAY 6TH, 2024",
            "May 6 2024",
            "Mon, 06 May 2024 10:00:00 GMT",
            "6 May 2024",
            "6th of May, 2024",
            "06-May-24",
            "5/6/2024",
            "5/6/24 at noon",
            "06.05.2024",
            "/news/2024/05/06/rain",
            "Published by the desk, Monday May. 6, 2024",
        ] {
            let found = first_in(line, DateOrder::Mdy).map(|day| day.to_string());
            assert_eq!(found.as_deref(), Some("2024-05-06"), "{line}");
        }
        let british = first_in("06/05/2024", DateOrder::Dmy).map(|day| day.to_string());
        assert_eq!(british.as_deref(), Some("2024-05-06"));
        let no_choice = first_in("20/08/2016", DateOrder::Mdy).map(|day| day.to_string());
        assert_eq!(no_choice.as_deref(), Some("2016-08-20"));
    }

    #[test]
    fn what_is_no_day() {
        for line in
            ["May 2024", "6 May", "2024", "31/31/2024", "555-0142", "Room 20245060", "1.2.3"]
        {
            assert_eq!(first_in(line, DateOrder::Mdy), None, "{line}");
        }
    }

    #[test]
    fn weekdays() {
        assert!(is_weekday("Wed") && is_weekday("thurs") && is_weekday("SUNDAY"));
        assert!(!is_weekday("Mo") && !is_weekday("Sundays"));
    }
}
