//! Boxes that stand inside a page's article and are none of it: newsletters, links, credits.

use dom_query::{Document, NodeRef};

/// Words of a class or id that mark such a box, if its text is up to this long in characters.
const BOXES: [(usize, &str); 2] = [
    (
        2500,
        "newsletter newsletters signup related promo promos promotion promoted advert advertisement \
         advertorial ad ads adslot sponsor sponsored comments disqus taboola outbrain recirc \
         recirculation readmore subscribe subscription tooltip rollover popup modal cta \
         sharedaddy trending recommended recommendations mostpopular breadcrumb breadcrumbs cookie \
         cookies donate donation",
    ),
    (
        700,
        "share sharing social caption captions credit credits tags taglist toolbar bio timestamp \
         byline author authors hidden",
    ),
];

/// The most nodes that are looked at to weigh one box.
const NODES: usize = 2000;

/// Takes the boxes out of the page.
pub(super) fn remove_boxes(document: &Document) {
    let Some(body) = document.body() else { return };
    let boxes: Vec<NodeRef<'_>> = body.descendants_it().filter(is_box).collect();
    for found in boxes {
        found.remove_from_parent();
    }
}

fn is_box(node: &NodeRef<'_>) -> bool {
    if !node.is_element()
        || node.has_name("body")
        || node.has_name("article")
        || node.has_name("main")
        || node.has_name("figcaption")
    {
        return false;
    }
    let attributes = ["class", "id", "data-test", "data-component", "data-module"];
    let most = attributes
        .iter()
        .filter_map(|name| node.attr(name))
        .filter_map(|value| {
            words(&value)
                .filter_map(|word| {
                    let marks = |list: &str| {
                        list.split_whitespace().any(|one| word.eq_ignore_ascii_case(one))
                    };
                    BOXES.iter().find(|(_, list)| marks(list)).map(|(most, _)| *most)
                })
                .max()
        })
        .max();
    most.is_some_and(|most| is_within(node, most))
}

/// The words of a class: `newsletter-box`, `signupMessage` and `ad_slot` have two each.
fn words(value: &str) -> impl Iterator<Item = &str> {
    value
        .split(|c: char| !c.is_ascii_alphanumeric())
        .flat_map(|part| {
            let hump = part
                .bytes()
                .zip(part.bytes().skip(1))
                .position(|(one, next)| one.is_ascii_lowercase() && next.is_ascii_uppercase());
            let (head, tail) =
                part.split_at_checked(hump.map_or(part.len(), |at| at + 1)).unwrap_or((part, ""));
            [head, tail]
        })
        .filter(|word| !word.is_empty())
}

/// Whether the text under a node is no longer than `most` bytes.
fn is_within(node: &NodeRef<'_>, most: usize) -> bool {
    let mut length = 0;
    for (seen, inner) in node.descendants_it().enumerate() {
        if inner.is_text() {
            length += inner.text().trim().len();
        }
        if length > most || seen > NODES {
            return false;
        }
    }
    true
}
