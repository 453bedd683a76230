//! What is known about the article as a whole, from the best source for each part.

use super::article::{Meta, Notice, Published, PublishedFrom};
use super::blocks::Found;
use super::day;
use super::document::Given;
use super::options::Options;
use jiff::civil::Date;

/// What a page says outside the article's text.
#[derive(Debug, Default)]
pub(super) struct PageMeta {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<String>,
    pub(super) url: Option<String>,
    /// In JSON-LD or a meta element.
    pub(super) published: Option<Date>,
    pub(super) modified: Option<Date>,
    /// In the address.
    pub(super) url_day: Option<Date>,
    /// In a line near the headline.
    pub(super) line: Option<Date>,
    pub(super) line_updated: Option<Date>,
    /// In the first `<time>` element.
    pub(super) time: Option<Date>,
}

/// Puts together what the input, its page and its blocks say; the input's own fields come first.
pub(super) fn settle(
    given: Given,
    found: Found,
    page: PageMeta,
    options: &Options,
) -> (Meta, Vec<Notice>) {
    let mut warnings = Vec::new();
    let field = given.date.and_then(|date| {
        let day = day::first_in(&date, options.date_order);
        if day.is_none() {
            let message = format!("the date {date:?} holds no day that can be read");
            warnings.push(Notice::new("unreadable-date", message));
        }
        day
    });
    // A time in UTC names the day after for an evening in America; the address has the paper's own.
    let evening = page
        .published
        .zip(page.url_day)
        .is_some_and(|(stamp, url)| url.tomorrow().is_ok_and(|after| after == stamp));
    let stamp = page.published.filter(|_| !evening);
    let line = page.line.or(found.published);
    let updated = page.modified.or(page.line_updated).or(found.updated);
    let sources = [
        (options.date, PublishedFrom::Option),
        (field, PublishedFrom::Field),
        (stamp, PublishedFrom::Metadata),
        (page.url_day, PublishedFrom::Url),
        (line, PublishedFrom::Line),
        (page.time, PublishedFrom::Metadata),
        (page.modified, PublishedFrom::Metadata),
        (page.line_updated.or(found.updated), PublishedFrom::Line),
        (found.dateline_day, PublishedFrom::Dateline),
        (options.default_date, PublishedFrom::Default),
    ];
    let published =
        sources.into_iter().find_map(|(day, from)| Some(Published { day: day?.to_string(), from }));
    if published.is_none() {
        let message = "no day of publication was found; give it with --date or --default-date";
        warnings.push(Notice::new("no-publication-date", message));
    }
    let authors = [given.authors, page.authors, found.authors];
    let meta = Meta {
        title: given.title.or(page.title).or(found.title),
        authors: authors.into_iter().find(|names| !names.is_empty()).unwrap_or_default(),
        dateline: found.dateline,
        published,
        updated: updated.map(|day| day.to_string()),
        outlet: given.outlet.or(page.outlet).or(found.outlet),
        url: given.url.or(page.url),
    };
    (meta, warnings)
}
