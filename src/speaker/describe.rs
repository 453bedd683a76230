//! Who a description stands for: `the senator`, `the company`, `two former aides`.

use super::entity::Entity;
use super::name::TITLES;
use super::phrase::Description;
use super::role::canonical;
use super::sweep::Sweep;
use crate::lexicon::class;
use crate::report::{Gender, SpeakerKind};
use std::ops::Range;

/// What a description says before its main noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Definiteness {
    Definite,
    Bare,
    Indefinite,
}

impl Sweep<'_, '_> {
    /// The entity of a description, made if need be; and whether the phrase is a name after all.
    pub(super) fn description(&mut self, phrase: &Description) -> (usize, bool) {
        // A quote and a claim may take the same words, once with and once without what follows.
        if let Some(found) = self.heads.get(&phrase.head).copied() {
            let name = self.display(self.called(phrase));
            if let Some(entity) = self.register.list.get_mut(found.0)
                && entity.described_at == Some(phrase.head)
                && name.len() > entity.name.len()
            {
                entity.name = name;
            }
            return found;
        }
        let found = self.new_description(phrase);
        self.heads.insert(phrase.head, found);
        found
    }

    fn new_description(&mut self, phrase: &Description) -> (usize, bool) {
        let words = self.words;
        let head = canonical(words.lemma(phrase.head));
        let low_head = words.low(phrase.head);
        if let Some(id) = self.by_age(phrase) {
            return (id, false);
        }
        if let Some(id) = self.named_behind(phrase) {
            return (id, false);
        }
        let owner = phrase.owner.and_then(|name| self.entity_of(name));
        if let Some(owner) = owner
            && let Some(known) = self.owned.get(&(owner, head.clone()))
        {
            return (*known, false);
        }
        let form = super::known::folded(words.span(phrase.words.clone()).of(words.text));
        if let Some(id) = self.register.known(&form) {
            return (id, true);
        }
        if let Some(id) = self.compound(phrase) {
            return (id, true);
        }
        let definite = self.definiteness(phrase);
        let key = self.key(phrase);
        let kind = self.kind(phrase);
        if definite != Definiteness::Indefinite {
            if let Some(id) = self.described.get(&key) {
                return (*id, false);
            }
            let loose = definite == Definiteness::Definite
                || phrase.words.len() == 1
                || self.in_headline(phrase.head);
            let possessed = phrase.owned && is_person_kind(kind);
            if loose
                && !possessed
                && let Some(id) = self.known(phrase, &head, &low_head, kind)
            {
                return (id, false);
            }
        }
        let id = self.register.add(Entity {
            kind: Some(kind),
            several: words.is_any(phrase.head, &[class::PLURAL, class::GROUP_NOUN]),
            described_at: Some(phrase.head),
            name: self.display(self.called(phrase)),
            gender: super::name_kind::gender_of(words, phrase.head).or(plain_gender(&low_head)),
            ..Entity::default()
        });
        self.register.describe(id, &head);
        if head != low_head {
            self.register.describe(id, &low_head);
        }
        for word in phrase.start..phrase.head {
            let modifier = canonical(words.lemma(word));
            if let Some(entity) = self.register.list.get_mut(id) {
                entity.modify(modifier);
            }
        }
        if definite != Definiteness::Indefinite {
            self.described.insert(key, id);
        }
        if let Some(owner) = owner {
            self.owned.insert((owner, head), id);
        }
        (id, self.is_name_like(phrase))
    }

    /// `Doe’s campaign` where the article also speaks of `the Doe campaign`.
    fn compound(&self, phrase: &Description) -> Option<usize> {
        let name = phrase.owner.filter(|_| phrase.owned).and_then(|name| self.names.get(name))?;
        let words = name.words.clone().chain(name.words.end + 1..=phrase.head);
        let all: Vec<String> = words.take(8).map(|word| self.words.low(word)).collect();
        self.register.with_name(&all.join(" "))
    }

    /// The words of a description that make its name: `Ayle Pulse poll` in `a new Ayle Pulse poll`.
    fn called(&self, phrase: &Description) -> Range<usize> {
        let name = phrase.owner.filter(|_| !phrase.owned).and_then(|name| self.names.get(name));
        let noun = [class::ORG_NOUN, class::DOCUMENT_NOUN];
        match name {
            Some(name)
                if self.words.is_any(phrase.head, &noun)
                    && !self.words.is(phrase.head, class::PLURAL) =>
            {
                name.whole.start..phrase.words.end
            }
            _ => phrase.words.clone(),
        }
    }

    /// The name behind the comma that follows a description: `the mayor, Jane Doe, said`.
    fn named_behind(&self, phrase: &Description) -> Option<usize> {
        let comma = phrase.words.end;
        let single =
            self.words.is_any(phrase.head, TITLES) && !self.words.is(phrase.head, class::PLURAL);
        if !self.words.is(comma, class::COMMA) || !single || phrase.head + 1 != comma {
            return None;
        }
        let at = self.names.partition_point(|name| name.words.start <= comma);
        let name = self.names.get(at).filter(|name| name.whole.start == comma + 1)?;
        let closed = self.words.is_any(name.words.end, &[class::COMMA, class::STOP]);
        self.entity_of(at).filter(|_| closed && !name.possessive)
    }

