//! The paragraphs of a piece of a page, in order.

use super::super::blocks::Hint;
use dom_query::NodeRef;

/// A paragraph of a page.
#[derive(Debug, Default, Clone)]
pub(super) struct Piece {
    /// Its text, white space run together.
    pub(super) text: String,
    /// What its element says.
    pub(super) hint: Hint,
    /// Bytes of it that stand in links.
    pub(super) linked: usize,
    /// A rule is drawn under it.
    pub(super) ruled: bool,
    /// It is an item of a list, or a cell of a table.
    pub(super) item: bool,
}

/// What the elements around a text say.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    hint: Hint,
    link: bool,
    item: bool,
}

enum Step<'d> {
    Enter(NodeRef<'d>, Around),
    Break,
}

/// Elements whose text is never the article's.
const SILENT: &str = "script style noscript template iframe svg math object embed canvas audio video \
    select textarea button form input nav head title";
/// Elements that end a paragraph; all others, those that nobody knows among them, run on in one.
const BLOCKS: &str = "address article aside blockquote body center dd details dialog div dl dt fieldset \
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup li main ol p pre section summary table \
    tbody td tfoot th thead tr ul";

/// The paragraphs under `root`; no recursion, whatever the depth.
pub(super) fn pieces(root: NodeRef<'_>) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut open = Piece::default();
    let mut steps = vec![Step::Enter(root, Around::default())];
    while let Some(step) = steps.pop() {
        let Step::Enter(node, around) = step else {
            close(&mut open, &mut found);
            continue;
        };
        if node.is_text() {
            append(&mut open, &node.text(), around);
            continue;
        }
        let name = node.node_name().unwrap_or_default();
        if is_in(&name, SILENT) || is_hidden(&node) {
            continue;
        }
        if &*name == "br" || &*name == "hr" {
            close(&mut open, &mut found);
            if &*name == "hr"
                && let Some(last) = found.last_mut()
            {
                last.ruled = true;
            }
            continue;
        }
        let mut around = around;
        around.link |= &*name == "a";
        around.item |= matches!(&*name, "li" | "td" | "th" | "dd" | "dt");
        match &*name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => around.hint = Hint::Heading,
            "figcaption" => around.hint = Hint::Caption,
            _ => {}
        }
        if is_in(&name, BLOCKS) {
            close(&mut open, &mut found);
            steps.push(Step::Break);
        }
        for child in node.children_it(true) {
            if child.is_text() || child.is_element() {
                steps.push(Step::Enter(child, around));
            }
        }
    }
    close(&mut open, &mut found);
    found
}

fn is_in(name: &str, list: &str) -> bool {
    list.split_whitespace().any(|one| one == name)
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    node.attr("hidden").is_some() || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
}

/// Adds text to the open paragraph; white space runs together, NBSP and its kin stay.
fn append(open: &mut Piece, text: &str, around: Around) {
    if open.text.is_empty() {
        open.hint = around.hint;
        open.item = around.item;
    }
    let before = open.text.len();
    for c in text.chars() {
        if c.is_ascii_whitespace() {
            if !open.text.is_empty() && !open.text.ends_with(' ') {
                open.text.push(' ');
            }
        } else {
            open.text.push(c);
        }
    }
    if around.link {
        open.linked += open.text.len() - before;
    }
}

fn close(open: &mut Piece, found: &mut Vec<Piece>) {
    let mut piece = std::mem::take(open);
    let length = piece.text.trim_end().len();
    piece.text.truncate(length);
    let start = piece.text.len() - piece.text.trim_start().len();
    piece.text.drain(..start);
    if !piece.text.is_empty() {
        found.push(piece);
    }
}
