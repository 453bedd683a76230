use super::*;
use crate::write::sample;

fn page(reports: &[Report]) -> String {
    let mut page = Page::default();
    for report in reports {
        page.add(report);
    }
    String::from_utf8(page.finish()).unwrap()
}

/// The tags of a page, with their attributes; panics where quotes or brackets do not match.
fn tags(html: &str) -> Vec<String> {
    let body = html.split_once("</style>").unwrap().1;
    let mut tags = Vec::new();
    for part in body.split('<').skip(1) {
        let (tag, rest) = part.split_once('>').unwrap_or_else(|| panic!("open tag: {part:?}"));
        assert!(!rest.contains('>'), "a bare > in {rest:?}");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag:?}");
        tags.push(tag.to_owned());
    }
    tags
}

/// Every opened element is closed in the right order.
fn assert_nested(html: &str) {
    let mut open: Vec<String> = vec!["html".to_owned()];
    for tag in tags(html) {
        if let Some(name) = tag.strip_prefix('/') {
            if name != "head" {
                assert_eq!(open.pop().as_deref(), Some(name), "in {open:?}");
            }
        } else {
            open.push(tag.split_whitespace().next().unwrap().to_owned());
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn facts_are_marked_in_the_text_and_listed() {
    let html = page(&[sample::report()]);
    assert_nested(&html);
    for part in [
        "<a class=\"t\" id=\"a1-q1\"></a><mark class=\"q s0\" title=\"Ana Kovač\">“The pier will close,”</mark>",
        "<mark class=\"m s0\" title=\"Ana Kovač\">Mayor Ana Kovač</mark>",
        "<mark class=\"c\" title=\"claim: A port spokesman\">that dues rose</mark>",
        "<mark class=\"d\" title=\"2024-05-03\">Friday</mark>",
        "<li><span class=\"score\">0.38</span> <span class=\"who\">A port spokesman</span>: <a href=\"#a1-c1\">that dues rose</a></li>",
        "person, female, Mayor: 1 quote, 0 claims in 1 article",
    ] {
        assert!(html.contains(part), "{part} is missing in\n{html}");
    }
}

#[test]
fn overlapping_facts_cross_no_tags() {
    let mut report = sample::report();
    let mut claim = report.claims[0].clone();
    // From the middle of the quote over the line's end to the middle of the next sentence.
    claim.id = "c2".to_owned();
    claim.spans = vec![crate::report::TextSpan { start: 20, end: 80, text: String::new() }];
    report.claims.push(claim);
    let mut date = report.dates[0].clone();
    date.span.start = 30;
    date.span.end = 45;
    report.dates.push(date);
    let html = page(&[report]);
    assert_nested(&html);
    assert!(html.contains("class=\"q c d s0\""), "{html}");
}

#[test]
fn spans_that_cannot_be_do_no_harm() {
    let mut report = sample::report();
    for (start, end) in [(5, 5), (9, 3), (0, usize::MAX), (100_000, 100_001)] {
        let mut quote = report.quotes[0].clone();
        quote.spans[0].start = start;
        quote.spans[0].end = end;
        report.quotes.push(quote);
    }
    assert_nested(&page(&[report]));
}

#[test]
fn nothing_in_an_article_becomes_markup() {
    for evil in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</mark></style></title><svg/onload=alert(1)>",
        "<!--",
        "]]>",
        "&lt;script&gt;",
        "javascript:alert(1)",
        "\u{202e}\u{1b}[31m",
    ] {
        let mut report = sample::report();
        let evil = evil.to_owned();
        report.id = evil.clone().into();
        report.text = Some(format!("{evil} {}", report.text.unwrap()));
        report.article.title = Some(evil.clone());
        report.article.outlet = Some(evil.clone());
        report.article.url = Some(evil.clone());
        report.article.authors = Some(vec![evil.clone()]);
        report.speakers[0].role = Some(evil.clone());
        report.quotes[0].id.clone_from(&evil);
        report.quotes[0].text.clone_from(&evil);
        report.quotes[0].speaker.as_mut().unwrap().name.clone_from(&evil);
        report.quotes[0].spans[0].start = 0;
        report.claims[0].text.clone_from(&evil);
        report.dates[0].value.clone_from(&evil);
        report.warnings.push(crate::read::Notice::new("kind", evil));
        let html = page(&[report]);
        assert_nested(&html);
        let known = [
            "main", "h1", "h2", "h3", "p", "mark", "nav", "strong", "a", "ol", "li", "span",
            "article", "div", "aside", "ul", "section", "details", "summary", "head", "body",
            "html",
        ];
        for tag in tags(&html) {
            let mut parts = tag.trim_start_matches('/').split('"');
            let name = parts.next().unwrap().split_whitespace().next().unwrap();
            assert!(known.contains(&name), "<{tag}>");
            // Outside quotation marks stand only the names of our attributes.
            for outside in tag.split('"').step_by(2) {
                assert!(!outside.contains(" on"), "<{tag}>");
            }
            assert!(!tag.contains("href=\"javascript"), "<{tag}>");
        }
        assert!(!html.contains(['\u{202e}', '\u{1b}']));
    }
}

#[test]
fn links_lead_to_the_web_only() {
    let mut report = sample::report();
    report.article.url = Some("HTTPS://news.test/a?b=1&c=2".to_owned());
    let html = page(&[report]);
    assert!(html.contains("href=\"HTTPS://news.test/a?b=1&amp;c=2\""), "{html}");
    assert!(html.contains("default-src 'none'"));
    for word in ["<script", "<link", "<iframe", "@import", "url("] {
        assert!(!html.contains(word));
    }
}