    /// `the Harbour Times`, `Ayle county council`: the phrase is a name with a noun behind it.
    fn is_name_like(&self, phrase: &Description) -> bool {
        !phrase.owned
            && phrase.owner.is_some()
            && self.words.is(phrase.head, class::ORG_NOUN)
            && !self.words.is(phrase.head, class::PLURAL)
    }

    /// `the 34-year-old`.
    fn by_age(&self, phrase: &Description) -> Option<usize> {
        let words = self.words;
        let year = phrase
            .words
            .clone()
            .find(|word| words.reads(*word, "year") || words.reads(*word, "years"))?;
        let number = phrase
            .words
            .clone()
            .take_while(|word| *word < year)
            .find(|word| words.is(*word, class::NUMBER))?;
        let ends =
            words.reads(phrase.words.end - 1, "old") || words.is_any(phrase.words.end - 1, TITLES);
        if !ends || !words.reads(phrase.words.start, "the") {
            return None;
        }
        let age = words.low(number);
        let aged = self
            .register
            .list
            .iter()
            .enumerate()
            .filter(|(_, entity)| entity.age.as_deref() == Some(age.as_str()));
        aged.max_by_key(|(_, entity)| entity.last)
            .map(|(id, _)| id)
            .or_else(|| self.last_person(phrase.words.start))
    }

    fn definiteness(&self, phrase: &Description) -> Definiteness {
        let first = phrase.words.start;
        let words = self.words;
        if words.is(first, class::POSSESSIVE)
            || matches!(words.low(first).as_str(), "the" | "this" | "that" | "these" | "those")
        {
            return Definiteness::Definite;
        }
        if words.is_any(first, &[class::DETERMINER, class::NUMBER_WORD, class::NUMBER])
            || words.reads(first, "one")
        {
            return Definiteness::Indefinite;
        }
        Definiteness::Bare
    }

    /// The words of a description without its determiner.
    fn key(&self, phrase: &Description) -> String {
        let range = phrase.start..phrase.words.end.max(phrase.head + 1);
        range.map(|word| self.words.low(word)).collect::<Vec<_>>().join(" ")
    }

    fn kind(&self, phrase: &Description) -> SpeakerKind {
        let words = self.words;
        let head = phrase.head;
        let plural = words.is(head, class::PLURAL);
        let counted = words.is_any(phrase.words.start, &[class::NUMBER_WORD, class::NUMBER]);
        let low = words.low(head);
        let single = !plural && !words.is(head, class::GROUP_NOUN);
        if words.is_any(head, TITLES)
            || matches!(low.as_str(), "man" | "woman" | "person" | "source")
        {
            return if single || counted { SpeakerKind::Unnamed } else { SpeakerKind::Group };
        }
        if words.is(head, class::GROUP_NOUN) || low == "people" {
            return if counted { SpeakerKind::Unnamed } else { SpeakerKind::Group };
        }
        if words.is(head, class::ORG_NOUN) {
            return if plural { SpeakerKind::Group } else { SpeakerKind::Org };
        }
        if words.is_any(head, &[class::DOCUMENT_NOUN, class::REPORT_NOUN]) {
            return SpeakerKind::Document;
        }
        match low.as_str() {
            "some" | "many" | "others" | "most" | "they" | "both" | "all" | "few" | "several"
            | "half" | "those" | "everyone" | "everybody" | "these" | "percent" | "%" | "third"
            | "quarter" | "number" | "lot" | "one-third" | "another" => SpeakerKind::Group,
            _ if words.is(head, class::CAPITALIZED) && !words.is(head, class::SENTENCE_START) => {
                SpeakerKind::Org
            }
            _ if words.is(head, class::NOUN) => SpeakerKind::Document,
            _ => SpeakerKind::Unnamed,
        }
    }

    /// A description as a name: as it stands, without the capital of a sentence's first word.
    fn display(&self, range: Range<usize>) -> String {
        let words = self.words;
        let text = words.span(range.clone()).of(words.text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let first = range.start;
        let lower = words.is(first, class::SENTENCE_START)
            && words.is_known(first)
            && !["republican", "democrat"].contains(&words.lemma(first).as_str())
            && !words.is_any(
                first,
                &[
                    class::GIVEN_NAME,
                    class::COUNTRY,
                    class::NATIONALITY,
                    class::US_STATE,
                    class::ALL_CAPS,
                ],
            );
        let mut chars = text.chars();
        match chars.next() {
            Some(initial) if lower && !words.reads(first, "I") => {
                initial.to_lowercase().chain(chars).collect()
            }
            _ => text,
        }
    }
}

fn is_person_kind(kind: SpeakerKind) -> bool {
    matches!(kind, SpeakerKind::Unnamed | SpeakerKind::Person)
}

fn plain_gender(head: &str) -> Option<Gender> {
    match head {
        "man" | "boy" | "gentleman" => Some(Gender::Male),
        "woman" | "girl" | "lady" => Some(Gender::Female),
        _ => None,
    }
}
