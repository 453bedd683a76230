//! From parts to a value: the one place that knows what "Friday" or "the quarter" means here.
//!
//! Two modes. With a day of publication (**news**), relative expressions count from it, except for
//! those that point back into the text ("that day", "two weeks later"). Without one (**narrative**, as in
//! histories), all of them count from the last date mentioned, and stay open before any is.

mod calendar;
mod emit;
mod relative;

pub use emit::{Emit, Kind};

use super::calendar::Day;
use super::parts::{Direction, Parts, YearPart};
use super::value::{Clock, Length, Period, Unit, Value};
use super::word::Shift;
use crate::DateOrder;
use crate::report::{Anchor, DateType};

/// What the verbs around an expression say about where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tense {
    /// Nothing.
    #[default]
    Open,
    /// It lies behind.
    Past,
    /// It lies ahead.
    Future,
    /// It is told as what used to happen, on no day in particular.
    Habit,
}

/// A resolved expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// What it stands for.
    pub value: Value,
    /// TIMEX3 type.
    pub date_type: DateType,
    /// What it was worked out from.
    pub anchor: Option<Anchor>,
}

/// What the text has mentioned so far.
#[derive(Debug, Clone, Copy, Default)]
struct Mentions {
    year: Option<i32>,
    month: Option<(i32, u8)>,
    day: Option<Day>,
    quarter: Option<(i32, u8)>,
    /// The last year named, wherever the story goes on.
    named: Option<i32>,
    /// A year far from the others, mentioned once.
    aside: Option<i32>,
    /// The day of the last time of day.
    clock_day: Option<Day>,
    /// Whether the last length of time that results were given for was a quarter.
    in_quarter: bool,
}

/// How many years a history jumps at once.
const ASIDE: i32 = 25;

/// Resolves the expressions of one article in the order of its text.
#[derive(Debug, Clone)]
pub struct Resolver {
    published: Option<Day>,
    order: DateOrder,
    mentions: Mentions,
    tense: Tense,
}

/// A place to count from.
#[derive(Debug, Clone, Copy)]
struct Base {
    year: i32,
    month: Option<u8>,
    day: Option<Day>,
    anchor: Anchor,
}

impl Resolver {
    /// A resolver for an article published on this day, if that is known.
    pub fn new(published: Option<Day>, order: DateOrder) -> Self {
        Self { published, order, mentions: Mentions::default(), tense: Tense::Open }
    }

    /// Counts from another day from here on: the day on which a quote was spoken.
    pub fn publish_on(&mut self, day: Option<Day>) -> Option<Day> {
        std::mem::replace(&mut self.published, day)
    }

    /// Resolves one expression. `None` where its parts make no date ("February 30").
    pub fn resolve(&mut self, emit: &Emit, parts: &Parts, tense: Tense) -> Option<Resolved> {
        self.tense = tense;
        let (value, anchor) = match emit.kind {
            Kind::Calendar => self.calendar(parts)?,
            Kind::Unit => self.unit(emit, parts)?,
            Kind::Offset => self.offset(emit, parts)?,
            Kind::Day | Kind::DayMentioned => self.relative_day(emit, parts)?,
            Kind::Period => self.period_of_year(parts)?,
            Kind::WeekOf => self.week_of(parts)?,
            Kind::Mentioned => self.time_spoken_of(),
            Kind::Duration | Kind::Set => (Value::Duration(lengths(emit, parts)?), None),
            Kind::VagueDuration => {
                let (unit, _) = unit_of(emit, parts)?;
                (Value::Duration(vec![Length { amount: None, unit }]), None)
            }
            Kind::End => self.end(emit, parts)?,
            Kind::EachWeekday => {
                let weekday = Period::Weekday(parts.weekday?);
                match parts.part {
                    Some(part) => (Value::Time(Some(weekday), Clock::Part(part)), None),
                    None => (Value::Period(weekday), None),
                }
            }
            Kind::AnyDay => (Value::Time(Some(Period::AnyDay), Clock::Part(parts.part?)), None),
            Kind::Fixed => (Value::Fixed(emit.value.clone()?), None),
        };
        let date_type = emit.date_type.unwrap_or(match (&value, emit.kind) {
            (_, Kind::Set | Kind::EachWeekday | Kind::AnyDay) => DateType::Set,
            (Value::Duration(_), _) => DateType::Duration,
            (Value::Time(..), _) => DateType::Time,
            _ => DateType::Date,
        });
        self.note(&value, date_type);
        Some(Resolved { value, date_type, anchor })
    }

