//! Places in the calendar, with what the text leaves out filled in.

use super::{Base, Resolver, Tense};
use crate::DateOrder;
use crate::date::calendar::Day;
use crate::date::holiday;
use crate::date::parts::{Parts, YearPart};
use crate::date::value::{Clock, Period, Season, Value};
use crate::date::word::Shift;
use crate::report::Anchor;

type Found = (Period, Option<Anchor>);

/// Farther than this, in days, the tense of the verb no longer outweighs the nearest year.
const TENSE_REACH: i64 = 300;

impl Resolver {
    /// The period that the parts name, with the time of day where they give one.
    pub(super) fn calendar(&self, parts: &Parts) -> Option<(Value, Option<Anchor>)> {
        let clock = match (parts.clock, parts.part) {
            (Some((hour, minute, second)), _) => Some(Clock::At(hour, minute, second)),
            (None, Some(part)) => Some(Clock::Part(part)),
            (None, None) => None,
        };
        match (self.period(parts), clock) {
            (Some((period, anchor)), None) => Some((Value::Period(period), anchor)),
            (Some((period, anchor)), Some(clock)) => {
                Some((Value::Time(Some(period), clock), anchor))
            }
            (None, Some(clock)) if !names_period(parts) => {
                // "You would hear it about 3 a.m.": of no day.
                let base = if self.tense == Tense::Habit { None } else { self.clock_base() };
                let day = base.and_then(|base| Some((base.day?, base.anchor)));
                let (day, anchor) = day.unzip();
                Some((Value::Time(day.map(Period::Day), clock), anchor))
            }
            (None, _) => None,
        }
    }

    fn period(&self, parts: &Parts) -> Option<Found> {
        let (year, anchor) = match (self.full_year(parts), parts.yearshift) {
            (Some(year), _) => (Some(year), None),
            (None, Some(shift)) => {
                let (base, by) = self.base_of(shift);
                let base = base?;
                (Some(base.year + i32::try_from(by).ok()?), Some(base.anchor))
            }
            (None, None) => (None, None),
        };
        let known = |period: Period| Some((period, anchor));
        if let Some(numeric) = &parts.numeric {
            return known(Period::Day(self.numeric(numeric)?));
        }
        if let Some(century) = parts.century {
            let digits = if parts.before_common_era { -century } else { century - 1 };
            return known(Period::Century(digits));
        }
        if let Some(decade) = parts.decade {
            return known(Period::Decade(self.decade(decade)));
        }
        if let Some(name) = &parts.holiday {
            return match year {
                Some(year) => known(Period::Day(holiday::day(name, year)?)),
                None => self.day_without_year(parts.shift, |year| holiday::day(name, year)),
            };
        }
        match (parts.month, parts.day, year) {
            (Some(month), Some(day), Some(year)) => match Day::new(year, month, day) {
                Some(day) => known(Period::Day(day)),
                None => None,
            },
            (Some(month), Some(day), None) => {
                // A leap day is a day of some year.
                Day::new(2000, month, day)?;
                self.day_without_year(parts.shift, |year| Day::new(year, month, day))
                    .or(Some((Period::MonthDay(month, day), None)))
            }
            (Some(month), None, Some(year)) => known(Period::Month(Some(year), Some(month))),
            (Some(month), None, None) => Some(self.month_without_year(parts.shift, month)),
            (None, Some(day), _) => self.day_of_month(day),
            (None, None, _) => self.coarse(parts, year, anchor),
        }
    }

    /// `2017-07-08`, `3/4/2024`, `31.12.1999`: the order of day and month as asked for, unless only one fits.
    fn numeric(&self, text: &str) -> Option<Day> {
        if text.contains('-') {
            return Day::parse(text);
        }
        let mut parts = text.split(['/', '.']).map(str::parse::<u16>);
        let (first, second, year) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        let year = i32::from(year);
        let year = match year {
            0..=68 => 2000 + year,
            69..=99 => 1900 + year,
            _ => year,
        };
        let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
        let month_first = Day::new(year, first, second);
        let day_first = Day::new(year, second, first);
        match self.order {
            DateOrder::Mdy if !text.contains('.') => month_first.or(day_first),
            _ => day_first.or(month_first),
        }
    }

