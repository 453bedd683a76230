//! The sweep through the article that gives each source its entity.

use super::clause::{Place, place};
use super::entity::{Entity, Register};
use super::name::{self, Name};
use super::phrase::{self, Phrase};
use super::words::Words;
use super::{KnownSpeakers, Source, Speakers, headline, role};
use crate::lexicon::class;
use crate::read::BlockKind;
use crate::report::{How, MentionForm, SpeakerKind};
use crate::text::{Document, Span};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Who was mentioned where, for what comes after.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trace {
    pub(super) word: usize,
    pub(super) entity: usize,
    /// Something is attributed to it there.
    pub(super) speaks: bool,
    pub(super) place: Place,
    pub(super) quoted: bool,
}

/// What the sweep has found so far.
pub(super) struct Sweep<'w, 'd> {
    pub(super) words: &'w Words<'d>,
    pub(super) names: Vec<Name>,
    /// The entity of each name.
    of_name: Vec<Option<usize>>,
    pub(super) register: Register<'w>,
    pub(super) trail: Vec<Trace>,
    /// Descriptions by their folded words.
    pub(super) described: FxHashMap<String, usize>,
    /// The entity of each description by its main noun, and whether it is a name.
    pub(super) heads: FxHashMap<usize, (usize, bool)>,
    /// What belongs to an entity, by its main noun.
    pub(super) owned: FxHashMap<(usize, String), usize>,
    pub(super) mentions: Vec<(Span, usize, MentionForm)>,
    headline: Range<usize>,
    /// The person whom the article names most.
    main_person: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Source(usize),
    Name(usize),
    Pronoun,
}

