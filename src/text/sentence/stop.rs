//! What a stop means: the word before it, the marks after it, what follows.

use super::cursor::{Cursor, is_ignorable};
use super::follow::{Follow, attributed};
use super::lexicon::{self, Class, Kind};

/// What the scanner knows of the sentence that a stop stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// Where the words of the sentence begin, behind bullets and opening marks.
    pub first_word: usize,
    /// Whether quotation marks are open.
    pub quoted: bool,
    /// Whether the quotation that was opened last stands alone, without a clause before it.
    pub quote_leads: bool,
}

/// A run of stops and the marks that close after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    /// First byte of the first stop.
    pub start: usize,
    /// One past the last stop.
    pub after: usize,
    /// One past the closing marks.
    pub close: usize,
    /// How many full stops, three for each `…`.
    pub dots: usize,
    /// Whether a `!` or `?` is among them.
    strong: bool,
    /// How many spaces stand between the stops.
    spaces: usize,
    /// Whether a quotation mark is among the closing marks.
    pub closes_quote: bool,
    /// Whether a bracket is among them.
    closes_bracket: bool,
}

/// Stops of all kinds, but for the comma.
pub(super) fn is_stop(character: char) -> bool {
    matches!(
        character,
        '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '。' | '．' | '！' | '？' | '｡'
    )
}

impl Stop {
    /// Reads the stops and closing marks from `start` on.
    pub(super) fn read(cursor: Cursor<'_>, start: usize, state: State) -> Self {
        let mut stop = Self {
            start,
            after: start,
            close: start,
            dots: 0,
            strong: false,
            spaces: 0,
            closes_quote: false,
            closes_bracket: false,
        };
        stop.read_run(cursor);
        stop.close = stop.after;
        stop.read_closers(cursor, state);
        stop
    }

    fn read_run(&mut self, cursor: Cursor<'_>) {
        loop {
            let character = cursor.char(self.after);
            match character {
                '.' | '。' | '．' | '｡' => self.dots += 1,
                '…' => self.dots += 3,
                _ if is_stop(character) => self.strong = true,
                '\u{2060}' | '\u{200b}' | '\u{ad}' => {}
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'
                    if self.dots > 0
                        && !self.strong
                        && cursor.byte(self.after + character.len_utf8()) == b'.'
                        && matches!(
                            cursor.byte(self.after + character.len_utf8() + 1),
                            b' ' | b'.' | 0 | b'"' | b'\'' | 0xc2 | 0xe2 | b')' | b']' | b','
                        ) =>
                {
                    self.spaces += 1;
                }
                _ => return,
            }
            self.after += character.len_utf8();
        }
    }

    fn read_closers(&mut self, cursor: Cursor<'_>, state: State) {
        let mut quoted = state.quoted;
        loop {
            let character = cursor.char(self.close);
            let after = self.close + character.len_utf8();
            match character {
                '”' | '»' => (self.closes_quote, quoted) = (true, false),
                ')' | ']' => self.closes_bracket = true,
                '"' | '\'' | '’' | '‘' | '“' => {
                    let next = cursor.visible(after).1;
                    let opens = matches!(character, '‘' | '“') || character == '"' && !quoted;
                    if next.is_alphanumeric() || opens && !ends_word(next) {
                        return;
                    }
                    (self.closes_quote, quoted) = (true, false);
                }
                '[' | '(' => {
                    let Some(end) = short_note(cursor, after) else { return };
                    self.close = end;
                    continue;
                }
                ' ' if cursor.byte(after) == b'[' && !cursor.char(after + 1).is_uppercase() => {
                    let Some(end) = short_note(cursor, after + 1) else { return };
                    if cursor.char(cursor.skip_space(end)).is_lowercase() {
                        return; // `[the clerk] has`
                    }
                    self.close = end;
                    continue;
                }
                ' ' if quoted
                    && cursor.byte(after) == b'"'
                    && ends_word(cursor.char(after + 1)) =>
                {
                    self.close = after + 1;
                    (self.closes_quote, quoted) = (true, false);
                    continue;
                }
                _ if is_ignorable(character) => {}
                _ => return,
            }
            self.close = after;
        }
    }

