//! What tail matter begins with, holds or ends in: links, corrections, contacts, boilerplate.

use super::super::article::BlockKind::{self, Boilerplate, Caption, Contact, Correction};
use super::openings::{CONTACT_OPENINGS, CREDITS, INSIDE, OPENINGS};
use super::shape::{Shape, without_bullet};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::sync::LazyLock;

static INSIDE_FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostFirst)
        // A few hundred states: built in microseconds, and start-up counts.
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(INSIDE.iter().map(|(words, _)| *words))
        .ok()
});

/// An opening, what it makes of a paragraph, and up to how many words.
type Opening = (&'static str, BlockKind, usize);

/// The openings by their first letter; `(`, `-` and the like are under 26.
static BY_LETTER: LazyLock<Vec<Vec<Opening>>> = LazyLock::new(|| {
    let mut table = vec![Vec::new(); 27];
    for (kind, most, openings) in OPENINGS {
        for opening in openings.split('|') {
            if let Some(row) = table.get_mut(letter(opening)) {
                row.push((opening, *kind, *most));
            }
        }
    }
    table
});

fn letter(text: &str) -> usize {
    let first = text.bytes().next().unwrap_or_default().to_ascii_lowercase();
    if first.is_ascii_lowercase() { usize::from(first - b'a') } else { 26 }
}

/// The kind of tail matter that a paragraph is.
pub(super) fn kind(paragraph: &str, shape: Shape) -> Option<BlockKind> {
    if paragraph.len() > 1500 {
        return None;
    }
    let bare = without_bullet(paragraph).trim_start_matches(['(', '[', '*', '_']);
    let row = BY_LETTER.get(letter(bare))?;
    let fits = |(words, _, most): &&Opening| shape.words <= *most && begins(bare, words);
    if let Some((_, kind, _)) = row.iter().find(fits) {
        return Some(*kind);
    }
    if is_about_itself(bare) {
        return Some(Correction);
    }
    if is_copyright(bare) {
        return Some(Boilerplate);
    }
    if is_contact(bare, shape) {
        return Some(Contact);
    }
    if ends_in_credit(paragraph, shape) {
        return Some(Caption);
    }
    if shape.words < 60 && !paragraph.contains(['“', '"']) {
        let found = INSIDE_FINDER.as_ref()?.find(paragraph)?;
        return INSIDE.get(found.pattern().as_usize()).map(|(_, kind)| *kind);
    }
    None
}

/// Whether `text` begins with `words`, whatever its case and the form of its apostrophes.
pub(super) fn begins(text: &str, words: &str) -> bool {
    let mut rest = text.chars();
    for wanted in words.chars() {
        let plain = match rest.next() {
            Some('’' | '‘') => '\'',
            Some(c) => c.to_ascii_lowercase(),
            None => return false,
        };
        if plain != wanted {
            return false;
        }
    }
    // “related stor” stands for story and stories.
    let open = words.ends_with("stor") || words.ends_with(" th") || words.ends_with("agenc");
    let open = open || words.ends_with("inquir") || !words.ends_with(char::is_alphanumeric);
    open || words.ends_with("article") || !rest.next().is_some_and(char::is_alphanumeric)
}

/// `This story has been updated ...`
fn is_about_itself(text: &str) -> bool {
    const ITSELF: &[&str] = &["story", "article", "report", "post", "piece", "page", "version"];
    const CHANGES: &[&str] = &[
        "updated",
        "corrected",
        "corrects",
        "amended",
        "edited",
        "revised",
        "clarified",
        "first published",
        "originally published",
        "republished",
    ];
    let Some(rest) = begins(text, "this").then(|| text.get(5..)).flatten() else { return false };
    ITSELF.iter().any(|word| begins(rest, word)) && CHANGES.iter().any(|word| rest.contains(word))
}

fn is_copyright(text: &str) -> bool {
    let symbol = |text: &str| text.starts_with('©') || begins(text, "(c) ");
    if symbol(text) {
        return true;
    }
    let Some(rest) = begins(text, "copyright").then(|| text.get(9..)).flatten() else {
        return false;
    };
    let rest = rest.trim_start();
    symbol(rest) || rest.starts_with(|c: char| c.is_ascii_digit()) || begins(rest, "by ")
}

/// A short paragraph without quotation marks that asks to write, call or follow, and says where.
fn is_contact(text: &str, shape: Shape) -> bool {
    if shape.words > 45 || text.contains(['“', '"']) {
        return false;
    }
    let opening = CONTACT_OPENINGS.iter().any(|words| begins(text, words));
    let mail = has_address(text);
    let verbs = ["reach", "contact", "e-mail", "email", "follow", "write", "sent", "send", "visit"];
    let asks = || {
        text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| {
            verbs
                .iter()
                .any(|verb| word.eq_ignore_ascii_case(verb) || word.eq_ignore_ascii_case("reached"))
        })
    };
    if mail && (opening || asks() || shape.words < 13 && !shape.stops() && has_mail(text)) {
        return true;
    }
    if !opening {
        return false;
    }
    if begins(text, "anyone with info")
        || begins(text, "anybody with info")
        || begins(text, "anyone with information")
    {
        return text.contains("call") || text.contains("contact") || text.contains("email");
    }
    let names = ["Twitter", "Facebook", "Instagram", "LinkedIn", "www.", "http", "WhatsApp"];
    has_phone(text) || begins(text, "follow") && names.iter().any(|name| text.contains(name))
}