impl<'w, 'd> Sweep<'w, 'd> {
    pub(super) fn new(
        document: &Document<'d>,
        words: &'w Words<'d>,
        known: &'w KnownSpeakers,
    ) -> Self {
        let mut register = Register::new(known);
        let (mut names, mut of_name) = (Vec::new(), Vec::new());
        let is_headline = |block: usize| {
            document
                .article
                .blocks
                .get(block)
                .is_some_and(|block| block.kind == BlockKind::Headline)
        };
        let mut link = |names: &mut Vec<Name>, first: usize, register: &mut Register<'_>| {
            for name in names.get(first..).unwrap_or_default() {
                let id = register.link(words, name);
                if let Some(id) = id {
                    role::learn(words, name, id, register);
                    learn_acronym(words, name, id, register);
                }
                of_name.push(id);
            }
        };
        let mut lines = Vec::new();
        for (sentence, block) in words.sentences() {
            if sentence.len() == 1
                && words.is_turn(sentence.start)
                && words.raw(sentence.start).len() == 1
            {
                continue; // "Q:", "A:"
            }
            if is_headline(block) || headline::is_heading(words, sentence.clone()) {
                lines.push((sentence, is_headline(block)));
                continue;
            }
            let first = names.len();
            name::find(words, sentence, false, &mut names);
            link(&mut names, first, &mut register);
        }
        let mut headline = 0..0;
        for (sentence, top) in lines {
            let first = names.len();
            if top {
                headline.start = if headline.is_empty() { sentence.start } else { headline.start };
                headline.end = sentence.end;
            }
            if headline::is_title_case(words, sentence.clone()) {
                headline::find(words, sentence, &register, &mut names);
            } else {
                name::find(words, sentence, false, &mut names);
            }
            link(&mut names, first, &mut register);
        }
        let mut both: Vec<_> = names.into_iter().zip(of_name).collect();
        both.sort_by_key(|(name, _)| name.words.start);
        settle(words, &mut both, &register);
        let (names, of_name) = both.into_iter().unzip();
        let main_person = register.most_named();
        for entity in &mut register.list {
            entity.last = None;
        }
        Self {
            words,
            names,
            of_name,
            register,
            trail: Vec::new(),
            described: FxHashMap::default(),
            heads: FxHashMap::default(),
            owned: FxHashMap::default(),
            mentions: Vec::new(),
            headline,
            main_person,
        }
    }

    /// Gives each source its entity and makes the entries.
    pub(super) fn run(mut self, sources: &[Source]) -> Speakers {
        let mut steps: Vec<(usize, Step)> = Vec::new();
        for (at, source) in sources.iter().enumerate() {
            steps.push((self.words.within(source.span).start, Step::Source(at)));
        }
        for (at, name) in self.names.iter().enumerate() {
            steps.push((name.whole.start, Step::Name(at)));
        }
        for (at, word) in self.words.list.iter().enumerate() {
            let gendered = word.is(class::MALE) || word.is(class::FEMALE);
            let pronoun = word.is(class::PRONOUN) || word.is(class::POSSESSIVE);
            if pronoun && (gendered || self.is_gendered(at)) && !self.words.is_quoted(at) {
                steps.push((at, Step::Pronoun));
            }
        }
        // The headline last: it speaks of those whom the article introduces.
        steps.sort_by_key(|(word, step)| (!self.in_headline(*word), *word, *step));
        let headlines = steps.partition_point(|(word, _)| self.in_headline(*word));
        steps.rotate_left(headlines);
        let body = steps.len() - headlines;
        let mut known: FxHashMap<Span, (usize, How)> = FxHashMap::default();
        let mut found: Vec<Option<(usize, How)>> = vec![None; sources.len()];
        let mut last_source = usize::MAX;
        for (at, (word, step)) in steps.into_iter().enumerate() {
            if at == body {
                self.trail.clear();
            }
            match step {
                Step::Name(at) => self.pass_name(at),
                Step::Pronoun if last_source == word => {}
                Step::Pronoun => self.pass_pronoun(word),
                Step::Source(at) => {
                    let Some(source) = sources.get(at) else { continue };
                    let who = known.get(&source.span).copied().or_else(|| {
                        let who = self.source(source.span)?;
                        known.insert(source.span, who);
                        Some(who)
                    });
                    if let Some((entity, _)) = who.filter(|_| !self.is_asker(word)) {
                        self.speaks(word, entity);
                        last_source = word;
                    }
                    let how = |how| if source.carried { How::Carried } else { how };
                    if let Some(place) = found.get_mut(at) {
                        *place = who.map(|(entity, found)| (entity, how(found)));
                    }
                }
            }
        }
        self.unresolved(sources, &mut found);
        self.entries(&found)
    }

    /// Whether a word is a pronoun of one gender, whatever classes its list gives.
    fn is_gendered(&self, word: usize) -> bool {
        ["he", "she", "his", "her", "him"].iter().any(|form| self.words.reads(word, form))
    }

    /// Whether a word stands in the headline.
    pub(super) fn in_headline(&self, word: usize) -> bool {
        self.headline.contains(&word)
    }

    /// The entity of a name.
    pub(super) fn entity_of(&self, name: usize) -> Option<usize> {
        self.of_name.get(name).copied().flatten()
    }

    fn pass_name(&mut self, at: usize) {
        let (Some(name), Some(entity)) = (self.names.get(at), self.entity_of(at)) else { return };
        let place = place(self.words, name);
        let quoted = self.words.is_quoted(name.words.start);
        let (word, span) = (name.words.start, self.words.span(name.whole.clone()));
        self.mention(span, entity, MentionForm::Name);
        self.pass(Trace { word, entity, speaks: false, place, quoted });
    }

    fn pass_pronoun(&mut self, word: usize) {
        let Some(entity) = self.pronoun(word, false) else { return };
        self.mention(self.words.span(word..word + 1), entity, MentionForm::Pronoun);
        let place = if self.words.is(word, class::SUBJECT_PRONOUN) && !self.words.reads(word, "her")
        {
            Place::Subject
        } else if self.words.is(word, class::POSSESSIVE) {
            Place::Possessor
        } else {
            Place::Object
        };
        self.pass(Trace { word, entity, speaks: false, place, quoted: false });
    }

    fn pass(&mut self, trace: Trace) {
        if let Some(entity) = self.register.list.get_mut(trace.entity) {
            entity.last = entity.last.max(Some(trace.word));
        }
        self.trail.push(trace);
    }

    /// Notes that something is attributed to an entity.
    fn speaks(&mut self, word: usize, entity: usize) {
        let quoted = self.words.is_quoted(word);
        self.pass(Trace { word, entity, speaks: true, place: Place::Subject, quoted });
    }

    pub(super) fn mention(&mut self, span: Span, entity: usize, form: MentionForm) {
        self.mentions.push((span, entity, form));
    }

    /// Who a source is.
    fn source(&mut self, span: Span) -> Option<(usize, How)> {
        if let Some(entity) = self.answering(self.words.within(span)) {
            self.mention(span, entity, MentionForm::Description);
            return Some((entity, How::Description));
        }
        match phrase::read(self.words, &self.names, span)? {
            Phrase::Pronoun(word) => {
                let entity = self.pronoun(word, true)?;
                self.mention(span, entity, MentionForm::Pronoun);
                Some((entity, How::Pronoun))
            }
            Phrase::Name { name, role } => {
                let entity = self.named(name, role)?;
                Some((entity, How::Adjacent))
            }
            Phrase::Joint(names) => {
                let entity = self.joint(&names)?;
                self.mention(span, entity, MentionForm::Name);
                Some((entity, How::Adjacent))
            }
            Phrase::Description(description) => {
                let (entity, named) = self.description(&description);
                let form = if named { MentionForm::Name } else { MentionForm::Description };
                self.mention(span, entity, form);
                Some((entity, if named { How::Adjacent } else { How::Description }))
            }
        }
    }

    /// Who `A:` is in an interview: the one who answered before under a name, else the person whom
    /// the article names most.
    fn answering(&self, label: Range<usize>) -> Option<usize> {
        let word = label.start;
        if label.len() != 1 || self.words.raw(word) != "A" || !self.words.is_turn(word) {
            return None;
        }
        let named = |word: usize| {
            let at = self.names.binary_search_by_key(&word, |name| name.whole.start).ok()?;
            self.entity_of(at)
        };
        let mut before = self.words.turns_before(word).take(24).filter(|(_, asks)| !asks);
        before.find_map(|(word, _)| named(word)).or(self.main_person)
    }

    /// `Q:` in an interview, whom no pronoun means.
    fn is_asker(&self, word: usize) -> bool {
        self.words.is_turn(word) && self.words.raw(word) == "Q"
    }

    /// The entity of a name that is a source: a weak name, too, is one there.
    fn named(&mut self, at: usize, role: Range<usize>) -> Option<usize> {
        if let Some(id) = self.entity_of(at) {
            if !role.is_empty() {
                let start = (role.start..role.end)
                    .find(|word| !self.words.is_any(*word, &[class::DETERMINER, class::COMMA]))
                    .unwrap_or(role.end);
                let full = self.register.get(id).is_some_and(|entity| entity.role.is_some());
                if !full && (start..role.end).any(|word| self.words.is_any(word, name::TITLES)) {
                    role::note(self.words, start..role.end, id, &mut self.register);
                }
            }
            return Some(id);
        }
        let mut name = self.names.get(at)?.clone();
        name.weak = false;
        let id = self.register.link(self.words, &name)?;
        if let Some(place) = self.of_name.get_mut(at) {
            *place = Some(id);
        }
        Some(id)
    }

    /// The entity of several who speak together.
    fn joint(&mut self, names: &[usize]) -> Option<usize> {
        let mut each = Vec::new();
        for name in names {
            let id = self.named(*name, 0..0)?;
            each.push(self.register.get(id)?.name.clone());
        }
        let last = each.pop()?;
        let name = format!("{} and {last}", each.join(", "));
        if let Some(id) = self.described.get(&name) {
            return Some(*id);
        }
        let kind = Some(SpeakerKind::Group);
        let id = self.register.add(Entity { kind, name: name.clone(), ..Entity::default() });
        self.described.insert(name, id);
        Some(id)
    }
}

/// `(FTC)` behind a name.
fn learn_acronym(words: &Words<'_>, name: &Name, id: usize, register: &mut Register<'_>) {
    let at = name.words.end;
    if words.is(at, class::OPEN_BRACKET)
        && words.is(at + 1, class::ALL_CAPS)
        && words.is(at + 2, class::CLOSE_BRACKET)
    {
        register.alias(id, words.raw(at + 1));
    }
}

/// Sees to the words that may be no names: those that are the family name of somebody known are,
/// and a title that is nobody's name is a title.
fn settle(words: &Words<'_>, both: &mut Vec<(Name, Option<usize>)>, register: &Register<'_>) {
    for (name, id) in both.iter_mut() {
        let entity = id.and_then(|id| register.get(id));
        let family = entity.and_then(|entity| entity.tokens.get(1..)?.last());
        if name.weak && family.is_some_and(|family| *family == words.low(name.words.end - 1)) {
            name.weak = false;
        }
    }
    // A title that is nobody's name is a title.
    both.retain(|(name, id)| {
        let title = [class::TITLE, class::ROLE];
        id.is_some() || name.words.len() > 1 || !words.is_any(name.words.start, &title)
    });
}
