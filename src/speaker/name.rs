//! Names as they stand in the text: runs of capitalised words, parted into title and name.

use super::name_kind::{gender_of, kind_of};
use super::words::Words;
use crate::lexicon::{Class, class};
use crate::report::Gender;
use std::ops::Range;

/// What a name seems to be a name of, from its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameKind {
    Person,
    Org,
    Place,
    Unknown,
}

/// A name where it stands.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(super) struct Name {
    /// The words of the name itself.
    pub(super) words: Range<usize>,
    /// The same with the capitalised title before it.
    pub(super) whole: Range<usize>,
    pub(super) kind: NameKind,
    /// From a title.
    pub(super) gender: Option<Gender>,
    /// `'s` stands behind it.
    pub(super) possessive: bool,
    /// A word for a relative stands before it: `his brother Ned Doe`.
    pub(super) kin: bool,
    /// A common noun is the last word of it: `Ayle council`, `the Doe campaign`.
    pub(super) compound: bool,
    /// It may be an ordinary word: at the start of a sentence, or in a headline in capitals.
    pub(super) weak: bool,
}

impl Name {
    /// A name of which only the words are known.
    pub(super) fn of(words: Range<usize>, kind: NameKind) -> Self {
        Self {
            whole: words.clone(),
            words,
            kind,
            gender: None,
            possessive: false,
            kin: false,
            compound: false,
            weak: false,
        }
    }
}

/// Longest name, in words; a longer run is cut there.
const LONGEST: usize = 16;

/// Words in lower case that stand inside names of people.
const PARTICLES: &[&str] = &[
    "de", "da", "del", "della", "der", "den", "di", "du", "van", "von", "bin", "bint", "ibn", "al",
    "el", "la", "le", "ter", "ten", "dos", "das", "zu", "af", "ben",
];
/// What may stand behind a name, with or without a comma.
pub(super) const SUFFIXES: &[&str] =
    &["jr", "sr", "ii", "iii", "iv", "inc", "llc", "ltd", "corp", "co", "plc"];
/// Titles that are short for others, as they stand.
const SHORT_TITLES: &[&str] = &["AG", "DA", "VP", "PM", "Former", "Ex", "Acting", "Then"];
/// Classes of words that begin sentences and are no names.
const GRAMMAR: &[Class] = &[
    class::PREPOSITION,
    class::CONJUNCTION,
    class::SUBORDINATOR,
    class::AUXILIARY,
    class::MODAL,
    class::QUESTION_WORD,
    class::RELATIVE_PRONOUN,
    class::NEGATION,
    class::NUMBER_WORD,
    class::ADVERB,
];
/// Classes of words that stand before a person's name and are no part of it.
pub(super) const TITLES: &[Class] = &[class::TITLE, class::ROLE, class::KINSHIP];

/// Appends the names of a sentence. In a headline `all_weak` is said: there every word may be
/// capitalised.
pub(super) fn find(words: &Words<'_>, sentence: Range<usize>, all_weak: bool, out: &mut Vec<Name>) {
    let mut at = sentence.start;
    while at < sentence.end {
        if !begins_name(words, at, sentence.clone()) {
            at += 1;
            continue;
        }
        let mut end = run_end(words, at, sentence.end);
        let title = end == at + 1 && words.is_any(at, &[class::TITLE, class::ROLE]);
        let family = Name::of(at..end, NameKind::Unknown);
        // "Petty said": a title that is the family name of somebody known.
        let weak = title.then_some(Name { weak: true, ..family });
        if let Some(mut name) = part(words, at..end).or(weak) {
            let noun = common_noun(words, &name, sentence.end);
            if noun > end {
                name.words.end = noun;
                name.whole.end = noun;
                name.kind = NameKind::Org;
                name.compound = true;
                end = noun;
            }
            name.possessive = is_possessive(words, end);
            name.kin = at > sentence.start && words.is(at - 1, class::KINSHIP);
            let first = is_start(words, at, sentence.start);
            let single = name.whole.len() == 1;
            name.weak |= all_weak || (first && single && is_ordinary(words, at));
            out.push(name);
        }
        at = end.max(at + 1);
    }
}

