//! Sentences of a paragraph: one pass over the text, no regular expressions.
//!
//! The scanner walks from mark to mark. A stop ends a sentence unless the word before it, the marks
//! around it or what follows say otherwise ([`stop`]); the quotation marks and brackets it passes on
//! the way tell how to read it; lists that run on in a line are counted ([`list`]).

mod abbreviation;
mod cursor;
mod follow;
mod lexicon;
mod list;
mod stop;
#[cfg(test)]
mod tests;

use super::Span;
use cursor::{Cursor, is_ignorable};
use lexicon::Class;
use list::{Item, Mark};
use stop::{State, Stop, closing_bracket, is_stop};

/// Appends the sentences of one block of `text` to `sentences`, in order, without white space around them.
///
/// A sentence keeps its closing marks. Line breaks inside the block count as spaces, blank lines end
/// a sentence.
///
/// ```
/// use whosaid::text::{Span, split_sentences};
/// let text = "Mr. Doe left at 5 p.m. He said, “I am done.” Nobody asked.";
/// let mut sentences = Vec::new();
/// split_sentences(text, Span::new(0, text.len()), &mut sentences);
/// let found: Vec<&str> = sentences.iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["Mr. Doe left at 5 p.m.", "He said, “I am done.”", "Nobody asked."]);
/// ```
pub fn split_sentences(text: &str, block: Span, sentences: &mut Vec<Span>) {
    let block = block.trim(text);
    if !block.is_empty() {
        let cursor = Cursor::new(text, block.start as usize, block.end as usize);
        Scanner::new(cursor, text, sentences).run();
    }
}

/// How many marks before the first word of a sentence are looked at.
const MOST_OPENING: usize = 32;

/// How many dashes make a ruler inside a line.
const LONG_RULER: usize = 8;

fn ends_or_space(character: char) -> bool {
    character == '\0' || character.is_whitespace()
}

struct Scanner<'t, 's> {
    cursor: Cursor<'t>,
    text: &'t str,
    sentences: &'s mut Vec<Span>,
    /// Where the sentence begins.
    start: usize,
    state: State,
    /// No sentence ends before this byte: it lies in a bracket that belongs to one.
    held: usize,
    /// The last item of the list that the block begins with or holds.
    item: Option<Item>,
    /// The last item of a list inside the sentence.
    inner: Option<Item>,
    /// The bullet that the sentence begins with.
    bullet: Option<char>,
}

impl<'t, 's> Scanner<'t, 's> {
    fn new(cursor: Cursor<'t>, text: &'t str, sentences: &'s mut Vec<Span>) -> Self {
        let state = State { first_word: cursor.begin, quoted: false, quote_leads: false };
        Self {
            cursor,
            text,
            sentences,
            start: cursor.begin,
            state,
            held: 0,
            item: None,
            inner: None,
            bullet: None,
        }
    }

    fn run(mut self) {
        self.begin(self.cursor.begin);
        let mut at = self.cursor.begin;
        while let Some(mark) = self.next_mark(at) {
            at = self.pass(mark);
        }
        self.cut(self.cursor.end, self.cursor.end);
    }

    /// The next byte from `at` on that may matter.
    fn next_mark(&self, at: usize) -> Option<usize> {
        let block = self.text.as_bytes().get(..self.cursor.end)?;
        let mut at = at;
        loop {
            at += block.get(at..)?.iter().position(|&byte| MARKS[byte as usize])?;
            // Most of the marks are hyphens, and a hyphen alone is none.
            let next = block.get(at + 1).copied().unwrap_or_default();
            if block.get(at) != Some(&b'-') || next == b'-' {
                return Some(at);
            }
            at += 1;
        }
    }

    /// Looks at the character at `at` and says where to go on.
    fn pass(&mut self, at: usize) -> usize {
        let character = self.cursor.char(at);
        let after = at + character.len_utf8().max(1);
        match character {
            '(' | '[' => self.bracket(at),
            ')' => self.list_item(at),
            '“' | '«' => self.open_quote(at),
            '”' | '»' => self.state.quoted = false,
            '"' => self.straight_quote(at, after),
            '•' | '⁃' | '‣' if self.bullet == Some(character) && at > self.state.first_word =>
            {
                self.cut(at, at);
            }
            '-' | '=' | '_' | '*' => return self.ruler(at),
            ':' => self.credit(at),
            '\n' => self.line_break(at),
            _ if is_stop(character) => return self.stop(at),
            _ => {}
        }
        after
    }

    fn stop(&mut self, at: usize) -> usize {
        if self.cursor.byte(at) == b'.' && self.cursor.byte(at + 1) != b'.' {
            self.list_item(at);
        }
        let stop = Stop::read(self.cursor, at, self.state);
        if at < self.held {
            return stop.after;
        }
        match stop.end(self.cursor, self.state) {
            Some(end) if !self.inner_goes_on(end) => self.cut(end, end),
            _ => {}
        }
        stop.after
    }

    /// Ends the sentence before `end` and begins the next from `next` on.
    fn cut(&mut self, end: usize, next: usize) {
        let span = Span::new(self.start, end.max(self.start)).trim(self.text);
        if !span.is_empty() {
            self.sentences.push(span);
        }
        self.begin(next);
    }

