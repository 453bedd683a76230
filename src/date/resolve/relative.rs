//! What is counted from here: "last week", "two years ago", "the next morning".

use super::{Base, Emit, Kind, Resolver, Tense, is_back, lengths, unit_of};
use crate::date::calendar::Day;
use crate::date::parts::{Direction, Parts};
use crate::date::value::{Clock, Period, Unit, Value};
use crate::date::word::Shift;
use crate::report::Anchor;

type Found = (Value, Option<Anchor>);

impl Resolver {
    /// "Last week", "the following year", "that day", "the quarter".
    pub(super) fn unit(&self, emit: &Emit, parts: &Parts) -> Option<Found> {
        let (unit, _) = unit_of(emit, parts)?;
        let shift = parts.shift.unwrap_or(Shift::The);
        let spoken_of = matches!(shift, Shift::The | Shift::Same | Shift::From(_))
            || shift == Shift::By(0) && self.mentions.in_quarter;
        if unit == Unit::Quarter && spoken_of {
            return self.the_quarter(shift);
        }
        let (base, by) = match (shift, unit) {
            (Shift::The, Unit::Year | Unit::Month | Unit::Day) if self.published.is_none() => {
                (self.mentioned(), 0)
            }
            _ => self.base_of(shift),
        };
        let Some(base) = base else {
            return Some((open(unit, by)?, None));
        };
        let period = self.unit_at(&base, unit, by, shift);
        Some(match period {
            Some(period) => (Value::Period(period), Some(base.anchor)),
            None => (open(unit, by)?, None),
        })
    }

    fn unit_at(&self, base: &Base, unit: Unit, by: i64, shift: Shift) -> Option<Period> {
        let year = |by: i64| Some(base.year + i32::try_from(by).ok()?);
        match unit {
            Unit::Year => Some(Period::Year(Some(year(by)?))),
            Unit::Decade => {
                Some(Period::Decade(base.year.div_euclid(10) + i32::try_from(by).ok()?))
            }
            Unit::Century => {
                Some(Period::Century(base.year.div_euclid(100) + i32::try_from(by).ok()?))
            }
            Unit::Month => {
                let first = Day::new(base.year, base.month?, 1)?.plus_months(by);
                Some(Period::Month(Some(first.year()), Some(first.month())))
            }
            Unit::Quarter => {
                let first = Day::new(base.year, base.month?, 1)?.plus_months(3 * by);
                Some(Period::Quarter(Some(first.year()), Some(first.quarter())))
            }
            Unit::Half => {
                let first = Day::new(base.year, base.month?, 1)?.plus_months(6 * by);
                Some(Period::Half(Some(first.year()), first.month().div_ceil(6)))
            }
            Unit::Week => {
                let (year, week) = base.day?.plus_days(7 * by).week();
                Some(Period::Week(year, week))
            }
            Unit::Weekend => {
                let day = base.day?;
                // At the beginning of a week "the weekend" is the one before, unless it lies ahead.
                let back = shift == Shift::The && self.tense != Tense::Future && day.weekday() <= 4;
                let (year, week) = day.plus_days(if back { -7 } else { 7 * by }).week();
                Some(Period::Weekend(year, week))
            }
            Unit::Day => Some(Period::Day(base.day?.plus_days(by))),
            _ => None,
        }
    }

    /// The quarter that the article is about: the last one mentioned, else the last one that is over.
    fn the_quarter(&self, shift: Shift) -> Option<Found> {
        let (year, quarter, anchor) = match (self.mentions.quarter, self.published) {
            (Some((year, quarter)), _) => (year, quarter, Anchor::Mentioned),
            (None, Some(now)) => {
                let last = now.plus_months(-3);
                (last.year(), last.quarter(), Anchor::Published)
            }
            (None, None) => return Some((Value::Period(Period::Quarter(None, None)), None)),
        };
        let by = if let Shift::From(by) = shift { by } else { 0 };
        let first = Day::new(year, 3 * quarter - 2, 1)?.plus_months(3 * by);
        Some((
            Value::Period(Period::Quarter(Some(first.year()), Some(first.quarter()))),
            Some(anchor),
        ))
    }

