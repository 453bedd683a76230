//! Who is who among the names: full names, family names, initials, acronyms.

use super::known::{KnownSpeakers, folded};
use super::name::{Name, NameKind};
use super::name_kind::given_gender;
use super::tokens::{display, tokens};
use super::words::{Words, fold};
use crate::lexicon::class;
use crate::report::{Gender, SpeakerKind};
use rustc_hash::FxHashMap;

/// Most entities looked at for one name: those that came last.
const MOST: usize = 24;

/// Somebody or something that is named or described.
#[derive(Debug, Clone, Default)]
pub(super) struct Entity {
    /// None while only the form of the name is known.
    pub(super) kind: Option<SpeakerKind>,
    /// Its place in the user's list of known speakers.
    pub(super) known: Option<usize>,
    /// The name ends in a common noun: no part of it stands for it.
    pub(super) compound: bool,
    /// Several people, though it may be no group: `two people`.
    pub(super) several: bool,
    /// The main noun of the description that its name is.
    pub(super) described_at: Option<usize>,
    /// A country, state or town.
    pub(super) place: bool,
    /// The words of the longest form of the name, folded.
    pub(super) tokens: Vec<String>,
    /// The longest form as it stands.
    pub(super) name: String,
    /// From titles and roles.
    pub(super) gender: Option<Gender>,
    /// From the given name.
    pub(super) given_gender: Option<Gender>,
    pub(super) role: Option<String>,
    /// Words that describe it, folded: `senator`, `company`.
    pub(super) heads: Vec<String>,
    /// Further words of its descriptions and roles.
    pub(super) modifiers: Vec<String>,
    /// Age in years as it stands.
    pub(super) age: Option<String>,
    /// How often its name was found.
    pub(super) named: usize,
    /// What a pronoun that was taken for it says of its gender.
    pub(super) guessed_gender: Option<Gender>,
    /// Where it was last mentioned so far, a word.
    pub(super) last: Option<usize>,
}

impl Entity {
    /// The gender that is known, from titles first.
    pub(super) fn gender(&self) -> Option<Gender> {
        self.gender.or(self.given_gender)
    }

    /// Whether it can be a human being.
    pub(super) fn is_person(&self) -> bool {
        !self.place && matches!(self.kind, None | Some(SpeakerKind::Person | SpeakerKind::Unnamed))
    }

    /// Notes that a word describes it.
    pub(super) fn describe(&mut self, head: String) {
        if !self.heads.contains(&head) && self.heads.len() < 16 {
            self.heads.push(head);
        }
    }

    /// Notes a word that a description of it may hold.
    pub(super) fn modify(&mut self, word: String) {
        if !self.modifiers.contains(&word) && self.modifiers.len() < 32 {
            self.modifiers.push(word);
        }
    }
}

/// All entities of an article, found by their words.
#[derive(Debug)]
pub(super) struct Register<'k> {
    known: &'k KnownSpeakers,
    of_known: FxHashMap<usize, usize>,
    pub(super) list: Vec<Entity>,
    full: FxHashMap<String, usize>,
    by_word: FxHashMap<String, Vec<usize>>,
    acronyms: FxHashMap<String, usize>,
    by_head: FxHashMap<String, Vec<usize>>,
}

impl<'k> Register<'k> {
    /// A register that knows these speakers by their names.
    pub(super) fn new(known: &'k KnownSpeakers) -> Self {
        Self {
            known,
            of_known: FxHashMap::default(),
            list: Vec::new(),
            full: FxHashMap::default(),
            by_word: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            by_head: FxHashMap::default(),
        }
    }

    /// The entity of a form that the user's list has, made if need be.
    pub(super) fn known(&mut self, form: &str) -> Option<usize> {
        let (place, known) = self.known.find(form)?;
        if let Some(id) = self.of_known.get(&place) {
            return Some(*id);
        }
        let id = self.list.len();
        self.list.push(Entity {
            known: Some(place),
            name: known.name.clone(),
            gender: known.gender,
            ..Entity::default()
        });
        self.of_known.insert(place, id);
        Some(id)
    }

