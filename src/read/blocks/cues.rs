//! What tail matter begins with, holds or ends in: links, corrections, contacts, boilerplate.

use super::super::article::BlockKind::{
    self, Boilerplate, Caption, Contact, Contributor, Correction, Related,
};
use super::shape::{Shape, without_bullet};
use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

/// An opening, what it makes of a paragraph, and up to how many words.
type Opening = (&'static str, BlockKind, usize);

/// Checked in order; an opening must end at a word's end. All in lower case, with straight marks.
const OPENINGS: &[Opening] = &[
    ("see also", Related, 25),
    ("read more", Related, 25),
    ("read also", Related, 25),
    ("also read", Related, 25),
    ("read next", Related, 25),
    ("read the full", Related, 25),
    ("read this next", Related, 25),
    ("read:", Related, 25),
    ("related topics", Boilerplate, 25),
    ("related tags", Boilerplate, 25),
    ("related:", Related, 25),
    ("related stor", Related, 25),
    ("related article", Related, 25),
    ("related content", Related, 25),
    ("related news", Related, 25),
    ("related coverage", Related, 25),
    ("more:", Related, 25),
    ("more from ", Related, 12),
    ("more on this", Related, 12),
    ("more stories", Related, 12),
    ("more news", Related, 12),
    ("more coverage", Related, 12),
    ("must read", Related, 25),
    ("recommended:", Related, 25),
    ("recommended for you", Related, 12),
    ("you may also like", Related, 12),
    ("you might also like", Related, 12),
    ("up next", Related, 12),
    ("don't miss:", Related, 25),
    ("most read", Related, 12),
    ("editor's picks", Related, 12),
    ("editors' picks", Related, 12),
    ("watch:", Related, 25),
    ("listen:", Related, 25),
    ("gallery:", Related, 25),
    ("slideshow:", Related, 25),
    ("click here to get", Boilerplate, 25),
    ("click here to sign", Boilerplate, 25),
    ("click here to subscribe", Boilerplate, 25),
    ("click here to download", Boilerplate, 25),
    ("click here", Related, 25),
    ("correction:", Correction, 200),
    ("correction (", Correction, 200),
    ("corrections:", Correction, 200),
    ("corrections and clarifications", Correction, 200),
    ("corrected from", Correction, 200),
    ("corrected to", Correction, 200),
    ("corrected version", Correction, 200),
    ("clarification:", Correction, 200),
    ("editor's note", Correction, 200),
    ("editors' note", Correction, 200),
    ("editors note", Correction, 200),
    ("note to readers", Correction, 200),
    ("this story has been", Correction, 120),
    ("this article has been", Correction, 120),
    ("this report has been", Correction, 120),
    ("this post has been", Correction, 120),
    ("this piece has been", Correction, 120),
    ("this page has been", Correction, 120),
    ("this story was", Correction, 120),
    ("this article was", Correction, 120),
    ("this version corrects", Correction, 120),
    ("this story corrects", Correction, 120),
    ("this version of the story", Correction, 120),
    ("an earlier version of th", Correction, 200),
    ("a previous version of th", Correction, 200),
    ("a prior version of th", Correction, 200),
    ("additional reporting", Contributor, 60),
    ("reporting by", Contributor, 60),
    ("report by", Contributor, 30),
    ("writing by", Contributor, 60),
    ("editing by", Contributor, 60),
    ("edited by", Contributor, 30),
    ("compiled by", Contributor, 30),
    ("translated by", Contributor, 30),
    ("with reporting", Contributor, 60),
    ("with additional reporting", Contributor, 60),
    ("with inputs from", Contributor, 30),
    ("with input from", Contributor, 30),
    ("with agenc", Contributor, 12),
    ("with files from", Contributor, 30),
    ("contributors:", Contributor, 60),
    ("contributing:", Contributor, 60),
    ("please read our comment", Boilerplate, 40),
    ("sign up for", Boilerplate, 40),
    ("sign up to", Boilerplate, 40),
    ("sign up here", Boilerplate, 40),
    ("subscribe", Boilerplate, 40),
    ("advertisement", Boilerplate, 3),
    ("story continues", Boilerplate, 8),
    ("article continues", Boilerplate, 8),
    ("continue reading", Boilerplate, 12),
    ("for immediate release", Boilerplate, 12),
    ("embargoed until", Boilerplate, 20),
    ("share this", Boilerplate, 12),
    ("share on", Boilerplate, 12),
    ("tags:", Boilerplate, 60),
    ("topics:", Boilerplate, 60),
    ("keywords:", Boilerplate, 60),
    ("categories:", Boilerplate, 60),
    ("category:", Boilerplate, 60),
    ("filed under", Boilerplate, 30),
    ("comments", Boilerplate, 3),
    ("leave a comment", Boilerplate, 12),
    ("leave a reply", Boilerplate, 12),
    ("post a comment", Boilerplate, 12),
    ("join the conversation", Boilerplate, 25),
    ("join the discussion", Boilerplate, 25),
    ("get the latest", Boilerplate, 40),
    ("get our ", Boilerplate, 25),
    ("download the", Boilerplate, 20),
    ("download our", Boilerplate, 20),
    ("this material may not be", Boilerplate, 60),
    ("this article originally appeared", Boilerplate, 60),
    ("this story originally appeared", Boilerplate, 60),
    ("this article is republished", Boilerplate, 60),
    ("the views expressed", Boilerplate, 80),
    ("views expressed", Boilerplate, 80),
    ("the opinions expressed", Boilerplate, 80),
    ("opinions expressed", Boilerplate, 80),
    ("disclaimer:", Boilerplate, 200),
    ("disclosure:", Boilerplate, 200),
    ("support our", Boilerplate, 60),
    ("powered by", Boilerplate, 8),
    ("privacy policy", Boilerplate, 12),
    ("terms of ", Boilerplate, 8),
    ("already a subscriber", Boilerplate, 20),
    ("not a subscriber", Boilerplate, 20),
    ("become a member", Boilerplate, 40),
    ("become a subscriber", Boilerplate, 40),
    ("we use cookies", Boilerplate, 80),
    ("this site uses cookies", Boilerplate, 80),
    ("all rights reserved", Boilerplate, 60),
    ("have your say", Boilerplate, 20),
    ("image:", Caption, 80),
    ("photo:", Caption, 80),
    ("photograph:", Caption, 80),
    ("picture:", Caption, 80),
    ("photo by", Caption, 80),
    ("photos by", Caption, 80),
    ("photo credit", Caption, 80),
    ("photo courtesy", Caption, 80),
    ("photograph by", Caption, 80),
    ("pictured:", Caption, 80),
    ("caption:", Caption, 80),
    ("image credit", Caption, 80),
    ("image source", Caption, 80),
    ("image caption", Caption, 80),
    ("credit:", Caption, 30),
    ("file photo", Caption, 80),
    ("file -", Caption, 120),
    ("file –", Caption, 120),
    ("file —", Caption, 120),
    ("ap photo", Caption, 20),
    ("getty images", Caption, 20),
];

/// Openings that ask to get in touch; they count where an address, number or handle follows.
const CONTACT_OPENINGS: &[&str] = &[
    "follow",
    "contact",
    "email",
    "e-mail",
    "write to",
    "reach",
    "got a tip",
    "have a tip",
    "send",
    "letters",
    "tel",
    "phone",
    "anyone with information",
    "anybody with information",
    "for more information",
    "for further information",
    "connect with",
    "find us",
    "like us",
    "call",
    "tips",
    "to reach",
    "to contact",
    "media contact",
    "press contact",
    "media inquir",
    "tweet",
];

/// What only tail matter holds, wherever it stands in the paragraph.
const INSIDE: &[(&str, BlockKind)] = &[
    ("contributed to this", Contributor),
    ("contributed reporting", Contributor),
    ("contributed from", Contributor),
    ("contributed to the report", Contributor),
    ("reporting was contributed", Contributor),
    ("can be reached", Contact),
    ("may be reached", Contact),
    ("could be reached at", Contact),
    ("on twitter at @", Contact),
    ("on twitter @", Contact),
    ("on twitter: @", Contact),
    ("follow him on", Contact),
    ("follow her on", Contact),
    ("follow them on", Contact),
    ("follow us on", Contact),
    ("all rights reserved", Boilerplate),
    ("may not be published, broadcast", Boilerplate),
    ("our comment policy", Boilerplate),
    ("free daily newsletter", Boilerplate),
    ("sign up for our", Boilerplate),
    ("subscribe to our", Boilerplate),
    ("terms of service", Boilerplate),
];

/// In the bracket or behind the slash that ends a caption.
const CREDITS: &[&str] = &[
    "photo",
    "getty",
    "image",
    "file",
    "courtesy",
    "handout",
    "picture",
    "photograph",
    "via ap",
    "/ap",
    "/afp",
    "/reuters",
    "shutterstock",
    "istock",
    "screenshot",
    "screengrab",
    "alamy",
];

static INSIDE_FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostFirst)
        .build(INSIDE.iter().map(|(words, _)| *words))
        .ok()
});

/// The kind of tail matter that a paragraph is.
pub(super) fn kind(paragraph: &str, shape: Shape) -> Option<BlockKind> {
    if paragraph.len() > 1500 {
        return None;
    }
    let bare = without_bullet(paragraph).trim_start_matches(['(', '[', '*', '_']);
    let opening = OPENINGS.iter().find(|(words, ..)| begins(bare, words));
    if let Some((_, kind, most)) = opening
        && shape.words <= *most
    {
        return Some(*kind);
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
    if mail && (opening || asks() || shape.words < 13 && !shape.stops()) {
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
    if words > 6 {
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
        || begins(heading, "about ")
            && heading.split_whitespace().skip(1).all(super::shape::is_capitalised)
    {
        Some(Boilerplate)
    } else {
        None
    }
}
