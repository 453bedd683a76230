//! Reading the word lists: which columns become which classes.

use super::{Class, Lexicon, WordId, class};
use rustc_hash::FxHashMap;

/// What the columns of a list mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Columns {
    /// The word; every further column is data for other rooms.
    Word,
    /// Singular, plural, gender or kind.
    Noun,
    /// Form, lemma, tags, how much a verb.
    Verb,
    /// Lemma, stance, frames.
    ReportVerb,
    /// Singular, plural, stance.
    ReportNoun,
    /// Word, stance.
    ReportWord,
    /// Word, kind, gender: the kind is a class.
    Kind,
    /// Word, person, number, gender, case.
    Pronoun,
    /// Name, gender.
    Name,
}

macro_rules! list {
    ($name:literal, $class:expr, $columns:ident) => {
        List {
            name: $name,
            text: include_str!(concat!($name, ".txt")),
            class: $class,
            columns: Columns::$columns,
        }
    };
}

struct List {
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests say which list is wrong"))]
    name: &'static str,
    text: &'static str,
    class: Class,
    columns: Columns,
}

/// Verbs first: reporting verbs take their forms from there.
const LISTS: &[List] = &[
    list!("verbs", class::VERB, Verb),
    list!("adjectives", class::ADJECTIVE, Word),
    list!("adverbs", class::ADVERB, Word),
    list!("nouns", class::NOUN, Noun),
    list!("determiners", class::DETERMINER, Word),
    list!("prepositions", class::PREPOSITION, Word),
    list!("conjunctions", class::CONJUNCTION, Word),
    list!("subordinators", class::SUBORDINATOR, Word),
    list!("auxiliaries", class::AUXILIARY, Kind),
    list!("pronouns", class::PRONOUN, Pronoun),
    list!("possessives", class::POSSESSIVE, Word),
    list!("relative-pronouns", class::RELATIVE_PRONOUN, Word),
    list!("question-words", class::QUESTION_WORD, Word),
    list!("negations", class::NEGATION, Word),
    list!("given-names", class::GIVEN_NAME, Name),
    list!("titles", class::TITLE, Kind),
    list!("role-nouns", class::ROLE, Noun),
    list!("org-nouns", class::ORG_NOUN, Noun),
    list!("group-nouns", class::GROUP_NOUN, Word),
    list!("document-nouns", class::DOCUMENT_NOUN, Noun),
    list!("kinship", class::KINSHIP, Noun),
    list!("countries", class::COUNTRY, Word),
    list!("nationalities", class::NATIONALITY, Noun),
    list!("us-states", class::US_STATE, Word),
    list!("months", class::MONTH, Word),
    list!("weekdays", class::WEEKDAY, Word),
    list!("number-words", class::NUMBER_WORD, Word),
    list!("currency", class::CURRENCY, Word),
    list!("units", class::UNIT, Word),
    list!("reporting-verbs", class::REPORT_VERB, ReportVerb),
    list!("reporting-nouns", class::REPORT_NOUN, ReportNoun),
    list!("reporting-adjectives", class::REPORT_ADJECTIVE, ReportWord),
];

/// Puts every list into the lexicon.
pub(super) fn load(lexicon: &mut Lexicon) {
    let size = LISTS.iter().map(|list| list.text.len()).sum::<usize>() / 12;
    lexicon.reserve(size);
    let mut forms = Forms::default();
    for list in LISTS {
        for line in list.text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let mut columns = line.split('\t');
            let word = columns.next().unwrap_or_default();
            let mut next = || columns.next().unwrap_or("-");
            match list.columns {
                Columns::Word => drop(lexicon.add(word, list.class)),
                Columns::Noun => noun(lexicon, list.class, word, next(), next()),
                Columns::Verb => verb(lexicon, &mut forms, word, next(), next(), next()),
                Columns::ReportVerb => report_verb(lexicon, &forms, word, next(), next()),
                Columns::ReportNoun => {
                    noun(lexicon, list.class, word, next(), "-");
                    stance(lexicon, word, next());
                }
                Columns::ReportWord => {
                    lexicon.add(word, list.class);
                    stance(lexicon, word, next());
                }
                Columns::Kind => {
                    let id = lexicon.add(word, list.class);
                    for name in [next(), next()] {
                        classify(lexicon, id, name);
                    }
                }
                Columns::Pronoun => pronoun(lexicon, word, next(), next(), next(), next()),
                Columns::Name => {
                    let id = lexicon.add(word, list.class);
                    classify(lexicon, id, next());
                }
            }
        }
    }
}