/// The end of a name with the common noun behind it: `Ayle county council`; where there is none
/// the end of the name.
fn common_noun(words: &Words<'_>, name: &Name, end: usize) -> usize {
    let after = name.words.end;
    let titled = name.whole.start < name.words.start;
    let limit = end.min(after + 3);
    let head = (after..limit)
        .take_while(|word| {
            words.is(*word, class::LOWER)
                && words.is_any(*word, &[class::NOUN, class::ORG_NOUN])
                && !words.is_any(*word, &[class::PLURAL, class::PAST, class::THIRD])
                && !words.is_any(*word, &[class::ROLE, class::PREPOSITION, class::ADVERB])
        })
        .last();
    let Some(head) = head else { return after };
    let next = head + 1;
    let goes_on = words.is(next, class::LOWER)
        && words.is_any(next, &[class::NOUN, class::ROLE])
        && !words.is_any(next, &[class::PAST, class::THIRD, class::AUXILIARY, class::PREPOSITION]);
    let glued = words.is(after, class::GLUED)
        || words.is(next, class::GLUED) && words.is(next, class::HYPHEN);
    let fits = words.is(head, class::ORG_NOUN) && !words.is(head, class::DOCUMENT_NOUN);
    if titled || goes_on || glued || !fits { after } else { next }
}

/// Whether what stands at a word makes the word before it a possessor.
pub(super) fn is_possessive(words: &Words<'_>, at: usize) -> bool {
    let raw = words.raw(at);
    matches!(raw, "'s" | "’s" | "'S") && words.is(at, class::CLITIC)
        || matches!(raw, "'" | "’")
            && words.is(at, class::GLUED)
            && words.raw(at.saturating_sub(1)).ends_with('s')
            && words.list.get(at + 1).is_some_and(|next| {
                next.is(class::LOWER) || next.is(class::CAPITALIZED) || next.is(class::NUMBER)
            })
}

/// Whether a word stands where any word has a capital.
fn is_start(words: &Words<'_>, at: usize, start: usize) -> bool {
    at == start
        || words.is_any(
            at - 1,
            &[class::QUOTE_MARK, class::COLON, class::DASH, class::OPEN_BRACKET, class::STOP],
        )
}

/// Whether the lexicon has a word as something else than a name.
fn is_ordinary(words: &Words<'_>, at: usize) -> bool {
    words.is_known(at)
        && !words.is_any(at, &[class::GIVEN_NAME, class::COUNTRY, class::US_STATE])
        && !words.is(at, class::ALL_CAPS)
}

/// Whether a word can be one of a name.
fn is_capital(words: &Words<'_>, at: usize) -> bool {
    words.is(at, class::CAPITALIZED)
        && !words.is(at, class::URL)
        && !words.is_any(at, &[class::DETERMINER, class::POSSESSIVE])
        && (!words.is(at, class::PRONOUN) || words.is(at, class::ALL_CAPS))
        && (!words.is_any(at, &[class::MONTH, class::WEEKDAY])
            || (words.is(at, class::GIVEN_NAME) && words.is(at + 1, class::CAPITALIZED)))
}

fn begins_name(words: &Words<'_>, at: usize, sentence: Range<usize>) -> bool {
    if is_particle(words, at) {
        // "al-Amr", "de Souza": only where the particle is glued on or a name follows at once.
        return words.is(at + 1, class::HYPHEN) && words.is(at + 2, class::CAPITALIZED)
            || matches!(words.raw(at), "van" | "von" | "bin" | "ibn" | "de")
                && is_capital(words, at + 1);
    }
    if !is_capital(words, at) {
        return false;
    }
    let capital_follows = at + 1 < sentence.end && is_capital(words, at + 1);
    if is_start(words, at, sentence.start) && words.is_any(at, GRAMMAR) {
        return words.is(at, class::GIVEN_NAME) && capital_follows;
    }
    true
}

