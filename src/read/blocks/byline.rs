//! Bylines: who wrote it, never who speaks in it.

use super::super::day;
use super::shape::is_capitalised;
use jiff::civil::Date;

/// What a byline says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<String>,
    /// `By Jane Doe | May 6, 2024`
    pub(super) day: Option<Date>,
    /// A role, a place or a remark in brackets stands with a name, as only bylines have it.
    pub(super) telling: bool,
}

/// Openings that make a line a byline if names follow.
const PREFIXES: [&str; 23] = [
    "by ",
    "by: ",
    "interview by ",
    "words by ",
    "story by ",
    "written by ",
    "reported by ",
    "text by ",
    "posted by ",
    "published by ",
    "analysis by ",
    "opinion by ",
    "review by ",
    "commentary by ",
    "column by ",
    "exclusive by ",
    "special report by ",
    "submitted by ",
    "author: ",
    "byline: ",
    "authors: ",
    "from ",
    "written by: ",
];

/// Bylines that name nobody.
const GENERIC: &str = "special correspondent|our correspondent|staff reporter|staff reporters|staff writer|\
    staff writers|staff correspondent|our special correspondent|a staff reporter|news desk|\
    web desk|editorial board|the editorial board|staff and agencies|agencies|wire reports|\
    from wire reports|from staff reports|staff reports|staff report|associated press|\
    the associated press|ap|reuters|afp|agence france-presse|press association|pa media|pti|\
    wire services";

const ROLES: &str = "writer writers reporter reporters correspondent correspondents editor editors staff \
    columnist analyst producer contributor contributors bureau chief photographer desk \
    fellow professor director critic intern journalist author blogger commentator \
    researcher lecturer anchor host freelance freelancer reporting";

const OUTLETS: &str = "news times post press journal herald tribune courier gazette daily weekly chronicle \
    reuters bloomberg agency service media cnn bbc npr upi afp ap network magazine today \
    star sun mail telegraph guardian observer register record review ledger globe examiner \
    dispatch radio";

const PARTICLES: &str =
    "de da do dos di du del della la le van von der den ter ten bin ibn al el y e";

/// The byline that `line` is by its opening.
pub(super) fn with_prefix(line: &str) -> Option<Byline> {
    let line = line.trim_matches(|c: char| {
        matches!(c, '(' | ')' | '[' | ']' | '*' | '_') || c.is_whitespace()
    });
    let prefix = PREFIXES.iter().find(|prefix| {
        line.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    })?;
    let rest = line.get(prefix.len()..)?.trim();
    if *prefix == "from " {
        // “From Jane Doe in Paris” is a byline, “From Kyiv to Lviv” a title.
        return parse(rest, false).filter(|byline| byline.telling);
    }
    parse(rest, true)
}

/// The byline that a line without any opening may be, to be confirmed by its neighbours.
pub(super) fn bare(line: &str) -> Option<Byline> {
    if is_generic(line) {
        let telling = true;
        return Some(Byline {
            authors: vec![line.trim().to_owned()],
            telling,
            ..Byline::default()
        });
    }
    parse(line, false)
}

fn is_generic(line: &str) -> bool {
    GENERIC.split('|').any(|known| line.trim().eq_ignore_ascii_case(known))
}

/// Names, roles and outlets; nothing else may stand in the line.
fn parse(line: &str, prefixed: bool) -> Option<Byline> {
    if line.len() > 250 || line.ends_with(['?', '!', ':', ';']) {
        return None;
    }
    let (names, day) = without_day(line);
    let mut byline = Byline { day, ..Byline::default() };
    let mut parts = names.split(is_separator_mark).flat_map(|part| {
        [" - ", " – ", " — ", " -- "]
            .iter()
            .find_map(|dash| part.split_once(dash))
            .map_or([part, ""], |(head, tail)| [head, tail])
    });
    if !people(parts.next()?, prefixed, &mut byline) {
        return None;
    }
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        if is_role(part) {
            byline.telling = true;
        } else if byline.outlet.is_none() && part.split_whitespace().all(is_name_word) {
            byline.outlet = Some(part.to_owned());
        } else if !part.contains('@') {
            return None;
        }
    }
    (!byline.authors.is_empty()).then_some(byline)
}

fn is_separator_mark(c: char) -> bool {
    matches!(c, '|' | '/' | '•' | '·' | '\t' | '\n')
}

