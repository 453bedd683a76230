//! Looking around in a block: characters before and after a place, words in lower case.

/// A stretch of text that is looked at from any place in it; no look goes past its ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    /// First byte of the stretch.
    pub begin: usize,
    /// One past its last byte.
    pub end: usize,
}

/// Longest token that is looked at as a word, in bytes: more is a link, a file name or noise.
const LONGEST: usize = 28;

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, begin: usize, end: usize) -> Self {
        Self { text, begin, end }
    }

    /// The byte at `at`; zero outside the block.
    #[inline]
    pub(super) fn byte(self, at: usize) -> u8 {
        if at < self.end { self.text.as_bytes().get(at).copied().unwrap_or_default() } else { 0 }
    }

    /// The character that begins at `at`; NUL at the end of the block.
    #[inline]
    pub(super) fn char(self, at: usize) -> char {
        let byte = self.byte(at);
        if byte.is_ascii() {
            return byte as char;
        }
        self.text.get(at..self.end).and_then(|rest| rest.chars().next()).unwrap_or_default()
    }

    /// The character that ends before `at`; NUL at the begin of the block.
    #[inline]
    pub(super) fn char_before(self, at: usize) -> char {
        if at <= self.begin {
            return '\0';
        }
        let byte = self.byte(at - 1);
        if byte.is_ascii() {
            return byte as char;
        }
        self.text.get(self.begin..at).and_then(|rest| rest.chars().next_back()).unwrap_or_default()
    }

    /// The first character from `at` on that a reader sees, and where it begins.
    #[inline]
    pub(super) fn visible(self, mut at: usize) -> (usize, char) {
        loop {
            let character = self.char(at);
            if !is_ignorable(character) {
                return (at, character);
            }
            at += character.len_utf8();
        }
    }

    /// The last character before `at` that a reader sees, and where it begins.
    pub(super) fn visible_before(self, mut at: usize) -> (usize, char) {
        loop {
            let character = self.char_before(at);
            let begin = at.saturating_sub(character.len_utf8());
            if !is_ignorable(character) {
                return (begin, character);
            }
            at = begin;
        }
    }

    /// Where the white space (and what nobody sees) from `at` on ends.
    pub(super) fn skip_space(self, mut at: usize) -> usize {
        while at < self.end {
            let character = self.char(at);
            if !character.is_whitespace() && !is_ignorable(character) {
                break;
            }
            at += character.len_utf8();
        }
        at
    }

    /// Where the token that ends before `at` begins: it goes back to white space, an opening mark,
    /// a dash or a slash. `None` if it is longer than a word can be.
    pub(super) fn token_start(self, at: usize) -> Option<usize> {
        let mut start = at;
        while at - start <= LONGEST {
            let character = self.char_before(start);
            if character == '\0'
                || character.is_whitespace()
                || matches!(
                    character,
                    '(' | '[' | '"' | '“' | '‘' | '«' | '—' | '–' | '/' | '•' | '⁃' | '‣'
                )
            {
                return Some(start);
            }
            start -= character.len_utf8();
        }
        None
    }

    /// The word of letters, digits and hyphens that begins at `at`; empty if there is none.
    pub(super) fn word_at(self, at: usize) -> Word {
        let mut end = at;
        while end < self.end && end - at < LONGEST {
            let character = self.char(end);
            if !character.is_alphanumeric() && character != '-' && !is_ignorable(character) {
                break;
            }
            end += character.len_utf8();
        }
        self.word(at, end)
    }

    /// The word before the white space before `at`, without marks around it.
    pub(super) fn word_before(self, at: usize) -> Word {
        let mut end = at;
        while end > self.begin && self.char_before(end).is_whitespace() {
            end -= self.char_before(end).len_utf8();
        }
        let mut start = end;
        while end - start < LONGEST {
            let character = self.char_before(start);
            if !character.is_alphanumeric() && !matches!(character, '.' | '-') {
                break;
            }
            start -= character.len_utf8();
        }
        self.word(start, end)
    }

    /// The stretch from `start` to `end` in lower case, without what nobody sees.
    pub(super) fn word(self, start: usize, end: usize) -> Word {
        let mut word = Word { start, end, ..Word::default() };
        let inner = self.text.get(start..end).unwrap_or_default();
        word.capital = inner.chars().next().is_some_and(char::is_uppercase);
        for character in inner.chars().filter(|&character| !is_ignorable(character)) {
            word.capitals += u8::from(character.is_uppercase());
            let size = character.len_utf8();
            let Some(room) = word.buffer.get_mut(word.len..word.len + size) else {
                return Word { start, end, ..Word::default() };
            };
            character.to_ascii_lowercase().encode_utf8(room);
            word.len += size;
        }
        word
    }
}

/// A short token in lower case (ASCII letters only).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    buffer: [u8; LONGEST + 4],
    len: usize,
    /// Where it begins in the text.
    pub start: usize,
    /// Where it ends in the text.
    pub end: usize,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// How many capitals it has.
    pub capitals: u8,
}

impl Word {
    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.buffer.get(..self.len).unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Letters and nothing else.
    pub(super) fn is_alphabetic(&self) -> bool {
        !self.is_empty() && self.as_str().chars().all(char::is_alphabetic)
    }

    /// Digits and nothing else.
    pub(super) fn is_number(&self) -> bool {
        !self.is_empty() && self.as_bytes().iter().all(u8::is_ascii_digit)
    }

    /// Two digits or more, with signs between them: `1,000`, `3.5`.
    pub(super) fn is_figure(&self) -> bool {
        let digits = self.as_bytes().iter().filter(|byte| byte.is_ascii_digit()).count();
        let signs = self.as_bytes().iter().filter(|byte| b",.$".contains(byte)).count();
        digits > 1 && digits + signs == self.len
    }

    /// One letter.
    pub(super) fn is_letter(&self) -> bool {
        match self.as_bytes() {
            [byte] => byte.is_ascii_alphabetic(),
            [first, _] if !first.is_ascii() => self.is_alphabetic(),
            _ => false,
        }
    }

    /// `u.s`, `h.w`, `ph.d`: short parts with stops between them, one of them a single letter.
    pub(super) fn is_dotted(&self) -> bool {
        let word = self.as_str();
        self.as_bytes().contains(&b'.')
            && word.split('.').all(|part| {
                (1..=4).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
            })
            && word.split('.').any(|part| part.chars().count() == 1)
    }
}

/// Soft hyphen, zero-width characters, directional marks, byte order mark.
#[inline]
pub(super) fn is_ignorable(character: char) -> bool {
    character >= '\u{ad}'
        && matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
