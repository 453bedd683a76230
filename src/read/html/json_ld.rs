//! What a page says about its article in JSON-LD.

use serde_json::Value;

/// The article node of a page's JSON-LD blocks.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) url: Option<String>,
}

/// Nodes that are looked at; a page has a few dozen.
const NODES: usize = 2000;

/// Reads the blocks of a page: the first article, else what its web page node says.
pub(super) fn read(blocks: &[String]) -> Node {
    let values: Vec<Value> = blocks.iter().filter_map(|block| parse(block)).collect();
    let nodes = nodes(&values);
    let article = nodes.iter().find(|node| is_type(node, is_article));
    let page = nodes.iter().find(|node| is_type(node, |name| name.ends_with("WebPage")));
    let mut found = article.map(|node| node_of(node)).unwrap_or_default();
    if let Some(page) = page.map(|node| node_of(node)) {
        found.published = found.published.or(page.published);
        found.modified = found.modified.or(page.modified);
        found.url = found.url.or(page.url);
    }
    if found.authors.is_empty() {
        // Some name their authors by reference; the people stand in the graph.
        let reference =
            article.and_then(|node| node.get("author")).and_then(|author| author.get("@id"));
        let person = nodes.iter().find(|node| reference.is_some() && node.get("@id") == reference);
        found.authors.extend(person.and_then(|person| string(person.get("name"))));
    }
    found
}

fn parse(block: &str) -> Option<Value> {
    let bare = block.trim().trim_start_matches("<![CDATA[").trim_start_matches("<!--");
    let bare = bare.trim_end_matches("]]>").trim_end_matches("-->").trim_end_matches(';').trim();
    serde_json::from_str(bare).ok().or_else(|| {
        // Raw line breaks inside strings are common and no JSON.
        let clean: String = bare.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&clean).ok()
    })
}

/// The objects at the top, in arrays and in `@graph`, in order; what hangs below them is not the page's.
fn nodes(values: &[Value]) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut open: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(list) => open.extend(list.iter().rev()),
            Value::Object(_) => {
                found.push(value);
                open.extend(value.get("mainEntity"));
                open.extend(value.get("@graph"));
            }
            _ => {}
        }
        if found.len() > NODES {
            break;
        }
    }
    found
}

fn is_type(node: &Value, wanted: fn(&str) -> bool) -> bool {
    match node.get("@type") {
        Some(Value::String(name)) => wanted(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(wanted),
        _ => false,
    }
}

fn is_article(name: &str) -> bool {
    name.ends_with("Article")
        || name.ends_with("Posting") && name != "JobPosting"
        || name == "Report"
}

fn node_of(node: &Value) -> Node {
    let address = |value: &Value| string(value.get("@id")).or_else(|| string(value.get("url")));
    Node {
        title: string(node.get("headline")).or_else(|| string(node.get("name"))),
        authors: names(node.get("author").or_else(|| node.get("creator"))),
        published: string(node.get("datePublished")),
        modified: string(node.get("dateModified")),
        outlet: node.get("publisher").and_then(|publisher| names(Some(publisher)).pop()),
        url: string(node.get("url")).or_else(|| {
            let main = node.get("mainEntityOfPage")?;
            string(Some(main)).or_else(|| address(main))
        }),
    }
}

fn names(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().flat_map(one_name).collect(),
        Some(one) => one_name(one),
        None => Vec::new(),
    }
}

fn one_name(value: &Value) -> Vec<String> {
    match value.get("name") {
        Some(Value::Array(list)) => list.iter().filter_map(|name| string(Some(name))).collect(),
        Some(name) => string(Some(name)).into_iter().collect(),
        None => string(Some(value)).into_iter().collect(),
    }
}

fn string(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(block: &str) -> Node {
        read(&[block.to_owned()])
    }

    #[test]
    fn the_article_and_not_the_video_beside_it() {
        let node = read_one(
            r#"[{"@type": "VideoObject", "datePublished": "2020-01-01"},
                {"@type": ["NewsArticle"], "headline": "Harbor freezes", "datePublished": "2024-05-06T10:00Z",
                 "author": [{"@type": "Person", "name": "Ines Talbot"}, "Rolf Ahn"],
                 "publisher": {"name": "The Harbor Times"},
                 "video": {"@type": "NewsArticle", "datePublished": "2019-01-01"}}]"#,
        );
        assert_eq!(node.published.as_deref(), Some("2024-05-06T10:00Z"));
        assert_eq!(node.authors, ["Ines Talbot", "Rolf Ahn"]);
        assert_eq!(node.outlet.as_deref(), Some("The Harbor Times"));
        assert_eq!(node.title.as_deref(), Some("Harbor freezes"));
    }

    #[test]
    fn graphs_and_references() {
        let node = read_one(
            r##"{"@graph": [{"@type": "WebPage", "datePublished": "2024-05-06", "url": "https://harbor.example/a"},
                {"@type": "Article", "author": {"@id": "#p"}},
                {"@type": "Person", "@id": "#p", "name": "Ines Talbot"}]}"##,
        );
        assert_eq!(node.published.as_deref(), Some("2024-05-06"));
        assert_eq!(node.authors, ["Ines Talbot"]);
        assert_eq!(node.url.as_deref(), Some("https://harbor.example/a"));
    }

    #[test]
    fn broken_blocks_are_passed_over() {
        assert_eq!(read_one("{not json").title, None);
        let node = read_one("<!-- {\"@type\": \"Article\", \"headline\": \"Two\nlines\"} -->");
        assert_eq!(node.title.as_deref(), Some("Two lines"));
    }
}
