//! The list of known gaps: paragraphs, each a reason (lines with `#`) and the differences it explains.

use std::collections::{BTreeMap, BTreeSet};

/// Head of the paragraph for differences that nobody has explained yet; a list with it fails.
const UNEXPLAINED: &str = "# Why?";

/// The differences listed. Fails on a paragraph without a reason and on a line given twice.
pub(crate) fn parse(text: &str) -> BTreeSet<String> {
    let mut gaps = BTreeSet::new();
    for paragraph in text.split("\n\n") {
        let mut reason = false;
        for line in paragraph.lines() {
            assert!(line != UNEXPLAINED, "known-gaps.txt: no reason given in:\n{paragraph}");
            if line.starts_with("# ") {
                reason = true;
            } else if !line.is_empty() {
                assert!(reason, "known-gaps.txt: no reason above {line:?}");
                assert!(gaps.insert(line.to_owned()), "known-gaps.txt: twice: {line:?}");
            }
        }
    }
    gaps
}

/// The list without what is mended, and with what is new at its end, to be explained.
pub(crate) fn rewrite(text: &str, found: &BTreeMap<String, String>) -> String {
    let mut new: BTreeSet<&str> = found.keys().map(String::as_str).collect();
    let mut paragraphs = Vec::new();
    for paragraph in text.trim_end().split("\n\n") {
        let kept: Vec<&str> =
            paragraph.lines().filter(|line| line.starts_with('#') || new.remove(line)).collect();
        if kept.iter().any(|line| !line.starts_with('#')) || paragraphs.is_empty() {
            paragraphs.push(kept.join("\n"));
        }
    }
    if !new.is_empty() {
        let lines: Vec<&str> = new.into_iter().collect();
        paragraphs.push(format!("{UNEXPLAINED}\n{}", lines.join("\n")));
    }
    paragraphs.join("\n\n") + "\n"
}

#[test]
fn a_gap_needs_a_reason() {
    assert_eq!(parse("# why\nfire: missing date\n").len(), 1);
    for wrong in ["# why\nfire: x\n\nfire: y\n", "# Why?\nfire: x\n", "# why\nfire: x\nfire: x\n"] {
        assert!(std::panic::catch_unwind(|| parse(wrong)).is_err(), "{wrong}");
    }
}

#[test]
fn a_mended_gap_leaves_the_list() {
    let found = ["fire: x", "fire: z"].map(|what| (what.to_owned(), String::new())).into();
    let list = "# Head.\n\n# why\nfire: x\nfire: y\n\n# why not\nflood: y\n";
    assert_eq!(rewrite(list, &found), "# Head.\n\n# why\nfire: x\n\n# Why?\nfire: z\n");
}
