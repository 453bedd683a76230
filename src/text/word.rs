//! Words: the letters of the rule language.

use super::Span;
use crate::lexicon::{Class, ClassSet, Lexicon, WordId, class};

/// One word of a sentence: a run of letters, a number, a punctuation mark; in the view that the
/// quote and claim rules see, also a whole quotation or date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// Its entry in the lexicon, [`WordId::UNKNOWN`] where it has none.
    pub id: WordId,
    /// Its classes, from the lexicon and its shape.
    pub classes: ClassSet,
    /// Which words of patterns it may be, see [`Lexicon::bits_of`].
    pub bits: u64,
}

impl Word {
    /// Whether it has this class.
    #[inline]
    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }
}

/// Appends the words of `sentence` to `words`.
///
/// Hyphens between letters are words of their own (class `hyphen`, and what follows is `glued`);
/// clitics are split off (`Trump|'s`, `they|'re`), `n't` is not (`didn't`). An abbreviation keeps
/// its stop (`Mr.`, `U.S.`): a stop followed by more of the sentence cannot end it.
pub fn split_words(text: &str, sentence: Span, lexicon: &Lexicon, words: &mut Vec<Word>) {
    let mut scanner = Scanner {
        text: sentence.of(text),
        offset: sentence.start as usize,
        lexicon,
        buffer: String::with_capacity(32),
    };
    let first = words.len();
    let mut at = 0;
    let mut glued = false;
    while let Some(char) = scanner.char_at(at) {
        if char.is_whitespace() || is_ignorable(char) {
            glued &= !char.is_whitespace();
            at += char.len_utf8();
            continue;
        }
        let end = scanner.end_of(at, char);
        let mut word = scanner.word(at, end, char);
        if glued {
            word.classes.insert(class::GLUED);
        }
        words.push(word);
        glued = true;
        at = end;
    }
    if let Some(word) = words.get_mut(first) {
        word.classes.insert(class::SENTENCE_START);
    }
}

