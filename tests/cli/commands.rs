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
