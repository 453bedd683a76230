//! What single words of time stand for.

use super::value::{PartOfDay, Season, Unit};

/// The month that a word names, written out or shortened ("Sept.").
pub(super) fn month(word: &str) -> Option<u8> {
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
    named(&MONTHS, word)
}

/// The day of the week that a word names, in the singular or plural, written out or shortened;
/// Monday is 1.
pub(super) fn weekday(word: &str) -> Option<u8> {
    const WEEKDAYS: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    named(&WEEKDAYS, word.trim_end_matches('.').trim_end_matches(['s', 'S']))
        .or_else(|| named(&WEEKDAYS, word))
}

/// The place, from 1, of the name that begins with `word` (at least three letters, then a stop or not).
fn named(names: &[&str], word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let is =
        |name: &&str| name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let place = names.iter().position(is).filter(|_| word.len() >= 3)?;
    u8::try_from(place + 1).ok()
}

/// The unit that a word names, and how many of it ("fortnight" is two weeks).
pub(super) fn unit(word: &str) -> Option<(Unit, i64)> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let one = word.strip_suffix('s').unwrap_or(&word);
    Some(match one {
        "second" | "sec" => (Unit::Second, 1),
        "minute" | "min" => (Unit::Minute, 1),
        "hour" | "hr" => (Unit::Hour, 1),
        "day" | "night" | "evening" | "morning" | "afternoon" => (Unit::Day, 1),
        "week" | "wk" => (Unit::Week, 1),
        "fortnight" => (Unit::Week, 2),
        "weekend" => (Unit::Weekend, 1),
        "month" => (Unit::Month, 1),
        "quarter" | "period" => (Unit::Quarter, 1),
        "season" => (Unit::Season, 1),
        "half" => (Unit::Half, 1),
        "year" | "yr" => (Unit::Year, 1),
        "decade" => (Unit::Decade, 1),
        "century" | "centurie" => (Unit::Century, 1),
        "millennium" | "millennia" => (Unit::Millennium, 1),
        _ => return None,
    })
}

/// The season that a word names.
pub(super) fn season(word: &str) -> Option<Season> {
    Some(match word.to_ascii_lowercase().trim_end_matches('s') {
        "spring" | "springtime" => Season::Spring,
        "summer" | "summertime" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" | "wintertime" => Season::Winter,
        _ => return None,
    })
}

/// The part of the day that a word names.
pub(super) fn part_of_day(word: &str) -> Option<PartOfDay> {
    Some(match word.to_ascii_lowercase().trim_end_matches('s') {
        "morning" | "dawn" | "daybreak" | "sunrise" | "breakfast" => PartOfDay::Morning,
        "midday" | "lunchtime" => PartOfDay::Midday,
        "afternoon" => PartOfDay::Afternoon,
        "evening" | "dusk" | "sunset" => PartOfDay::Evening,
        "night" | "nighttime" | "overnight" | "tonight" | "nightfall" => PartOfDay::Night,
        "daytime" | "daylight" => PartOfDay::Daytime,
        _ => return None,
    })
}

/// Which one of several: the last, this or the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// So many further, counted from the day of publication.
    By(i64),
    /// So many further, counted from the last one mentioned: "the following", "the previous".
    From(i64),
    /// The one last mentioned: "that", "the same".
    Same,
    /// The one that the article is about: "the quarter", "the weekend".
    The,
}

/// Reads "last", "this", "next", "the previous", "that same".
pub(super) fn shift<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Shift> {
    let mut found = None;
    for word in words {
        found = match word.to_ascii_lowercase().as_str() {
            "last" | "past" => Some(Shift::By(-1)),
            "this" | "current" | "present" | "latest" => Some(Shift::By(0)),
            "next" | "coming" | "upcoming" => Some(Shift::By(1)),
            "previous" | "preceding" | "prior" => Some(Shift::From(-1)),
            "following" | "subsequent" | "ensuing" => Some(Shift::From(1)),
            "that" | "same" => Some(Shift::Same),
            "the" | "its" | "of" => found.or(Some(Shift::The)),
            "very" => found,
            _ => return None,
        };
    }
    found
}

