//! Which format an input has.

use super::options::{Format, Options};
use std::path::Path;

/// The format of an input: as the options say, else by its extension (`.gz` aside), else by `head`,
/// its first bytes after decompression.
///
/// ```
/// use std::path::Path;
/// use whosaid::read::{Format, Options, detect};
/// let options = Options::default();
/// assert_eq!(detect(Some(Path::new("a.jsonl.gz")), b"", &options), Format::Jsonl);
/// assert_eq!(detect(None, b"<!DOCTYPE html><p>Rain.", &options), Format::Html);
/// ```
pub fn detect(path: Option<&Path>, head: &[u8], options: &Options) -> Format {
    if let Some(format) = options.from {
        return format;
    }
    let by_name = path.and_then(by_extension);
    match by_name {
        // A page saved under the wrong name is still a page.
        Some(Format::Text) | None if looks_like_html(head) => Format::Html,
        Some(format) => format,
        None if looks_like_jsonl(head) => Format::Jsonl,
        None => Format::Text,
    }
}

/// The format that a file's extension stands for.
pub fn by_extension(path: &Path) -> Option<Format> {
    let name = path.file_name()?.to_str()?;
    let name = strip_suffix_ignoring_case(name, ".gz").unwrap_or(name);
    let (_, extension) = name.rsplit_once('.')?;
    let is = |known: &[&str]| known.iter().any(|one| one.eq_ignore_ascii_case(extension));
    if is(&["txt", "text", "md"]) {
        Some(Format::Text)
    } else if is(&["html", "htm"]) {
        Some(Format::Html)
    } else if is(&["jsonl", "ndjson"]) {
        Some(Format::Jsonl)
    } else {
        None
    }
}

fn strip_suffix_ignoring_case<'t>(text: &'t str, suffix: &str) -> Option<&'t str> {
    let (head, tail) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    tail.eq_ignore_ascii_case(suffix).then_some(head)
}

/// Skips a byte order mark and white space.
fn first_content(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start()
}

fn looks_like_html(head: &[u8]) -> bool {
    let content = first_content(head);
    let begins = |with: &str| {
        content.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
    };
    begins("<!doctype html")
        || begins("<html")
        || begins("<head>")
        || begins("<?xml") && {
            let near = content.get(..content.len().min(512)).unwrap_or_default();
            near.windows(5).any(|window| window.eq_ignore_ascii_case(b"<html"))
        }
}

/// `{` and a quoted key, the key followed by a colon: prose does not begin so.
fn looks_like_jsonl(head: &[u8]) -> bool {
    let Some(inner) = first_content(head).strip_prefix(b"{") else { return false };
    let inner = inner.trim_ascii_start();
    if inner.starts_with(b"}") {
        return true;
    }
    let Some(key) = inner.strip_prefix(b"\"") else { return false };
    let Some(end) = key.iter().position(|byte| *byte == b'"') else { return false };
    key.get(end + 1..).unwrap_or_default().trim_ascii_start().starts_with(b":")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_name(name: &str) -> Option<Format> {
        by_extension(Path::new(name))
    }

    #[test]
    fn extensions() {
        assert_eq!(by_name("a/b.TXT"), Some(Format::Text));
        assert_eq!(by_name("b.md.gz"), Some(Format::Text));
        assert_eq!(by_name("b.htm"), Some(Format::Html));
        assert_eq!(by_name("b.html.GZ"), Some(Format::Html));
        assert_eq!(by_name("b.ndjson"), Some(Format::Jsonl));
        assert_eq!(by_name("b.gz"), None);
        assert_eq!(by_name("é"), None);
        assert_eq!(by_name("b.pdf"), None);
    }

    #[test]
    fn content_decides_where_the_name_does_not() {
        let options = Options::default();
        let of = |head: &str| detect(None, head.as_bytes(), &options);
        assert_eq!(of("\u{feff}\n <HTML lang=en>"), Format::Html);
        assert_eq!(of("{\"id\": 1, \"text\": \"a\"}"), Format::Jsonl);
        assert_eq!(of("{ } "), Format::Jsonl);
        assert_eq!(of("{Laughter} “No,” she said."), Format::Text);
        assert_eq!(of(""), Format::Text);
        let text = Some(Path::new("page.txt"));
        assert_eq!(detect(text, b"<!DOCTYPE html>", &options), Format::Html);
        let forced = Options { from: Some(Format::Text), ..Options::default() };
        assert_eq!(detect(text, b"<!DOCTYPE html>", &forced), Format::Text);
    }
}