fn is_particle(words: &Words<'_>, at: usize) -> bool {
    words.is(at, class::LOWER) && PARTICLES.contains(&words.raw(at))
}

/// The end of the run of name words that begins at `at`.
fn run_end(words: &Words<'_>, at: usize, end: usize) -> usize {
    let mut next = at + 1;
    let limit = end.min(at + LONGEST);
    while next < limit {
        let step = step(words, at, next, limit);
        if step == 0 {
            break;
        }
        next += step;
    }
    next.min(end)
}

/// How many words at `next` go on with the run that began at `at`; 0 where it ends.
fn step(words: &Words<'_>, at: usize, next: usize, end: usize) -> usize {
    let capital = |word: usize| word < end && is_capital(words, word);
    if words.is(next, class::GLUED) && words.is(next, class::HYPHEN) {
        let joined = words.is(next + 1, class::GLUED)
            && words.is_any(next + 1, &[class::CAPITALIZED, class::NUMBER]);
        return if joined { 2 } else { 0 };
    }
    if capital(next) {
        let cut = words.is(next, class::HONORIFIC) && words.is(next - 1, class::GIVEN_NAME);
        return usize::from(!cut);
    }
    if is_particle(words, next) && (capital(next + 1) || words.is(next + 1, class::HYPHEN)) {
        return 2 - usize::from(!capital(next + 1));
    }
    if is_particle(words, next) && is_particle(words, next + 1) && capital(next + 2) {
        return 3;
    }
    if words.is(next, class::QUOTE_MARK) && !is_possessive(words, next) {
        return nickname(words, next, end);
    }
    if words.is(next, class::COMMA) && SUFFIXES.contains(&words.low(next + 1).as_str()) {
        return if capital(next + 1) { 2 } else { 0 };
    }
    let slash = words.raw(next) == "/" && words.is(next, class::GLUED);
    if (slash || words.raw(next) == "&") && capital(next + 1) {
        return 2;
    }
    if words.is(next, class::NUMBER) && !words.is(next, class::GLUED) && next == at + 1 {
        return 0;
    }
    joint(words, at, next, end)
}

/// A nickname in marks between two names: “Duke” in `Corey “Duke” Pruitt`.
fn nickname(words: &Words<'_>, next: usize, end: usize) -> usize {
    for inner in 1..=3 {
        if words.is(next + 1 + inner, class::QUOTE_MARK)
            && (1..=inner).all(|word| words.is(next + word, class::CAPITALIZED))
            && next + 2 + inner < end
            && is_capital(words, next + 2 + inner)
            && !words.is_any(next + 2 + inner, GRAMMAR)
        {
            return inner + 3;
        }
    }
    0
}

/// `of`, `for`, `and` inside a name: `University of`, `Secretary of State`.
fn joint(words: &Words<'_>, at: usize, next: usize, end: usize) -> usize {
    let raw = words.raw(next);
    if !matches!(raw, "of" | "for" | "to" | "and") {
        return 0;
    }
    let article = usize::from(words.reads(next + 1, "the"));
    let capital = next + 1 + article < end && is_capital(words, next + 1 + article);
    if !capital || words.is_any(next + 1 + article, &[class::MONTH, class::WEEKDAY]) {
        return 0;
    }
    let before = next - 1;
    let title =
        words.is_any(before, &[class::TITLE, class::ROLE]) && !words.is(before, class::PLURAL);
    let fits = match raw {
        "and" => {
            let inside = (at..next).any(|word| matches!(words.raw(word), "of" | "for"));
            let person = words.is_any(next + 1, &[class::GIVEN_NAME, class::TITLE]);
            inside && article == 0 && !person && words.is_known(next + 1) && words.is_known(before)
        }
        "to" => title && words.reads(before, "ambassador") || words.reads(before, "envoy"),
        "for" => title || words.is(before, class::ORG_NOUN) && article == 0,
        _ => {
            let common = words
                .is_any(before, &[class::NOUN, class::ORG_NOUN, class::DOCUMENT_NOUN])
                && !words.is(before, class::GIVEN_NAME)
                && !words.is(before, class::ROLE);
            title || common
        }
    };
    if fits { 1 + article + 1 } else { 0 }
}

