//! Senses of a cue that its words and its content choose.

use super::Sense;
use super::scene::Scene;
use crate::lexicon::class;
use crate::report::{ClaimForm, Stance};

/// The sense of a cue in this scene; `None` where the lists tell it.
pub(super) fn idiom(scene: &Scene<'_>) -> Option<Sense> {
    acting(scene)
        .or_else(|| with_particle(scene))
        .or_else(|| naming(scene))
        .or_else(|| telling(scene))
}

/// Cues of what somebody is to do.
fn acting(scene: &Scene<'_>) -> Option<Sense> {
    let to_do = scene.is_infinitive();
    let stance = match scene.cue.lemma {
        "ask" | "tell" | "beg" | "support" | "back" | "endorse" | "name" | "nominate"
        | "welcome"
            if to_do =>
        {
            Stance::Demand
        }
        "ask" if scene.then("for") || scene.then("that") => Stance::Demand,
        "agree" | "decide" | "resolve" | "opt" | "choose" | "decision" if to_do => Stance::Promise,
        "refuse" | "decline" => Stance::Deny,
        "threaten" if !to_do => Stance::Warn,
        "want" | "like" | "need" | "prefer" | "intend" if to_do && scene.has_other_actor() => {
            Stance::Demand
        }
        "like" | "prefer" | "need" | "wish" if to_do => return Some(Sense::Nothing),
        "suggest" | "propose" | "advocate" | "recommend" if scene.is_directive() => Stance::Demand,
        _ => return None,
    };
    Some(Sense::Puts(stance))
}

/// Verbs that a particle turns: "call for", "rule out", "shoot back".
fn with_particle(scene: &Scene<'_>) -> Option<Sense> {
    let has = |particles: &[&str]| scene.has_particle(particles);
    let stance = match scene.cue.lemma {
        "call" if has(&["for", "on", "upon"]) => Stance::Demand,
        "call" if has(&["off", "up"]) => return Some(Sense::Nothing),
        "push" | "press" | "lobby" | "campaign" if has(&["for"]) => Stance::Demand,
        "rule" | "turn" | "shoot" | "knock" if has(&["out", "down"]) => Stance::Deny,
        "play" | "brush" | "wave" if has(&["down", "off", "aside", "away"]) => Stance::Deny,
        "push" | "fire" | "hit" | "shoot" if has(&["back"]) => Stance::Say,
        "point" | "spell" | "lay" | "go" | "chime" | "sum" if has(&["out", "on", "in", "up"]) => {
            Stance::Say
        }
        // "Shot back": the cue may be the particle alone.
        "back"
            if scene.follows(&["shot", "shoots", "shooting", "fired", "fires", "hit", "hits"]) =>
        {
            Stance::Say
        }
        "doubt" if scene.follows(&["no", "little"]) => Stance::Say,
        "find" if has(&["out"]) => Stance::Evidence,
        "see" | "view" | "regard" | "interpret" | "cast" if has(&["as"]) => Stance::Believe,
        _ => return None,
    };
    Some(Sense::Puts(stance))
}

/// Cues that name or judge somebody: "slammed him as a fraud" says what he is.
fn naming(scene: &Scene<'_>) -> Option<Sense> {
    let phrase = scene.cue.form == ClaimForm::Phrase;
    match scene.cue.lemma {
        "see" | "view" if phrase => Some(Sense::Puts(Stance::Believe)),
        "slam" | "blast" | "rip" | "bash" | "attack" | "dismiss" | "criticize" | "criticise"
        | "condemn" | "denounce" | "assail"
            if scene.names_a_person() =>
        {
            Some(Sense::Puts(Stance::Say))
        }
        "criticize" | "criticise" | "condemn" | "denounce" | "blast" | "slam" | "attack"
        | "rip" | "bash" | "chide" | "fault" | "decry" | "scold"
            if phrase && !scene.blames() =>
        {
            Some(Sense::Nothing)
        }
        _ => None,
    }
}

/// Cues whose claimer or content tells the sense.
fn telling(scene: &Scene<'_>) -> Option<Sense> {
    let stance = match scene.cue.lemma {
        "predict" | "say" | "tell" | "know" | "gauge" | "assess" if scene.is_hard() => {
            Stance::Doubt
        }
        "say" | "claim" | "argue" if scene.is_accuser() => Stance::Allege,
        "according" | "accord" | "per" if !scene.is_finding() => Stance::Say,
        "according" | "accord" | "per" | "under" => Stance::Evidence,
        "indicate" | "suggest" | "confirm" | "say" | "tell" | "estimate" | "put"
            if scene.is_finding() =>
        {
            Stance::Evidence
        }
        "in" => Stance::Believe,
        "allegedly" => Stance::Allege,
        "recall" | "remember" if scene.content.is(0, class::QUESTION_WORD) => Stance::Evidence,
        "charge" | "fine" if scene.content.is(0, class::CURRENCY_SIGN) => {
            return Some(Sense::Nothing);
        }
        "question" if scene.is_noun() || scene.has_particle(&["questions"]) && !scene.is_verb() => {
            Stance::Ask
        }
        _ => return None,
    };
    Some(Sense::Puts(stance))
}