    fn begin(&mut self, at: usize) {
        self.start = self.cursor.skip_space(at);
        self.cursor.begin = self.start; // no look goes back into the sentence before
        self.bullet = None;
        self.inner = None;
        let mut first = self.start;
        // Bounded: rulers side by side would be walked over again for each of them.
        for _ in 0..MOST_OPENING {
            let character = self.cursor.char(first);
            match character {
                '•' | '⁃' | '‣' => self.bullet = Some(character),
                '*' | '-' | '–' | '—' | '(' | '[' | '"' | '\'' | '“' | '‘' | '«' | ' ' => {
                }
                _ if is_ignorable(character) => {}
                _ => break,
            }
            first += character.len_utf8();
        }
        self.state.first_word = first;
    }

    fn open_quote(&mut self, at: usize) {
        self.state.quoted = true;
        self.state.quote_leads = at < self.state.first_word;
    }

    fn straight_quote(&mut self, at: usize, after: usize) {
        let next = self.cursor.char(after);
        let before = self.cursor.char_before(at);
        let free =
            matches!(before, '\0' | '(' | '[' | '—' | '–' | '-' | '\'') || before.is_whitespace();
        if free && !next.is_whitespace() && next != '\0' {
            self.open_quote(at);
        } else {
            self.state.quoted = false;
        }
    }

    fn line_break(&mut self, at: usize) {
        let mut next = at + 1;
        while matches!(self.cursor.byte(next), b' ' | b'\t' | b'\r') {
            next += 1;
        }
        if self.cursor.byte(next) == b'\n' {
            self.cut(at, next);
        }
    }

    /// The credit of a picture stands alone behind a caption without a stop: `The mill Photo: A. Lund`.
    fn credit(&mut self, at: usize) {
        let Some(start) = self.cursor.token_start(at) else { return };
        let word = self.cursor.word(start, at);
        let free = self.cursor.char_before(start).is_whitespace() && start > self.state.first_word;
        if free && word.capital && lexicon::is(&word, Class::Credit) {
            let before = self.cursor.word_before(start);
            if !before.is_empty() && !lexicon::is(&before, Class::CreditPart) {
                self.cut(start, start);
            }
        }
    }

    /// A ruler inside a line stands alone.
    fn ruler(&mut self, at: usize) -> usize {
        let mark = self.cursor.byte(at);
        let mut end = at;
        while matches!(self.cursor.byte(end), b'-' | b'=' | b'_' | b'*') {
            end += 1;
        }
        let stars = mark == b'*' && end - at > 2;
        let free =
            ends_or_space(self.cursor.char_before(at)) && ends_or_space(self.cursor.char(end));
        if free && (stars || end - at >= LONG_RULER) {
            self.cut(at, at);
            self.cut(end, end);
        }
        end
    }

    /// A list mark whose `.` or `)` stands at `at` begins a sentence if it goes on from one that did.
    fn list_item(&mut self, at: usize) {
        let near = at <= self.state.first_word + 3;
        if !near && self.cursor.byte(at) == b'.' && self.item.is_none() {
            return;
        }
        let Some(mark) = Mark::read(self.cursor, at) else { return };
        if mark.start <= self.state.first_word {
            self.item = Some(mark.item);
        } else if mark.follows(self.item.as_ref()) {
            self.cut(mark.start, mark.start);
            self.item = Some(mark.item);
        } else if mark.follows(self.inner.as_ref()) || mark.begins_inner() {
            self.inner = Some(mark.item);
        }
    }

    /// Whether the next item of a list inside the sentence follows at `at`.
    fn inner_goes_on(&self, at: usize) -> bool {
        self.inner.as_ref().is_some_and(|inner| {
            let word = self.cursor.word_at(self.cursor.skip_space(at));
            self.cursor.byte(word.end) == b')' && inner.goes_on_with(word.as_str())
        })
    }

    /// A bracket in the middle of a sentence that goes on behind it holds no ends of sentences.
    fn bracket(&mut self, at: usize) {
        if at <= self.state.first_word || at < self.held {
            return;
        }
        let Some(close) = closing_bracket(self.cursor, at) else { return };
        let next = self.cursor.char(self.cursor.skip_space(close + 1));
        if next.is_lowercase() || matches!(next, ',' | ';' | ':' | '.') {
            self.held = close;
        }
    }
}

/// Bytes that may begin a mark. Of the characters outside ASCII, those that begin with E2 (general
/// punctuation), C2 (guillemets), E3 and EF (wide stops).
static MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let bytes = b".!?()[\"\n-=_*:\xe2\xc2\xe3\xef";
    let mut at = 0;
    while at < bytes.len() {
        marks[bytes[at] as usize] = true;
        at += 1;
    }
    marks
};

/// Whether `line` ends in an abbreviation that a name follows (`Dr.`), so that it cannot be the last
/// of a paragraph.
pub(super) fn ends_with_title(line: &str) -> bool {
    let Some(rest) = line.strip_suffix('.') else { return false };
    let cursor = Cursor::new(rest, 0, rest.len());
    cursor.token_start(rest.len()).is_some_and(|start| {
        let token = cursor.word(start, rest.len());
        token.is_letter() && token.capital
            || matches!(lexicon::kind_of(&token), Some(lexicon::Kind::Title | lexicon::Kind::Link))
    })
}