    /// Remembers what was mentioned.
    fn note(&mut self, value: &Value, date_type: DateType) {
        if let (Value::Duration(lengths), DateType::Duration) = (value, date_type) {
            if let [Length { amount: Some(amount), unit: Unit::Month }] = lengths.as_slice() {
                self.mentions.in_quarter &= ![6000, 9000].contains(amount);
            }
            return;
        }
        let period = match value {
            _ if date_type == DateType::Set => return,
            Value::Period(period) | Value::Time(Some(period), _) => *period,
            _ => return,
        };
        let history = self.published.is_none();
        let is_over = self.quarter_is_over(period);
        let is_aside = match period {
            Period::Year(Some(year)) if history => self.is_aside(year),
            _ => false,
        };
        let mentions = &mut self.mentions;
        if let (Value::Time(..), Period::Day(day)) = (value, period) {
            mentions.clock_day = Some(day);
        }
        if let Period::Year(Some(year)) = period {
            mentions.named = Some(year);
        }
        match period {
            Period::Day(day) => {
                mentions.named = Some(day.year());
                mentions.day = Some(day);
                mentions.month = Some((day.year(), day.month()));
                mentions.year = Some(day.year());
            }
            // In news "that day" goes on to be the last day named.
            Period::Month(Some(year), Some(month)) => {
                mentions.day = mentions
                    .day
                    .filter(|day| !history || (day.year(), day.month()) == (year, month));
                mentions.month = Some((year, month));
                mentions.year = Some(year);
            }
            Period::Year(Some(year)) if is_aside => mentions.aside = Some(year),
            Period::Year(Some(year))
            | Period::Half(Some(year), _)
            | Period::Season(Some(year), _) => {
                mentions.day = mentions.day.filter(|day| !history || day.year() == year);
                mentions.month = mentions.month.filter(|month| month.0 == year);
                mentions.year = Some(year);
            }
            Period::Quarter(Some(year), Some(quarter)) => {
                // A comparison with the year before does not change what the article is about.
                if is_over && mentions.quarter.is_none_or(|last| year >= last.0) {
                    mentions.quarter = Some((year, quarter));
                }
                mentions.in_quarter = true;
                mentions.year = Some(year);
            }
            _ => {}
        }
    }

    /// Whether a year lies too far from the ones of the story to be where it goes on, and is named for
    /// the first time: "as it had been in 1614".
    fn is_aside(&self, year: i32) -> bool {
        let far = |other: i32| (year - other).abs() > ASIDE;
        self.mentions.year.is_some_and(far) && self.mentions.aside.is_none_or(far)
    }

    /// Whether a quarter is over on the day of publication; what is told of a later one is a forecast.
    fn quarter_is_over(&self, period: Period) -> bool {
        match (period, self.published) {
            (Period::Quarter(Some(year), Some(quarter)), Some(now)) => {
                (year, quarter) < (now.year(), now.quarter())
            }
            _ => true,
        }
    }

    /// The day of the last time of day that was mentioned, else the last day.
    fn clock_base(&self) -> Option<Base> {
        let mut base =
            self.mentioned().filter(|base| base.day.is_some()).or_else(|| self.here())?;
        if let Some(day) = self.mentions.clock_day {
            base = Base {
                year: day.year(),
                month: Some(day.month()),
                day: Some(day),
                anchor: Anchor::Mentioned,
            };
        }
        Some(base)
    }

    /// The day of publication.
    fn now(&self) -> Option<Base> {
        let day = self.published?;
        Some(Base {
            year: day.year(),
            month: Some(day.month()),
            day: Some(day),
            anchor: Anchor::Published,
        })
    }

    /// The last date mentioned.
    fn mentioned(&self) -> Option<Base> {
        let Mentions { year, month, day, .. } = self.mentions;
        Some(Base {
            year: year?,
            month: month.map(|month| month.1),
            day,
            anchor: Anchor::Mentioned,
        })
    }

    /// Where relative expressions count from: the day of publication, else the last date mentioned.
    fn here(&self) -> Option<Base> {
        self.now().or_else(|| self.mentioned())
    }

    /// Where a shift counts from, and how far it goes.
    fn base_of(&self, shift: Shift) -> (Option<Base>, i64) {
        match shift {
            Shift::By(by) => (self.here(), by),
            Shift::From(by) => (self.mentioned().or_else(|| self.here()), by),
            Shift::Same => (self.mentioned().or_else(|| self.here()), 0),
            Shift::The => (self.here(), 0),
        }
    }

    /// A year as the text gives it, the century filled in.
    fn full_year(&self, parts: &Parts) -> Option<i32> {
        Some(match parts.year? {
            YearPart::Full(year) if parts.before_common_era => -year,
            YearPart::Full(year) => year,
            YearPart::Short(year) => {
                let near = self.mentions.named.or(self.published.map(Day::year)).unwrap_or(1990);
                if near < 0 {
                    near / 100 * 100 - year
                } else {
                    let same = near.div_euclid(100) * 100 + year;
                    if same > near + 20 { same - 100 } else { same }
                }
            }
        })
    }
}

/// The lengths of a duration, the longer unit first.
fn lengths(emit: &Emit, parts: &Parts) -> Option<Vec<Length>> {
    let (unit, factor) = unit_of(emit, parts)?;
    let mut amount = match (parts.number, emit.number) {
        (Some(amount), _) => amount,
        (None, number) => number.map(|number| number * 1000),
    };
    if let (Some(first), Some(Some(second)), None) = (amount, parts.number2, parts.unit2) {
        amount = Some(first.saturating_add(second));
    }
    let times =
        |amount: Option<i64>, factor: i64| amount.map(|amount| amount.saturating_mul(factor));
    let mut lengths = vec![Length { amount: times(amount, factor), unit }];
    // "Weeks or months" is some weeks.
    if let (Some((unit, factor)), Some(amount)) = (parts.unit2, parts.number2) {
        lengths.push(Length { amount: times(amount, factor), unit });
        lengths.sort_by_key(|length| std::cmp::Reverse(length.unit));
    }
    Some(lengths)
}

fn unit_of(emit: &Emit, parts: &Parts) -> Option<(Unit, i64)> {
    parts.unit.or_else(|| super::word::unit(emit.unit.as_deref()?))
}

/// Whether a direction leads back.
fn is_back(direction: Direction) -> bool {
    matches!(direction, Direction::Ago | Direction::Earlier)
}
