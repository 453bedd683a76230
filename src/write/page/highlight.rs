//! The text of an article with its facts marked.
//!
//! Facts overlap in every way (a date in a quote in a claim), so the text is cut at every edge of a fact
//! and each piece gets one flat mark with the classes of all facts that lie on it: no tag ever crosses
//! another.

use super::escape::Escaped;
use crate::report::{Report, TextSpan};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What lies on a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Quote,
    Claim,
    Date,
    Mention,
}

/// An edge of a fact's span; ends sort before starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    place: usize,
    is_start: bool,
    mark: usize,
}

/// A stretch to mark.
struct Mark {
    kind: Kind,
    /// The anchor, in the first stretch of its fact.
    anchor: Option<String>,
    /// Number of the colour of the speaker.
    speaker: Option<usize>,
    /// Told when the mouse rests on it.
    title: String,
}

struct Marks {
    edges: Vec<Edge>,
    marks: Vec<Mark>,
}

impl Marks {
    fn add(&mut self, spans: &[TextSpan], anchor: Option<String>, mark: impl Fn() -> Mark) {
        let mut anchor = anchor;
        for span in spans.iter().filter(|span| span.start < span.end) {
            let number = self.marks.len();
            self.marks.push(Mark { anchor: anchor.take(), ..mark() });
            self.edges.push(Edge { place: span.start, is_start: true, mark: number });
            self.edges.push(Edge { place: span.end, is_start: false, mark: number });
        }
    }
}

/// The paragraphs of the article, marked; anchors are `{prefix}-{id of the fact}`.
pub(super) fn highlighted(report: &Report, text: &str, prefix: &str) -> String {
    let Marks { mut edges, marks } = collect(report, prefix);
    edges.sort_unstable();
    let mut html = String::with_capacity(text.len() * 2);
    let mut active: Vec<usize> = Vec::new();
    let mut edges = edges.into_iter().peekable();
    let mut piece = String::new();
    let mut is_open = false;
    for (place, letter) in text.chars().enumerate() {
        if edges.peek().is_some_and(|edge| edge.place <= place) {
            flush(&mut html, &mut piece, &mut is_open, &active, &marks);
            while let Some(edge) = edges.next_if(|edge| edge.place <= place) {
                if edge.is_start {
                    active.push(edge.mark);
                    let anchor = marks.get(edge.mark).and_then(|mark| mark.anchor.as_ref());
                    if let Some(anchor) = anchor {
                        open(&mut html, &mut is_open);
                        let _ = write!(html, "<a class=\"t\" id=\"{}\"></a>", Escaped(anchor));
                    }
                } else if let Some(at) = active.iter().rposition(|mark| *mark == edge.mark) {
                    active.remove(at);
                }
            }
        }
        if letter == '\n' {
            flush(&mut html, &mut piece, &mut is_open, &active, &marks);
            if is_open {
                html.push_str("</p>\n");
                is_open = false;
            }
        } else {
            piece.push(letter);
        }
    }
    flush(&mut html, &mut piece, &mut is_open, &active, &marks);
    if is_open {
        html.push_str("</p>\n");
    }
    html
}

fn collect(report: &Report, prefix: &str) -> Marks {
    let colors: BTreeMap<&str, usize> = report
        .speakers
        .iter()
        .zip(0..)
        .map(|(speaker, at)| (speaker.id.as_str(), at % 8))
        .collect();
    let color = |id: &str| colors.get(id).copied();
    let anchor = |id: &str| Some(format!("{prefix}-{id}"));
    let mut all = Marks { edges: Vec::new(), marks: Vec::new() };
    for quote in &report.quotes {
        let by = quote.speaker.as_ref();
        all.add(&quote.spans, anchor(&quote.id), || Mark {
            kind: Kind::Quote,
            anchor: None,
            speaker: by.and_then(|by| color(&by.id)),
            title: by.map_or_else(|| "nobody named".to_owned(), |by| by.name.clone()),
        });
    }
    for claim in &report.claims {
        let by = claim.speaker.as_ref();
        all.add(&claim.spans, anchor(&claim.id), || Mark {
            kind: Kind::Claim,
            anchor: None,
            speaker: None,
            title: by.map_or_else(|| "claim".to_owned(), |by| format!("claim: {}", by.name)),
        });
    }
    for date in &report.dates {
        all.add(std::slice::from_ref(&date.span), anchor(&date.id), || Mark {
            kind: Kind::Date,
            anchor: None,
            speaker: None,
            title: date.value.clone(),
        });
    }
    let quoted = report.quotes.iter().filter_map(|quote| quote.speaker.as_ref());
    let claimed = report.claims.iter().filter_map(|claim| claim.speaker.as_ref());
    let mut seen = std::collections::BTreeSet::new();
    for by in quoted.chain(claimed) {
        if seen.insert((by.mention.start, by.mention.end)) {
            all.add(std::slice::from_ref(&by.mention), None, || Mark {
                kind: Kind::Mention,
                anchor: None,
                speaker: color(&by.id),
                title: by.name.clone(),
            });
        }
    }
    all
}

fn open(html: &mut String, is_open: &mut bool) {
    if !*is_open {
        html.push_str("<p>");
        *is_open = true;
    }
}

/// Writes what has been collected, under the marks that lie on it.
fn flush(
    html: &mut String,
    piece: &mut String,
    is_open: &mut bool,
    active: &[usize],
    marks: &[Mark],
) {
    if piece.is_empty() || !*is_open && piece.trim().is_empty() {
        piece.clear();
        return;
    }
    open(html, is_open);
    let on: Vec<&Mark> = active.iter().filter_map(|mark| marks.get(*mark)).collect();
    if on.is_empty() {
        let _ = write!(html, "{}", Escaped(piece));
    } else {
        let mut classes = String::new();
        for (kind, class) in
            [(Kind::Quote, "q"), (Kind::Claim, "c"), (Kind::Date, "d"), (Kind::Mention, "m")]
        {
            if on.iter().any(|mark| mark.kind == kind) {
                classes.push_str(class);
                classes.push(' ');
            }
        }
        if let Some(speaker) = on.iter().rev().find_map(|mark| mark.speaker) {
            let _ = write!(classes, "s{speaker}");
        }
        let title = on.last().map_or("", |mark| mark.title.as_str());
        let _ = write!(
            html,
            "<mark class=\"{}\" title=\"{}\">{}</mark>",
            classes.trim_end(),
            Escaped(title),
            Escaped(piece)
        );
    }
    piece.clear();
}