/// A clock time: hour, minute, second. Reads `10:35`, `17.05`, `3am`, `5:30PM`, `1900hrs`, "three",
/// "noon", "midnight"; `meridiem` is "a.m.", "p.m.", "in the morning" or the like.
pub(super) fn clock(word: &str, meridiem: Option<&str>) -> Option<(u8, u8, Option<u8>)> {
    let word = word.to_ascii_lowercase();
    match word.as_str() {
        "noon" | "noontime" | "midday" => return Some((12, 0, None)),
        "midnight" => return Some((0, 0, None)),
        _ => {}
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let suffix = word.get(digits.len()..).unwrap_or_default();
    let (mut hour, minute, second) = if digits.is_empty() {
        (u8::try_from(super::number::parse([word.as_str()])? / 1000).ok()?, 0, None)
    } else {
        let mut parts = digits.split([':', '.']).map(str::parse::<u16>);
        let first = parts.next()?.ok()?;
        let rest = parts.next().transpose().ok()?;
        let second = parts.next().transpose().ok()?;
        let (hour, minute) = match rest {
            None if digits.len() == 4 => (first / 100, first % 100),
            None => (first, 0),
            Some(minute) => (first, minute),
        };
        let second = match second {
            Some(second) => Some(u8::try_from(second).ok()?),
            None => None,
        };
        (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, second)
    };
    if hour > 24 || minute > 59 || second.is_some_and(|second| second > 59) {
        return None;
    }
    match half_of_day(suffix).or_else(|| half_of_day(meridiem.unwrap_or_default())) {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) if hour < 12 => hour += 12,
        Some(false) if hour == 12 => hour = 0,
        _ => {}
    }
    Some((hour, minute, second))
}

/// Whether words name the half of the day after noon; `None` where they name neither.
fn half_of_day(words: &str) -> Option<bool> {
    let last = words.rsplit(' ').next()?.to_ascii_lowercase();
    match last.chars().find(char::is_ascii_alphabetic)? {
        'a' if last.starts_with("afternoon") => Some(true),
        'a' | 'm' => Some(false),
        'p' | 'e' | 'n' => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_be_shortened() {
        for (word, value) in [("Sept.", 9), ("sep", 9), ("MAY", 5), ("December", 12)] {
            assert_eq!(month(word), Some(value), "{word}");
        }
        for word in ["Ma", "Mayor", "", "Decembers"] {
            assert_eq!(month(word), None, "{word}");
        }
        for (word, value) in [("Tues.", 2), ("Fridays", 5), ("wednesday", 3), ("Sun", 7)] {
            assert_eq!(weekday(word), Some(value), "{word}");
        }
    }

    #[test]
    fn clocks() {
        for (word, meridiem, value) in [
            ("10:35", Some("a.m."), (10, 35, None)),
            ("12", Some("a.m."), (0, 0, None)),
            ("12:15", Some("p.m."), (12, 15, None)),
            ("3am", None, (3, 0, None)),
            ("5:30PM", None, (17, 30, None)),
            ("17.05", None, (17, 5, None)),
            ("1900hrs", None, (19, 0, None)),
            ("4", Some("in the morning"), (4, 0, None)),
            ("six", Some("in the afternoon"), (18, 0, None)),
            ("eight", Some("at night"), (20, 0, None)),
            ("noon", None, (12, 0, None)),
        ] {
            assert_eq!(clock(word, meridiem), Some(value), "{word} {meridiem:?}");
        }
        for (word, meridiem) in [("25:00", None), ("13", Some("p.m.")), ("9:75", None), ("x", None)]
        {
            assert_eq!(clock(word, meridiem), None, "{word}");
        }
    }

    #[test]
    fn shifts() {
        let read = |text: &str| shift(text.split(' '));
        assert_eq!(read("the last"), Some(Shift::By(-1)));
        assert_eq!(read("that same"), Some(Shift::Same));
        assert_eq!(read("The"), Some(Shift::The));
        assert_eq!(read("the following"), Some(Shift::From(1)));
        assert_eq!(read("a"), None);
    }
}
