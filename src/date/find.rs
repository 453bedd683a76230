//! Finding: the rules run over each sentence, the longest expression wins, then values are
//! resolved in the order of the text.

use super::calendar::Day;
use super::parts::Parts;
use super::resolve::{Emit, Resolved, Resolver};
use super::value::{Period, Value};
use super::{speech, tense};
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
    /// Whether it dates a verb of speech: "said Monday", "on Monday she told the court".
    pub of_speech: bool,
    /// The rule that found it, an index into [`Registry::rules`].
    pub rule: usize,
}

impl Date {
    fn is_year(&self) -> bool {
        matches!(self.value, Value::Period(Period::Year(_)))
    }

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

/// What the values of relative expressions depend on.
#[derive(Debug, Clone, Copy)]
pub struct CountFrom<'a> {
    /// The day that they count from; without it they count from the last date that the text mentions.
    pub published: Option<Day>,
    /// How all-number dates are read.
    pub order: DateOrder,
    /// The stretches in quotation marks, in the order of the text: what is said in them counts from
    /// the day on which it was said, where the text names it.
    pub quoted: &'a [Span],
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
    pub fn find(
        &self,
        document: &Document<'_>,
        registry: &Registry,
        count_from: &CountFrom<'_>,
        scratch: &mut Scratch,
    ) -> Vec<Date> {
        let CountFrom { published, order, quoted } = *count_from;
        let mut resolver = Resolver::new(published, order);
        let mut dates = Vec::new();
        // The day on which the paragraph's quotes were spoken.
        let (mut said_in, mut said_on) = (None, None);
        for sentence in &document.sentences {
            let words = document.words_of(sentence);
            if words.is_empty() {
                continue;
            }
            let candidates = self.candidates(document, sentence, registry, scratch);
            let in_quote = |candidate: &Candidate| {
                words.get(candidate.start).is_some_and(|word| is_inside(quoted, word.span))
            };
            if said_in != Some(sentence.block) {
                (said_in, said_on) = (Some(sentence.block), None);
            }
            for candidate in candidates.iter().filter(|candidate| !in_quote(candidate)) {
                if speech::dates_speech(words, candidate.start, candidate.end) {
                    let mut aside = resolver.clone();
                    let date = self.resolve(candidate, None, words, document, &mut aside);
                    said_on = date.and_then(|date| date.day()).or(said_on);
                }
            }
            for (index, candidate) in candidates.iter().enumerate() {
                let next = candidates.get(index + 1);
                // What is said counts from the day on which it is said.
                let spoken = said_on.filter(|_| published.is_some() && in_quote(candidate));
                if spoken.is_some() {
                    resolver.publish_on(spoken);
                }
                let previous = index.checked_sub(1).and_then(|index| candidates.get(index));
                let ends_range =
                    previous.is_some_and(|previous| joined(previous, candidate, words, document));
                let before = resolver.clone();
                let mut date = self.resolve(candidate, next, words, document, &mut resolver);
                if published.is_none() && ends_range && date.as_ref().is_some_and(Date::is_year) {
                    // A history goes on in the first year of "1792-1795", not in the last.
                    resolver = before;
                }
                if spoken.is_some() {
                    resolver.publish_on(published);
                    if let Some(date) = &mut date
                        && date.anchor == Some(Anchor::Published)
                        && spoken != published
                    {
                        date.anchor = Some(Anchor::Quote);
                    }
                }
                dates.extend(date);
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
        let of_speech = speech::dates_speech(words, candidate.start, candidate.end);
        let rule = candidate.rule;
        Some(Date { span, kind: date_type, value, modifier, anchor, of_speech, rule })
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

/// Whether a word stands inside one of some stretches in the order of the text.
fn is_inside(stretches: &[Span], word: Span) -> bool {
    let next = stretches.partition_point(|stretch| stretch.start <= word.start);
    let before = next.checked_sub(1).and_then(|at| stretches.get(at));
    before.is_some_and(|stretch| stretch.contains(word))
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
