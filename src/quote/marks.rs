//! Quotation marks paired in one pass.
//!
//! Marks are paired within a block. A double mark left open at the end of a block runs on when the
//! next block opens with one again (the newspaper convention for several paragraphs); else the
//! stretch is closed at the end of its block, and never beyond. Marks inside a quotation open no
//! quotation of their own.

use crate::read::Block;
use crate::text::Span;

/// A stretch in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// With the marks that are there.
    pub span: Span,
    /// Between the marks.
    pub inner: Span,
    /// Its block, an index into the article's blocks.
    pub block: usize,
    /// In single marks.
    pub single: bool,
    /// Not closed, and the next block goes on with it.
    pub open: bool,
    /// Goes on with the stretch before, which was left open.
    pub resumed: bool,
}

/// What a mark can do where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    /// A straight mark that could be either.
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    start: usize,
    end: usize,
    role: Role,
    single: bool,
}

/// Pairs the marks of all blocks that hold facts.
pub fn pair(text: &str, blocks: &[Block]) -> Vec<Marked> {
    let singles_speak = single_marks_speak(text, blocks);
    let mut found: Vec<Marked> = Vec::new();
    let mut carried = false;
    let mut marks = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if !block.kind.holds_facts() {
            continue;
        }
        marks.clear();
        let span = body(block, text);
        find_marks(text, span, &mut marks);
        let resumed = carried
            && marks.first().is_some_and(|mark| {
                !mark.single && mark.start == span.start as usize && mark.role != Role::Close
            });
        if carried
            && !resumed
            && let Some(last) = found.last_mut()
        {
            last.open = false;
        }
        let first = found.len();
        carried = pair_block(text, span, &marks, singles_speak, index, &mut found);
        if resumed && let Some(marked) = found.get_mut(first) {
            marked.resumed = true;
        }
    }
    if let Some(last) = found.last_mut() {
        last.open = false;
    }
    found
}

fn body(block: &Block, text: &str) -> Span {
    let mut span = block.span;
    if let Some(dateline) = block.dateline {
        span.start = dateline.end;
    }
    if let Some(name) = block.turn {
        span.start = (name.end + u32::from(text.as_bytes().get(name.end as usize) == Some(&b':')))
            .min(span.end);
    }
    span.trim(text)
}

/// Appends the marks of a stretch with what each can do.
fn find_marks(text: &str, span: Span, marks: &mut Vec<Mark>) {
    let base = span.start as usize;
    let slice = span.of(text);
    let bytes = slice.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // Most bytes are ASCII letters: only these few can begin a mark.
        if !matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2) {
            at += 1;
            continue;
        }
        let Some(char) = slice.get(at..).and_then(|rest| rest.chars().next()) else {
            at += 1;
            continue;
        };
        let mut end = at + char.len_utf8();
        let before = slice.get(..at).and_then(|head| head.chars().next_back());
        let next = |end: usize| slice.get(end..).and_then(|tail| tail.chars().next());
        let double = |role| Some((role, false));
        let found = match char {
            // The wrong way round, as some keyboards make it: “like this,“ she wrote.
            '“' if !opens(before, next(end)) && next(end).is_none_or(char::is_whitespace) => {
                double(Role::Close)
            }
            '“' | '„' | '«' | '‟' => double(Role::Open),
            '»' => double(Role::Close),
            '”' => {
                double(if opens(before, next(end)) && before.is_none_or(char::is_whitespace) {
                    Role::Either
                } else {
                    Role::Close
                })
            }
            '"' => double(straight(before, next(end))),
            '`' if bytes.get(end) == Some(&b'`') => {
                end += 1;
                double(Role::Open)
            }
            '\'' if bytes.get(end) == Some(&b'\'') => {
                end += 1;
                double(straight(before, next(end)))
            }
            '‘' | '‹' | '‚' | '`' => opens(before, next(end)).then_some((Role::Open, true)),
            '›' => Some((Role::Close, true)),
            '\'' if opens(before, next(end)) => Some((Role::Open, true)),
            '’' | '\'' => closes(before, next(end)).then_some((Role::Close, true)),
            _ => None,
        };
        if let Some((role, single)) = found {
            marks.push(Mark { start: base + at, end: base + end, role, single });
        }
        at = end;
    }
}

/// Whether a mark between these characters can open.
fn opens(before: Option<char>, after: Option<char>) -> bool {
    before
        .is_none_or(|char| !char.is_alphanumeric() && !matches!(char, '.' | ',' | '!' | '?' | '…'))
        && after.is_some_and(|char| !char.is_whitespace() && !matches!(char, ',' | '.' | ')' | ';'))
}

/// Whether a single mark between these characters can close.
fn closes(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(|char| !char.is_whitespace())
        && after.is_none_or(|char| !char.is_alphanumeric())
}

fn straight(before: Option<char>, after: Option<char>) -> Role {
    let space_before = before.is_none_or(|char| {
        char.is_whitespace() || matches!(char, '(' | '[' | '—' | '–' | '-' | '/')
    });
    let space_after = after.is_none_or(|char| {
        char.is_whitespace()
            || matches!(char, ')' | ']' | ',' | '.' | ';' | ':' | '?' | '!' | '—' | '–')
    });
    match (space_before, space_after) {
        (true, false) => Role::Open,
        (false, true) => Role::Close,
        _ => Role::Either,
    }
}

