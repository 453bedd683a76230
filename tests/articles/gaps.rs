//! The list of known gaps: paragraphs, each a reason (lines with `#`) and the differences it explains.

use std::collections::BTreeSet;

/// The differences listed. Fails on a paragraph without a reason and on a line given twice.
pub(crate) fn parse(text: &str) -> BTreeSet<String> {
    let mut gaps = BTreeSet::new();
    for paragraph in text.split("\n\n") {
        let mut reason = false;
        for line in paragraph.lines() {
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

#[test]
fn a_gap_needs_a_reason() {
    assert_eq!(parse("# why\nfire: missing date\n").len(), 1);
    assert!(std::panic::catch_unwind(|| parse("# why\nfire: x\n\nfire: y\n")).is_err());
}
