//! What follows a stop.

use super::cursor::{Cursor, Word, is_ignorable};
use super::lexicon::{self, Class, Entry};

/// What stands behind a stop and the white space after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Follow {
    pub first: char,
    /// The first letter or sign behind opening marks.
    pub sign: char,
    pub word: Word,
    /// What the lexicon knows of the word.
    pub entry: Entry,
    pub quoted: bool,
    pub bracket: bool,
    pub dash: bool,
}

impl Follow {
    pub(super) fn read(cursor: Cursor<'_>, at: usize) -> Self {
        let mut at = cursor.skip_space(at);
        let mut follow = Self {
            first: cursor.char(at),
            sign: '\0',
            word: Word::default(),
            entry: Entry::default(),
            quoted: false,
            bracket: false,
            dash: false,
        };
        for _ in 0..8 {
            let character = cursor.char(at);
            match character {
                '“' | '"' | '‘' | '\'' | '«' | '„' | '”' | '’' => follow.quoted = true,
                '(' | '[' => follow.bracket = true,
                '—' | '–' | '-' | '_' | '*' | '•' | '⁃' | '‣' | '~' => follow.dash = true,
                '¡' | '¿' | '.' | '…' => {}
                ' ' if follow.dash || follow.ellipsis() => {}
                _ if is_ignorable(character) => {}
                _ => break,
            }
            at += character.len_utf8();
        }
        follow.sign = cursor.char(at);
        follow.word = cursor.word_at(at);
        follow.entry = lexicon::entry(&follow.word);
        follow
    }

    /// Whether opening marks stand before the sign.
    pub(super) fn marked(&self) -> bool {
        self.first != self.sign
    }

    /// Whether an ellipsis stands before the sign.
    pub(super) fn ellipsis(&self) -> bool {
        matches!(self.first, '.' | '…')
    }

    pub(super) fn capital(&self) -> bool {
        self.sign.is_uppercase()
    }

    pub(super) fn lower(&self) -> bool {
        self.sign.is_lowercase()
    }

    /// A number, or a letter and numbers: `12`, `H-05`.
    pub(super) fn number(&self) -> bool {
        self.sign.is_ascii_digit()
            || self.word.capital && self.word.as_bytes().last().is_some_and(u8::is_ascii_digit)
    }

    /// Whether the word often opens a sentence and is no abbreviation here (`No. 5`, `A. Lund`).
    pub(super) fn opener(&self, cursor: Cursor<'_>) -> bool {
        if self.civil() {
            return true;
        }
        let short = self.word.is_letter() || self.entry.kind.is_some();
        (self.entry.is(Class::Opener) || self.adverb())
            && !(short && cursor.byte(self.word.end) == b'.')
    }

    /// Titles of people without an office: no country or company stands before them.
    pub(super) fn civil(&self) -> bool {
        matches!(self.word.as_bytes(), b"mr" | b"mrs" | b"ms" | b"messrs")
    }

    /// `Initially`, `Previously`: endings that no family name has.
    fn adverb(&self) -> bool {
        let word = self.word.as_bytes();
        let endings = ["ally", "antly", "ately", "ently", "ingly", "ively", "ously"];
        word.len() > 7
            && word.ends_with(b"ly")
            && endings.iter().any(|ending| word.ends_with(ending.as_bytes()))
    }

    /// Signs that never open a sentence.
    pub(super) fn continues(&self) -> bool {
        matches!(
            self.first,
            '.' | '…' | ',' | ';' | ':' | ')' | ']' | '&' | '?' | '!' | '/' | '=' | '+' | '%'
        )
    }
}

/// Whether a speaker and a verb of speaking follow: `The Washington Post asked`.
pub(super) fn attributed(cursor: Cursor<'_>, first: Word) -> bool {
    if lexicon::is(&first, Class::Opener) && first.as_str() != "the" {
        return false;
    }
    let mut word = first;
    for count in 0..7 {
        if count > 0 && lexicon::is(&word, Class::Tag) && !word.capital {
            let next = cursor.word_at(cursor.skip_space(word.end));
            return !matches!(
                next.as_str(),
                "that"
                    | "he"
                    | "she"
                    | "they"
                    | "it"
                    | "there"
                    | "his"
                    | "her"
                    | "the"
                    | "no"
                    | "nothing"
                    | "we"
            );
        }
        if word.is_empty()
            || !word.capital && !matches!(word.as_str(), "of" | "the" | "de" | "van" | "von")
        {
            return false;
        }
        let stop = usize::from(cursor.byte(word.end) == b'.');
        word = cursor.word_at(cursor.skip_space(word.end + stop));
    }
    false
}
