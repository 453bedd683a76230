//! The `emit` table of a date rule: which value it builds.

use crate::report::DateType;
use std::collections::BTreeMap;

/// Which value a rule builds from its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A place in the calendar, with what the text leaves out filled in: "Aug. 7", "last fall",
    /// "9 a.m. Tuesday".
    Calendar,
    /// A unit, counted from here: "last week", "the following year", "the quarter".
    Unit,
    /// A distance from here: "two years ago", "a week later".
    Offset,
    /// A day counted from the day of publication, by `days` or `shift`, or a part of it: "tonight".
    Day,
    /// A day counted from the one last mentioned: "the next morning", "that day".
    DayMentioned,
    /// The stretch spoken of, in another year: "the 1988 period", "the same month last year".
    Period,
    /// The week that holds a day: "the week of March 6".
    WeekOf,
    /// The time spoken of: "by that time".
    Mentioned,
    /// How long: "two years".
    Duration,
    /// Some of a unit: "a year or two".
    VagueDuration,
    /// The last day of the year, or the end of the month, spoken of: "year-end".
    End,
    /// How often: "every two years".
    Set,
    /// Each such day: "on Fridays".
    EachWeekday,
    /// A part of every day: "at night".
    AnyDay,
    /// The rule's `value` as it stands.
    Fixed,
}

impl Kind {
    const NAMES: [(&str, Self); 15] = [
        ("calendar", Self::Calendar),
        ("unit", Self::Unit),
        ("offset", Self::Offset),
        ("day", Self::Day),
        ("day-mentioned", Self::DayMentioned),
        ("period", Self::Period),
        ("week-of", Self::WeekOf),
        ("mentioned", Self::Mentioned),
        ("duration", Self::Duration),
        ("vague-duration", Self::VagueDuration),
        ("end", Self::End),
        ("set", Self::Set),
        ("each-weekday", Self::EachWeekday),
        ("any-day", Self::AnyDay),
        ("fixed", Self::Fixed),
    ];
}

/// What a date rule makes of a match; the keys of its `emit` table.
#[derive(Debug, Clone, PartialEq)]
pub struct Emit {
    /// Which value to build.
    pub kind: Kind,
    /// `type`: the TIMEX3 type where it is not the one that the value has by itself.
    pub date_type: Option<DateType>,
    /// `value`: the value of [`Kind::Fixed`].
    pub value: Option<String>,
    /// `mod`: the TIMEX3 `mod`, where no group tells.
    pub modifier: Option<String>,
    /// `unit`, where no group tells.
    pub unit: Option<String>,
    /// `number`: how many units, where no group tells.
    pub number: Option<i64>,
    /// `days`: how many days from here, for [`Kind::Day`].
    pub days: Option<i64>,
}

impl Emit {
    /// Reads the table.
    ///
    /// # Errors
    /// A key or a value that is not known, or no `kind`; the message says which.
    pub fn read(table: &BTreeMap<String, String>) -> Result<Self, String> {
        let mut emit = Self {
            kind: Kind::Fixed,
            date_type: None,
            value: None,
            modifier: None,
            unit: None,
            number: None,
            days: None,
        };
        if !table.contains_key("kind") {
            return Err("its emit table names no kind of value".to_owned());
        }
        for (key, value) in table {
            let unknown = || format!("emit: {key} = {value:?} is not known");
            match key.as_str() {
                "kind" => {
                    let known = Kind::NAMES.iter().find(|(name, _)| name == value);
                    emit.kind = known.ok_or_else(unknown)?.1;
                }
                "type" => {
                    emit.date_type = Some(match value.as_str() {
                        "date" => DateType::Date,
                        "time" => DateType::Time,
                        "duration" => DateType::Duration,
                        "set" => DateType::Set,
                        _ => return Err(unknown()),
                    });
                }
                "value" => emit.value = Some(value.clone()),
                "mod" => emit.modifier = Some(value.clone()),
                "unit" => emit.unit = Some(value.clone()),
                "number" => emit.number = Some(value.parse().map_err(|_| unknown())?),
                "days" => emit.days = Some(value.parse().map_err(|_| unknown())?),
                _ => return Err(unknown()),
            }
        }
        if emit.kind == Kind::Fixed && emit.value.is_none() {
            return Err("emit: a fixed value needs `value`".to_owned());
        }
        Ok(emit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Emit, String> {
        let table = pairs.iter().map(|&(key, value)| (key.to_owned(), value.to_owned()));
        Emit::read(&table.collect())
    }

    #[test]
    fn a_table_is_read_or_its_fault_named() {
        let emit = read(&[("kind", "day"), ("days", "-1")]).unwrap();
        assert_eq!((emit.kind, emit.days), (Kind::Day, Some(-1)));
        for (wrong, word) in [
            (&[("days", "1")][..], "kind"),
            (&[("kind", "moon")], "moon"),
            (&[("kind", "day"), ("days", "one")], "one"),
            (&[("kind", "day"), ("colour", "red")], "colour"),
            (&[("kind", "fixed")], "value"),
        ] {
            let message = read(wrong).unwrap_err();
            assert!(message.contains(word), "{message}");
        }
    }
}
