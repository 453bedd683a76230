//! Claims unit by unit: rules find cues, code works out edges and claimers.

use super::claimer;
use super::edge::{self, Extent, Frame};
use super::extent::{content, emits, is_quoted};
use super::group::{Group, Mood, group};
use super::nest::settle;
use super::{Claim, Worth};
use crate::lexicon::{Lexicon, class};
use crate::quote::{Clause, Reading, Words, span_of};
use crate::read::BlockKind;
use crate::report::{ClaimForm, ClaimKind};
use crate::rules::{Match, Registry, Rule, RuleError, Scratch, Sequence};
use crate::text::{Document, Span, Unit};

/// A claim in words of its unit.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'r> {
    /// The verb or noun of the cue.
    pub(super) verb: usize,
    pub(super) cue: Words,
    pub(super) speaker: Option<Words>,
    pub(super) addressee: Option<Words>,
    /// In order, not overlapping.
    pub(super) content: Vec<Words>,
    pub(super) form: ClaimForm,
    pub(super) negated: bool,
    /// The time of speaking.
    pub(super) said_at: Option<usize>,
    /// Whether the cue is joined to one before it, whose claimer it shares.
    pub(super) inherits: bool,
    pub(super) rule: &'r Rule,
}

/// The claim rules made ready.
#[derive(Debug)]
pub struct Finder {
    rules: Vec<usize>,
    /// Those for headlines besides.
    headline: Vec<usize>,
    worth: Worth,
}

impl Finder {
    /// The claim rules of a registry.
    ///
    /// # Errors
    /// The list of what makes a claim worth checking is broken, which its test rules out.
    pub fn new(registry: &Registry) -> Result<Self, RuleError> {
        let worth = Worth::builtin()?;
        let headline = registry.family("claim");
        let in_body = |index: &usize| {
            registry.rules().get(*index).is_some_and(|rule| !emits(rule, "where", "headline"))
        };
        let rules = headline.iter().copied().filter(in_body).collect();
        Ok(Self { rules, headline, worth })
    }

    /// What makes a claim worth checking.
    pub fn worth(&self) -> &Worth {
        &self.worth
    }

    /// Runs the rules over every unit.
    pub fn find(
        &self,
        document: &Document<'_>,
        reading: &Reading,
        registry: &Registry,
        scratch: &mut Scratch,
    ) -> Vec<Claim> {
        let text = document.text();
        let mut claims = Vec::new();
        let mut found: Vec<Candidate<'_>> = Vec::new();
        for unit in &reading.view.units {
            found.clear();
            let clause = reading.clause(unit, text);
            let sequence =
                Sequence { text, words: clause.words, noun_phrases: clause.noun_phrases };
            // What the article asks, it does not put forward.
            if clause.words.last().is_some_and(|word| word.is(class::QUESTION_MARK)) {
                continue;
            }
            let block = document.article.blocks.get(unit.block);
            let headline = block.is_some_and(|block| block.kind == BlockKind::Headline);
            let rules = if headline { &self.headline } else { &self.rules };
            registry.find_all(rules, sequence, scratch, |rule, matched| {
                let Some(cue) = rule.group(&matched, "cue") else { return };
                let verb = verb_of(&clause, cue);
                if found.iter().any(|known| known.verb == verb) {
                    return;
                }
                found.extend(candidate(&clause, registry.lexicon(), rule, &matched, cue, verb));
            });
            settle(&clause, &mut found);
            claims.extend(found.iter().filter_map(|candidate| claim(&clause, candidate, registry)));
        }
        claims
    }
}

/// The reporting word within a cue: its first verb, else its first noun.
fn verb_of(clause: &Clause<'_>, (start, end): Words) -> usize {
    (start..end)
        .find(|at| clause.is(*at, class::REPORT_VERB))
        .or_else(|| (start..end).find(|at| clause.is(*at, class::REPORT_NOUN)))
        .unwrap_or(start)
}

