//! The days on which holidays fall.

use super::calendar::Day;

/// Names and when they fall: `month-day`, `month nth weekday` (the last one where negative), or
/// days from Easter Sunday.
const HOLIDAYS: &str = include_str!("../lexicon/date-holidays.txt");

/// The day of a holiday in a year; `None` where the name is not known. Case and apostrophes do not matter.
///
/// ```
/// use whosaid::date::{Day, holiday};
/// assert_eq!(holiday::day("Christmas Eve", 1776), Day::new(1776, 12, 24));
/// assert_eq!(holiday::day("Thanksgiving Day", 1999), Day::new(1999, 11, 25));
/// ```
pub fn day(name: &str, year: i32) -> Option<Day> {
    let name = plain(name);
    let mut entries = HOLIDAYS.lines().filter_map(|line| line.split_once('\t'));
    let (_, when) = entries.find(|(known, _)| *known == name)?;
    let mut parts = when.split(' ');
    let kind = parts.next()?;
    let mut next = || parts.next()?.parse::<i8>().ok();
    match kind {
        "on" => Day::new(year, next()?.unsigned_abs(), next()?.unsigned_abs()),
        "nth" => {
            let (month, nth, weekday) = (next()?, next()?, next()?);
            Day::nth_weekday(year, month.unsigned_abs(), nth, weekday.unsigned_abs())
        }
        "easter" => Some(Day::easter(year)?.plus_days(next()?.into())),
        // The Tuesday after the first Monday of November.
        "election" => Some(Day::nth_weekday(year, 11, 1, 1)?.plus_days(1)),
        _ => None,
    }
}

/// Lower case, a hyphen between words, no apostrophes and stops.
fn plain(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars().filter(|c| !matches!(c, '\'' | '’' | '.')) {
        match c {
            c if c.is_whitespace() => out.push('-'),
            c => out.push(c.to_ascii_lowercase()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_a_day_of_each_year() {
        let mut last = "";
        for line in HOLIDAYS.lines().filter(|line| !line.starts_with('#')) {
            let (name, _) = line.split_once('\t').expect(line);
            assert_eq!(plain(name), name, "in its plain form");
            assert!(last < name, "{name} is sorted and unique");
            last = name;
            for year in 1950..2060 {
                assert!(day(name, year).is_some(), "{name} {year}");
            }
        }
    }

    #[test]
    fn names_are_read_in_any_dress() {
        assert_eq!(day("New Year’s Day", 2001), Day::new(2001, 1, 1));
        assert_eq!(day("St. Patrick's Day", 2001), Day::new(2001, 3, 17));
        assert_eq!(day("Good Friday", 2024), Day::new(2024, 3, 29));
        assert_eq!(day("election day", 1998), Day::new(1998, 11, 3));
        assert_eq!(day("Fish Day", 2001), None);
    }
}
