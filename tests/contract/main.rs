//! The line contract: what a cluster relies on when it pipes lines through the program.

#[path = "../cli/program.rs"]
#[expect(dead_code, reason = "shared with the other tests of the program")]
mod program;

use program::{Folder, Ran, pipe};
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

const ARGS: [&str; 4] = ["--from", "jsonl", "--to", "jsonl"];

fn line(id: &str, text: &str) -> String {
    serde_json::json!({ "id": id, "text": text }).to_string()
}

/// Good lines, blank ones, and ones cut off or garbled; with the ids that are to come back.
fn mixed(count: usize) -> (String, Vec<String>) {
    let (mut input, mut ids) = (String::new(), Vec::new());
    for number in 1..=count {
        let good = line(&format!("a{number}"), "“It rained,” said Bo Lindt on Friday.");
        let (row, id) = match number % 7 {
            0 => {
                let cut = number * 31 % good.chars().count();
                (good.chars().take(cut).collect(), None)
            }
            3 if number % 2 == 0 => (String::new(), None),
            5 if number % 3 == 0 => ("[1, 2]".to_owned(), None),
            _ => (good, Some(format!("a{number}"))),
        };
        let _ = writeln!(input, "{row}");
        ids.push(id.unwrap_or_default());
    }
    (input, ids)
}

#[test]
fn one_line_out_for_every_line_in_and_in_order() {
    let (input, wanted) = mixed(2000);
    let ran = Folder::new().pipe(&ARGS, input);
    assert_eq!(ran.code, Some(0));
    let records = ran.records();
    assert_eq!(records.len(), wanted.len());
    for ((record, wanted), number) in records.iter().zip(wanted).zip(1..) {
        assert_eq!(record["source"]["line"], number);
        if wanted.is_empty() {
            assert!(record["error"].is_object(), "line {number}");
        } else {
            assert_eq!(record["id"], wanted);
            assert!(record["error"].is_null());
        }
    }
}

#[test]
fn a_line_may_lack_its_end_or_be_blank() {
    let folder = Folder::new();
    let ids = |input: &str| folder.pipe(&ARGS, input).ids();
    let good = line("a", "Rain.");
    assert_eq!(ids(&good), ["a"]);
    assert_eq!(ids(&format!("\n{good}")), ["-:1 !blank-line", "a"]);
    assert_eq!(ids(&format!("{good}\r\n\r\n")), ["a", "-:2 !blank-line"]);
    assert_eq!(ids(&format!("\u{feff}{good}\n")), ["a"]);
    assert_eq!(ids("\n"), ["-:1 !blank-line"]);
}

#[test]
fn lines_hold_no_raw_control_bytes() {
    let folder = Folder::new();
    let text =
        "Rain\r\nfell\u{0} on\u{2028}Friday.".to_owned() + &" Then the sun shone.".repeat(20);
    let args = [&ARGS[..], &["--with", "text"]].concat();
    let ran = folder.pipe(&args, line("a\n\r\u{0}", &text) + "\n");
    assert!(ran.out.ends_with("}\n"));
    let body = ran.out.strip_suffix('\n').expect("an end of line");
    assert!(!body.bytes().any(|byte| byte < b' '));
    assert_eq!(ran.records()[0]["text"], text);
    assert_eq!(ran.records()[0]["id"], "a\n\r\u{0}");
}

#[test]
fn bytes_that_are_no_text_stop_nothing() {
    let mut input = b"\xff\xfe\x00{\n{\"id\":\"\\ud800\",\"text\":\"x\"}\n\x00\x01\n".to_vec();
    input.extend(line("a", "Rain.").bytes());
    let ran = Folder::new().pipe(&ARGS, input);
    assert_eq!(ran.records().len(), 4);
    assert_eq!(ran.ids()[3], "a");
}

