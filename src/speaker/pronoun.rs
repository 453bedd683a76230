//! Who a pronoun stands for.

use super::clause::Place;
use super::entity::clash;
use super::name::TITLES;
use super::phrase::{Description, NOUNS};
use super::sweep::{Sweep, Trace};
use crate::lexicon::class;
use crate::report::{Gender, SpeakerKind};

/// How many mentions back a pronoun looks, at most.
const FARTHEST: usize = 60;
/// The most that a mention can score beside its distance.
const BEST: i32 = 33;
/// By how much the next one must be behind for a pronoun to tell the gender of a name.
const CLEAR: i32 = 10;
/// How many words back a relative pronoun looks for its noun.
const NEAR: usize = 16;

/// What a pronoun asks of what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Person(Option<Gender>),
    Plural,
    Thing,
}

impl Sweep<'_, '_> {
    /// The entity that a pronoun stands for. Where it is a `source` a new entity may be made.
    pub(super) fn pronoun(&mut self, word: usize, source: bool) -> Option<usize> {
        let low = self.words.low(word);
        let wanted = match low.as_str() {
            "he" | "his" | "him" | "himself" => Wanted::Person(Some(Gender::Male)),
            "she" | "her" | "hers" | "herself" => Wanted::Person(Some(Gender::Female)),
            "they" | "them" | "their" => Wanted::Plural,
            "it" | "its" => Wanted::Thing,
            "who" | "whom" | "whose" | "which" | "that" => return self.relative(word, &low),
            "i" | "we" | "you" | "me" | "us" | "my" | "our" | "your" => return None,
            _ if source => return Some(self.indefinite(word)),
            _ => return None,
        };
        let (found, sure) = self.antecedent(word, wanted);
        let found = match wanted {
            Wanted::Person(_) => found,
            _ => self.subject_before(word, wanted, found).or(found),
        };
        // "She" has no rival in its own clause, "her" may have: "Moe worked with her".
        if let (Wanted::Person(gender), Some(id)) = (wanted, found)
            && matches!(low.as_str(), "he" | "she")
            && let Some(entity) = self.register.list.get_mut(id)
        {
            entity.guessed_gender = entity.guessed_gender.or(gender);
            if sure && entity.gender().is_none() {
                entity.gender = gender;
            }
        }
        found.or_else(|| (source && wanted == Wanted::Plural).then(|| self.indefinite(word)))
    }

    /// The person of this description that was last spoken of: `the 34-year-old`.
    pub(super) fn last_person(&self, word: usize) -> Option<usize> {
        self.antecedent(word, Wanted::Person(None)).0
    }

    /// What a pronoun stands for, and whether nobody else comes near.
    fn antecedent(&self, word: usize, wanted: Wanted) -> (Option<usize>, bool) {
        let here = self.words.sentence_of(word);
        let quoted = self.words.is_quoted(word);
        let block = self.words.block_of(word);
        let mut best: Option<(i32, usize)> = None;
        let mut rival = i32::MIN;
        for (back, trace) in self.trail.iter().rev().filter(|trace| trace.word < word).enumerate() {
            if back >= FARTHEST {
                break;
            }
            let Some(fit) = self.fit(trace, wanted) else { continue };
            let distance = here.saturating_sub(self.words.sentence_of(trace.word));
            let place = match trace.place {
                Place::Subject => 10,
                Place::Object => 0,
                Place::Oblique => -4,
                Place::Possessor => -5,
            };
            let speaks = if trace.speaks { 8 } else { 0 };
            let hidden = if trace.quoted && !quoted { -25 } else { 0 };
            let far = i32::try_from(distance.min(12)).unwrap_or(12) * -7;
            // No mention farther back can make up for the distance.
            if best.is_some_and(|(top, _)| top > BEST + far + CLEAR) {
                break;
            }
            let away = if self.words.block_of(trace.word) == block { 0 } else { -3 };
            let score = fit + place + speaks + hidden + far + away;
            match best {
                Some((top, entity)) if entity == trace.entity => {
                    best = Some((top.max(score), entity));
                }
                Some((top, _)) if score <= top => rival = rival.max(score),
                _ => {
                    rival = best.map_or(rival, |(top, _)| rival.max(top));
                    best = Some((score, trace.entity));
                }
            }
        }
        let clear = best.is_some_and(|(top, _)| top > rival.saturating_add(CLEAR));
        (best.map(|(_, entity)| entity), clear)
    }

    /// How well what was mentioned fits; `None` where it cannot be meant.
    fn fit(&self, trace: &Trace, wanted: Wanted) -> Option<i32> {
        let entity = self.register.get(trace.entity)?;
        match wanted {
            Wanted::Person(gender) => {
                let known = entity.gender().or(entity.guessed_gender);
                if !entity.is_person() || clash(known, gender) {
                    return None;
                }
                let named = match entity.kind {
                    Some(SpeakerKind::Person) => 0,
                    None if entity.tokens.len() > 1 => -12,
                    _ => -8,
                };
                let sure = if known.is_some() || gender.is_none() { 0 } else { -6 };
                Some(named + sure)
            }
            Wanted::Plural => match entity.kind {
                Some(SpeakerKind::Group) => Some(15),
                Some(SpeakerKind::Org) => Some(if trace.speaks { 8 } else { 2 }),
                Some(SpeakerKind::Unnamed) if trace.speaks => Some(6),
                Some(SpeakerKind::Document) if trace.speaks => Some(0),
                _ => None,
            },
            Wanted::Thing => match entity.kind {
                Some(SpeakerKind::Org | SpeakerKind::Document) => {
                    Some(if trace.speaks { 10 } else { 3 })
                }
                None if entity.place => Some(-5),
                None => Some(-3),
                _ => None,
            },
        }
    }

