//! What the named groups of a date rule say, read into typed parts.
//!
//! The names of the groups are the vocabulary between the rule files and this module:
//! `year month day weekday season quarter half decade century era holiday part clock meridiem number
//! unit number2 unit2 shift yearshift direction mod numeric`.

use super::number;
use super::value::{Amount, PartOfDay, Season, Unit};
use super::word::{self, Shift};

/// From where and which way an offset such as "two years ago" counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Back from the day of publication: "ago".
    Ago,
    /// On from the day of publication: "from now", "hence".
    FromNow,
    /// Back from what was mentioned: "earlier", "before".
    Earlier,
    /// On from what was mentioned: "later", "after".
    Later,
}

/// A year as it stands: in full, or its last two digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearPart {
    /// All of it.
    Full(i32),
    /// The last two digits.
    Short(i32),
}

/// The typed parts of one expression.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(missing_docs, reason = "each name is the name of a group, described above")]
pub struct Parts {
    pub year: Option<YearPart>,
    pub before_common_era: bool,
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub weekday: Option<u8>,
    pub season: Option<Season>,
    pub quarter: Option<u8>,
    pub half: Option<u8>,
    pub decade: Option<YearPart>,
    pub century: Option<i32>,
    pub holiday: Option<String>,
    pub part: Option<PartOfDay>,
    pub clock: Option<(u8, u8, Option<u8>)>,
    pub number: Option<Amount>,
    pub unit: Option<(Unit, i64)>,
    pub number2: Option<Amount>,
    pub unit2: Option<(Unit, i64)>,
    pub shift: Option<Shift>,
    pub yearshift: Option<Shift>,
    pub direction: Option<Direction>,
    pub modifier: Option<&'static str>,
    pub numeric: Option<String>,
}

impl Parts {
    /// Reads the groups of a match: names and the texts of their words.
    /// `None` where one of them does not hold what its name says ("the 45th of May").
    pub fn read(groups: &[(&str, Vec<&str>)]) -> Option<Self> {
        let mut parts = Self::default();
        let words_of = |wanted: &str| {
            groups.iter().find(|(name, _)| *name == wanted).map(|(_, words)| words.as_slice())
        };
        for (name, words) in groups {
            parts.take(name, words, words_of("meridiem"))?;
        }
        if let (Some(YearPart::Short(year)), true) = (parts.year, words_of("era").is_some()) {
            parts.year = Some(YearPart::Full(year));
        }
        Some(parts)
    }

    /// Takes from the other end of a range what this end leaves out: month, year and era.
    pub fn borrow(&mut self, other: &Self) {
        let named =
            |parts: &Self| parts.month.is_some() || parts.day.is_some() || parts.season.is_some();
        if self.yearshift.is_some() || self.shift.is_some() {
            return;
        }
        if self.day.is_some() && self.month.is_none() && other.day.is_some() {
            self.month = other.month;
        }
        if self.year.is_none() && named(self) && named(other) {
            self.year = other.year;
            self.yearshift = other.yearshift;
        }
        if self.year.is_some() && !named(self) {
            self.before_common_era |= other.before_common_era;
        }
    }

    fn take(&mut self, name: &str, words: &[&str], meridiem: Option<&[&str]>) -> Option<()> {
        let first = *words.first()?;
        let last = *words.last()?;
        let all = || words.iter().copied();
        match name {
            "year" => self.year = Some(year(words)?),
            "era" => {
                let era = first.to_ascii_lowercase();
                self.before_common_era = era.starts_with('b');
            }
            "month" => self.month = Some(word::month(first)?),
            "day" => self.day = Some(day(words)?),
            "weekday" => self.weekday = Some(word::weekday(first)?),
            "season" => self.season = Some(word::season(first)?),
            "quarter" => self.quarter = Some(nth(words, 4)?),
            "half" => self.half = Some(nth(words, 2)?),
            "decade" => self.decade = Some(decade(words)?),
            "century" => self.century = Some(i32::from(number::ordinal(all())?)),
            "holiday" => self.holiday = Some(words.join(" ").replace(" '", "'").replace(" ’", "’")),
            "part" => self.part = Some(word::part_of_day(last)?),
            "clock" => {
                let meridiem = meridiem.map(|words| words.join(" "));
                self.clock = Some(word::clock(first, meridiem.as_deref())?);
            }
            "number" => self.number = Some(amount(words)),
            "unit" => self.unit = Some(word::unit(last)?),
            "number2" => self.number2 = Some(amount(words)),
            "unit2" => self.unit2 = Some(word::unit(last)?),
            "shift" => self.shift = Some(word::shift(all())?),
            "yearshift" => self.yearshift = Some(word::shift(all())?),
            "direction" => self.direction = Some(direction(words)?),
            "numeric" => self.numeric = Some(first.to_owned()),
            "mod" => self.modifier = Some(modifier(words)),
            _ => {}
        }
        Some(())
    }
}

