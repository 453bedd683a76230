//! Noun phrases of whole sentences.

use super::*;
use crate::lexicon::Lexicon;
use crate::quote::{folds, pair};
use crate::read::{Article, Block, BlockKind};
use crate::text::{Document, Span};

/// The noun phrases of one sentence, in order.
fn phrases(text: &str) -> Vec<String> {
    let lexicon = Lexicon::builtin();
    let span = Span::new(0, text.len());
    let article = Article {
        text: text.to_owned(),
        blocks: vec![Block { span, kind: BlockKind::Body, dateline: None, turn: None }],
        ..Article::default()
    };
    let document = Document::new(&article, &lexicon);
    let view = View::new(&document, &folds(text, &pair(text, &article.blocks), &[]));
    let lengths = noun_phrases(&view, text);
    let ends = |at: usize, length: u16| {
        let last = view.words[at + usize::from(length) - 1].span;
        view.words[at].span.join(last).of(text).to_owned()
    };
    lengths
        .iter()
        .enumerate()
        .filter(|(_, length)| **length > 0)
        .map(|(at, length)| ends(at, *length))
        .collect()
}

#[test]
fn names_titles_and_descriptions() {
    assert_eq!(
        phrases("Secretary of State Anna Roe said the proposed rules would help two small towns."),
        ["Secretary of State Anna Roe", "the proposed rules", "two small towns"]
    );
    assert_eq!(
        phrases("A spokeswoman for the city's water agency told reporters she had no answer."),
        ["A spokeswoman", "the city's water agency", "reporters", "she", "no answer"]
    );
    assert_eq!(
        phrases("He plans to meet campaign officials, who said the company plans a sale."),
        ["He", "campaign officials", "who", "the company", "a sale"]
    );
    assert_eq!(
        phrases("“It is late,” the 34-year-old pilot from Oslo told Reed."),
        ["the 34-year-old pilot", "Oslo", "Reed"]
    );
}
