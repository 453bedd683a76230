//! Text for a terminal: nothing in it that a terminal obeys, and lines as wide as they look.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// The text on one line, without anything that could move the cursor, change colours or turn the
/// reading direction: white space becomes a space, control characters their pictures, the invisible
/// directional ones their number.
///
/// ```
/// assert_eq!(whosaid::write::safe("a\tb\u{1b}[31m\u{202e}c"), "a b␛[31m\\u{202e}c");
/// ```
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                safe.push(' ');
            }
            '\0'..='\u{1f}' => safe.extend(char::from_u32(0x2400 + u32::from(letter))),
            '\u{7f}' => safe.push('␡'),
            _ if is_unsafe(letter) => safe.extend(letter.escape_unicode()),
            _ => safe.push(letter),
        }
    }
    Cow::Owned(safe)
}

fn is_unsafe(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}')
}

/// Columns that a text takes in a terminal.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most `most` columns, broken at spaces and between wide letters; what has no
/// place to break is cut between two letters as people see them. Never empty.
pub(super) fn wrap(text: &str, most: usize) -> Vec<String> {
    let most = most.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let word = piece.trim_end();
        if used > 0 && used + width(word) > most {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if width(word) > most {
            for letter in word.graphemes(true) {
                if used > 0 && used + width(letter) > most {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(letter);
                used += width(letter);
            }
        } else {
            line.push_str(word);
            used += width(word);
        }
        let spaces = piece.len() - word.len();
        if spaces > 0 && used < most {
            line.push(' ');
            used += 1;
        } else if spaces > 0 {
            used = most;
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// Words with the spaces after them; a wide letter ends a piece.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(' ').flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let end = if rest.is_ascii() { rest.len() } else { end_of_piece(rest) };
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
    })
}

/// Where a line may break in a word: after a wide letter that no closing mark follows.
fn end_of_piece(word: &str) -> usize {
    let mut letters = word.grapheme_indices(true).peekable();
    while let Some((start, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let may = width(letter) > 1
            && next.is_some_and(|next| next != " " && !"、。，．！？」』）】〉》”’".contains(next));
        if may {
            return start + letter.len();
        }
    }
    word.len()
}

/// At most `most` columns of the text, the last one `…` where something is cut off.
pub(super) fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 0;
    for letter in text.graphemes(true) {
        if used + width(letter) + 1 > most {
            break;
        }
        cut.push_str(letter);
        used += width(letter);
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("", 8), [""]);
        assert_eq!(wrap("incomprehensible", 6), ["incomp", "rehens", "ible"]);
        assert_eq!(wrap("“é” à", 3), ["“é”", "à"]);
    }

    #[test]
    fn wide_letters_break_anywhere_but_before_a_closing_mark() {
        assert_eq!(wrap("漢字漢字。", 4), ["漢字", "漢", "字。"]);
        assert_eq!(cut("漢字漢字", 6), "漢字…");
    }

    proptest! {
        #[test]
        fn nothing_gets_lost_and_nothing_is_too_wide(text in "[a-c é漢“”]{0,60}", most in 2usize..20) {
            let lines = wrap(&text, most);
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            for line in &lines {
                prop_assert!(width(line) <= most, "{line:?}");
            }
        }

        #[test]
        fn a_terminal_obeys_nothing(text in any::<String>()) {
            let safe = safe(&text);
            prop_assert!(!safe.contains(is_unsafe));
        }
    }
}
