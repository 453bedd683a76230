//! Numbers in digits and in words: "twenty-one and a half", "2 1/2", "1,500".

/// Reads a number from words of one expression, hyphens left out or not.
///
/// The answer is in **thousandths**: "two and a half" is 2500. `None` where the words are no number.
///
/// ```
/// use whosaid::date::number;
/// assert_eq!(number::parse(["twenty", "-", "one"]), Some(21_000));
/// assert_eq!(number::parse(["2", "1/2"]), Some(2_500));
/// assert_eq!(number::parse(["several"]), None);
/// ```
pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<i64> {
    let mut sum = Sum::default();
    for word in words {
        sum.take(word)?;
    }
    sum.seen.then_some(sum.total.saturating_add(sum.group))
}

#[derive(Default)]
struct Sum {
    /// What lies before the last "thousand" or "million".
    total: i64,
    /// The number being built.
    group: i64,
    seen: bool,
    /// A bare "a" or "an" may stand before "half", "dozen", "hundred".
    article: bool,
}

impl Sum {
    /// `None` where the word cannot stand in a number.
    fn take(&mut self, word: &str) -> Option<()> {
        let mut buffer = [0; 16];
        let word = lower(word, &mut buffer)?;
        match word {
            "-" | "and" | "\u{2010}" | "\u{2011}" | "of" => return Some(()),
            "a" | "an" => {
                if !self.seen {
                    self.article = true;
                    self.group = 1000;
                    self.seen = true;
                }
                return Some(());
            }
            "half" | "\u{bd}" | "1/2" => self.fraction(500),
            "quarter" | "\u{bc}" | "1/4" => self.fraction(250),
            "\u{be}" | "3/4" => self.fraction(750),
            "couple" | "pair" => self.fraction_of_article(2000),
            "dozen" => self.scale(12),
            "score" => self.scale(20),
            "hundred" => self.scale(100),
            "thousand" => self.scale_total(1000),
            "million" => self.scale_total(1_000_000),
            _ => return self.add(word),
        }
        Some(())
    }

    fn add(&mut self, word: &str) -> Option<()> {
        let value = digits(word).or_else(|| small(word))?;
        self.group = if self.group_is_article() { value } else { self.group.saturating_add(value) };
        self.article = false;
        self.seen = true;
        Some(())
    }

    fn group_is_article(&self) -> bool {
        self.article && self.group == 1000 && self.total == 0
    }

    fn fraction(&mut self, thousandths: i64) {
        if self.group_is_article() || !self.seen {
            self.group = thousandths;
        } else {
            self.group = self.group.saturating_add(thousandths);
        }
        self.article = false;
        self.seen = true;
    }

    fn fraction_of_article(&mut self, thousandths: i64) {
        self.group = 0;
        self.seen = false;
        self.fraction(thousandths);
    }

    fn scale(&mut self, by: i64) {
        self.group = if self.seen { self.group.saturating_mul(by) } else { by * 1000 };
        self.article = false;
        self.seen = true;
    }

    fn scale_total(&mut self, by: i64) {
        self.scale(by);
        self.total = self.total.saturating_add(self.group);
        self.group = 0;
    }
}

/// Digits with commas between thousands or a decimal point, in thousandths.
fn digits(word: &str) -> Option<i64> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) || word.len() > 12 {
        return None;
    }
    let (whole, decimals) = word.split_once('.').unwrap_or((word, ""));
    let mut value: i64 = 0;
    for c in whole.chars().filter(|&c| c != ',') {
        value = value * 10 + i64::from(c.to_digit(10)?);
    }
    let mut rest = 0;
    for (c, weight) in decimals.chars().zip([100, 10, 1]) {
        rest += i64::from(c.to_digit(10)?) * weight;
    }
    Some(value * 1000 + rest)
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const ORDINAL_TENS: [&str; 8] = [
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
];

/// A word below a hundred, in thousandths.
fn small(word: &str) -> Option<i64> {
    if word == "single" {
        return Some(1000);
    }
    let at = |list: &[&str], first: i64, step: i64| {
        let place = list.iter().position(|&known| known == word)?;
        Some((first + step * i64::try_from(place).ok()?) * 1000)
    };
    at(&SMALL, 0, 1).or_else(|| at(&TENS, 20, 10))
}

