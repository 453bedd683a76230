//! What can be named as an input, and what is said where it cannot be read.

use crate::program::Folder;
use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

const LINES: &str = "{\"id\":\"a\",\"text\":\"Rain fell.\"}\n{\"id\":7,\"text\":\"Sun shone.\"}\n";

#[test]
fn files_folders_and_standard_input_in_the_order_given() {
    let folder = Folder::with("z.txt", "Rain.").and("in/b.txt", "Sun.").and("in/a.txt", "Fog.");
    let ran = folder.pipe(&["z.txt", "-", "in"], "Snow.");
    assert_eq!(ran.ids(), ["z.txt", "-", "in/a.txt", "in/b.txt"]);
    assert_eq!(ran.code, Some(0));
    assert_eq!(folder.pipe(&[], "Snow.").ids(), ["-"]);
}

#[test]
fn a_folder_is_read_by_extension_and_honours_ignore_files() {
    let folder = Folder::with("in/a.txt", "Rain.")
        .and("in/b.csv", "x")
        .and("in/.c.txt", "x")
        .and("in/.gitignore", "d.txt\n")
        .and("in/d.txt", "x");
    assert_eq!(folder.run(&["in"]).ids(), ["in/a.txt"]);
    assert_eq!(folder.run(&["--hidden", "in"]).ids(), ["in/.c.txt", "in/a.txt"]);
    assert_eq!(folder.run(&["--ext", ".csv,html", "in"]).ids(), ["in/b.csv"]);
}

#[test]
fn lists_of_files() {
    let folder =
        Folder::with("a.txt", "Rain.").and("b c.txt", "Sun.").and("list", "b c.txt\na.txt");
    assert_eq!(folder.run(&["--files-from", "list"]).ids(), ["b c.txt", "a.txt"]);
    let ran = folder.pipe(&["--files-from0", "-"], "a.txt\0b c.txt\0");
    assert_eq!(ran.ids(), ["a.txt", "b c.txt"]);
    let twice = folder.run(&["--files-from", "-", "-"]);
    assert_eq!(twice.code, Some(2));
}

#[test]
fn gzip_is_looked_through_everywhere() {
    let plain = Folder::with("a.jsonl", LINES);
    let packed = Folder::with("a.jsonl.gz", gzip(LINES.as_bytes()));
    assert_eq!(plain.run(&["a.jsonl"]).ids(), ["a", "7"]);
    assert_eq!(packed.run(&["a.jsonl.gz"]).ids(), ["a", "7"]);
    assert_eq!(packed.pipe(&[], gzip(LINES.as_bytes())).ids(), ["a", "7"]);
    let mut cut = gzip(LINES.as_bytes());
    cut.truncate(cut.len() - 9);
    let ran = packed.pipe(&["-f", "text"], cut);
    assert_eq!((ran.ids(), ran.code), (vec!["- !bad-gzip".to_owned()], Some(0)));
}

#[test]
fn a_bad_input_is_a_record_named_once_and_counted() {
    let folder = Folder::with("a.txt", "Rain.");
    let ran = folder.run(&["no.txt", "a.txt"]);
    assert_eq!(ran.ids(), ["no.txt !cannot-open", "a.txt"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.starts_with("whosaid: no.txt: "), "{}", ran.err);
    assert!(ran.err.contains("2 articles, 1 error,"), "{}", ran.err);
    assert_eq!(folder.run(&["--fail-on-error", "no.txt", "a.txt"]).code, Some(3));
    assert_eq!(folder.run(&["no.txt"]).code, Some(1));
    assert_eq!(folder.run(&["-q", "no.txt", "a.txt"]).err, "");
}

#[test]
fn not_more_than_ten_are_named() {
    let folder = Folder::new();
    let err = folder.pipe(&["-f", "jsonl"], "x\n".repeat(50)).err;
    assert_eq!(err.lines().count(), 12, "{err}");
    let err = folder.pipe(&["-f", "jsonl", "--verbose"], "x\n".repeat(50)).err;
    assert_eq!(err.lines().count(), 51, "{err}");
}

#[test]
fn what_is_no_article_gets_a_hint() {
    let folder = Folder::with("a.pdf", "%PDF-1.7\n\u{0}\u{1}");
    let ran = folder.run(&["a.pdf", "https://news.test/a"]);
    assert!(ran.err.contains("pdftotext"), "{}", ran.err);
    assert!(ran.err.contains("--url"), "{}", ran.err);
}

#[test]
fn too_large_a_record_and_its_neighbours() {
    let long = "x".repeat(5000);
    let input = format!("{LINES}{{\"text\":\"{long}\"}}\n{LINES}");
    let ran = Folder::new().pipe(&["-f", "jsonl", "--max-record", "4K"], input);
    assert_eq!(ran.ids(), ["a", "7", "-:3 !too-large", "a", "7"]);
    let folder = Folder::with("a.txt", &long).and("b.txt", "Rain.");
    let ran = folder.run(&["--max-record", "4K", "a.txt", "b.txt"]);
    assert_eq!(ran.ids(), ["a.txt !too-large", "b.txt"]);
}
