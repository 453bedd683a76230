//! Check-worthiness: how much a checkable fact stands in a claim.
//!
//! Features a reporter can read, with weights from one file; the score is the logistic function of
//! their sum, so the reasons reproduce it.

use super::clause::is_finite;
use super::content::Content;
use super::quantity::Quantity;
use crate::lexicon::class;
use crate::report::{CheckWorthiness, QuantityValue, Reason, Stance};
use crate::rules::RuleError;
use rustc_hash::FxHashMap;
use serde::Deserialize;

const WORTH: &str = include_str!("worth.toml");

/// The features and their weights.
#[derive(Debug, Clone)]
pub struct Worth {
    base: f64,
    features: Vec<Feature>,
    /// Which features a word stands for, as bits of their places.
    words: FxHashMap<String, u64>,
}

/// A feature of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Feature {
    name: String,
    weight: f64,
    /// For the reader of the file.
    #[expect(dead_code, reason = "the file explains itself, and a missing reason is an error")]
    why: String,
    #[serde(default)]
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    base: f64,
    feature: Vec<Feature>,
}

/// What is known about a claim before it is weighed.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'f> {
    /// Its words.
    pub content: &'f Content<'f>,
    /// Its numbers.
    pub quantities: &'f [Quantity],
    /// Whether it is marked as uncertain.
    pub hedged: bool,
    /// Whether its main predicate is negated.
    pub negative: bool,
    /// What its claimer does with it; `None` in the article's own voice.
    pub stance: Option<Stance>,
    /// Whose claim it is; `None` in the article's own voice.
    pub claimer: Option<Claimer>,
}

/// Whose claim it is, as far as its worth goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimer {
    /// "I" or "we".
    Speaker,
    /// Anybody else, named or not.
    Other,
}

impl Worth {
    /// The features that come with the program.
    ///
    /// # Errors
    /// The file is broken, which its test rules out.
    pub fn builtin() -> Result<Self, RuleError> {
        let file: File = toml::from_str(WORTH).map_err(|error| RuleError {
            file: "claim/worth.toml".to_owned(),
            line: error.span().and_then(|span| Some(WORTH.get(..span.start)?.lines().count())),
            message: error.message().to_owned(),
        })?;
        let mut words: FxHashMap<String, u64> = FxHashMap::default();
        for (place, feature) in file.feature.iter().enumerate().take(64) {
            for word in &feature.words {
                *words.entry(word.clone()).or_default() |= 1 << place;
            }
        }
        Ok(Self { base: file.base, features: file.feature, words })
    }

    /// Weighs a claim.
    pub fn weigh(&self, facts: &Facts<'_>) -> CheckWorthiness {
        let mut found = 0u64;
        for index in 0..facts.content.len() {
            for form in [facts.content.word(index), facts.content.lemma(index)] {
                found |= self.words.get(form).copied().unwrap_or_default();
            }
        }
        let base = Reason { feature: "base".to_owned(), weight: self.base };
        let others = self.features.iter().enumerate().take(64).filter(|(place, feature)| {
            found >> place & 1 == 1 || feature.words.is_empty() && is_found(&feature.name, facts)
        });
        let others = others
            .map(|(_, feature)| Reason { feature: feature.name.clone(), weight: feature.weight });
        let reasons: Vec<_> = std::iter::once(base).chain(others).collect();
        let sum: f64 = reasons.iter().map(|reason| reason.weight).sum();
        CheckWorthiness { score: 1.0 / (1.0 + (-sum).exp()), reasons }
    }
}