    /// "Two years ago", "a week later", "a year earlier".
    pub(super) fn offset(&self, emit: &Emit, parts: &Parts) -> Option<Found> {
        let direction = parts.direction.unwrap_or(Direction::Ago);
        let (unit, factor) = unit_of(emit, parts)?;
        let amount = match (parts.number, emit.number) {
            (Some(amount), _) => amount,
            (None, number) => number.map(|number| number * 1000),
        };
        let Some(amount) = amount else {
            let value = if is_back(direction) { "PAST_REF" } else { "FUTURE_REF" };
            return Some((Value::Fixed(value.to_owned()), None));
        };
        if unit.is_clock() {
            return Some((Value::Duration(lengths(emit, parts)?), None));
        }
        let base = match direction {
            Direction::Ago | Direction::FromNow => self.here(),
            Direction::Earlier | Direction::Later
                if unit == Unit::Year && self.published.is_some() =>
            {
                self.year_base(direction)
            }
            Direction::Earlier | Direction::Later => self.mentioned().or_else(|| self.here()),
        };
        let sign = if is_back(direction) { -1 } else { 1 };
        let Some(base) = base else {
            return Some((open(unit, sign)?, None));
        };
        if let (Unit::Year, 1000, true) = (unit, amount, is_back(direction))
            && let (true, Some((year, quarter))) = (self.mentions.in_quarter, self.mentions.quarter)
        {
            let period = Period::Quarter(Some(year - 1), Some(quarter));
            return Some((Value::Period(period), Some(Anchor::Mentioned)));
        }
        let period = offset_from(&base, unit, sign * amount.saturating_mul(factor));
        Some(match period {
            Some(period) => (Value::Period(period), Some(base.anchor)),
            None => (open(unit, sign)?, None),
        })
    }

    /// In news "a year earlier" counts from the year before that of a comparison at most.
    fn year_base(&self, direction: Direction) -> Option<Base> {
        match direction {
            Direction::Later => self.mentioned().or_else(|| self.now()),
            _ => self.now(),
        }
    }

    /// The day that "the next morning" and "that day" count from.
    fn day_base(&self, parts: &Parts) -> Option<Base> {
        if parts.part.is_some() {
            return self.clock_base();
        }
        self.mentioned().filter(|base| base.day.is_some()).or_else(|| self.here())
    }

    /// "Tonight", "the next morning", "that afternoon", "last night".
    pub(super) fn relative_day(&self, emit: &Emit, parts: &Parts) -> Option<Found> {
        let clock = match (parts.clock, parts.part) {
            (Some((hour, minute, second)), _) => Some(Clock::At(hour, minute, second)),
            (None, Some(part)) => Some(Clock::Part(part)),
            (None, None) => None,
        };
        let (base, by) = match (emit.days, parts.shift) {
            (Some(days), _) => (self.here(), days),
            (None, Some(Shift::By(by))) if emit.kind == Kind::DayMentioned => {
                (self.day_base(parts), by)
            }
            (None, Some(Shift::From(by))) => (self.day_base(parts), by),
            (None, Some(Shift::The | Shift::Same)) => (self.day_base(parts), 0),
            (None, None) if parts.part.is_some() => (self.day_base(parts), 0),
            (None, shift) => {
                let (base, by) = self.base_of(shift?);
                (base.filter(|base| base.day.is_some()).or_else(|| self.here()), by)
            }
        };
        let day = base.and_then(|base| Some((base.day?.plus_days(by), base.anchor)));
        Some(match (day, clock) {
            (Some((day, anchor)), None) => (Value::Period(Period::Day(day)), Some(anchor)),
            (Some((day, anchor)), Some(clock)) => {
                (Value::Time(Some(Period::Day(day)), clock), Some(anchor))
            }
            (None, None) => (open(Unit::Day, by)?, None),
            (None, Some(clock)) => (Value::Time(Some(Period::AnyDay), clock), None),
        })
    }
}

