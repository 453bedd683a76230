//! Rules of the house that no lint knows.

use std::path::{Path, PathBuf};

/// Most lines that a source file may have.
const MOST_LINES: usize = 400;
/// Most lines of `src/main.rs`.
const MOST_LINES_OF_MAIN: usize = 80;

/// All files below `folder` with one of the extensions, sorted.
fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![PathBuf::from(folder)];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry of the folder").path();
            if path.is_dir() {
                // What a build left beside its sources is nobody's.
                waiting.extend(Some(path).filter(|path| !path.ends_with("target")));
            } else if path
                .extension()
                .is_some_and(|found| extensions.iter().any(|extension| found == *extension))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<PathBuf> {
    ["src", "tests", "benches"].iter().flat_map(|folder| files(folder, &["rs"])).collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a text file")
}

/// Fails with one line a problem.
#[track_caller]
fn none(problems: &[String]) {
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_file_has_one_job_and_few_lines() {
    let mut problems = Vec::new();
    for path in sources() {
        let lines = read(&path).lines().count();
        let most = if path == Path::new("src/main.rs") { MOST_LINES_OF_MAIN } else { MOST_LINES };
        if lines > most {
            problems.push(format!("{}: {lines} lines, at most {most}", path.display()));
        }
    }
    none(&problems);
}

#[test]
fn a_file_says_what_it_is_for() {
    let problems: Vec<String> = sources()
        .iter()
        .filter(|path| path.file_name().is_none_or(|name| name != "tests.rs"))
        .filter(|path| !read(path).starts_with("//!"))
        .map(|path| format!("{}: begins with no `//!`", path.display()))
        .collect();
    none(&problems);
}

#[test]
fn nothing_is_left_half_done() {
    // Put together, so that this file does not find itself.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")];
    let calls = [concat!("todo", "!("), concat!("unimplemented", "!("), concat!("dbg", "!(")];
    let mut problems = Vec::new();
    for path in sources() {
        for (at, line) in read(&path).lines().enumerate() {
            if words.iter().chain(&calls).any(|word| line.contains(word)) {
                problems.push(format!("{}:{}: {}", path.display(), at + 1, line.trim()));
            }
        }
    }
    none(&problems);
}

#[test]
fn clap_lives_in_the_command_line_and_nowhere_else() {
    let problems: Vec<String> = files("src", &["rs"])
        .iter()
        .filter(|path| !path.starts_with("src/cli"))
        .filter(|path| read(path).contains("clap::"))
        .map(|path| format!("{}: knows clap", path.display()))
        .collect();
    none(&problems);
}

#[test]
fn only_main_ends_the_process() {
    let call = concat!("process::", "exit(");
    let problems: Vec<String> = files("src", &["rs"])
        .iter()
        .filter(|path| path.as_path() != Path::new("src/main.rs"))
        .filter(|path| read(path).contains(call))
        .map(|path| format!("{}: ends the process", path.display()))
        .collect();
    none(&problems);
}

#[test]
fn text_files_end_in_one_newline() {
    let mut problems = Vec::new();
    let folders = ["src", "tests", "benches", "docs", "fixtures/expected"];
    for path in folders.iter().flat_map(|folder| files(folder, &["rs", "toml", "md", "txt"])) {
        let text = read(&path);
        if !text.ends_with('\n') || text.ends_with("\n\n") || text.contains('\r') {
            problems.push(format!("{}: ends not in one newline", path.display()));
        }
    }
    none(&problems);
}

/// What the licences of the crates that are linked in may be.
#[cfg(feature = "external-tests")]
#[test]
fn licences_of_all_crates_fit() {
    let allowed = [
        "MIT",
        "Apache-2.0",
        "Unlicense",
        "Zlib",
        "ISC",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "MPL-2.0",
        "Unicode-3.0",
        "CC0-1.0",
    ];
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 20);
    let problems: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let licence = package["license"].as_str().unwrap_or_default();
            let fits = licence.split(" AND ").all(|part| {
                part.trim_matches(['(', ')'])
                    .split(" OR ")
                    .flat_map(|choice| choice.split('/'))
                    .any(|choice| allowed.contains(&choice))
            });
            (!fits).then(|| format!("{}: licence {licence:?}", package["name"]))
        })
        .collect();
    none(&problems);
}
