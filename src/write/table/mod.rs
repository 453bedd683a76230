//! The table: one article for a reader at a terminal.
//!
//! Sections for quotes, claims (the most check-worthy first), dates and speakers, each with the line of
//! the article. The last column takes what is left of the width and is wrapped.

use super::grid::{CLAIM, Column, DATE, DIM, Grid, PLAIN, QUOTE, TITLE, WARN, WHO, column, number};
use super::place::Places;
use super::{id_text, label};
use crate::report::{Attribution, Claim, ClaimKind, Polarity, Report, Speaker};
use crate::select::{Fact, Select};

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

impl Table {
    /// One article, with an empty line after it.
    pub fn article(&self, report: &Report) -> Vec<u8> {
        let mut out = Out { grid: Grid::new(self.width, self.color), select: &self.select };
        out.heading(report);
        if report.error.is_none() {
            let places = Places::new(report);
            out.quotes(report, &places);
            out.claims(report, &places);
            out.dates(report, &places);
            out.speakers(report);
        }
        out.grid.text.push('\n');
        out.grid.text.into_bytes()
    }
}

struct Out<'t> {
    grid: Grid,
    select: &'t Select,
}

impl Out<'_> {
    fn heading(&mut self, report: &Report) {
        let article = &report.article;
        let id = id_text(&report.id);
        self.grid.lines(TITLE, article.title.as_deref().unwrap_or(&id));
        let authors = article.authors.as_ref().map(|authors| authors.join(", "));
        let parts = [
            article.title.as_ref().map(|_| id.clone()),
            article.published.clone(),
            article.outlet.clone(),
            authors.filter(|authors| !authors.is_empty()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            self.grid.lines(DIM, &parts.join(" · "));
        }
        if let Some(error) = &report.error {
            self.grid.lines(WARN, &format!("error: {}", error.message));
            return;
        }
        for warning in &report.warnings {
            self.grid.lines(WARN, &format!("warning: {}", warning.message));
        }
        let facts = [Fact::Quotes, Fact::Claims, Fact::Dates, Fact::Speakers];
        if !facts.iter().any(|fact| self.select.shows(*fact) && count(report, *fact) > 0) {
            self.grid.lines(DIM, "nothing found");
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
            vec![
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
            vec![
                format!("{:.2}", claim.check_worthiness.score),
                line(places.line_of(&claim.spans)),
                if claim.kind == ClaimKind::Narrator {
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
            vec![
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
            vec![
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

    fn section(&mut self, fact: Fact, title: &str, columns: &[Column], rows: &[Vec<String>]) {
        if self.select.shows(fact) {
            self.grid.section(title, columns, rows);
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