    /// The subject of the sentence before, where it is a noun phrase that nothing was attributed
    /// to so far: `Ferry crews walked out. They said ...`.
    fn subject_before(
        &mut self,
        word: usize,
        wanted: Wanted,
        found: Option<usize>,
    ) -> Option<usize> {
        let here = self.words.sentence_of(word);
        let before = here.checked_sub(1)?;
        if self.words.block_of(word) != self.words.block_of(self.words.start_of(before)) {
            return None;
        }
        let start = self.words.start_of(before);
        let recent = found.and_then(|id| self.register.get(id)?.last);
        if recent.is_some_and(|last| last >= start) || self.words.is_quoted(start) {
            return None;
        }
        let end = (start..self.words.start_of(here).min(start + NEAR)).find(|at| {
            let stop =
                [class::COMMA, class::PREPOSITION, class::AUXILIARY, class::PAST, class::THIRD];
            let noun = self.words.is_any(*at, NOUNS) && !self.words.is(*at, class::PAST);
            self.words.is_any(*at, &stop) && !noun
        })?;
        let head = (start..end).rev().find(|at| self.words.is_any(*at, NOUNS))?;
        let plural = self.words.is_any(head, &[class::PLURAL, class::GROUP_NOUN]);
        let fits = match wanted {
            Wanted::Plural => {
                plural && self.words.is_any(head, &[class::ROLE, class::GROUP_NOUN, class::NOUN])
            }
            _ => !plural && self.words.is_any(head, &[class::ORG_NOUN, class::DOCUMENT_NOUN]),
        };
        (fits && head + 1 == end).then(|| self.noun_phrase(start..end, head)).flatten()
    }

    fn noun_phrase(&mut self, words: std::ops::Range<usize>, head: usize) -> Option<usize> {
        let first = words
            .clone()
            .find(|at| !self.words.is_any(*at, &[class::DETERMINER, class::POSSESSIVE]))?;
        let owned = first > words.start && self.words.is(first - 1, class::POSSESSIVE);
        let description = Description { words, start: first.min(head), head, owner: None, owned };
        Some(self.description(&description).0)
    }

    /// `some`, `others`, `everyone`: nobody before is meant.
    fn indefinite(&mut self, word: usize) -> usize {
        let description = Description {
            words: word..word + 1,
            start: word,
            head: word,
            owner: None,
            owned: false,
        };
        self.description(&description).0
    }

    /// The noun phrase before `who` or `which`.
    fn relative(&mut self, word: usize, low: &str) -> Option<usize> {
        let words = self.words;
        let start = words.around(word).start;
        let mut end = word;
        while end > start
            && words.is_any(
                end - 1,
                &[class::COMMA, class::DASH, class::CLOSE_BRACKET, class::PREPOSITION],
            )
        {
            end -= 1;
        }
        // "Kenji Ota (太田), who": the bracket says it again.
        if end > start && words.is(end, class::CLOSE_BRACKET) {
            let floor = start.max(end.saturating_sub(NEAR));
            end = (floor..end).rev().find(|at| words.is(*at, class::OPEN_BRACKET)).unwrap_or(end);
        }
        let person = low != "which" && low != "that";
        let first = self.names.partition_point(|name| name.words.start < start);
        let last = self.names.partition_point(|name| name.words.start < end);
        for at in (first..last).rev() {
            let (Some(name), Some(id)) = (self.names.get(at), self.entity_of(at)) else { continue };
            if end - name.words.end > NEAR || name.possessive {
                break;
            }
            let touches = name.words.end == end;
            let described = super::role::appositive(words, name.words.end, words.around(word).end)
                .is_some_and(|range| range.end == end || range.contains(&(end - 1)));
            let aged = words.is(name.words.end, class::COMMA)
                && words.is(name.words.end + 1, class::NUMBER)
                && name.words.end + 2 >= end;
            let fits = self.register.get(id).is_some_and(|entity| {
                if person { entity.is_person() } else { entity.kind != Some(SpeakerKind::Person) }
            });
            if (touches || described || aged) && fits {
                return Some(id);
            }
        }
        if end > start && words.is_any(end - 1, &[class::PRONOUN, class::DETERMINER]) {
            let gendered = ["he", "she", "him", "her", "it", "they", "them"];
            let known = gendered.iter().any(|form| words.reads(end - 1, form));
            return if known {
                self.pronoun(end - 1, false)
            } else {
                Some(self.indefinite(end - 1))
            };
        }
        let noun = if person {
            &[class::GROUP_NOUN, class::ROLE, class::KINSHIP, class::TITLE][..]
        } else {
            NOUNS
        };
        let floor = start.max(end.saturating_sub(NEAR));
        let head = (floor..end)
            .rev()
            .take_while(|at| !words.is_any(*at, &[class::COMMA, class::SEMICOLON]))
            .find(|at| words.is_any(*at, noun) || person && words.is_any(*at, TITLES))
            .or_else(|| Some(end - 1).filter(|at| *at > start && words.is_any(*at, NOUNS)))?;
        let mut first = head;
        while first > start
            && words.is_any(
                first - 1,
                &[
                    class::ADJECTIVE,
                    class::NOUN,
                    class::NATIONALITY,
                    class::CAPITALIZED,
                    class::NUMBER_WORD,
                    class::HYPHEN,
                ],
            )
            && !words.is(first - 1, class::PREPOSITION)
        {
            first -= 1;
        }
        if first > start && words.is_any(first - 1, &[class::DETERMINER, class::POSSESSIVE]) {
            first -= 1;
        }
        self.noun_phrase(first..head + 1, head)
    }
}
