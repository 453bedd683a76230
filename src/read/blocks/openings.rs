//! The words that tail matter begins with, holds or ends in.

use super::super::article::BlockKind::{
    self, Boilerplate, Caption, Contact, Contributor, Correction, Related,
};

/// What the openings between the bars make of a paragraph of up to so many words; the first that
/// fits. An opening ends at a word's end. All in lower case, with straight marks.
pub(super) const OPENINGS: &[(BlockKind, usize, &str)] = &[
    (
        Correction,
        200,
        "correction:|correction (|corrections:|corrections and clarifications|\
         corrected from|corrected to|corrected version|clarification:|editor's note|\
         editors' note|editors note|note to readers|an earlier version of th|\
         a previous version of th|a prior version of th",
    ),
    (Contributor, 12, "with agenc"),
    (
        Contributor,
        30,
        "report by|edited by|compiled by|translated by|with inputs from|with input from|\
         with files from",
    ),
    (
        Contributor,
        60,
        "additional reporting|reporting by|writing by|editing by|with reporting|\
         with additional reporting|contributors:|contributing:",
    ),
    (Boilerplate, 3, "advertisement|advert|comments"),
    (
        Boilerplate,
        8,
        "story continues|article continues|powered by|terms of use|terms of service|terms and conditions",
    ),
    (
        Boilerplate,
        12,
        "continue reading|this slideshow requires|please enable javascript|for immediate release|share this|share on|leave a comment|\
         leave a reply|post a comment|privacy policy",
    ),
    (
        Boilerplate,
        20,
        "embargoed until|download the|download our|already a subscriber|not a subscriber|\
         have your say",
    ),
    (
        Boilerplate,
        25,
        "related topics|related tags|click here to get|click here to sign|\
         click here to subscribe|click here to download|join the conversation|\
         join the discussion|get our ",
    ),
    (Boilerplate, 30, "filed under"),
    (
        Boilerplate,
        40,
        "please read our comment|sign up for|sign up to|sign up here|subscribe|\
         get the latest|become a member|become a subscriber",
    ),
    (
        Boilerplate,
        60,
        "tags:|topics:|keywords:|categories:|category:|this material may not be|\
         this article originally appeared|this story originally appeared|\
         this article is republished|support our|all rights reserved",
    ),
    (
        Boilerplate,
        80,
        "the views expressed|views expressed|the opinions expressed|opinions expressed|\
         we use cookies|this site uses cookies",
    ),
    (Boilerplate, 200, "disclaimer:|disclosure:"),
    (
        Related,
        12,
        "more from |more on this|more stories|more news|more coverage|\
         recommended for you|you may also like|you might also like|up next|most read|\
         editor's picks|editors' picks",
    ),
    (
        Related,
        25,
        "see also|read more|read also|also read|read next|read the full|read this next|\
         read:|related:|related stor|related article|related content|related news|\
         related coverage|more:|must read|recommended:|don't miss:|watch:|listen:|\
         gallery:|slideshow:|click here",
    ),
    (Caption, 20, "ap photo|getty images"),
    (Caption, 30, "credit:"),
    (
        Caption,
        80,
        "image:|photo:|photograph:|picture:|photo by|photos by|photo credit|\
         photo courtesy|photograph by|pictured:|caption:|image credit|image source|\
         image caption|file photo",
    ),
    (Caption, 120, "file -|file –|file —"),
];

/// Openings that ask to get in touch; they count where an address, number or handle follows.
pub(super) const CONTACT_OPENINGS: &[&str] = &[
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
pub(super) const INSIDE: &[(&str, BlockKind)] = &[
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
];

/// In the bracket or behind the slash that ends a caption.
pub(super) const CREDITS: &[&str] = &[
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
