//! A cue among the words around it: what they say about its sense.

use super::Cue;
use crate::claim::clause::is_adverb;
use crate::claim::content::Content;
use crate::lexicon::class;
use crate::report::ClaimForm;
use std::ops::Range;

/// The most words that the object of "urge" or "want" has before its "to".
const OBJECT: usize = 8;

/// A cue among its words.
pub(super) struct Scene<'s> {
    pub(super) cue: &'s Cue<'s>,
    pub(super) words: &'s Content<'s>,
    pub(super) place: Range<usize>,
    pub(super) content: &'s Content<'s>,
    pub(super) speaker: Option<&'s Content<'s>>,
}

impl Scene<'_> {
    /// Whether a word of negation stands in the cue or in the verb group before it.
    pub(super) fn is_negated(&self) -> bool {
        let words = self.words;
        let not = |index: usize| {
            matches!(
                words.word(index),
                "not" | "never" | "cannot" | "nor" | "neither" | "nobody" | "n't"
            ) || words.word(index).ends_with("n't")
                || words.has(index, "no longer")
                || words.has(index, "no one")
        };
        let group = (0..self.place.start)
            .rev()
            .take_while(|index| {
                is_adverb(words, *index)
                    || not(*index)
                    || words.is(*index, class::BE)
                    || words.is_in(*index, &["to", "one", "willing", "want", "nobody"])
            })
            .last()
            .unwrap_or(self.place.start);
        let only = |index: usize| words.is_in(index + 1, &["only", "just"]);
        (group..self.place.end).any(|index| not(index) && !only(index))
    }

    /// The words behind the cue begin like this.
    pub(super) fn then(&self, words: &str) -> bool {
        self.words.has(self.place.end, words) || self.content.has(0, words)
    }

    /// The cue is or has one of these words, or is followed by one.
    pub(super) fn has_particle(&self, particles: &[&str]) -> bool {
        (self.place.start..=self.place.end).any(|index| self.words.is_in(index, particles))
    }

    /// The content is "to" and a verb, whatever stands between it and the cue.
    pub(super) fn is_infinitive(&self) -> bool {
        let first = usize::from(self.content.is_in(0, &["not", "never", "also"]));
        self.content.word(first) == "to"
            || matches!(self.cue.form, ClaimForm::Infinitive | ClaimForm::Phrase)
                && (0..self.content.len().min(OBJECT)).any(|index| {
                    self.content.word(index) == "to" && self.content.is(index + 1, class::BASE)
                })
    }

    /// Somebody else than the claimer is to act: words stand before the "to".
    pub(super) fn has_other_actor(&self) -> bool {
        let inside = self.content.word(0) != "to" && !self.content.has(0, "not to");
        let between = self.words.span(self.place.end);
        let gap = !self.content.is_empty()
            && between.start < self.content.span(0).start
            && !is_adverb(self.words, self.place.end)
            && !self.words.is_mark(self.place.end);
        inside || gap
    }

    /// The content says what somebody should do, or be: "he should resign", "that he resign".
    pub(super) fn is_directive(&self) -> bool {
        let content = self.content;
        let modal = (0..content.len().min(12))
            .any(|index| content.is_in(index, &["should", "must", "ought"]));
        let subject = content.has(0, "that")
            && content.is(1, class::SUBJECT_PRONOUN)
            && !content.is(1, class::PLURAL);
        let bare = content.is(2, class::BASE)
            && !content.is(2, class::PAST)
            && !content.is(2, class::MODAL);
        modal || subject && bare || self.cue.form == ClaimForm::Gerund
    }

    /// The claimer is a thing that shows: a poll, study, set of data.
    pub(super) fn is_finding(&self) -> bool {
        const FINDINGS: &[&str] = &[
            "poll",
            "polls",
            "survey",
            "surveys",
            "study",
            "studies",
            "data",
            "analysis",
            "analyses",
            "research",
            "figures",
            "statistics",
            "results",
            "census",
            "polling",
            "numbers",
            "records",
            "evidence",
            "list",
            "tests",
            "video",
            "footage",
            "photo",
            "photos",
            "tape",
            "review",
            "estimates",
        ];
        let Some(speaker) = self.speaker else { return false };
        (0..speaker.len())
            .take_while(|index| {
                *index == 0
                    || !speaker.is(*index, class::PREPOSITION)
                        && !speaker.is_in(*index, &["who", "which", "that"])
            })
            .any(|index| speaker.is_in(index, FINDINGS))
    }

    /// The claimer lays a charge before a court.
    pub(super) fn is_accuser(&self) -> bool {
        const ACCUSERS: &[&str] = &[
            "prosecutor",
            "prosecutors",
            "plaintiff",
            "plaintiffs",
            "lawsuit",
            "lawsuits",
            "suit",
            "indictment",
            "complaint",
            "accuser",
            "accusers",
        ];
        self.speaker
            .is_some_and(|speaker| (0..speaker.len()).any(|index| speaker.is_in(index, ACCUSERS)))
    }

    /// The word before the cue is one of these.
    pub(super) fn follows(&self, words: &[&str]) -> bool {
        self.words.is_in(self.place.start.wrapping_sub(1), words)
    }

    /// "Slammed him as a fraud", but not "dismissed the claim as a lie".
    pub(super) fn names_a_person(&self) -> bool {
        let claim = (0..4).any(|index| self.content.is(index, class::REPORT_NOUN));
        !claim && self.content.any(|index| self.content.word(index) == "as")
    }

    /// "Criticised her for voting", "blasted them over the war".
    pub(super) fn blames(&self) -> bool {
        let content = self.content;
        self.has_particle(&["for"])
            || (1..content.len())
                .any(|index| content.word(index) == "for" && content.is(index + 1, class::ING))
    }

    /// "It is difficult to predict how", "too early to say whether".
    pub(super) fn is_hard(&self) -> bool {
        const HARD: &[&str] = &["difficult", "hard", "impossible", "early", "soon", "tough"];
        let to = self.place.start.wrapping_sub(1);
        self.words.word(to) == "to" && self.words.is_in(to.wrapping_sub(1), HARD)
    }

    /// The cue is a verb: its subject or auxiliary stands before it.
    pub(super) fn is_verb(&self) -> bool {
        let before = self.place.start.wrapping_sub(1);
        self.words.is(before, class::SUBJECT_PRONOUN) || self.words.is(before, class::CAPITALIZED)
    }

    /// The cue is a noun: a determiner or possessive stands before it.
    pub(super) fn is_noun(&self) -> bool {
        let before = self.place.start.wrapping_sub(1);
        self.words.is(self.place.start, class::DETERMINER)
            || self.words.is(before, class::DETERMINER)
            || self.words.is(before, class::POSSESSIVE)
            || self.words.is(before, class::ADJECTIVE)
            || self.words.word(before) == "'s"
    }
}
