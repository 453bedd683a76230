//! The entries of the speakers, made at the end of the sweep.

use super::entity::Entity;
use super::sweep::Sweep;
use super::{Resolved, Speaker, Speakers};
use crate::report::{How, MentionForm, SpeakerKind};

impl Sweep<'_, '_> {
    /// The speakers in order of their first mention, and who each source is.
    pub(super) fn entries(mut self, found: &[Option<(usize, How)>]) -> Speakers {
        let mut speaks = vec![false; self.register.list.len()];
        for (entity, _) in found.iter().flatten() {
            if let Some(place) = speaks.get_mut(*entity) {
                *place = true;
            }
        }
        self.mentions.retain(|(_, entity, _)| speaks.get(*entity) == Some(&true));
        // Of two mentions at one place the longer one, a source, stays.
        self.mentions
            .sort_by_key(|(span, entity, _)| (span.start, std::cmp::Reverse(span.end), *entity));
        let mut place = vec![usize::MAX; self.register.list.len()];
        let mut entries: Vec<Speaker> = Vec::new();
        for (span, entity, form) in &self.mentions {
            let (Some(at), Some(known)) = (place.get_mut(*entity), self.register.get(*entity))
            else {
                continue;
            };
            if *at == usize::MAX {
                *at = entries.len();
                entries.push(speaker(known));
            }
            let Some(entry) = entries.get_mut(*at) else { continue };
            if entry.mentions.last().is_some_and(|(last, _)| last.contains(*span)) {
                continue;
            }
            entry.mentions.push((*span, *form));
            let text = span.of(self.words.text).split_whitespace().collect::<Vec<_>>().join(" ");
            if *form == MentionForm::Name && text != entry.name && !entry.aliases.contains(&text) {
                entry.aliases.push(text);
            }
        }
        let of = found.iter().map(|who| {
            let (entity, how) = (*who)?;
            let speaker = place.get(entity).copied().filter(|at| *at < entries.len())?;
            Some(Resolved { speaker, how })
        });
        Speakers { of: of.collect(), entries }
    }
}

fn speaker(entity: &Entity) -> Speaker {
    // A name of two words of which nothing is known is rather that of a person where "he" or
    // "she" was taken for it.
    let org = entity.place || entity.tokens.len() > 1 && entity.guessed_gender.is_none();
    let kind = entity.kind.unwrap_or(if org { SpeakerKind::Org } else { SpeakerKind::Person });
    let person = matches!(kind, SpeakerKind::Person | SpeakerKind::Unnamed);
    Speaker {
        name: entity.name.clone(),
        kind,
        role: entity.role.clone().filter(|_| kind == SpeakerKind::Person),
        gender: entity.gender().filter(|_| person),
        aliases: Vec::new(),
        mentions: Vec::new(),
    }
}
