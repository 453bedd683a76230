//! Turns of an interview or a transcript: `NAME: text`, `Q.` and `A.`.

use super::shape::is_capitalised;
use crate::text::Span;
use rustc_hash::FxHashMap;

/// How sure the shape alone makes it that a paragraph is a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `Q:`, `A.`
    Letter,
    /// `SMITH:`
    Capitals,
    /// `Ann Smith:`
    Mixed,
}

/// The longest name before a colon.
const REACH: usize = 60;

/// Labels before a colon that name nobody.
const NO_NAMES: [&str; 22] = [
    "note",
    "update",
    "correction",
    "clarification",
    "related",
    "more",
    "read",
    "watch",
    "photo",
    "video",
    "source",
    "sources",
    "photos",
    "breaking",
    "warning",
    "image",
    "listen",
    "contact",
    "tags",
    "topics",
    "location",
    "price",
];

/// For each paragraph the name before the colon, where it is a turn: the shape must come again.
pub(super) fn find(text: &str, paragraphs: &[Span]) -> Vec<Option<Span>> {
    let found: Vec<_> = paragraphs.iter().map(|span| name_of(span.of(text))).collect();
    let count = |form| found.iter().flatten().filter(|(_, one)| *one == form).count();
    let (letters, capitals, mixed) =
        (count(Form::Letter), count(Form::Capitals), count(Form::Mixed));
    if letters + capitals + mixed < 2 {
        return vec![None; paragraphs.len()];
    }
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    for (span, (length, _)) in paragraphs.iter().zip(&found).filter_map(|(s, f)| Some((s, (*f)?))) {
        *times.entry(span.of(text).get(..length).unwrap_or_default()).or_default() += 1;
    }
    let name = |span: Span, length| span.of(text).get(..length).unwrap_or_default();
    let again = |name: &str| times.get(name).is_some_and(|times| *times > 1);
    let returning = times.values().filter(|times| **times > 1).count();
    let is_turn = |span: Span, length: usize, form| match form {
        Form::Letter => letters > 1,
        Form::Capitals => capitals > 1 && (returning > 0 || capitals > 3),
        Form::Mixed => {
            mixed > 2
                && returning > 0
                && (again(name(span, length)) || name(span, length).contains(' '))
        }
    };
    let turn = |(span, found): (&Span, &Option<(usize, Form)>)| {
        let (length, form) = (*found)?;
        let start = span.start as usize;
        is_turn(*span, length, form).then(|| Span::new(start, start + length))
    };
    paragraphs.iter().zip(&found).map(turn).collect()
}

/// The length of the name at the head of a paragraph, and its form.
fn name_of(paragraph: &str) -> Option<(usize, Form)> {
    if let Some(rest) = paragraph.strip_prefix(['Q', 'A'])
        && let Some(rest) = rest.strip_prefix([':', '.'])
    {
        return rest.starts_with([' ', '\u{a0}', '\t']).then_some((1, Form::Letter));
    }
    let colon = paragraph.bytes().take(REACH).position(|byte| byte == b':')?;
    let name = paragraph.get(..colon)?;
    let after = paragraph.get(colon + 1..)?;
    let bare = name.split_once('(').map_or(name, |(head, _)| head).trim_end();
    let mut words = 0;
    for word in bare.split_whitespace() {
        let letters =
            |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’' | ',' | '#');
        if !word.chars().all(letters) {
            return None;
        }
        words += usize::from(is_capitalised(word));
        if !is_capitalised(word) && !matches!(word, "de" | "van" | "von" | "der" | "al" | "of") {
            return None;
        }
    }
    let known = NO_NAMES.iter().any(|label| bare.eq_ignore_ascii_case(label));
    if !(1..=6).contains(&words) || known || !after.starts_with(char::is_whitespace) {
        return None;
    }
    let capitals = !bare.chars().any(char::is_lowercase) && bare.len() > 1;
    if !capitals && words > 4 {
        return None;
    }
    Some((bare.len(), if capitals { Form::Capitals } else { Form::Mixed }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs;

    fn turns(text: &str) -> Vec<&str> {
        let spans = find(text, &paragraphs(text));
        spans.into_iter().map(|span| span.map_or("", |span| span.of(text))).collect()
    }

    #[test]
    fn letters_names_and_capitals_that_come_again() {
        assert_eq!(turns("Q: Why?\nA: Because.\nShe laughed."), ["Q", "A", ""]);
        assert_eq!(turns("Q. Why now?\nA. Because."), ["Q", "A"]);
        assert_eq!(
            turns("TALBOT: Good evening.\nGOV. AHN (on camera): Good evening.\nTALBOT: So?"),
            ["TALBOT", "GOV. AHN", "TALBOT"]
        );
        assert_eq!(
            turns("Ines Talbot: Why?\nRolf Ahn: Why not?\nInes Talbot: Well."),
            ["Ines Talbot", "Rolf Ahn", "Ines Talbot"]
        );
        assert_eq!(
            turns("ANN AHN: Why?\nQUINN: Why not?\nANN AHN: Well?"),
            ["ANN AHN", "QUINN", "ANN AHN"]
        );
    }

    #[test]
    fn a_colon_alone_makes_no_turn() {
        assert_eq!(turns("Talbot: I was there all along\nThe inquiry went on."), ["", ""]);
        assert_eq!(turns("Strength: Speed.\nWeakness: Rain.\nPrice: 5 crowns."), ["", "", ""]);
        assert_eq!(turns("A. The first point.\nThe second."), ["", ""]);
    }
}
