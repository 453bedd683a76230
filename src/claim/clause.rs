//! The main clause of a content: its predicate, and which words stand in side clauses.

use super::content::Content;
use crate::lexicon::class;

/// What is main and what is side in a content.
#[derive(Debug)]
pub struct Clauses {
    /// For each word, whether it stands in a relative or adverbial clause.
    side: Vec<bool>,
    /// The first word of the main predicate: its auxiliary, or the finite verb itself.
    predicate: Option<usize>,
}

impl Clauses {
    /// Tells main from side, in one walk over the words.
    pub fn new(content: &Content<'_>) -> Self {
        let mut walk = Walk { content, state: State::Main, predicate: None };
        let side = (0..content.len()).map(|index| walk.step(index)).collect();
        Self { side, predicate: walk.predicate }
    }

    /// Whether a word stands in a relative or adverbial clause.
    pub fn is_side(&self, index: usize) -> bool {
        self.side.get(index).copied().unwrap_or(false)
    }

    /// The first word of the main predicate, if there is one.
    pub fn predicate(&self) -> Option<usize> {
        self.predicate
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Main,
    /// Until the next break.
    Adverbial,
    /// Until the next break, or, while the main predicate is still to come, until a second verb.
    Relative {
        has_verb: bool,
    },
}

struct Walk<'c, 'd> {
    content: &'c Content<'d>,
    state: State,
    predicate: Option<usize>,
}

impl Walk<'_, '_> {
    /// Takes the next word; whether it stands in a side clause.
    fn step(&mut self, index: usize) -> bool {
        let content = self.content;
        if content.is_break(index) {
            self.state = State::Main;
            return false;
        }
        if opens_adverbial(content, index) {
            self.state = State::Adverbial;
        } else if opens_relative(content, index) {
            self.state = State::Relative { has_verb: false };
        } else if is_finite(content, index) {
            match self.state {
                State::Main => self.predicate = self.predicate.or(Some(index)),
                State::Relative { has_verb: false } => {
                    self.state = State::Relative { has_verb: true };
                }
                State::Relative { .. } if self.predicate.is_none() && !goes_on(content, index) => {
                    self.state = State::Main;
                    self.predicate = Some(index);
                }
                _ => {}
            }
        }
        self.state != State::Main
    }
}

const ADVERBIAL: &[&str] = &[
    "if", "when", "whenever", "while", "whilst", "although", "though", "because", "unless",
    "until", "once", "whereas", "lest",
];

fn opens_adverbial(content: &Content<'_>, index: usize) -> bool {
    let word = content.word(index);
    // ", while C" sets a second statement beside the first.
    if matches!(word, "while" | "whereas") && index > 0 && content.is(index - 1, class::COMMA) {
        return false;
    }
    // At the head of a content, "if" and "when" open a reported question: that is the content itself.
    index > 0 && ADVERBIAL.contains(&word) && !content.follows(index, "as")
        || index == 0 && ADVERBIAL.contains(&word) && has_comma(content)
        || word == "after" && content.is(index + 1, class::SUBJECT_PRONOUN)
        || matches!(word, "as" | "since" | "before")
            && content.is(index + 1, class::SUBJECT_PRONOUN)
            && content.before(index) != "as"
}

/// Whether a comma closes what the first word opens.
fn has_comma(content: &Content<'_>) -> bool {
    (0..content.len()).any(|index| content.is(index, class::COMMA))
}

fn opens_relative(content: &Content<'_>, index: usize) -> bool {
    if index == 0 || content.is_break(index - 1) && content.word(index) == "that" {
        return false;
    }
    match content.word(index) {
        "who" | "whom" | "whose" | "which" | "where" | "wherein" | "whereby" => true,
        // "the plan that failed", but not "he said that" and not "that plan".
        "that" => {
            let noun = content.is(index - 1, class::NOUN)
                || content.is(index - 1, class::ROLE)
                || content.is(index - 1, class::GROUP_NOUN)
                || content.is(index - 1, class::ORG_NOUN);
            let speaks =
                content.is(index - 1, class::REPORT_NOUN) || content.is(index - 1, class::VERB);
            noun && !speaks
        }
        _ => false,
    }
}

/// Whether a verb belongs to the verb group that began before it ("has been told", "would go").
fn goes_on(content: &Content<'_>, index: usize) -> bool {
    (1..=3).map_while(|step| index.checked_sub(step)).any(|before| {
        content.is(before, class::AUXILIARY)
            && (before + 1..index).all(|between| is_adverb(content, between))
    })
}

/// An adverb, or a negating word, between the parts of a verb group.
pub(super) fn is_adverb(content: &Content<'_>, index: usize) -> bool {
    let word = content.word(index);
    content.is(index, class::ADVERB)
        || content.is(index, class::AUXILIARY)
        || matches!(word, "not" | "never" | "no" | "longer" | "even" | "n't")
        || word.len() > 3 && word.ends_with("ly")
}

/// A finite verb or auxiliary; a form that is also a noun only behind its subject.
pub(super) fn is_finite(content: &Content<'_>, index: usize) -> bool {
    if content.is(index, class::AUXILIARY) {
        // "the Trump's plan": the clitic is a verb only where no noun follows it at once.
        let genitive = content.word(index) == "'s"
            && !content.is(index.wrapping_sub(1), class::PRONOUN)
            && !is_adverb(content, index + 1)
            && !content.is(index + 1, class::DETERMINER)
            && !content.is(index + 1, class::PREPOSITION)
            && !content.is(index + 1, class::ING);
        return !genitive
            && !content.is_in(index, &["be", "been", "being", "having", "doing", "done"])
            && content.before(index) != "to";
    }
    let finite = content.is(index, class::PAST)
        || content.is(index, class::THIRD)
        || content.is(index, class::BASE);
    if !finite || content.before(index) == "to" {
        return false;
    }
    let subject = content.is(index.wrapping_sub(1), class::SUBJECT_PRONOUN)
        || content.is(index.wrapping_sub(1), class::CAPITALIZED) && index > 0;
    if content.is(index, class::VERB) {
        let participle = content.is(index, class::PAST_PARTICIPLE)
            && (content.is(index + 1, class::PREPOSITION) && content.word(index + 1) == "by"
                || content.is(index.wrapping_sub(1), class::DETERMINER));
        let bare = content.is(index, class::BASE) && !content.is(index, class::PAST);
        return !participle && (!bare || !content.is(index.wrapping_sub(1), class::DETERMINER));
    }
    content.is(index, class::VERB_NOUN) && subject
        || content.is(index, class::NOUN_VERB)
            && content.is(index.wrapping_sub(1), class::SUBJECT_PRONOUN)
}
