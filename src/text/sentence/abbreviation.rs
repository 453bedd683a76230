//! Words that a full stop may follow inside a sentence.

use super::cursor::{Cursor, Word};
use super::follow::Follow;
use super::lexicon::{self, Class, Kind};
use super::stop::{State, Stop};

impl Stop {
    /// Whether a full stop after `token` is no end although no lower-case letter follows.
    pub(super) fn goes_on(
        &self,
        cursor: Cursor<'_>,
        state: State,
        follow: &Follow,
        token: Word,
    ) -> bool {
        let token = after_hyphen(cursor, token);
        let opener = follow.opener(cursor) && !follow.bracket && !follow.dash;
        let quoted = follow.quoted || self.closes_quote;
        let first = token.start <= state.first_word;
        let opener = opener && !in_title_case(cursor, state, token.start, follow);
        if first && self.dots == 1 && super::list::is_enumerator(token.as_str()) {
            return true; // `1. Vote early`, `Q. Who is he?`
        }
        if follow.number()
            && (token.is_dotted() || token.capital && cursor.word_before(token.start).is_number())
        {
            return true; // `347 U.S. 497`, `6 How. 344`
        }
        if token.is_letter() && token.capital {
            return initial_goes_on(cursor, first, follow, token, opener || quoted);
        }
        if let Some(kind) = lexicon::kind_of(&token) {
            return goes_on_after(kind, cursor, state, follow, token, opener || quoted);
        }
        first && token.is_letter()
            || (token.is_dotted() || is_clipped(&token))
                && !(opener || quoted && !follows_title(cursor, token))
    }
}

fn goes_on_after(
    kind: Kind,
    cursor: Cursor<'_>,
    state: State,
    follow: &Follow,
    token: Word,
    opens: bool,
) -> bool {
    let titled = matches!(follow.entry.kind, Some(Kind::Title | Kind::Saint))
        && cursor.byte(follow.word.end) == b'.';
    if follow.bracket && !matches!(kind, Kind::Last) && !follow.entry.is(Class::Opener) {
        return true;
    }
    if follow.sign == '§' || follow.dash {
        return true;
    }
    match kind {
        Kind::Title | Kind::Link => true,
        Kind::Number => follow.number() || is_roman(&follow.word) || !token.as_bytes().is_ascii(),
        Kind::Citation => follow.number() || !opens,
        Kind::Tail => !follow.number() && !opens,
        Kind::Last => follow.number() && token.capital,
        Kind::Place => titled || follow.entry.is(Class::Office) || follow.number(),
        Kind::Calendar => follow.number() && follow.sign.is_ascii_digit(),
        Kind::Hour => {
            follow.entry.is(Class::Zone)
                || (!opens || follow.civil()) && is_fronted(cursor, state, token.start)
        }
        Kind::Street => follow.entry.is(Class::Quadrant),
        Kind::Saint => saint_goes_on(cursor, follow, token, opens),
        Kind::Unit => {
            let measured =
                cursor.word_before(token.start).as_bytes().last().is_some_and(u8::is_ascii_digit);
            if measured { follow.number() } else { token.capital && follow.capital() && !opens }
        }
    }
}

/// `A.` in `Samuel A. Alito`, `plan B.`, `you and I.`
fn initial_goes_on(
    cursor: Cursor<'_>,
    first: bool,
    follow: &Follow,
    token: Word,
    opens: bool,
) -> bool {
    if first {
        return true;
    }
    let before = cursor.word_before(token.start);
    if lexicon::is(&before, Class::LetterNoun) {
        return follow.number();
    }
    !opens
}

/// `St. Paul` against `Main St. Police`.
fn saint_goes_on(cursor: Cursor<'_>, follow: &Follow, token: Word, opens: bool) -> bool {
    if follow.number() || follow.entry.is(Class::SaintName) {
        return true;
    }
    let before = cursor.word_before(token.start);
    let street = before.capital && !lexicon::is(&before, Class::Opener)
        || before.as_bytes().first().is_some_and(u8::is_ascii_digit);
    if street { follow.entry.is(Class::Quadrant) } else { !opens }
}

/// Whether the abbreviation at `at` stands in a headline whose words all have capitals, and so does
/// what follows: `Envoys Leave U.S. For Talks`.
fn in_title_case(cursor: Cursor<'_>, state: State, at: usize, follow: &Follow) -> bool {
    let next = cursor.word_at(cursor.skip_space(follow.word.end));
    if !next.capital {
        return false;
    }
    let mut place = state.first_word;
    let mut words = 0;
    while place < at && words < 20 {
        let word = cursor.word_at(place);
        if word.end == place {
            place += cursor.char(place).len_utf8();
            continue;
        }
        if !word.capital && word.as_bytes().len() > 3 && word.is_alphabetic() {
            return false;
        }
        words += 1;
        place = word.end;
    }
    words > 2
}

/// `Gov. C.L. “Buck” Lund`.
fn follows_title(cursor: Cursor<'_>, token: Word) -> bool {
    let before = cursor.visible_before(cursor.visible_before(token.start).0);
    before.1 == '.'
        && cursor.token_start(before.0).is_some_and(|start| {
            lexicon::kind_of(&cursor.word(start, before.0)) == Some(Kind::Title)
        })
}

/// Whether what the sentence has before `at` is but an adverbial: `At 5 a.m. Mr. Doe left`.
fn is_fronted(cursor: Cursor<'_>, state: State, at: usize) -> bool {
    let first = cursor.word_at(state.first_word);
    let most = if lexicon::is(&first, Class::Preposition) { 8 } else { 3 };
    let mut count = 0;
    let mut place = state.first_word;
    while place < at && count <= most {
        let word_end = cursor.word_at(place).end;
        if word_end > place {
            count += 1;
            place = word_end;
        } else {
            place += cursor.char(place).len_utf8();
        }
    }
    count <= most
}

/// The part behind the hyphen: `D-Calif` is a state.
fn after_hyphen(cursor: Cursor<'_>, token: Word) -> Word {
    match token.as_bytes().iter().rposition(|&byte| byte == b'-') {
        Some(at) if token.as_bytes().len() == token.end - token.start => {
            cursor.word(token.start + at + 1, token.end)
        }
        _ => token,
    }
}

/// `Bldg`, `Cmdr`: a capital and consonants.
fn is_clipped(token: &Word) -> bool {
    let word = token.as_bytes();
    token.capital
        && token.capitals == 1
        && (2..=5).contains(&word.len())
        && word.iter().all(|byte| byte.is_ascii_lowercase() && !b"aeiouy".contains(byte))
}

fn is_roman(word: &Word) -> bool {
    word.capital && word.as_bytes().iter().all(|byte| b"ivxlc".contains(byte)) && !word.is_empty()
}
