//! `I` and `we` in quotations, and pronouns that stand for nobody.

use super::Source;
use super::entity::Entity;
use super::sweep::Sweep;
use crate::report::{How, MentionForm, SpeakerKind};
use crate::text::Span;

/// Pronouns of the one who speaks.
const OWN: &[&str] = &["i", "me", "my", "we", "us", "our"];

impl Sweep<'_, '_> {
    /// Sees to the sources that are nobody so far.
    pub(super) fn unresolved(&mut self, sources: &[Source], found: &mut [Option<(usize, How)>]) {
        self.nobodies(sources, found, false);
        self.own_words(sources, found);
        self.nobodies(sources, found, true);
    }

    fn nobodies(&mut self, sources: &[Source], found: &mut [Option<(usize, How)>], own_too: bool) {
        for (place, source) in found.iter_mut().zip(sources).filter(|(place, _)| place.is_none()) {
            if (own_too || !self.is_own(source.span))
                && let Some(entity) = self.nobody(source.span)
            {
                self.mention(source.span, entity, MentionForm::Pronoun);
                let how = if source.carried { How::Carried } else { How::Pronoun };
                *place = Some((entity, how));
            }
        }
    }

    fn is_own(&self, span: Span) -> bool {
        let word = self.words.within(span).start;
        OWN.iter().any(|form| self.words.reads(word, form))
    }

    /// `I` and `we` in a quotation are whoever it is attributed to: the next source behind it in
    /// its paragraph, else the one before it.
    fn own_words(&mut self, sources: &[Source], found: &mut [Option<(usize, How)>]) {
        let outside: Vec<usize> = (0..sources.len())
            .filter(|at| {
                let source = sources.get(*at).map_or(Span::default(), |source| source.span);
                found.get(*at).is_some_and(Option::is_some)
                    && !self.words.is_quoted(self.words.within(source).start)
            })
            .collect();
        let start = |at: &usize| sources.get(*at).map_or(0, |source| source.span.start);
        for (at, source) in sources.iter().enumerate() {
            let word = self.words.within(source.span).start;
            let own = self.is_own(source.span);
            let Some(quote) = self.words.quote_around(word).filter(|_| own) else { continue };
            let behind = outside.partition_point(|other| start(other) < quote.end);
            let near = [outside.get(behind), behind.checked_sub(1).and_then(|at| outside.get(at))];
            let block = self.words.block_of(word);
            let who = near.into_iter().flatten().find_map(|other| {
                let there = self.words.within(sources.get(*other)?.span).start;
                found.get(*other).copied().flatten().filter(|_| self.words.block_of(there) == block)
            });
            if let (Some((entity, _)), Some(place)) = (who, found.get_mut(at))
                && place.is_none()
            {
                *place = Some((entity, if source.carried { How::Carried } else { How::Pronoun }));
                self.mention(source.span, entity, MentionForm::Pronoun);
            }
        }
    }

    /// The entry of a pronoun that stands for nobody named before.
    fn nobody(&mut self, span: Span) -> Option<usize> {
        let words = self.words.within(span);
        if words.is_empty() {
            return None;
        }
        let low = self.words.low(words.start);
        let key = format!("pronoun {low}");
        if let Some(id) = self.described.get(&key) {
            return Some(*id);
        }
        let several = matches!(low.as_str(), "we" | "us" | "our" | "they" | "them" | "their");
        let kind = if several { SpeakerKind::Group } else { SpeakerKind::Unnamed };
        let name = if low == "i" { "I".to_owned() } else { low };
        let id = self.register.add(Entity { kind: Some(kind), name, ..Entity::default() });
        self.described.insert(key, id);
        Some(id)
    }
}