/// Forms of each verb lemma.
type Forms = FxHashMap<&'static str, Vec<&'static str>>;

/// Gives a word the class that a column names in short; `-` names none.
fn classify(lexicon: &mut Lexicon, id: WordId, column: &str) {
    let class = match column {
        "m" => class::MALE,
        "f" => class::FEMALE,
        "pl" => class::PLURAL,
        "suffix" => class::ORG_SUFFIX,
        "base" => class::BASE,
        "past" => class::PAST,
        "pp" => class::PAST_PARTICIPLE,
        "ing" => class::ING,
        "s" => class::THIRD,
        "v" => class::VERB,
        "vn" => class::VERB_NOUN,
        "n" => class::NOUN_VERB,
        "subj" => class::SUBJECT_PRONOUN,
        "obj" => class::OBJECT_PRONOUN,
        "be" => class::BE,
        "have" => class::HAVE,
        "do" => class::DO,
        "modal" => class::MODAL,
        "honorific" => class::HONORIFIC,
        "rank" => class::RANK,
        "office" => class::OFFICE,
        "clause" => class::CLAUSE_VERB,
        "np" => class::NP_VERB,
        "inf" => class::INF_VERB,
        "addressee" => class::TELL_VERB,
        "quote" => class::QUOTE_VERB,
        _ => return,
    };
    lexicon.add_to(id, class);
}

fn noun(
    lexicon: &mut Lexicon,
    class: Class,
    singular: &'static str,
    plural: &'static str,
    kind: &str,
) {
    let id = lexicon.add(singular, class);
    classify(lexicon, id, kind);
    if plural != "-" {
        let many = lexicon.add(plural, class);
        lexicon.add_to(many, class::PLURAL);
        classify(lexicon, many, kind);
        lexicon.set_lemma(many, id);
    }
}

fn verb(
    lexicon: &mut Lexicon,
    forms: &mut Forms,
    form: &'static str,
    lemma: &'static str,
    tags: &str,
    mark: &str,
) {
    let id = lexicon.intern(form);
    for tag in tags.split([' ', ',']) {
        classify(lexicon, id, tag);
    }
    classify(lexicon, id, mark);
    let base = lexicon.intern(lemma);
    lexicon.set_lemma(id, base);
    forms.entry(lemma).or_default().push(form);
}

fn report_verb(
    lexicon: &mut Lexicon,
    forms: &Forms,
    lemma: &'static str,
    mood: &str,
    frames: &str,
) {
    let base = lexicon.intern(lemma);
    let mut ids = vec![base];
    match forms.get(lemma) {
        Some(known) => ids.extend(known.iter().map(|form| lexicon.intern(*form))),
        None => ids.extend(regular_forms(lexicon, lemma, base)),
    }
    for id in ids {
        lexicon.add_to(id, class::REPORT_VERB);
        for frame in frames.split(',') {
            classify(lexicon, id, frame);
            if matches!(frame, "of" | "for" | "as") {
                add_named(lexicon, id, "verb-", frame);
            }
        }
        add_named(lexicon, id, "stance-", mood);
    }
}

fn stance(lexicon: &mut Lexicon, word: &'static str, mood: &str) {
    let id = lexicon.intern(word);
    add_named(lexicon, id, "stance-", mood);
}

