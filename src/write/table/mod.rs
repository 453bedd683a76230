//! The table: one article for a reader at a terminal.
//!
//! Sections for quotes, claims (the most check-worthy first), dates and speakers, each with the line of
//! the article. The last column takes what is left of the width and is wrapped.

use super::place::Places;
use super::text::{cut, safe, width, wrap};
use super::{id_text, label};
use crate::report::{Attribution, Claim, Polarity, Report, Speaker};
use crate::select::{Fact, Select};
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
use std::fmt::Write as _;

/// How the table is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Columns of the terminal.
    pub width: usize,
    /// With colours.
    pub color: bool,
    /// Which sections.
    pub select: Select,
}

/// A narrower terminal gets lines that are too long.
const LEAST_WIDTH: usize = 40;
/// Longest lines are hard to read.
const MOST_WIDTH: usize = 160;
/// Between two columns.
const GAP: usize = 2;

const DIM: Style = Style::new().dimmed();
const TITLE: Style = Style::new().bold();
const HEAD: Style = Style::new().bold().underline();
const LINE: Style = Style::new().dimmed();
const WHO: Style = AnsiColor::Cyan.on_default();
const QUOTE: Style = AnsiColor::Green.on_default();
const CLAIM: Style = AnsiColor::Yellow.on_default();
const DATE: Style = AnsiColor::Magenta.on_default();
const WARN: Style = AnsiColor::Red.on_default();
const PLAIN: Style = Style::new();

/// A column: its head, colour, and the most columns it may take; the last one takes the rest.
struct Column {
    head: &'static str,
    style: Style,
    most: usize,
    right: bool,
}

const fn column(head: &'static str, style: Style, most: usize) -> Column {
    Column { head, style, most, right: false }
}

const fn number(head: &'static str) -> Column {
    Column { head, style: LINE, most: 6, right: true }
}

impl Table {
    /// One article, with an empty line after it.
    pub fn article(&self, report: &Report) -> Vec<u8> {
        let mut out = Out { text: String::new(), table: self };
        out.heading(report);
        if report.error.is_none() {
            let places = Places::new(report);
            out.quotes(report, &places);
            out.claims(report, &places);
            out.dates(report, &places);
            out.speakers(report);
        }
        out.text.push('\n');
        out.text.into_bytes()
    }
}

struct Out<'t> {
    text: String,
    table: &'t Table,
}