    /// Where the sentence ends, if it ends here.
    pub(super) fn end(&self, cursor: Cursor<'_>, state: State) -> Option<usize> {
        let (at, next) = cursor.visible(self.close);
        if next == '\0' {
            return None;
        }
        if !next.is_whitespace() {
            return self.glued(cursor, at, next, state).then_some(self.close);
        }
        let follow = Follow::read(cursor, at);
        if self.spaces > 0 && self.dots > 3 && self.joins_word(cursor) {
            // `compounds. . . . The`: a stop, and then an ellipsis that opens the next sentence.
            return (follow.capital() && !state.quoted).then_some(self.start + 1);
        }
        self.spaced_end(cursor, state, &follow).then_some(self.close)
    }

    fn joins_word(&self, cursor: Cursor<'_>) -> bool {
        cursor.byte(self.start + 1) == b' ' && !cursor.char_before(self.start).is_whitespace()
    }

    /// No space after the stop: `early.She` ends a sentence, `Amazon.Com/x` and `3.5` do not.
    fn glued(&self, cursor: Cursor<'_>, at: usize, next: char, state: State) -> bool {
        let before = cursor.visible_before(self.start).1;
        let opens = matches!(next, '“' | '"' | '‘');
        let word = cursor.word_at(if opens { at + next.len_utf8() } else { at });
        let after = cursor.char(word.end);
        let sentence_like = word.capital
            && (word.capitals == 1 && after.is_whitespace()
                || matches!(after, ',' | '\'' | '’')
                || after == '.' && lexicon::kind_of(&word) == Some(Kind::Title));
        if !sentence_like || self.dots == 2 || self.dots > 1 && state.first_word >= self.start {
            return false;
        }
        if self.dots > 2 {
            return lexicon::is(&word, Class::Opener);
        }
        if self.close > self.after || opens {
            return before.is_alphanumeric() && (self.closes_quote || opens);
        }
        let Some(start) = cursor.token_start(self.start) else { return false };
        let token = cursor.word(start, self.start);
        let number = before.is_ascii_digit() && token.is_figure() && start > state.first_word;
        number && lexicon::kind_of(&word) != Some(Kind::Calendar)
            || token.is_alphabetic()
                && token.as_str().len() > 1
                && token.capitals <= 1
                && before.is_lowercase()
                && lexicon::kind_of(&token).is_none()
    }

    /// White space after the stop: the usual case.
    fn spaced_end(&self, cursor: Cursor<'_>, state: State, follow: &Follow) -> bool {
        let broken_off = follow.ellipsis() && follow.capital() && self.dots == 1; // `He left. … She`
        if follow.continues() && !broken_off || self.closes_quote && follow.dash {
            return false; // `“It is over.” — Jane Doe`
        }
        let before = cursor.visible_before(self.start).1;
        if matches!(before, '[' | '(') && self.closes_bracket {
            // `[...]`, `(?)`
            return self.dots > 2 && !follow.marked() && follow.opener(cursor);
        }
        if self.strong && follow.bracket && bracket_runs_on(cursor, cursor.skip_space(self.close)) {
            return false; // `the play Who Is It? (1965), and`
        }
        if follow.lower() {
            return self.ends_before_lower(cursor, follow);
        }
        if self.strong {
            return self.strong_end(cursor, state, follow);
        }
        if self.dots >= 3 {
            return self.ellipsis_end(cursor, state, follow);
        }
        let Some(start) = cursor.token_start(self.start) else { return true };
        let token = cursor.word(start, self.start);
        if token.is_empty() || self.dots == 2 {
            return true;
        }
        if follow.sign == '§' && token.is_number() {
            return false; // `Tit. 29. § 113`
        }
        !self.goes_on(cursor, state, follow, token)
    }

