//! The fixtures of pages and encodings, read whole.

use super::*;

fn fixture(path: &str) -> Result<Article, Box<Rejected>> {
    let full = format!("{}/fixtures/{path}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(full).unwrap();
    let source = Source { path: Some(path.to_owned()), ..Source::default() };
    read_document(&bytes, source, &Options::default())
}

fn kinds(notices: &[Notice]) -> Vec<&str> {
    notices.iter().map(|notice| notice.kind.as_str()).collect()
}

#[test]
fn one_text_in_many_encodings() {
    let plain = fixture("encodings/utf-8.txt").unwrap();
    for (file, encoding, warnings) in [
        ("utf-8", "utf-8", &[][..]),
        ("utf-8-bom", "utf-8", &[]),
        ("utf-16le-bom", "utf-16le", &[]),
        ("utf-16be-bom", "utf-16be", &[]),
        ("utf-16le", "utf-16le", &[]),
        ("windows-1252", "windows-1252", &["not-utf-8"]),
    ] {
        let article = fixture(&format!("encodings/{file}.txt")).unwrap();
        assert_eq!(article.text, plain.text, "{file}");
        assert_eq!(article.source.encoding.as_deref(), Some(encoding), "{file}");
        let expected = [warnings, &["no-publication-date"]].concat();
        assert_eq!(kinds(&article.warnings), expected, "{file}");
        assert_eq!(article.meta.title.as_deref(), Some("Café owner: “We are full”"));
        assert_eq!(article.meta.dateline.as_deref(), Some("PORT VALE —"));
    }
}

#[test]
fn line_ends_do_not_matter_and_stay() {
    for (file, end) in [("crlf", "\r\n"), ("cr", "\r")] {
        let article = fixture(&format!("encodings/{file}.txt")).unwrap();
        assert_eq!(article.blocks.len(), 2, "{file}");
        assert_eq!(article.text.matches(end).count(), 3, "{file}");
    }
}

#[test]
fn what_is_no_text_is_named() {
    for (file, name) in [("picture", "PNG"), ("paper", "PDF"), ("letter", "DOCX")] {
        let rejected = fixture(&format!("encodings/{file}.txt")).unwrap_err();
        assert_eq!(rejected.notice.kind, "binary");
        assert!(rejected.notice.message.contains(name), "{}", rejected.notice.message);
        assert_eq!(rejected.id, format!("encodings/{file}.txt"));
    }
    let empty = fixture("encodings/empty.txt").unwrap();
    assert_eq!(kinds(&empty.warnings), ["no-publication-date", "empty-text"]);
    assert_eq!(kinds(&fixture("encodings/mojibake.txt").unwrap().warnings)[0], "mojibake");
}

#[test]
fn too_large_is_refused() {
    let options = Options { max_record: 3, ..Options::default() };
    let rejected = read_document(b"Rain", Source::default(), &options).unwrap_err();
    assert_eq!(rejected.notice.kind, "too-large");
}

#[test]
fn sources_of_the_day_in_their_order() {
    let text = "Rain\nMay 6, 2024\nIt rained on Monday, police said.";
    let read = |options: &Options| {
        let article = read_document(text.as_bytes(), Source::default(), options).unwrap();
        article.meta.published.map(|published| (published.day, published.from))
    };
    let day = |text: &str| text.parse::<jiff::civil::Date>().ok();
    let with_default = Options { default_date: day("2020-01-01"), ..Options::default() };
    assert_eq!(read(&with_default), Some(("2024-05-06".to_owned(), PublishedFrom::Line)));
    let with_date = Options { date: day("2020-01-01"), ..Options::default() };
    assert_eq!(read(&with_date), Some(("2020-01-01".to_owned(), PublishedFrom::Option)));
}

#[cfg(feature = "html")]
mod pages {
    use super::*;

    #[test]
    fn a_page_with_metadata() {
        let article = fixture("pages/harbor.html").unwrap();
        let meta = &article.meta;
        assert_eq!(meta.title.as_deref(), Some("Harbor freezes for the first time in 40 years"));
        assert_eq!(meta.authors, ["Ines Talbot", "Rolf Ahn"]);
        assert_eq!(meta.outlet.as_deref(), Some("The Harbor Times"));
        assert_eq!(meta.url.as_deref(), Some("https://harbortimes.example/news/ice"));
        let published = meta.published.clone().unwrap();
        assert_eq!(
            (published.day.as_str(), published.from),
            ("2024-02-06", PublishedFrom::Metadata)
        );
        assert_eq!(meta.updated.as_deref(), Some("2024-02-07"));
        assert_eq!(meta.dateline.as_deref(), Some("PORT VALE (Harborwire) —"));
        let begins: Vec<_> = article
            .blocks
            .iter()
            .map(|block| block.span.of(&article.text).chars().take(14).collect::<String>())
            .collect();
        assert_eq!(
            begins,
            [
                "PORT VALE (Har",
                "“I have worked",
                "What it means ",
                "The two ferrie",
                "The islands ha",
                "Mayor Peder Lu"
            ]
        );
        let last = article.blocks.last().unwrap();
        assert!(last.span.of(&article.text).ends_with("it had sent three letters."));
        assert!(article.text.contains("the harbor\u{a0}master said"));
        assert!(article.warnings.is_empty(), "{:?}", article.warnings);
    }

    #[test]
    fn a_page_without_metadata() {
        let article = fixture("pages/no-metadata.html").unwrap();
        assert_eq!(article.meta.title.as_deref(), Some("Bridge closed after barge strikes pier"));
        assert_eq!(article.meta.authors, ["Wu Tam"]);
        let published = article.meta.published.unwrap();
        assert_eq!((published.day.as_str(), published.from), ("2024-03-04", PublishedFrom::Line));
        assert!(article.text.starts_with("The old bridge at Port Vale"));
    }

    #[test]
    fn captions_that_say_something_stay() {
        let page = r"<html><body><article><h1>Harbor freezes</h1>
            <figure><img src=a.jpg><figcaption>The ferry froze in on Monday in 1986. (Photo/W. Tam)</figcaption></figure>
            <p>The harbor of Port Vale froze on Tuesday, and by noon children were out on the ice.</p>
            <figure><img src=b.jpg><figcaption>Photo: Wu Tam</figcaption></figure>
            <p>The ferries will stay tied up until Saturday, the harbor master said in a statement.</p>";
        let article = read_document(page.as_bytes(), Source::default(), &Options::default());
        let article = article.unwrap();
        let captions = article.blocks.iter().filter(|block| block.kind == BlockKind::Caption);
        let texts: Vec<_> = captions.map(|block| block.span.of(&article.text)).collect();
        assert_eq!(texts, ["The ferry froze in on Monday in 1986. (Photo/W. Tam)"]);
    }

    #[test]
    fn a_page_of_one_line_gives_it() {
        for page in ["<html><body>It rained.", "<html><p>It rained.</p>", "<html><td>It rained."] {
            let article = read_document(page.as_bytes(), Source::default(), &Options::default());
            assert_eq!(article.unwrap().text, "It rained.", "{page}");
        }
        let two = b"<html><body><p>Harbor freezes</p><p>Ferries stay</p>";
        let article = read_document(two, Source::default(), &Options::default()).unwrap();
        assert_eq!(article.text, "Harbor freezes\n\nFerries stay");
    }

    #[test]
    fn the_charset_of_a_page_is_heard() {
        let article = fixture("encodings/iso-8859-2.html").unwrap();
        assert_eq!(article.source.encoding.as_deref(), Some("iso-8859-2"));
        assert!(article.text.contains("Jiří Dvořák"));
        assert_eq!(kinds(&article.warnings), ["no-publication-date"]);
    }

    #[test]
    fn bombs_become_error_records() {
        let source = Source { path: Some("bomb.html".to_owned()), ..Source::default() };
        let deep = "<div>".repeat(1_000_000);
        let rejected = read_document(deep.as_bytes(), source, &Options::default()).unwrap_err();
        assert_eq!(rejected.notice.kind, "too-deep");
    }
}
