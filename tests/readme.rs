//! The commands of the documents, run, with the output that stands below them.
//!
//! In a block ```` ```console ```` a line that begins with `$ ` is a command (it goes on behind `\`
//! and inside single quotes), run by `bash` in the package's folder with this build first in
//! `PATH`; what follows is its output, to the last letter. They need `jq` and the usual tools, hence
//! the feature `external-tests`.
//! `WHOSAID_WRITE_DOCS=1 cargo test --features external-tests --test readme` writes the output of
//! today into the documents; read the difference before you commit it.
#![cfg(all(unix, feature = "external-tests"))]

use std::path::Path;
use std::process::Command;

const DOCUMENTS: [&str; 2] = ["README.md", "CONTRIBUTING.md"];

#[test]
fn commands_of_the_documents_give_what_they_show() {
    let mut wrong = Vec::new();
    for path in DOCUMENTS.map(Path::new) {
        let text = std::fs::read_to_string(path).unwrap();
        let today = run_all(&text);
        if std::env::var_os("WHOSAID_WRITE_DOCS").is_some() {
            std::fs::write(path, today).unwrap();
        } else if today != text {
            let different = text
                .lines()
                .zip(today.lines())
                .enumerate()
                .find(|(_, (old, new))| old != new)
                .map_or((0, "", ""), |(at, (old, new))| (at + 1, old, new));
            wrong.push(format!(
                "{}:{}: shows {:?}, comes {:?}",
                path.display(),
                different.0,
                different.1,
                different.2
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The document with the output of every command as it comes today.
fn run_all(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut console = false;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        if line.starts_with("```") {
            console = line == "```console";
            continue;
        }
        let Some(start) = line.strip_prefix("$ ").filter(|_| console) else { continue };
        let mut command = start.to_owned();
        while command.ends_with('\\') || command.matches('\'').count() % 2 == 1 {
            let Some(next) = lines.next() else { break };
            command.push('\n');
            command.push_str(next);
            out.push_str(next);
            out.push('\n');
        }
        while lines.next_if(|next| !next.starts_with("```") && !next.starts_with("$ ")).is_some() {}
        out.push_str(&run(&command));
    }
    out
}

fn run(command: &str) -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_whosaid")).parent().unwrap_or(Path::new("."));
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("bash")
        .args(["-c", &format!("set -o pipefail; {command}")])
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .output()
        .expect("bash");
    assert!(
        output.status.success(),
        "{command}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("text");
    if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" }
}

#[test]
fn a_wrong_output_is_noticed() {
    let right = "```console\n$ echo one \\\n    two\none two\n```\n";
    assert_eq!(run_all(right), right);
    assert_eq!(run_all("```console\n$ echo one\ntwo\n```\n"), "```console\n$ echo one\none\n```\n");
    assert_eq!(run_all("```sh\n$ false\n```\n"), "```sh\n$ false\n```\n");
}
