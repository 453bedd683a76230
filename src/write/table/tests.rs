use super::*;
use crate::write::sample;

fn drawn(report: &Report, width: usize, color: bool) -> String {
    let table = Table { width, color, select: Select::default() };
    String::from_utf8(table.article(report)).unwrap()
}

/// A record with long and wide texts.
fn long() -> Report {
    let mut report = sample::report();
    report.quotes[0].text = "“The pier will close, and nobody who has walked on it since the café opened — in 1931 — will like it,”".to_owned();
    let mut second = report.quotes[0].clone();
    second.speaker = None;
    second.cue = None;
    second.text =
        "“橋は閉まります。誰も好きではありません。橋は閉まります。誰も好きではありません。”"
            .to_owned();
    report.quotes.push(second);
    report
}

#[test]
fn eighty_columns() {
    assert_eq!(
        drawn(&long(), 80, false),
        "\
Old pier shuts
pier.txt · 2024-05-04 · Riverton Echo · Lee Moss

Quotes (2)
line  speaker    said
   3  Ana Kovač  said  “The pier will close, and nobody who has walked on it
                       since the café opened — in 1931 — will like it,”
   3  –                “橋は閉まります。誰も好きではありません。橋は閉まります。
                       誰も好きではありません。”

Claims, most check-worthy first (1)
check  line  speaker           stance
0.38      4  A port spokesman  say     that dues rose

Dates (1)
line  value       type  from
   3  2024-05-03  date  published  Friday

Speakers (2)
quotes  claims  name              kind     gender
     1       0  Ana Kovač         person   female  Mayor; also Mayor Ana Kovač
     0       1  A port spokesman  unnamed

"
    );
}

#[test]
fn narrow_and_one_section() {
    let select = Select { only: vec![Fact::Claims], ..Select::default() };
    let table = Table { width: 40, color: false, select };
    assert_eq!(
        String::from_utf8(table.article(&sample::report())).unwrap(),
        "\
Old pier shuts
pier.txt · 2024-05-04 · Riverton Echo ·
Lee Moss

Claims, most check-worthy first (1)
check  line  speaker
0.38      4  A port        that dues
             spokesman     rose

"
    );
}

#[test]
fn no_line_is_too_long_and_colours_change_no_letter() {
    for width in 40..=200 {
        let plain = drawn(&long(), width, false);
        for line in plain.lines() {
            assert!(crate::write::text::width(line) <= width, "{width}: {line}");
            assert_eq!(line, line.trim_end());
        }
        let colored = drawn(&long(), width, true);
        let stripped = anstream::adapter::strip_str(&colored).to_string();
        assert_eq!(stripped, plain);
    }
}

#[test]
fn claims_are_ranked() {
    let mut report = sample::report();
    let mut better = report.claims[0].clone();
    better.check_worthiness.score = 0.9;
    better.text = "that nine piers closed".to_owned();
    report.claims.push(better);
    let text = drawn(&report, 80, false);
    assert!(text.find("nine piers") < text.find("dues rose"));
}

#[test]
fn errors_and_empty_records_are_told() {
    let notice = crate::read::Notice::new("cannot-open", "no such\u{1b}[31m file");
    let report = Report { error: Some(notice), ..sample::report() };
    assert!(drawn(&report, 80, false).ends_with("\nerror: no such␛[31m file\n\n"));
    let empty = Report {
        quotes: Vec::new(),
        claims: Vec::new(),
        dates: Vec::new(),
        speakers: Vec::new(),
        ..sample::report()
    };
    assert!(drawn(&empty, 80, false).ends_with("\nnothing found\n\n"));
}

#[test]
fn a_terminal_obeys_nothing_in_the_record() {
    let evil = "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\r\u{8}\u{2066}".to_owned();
    let mut report = long();
    report.id = evil.clone().into();
    report.article.title = Some(evil.clone());
    report.article.outlet = Some(evil.clone());
    report.quotes[0].text.clone_from(&evil);
    report.claims[0].text.clone_from(&evil);
    report.speakers[0].name.clone_from(&evil);
    report.speakers[0].aliases = vec![evil.clone()];
    report.dates[0].value.clone_from(&evil);
    report.dates[0].span.text = evil;
    let text = drawn(&report, 80, false);
    let bad = |letter: &char| {
        letter.is_control() && *letter != '\n' || "\u{202e}\u{2066}".contains(*letter)
    };
    assert_eq!(text.chars().find(bad), None, "{text}");
}