impl Out<'_> {
    fn heading(&mut self, report: &Report) {
        let article = &report.article;
        let id = id_text(&report.id);
        let title = article.title.as_deref().unwrap_or(&id);
        for line in wrap(&safe(title), self.width()) {
            self.styled(TITLE, &line);
            self.text.push('\n');
        }
        let authors = article.authors.as_ref().map(|authors| authors.join(", "));
        let parts = [
            article.title.as_ref().map(|_| id.clone()),
            article.published.clone(),
            article.outlet.clone(),
            authors.filter(|authors| !authors.is_empty()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            for line in wrap(&safe(&parts.join(" · ")), self.width()) {
                self.styled(DIM, &line);
                self.text.push('\n');
            }
        }
        let error = report.error.iter().map(|notice| ("error", notice));
        for (what, notice) in error.chain(report.warnings.iter().map(|notice| ("warning", notice)))
        {
            for line in wrap(&safe(&format!("{what}: {}", notice.message)), self.width()) {
                self.styled(WARN, &line);
                self.text.push('\n');
            }
        }
        let asked = [Fact::Quotes, Fact::Claims, Fact::Dates, Fact::Speakers]
            .map(|fact| self.table.select.shows(fact) && count(report, fact) > 0);
        if report.error.is_none() && !asked.contains(&true) {
            self.styled(DIM, "nothing found");
            self.text.push('\n');
        }
    }

    fn quotes(&mut self, report: &Report, places: &Places<'_>) {
        let columns = [
            number("line"),
            column("speaker", WHO, 26),
            column("said", DIM, 12),
            column("", QUOTE, 0),
        ];
        let rows = report.quotes.iter().map(|quote| {
            [
                line(places.line_of(&quote.spans)),
                who(quote.speaker.as_ref()),
                quote.cue.as_ref().map(|cue| cue.span.text.clone()).unwrap_or_default(),
                quote.text.clone(),
            ]
        });
        self.section(Fact::Quotes, "Quotes", &columns, &rows.collect::<Vec<_>>());
    }

    fn claims(&mut self, report: &Report, places: &Places<'_>) {
        let columns = [
            column("check", CLAIM, 5),
            number("line"),
            column("speaker", WHO, 26),
            column("stance", DIM, 12),
            column("", PLAIN, 0),
        ];
        let mut ranked: Vec<&Claim> = report.claims.iter().collect();
        ranked.sort_by(|a, b| b.check_worthiness.score.total_cmp(&a.check_worthiness.score));
        let rows = ranked.into_iter().map(|claim| {
            let speaker = who(claim.speaker.as_ref());
            [
                format!("{:.2}", claim.check_worthiness.score),
                line(places.line_of(&claim.spans)),
                if claim.kind == crate::report::ClaimKind::Narrator {
                    "(the article)".to_owned()
                } else {
                    speaker
                },
                stance(claim),
                claim.text.clone(),
            ]
        });
        self.section(
            Fact::Claims,
            "Claims, most check-worthy first",
            &columns,
            &rows.collect::<Vec<_>>(),
        );
    }

    fn dates(&mut self, report: &Report, places: &Places<'_>) {
        let columns = [
            number("line"),
            column("value", DATE, 24),
            column("type", DIM, 8),
            column("from", DIM, 9),
            column("", PLAIN, 0),
        ];
        let rows = report.dates.iter().map(|date| {
            [
                line(places.line(date.span.start)),
                match &date.modifier {
                    Some(modifier) => format!("{} {modifier}", date.value),
                    None => date.value.clone(),
                },
                label(date.kind).to_lowercase(),
                date.anchor.map(label).unwrap_or_default(),
                date.span.text.clone(),
            ]
        });
        self.section(Fact::Dates, "Dates", &columns, &rows.collect::<Vec<_>>());
    }

    fn speakers(&mut self, report: &Report) {
        let columns = [
            number("quotes"),
            number("claims"),
            column("name", WHO, 30),
            column("kind", DIM, 8),
            column("gender", DIM, 6),
            column("", PLAIN, 0),
        ];
        let rows = report.speakers.iter().map(|speaker| {
            [
                speaker.quotes.len().to_string(),
                speaker.claims.len().to_string(),
                speaker.name.clone(),
                label(speaker.kind),
                speaker.gender.map(label).unwrap_or_default(),
                described(speaker),
            ]
        });
        self.section(Fact::Speakers, "Speakers", &columns, &rows.collect::<Vec<_>>());
    }

    fn section<const N: usize>(
        &mut self,
        fact: Fact,
        title: &str,
        columns: &[Column; N],
        rows: &[[String; N]],
    ) {
        if rows.is_empty() || !self.table.select.shows(fact) {
            return;
        }
        let rows: Vec<[Cow<'_, str>; N]> =
            rows.iter().map(|row| row.each_ref().map(|cell| safe(cell))).collect();
        self.text.push('\n');
        self.styled(HEAD, title);
        let _ = writeln!(self.text, " ({})", rows.len());
        let widths = self.widths(columns, &rows);
        let heads = columns.each_ref().map(|column| Cow::Borrowed(column.head));
        self.row(columns, &widths, &heads, Some(DIM));
        for row in &rows {
            self.row(columns, &widths, row, None);
        }
    }

    /// Columns are as wide as what stands in them. Where the text would get too narrow the widest give
    /// way and then the details are left out, as is a column in which nothing stands (0).
    fn widths<const N: usize>(
        &self,
        columns: &[Column; N],
        rows: &[[Cow<'_, str>; N]],
    ) -> [usize; N] {
        let mut widths = std::array::from_fn(|at| {
            let column = columns.get(at);
            let most = column.map_or(0, |column| column.most);
            let widest = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max();
            match widest.unwrap_or_default() {
                0 => 0,
                widest => widest.max(column.map_or(0, |column| width(column.head))).min(most),
            }
        });
        let fixed = |widths: &[usize; N]| {
            widths.iter().filter(|width| **width > 0).map(|width| width + GAP).sum::<usize>()
        };
        let total = self.width();
        let wanted = rows.iter().filter_map(|row| row.last()).map(|cell| width(cell)).max();
        let wanted = wanted.unwrap_or_default().min(total * 2 / 5);
        let narrow = |widths: &[usize; N]| total.saturating_sub(fixed(widths)) < wanted;
        while narrow(&widths) {
            // The widest column gives one away at a time; then the least important ones go.
            match widths.iter_mut().max() {
                Some(widest) if *widest > 12 => *widest -= 1,
                _ => break,
            }
        }
        for at in (0..N).rev() {
            let is_detail =
                columns.get(at).is_some_and(|column| column.style == DIM && !column.right);
            if is_detail
                && narrow(&widths)
                && let Some(width) = widths.get_mut(at)
            {
                *width = 0;
            }
        }
        let rest = total.saturating_sub(fixed(&widths)).max(2);
        if let Some(last) = widths.last_mut() {
            *last = rest;
        }
        widths
    }

    fn row<const N: usize>(
        &mut self,
        columns: &[Column; N],
        widths: &[usize; N],
        cells: &[Cow<'_, str>; N],
        style: Option<Style>,
    ) {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .zip(widths)
            .map(|(cell, columns)| if *columns == 0 { Vec::new() } else { wrap(cell, *columns) })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or_default();
        for line in 0..height {
            let mut spaces = 0;
            for ((cell, wide), column) in wrapped.iter().zip(widths).zip(columns) {
                if *wide == 0 {
                    continue;
                }
                let text = cell.get(line).map_or("", String::as_str);
                let text = if width(text) > *wide { cut(text, *wide) } else { text.to_owned() };
                let free = wide.saturating_sub(width(&text));
                if column.right {
                    spaces += free;
                }
                if !text.is_empty() {
                    self.text.push_str(&" ".repeat(spaces));
                    spaces = 0;
                    self.styled(style.unwrap_or(column.style), &text);
                }
                spaces += GAP + if column.right { 0 } else { free };
            }
            self.text.push('\n');
        }
    }

    fn width(&self) -> usize {
        self.table.width.clamp(LEAST_WIDTH, MOST_WIDTH)
    }

    fn styled(&mut self, style: Style, text: &str) {
        if self.table.color && style != PLAIN {
            let _ = write!(self.text, "{style}{text}{style:#}");
        } else {
            self.text.push_str(text);
        }
    }
}

fn count(report: &Report, fact: Fact) -> usize {
    match fact {
        Fact::Quotes => report.quotes.len(),
        Fact::Speakers => report.speakers.len(),
        Fact::Dates => report.dates.len(),
        Fact::Claims => report.claims.len(),
    }
}

fn line(line: Option<usize>) -> String {
    line.map(|line| line.to_string()).unwrap_or_default()
}

/// The name, and the word in the text where it is a pronoun or another form.
fn who(speaker: Option<&Attribution>) -> String {
    speaker.map_or_else(|| "–".to_owned(), |speaker| speaker.name.clone())
}

fn stance(claim: &Claim) -> String {
    let stance = claim.stance.map(label).unwrap_or_default();
    let not = if claim.polarity == Polarity::Negative { "not" } else { "" };
    let hedged = if claim.hedged { "hedged" } else { "" };
    let parts = [stance.as_str(), not, hedged];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn described(speaker: &Speaker) -> String {
    let aliases = speaker.aliases.join(", ");
    match (&speaker.role, aliases.is_empty()) {
        (Some(role), true) => role.clone(),
        (Some(role), false) => format!("{role}; also {aliases}"),
        (None, true) => String::new(),
        (None, false) => format!("also {aliases}"),
    }
}

#[cfg(test)]
mod tests;