/// Soft hyphens, zero-width characters and direction marks: the text keeps them, rules do not see them.
pub(crate) fn is_ignorable(char: char) -> bool {
    matches!(char, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Letters, digits and the marks that combine with them.
fn is_word_char(char: char) -> bool {
    char.is_alphanumeric()
        || matches!(
            char,
            '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{AD}' | '\u{200B}' | '\u{FEFF}'
        )
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’' | 'ʼ')
}

struct Scanner<'t> {
    text: &'t str,
    offset: usize,
    lexicon: &'t Lexicon,
    buffer: String,
}

impl Scanner<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.rest(at).chars().next(),
            None => None,
        }
    }

    /// The end of the run of word characters that begins at `at`.
    fn run(&self, mut at: usize) -> usize {
        while let Some(char) = self.char_at(at).filter(|char| is_word_char(*char)) {
            at += char.len_utf8();
        }
        at
    }

    /// The end of the word that begins at `at` with `first`.
    fn end_of(&self, at: usize, first: char) -> usize {
        let after = at + first.len_utf8();
        if first.is_numeric() {
            return self.number(at);
        }
        if is_word_char(first) {
            return self.letters(at);
        }
        match first {
            '@' | '#' if self.char_at(after).is_some_and(is_word_char) => {
                let mut end = self.run(after);
                while self.char_at(end) == Some('_') {
                    end = self.run(end + 1);
                }
                end
            }
            '.' => at + self.rest(at).len() - self.rest(at).trim_start_matches('.').len(),
            '-' | '*' | '_' | '=' => {
                at + self.rest(at).len() - self.rest(at).trim_start_matches(first).len()
            }
            '`' if self.char_at(after) == Some('`') => after + 1,
            '\'' if self.char_at(after) == Some('\'') => after + 1,
            _ if is_apostrophe(first) => self.clitic(at).unwrap_or(after),
            _ => after,
        }
    }

    /// `'s 're 've 'll 'd 'm` at `at`, directly behind a word.
    fn clitic(&self, at: usize) -> Option<usize> {
        let before = self.text.get(..at)?.chars().next_back()?;
        let mark = self.char_at(at)?;
        let start = at + mark.len_utf8();
        let end = self.run(start);
        let letters = self.text.get(start..end)?;
        (is_word_char(before) || before == '.')
            .then_some(end)
            .filter(|_| ["s", "re", "ve", "ll", "d", "m", "S"].contains(&letters))
    }

    fn number(&self, at: usize) -> usize {
        let mut end = self.run(at);
        loop {
            let next = self.char_at(end);
            let digit = self
                .char_at(end + next.map_or(0, char::len_utf8))
                .is_some_and(|char| char.is_ascii_digit());
            let date = next == Some('-') && self.is_iso_date(at);
            if digit && (matches!(next, Some('.' | ',' | ':' | '/')) || date) {
                end = self.run(end + 1);
            } else {
                return end;
            }
        }
    }

    fn is_iso_date(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let digits = |from: usize, count: usize| {
            bytes.get(from..from + count).is_some_and(|run| run.iter().all(u8::is_ascii_digit))
        };
        digits(at, 4)
            && bytes.get(at + 4) == Some(&b'-')
            && digits(at + 5, 2)
            && bytes.get(at + 7) == Some(&b'-')
            && digits(at + 8, 2)
    }

    fn letters(&self, at: usize) -> usize {
        let mut end = self.run(at);
        loop {
            let Some(next) = self.char_at(end) else { return end };
            let after = end + next.len_utf8();
            let following = self.char_at(after);
            match next {
                '.' => {
                    let inner = following.is_some_and(char::is_alphanumeric);
                    if inner {
                        end = self.run(after);
                    } else if self.keeps_stop(at, end, after) {
                        return after;
                    } else {
                        return end;
                    }
                }
                '&' if following.is_some_and(char::is_uppercase) && end - at <= 4 => {
                    end = self.run(after);
                }
                '_' => end = self.run(after),
                '@' if following.is_some_and(is_word_char) => end = self.run(after),
                ':' if self.rest(after).starts_with("//") => {
                    let rest = self.rest(end);
                    return end + rest.find(char::is_whitespace).unwrap_or(rest.len());
                }
                _ if is_apostrophe(next) && following.is_some_and(is_word_char) => {
                    let run_end = self.run(after);
                    let (before, behind) = (self.text.get(at..end), self.text.get(after..run_end));
                    let (Some(before), Some(behind)) = (before, behind) else { return end };
                    let negated = before.ends_with(['n', 'N']) && behind.eq_ignore_ascii_case("t");
                    // No count of letters, which would be quadratic in a chain of apostrophes.
                    let is_long = behind.chars().nth(2).is_some();
                    if negated || is_long {
                        end = run_end;
                    } else {
                        return end;
                    }
                }
                _ => return end,
            }
        }
    }

    /// Whether the stop after `end` belongs to the word: more of the sentence follows, or it is
    /// one of several stops (`U.S.`) .
    fn keeps_stop(&self, at: usize, end: usize, after: usize) -> bool {
        if self.text.get(at..end).is_some_and(|word| word.contains('.')) {
            return true;
        }
        let rest = self.rest(after);
        let tail = rest.trim_start();
        let open = |char: char| matches!(char, '"' | '”' | '’' | '\'' | '»' | ')' | ']');
        rest.starts_with([',', ';', ':'])
            || tail.len() < rest.len() && !tail.is_empty() && !tail.starts_with(open)
    }

    fn word(&mut self, at: usize, end: usize, first: char) -> Word {
        let slice = self.text.get(at..end).unwrap_or_default();
        normalize(slice, &mut self.buffer);
        let id = self.lexicon.id(&self.buffer);
        let mut classes = self.lexicon.classes_of(id);
        shape(slice, first, &mut classes);
        if id == WordId::UNKNOWN && first.is_alphabetic() {
            guess(&self.buffer, &mut classes);
        }
        Word {
            span: Span::new(self.offset + at, self.offset + end),
            id,
            classes,
            bits: self.lexicon.bits_of(id),
        }
    }
}

