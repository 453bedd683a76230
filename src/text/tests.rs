//! Words of sentences.

use super::{Span, split_words};
use crate::lexicon::Lexicon;

fn words(text: &str) -> Vec<&str> {
    let lexicon = Lexicon::default();
    let mut words = Vec::new();
    split_words(text, Span::new(0, text.len()), &lexicon, &mut words);
    words.iter().map(|word| word.span.of(text)).collect()
}

#[test]
fn words_of_news() {
    assert_eq!(
        words("Mr. O’Neil’s aides didn't, he's sure."),
        ["Mr.", "O’Neil", "’s", "aides", "didn't", ",", "he", "'s", "sure", "."]
    );
    assert_eq!(
        words("The 34-year-old paid $1,200.50 (U.S.) at 10:35 a.m."),
        [
            "The", "34", "-", "year", "-", "old", "paid", "$", "1,200.50", "(", "U.S.", ")", "at",
            "10:35", "a.m."
        ]
    );
    assert_eq!(
        words("“No,” J.D. Roe of AT&T wrote @roe_2 — 2017-07-08 -- 2014-15"),
        [
            "“",
            "No",
            ",",
            "”",
            "J.D.",
            "Roe",
            "of",
            "AT&T",
            "wrote",
            "@roe_2",
            "—",
            "2017-07-08",
            "--",
            "2014",
            "-",
            "15"
        ]
    );
    assert_eq!(
        words("see https://example.org/a?b=c. the writers’ ``plan''"),
        ["see", "https://example.org/a?b=c.", "the", "writers", "’", "``", "plan", "''"]
    );
}

#[test]
fn spans_lie_on_character_boundaries_of_any_text() {
    use proptest::prelude::*;
    proptest!(|(text in "\\PC{0,80}")| {
        let lexicon = Lexicon::default();
        let mut found = Vec::new();
        split_words(&text, Span::new(0, text.len()), &lexicon, &mut found);
        let mut last = 0;
        for word in &found {
            prop_assert!(text.get(word.span.range()).is_some());
            prop_assert!(word.span.start >= last && !word.span.is_empty());
            last = word.span.end;
        }
    });
}
