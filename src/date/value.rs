//! What an expression of time can mean, and how TIMEX3 writes it.

use super::calendar::Day;
use std::fmt;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names of the units")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The letter of a duration, and how many of these a unit counts (a decade is ten years).
    fn letter(self) -> (char, i64) {
        match self {
            Self::Second => ('S', 1),
            Self::Hour => ('H', 1),
            Self::Day => ('D', 1),
            Self::Weekend => ('D', 2),
            Self::Week => ('W', 1),
            Self::Minute | Self::Month => ('M', 1),
            Self::Season => ('M', 3),
            Self::Half => ('M', 6),
            Self::Quarter => ('Q', 1),
            Self::Year => ('Y', 1),
            Self::Decade => ('Y', 10),
            Self::Century => ('Y', 100),
            Self::Millennium => ('Y', 1000),
        }
    }

    /// Whether it is shorter than a day.
    pub fn is_clock(self) -> bool {
        self < Self::Day
    }
}

/// How many: in thousandths, so that halves and "2.5" stay exact. `None` where the text does not tell.
pub type Amount = Option<i64>;

/// One piece of a duration: two hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// How many, in thousandths.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names of the parts")]
pub enum PartOfDay {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl PartOfDay {
    /// As TIMEX3 writes it after the `T`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// By the clock: hour (0 to 24), minute, second.
    At(u8, u8, Option<u8>),
    /// A part of the day.
    Part(PartOfDay),
}

/// A season; a year's winter is the one that begins it, except where the text names a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names of the seasons")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// As TIMEX3 writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month in its middle.
    pub fn middle(self) -> u8 {
        match self {
            Self::Spring => 4,
            Self::Summer => 7,
            Self::Autumn => 10,
            Self::Winter => 1,
        }
    }
}

/// A stretch of the calendar. A year of `None` is one that the text does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// The first two digits of its years, negative before the common era.
    Century(i32),
    /// The first three digits of its years.
    Decade(i32),
    /// A year; negative before the common era.
    Year(Option<i32>),
    /// Half of a year, 1 or 2.
    Half(Option<i32>, u8),
    /// A quarter of a year, from 1.
    Quarter(Option<i32>, Option<u8>),
    /// A season.
    Season(Option<i32>, Season),
    /// A month, from 1.
    Month(Option<i32>, Option<u8>),
    /// An ISO week.
    Week(i32, u8),
    /// The weekend of an ISO week.
    Weekend(i32, u8),
    /// A day.
    Day(Day),
    /// A day of which the year is not known.
    MonthDay(u8, u8),
    /// A day of the week of which the week is not known.
    Weekday(u8),
    /// Some day of which nothing is known.
    AnyDay,
}

/// What an expression stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A stretch of the calendar.
    Period(Period),
    /// A time of a day; the day may not be known.
    Time(Option<Period>, Clock),
    /// How long; also how often, as the length of the period.
    Duration(Vec<Length>),
    /// A value that a rule states as it stands, such as `PRESENT_REF`.
    Fixed(String),
}

struct Year(Option<i32>);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("XXXX"),
            Some(year) if year < 0 => write!(f, "BC{:04}", -i64::from(year)),
            Some(year) => write!(f, "{year:04}"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Century(digits) if digits < 0 => write!(f, "BC{:02}", -digits - 1),
            Self::Century(digits) => write!(f, "{digits:02}"),
            Self::Decade(digits) => write!(f, "{digits:03}"),
            Self::Year(year) => Year(year).fmt(f),
            Self::Half(year, half) => write!(f, "{}-H{half}", Year(year)),
            Self::Quarter(year, Some(quarter)) => write!(f, "{}-Q{quarter}", Year(year)),
            Self::Quarter(year, None) => write!(f, "{}-QX", Year(year)),
            Self::Season(year, season) => write!(f, "{}-{}", Year(year), season.code()),
            Self::Month(year, Some(month)) => write!(f, "{}-{month:02}", Year(year)),
            Self::Month(year, None) => write!(f, "{}-XX", Year(year)),
            Self::Week(year, week) => write!(f, "{}-W{week:02}", Year(Some(year))),
            Self::Weekend(year, week) => write!(f, "{}-W{week:02}-WE", Year(Some(year))),
            Self::Day(day) => day.fmt(f),
            Self::MonthDay(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::Weekday(weekday) => write!(f, "XXXX-WXX-{weekday}"),
            Self::AnyDay => f.write_str("XXXX-XX-XX"),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(value) => f.write_str(value),
            Self::Period(period) => period.fmt(f),
            Self::Time(day, clock) => {
                if let Some(day) = day {
                    day.fmt(f)?;
                }
                match clock {
                    Clock::At(hour, minute, None) => write!(f, "T{hour:02}:{minute:02}"),
                    Clock::At(hour, minute, Some(second)) => {
                        write!(f, "T{hour:02}:{minute:02}:{second:02}")
                    }
                    Clock::Part(part) => write!(f, "T{}", part.code()),
                }
            }
            Self::Duration(lengths) => write_duration(lengths, f),
        }
    }
}

