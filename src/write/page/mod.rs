//! One self-contained page: an index, every article with its facts marked, and a view per speaker.
//!
//! No script, nothing loaded from anywhere (a policy in the page forbids it), and every text of an
//! article escaped, so that the page of a hostile article is as harmless as any.

mod escape;
mod highlight;
#[cfg(test)]
mod tests;

use super::{counted, id_text, label};
use crate::report::{Attribution, Claim, Report};
use escape::{Escaped, link};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const STYLE: &str = include_str!("style.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page in the making.
#[derive(Debug, Default)]
pub struct Page {
    index: String,
    articles: String,
    count: usize,
    facts: [usize; 3],
    speakers: BTreeMap<String, Spoken>,
}

/// What somebody said in all articles.
#[derive(Debug, Default)]
struct Spoken {
    described: String,
    quotes: usize,
    claims: usize,
    articles: usize,
    last_article: usize,
    items: String,
}

impl Page {
    /// Adds an article; its text is shown where the record has it.
    pub fn add(&mut self, report: &Report) {
        self.count += 1;
        let number = self.count;
        let id = id_text(&report.id);
        let title = report.article.title.as_deref().unwrap_or(&id);
        let _ = writeln!(
            self.index,
            "<li><a href=\"#a{number}\">{}</a> <span class=\"key\">{}, {}</span></li>",
            Escaped(title),
            counted(report.quotes.len(), "quote"),
            counted(report.claims.len(), "claim")
        );
        for (sum, one) in self.facts.iter_mut().zip([
            report.quotes.len(),
            report.claims.len(),
            report.dates.len(),
        ]) {
            *sum += one;
        }
        self.article(report, number, &id, title);
        self.spoken(report, number, title);
    }

    /// The whole page.
    pub fn finish(&self) -> Vec<u8> {
        let [quotes, claims, dates] = self.facts;
        let mut html = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>Who said what</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
             <h1>Who said what</h1>\n<p class=\"meta\">{}, {}, {}, {}, {}. In the texts: <mark class=\"q\">quote</mark>, \
             <mark class=\"c\">claim</mark>, <mark class=\"d\">date</mark>, \
             <mark class=\"m\">speaker</mark>; a coloured line joins a speaker and the quotes.</p>\n",
            counted(self.count, "article"),
            counted(self.speakers.len(), "speaker"),
            counted(quotes, "quote"),
            counted(claims, "claim"),
            counted(dates, "date")
        );
        let _ = write!(
            html,
            "<nav><strong>Articles</strong> (or go to the <a href=\"#speakers\">speakers</a>)\n\
             <ol>\n{}</ol></nav>\n{}<section id=\"speakers\">\n<h2>Speakers</h2>\n",
            self.index, self.articles
        );
        let mut speakers: Vec<_> = self.speakers.iter().collect();
        speakers.sort_by_key(|(_, spoken)| std::cmp::Reverse((spoken.quotes, spoken.claims)));
        for (name, spoken) in speakers {
            let _ = write!(
                html,
                "<details><summary><span class=\"who\">{}</span> <span class=\"key\">{}: {}, \
                 {} in {}</span></summary>\n<ul>\n{}</ul></details>\n",
                Escaped(name),
                Escaped(&spoken.described),
                counted(spoken.quotes, "quote"),
                counted(spoken.claims, "claim"),
                counted(spoken.articles, "article"),
                spoken.items
            );
        }
        html.push_str("</section>\n</main>\n</body>\n</html>\n");
        html.into_bytes()
    }

    fn article(&mut self, report: &Report, number: usize, id: &str, title: &str) {
        let html = &mut self.articles;
        let article = &report.article;
        let _ = writeln!(html, "<article id=\"a{number}\">\n<h2>{}</h2>", Escaped(title));
        let authors = article.authors.as_ref().map(|authors| authors.join(", "));
        let parts = [Some(id), article.published.as_deref(), article.outlet.as_deref()];
        let mut parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .chain(authors.as_deref())
            .filter(|part| !part.is_empty())
            .map(|part| Escaped(part).to_string())
            .collect();
        if let Some(url) = article.url.as_deref().and_then(link) {
            let url = Escaped(url);
            parts.push(format!("<a rel=\"noopener noreferrer\" href=\"{url}\">{url}</a>"));
        }
        let _ = writeln!(html, "<p class=\"meta\">{}</p>", parts.join(" · "));
        for notice in report.error.iter().chain(&report.warnings) {
            let _ = writeln!(html, "<p class=\"meta bad\">{}</p>", Escaped(&notice.message));
        }
        let prefix = format!("a{number}");
        html.push_str("<div class=\"two\">\n<div class=\"text\">\n");
        match &report.text {
            Some(text) => html.push_str(&highlight::highlighted(report, text, &prefix)),
            None if report.error.is_none() => html.push_str(
                "<p class=\"meta\">The record is without its text; make it --with text.</p>\n",
            ),
            None => {}
        }
        html.push_str("</div>\n<aside>\n");
        facts(html, report, &prefix);
        html.push_str("</aside>\n</div>\n</article>\n");
    }

    fn spoken(&mut self, report: &Report, number: usize, title: &str) {
        let has_text = report.text.is_some();
        let mut add = |by: Option<&Attribution>, id: &str, text: &str, is_quote: bool| {
            let Some(by) = by else { return };
            let spoken = self.speakers.entry(by.name.clone()).or_default();
            if spoken.described.is_empty() {
                spoken.described = described(report, &by.id);
            }
            if spoken.last_article != number {
                spoken.last_article = number;
                spoken.articles += 1;
            }
            *(if is_quote { &mut spoken.quotes } else { &mut spoken.claims }) += 1;
            let anchor = if has_text { format!("a{number}-{id}") } else { format!("a{number}") };
            let _ = writeln!(
                spoken.items,
                "<li>{}{} <a class=\"key\" href=\"#{}\">{}</a></li>",
                if is_quote { "" } else { "<span class=\"key\">claim:</span> " },
                Escaped(text),
                Escaped(&anchor),
                Escaped(title)
            );
        };
        for quote in &report.quotes {
            add(quote.speaker.as_ref(), &quote.id, &quote.text, true);
        }
        for claim in &report.claims {
            add(claim.speaker.as_ref(), &claim.id, &claim.text, false);
        }
    }
}