/// Parts a run into title and name; `None` where it is no name: `Prime Minister`, `Russian`.
fn part(words: &Words<'_>, run: Range<usize>) -> Option<Name> {
    let start = title_end(words, run.clone())?;
    let name = start..run.end;
    let people = |word: usize| words.is_any(word, &[class::NATIONALITY, class::HYPHEN]);
    let last = name.end.checked_sub(1)?;
    let peoples = words.is(last, class::NATIONALITY) && words.is(last, class::PLURAL);
    if name.is_empty() || name.clone().all(people) || peoples {
        return None;
    }
    let title = run.start..start;
    let titled = title.clone().any(|word| words.is_any(word, TITLES));
    let gender = title.clone().find_map(|word| gender_of(words, word));
    let kind = if titled { NameKind::Person } else { kind_of(words, name.clone()) };
    Some(Name { whole: run, gender, ..Name::of(name, kind) })
}

/// Where the name begins behind a title; `None` where the title is all there is.
fn title_end(words: &Words<'_>, run: Range<usize>) -> Option<usize> {
    let is_title = |word: usize| {
        (words.is_any(word, TITLES) || SHORT_TITLES.contains(&words.raw(word)))
            && !words.is(word, class::INITIAL)
            && !(word > run.start && words.is(word - 1, class::QUOTE_MARK))
            && !(words.is(word, class::GIVEN_NAME)
                && word == run.start
                && run.len() > 1
                && !words.is(word, class::HONORIFIC))
    };
    let last = run.clone().rev().find(|word| is_title(*word));
    let Some(last) = last else {
        // "Russian Foreign Ministry" is a name, "Russian Ivan Petrov" has a description before it.
        let adjectives = run.clone().take_while(|word| words.is(*word, class::NATIONALITY)).count();
        let person = words.is(run.start + adjectives, class::GIVEN_NAME);
        return Some(run.start + if person { adjectives } else { 0 });
    };
    if last + 1 == run.end {
        // "Stephen King", "Mark Baker": a family name that is a title elsewhere.
        let titles = run.clone().filter(|word| is_title(*word)).count();
        let named = words.is_any(run.start, &[class::GIVEN_NAME, class::INITIAL]);
        let trade = run.len() == 2 && !words.is(last, class::TITLE) && !words.is_known(run.start);
        let person = run.len() > 1 && (named || trade) && titles == 1;
        let formal = run.len() == 2 && words.is_any(run.start, &[class::HONORIFIC]);
        return match (person, formal) {
            (true, _) => Some(run.start),
            (_, true) => Some(run.start + 1),
            _ => None,
        };
    }
    let after = last + 1;
    if !matches!(words.raw(after), "of" | "for" | "to") {
        // An organisation named after an office: "Judge Advocate Institute" stays whole.
        let org = words.is_any(run.end - 1, &[class::ORG_NOUN, class::ORG_SUFFIX]);
        let named = words.is_any(after, &[class::GIVEN_NAME, class::INITIAL]);
        return Some(if org && !named && run.end - after > 1 { run.start } else { after });
    }
    let mut name = after + 1 + usize::from(words.reads(after + 1, "the")) + 1;
    while name < run.end {
        let complement = words.is_any(name, &[class::COUNTRY, class::US_STATE, class::ORG_NOUN])
            || matches!(words.raw(name), "and" | "of" | "the" | "&")
            || words.is(name, class::NOUN) && !words.is(name, class::GIVEN_NAME)
            || words.is(name, class::HYPHEN)
            || matches!(words.raw(name), "States" | "Nations" | "Kingdom" | "Affairs" | "Services");
        if !complement {
            break;
        }
        name += 1;
    }
    (name < run.end).then_some(name)
}