/// Reads an ordinal: "third", "twenty-first", "21st". `None` where the words are none.
pub fn ordinal<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<u8> {
    let mut sum: u8 = 0;
    let mut done = false;
    for word in words {
        let mut buffer = [0; 16];
        let word = lower(word, &mut buffer)?;
        if word == "-" {
            continue;
        }
        if done {
            return None;
        }
        let place = |list: &[&str]| list.iter().position(|&known| known == word);
        let value = if let Some(tens) = place(&TENS) {
            20 + 10 * tens
        } else if let Some(ones) = place(&ORDINALS) {
            done = true;
            ones
        } else if let Some(tens) = place(&ORDINAL_TENS) {
            done = true;
            20 + 10 * tens
        } else {
            done = true;
            let number = word
                .strip_suffix("st")
                .or_else(|| word.strip_suffix("nd"))
                .or_else(|| word.strip_suffix("rd"))
                .or_else(|| word.strip_suffix("th"))?;
            number.parse::<u8>().ok()?.into()
        };
        sum = sum.checked_add(u8::try_from(value).ok()?)?;
    }
    done.then_some(sum)
}

/// A year in words: "nineteen ninety-four", "two thousand (and) one", "nineteen oh five".
pub fn year_in_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<i32> {
    let mut words = words.into_iter().filter(|&word| word != "-").peekable();
    let mut buffer = [0; 16];
    let first = lower(words.next()?, &mut buffer)?;
    let century = small(first)? / 1000;
    let rest: Vec<&str> = words.collect();
    if rest.first().is_some_and(|word| word.eq_ignore_ascii_case("thousand")) {
        let thousands = i32::try_from(century).ok().filter(|count| *count == 2)? * 1000;
        let tail = rest.get(1..)?;
        let ones = if tail.is_empty() {
            0
        } else {
            i32::try_from(parse(tail.iter().copied())? / 1000).ok()?
        };
        return Some(thousands + ones);
    }
    let oh = rest.first().is_some_and(|word| word.eq_ignore_ascii_case("oh"));
    let tail = if oh { rest.get(1..)? } else { &rest[..] };
    let ones = parse(tail.iter().copied())? / 1000;
    let fits =
        (13..=20).contains(&century) && (if oh { ones < 10 } else { (10..100).contains(&ones) });
    fits.then(|| i32::try_from(century * 100 + ones).ok()).flatten()
}

/// Lower case in a buffer on the stack; `None` where the word is too long to be a number.
fn lower<'b>(word: &str, buffer: &'b mut [u8; 16]) -> Option<&'b str> {
    let target = buffer.get_mut(..word.len())?;
    target.copy_from_slice(word.as_bytes());
    target.make_ascii_lowercase();
    std::str::from_utf8(target).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<i64> {
        parse(text.split(' '))
    }

    #[test]
    fn numbers() {
        for (text, value) in [
            ("one", 1000),
            ("Twenty - one", 21_000),
            ("twenty one", 21_000),
            ("a", 1000),
            ("a hundred", 100_000),
            ("a hundred and fifty", 150_000),
            ("two hundred", 200_000),
            ("half a", 500),
            ("half an", 500),
            ("a half", 500),
            ("one and a half", 1500),
            ("two and a half", 2500),
            ("a dozen", 12_000),
            ("two dozen", 24_000),
            ("a couple of", 2000),
            ("5 1/2", 5500),
            ("2.5", 2500),
            ("1,500", 1_500_000),
            ("three thousand", 3_000_000),
            ("two thousand five hundred", 2_500_000),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in ["", "several", "half-time", "of", "and", "an extraordinarily"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn ordinals() {
        for (text, value) in [
            ("first", 1),
            ("Twenty - first", 21),
            ("31st", 31),
            ("30th", 30),
            ("2nd", 2),
            ("thirtieth", 30),
        ] {
            assert_eq!(ordinal(text.split(' ')), Some(value), "{text}");
        }
        for text in ["twenty", "first second", "th", "999th", "east"] {
            assert_eq!(ordinal(text.split(' ')), None, "{text}");
        }
    }

    #[test]
    fn years_in_words() {
        for (text, value) in [
            ("nineteen ninety - four", 1994),
            ("nineteen eighty", 1980),
            ("two thousand", 2000),
            ("two thousand and one", 2001),
            ("twenty sixteen", 2016),
            ("nineteen oh five", 1905),
        ] {
            assert_eq!(year_in_words(text.split(' ')), Some(value), "{text}");
        }
        for text in ["nineteen", "twenty one", "five ten", "nineteen people"] {
            assert_eq!(year_in_words(text.split(' ')), None, "{text}");
        }
    }
}