    /// Before a lower-case letter only names like eBay, links and list marks open a sentence.
    fn ends_before_lower(&self, cursor: Cursor<'_>, follow: &Follow) -> bool {
        let word = follow.word;
        let plain = cursor.token_start(self.start).is_none_or(|start| {
            let token = cursor.word(start, self.start);
            lexicon::kind_of(&token).is_none() && !token.is_letter() && !token.is_dotted()
        });
        if !plain || self.dots > 1 {
            return false;
        }
        let text = word.as_str();
        let mark = cursor.char(word.end);
        if mark == ')' && super::list::is_enumerator(text) {
            return true;
        }
        if text == "i" && !self.closes_quote {
            return true;
        }
        if self.dots == 1
            && (follow.bracket
                || self.close == self.after && !follow.marked() && self.ends_plain_word(cursor))
        {
            return true;
        }
        let brand = word.capitals > 0 && !text.contains('-');
        let link = matches!(text, "http" | "https" | "www") && matches!(mark, ':' | '.');
        let listed =
            word.is_letter() && mark == '.' && Follow::read(cursor, word.end + 1).capital();
        brand || link || listed
    }

    /// `two cents. thanks`: people who write without capitals still set stops. Words of fewer than
    /// four letters may be abbreviations that nobody has listed.
    fn ends_plain_word(&self, cursor: Cursor<'_>) -> bool {
        cursor.token_start(self.start).is_some_and(|start| {
            let token = cursor.word(start, self.start);
            token.is_alphabetic()
                && token.capitals == 0
                && (token.as_str().len() >= 4 || lexicon::is(&token, Class::Opener))
        })
    }

    fn strong_end(&self, cursor: Cursor<'_>, state: State, follow: &Follow) -> bool {
        if let Some(start) = cursor.token_start(self.start) {
            let token = cursor.word(start, self.start);
            if lexicon::is(&token, Class::Bang) && token.capital && self.close == self.after {
                return follow.entry.is(Class::Opener);
            }
        }
        !(self.closes_quote
            && state.quote_leads
            && !follow.marked()
            && attributed(cursor, follow.word))
    }

    fn ellipsis_end(&self, cursor: Cursor<'_>, state: State, follow: &Follow) -> bool {
        if state.first_word >= self.start {
            return false;
        }
        if self.dots > 3 {
            return true;
        }
        if state.quoted && !self.closes_quote && cursor.char_before(self.start).is_whitespace() {
            return false; // an omission inside a quotation
        }
        follow.quoted
            || self.closes_quote
            || follow.entry.is(Class::Opener) && !follow.word.is_letter()
    }
}

/// Whether the bracket at `at` closes soon and the sentence goes on behind it.
fn bracket_runs_on(cursor: Cursor<'_>, at: usize) -> bool {
    closing_bracket(cursor, at).is_some_and(|close| {
        let next = cursor.char(cursor.skip_space(close + 1));
        next.is_lowercase() || matches!(next, ',' | ';' | ':')
    })
}

/// How far ahead the end of a bracket is looked for, in bytes.
const BRACKET_REACH: usize = 400;

/// Where the bracket that opens at `at` closes, if it does soon.
pub(super) fn closing_bracket(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for place in at..cursor.end.min(at + BRACKET_REACH) {
        match cursor.byte(place) {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.checked_sub(1)?,
            _ => continue,
        }
        if depth == 0 {
            return Some(place);
        }
    }
    None
}

/// Where a reference or credit in brackets that begins before `at` ends: `[12]`, `(AP)`.
fn short_note(cursor: Cursor<'_>, mut at: usize) -> Option<usize> {
    let start = at;
    while at - start < 24 {
        let character = cursor.char(at);
        match character {
            ']' | ')' => {
                return (at > start && ends_word(cursor.char(at + 1))).then_some(at + 1);
            }
            _ if character.is_alphanumeric()
                || matches!(character, ' ' | ',' | '-' | '–' | '/') => {}
            _ => return None,
        }
        at += character.len_utf8();
    }
    None
}

fn ends_word(character: char) -> bool {
    character == '\0'
        || character.is_whitespace()
        || is_stop(character)
        || matches!(
            character,
            ')' | ']' | '"' | '\'' | '’' | '”' | ',' | ';' | '—' | '–' | '-' | '(' | '['
        )
}
