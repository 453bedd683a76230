//! `--resume`: whatever ends a run, the next one goes on, and the file comes out as from one run.

use crate::program::Folder;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

fn lines(count: usize) -> String {
    let text = "“It rained,” said Bo Lindt on Friday. The port of Riverton closed. ".repeat(8);
    let line = |id| format!("{{\"id\":{id},\"text\":\"{text}\"}}\n");
    (0..count).map(line).collect()
}

/// Some inputs of each kind, large enough to be killed in.
fn folder() -> Folder {
    Folder::with("in/a.jsonl", lines(500))
        .and("in/b.txt", "It rained.")
        .and("in/c.jsonl", lines(500))
        .and("in/d.txt", "The sun shone.")
}

fn signal(name: &str, id: u32) {
    let done = Command::new("kill").args([name, &id.to_string()]).status();
    assert!(done.expect("kill").success());
}

#[test]
fn kills_lose_and_double_nothing() {
    let folder = folder();
    for format in ["jsonl", "csv"] {
        let whole = folder.run(&["-q", "--to", format, "in"]).out;
        let args = ["-j", "2", "--to", format, "-o", "o", "--resume", "in"];
        let mut resumed = 0;
        let mut ended = false;
        for attempt in 0..30 {
            let mut child =
                folder.command(&args).stderr(Stdio::piped()).spawn().expect("the program");
            sleep(Duration::from_millis(400 + attempt * 37 % 100));
            let _ = child.kill();
            let output = child.wait_with_output().expect("the program");
            resumed += u32::from(String::from_utf8_lossy(&output.stderr).contains("resumed"));
            if output.status.success() {
                ended = true;
                break;
            }
            assert!(!folder.path("o").exists());
        }
        if !ended {
            let ran = folder.run(&args);
            assert_eq!(ran.code, Some(0), "{}", ran.err);
        }
        assert!(folder.read("o") == whole, "{format}, resumed {resumed} times");
        assert_eq!(folder.files(), ["in/a.jsonl", "in/b.txt", "in/c.jsonl", "in/d.txt", "o"]);
        std::fs::remove_file(folder.path("o")).expect("a file");
    }
}

#[test]
fn an_interrupt_keeps_what_is_done() {
    let folder = folder();
    let args = ["-j", "1", "-o", "o", "--resume", "in"];
    let child = folder.command(&args).stderr(Stdio::piped()).spawn().expect("the program");
    sleep(Duration::from_millis(100));
    signal("-INT", child.id());
    let output = child.wait_with_output().expect("the program");
    if output.status.code() != Some(0) {
        assert_eq!(output.status.code(), Some(130));
        assert_eq!(folder.run(&["-j", "2", "-o", "o", "--resume", "in"]).code, Some(0));
    }
    assert!(folder.read("o") == folder.run(&["in"]).out);
}

#[test]
fn an_interrupt_ends_a_wait_for_input() {
    let folder = Folder::new();
    for name in ["-INT", "-TERM"] {
        let mut command = folder.command(&["-o", "o"]);
        let child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.expect("the program");
        let open = child.stdin.take();
        sleep(Duration::from_millis(200));
        let start = Instant::now();
        signal(name, child.id());
        let output = child.wait_with_output().expect("the program");
        assert_eq!(output.status.code(), Some(130));
        assert!(start.elapsed() < Duration::from_secs(5));
        assert!(folder.files().is_empty(), "{:?}", folder.files());
        drop(open);
    }
}

#[test]
fn another_run_is_not_continued() {
    let folder = folder();
    let child = folder.command(&["-j", "1", "-o", "o", "--resume", "in"]).spawn();
    let mut child = child.expect("the program");
    let begun =
        || std::fs::read_to_string(folder.path("o.journal")).is_ok_and(|text| text.contains('\n'));
    while !begun() && child.try_wait().expect("the program").is_none() {
        sleep(Duration::from_millis(1));
    }
    let _ = child.kill();
    let _ = child.wait();
    if folder.path("o").exists() {
        return;
    }
    let refused = folder.run(&["-o", "o", "--resume", "--narrator", "in"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("other options"), "{}", refused.err);
    let refused = folder.and("in/e.txt", "Snow.").run(&["-o", "o", "--resume", "in"]);
    assert!(refused.err.contains("other inputs"), "{}", refused.err);
}

#[test]
fn what_cannot_be_read_again_cannot_be_resumed() {
    let folder = Folder::new();
    assert_eq!(folder.pipe(&["-o", "o", "--resume"], "Rain.").code, Some(2));
    assert_eq!(folder.run(&["--resume", "a.txt"]).code, Some(2));
    assert!(folder.files().is_empty());
}
