//! What a name is a name of, and whose gender it tells.

use super::name::{NameKind, SUFFIXES, TITLES};
use super::words::Words;
use crate::lexicon::class;
use crate::report::Gender;
use std::ops::Range;

/// The gender that a title, a role or a word of kinship tells.
pub(super) fn gender_of(words: &Words<'_>, word: usize) -> Option<Gender> {
    if !words.is_any(word, TITLES) || words.is(word, class::GIVEN_NAME) {
        return None;
    }
    match (words.is(word, class::MALE), words.is(word, class::FEMALE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// The gender of a given name, where its list is sure of it.
pub(super) fn given_gender(words: &Words<'_>, word: usize) -> Option<Gender> {
    let classes = words.given_name(word)?;
    match (classes.has(class::MALE), classes.has(class::FEMALE)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// Countries and states of the USA whose names are two words.
const PLACES: &[[&str; 2]] = &[
    ["costa", "rica"],
    ["el", "salvador"],
    ["hong", "kong"],
    ["new", "hampshire"],
    ["new", "jersey"],
    ["new", "mexico"],
    ["new", "york"],
    ["new", "zealand"],
    ["north", "carolina"],
    ["north", "dakota"],
    ["north", "korea"],
    ["puerto", "rico"],
    ["rhode", "island"],
    ["saudi", "arabia"],
    ["sierra", "leone"],
    ["south", "africa"],
    ["south", "carolina"],
    ["south", "dakota"],
    ["south", "korea"],
    ["south", "sudan"],
    ["sri", "lanka"],
    ["united", "kingdom"],
    ["united", "states"],
    ["west", "virginia"],
];

/// What a name without a title seems to be a name of.
pub(super) fn kind_of(words: &Words<'_>, name: Range<usize>) -> NameKind {
    let last = name.end - 1;
    let given = words.is_any(name.start, &[class::GIVEN_NAME, class::INITIAL]);
    let joined =
        name.clone().any(|word| matches!(words.raw(word), "of" | "for" | "&" | "and" | "/"));
    let place = |word: usize| words.is_any(word, &[class::COUNTRY, class::US_STATE]);
    if joined
        || words.is(last, class::ORG_SUFFIX) && !SUFFIXES[..5].contains(&words.low(last).as_str())
    {
        return NameKind::Org;
    }
    if name.clone().any(|word| words.is(word, class::ORG_NOUN)) && !(given && name.len() > 2) {
        return NameKind::Org;
    }
    if name.clone().all(place) && !(given && name.len() > 1) {
        return NameKind::Place;
    }
    if name.len() == 2
        && PLACES.iter().any(|[one, two]| words.reads(name.start, one) && words.reads(last, two))
    {
        return NameKind::Place;
    }
    if name.len() == 1 {
        return if words.is(last, class::ALL_CAPS) { NameKind::Org } else { NameKind::Unknown };
    }
    let plain = plain_words(words, name.clone());
    let plain = plain.into_iter().filter(|plain| *plain).count();
    if given && (plain == 0 || name.len() <= 3 && !words.is(last, class::PLURAL)) {
        return NameKind::Person;
    }
    let after_the = words.reads(name.start.saturating_sub(1), "the");
    if after_the || words.is(last, class::PLURAL) || plain > 2 {
        NameKind::Org
    } else if plain == 0 && name.len() <= 4 {
        NameKind::Person
    } else if name.len() <= 3 || name.clone().any(|word| words.is(word, class::QUOTE_MARK)) {
        // "Jeb Rush", "Severin Water": what the article says of it later will tell.
        NameKind::Unknown
    } else {
        NameKind::Org
    }
}

/// For each word of a name whether it is an ordinary word too; a nickname in marks is left out.
fn plain_words(words: &Words<'_>, name: Range<usize>) -> Vec<bool> {
    let mut found = Vec::with_capacity(name.len());
    let mut nickname = false;
    for word in name {
        if words.is(word, class::QUOTE_MARK) {
            nickname = !nickname;
        } else if !nickname && !words.is_any(word, &[class::HYPHEN, class::COMMA]) {
            let given = words.is_any(word, &[class::GIVEN_NAME, class::INITIAL]);
            found.push(words.is_known(word) && !given);
        }
    }
    found
}