#[test]
fn ids_are_echoed_and_fields_passed_on_in_error_records_too() {
    let args = [&ARGS[..], &["--keep", "part"]].concat();
    let input = "{\"id\":{\"n\":[1.0,null]},\"part\":3,\"text\":\"Rain.\"}\n{\"id\":4.50,\"part\":9,\"text\":[]}\n";
    let ran = Folder::new().pipe(&args, input);
    let records = ran.records();
    assert_eq!(records[0]["id"], serde_json::json!({ "n": [1.0, null] }));
    assert_eq!(records[0]["kept"], serde_json::json!({ "part": 3 }));
    assert_eq!(records[1]["kept"], serde_json::json!({ "part": 9 }));
    assert!(records[1]["error"].is_object());
}

#[test]
fn nothing_in_nothing_out() {
    let ran = Folder::new().pipe(&ARGS, "");
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(0)));
}

#[test]
fn every_record_has_the_same_keys() {
    let (input, _) = mixed(50);
    let ran = Folder::new().pipe(&ARGS, input);
    let keys = |value: &serde_json::Value| {
        value.as_object().map(|object| object.keys().cloned().collect::<Vec<_>>())
    };
    let records = ran.records();
    for record in &records {
        assert_eq!(keys(record), keys(&records[0]));
        for inner in ["source", "article"] {
            assert_eq!(keys(&record[inner]), keys(&records[0][inner]));
        }
    }
}

#[test]
fn nothing_but_flags_configures_it() {
    let (input, _) = mixed(300);
    let wanted = Folder::new().pipe(&ARGS, &input).out;
    let run = |variables: &[(&str, &str)], folder: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
        command.args(ARGS).env_clear().envs(variables.iter().copied()).current_dir(folder);
        pipe(command, input.as_bytes()).out
    };
    assert!(run(&[], "/") == wanted);
    assert!(run(&[("TZ", "Asia/Tokyo"), ("LANG", "tr_TR.UTF-8")], "/") == wanted);
    let forced = [("CLICOLOR_FORCE", "1"), ("COLUMNS", "3"), ("TERM", "xterm")];
    assert!(run(&forced, "/") == wanted);
}

#[test]
fn neither_threads_nor_neighbours_change_a_line() {
    let (input, _) = mixed(1500);
    let folder = Folder::new();
    let run = |jobs: &str| folder.pipe(&[&ARGS[..], &["-j", jobs]].concat(), &input).out;
    let wanted = run("1");
    for jobs in ["2", "3", "8"] {
        assert!(run(jobs) == wanted, "-j {jobs}");
    }
    let without_place = |out: &str| -> Vec<serde_json::Value> {
        let records = out.lines().map(|line| serde_json::from_str(line).expect("JSON"));
        let each = records.map(|mut record: serde_json::Value| {
            record["source"]["line"] = 0.into();
            record
        });
        each.collect()
    };
    let good: Vec<&str> = input.lines().filter(|line| line.ends_with('}')).take(8).collect();
    let alone: String = good.iter().map(|line| folder.pipe(&ARGS, line).out).collect();
    let together = folder.pipe(&ARGS, good.join("\n")).out;
    assert_eq!(without_place(&alone), without_place(&together));
}

#[test]
fn an_answer_does_not_wait_for_the_next_question() {
    let folder = Folder::new();
    let mut command = folder.command(&ARGS);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for id in ["a", "b", "c"] {
        writeln!(stdin, "{}", line(id, "Rain.")).expect("a line written");
        let answer = answers.next().expect("an answer").expect("a line");
        assert!(answer.contains(&format!("\"id\":\"{id}\"")), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().expect("the program").success());
}

#[test]
fn one_summary_on_standard_error_and_few_warnings() {
    let input = "broken\n".repeat(3000) + &line("a", "Rain.");
    let Ran { err, code, .. } = Folder::new().pipe(&ARGS, input);
    assert_eq!(code, Some(0));
    assert!(err.len() < 4096 && err.lines().count() == 12, "{err}");
    assert!(err.lines().last().is_some_and(|line| line.contains("3001 articles, 3000 errors")));
}

#[test]
fn only_a_flag_turns_error_records_into_failure() {
    let folder = Folder::new();
    assert_eq!(folder.pipe(&ARGS, "broken\n").code, Some(0));
    assert_eq!(folder.pipe(&[&ARGS[..], &["--fail-on-error"]].concat(), "broken\n").code, Some(3));
}
