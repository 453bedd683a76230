//! The lay-out of a plain text: what is a line, what is a paragraph.
//!
//! In most files a line is a paragraph. In a *hard-wrapped* text lines have a common width and end
//! where it is used up; there only a blank line, an indent, a list mark, a ruler or a clearly short
//! line ends a paragraph.

use super::Span;
use super::sentence::ends_with_title;

/// The paragraphs of `text` in order, as byte spans without white space around them.
///
/// A paragraph is what the writer set apart: it may stretch over several lines of a hard-wrapped
/// text, and a heading, a list item or a ruler is one of its own. Everything between two
/// paragraphs is white space.
///
/// ```
/// use whosaid::text::paragraphs;
/// let text = "A headline\r\n\r\nThe first paragraph.\r\nThe second.";
/// let found: Vec<&str> = paragraphs(text).into_iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["A headline", "The first paragraph.", "The second."]);
/// ```
pub fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let mut found: Vec<Span> = Vec::new();
    let wrap = wrap_width(text, &lines);
    let mut above: Option<&Line> = None;
    let mut item = None;
    for line in &lines {
        if line.span.is_empty() {
            above = None;
            continue;
        }
        let joins = wrap
            .zip(above)
            .is_some_and(|(wrap, above)| !starts_paragraph(text, above, line, wrap, item));
        match found.last_mut() {
            Some(last) if joins => *last = last.join(line.span),
            _ => {
                found.push(line.span);
                item = list_mark(line.span.of(text));
            }
        }
        above = Some(line);
    }
    found
}

/// A line without the white space around it; empty if it has nothing that can be seen.
#[derive(Debug, Clone, Copy)]
struct Line {
    span: Span,
    /// Columns of white space before it.
    indent: usize,
    /// Columns up to its last character.
    width: usize,
}

impl Line {
    fn new(text: &str, start: usize, end: usize) -> Self {
        let whole = Span::new(start, end);
        let mut span = whole.trim(text);
        if span.of(text).chars().all(is_invisible) {
            span.end = span.start;
        }
        let before = Span { start: whole.start, end: span.start }.of(text);
        let indent = before.chars().map(|space| if space == '\t' { 8 } else { 1 }).sum();
        Self { span, indent, width: indent + span.of(text).chars().count() }
    }
}

/// Line feed, carriage return, form feed, vertical tab, next line, line and paragraph separator
/// end a line; a carriage return and its line feed leave a line of nothing between them, which is
/// not kept.
fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(offset) =
        bytes.get(at..).and_then(|rest| rest.iter().position(|&byte| may_break(byte)))
    {
        at += offset;
        let size = match bytes.get(at..).unwrap_or_default() {
            [b'\r', b'\n', ..] | [0xc2, 0x85, ..] => 2,
            [b'\n' | b'\r' | 0xb | 0xc, ..] => 1,
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
            _ => 0,
        };
        if size > 0 {
            lines.push(Line::new(text, start, at));
            start = at + size;
        }
        at += size.max(1);
    }
    lines.push(Line::new(text, start, text.len()));
    lines
}

/// Whether a line break may begin with this byte.
fn may_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | 0xb | 0xc | 0xc2 | 0xe2)
}

fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The width that a hard-wrapped text is wrapped at, in columns; `None` if its lines are paragraphs.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let mut widths = Vec::new();
    let (mut fitting, mut long, mut unfinished, mut running) = (0, 0, 0, 0);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if line.span.is_empty() || next.span.is_empty() {
            continue;
        }
        widths.push(line.width);
        fitting += usize::from((50..=100).contains(&line.width));
        long += usize::from(line.width > 100);
        if !is_finished(line.span.of(text)) {
            unfinished += 1;
            running += usize::from(next.span.of(text).starts_with(char::is_lowercase));
        }
    }
    let count = widths.len();
    let common = count > 2 && fitting * 5 >= count * 3 && long * 20 <= count;
    let wrapped = common && unfinished * 3 >= count && running * 6 >= count
        || running * 5 >= count * 2
            && count > 0
            && (ends_finished(text, lines) || count > 9 && unfinished < count);
    if !wrapped {
        return None;
    }
    let rank = (count - 1) * 19 / 20;
    let (_, width, _) = widths.select_nth_unstable(rank);
    Some(*width)
}

fn ends_finished(text: &str, lines: &[Line]) -> bool {
    let last = lines.iter().rev().find(|line| !line.span.is_empty());
    last.is_some_and(|line| is_finished(line.span.of(text)))
}

/// Whether a line ends in a stop, with or without closing marks behind it.
fn is_finished(line: &str) -> bool {
    let closers = ['"', '\'', '”', '’', ')', ']', '»'];
    line.trim_end_matches(closers).ends_with(['.', '!', '?', '…'])
}

