//! A record with one fact of each kind, for the tests of the writers.

use crate::read::{BlockKind, Source};
use crate::report::{
    Anchor, ArticleInfo, Attribution, CheckWorthiness, Claim, ClaimForm, ClaimKind, Cue, Date,
    DateType, Gender, How, Mention, MentionForm, Polarity, Quote, QuoteKind, Reason, Report,
    SCHEMA, Sentence, Speaker, SpeakerKind, Stance, TextSpan,
};

pub(crate) const TEXT: &str = "Old pier shuts\n\n\
“The pier will close,” Mayor Ana Kovač said on Friday.\n\
A port spokesman said that dues rose.\n";

/// The place of `part` in the text.
fn span(part: &str) -> TextSpan {
    let start = TEXT.split_once(part).unwrap().0.chars().count();
    TextSpan { start, end: start + part.chars().count(), text: part.to_owned() }
}

fn by(id: &str, name: &str, mention: &str) -> Attribution {
    let (id, name) = (id.to_owned(), name.to_owned());
    Attribution { id, name, mention: span(mention), how: How::Adjacent }
}

fn cue(part: &str) -> Cue {
    let TextSpan { start, .. } = span(part);
    let said = TextSpan { start, end: start + 4, text: "said".to_owned() };
    Cue { span: said, lemma: "say".to_owned() }
}

fn speaker(id: &str, name: &str, mention: &str) -> Speaker {
    Speaker {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: SpeakerKind::Person,
        role: None,
        gender: None,
        aliases: Vec::new(),
        mentions: vec![Mention { span: span(mention), form: MentionForm::Name }],
        quotes: Vec::new(),
        claims: Vec::new(),
    }
}

fn sentence(part: &str, block: BlockKind) -> Sentence {
    let TextSpan { start, end, .. } = span(part);
    Sentence { start, end, block }
}

/// One quote of one speaker, one claim of another, one date.
pub(crate) fn report() -> Report {
    let mayor = Speaker {
        role: Some("Mayor".to_owned()),
        gender: Some(Gender::Female),
        aliases: vec!["Mayor Ana Kovač".to_owned()],
        quotes: vec!["q1".to_owned()],
        ..speaker("s1", "Ana Kovač", "Mayor Ana Kovač")
    };
    let spokesman = Speaker {
        kind: SpeakerKind::Unnamed,
        claims: vec!["c1".to_owned()],
        ..speaker("s2", "A port spokesman", "A port spokesman")
    };
    Report {
        schema: SCHEMA,
        id: "pier.txt".into(),
        source: Source { path: Some("pier.txt".to_owned()), ..Source::default() },
        article: ArticleInfo {
            title: Some("Old pier shuts".to_owned()),
            authors: Some(vec!["Lee Moss".to_owned()]),
            published: Some("2024-05-04".to_owned()),
            outlet: Some("Riverton Echo".to_owned()),
            ..ArticleInfo::default()
        },
        speakers: vec![mayor, spokesman],
        quotes: vec![quote()],
        claims: vec![claim()],
        dates: vec![date()],
        text: Some(TEXT.to_owned()),
        sentences: Some(vec![
            sentence("Old pier shuts", BlockKind::Headline),
            sentence("“The pier will close,” Mayor Ana Kovač said on Friday.", BlockKind::Body),
            sentence("A port spokesman said that dues rose.", BlockKind::Body),
        ]),
        kept: serde_json::Map::new(),
        warnings: Vec::new(),
        error: None,
    }
}

fn quote() -> Quote {
    Quote {
        id: "q1".to_owned(),
        kind: QuoteKind::Direct,
        text: "“The pier will close,”".to_owned(),
        spans: vec![span("“The pier will close,”")],
        speaker: Some(by("s1", "Ana Kovač", "Mayor Ana Kovač")),
        cue: Some(cue("said on")),
        dates: vec!["d1".to_owned()],
        said_on: Some("2024-05-03".to_owned()),
        sentences: vec![1],
        confidence: 0.98,
        rule: "quote/quote-speaker-verb".to_owned(),
    }
}

fn claim() -> Claim {
    let reason = Reason { feature: "base".to_owned(), weight: -0.5 };
    Claim {
        id: "c1".to_owned(),
        kind: ClaimKind::Indirect,
        form: ClaimForm::Clause,
        text: "that dues rose".to_owned(),
        spans: vec![span("that dues rose")],
        speaker: Some(by("s2", "A port spokesman", "A port spokesman")),
        cue: Some(cue("said that")),
        addressee: None,
        stance: Some(Stance::Say),
        polarity: Polarity::Positive,
        negations: Vec::new(),
        hedged: false,
        hedges: Vec::new(),
        quantities: Vec::new(),
        dates: Vec::new(),
        said_on: None,
        quotes: Vec::new(),
        check_worthiness: CheckWorthiness { score: 0.38, reasons: vec![reason] },
        sentence: 2,
        confidence: 0.85,
        rule: "claim/speaker-verb-that".to_owned(),
    }
}

fn date() -> Date {
    Date {
        id: "d1".to_owned(),
        span: span("Friday"),
        kind: DateType::Date,
        value: "2024-05-03".to_owned(),
        modifier: None,
        anchor: Some(Anchor::Published),
        confidence: 0.97,
        rule: "date/weekday".to_owned(),
    }
}
