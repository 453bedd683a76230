//! Articles of our own making, with the label of each line.

use super::*;
use crate::text::paragraphs;
use BlockKind::{Body, Byline, Heading, Headline, Published};

fn read(text: &str) -> (Vec<Block>, Found) {
    classify(text, &paragraphs(text), &[], DateOrder::Mdy)
}

/// A body, and under it lines with their labels.
const TAILS: &[&[(&str, &str)]] = &[
    &[
        ("ruler", "___"),
        ("correction", "Corrected from earlier to give the right year of the flood."),
        ("contact", "• I. Talbot can be reached at italbot@harbortimes.example."),
        ("boilerplate", "Please read our comment policy before commenting."),
    ],
    &[
        (
            "correction",
            "Correction: An earlier version of this story gave a wrong age. Ms. Ahn is 46.",
        ),
        ("contact", "Follow Ines Talbot on Twitter @inestalbot."),
        ("boilerplate", "Copyright © 2024 The Harbor Times. All rights reserved."),
    ],
    &[
        ("related", "SEE ALSO: Ahn: ‘I never saw the ship’"),
        ("related", "RELATED: Why the harbor freezes"),
        ("body", "The inquiry goes on."),
        ("ruler", "* * *"),
        ("contributor", "Harborwire writer Rolf Ahn in Vale contributed to this report."),
    ],
    &[
        ("contributor", "(Reporting by Ines Talbot; Editing by Rolf Ahn)"),
        ("boilerplate", "Our Standards: see the Trust Principles. All rights reserved."),
    ],
    &[
        ("contributor", "Additional reporting by Rolf Ahn in Vale and Wu Tam in Port Essel."),
        ("ruler", "- 30 -"),
        ("contact", "Media contact: Fionn Wray, +1 202 555 0117, press@orlagh.example"),
    ],
    &[
        ("related", "READ MORE: Governor: ‘We were ready’"),
        ("related", "CLICK HERE FOR MORE HARBOR NEWS"),
        ("boilerplate", "CLICK HERE TO GET THE HARBOR APP"),
    ],
    &[
        ("related", "MAYOR SAYS HARBOR WILL FREEZE AGAIN"),
        ("body", "“It froze,” said Ms. Ahn."),
        ("boilerplate", "Advertisement"),
        ("body", "Nobody was hurt."),
    ],
    &[
        ("heading", "What happens next"),
        ("body", "The council votes on Monday."),
        ("boilerplate", "Sign up for our morning letter."),
        ("boilerplate", "Tags: harbor, ice, Vale"),
    ],
    &[
        ("correction", "Editor’s note: This story has been updated with the name of the ship."),
        ("contact", "Anyone with information is asked to call the harbor police at 555-0142."),
    ],
    &[
        ("correction", "This story was updated on May 7, 2024, with a comment from the owner."),
        ("contact", "Contact Ines Talbot at 555-555-0199 or on Facebook."),
        ("contact", "Write to Ines Talbot at ines.talbot@harbortimes.example"),
    ],
    &[
        ("caption", "Skaters cross the harbor on Sunday, May 5, 2024. (Harborwire Photo/W. Tam)"),
        ("caption", "FILE - The Essel Star leaves port in 2022."),
        ("caption", "Photo: Wu Tam"),
        ("body", "The ship was built in 1986 (and rebuilt in 1999)."),
    ],
    &[
        ("boilerplate", "Story continues below"),
        ("body", "The owner denied it."),
        (
            "boilerplate",
            "This material may not be published, broadcast, rewritten or redistributed.",
        ),
    ],
    &[
        ("related", "Also read: Who owns the Essel Star"),
        ("boilerplate", "Related Topics: harbor / ice"),
        ("contributor", "With inputs from agencies"),
    ],
    &[
        ("heading", "About the Orlagh Institute of Sound and Tide"),
        ("boilerplate", "Founded in 1962, the institute listens to 40 harbors."),
        ("ruler", "# # #"),
    ],
    &[
        ("heading", "About Orlagh Systems"),
        ("boilerplate", "Orlagh Systems makes sensors under the “Murmur” brand."),
        ("heading", "Media contact"),
        ("contact", "Fionn Wray, 555 0117"),
        ("heading", "Forward-looking statements"),
        ("boilerplate", "Actual results may differ."),
        ("ruler", "# # #"),
    ],
    &[
        ("boilerplate", "The views expressed in this article are the author’s own."),
        ("boilerplate", "Subscribe to The Harbor Times today."),
        ("boilerplate", "© Harbor Media 2024"),
    ],
];