/// Whether single marks are this article's marks of speech: they pair around whole phrases at
/// least as often as double ones.
fn single_marks_speak(text: &str, blocks: &[Block]) -> bool {
    let (mut single, mut double) = (0, 0);
    let mut marks = Vec::new();
    for block in blocks.iter().filter(|block| block.kind.holds_facts()) {
        marks.clear();
        find_marks(text, block.span, &mut marks);
        single += marks.iter().filter(|mark| mark.single && mark.role == Role::Open).count();
        double += marks.iter().filter(|mark| !mark.single && mark.role != Role::Close).count();
    }
    single > double
}

/// Pairs the marks of one block; says whether the last is left open.
fn pair_block(
    text: &str,
    span: Span,
    marks: &[Mark],
    singles_speak: bool,
    block: usize,
    found: &mut Vec<Marked>,
) -> bool {
    let mut index = 0;
    while let Some(mark) = marks.get(index) {
        index += 1;
        if mark.role == Role::Close && !glued_opener(text, mark, marks.get(index..)) {
            continue;
        }
        let rest = marks.get(index..).unwrap_or_default();
        let close = if mark.single {
            single_close(text, rest, singles_speak)
        } else {
            double_close(text, rest)
        };
        let (inner_end, end, open) = match close {
            Close::At(offset) => {
                let close = rest.get(offset).copied().unwrap_or(*mark);
                index += offset + 1;
                (close.start, close.end, false)
            }
            Close::Before(offset) => {
                // A mark opens where one is open still: the closing one is missing.
                let next = rest.get(offset).map_or(span.end as usize, |next| next.start);
                let end = Span::new(mark.end, next.max(mark.end)).trim(text).end as usize;
                index += offset;
                (end, end, false)
            }
            Close::Missing if mark.single => continue,
            Close::Missing => {
                index = marks.len();
                (span.end as usize, span.end as usize, true)
            }
        };
        if inner_end <= mark.end {
            continue;
        }
        found.push(Marked {
            span: Span::new(mark.start, end),
            inner: Span::new(mark.end, inner_end),
            block,
            single: mark.single,
            open,
            resumed: false,
        });
        if open {
            return true;
        }
    }
    false
}

/// Whether a double mark that can only close is an opener glued to the comma before it, as in
/// `she said," The plan failed."`: nothing is open, a comma or colon stands before it, and another
/// mark follows.
fn glued_opener(text: &str, mark: &Mark, rest: Option<&[Mark]>) -> bool {
    const NEAR: usize = 4;
    let after_comma = text.get(..mark.start).is_some_and(|before| before.ends_with([',', ':']));
    let straight = text.get(mark.start..mark.end) == Some("\"");
    let followed = rest.is_some_and(|rest| rest.iter().take(NEAR).any(|mark| !mark.single));
    straight && !mark.single && after_comma && followed
}

enum Close {
    /// This one of the marks that follow closes.
    At(usize),
    /// Nothing closes before this one, which opens anew.
    Before(usize),
    /// Nothing closes.
    Missing,
}

/// Which mark closes a double one. Openers of the same kind nest, unless one stands where a
/// sentence has just ended: then the mark that should have closed was left out.
fn double_close(text: &str, rest: &[Mark]) -> Close {
    let mut depth = 0_u32;
    for (offset, mark) in rest.iter().enumerate().filter(|(_, mark)| !mark.single) {
        match mark.role {
            Role::Open => {
                let before = text.get(..mark.start).unwrap_or_default().trim_end();
                if depth == 0
                    && before.ends_with([',', '.', '?', '!', '…'])
                    && before.len() < mark.start
                    && text.get(mark.start..mark.end) == Some("“")
                {
                    return Close::Before(offset);
                }
                depth += 1;
            }
            Role::Close | Role::Either if depth == 0 => return Close::At(offset),
            Role::Close | Role::Either => depth -= 1,
        }
    }
    // Nested marks that did not come out even: the last one that closes anything.
    match rest.iter().rposition(|mark| !mark.single && mark.role != Role::Open) {
        Some(offset) => Close::At(offset),
        None => Close::Missing,
    }
}

/// How many marks on a single mark is looked for its close: bounds the work on hostile text.
const SINGLE_REACH: usize = 64;

/// Which mark closes a single one. Apostrophes look the same: a mark behind a punctuation mark is
/// sure; behind a plural `s` before a lower-case word it is likely a possessive.
fn single_close(text: &str, rest: &[Mark], singles_speak: bool) -> Close {
    let mut unsure = None;
    for (offset, mark) in rest.iter().enumerate().take(SINGLE_REACH) {
        if !mark.single {
            if singles_speak {
                continue;
            }
            break;
        }
        let before = text.get(..mark.start).and_then(|head| head.chars().next_back());
        let tail = text.get(mark.end..).unwrap_or_default();
        match mark.role {
            Role::Open if singles_speak && before.is_some_and(char::is_whitespace) => {}
            Role::Open => break,
            Role::Close | Role::Either => {
                let sure = before
                    .is_some_and(|char| matches!(char, ',' | '.' | '?' | '!' | '…' | '”'))
                    || tail.starts_with([',', '.', ';', ':', ')', '?', '!'])
                    || tail.trim().is_empty();
                let possessive = before == Some('s')
                    && tail
                        .strip_prefix(' ')
                        .is_some_and(|next| next.starts_with(|char: char| char.is_lowercase()));
                if sure || !possessive && !singles_speak {
                    return Close::At(offset);
                }
                unsure = unsure.or(Some(offset));
            }
        }
    }
    unsure.map_or(Close::Missing, Close::At)
}