/// Whether a feature that is more than a word stands in a claim.
fn is_found(name: &str, facts: &Facts<'_>) -> bool {
    let content = facts.content;
    let unit =
        |unit: &str| facts.quantities.iter().any(|found| found.unit.as_deref() == Some(unit));
    match name {
        "number" => facts.quantities.iter().any(|found| !is_small(found)),
        "small number" => !facts.quantities.is_empty() && facts.quantities.iter().all(is_small),
        "several numbers" => facts.quantities.len() > 1,
        "percentage" => unit("%") || unit("pp") || unit("ratio"),
        "money" => content.any(|index| content.is(index, class::CURRENCY_SIGN)) || unit("USD"),
        "large number" => facts.quantities.iter().any(|found| match found.value {
            QuantityValue::Number(value) => value >= 1000.0,
            QuantityValue::Range([_, high]) => high >= 1000.0,
        }),
        "duration" => ["year", "month", "week", "day", "hour", "decade"].into_iter().any(unit),
        "year" => content.any(|index| is_year(content, index)),
        "comparison" => {
            content.any(|index| content.word(index) == "than")
                || content
                    .any(|index| content.is_in(index, &["twice", "compared", "same", "times"]))
        }
        "superlative" => content.any(|index| is_superlative(content, index)),
        "finished deed" => content.any(|index| {
            content.is(index, class::PAST)
                && (is_finite(content, index)
                    || content.is_in(index, &["was", "were", "did", "had"]))
        }),
        "done until now" => content.any(|index| {
            content.is(index, class::HAVE)
                && (1..4).any(|step| content.is(index + step, class::PAST_PARTICIPLE))
        }),
        "somebody else" => {
            content.any(|index| content.is_in(index, &["he", "she", "they", "his", "her", "their"]))
        }
        "name" => content.any(|index| {
            index > 0
                && content.is(index, class::CAPITALIZED)
                && !content.is(index, class::PRONOUN)
                && !content.is(index, class::SENTENCE_START)
                && content.word(index) != "i"
        }),
        "country or state" => content.any(|index| {
            content.is(index, class::CAPITALIZED)
                && (content.is(index, class::COUNTRY)
                    || content.is(index, class::US_STATE)
                    || content.is(index, class::NATIONALITY))
        }),
        "prediction" => content.any(|index| {
            content.is_in(index, &["will", "'ll", "shall", "won't"])
                || content.has(index, "going to")
                || content.word(index) == "gonna"
        }),
        "duty or wish" => content.any(|index| {
            content.is_in(
                index,
                &[
                    "should",
                    "must",
                    "ought",
                    "need",
                    "needs",
                    "want",
                    "wants",
                    "let",
                    "let's",
                    "shouldn't",
                ],
            ) || content.has(index, "have to")
                || content.has(index, "has to")
                || content.has(index, "time to")
                || content.has(index, "got to")
                || content.has(index, "would like")
        }),
        _ => is_said(name, facts),
    }
}

/// The features of who speaks, and how.
fn is_said(name: &str, facts: &Facts<'_>) -> bool {
    let content = facts.content;
    match name {
        "question" => content.word(content.len().wrapping_sub(1)) == "?",
        "speaker's own" => {
            content.any(|index| content.is_in(index, &["i", "me", "my", "i'm", "myself"]))
        }
        "we" => content.any(|index| content.is_in(index, &["we", "us", "our"])),
        "you" => content.any(|index| content.is_in(index, &["you", "your"])),
        "condition" => {
            content.any(|index| content.is_in(index, &["if", "would", "wouldn't", "'d", "unless"]))
        }
        "uncertain" => facts.hedged,
        "negation" => facts.negative,
        "points back" => {
            let first = usize::from(content.is_in(0, &["and", "but", "so", "well", "now", "that"]));
            content.is_in(first, &["that", "this", "it", "there", "that's", "it's"])
        }
        "very short" => content.len() < 8,
        "short" => (8..14).contains(&content.len()),
        "demanded or asked" => {
            matches!(facts.stance, Some(Stance::Demand | Stance::Ask | Stance::Doubt))
        }
        "promised or foretold" => {
            matches!(facts.stance, Some(Stance::Promise | Stance::Predict))
        }
        "somebody's words" => facts.claimer == Some(Claimer::Other),
        "own words" => facts.claimer == Some(Claimer::Speaker),
        "belief" => facts.stance == Some(Stance::Believe),
        _ => false,
    }
}

/// Up to four, and no share, sum or measure.
fn is_small(found: &Quantity) -> bool {
    let measured =
        matches!(found.unit.as_deref(), Some("%" | "pp" | "ratio" | "USD" | "GBP" | "EUR"));
    matches!(found.value, QuantityValue::Number(value) if value <= 4.0) && !measured
}

fn is_year(content: &Content<'_>, index: usize) -> bool {
    let word = content.word(index);
    word.len() == 4
        && matches!(word.get(..2), Some("18" | "19" | "20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_superlative(content: &Content<'_>, index: usize) -> bool {
    let word = content.word(index);
    word.ends_with("est") && content.is(index, class::ADJECTIVE)
        || matches!(word, "most" | "least" | "first" | "worst" | "best" | "record")
            && content.is(index.wrapping_sub(1), class::DETERMINER)
}
