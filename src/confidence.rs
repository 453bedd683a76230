//! How sure a fact is: the measured share of right facts of its rule.
//!
//! `confidence.toml` beside this file is made by `scripts/measure-confidence` from annotated articles.

use crate::report::{Attribution, ClaimKind, How, Report};
use crate::rules::RuleError;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The measured shares of all rules.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confidence {
    quote: Kind,
    claim: Kind,
    date: Kind,
}

/// The shares of one kind of facts.
#[derive(Debug, Clone, Deserialize)]
struct Kind {
    /// Of all rules together.
    #[serde(flatten)]
    general: Shares,
    #[serde(default)]
    rules: BTreeMap<String, Shares>,
}

/// Shares by how the speaker was found.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
struct Shares {
    adjacent: Option<f64>,
    description: Option<f64>,
    pronoun: Option<f64>,
    carried: Option<f64>,
    none: Option<f64>,
}

/// Of what nobody has measured.
const UNKNOWN: f64 = 0.5;

impl Confidence {
    /// The table that comes with the program.
    ///
    /// # Errors
    /// The table is broken, which its tests rule out.
    pub(crate) fn builtin() -> Result<Self, RuleError> {
        toml::from_str(include_str!("confidence.toml")).map_err(|error| RuleError {
            file: "confidence.toml".to_owned(),
            line: None,
            message: error.to_string(),
        })
    }

    /// Gives all facts of a record their confidence.
    pub(crate) fn rate(&self, report: &mut Report) {
        for quote in &mut report.quotes {
            quote.confidence = self.quote.share(&quote.rule, how(quote.speaker.as_ref()));
        }
        for claim in &mut report.claims {
            claim.confidence = match claim.kind {
                // No corpus says which sentences the article means as its own claims.
                ClaimKind::Narrator => UNKNOWN,
                _ => self.claim.share(&claim.rule, how(claim.speaker.as_ref())),
            };
        }
        for date in &mut report.dates {
            date.confidence = self.date.share(&date.rule, None);
        }
    }
}

impl Kind {
    /// The share of a rule, else that of all rules: a user's own rules are not in the table.
    fn share(&self, rule: &str, how: Option<How>) -> f64 {
        let measured = self.rules.get(rule).and_then(|shares| shares.of(how));
        measured.or_else(|| self.general.of(how)).unwrap_or(UNKNOWN)
    }
}

impl Shares {
    fn of(&self, how: Option<How>) -> Option<f64> {
        match how {
            Some(How::Adjacent) => self.adjacent,
            Some(How::Description) => self.description,
            Some(How::Pronoun) => self.pronoun,
            Some(How::Carried) => self.carried,
            None => self.none,
        }
    }
}

fn how(speaker: Option<&Attribution>) -> Option<How> {
    speaker.map(|speaker| speaker.how)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Registry;

    #[test]
    fn every_share_is_one_of_a_rule() {
        let table = Confidence::builtin().unwrap();
        let registry = Registry::builtin().unwrap();
        for kind in [&table.quote, &table.claim, &table.date] {
            let all = [&kind.general].into_iter().chain(kind.rules.values());
            for shares in all {
                let Shares { adjacent, description, pronoun, carried, none } = *shares;
                for share in [adjacent, description, pronoun, carried, none].into_iter().flatten() {
                    assert!((0.0..=1.0).contains(&share), "{share}");
                }
            }
        }
        let known = |id: &String| registry.rules().iter().any(|rule| rule.id == *id);
        assert!(table.date.rules.keys().filter(|id| known(id)).count() > 10);
    }

    #[test]
    fn the_rule_counts_then_how_then_nothing() {
        let table: Kind = toml::from_str(
            "adjacent = 0.8\nnone = 0.1\n[rules]\n\"a/b\" = { adjacent = 0.9, carried = 0.3 }\n",
        )
        .unwrap();
        let share = |rule, how| (table.share(rule, how) * 10.0).round();
        assert!((share("a/b", Some(How::Adjacent)) - 9.0).abs() < 0.1);
        assert!((share("a/c", Some(How::Adjacent)) - 8.0).abs() < 0.1);
        assert!((share("a/b", None) - 1.0).abs() < 0.1);
        assert!((share("a/c", Some(How::Pronoun)) - 5.0).abs() < 0.1);
    }
}
