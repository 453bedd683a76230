//! All rules, compiled, and the search for them.

use super::compile::compile;
use super::file::{Example, PhraseEntry, Reject, RuleFile, StepEntry};
use super::matcher::{MAX_WORDS, Match, Scratch, Search, Sequence, Sieve};
use super::pattern::{self, Node};
use super::program::{Phrases, Program};
use crate::lexicon::Lexicon;
use std::collections::BTreeMap;
use std::fmt;

/// A guard looks back at most this many words.
pub(super) const GUARD_REACH: usize = 6;

/// A rule with everything about it.
#[derive(Debug)]
pub struct Rule {
    /// Stable readable name, `family/name`.
    pub id: String,
    /// The version that brought it.
    pub since: String,
    /// What it finds, as a short example.
    pub summary: String,
    /// Why it is right.
    pub why: String,
    /// The pattern as written, guards included; empty for a rule that code carries out.
    pub source: Source,
    /// What the code does, for a rule that is no pattern.
    pub how: Option<String>,
    /// What its room makes of a match.
    pub emit: BTreeMap<String, String>,
    /// Texts that it must match.
    pub examples: Vec<Example>,
    /// Texts that it must not match.
    pub rejects: Vec<Reject>,
    /// The file that it stands in.
    pub file: String,
    program: Program,
    guards: Vec<Guard>,
}

/// The patterns of a rule as written.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the keys of the rule file")]
pub struct Source {
    pub pattern: String,
    pub before: Option<String>,
    pub after: Option<String>,
    pub not_before: Option<String>,
    pub not_after: Option<String>,
}

#[derive(Debug)]
struct Guard {
    program: Program,
    behind: bool,
    wanted: bool,
}

impl Rule {
    /// The part of the id before the slash.
    pub fn family(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }

    fn group_index(&self, name: &str) -> Option<usize> {
        self.program.groups.iter().position(|group| group == name)
    }

    /// The names of its groups.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.program.groups.iter().map(String::as_str)
    }

    /// The words of a named group of a match of this rule.
    pub fn group(&self, found: &Match, name: &str) -> Option<(usize, usize)> {
        found.slot(self.group_index(name)?)
    }
}

/// What is wrong with a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The file.
    pub file: String,
    /// Line of the file, from 1, where it is known.
    pub line: Option<usize>,
    /// The rule or phrase, what was found and what to do.
    pub message: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for RuleError {}

/// The lexicon and all rules over it.
#[derive(Debug, Default)]
pub struct Registry {
    lexicon: Lexicon,
    phrases: Phrases,
    rules: Vec<Rule>,
}

impl Registry {
    /// The rules that come with the program.
    pub fn builtin() -> Result<Self, RuleError> {
        let mut registry = Self { lexicon: Lexicon::builtin(), ..Self::default() };
        for (file, text) in super::FILES {
            registry.add_file(file, text, false)?;
        }
        Ok(registry)
    }

    /// Adds the rules, phrases and words of a file.
    ///
    /// # Errors
    /// Not TOML of the format; a pattern that cannot be read; an id that is taken.
    pub fn add_user_file(&mut self, file: &str, text: &str) -> Result<(), RuleError> {
        self.add_file(file, text, true)
    }

    fn add_file(&mut self, file: &str, text: &str, user: bool) -> Result<(), RuleError> {
        let parsed: RuleFile = toml::from_str(text).map_err(|error| RuleError {
            file: file.to_owned(),
            line: error.span().map(|span| line_of(text, span.start)),
            message: error.message().to_owned(),
        })?;
        let fail = |name: &str, message: String| RuleError {
            file: file.to_owned(),
            line: text.find(&format!("\"{name}\"")).map(|at| line_of(text, at)),
            message: format!("{name}: {message}"),
        };
        for (class, words) in &parsed.words {
            let id = self.lexicon.intern_class(class);
            let id = id.ok_or_else(|| fail(class, "more than 256 classes of words".to_owned()))?;
            for word in words {
                self.lexicon.add(&word.to_lowercase(), id);
            }
        }
        for phrase in parsed.phrase {
            let name = phrase.name.clone();
            self.add_phrase(phrase, user).map_err(|error| fail(&name, error))?;
        }
        for entry in parsed.rule {
            if self.rules.iter().any(|rule| rule.id == entry.id) {
                return Err(fail(&entry.id, "there is a rule of this id already".to_owned()));
            }
            let program =
                self.compile(&entry.pattern, user).map_err(|error| fail(&entry.id, error))?;
            let mut guards = Vec::new();
            for (source, behind, wanted) in [
                (&entry.before, true, true),
                (&entry.not_before, true, false),
                (&entry.after, false, true),
                (&entry.not_after, false, false),
            ] {
                if let Some(source) = source {
                    let program =
                        self.compile(source, user).map_err(|error| fail(&entry.id, error))?;
                    guards.push(Guard { program, behind, wanted });
                }
            }
            self.rules.push(Rule {
                id: entry.id,
                since: entry.since,
                summary: entry.summary,
                why: entry.why,
                how: None,
                source: Source {
                    pattern: entry.pattern,
                    before: entry.before,
                    after: entry.after,
                    not_before: entry.not_before,
                    not_after: entry.not_after,
                },
                emit: entry.emit,
                examples: entry.examples,
                rejects: entry.rejects,
                file: file.to_owned(),
                program,
                guards,
            });
        }
        for step in parsed.step {
            if user {
                return Err(fail(
                    &step.id,
                    "only the program itself has steps; give a pattern".to_owned(),
                ));
            }
            self.add_step(step, file);
        }
        Ok(())
    }

