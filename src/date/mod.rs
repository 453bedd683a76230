//! Expressions of time, found and resolved to TIMEX3 values.

mod calendar;
mod find;
pub mod holiday;
pub mod number;
mod parts;
mod resolve;
mod speech;
mod tense;
mod value;
mod word;

pub use calendar::Day;
pub use find::{CountFrom, Date, Finder};
pub use parts::{Direction, Parts, YearPart};
pub use resolve::{Emit, Kind, Resolved, Resolver, Tense};
pub use value::{Amount, Clock, Length, PartOfDay, Period, Season, Unit, Value};
pub use word::Shift;
