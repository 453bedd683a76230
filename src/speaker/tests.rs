//! Names, pronouns and descriptions of invented people.

use super::*;
use crate::lexicon::Lexicon;
use crate::read::read_document;

/// Who the words between `{` and `}` are, by name; `-` for nobody.
fn speakers(marked_text: &str) -> (Vec<String>, Speakers) {
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
    let lexicon = Lexicon::builtin();
    let document = Document::new(&article, &lexicon);
    let marked = crate::quote::pair(&article.text, &article.blocks);
    let found = resolve(&document, &marked, &sources);
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
