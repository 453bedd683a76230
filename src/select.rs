//! Fewer facts: kinds, one speaker, thresholds. What is dropped leaves no id behind.

use crate::report::{Report, Speaker};
use std::collections::BTreeSet;

/// The four kinds of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the key of the record of that name")]
pub enum Fact {
    Quotes,
    Speakers,
    Dates,
    Claims,
}

/// Which facts stay.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Select {
    /// Kinds that stay; all where empty. Speakers that are referred to stay in any case.
    pub only: Vec<Fact>,
    /// Only the facts of the speaker with this name or alias, in any case of letters.
    pub speaker: Option<String>,
    /// Claims with a lower check-worthiness go, 0 to 1.
    pub min_score: f64,
    /// Facts with a lower confidence go, 0 to 1.
    pub min_confidence: f64,
}

impl Select {
    /// Whether facts of this kind stay.
    pub fn shows(&self, fact: Fact) -> bool {
        self.only.is_empty() || self.only.contains(&fact)
    }

    /// Drops what does not stay.
    pub fn apply(&self, report: &mut Report) {
        self.by_worth(report);
        if let Some(name) = &self.speaker {
            by_speaker(report, name);
        }
        self.by_kind(report);
        mend_ids(report);
    }

    /// Drops by the thresholds alone, and speakers that have nothing left.
    fn by_worth(&self, report: &mut Report) {
        if self.min_confidence <= 0.0 && self.min_score <= 0.0 {
            return;
        }
        let sure = |confidence: f64| confidence >= self.min_confidence;
        report.quotes.retain(|quote| sure(quote.confidence));
        report.dates.retain(|date| sure(date.confidence));
        report.claims.retain(|claim| {
            sure(claim.confidence) && claim.check_worthiness.score >= self.min_score
        });
        let referred = referred(report);
        report.speakers.retain(|speaker| referred.contains(&speaker.id));
    }

    fn by_kind(&self, report: &mut Report) {
        if !self.shows(Fact::Quotes) {
            report.quotes.clear();
        }
        if !self.shows(Fact::Claims) {
            report.claims.clear();
        }
        if !self.shows(Fact::Dates) {
            report.dates.clear();
        }
        if !self.shows(Fact::Speakers) {
            let referred = referred(report);
            report.speakers.retain(|speaker| referred.contains(&speaker.id));
        }
    }
}

/// Whether this speaker goes by that name.
pub fn is_named(speaker: &Speaker, name: &str) -> bool {
    let name = name.to_lowercase();
    std::iter::once(&speaker.name).chain(&speaker.aliases).any(|known| known.to_lowercase() == name)
}

fn by_speaker(report: &mut Report, name: &str) {
    report.speakers.retain(|speaker| is_named(speaker, name));
    let ids: BTreeSet<&str> = report.speakers.iter().map(|speaker| speaker.id.as_str()).collect();
    let is_theirs = |speaker: &Option<crate::report::Attribution>| {
        speaker.as_ref().is_some_and(|speaker| ids.contains(speaker.id.as_str()))
    };
    report.quotes.retain(|quote| is_theirs(&quote.speaker));
    report.claims.retain(|claim| is_theirs(&claim.speaker));
    let quoted = report.quotes.iter().flat_map(|quote| &quote.dates);
    let claimed = report.claims.iter().flat_map(|claim| &claim.dates);
    let dates: BTreeSet<String> = quoted.chain(claimed).cloned().collect();
    report.dates.retain(|date| dates.contains(&date.id));
}

/// Ids of the speakers that a quote or a claim has.
fn referred(report: &Report) -> BTreeSet<String> {
    let quoted = report.quotes.iter().map(|quote| &quote.speaker);
    let claimed = report.claims.iter().map(|claim| &claim.speaker);
    quoted.chain(claimed).flatten().map(|speaker| speaker.id.clone()).collect()
}

/// Drops ids of facts that are not there any more.
fn mend_ids(report: &mut Report) {
    let ids = |all: &mut dyn Iterator<Item = &String>| all.cloned().collect::<BTreeSet<String>>();
    let quotes = ids(&mut report.quotes.iter().map(|quote| &quote.id));
    let claims = ids(&mut report.claims.iter().map(|claim| &claim.id));
    let dates = ids(&mut report.dates.iter().map(|date| &date.id));
    for speaker in &mut report.speakers {
        speaker.quotes.retain(|id| quotes.contains(id));
        speaker.claims.retain(|id| claims.contains(id));
    }
    for quote in &mut report.quotes {
        quote.dates.retain(|id| dates.contains(id));
    }
    for claim in &mut report.claims {
        claim.dates.retain(|id| dates.contains(id));
        claim.quotes.retain(|id| quotes.contains(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    fn selected(select: &Select) -> Report {
        let mut report = sample::report();
        select.apply(&mut report);
        report
    }

    fn lengths(report: &Report) -> [usize; 4] {
        [report.quotes.len(), report.speakers.len(), report.dates.len(), report.claims.len()]
    }

    #[test]
    fn nothing_asked_for_changes_nothing() {
        assert_eq!(selected(&Select::default()), sample::report());
    }

    #[test]
    fn only_one_kind() {
        let only = |fact| selected(&Select { only: vec![fact], ..Select::default() });
        let quotes = only(Fact::Quotes);
        assert_eq!(lengths(&quotes), [1, 1, 0, 0]);
        assert!(quotes.speakers[0].claims.is_empty() && quotes.quotes[0].dates.is_empty());
        let speakers = only(Fact::Speakers);
        assert_eq!(lengths(&speakers), [0, 2, 0, 0]);
        assert!(speakers.speakers[0].quotes.is_empty());
        assert_eq!(lengths(&only(Fact::Dates)), [0, 0, 1, 0]);
        assert_eq!(lengths(&only(Fact::Claims)), [0, 1, 0, 1]);
    }

    #[test]
    fn one_speaker_by_alias() {
        let name = Some("mayor ana kovač".to_owned());
        let report = selected(&Select { speaker: name, ..Select::default() });
        assert_eq!(lengths(&report), [1, 1, 1, 0]);
        let nobody = Some("Ana".to_owned());
        assert_eq!(lengths(&selected(&Select { speaker: nobody, ..Select::default() })), [0; 4]);
    }

    #[test]
    fn thresholds() {
        let confident = Select { min_confidence: 0.9, ..Select::default() };
        assert_eq!(lengths(&selected(&confident)), [1, 1, 1, 0]);
        let worthy = Select { min_score: 0.99, ..Select::default() };
        assert_eq!(lengths(&selected(&worthy)), [1, 1, 1, 0]);
    }
}
