//! Speakers attached to quotations, sentence by sentence: what the rules say, then what follows
//! from it for the other quotations of the sentence.

use super::clause::{Clause, Words};
use super::fold::folds;
use super::marks::Marked;
use super::noun_phrase::noun_phrases;
use super::title::{is_inscription, is_nickname, is_title};
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
    /// For each unit of the view who speaks in it, by its quotations or its reported speech.
    pub floor: Vec<Option<Attribution>>,
    /// Which quotations are titles of works, and no quotes.
    pub titles: Vec<bool>,
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
    /// For each word of the view, its place in the noun phrase that holds it, from 1; else 0.
    pub inside: Vec<u16>,
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
        let mut inside = vec![0; noun_phrases.len()];
        for (start, length) in noun_phrases.iter().enumerate() {
            for place in 0..*length {
                if let Some(word) = inside.get_mut(start + usize::from(place)) {
                    *word = place + 1;
                }
            }
        }
        Self { view, noun_phrases, inside, quotation_of }
    }

    /// The words of a unit as a clause.
    pub fn clause<'a>(&'a self, unit: &Unit, text: &'a str) -> Clause<'a> {
        Clause {
            text,
            words: self.view.words_of(unit),
            noun_phrases: self.noun_phrases.get(unit.words.clone()).unwrap_or_default(),
            inside: self.inside.get(unit.words.clone()).unwrap_or_default(),
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

/// A reporting verb of a unit, with its subject.
#[derive(Debug, Clone)]
struct Report {
    cue: Words,
    speaker: Words,
    /// How many words on its marked words may begin.
    reach: usize,
    /// Whether it takes a whole clause.
    whole: bool,
    attribution: Attribution,
}

/// Runs the quote rules over every unit.
pub fn attribute(
    document: &Document<'_>,
    reading: &Reading,
    marked: &[Marked],
    registry: &Registry,
    rules: &[usize],
    scratch: &mut Scratch,
) -> Attributed {
    let text = document.text();
    let units = reading.view.units.len();
    let mut found = Attributed {
        of: vec![None; marked.len()],
        floor: vec![None; units],
        titles: vec![false; marked.len()],
        groups: 0,
    };
    let mut reports: Vec<Report> = Vec::new();
    for (index, unit) in reading.view.units.iter().enumerate() {
        let mut quotations = reading.quotations(unit);
        let clause = reading.clause(unit, text);
        let mut last_title = None;
        quotations.retain(|(at, quotation)| {
            // “One Song” and “Another”
            let link = at.checked_sub(1).and_then(|link| clause.words.get(link));
            let links = [class::CONJUNCTION, class::COMMA];
            let listed = last_title.is_some_and(|last| last + 2 == *at)
                && link.is_some_and(|word| links.iter().any(|class| word.is(*class)));
            let before = clause.words.get(..*at).unwrap_or_default();
            let behind = clause.words.get(at + 1);
            let title = is_inscription(text, before)
                || marked.get(*quotation).is_some_and(|marked| {
                    is_title(text, marked, before, listed)
                        || is_nickname(text, marked, before.last(), behind)
                });
            last_title = title.then_some(*at).or(last_title);
            if title && let Some(place) = found.titles.get_mut(*quotation) {
                *place = true;
            }
            !title
        });
        let sequence = Sequence { text, words: clause.words, noun_phrases: clause.noun_phrases };
        reports.clear();
        registry.find_all(rules, sequence, scratch, |rule, matched| {
            let Some(said) = read(rule, &matched, &clause, registry, found.groups) else { return };
            let Some((at, _)) = rule.group(&matched, "quote") else {
                reports.push(said);
                return;
            };
            let quotation = reading
                .quotation(unit, at)
                .filter(|index| found.titles.get(*index) == Some(&false));
            if let Some(place) = quotation.and_then(|index| found.of.get_mut(index))
                && place.is_none()
            {
                // "The plan is “dead,” Reed said": words outside the marks are reported, too.
                let lower = clause.words.get(at).is_some_and(|word| !word.is(class::QUOTE_CAPITAL));
                let mixed = said.attribution.mixed || lower && at > 0 && said.cue.0 > at;
                *place = Some(Attribution { mixed, ..said.attribution });
                found.groups += 1;
            }
        });
        join_by_cue(&quotations, &mut found);
        reports.sort_by_key(|report| report.cue);
        for &(at, quotation) in &quotations {
            if let Some(place) = found.of.get_mut(quotation)
                && place.is_none()
                && let Some(report) = governing(&reports, at, &clause)
            {
                *place = Some(Attribution { group: found.groups, ..report.attribution.clone() });
                found.groups += 1;
            }
        }
        spread(&quotations, &mut found);
        let last =
            quotations.iter().rev().find_map(|(_, index)| found.of.get(*index).cloned().flatten());
        let floor = last.or_else(|| {
            governing(&reports, unit.words.len(), &clause).map(|report| report.attribution.clone())
        });
        if let Some(place) = found.floor.get_mut(index) {
            *place = floor;
        }
    }
    found
}

/// What stands on both sides of one tag is one quote.
fn join_by_cue(quotations: &[(usize, usize)], found: &mut Attributed) {
    let mut last: Option<(Option<Span>, usize)> = None;
    for &(_, index) in quotations {
        let Some(Some(attribution)) = found.of.get_mut(index) else { continue };
        match last {
            Some((cue, group)) if cue == attribution.cue => attribution.group = group,
            _ => last = Some((attribution.cue, attribution.group)),
        }
    }
}

/// The reporting verb that marked words at `at` depend on: the outermost one, unless another
/// clause with a subject of its own has begun since.
fn governing<'r>(reports: &'r [Report], at: usize, clause: &Clause<'_>) -> Option<&'r Report> {
    let mut governing: Option<&Report> = None;
    let before = |report: &&Report| report.cue.1 <= at && report.cue.1 + report.reach >= at;
    // A relative clause inside the subject of a later reporting verb: "a man, who asked for silence, said".
    let aside = |report: &Report| {
        let relative =
            clause.words.get(report.speaker.0).is_some_and(|word| word.is(class::RELATIVE_PRONOUN));
        relative
            && reports.iter().filter(before).any(|later| {
                later.whole && later.cue.0 > report.cue.1 && later.speaker.0 < report.speaker.0
            })
    };
    for report in reports.iter().filter(before).filter(|report| report.whole && !aside(report)) {
        let restarts = governing.is_some_and(|outer| {
            report.speaker.0 > outer.cue.1 && begins_clause(clause, report.speaker.0)
        });
        if governing.is_none() || restarts {
            governing = Some(report);
        }
    }
    let nearest = reports.iter().rfind(before);
    let own_clause = |report: &&Report| {
        let outer = governing.map_or(0, |outer| outer.cue.1);
        report.speaker.0 >= outer && begins_clause(clause, report.speaker.0)
    };
    nearest.filter(own_clause).or(governing).or(nearest)
}

/// Whether a new main clause begins at a word: ", and", ", while", a semicolon before it.
fn begins_clause(clause: &Clause<'_>, at: usize) -> bool {
    let is = |at: Option<usize>, class| {
        at.and_then(|at| clause.words.get(at)).is_some_and(|word| word.is(class))
    };
    let before = at.checked_sub(1);
    let joined = is(before, class::CONJUNCTION) || is(before, class::SUBORDINATOR);
    is(before, class::SEMICOLON) || joined && is(at.checked_sub(2), class::COMMA)
}

/// What a match says, or `None` where it names no speaker that makes sense.
fn read(
    rule: &Rule,
    matched: &Match,
    clause: &Clause<'_>,
    registry: &Registry,
    group: usize,
) -> Option<Report> {
    let cue = rule.group(matched, "cue")?;
    let emitted = |key: &str| rule.emit.get(key).map(String::as_str);
    if emitted("speaker") == Some("none") {
        let attribution = unnamed(rule, clause, cue, registry, group);
        return Some(Report { cue, speaker: cue, reach: 0, whole: false, attribution });
    }
    let speaker = match emitted("speaker") {
        Some("subject") => clause.subject(cue.0),
        Some("main-subject") => clause.main_subject(cue.0),
        Some("possessor") => clause.possessor(cue.0),
        _ => rule.group(matched, "speaker").map(|speaker| {
            let behind = speaker.0 >= cue.1;
            if behind { clause.with_description(speaker) } else { speaker }
        }),
    }?;
    let persons = [
        class::ROLE,
        class::GROUP_NOUN,
        class::ORG_NOUN,
        class::GIVEN_NAME,
        class::TITLE,
        class::KINSHIP,
        class::UNKNOWN,
    ];
    let person = |word: &Word| persons.iter().any(|class| word.is(*class));
    let words = clause.words.get(speaker.0..speaker.1).unwrap_or_default();
    if emitted("who") == Some("person") && !words.iter().any(person) {
        return None;
    }
    let at = cue_word(clause, cue);
    let word = at.and_then(|at| clause.words.get(at));
    // "22 emails", "a rally chant": what looks like a verb is part of a noun phrase.
    let noun = |at| {
        clause.in_phrase(at)
            && clause.words.get(at).is_some_and(|word| {
                !word.is(class::REPORT_NOUN) || emitted("speaker") != Some("possessor")
            })
    };
    if word.is_some_and(|word| word.is(class::REPORT_VERB)) && at.is_some_and(noun) {
        return None;
    }
    let lemma = word.map(|word| registry.lexicon().lemma_of(word.id));
    let attribution = Attribution {
        speaker: span_of(clause.words, speaker),
        cue: word.map(|word| word.span),
        lemma: lemma.map_or_else(String::new, |id| registry.lexicon().text_of(id).to_owned()),
        mixed: emitted("kind") == Some("mixed"),
        carried: false,
        rule: rule.id.clone(),
        group,
    };
    let whole = emitted("reach").is_none();
    let reach =
        emitted("reach").and_then(|words| words.parse().ok()).unwrap_or(usize::from(u16::MAX));
    Some(Report { cue, speaker, reach, whole, attribution })
}

/// What a match says that names nobody: "…, court told".
fn unnamed(
    rule: &Rule,
    clause: &Clause<'_>,
    cue: Words,
    registry: &Registry,
    group: usize,
) -> Attribution {
    let word = cue_word(clause, cue).and_then(|at| clause.words.get(at));
    let lemma = word.map(|word| registry.lexicon().lemma_of(word.id));
    Attribution {
        speaker: None,
        cue: word.map(|word| word.span),
        lemma: lemma.map_or_else(String::new, |id| registry.lexicon().text_of(id).to_owned()),
        mixed: false,
        carried: false,
        rule: rule.id.clone(),
        group,
    }
}

/// The reporting verb within a cue: its last one.
fn cue_word(clause: &Clause<'_>, cue: Words) -> Option<usize> {
    let verb = |at: &usize| clause.words.get(*at).is_some_and(|word| word.is(class::REPORT_VERB));
    (cue.0..cue.1).rev().find(verb).or_else(|| cue.1.checked_sub(1))
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