fn add_named(lexicon: &mut Lexicon, id: WordId, prefix: &str, name: &str) {
    if name != "-"
        && let Some(class) = lexicon.intern_class(&format!("{prefix}{name}"))
    {
        lexicon.add_to(id, class);
    }
}

/// The forms of a verb that the list of verbs does not have, made by the regular spelling rules.
fn regular_forms(lexicon: &mut Lexicon, lemma: &'static str, base: WordId) -> Vec<WordId> {
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let consonant_y = lemma.strip_suffix('y').filter(|rest| !rest.ends_with(['a', 'e', 'o', 'u']));
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|ending| lemma.ends_with(ending));
    let (third, past) = match consonant_y {
        Some(rest) => (format!("{rest}ies"), format!("{rest}ied")),
        None if hisses => (format!("{lemma}es"), format!("{stem}ed")),
        None => (format!("{lemma}s"), format!("{stem}ed")),
    };
    lexicon.add_to(base, class::BASE);
    let mut made = Vec::new();
    for (form, classes) in [
        (third, &[class::THIRD][..]),
        (past, &[class::PAST, class::PAST_PARTICIPLE]),
        (format!("{stem}ing"), &[class::ING]),
    ] {
        let id = lexicon.intern(form);
        for class in classes {
            lexicon.add_to(id, *class);
        }
        lexicon.set_lemma(id, base);
        made.push(id);
    }
    made
}

fn pronoun(
    lexicon: &mut Lexicon,
    word: &'static str,
    _person: &str,
    number: &str,
    gender: &str,
    case: &str,
) {
    let id = lexicon.add(word, class::PRONOUN);
    for column in [number, gender, case] {
        classify(lexicon, id, column);
    }
    if case == "any" {
        lexicon.add_to(id, class::SUBJECT_PRONOUN);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_unique_and_in_normal_form() {
        for list in LISTS {
            assert!(
                list.text.starts_with("# "),
                "{}: the head says what it is and where it is from",
                list.name
            );
            let words: Vec<&str> = list
                .text
                .lines()
                .filter(|line| !line.starts_with('#') && !line.is_empty())
                .map(|line| line.split('\t').next().unwrap())
                .collect();
            for pair in words.windows(2) {
                assert!(
                    pair[0] <= pair[1],
                    "{}: {:?} stands before {:?}",
                    list.name,
                    pair[0],
                    pair[1]
                );
                let twice = pair[0] == pair[1] && list.columns != Columns::Verb;
                assert!(!twice, "{}: {:?} stands there twice", list.name, pair[0]);
            }
            for word in words {
                assert_eq!(word, word.to_lowercase(), "{}", list.name);
                assert!(!word.contains([' ', '’']), "{}: {word:?}", list.name);
            }
        }
    }

    #[test]
    fn all_list_files_are_read() {
        let mut files: Vec<String> =
            std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon"))
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .filter_map(|name| name.strip_suffix(".txt").map(str::to_owned))
                .collect();
        files.sort();
        let elsewhere =
            ["abbreviations", "approximators", "hedges", "sentence-words", "speech-tags"];
        for file in files {
            let read = LISTS.iter().any(|list| list.name == file);
            assert!(
                read || file.starts_with("date-") || elsewhere.contains(&file.as_str()),
                "{file}"
            );
        }
    }

    #[test]
    fn words_have_the_classes_of_their_lists() {
        let lexicon = Lexicon::builtin();
        let has = |word: &str, class| lexicon.classes_of(lexicon.id(word)).has(class);
        assert!(has("said", class::CLAUSE_VERB) && has("said", class::PAST));
        assert!(has("says", class::QUOTE_VERB) && has("says", class::THIRD));
        assert!(has("spokeswoman", class::FEMALE) && has("officials", class::PLURAL));
        assert_eq!(lexicon.lemma_of(lexicon.id("told")), lexicon.id("tell"));
    }
}