impl Resolver {
    /// "The 1988 period", "the corresponding period last year", "the same month last year".
    pub(super) fn period_of_year(&self, parts: &Parts) -> Option<Found> {
        let (year, anchor) = match (self.full_year(parts), parts.yearshift) {
            (Some(year), _) => (year, None),
            (None, Some(Shift::By(by))) => {
                let base = self.here()?;
                (base.year + i32::try_from(by).ok()?, Some(base.anchor))
            }
            // "A year earlier", "the year ago", "the previous year".
            (None, _) => {
                let base = self.here()?;
                (base.year - 1, Some(base.anchor))
            }
        };
        let month = self.published.map(Day::month).or(self.mentions.month.map(|month| month.1));
        let period = match (parts.unit?.0, self.mentions.quarter, month) {
            (Unit::Month, _, Some(month)) => Period::Month(Some(year), Some(month)),
            (Unit::Quarter, Some((_, quarter)), _) => Period::Quarter(Some(year), Some(quarter)),
            _ => Period::Year(Some(year)),
        };
        Some((Value::Period(period), anchor))
    }

    /// "Year-end": the last day of the year; "month's end": the month.
    pub(super) fn end(&self, emit: &Emit, parts: &Parts) -> Option<Found> {
        let (value, anchor) = self.unit(emit, parts)?;
        Some(match value {
            Value::Period(Period::Year(Some(year))) => (
                Value::Period(Day::new(year, 12, 31).map_or(Period::Year(Some(year)), Period::Day)),
                anchor,
            ),
            other => (other, anchor),
        })
    }

    /// "The week of March 6".
    pub(super) fn week_of(&self, parts: &Parts) -> Option<Found> {
        let (Value::Period(Period::Day(day)), anchor) = self.calendar(parts)? else { return None };
        let (year, week) = day.week();
        Some((Value::Period(Period::Week(year, week)), anchor))
    }

    /// "By that time": the last date mentioned, as finely as it was.
    pub(super) fn time_spoken_of(&self) -> Found {
        let Some(base) = self.mentioned() else {
            return (Value::Fixed("PAST_REF".to_owned()), None);
        };
        let period = match (base.day, base.month) {
            (Some(day), _) => Period::Day(day),
            (None, Some(month)) => Period::Month(Some(base.year), Some(month)),
            (None, None) => Period::Year(Some(base.year)),
        };
        (Value::Period(period), Some(base.anchor))
    }
}

/// `thousandths` of a unit from `base`, as fine as the unit.
fn offset_from(base: &Base, unit: Unit, thousandths: i64) -> Option<Period> {
    let count = thousandths / 1000;
    let years = |each: i64| {
        let by = i32::try_from(count.checked_mul(each)?).ok()?;
        Some(Period::Year(Some(base.year.checked_add(by)?)))
    };
    match unit {
        Unit::Year if thousandths % 1000 == 0 => years(1),
        Unit::Decade => years(10),
        Unit::Century => years(100),
        Unit::Millennium => years(1000),
        Unit::Year | Unit::Month | Unit::Half | Unit::Quarter => {
            let months = match unit {
                Unit::Year => thousandths * 12 / 1000,
                Unit::Half => count * 6,
                Unit::Quarter => count * 3,
                _ => count,
            };
            let first = Day::new(base.year, base.month?, 1)?.plus_months(months);
            Some(Period::Month(Some(first.year()), Some(first.month())))
        }
        Unit::Week if base.anchor == Anchor::Published => {
            let (year, week) = base.day?.plus_days(count.checked_mul(7)?).week();
            Some(Period::Week(year, week))
        }
        Unit::Week => Some(Period::Day(base.day?.plus_days(count.checked_mul(7)?))),
        Unit::Day => Some(Period::Day(base.day?.plus_days(count))),
        _ => None,
    }
}

/// What is left where there is nothing to count from.
fn open(unit: Unit, by: i64) -> Option<Value> {
    Some(match (unit, by) {
        (Unit::Day, 0) => Value::Fixed("PRESENT_REF".to_owned()),
        (Unit::Day, _) => Value::Period(Period::AnyDay),
        (Unit::Week | Unit::Weekend, _) => Value::Fixed("XXXX-WXX".to_owned()),
        (Unit::Month, _) => Value::Period(Period::Month(None, None)),
        (Unit::Quarter, _) => Value::Period(Period::Quarter(None, None)),
        (Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium, 0) => {
            Value::Fixed("PRESENT_REF".to_owned())
        }
        (Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium, _) => {
            Value::Period(Period::Year(None))
        }
        _ => return None,
    })
}
