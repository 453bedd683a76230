//! Where in the article a fact stands, as people count.

use crate::report::{Report, TextSpan};

/// Looks up lines and sentences of one article.
#[derive(Debug)]
pub(super) struct Places<'r> {
    report: &'r Report,
    /// Code points before each line, where the text is known.
    lines: Option<Vec<usize>>,
}

impl<'r> Places<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let lines = report.text.as_deref().map(|text| {
            let breaks = text.chars().enumerate().filter(|(_, letter)| *letter == '\n');
            std::iter::once(0).chain(breaks.map(|(place, _)| place + 1)).collect()
        });
        Self { report, lines }
    }

    /// Line of the code point `start`, from 1; `None` where the record is without its text.
    pub(super) fn line(&self, start: usize) -> Option<usize> {
        self.lines.as_ref().map(|lines| lines.partition_point(|line| *line <= start))
    }

    /// Line of the first of these spans.
    pub(super) fn line_of(&self, spans: &[TextSpan]) -> Option<usize> {
        spans.first().and_then(|span| self.line(span.start))
    }

    /// Index of the sentence that code point `start` stands in, from 0.
    pub(super) fn sentence(&self, start: usize) -> Option<usize> {
        let sentences = self.report.sentences.as_ref()?;
        let index = sentences.partition_point(|sentence| sentence.start <= start).checked_sub(1)?;
        sentences.get(index).filter(|sentence| start < sentence.end).map(|_| index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    #[test]
    fn lines_and_sentences() {
        let report = sample::report();
        let places = Places::new(&report);
        assert_eq!((places.line(0), places.line(14), places.line(15)), (Some(1), Some(1), Some(2)));
        assert_eq!(places.line_of(&report.quotes[0].spans), Some(3));
        assert_eq!(places.sentence(report.dates[0].span.start), Some(1));
        assert_eq!(places.sentence(15), None);
        let bare = Report { text: None, sentences: None, ..sample::report() };
        let places = Places::new(&bare);
        assert_eq!((places.line(0), places.sentence(0)), (None, None));
    }
}
