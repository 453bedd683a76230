//! The corpus of expressions of time in `fixtures/dates`: the value first, then ways to say it; and
//! sentences that hold none.

use std::fmt::Write as _;
use whosaid::read::{Article, Block, BlockKind, Published, PublishedFrom};
use whosaid::text::Span;
use whosaid::{Extractor, Options};

/// The expressions found in a text: code points, text, value and type.
fn found(
    extractor: &Extractor,
    text: &str,
    published: Option<&str>,
) -> Vec<(usize, String, String)> {
    let article = Article {
        text: text.to_owned(),
        blocks: vec![Block {
            span: Span::new(0, text.len()),
            kind: BlockKind::Body,
            dateline: None,
            turn: None,
        }],
        meta: whosaid::read::Meta {
            published: published
                .map(|day| Published { day: day.to_owned(), from: PublishedFrom::Option }),
            ..Default::default()
        },
        ..Article::default()
    };
    let report = extractor.extract(&article);
    let kind = |date: &whosaid::report::Date| format!("{:?}", date.kind).to_uppercase();
    let each = report.dates.iter();
    each.map(|date| {
        (date.span.start, date.span.text.clone(), format!("{} {}", date.value, kind(date)))
    })
    .collect()
}

#[test]
fn every_way_to_say_it_has_the_value() {
    let extractor = Extractor::new(Options::default()).unwrap();
    let mut wrong = String::new();
    let mut count = 0;
    for (name, corpus) in [
        ("days", include_str!("../fixtures/dates/days.txt")),
        ("months", include_str!("../fixtures/dates/months.txt")),
        ("relative", include_str!("../fixtures/dates/relative.txt")),
        ("durations", include_str!("../fixtures/dates/durations.txt")),
        ("sets", include_str!("../fixtures/dates/sets.txt")),
        ("times", include_str!("../fixtures/dates/times.txt")),
        ("histories", include_str!("../fixtures/dates/histories.txt")),
    ] {
        let published = (name != "histories").then_some("2024-03-13");
        let mut value = "";
        for line in corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(next) = line.strip_prefix("= ") {
                value = next;
                continue;
            }
            count += 1;
            let start = line.chars().position(|char| char == '[').expect(line);
            let inner = line.split(['[', ']']).nth(1).expect(line);
            let dates = found(&extractor, &line.replace(['[', ']'], ""), published);
            if !dates.contains(&(start, inner.to_owned(), value.to_owned())) {
                writeln!(wrong, "{name}: {line:?} should be {value}, found {dates:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count >= 400, "only {count} phrases");
}

#[test]
fn sentences_without_an_expression_of_time_have_none() {
    let extractor = Extractor::new(Options::default()).unwrap();
    let mut wrong = String::new();
    let corpus = include_str!("../fixtures/dates/negative.txt");
    for line in corpus.lines().filter(|line| !line.starts_with('#')) {
        let dates = found(&extractor, line, Some("2024-03-13"));
        if !dates.is_empty() {
            writeln!(wrong, "{line:?} has none, found {dates:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn any_order_of_words_of_time_is_read_in_peace() {
    use proptest::prelude::*;
    let extractor = Extractor::new(Options::default()).unwrap();
    let words: Vec<String> = [
        include_str!("../fixtures/dates/days.txt"),
        include_str!("../fixtures/dates/months.txt"),
        include_str!("../fixtures/dates/relative.txt"),
        include_str!("../fixtures/dates/durations.txt"),
        "9999 999999999999 -1 31 0 BC million thousand hundred ’ “ ” ( - – 1/2 12:59:59 2199 0001",
    ]
    .iter()
    .flat_map(|text| text.split_whitespace())
    .map(|word| word.replace(['[', ']'], ""))
    .collect();
    let any = proptest::sample::select(words);
    let text = proptest::collection::vec(any, 1..30).prop_map(|words| words.join(" "));
    let days = proptest::option::of(proptest::sample::select(vec![
        "0001-01-01",
        "2024-02-29",
        "9999-12-31",
    ]));
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) };
    proptest!(config, |(text in text, day in days)| {
        for (start, inner, _) in found(&extractor, &text, day) {
            let there: String = text.chars().skip(start).take(inner.chars().count()).collect();
            prop_assert_eq!(there, inner);
        }
    });
}
