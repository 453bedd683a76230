//! What a page says about its article outside the text: JSON-LD, meta elements, its address.

use super::super::address;
use super::super::blocks;
use super::super::day;
use super::super::meta::PageMeta;
use super::super::options::Options;
use super::json_ld;
use dom_query::{Document, NodeRef};
use rustc_hash::FxHashMap;

/// Meta names that give the day of publication, best first.
const PUBLISHED: &str = "article:published_time article:published og:article:published_time \
    og:published_time datepublished date_published rnews:datepublished publishdate publish-date \
    publish_date pubdate publication_date publication-date originalpublicationdate \
    article_date_original parsely-pub-date sailthru.date cxenseparse:recs:publishtime bt:pubdate \
    vr:published_time shareaholic:article_published_time dc.date.issued dcterms.issued \
    dc.date.created dcterms.created dc.date dcterms.date citation_publication_date citation_date \
    displaydate date datecreated created";
const MODIFIED: &str = "article:modified_time og:updated_time datemodified last-modified lastmod \
    dcterms.modified";
const AUTHORS: &str = "author article:author parsely-author sailthru.author dc.creator byl creator \
    citation_author article:author_name";

/// Reads a page's own statements, and its first `<h1>`; nothing is taken from its text.
pub(super) fn read(document: &Document, options: &Options) -> (PageMeta, Option<String>) {
    let raw = Raw::collect(document);
    let linked = json_ld::read(&raw.json_ld);
    let day = |text: &str| day::first_in(text, options.date_order);
    let first_day =
        |names: &str| names.split_whitespace().find_map(|name| day(raw.meta.get(name)?));
    let meta = |names: &[&str]| names.iter().find_map(|name| raw.meta.get(*name).cloned());
    let url = raw.canonical.clone().or_else(|| meta(&["og:url"])).or(linked.url);
    let url = url.filter(|url| url.starts_with("http")).or_else(|| options.url.clone());
    let outlet = meta(&["og:site_name"]).or(linked.outlet).or_else(|| meta(&["application-name"]));
    let titles =
        [raw.heading.clone(), linked.title, meta(&["og:title", "twitter:title"]), raw.title];
    let mut authors = linked.authors;
    if authors.is_empty() {
        authors = AUTHORS
            .split_whitespace()
            .filter_map(|name| raw.meta.get(name).cloned())
            .take(1)
            .collect();
    }
    if authors.is_empty() {
        authors = raw.authors;
    }
    if authors.is_empty() {
        authors = raw
            .bylines
            .iter()
            .map(|line| blocks::authors_in(line))
            .find(|names| !names.is_empty())
            .unwrap_or_default();
    }
    let mut names: Vec<String> = Vec::new();
    for name in authors
        .iter()
        .filter(|name| !name.contains("://"))
        .flat_map(|name| blocks::authors_of(name))
    {
        if !names.contains(&name) && name.len() < 80 {
            names.push(name);
        }
    }
    if names.len() > 1 {
        names.retain(|name| Some(name) != outlet.as_ref());
    }
    let meta = PageMeta {
        title: titles
            .into_iter()
            .flatten()
            .map(|title| run_together(&title))
            .find(|title| !title.is_empty()),
        authors: names,
        outlet,
        url_day: url.as_deref().and_then(address::day),
        url,
        published: linked.published.as_deref().and_then(day).or_else(|| first_day(PUBLISHED)),
        modified: linked.modified.as_deref().and_then(day).or_else(|| first_day(MODIFIED)),
        time: raw.time.as_deref().and_then(day),
        ..PageMeta::default()
    };
    (meta, raw.heading)
}

/// The statements as they stand.
#[derive(Debug, Default)]
struct Raw {
    json_ld: Vec<String>,
    /// Names in lower case; the first of each.
    meta: FxHashMap<String, String>,
    canonical: Option<String>,
    title: Option<String>,
    heading: Option<String>,
    time: Option<String>,
    /// `rel=author` and `itemprop=author`.
    authors: Vec<String>,
    /// Short texts of elements whose class says so.
    bylines: Vec<String>,
}

impl Raw {
    fn collect(document: &Document) -> Self {
        let mut raw = Self::default();
        for node in document.root().descendants_it().filter(NodeRef::is_element) {
            raw.note(&node);
        }
        raw
    }

    fn note(&mut self, node: &NodeRef<'_>) {
        let name = node.node_name().unwrap_or_default();
        let attribute = |name: &str| {
            node.attr(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        match &*name {
            "meta" => {
                let key = ["property", "name", "itemprop"].iter().find_map(|key| attribute(key));
                if let (Some(key), Some(value)) = (key, attribute("content")) {
                    self.meta.entry(key.to_ascii_lowercase()).or_insert(value);
                }
            }
            "link" if attribute("rel").is_some_and(|rel| rel == "canonical") => {
                self.canonical = self.canonical.take().or_else(|| attribute("href"));
            }
            "script" if attribute("type").is_some_and(|kind| kind.contains("ld+json")) => {
                self.json_ld.push(node.text().to_string());
            }
            "title" if self.title.is_none() => self.title = Some(node.text().to_string()),
            "h1" if self.heading.is_none() => {
                self.heading = Some(run_together(&node.text())).filter(|text| !text.is_empty());
            }
            "time" if self.time.is_none() => {
                self.time = attribute("datetime").or_else(|| Some(short_text(node)));
            }
            _ => {}
        }
        let says_byline = |class: String| class.to_ascii_lowercase().contains("byline");
        if self.bylines.len() < 8 && attribute("class").is_some_and(says_byline) {
            self.bylines.push(short_text(node));
        }
        if let Some(property) = attribute("itemprop") {
            let key = property.to_ascii_lowercase();
            if matches!(key.as_str(), "datepublished" | "datecreated" | "datemodified") {
                let value = attribute("content").or_else(|| attribute("datetime"));
                self.meta.entry(key).or_insert_with(|| value.unwrap_or_else(|| short_text(node)));
            } else if key == "author" && self.authors.len() < 8 {
                self.authors.extend(Some(short_text(node)).filter(|name| !name.is_empty()));
            }
        } else if name.as_ref() == "a" && attribute("rel").is_some_and(|rel| rel == "author") {
            self.authors.extend(Some(short_text(node)).filter(|name| !name.is_empty()));
        }
    }
}

/// The text of an element that should hold a name or a date; empty where it is longer.
fn short_text(node: &NodeRef<'_>) -> String {
    let mut text = String::new();
    for inner in node.descendants_it().filter(NodeRef::is_text) {
        text.push_str(&inner.text());
        text.push(' ');
        if text.len() > 400 {
            return String::new();
        }
    }
    run_together(&text)
}

fn run_together(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
