//! Lists that run on inside a line: `1.) Vote 2.) Count`, `a) bread b) salt`.

use super::cursor::{Cursor, Word};

/// The mark that the next item of a list would have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expected {
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

/// The mark after `word`, if it is one that can be counted on.
fn successor(word: &str) -> Option<String> {
    if let Ok(number) = word.parse::<u16>() {
        return Some((number + 1).to_string());
    }
    let mut letters = word.chars();
    let letter = letters.next().filter(|letter| ('a'..='y').contains(letter))?;
    letters.next().is_none().then(|| char::from(letter as u8 + 1).to_string())
}

/// Looks at the `.` or `)` at `at`. Gives the list mark expected next if the one here opens the
/// sentence or was itself expected, and whether a new item begins at the start of `word`.
pub(super) fn item(
    cursor: Cursor<'_>,
    at: usize,
    first_word: usize,
    expected: Option<&Expected>,
) -> Option<(Option<Expected>, Word, bool)> {
    let start = cursor.token_start(at)?;
    if at - start > 3 || at == start {
        return None;
    }
    let word = cursor.word(start, at);
    if !is_enumerator(word.as_str()) {
        return None;
    }
    let bracket = cursor.byte(at) == b')' || cursor.byte(at + 1) == b')';
    let after = at + 1 + usize::from(cursor.byte(at) == b'.' && cursor.byte(at + 1) == b')');
    if !cursor.char(after).is_whitespace() {
        return None;
    }
    let next = cursor.char(cursor.skip_space(after));
    if !bracket && !next.is_uppercase() {
        return None;
    }
    let begins = start <= first_word;
    let fits = expected
        .is_some_and(|expected| expected.label == word.as_str() && expected.bracket == bracket);
    if !begins && !fits {
        return None;
    }
    let counted = bracket || !word.capital; // `A. B. Lund` is no list
    let next =
        successor(word.as_str()).filter(|_| counted).map(|label| Expected { label, bracket });
    Some((next, word, fits && !begins))
}