fn described(report: &Report, id: &str) -> String {
    let Some(speaker) = report.speakers.iter().find(|speaker| speaker.id == id) else {
        return String::new();
    };
    let parts = [Some(label(speaker.kind)), speaker.gender.map(label), speaker.role.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The facts of an article as lists that lead into its text.
fn facts(html: &mut String, report: &Report, prefix: &str) {
    let who = |by: Option<&Attribution>| {
        by.map_or_else(String::new, |by| {
            format!("<span class=\"who\">{}</span>: ", Escaped(&by.name))
        })
    };
    let item = |html: &mut String, id: &str, before: &str, text: &str| {
        let (prefix, id, text) = (Escaped(prefix), Escaped(id), Escaped(text));
        let _ = writeln!(html, "<li>{before}<a href=\"#{prefix}-{id}\">{text}</a></li>");
    };
    let section = |html: &mut String, title: &str, count: usize, each: &dyn Fn(&mut String)| {
        if count > 0 {
            let _ = writeln!(html, "<h3>{title} ({count})</h3>\n<ul>");
            each(html);
            html.push_str("</ul>\n");
        }
    };
    section(html, "Quotes", report.quotes.len(), &|html| {
        for quote in &report.quotes {
            item(html, &quote.id, &who(quote.speaker.as_ref()), &quote.text);
        }
    });
    section(html, "Claims, most check-worthy first", report.claims.len(), &|html| {
        let mut ranked: Vec<&Claim> = report.claims.iter().collect();
        ranked.sort_by(|a, b| b.check_worthiness.score.total_cmp(&a.check_worthiness.score));
        for claim in ranked {
            let score = claim.check_worthiness.score;
            let before = format!("<span class=\"score\">{score:.2}</span> ");
            item(html, &claim.id, &(before + &who(claim.speaker.as_ref())), &claim.text);
        }
    });
    section(html, "Dates", report.dates.len(), &|html| {
        for date in &report.dates {
            let value = format!("<span class=\"who\">{}</span>: ", Escaped(&date.value));
            item(html, &date.id, &value, &date.span.text);
        }
    });
}
