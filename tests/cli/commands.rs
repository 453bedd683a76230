//! The commands that tell about the program itself.

use crate::program::Folder;

#[test]
fn rules_and_their_explanations() {
    let folder = Folder::new();
    let table = folder.run(&["rules"]);
    assert_eq!((table.code, table.err.as_str()), (Some(0), ""));
    let json = folder.run(&["rules", "--to", "json"]);
    let rules: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    let ids: Vec<&str> =
        rules.as_array().expect("an array").iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert!(!ids.is_empty() && ids.iter().all(|id| table.out.contains(id)));
    assert!(folder.run(&["rules", "--to", "markdown"]).out.starts_with("## "));
    for id in ids {
        let ran = folder.run(&["explain", id]);
        assert!(ran.out.starts_with(id), "{}", ran.out);
    }
}

#[test]
fn an_unknown_rule_names_the_nearest() {
    let folder = Folder::new();
    let ran = folder.run(&["explain", "quote/quote-verb-speakr"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("did you mean quote/quote-verb-speaker?"), "{}", ran.err);
    let ran = folder.run(&["explain", "xyzzy"]);
    assert!(ran.err.contains("`whosaid rules`"), "{}", ran.err);
    assert!(folder.run(&["explain", "quote-verb-speaker"]).out.starts_with("quote/"));
}

#[test]
fn schema_completions_and_manual() {
    let folder = Folder::new();
    let schema: serde_json::Value =
        serde_json::from_str(&folder.run(&["schema"]).out).expect("JSON");
    assert_eq!(schema["properties"]["schema"]["const"], "whosaid/1");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.run(&["completions", shell]).out;
        assert!(script.contains("max-record"), "{shell}");
    }
    let page = folder.run(&["man"]).out;
    assert!(page.contains(".TH") && page.contains("max\\-record"), "{page}");
}

const ARTICLES: &str = "\
{\"id\":1,\"date\":\"2024-05-04\",\"outlet\":\"Echo\",\"text\":\"“The pier will close,” Mayor Ana Kovač said. It rained.\"}
{\"id\":2,\"date\":\"2024-06-04\",\"outlet\":\"Echo\",\"text\":\"“The pier is shut for good,” said Tom Reed.\"}
broken
";

#[test]
fn counts_are_the_same_from_articles_and_from_records() {
    let folder = Folder::with("a.jsonl", ARTICLES);
    assert_eq!(folder.run(&["-o", "facts.jsonl", "a.jsonl"]).code, Some(0));
    for args in [
        &["--to", "json"][..],
        &["--to", "csv", "--by", "month,gender"],
        &["--to", "table", "--by", "cue"],
        &["--min-confidence", "0.01"],
    ] {
        let stats = |input: &str| folder.run(&[&["stats"], args, &[input]].concat());
        let (one, two) = (stats("a.jsonl"), stats("facts.jsonl"));
        assert_eq!((one.code, two.code), (Some(0), Some(0)), "{}{}", one.err, two.err);
        assert_eq!(one.out, two.out);
    }
    let json: serde_json::Value =
        serde_json::from_str(&folder.run(&["stats", "facts.jsonl"]).out).expect("JSON");
    assert_eq!(json["total"]["articles"], 2);
    assert_eq!(json["total"]["quotes"], 2);
    let speakers: Vec<&str> = json["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .filter_map(|row| row["speaker"].as_str())
        .collect();
    assert!(speakers.contains(&"Tom Reed"), "{speakers:?}");
    let csv = folder.run(&["stats", "--by", "outlet", "-o", "s.csv", "a.jsonl"]);
    assert_eq!((csv.out.as_str(), csv.code), ("", Some(0)));
    assert!(folder.read("s.csv").starts_with("outlet,articles,quotes,words,claims\nEcho,2,2,"));
}

#[test]
fn a_page_from_articles_and_from_records() {
    let folder = Folder::with("a.jsonl", ARTICLES);
    assert_eq!(folder.run(&["report", "-o", "a.html", "a.jsonl"]).code, Some(0));
    let facts = ["--with", "text", "-o", "facts.jsonl", "a.jsonl"];
    assert_eq!(folder.run(&facts).code, Some(0));
    let page = folder.read("a.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("“The pier is shut for good,”"));
    assert!(folder.run(&["report", "facts.jsonl"]).out == page);
    assert_eq!(folder.run(&["report", "no.txt"]).code, Some(1));
}
