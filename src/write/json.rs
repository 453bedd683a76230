//! The record as it is: on one line, or for reading.

use crate::report::Report;

/// One line, ended by a line feed.
pub fn jsonl(report: &Report) -> Vec<u8> {
    let mut line = Vec::with_capacity(1024);
    // Writing to memory cannot fail, and all keys of the record are strings.
    let _ = serde_json::to_writer(&mut line, report);
    line.push(b'\n');
    line
}

/// Indented by two, ended by a line feed; several are read one after the other, as jq does.
pub fn json(report: &Report) -> Vec<u8> {
    let mut text = Vec::with_capacity(2048);
    let _ = serde_json::to_writer_pretty(&mut text, report);
    text.push(b'\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    #[test]
    fn both_forms_hold_the_same() {
        let mut report = sample::report();
        report.kept.insert("note".to_owned(), "a\nb\u{0}".into());
        let line = jsonl(&report);
        assert_eq!(line.iter().filter(|byte| **byte < b' ').count(), 1);
        let value = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
        assert_eq!(value(&line), value(&json(&report)));
        assert!(line.starts_with(br#"{"schema":"whosaid/1","id":"pier.txt","source":"#));
    }
}