/// The form under which a word stands in the lexicon: lower case, straight apostrophes, no final
/// stop of an abbreviation, no invisible characters.
pub(crate) fn normalize(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
    } else {
        for char in word.chars() {
            match char {
                '’' | 'ʼ' => out.push('\''),
                _ if is_ignorable(char) => {}
                _ => out.extend(char.to_lowercase()),
            }
        }
    }
    if out.len() > 1 && out.ends_with('.') && out.find('.') == Some(out.len() - 1) {
        out.pop();
    }
}

fn shape(word: &str, first: char, classes: &mut ClassSet) {
    let found = match first {
        ',' => class::COMMA,
        '.' if word.len() == 1 => class::STOP,
        '.' | '…' => class::ELLIPSIS,
        ':' => class::COLON,
        ';' => class::SEMICOLON,
        '?' => class::QUESTION_MARK,
        '!' => class::EXCLAMATION_MARK,
        '-' | '‐' | '‑' if word.len() == first.len_utf8() => class::HYPHEN,
        '-' | '–' | '—' | '―' => class::DASH,
        '(' | '[' | '{' => class::OPEN_BRACKET,
        ')' | ']' | '}' => class::CLOSE_BRACKET,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '‚' | '`' => {
            class::QUOTE_MARK
        }
        '$' | '£' | '€' | '¥' => class::CURRENCY_SIGN,
        '%' => class::PERCENT_SIGN,
        '@' | '#' if word.len() > 1 => class::HANDLE,
        _ if is_apostrophe(first)
            && word.len() > first.len_utf8()
            && !word.ends_with(is_apostrophe) =>
        {
            class::CLITIC
        }
        _ if is_apostrophe(first) => class::QUOTE_MARK,
        _ if first.is_numeric() => class::NUMBER,
        _ if first.is_alphabetic() => return letter_shape(word, first, classes),
        _ => class::SYMBOL,
    };
    classes.insert(found);
    if found == class::NUMBER {
        super::number::shape(word, classes);
    }
}

fn letter_shape(word: &str, first: char, classes: &mut ClassSet) {
    if word.contains("://") || word.contains('@') {
        return classes.insert(class::URL);
    }
    if !first.is_uppercase() {
        if first.is_lowercase() {
            let camel = word.chars().skip(1).take(2).any(char::is_uppercase);
            classes.insert(if camel { class::CAPITALIZED } else { class::LOWER });
        } else {
            classes.insert(class::CAPITALIZED); // scripts without case: CJK and kin, names in English text
        }
        return;
    }
    classes.insert(class::CAPITALIZED);
    let mut letters = word.chars().filter(|char| char.is_alphabetic());
    let count = letters.clone().count();
    if count > 1 && letters.all(char::is_uppercase) {
        classes.insert(class::ALL_CAPS);
    }
    if count == 1 && word.len() <= 3 && word.ends_with('.') || is_initials(word) {
        classes.insert(class::INITIAL);
    }
}

/// `J.D.`, `S.A.`: capitals, each with its stop.
fn is_initials(word: &str) -> bool {
    let mut chars = word.chars();
    let mut pairs = 0;
    while let Some(letter) = chars.next() {
        if !letter.is_uppercase() || chars.next() != Some('.') {
            return false;
        }
        pairs += 1;
    }
    pairs > 1
}

/// Classes of an unknown word by its ending.
fn guess(word: &str, classes: &mut ClassSet) {
    let long = word.len() > 4;
    if long && word.ends_with("ly") {
        classes.insert(class::ADVERB);
    } else if long && word.ends_with("ing") {
        classes.insert(class::ING);
    } else if long && word.ends_with("ed") {
        classes.insert(class::PAST);
        classes.insert(class::PAST_PARTICIPLE);
    }
    classes.insert(class::UNKNOWN);
}
