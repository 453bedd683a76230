//! The program's record of an article, read back as JSON.

use serde_json::Value;
use std::process::Command;

/// One record.
pub(crate) struct Record(pub(crate) Value);

/// Runs the program over the fixtures.
pub(crate) fn run() -> Vec<Record> {
    let output = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(["--to", "jsonl", "--with", "text,sentences", "fixtures/articles"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| Record(serde_json::from_str(line).unwrap()))
        .collect()
}

/// White space of any kind and length as one space.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The string at a JSON pointer, `-` where it is null or there is none.
pub(crate) fn text_at(value: &Value, pointer: &str) -> String {
    match value.pointer(pointer) {
        Some(Value::String(text)) => one_line(text),
        Some(Value::Bool(flag)) => flag.to_string(),
        Some(Value::Number(number)) => number.to_string(),
        _ => "-".to_owned(),
    }
}

/// The list under a key.
pub(crate) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

impl Record {
    /// The file's name without extension; in a JSON Lines file with the line.
    pub(crate) fn name(&self) -> String {
        let path = text_at(&self.0, "/source/path");
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = name.split('.').next().unwrap_or_default();
        match self.0["source"]["line"].as_u64() {
            Some(line) => format!("{stem}-{line}"),
            None => stem.to_owned(),
        }
    }

    /// The sentences as (block, text).
    pub(crate) fn sentences(&self) -> Vec<(String, String)> {
        let text: Vec<char> = self.0["text"].as_str().unwrap().chars().collect();
        list(&self.0, "sentences")
            .iter()
            .map(|sentence| (text_at(sentence, "/block"), one_line(&cut(&text, sentence))))
            .collect()
    }

    /// Fails where a `text` is not what stands between its `start` and `end`.
    pub(crate) fn check_spans(&self) {
        let text: Vec<char> = self.0["text"].as_str().unwrap().chars().collect();
        let mut waiting = vec![&self.0];
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(items) => waiting.extend(items),
                Value::Object(fields) => {
                    if let (Some(_), Some(_), Some(found)) =
                        (fields.get("start"), fields.get("end"), fields.get("text"))
                    {
                        assert_eq!(found, &Value::String(cut(&text, value)), "{}", self.name());
                    }
                    waiting.extend(fields.values());
                }
                _ => {}
            }
        }
    }
}

fn cut(text: &[char], span: &Value) -> String {
    let end = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
    text[end("start")..end("end")].iter().collect()
}
