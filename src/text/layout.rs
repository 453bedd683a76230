//! The lay-out of a plain text: what is a line, what is a paragraph.

use super::Span;

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
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(is_line_break) {
        found.push(Span::new(start, at).trim(text));
        start = at + mark.len();
    }
    found.push(Span::new(start, text.len()).trim(text));
    found.retain(|span| !span.is_empty());
    found
}

/// Line feed, carriage return, form feed, vertical tab, next line, line and paragraph separator.
fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