fn write_duration(lengths: &[Length], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("P")?;
    let mut in_clock = false;
    for length in lengths {
        let (letter, factor) = length.unit.letter();
        if length.unit.is_clock() && !in_clock {
            f.write_str("T")?;
            in_clock = true;
        }
        match (length.amount, length.unit) {
            (None, Unit::Decade) => f.write_str("XDE")?,
            (None, Unit::Century) => f.write_str("XCE")?,
            (None, _) => write!(f, "X{letter}")?,
            (Some(amount), unit) => write_amount(amount.saturating_mul(factor), unit, letter, f)?,
        }
    }
    Ok(())
}

/// Half a year is six months and half an hour thirty minutes; other fractions stay decimals.
fn write_amount(amount: i64, unit: Unit, letter: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (whole, rest) = (amount / 1000, amount % 1000);
    let smaller = match unit {
        Unit::Year => Some(('M', 12)),
        Unit::Hour => Some(('M', 60)),
        Unit::Minute => Some(('S', 60)),
        _ => None,
    };
    match smaller {
        _ if rest == 0 => write!(f, "{whole}{letter}"),
        Some((small, count)) if rest * count % 1000 == 0 => {
            if whole > 0 {
                write!(f, "{whole}{letter}")?;
            }
            write!(f, "{}{small}", rest * count / 1000)
        }
        _ => {
            let digits = format!("{rest:03}");
            write!(f, "{whole}.{}{letter}", digits.trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn duration(lengths: &[(i64, Unit)]) -> String {
        let lengths =
            lengths.iter().map(|&(amount, unit)| Length { amount: Some(amount), unit }).collect();
        Value::Duration(lengths).to_string()
    }

    #[test]
    fn durations() {
        assert_eq!(duration(&[(2000, Unit::Year)]), "P2Y");
        assert_eq!(duration(&[(2000, Unit::Hour), (15000, Unit::Minute)]), "PT2H15M");
        assert_eq!(duration(&[(1000, Unit::Day), (3000, Unit::Hour)]), "P1DT3H");
        assert_eq!(duration(&[(2500, Unit::Year)]), "P2Y6M");
        assert_eq!(duration(&[(500, Unit::Hour)]), "PT30M");
        assert_eq!(duration(&[(1500, Unit::Month)]), "P1.5M");
        assert_eq!(duration(&[(4000, Unit::Decade)]), "P40Y");
        assert_eq!(duration(&[(9_580, Unit::Second)]), "PT9.58S");
        let vague = Value::Duration(vec![Length { amount: None, unit: Unit::Week }]);
        assert_eq!(vague.to_string(), "PXW");
    }

    #[test]
    fn periods() {
        let period = |period: Period| Value::Period(period).to_string();
        assert_eq!(period(Period::Decade(196)), "196");
        assert_eq!(period(Period::Century(-9)), "BC08");
        assert_eq!(period(Period::Year(Some(-264))), "BC0264");
        assert_eq!(period(Period::Season(None, Season::Winter)), "XXXX-WI");
        assert_eq!(period(Period::Week(2017, 7)), "2017-W07");
        assert_eq!(period(Period::Weekend(2017, 27)), "2017-W27-WE");
        assert_eq!(period(Period::Quarter(Some(1989), None)), "1989-QX");
    }

    #[test]
    fn times() {
        let day = Day::new(2000, 4, 6).map(Period::Day);
        assert_eq!(Value::Time(day, Clock::At(4, 0, None)).to_string(), "2000-04-06T04:00");
        assert_eq!(Value::Time(None, Clock::At(3, 0, None)).to_string(), "T03:00");
        let night = Clock::Part(PartOfDay::Night);
        assert_eq!(Value::Time(Some(Period::AnyDay), night).to_string(), "XXXX-XX-XXTNI");
    }
}