    fn add_phrase(&mut self, phrase: PhraseEntry, user: bool) -> Result<(), String> {
        let taken = self.phrases.position(&phrase.name).is_some()
            || self.phrases.inlined(&phrase.name).is_some()
            || self.lexicon.classes().get(&phrase.name).is_some();
        if taken {
            return Err("the name of this phrase is taken".to_owned());
        }
        // Inline phrases are compiled, too: an error in one is reported where it stands.
        let program = self.compile(&phrase.pattern, user)?;
        if phrase.inline {
            let node = self.parse(&phrase.pattern)?;
            self.phrases.inline.push((phrase.name, node));
        } else {
            self.phrases.names.push(phrase.name);
            self.phrases.programs.push(program);
        }
        Ok(())
    }

    fn add_step(&mut self, step: StepEntry, file: &str) {
        self.rules.push(Rule {
            id: step.id,
            since: step.since,
            summary: step.summary,
            why: step.why,
            source: Source::default(),
            how: Some(step.how),
            emit: BTreeMap::new(),
            examples: step.examples,
            rejects: step.rejects,
            file: file.to_owned(),
            program: Program::default(),
            guards: Vec::new(),
        });
    }

    fn compile(&mut self, source: &str, eager: bool) -> Result<Program, String> {
        let node = self.parse(source)?;
        compile(&node, &mut self.lexicon, &self.phrases, eager)
    }

    fn parse(&self, source: &str) -> Result<Node, String> {
        let node = pattern::parse(source).map_err(|error| error.to_string())?;
        Ok(node.expand(&|name| self.phrases.inlined(name)))
    }

    /// The lexicon with the words of all rules.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// All rules in the order of the files.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The indices of the pattern rules of one family, in order.
    pub fn family(&self, family: &str) -> Vec<usize> {
        let pattern = |rule: &Rule| rule.family() == family && rule.how.is_none();
        (0..self.rules.len()).filter(|index| self.rules.get(*index).is_some_and(pattern)).collect()
    }

    pub(super) fn phrase(&self, index: u16) -> Option<&Program> {
        self.phrases.programs.get(usize::from(index))
    }

    /// Calls `each` with every match of the rules in a sentence: rule by rule, each from left to
    /// right, not overlapping itself.
    pub fn find_all<'r>(
        &'r self,
        rules: &[usize],
        sequence: Sequence<'_>,
        scratch: &mut Scratch,
        mut each: impl FnMut(&'r Rule, Match),
    ) {
        let words = sequence.words.get(..MAX_WORDS.min(sequence.words.len())).unwrap_or_default();
        let search = Search { registry: self, sequence: Sequence { words, ..sequence } };
        let mut sieve = Sieve::default();
        for word in words {
            sieve.classes.extend(word.classes);
            sieve.words |= word.bits;
        }
        scratch.reset(self.phrases.programs.len(), words.len());
        for &index in rules {
            let Some(rule) = self.rules.get(index) else { continue };
            if !rule.program.needs.iter().all(|need| need.met_by(sieve.classes, sieve.words)) {
                continue;
            }
            let mut from = 0;
            while let Some(mut found) = search.find(&rule.program, from, scratch) {
                if guarded(&search, rule, &found, scratch) {
                    from = found.end.max(found.start + 1);
                    found.rule = index;
                    each(rule, found);
                } else {
                    from = found.start + 1;
                }
            }
        }
    }
}

/// Whether all guards of a rule agree to a match.
fn guarded(search: &Search<'_>, rule: &Rule, found: &Match, scratch: &mut Scratch) -> bool {
    rule.guards.iter().all(|guard| {
        let there = if guard.behind {
            search.matches_before(&guard.program, found.start, scratch)
        } else {
            search.matches_after(&guard.program, found.end, scratch)
        };
        there == guard.wanted
    })
}

fn line_of(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1)
}
