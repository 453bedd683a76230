//! The differences between what a reader finds and what the program says.

use crate::expected::{Expected, Fact};
use crate::record::{Record, list, one_line, text_at};
use serde_json::Value;
use std::collections::BTreeMap;

/// One difference: what it is, as listed among the known gaps, and how it looks.
pub(crate) struct Difference {
    pub(crate) what: String,
    pub(crate) detail: String,
}

fn difference(what: String, detail: String) -> Difference {
    Difference { what, detail }
}

/// A fact as the program gives it.
struct Found {
    kind: &'static str,
    key: String,
    fields: BTreeMap<&'static str, String>,
}

/// All differences of one article.
pub(crate) fn article(expected: &Expected, record: &Record) -> Vec<Difference> {
    let mut differences = meta(expected, &record.0["article"]);
    differences.extend(blocks(expected, &record.sentences()));
    let mut found = facts(&record.0);
    if !expected.facts.iter().any(|fact| fact.kind == "quantity") {
        found.retain(|fact| fact.kind != "quantity");
    }
    differences.extend(compare(&expected.facts, found));
    differences
}

fn meta(expected: &Expected, article: &Value) -> Vec<Difference> {
    let of = |name: &str| match name {
        "authors" => {
            let authors: Vec<&str> =
                list(article, "authors").iter().filter_map(Value::as_str).collect();
            if authors.is_empty() { "-".to_owned() } else { authors.join("; ") }
        }
        "published" if article["published"].is_null() => "-".to_owned(),
        "published" => {
            format!("{} | {}", text_at(article, "/published"), text_at(article, "/published_from"))
        }
        _ => text_at(article, &format!("/{name}")),
    };
    let mut differences = Vec::new();
    for (name, value) in &expected.meta {
        let found = of(name);
        if &found != value {
            let detail = format!(": expected {value:?}, found {found:?}");
            differences.push(difference(name.clone(), detail));
        }
    }
    differences
}

/// Blocks by their text: the sentences of a block follow each other and make it up.
fn blocks(expected: &Expected, sentences: &[(String, String)]) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut covered = vec![false; sentences.len()];
    for (kinds, text) in &expected.blocks {
        let start =
            (0..sentences.len()).find(|&at| !covered[at] && text.starts_with(&sentences[at].1));
        let mut rest = text.as_str();
        for at in start.unwrap_or(sentences.len())..sentences.len() {
            let Some(after) = rest.strip_prefix(sentences[at].1.as_str()) else { break };
            rest = after.trim_start();
            covered[at] = true;
            if !kinds.contains(&sentences[at].0) {
                let detail = format!(": expected {kinds:?}, found {:?}", sentences[at].0);
                differences.push(difference(format!("block {text}: kind"), detail));
                break;
            }
        }
        if !rest.is_empty() && rest.len() == text.len() {
            differences.push(difference(format!("missing block {text}"), String::new()));
        }
    }
    for (at, (kind, text)) in sentences.iter().enumerate() {
        if !covered[at] && kind != "body" && kind != "turn" && !expected.blocks.is_empty() {
            differences.push(difference(format!("unexpected {kind} {text}"), String::new()));
        }
    }
    for (kind, count) in &expected.counts {
        let of_kind: Vec<&str> = sentences
            .iter()
            .enumerate()
            .filter(|(at, sentence)| !covered[*at] && &sentence.0 == kind)
            .map(|(_, sentence)| sentence.1.as_str())
            .collect();
        if of_kind.len() != *count {
            let detail = format!(
                ": expected {count}, found {}:\n    {}",
                of_kind.len(),
                of_kind.join("\n    ")
            );
            differences.push(difference(format!("sentences of {kind}"), detail));
        }
    }
    differences
}

fn facts(record: &Value) -> Vec<Found> {
    let mut found = Vec::new();
    for quote in list(record, "quotes") {
        let spans: Vec<String> =
            list(quote, "spans").iter().map(|span| text_at(span, "/text")).collect();
        let statement = list(record, "claims")
            .iter()
            .any(|claim| claim["kind"] == "direct" && list(claim, "quotes").contains(&quote["id"]));
        let mut fields = attribution(quote);
        fields.insert("statement", statement.to_string());
        found.push(Found { kind: "quote", key: spans.join(" + "), fields });
    }
    for claim in list(record, "claims") {
        for quantity in list(claim, "quantities") {
            let fields = ["/value", "/unit", "/approximate", "/direction"];
            found.push(fact("quantity", text_at(quantity, "/text"), quantity, &fields));
        }
        if claim["kind"] == "direct" && !list(claim, "quotes").is_empty() {
            continue; // the quote's `statement`
        }
        let mut fields = attribution(claim);
        for (name, pointer) in [
            ("stance", "/stance"),
            ("form", "/form"),
            ("polarity", "/polarity"),
            ("hedged", "/hedged"),
            ("addressee", "/addressee/text"),
        ] {
            fields.insert(name, text_at(claim, pointer));
        }
        let key = text_at(claim, "/text");
        found.push(Found { kind: "claim", key, fields });
    }
    for date in list(record, "dates") {
        let fields = ["/type", "/value", "/mod", "/anchor"];
        found.push(fact("date", text_at(date, "/text"), date, &fields));
    }
    for speaker in list(record, "speakers") {
        found.push(fact("speaker", text_at(speaker, "/name"), speaker, &["/kind", "/gender"]));
    }
    found
}