    /// Quarters, halves, seasons, weekdays, years.
    fn coarse(&self, parts: &Parts, year: Option<i32>, anchor: Option<Anchor>) -> Option<Found> {
        if let Some(weekday) = parts.weekday {
            return Some(self.weekday(parts.shift, weekday));
        }
        if let Some(quarter) = parts.quarter {
            let (year, anchor) =
                self.year_of_part(year, anchor, 3 * (quarter - 1) + 1, 3, parts.shift);
            return Some((Period::Quarter(year, Some(quarter)), anchor));
        }
        if let Some(half) = parts.half {
            let (year, anchor) =
                self.year_of_part(year, anchor, 6 * (half - 1) + 1, 6, parts.shift);
            return Some((Period::Half(year, half), anchor));
        }
        if let Some(season) = parts.season {
            return Some(match year {
                Some(_) => (Period::Season(year, season), anchor),
                None => self.season_without_year(parts.shift, season),
            });
        }
        year.map(|year| (Period::Year(Some(year)), anchor))
    }

    /// The decade, its century filled in: the last one that has begun.
    fn decade(&self, decade: YearPart) -> i32 {
        match decade {
            YearPart::Full(decade) => decade,
            YearPart::Short(short) => {
                let near = self.published.map(Day::year).or(self.mentions.year).unwrap_or(1999);
                let same = near.div_euclid(100) * 10 + short;
                if same * 10 > near { same - 10 } else { same }
            }
        }
    }

    /// A day of which the text leaves out the year: the nearest one in news, the year last mentioned in
    /// histories.
    fn day_without_year(
        &self,
        shift: Option<Shift>,
        day_in: impl Fn(i32) -> Option<Day>,
    ) -> Option<Found> {
        let Some(now) = self.now().and_then(|base| base.day) else {
            let base = self.mentioned()?;
            let day = day_in(base.year)?;
            let day = if goes_on(&base, day.month()) { day_in(base.year + 1)? } else { day };
            return Some((Period::Day(day), Some(base.anchor)));
        };
        let around = |by: i32| day_in(now.year() + by);
        let behind = around(0).filter(|day| *day <= now).or_else(|| around(-1));
        let ahead = around(0).filter(|day| *day > now).or_else(|| around(1));
        let day = match (behind, ahead, shift) {
            (Some(behind), _, Some(Shift::By(-1))) => behind,
            (_, Some(ahead), Some(Shift::By(1))) => ahead,
            (Some(behind), Some(ahead), _) => {
                let (back, on) = (now.days_since(behind), ahead.days_since(now));
                if self.prefers_ahead(back, on) { ahead } else { behind }
            }
            (one, other, _) => one.or(other)?,
        };
        Some((Period::Day(day), Some(Anchor::Published)))
    }

    /// Whether of two days, `back` behind and `on` ahead, the later is meant.
    fn prefers_ahead(&self, back: i64, on: i64) -> bool {
        match self.tense {
            Tense::Past if back < TENSE_REACH => false,
            Tense::Future if on < TENSE_REACH => true,
            _ => on < back,
        }
    }

    fn month_without_year(&self, shift: Option<Shift>, month: u8) -> Found {
        let Some(now) = self.published else {
            let Some(base) = self.mentioned() else {
                return (Period::Month(None, Some(month)), None);
            };
            let year = base.year + i32::from(goes_on(&base, month));
            return (Period::Month(Some(year), Some(month)), Some(base.anchor));
        };
        let year = match shift {
            Some(Shift::By(0)) => now.year(),
            Some(Shift::By(-1)) if month >= now.month() => now.year() - 1,
            Some(Shift::By(1)) if month <= now.month() => now.year() + 1,
            Some(Shift::By(_)) => now.year(),
            _ => self.nearest_year(now, month),
        };
        (Period::Month(Some(year), Some(month)), Some(Anchor::Published))
    }

    /// The year whose `month` lies nearest to the day of publication; the tense decides where both are near.
    fn nearest_year(&self, now: Day, month: u8) -> i32 {
        let ahead = (12 + i64::from(month) - i64::from(now.month())) % 12;
        if ahead == 0 {
            return now.year();
        }
        let next = if month > now.month() { now.year() } else { now.year() + 1 };
        if self.prefers_ahead(30 * (12 - ahead), 30 * ahead) { next } else { next - 1 }
    }

    /// "The 15th": in the month last mentioned.
    fn day_of_month(&self, day: u8) -> Option<Found> {
        let base = self.mentioned().filter(|base| base.month.is_some()).or_else(|| self.now())?;
        Some((Period::Day(Day::new(base.year, base.month?, day)?), Some(base.anchor)))
    }

