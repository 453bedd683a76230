//! Speakers attached to quotations, sentence by sentence: what the rules say, then what follows
//! from it for the other quotations of the sentence.

use super::clause::{Clause, Words};
use super::fold::folds;
use super::marks::Marked;
use super::noun_phrase::noun_phrases;
use crate::lexicon::class;
use crate::rules::{Match, Registry, Rule, Scratch, Sequence};
use crate::text::{Document, Span, Unit, View, Word};

/// What a quotation's sentence, or its neighbours, say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The words that name the speaker, as they stand; `None` where the text has none.
    pub speaker: Option<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// Base form of the reporting verb, empty without one.
    pub lemma: String,
    /// Whether words outside the marks belong to what is reported.
    pub mixed: bool,
    /// Whether the speaker comes from another sentence.
    pub carried: bool,
    /// Id of the rule.
    pub rule: String,
    /// Quotations of one attribution are one quote.
    pub group: usize,
}

/// What is known after the sentences were read one by one.
#[derive(Debug, Default)]
pub struct Attributed {
    /// For each quotation what was found.
    pub of: Vec<Option<Attribution>>,
    /// The number of groups so far.
    pub groups: usize,
}

/// The rules' view of a document, with what all rooms need of it.
#[derive(Debug)]
pub struct Reading {
    /// Words and units.
    pub view: View,
    /// For each word of the view, the length of the noun phrase that begins there.
    pub noun_phrases: Vec<u16>,
    /// For each fold of the view, the quotation that it stands for.
    pub quotation_of: Vec<Option<usize>>,
}

impl Reading {
    /// Reads a document with its quotations and dates folded.
    pub fn new(document: &Document<'_>, marked: &[Marked], dates: &[Span]) -> Self {
        let folds = folds(document.text(), marked, dates);
        let view = View::new(document, &folds);
        let noun_phrases = noun_phrases(&view, document.text());
        let mut next = 0;
        let quotation_of = folds
            .iter()
            .map(|fold| {
                let found = marked.get(next).is_some_and(|marked| marked.span == fold.span);
                next += usize::from(found);
                found.then_some(next.wrapping_sub(1))
            })
            .collect();
        Self { view, noun_phrases, quotation_of }
    }

    /// The words of a unit as a clause.
    pub fn clause<'a>(&'a self, unit: &Unit, text: &'a str) -> Clause<'a> {
        Clause {
            text,
            words: self.view.words_of(unit),
            noun_phrases: self.noun_phrases.get(unit.words.clone()).unwrap_or_default(),
        }
    }

    /// The quotation that word `at` of a unit stands for.
    pub fn quotation(&self, unit: &Unit, at: usize) -> Option<usize> {
        let fold = self.view.fold_of(unit.words.start + at)?;
        self.quotation_of.get(fold).copied().flatten()
    }

    /// The quotations of a unit in order, with their words.
    pub fn quotations(&self, unit: &Unit) -> Vec<(usize, usize)> {
        (0..unit.words.len()).filter_map(|at| Some((at, self.quotation(unit, at)?))).collect()
    }
}

/// Runs the quote rules over every unit that holds a quotation.
pub fn attribute(
    document: &Document<'_>,
    reading: &Reading,
    count: usize,
    registry: &Registry,
    rules: &[usize],
    scratch: &mut Scratch,
) -> Attributed {
    let text = document.text();
    let mut found = Attributed { of: vec![None; count], groups: 0 };
    for unit in &reading.view.units {
        let quotations = reading.quotations(unit);
        if quotations.is_empty() {
            continue;
        }
        let clause = reading.clause(unit, text);
        let sequence = Sequence { text, words: clause.words, noun_phrases: clause.noun_phrases };
        registry.find_all(rules, sequence, scratch, |rule, matched| {
            let Some((at, _)) = rule.group(&matched, "quote") else { return };
            let Some(quotation) = reading.quotation(unit, at) else { return };
            if found.of.get(quotation).is_some_and(Option::is_some) {
                return;
            }
            if let Some(attribution) = read(rule, &matched, &clause, registry, found.groups)
                && let Some(place) = found.of.get_mut(quotation)
            {
                *place = Some(attribution);
                found.groups += 1;
            }
        });
        spread(&quotations, &mut found);
    }
    found
}

/// What a match says, or `None` where it names no speaker that makes sense.
fn read(
    rule: &Rule,
    matched: &Match,
    clause: &Clause<'_>,
    registry: &Registry,
    group: usize,
) -> Option<Attribution> {
    let cue = rule.group(matched, "cue");
    let speaker = match rule.emit.get("speaker").map(String::as_str) {
        Some("subject") => cue.and_then(|cue| clause.subject(cue.0)),
        Some("none") => None,
        _ => rule.group(matched, "speaker"),
    };
    if speaker.is_none() && rule.emit.get("speaker").is_none_or(|how| how != "none") {
        return None;
    }
    let word = cue.and_then(|cue| cue_word(clause, cue));
    let lemma = word.map(|word| registry.lexicon().lemma_of(word.id));
    Some(Attribution {
        speaker: speaker.and_then(|words| span_of(clause.words, words)),
        cue: word.map(|word| word.span).or_else(|| span_of(clause.words, cue?)),
        lemma: lemma.map_or_else(String::new, |id| registry.lexicon().text_of(id).to_owned()),
        mixed: rule.emit.get("kind").is_some_and(|kind| kind == "mixed"),
        carried: false,
        rule: rule.id.clone(),
        group,
    })
}

/// The reporting verb within a cue: its last one.
fn cue_word<'a>(clause: &Clause<'a>, cue: Words) -> Option<&'a Word> {
    let words = clause.words.get(cue.0..cue.1)?;
    words.iter().rfind(|word| word.is(class::REPORT_VERB)).or_else(|| words.last())
}

/// The span from the first to the last of some words.
pub fn span_of(words: &[Word], (start, end): Words) -> Option<Span> {
    let inside = words.get(start..end)?;
    Some(inside.first()?.span.join(inside.last()?.span))
}

/// The other quotations of the sentence share the attribution of the one before, else of the one
/// after.
fn spread(quotations: &[(usize, usize)], found: &mut Attributed) {
    let known = |found: &Attributed, index: usize| found.of.get(index).cloned().flatten();
    let mut last: Option<Attribution> = None;
    for &(_, index) in quotations {
        match known(found, index) {
            Some(attribution) => last = Some(attribution),
            None => share(found, index, last.as_ref()),
        }
    }
    let mut next: Option<Attribution> = None;
    for &(_, index) in quotations.iter().rev() {
        match known(found, index) {
            Some(attribution) => next = Some(attribution),
            None => share(found, index, next.as_ref()),
        }
    }
}

fn share(found: &mut Attributed, index: usize, source: Option<&Attribution>) {
    if let (Some(place), Some(source)) = (found.of.get_mut(index), source) {
        *place = Some(source.clone());
    }
}
