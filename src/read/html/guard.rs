//! Pages that would take a parser too long are turned away before it sees them.

use super::super::article::Notice;

/// More open elements than any page by hand or program needs; scoring goes up every branch.
const DEPTH: usize = 500;
/// The sum of all elements' depths: scoring and copying take that many steps.
const STEPS: usize = 10_000_000;
/// More tags than the largest of pages.
const TAGS: usize = 400_000;

/// More attributes than one tag needs; a parser compares each with all before it.
const ATTRIBUTES: usize = 500;
/// A parser opens the formatting that nobody closed again in every paragraph; this many times at most.
const REOPENED: usize = 1_000_000;

const FORMATTING: &str = "a b big code em font i nobr s small strike strong tt u";
/// Elements that need no end tag.
const VOID: &str = "area base br col embed hr img input link meta param source track wbr p li dt dd \
    td th tr tbody thead tfoot option optgroup colgroup html head body rt rp path";

/// Refuses a page nested too deep or with too many tags; a single pass over the bytes, which skips
/// comments, scripts and attribute values as a parser does.
pub(super) fn check(page: &str) -> Result<(), Notice> {
    let (mut depth, mut steps, mut tags) = (0_usize, 0_usize, 0_usize);
    let (mut formatting, mut reopened) = (0_usize, 0_usize);
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (closing, name) = tag_name(rest);
        if name.is_empty() {
            continue;
        }
        let inside = attributes(rest)?;
        rest = rest.get(inside.len()..).unwrap_or_default();
        tags += 1;
        if is_in(name, FORMATTING) {
            formatting = if closing { formatting.saturating_sub(1) } else { formatting + 1 };
        } else {
            reopened += formatting;
        }
        if is_in(name, VOID) {
            // Opens nothing that has to be closed.
        } else if closing {
            depth = depth.saturating_sub(1);
        } else if is_in(name, "script style textarea title") {
            rest = after_raw_text(rest, name);
        } else if !inside.ends_with('/') {
            depth += 1;
            steps += depth;
        }
        if depth > DEPTH || steps > STEPS || reopened > REOPENED {
            let message =
                format!("the page's elements are nested too deep; {DEPTH} levels are read");
            return Err(Notice::new("too-deep", message));
        }
        if tags > TAGS {
            let message = format!("the page has more than {TAGS} tags");
            return Err(Notice::new("too-large", message));
        }
    }
    Ok(())
}

/// Whether a tag closes, and its name.
fn tag_name(text: &str) -> (bool, &str) {
    let (closing, text) = text.strip_prefix('/').map_or((false, text), |rest| (true, rest));
    let length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = text.get(..length).unwrap_or_default();
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
    (closing, if named { name } else { "" })
}

/// What stands in a tag up to its `>`, which a quoted value may hold; refused where it has too many
/// attributes.
fn attributes(text: &str) -> Result<&str, Notice> {
    let (mut quote, mut count, mut before) = (None, 0, b' ');
    for (at, byte) in text.bytes().enumerate() {
        match quote {
            Some(mark) if mark == byte => quote = None,
            Some(_) => {}
            None if byte == b'>' => return Ok(text.get(..at).unwrap_or_default()),
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if byte.is_ascii_whitespace() => continue,
            None => {
                let after_space =
                    at > 0 && text.as_bytes().get(at - 1).is_some_and(u8::is_ascii_whitespace);
                count += usize::from(after_space && before != b'=');
            }
        }
        before = byte;
        if count > ATTRIBUTES {
            let message = format!("a tag of the page has more than {ATTRIBUTES} attributes");
            return Err(Notice::new("too-large", message));
        }
    }
    Ok(text)
}

fn is_in(name: &str, list: &str) -> bool {
    list.split_whitespace().any(|one| one.eq_ignore_ascii_case(name))
}

/// What follows the end tag of a script or style.
fn after_raw_text<'t>(text: &'t str, name: &str) -> &'t str {
    let ends = text.match_indices("</").find(|(at, _)| {
        text.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name))
    });
    ends.and_then(|(at, _)| text.get(at + 2..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bombs_are_refused_and_pages_are_not() {
        assert_eq!(check(&"<div>".repeat(100_000)).unwrap_err().kind, "too-deep");
        assert_eq!(check(&"<b><i class=x>".repeat(1000)).unwrap_err().kind, "too-deep");
        assert_eq!(check(&"<p></b>".repeat(300_000)).unwrap_err().kind, "too-large");
        let reopened = format!("{}{}", "<b><i>".repeat(100), "<p>x".repeat(10_000));
        assert_eq!(check(&reopened).unwrap_err().kind, "too-deep");
        let attributes = " a=1".repeat(100_000);
        assert_eq!(check(&format!("<p{attributes}>Rain")).unwrap_err().kind, "too-large");
        let style = format!("<p style=\"{}\">Rain", "a: b; ".repeat(1000));
        assert!(check(&style).is_ok());
        assert!(check(&"<p>One<li>Two<br>".repeat(5000)).is_ok());
        assert!(check(&"<div><svg/><IMG></div>".repeat(5000)).is_ok());
        let script = format!("<script>{}</script><p>Text", "a('<div>');".repeat(1000));
        assert!(check(&script).is_ok());
        assert!(check("5 < 6, a <- b").is_ok());
        let code = format!("<script>if (a <b) {{}} {}</script><p>Text", "c = d; ".repeat(5000));
        assert!(check(&code).is_ok());
        let comment = format!("<!-- {} --><p title='5 > 4 <b'>Text", "<div>".repeat(1000));
        assert!(check(&comment).is_ok());
    }
}
