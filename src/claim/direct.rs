//! Claims that need no cue: quotes and turns that are statements, and the article's own sentences.

use super::Claim;
use super::find::bare_units;
use crate::lexicon::class;
use crate::quote::{Quote, Reading};
use crate::read::BlockKind;
use crate::report::{ClaimForm, ClaimKind};
use crate::text::{Document, Span, Word};

/// The quotes that are statements.
pub fn quoted(document: &Document<'_>, quotes: &[Quote]) -> Vec<Claim> {
    let direct = quotes.iter().enumerate().filter(|(_, quote)| !quote.attribution.mixed);
    direct
        .filter(|(_, quote)| {
            quote.spans.iter().any(|span| {
                let text = span.of(document.text());
                let words = document.words.get(document.words_in(*span)).unwrap_or_default();
                !text.trim_end_matches(['”', '"', '’', '\'', '»']).ends_with('?')
                    && states(words, document.text())
            })
        })
        .map(|(index, quote)| {
            let said = &quote.attribution;
            Claim {
                kind: ClaimKind::Direct,
                form: ClaimForm::Clause,
                spans: quote.spans.clone(),
                speaker: said.speaker,
                carried: said.carried,
                cue: said.cue,
                lemma: said.lemma.clone(),
                negated: false,
                said_at: None,
                addressee: None,
                quote: Some(index),
                rule: "claim/quoted-statement".to_owned(),
            }
        })
        .collect()
}

/// The sentences of interview turns that are statements.
pub fn turns(document: &Document<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for sentence in &document.sentences {
        let Some(block) = document.block(sentence) else { continue };
        let words = document.words_of(sentence);
        let Some(name) = block.turn.filter(|_| block.kind == BlockKind::Turn) else { continue };
        if !states(words, document.text()) {
            continue;
        }
        claims.extend(statement(words, document.text()).map(|span| Claim {
            speaker: Some(name),
            rule: "claim/turn-statement".to_owned(),
            ..bare(ClaimKind::Direct, span)
        }));
    }
    claims
}

/// The article's own statements: declarative sentences without a cue.
pub fn narrator(document: &Document<'_>, reading: &Reading, claims: &[Claim]) -> Vec<Claim> {
    let mut found = Vec::new();
    for unit in bare_units(reading, claims) {
        let kind = document.article.blocks.get(unit.block).map(|block| block.kind);
        let words = reading.view.words_of(unit);
        let bare_quote =
            words.iter().any(|word| word.is(class::QUOTE) && !word.is(class::QUOTE_SHORT));
        if matches!(kind, Some(BlockKind::Body | BlockKind::Headline | BlockKind::Caption))
            && !bare_quote
            && states(words, document.text())
        {
            found.extend(statement(words, document.text()).map(|span| Claim {
                rule: "claim/narrator".to_owned(),
                ..bare(ClaimKind::Narrator, span)
            }));
        }
    }
    found
}

fn bare(kind: ClaimKind, span: Span) -> Claim {
    Claim {
        kind,
        form: ClaimForm::Clause,
        spans: vec![span],
        speaker: None,
        carried: false,
        cue: None,
        lemma: String::new(),
        negated: false,
        said_at: None,
        addressee: None,
        quote: None,
        rule: String::new(),
    }
}

/// A sentence without its full stop.
fn statement(words: &[Word], text: &str) -> Option<Span> {
    let first = words.first()?;
    let last = words.iter().rfind(|word| !word.is(class::STOP))?;
    let span = first.span.join(last.span);
    (!span.of(text).is_empty()).then_some(span)
}

/// The fewest words of a statement.
const MIN_WORDS: usize = 3;

/// Whether words make a declarative sentence: a finite verb, no question, no command.
fn states(words: &[Word], text: &str) -> bool {
    let wordy: Vec<&Word> = words
        .iter()
        .filter(|word| {
            word.is(class::LOWER)
                || word.is(class::CAPITALIZED)
                || word.is(class::NUMBER)
                || word.is(class::CLITIC)
        })
        .collect();
    let Some(first) = wordy.first() else { return false };
    if wordy.len() < MIN_WORDS
        || words.iter().rev().take(3).any(|word| word.is(class::QUESTION_MARK))
    {
        return false;
    }
    let opening = first.span.of(text).to_lowercase();
    let verbs = wordy.iter().filter(|word| is_finite(word)).count();
    // "What they want is a vote" is no question: it has a second verb.
    let asks = first.is(class::AUXILIARY)
        || verbs < 2 && ["who", "what", "why", "how", "where"].contains(&opening.as_str());
    // "Well, it did", "Look, it did": a word that leads in.
    let leads_in = words.get(1).is_some_and(|second| second.is(class::COMMA));
    let commands = !leads_in
        && first.is(class::BASE)
        && !first.is(class::NOUN)
        && !first.is(class::PRONOUN)
        && !first.is(class::PAST)
        || ["let", "please", "don't", "don’t"].contains(&opening.as_str());
    let finite = wordy.iter().skip(1).any(|word| is_finite(word))
        || wordy.windows(2).any(|pair| {
            (pair[0].is(class::SUBJECT_PRONOUN) || pair[0].is(class::PLURAL))
                && pair[1].is(class::BASE)
        });
    finite && !asks && !commands
}

/// An auxiliary, or a verb with an ending that only finite forms have.
fn is_finite(word: &Word) -> bool {
    word.is(class::AUXILIARY) || word.is(class::PAST) || word.is(class::THIRD)
}