    /// The entity of a name, made if need be; `None` for a weak name of nobody known.
    pub(super) fn link(&mut self, words: &Words<'_>, name: &Name) -> Option<usize> {
        let tokens = tokens(words, name.words.clone());
        let with_title = folded(words.span(name.whole.clone()).of(words.text));
        let known = self.known(&with_title).or_else(|| self.known(&tokens.join(" ")));
        let found = known.or_else(|| self.find(&tokens, name));
        let id = match found {
            Some(id) => id,
            None if name.weak || tokens.is_empty() => return None,
            None => self.add(Entity {
                place: name.kind == NameKind::Place,
                compound: name.compound,
                ..Entity::default()
            }),
        };
        self.learn(words, id, name, tokens);
        Some(id)
    }

    /// A new entity.
    pub(super) fn add(&mut self, entity: Entity) -> usize {
        self.list.push(entity);
        self.list.len() - 1
    }

    /// An entity.
    pub(super) fn get(&self, id: usize) -> Option<&Entity> {
        self.list.get(id)
    }

    /// Notes that a word describes an entity.
    pub(super) fn describe(&mut self, id: usize, head: &str) {
        if let Some(entity) = self.list.get_mut(id) {
            entity.describe(head.to_owned());
            let known = self.by_head.entry(head.to_owned()).or_default();
            if known.last() != Some(&id) {
                known.push(id);
            }
        }
    }

    /// The entities that a word describes, in the order in which that was first said.
    pub(super) fn described(&self, head: &str) -> &[usize] {
        self.by_head.get(head).map_or(&[], Vec::as_slice)
    }

    /// The entity of a name, folded.
    pub(super) fn with_name(&self, name: &str) -> Option<usize> {
        self.full.get(name).copied()
    }

    /// The person who is named most often, the first of them.
    pub(super) fn most_named(&self) -> Option<usize> {
        let all = self.list.iter().enumerate().rev();
        let people = all.filter(|(_, entity)| entity.kind == Some(SpeakerKind::Person));
        people.max_by_key(|(_, entity)| entity.named).map(|(id, _)| id)
    }

    /// The entities with a word in their name.
    pub(super) fn with_word(&self, word: &str) -> &[usize] {
        self.by_word.get(word).map_or(&[], Vec::as_slice)
    }

    /// Notes another word by which an entity may be known.
    pub(super) fn alias(&mut self, id: usize, acronym: &str) {
        self.acronyms.entry(fold(acronym).replace('.', "")).or_insert(id);
    }

    fn find(&self, tokens: &[String], name: &Name) -> Option<usize> {
        let single = tokens.len() == 1;
        if !(single && name.kind == NameKind::Person) {
            let known = self.full.get(&tokens.join(" ")).copied();
            if let Some(id) = known.filter(|id| !(single && self.is_rivalled(*id, tokens))) {
                return Some(id);
            }
        }
        if let [word] = tokens {
            return self.find_single(word, name);
        }
        let last = tokens.last()?;
        let first = tokens.first()?;
        let mut found = None;
        for key in [last, first] {
            for id in self.with_word(key).iter().rev().take(MOST) {
                let Some(entity) = self.list.get(*id) else { continue };
                if entity.fits(tokens, name) && found.is_none() {
                    found = Some(*id);
                }
            }
        }
        found
    }

    /// Whether a full name with this one word as its family name came after the entity.
    fn is_rivalled(&self, id: usize, tokens: &[String]) -> bool {
        let Some(word) = tokens.first() else { return false };
        self.with_word(word).iter().any(|other| {
            *other != id
                && self.list.get(*other).is_some_and(|entity| {
                    entity.kind == Some(SpeakerKind::Person) && entity.tokens.last() == Some(word)
                })
        })
    }

    fn find_single(&self, word: &str, name: &Name) -> Option<usize> {
        let mut best: Option<(i32, usize, usize)> = None;
        for id in self.with_word(word).iter().rev().take(MOST) {
            let Some(entity) = self.list.get(*id) else { continue };
            let person = entity.kind == Some(SpeakerKind::Person);
            if entity.compound {
                continue;
            }
            if name.kind == NameKind::Person
                && (!entity.is_person()
                    || name.gender.is_some() && clash(entity.gender(), name.gender))
            {
                continue;
            }
            let place = if entity.tokens.last().is_some_and(|last| last == word) {
                if person || entity.tokens.len() == 1 {
                    4
                } else if entity.kind.is_none() && !entity.place {
                    3
                } else {
                    0
                }
            } else if entity.tokens.first().is_some_and(|first| first == word) {
                3
            } else if person {
                2
            } else {
                continue;
            };
            if !person && entity.tokens.len() > 1 && place == 0 {
                continue;
            }
            let sure = i32::from(name.gender.is_some() && entity.gender() == name.gender);
            let score = place * 4 + i32::from(person) * 2 + sure;
            // Of two of one family the bare name is that of the one who is named more often, and
            // first.
            if best.is_none_or(|(top, named, _)| (score, entity.named) >= (top, named)) {
                best = Some((score, entity.named, *id));
            }
        }
        let acronym = || self.acronyms.get(&word.replace('.', "")).copied();
        best.map(|(_, _, id)| id).or_else(|| acronym().filter(|_| name.kind != NameKind::Person))
    }

