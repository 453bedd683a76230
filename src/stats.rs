//! Who is quoted, how often, and with how many words: counts over many records.

use crate::report::{Attribution, Cue, Report};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What facts are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// Canonical name of the speaker.
    Speaker,
    /// Gender of the speaker.
    Gender,
    /// The paper, agency or site.
    Outlet,
    /// Month of publication, `YYYY-MM`.
    Month,
    /// Base form of the reporting verb.
    Cue,
}

impl By {
    /// Its name, as in a header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Gender => "gender",
            Self::Outlet => "outlet",
            Self::Month => "month",
            Self::Cue => "cue",
        }
    }
}

/// How much was found under one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Articles with at least one of the facts.
    pub articles: u64,
    /// Quotes.
    pub quotes: u64,
    /// Words in the quotes.
    pub words: u64,
    /// Claims.
    pub claims: u64,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.quotes += other.quotes;
        self.words += other.words;
        self.claims += other.claims;
    }
}

/// Values under which facts are counted together; `None` where an article does not tell.
pub type Key = Vec<Option<String>>;

/// Counts over any number of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stats {
    by: Vec<By>,
    rows: BTreeMap<Key, Counts>,
    total: Counts,
}

impl Stats {
    /// No records yet.
    pub fn new(by: Vec<By>) -> Self {
        Self { by, rows: BTreeMap::new(), total: Counts::default() }
    }

    /// What is counted by, in order.
    pub fn by(&self) -> &[By] {
        &self.by
    }

    /// Counts over everything; its articles are those that could be read.
    pub fn total(&self) -> Counts {
        self.total
    }

    /// Counts one record; an error record counts for nothing.
    pub fn add(&mut self, report: &Report) {
        if report.error.is_some() {
            return;
        }
        let mut here: BTreeMap<Key, Counts> = BTreeMap::new();
        for quote in &report.quotes {
            let key = self.key(report, quote.speaker.as_ref(), quote.cue.as_ref());
            let counts = here.entry(key).or_default();
            counts.quotes += 1;
            counts.words += quote.words() as u64;
        }
        for claim in &report.claims {
            let key = self.key(report, claim.speaker.as_ref(), claim.cue.as_ref());
            here.entry(key).or_default().claims += 1;
        }
        self.total.articles += 1;
        for (key, counts) in here {
            self.total.add(counts);
            self.rows.entry(key).or_default().add(Counts { articles: 1, ..counts });
        }
    }

    /// Adds the counts of other records.
    pub fn merge(&mut self, other: Self) {
        self.total.add(other.total);
        for (key, counts) in other.rows {
            self.rows.entry(key).or_default().add(counts);
        }
    }

    /// The counts, those with most quotes first; by month in order of time.
    pub fn rows(&self) -> Vec<(&Key, Counts)> {
        let mut rows: Vec<_> = self.rows.iter().map(|(key, counts)| (key, *counts)).collect();
        if self.by.first() != Some(&By::Month) {
            rows.sort_by_key(|(_, counts)| std::cmp::Reverse((counts.quotes, counts.claims)));
        }
        rows
    }

    /// How many different values the first key has.
    pub fn distinct(&self) -> usize {
        let values: BTreeSet<_> =
            self.rows.keys().filter_map(|key| key.first()?.as_ref()).collect();
        values.len()
    }

    fn key(&self, report: &Report, by: Option<&Attribution>, cue: Option<&Cue>) -> Key {
        let value = |what: &By| match what {
            By::Speaker => by.map(|by| by.name.clone()),
            By::Gender => by.and_then(|by| {
                let speaker = report.speakers.iter().find(|speaker| speaker.id == by.id)?;
                speaker.gender.map(crate::write::label)
            }),
            By::Outlet => report.article.outlet.clone(),
            By::Month => report.article.published.as_ref()?.get(..7).map(str::to_owned),
            By::Cue => cue.map(|cue| cue.lemma.clone()),
        };
        self.by.iter().map(value).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Notice;
    use crate::write::sample;

    fn of(by: &[By], reports: &[Report]) -> Stats {
        let mut stats = Stats::new(by.to_vec());
        for report in reports {
            stats.add(report);
        }
        stats
    }

    fn shown(stats: &Stats) -> Vec<String> {
        let row = |(key, counts): (&Key, Counts)| {
            let key: Vec<&str> = key.iter().map(|part| part.as_deref().unwrap_or("-")).collect();
            let Counts { articles, quotes, words, claims } = counts;
            format!("{}: {articles} {quotes} {words} {claims}", key.join("/"))
        };
        stats.rows().into_iter().map(row).collect()
    }

    fn later() -> Report {
        let mut report = sample::report();
        report.article.published = Some("2024-06-01".to_owned());
        report.claims.push(report.claims[0].clone());
        report
    }

    #[test]
    fn by_one_key() {
        let reports = [sample::report(), later()];
        assert_eq!(
            shown(&of(&[By::Speaker], &reports)),
            ["Ana Kovač: 2 2 8 0", "A port spokesman: 2 0 0 3"]
        );
        assert_eq!(shown(&of(&[By::Gender], &reports)), ["female: 2 2 8 0", "-: 2 0 0 3"]);
        assert_eq!(shown(&of(&[By::Month], &reports)), ["2024-05: 1 1 4 1", "2024-06: 1 1 4 2"]);
        assert_eq!(shown(&of(&[By::Cue], &reports)), ["say: 2 2 8 3"]);
    }

    #[test]
    fn by_several_keys_and_in_parts() {
        let by = [By::Outlet, By::Gender];
        let whole = of(&by, &[sample::report(), later()]);
        assert_eq!(shown(&whole), ["Riverton Echo/female: 2 2 8 0", "Riverton Echo/-: 2 0 0 3"]);
        let mut parts = of(&by, &[sample::report()]);
        parts.merge(of(&by, &[later()]));
        assert_eq!(parts, whole);
        assert_eq!(whole.total(), Counts { articles: 2, quotes: 2, words: 8, claims: 3 });
    }

    #[test]
    fn an_error_record_counts_for_nothing() {
        let error = Some(Notice::new("binary", "no text"));
        let report = Report { error, ..sample::report() };
        assert_eq!(of(&[By::Speaker], &[report]).total(), Counts::default());
    }
}
