//! Reading the word lists: which columns become which classes.

use super::rows::{Row, Rows};
use super::{Class, ClassSet, Lexicon, WordId, class};

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
    // Measured on the lists: a word for every 15 bytes of them, of 8 bytes.
    let size = LISTS.iter().map(|list| list.text.len()).sum::<usize>();
    lexicon.reserve(size / 14, size / 2);
    let mut forms = Forms::default();
    for list in LISTS {
        let mut rows = Rows::of(list.text);
        while let Some(columns) = rows.next_row() {
            let [word, second, third, fourth, fifth] = columns;
            match list.columns {
                Columns::Word => drop(lexicon.add(word, list.class)),
                Columns::Noun => noun(lexicon, list.class, word, second, third),
                Columns::Verb => verb(lexicon, &mut forms, columns),
                Columns::ReportVerb => report_verb(lexicon, &forms, word, second, third),
                Columns::ReportNoun => {
                    noun(lexicon, list.class, word, second, "-");
                    stance(lexicon, word, third);
                }
                Columns::ReportWord => {
                    lexicon.add(word, list.class);
                    stance(lexicon, word, second);
                }
                Columns::Kind => {
                    let id = lexicon.add(word, list.class);
                    for name in [second, third] {
                        classify(lexicon, id, name);
                    }
                }
                Columns::Pronoun => pronoun(lexicon, word, third, fourth, fifth),
                Columns::Name => {
                    let id = lexicon.add(word, list.class);
                    classify(lexicon, id, second);
                }
            }
        }
    }
}

/// The forms of each verb, as chains through the rows of the list of verbs.
#[derive(Default)]
struct Forms {
    /// For each word, one more than the index of the newest of its forms; 0 where it has none.
    newest: Vec<u32>,
    /// A form, and its forerunner in the same sense.
    rows: Vec<(WordId, u32)>,
    /// The lemma of the row before: a verb's rows stand together.
    lemma: Option<(&'static str, WordId)>,
}

impl Forms {
    fn push(&mut self, lemma: WordId, form: WordId) {
        let index = lemma.0 as usize;
        if index >= self.newest.len() {
            self.newest.resize(index + 1, 0);
        }
        if let Some(newest) = self.newest.get_mut(index) {
            self.rows.push((form, *newest));
            *newest = self.rows.len() as u32;
        }
    }

    fn of(&self, lemma: WordId) -> impl Iterator<Item = WordId> {
        let get = |number: u32| self.rows.get((number as usize).checked_sub(1)?);
        let first = get(self.newest.get(lemma.0 as usize).copied().unwrap_or(0));
        std::iter::successors(first, move |(_, before)| get(*before)).map(|(form, _)| *form)
    }
}

/// The class that a column names in short; `-` names none.
fn class_of(column: &[u8]) -> Option<Class> {
    Some(match column {
        b"m" => class::MALE,
        b"f" => class::FEMALE,
        b"pl" => class::PLURAL,
        b"suffix" => class::ORG_SUFFIX,
        b"base" => class::BASE,
        b"past" => class::PAST,
        b"pp" => class::PAST_PARTICIPLE,
        b"ing" => class::ING,
        b"s" => class::THIRD,
        b"v" => class::VERB,
        b"vn" => class::VERB_NOUN,
        b"n" => class::NOUN_VERB,
        b"subj" => class::SUBJECT_PRONOUN,
        b"obj" => class::OBJECT_PRONOUN,
        b"be" => class::BE,
        b"have" => class::HAVE,
        b"do" => class::DO,
        b"modal" => class::MODAL,
        b"honorific" => class::HONORIFIC,
        b"rank" => class::RANK,
        b"office" => class::OFFICE,
        b"clause" => class::CLAUSE_VERB,
        b"np" => class::NP_VERB,
        b"inf" => class::INF_VERB,
        b"addressee" => class::TELL_VERB,
        b"quote" => class::QUOTE_VERB,
        _ => return None,
    })
}

/// Gives a word the class that a column names, see [`class_of`].
fn classify(lexicon: &mut Lexicon, id: WordId, column: &str) {
    if let Some(class) = class_of(column.as_bytes()) {
        lexicon.add_to(id, class);
    }
}

fn noun(lexicon: &mut Lexicon, class: Class, singular: &str, plural: &str, kind: &str) {
    let id = lexicon.add(singular, class);
    classify(lexicon, id, kind);
    if plural != "-" {
        let many = lexicon.add(plural, class);
        lexicon.add_to(many, class::PLURAL);
        classify(lexicon, many, kind);
        lexicon.set_lemma(many, id);
    }
}

fn verb(lexicon: &mut Lexicon, forms: &mut Forms, [form, lemma, tags, mark, _]: Row) {
    let id = lexicon.intern(form);
    let mut classes = ClassSet::EMPTY;
    let tags = tags.as_bytes().split(|byte| matches!(byte, b' ' | b','));
    for class in tags.chain([mark.as_bytes()]).filter_map(class_of) {
        classes.insert(class);
    }
    lexicon.add_all(id, classes);
    let base = match forms.lemma {
        Some((text, base)) if text == lemma => base,
        _ => lexicon.intern(lemma),
    };
    forms.lemma = Some((lemma, base));
    lexicon.set_lemma(id, base);
    forms.push(base, id);
}

fn report_verb(lexicon: &mut Lexicon, forms: &Forms, lemma: &str, mood: &str, frames: &str) {
    let base = lexicon.intern(lemma);
    let mut classes = ClassSet::of(class::REPORT_VERB);
    for frame in frames.split(',') {
        let named = match frame {
            "of" => lexicon.intern_class("verb-of"),
            "for" => lexicon.intern_class("verb-for"),
            "as" => lexicon.intern_class("verb-as"),
            _ => class_of(frame.as_bytes()),
        };
        if let Some(class) = named {
            classes.insert(class);
        }
    }
    if let Some(class) = stance_class(lexicon, mood) {
        classes.insert(class);
    }
    lexicon.add_all(base, classes);
    let mut known = forms.of(base).peekable();
    if known.peek().is_none() {
        for id in regular_forms(lexicon, lemma, base) {
            lexicon.add_all(id, classes);
        }
    }
    for id in known {
        lexicon.add_all(id, classes);
    }
}

fn stance(lexicon: &mut Lexicon, word: &str, mood: &str) {
    let id = lexicon.intern(word);
    if let Some(class) = stance_class(lexicon, mood) {
        lexicon.add_to(id, class);
    }
}

/// The class `stance-...` of a column; `-` names none.
fn stance_class(lexicon: &mut Lexicon, mood: &str) -> Option<Class> {
    if mood == "-" { None } else { lexicon.intern_class(&format!("stance-{mood}")) }
}

/// The forms of a verb that the list of verbs does not have, made by the regular spelling rules.
fn regular_forms(lexicon: &mut Lexicon, lemma: &str, base: WordId) -> Vec<WordId> {
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
        let id = lexicon.intern(&form);
        for class in classes {
            lexicon.add_to(id, *class);
        }
        lexicon.set_lemma(id, base);
        made.push(id);
    }
    made
}

fn pronoun(lexicon: &mut Lexicon, word: &str, number: &str, gender: &str, case: &str) {
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