    fn weekday(&self, shift: Option<Shift>, weekday: u8) -> Found {
        let Some(now) = self.published else {
            let Some(base) = self.mentioned().and_then(|base| base.day) else {
                return (Period::Weekday(weekday), None);
            };
            let day = match shift {
                Some(Shift::By(-1) | Shift::From(-1)) => base.plus_days(-1).back_to(weekday),
                Some(Shift::By(1) | Shift::From(1)) => base.on_to(weekday),
                _ => base.plus_days(-1).on_to(weekday),
            };
            return (Period::Day(day), Some(Anchor::Mentioned));
        };
        if let (Some(Shift::From(-1)), None) =
            (shift, self.mentions.day.filter(|day| day.weekday() == weekday))
        {
            // Before the one that everybody would take "Friday" for.
            return (Period::Day(now.back_to(weekday).plus_days(-7)), Some(Anchor::Published));
        }
        if let (Some(Shift::From(by)), Some(base)) = (shift, self.mentions.day) {
            let day =
                if by < 0 { base.plus_days(-1).back_to(weekday) } else { base.on_to(weekday) };
            return (Period::Day(day), Some(Anchor::Mentioned));
        }
        let before = now.plus_days(-1).back_to(weekday);
        let day = match shift {
            Some(Shift::By(-1) | Shift::From(-1)) => before,
            Some(Shift::By(1) | Shift::From(1)) => {
                let next = now.on_to(weekday);
                if next.week() == now.week() { next.plus_days(7) } else { next }
            }
            Some(Shift::By(_)) => now.plus_days(-1).on_to(weekday),
            _ if self.tense == Tense::Future => now.on_to(weekday),
            _ => now.back_to(weekday),
        };
        (Period::Day(day), Some(Anchor::Published))
    }

    /// The year of a quarter or half that begins with `month`: this one, or the last if it still lies ahead.
    fn year_of_part(
        &self,
        year: Option<i32>,
        anchor: Option<Anchor>,
        month: u8,
        length: u8,
        shift: Option<Shift>,
    ) -> (Option<i32>, Option<Anchor>) {
        if year.is_some() {
            return (year, anchor);
        }
        let Some(now) = self.published else {
            return match self.mentioned() {
                Some(base) => (Some(base.year), Some(base.anchor)),
                None => (None, None),
            };
        };
        let lies_ahead = month > now.month();
        let lies_behind = month + length <= now.month();
        let year = match (shift, self.tense) {
            (Some(Shift::By(-1)), _) if lies_behind => now.year(),
            (Some(Shift::By(-1)), _) => now.year() - 1,
            (Some(Shift::By(1)), _) | (None, Tense::Future) if lies_behind => now.year() + 1,
            (None, Tense::Future) => now.year(),
            _ if lies_ahead => now.year() - 1,
            _ => now.year(),
        };
        (Some(year), Some(Anchor::Published))
    }

    fn season_without_year(&self, shift: Option<Shift>, season: Season) -> Found {
        let Some(now) = self.published else {
            let base = self.mentioned();
            let year = base.map(|base| season_after(&base, season));
            return (Period::Season(year, season), base.map(|base| base.anchor));
        };
        // A winter counts for the year in which it begins.
        let first = if season == Season::Winter { 12 } else { season.middle() - 1 };
        let over = first + 3 <= now.month();
        let begun = first <= now.month();
        let year = match shift {
            Some(Shift::By(-1)) if over => now.year(),
            Some(Shift::By(-1)) => now.year() - 1,
            Some(Shift::By(1)) if begun => now.year() + 1,
            Some(Shift::By(_)) => now.year(),
            _ if season == Season::Winter && now.month() <= 5 => now.year() - 1,
            _ => self.nearest_year(now, season.middle()),
        };
        (Period::Season(Some(year), season), Some(Anchor::Published))
    }
}

/// In histories: whether a month belongs to the year after the one mentioned, as January does behind a
/// December.
fn goes_on(base: &Base, month: u8) -> bool {
    base.month.is_some_and(|last| last >= month + 9)
}

/// In histories: the season of the year mentioned; "the winter" behind an autumn belongs to the next.
fn season_after(base: &Base, season: Season) -> i32 {
    let late = base.month.is_some_and(|month| month >= 10);
    if late && season != Season::Autumn { base.year + 1 } else { base.year }
}

fn names_period(parts: &Parts) -> bool {
    parts.year.is_some()
        || parts.month.is_some()
        || parts.day.is_some()
        || parts.weekday.is_some()
        || parts.holiday.is_some()
        || parts.yearshift.is_some()
        || parts.numeric.is_some()
}
