//! Which entity of the article a description takes up again.

use super::entity::Entity;
use super::phrase::Description;
use super::role::canonical;
use super::sweep::Sweep;
use crate::lexicon::class;
use crate::report::SpeakerKind;

/// Words that may stand for one another in a text.
const RELATED: &[&[&str]] = &[
    &["senator", "representative", "lawmaker", "politician", "legislator"],
    &["mp", "lawmaker", "politician", "legislator"],
    &["minister", "politician"],
    &["governor", "politician"],
    &["candidate", "nominee", "hopeful", "front-runner", "frontrunner"],
    &["professor", "researcher", "scientist", "academic", "scholar", "author"],
    &["researcher", "scientist", "team", "author", "academic", "investigator"],
    &["minister", "secretary"],
    &["lawyer", "attorney", "solicitor", "barrister"],
    &["officer", "sergeant", "detective", "lieutenant", "captain", "constable"],
    &["executive", "boss", "chief"],
    &["coach", "manager"],
    &["doctor", "physician", "surgeon"],
    &["spokesperson", "representative"],
    &["study", "paper", "research", "report", "analysis", "article"],
    &["report", "document", "analysis", "audit", "review"],
    &["poll", "survey"],
    &["lawsuit", "suit", "complaint", "petition", "filing"],
    &["statement", "release"],
    &["affidavit", "document"],
    &["company", "firm", "corporation", "business", "group", "operator", "maker", "manufacturer"],
    &["airline", "carrier", "company"],
    &["newspaper", "paper", "daily"],
    &["agency", "department", "bureau"],
    &["union", "group"],
    &["police", "officers"],
    &["bank", "lender", "company"],
];

/// Words for a company whatever its name says.
const COMPANY: &[&str] =
    &["company", "firm", "corporation", "business", "operator", "maker", "manufacturer"];

/// Organisations that nobody calls a company.
const NO_COMPANY: &[&str] = &[
    "university",
    "college",
    "school",
    "department",
    "ministry",
    "court",
    "party",
    "committee",
    "agency",
    "police",
    "council",
    "commission",
    "administration",
    "campaign",
    "congress",
    "senate",
    "house",
    "union",
    "church",
    "office",
    "government",
    "state",
    "parliament",
    "army",
    "team",
    "club",
    "association",
    "federation",
    "foundation",
    "institute",
    "bureau",
    "board",
];

impl Sweep<'_, '_> {
    /// An entity that the description fits, the last mentioned first.
    pub(super) fn known(
        &self,
        phrase: &Description,
        head: &str,
        low_head: &str,
        kind: SpeakerKind,
    ) -> Option<usize> {
        let plural = self.words.is(phrase.head, class::PLURAL);
        let headline = self.in_headline(phrase.head);
        let mut best: Option<(bool, usize, usize)> = None;
        let mut consider = |id: usize, exact: bool| {
            let Some(entity) = self.register.get(id) else { return };
            let last = match entity.last {
                Some(last) => last,
                None if headline => usize::MAX - id,
                None => return,
            };
            let many = entity.several || entity.kind == Some(SpeakerKind::Group);
            let several = plural || kind == SpeakerKind::Group;
            let crew = matches!(low_head, "team" | "group" | "couple" | "trio" | "pair");
            if many != (several || crew) || !self.agrees(entity, phrase) {
                return;
            }
            if best.is_none_or(|top| (exact, last) > (top.0, top.1)) {
                best = Some((exact, last, id));
            }
        };
        for id in self.register.described(head).iter().rev().take(32) {
            consider(*id, true);
        }
        for group in
            RELATED.iter().filter(|group| group.contains(&head) || group.contains(&low_head))
        {
            for other in group.iter().filter(|other| **other != head) {
                for id in self.register.described(other).iter().rev().take(16) {
                    consider(*id, false);
                }
            }
        }
        let found = best.map(|(_, _, id)| id).or_else(|| self.later(phrase, head));
        found.or_else(|| {
            (COMPANY.contains(&head) && !plural).then(|| self.last_org(phrase.head)).flatten()
        })
    }

    /// The one person whom the article introduces later by this title: `the president`.
    fn later(&self, phrase: &Description, head: &str) -> Option<usize> {
        let words = self.words;
        let title = words.is(phrase.head, class::TITLE) && phrase.start == phrase.head;
        match self.register.described(head) {
            [only] if title && words.reads(phrase.words.start, "the") => {
                let entity = self.register.get(*only)?;
                (entity.last.is_none() && entity.kind == Some(SpeakerKind::Person)).then_some(*only)
            }
            _ => None,
        }
    }

    /// The organisation that was last mentioned, speakers first.
    fn last_org(&self, word: usize) -> Option<usize> {
        let mut found = None;
        for trace in self.trail.iter().rev().filter(|trace| trace.word < word).take(40) {
            let Some(entity) = self.register.get(trace.entity) else { continue };
            let other = |head: &String| NO_COMPANY.contains(&head.as_str());
            let company = !entity.place
                && !entity.heads.iter().any(other)
                && (entity.kind == Some(SpeakerKind::Org) || entity.kind.is_none() && trace.speaks);
            if company && trace.speaks {
                return Some(trace.entity);
            }
            if company && found.is_none() {
                found = Some(trace.entity);
            }
        }
        found
    }

    /// Whether what the description says before its main noun is true of the entity.
    fn agrees(&self, entity: &Entity, phrase: &Description) -> bool {
        let words = self.words;
        let named = matches!(entity.kind, Some(SpeakerKind::Person) | None) && !entity.place;
        // "the Ayle senator" may be the only senator, but never one of two.
        let head = canonical(words.lemma(phrase.head));
        let party = matches!(head.as_str(), "republican" | "democrat" | "conservative");
        let alone = !party && self.register.described(&head).len() < 2;
        (phrase.start..phrase.head).all(|word| {
            let low = canonical(words.lemma(word));
            let plain = words.is_any(word, &[class::HYPHEN, class::NUMBER, class::NUMBER_WORD])
                || matches!(low.as_str(), "former" | "late" | "new" | "latest" | "same" | "old");
            plain
                || entity.modifiers.contains(&low)
                || entity.tokens.contains(&low)
                || entity.heads.contains(&low)
                || named
                    && (words.is(word, class::ADJECTIVE)
                        || words.is(word, class::CAPITALIZED) && alone)
        })
    }
}