fn fact(kind: &'static str, key: String, value: &Value, pointers: &[&'static str]) -> Found {
    let fields = pointers
        .iter()
        .map(|pointer| (pointer.trim_start_matches('/'), text_at(value, pointer)))
        .collect();
    Found { kind, key, fields }
}

/// What quotes and claims have in common.
fn attribution(fact: &Value) -> BTreeMap<&'static str, String> {
    [
        ("kind", "/kind"),
        ("speaker", "/speaker/name"),
        ("mention", "/speaker/mention/text"),
        ("cue", "/cue/text"),
        ("said_on", "/said_on"),
    ]
    .into_iter()
    .map(|(name, pointer)| (name, text_at(fact, pointer)))
    .collect()
}

fn compare(expected: &[Fact], mut found: Vec<Found>) -> Vec<Difference> {
    let mut differences = Vec::new();
    for fact in expected {
        let candidates = (0..found.len())
            .filter(|&at| found[at].kind == fact.kind && any(fact.kind, &fact.key, &found[at].key));
        let best = candidates.min_by_key(|&at| (wrong(fact, &found[at]).len(), at));
        let Some(best) = best else {
            // A speaker whose facts are missing is no gap of its own.
            if !fact.optional && fact.kind != "speaker" {
                let what = format!("missing {} {}", fact.kind, fact.key[0]);
                differences.push(difference(what, String::new()));
            }
            continue;
        };
        let match_ = found.remove(best);
        for (name, value, right) in wrong(fact, &match_) {
            let what = format!("{} {}: {name}", fact.kind, fact.key[0]);
            let detail = format!(": expected {:?}, found {value:?}", right.join(" / "));
            differences.push(difference(what, detail));
        }
    }
    for left in found.iter().filter(|found| found.kind != "speaker") {
        let detail = left
            .fields
            .get("speaker")
            .map(|speaker| format!("  [{speaker}; {}]", left.fields["cue"]))
            .unwrap_or_default();
        differences.push(difference(format!("unexpected {} {}", left.kind, left.key), detail));
    }
    differences
}

/// Fields that are not as expected: name, value found, values that are right.
fn wrong<'f>(fact: &'f Fact, found: &'f Found) -> Vec<(&'static str, &'f str, &'f [String])> {
    fact.fields
        .iter()
        .filter_map(|(name, right)| {
            let value = found.fields.get(name).map_or("-", String::as_str);
            (!any(name, right, value)).then_some((*name, value, right.as_slice()))
        })
        .collect()
}

/// Names are compared without a leading article and without case, all else as it stands.
fn any(name: &str, right: &[String], value: &str) -> bool {
    let bare = |text: &str| {
        let text = one_line(text).to_lowercase();
        ["the ", "a ", "an "]
            .iter()
            .find_map(|article| text.strip_prefix(article).map(str::to_owned))
            .unwrap_or(text)
    };
    if name == "claim" {
        let bare = |text: &str| text.trim_end_matches('.').to_owned();
        right.iter().any(|right| bare(right) == bare(value))
    } else if name == "speaker" {
        right.iter().any(|right| bare(right) == bare(value))
    } else if name == "value" {
        let number = |text: &str| text.parse::<f64>().ok();
        right.iter().any(|right| {
            right == value || number(value).is_some_and(|found| number(right) == Some(found))
        })
    } else {
        right.iter().any(|right| right == value)
    }
}

#[test]
fn a_wrong_fact_is_a_difference() {
    let expected = crate::expected::parse(
        "example",
        "date | DATE | Monday | 2024-01-01\ndate | DATE | May | 2024-05\ndate? | DATE | now | X\n",
    );
    let found = |key: &str, value: &str| {
        fact(
            "date",
            key.to_owned(),
            &serde_json::json!({"type": "DATE", "value": value, "mod": null}),
            &["/type", "/value", "/mod"],
        )
    };
    let differences =
        compare(&expected.facts, vec![found("Monday", "2024-01-08"), found("June", "2024-06")]);
    let whats: Vec<&str> = differences.iter().map(|difference| difference.what.as_str()).collect();
    assert_eq!(whats, ["date Monday: value", "missing date May", "unexpected date June"]);
}