/// How many, in thousandths; `None` for "several", "a few" and what else gives no number.
fn amount(words: &[&str]) -> Amount {
    const VAGUE: [&str; 8] =
        ["several", "few", "some", "many", "various", "recent", "more", "numerous"];
    let vague = |word: &&str| VAGUE.iter().any(|known| known.eq_ignore_ascii_case(word));
    if words.iter().any(vague) { None } else { number::parse(words.iter().copied()) }
}

fn digits(word: &str) -> Option<i32> {
    word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten()
}

fn year(words: &[&str]) -> Option<YearPart> {
    let words: Vec<&str> = words
        .iter()
        .map(|word| word.trim_start_matches(['\'', '’', '‘', '`']))
        .filter(|word| !word.is_empty())
        .collect();
    let first = words.first()?;
    match digits(first) {
        Some(year) if first.len() == 2 => Some(YearPart::Short(year)),
        Some(year) if first.len() <= 4 => Some(YearPart::Full(year)),
        Some(_) => None,
        None => number::year_in_words(words.iter().copied()).map(YearPart::Full),
    }
}

/// `31`, `31st`, "the third", "twenty-first".
fn day(words: &[&str]) -> Option<u8> {
    let words: Vec<&str> =
        words.iter().copied().filter(|word| !word.eq_ignore_ascii_case("the")).collect();
    let day = match digits(words.first()?) {
        Some(day) => u8::try_from(day).ok()?,
        None => number::ordinal(words.iter().copied())?,
    };
    (1..=31).contains(&day).then_some(day)
}

/// Which quarter or half: "third", "2nd", "Q3", "first", "last" (the highest), "opening".
fn nth(words: &[&str], highest: u8) -> Option<u8> {
    let first = words.first()?.to_ascii_lowercase();
    let place = match first.as_str() {
        "last" | "final" | "latter" | "closing" => highest,
        "opening" => 1,
        word => match word.strip_prefix(['q', 'h']).unwrap_or(word).parse::<u8>() {
            Ok(place) => place,
            Err(_) => number::ordinal([word])?,
        },
    };
    (1..=highest).contains(&place).then_some(place)
}

/// `1960s`, `80s`, "eighties", "nineteen-sixties"; the number of the decade (196) or its short form (6).
fn decade(words: &[&str]) -> Option<YearPart> {
    const NAMES: [&str; 8] = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let words: Vec<String> = words
        .iter()
        .map(|word| word.trim_matches(['\'', '’', '‘', '`']).to_ascii_lowercase())
        .filter(|word| !word.is_empty() && word != "-" && word != "s")
        .collect();
    let last = words.last()?;
    if let Some(place) = NAMES.iter().position(|name| name == last) {
        let short = i32::try_from(place).ok()? + 2;
        return match words.first().filter(|_| words.len() > 1) {
            Some(century) => {
                let century = i32::try_from(number::parse([century.as_str()])? / 1000).ok()?;
                (10..=30).contains(&century).then_some(YearPart::Full(century * 10 + short))
            }
            None => Some(YearPart::Short(short)),
        };
    }
    let number = last.strip_suffix('s').unwrap_or(last).trim_end_matches(['\'', '’']);
    let year = digits(number).filter(|year| year % 10 == 0)?;
    match number.len() {
        4 => Some(YearPart::Full(year / 10)),
        2 => Some(YearPart::Short(year / 10)),
        _ => None,
    }
}

