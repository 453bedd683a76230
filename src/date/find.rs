//! Finding: the rules run over each sentence, the longest expression wins, then values are
//! resolved in the order of the text.

use super::calendar::Day;
use super::parts::Parts;
use super::resolve::{Emit, Resolved, Resolver};
use super::tense;
use super::value::{Period, Value};
use crate::DateOrder;
use crate::report::{Anchor, DateType};
use crate::rules::{Match, Registry, Rule, RuleError, Scratch, Sequence};
use crate::text::{Document, Sentence, Span, Word};
use std::cmp::Reverse;

/// An expression of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    /// Where, in bytes of the article's text.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: DateType,
    /// What it stands for; prints as its TIMEX3 value.
    pub value: Value,
    /// TIMEX3 `mod`.
    pub modifier: Option<String>,
    /// What the value was worked out from.
    pub anchor: Option<Anchor>,
    /// The rule that found it, an index into [`Registry::rules`].
    pub rule: usize,
}

impl Date {
    /// The day that it stands for, where it is one.
    pub fn day(&self) -> Option<Day> {
        match (&self.value, self.kind) {
            (_, DateType::Set) => None,
            (Value::Period(Period::Day(day)) | Value::Time(Some(Period::Day(day)), _), _) => {
                Some(*day)
            }
            _ => None,
        }
    }
}

/// The date rules of a registry, made ready.
#[derive(Debug)]
pub struct Finder {
    rules: Vec<usize>,
    /// For each rule of the registry, what it emits, if it is a date rule.
    emits: Vec<Option<Emit>>,
}

/// An expression found, not yet resolved.
#[derive(Debug)]
struct Candidate {
    start: usize,
    end: usize,
    rule: usize,
    parts: Parts,
}

impl Finder {
    /// Makes the date rules of a registry ready.
    ///
    /// # Errors
    /// An `emit` table has a key or a value that is not known.
    pub fn new(registry: &Registry) -> Result<Self, RuleError> {
        let rules = registry.family("date");
        let mut emits = vec![None; registry.rules().len()];
        for &index in &rules {
            let Some(rule) = registry.rules().get(index) else { continue };
            let emit = Emit::read(&rule.emit).map_err(|message| RuleError {
                file: rule.file.clone(),
                line: None,
                message: format!("{}: {message}", rule.id),
            })?;
            if let Some(place) = emits.get_mut(index) {
                *place = Some(emit);
            }
        }
        Ok(Self { rules, emits })
    }

    /// Finds every expression of time in the blocks that hold facts, in the order of the text.
    ///
    /// `published` is the day that relative expressions count from; without it they count from
    /// the last date that the text mentions.
    pub fn find(
        &self,
        document: &Document<'_>,
        registry: &Registry,
        published: Option<Day>,
        order: DateOrder,
        scratch: &mut Scratch,
    ) -> Vec<Date> {
        let mut resolver = Resolver::new(published, order);
        let mut dates = Vec::new();
        for sentence in &document.sentences {
            let words = document.words_of(sentence);
            if words.is_empty() {
                continue;
            }
            let candidates = self.candidates(document, sentence, registry, scratch);
            for (index, candidate) in candidates.iter().enumerate() {
                let next = candidates.get(index + 1);
                dates.extend(self.resolve(candidate, next, words, document, &mut resolver));
            }
        }
        dates
    }

    /// What the rules find in a sentence, without overlaps, from left to right.
    fn candidates(
        &self,
        document: &Document<'_>,
        sentence: &Sentence,
        registry: &Registry,
        scratch: &mut Scratch,
    ) -> Vec<Candidate> {
        let words = document.words_of(sentence);
        let text = document.text();
        let mut found = Vec::new();
        let sequence = Sequence { text, words, noun_phrases: &[] };
        registry.find_all(&self.rules, sequence, scratch, |rule, matched| {
            if let Some(parts) = read(rule, &matched, words, text) {
                found.push(Candidate {
                    start: matched.start,
                    end: matched.end,
                    rule: matched.rule,
                    parts,
                });
            }
        });
        if found.len() < 2 {
            return found;
        }
        // The longest wins; among equals the rule that stands first.
        found.sort_by_key(|candidate| {
            (Reverse(candidate.end - candidate.start), candidate.rule, candidate.start)
        });
        let mut taken = vec![false; words.len()];
        found.retain(|candidate| {
            let place = taken.get_mut(candidate.start..candidate.end).unwrap_or_default();
            let free = place.iter().all(|taken| !taken);
            if free {
                place.fill(true);
            }
            free
        });
        found.sort_by_key(|candidate| candidate.start);
        found
    }

    fn resolve(
        &self,
        candidate: &Candidate,
        next: Option<&Candidate>,
        words: &[Word],
        document: &Document<'_>,
        resolver: &mut Resolver,
    ) -> Option<Date> {
        let emit = self.emits.get(candidate.rule)?.as_ref()?;
        let mut parts = candidate.parts.clone();
        if let Some(next) = next.filter(|next| joined(candidate, next, words, document)) {
            parts.borrow(&next.parts);
        }
        let tense = tense::around(words, candidate.start, candidate.end, document.lexicon);
        let Resolved { value, date_type, anchor } = resolver.resolve(emit, &parts, tense)?;
        let inside = words.get(candidate.start..candidate.end)?;
        let span = inside.first()?.span.join(inside.last()?.span);
        let modifier = parts.modifier.map(str::to_owned).or_else(|| emit.modifier.clone());
        Some(Date { span, kind: date_type, value, modifier, anchor, rule: candidate.rule })
    }
}

/// Reads the groups of a match.
fn read(rule: &Rule, matched: &Match, words: &[Word], text: &str) -> Option<Parts> {
    let mut groups = Vec::with_capacity(4);
    for name in rule.groups() {
        if let Some((start, end)) = rule.group(matched, name) {
            let inside = words.get(start..end)?;
            if !inside.is_empty() {
                groups.push((name, inside.iter().map(|word| word.span.of(text)).collect()));
            }
        }
    }
    Parts::read(&groups)
}

/// Whether two expressions are the ends of a range or an enumeration: one connecting word between.
fn joined(one: &Candidate, next: &Candidate, words: &[Word], document: &Document<'_>) -> bool {
    let between = words.get(one.end..next.start).unwrap_or_default();
    match between {
        [word] => {
            let text = word.span.of(document.text());
            matches!(
                text,
                "-" | "–" | "—" | "/" | "," | "to" | "and" | "or" | "through" | "until" | "till"
            )
        }
        _ => false,
    }
}
