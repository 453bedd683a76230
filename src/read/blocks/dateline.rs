//! Datelines: `PORT ESSEL, Maran Islands (Northwire) —`.

use super::super::day;
use crate::DateOrder;
use jiff::civil::Date;

/// What stands at the head of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dateline<'t> {
    /// Its length in bytes, with the dash.
    pub(super) length: usize,
    /// The agency in brackets.
    pub(super) agency: Option<&'t str>,
    /// A day with its year.
    pub(super) day: Option<Date>,
}

/// The longest dateline that is looked for.
const REACH: usize = 140;

/// Words in capitals before a dash that are no place.
const NO_PLACES: [&str; 22] = [
    "BREAKING",
    "UPDATE",
    "UPDATED",
    "EXCLUSIVE",
    "WATCH",
    "VIDEO",
    "LIVE",
    "OPINION",
    "ANALYSIS",
    "NOTE",
    "FROM",
    "TO",
    "DATE",
    "SUBJECT",
    "TITLE",
    "CORRECTION",
    "WARNING",
    "PHOTOS",
    "READ",
    "MORE",
    "RELATED",
    "NEW",
];

/// The dateline at the head of `paragraph`. `colon`: whether a colon may end it, as in Indian papers.
pub(super) fn at_start(paragraph: &str, order: DateOrder, colon: bool) -> Option<Dateline<'_>> {
    let head = first_bytes(paragraph, REACH);
    if !head.starts_with(|c: char| c.is_uppercase() || c == '(') {
        return None;
    }
    let mut from = 0;
    let mut best = None;
    // The second dash ends it where the date stands between two: `CORK – May 6, 2024 –`.
    for _ in 0..2 {
        let (mark, length) = next_mark(head, from, colon)?;
        let before = head.get(..mark)?.trim_end();
        let Some((agency, day)) = inside(before, order) else { break };
        let after = head.get(mark + length..)?;
        let space = after.len() - after.trim_start().len();
        best = Some(Dateline { length: mark + length, agency, day });
        let dated = |tail: &str| {
            let tokens = day::tokens(first_bytes(tail, 24));
            day::at_start(&tokens, order).is_some()
        };
        if day.is_some() || !dated(after.trim_start()) {
            break;
        }
        from = mark + length + space;
    }
    best
}

/// A line that is nothing but a dateline: `LONDON, May 6`, `WASHINGTON (AP) —`.
pub(super) fn whole(line: &str, order: DateOrder) -> Option<Dateline<'_>> {
    let bare = line.trim_end_matches(|c: char| c.is_whitespace() || is_dash(c));
    if line.len() > REACH || !line.starts_with(char::is_uppercase) {
        return None;
    }
    let dashed = bare.len() < line.len();
    let (agency, day) = inside(bare, order)?;
    let dated = bare.bytes().any(|byte| byte.is_ascii_digit());
    let length = line.len();
    (dashed || agency.is_some() || dated).then_some(Dateline { length, agency, day })
}

fn first_bytes(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―' | '-' | '_')
}

/// The next dash that stands apart, a double hyphen, or a colon; offset and length.
fn next_mark(head: &str, from: usize, colon: bool) -> Option<(usize, usize)> {
    let mut previous = ' ';
    for (at, c) in head.char_indices().skip_while(|(at, _)| *at < from) {
        let rest = head.get(at..)?;
        let length = if c == '-' && rest.starts_with("--") {
            rest.len() - rest.trim_start_matches('-').len()
        } else {
            c.len_utf8()
        };
        let next = rest.get(length..)?.chars().next().unwrap_or(' ');
        let apart = next.is_whitespace() || previous.is_whitespace() || previous == ')';
        match c {
            '—' | '―' => return Some((at, length)),
            '-' if length > 1 => return Some((at, length)),
            '–' | '-' | '_' if apart => return Some((at, length)),
            ':' if colon && next.is_whitespace() => return Some((at, length)),
            // A sentence has begun.
            '“' | '”' | '"' | '?' | '!' | ';' => return None,
            _ => previous = c,
        }
    }
    None
}

/// Whether `text` is a place with region, agency and date; gives agency and day.
fn inside(text: &str, order: DateOrder) -> Option<(Option<&str>, Option<Date>)> {
    let (place, agency, tail) = match text.split_once('(') {
        Some((place, rest)) => {
            let (agency, tail) = rest.split_once(')')?;
            (place.trim(), Some(agency.trim()), tail.trim())
        }
        None => (text, None, ""),
    };
    if agency.is_some_and(|agency| !is_agency(agency)) {
        return None;
    }
    let dash_free = |part: &str| !part.contains(is_dash_apart);
    let (place, day, dated) = split_day(place, order)?;
    let late_day = if tail.is_empty() { None } else { Some(split_day(tail, order)?) };
    if late_day.is_some_and(|(rest, ..)| !rest.is_empty()) || !dash_free(place) {
        return None;
    }
    let day = day.or_else(|| late_day.and_then(|(_, day, _)| day));
    if place.is_empty() {
        return agency.is_some().then_some((agency, day));
    }
    let capitals = place_in_capitals(place);
    let mixed = (agency.is_some() || dated) && place.split_whitespace().count() <= 5;
    (capitals || mixed && place.split_whitespace().all(is_place_word)).then_some((agency, day))
}

fn is_dash_apart(c: char) -> bool {
    matches!(c, '—' | '–' | '―')
}

