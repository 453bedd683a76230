//! Byte offsets to code points: what the rooms count in, and what the record counts in.

use super::TextSpan;
use crate::text::Span;

/// Byte offsets to code points for one text, counted once.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before each 64-byte step; empty for ASCII text.
    steps: Vec<u32>,
}

const STEP: usize = 64;

impl<'t> CodePoints<'t> {
    /// Counts the code points of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut steps = Vec::new();
        if !text.is_ascii() {
            let mut seen = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                steps.push(seen);
                seen += chunk.iter().filter(|byte| !is_continuation(**byte)).count() as u32;
            }
            steps.push(seen);
        }
        Self { text, steps }
    }

    /// Code points before byte `offset`.
    pub fn at(&self, offset: u32) -> usize {
        let offset = offset as usize;
        let Some(&before) = self.steps.get(offset / STEP) else { return offset };
        let bytes = self.text.as_bytes().get(offset / STEP * STEP..offset).unwrap_or_default();
        before as usize + bytes.iter().filter(|byte| !is_continuation(**byte)).count()
    }

    /// The record's form of a span.
    pub fn span(&self, span: Span) -> TextSpan {
        TextSpan {
            start: self.at(span.start),
            end: self.at(span.end),
            text: span.of(self.text).to_owned(),
        }
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_of_mixed_text() {
        let text =
            "“é” 漢字 and a long tail so that several steps are needed for the offsets — yes.";
        let points = CodePoints::new(text);
        for (count, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(offset as u32), count);
        }
        assert_eq!(points.at(text.len() as u32), text.chars().count());
    }
}
