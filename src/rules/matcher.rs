//! Matching: bounded backtracking over the words of one sentence.
//!
//! Each (fork, word) pair is tried at most once for a search, so a search is linear in the length
//! of the sentence; phrases are matched once for each word and remembered.

use super::program::{MAX_GROUPS, Program, Step};
use super::registry::Registry;
use crate::lexicon::ClassSet;
use crate::text::Word;

/// The words of one sentence made ready for matching.
#[derive(Debug, Clone, Copy)]
pub struct Sequence<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The words, at most [`MAX_WORDS`] of which are looked at.
    pub words: &'a [Word],
    /// For each word the number of words of the noun phrase that begins there, 0 where none does;
    /// may be empty where no rule asks for noun phrases.
    pub noun_phrases: &'a [u16],
}

/// Longer sentences are cut for matching: they are lists or broken input, and cost is theirs.
pub const MAX_WORDS: usize = 400;

/// Where a pattern matched: indices of words, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The rule, an index into [`Registry::rules`].
    pub rule: usize,
    /// First word.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
    slots: [u16; 2 * MAX_GROUPS],
}

const UNSET: u16 = u16::MAX;

impl Match {
    /// The words of a group of its rule, by index.
    pub(super) fn slot(&self, index: usize) -> Option<(usize, usize)> {
        let (start, end) = (*self.slots.get(2 * index)?, *self.slots.get(2 * index + 1)?);
        (start != UNSET && end != UNSET).then_some((usize::from(start), usize::from(end)))
    }
}

/// Working memory of a search, kept from sentence to sentence.
#[derive(Debug, Default)]
pub struct Scratch {
    visited: Vec<u64>,
    touched: Vec<u32>,
    jobs: Vec<Job>,
    /// For each (phrase, word): 0 not tried, 1 no match, else the end + 2.
    phrases: Vec<u16>,
    spare: Vec<Scratch>,
}

#[derive(Debug, Clone, Copy)]
enum Job {
    Explore { step: u16, at: u16 },
    Restore { slot: u8, old: u16 },
}

impl Scratch {
    /// Makes ready for another sentence.
    pub(super) fn reset(&mut self, phrases: usize, words: usize) {
        self.phrases.clear();
        self.phrases.resize(phrases * (words + 1), 0);
    }

    fn forget_visits(&mut self) {
        for index in self.touched.drain(..) {
            if let Some(word) = self.visited.get_mut(index as usize) {
                *word = 0;
            }
        }
    }

    fn visit(&mut self, key: usize) -> bool {
        let (index, bit) = (key / 64, 1_u64 << (key % 64));
        if index >= self.visited.len() {
            self.visited.resize(index + 1, 0);
        }
        let Some(word) = self.visited.get_mut(index) else { return false };
        if *word & bit != 0 {
            return false;
        }
        if *word == 0 {
            self.touched.push(index as u32);
        }
        *word |= bit;
        true
    }
}

/// A search for one program in one sentence.
pub(super) struct Search<'a> {
    pub(super) registry: &'a Registry,
    pub(super) sequence: Sequence<'a>,
}

