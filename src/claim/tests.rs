//! The attributes on sentences written for these tests.

use super::*;
use crate::lexicon::Lexicon;
use crate::read::{Article, Block, BlockKind};
use crate::report::{ClaimForm, Direction, Polarity, QuantityValue, Stance};
use crate::text::{Document, Span};
use std::sync::LazyLock;

/// Calls `test` with a document of one paragraph.
fn with_document<T>(text: &str, test: impl FnOnce(&Document<'_>) -> T) -> T {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);
    let block =
        Block { span: Span::new(0, text.len()), kind: BlockKind::Body, dateline: None, turn: None };
    let article = Article { text: text.to_owned(), blocks: vec![block], ..Article::default() };
    test(&Document::new(&article, &LEXICON))
}

/// The attributes of a text that is all content, of the article's own.
fn of(text: &str) -> Attributes {
    let worth = Worth::builtin().unwrap();
    with_document(text, |document| {
        let spans = [Span::new(0, text.len())];
        attributes(document, &spans, ClaimForm::Clause, None, &worth)
    })
}

fn form_of(content: &str) -> ClaimForm {
    let first = content.split(' ').next().unwrap_or_default();
    match first {
        "to" => ClaimForm::Infinitive,
        _ if content.starts_with("the council to ") => ClaimForm::Infinitive,
        _ if first.ends_with("ing") => ClaimForm::Gerund,
        "the" | "any" | "his" | "her" => ClaimForm::Phrase,
        _ => ClaimForm::Clause,
    }
}

/// The stance of a claim written as `speaker <cue> [content]`, with the lemma of the cue.
fn stance_of(marked: &str, lemma: &str) -> Option<Stance> {
    let plain: String = marked.chars().filter(|char| !"<>[]".contains(*char)).collect();
    // Marks before a place in the marked text are not in the plain one.
    let place = |mark: char, before: usize| marked.find(mark).unwrap() - before;
    let cue = Span::new(place('<', 0), place('>', 1));
    let content = Span::new(place('[', 2), place(']', 3));
    let speaker = Span::new(0, cue.start as usize);
    with_document(&plain, |document| {
        let form = form_of(content.of(&plain));
        let cue = Cue { lemma, span: cue, speaker: Some(speaker), form };
        stance(document, &cue, &Content::new(document, &[content]))
    })
}

#[test]
fn stances() {
    for (stance, lemma, claim) in [
        (Stance::Say, "say", "Ms. Orlov <said> [the bridge is safe]."),
        (Stance::Say, "tell", "She <told> the board [that the bridge is safe]."),
        (Stance::Deny, "deny", "The firm <denied> [any wrongdoing]."),
        (Stance::Deny, "refuse", "The firm <refused> [to open its books]."),
        (Stance::Deny, "agree", "The union did not <agree> [that the pay was fair]."),
        (Stance::Deny, "rule", "The mayor <ruled> out [any new tax]."),
        (Stance::Allege, "accuse", "He <accused> the firm of [hiding its losses]."),
        (Stance::Allege, "claim", "He <claims> [the firm hid its losses]."),
        (Stance::Allege, "say", "Prosecutors <said> [the clerk took bribes]."),
        (Stance::Admit, "concede", "Mr. Hale <conceded> [that the vote was lost]."),
        (Stance::Agree, "agree", "The sides <agreed> [that talks had failed]."),
        (Stance::Promise, "agree", "The firm <agreed> [to pay the fine]."),
        (Stance::Promise, "vow", "She <vowed> [to fight the ruling]."),
        (Stance::Promise, "want", "He <wants> [to sell the port]."),
        (Stance::Demand, "want", "He <wants> [the council to sell the port]."),
        (Stance::Demand, "ask", "He <asked> the council [to sell the port]."),
        (Stance::Demand, "call", "She <called> for [the release of the crew]."),
        (Stance::Demand, "suggest", "She <suggested> [the council should sell the port]."),
        (Stance::Say, "suggest", "She <suggested> [the council sold the port too cheaply]."),
        (Stance::Ask, "ask", "He <asked> [whether the port was for sale]."),
        (Stance::Warn, "warn", "Doctors <warned> [that beds would run out]."),
        (Stance::Warn, "threaten", "The guild <threatened> [the mayor's budget]."),
        (Stance::Promise, "threaten", "The guild <threatened> [to walk out]."),
        (Stance::Predict, "expect", "The ferry is <expected> [to sail on Monday]."),
        (Stance::Believe, "think", "He <thinks> [the deal is dead]."),
        (Stance::Doubt, "think", "He does not <think> [the deal is dead]."),
        (Stance::Doubt, "sure", "She is not <sure> [the deal will hold]."),
        (Stance::Doubt, "predict", "It is hard to <predict> [how many will come]."),
        (Stance::Evidence, "show", "The survey <showed> [that rents rose]."),
        (Stance::Evidence, "suggest", "Data <suggest> [rents rose]."),
        (Stance::Say, "say", "One in five people in the poll <said> [they had moved]."),
    ] {
        assert_eq!(stance_of(claim, lemma), Some(stance), "{claim}");
    }
}

#[test]
fn cues_that_put_nothing_forward() {
    for (lemma, claim) in [
        ("say", "She did not <say> [who had called]."),
        ("hope", "He <hopes> [the rain will stop]."),
        ("praise", "He <praised> [the crew]."),
        ("criticize", "She <criticized> [the plan]."),
        ("deny", "He never <denied> [that he was there]."),
    ] {
        assert_eq!(stance_of(claim, lemma), None, "{claim}");
    }
}

#[test]
fn negative_contents() {
    for text in [
        "the bridge is not safe",
        "that he hadn't seen the letter",
        "no officer was hurt in the fire",
        "none of the boats had a licence",
        "not all of the boats had a licence",
        "the divers found no trace of the crew",
        "the port is no longer open",
        "there was nothing to hide",
        "if the rain stops, the match will never be played",
        "to not sign the letter",
    ] {
        assert_eq!(of(text).polarity, Polarity::Negative, "{text}");
    }
    for text in [
        "the bridge is safe",
        "the clerk who did not sign the letter was fired",
        "the bridge is not only safe but cheap",
        "the fund holds no more than five million dollars",
        "the guards failed to stop him",
        "if it does not rain, the match will be played",
        "he was glad that nobody asked",
    ] {
        assert_eq!(of(text).polarity, Polarity::Positive, "{text}");
    }
    let text = "the bridge has never been safe";
    let negations: Vec<_> =
        of(text).negations.iter().map(|span| span.of(text).to_owned()).collect();
    assert_eq!(negations, ["never"]);
}

#[test]
fn hedged_contents() {
    for text in [
        "the ferry may have hit a rock",
        "the ferry could sink within days",
        "perhaps the captain was asleep",
        "the captain was apparently asleep",
        "the captain is believed to have been asleep",
        "the talks seem to have failed",
        "the merger will likely fail",
    ] {
        assert!(of(text).hedged, "{text}");
    }
    for text in [
        "the ferry sank in May 2019",
        "the captain could not swim",
        "about 20 sailors were rescued",
        "the ship, which may have been old, sank",
        "likely voters were asked in March",
        "the captain appeared in court",
        "they should leave",
    ] {
        assert!(!of(text).hedged, "{text}");
    }
}

#[test]
fn a_cue_can_hedge() {
    let text = "A letter suggested the mayor knew.";
    let worth = Worth::builtin().unwrap();
    let found = with_document(text, |document| {
        let span = Span::new(9, 18);
        let cue = Cue { lemma: "suggest", span, speaker: None, form: ClaimForm::Clause };
        attributes(document, &[Span::new(19, 33)], ClaimForm::Clause, Some(&cue), &worth)
    });
    assert_eq!(found.stance, Some(Stance::Say));
    assert_eq!(found.hedges, [Span::new(9, 18)]);
}

/// Value and unit first, then the ways to say it.
#[test]
fn quantities_and_the_ways_to_say_them() {
    let one = QuantityValue::Number;
    let range = |low, high| QuantityValue::Range([low, high]);
    for (value, unit, approximate, ways) in [
        (one(3.2e6), "USD", false, &["it cost $3.2 million", "it cost 3.2 million dollars"][..]),
        (one(0.5), "USD", false, &["a share costs 50 cents"]),
        (one(25.0), "%", false, &["25% of it", "25 percent of it", "twenty-five per cent of it"]),
        (one(4.0), "pp", false, &["a four-point lead", "it rose by 4 percentage points"]),
        (
            one(250_000.0),
            "voters",
            false,
            &["250,000 voters", "two hundred and fifty thousand voters"],
        ),
        (
            one(38.0),
            "year",
            false,
            &["the 38-year-old ship", "a ship 38 years old", "Ada Roe, 38, left"],
        ),
        (one(24.0), "boats", true, &["nearly two dozen boats", "at least 24 fishing boats"]),
        (one(1000.0), "people", true, &["thousands of people"]),
        (one(0.5), "ratio", false, &["half of the crew", "one half of the crew"]),
        (
            one(2.0 / 3.0),
            "ratio",
            false,
            &["two-thirds of the crew", "two in three sailors", "two out of three"],
        ),
        (range(5.0, 6.0), "year", false, &["five or six years", "5 to 6 years", "5-6 years"]),
        (one(500_000.0), "people", false, &["half a million people"]),
        (one(-9.0), "%", false, &["growth of minus nine percent"]),
        (one(0.5), "century", false, &["half a century ago"]),
    ] {
        for way in ways {
            let found = of(way).quantities;
            let [quantity] = found.as_slice() else { panic!("{way}: {found:?}") };
            assert_eq!(quantity.value, value, "{way}");
            assert_eq!(quantity.unit.as_deref(), Some(unit), "{way}");
            assert_eq!(quantity.approximate, approximate, "{way}");
        }
    }
}

#[test]
fn numbers_that_are_no_quantities() {
    for text in [
        "he left in 2016",
        "it opens on March 3",
        "it opens at 10:35",
        "it opens at 5 p.m.",
        "one of them left",
        "the second ship",
        "the 2nd ship",
        "an F-35 fighter",
        "under Section 230 of the act",
        "the No. 2 official",
        "in the 1990s",
        "in the second half",
        "several ships",
    ] {
        assert_eq!(of(text).quantities, [], "{text}");
    }
}

#[test]
fn quantities_move() {
    for (direction, text) in [
        (Some(Direction::Up), "rents rose by 12 percent"),
        (Some(Direction::Up), "a 12 percent increase"),
        (Some(Direction::Down), "the port lost 300 jobs"),
        (Some(Direction::Down), "sales fell to 300 tons"),
        (None, "the port employs 300 people"),
        (None, "up to 300 people work there"),
    ] {
        assert_eq!(of(text).quantities[0].direction, direction, "{text}");
    }
}

#[test]
fn spans_of_quantities_hold_sign_and_measure() {
    let text = "It sold 12 ships for $4.5 million, or 30 percent, in three weeks.";
    let spans: Vec<_> =
        of(text).quantities.iter().map(|found| found.span.of(text).to_owned()).collect();
    assert_eq!(spans, ["12", "$4.5 million", "30 percent", "three weeks"]);
}

#[test]
fn facts_are_worth_more_than_opinions() {
    let score = |text| of(text).check_worthiness.score;
    let fact = score("Unemployment in the province fell by 3 percent to 41,000 since 2015.");
    let deed = score("The senator voted against the budget last year.");
    let opinion = score("I think that is a very good thing.");
    assert!(fact > deed && deed > opinion, "{fact} {deed} {opinion}");
}

#[test]
fn reasons_reproduce_the_score() {
    for text in ["We should thank you.", "Rents rose by 12 percent in 2019.", ""] {
        let found = of(text).check_worthiness;
        let sum: f64 = found.reasons.iter().map(|reason| reason.weight).sum();
        assert!((found.score - 1.0 / (1.0 + (-sum).exp())).abs() < 1e-12, "{text}");
        assert_eq!(found.reasons[0].feature, "base");
    }
}

#[test]
fn any_text_has_attributes() {
    use proptest::prelude::*;
    proptest!(|(text in "(one|two|half|a|not|no|million|-|\\$|%|to|or|[0-9]{1,3}| |,|may|\\PC){0,40}")| {
        let found = of(&text);
        for quantity in &found.quantities {
            prop_assert!(text.get(quantity.span.range()).is_some());
        }
    });
}
