//! The format of `fixtures/expected`: one fact a line, its columns parted by ` | `.
//!
//! ```text
//! title | authors | dateline | published | updated | outlet | url   what is known of the article
//! block   | KIND | TEXT        a block that is not body or turn
//! block   | body | N sentences (or turn)
//! quote   | KIND | SPANS | SPEAKER | MENTION | CUE | FLAGS
//! claim   | KIND | STANCE | TEXT | SPEAKER | MENTION | CUE | FLAGS
//! date    | TYPE | TEXT | VALUE | FLAGS
//! speaker | NAME | KIND | GENDER
//! quantity| TEXT | VALUE | UNIT | FLAGS
//! ```
//! `-` is null, ` / ` parts alternatives, ` + ` the spans of a quote, `; ` flags; a `?` after the
//! first word marks a fact that may be there or not. Flags of quotes: `statement` (there is a
//! direct claim of it), `said_on DAY`; of claims: `negative`, `hedged`, a form other than clause,
//! `to ADDRESSEE`, `said_on DAY`; of dates: `mod MOD`, `anchor ANCHOR`; of quantities:
//! `approximate`, `up`, `down`. `hedged?` leaves it open. A claim has no full stop at its end.

use std::collections::BTreeMap;

/// Alternatives, one of which is right.
pub(crate) type Alternatives = Vec<String>;

/// One fact as the reader finds it.
pub(crate) struct Fact {
    pub(crate) kind: &'static str,
    /// The text by which it is known.
    pub(crate) key: Alternatives,
    pub(crate) optional: bool,
    /// What must hold of it; a field that is not here is left open.
    pub(crate) fields: BTreeMap<&'static str, Alternatives>,
}

/// All that is expected of one article.
#[derive(Default)]
pub(crate) struct Expected {
    pub(crate) meta: Vec<(String, String)>,
    pub(crate) blocks: Vec<(Alternatives, String)>,
    pub(crate) counts: Vec<(String, usize)>,
    pub(crate) facts: Vec<Fact>,
}

/// Reads a file of expectations; `name` is for the messages.
pub(crate) fn parse(name: &str, text: &str) -> Expected {
    let mut expected = Expected::default();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut columns: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let head = columns.remove(0);
        let (kind, optional) = match head.strip_suffix('?') {
            Some(kind) => (kind, true),
            None => (head, false),
        };
        match (kind, columns.as_slice()) {
            (
                "title" | "authors" | "dateline" | "published" | "updated" | "outlet" | "url",
                values,
            ) => {
                expected.meta.push((kind.to_owned(), values.join(" | ")));
            }
            ("block", [kind @ ("body" | "turn"), count]) => {
                let count = count.split(' ').next().unwrap().parse().unwrap();
                expected.counts.push(((*kind).to_owned(), count));
            }
            ("block", [kind, text]) => {
                expected.blocks.push((alternatives(kind), (*text).to_owned()));
            }
            _ => match fact(kind, &columns) {
                Some(fact) => expected.facts.push(Fact { optional, ..fact }),
                None => panic!("{name}.txt: not understood: {line}"),
            },
        }
    }
    expected
}

fn alternatives(text: &str) -> Alternatives {
    text.split(" / ").map(str::to_owned).collect()
}

fn fact(kind: &str, columns: &[&str]) -> Option<Fact> {
    let width = match kind {
        "quote" => 5,
        "claim" => 6,
        "date" | "speaker" | "quantity" => 3,
        _ => return None,
    };
    let fixed = columns.get(..width)?;
    let flags = match &columns[width..] {
        [] => "",
        [flags] => flags,
        _ => return None,
    };
    let flags: Vec<&str> = flags.split("; ").filter(|flag| !flag.is_empty()).collect();
    let mut fields = BTreeMap::new();
    let mut set = |name, value: &str| fields.insert(name, alternatives(value));
    let (kind, key) = match (kind, fixed) {
        ("quote", [kind, key, speaker, mention, cue]) => {
            set("kind", kind);
            set("speaker", speaker);
            set("mention", mention);
            set("cue", cue);
            set("statement", if flags.contains(&"statement") { "true" } else { "false" });
            set("said_on", after(&flags, "said_on ").unwrap_or("-"));
            ("quote", key)
        }
        ("claim", [kind, stance, key, speaker, mention, cue]) => {
            set("kind", kind);
            set("stance", stance);
            set("speaker", speaker);
            set("mention", mention);
            set("cue", cue);
            let forms = ["infinitive", "gerund", "phrase"];
            set("form", forms.into_iter().find(|form| flags.contains(form)).unwrap_or("clause"));
            set("polarity", if flags.contains(&"negative") { "negative" } else { "positive" });
            if !flags.contains(&"hedged?") {
                set("hedged", if flags.contains(&"hedged") { "true" } else { "false" });
            }
            set("addressee", after(&flags, "to ").unwrap_or("-"));
            set("said_on", after(&flags, "said_on ").unwrap_or("-"));
            ("claim", key)
        }
        ("date", [kind, key, value]) => {
            set("type", kind);
            set("value", value);
            set("mod", after(&flags, "mod ").unwrap_or("-"));
            if let Some(anchor) = after(&flags, "anchor ") {
                set("anchor", anchor);
            }
            ("date", key)
        }
        ("speaker", [key, kind, gender]) => {
            set("kind", kind);
            set("gender", gender);
            ("speaker", key)
        }
        ("quantity", [key, value, unit]) => {
            set("value", value);
            set("unit", unit);
            set("approximate", if flags.contains(&"approximate") { "true" } else { "false" });
            let direction = ["up", "down"].into_iter().find(|way| flags.contains(way));
            set("direction", direction.unwrap_or("-"));
            ("quantity", key)
        }
        _ => return None,
    };
    Some(Fact { kind, key: alternatives(key), optional: false, fields })
}

fn after<'f>(flags: &[&'f str], start: &str) -> Option<&'f str> {
    flags.iter().find_map(|flag| flag.strip_prefix(start))
}

#[test]
fn a_line_is_read_into_its_columns() {
    let fact = fact("quote", &["direct", "“No.” + “Yes.”", "Jo Doe", "she / Doe", "said"]).unwrap();
    assert_eq!(fact.key, ["“No.” + “Yes.”"]);
    assert_eq!(fact.fields["mention"], ["she", "Doe"]);
    assert_eq!(fact.fields["statement"], ["false"]);
    assert!(super::expected::fact("quote", &["direct"]).is_none());
}