/// The line up to a date in it, and that date.
fn without_day(line: &str) -> (&str, Option<Date>) {
    if !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return (line, None);
    }
    let tokens = day::tokens(line);
    for (at, token) in tokens.iter().enumerate() {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some((found, _)) = day::at_start(rest, crate::DateOrder::default()) {
            let head = line.get(..token.start).unwrap_or_default();
            let labels = ["published", "updated", "posted", "on", "last"];
            let mut head = head.trim_end_matches(is_edge);
            while let Some((before, word)) = head.rsplit_once(char::is_whitespace) {
                let word = word.trim_matches(is_edge);
                if !day::is_weekday(word)
                    && !labels.iter().any(|one| word.eq_ignore_ascii_case(one))
                {
                    break;
                }
                head = before.trim_end_matches(is_edge);
            }
            let day = if let day::Found::Day(day) = found { Some(day) } else { None };
            return (head, day);
        }
    }
    (line, None)
}

fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ',' | '|' | '-' | '–' | '—' | '•' | '·' | ':' | '/' | '.' | '(')
}

/// Takes `A, B and C, role, Outlet` apart; false where something is none of these.
fn people(part: &str, prefixed: bool, byline: &mut Byline) -> bool {
    let mut last_was_name = false;
    for item in items(part) {
        let (item, remark) = without_brackets(item);
        byline.telling |= remark && !item.is_empty();
        if item.is_empty() {
            continue;
        }
        let (name, place) = without_place(item);
        if is_generic(name) && !last_was_name {
            byline.authors.push(name.to_owned());
            (last_was_name, byline.telling) = (true, true);
        } else if is_role(item) {
            if !last_was_name {
                return false;
            }
            byline.telling = true;
        } else if last_was_name && (is_outlet(item) || is_generic(item)) {
            byline.outlet.get_or_insert_with(|| item.to_owned());
            byline.telling = true;
        } else if is_person(name) {
            byline.telling |= place;
            byline.authors.push(if has_small(name) { name.to_owned() } else { title_case(name) });
            last_was_name = true;
        } else if prefixed
            && byline.authors.is_empty()
            && is_name_word(name)
            && is_capitalised(name)
        {
            // One word alone: a pen name, or an agency.
            byline.authors.push(name.to_owned());
            last_was_name = true;
        } else if prefixed && last_was_name && item.split_whitespace().all(is_name_word) {
            byline.outlet.get_or_insert_with(|| item.to_owned());
        } else {
            return false;
        }
    }
    !byline.authors.is_empty()
}

fn items(part: &str) -> impl Iterator<Item = &str> {
    let lists = part.split([',', '&', ';']);
    lists.flat_map(|list| list.split(" and ")).flat_map(|list| list.split(" AND ")).map(|item| {
        let item = item.trim();
        let item = item.strip_prefix("and ").or_else(|| item.strip_prefix("AND ")).unwrap_or(item);
        item.strip_prefix("by ").or_else(|| item.strip_prefix("By ")).unwrap_or(item).trim()
    })
}

/// `Jane Doe (now)`: the name, and whether there was a remark.
fn without_brackets(item: &str) -> (&str, bool) {
    match item.split_once('(') {
        // What follows the bracket must not be lost: a sentence would pass for a name.
        Some((name, rest)) if rest.ends_with(')') => (name.trim(), true),
        Some(_) => (item, false),
        None => (item.trim_end_matches('.').trim_end_matches(')').trim(), false),
    }
}

/// `Jane Doe in Paris`: the name, and whether there was a place or an outlet.
fn without_place(item: &str) -> (&str, bool) {
    for word in [" in ", " at ", " for ", " of ", " from ", " with ", " IN ", " AT ", " FOR "] {
        if let Some((name, place)) = item.split_once(word) {
            return (name.trim(), is_capitalised(place));
        }
    }
    (item, false)
}

fn is_role(item: &str) -> bool {
    let mut words = item.split(|c: char| !c.is_alphabetic());
    item.split_whitespace().count() <= 8
        && words.any(|word| ROLES.split(' ').any(|role| word.eq_ignore_ascii_case(role)))
}

fn is_outlet(item: &str) -> bool {
    let mut words = item.split(|c: char| !c.is_alphanumeric());
    item.split_whitespace().all(|word| is_capitalised(word) || is_particle(word) || word == "of")
        && (item.starts_with("The ")
            || item.contains(".co")
            || words.any(|word| OUTLETS.split(' ').any(|outlet| word.eq_ignore_ascii_case(outlet))))
}

