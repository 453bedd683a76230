//! The word lists check themselves: sorted, unique, lower case, whole rows, a source named.

use std::path::Path;
use std::{fs, io};

/// Every list: its name and its lines.
fn lists() -> io::Result<Vec<(String, Vec<String>)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut lists = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let lines = fs::read_to_string(&path)?.lines().map(str::to_owned).collect();
            lists.push((name, lines));
        }
    }
    lists.sort();
    assert!(!lists.is_empty(), "no lists found");
    Ok(lists)
}

/// The first wrong thing in a list, if any.
fn fault(lines: &[String]) -> Option<String> {
    let header: Vec<_> = lines.iter().take_while(|line| line.starts_with("# ")).collect();
    if !header.iter().any(|line| line.starts_with("# Source: ")) {
        return Some("no source in the header".to_owned());
    }
    let columns = header
        .iter()
        .find_map(|line| line.strip_prefix("# Columns: "))
        .map_or(1, |columns| columns.split(", ").count());
    let mut before = "";
    for row in lines.iter().skip(header.len()) {
        let cells: Vec<_> = row.split('\t').collect();
        let word = cells.first().copied().unwrap_or_default();
        if cells.len() != columns || cells.iter().any(|cell| cell.is_empty()) {
            return Some(format!("{row:?} has not {columns} whole columns"));
        }
        if word.to_lowercase() != *word || word.contains([' ', '’']) {
            return Some(format!("{word:?} is no lower-case word with ASCII apostrophes"));
        }
        // A word of several classes has a row for each.
        if row.as_str() <= before {
            return Some(format!("{row:?} does not sort after {before:?}"));
        }
        before = row;
    }
    (before.is_empty()).then(|| "no rows".to_owned())
}

#[test]
fn every_list_is_sorted_unique_and_whole() {
    let faults: Vec<_> = lists()
        .unwrap()
        .into_iter()
        .filter_map(|(name, lines)| fault(&lines).map(|fault| format!("{name}: {fault}")))
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_wrong_list_is_found_out() {
    let list = |rows: &[&str]| {
        let mut lines = vec!["# Words.".to_owned(), "# Source: none.".to_owned()];
        lines.extend(rows.iter().map(|row| (*row).to_owned()));
        lines
    };
    assert_eq!(fault(&list(&["a", "b"])), None);
    for wrong in [&["b", "a"][..], &["a", "a"], &["A"], &["a\tb"], &["a b"], &["a’s"], &[]] {
        assert!(fault(&list(wrong)).is_some(), "{wrong:?}");
    }
    assert!(fault(&["# Words.".to_owned(), "a".to_owned()]).is_some(), "no source");
}

#[test]
fn stances_of_cues_are_known() {
    const STANCES: &[&str] = &[
        "-", "admit", "agree", "allege", "ask", "believe", "demand", "deny", "doubt", "evidence",
        "predict", "promise", "say", "warn",
    ];
    const FRAMES: &[&str] = &["addressee", "as", "clause", "for", "inf", "np", "of", "quote"];
    for (name, lines) in lists().unwrap() {
        for row in lines.iter().filter(|line| !line.starts_with('#')) {
            let cells: Vec<_> = row.split('\t').collect();
            match name.as_str() {
                "reporting-verbs" => {
                    assert!(STANCES.contains(&cells[1]), "{row}");
                    assert!(cells[2].split(',').all(|frame| FRAMES.contains(&frame)), "{row}");
                }
                "reporting-nouns" => assert!(STANCES.contains(&cells[2]), "{row}"),
                _ => {}
            }
        }
    }
}
