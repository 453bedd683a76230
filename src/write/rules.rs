//! The rules themselves, listed and explained.

use super::grid::{DIM, Grid, HEAD, PLAIN, QUOTE, TITLE, WARN, column};
use super::text::safe;
use crate::rules::Rule;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// A line a rule: its id and an example of what it finds.
pub fn rules_table(rules: &[Rule], width: usize, color: bool) -> Vec<u8> {
    let mut grid = Grid::new(width, color);
    let columns = [column("rule", TITLE, 40), column("finds", PLAIN, 0)];
    let rows: Vec<_> =
        rules.iter().map(|rule| vec![rule.id.clone(), rule.summary.clone()]).collect();
    grid.rows(&columns, &rows);
    grid.text.into_bytes()
}

/// An array with everything about each rule.
pub fn rules_json(rules: &[Rule]) -> Vec<u8> {
    let all: Vec<Value> = rules.iter().map(rule_json).collect();
    let mut text = serde_json::to_vec_pretty(&all).unwrap_or_default();
    text.push(b'\n');
    text
}

fn rule_json(rule: &Rule) -> Value {
    let examples = rule
        .examples
        .iter()
        .map(|example| json!({ "text": example.text, "groups": example.groups }));
    let rejects =
        rule.rejects.iter().map(|reject| json!({ "text": reject.text, "reason": reject.reason }));
    json!({
        "id": rule.id,
        "family": rule.family(),
        "since": rule.since,
        "summary": rule.summary,
        "why": rule.why,
        "pattern": rule.how.is_none().then_some(&rule.source.pattern),
        "how": rule.how,
        "before": rule.source.before,
        "after": rule.source.after,
        "not_before": rule.source.not_before,
        "not_after": rule.source.not_after,
        "examples": examples.collect::<Vec<_>>(),
        "rejects": rejects.collect::<Vec<_>>(),
        "file": rule.file,
    })
}

/// A Markdown table for each family.
pub fn rules_markdown(rules: &[Rule]) -> Vec<u8> {
    let mut text = String::new();
    let mut family = "";
    for rule in rules {
        if rule.family() != family {
            let gap = if family.is_empty() { "" } else { "\n" };
            family = rule.family();
            let _ =
                write!(text, "{gap}## {family}\n\n| rule | finds | why |\n| --- | --- | --- |\n");
        }
        let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
        let _ = writeln!(text, "| `{}` | {} | {} |", rule.id, cell(&rule.summary), cell(&rule.why));
    }
    text.into_bytes()
}

/// Everything about one rule.
pub fn explain(rule: &Rule, width: usize, color: bool) -> Vec<u8> {
    let mut grid = Grid::new(width, color);
    grid.lines(TITLE, &rule.id);
    grid.lines(PLAIN, &rule.summary);
    grid.text.push('\n');
    grid.lines(PLAIN, &rule.why);
    grid.text.push('\n');
    grid.styled(HEAD, if rule.how.is_some() { "Step" } else { "Pattern" });
    grid.text.push('\n');
    let source = &rule.source;
    let parts = [
        ("does", rule.how.as_ref()),
        ("pattern", rule.how.is_none().then_some(&source.pattern)),
        ("before", source.before.as_ref()),
        ("after", source.after.as_ref()),
        ("not before", source.not_before.as_ref()),
        ("not after", source.not_after.as_ref()),
    ];
    for (label, pattern) in parts {
        if let Some(pattern) = pattern {
            grid.labelled(label, QUOTE, pattern);
        }
    }
    grid.text.push('\n');
    grid.styled(HEAD, "Finds");
    grid.text.push('\n');
    for example in &rule.examples {
        grid.labelled("+", PLAIN, &example.text);
        for (group, text) in &example.groups {
            grid.labelled(&format!("    {}:", safe(group)), DIM, text);
        }
    }
    grid.text.push('\n');
    grid.styled(HEAD, "Passes by");
    grid.text.push('\n');
    for reject in &rule.rejects {
        grid.labelled("-", WARN, &reject.text);
        grid.labelled("    because", DIM, &reject.reason);
    }
    grid.text.push('\n');
    grid.lines(DIM, &format!("since {}, in {}", rule.since, rule.file));
    grid.text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Registry;

    fn registry() -> Registry {
        Registry::builtin().unwrap()
    }

    #[test]
    fn every_rule_is_listed_in_each_form() {
        let registry = registry();
        let rules = registry.rules();
        assert!(!rules.is_empty());
        let texts = [rules_table(rules, 80, false), rules_markdown(rules), rules_json(rules)];
        for text in texts {
            let text = String::from_utf8(text).unwrap();
            for rule in rules {
                assert!(text.contains(&rule.id), "{} is missing in:\n{text}", rule.id);
            }
        }
    }

    #[test]
    fn a_rule_is_explained_in_full() {
        for rule in registry().rules() {
            let text = String::from_utf8(explain(rule, 2000, false)).unwrap();
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut parts = vec![&rule.id, &rule.summary, &rule.why, &rule.since, &rule.file];
            parts.extend(rule.examples.iter().map(|example| &example.text));
            parts.extend(rule.rejects.iter().map(|reject| &reject.reason));
            for part in parts {
                let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(flat.contains(&part), "{part:?} is missing in:\n{text}");
            }
        }
    }
}
