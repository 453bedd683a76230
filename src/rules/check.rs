//! The examples and rejects of a rule, run.

use super::{Example, Match, Registry, Rule, Scratch, Sequence};
use crate::lexicon::ClassSet;
use crate::quote;
use crate::read::{Article, Block, BlockKind};
use crate::text::{Document, Span, View, Word};

/// What is wrong with the examples of a rule; empty where all is well.
///
/// Each text is tried as it stands and moved behind another sentence, so that no rule leans on the
/// start of the text.
pub fn check(registry: &Registry, rule: usize) -> Vec<String> {
    let Some(tested) = registry.rules().get(rule).filter(|rule| rule.how.is_none()) else {
        return Vec::new(); // the room whose code it is runs those
    };
    let mut wrong = Vec::new();
    for shift in ["", "Nothing else was known. "] {
        for example in &tested.examples {
            let text = format!("{shift}{}", example.text);
            let found = matches(registry, rule, &text);
            if !found.iter().any(|groups| fits(example, groups)) {
                wrong.push(format!(
                    "{}: example {text:?} should give {:?}, found {found:?}",
                    tested.id, example.groups
                ));
            }
        }
        for reject in &tested.rejects {
            let text = format!("{shift}{}", reject.text);
            let found = matches(registry, rule, &text);
            if !found.is_empty() {
                wrong.push(format!(
                    "{}: reject {text:?} ({}) is matched: {found:?}",
                    tested.id, reject.reason
                ));
            }
        }
    }
    wrong
}

fn fits(example: &Example, groups: &[(String, String)]) -> bool {
    example.groups.iter().all(|wanted| groups.iter().any(|(name, text)| (name, text) == wanted))
}

/// The groups of every match in a text, the whole match as `match`.
fn matches(registry: &Registry, rule: usize, text: &str) -> Vec<Vec<(String, String)>> {
    let article = Article {
        text: text.to_owned(),
        blocks: vec![Block {
            span: Span::new(0, text.len()),
            kind: BlockKind::Body,
            dateline: None,
            turn: None,
        }],
        ..Article::default()
    };
    let document = Document::new(&article, registry.lexicon());
    let mut scratch = Scratch::default();
    let mut found = Vec::new();
    let mut run = |words: &[Word], noun_phrases: &[u16]| {
        let sequence = Sequence { text, words, noun_phrases };
        registry.find_all(&[rule], sequence, &mut scratch, |rule, matched| {
            found.push(groups_of(rule, &matched, words, text));
        });
    };
    if registry.rules().get(rule).is_some_and(|rule| rule.family() == "date") {
        for sentence in &document.sentences {
            run(document.words_of(sentence), &[]);
        }
    } else {
        let marked = quote::pair(text, &article.blocks);
        let view = View::new(&document, &quote::folds(text, &marked, &[]));
        let noun_phrases = quote::noun_phrases(&view, text);
        for unit in &view.units {
            run(view.words_of(unit), noun_phrases.get(unit.words.clone()).unwrap_or_default());
        }
    }
    found
}

fn groups_of(rule: &Rule, found: &Match, words: &[Word], text: &str) -> Vec<(String, String)> {
    let text_of = |(start, end): (usize, usize)| {
        let inside = words.get(start..end).unwrap_or_default();
        let ends = inside.first().zip(inside.last());
        ends.map_or("", |(first, last)| first.span.join(last.span).of(text)).to_owned()
    };
    let named =
        rule.groups().filter_map(|name| Some((name.to_owned(), text_of(rule.group(found, name)?))));
    std::iter::once(("match".to_owned(), text_of((found.start, found.end)))).chain(named).collect()
}

/// The classes of words that a text's words have; for error messages and tests.
pub fn class_names(registry: &Registry, classes: ClassSet) -> Vec<&str> {
    let all = registry.lexicon().classes();
    all.names().filter(|name| all.get(name).is_some_and(|class| classes.has(class))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::class;

    #[test]
    fn every_example_and_reject_of_every_rule() {
        let registry = Registry::builtin().unwrap();
        let wrong: Vec<String> =
            (0..registry.rules().len()).flat_map(|rule| check(&registry, rule)).collect();
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn every_rule_says_all_about_itself() {
        let registry = Registry::builtin().unwrap();
        for rule in registry.rules() {
            let id = &rule.id;
            assert!(rule.why.len() >= 20 && !rule.summary.is_empty(), "{id}: why and summary");
            assert!(rule.examples.len() >= 2, "{id}: two examples");
            assert!(!rule.rejects.is_empty(), "{id}: one reject");
            let plain = |char: char| char.is_ascii_lowercase() || matches!(char, '/' | '-');
            assert!(id.chars().all(plain) && id.matches('/').count() == 1, "{id}: family/name");
        }
    }

    #[test]
    fn all_rule_files_are_listed() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
        let mut files = Vec::new();
        for folder in std::fs::read_dir(root)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
        {
            for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                files.push(file.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
            }
        }
        files.sort();
        let mut listed: Vec<&str> = super::super::FILES.iter().map(|(name, _)| *name).collect();
        listed.sort_unstable();
        assert_eq!(files, listed);
    }

    #[test]
    fn a_wrong_example_fails() {
        let mut registry = Registry::builtin().unwrap();
        let file = r#"
            [[rule]]
            id = "test/shout"
            since = "0.1.0"
            summary = "x"
            why = "x"
            pattern = '(?<cue> "shout~") .'
            examples = [{ text = "They shouted orders.", cue = "whispered" }, { text = "They ran." }]
            rejects = [{ text = "They shouted orders.", reason = "it does match" }]
        "#;
        registry.add_user_file("test.toml", file).unwrap();
        let wrong = check(&registry, registry.rules().len() - 1);
        assert_eq!(wrong.len(), 6, "{wrong:?}");
        assert!(class_names(&registry, ClassSet::of(class::COMMA)) == ["comma"]);
    }

    #[test]
    fn errors_of_a_rule_file_name_the_line() {
        let mut registry = Registry::builtin().unwrap();
        let error = registry.add_user_file("my.toml", "[[rule]]\nid = 3\n").unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("my.toml", Some(2)), "{error}");
        let file = "[[phrase]]\nname = \"who\"\npattern = '<nobody>'\n";
        let error = registry.add_user_file("my.toml", file).unwrap_err();
        assert_eq!(
            error.to_string(),
            "my.toml:2: who: <nobody> is neither a class nor a phrase defined before"
        );
    }
}
