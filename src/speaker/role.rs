//! What stands beside a name and says who that is: titles, roles, appositives, ages.

use super::entity::Register;
use super::name::{Name, NameKind, TITLES, is_possessive};
use super::name_kind::gender_of;
use super::words::Words;
use crate::lexicon::{Class, class};
use crate::report::{Gender, SpeakerKind};
use std::ops::Range;

/// Longest description beside a name, in words.
const LONGEST: usize = 16;

/// Classes of words that a description before a name is made of.
const PARTS: &[Class] = &[
    class::TITLE,
    class::ROLE,
    class::KINSHIP,
    class::ORG_NOUN,
    class::NOUN,
    class::ADJECTIVE,
    class::NATIONALITY,
    class::CAPITALIZED,
    class::HYPHEN,
];

/// Titles that tell no role.
const MANNERS: &[&str] = &["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame"];

/// Notes the role of a name's entity, from the words around the name.
pub(super) fn learn(words: &Words<'_>, name: &Name, id: usize, register: &mut Register<'_>) {
    let sentence = words.around(name.words.start);
    let before = before(words, name, sentence.clone());
    let after = appositive(words, name.words.end, sentence.end);
    let ahead = preposed(words, before.start, sentence.start).filter(|_| before.is_empty());
    for range in [Some(before), ahead, after.clone()].into_iter().flatten() {
        note(words, range, id, register);
    }
    let Some(entity) = register.list.get_mut(id) else { return };
    if entity.age.is_none() {
        entity.age = age(words, name.words.end);
    }
    if entity.is_person() && entity.gender().is_none() && name.kind != NameKind::Org {
        entity.gender = bound_pronoun(words, name.words.end);
    }
}

