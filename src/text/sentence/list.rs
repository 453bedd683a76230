//! Lists that run on inside a line: `1.) Vote 2.) Count`, `a) bread b) salt`.

use super::cursor::Cursor;

/// The mark of the last item of a list that may go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    label: String,
    bracket: bool,
}

/// A number of up to three digits, a letter, a small Roman number.
pub(super) fn is_enumerator(word: &str) -> bool {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let roman = word.len() <= 4 && word.bytes().all(|byte| b"ivx".contains(&byte));
    !word.is_empty() && (digits && word.len() <= 3 || letter || roman)
}

const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

impl Item {
    /// Whether `word` is the label after this one.
    pub(super) fn goes_on_with(&self, word: &str) -> bool {
        if let Ok(number) = self.label.parse::<u16>() {
            return word.parse() == Ok(number + 1);
        }
        let roman = |label: &str| ROMAN.iter().position(|&numeral| numeral == label);
        let roman_next =
            roman(&self.label).zip(roman(word)).is_some_and(|(one, two)| one + 1 == two);
        let (one, two) = (self.label.as_bytes(), word.as_bytes());
        roman_next || matches!((one, two), ([one], [two]) if one + 1 == *two)
    }
}

/// A mark of a list as it stands in the text.
#[derive(Debug)]
pub(super) struct Mark {
    /// The item that it begins.
    pub item: Item,
    /// Where the label begins.
    pub start: usize,
}

impl Mark {
    /// The mark whose `.` or `)` stands at `at`.
    pub(super) fn read(cursor: Cursor<'_>, at: usize) -> Option<Self> {
        let start = cursor.token_start(at)?;
        if at - start > 3 || at == start {
            return None;
        }
        let word = cursor.word(start, at);
        if !is_enumerator(word.as_str()) {
            return None;
        }
        let bracket = cursor.byte(at) == b')' || cursor.byte(at + 1) == b')';
        let after = at + 1 + usize::from(cursor.byte(at) == b'.' && bracket);
        if !cursor.char(after).is_whitespace() {
            return None;
        }
        let next = cursor.char(cursor.skip_space(after));
        // `A. B. Lund` is no list.
        let counted = bracket || next.is_uppercase() && !word.capital;
        counted.then(|| Self { item: Item { label: word.as_str().to_owned(), bracket }, start })
    }

    /// Whether the list goes on from `last`.
    pub(super) fn follows(&self, last: Option<&Item>) -> bool {
        last.is_some_and(|last| {
            last.bracket == self.item.bracket && last.goes_on_with(&self.item.label)
        })
    }

    /// Whether a list inside a sentence may begin here: `three things: a) bread`.
    pub(super) fn begins_inner(&self) -> bool {
        self.item.bracket && matches!(self.item.label.as_str(), "a" | "i" | "1")
    }
}
