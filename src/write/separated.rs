//! CSV and TSV: one kind of fact, one row a fact, fixed columns.
//!
//! A row is one line: line breaks and control characters in a cell become spaces. A spreadsheet takes a
//! cell that starts with `=`, `+`, `-` or `@` for a formula; such cells get an apostrophe in front unless
//! they are wanted raw.

use super::place::Places;
use super::{id_text, label};
use crate::report::{Attribution, Claim, Cue, Date, Quote, Report, Speaker, TextSpan};
use crate::select::Fact;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separated {
    /// Which facts.
    pub fact: Fact,
    /// `,` or a tab.
    pub delimiter: u8,
    /// No guard against formulas.
    pub raw: bool,
    /// A byte order mark before the header, for Excel.
    pub bom: bool,
}

const QUOTES: &[&str] = &[
    "id",
    "date",
    "outlet",
    "speaker",
    "gender",
    "role",
    "mention",
    "kind",
    "quote",
    "cue",
    "said_on",
    "sentence",
    "line",
    "start",
    "end",
    "confidence",
    "rule",
];
const CLAIMS: &[&str] = &[
    "id",
    "date",
    "outlet",
    "speaker",
    "gender",
    "role",
    "mention",
    "kind",
    "claim",
    "stance",
    "polarity",
    "hedged",
    "check_worthiness",
    "cue",
    "said_on",
    "sentence",
    "line",
    "start",
    "end",
    "confidence",
    "rule",
];
const DATES: &[&str] = &[
    "id",
    "date",
    "text",
    "type",
    "value",
    "mod",
    "anchor",
    "sentence",
    "line",
    "start",
    "end",
    "confidence",
    "rule",
];
const SPEAKERS: &[&str] = &[
    "id", "date", "outlet", "name", "kind", "role", "gender", "aliases", "quotes", "claims",
    "words",
];

impl Separated {
    /// The columns, in order.
    pub fn columns(self) -> &'static [&'static str] {
        match self.fact {
            Fact::Quotes => QUOTES,
            Fact::Claims => CLAIMS,
            Fact::Dates => DATES,
            Fact::Speakers => SPEAKERS,
        }
    }

    /// The header line, with a byte order mark where asked for.
    pub fn header(self) -> Vec<u8> {
        let mut bytes = if self.bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        bytes.extend(self.lines(&mut std::iter::once(
            self.columns().iter().map(|name| (*name).to_owned()).collect(),
        )));
        bytes
    }

    /// The rows of one article; none for an error record.
    pub fn rows(self, report: &Report) -> Vec<u8> {
        let places = &Places::new(report);
        match self.fact {
            Fact::Quotes => self.lines(&mut report.quotes.iter().map(|q| quote(report, places, q))),
            Fact::Claims => self.lines(&mut report.claims.iter().map(|c| claim(report, places, c))),
            Fact::Dates => self.lines(&mut report.dates.iter().map(|d| date(report, places, d))),
            Fact::Speakers => self.lines(&mut report.speakers.iter().map(|s| speaker(report, s))),
        }
    }

    fn lines(self, rows: &mut dyn Iterator<Item = Vec<String>>) -> Vec<u8> {
        let mut writer =
            csv::WriterBuilder::new().delimiter(self.delimiter).from_writer(Vec::new());
        for row in rows {
            // Writing to memory cannot fail, and all rows have the same length.
            let _ = writer.write_record(row.into_iter().map(|cell| self.cell(cell)));
        }
        writer.into_inner().unwrap_or_default()
    }

    fn cell(self, cell: String) -> String {
        if self.raw { one_line(cell) } else { guarded(cell) }
    }
}

fn one_line(cell: String) -> String {
    if cell.contains(char::is_control) { cell.replace(char::is_control, " ") } else { cell }
}

/// The cell on one line, and no formula.
pub(super) fn guarded(cell: String) -> String {
    let mut cell = one_line(cell);
    let first = cell.trim_start().chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')) {
        cell.insert(0, '\'');
    }
    cell
}

type Row = Vec<String>;

fn quote(report: &Report, places: &Places<'_>, quote: &Quote) -> Row {
    let mut row = with_speaker(report, quote.speaker.as_ref());
    row.extend([label(quote.kind), quote.text.clone()]);
    row.extend([cue(quote.cue.as_ref()), text(quote.said_on.as_ref())]);
    row.push(number(quote.sentences.first().copied()));
    row.extend(place(places, &quote.spans));
    row.extend([quote.confidence.to_string(), quote.rule.clone()]);
    row
}

fn claim(report: &Report, places: &Places<'_>, claim: &Claim) -> Row {
    let mut row = with_speaker(report, claim.speaker.as_ref());
    row.extend([label(claim.kind), claim.text.clone()]);
    row.extend([claim.stance.map(label).unwrap_or_default(), label(claim.polarity)]);
    row.extend([claim.hedged.to_string(), claim.check_worthiness.score.to_string()]);
    row.extend([cue(claim.cue.as_ref()), text(claim.said_on.as_ref())]);
    row.push(claim.sentence.to_string());
    row.extend(place(places, &claim.spans));
    row.extend([claim.confidence.to_string(), claim.rule.clone()]);
    row
}