impl<'a> Search<'a> {
    fn words(&self) -> &'a [Word] {
        self.sequence.words
    }

    /// The leftmost match that begins at `from` or later.
    pub(super) fn find(
        &self,
        program: &Program,
        from: usize,
        scratch: &mut Scratch,
    ) -> Option<Match> {
        let mut found = None;
        let later = self.words().get(from..).unwrap_or_default();
        for (start, word) in later.iter().enumerate() {
            if program.first.met_by(word.classes, word.bits) {
                found = self.match_at(program, from + start, scratch);
                if found.is_some() {
                    break;
                }
            }
        }
        scratch.forget_visits();
        found
    }

    /// The match that begins at `start`; does not forget visits, for the caller may go on.
    pub(super) fn match_at(
        &self,
        program: &Program,
        start: usize,
        scratch: &mut Scratch,
    ) -> Option<Match> {
        let width = self.words().len() + 1;
        let mut slots = [UNSET; 2 * MAX_GROUPS];
        let base = scratch.jobs.len();
        scratch.jobs.push(Job::Explore { step: 0, at: start as u16 });
        while scratch.jobs.len() > base {
            let Some(job) = scratch.jobs.pop() else { break };
            let (mut step, mut at) = match job {
                Job::Restore { slot, old } => {
                    if let Some(place) = slots.get_mut(usize::from(slot)) {
                        *place = old;
                    }
                    continue;
                }
                Job::Explore { step, at } => (step, at),
            };
            loop {
                match *program.steps.get(usize::from(step))? {
                    Step::Test(index) => {
                        if !self.fits(program, index, at) {
                            break;
                        }
                        at += 1;
                        step += 1;
                    }
                    Step::Phrase(index) => {
                        let Some(end) = self.phrase(index, at, scratch) else { break };
                        at = end;
                        step += 1;
                    }
                    Step::NounPhrase => {
                        let length =
                            self.sequence.noun_phrases.get(usize::from(at)).copied().unwrap_or(0);
                        if length == 0 {
                            break;
                        }
                        at += length;
                        step += 1;
                    }
                    Step::Split(first, second) => {
                        // Ways part here alone, and every loop comes through here.
                        if !scratch.visit(usize::from(step) * width + usize::from(at)) {
                            break;
                        }
                        scratch.jobs.push(Job::Explore { step: second, at });
                        step = first;
                    }
                    Step::Try { need, yes, no } => {
                        let gate = program.gates.get(usize::from(need));
                        let word = self.words().get(usize::from(at));
                        let open = gate
                            .zip(word)
                            .is_some_and(|(gate, word)| gate.met_by(word.classes, word.bits));
                        if open {
                            scratch.jobs.push(Job::Explore { step: no, at });
                        }
                        step = if open { yes } else { no };
                    }
                    Step::Jump(target) => step = target,
                    Step::Save(slot) => {
                        if let Some(place) = slots.get_mut(usize::from(slot)) {
                            scratch.jobs.push(Job::Restore { slot, old: *place });
                            *place = at;
                        }
                        step += 1;
                    }
                    Step::Start if at != 0 => break,
                    Step::End if usize::from(at) != self.words().len() => break,
                    Step::Start | Step::End => step += 1,
                    Step::Match => {
                        scratch.jobs.truncate(base);
                        return Some(Match { rule: 0, start, end: usize::from(at), slots });
                    }
                }
            }
        }
        None
    }

    fn fits(&self, program: &Program, test: u16, at: u16) -> bool {
        let (Some(test), Some(word)) =
            (program.tests.get(usize::from(test)), self.words().get(usize::from(at)))
        else {
            return false;
        };
        test.fits(word, self.sequence.text, self.registry.lexicon())
    }

    /// The end of the phrase at this word, remembered.
    fn phrase(&self, index: u16, at: u16, scratch: &mut Scratch) -> Option<u16> {
        let program = self.registry.phrase(index)?;
        if !program.first.open {
            let word = self.words().get(usize::from(at))?;
            if !program.first.met_by(word.classes, word.bits) {
                return None;
            }
        }
        let key = usize::from(index) * (self.words().len() + 1) + usize::from(at);
        match scratch.phrases.get(key).copied() {
            None | Some(1) => return None,
            Some(0) => {}
            Some(end) => return Some(end - 2),
        }
        // A phrase runs with a visited set of its own: its steps are numbered from 0, too.
        let mut inner = scratch.spare.pop().unwrap_or_default();
        std::mem::swap(&mut inner.phrases, &mut scratch.phrases);
        std::mem::swap(&mut inner.spare, &mut scratch.spare);
        let found = self.match_at(program, usize::from(at), &mut inner);
        inner.forget_visits();
        std::mem::swap(&mut inner.phrases, &mut scratch.phrases);
        std::mem::swap(&mut inner.spare, &mut scratch.spare);
        scratch.spare.push(inner);
        let end = found.map(|found| found.end as u16);
        if let Some(place) = scratch.phrases.get_mut(key) {
            *place = end.map_or(1, |end| end + 2);
        }
        end
    }

    /// Whether the pattern matches just before `end`, within the reach of a guard.
    pub(super) fn matches_before(
        &self,
        program: &Program,
        end: usize,
        scratch: &mut Scratch,
    ) -> bool {
        let nearest = (end.saturating_sub(super::registry::GUARD_REACH)..=end).rev();
        for start in nearest {
            let found = self.match_at(program, start, scratch);
            scratch.forget_visits();
            if found.is_some_and(|found| found.end == end) {
                return true;
            }
        }
        false
    }

    /// Whether the pattern matches from `start` on.
    pub(super) fn matches_after(
        &self,
        program: &Program,
        start: usize,
        scratch: &mut Scratch,
    ) -> bool {
        let found = self.match_at(program, start, scratch);
        scratch.forget_visits();
        found.is_some()
    }
}

/// The classes and words of a sentence, all together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sieve {
    pub(super) classes: ClassSet,
    pub(super) words: u64,
}
