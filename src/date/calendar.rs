//! The calendar, the only place that knows the date library.
//!
//! Civil days alone: news text has no time zones that matter for a day. Years before the common
//! era are negative and have no year zero (`-264` is 264 BC); days are only worked out for
//! years from 1.

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A day of the proleptic Gregorian calendar.
///
/// ```
/// use whosaid::date::Day;
/// let day = Day::parse("2017-07-08").expect("a day");
/// assert_eq!(day.weekday(), 6);
/// assert_eq!(day.plus_days(-2).to_string(), "2017-07-06");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day, if there is one: month from 1 to 12, day from 1.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let year = i16::try_from(year).ok()?;
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Self)
    }

    /// Reads `YYYY-MM-DD`; what follows the day is left out of account.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.splitn(3, '-');
        let mut next = || parts.next()?.parse::<u16>().ok();
        let (year, month, day) = (next()?, next()?, next()?);
        Self::new(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The year.
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The day of the week: Monday is 1, Sunday 7.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }

    /// The quarter of the year, from 1.
    pub fn quarter(self) -> u8 {
        self.month().div_ceil(3)
    }

    /// The year and number of the ISO week.
    pub fn week(self) -> (i32, u8) {
        let week = self.0.iso_week_date();
        (i32::from(week.year()), week.week().unsigned_abs())
    }

    /// The Monday of an ISO week.
    pub fn monday_of(year: i32, week: u8) -> Option<Self> {
        let year = i16::try_from(year).ok()?;
        let week = ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok()?;
        Some(Self(week.date()))
    }

    /// The day `days` later; earlier where negative. Stays put at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let span = jiff::Span::new().try_days(days);
        span.and_then(|span| self.0.checked_add(span)).map_or(self, Self)
    }

    /// The same day `months` later, cut to the length of that month.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let span = jiff::Span::new().try_months(months);
        span.and_then(|span| self.0.checked_add(span)).map_or(self, Self)
    }

    /// How many days `self` lies after `other`.
    pub fn days_since(self, other: Self) -> i64 {
        (self.0 - other.0).get_days().into()
    }

    /// The last such weekday on or before this day.
    #[must_use]
    pub fn back_to(self, weekday: u8) -> Self {
        self.plus_days(-i64::from((7 + self.weekday() - weekday) % 7))
    }

    /// The first such weekday after this day.
    #[must_use]
    pub fn on_to(self, weekday: u8) -> Self {
        self.back_to(weekday).plus_days(7)
    }

    /// The `nth` such weekday of a month; from the end where negative.
    pub fn nth_weekday(year: i32, month: u8, nth: i8, weekday: u8) -> Option<Self> {
        let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
        Self::new(year, month, 1)?.0.nth_weekday_of_month(nth, weekday).ok().map(Self)
    }

    /// Easter Sunday of the western churches.
    pub fn easter(year: i32) -> Option<Self> {
        // The "anonymous Gregorian" reckoning of 1876.
        let (golden, century, rest) = (year % 19, year / 100, year % 100);
        let leap_drift = (century - (century + 8) / 25 + 1) / 3;
        let epact = (19 * golden + century - century / 4 - leap_drift + 15) % 30;
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        let shift = epact + sunday - 7 * ((golden + 11 * epact + 22 * sunday) / 451) + 114;
        Self::new(year, u8::try_from(shift / 31).ok()?, u8::try_from(shift % 31 + 1).ok()?)
    }

    /// The last day of its month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let era = if self.year() < 0 { "BC" } else { "" };
        write!(f, "{era}{:04}-{:02}-{:02}", self.year().abs(), self.month(), self.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn reads_only_days_that_exist() {
        assert_eq!(Day::parse("2024-02-29").map(Day::day), Some(29));
        assert_eq!(Day::parse("2024-02-29T10:00:00Z"), Day::new(2024, 2, 29));
        for wrong in ["2023-02-29", "2023-13-01", "20230101", "", "2023-1-1", "-023-01-01"] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn walks_over_the_ends_of_months_and_years() {
        assert_eq!(day("2024-12-31").plus_days(1), day("2025-01-01"));
        assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
        assert_eq!(day("2024-03-01").days_since(day("2023-12-25")), 67);
        let last = day("9999-12-31");
        assert_eq!(last.plus_days(1), last, "the calendar ends there");
        assert_eq!(last.plus_days(i64::MAX), last);
    }

    #[test]
    fn weekdays_lie_behind_or_ahead() {
        let saturday = day("2017-07-08");
        assert_eq!(saturday.back_to(6), saturday);
        assert_eq!(saturday.back_to(7), day("2017-07-02"));
        assert_eq!(saturday.on_to(6), day("2017-07-15"));
        assert_eq!(saturday.on_to(1), day("2017-07-10"));
    }

    #[test]
    fn weeks_belong_to_the_year_of_their_thursday() {
        assert_eq!(day("2021-01-03").week(), (2020, 53));
        assert_eq!(Day::monday_of(2020, 53), Some(day("2020-12-28")));
        assert_eq!(Day::monday_of(2021, 53), None);
    }

    #[test]
    fn moving_feasts() {
        for easter in ["1998-04-12", "2000-04-23", "2024-03-31", "2038-04-25"] {
            assert_eq!(Day::easter(day(easter).year()), Some(day(easter)));
        }
        assert_eq!(Day::nth_weekday(2023, 11, 4, 4), Some(day("2023-11-23")));
        assert_eq!(Day::nth_weekday(2024, 5, -1, 1), Some(day("2024-05-27")));
    }
}