/// The text before a date, the day if it has a year, and whether there was a date at all; none where
/// something else follows the date.
fn split_day(text: &str, order: DateOrder) -> Option<(&str, Option<Date>, bool)> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Some((text.trim_matches(is_edge), None, false));
    }
    let tokens = day::tokens(text);
    let at = (0..tokens.len()).find_map(|at| {
        let (found, length) = day::at_start(tokens.get(at..)?, order)?;
        Some((at, found, at + length))
    });
    let (at, found, end) = at?;
    let rest = tokens.get(end..)?;
    if rest.iter().any(|token| !matches!(token.text, "," | "." | "/") && token.text != "–") {
        return None;
    }
    let mut head = text.get(..tokens.get(at)?.start)?.trim_end_matches(is_edge);
    if let Some((before, word)) = head.rsplit_once(char::is_whitespace) {
        if day::is_weekday(word.trim_matches(is_edge)) {
            head = before.trim_end_matches(is_edge);
        }
    } else if day::is_weekday(head) {
        head = "";
    }
    let day = if let day::Found::Day(day) = found { Some(day) } else { None };
    Some((head, day, true))
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '–' | '—' | '-' | '/' | ':')
}

/// A first word in capitals, and after it capitals or, behind a comma or “and”, a region.
fn place_in_capitals(place: &str) -> bool {
    let mut region = false;
    let (mut letters, mut in_capitals) = (0, 0);
    for (at, word) in place.split_whitespace().enumerate() {
        if at == 0 && NO_PLACES.contains(&word.trim_matches(is_edge)) {
            return false;
        }
        let capitals = !word.chars().any(char::is_lowercase);
        if !(is_place_word(word) && (capitals || region)) && !(at > 0 && is_small_word(word)) {
            return false;
        }
        if capitals && !region {
            letters += word.chars().filter(|c| c.is_alphabetic()).count();
        }
        in_capitals += usize::from(capitals && !region);
        region = word.ends_with(',') || region && !word.ends_with(';');
        if at > 7 || in_capitals > 4 {
            return false;
        }
    }
    letters >= 3
}

fn is_small_word(word: &str) -> bool {
    matches!(word, "and" | "de" | "la" | "al" | "el" | "of" | "du" | "del" | "on" | "in" | "the")
}

fn is_place_word(word: &str) -> bool {
    let marks = |c: char| matches!(c, '.' | ',' | '-' | '\'' | '’' | '/' | '‘' | ';');
    word.starts_with(|c: char| c.is_uppercase() || c == '‘')
        && word.chars().all(|c| c.is_alphabetic() || marks(c))
        || is_small_word(word)
}

/// `AP`, `Reuters`, `CNN Business`, `Xinhua/AFP`; not the `R-Ohio` of a senator.
fn is_agency(text: &str) -> bool {
    (2..=40).contains(&text.len())
        && text.split_whitespace().count() <= 4
        && text.chars().any(char::is_uppercase)
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '&'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        at_start(text, DateOrder::Mdy, false).and_then(|line| text.get(..line.length))
    }

    #[test]
    fn datelines() {
        for (line, rest) in [
            ("PORT VALE (AP) —", " The harbor froze."),
            ("PORT VALE, Calif. (Harborwire) -", " The harbor froze."),
            ("PORT VALE, Ohio, April 17 (CNB) --", " The harbor froze."),
            ("(Reuters) -", " The harbor froze."),
            ("(AP) _", " The harbor froze."),
            ("Port Vale (CNN) —", "The harbor froze."),
            ("PORT VALE—", "The harbor froze."),
            ("ST. VALE, Jan. 5 —", " The harbor froze."),
            ("VALE, Norway and ÖREN, Sweden – May 6, 2024 –", " Two ports froze."),
            ("RIO DE VALE, Brazil —", " The harbor froze."),
            ("Port Vale, May 6 (Xinhua) --", " The harbor froze."),
        ] {
            assert_eq!(found(&format!("{line}{rest}")), Some(line), "{line}");
        }
        let indian = "PORT VALE: The harbor froze.";
        assert_eq!(at_start(indian, DateOrder::Mdy, true).map(|line| line.length), Some(10));
    }

    #[test]
    fn what_is_no_dateline() {
        for line in [
            "The mayor — a former sailor — resigned.",
            "BREAKING — The harbor froze.",
            "Vale (35) — a sailor — resigned.",
            "PORT VALE: The harbor froze.",
            "“NEVER — not once,” she said.",
            "Ann Vale (R-Ohio) — no friend of ships — spoke.",
            "A man (left) — no one knows him — fell.",
            "US-based ships froze - all of them.",
            "",
        ] {
            assert_eq!(found(line), None, "{line}");
        }
    }

    #[test]
    fn agency_and_day() {
        let text = "VALE, May 6, 2024 (Harborwire) — Ice.";
        let line = at_start(text, DateOrder::Mdy, false).unwrap();
        assert_eq!(line.agency, Some("Harborwire"));
        assert_eq!(line.day.map(|day| day.to_string()).as_deref(), Some("2024-05-06"));
        let alone = whole("LONDON, May 6, 2024", DateOrder::Mdy).and_then(|line| line.day);
        assert_eq!(alone.map(|day| day.to_string()).as_deref(), Some("2024-05-06"));
        assert_eq!(whole("NASA Moves On", DateOrder::Mdy), None);
    }
}
