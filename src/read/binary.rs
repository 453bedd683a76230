//! Bytes that are no text, by their first bytes and by their control characters.

use super::article::Notice;

/// What each kind of file begins with, and what to do with it instead.
const MAGIC: [(&[u8], &str, &str); 20] = [
    (b"%PDF", "PDF", "pdftotext FILE - | whosaid"),
    (b"PK\x03\x04", "ZIP", "unpack it first"),
    (b"{\\rtf", "RTF", "save it as plain text"),
    (b"\xD0\xCF\x11\xE0", "DOC", "save it as plain text"),
    (b"\x89PNG", "PNG", "a picture has no text"),
    (b"\xFF\xD8\xFF", "JPEG", "a picture has no text"),
    (b"GIF87a", "GIF", "a picture has no text"),
    (b"GIF89a", "GIF", "a picture has no text"),
    (b"II*\0", "TIFF", "a picture has no text"),
    (b"MM\0*", "TIFF", "a picture has no text"),
    (b"\x1F\x8B", "gzip", "unpack it first"),
    (b"BZh", "bzip2", "unpack it first"),
    (b"\x28\xB5\x2F\xFD", "zstd", "unpack it first"),
    (b"\xFD7zXZ\0", "xz", "unpack it first"),
    (b"7z\xBC\xAF\x27\x1C", "7z", "unpack it first"),
    (b"Rar!\x1A", "RAR", "unpack it first"),
    (b"\x7FELF", "ELF", "this is a program"),
    (b"SQLite format 3\0", "SQLite", "export the articles as JSON Lines"),
    (b"PAR1", "Parquet", "export the articles as JSON Lines"),
    (b"ID3", "MP3", "sound has no text"),
];

/// What a ZIP archive holds, by a name or type among its first entries.
const IN_ZIP: [(&[u8], &str, &str); 5] = [
    (b"word/", "DOCX", "save it as plain text"),
    (b"xl/", "XLSX", "export it as CSV or JSON Lines"),
    (b"ppt/", "PPTX", "save it as plain text"),
    (b"application/epub", "EPUB", "unpack it and read its HTML files"),
    (b"opendocument", "ODF", "save it as plain text"),
];

/// A notice that names the kind of file, where these are the first bytes of one that is no text.
pub(super) fn by_magic(bytes: &[u8]) -> Option<Notice> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(refuse("WebP", "a picture has no text"));
    }
    let (magic, name, hint) = MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic))?;
    // Three printable letters begin many a text: what follows must not be printable.
    if matches!(*magic, b"BZh" | b"ID3" | b"PAR1") && !has_controls(bytes) {
        return None;
    }
    if *name == "ZIP" {
        let near = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
        let holds = |inner: &[u8]| near.windows(inner.len()).any(|window| window == inner);
        if let Some((_, name, hint)) = IN_ZIP.iter().find(|(inner, ..)| holds(inner)) {
            return Some(refuse(name, hint));
        }
    }
    Some(refuse(name, hint))
}

/// A notice where more than one character in a hundred is a control character.
pub(super) fn by_controls(text: &str) -> Option<Notice> {
    let controls = text.bytes().filter(|byte| is_control(*byte)).count();
    (controls * 100 > text.len()).then(|| {
        Notice::new("binary", format!("binary: {controls} control characters, this is no text"))
    })
}

fn has_controls(bytes: &[u8]) -> bool {
    bytes.iter().take(512).any(|byte| is_control(*byte))
}

/// C0 controls but tab, line feed, vertical tab, form feed, carriage return and escape.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)
}

fn refuse(name: &str, hint: &str) -> Notice {
    Notice::new("binary", format!("binary ({name}): {hint}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> Option<String> {
        by_magic(bytes).map(|notice| notice.message)
    }

    #[test]
    fn magic_bytes_name_the_kind() {
        assert_eq!(
            message(b"%PDF-1.7\n").as_deref(),
            Some("binary (PDF): pdftotext FILE - | whosaid")
        );
        assert!(message(b"PK\x03\x04....word/document.xml").unwrap().starts_with("binary (DOCX)"));
        assert!(message(b"PK\x03\x04....a.txt").unwrap().starts_with("binary (ZIP)"));
        assert!(message(b"\x89PNG\r\n\x1a\n").unwrap().starts_with("binary (PNG)"));
        assert!(message(b"RIFF\x01\x02\x03\x04WEBPVP8").unwrap().starts_with("binary (WebP)"));
    }

    #[test]
    fn words_that_begin_like_a_file_are_text() {
        assert_eq!(message(b"ID3 tags are old, said the curator."), None);
        assert_eq!(message(b"PARIS (AP) --"), None);
        assert_eq!(message(b""), None);
    }

    #[test]
    fn a_stray_control_character_is_no_matter() {
        let long = "a word ".repeat(50);
        assert_eq!(by_controls(&format!("{long}\u{8}{long}")), None);
        assert_eq!(by_controls("\u{1b}[1mBold\u{1b}[0m"), None);
        assert_eq!(by_controls("\0\u{1}\u{2}abc").unwrap().kind, "binary");
    }
}
