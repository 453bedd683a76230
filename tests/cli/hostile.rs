//! Inputs and outputs that mean harm, or merely happen.

use crate::program::Folder;
use std::fs::File;
use std::io::Read as _;
use std::process::Stdio;

fn many(count: usize) -> String {
    let line = |id| format!("{{\"id\":{id},\"text\":\"“We lost,” said Bo Lindt. It rained.\"}}\n");
    (0..count).map(line).collect()
}

#[test]
fn a_full_disk_is_told_and_fails() {
    let folder = Folder::with("a.jsonl", many(100)).and("o.jsonl", "old");
    let full = File::options().write(true).open("/dev/full").expect("/dev/full");
    let output = folder.command(&["a.jsonl"]).stdout(full).output().expect("the program");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("standard output"));
    assert_eq!(folder.run(&["a.jsonl", "-o", "/dev/full"]).code, Some(1));
    assert_eq!(folder.read("o.jsonl"), "old");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = Folder::with("a.jsonl", many(5000));
    for format in ["jsonl", "json", "csv", "tsv", "table", "markdown"] {
        for jobs in ["1", "8"] {
            let mut command = folder.command(&["-j", jobs, "--to", format, "a.jsonl"]);
            let mut child =
                command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program");
            let mut out = child.stdout.take().expect("a pipe");
            out.read_exact(&mut [0; 10]).expect("some output");
            drop(out);
            let output = child.wait_with_output().expect("the program");
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(0), "{format} {jobs}");
            // All may have been written before the pipe was closed.
            assert!(told.is_empty() || told.contains(" articles, "), "{format} {jobs}: {told}");
        }
    }
}

#[test]
fn help_into_a_closed_pipe_is_no_error() {
    let mut child = Folder::new()
        .command(&["--help"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program");
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn pipes_and_link_loops_in_a_folder_are_passed_by() {
    let folder = Folder::with("in/a.txt", "Rain.");
    std::os::unix::fs::symlink("..", folder.path("in/up.txt")).expect("a link");
    let made = std::process::Command::new("mkfifo").arg(folder.path("in/b.txt")).status();
    assert!(made.expect("mkfifo").success());
    assert_eq!(folder.run(&["in"]).ids(), ["in/a.txt"]);
    let ids = folder.run(&["--follow", "in"]).ids();
    assert_eq!(ids, ["in/a.txt", "in/up.txt !cannot-open"]);
}

#[test]
fn names_reach_no_terminal_as_they_are() {
    let name = "a\u{1b}[31m\u{202e}\n.txt";
    let folder = Folder::with(name, "Rain.");
    let ran = folder.run(&["--to", "table", name, "no\u{1b}[0m.txt"]);
    for text in [&ran.out, &ran.err] {
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    }
    assert!(ran.err.contains("no␛[0m.txt"), "{}", ran.err);
    assert_eq!(folder.run(&["--", name]).ids(), [name]);
}

#[test]
fn unreasonable_texts() {
    let folder = Folder::with("nothing.txt", "")
        .and("space.txt", " \n\t\n")
        .and("long.txt", "a".repeat(2_000_000))
        .and("open.txt", "“".repeat(100_000))
        .and("said.txt", "said ".repeat(100_000))
        .and("dots.txt", ".".repeat(300_000))
        .and("names.txt", "Mr. Bo Lindt ".repeat(50_000));
    for format in ["jsonl", "table", "markdown"] {
        let ran = folder.run(&["--to", format, "--narrator", "."]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(!ran.err.contains("error"), "{}", ran.err);
    }
}

#[test]
fn a_record_nested_beyond_reason() {
    let deep = format!("{{\"id\":1,\"x\":{}\n", "[".repeat(1_000_000));
    let ran = Folder::new().pipe(&["-f", "jsonl"], format!("{deep}{}", many(1)));
    assert_eq!(ran.ids(), ["1 !too-deep", "0"]);
}