/// Takes a description for an entity: its role, the words that may stand for it, its gender.
pub(super) fn note(words: &Words<'_>, range: Range<usize>, id: usize, register: &mut Register<'_>) {
    if range.is_empty() {
        return;
    }
    let person = range.clone().any(|word| words.is_any(word, TITLES));
    let gender = range.clone().find_map(|word| gender_of(words, word));
    let plain = range.clone().all(|word| MANNERS.contains(&words.low(word).as_str()));
    let org = register.get(id).is_some_and(|entity| entity.kind == Some(SpeakerKind::Org));
    let mut head = true;
    for word in range.clone() {
        let low = canonical(words.lemma(word));
        // "the tenant's aunt": she is no tenant; "a clerk at the bank": she is no bank.
        head &= word == range.start || !words.is(word, class::PREPOSITION);
        let fits = words.is_any(word, TITLES) || org && words.is(word, class::ORG_NOUN);
        if head && fits && !is_possessive(words, word + 1) {
            register.describe(id, &low);
        }
        if let Some(entity) = register.list.get_mut(id) {
            entity.modify(low);
        }
    }
    let Some(entity) = register.list.get_mut(id) else { return };
    if entity.kind != Some(SpeakerKind::Org) && person {
        entity.gender = entity.gender.or(gender);
        entity.kind = entity.kind.or(Some(SpeakerKind::Person));
    }
    if entity.role.is_none() && !plain {
        let text = words.span(range).of(words.text);
        entity.role = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// The title or role directly before a name.
fn before(words: &Words<'_>, name: &Name, sentence: Range<usize>) -> Range<usize> {
    let mut start = name.whole.start;
    let titled = name.whole.start < name.words.start;
    let roled = start > sentence.start && is_role(words, start - 1);
    if !titled && !roled {
        return name.words.start..name.words.start;
    }
    while start > sentence.start && name.words.start - start < LONGEST {
        let word = start - 1;
        let owner = words.is(word, class::CLITIC);
        let verb = words.is_any(word, &[class::PAST, class::THIRD, class::REPORT_VERB])
            && !words.is_any(word, &[class::TITLE, class::ROLE, class::CAPITALIZED]);
        let opening =
            words.is_any(word, &[class::CONJUNCTION, class::PREPOSITION, class::SUBORDINATOR]);
        if opening
            || !owner && (!words.is_any(word, PARTS) || verb || words.is(word, class::POSSESSIVE))
        {
            break;
        }
        start = word;
    }
    while words.is_any(start, &[class::CLITIC, class::HYPHEN]) {
        start += 1;
    }
    start..name.words.start
}

fn is_role(words: &Words<'_>, word: usize) -> bool {
    words.is_any(word, TITLES)
        && !words.is_any(word, &[class::PAST, class::POSSESSIVE])
        && (words.is(word, class::LOWER) || words.is(word, class::SENTENCE_START))
        && !words.is(word, class::PLURAL)
}

/// `The mayor of Ayle, ` before a name that a comma follows.
fn preposed(words: &Words<'_>, name: usize, start: usize) -> Option<Range<usize>> {
    let comma = name.checked_sub(1).filter(|comma| *comma > start)?;
    if !words.is(comma, class::COMMA) {
        return None;
    }
    let mut first = comma;
    let mut role = false;
    while first > start && comma - first < LONGEST {
        let word = first - 1;
        let stop = words.is_any(
            word,
            &[
                class::COMMA,
                class::SEMICOLON,
                class::QUOTE_MARK,
                class::STOP,
                class::CONJUNCTION,
                class::PRONOUN,
                class::SUBORDINATOR,
            ],
        ) && !is_possessive(words, word);
        let verb = words.is_any(word, &[class::PAST, class::THIRD, class::AUXILIARY])
            && !is_possessive(words, word)
            && !words.is_any(word, &[class::NOUN, class::ADJECTIVE, class::CAPITALIZED]);
        if stop || verb {
            break;
        }
        first = word;
        role |= words.is_any(word, TITLES) && !words.is(word, class::PLURAL);
        if words.is_any(word, &[class::DETERMINER, class::POSSESSIVE])
            && !words.is(first.saturating_sub(1), class::PREPOSITION)
        {
            break;
        }
    }
    let opened = words.is_any(first, &[class::DETERMINER, class::POSSESSIVE])
        || first == start
        || words.is(first + 1, class::CLITIC);
    (role && opened && head_is_role(words, first..comma)).then_some(first..comma)
}

/// Whether the first noun phrase of a description ends in a role.
fn head_is_role(words: &Words<'_>, range: Range<usize>) -> bool {
    let end = range
        .clone()
        .find(|word| {
            words.is_any(*word, &[class::PREPOSITION, class::CONJUNCTION]) && *word > range.start
        })
        .unwrap_or(range.end);
    words.is_any(end - 1, TITLES) || words.is(end - 1, class::ORG_NOUN)
}

/// `, the mayor of Ayle,` behind a name: the words between the commas.
pub(super) fn appositive(words: &Words<'_>, comma: usize, end: usize) -> Option<Range<usize>> {
    if !words.is(comma, class::COMMA) {
        return None;
    }
    let mut start = comma + 1;
    // ", 34, a plumber from Ayle,"
    if words.is(start, class::NUMBER) && words.is(start + 1, class::COMMA) {
        start += 2;
    }
    let mut at = start;
    let mut found = false;
    let limit = end.min(start + LONGEST);
    while at < limit {
        if words.is_any(
            at,
            &[class::COMMA, class::STOP, class::SEMICOLON, class::QUOTE_MARK, class::DASH],
        ) && !is_possessive(words, at)
            || words.is(at, class::RELATIVE_PRONOUN)
        {
            break;
        }
        let verb = words.is_any(at, &[class::AUXILIARY, class::SUBJECT_PRONOUN])
            && !is_possessive(words, at)
            || words.is_any(at, &[class::PAST, class::THIRD])
                && !words.is_any(
                    at,
                    &[class::NOUN, class::ADJECTIVE, class::CAPITALIZED, class::PAST_PARTICIPLE],
                );
        if verb || words.is_any(at, &[class::QUESTION_WORD, class::SUBORDINATOR]) && !found {
            return None;
        }
        found |= words.is_any(at, TITLES) || words.is(at, class::ORG_NOUN);
        at += 1;
    }
    let closed = at >= end
        || words.is_any(at, &[class::COMMA, class::STOP, class::DASH, class::SEMICOLON])
        || words.is(at, class::RELATIVE_PRONOUN);
    let opened = words.is_any(start, &[class::DETERMINER, class::POSSESSIVE])
        || words.is_any(start, &[class::ROLE, class::TITLE, class::KINSHIP, class::NATIONALITY])
        || words.is_any(start, &[class::ADJECTIVE, class::NOUN, class::ORG_NOUN])
            && words.is(start, class::LOWER)
        || is_possessive(words, start + 1);
    let fits = found && closed && opened && at > start && head_is_role(words, start..at);
    fits.then_some(start..at)
}

/// `, 34,` or `, 34-year-old` behind a name.
fn age(words: &Words<'_>, comma: usize) -> Option<String> {
    let number = comma + 1;
    let closed = words.is_any(number + 1, &[class::COMMA, class::STOP, class::HYPHEN])
        || words.is(number + 1, class::PREPOSITION);
    let fits = words.is(comma, class::COMMA) && words.is(number, class::NUMBER) && closed;
    let low = words.low(number);
    (fits && low.len() <= 3 && low.chars().all(|char| char.is_ascii_digit())).then_some(low)
}

/// `Jane Doe and her brother`: the pronoun that grammar ties to the name.
fn bound_pronoun(words: &Words<'_>, at: usize) -> Option<Gender> {
    let of = |word: usize| match words.low(word).as_str() {
        "his" | "himself" => Some(Gender::Male),
        "her" | "herself" => Some(Gender::Female),
        _ => None,
    };
    if words.reads(at, "and") || words.reads(at, "with") {
        return of(at + 1);
    }
    None
}

/// The one word under which short and long forms of a title are kept.
pub(super) fn canonical(word: String) -> String {
    let long = match word.as_str() {
        "sen" => "senator",
        "rep" | "congressman" | "congresswoman" | "congressmember" => "representative",
        "gov" => "governor",
        "pres" => "president",
        "sgt" => "sergeant",
        "lt" => "lieutenant",
        "capt" => "captain",
        "gen" => "general",
        "col" => "colonel",
        "det" => "detective",
        "insp" => "inspector",
        "prof" => "professor",
        "rev" => "reverend",
        "dr" => "doctor",
        "atty" => "attorney",
        "supt" => "superintendent",
        "amb" => "ambassador",
        "ceo" => "executive",
        "councilor" | "councilman" | "councilwoman" => "councillor",
        "advisor" => "adviser",
        "spokesman" | "spokeswoman" => "spokesperson",
        "chairman" | "chairwoman" | "chairperson" => "chair",
        "organisation" => "organization",
        "centre" => "center",
        _ => return word,
    };
    long.to_owned()
}
