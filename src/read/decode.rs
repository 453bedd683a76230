//! Bytes to text: UTF-8 first, detection only where that fails.

use super::article::Notice;
use super::binary;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of an input is looked at to guess its encoding.
const PREFIX: usize = 64 << 10;

/// A text and how it was read.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text without a byte order mark.
    pub(super) text: String,
    /// Name of the encoding in lower case.
    pub(super) encoding: String,
    /// What the user should know about the decoding.
    pub(super) warnings: Vec<Notice>,
}

/// Decodes `bytes`; `label` is the encoding that the input itself claims. A byte order mark wins over
/// validity as UTF-8, that over the label, and the label over a guess.
pub(super) fn decode(bytes: &[u8], label: Option<&'static Encoding>) -> Result<Decoded, Notice> {
    if let Some(notice) = binary::by_magic(bytes) {
        return Err(notice);
    }
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (Some(encoding), bytes.get(length..).unwrap_or_default()),
        None => (utf16_without_mark(bytes), bytes),
    };
    let mut warnings = Vec::new();
    let (text, encoding) = match (encoding, std::str::from_utf8(bytes)) {
        (None, Ok(text)) => (text.to_owned(), UTF_8),
        (Some(encoding), Ok(text)) if encoding == UTF_8 => (text.to_owned(), UTF_8),
        (known, _) => {
            let encoding = known.or(label).unwrap_or_else(|| guess(bytes));
            let (text, bad) = encoding.decode_without_bom_handling(bytes);
            if known.or(label).is_none() || bad {
                warnings.push(encoding_notice(encoding, bad));
            }
            (text.into_owned(), encoding)
        }
    };
    if let Some(notice) = binary::by_controls(&text) {
        return Err(notice);
    }
    if is_mojibake(&text) {
        warnings.push(Notice::new(
            "mojibake",
            "the text holds letters of a wrong decoding (â€œ, Ã©); it was left as it is",
        ));
    }
    Ok(Decoded { text, encoding: encoding.name().to_ascii_lowercase(), warnings })
}

/// The encoding that a page names in its head, where that is one of the old ones.
pub(super) fn label_in(page: &[u8]) -> Option<&'static Encoding> {
    let head = page.get(..page.len().min(4096)).unwrap_or(page);
    let mut at = 0;
    loop {
        let rest = head.get(at..)?;
        at += rest.windows(7).position(|window| window.eq_ignore_ascii_case(b"charset"))? + 7;
        let value = head.get(at..)?.trim_ascii_start();
        let Some(value) = value.strip_prefix(b"=") else { continue };
        let value = value.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
        let name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
        let length = value.iter().take_while(|byte| name(byte)).count();
        let encoding = Encoding::for_label(value.get(..length)?)?;
        // A page that could be read so far is no UTF-16, whatever it says.
        return Some(encoding).filter(|it| ![UTF_8, UTF_16LE, UTF_16BE].contains(it));
    }
}

fn encoding_notice(encoding: &'static Encoding, bad: bool) -> Notice {
    let name = encoding.name().to_ascii_lowercase();
    let message = if bad {
        format!("the input has bytes that are no {name}; each became U+FFFD")
    } else {
        format!("the input is no UTF-8; it was read as {name}")
    };
    Notice::new("not-utf-8", message)
}

/// UTF-16 without a mark: most of its bytes of one parity are zero, and few of the other.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(PREFIX))?;
    if head.len() < 4 || !head.contains(&0) {
        return None;
    }
    let zeros = |parity| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    let many = |count| count * 10 > half * 3;
    let few = |count| count * 50 < half;
    if many(odd) && few(even) {
        Some(UTF_16LE)
    } else if many(even) && few(odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding of bytes that are no UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let head = bytes.get(..bytes.len().min(PREFIX)).unwrap_or(bytes);
    if mostly_utf8(head) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, head.len() == bytes.len());
    let guessed = detector.guess(None, Utf8Detection::Deny);
    // In English text only quotation marks, dashes and a few accents tell the Latin code pages
    // apart, and those are the same bytes in all of them.
    let latin = ["windows-125", "ISO-8859-", "macintosh"];
    if latin.iter().any(|family| guessed.name().starts_with(family)) && mostly_ascii(head) {
        WINDOWS_1252
    } else {
        guessed
    }
}