fn date(report: &Report, places: &Places<'_>, date: &Date) -> Row {
    let span = &date.span;
    let mut row = vec![id_text(&report.id), text(report.article.published.as_ref())];
    row.extend([span.text.clone(), label(date.kind), date.value.clone()]);
    row.extend([text(date.modifier.as_ref()), date.anchor.map(label).unwrap_or_default()]);
    row.push(number(places.sentence(span.start)));
    row.extend(place(places, std::slice::from_ref(span)));
    row.extend([date.confidence.to_string(), date.rule.clone()]);
    row
}

fn speaker(report: &Report, speaker: &Speaker) -> Row {
    let words: usize = report
        .quotes
        .iter()
        .filter(|quote| quote.speaker.as_ref().is_some_and(|by| by.id == speaker.id))
        .map(Quote::words)
        .sum();
    let mut row = of_article(report);
    row.extend([speaker.name.clone(), label(speaker.kind), text(speaker.role.as_ref())]);
    row.extend([speaker.gender.map(label).unwrap_or_default(), speaker.aliases.join("; ")]);
    row.extend([speaker.quotes.len(), speaker.claims.len(), words].map(|count| count.to_string()));
    row
}

fn of_article(report: &Report) -> Row {
    let article = &report.article;
    vec![id_text(&report.id), text(article.published.as_ref()), text(article.outlet.as_ref())]
}

/// The columns of the article and of the fact's speaker.
fn with_speaker(report: &Report, by: Option<&Attribution>) -> Row {
    let mut row = of_article(report);
    let speaker = by.and_then(|by| report.speakers.iter().find(|speaker| speaker.id == by.id));
    row.push(by.map(|by| by.name.clone()).unwrap_or_default());
    row.push(speaker.and_then(|speaker| speaker.gender).map(label).unwrap_or_default());
    row.push(text(speaker.and_then(|speaker| speaker.role.as_ref())));
    row.push(by.map(|by| by.mention.text.clone()).unwrap_or_default());
    row
}

/// Line, start and end.
fn place(places: &Places<'_>, spans: &[TextSpan]) -> [String; 3] {
    [
        number(places.line_of(spans)),
        number(spans.first().map(|span| span.start)),
        number(spans.last().map(|span| span.end)),
    ]
}

fn cue(cue: Option<&Cue>) -> String {
    cue.map(|cue| cue.span.text.clone()).unwrap_or_default()
}

fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn number(number: Option<usize>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    const CSV: Separated =
        Separated { fact: Fact::Quotes, delimiter: b',', raw: false, bom: false };

    fn written(how: Separated, report: &Report) -> String {
        String::from_utf8([how.header(), how.rows(report)].concat()).unwrap()
    }

    #[test]
    fn each_kind() {
        let report = sample::report();
        assert_eq!(
            written(CSV, &report),
            "id,date,outlet,speaker,gender,role,mention,kind,quote,cue,said_on,sentence,line,start,end,confidence,rule\n\
             pier.txt,2024-05-04,Riverton Echo,Ana Kovač,female,Mayor,Mayor Ana Kovač,direct,\"“The pier will close,”\",said,2024-05-03,1,3,16,38,0.98,quote/quote-speaker-verb\n"
        );
        let claims = Separated { fact: Fact::Claims, delimiter: b'\t', ..CSV };
        assert_eq!(
            written(claims, &report).lines().nth(1).unwrap(),
            "pier.txt\t2024-05-04\tRiverton Echo\tA port spokesman\t\t\tA port spokesman\tindirect\tthat dues rose\tsay\tpositive\tfalse\t0.38\tsaid\t\t2\t4\t93\t107\t0.85\tclaim/speaker-verb-that"
        );
        let dates = Separated { fact: Fact::Dates, ..CSV };
        assert_eq!(
            written(dates, &report).lines().nth(1).unwrap(),
            "pier.txt,2024-05-04,Friday,DATE,2024-05-03,,published,1,3,63,69,0.97,date/weekday"
        );
        let speakers = Separated { fact: Fact::Speakers, ..CSV };
        assert_eq!(
            written(speakers, &report).lines().nth(1).unwrap(),
            "pier.txt,2024-05-04,Riverton Echo,Ana Kovač,person,Mayor,female,Mayor Ana Kovač,1,0,4"
        );
        for fact in [Fact::Quotes, Fact::Claims, Fact::Dates, Fact::Speakers] {
            let how = Separated { fact, delimiter: b'\t', ..CSV };
            for line in written(how, &report).lines() {
                assert_eq!(line.split('\t').count(), how.columns().len());
            }
        }
    }

    #[test]
    fn formulas_are_guarded() {
        for start in ["=", "+", "-", "@", "\t=", "\r", "  =", "＝"] {
            let mut report = sample::report();
            let evil = format!("{start}1+1");
            report.id = evil.clone().into();
            report.quotes[0].text.clone_from(&evil);
            report.speakers[0].role = Some(evil);
            let guarded = written(CSV, &report);
            let count = guarded.matches('\'').count();
            assert_eq!(count, if start == "\r" { 0 } else { 3 }, "{start:?}: {guarded}");
            assert_eq!(guarded.lines().count(), 2);
            assert!(!written(Separated { raw: true, ..CSV }, &report).contains('\''));
        }
    }

    #[test]
    fn a_byte_order_mark_comes_first_and_once() {
        let how = Separated { bom: true, ..CSV };
        assert_eq!(written(how, &sample::report()).match_indices('\u{feff}').count(), 1);
        assert!(how.header().starts_with(b"\xEF\xBB\xBFid,"));
    }
}