/// An e-mail address or a handle.
fn has_address(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
        next.is_some_and(char::is_alphanumeric)
    })
}

/// An e-mail address.
fn has_mail(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| {
            name.ends_with(|c: char| c.is_ascii_alphanumeric()) && host.contains('.')
        })
    })
}

/// Seven digits or more that belong together.
fn has_phone(text: &str) -> bool {
    let mut digits = 0;
    for c in text.chars() {
        match c {
            '0'..='9' => digits += 1,
            ' ' | '-' | '.' | '(' | ')' | '+' | '\u{a0}' | '–' => {}
            _ => digits = 0,
        }
        if digits >= 7 {
            return true;
        }
    }
    false
}

/// `... on Sunday. (Harborwire Photo/I. Talbot)`, `... / Getty Images`
fn ends_in_credit(paragraph: &str, shape: Shape) -> bool {
    if shape.words > 80 {
        return false;
    }
    let credits = |text: &str| {
        let text = text.to_ascii_lowercase();
        CREDITS.iter().any(|credit| text.contains(credit))
    };
    if let Some(inner) = paragraph.trim_end_matches('.').strip_suffix([')', ']']) {
        let open = inner.rfind(['(', '[']);
        let inner = open.and_then(|at| inner.get(at + 1..)).unwrap_or_default();
        return inner.split_whitespace().count() <= 8
            && (1..80).contains(&inner.len())
            && inner.chars().any(char::is_uppercase)
            && credits(inner);
    }
    let tail = paragraph.trim_end_matches('.');
    tail.ends_with("Getty Images") || tail.ends_with("AP Photo") || tail.ends_with("/AP")
}

/// The section that a short heading of a press release opens.
pub(super) fn section(heading: &str, words: usize) -> Option<BlockKind> {
    let heading = heading.trim_end_matches(':');
    let is = |known: &[&str]| known.iter().any(|one| begins(heading, one));
    if words > 10 || words > 6 && !begins(heading, "about ") {
        None
    } else if is(&[
        "media contact",
        "press contact",
        "media inquir",
        "contacts",
        "investor contact",
    ]) || heading.eq_ignore_ascii_case("contact")
    {
        Some(Contact)
    } else if is(&[
        "forward-looking",
        "safe harbor",
        "cautionary",
        "notes to editors",
        "disclaimer",
    ]) || begins(heading, "about the author")
        || is_about_a_name(heading)
    {
        Some(Boilerplate)
    } else {
        None
    }
}

/// `About Harbor Bank`, `About the Museum of the Coast`; not `About the strike`.
fn is_about_a_name(heading: &str) -> bool {
    let small = |word: &str| matches!(word, "the" | "of" | "and" | "for" | "at" | "in" | "&");
    let mut words = heading.split_whitespace().skip(1).filter(|word| !small(word)).peekable();
    begins(heading, "about ") && words.peek().is_some() && words.all(super::shape::is_capitalised)
}