/// UTF-8 with a few broken places, or cut off in a character.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 3
}

fn mostly_ascii(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| byte.is_ascii()).count() * 10 > bytes.len() * 9
}

/// Whether UTF-8 was once read as windows-1252 and written again.
fn is_mojibake(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let doubled = |lead: char| {
        text.match_indices(lead)
            .filter(|(at, _)| {
                let next = text.get(at + lead.len_utf8()..).and_then(|rest| rest.chars().next());
                next.is_some_and(|c| ('\u{80}'..='\u{BF}').contains(&c))
            })
            .count()
    };
    text.contains("â€") || doubled('Ã') + doubled('Â') > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, String, Vec<String>) {
        let decoded = decode(bytes, None).unwrap();
        let kinds = decoded.warnings.into_iter().map(|notice| notice.kind).collect();
        (decoded.text, decoded.encoding, kinds)
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let units = text.encode_utf16();
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn utf_8_with_and_without_a_mark() {
        assert_eq!(read("“Non,” dit-elle".as_bytes()).1, "utf-8");
        let (text, encoding, warnings) = read(b"\xEF\xBB\xBFRain\r\n");
        assert_eq!((text.as_str(), encoding.as_str(), warnings.len()), ("Rain\r\n", "utf-8", 0));
    }

    #[test]
    fn utf_16_with_and_without_a_mark() {
        let text = "“Rain,” said Ms. Nováková.";
        for big in [false, true] {
            let name = if big { "utf-16be" } else { "utf-16le" };
            let bytes = utf16(text, big);
            assert_eq!(read(&bytes), (text.to_owned(), name.to_owned(), vec![]));
            let marked = utf16(&format!("\u{feff}{text}"), big);
            assert_eq!(read(&marked), (text.to_owned(), name.to_owned(), vec![]));
        }
    }

    #[test]
    fn windows_1252_is_named_with_a_warning() {
        let bytes = b"\x93We are full,\x94 said Ren\xE9e Aubert \x96 a caf\xE9 owner.";
        let (text, encoding, warnings) = read(bytes);
        assert_eq!(text, "“We are full,” said Renée Aubert – a café owner.");
        assert_eq!((encoding.as_str(), warnings), ("windows-1252", vec!["not-utf-8".to_owned()]));
    }

    #[test]
    fn one_broken_byte_does_not_turn_utf_8_into_windows_1252() {
        let mut bytes = "“Rain,” she said. “Snow,” he said.".as_bytes().to_vec();
        bytes.extend(b" caf\xE9.");
        let (text, encoding, warnings) = read(&bytes);
        assert!(text.ends_with("caf\u{FFFD}."));
        assert_eq!((encoding.as_str(), warnings), ("utf-8", vec!["not-utf-8".to_owned()]));
    }

    #[test]
    fn a_label_wins_over_a_guess_but_not_over_validity() {
        let koi8 = Encoding::for_label(b"koi8-r");
        assert_eq!(decode("café".as_bytes(), koi8).unwrap().encoding, "utf-8");
        assert_eq!(decode(b"caf\xC5", koi8).unwrap().encoding, "koi8-r");
        let page = b"<html><meta http-equiv=x content='text/html; CHARSET=iso-8859-2'>";
        assert_eq!(label_in(page).map(Encoding::name), Some("ISO-8859-2"));
        assert_eq!(label_in(b"<meta charset=\"utf-8\">"), None);
        assert_eq!(label_in(b"charset"), None);
    }

    #[test]
    fn mojibake_is_told_and_left() {
        let (text, _, warnings) = read("â€œNo,â€\u{9d} said Mr. PiÃ±era.".as_bytes());
        assert!(text.starts_with("â€œNo"));
        assert_eq!(warnings, ["mojibake"]);
        assert!(read("Âge d’or, São João".as_bytes()).2.is_empty());
    }

    #[test]
    fn binary_is_refused() {
        assert_eq!(decode(b"\0\x01\x02\x03\x04\x05abcdef\0\0", None).unwrap_err().kind, "binary");
    }
}
