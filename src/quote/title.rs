//! Titles of works: marked words that nobody said.

use super::marks::Marked;
use crate::lexicon::class;
use crate::text::Word;

/// Words that stay in lower case inside a title, and are too short to tell.
const SHORT: usize = 3;

/// Whether a quotation is the title of a work, the name of a programme or of a thing: all its
/// words of weight have capitals, it does not end like a sentence, and no tag is next to it.
///
/// `words` are the words of its sentence before it; `listed` says that a title stands before it in
/// a list.
pub(super) fn is_title(text: &str, marked: &Marked, words: &[Word], listed: bool) -> bool {
    let before = words.last();
    // "in her memoir, “The Quiet Below,”"
    let named = match before {
        Some(comma) if comma.is(class::COMMA) => words.iter().rev().nth(1),
        other => other,
    };
    let named =
        named.is_some_and(|word| names_a_work(word, text)) || goes_by(words, text) || listed;
    let inner = marked.inner.of(text).trim_end_matches([',', ';', ':']);
    if inner.ends_with(['.', '…', '—']) && !named {
        return false;
    }
    let letters = |word: &str| word.chars().find(|char| char.is_alphanumeric());
    let (mut weighty, mut lower) = (0, 0);
    for word in inner.split([' ', '-', '—']) {
        match letters(word) {
            Some(first) if first.is_lowercase() => lower += usize::from(word.len() > SHORT),
            Some(_) => weighty += 1,
            None => {}
        }
    }
    if lower > 0 || weighty == 0 {
        return false;
    }
    match before {
        Some(_) if named => true,
        // A whole name in capitals after a noun, a preposition or a possessive.
        Some(word) => {
            let leans = [
                class::NOUN,
                class::PREPOSITION,
                class::CLITIC,
                class::POSSESSIVE,
                class::DOCUMENT_NOUN,
            ];
            weighty > 1
                && !word.is(class::REPORT_VERB)
                && !word.span.of(text).eq_ignore_ascii_case("as")
                && leans.iter().any(|class| word.is(*class))
        }
        None => false,
    }
}

/// "goes by", "known as": a name follows.
fn goes_by(words: &[Word], text: &str) -> bool {
    let form = |back: usize| {
        words
            .iter()
            .rev()
            .nth(back)
            .map(|word| word.span.of(text).to_lowercase())
            .unwrap_or_default()
    };
    let (verb, particle) = (form(1), form(0));
    particle == "by" && ["go", "goes", "went"].contains(&verb.as_str())
        || particle == "as" && verb == "known"
}

/// Words right before a title: "a film called", "the show", "author of".
fn names_a_work(word: &Word, text: &str) -> bool {
    const WORDS: [&str; 41] = [
        "album",
        "article",
        "ballad",
        "bestseller",
        "book",
        "called",
        "column",
        "comedy",
        "documentary",
        "drama",
        "entitled",
        "episode",
        "essay",
        "film",
        "hit",
        "memoir",
        "movie",
        "musical",
        "name",
        "named",
        "nickname",
        "nicknamed",
        "novel",
        "performed",
        "performing",
        "performs",
        "play",
        "podcast",
        "poem",
        "program",
        "sang",
        "series",
        "show",
        "sing",
        "singing",
        "sings",
        "sitcom",
        "song",
        "sung",
        "thriller",
        "titled",
    ];
    let lower = word.span.of(text).to_lowercase();
    WORDS.contains(&lower.as_str())
}

/// Whether marked words are written on a thing: "a sign that read “...”", "a banner saying “...”".
pub(super) fn is_inscription(text: &str, words: &[Word]) -> bool {
    const THINGS: [&str; 14] = [
        "badge",
        "banner",
        "billboard",
        "button",
        "cap",
        "hat",
        "placard",
        "plaque",
        "poster",
        "shirt",
        "sign",
        "sticker",
        "sweatshirt",
        "t-shirt",
    ];
    let reads = |word: &Word, list: &[&str]| {
        let form = word.span.of(text).to_lowercase();
        let form = form.strip_suffix('s').unwrap_or(&form);
        list.contains(&form)
    };
    let mut back =
        words.iter().rev().skip_while(|word| word.is(class::COMMA) || word.is(class::COLON));
    let verb =
        back.next().is_some_and(|word| reads(word, &["read", "reading", "say", "saying", "said"]));
    let relative = |word: &&Word| word.is(class::RELATIVE_PRONOUN) || word.is(class::ADVERB);
    verb && back.find(|word| !relative(word)).is_some_and(|word| reads(word, &THINGS))
}

/// Whether marked words are a nickname inside a name: `Rory “the Barn” Moss`.
pub(super) fn is_nickname(
    text: &str,
    marked: &Marked,
    before: Option<&Word>,
    behind: Option<&Word>,
) -> bool {
    let inner = marked.inner.of(text);
    let plain = |word: &Word| !word.is(class::REPORT_VERB) && !word.is(class::SENTENCE_START);
    let name = |word: Option<&Word>| {
        word.is_some_and(|word| {
            word.is(class::CAPITALIZED) && (plain(word) || word.is(class::GIVEN_NAME))
        })
    };
    inner.split_whitespace().count() <= 3
        && !inner.ends_with([',', '.', '?', '!'])
        && name(before)
        && name(behind)
}
