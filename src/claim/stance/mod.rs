//! Stance: what the claimer does with the content.
//!
//! The cue's word gives it ("denied" deny); the words around the cue and the form of the content
//! choose between the senses of one ("asked whether" ask, "asked him to go" demand).

mod idiom;
mod scene;

use super::content::Content;
use super::list::row;
use crate::report::{ClaimForm, Stance};
use crate::text::{Document, Span};
use scene::Scene;

/// What is known about a claim besides its content.
#[derive(Debug, Clone, Copy)]
pub struct Cue<'a> {
    /// Base form of the cue's verb, noun or adjective.
    pub lemma: &'a str,
    /// Where the cue stands, in bytes.
    pub span: Span,
    /// Where the words for the claimer stand, in bytes.
    pub speaker: Option<Span>,
    /// Grammatical form of the content.
    pub form: ClaimForm,
}

const VERBS: &str = include_str!("../../lexicon/reporting-verbs.txt");
const NOUNS: &str = include_str!("../../lexicon/reporting-nouns.txt");
const ADJECTIVES: &str = include_str!("../../lexicon/reporting-adjectives.txt");

/// How far around the cue its negation, particle and object are looked for, in words.
const REACH: usize = 8;

/// The stance of a claim; `None` where nothing is put forward by this cue (praise, hope, "did not
/// say").
pub fn stance(document: &Document<'_>, cue: &Cue<'_>, content: &Content<'_>) -> Option<Stance> {
    let (words, place) = Content::around(document, cue.span, REACH);
    let speaker = cue.speaker.map(|span| Content::new(document, &[span]));
    let scene = Scene { cue, words: &words, place, content, speaker: speaker.as_ref() };
    match idiom::idiom(&scene).unwrap_or_else(|| listed(&scene)) {
        Sense::Puts(Stance::Say) if content.word(content.len().wrapping_sub(1)) == "?" => {
            Some(Stance::Ask)
        }
        Sense::Puts(stance) if scene.is_negated() => negated(stance, cue.lemma),
        Sense::Puts(stance) => Some(stance),
        Sense::Nothing => None,
    }
}

/// What a cue does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// It puts a content forward.
    Puts(Stance),
    /// It praises, hopes, or names a topic.
    Nothing,
}

/// The stance of a negated cue: "does not believe" doubts, "did not say" puts nothing forward.
fn negated(stance: Stance, lemma: &str) -> Option<Stance> {
    match stance {
        Stance::Doubt if lemma == "doubt" => Some(Stance::Say),
        Stance::Believe => Some(Stance::Doubt),
        Stance::Agree => Some(Stance::Deny),
        Stance::Doubt => Some(Stance::Believe),
        Stance::Evidence if matches!(lemma, "know" | "see" | "understand") => Some(Stance::Doubt),
        Stance::Evidence => Some(Stance::Evidence),
        Stance::Predict => Some(Stance::Predict),
        Stance::Promise if lemma != "want" => Some(Stance::Promise),
        _ => None,
    }
}

/// The sense of a cue by the word lists, "say" where they do not know it.
fn listed(scene: &Scene<'_>) -> Sense {
    let lemma = scene.cue.lemma;
    let look =
        |list: &'static str, column: usize| row(list, lemma).and_then(|mut row| row.nth(column));
    let (verb, noun) = (|| look(VERBS, 0), || look(NOUNS, 1));
    let name = if scene.is_noun() { noun().or_else(verb) } else { verb().or_else(noun) };
    match name.or_else(|| look(ADJECTIVES, 0)) {
        Some("deny") => Sense::Puts(Stance::Deny),
        Some("allege") => Sense::Puts(Stance::Allege),
        Some("admit") => Sense::Puts(Stance::Admit),
        Some("agree") => Sense::Puts(Stance::Agree),
        Some("warn") => Sense::Puts(Stance::Warn),
        Some("predict") => Sense::Puts(Stance::Predict),
        Some("promise") => Sense::Puts(Stance::Promise),
        Some("demand") => Sense::Puts(Stance::Demand),
        Some("believe") => Sense::Puts(Stance::Believe),
        Some("doubt") => Sense::Puts(Stance::Doubt),
        Some("ask") => Sense::Puts(Stance::Ask),
        Some("evidence") => Sense::Puts(Stance::Evidence),
        Some("-") => Sense::Nothing,
        Some(_) | None => Sense::Puts(Stance::Say),
    }
}