/// Two to five words, capitalised or particles, the first and last capitalised.
fn is_person(item: &str) -> bool {
    let count = item.split_whitespace().count();
    (2..=5).contains(&count)
        && item.split_whitespace().all(is_name_word)
        && item.split_whitespace().next().is_some_and(is_capitalised)
        && item.split_whitespace().next_back().is_some_and(is_capitalised)
        && !is_outlet(item)
        && !item.starts_with("The ")
}

fn is_name_word(word: &str) -> bool {
    let letters =
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '‑'));
    letters && (is_capitalised(word) || is_particle(word))
}

fn has_small(name: &str) -> bool {
    name.chars().any(char::is_lowercase)
}

fn is_particle(word: &str) -> bool {
    PARTICLES.split(' ').any(|particle| particle == word)
}

/// `JEAN-PAUL ARSENAULT` as `Jean-Paul Arsenault`; initials, `II` and `Mc` are minded.
fn title_case(name: &str) -> String {
    name.split_whitespace().map(title_case_word).collect::<Vec<_>>().join(" ")
}

fn title_case_word(word: &str) -> String {
    if matches!(word, "II" | "III" | "IV" | "JR" | "SR") || word.ends_with('.') && word.len() <= 4 {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut run = 0;
    let mc = word.len() > 4 && word.starts_with("MC");
    for c in word.chars() {
        let start = run == 0 || mc && run == 2;
        run = if c.is_alphabetic() { run + 1 } else { 0 };
        if start || c.is_ascii_punctuation() {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authors(line: &str) -> Vec<String> {
        with_prefix(line).or_else(|| bare(line)).unwrap_or_default().authors
    }

    #[test]
    fn names_come_without_roles_places_and_outlets() {
        for (line, names) in [
            ("By Ines Talbot", &["Ines Talbot"][..]),
            ("BY INES MCTALBOT AND R.J. O'DELL", &["Ines McTalbot", "R.J. O'Dell"]),
            ("By Ines Talbot and Rolf de Witt, The Harbor Times", &["Ines Talbot", "Rolf de Witt"]),
            ("By Ines Talbot, Rolf Ahn and Wu Tam", &["Ines Talbot", "Rolf Ahn", "Wu Tam"]),
            ("By Ines Talbot, Associated Press", &["Ines Talbot"]),
            ("By Ines Talbot / Staff Writer", &["Ines Talbot"]),
            ("By Ines Talbot - The Harbor Courier", &["Ines Talbot"]),
            ("By INES TALBOT | May 6, 2024 3:15 p.m.", &["Ines Talbot"]),
            ("Ines Talbot, Health correspondent", &["Ines Talbot"]),
            ("Ines Talbot in Paris and Rolf Ahn in Rome", &["Ines Talbot", "Rolf Ahn"]),
            ("Ines Talbot (now) and Rolf Ahn (earlier)", &["Ines Talbot", "Rolf Ahn"]),
            ("From Ines Talbot in Lyon", &["Ines Talbot"]),
            ("Interview by Ines Talbot", &["Ines Talbot"]),
            ("By Reuters", &["Reuters"]),
            ("Associated Press", &["Associated Press"]),
            ("By Staff Reporter", &["Staff Reporter"]),
        ] {
            assert_eq!(authors(line), names, "{line}");
        }
    }

    #[test]
    fn what_is_no_byline() {
        for line in [
            "By the time the rain came",
            "By 2030 the town wants to be dry",
            "By and large",
            "From Harbor to Hill",
            "Council says it will close the pool",
            "Storm kills ten",
            "Why it matters",
        ] {
            assert_eq!(authors(line), [""; 0], "{line}");
        }
    }

    #[test]
    fn outlet_and_day() {
        let byline = with_prefix("By Ines Talbot, The Harbor Times | May 6, 2024").unwrap();
        assert_eq!(byline.outlet.as_deref(), Some("The Harbor Times"));
        assert_eq!(byline.day.map(|day| day.to_string()).as_deref(), Some("2024-05-06"));
        assert!(!bare("Ines Talbot").unwrap().telling);
        assert!(bare("Ines Talbot at Mill Lane").unwrap().telling);
    }
}
