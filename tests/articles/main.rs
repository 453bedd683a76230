//! Every article of `fixtures/articles` against what a reader finds in it.
//!
//! `fixtures/expected/NAME.txt` lists the facts of an article as they were read off the text by
//! eye. The program runs once over the folder, as a user would run it, and each difference is one
//! line. What the program is known not to do stands in `fixtures/expected/known-gaps.txt`, with the
//! reason; a difference that is not listed fails the test, and so does a listed one that is gone.
//! `WHOSAID_WRITE_GAPS=1 cargo test --test articles` takes mended gaps off the list and puts new ones
//! at its end, where they wait for their reason.

#[cfg(test)]
mod compare;
#[cfg(test)]
mod expected;
#[cfg(test)]
mod gaps;
#[cfg(test)]
mod record;

use record::Record;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn expected_folder() -> &'static Path {
    Path::new("fixtures/expected")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every difference between the program's facts and the reader's, as `NAME: difference`.
fn differences(records: &[Record]) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for record in records {
        let name = record.name();
        let expected =
            expected::parse(&name, &read(&expected_folder().join(format!("{name}.txt"))));
        for difference in compare::article(&expected, record) {
            all.insert(format!("{name}: {}", difference.what), difference.detail);
        }
    }
    all
}

#[test]
fn articles_give_what_a_reader_finds() {
    let records = record::run();
    let found = differences(&records);
    let list = expected_folder().join("known-gaps.txt");
    if std::env::var_os("WHOSAID_WRITE_GAPS").is_some() {
        std::fs::write(&list, gaps::rewrite(&read(&list), &found)).unwrap();
    }
    let gaps = gaps::parse(&read(&list));

    let mut problems = Vec::new();
    for (what, detail) in &found {
        if !gaps.contains(what) {
            problems.push(format!("not as expected    {what}{detail}"));
        }
    }
    for gap in &gaps {
        if !found.contains_key(gap) {
            problems.push(format!("listed, but mended {gap}"));
        }
    }
    assert!(
        problems.is_empty(),
        "{} differences ({} known gaps):\n{}",
        problems.len(),
        gaps.len(),
        problems.join("\n")
    );
}

#[test]
fn each_article_has_its_expectations() {
    let with_facts: BTreeSet<String> = record::run().iter().map(Record::name).collect();
    let expected: BTreeSet<String> = std::fs::read_dir(expected_folder())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| name != "known-gaps")
        .collect();
    assert_eq!(with_facts, expected);
}

#[test]
fn spans_are_code_points_of_the_text() {
    for record in record::run() {
        record.check_spans();
    }
}
