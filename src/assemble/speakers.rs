//! The speakers of the record.

use crate::claim::Claim;
use crate::quote::{Marked, Quote};
use crate::report::{self, Attribution, CodePoints, How};
use crate::speaker::{self, KnownSpeakers, Resolved, Source};
use crate::text::{Document, Span};
use rustc_hash::FxHashMap;

/// The speakers of an article, and who each mention is that a fact is attributed to.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    list: Vec<report::Speaker>,
    of: FxHashMap<Span, Resolved>,
}

impl Speakers {
    /// Finds out who speaks in these quotes and claims.
    pub(crate) fn new(
        document: &Document<'_>,
        points: &CodePoints<'_>,
        marked: &[Marked],
        facts: (&[Quote], &[Claim]),
        known: &KnownSpeakers,
    ) -> Self {
        let quoted = facts.0.iter().filter_map(|quote| quote.attribution.speaker);
        let claimed = facts.1.iter().filter_map(|claim| claim.speaker);
        let mut spans: Vec<Span> = quoted.chain(claimed).collect();
        spans.sort_unstable();
        spans.dedup();
        let sources: Vec<Source> =
            spans.into_iter().map(|span| Source { span, carried: false }).collect();
        let found = speaker::resolve(document, marked, &sources, known);
        let of = sources.iter().zip(&found.of);
        let of = of.filter_map(|(source, who)| Some((source.span, (*who)?))).collect();
        let entry = |(index, entry): (usize, speaker::Speaker)| record(points, index, entry);
        Self { list: found.entries.into_iter().enumerate().map(entry).collect(), of }
    }

    /// Who a mention is.
    pub(super) fn attribution(
        &self,
        points: &CodePoints<'_>,
        mention: Span,
        carried: bool,
    ) -> Option<Attribution> {
        let who = self.of.get(&mention)?;
        let speaker = self.list.get(who.speaker)?;
        Some(Attribution {
            id: speaker.id.clone(),
            name: speaker.name.clone(),
            mention: points.span(mention),
            how: if carried { How::Carried } else { who.how },
        })
    }

    /// The entry that an attribution leads to.
    pub(super) fn with(&mut self, said: &Attribution) -> Option<&mut report::Speaker> {
        self.list.get_mut(place(&said.id)?)
    }

    /// All that are referred to, in order of the first mention; the others had claims that turned
    /// out to be none, and the ids close up.
    pub(crate) fn into_list(
        mut self,
        quotes: &mut [report::Quote],
        claims: &mut [report::Claim],
    ) -> Vec<report::Speaker> {
        let is_used =
            |speaker: &report::Speaker| !speaker.quotes.is_empty() || !speaker.claims.is_empty();
        if self.list.iter().all(is_used) {
            return self.list;
        }
        let mut ids = Vec::with_capacity(self.list.len());
        let mut used = 0;
        for speaker in &self.list {
            used += usize::from(is_used(speaker));
            ids.push(format!("s{used}"));
        }
        let said = quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut());
        for said in said.chain(claims.iter_mut().filter_map(|claim| claim.speaker.as_mut())) {
            if let Some(id) = place(&said.id).and_then(|place| ids.get(place)) {
                said.id.clone_from(id);
            }
        }
        for (speaker, id) in self.list.iter_mut().zip(ids) {
            speaker.id = id;
        }
        self.list.retain(is_used);
        self.list
    }
}

/// The place in the list that an id stands for.
fn place(id: &str) -> Option<usize> {
    id.get(1..)?.parse::<usize>().ok()?.checked_sub(1)
}

fn record(points: &CodePoints<'_>, index: usize, entry: speaker::Speaker) -> report::Speaker {
    let mentions = entry.mentions.into_iter();
    report::Speaker {
        id: format!("s{}", index + 1),
        name: entry.name,
        kind: entry.kind,
        role: entry.role,
        gender: entry.gender,
        aliases: entry.aliases,
        mentions: mentions
            .map(|(span, form)| report::Mention { span: points.span(span), form })
            .collect(),
        quotes: Vec::new(),
        claims: Vec::new(),
    }
}
