//! Names, pronouns and descriptions of invented people.

use super::*;
use crate::lexicon::Lexicon;
use crate::read::read_document;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);

/// Who the words between `{` and `}` are, by name; `-` for nobody.
fn speakers(marked_text: &str) -> (Vec<String>, Speakers) {
    speakers_with(marked_text, &KnownSpeakers::default())
}

fn speakers_with(marked_text: &str, known: &KnownSpeakers) -> (Vec<String>, Speakers) {
    let mut text = String::new();
    let mut sources = Vec::new();
    let mut open = 0;
    for char in marked_text.chars() {
        match char {
            '{' => open = text.len(),
            '}' => sources.push(Source { span: Span::new(open, text.len()), carried: false }),
            _ => text.push(char),
        }
    }
    let article = read_document(
        text.as_bytes(),
        crate::read::Source::default(),
        &crate::read::Options::default(),
    )
    .unwrap();
    let document = Document::new(&article, &LEXICON);
    let marked = crate::quote::pair(&article.text, &article.blocks);
    let found = resolve(&document, &marked, &sources, known);
    let names = found.of.iter().map(|who| match who {
        Some(who) => found.entries[who.speaker].name.clone(),
        None => "-".to_owned(),
    });
    (names.collect(), found)
}

#[track_caller]
fn are(text: &str, expected: &[&str]) {
    assert_eq!(speakers(text).0, expected, "{text}");
}

#[test]
fn forms_of_a_name_are_one_person() {
    are(
        "Harbor Minister Paula Vance opened the pier. {Vance} said it was strong. {Ms. Vance} left.",
        &["Paula Vance", "Paula Vance"],
    );
    are("{Mr. Orrin} said no.", &["Orrin"]);
}

#[test]
fn people_of_one_family_are_kept_apart() {
    are(
        "Dora Hale and Simon Hale came. {Mr. Hale} spoke. {Mrs. Hale} laughed. {Dora} agreed.",
        &["Simon Hale", "Dora Hale", "Dora Hale"],
    );
}

#[test]
fn pronouns_take_the_nearest_that_fits() {
    are(
        "{Simon Hale} spoke to Dora Hale. “It is late,” {he} said. Later {she} agreed.",
        &["Simon Hale", "Simon Hale", "Dora Hale"],
    );
}

#[test]
fn descriptions_are_those_whom_they_fit() {
    are(
        "Tilda Marsh, the mayor of Oxley, met Sen. Ruth Ames. {The senator} agreed. {The mayor} did not.",
        &["Ruth Ames", "Tilda Marsh"],
    );
    are(
        "Brill Motors Inc. closed. {The company} said so. {It} gave no reason.",
        &["Brill Motors Inc.", "Brill Motors Inc."],
    );
    are("Ned Frame, 34, fell. {The 34-year-old} laughed.", &["Ned Frame"]);
    are(
        "{An audit report} warned of rust. {The report} was long, {a clerk} said.",
        &["an audit report", "an audit report", "a clerk"],
    );
    are("{The council’s leader, Ada Finn,} said no.", &["Ada Finn"]);
    are("{The mayor}, Ada Finn, said no. {She} left.", &["Ada Finn", "Ada Finn"]);
}

#[test]
fn what_belongs_to_somebody_is_another() {
    are(
        "{Ivor Penn} spoke. {His lawyer} objected. {Penn’s lawyer} left. {A lawyer for Penn} wrote.",
        &["Ivor Penn", "his lawyer", "Penn’s lawyer", "a lawyer for Penn"],
    );
    are(
        "{The Penn campaign} denied it. {Penn’s campaign} denied it again. {Ivor Penn} did not.",
        &["Penn campaign", "Penn campaign", "Ivor Penn"],
    );
}

#[test]
fn several_are_a_group() {
    let (names, found) =
        speakers("{Ivor Penn and Ada Finn} said so. {They} left. {Officials} agreed.");
    assert_eq!(names, ["Ivor Penn and Ada Finn", "Ivor Penn and Ada Finn", "officials"]);
    assert!(found.entries.iter().all(|entry| entry.kind == SpeakerKind::Group));
}

#[test]
fn roles_come_from_titles_and_appositives() {
    let (names, found) = speakers(
        "{Norlandian President Ole Brand} said yes. {Ada Finn, the mayor of Oxley,} said no. \
         {Secretary of Trade Bo Lund} agreed. {Mr. Brand} left.",
    );
    assert_eq!(names, ["Ole Brand", "Ada Finn", "Bo Lund", "Ole Brand"]);
    let roles: Vec<_> = found.entries.iter().map(|entry| entry.role.as_deref().unwrap()).collect();
    assert_eq!(roles, ["Norlandian President", "the mayor of Oxley", "Secretary of Trade"]);
    assert_eq!(found.entries[0].aliases, ["Norlandian President Ole Brand", "Mr. Brand"]);
}

#[test]
fn relative_pronouns_take_the_noun_before() {
    are(
        "Ada Finn, the mayor, {who} said no, left. A clerk {who} saw it cried. Oxley Bank, {which} said no, paid.",
        &["Ada Finn", "a clerk", "Oxley Bank"],
    );
}

#[test]
fn an_acronym_is_its_name() {
    are(
        "The Harbor Safety Board (HSB) met. {The HSB} said no. The Oxley Road Office spoke. {ORO} agreed.",
        &["Harbor Safety Board", "Oxley Road Office"],
    );
}

#[test]
fn a_headline_names_those_of_the_article() {
    are(
        "Mayor Says Penn ‘Lied’ About The Pier\n\nIvor Penn met Mayor Ada Finn. {Penn} said no.",
        &["Ivor Penn"],
    );
    are(
        "{Council} defends pier\n\nThe pier is safe, {Oxley town council} said.",
        &["Oxley town council", "Oxley town council"],
    );
}

#[test]
fn nobody_is_made_up() {
    are("{He} said so. “{I} know,” {she} said.", &["he", "she", "she"]);
    are("", &[]);
}

#[test]
fn own_words_are_the_speakers() {
    are("“{I} think {we} won,” {Ada Finn} said. “{I} do.”", &["Ada Finn"; 4]);
}

#[test]
fn known_speakers_have_the_name_of_the_list() {
    let list =
        "form,name,gender\nThe Hook,Bo Lund,male\nB. Lund,Bo Lund\nthe old bridge,Ada Finn,f\n";
    let known = KnownSpeakers::parse("k.csv", list).unwrap();
    let (names, found) = speakers_with(
        "{B. Lund} came. {The old bridge} spoke. {Lund} left. {She} laughed.",
        &known,
    );
    assert_eq!(names, ["Bo Lund", "Ada Finn", "Bo Lund", "Ada Finn"]);
    assert_eq!(found.entries[1].gender, Some(Gender::Female));
    assert_eq!(found.entries[0].aliases, ["B. Lund", "Lund"]);
}

#[test]
fn time_is_linear_in_mentions() {
    let text = "{He} saw Mr. Penn, who met Ada Penn of the Penn Company. The company met Bo Penn. "
        .repeat(3000);
    assert_eq!(speakers(&text).0.len(), 3000);
}

#[test]
fn any_text_and_any_source_are_survived() {
    use proptest::prelude::*;
    proptest!(|(text in "[A-Z{}a-z ,.’'“”()\\n-]{0,120}")| {
        let words: Vec<String> =
            text.split(' ').map(|word| format!("{{{}}}", word.replace(['{', '}'], ""))).collect();
        let balanced = words.join(" ");
        speakers(&balanced);
    });
}