fn direction(words: &[&str]) -> Option<Direction> {
    Some(match words.first()?.to_ascii_lowercase().as_str() {
        "ago" | "back" | "past" => Direction::Ago,
        "hence" | "from" => Direction::FromNow,
        "earlier" | "before" | "previously" | "prior" | "beforehand" => Direction::Earlier,
        "later" | "after" | "afterward" | "afterwards" | "thereafter" | "on" | "following" => {
            Direction::Later
        }
        _ => return None,
    })
}

/// The TIMEX3 `mod` of words before or behind an expression.
fn modifier(words: &[&str]) -> &'static str {
    const MODIFIERS: [(&str, &[&str]); 7] = [
        ("START", &["early", "earlier", "beginning", "start", "opening", "first"]),
        ("MID", &["middle", "mid"]),
        ("LESS_THAN", &["nearly", "almost", "less", "fewer", "quite", "close to", "just under"]),
        ("END", &["late", "later", "end", "close", "latter", "last"]),
        ("EQUAL_OR_MORE", &["at least"]),
        ("EQUAL_OR_LESS", &["at most", "up to", "no more", "as much", "as long", "as many"]),
        ("MORE_THAN", &["more", "over", "longer"]),
    ];
    let phrase = format!(" {} ", words.join(" ").to_ascii_lowercase());
    let has = |known: &&str| {
        phrase.match_indices(*known).any(|(at, _)| {
            let byte = |at: usize| phrase.as_bytes().get(at);
            byte(at - 1) == Some(&b' ') && byte(at + known.len()) == Some(&b' ')
        })
    };
    let known = MODIFIERS.iter().find(|(_, words)| words.iter().any(has));
    known.map_or("APPROX", |(modifier, _)| modifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(groups: &[(&str, &str)]) -> Option<Parts> {
        let groups: Vec<_> =
            groups.iter().map(|(name, text)| (*name, text.split(' ').collect())).collect();
        Parts::read(&groups)
    }

    #[test]
    fn a_group_that_does_not_hold_what_it_says_is_no_date() {
        assert!(read(&[("month", "May"), ("day", "3rd")]).is_some());
        assert!(read(&[("month", "May"), ("day", "45")]).is_none());
        assert!(read(&[("clock", "13"), ("meridiem", "p.m.")]).is_none());
        assert!(read(&[("quarter", "fifth")]).is_none());
    }

    #[test]
    fn years_and_decades() {
        let year = |text: &str| read(&[("year", text)]).and_then(|parts| parts.year);
        assert_eq!(year("1994"), Some(YearPart::Full(1994)));
        assert_eq!(year("' 94"), Some(YearPart::Short(94)));
        assert_eq!(year("nineteen ninety - four"), Some(YearPart::Full(1994)));
        let decade = |text: &str| read(&[("decade", text)]).and_then(|parts| parts.decade);
        assert_eq!(decade("1960s"), Some(YearPart::Full(196)));
        assert_eq!(decade("1980 's"), Some(YearPart::Full(198)));
        assert_eq!(decade("' 80s"), Some(YearPart::Short(8)));
        assert_eq!(decade("nineties"), Some(YearPart::Short(9)));
        assert_eq!(decade("nineteen - sixties"), Some(YearPart::Full(196)));
        assert_eq!(decade("1965s"), None);
    }

    #[test]
    fn amounts_may_be_vague() {
        let number = |text: &str| read(&[("number", text)]).and_then(|parts| parts.number);
        assert_eq!(number("a few"), Some(None));
        assert_eq!(number("two"), Some(Some(2000)));
    }

    #[test]
    fn modifiers() {
        let modifier = |text: &str| read(&[("mod", text)]).and_then(|parts| parts.modifier);
        for (text, value) in [
            ("more than", "MORE_THAN"),
            ("at least", "EQUAL_OR_MORE"),
            ("about", "APPROX"),
            ("nearly", "LESS_THAN"),
            ("the end of", "END"),
            ("close to", "LESS_THAN"),
            ("mid -", "MID"),
        ] {
            assert_eq!(modifier(text), Some(value), "{text}");
        }
    }
}