/// Whether a paragraph begins with `line`, which directly follows `above` in a hard-wrapped text.
fn starts_paragraph(
    text: &str,
    above: &Line,
    line: &Line,
    wrap: usize,
    item: Option<ListMark>,
) -> bool {
    let (before, here) = (above.span.of(text), line.span.of(text));
    if is_ruler(before) || is_ruler(here) {
        return true;
    }
    // The wrapper would have put the next word on the line above if there had not been an end.
    let word = here.split_whitespace().next().map_or(0, |word| word.chars().count());
    let room = |slack: usize| above.width + 1 + word + slack <= wrap;
    let finished = is_finished(before);
    let mark = list_mark(here);
    if mark == Some(ListMark::Bullet)
        || mark.is_some() && (mark == item || finished || before.ends_with(':') && room(0))
    {
        return true;
    }
    if line.indent >= above.indent + 2 && item.is_none() {
        return true;
    }
    let first = here.chars().find(|character| character.is_alphanumeric());
    if first.is_none_or(char::is_lowercase) || ends_with_title(before) {
        return false;
    }
    room(wrap / 6) && (finished || above.width * 5 <= wrap * 3)
}

/// What a line of a list begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListMark {
    /// `•`, `*`.
    Bullet,
    /// `-`, `–`: also a dash of the sentence that runs on.
    Dash,
    /// `1.`, `a)`, `(b)`.
    Label,
}

fn list_mark(line: &str) -> Option<ListMark> {
    let mut characters = line.chars();
    let first = characters.next()?;
    match first {
        '•' | '⁃' | '‣' | '▪' | '◦' | '●' | '■' => return Some(ListMark::Bullet),
        '*' if characters.next()?.is_whitespace() => return Some(ListMark::Bullet),
        '-' | '–' | '—' if characters.next()?.is_whitespace() => return Some(ListMark::Dash),
        _ => {}
    }
    let word = line.split_whitespace().next()?;
    let label = word.strip_suffix([')', '.'])?;
    let label = label.strip_suffix('.').unwrap_or(label);
    let label = label.strip_prefix('(').unwrap_or(label);
    let number = label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit());
    let letter = label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_lowercase());
    (!label.is_empty() && (number || letter)).then_some(ListMark::Label)
}

/// A line of marks and nothing else, or `-30-`.
fn is_ruler(line: &str) -> bool {
    let marks = |character: char| {
        matches!(character, '_' | '*' | '-' | '–' | '—' | '=' | '#' | '~' | '•' | '+' | ' ')
    };
    let inner = line.trim_matches(marks);
    inner.is_empty() || inner == "30" && inner.len() < line.len()
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    fn found(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn every_kind_of_line_break_counts() {
        let text = "one\ntwo\r\nthree\rfour\u{c}five\u{2028}six\u{2029}seven\u{85}eight\n\n\n";
        let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
        assert_eq!(found(text), numbers);
    }

    #[test]
    fn what_cannot_be_seen_is_no_paragraph() {
        assert!(found("").is_empty());
        assert!(found(" \n\u{feff}\n\u{200b}\r\n\t").is_empty());
    }

    #[test]
    fn a_line_is_a_paragraph_where_lines_end_with_their_sentences() {
        let text = "The mill burned down on Monday, the county's fire chief said.\n\
                    Nobody was inside when the roof came down, he added.\n\
                    The owners hope to build a new one on the same ground by spring.\n";
        assert_eq!(found(text).len(), 3);
    }

    #[test]
    fn headlines_of_a_common_width_are_not_wrapped() {
        let text = "Council votes to close the old bridge over the river\n\
                    Farmers ask for help after the third dry summer in a row\n\
                    Harbour to get a second crane before the end of the year\n\
                    Library opens its doors again after a year of repairs\n";
        assert_eq!(found(text).len(), 4);
    }

    const WRAPPED: &str = "MILL BURNS DOWN\n\
        The mill at the end of Harbour Road burned down on Monday night, and\n\
        the fire chief said that nobody had been inside when the roof fell\n\
        and the walls came down. It was the third fire there this year, and\n\
        people have begun to ask why.\n\
        The owners hope to build a new mill on the same ground by spring, as\n\
        the county needs one more than ever after two good harvests, and Dr.\n\
        Ilse Marten, who leads the council, promised them her help with it.\n\
        \x20  She will report in May, after the council has met for the second\n\
        time, and when it has heard from the bank. In the meantime, she asks\n\
        everybody to note:\n\
        - the road stays closed, and drivers have to go around by the old\n\
        \x20 quarry;\n\
        - the harbour stays open.\n\
        ___\n\
        More of this tomorrow.\n";

    #[test]
    fn wrapped_lines_are_joined_up_to_a_short_line_an_indent_an_item_or_a_ruler() {
        let begins: Vec<&str> =
            found(WRAPPED).into_iter().filter_map(|text| text.split_whitespace().nth(1)).collect();
        assert_eq!(
            begins,
            ["BURNS", "mill", "owners", "will", "the", "the", "of"],
            "{:#?}",
            found(WRAPPED)
        );
    }

    #[test]
    fn one_break_in_a_sentence_is_enough() {
        assert_eq!(found("The ferry was late because\nof the fog. Nobody minded.").len(), 1);
        assert_eq!(found("bread\nsalted butter\nmilk").len(), 3);
    }
}
