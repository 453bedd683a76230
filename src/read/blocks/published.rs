//! Lines that give the day of publication or of the last change.

use super::super::day::{self, Found, Token};
use crate::DateOrder;
use jiff::civil::Date;

/// What a date line says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct DateLine {
    pub(super) published: Option<Date>,
    pub(super) updated: Option<Date>,
    /// `Published:` or `Updated` stands in it.
    pub(super) labelled: bool,
}

const PUBLISHED: [&str; 10] = [
    "published",
    "posted",
    "date",
    "dated",
    "created",
    "issued",
    "filed",
    "printed",
    "release",
    "released",
];
const UPDATED: [&str; 6] = ["updated", "modified", "edited", "revised", "update", "changed"];
const FILLERS: [&str; 24] = [
    "at",
    "on",
    "by",
    "last",
    "first",
    "originally",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "noon",
    "midnight",
    "eastern",
    "pacific",
    "central",
    "mountain",
    "time",
    "local",
    "hours",
    "hrs",
    "h",
    "min",
    "read",
];

/// The date line that `line` is: dates, times and labels, and nothing else.
pub(super) fn read(line: &str, order: DateOrder) -> Option<DateLine> {
    if line.len() > 160 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let tokens = day::tokens(line);
    let mut found = DateLine::default();
    let (mut updated, mut strange, mut dated, mut timed, mut at) = (false, 0, false, false, 0);
    while let Some(token) = tokens.get(at).copied() {
        if let Some((what, length)) = day::at_start(tokens.get(at..)?, order) {
            dated = true;
            if let Found::Day(day) = what {
                let place = if updated { &mut found.updated } else { &mut found.published };
                place.get_or_insert(day);
            }
            at += length;
            continue;
        }
        at += 1;
        if token.is_any(&UPDATED) {
            (updated, found.labelled) = (true, true);
        } else if token.is_any(&PUBLISHED) {
            (updated, found.labelled) = (false, true);
        } else if day::is_weekday(token.text) {
            dated |= !found.labelled;
        } else if token.number().is_some() {
            timed = true;
        } else if !is_neutral(token) {
            strange += 1;
        }
    }
    let room = if found.labelled { 3 } else { 0 };
    let whole = found.published.is_some() || found.updated.is_some();
    // A weekday alone dates nothing, and a time alone is a heading of a live report.
    let part = dated && line.split_whitespace().count() > 1 && (timed || tokens.len() > 2);
    ((whole || part || found.labelled && timed) && strange <= room).then_some(found)
}

/// Marks, fillers and time zones.
fn is_neutral(token: Token<'_>) -> bool {
    let zone =
        (2..=5).contains(&token.text.len()) && token.text.bytes().all(|b| b.is_ascii_uppercase());
    let mark = token.text.chars().all(|c| !c.is_alphanumeric());
    mark || zone || token.is_any(&FILLERS)
}

/// `17.05`, `3:15 p.m. ET`: a time and nothing else.
pub(super) fn is_time(line: &str) -> bool {
    if line.len() > 24 || !line.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let tokens = day::tokens(line);
    let [hour, next, ..] = tokens.as_slice() else { return false };
    if day::at_start(&tokens, DateOrder::default()).is_some() {
        return false;
    }
    let hour = hour.number().is_some_and(|hour| hour < 25) && hour.text.len() <= 2;
    let minutes = matches!(next.text, ":" | "." | "h")
        && tokens.get(2).is_some_and(|minutes| !minutes.apart && minutes.text.len() == 2);
    let noon = next.is_any(&["am", "pm", "a", "p"]);
    let rest = tokens.get(1..).unwrap_or_default();
    hour && (minutes || noon)
        && rest.iter().all(|token| token.number().is_some() || is_neutral(*token))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(line: &str) -> Option<(String, String)> {
        let show = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        read(line, DateOrder::Mdy).map(|line| (show(line.published), show(line.updated)))
    }

    #[test]
    fn date_lines() {
        for (line, published, updated) in [
            ("May 6, 2024", "2024-05-06", ""),
            ("Monday 6 May 2024 06.00 BST", "2024-05-06", ""),
            ("Published: May 6, 2024 3:15 p.m. ET", "2024-05-06", ""),
            ("Updated May 7, 2024 4:51 pm ET", "", "2024-05-07"),
            (
                "Published - May 06, 2024 10:12 pm IST | Updated - May 07, 2024 12:40 am IST - VALE",
                "2024-05-06",
                "2024-05-07",
            ),
            ("First published on 6 May 2024, last modified 7 May 2024", "2024-05-06", "2024-05-07"),
            ("06/05/2024", "2024-06-05", ""),
            ("2024-05-06 10:15:00", "2024-05-06", ""),
            ("Updated 3:15 p.m. ET", "", ""),
            ("Mon 6 May", "", ""),
        ] {
            assert_eq!(days(line), Some((published.to_owned(), updated.to_owned())), "{line}");
        }
    }

    #[test]
    fn what_is_no_date_line() {
        for line in [
            "On May 6, 2024, the harbor froze.",
            "17.05",
            "2024",
            "Monday",
            "May 6, 2024: The harbor freezes",
            "Posted 5 ships at the gate of the old harbor",
            "Call 555-0142",
        ] {
            assert_eq!(days(line), None, "{line}");
        }
    }

    #[test]
    fn times() {
        for line in ["17.05", "9:30am", "3:15 p.m. ET", "11 am"] {
            assert!(is_time(line), "{line}");
        }
        for line in ["17", "17.5", "30 ships", "12.30 train to Vale", "1.05.2024"] {
            assert!(!is_time(line), "{line}");
        }
    }
}
