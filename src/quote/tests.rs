//! Whole quotes out of short texts; the examples of the rules that are steps of the code.

use super::*;
use crate::read::{Article, Block, BlockKind};

/// An article of body paragraphs; those that begin with a name in capitals and a colon are turns.
fn article(text: &str) -> Article {
    let block = |span: Span| {
        let name =
            span.of(text).find(':').map(|colon| Span { end: span.start + colon as u32, ..span });
        let turn = name.filter(|name| name.of(text).chars().all(char::is_uppercase));
        let kind = if turn.is_some() { BlockKind::Turn } else { BlockKind::Body };
        Block { span, kind, dateline: None, turn }
    };
    let blocks = crate::text::paragraphs(text).into_iter().map(block).collect();
    Article { text: text.to_owned(), blocks, ..Article::default() }
}

/// Each quote's text, speaker and rule.
fn quotes(registry: &Registry, text: &str) -> Vec<(String, Option<String>, String)> {
    let article = article(text);
    let document = Document::new(&article, registry.lexicon());
    let marked = pair(text, &article.blocks);
    let reading = Reading::new(&document, &marked, &[]);
    let rules = registry.family("quote");
    find(&document, &marked, &reading, registry, &rules, &mut Scratch::default())
        .into_iter()
        .map(|quote| {
            let said = quote.attribution;
            let spans: Vec<&str> = quote.spans.iter().map(|span| span.of(text)).collect();
            (spans.join(" "), said.speaker.map(|span| span.of(text).to_owned()), said.rule)
        })
        .collect()
}

/// The rule of each quotation: a quote joined from several keeps the rule of its first.
fn attributed(registry: &Registry, text: &str) -> Vec<(String, Option<String>)> {
    let article = article(text);
    let document = Document::new(&article, registry.lexicon());
    let marked = pair(text, &article.blocks);
    let reading = Reading::new(&document, &marked, &[]);
    let rules = registry.family("quote");
    let mut found =
        attribute(&document, &reading, &marked, registry, &rules, &mut Scratch::default());
    carry(&document, &reading, &marked, &mut found);
    let all = found.of.into_iter().zip(&marked);
    let alone = |marked| in_turn(&document, marked).or_else(|| unattributed(&document, marked));
    all.filter_map(|(said, marked)| said.or_else(|| alone(marked)))
        .map(|said| (said.rule, said.speaker.map(|span| span.of(text).to_owned())))
        .collect()
}

#[test]
fn examples_of_the_steps() {
    let registry = Registry::builtin().unwrap();
    let steps =
        registry.rules().iter().filter(|rule| rule.how.is_some() && rule.family() == "quote");
    let mut wrong = Vec::new();
    for rule in steps {
        for example in &rule.examples {
            let found = attributed(&registry, &example.text);
            let speaker = example.groups.get("speaker");
            if !found.iter().any(|(id, said)| *id == rule.id && said.as_ref() == speaker) {
                wrong.push(format!("{}: {:?} gives {found:?}", rule.id, example.text));
            }
        }
        for reject in &rule.rejects {
            let found = attributed(&registry, &reject.text);
            if found.iter().any(|(id, _)| *id == rule.id) {
                wrong.push(format!(
                    "{}: {:?} ({}) gives {found:?}",
                    rule.id, reject.text, reject.reason
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_split_quotation_is_one_quote() {
    let registry = Registry::builtin().unwrap();
    let text = "“The plan,” he added, “is not open to debate.” Mr. Weiss left.";
    let expected = (
        "“The plan,” “is not open to debate.”".to_owned(),
        Some("he".to_owned()),
        "quote/quote-speaker-verb".to_owned(),
    );
    assert_eq!(quotes(&registry, text), [expected]);
}