/// Body lines that look like tail matter.
const BODIES: &[&str] = &[
    "“Sign up for the list,” she told them.",
    "Follow the money, the auditor said, and you find the mayor.",
    "Copyright law does not cover recipes, a judge ruled.",
    "Contact sports should be banned, Dr. Ahn said.",
    "Shares of Orlagh fell 5 percent on Monday.",
    "Reports that the ship was unsafe could not be confirmed.",
    "Read the report, she said, and then talk to me.",
    "By Tuesday the ice was gone.",
    "Mr. Ahn said he could not be reached for three days.",
    "The paper printed a correction: the ship had not sunk.",
    "More than 40 people fell.",
    "Terms of the deal were not disclosed.",
    "This story was told to her by a nurse.",
    "The company’s email system failed on Monday.",
];

#[test]
fn tails() {
    for tail in TAILS {
        let mut text = "Harbor freezes for the first time\n\nThe harbor froze on Monday, police said.\n\nNobody had seen it before.\n".to_owned();
        for (_, line) in *tail {
            text.push('\n');
            text.push_str(line);
            text.push('\n');
        }
        let (blocks, _) = read(&text);
        for (block, (label, line)) in blocks.iter().skip(3).zip(*tail) {
            let kind = serde_json::to_value(block.kind).unwrap();
            assert_eq!(kind, *label, "{line}");
            assert_eq!(block.span.of(&text), *line);
        }
        assert_eq!(blocks.len(), tail.len() + 3);
    }
}

#[test]
fn body_lines_stay_body() {
    for line in BODIES {
        let text =
            format!("Harbor freezes\n\nThe harbor froze on Monday.\n\n{line}\n\nThen it thawed.");
        assert_eq!(read(&text).0.get(2).map(|block| block.kind), Some(Body), "{line}");
    }
}

#[test]
fn the_head_gives_title_authors_and_dates() {
    let text = "Politics\nHarbor freezes for the first time\nCouncil wants an inquiry into the ice\n\
        By INES TALBOT and ROLF AHN\nitalbot@harbortimes.example\n\
        Published May 6, 2024 | Updated May 7, 2024\n\
        PORT VALE, Ohio (Harborwire) — The harbor froze on Sunday.";
    let (blocks, found) = read(text);
    let kinds: Vec<_> = blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [Headline, Headline, Headline, Byline, Byline, Published, Body]);
    assert_eq!(found.title.as_deref(), Some("Harbor freezes for the first time"));
    assert_eq!(found.authors, ["Ines Talbot", "Rolf Ahn"]);
    assert_eq!(found.published.map(|day| day.to_string()).as_deref(), Some("2024-05-06"));
    assert_eq!(found.updated.map(|day| day.to_string()).as_deref(), Some("2024-05-07"));
    assert_eq!(found.dateline.as_deref(), Some("PORT VALE, Ohio (Harborwire) —"));
    assert_eq!(found.outlet.as_deref(), Some("Harborwire"));
    let dateline = blocks.last().and_then(|block| block.dateline).unwrap();
    assert_eq!(dateline.of(text), "PORT VALE, Ohio (Harborwire) —");
}

#[test]
fn a_live_report_has_times_for_headings() {
    let text = "Ice and chaos live\nInes Talbot (now) and Rolf Ahn (earlier)\nTue 7 May 2024 17.05 GMT\n\
        17.05\nWe’re closing this blog now.\n16.41\nThe ice is gone.";
    let (blocks, found) = read(text);
    let kinds: Vec<_> = blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [Headline, Byline, Published, Heading, Body, Heading, Body]);
    assert_eq!(found.authors, ["Ines Talbot", "Rolf Ahn"]);
}

#[test]
fn one_line_alone_gives_facts() {
    for line in ["Mayor says harbor will freeze", "“It froze,” said Ms. Ahn.", "It froze"] {
        let (blocks, found) = read(line);
        assert_eq!(blocks.len(), 1);
        assert!(blocks.iter().all(|block| block.kind == Body), "{line}");
        assert_eq!(found.title, None);
    }
    assert_eq!(read("").0.len(), 0);
}

#[test]
fn a_turn_has_the_name_before_the_colon() {
    let text = "Ahn on ice\nQ: Why did it freeze?\nA: It was cold.";
    let (blocks, _) = read(text);
    let turns: Vec<_> = blocks.iter().map(|block| block.turn.map(|span| span.of(text))).collect();
    assert_eq!(turns, [None, Some("Q"), Some("A")]);
}
