//! What is known about the article as a whole, from the best source for each part.

use super::article::{Meta, Notice, Published, PublishedFrom};
use super::blocks::Found;
use super::day;
use super::document::Given;
use super::options::Options;
use jiff::civil::Date;

/// Puts together what the input and its blocks say; the input's own fields come first.
pub(super) fn settle(given: Given, found: Found, options: &Options) -> (Meta, Vec<Notice>) {
    let mut warnings = Vec::new();
    let field = given.date.and_then(|date| {
        let day = day::first_in(&date, options.date_order);
        if day.is_none() {
            let message = format!("the date {date:?} holds no day that can be read");
            warnings.push(Notice::new("unreadable-date", message));
        }
        day
    });
    let sources = [
        (options.date, PublishedFrom::Option),
        (field, PublishedFrom::Field),
        (found.published.or(found.updated), PublishedFrom::Line),
        (found.dateline_day, PublishedFrom::Dateline),
        (options.default_date, PublishedFrom::Default),
    ];
    let published =
        sources.into_iter().find_map(|(day, from)| Some(Published { day: day?.to_string(), from }));
    if published.is_none() {
        let message = "no day of publication was found; give it with --date or --default-date";
        warnings.push(Notice::new("no-publication-date", message));
    }
    let authors = if given.authors.is_empty() { found.authors } else { given.authors };
    let meta = Meta {
        title: given.title.or(found.title),
        authors,
        dateline: found.dateline,
        published,
        updated: found.updated.map(|day: Date| day.to_string()),
        outlet: given.outlet.or(found.outlet),
        url: given.url,
    };
    (meta, warnings)
}
