//! Options that change what is read and what is told.

use crate::program::Folder;

#[test]
fn usage_errors_exit_with_2_and_say_what_was_meant() {
    let folder = Folder::new();
    let ran = folder.run(&["--form", "text"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("'--from'"), "{}", ran.err);
    for wrong in [
        &["--to", "xml"][..],
        &["--date", "04.05.2024"],
        &["--min-score", "2"],
        &["--max-record", "2T"],
        &["--field", "body=text"],
        &["--jobs", "0"],
        &["--bom"],
        &["--to", "csv", "--only", "quotes,dates"],
        &["-o", "x", "--out-dir", "y"],
    ] {
        let ran = folder.pipe(wrong, "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{wrong:?}");
        assert!(!ran.err.is_empty(), "{wrong:?}");
    }
}

#[test]
fn help_and_version() {
    let folder = Folder::new();
    let ran = folder.run(&["--help"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("Exit codes") && ran.out.contains("--max-record"), "{}", ran.out);
    let version = format!("whosaid {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(folder.run(&["--version"]).out, version);
}

#[test]
fn the_day_of_publication() {
    let folder = Folder::new();
    let input = "{\"text\":\"Rain.\",\"date\":\"2024-05-04\"}\n{\"text\":\"Sun.\"}\n";
    let days = |args: &[&str]| {
        let args = [&["-f", "jsonl"], args].concat();
        let day = |record: serde_json::Value| {
            let article = &record["article"];
            format!("{} {}", article["published"], article["published_from"]).replace('"', "")
        };
        folder.pipe(&args, input).records().into_iter().map(day).collect::<Vec<_>>()
    };
    assert_eq!(days(&[]), ["2024-05-04 field", "null null"]);
    assert_eq!(days(&["-d", "2020-01-02"]), ["2020-01-02 option", "2020-01-02 option"]);
    assert_eq!(days(&["--default-date", "2020-01-02"]), ["2024-05-04 field", "2020-01-02 default"]);
}

#[test]
fn fields_by_other_names_and_fields_passed_on() {
    let input = r#"{"key":12,"body":"Rain fell.","desk":"city","x":{"y":[1]}}"#;
    let args = ["-f", "jsonl", "--field", "id=key", "--field", "text=body", "--keep", "x,desk,no"];
    let ran = Folder::new().pipe(&[&args[..], &["--with", "text"]].concat(), input);
    let record = &ran.records()[0];
    assert_eq!((&record["id"], &record["text"]), (&12.into(), &"Rain fell.".into()));
    assert_eq!(record["kept"]["x"]["y"][0], 1);
    assert_eq!(record["kept"]["desk"], "city");
}

#[test]
fn additions_to_the_record_are_there_when_asked_for() {
    let folder = Folder::with("a.txt", "Rain fell. Sun shone.\n");
    let record = folder.run(&["a.txt"]).records().remove(0);
    assert!(record["text"].is_null() && record["sentences"].is_null());
    let record = folder.run(&["--with", "text,sentences", "a.txt"]).records().remove(0);
    assert_eq!(record["text"], "Rain fell. Sun shone.\n");
    assert_eq!(record["sentences"].as_array().map(Vec::len), Some(2));
}

const RULE: &str = r#"
[[rule]]
id = "quote/blurt"
since = "0.1.0"
summary = "Jane Doe blurted “...”"
why = "A verb of our own."
pattern = '(?<speaker> <speaker-phrase>) (?<cue> "walked" "out") (?<quote> <quote>)'
examples = [{ text = "Jane Doe walked out “It is over.”", speaker = "Jane Doe" }]
rejects = [{ text = "Jane Doe walked out.", reason = "no quotation" }]
"#;

#[test]
fn rules_of_the_user_are_checked_and_used() {
    let folder = Folder::with("good.toml", RULE)
        .and("bad.toml", RULE.replace("out.\"", "out “Oh.”\""))
        .and("typo.toml", RULE.replace("why", "wy"))
        .and("a.txt", "Tom Reed walked out “It is over.”\n");
    let ran = folder.run(&["--rules", "good.toml", "a.txt"]);
    assert_eq!(ran.records()[0]["quotes"][0]["rule"], "quote/blurt", "{}", ran.err);
    for (file, part) in [("bad.toml", "no quotation"), ("typo.toml", ":6:"), ("no.toml", "read")] {
        let ran = folder.run(&["--rules", file, "a.txt"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains(file) && ran.err.contains(part), "{}", ran.err);
    }
}