/// What a match says, or `None` where its cue puts nothing forward.
fn candidate<'r>(
    clause: &Clause<'_>,
    lexicon: &Lexicon,
    rule: &'r Rule,
    matched: &Match,
    cue: Words,
    verb: usize,
) -> Option<Candidate<'r>> {
    let is_verb = !emits(rule, "cue", "other");
    let group = if is_verb {
        group(clause, verb)?
    } else {
        Group { start: cue.0, mood: Mood::Real, negated: false }
    };
    if !is_verb && cue.0.checked_sub(1).is_some_and(|before| clause.reads(before, "no")) {
        return None;
    }
    let word = clause.words.get(verb)?;
    let lemma = lexicon.text_of(lexicon.lemma_of(word.id));
    if is_verb && !allowed(clause, rule, group, verb) || excluded(rule, lemma) {
        return None;
    }
    let speaker = match rule.emit.get("speaker").map(String::as_str) {
        Some("none") => None,
        Some("owner") => {
            let owned = cue.0.checked_sub(1).filter(|at| clause.is(*at, class::POSSESSIVE));
            (owned.is_some() || clause.in_phrase(cue.0)).then(|| claimer::owner(clause, cue.0))?
        }
        Some("subject") => claimer::subject(clause, group, verb),
        Some("tag") => Some(claimer::of_tag(clause, group, verb)?.0),
        Some("behind") => Some(
            rule.group(matched, "speaker").filter(|words| claimer::can_speak(clause, *words))?,
        ),
        _ => rule.group(matched, "speaker"),
    };
    let needed = !rule.emit.get("speaker").is_some_and(|how| how == "none" || how == "owner");
    if needed && speaker.is_none() && group.mood != Mood::Passive {
        return None;
    }
    let form = match rule.emit.get("form").map(String::as_str) {
        Some("infinitive") => ClaimForm::Infinitive,
        Some("gerund") => ClaimForm::Gerund,
        Some("phrase") => ClaimForm::Phrase,
        _ => ClaimForm::Clause,
    };
    let extent = match form {
        _ if emits(rule, "extent", "sentence") => Extent::Sentence,
        ClaimForm::Clause => Extent::Clause,
        ClaimForm::Phrase => Extent::Phrase,
        ClaimForm::Infinitive | ClaimForm::Gerund => Extent::Short,
    };
    let frame = Frame { place: edge::place(clause, group.start, speaker), extent };
    if emits(rule, "noun", "bare") && clause.reads(rule.group(matched, "content")?.1, "that") {
        return None;
    }
    let content = content(clause, rule, matched, (group, verb), frame)?;
    let first = content.first().map_or(matched.end, |part| part.0);
    let from = speaker.map_or(verb, |words| words.1.min(verb));
    let to = if first > verb { first } else { matched.end };
    let said_at = (from..to).find(|at| clause.is(*at, class::DATE));
    Some(Candidate {
        verb,
        cue,
        speaker,
        addressee: rule.group(matched, "addressee"),
        content,
        form,
        negated: group.negated,
        said_at,
        inherits: is_verb && inherits(clause, group),
        rule,
    })
}

/// Whether a verb is joined to what stands before it: ", adding", "and added".
fn inherits(clause: &Clause<'_>, group: Group) -> bool {
    group.start.checked_sub(1).is_some_and(|before| {
        ["and", "but", "then", "yet"].iter().any(|word| clause.reads(before, word))
            || group.mood == Mood::Participle
                && clause.any(before, &[class::COMMA, class::QUOTE, class::DASH])
    })
}

/// Whether the verb group of a cue puts something forward.
fn allowed(clause: &Clause<'_>, rule: &Rule, group: Group, verb: usize) -> bool {
    let passive = emits(rule, "voice", "passive");
    // "For expressing doubt", "by praising the plan": no noun phrase is put forward there.
    let governed = group.mood == Mood::Participle
        && group.start.checked_sub(1).is_some_and(|before| {
            clause.is(before, class::PREPOSITION) && !clause.is(before, class::SUBORDINATOR)
        });
    if governed && emits(rule, "form", "phrase") {
        return false;
    }
    let mood = match group.mood {
        Mood::Real | Mood::Participle => !passive,
        Mood::Passive => passive || emits(rule, "voice", "any"),
        Mood::Unreal => emits(rule, "mood", "any"),
    };
    // Belief and taking sides stay claims when negated: doubt, denial.
    let stays = clause.is(verb, class::NP_VERB) && !clause.is(verb, class::QUOTE_VERB);
    mood && (!group.negated || stays)
}

/// Whether a rule names the base form of its cue among those that it does not mean.
fn excluded(rule: &Rule, lemma: &str) -> bool {
    rule.emit.get("without").is_some_and(|list| list.split(' ').any(|word| word == lemma))
}

fn claim(clause: &Clause<'_>, candidate: &Candidate<'_>, registry: &Registry) -> Option<Claim> {
    if candidate.form == ClaimForm::Clause && is_quoted(clause, &candidate.content) {
        return None;
    }
    let spans: Vec<Span> =
        candidate.content.iter().filter_map(|part| span_of(clause.words, *part)).collect();
    let lexicon = registry.lexicon();
    let word = clause.words.get(candidate.verb)?;
    Some(Claim {
        kind: ClaimKind::Indirect,
        form: candidate.form,
        spans,
        speaker: candidate.speaker.and_then(|words| span_of(clause.words, words)),
        carried: false,
        cue: span_of(clause.words, candidate.cue),
        lemma: lexicon.text_of(lexicon.lemma_of(word.id)).to_owned(),
        negated: candidate.negated,
        said_at: candidate.said_at.and_then(|at| span_of(clause.words, (at, at + 1))),
        addressee: candidate.addressee.and_then(|words| span_of(clause.words, words)),
        quote: None,
        rule: candidate.rule.id.clone(),
    })
}

/// The units that no claim's cue stands in, for the claims of the article's own voice.
pub(super) fn bare_units<'v>(reading: &'v Reading, claims: &[Claim]) -> Vec<&'v Unit> {
    let mut cues: Vec<u32> = claims.iter().filter_map(|claim| Some(claim.cue?.start)).collect();
    cues.sort_unstable();
    let units = reading.view.units.iter().filter(|unit| {
        let words = reading.view.words_of(unit);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        let at = cues.partition_point(|cue| *cue < first.span.start);
        cues.get(at).is_none_or(|cue| *cue >= last.span.end)
    });
    units.collect()
}
