//! Where the output goes and what it looks like there.

use crate::program::Folder;

const TEXT: &str = "Old pier shuts\n\n“The pier will close,” Mayor Ana Kovač said on Friday.\n";

#[test]
fn json_lines_in_a_pipe_and_what_the_file_is_called_else() {
    let folder = Folder::with("a.txt", TEXT);
    assert!(folder.run(&["a.txt"]).out.starts_with("{\"schema\":\"whosaid/1\","));
    assert!(folder.run(&["--to", "json", "a.txt"]).out.starts_with("{\n  \"schema\""));
    for (file, start) in [
        ("o.csv", "id,date,outlet,speaker,"),
        ("o.tsv", "id\tdate\toutlet\tspeaker\t"),
        ("o.json", "{\n"),
        ("o.md", "## "),
        ("o", "{\"schema\""),
    ] {
        let ran = folder.run(&["-o", file, "a.txt"]);
        assert_eq!((ran.out.as_str(), ran.code), ("", Some(0)), "{}", ran.err);
        assert!(folder.read(file).starts_with(start), "{file}: {}", folder.read(file));
    }
}

#[test]
fn a_file_is_replaced_as_a_whole_or_not_at_all() {
    let folder = Folder::with("a.txt", TEXT).and("o.jsonl", "old\n");
    let ran = folder.run(&["-o", "o.jsonl", "no.txt"]);
    assert_eq!(ran.code, Some(1));
    assert!(folder.read("o.jsonl").contains("cannot-open"));
    assert_eq!(folder.run(&["-o", "no/o.jsonl", "a.txt"]).code, Some(1));
    assert_eq!(folder.files(), ["a.txt", "o.jsonl"]);
}

#[test]
fn a_folder_of_output_mirrors_the_input() {
    let lines = "{\"text\":\"Rain.\"}\n{\"text\":\"Sun.\"}\n";
    let folder = Folder::with("in/a.txt", TEXT).and("in/x/b.jsonl", lines);
    let ran = folder.run(&["--out-dir", "out", "--to", "csv", "in"]);
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(0)), "{}", ran.err);
    let written: Vec<_> =
        folder.files().into_iter().filter(|name| name.starts_with("out")).collect();
    assert_eq!(written, ["out/in/a.txt.csv", "out/in/x/b.jsonl/1.csv", "out/in/x/b.jsonl/2.csv"]);
    assert!(folder.read("out/in/x/b.jsonl/2.csv").starts_with("id,date,"));
}

#[test]
fn a_header_comes_once_and_also_alone() {
    let folder = Folder::with("a.txt", TEXT).and("b.txt", TEXT);
    let out = folder.run(&["--to", "csv", "--bom", "a.txt", "b.txt"]).out;
    assert!(out.starts_with("\u{feff}id,"));
    assert_eq!(out.matches("check_worthiness").count(), 0);
    assert_eq!(out.matches("id,date").count(), 1);
    let out = folder.pipe(&["-f", "jsonl", "--to", "csv", "--only", "claims"], "").out;
    assert_eq!(out.lines().count(), 1);
}

#[test]
fn colours_are_a_choice() {
    let folder = Folder::with("a.txt", TEXT);
    let run = |args: &[&str], variables: &[(&str, &str)]| {
        let args = [&["--to", "table", "a.txt"], args].concat();
        let mut command = folder.command(&args);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        command.envs(variables.iter().copied());
        String::from_utf8(command.output().expect("the program").stdout).expect("UTF-8")
    };
    let force = ("CLICOLOR_FORCE", "1");
    assert!(!run(&[], &[]).contains('\u{1b}'));
    assert!(run(&["--color", "always"], &[("NO_COLOR", "1")]).contains('\u{1b}'));
    assert!(run(&[], &[force]).contains('\u{1b}'));
    assert!(!run(&["--color", "never"], &[force]).contains('\u{1b}'));
    assert!(!run(&[], &[("NO_COLOR", "1")]).contains('\u{1b}'));
}
