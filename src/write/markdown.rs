//! Markdown: an article's facts as lists, for notes and pull requests.

use super::place::Places;
use super::text::safe;
use super::{id_text, label};
use crate::report::{Attribution, Claim, Report};
use crate::select::{Fact, Select};
use std::fmt::Write as _;

/// One article as a section of its own; only the kinds that `select` shows.
pub fn markdown(report: &Report, select: &Select) -> Vec<u8> {
    let article = &report.article;
    let id = id_text(&report.id);
    let mut text = format!("## {}\n\n", escaped(article.title.as_deref().unwrap_or(&id)));
    let parts = [
        article.title.as_ref().map(|_| id),
        article.published.clone(),
        article.outlet.clone(),
        article.authors.as_ref().map(|authors| authors.join(", ")),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .map(|part| escaped(&part))
        .collect();
    if !parts.is_empty() {
        let _ = writeln!(text, "{}\n", parts.join(" · "));
    }
    if let Some(error) = &report.error {
        let _ = writeln!(text, "**Error:** {}\n", escaped(&error.message));
        return text.into_bytes();
    }
    for warning in &report.warnings {
        let _ = writeln!(text, "**Warning:** {}\n", escaped(&warning.message));
    }
    let places = Places::new(report);
    let mut section = |fact, title: &str, lines: Vec<String>| {
        if !lines.is_empty() && select.shows(fact) {
            let _ = writeln!(text, "### {title}\n\n{}\n", lines.join("\n"));
        }
    };
    section(Fact::Quotes, "Quotes", quotes(report, &places));
    section(Fact::Claims, "Claims", claims(report, &places));
    section(Fact::Dates, "Dates", dates(report, &places));
    section(Fact::Speakers, "Speakers", speakers(report));
    text.into_bytes()
}

fn quotes(report: &Report, places: &Places<'_>) -> Vec<String> {
    let line = |quote: &crate::report::Quote| {
        let cue = quote.cue.as_ref().map(|cue| escaped(&cue.span.text));
        let notes = [cue, numbered(places.line_of(&quote.spans))];
        item(quote.speaker.as_ref(), &quote.text, notes)
    };
    report.quotes.iter().map(line).collect()
}

fn claims(report: &Report, places: &Places<'_>) -> Vec<String> {
    let mut ranked: Vec<&Claim> = report.claims.iter().collect();
    ranked.sort_by(|a, b| b.check_worthiness.score.total_cmp(&a.check_worthiness.score));
    let line = |claim: &&Claim| {
        let stance = claim.stance.map(label).unwrap_or_default();
        let score = format!("{stance} {:.2}", claim.check_worthiness.score);
        let notes = [Some(score.trim().to_owned()), numbered(places.line_of(&claim.spans))];
        item(claim.speaker.as_ref(), &claim.text, notes)
    };
    ranked.iter().map(line).collect()
}

fn dates(report: &Report, places: &Places<'_>) -> Vec<String> {
    let line = |date: &crate::report::Date| {
        let place = numbered(places.line(date.span.start));
        let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
        format!("- {}: {}{place}", escaped(&date.value), escaped(&date.span.text))
    };
    report.dates.iter().map(line).collect()
}

fn speakers(report: &Report) -> Vec<String> {
    let line = |speaker: &crate::report::Speaker| {
        let role = speaker.role.as_deref().map(|role| format!(", {}", escaped(role)));
        format!(
            "- **{}**{} ({}; quotes: {}, claims: {})",
            escaped(&speaker.name),
            role.unwrap_or_default(),
            label(speaker.kind),
            speaker.quotes.len(),
            speaker.claims.len()
        )
    };
    report.speakers.iter().map(line).collect()
}

fn item(by: Option<&Attribution>, text: &str, notes: [Option<String>; 2]) -> String {
    let name = by.map_or_else(|| "–".to_owned(), |by| escaped(&by.name));
    let notes: Vec<String> = notes.into_iter().flatten().filter(|note| !note.is_empty()).collect();
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    format!("- **{name}**: {}{notes}", escaped(text))
}

fn numbered(line: Option<usize>) -> Option<String> {
    line.map(|line| format!("line {line}"))
}

/// The text on one line, with everything that Markdown or HTML could read as markup escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in safe(text).chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' => {
                escaped.extend(['\\', letter]);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    #[test]
    fn the_whole_article() {
        let text = String::from_utf8(markdown(&sample::report(), &Select::default())).unwrap();
        assert_eq!(
            text,
            "\
## Old pier shuts

pier.txt · 2024-05-04 · Riverton Echo · Lee Moss

### Quotes

- **Ana Kovač**: “The pier will close,” (said, line 3)

### Claims

- **A port spokesman**: that dues rose (say 0.38, line 4)

### Dates

- 2024-05-03: Friday (line 3)

### Speakers

- **Ana Kovač**, Mayor (person; quotes: 1, claims: 0)
- **A port spokesman** (unnamed; quotes: 0, claims: 1)

"
        );
    }

    #[test]
    fn markup_in_the_data_stays_text() {
        let mut report = sample::report();
        report.quotes[0].text = "<img src=x> **a** [b](javascript:c)\n# d".to_owned();
        let select = Select { only: vec![Fact::Quotes], ..Select::default() };
        let text = String::from_utf8(markdown(&report, &select)).unwrap();
        let expected = r"&lt;img src=x&gt; \*\*a\*\* \[b\](javascript:c) \# d (said, line 3)";
        assert!(text.contains(expected), "{text}");
    }
}
