//! Claims found in sentences written for these tests: claimer, cue, content.

use crate::read::{Article, Block, BlockKind};
use crate::report::ClaimKind;
use crate::text::Span;
use crate::{Extractor, Options};

/// The reported claims of a paragraph as `claimer | cue | content`.
fn claims(text: &str) -> Vec<String> {
    let block =
        Block { span: Span::new(0, text.len()), kind: BlockKind::Body, dateline: None, turn: None };
    let article = Article { text: text.to_owned(), blocks: vec![block], ..Article::default() };
    let report = Extractor::new(Options::default()).unwrap().extract(&article);
    let reported = report
        .claims
        .into_iter()
        .filter(|claim| matches!(claim.kind, ClaimKind::Indirect | ClaimKind::Mixed));
    reported
        .map(|claim| {
            let speaker = claim.speaker.map_or_else(|| "-".to_owned(), |said| said.mention.text);
            let cue = claim.cue.map_or_else(|| "-".to_owned(), |cue| cue.span.text);
            format!("{speaker} | {cue} | {}", claim.text)
        })
        .collect()
}

#[test]
fn content_behind_the_verb() {
    assert_eq!(
        claims("Hamid Low said the bridge was closed."),
        ["Hamid Low | said | the bridge was closed"]
    );
    assert_eq!(
        claims("Ferrera Roe told the Courier on Monday that she was tired."),
        ["Ferrera Roe | told | that she was tired"]
    );
    assert_eq!(
        claims("CNN reported at least six planes filled the skies."),
        ["CNN | reported | at least six planes filled the skies"]
    );
}

#[test]
fn content_around_a_tag() {
    assert_eq!(
        claims("The bridge, Low said, was closed in May."),
        ["Low | said | The bridge was closed in May"]
    );
    assert_eq!(
        claims("But that is not good enough, said Howard Low, a senior analyst at Roe."),
        ["Howard Low | said | that is not good enough"]
    );
    assert_eq!(
        claims("Nine people were missing, according to Ana Roe, who runs the port."),
        ["Ana Roe | according to | Nine people were missing"]
    );
}

#[test]
fn another_claimer_ends_the_content() {
    assert_eq!(
        claims("Low said he would run again, and other leaders said he was wrong."),
        ["Low | said | he would run again", "other leaders | said | he was wrong"]
    );
}

#[test]
fn a_joined_cue_has_the_claimer_of_the_one_before() {
    assert_eq!(
        claims("Low said the plan was ready, adding that nobody had read it."),
        ["Low | said | the plan was ready", "Low | adding | that nobody had read it"]
    );
}

#[test]
fn what_puts_nothing_forward() {
    for text in [
        "Low did not say that the bridge was closed.",
        "Low declined to comment.",
        "Did Low say that the bridge was closed?",
        "Low found the key.",
    ] {
        assert_eq!(claims(text), [""; 0], "{text}");
    }
}