    /// Takes over what a mention tells of its entity.
    fn learn(&mut self, words: &Words<'_>, id: usize, name: &Name, tokens: Vec<String>) {
        let Some(entity) = self.list.get_mut(id) else { return };
        entity.last = entity.last.max(Some(name.words.start));
        entity.named += 1;
        entity.gender = entity.gender.or(name.gender);
        let kind = match name.kind {
            NameKind::Person => Some(SpeakerKind::Person),
            NameKind::Org => Some(SpeakerKind::Org),
            NameKind::Place | NameKind::Unknown => None,
        };
        if entity.kind.is_none() || kind == Some(SpeakerKind::Person) && entity.tokens.len() < 2 {
            entity.kind = kind.or(entity.kind);
        }
        // Only people are called by the last word of their name.
        let family = tokens.len() == 1 && entity.tokens.len() > 1;
        if family && entity.kind.is_none() && entity.tokens.last() == tokens.first() {
            entity.kind = Some(SpeakerKind::Person);
        }
        let longer = tokens.len() > entity.tokens.len() && (!name.weak || entity.tokens.is_empty());
        if longer {
            if entity.known.is_none() {
                entity.name = display(words, name.words.clone());
            }
            entity.tokens.clone_from(&tokens);
        }
        if tokens.len() > 1 {
            entity.given_gender =
                entity.given_gender.or_else(|| given_gender(words, name.words.start));
        }
        if let (Some(SpeakerKind::Org), true) = (entity.kind, tokens.len() > 1) {
            let last = name.words.end - 1;
            if words.is(last, class::ORG_NOUN) {
                let head = words.lemma(last);
                self.describe(id, &head);
            }
            let first: String = name
                .words
                .clone()
                .filter(|word| !matches!(words.raw(*word), "of" | "the" | "for" | "and" | "&"))
                .filter_map(|word| words.low(word).chars().next())
                .collect();
            if first.chars().count() > 1 {
                self.acronyms.entry(first).or_insert(id);
            }
        }
        self.full.entry(tokens.join(" ")).or_insert(id);
        for token in tokens {
            let known = self.by_word.entry(token).or_default();
            if !known.iter().rev().take(MOST).any(|other| *other == id) {
                known.push(id);
            }
        }
    }
}

impl Entity {
    /// Whether a name of several words can be this entity's.
    fn fits(&self, tokens: &[String], name: &Name) -> bool {
        if clash(self.gender(), name.gender) || self.compound != name.compound {
            return false;
        }
        let (short, long) = if tokens.len() < self.tokens.len() {
            (tokens, self.tokens.as_slice())
        } else {
            (self.tokens.as_slice(), tokens)
        };
        if name.kind == NameKind::Org || self.kind == Some(SpeakerKind::Org) {
            return name.kind != NameKind::Person
                && self.kind != Some(SpeakerKind::Person)
                && (long.starts_with(short) || short.len() > 1 && long.ends_with(short));
        }
        if self.place != (name.kind == NameKind::Place) {
            return false;
        }
        match short {
            [_] if name.kin && self.tokens.len() == 1 => false,
            [] => false,
            [only] => long.last() == Some(only) || long.first() == Some(only),
            [first, .., last] => {
                let given = long.first().is_some_and(|given| same_given(first, given));
                given && long.iter().skip(1).any(|word| word == last)
                    || long.ends_with(short)
                    || long.starts_with(short)
            }
        }
    }
}

/// Whether two given names can be one person's: equal, an initial, or one short for the other.
fn same_given(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let bare = short.trim_end_matches('.');
    let initials = bare.contains('.') || bare.chars().count() == 1;
    if initials {
        long.chars().next() == bare.chars().next()
    } else {
        long == short || short.len() >= 3 && long.starts_with(short)
    }
}

/// Whether two genders are known and different.
pub(super) fn clash(one: Option<Gender>, other: Option<Gender>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}
